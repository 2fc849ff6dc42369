//! Votes and what came of them: `찬성 11표, 반대 4표` of a motion that is said to have failed.

use super::page::{Figure, Page};
use super::{Others, Slip};
use crate::align::figure::Class;
use crate::claim::{Claim, Value};
use crate::finding::Kind;
use crate::text::BlockKind;

/// Words of votes that are not won by having more.
const OTHER_WAYS: &[&str] =
    &["3분의 2", "3분의2", "정족수", "재의", "과반", "미달", "거부권", "투표율", "무효", "만장일치", "5분의 3"];

/// What came of a vote: passed or not, with the opposite.
const PASSED: &[(&str, &str)] = &[("가결", "부결"), ("통과", "부결")];

/// Returns the outcomes that the votes of their article contradict, where the headline or another outlet has the other.
pub(super) fn slips(page: &Page<'_>, others: &Others<'_>) -> Vec<Slip> {
    let text = page.doc.text;
    let said = |c: &Claim| match &c.value {
        Value::Direction { word, up, .. } => match word.as_str() {
            "가결" | "통과" if *up => Some(true),
            "부결" if !*up => Some(false),
            _ => None,
        },
        _ => None,
    };
    let mut out = Vec::new();
    if !page.claims.iter().any(|c| said(c).is_some()) || OTHER_WAYS.iter().any(|w| text.contains(w)) {
        return out;
    }
    let own: Vec<(Figure, Figure)> = votes(text, page.claims);
    let Some((yes, no)) = own.first().filter(|_| own.len() == 1) else { return out };
    let won = yes.value > no.value;
    for claim in page.claims {
        let Some(passed) = said(claim).filter(|&p| p != won) else { continue };
        let sentence = claim.sentence as usize;
        let body = page.doc.sentences[sentence].kind == BlockKind::Body;
        // In the paragraph of the votes, or the one right before or behind.
        let near = page.doc.sentences[sentence].block.abs_diff(page.doc.sentences[yes.sentence].block) <= 1;
        let mine = page
            .claims
            .iter()
            .any(|c| said(c) == Some(won) && page.doc.sentences[c.sentence as usize].kind == BlockKind::Title);
        // Who tells of a motion that passed and of one that did not tells of two.
        let both = page
            .claims
            .iter()
            .any(|c| said(c) == Some(won) && page.doc.sentences[c.sentence as usize].kind == BlockKind::Body);
        let theirs = others.readings().any(|r| {
            r.claims.iter().any(|c| said(c) == Some(won)) && !r.claims.iter().any(|c| said(c) == Some(passed))
        });
        if !body || !near || yes.value == no.value || both || !(mine || theirs) {
            continue;
        }
        let word = page.doc.slice(claim.span);
        let other = PASSED.iter().find_map(|&(p, f)| {
            if passed { word.starts_with(p).then_some((p, f)) } else { word.starts_with(f).then_some((f, p)) }
        });
        let Some((from, to)) = other else { continue };
        out.push(Slip {
            kind: Kind::Polarity,
            at: claim.span,
            expected: Some(word.replacen(from, to, 1)),
            confidence: 0.9,
            reason: format!("찬성 {}, 반대 {}", page.doc.slice(yes.span), page.doc.slice(no.span)),
            operands: vec![yes.span, no.span],
        });
    }
    out
}

/// Returns how many were for and against, each time that a sentence tells both.
fn votes(text: &str, claims: &[Claim]) -> Vec<(Figure, Figure)> {
    let counts = |f: &Figure| matches!(&f.class, Class::Count(c) if c == "표" || c == "명");
    let figures: Vec<Figure> = claims.iter().filter_map(Figure::new).filter(counts).collect();
    let mut out: Vec<(Figure, Figure)> = Vec::new();
    for w in figures.windows(2) {
        let [a, b] = w else { continue };
        if a.sentence != b.sentence || a.rough || b.rough || !a.like(b) {
            continue;
        }
        let label = |f: &Figure, word: &str| {
            let before = text[..f.span.start()].trim_end_matches([' ', '(']);
            let bare = before.strip_suffix(['이', '은', '가', '는']).unwrap_or(before);
            bare.ends_with(word) || before.ends_with(word)
        };
        if label(a, "찬성") && label(b, "반대") {
            out.push((a.clone(), b.clone()));
        } else if label(a, "반대") && label(b, "찬성") {
            out.push((b.clone(), a.clone()));
        }
    }
    out.dedup_by(|x, y| x.0.value == y.0.value && x.1.value == y.1.value);
    out
}
