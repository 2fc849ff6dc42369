//! A stretch and its ends: `2019년 4월부터 2023년 8월까지 4년 4개월간`, `17일부터 19일까지 사흘간`.

use super::Slip;
use super::page::Page;
use crate::claim::{Claim, Grain, MICRO, Value};
use crate::finding::Kind;
use jiff::civil::Date;

/// Seconds of a day and of a month.
const DAY: i128 = 86_400;
const MONTH: i128 = 2_629_800;

/// Returns the lengths of time that the dates right before them contradict.
pub(super) fn slips(page: &Page<'_>) -> Vec<Slip> {
    let dated: Vec<&Claim> =
        page.claims.iter().filter(|c| matches!(c.value, Value::Date(_) | Value::Measure { .. })).collect();
    let one_sentence = |w: &&[&Claim]| w[0].sentence == w[1].sentence && w[1].sentence == w[2].sentence;
    dated.windows(3).filter(one_sentence).filter_map(|w| slip(page, w[0], w[1], w[2])).collect()
}

fn slip(page: &Page<'_>, from: &Claim, to: &Claim, length: &Claim) -> Option<Slip> {
    let since = page.between(from.span, to.span).trim();
    let until = page.between(to.span, length.span).trim();
    if since != "부터" || !matches!(until, "까지" | "까지 약" | "까지 총" | "까지 모두") {
        return None;
    }
    let Value::Measure { amount, unit } = &length.value else { return None };
    if unit.dimension != "time" || !amount.is_single() || amount.hedge.is_some() {
        return None;
    }
    let seconds = amount.low * unit.factor / MICRO / MICRO;
    let ((a, grain), (b, other)) = (first_day(from)?, first_day(to)?);
    let (want, said, name) = match (grain, other) {
        (Grain::Day, Grain::Day) if seconds % DAY == 0 && seconds < 2 * MONTH => {
            (i128::from((b - a).get_days()), seconds / DAY, "일")
        }
        (Grain::Month, Grain::Month) if seconds >= MONTH => {
            let months = (i128::from(b.year()) - i128::from(a.year())) * 12 + i128::from(b.month() - a.month());
            (months, (seconds + MONTH / 2) / MONTH, "개월")
        }
        _ => return None,
    };
    // Both ends may count or neither.
    if want <= 0 || (said - want).abs() <= 1 {
        return None;
    }
    let words = if name == "개월" && want >= 12 {
        let rest = if want % 12 > 0 { format!(" {}개월", want % 12) } else { String::new() };
        format!("{}년{rest}", want / 12)
    } else {
        format!("{want}{name}")
    };
    Some(Slip {
        kind: Kind::Date,
        at: length.span,
        expected: Some(words.clone()),
        confidence: 0.88,
        reason: format!("{}에서 {}까지는 {words}이다", page.doc.slice(from.span), page.doc.slice(to.span)),
        operands: vec![from.span, to.span],
    })
}

/// Returns the first day of a date that is known, with how fine it is said.
fn first_day(claim: &Claim) -> Option<(Date, Grain)> {
    match &claim.value {
        Value::Date(d) => Some((d.from?, d.grain)),
        _ => None,
    }
}
