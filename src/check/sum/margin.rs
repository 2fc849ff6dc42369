//! By how much one of two has more: `15만3천429표`, `14만2천18표` and `1만1천411표 차`.

use super::page::{Figure, Page, digit_slip};
use super::{Others, Slip};
use crate::align::figure::Class;
use crate::finding::Kind;

/// Words right before a difference.
const BEFORE: [&str; 5] = ["차이는 ", "격차는 ", "표차는 ", "표 차는 ", "차는 "];

/// Returns the differences of two figures that are not what lies between them, and one slip of the hand from it.
pub(super) fn slips(page: &Page<'_>, others: &Others<'_>) -> Vec<Slip> {
    page.figures.iter().filter_map(|f| slip(page, others, f)).collect()
}

fn slip(page: &Page<'_>, others: &Others<'_>, by: &Figure) -> Option<Slip> {
    let s = by.sentence;
    let tail = page.after(by.span, s);
    let told = tail.starts_with(" 차") && !tail.starts_with(" 차례")
        || BEFORE.iter().any(|w| page.before(by.span, s).ends_with(w));
    if !told || by.rough || !matches!(by.class, Class::Count(_) | Class::Money) {
        return None;
    }
    // The two of the sentence, or of the one before where the difference is told in a sentence of its own.
    let two = |s: usize| {
        let mut all = page.of_sentence(s).iter().filter(|f| f.like(by) && f.span != by.span && f.value > by.value);
        match (all.next(), all.next(), all.next()) {
            (Some(a), Some(b), None) if !a.rough && !b.rough => Some((a, b)),
            _ => None,
        }
    };
    let alone = page.of_sentence(s).iter().filter(|f| f.like(by)).count() == 1;
    let block = |s: usize| page.doc.sentences[s].block;
    let (a, b) = two(s).or_else(|| s.checked_sub(1).filter(|&p| alone && block(p) == block(s)).and_then(two))?;
    let want = (a.value - b.value).abs();
    let step = by.step.min(a.step).min(b.step).max(1);
    if want == by.value || want == 0 || !digit_slip(want / step, by.value / step) {
        return None;
    }
    // Where the others have the difference, one of the two is the wrong one.
    if others.confirm(page, by) {
        return None;
    }
    let expected = page.rewrite(by, want)?;
    Some(Slip {
        kind: Kind::Sum,
        at: by.span,
        expected: Some(expected),
        confidence: if others.state(by, want) { 0.96 } else { 0.88 },
        reason: format!("{} - {} ≠ {}", page.doc.slice(a.span), page.doc.slice(b.span), page.doc.slice(by.span)),
        operands: vec![a.span, b.span],
    })
}
