//! What is measured bounds how much it comes to: of `지방도 2.4㎞ 구간` and `지방도 2.4m 구간` the second is wrong.

use super::Side;
use crate::align::Alignment;
use crate::align::figure::spoken_digits;
use crate::align::reckon::exact;
use crate::claim::lexicon::Extents;
use crate::claim::{Claim, MICRO, Value};
use std::ops::{Range, RangeInclusive};

/// What a kilogram of what is sold by weight costs in 원, generously: hay and saffron are beyond.
const PRICES: RangeInclusive<f64> = 50.0..=400_000.0;

/// Words of a sentence that sells something.
const SOLD: &[&str] = &["판매", "팔아", "팔았", "팔려", "팔린", "매출", "낙찰", "위판", "어치", "수매"];

/// Dimensions whose units are one letter apart: ㎡ and ㎥.
pub(in crate::check) const SPACE: [&str; 3] = ["length", "area", "volume"];

/// A claim and the number of its row.
pub(in crate::check) type At<'c> = (usize, &'c Claim);

/// Returns which of two measures of one number in two units, or of two numbers in one unit, is out of all reason for what the
/// sentences of both say is measured, or sold at a price; of ㎡ and 평 the second, as what is built and let is measured in
/// ㎡ by law (계량에 관한 법률) and told in 평 with its digits converted.
pub(in crate::check) fn by_extent(alignment: &Alignment<'_>, extents: &Extents, a: At<'_>, b: At<'_>) -> Side {
    let (Value::Measure { unit: p, .. }, Value::Measure { unit: q, .. }) = (&a.1.value, &b.1.value) else {
        return Side::Open;
    };
    if SPACE.contains(&p.dimension) && SPACE.contains(&q.dimension) && p.dimension != q.dimension {
        return by_dimension(alignment, extents, [a, b], [p.dimension, q.dimension]);
    }
    if p.dimension != q.dimension || p.dimension == "time" {
        return Side::Open;
    }
    let said = |m: At<'_>| spoken_digits(alignment.rows[m.0].reading.doc.slice(m.1.span));
    let (Some(x), Some(y)) = (exact(&a.1.value), exact(&b.1.value)) else { return Side::Open };
    // 키 138㎝ of a player is out of reason beside 183㎝; of other figures in one unit nothing is known.
    if p.code != q.code && said(a) != said(b) {
        return Side::Open;
    }
    let (x, y) = (x as f64 / MICRO as f64, y as f64 / MICRO as f64);
    let wrong = |within: &dyn Fn(f64) -> bool| Side::told(!within(x), !within(y));
    for m in [a, b] {
        let (sentence, at) = in_sentence(alignment, m);
        if let Some((from, to)) = extents.around(sentence, at, p.dimension) {
            let side = wrong(&|v| (from..=to).contains(&v));
            if side != Side::Open {
                return side;
            }
        }
        if let Some(paid) = paid(alignment, m).filter(|_| p.dimension == "mass" && p.code != q.code) {
            let side = wrong(&|grams| PRICES.contains(&(paid * 1000.0 / grams)));
            if side != Side::Open {
                return side;
            }
        }
    }
    match (p.code, q.code) {
        ("[pyeong]", "m2") => Side::First,
        ("m2", "[pyeong]") => Side::Second,
        _ => Side::Open,
    }
}

/// Returns which of two measures of one number is of another dimension than what the sentences say is measured: 토사 1만7천㎡.
fn by_dimension(alignment: &Alignment<'_>, extents: &Extents, of: [At<'_>; 2], dimensions: [&str; 2]) -> Side {
    for m in of {
        let (sentence, at) = in_sentence(alignment, m);
        match extents.dimension(sentence, at, &dimensions) {
            Some(d) if d == dimensions[0] => return Side::Second,
            Some(d) if d == dimensions[1] => return Side::First,
            _ => {}
        }
    }
    Side::Open
}

/// Returns the sentence of a claim, and the bytes of it where the claim stands.
fn in_sentence<'a>(alignment: &Alignment<'a>, (row, claim): At<'_>) -> (&'a str, Range<usize>) {
    let doc = &alignment.rows[row].reading.doc;
    let sentence = doc.sentences[claim.sentence as usize].span;
    (doc.slice(sentence), claim.span.start() - sentence.start()..claim.span.end() - sentence.start())
}

/// Returns the one amount in 원 of the sentence of a claim, where it sells something.
fn paid(alignment: &Alignment<'_>, at: At<'_>) -> Option<f64> {
    let (row, claim) = at;
    let reading = alignment.rows[row].reading;
    let (sentence, _) = in_sentence(alignment, at);
    if !SOLD.iter().any(|w| sentence.contains(w)) {
        return None;
    }
    let mut amounts = reading.claims.iter().filter(|c| c.sentence == claim.sentence).filter_map(|c| match &c.value {
        Value::Money { currency: "KRW", .. } => exact(&c.value),
        _ => None,
    });
    let first = amounts.next()?;
    amounts.next().is_none().then(|| first as f64 / MICRO as f64)
}
