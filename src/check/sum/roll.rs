//! Those who were there and how they voted: `재석 213명 가운데 찬성 128명, 반대 71명, 기권 14명`.

use super::page::{Figure, Page, digit_slip};
use super::{Others, Slip};
use crate::align::figure::Class;
use crate::claim::{Claim, Value};
use crate::finding::Kind;

/// Words right before the number of those who were there.
const PRESENT: &[&str] =
    &["재석", "재석 의원", "재석의원", "출석", "출석 의원", "출석의원", "출석 위원", "재석 위원", "재석 인원"];

/// How one may vote; with one of the last two told, nobody is left out.
const VOTES: [&str; 4] = ["찬성", "반대", "기권", "무효"];

/// Returns the numbers that those who were there and their votes contradict, in sentences of which nothing else was said.
pub(super) fn slips(page: &Page<'_>, others: &Others<'_>, found: &[Slip]) -> Vec<Slip> {
    if !page.doc.text.contains("찬성") {
        return Vec::new();
    }
    let mut out = Vec::new();
    for s in 0..page.doc.sentences.len() {
        let span = page.doc.sentences[s].span;
        let told = found.iter().any(|f| span.start() <= f.at.start() && f.at.end() <= span.end());
        if !told {
            out.extend(of_sentence(page, others, s));
        }
    }
    out
}

fn of_sentence(page: &Page<'_>, others: &Others<'_>, sentence: usize) -> Option<Slip> {
    let counted = |f: &&Figure| matches!(&f.class, Class::Count(of) if of == "명" || of == "표") && !f.rough;
    let figures: Vec<&Figure> = page.of_sentence(sentence).iter().filter(counted).collect();
    let before = |f: &Figure| page.before(f.span, sentence).trim_end();
    let mut present = figures.iter().copied().filter(|f| PRESENT.iter().any(|w| before(f).ends_with(w)));
    let (there, None) = (present.next()?, present.next()) else { return None };
    let voted = |word: &str| {
        let labelled = |f: &&&Figure| {
            let after = page.after(f.span, sentence).trim_start_matches(['이', '은', '만', ' ']);
            before(f).ends_with(word) || (after.starts_with(word) && !after[word.len()..].starts_with([' ', ',', '·']))
        };
        let mut all = figures.iter().filter(labelled).copied();
        let first = all.next();
        if all.next().is_some() { None } else { first }
    };
    let parts: Vec<(&str, &Figure)> = VOTES.iter().filter_map(|w| Some((*w, voted(w)?))).collect();
    let has = |word: &str| parts.iter().any(|p| p.0 == word);
    let sum: i128 = parts.iter().map(|p| p.1.value).sum();
    let whole = has("찬성") && has("반대") && (has("기권") || has("무효"));
    let off = there.value - sum;
    let unconfirmed = |f: &Figure| !others.confirm(page, f);
    let said = |f: &Figure| page.doc.slice(f.span);
    if whole && off != 0 {
        let mut fixes: Vec<(&Figure, i128)> = parts.iter().map(|p| (p.1, p.1.value + off)).collect();
        fixes.push((there, sum));
        let open: Vec<&(&Figure, i128)> = fixes.iter().filter(|f| unconfirmed(f.0) && f.1 > 0).collect();
        let near = open.iter().find(|(f, v)| digit_slip(f.value, *v));
        let (wrong, right) = match open[..] {
            [one] => one,
            _ => near.copied().or_else(|| open.last().copied())?,
        };
        return Some(Slip {
            kind: Kind::Sum,
            at: wrong.span,
            expected: page.rewrite(wrong, *right),
            confidence: if open.len() == 1 { 0.95 } else { 0.85 },
            reason: {
                let added: Vec<&str> = parts.iter().map(|p| said(p.1)).collect();
                format!("{} ≠ {}", added.join(" + "), said(there))
            },
            operands: fixes.iter().map(|f| f.0.span).filter(|at| *at != wrong.span).collect(),
        });
    }
    // Nobody votes who is not there.
    let most = parts.iter().map(|p| p.1).max_by_key(|f| f.value)?;
    (most.value > there.value && sum > there.value).then(|| {
        let wrong = if unconfirmed(there) || !unconfirmed(most) { there } else { most };
        Slip {
            kind: Kind::Sum,
            at: wrong.span,
            expected: if wrong.span == there.span { elsewhere(others) } else { None },
            confidence: 0.9,
            reason: format!("{} > {}", said(most), said(there)),
            operands: vec![if wrong.span == there.span { most.span } else { there.span }],
        }
    })
}

/// Returns how another article says how many were there.
fn elsewhere(others: &Others<'_>) -> Option<String> {
    others.readings().find_map(|r| {
        let text = r.doc.text;
        let there = |c: &&Claim| {
            let before = text[..c.span.start()].trim_end();
            matches!(c.value, Value::Count { .. }) && PRESENT.iter().any(|w| before.ends_with(w))
        };
        r.claims.iter().find(there).map(|c| r.doc.slice(c.span).to_owned())
    })
}
