//! Times after a stretch that both have: `1시간 26분 만인 오후 5시 43분` where it began at 오후 4시 17분.

use super::Side;
use super::order::minutes;
use crate::align::Alignment;
use crate::align::reckon::exact;
use crate::align::slot::Mention;
use crate::claim::{Claim, MICRO, Value};

/// A whole day, in minutes.
const DAY: i128 = 1440;

/// Returns which of two times is wrong: the one that no time of the event, and the stretch said beside one of the two, leads
/// to, where they lead to the other.
pub(super) fn by_elapsed(alignment: &Alignment<'_>, a: &Mention<'_>, b: &Mention<'_>) -> Side {
    let (Some(x), Some(y)) = (minutes(&a.claim.value), minutes(&b.claim.value)) else { return Side::Open };
    let mut stretches = [a, b].into_iter().flat_map(|m| stretches(alignment, m)).peekable();
    if stretches.peek().is_none() {
        return Side::Open;
    }
    let times: Vec<i128> = alignment
        .rows
        .iter()
        .flat_map(|row| &row.reading.claims)
        .filter_map(|c| minutes(&c.value))
        .map(i128::from)
        .collect();
    let (mut first, mut second) = (false, false);
    for stretch in stretches {
        let leads = |to: u16| times.iter().any(|&from| (from + stretch) % DAY == i128::from(to));
        match (leads(x), leads(y)) {
            (true, false) => second = true,
            (false, true) => first = true,
            _ => {}
        }
    }
    match (first, second) {
        (true, false) => Side::First,
        (false, true) => Side::Second,
        _ => Side::Open,
    }
}

/// Returns the stretches of time, in minutes, after which something came about, in the sentence of a time: 26분 만에, 3시간 뒤.
fn stretches(alignment: &Alignment<'_>, m: &Mention<'_>) -> Vec<i128> {
    let reading = alignment.rows[m.row].reading;
    let passed = |claim: &Claim| {
        let Value::Measure { unit, amount } = &claim.value else { return None };
        let behind = reading.doc.text.get(claim.span.end()..).unwrap_or("").trim_start();
        let after = behind.starts_with("만인") || behind.starts_with("만에") || behind.starts_with("뒤인");
        // 1시간 만에 says hours, and the minutes may be anything.
        let fine = amount.step.saturating_mul(unit.factor) / MICRO <= 60 * MICRO;
        (unit.dimension == "time" && after && fine).then_some(())?;
        exact(&claim.value).map(|n| n / MICRO / 60).filter(|n| *n > 0 && *n < DAY)
    };
    reading.claims.iter().filter(|c| c.sentence == m.claim.sentence).filter_map(passed).collect()
}
