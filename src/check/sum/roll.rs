//! Wholes that a sentence divides into all its parts: `재석 213명 가운데 찬성 128명, 반대 71명, 기권 14명`, `선원 37명 중 구조 29명,
//! 사망 6명, 실종 2명`, `사업비 1조2천억원은 국비 8천억원과 지방비 4천억원으로 채운다`.

use super::page::{Figure, Page, digit_slip};
use super::{Others, Slip};
use crate::align::figure::Class;
use crate::claim::{Claim, Value};
use crate::finding::Kind;

/// Words right before the number of those who were there.
const PRESENT: &[&str] =
    &["재석", "재석 의원", "재석의원", "출석", "출석 의원", "출석의원", "출석 위원", "재석 위원", "재석 인원"];

/// How one may vote; with one of the last two told, nobody is left out.
const VOTES: &[&str] = &["찬성", "반대", "기권", "무효"];

/// What may become of people in an accident; with the first told, nobody is left out.
const FATES: &[&str] = &["구조", "사망", "실종", "부상"];

/// Who pays; with the first told and another, nobody is left out.
const FUNDS: &[&str] = &["국비", "지방비", "도비", "시비", "군비", "구비", "민자", "민간 자본", "자부담", "자체 재원"];

/// Returns the numbers that their whole and the other parts contradict, in sentences of which nothing else was said.
pub(super) fn slips(page: &Page<'_>, others: &Others<'_>, found: &[Slip]) -> Vec<Slip> {
    let text = page.doc.text;
    if !["찬성", "실종", "국비"].iter().any(|w| text.contains(w)) {
        return Vec::new();
    }
    let mut out = Vec::new();
    for s in 0..page.doc.sentences.len() {
        let span = page.doc.sentences[s].span;
        let told = found.iter().any(|f| span.start() <= f.at.start() && f.at.end() <= span.end());
        if !told {
            let divided = || divided(page, others, s, FATES).or_else(|| divided(page, others, s, FUNDS));
            out.extend(voted(page, others, s).or_else(divided));
        }
    }
    out
}

/// Returns the parts of a sentence by their words: each word right before a figure, once.
fn parts<'f>(
    page: &Page<'_>,
    sentence: usize,
    figures: &[&'f Figure],
    words: &[&'static str],
) -> Vec<(&'static str, &'f Figure)> {
    let labelled = |word: &str| {
        let mut all = figures.iter().filter(|f| {
            let after = page.after(f.span, sentence).trim_start_matches(['이', '은', '만', ' ']);
            page.before(f.span, sentence).trim_end().ends_with(word)
                || (word == "찬성" || word == "반대" || word == "기권")
                    && after.starts_with(word)
                    && !after[word.len()..].starts_with([' ', ',', '·'])
        });
        let first = all.next().copied();
        if all.next().is_some() { None } else { first }
    };
    words.iter().filter_map(|&w| Some((w, labelled(w)?))).collect()
}

/// Returns the one of a whole and its parts that is wrong by `off`: the only one that no other article has, else one that a
/// slip of a digit explains, else the whole.
fn mended(page: &Page<'_>, others: &Others<'_>, whole: &Figure, parts: &[(&str, &Figure)], off: i128) -> Option<Slip> {
    let mut fixes: Vec<(&Figure, i128)> = parts.iter().map(|p| (p.1, p.1.value + off)).collect();
    fixes.push((whole, whole.value - off));
    let open: Vec<&(&Figure, i128)> = fixes.iter().filter(|f| !others.confirm(page, f.0) && f.1 > 0).collect();
    // 실종 2명 of others is what 실종 4명 should be, whoever else has 4명.
    let stated = parts
        .iter()
        .zip(&fixes)
        .find(|((word, f), (_, right))| others.state_as(f, word, *right) && !others.state_as(f, word, f.value));
    let near = open.iter().find(|(f, v)| digit_slip(f.value, *v));
    let (wrong, right) = match open[..] {
        _ if stated.is_some() => stated.map(|s| s.1)?,
        [one] => one,
        _ => near.copied().or_else(|| open.last().copied())?,
    };
    let said = |f: &Figure| page.doc.slice(f.span);
    let added: Vec<&str> = parts.iter().map(|p| said(p.1)).collect();
    Some(Slip {
        kind: Kind::Sum,
        at: wrong.span,
        expected: page.rewrite(wrong, *right),
        confidence: if stated.is_some() || open.len() == 1 { 0.95 } else { 0.85 },
        reason: format!("{} ≠ {}", added.join(" + "), said(whole)),
        operands: fixes.iter().map(|f| f.0.span).filter(|at| *at != wrong.span).collect(),
    })
}

/// `선원 37명 중 구조 29명, 사망 6명, 실종 2명`, `사업비 1조2천억원은 국비 8천억원과 지방비 4천억원으로`.
fn divided(page: &Page<'_>, others: &Others<'_>, sentence: usize, words: &[&'static str]) -> Option<Slip> {
    let figures: Vec<&Figure> = page.of_sentence(sentence).iter().filter(|f| !f.rough).collect();
    let list = parts(page, sentence, &figures, words);
    if list.len() < 2 || list[0].0 != words[0] {
        return None;
    }
    let (first, last) =
        (list.iter().map(|p| p.1).min_by_key(|f| f.span)?, list.iter().map(|p| p.1).max_by_key(|f| f.span)?);
    // The whole stands right before its parts, and nothing but the parts between them.
    let whole = figures.iter().rev().find(|f| f.span.end() <= first.span.start() && f.like(first)).copied()?;
    let between = figures.iter().filter(|f| whole.span.end() <= f.span.start() && f.span.end() <= last.span.end());
    let gap = page.between(whole.span, first.span).trim_start();
    let fates = words == FATES;
    let tied = if fates {
        gap.starts_with("가운데") || gap.starts_with("중 ")
    } else {
        gap.starts_with(['은', '는']) || gap.starts_with("가운데") || gap.starts_with("중 ")
    };
    let behind = page.after(last.span, sentence).trim_start_matches([')', ' ']);
    let closed = fates || behind.starts_with(['으', '로', '이', '을', '를']);
    let sum: i128 = list.iter().map(|p| p.1.value).sum();
    let off = whole.value - sum;
    let near = off.abs() * 3 <= whole.value;
    let rounded: i128 = list.iter().map(|p| p.1.slack()).sum::<i128>() + whole.slack();
    if !tied || !closed || !near || off.abs() <= rounded || between.count() != list.len() || gap.contains("등 ") {
        return None;
    }
    mended(page, others, whole, &list, off)
}

/// `재석 213명 가운데 찬성 128명, 반대 71명, 기권 14명`.
fn voted(page: &Page<'_>, others: &Others<'_>, sentence: usize) -> Option<Slip> {
    let counted = |f: &&Figure| matches!(&f.class, Class::Count(of) if of == "명" || of == "표") && !f.rough;
    let figures: Vec<&Figure> = page.of_sentence(sentence).iter().filter(counted).collect();
    let before = |f: &Figure| page.before(f.span, sentence).trim_end();
    let mut present = figures.iter().copied().filter(|f| PRESENT.iter().any(|w| before(f).ends_with(w)));
    let (there, None) = (present.next()?, present.next()) else { return None };
    let parts = parts(page, sentence, &figures, VOTES);
    let has = |word: &str| parts.iter().any(|p| p.0 == word);
    let sum: i128 = parts.iter().map(|p| p.1.value).sum();
    let whole = has("찬성") && has("반대") && (has("기권") || has("무효"));
    let off = there.value - sum;
    let unconfirmed = |f: &Figure| !others.confirm(page, f);
    let said = |f: &Figure| page.doc.slice(f.span);
    if whole && off != 0 {
        return mended(page, others, there, &parts, off);
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
