//! How many there are for each place: `40명 모집에 212명이 지원해 경쟁률 5.30대 1`.

use super::page::{Figure, Page, digit_slip, write};
use super::{Others, Slip};
use crate::align::figure::Class;
use crate::claim::{Claim, MICRO, Quantity, Value};
use crate::finding::Kind;

/// Words behind the places that are to be had.
const PLACES: [&str; 7] = ["모집", "뽑", "선발", "정원", "자리", "공급", "일반분양"];

/// Returns the rates of applicants to places that are one slip of the hand from what the two numbers make.
pub(super) fn slips(page: &Page<'_>, others: &Others<'_>) -> Vec<Slip> {
    page.claims.iter().filter_map(|c| slip(page, others, c)).collect()
}

fn slip(page: &Page<'_>, others: &Others<'_>, claim: &Claim) -> Option<Slip> {
    let Value::Score { left: Quantity { low: said, step, hedge: None, .. }, right } = &claim.value else { return None };
    let (said, step, s) = (*said, (*step).max(1), claim.sentence as usize);
    let before = |f: &&Figure| f.span.end() <= claim.span.start() && matches!(f.class, Class::Count(_)) && !f.rough;
    let mut counts = page.of_sentence(s).iter().rev().filter(before);
    let (many, places) = (counts.next()?, counts.next()?);
    let between = page.between(places.span, many.span);
    let gap = page.between(many.span, claim.span);
    if right.low != MICRO
        || !many.like(places)
        || places.value <= 0
        || between.len() > 40
        || gap.len() > 60
        || !PLACES.iter().any(|w| between.contains(w))
        || others.confirm_claim(claim)
    {
        return None;
    }
    let exact = many.value * MICRO / places.value;
    let want = (exact + step / 2) / step * step;
    if (want - said).abs() <= step || !digit_slip(want / step, said / step) {
        return None;
    }
    let text = page.doc.slice(claim.span);
    let number = text.find(|c: char| !c.is_ascii_digit() && c != '.' && c != ',')?;
    let right = write(&text[..number], want, step)?;
    Some(Slip {
        kind: Kind::Sum,
        at: claim.span,
        expected: Some(format!("{right}{}", &text[number..])),
        confidence: 0.9,
        reason: format!("{} / {} ≠ {text}", page.doc.slice(many.span), page.doc.slice(places.span)),
        operands: vec![places.span, many.span],
    })
}
