//! Times after a stretch, `2시간 33분 만인 오후 4시 45분` where it began at 오후 2시 12분, and months with a stretch between them:
//! `2025년 8월부터 올해 4월까지 9개월간`.

use super::Side;
use crate::align::Alignment;
use crate::align::reckon::exact;
use crate::align::slot::Mention;
use crate::check::sum::{months_between, whole_months};
use crate::claim::{Claim, Grain, MICRO, Value};
use jiff::civil::Date;

/// A whole day, in minutes.
const DAY: i128 = 1440;

/// Returns which of two times is wrong: the one that no time of the event, and the stretch said beside one of the two, leads
/// to, where they lead to the other.
pub(super) fn by_elapsed(alignment: &Alignment<'_>, a: &Mention<'_>, b: &Mention<'_>) -> Side {
    let (Some((x, p)), Some((y, q))) = (clock(&a.claim.value), clock(&b.claim.value)) else { return Side::Open };
    // 1시 20분부터 2시 5분까지: which half of the day the second is in is not said.
    let round = if p && q { DAY } else { DAY / 2 };
    let mut stretches = [a, b].into_iter().flat_map(|m| stretches(alignment, m)).peekable();
    if stretches.peek().is_none() {
        return Side::Open;
    }
    let times: Vec<i128> = alignment
        .rows
        .iter()
        .flat_map(|row| &row.reading.claims)
        .filter_map(|c| clock(&c.value))
        .filter(|c| c.1 || round < DAY)
        .map(|c| c.0)
        .collect();
    let (mut first, mut second) = (false, false);
    for stretch in stretches {
        let leads = |to: i128| times.iter().any(|&from| (from + stretch) % round == to % round);
        match (leads(x), leads(y)) {
            (true, false) => second = true,
            (false, true) => first = true,
            _ => {}
        }
    }
    Side::told(first, second)
}

/// Returns the minute of the day that a time says, and whether it says in which half of the day.
fn clock(value: &Value) -> Option<(i128, bool)> {
    match value {
        Value::Time { hour, minute, half_known, .. } => {
            Some((i128::from(*hour) * 60 + minute.map_or(0, i128::from), *half_known))
        }
        _ => None,
    }
}

/// Returns which of two months is wrong: the one with which a stretch told from month to month, and how long it is, do not go
/// together, where with the other they do.
pub(super) fn by_months(alignment: &Alignment<'_>, a: &Mention<'_>, b: &Mention<'_>) -> Side {
    let month = |value: &Value| match value {
        Value::Date(d) if d.grain == Grain::Month => d.from,
        _ => None,
    };
    let (Some(x), Some(y)) = (month(&a.claim.value), month(&b.claim.value)) else { return Side::Open };
    let (mut first, mut second) = (false, false);
    for m in [a, b] {
        let reading = alignment.rows[m.row].reading;
        let dated: Vec<&Claim> = reading
            .claims
            .iter()
            .filter(|c| c.sentence == m.claim.sentence && matches!(c.value, Value::Date(_) | Value::Measure { .. }))
            .collect();
        let between =
            |w: &[&Claim], i: usize| reading.doc.text.get(w[i].span.end()..w[i + 1].span.start()).unwrap_or("").trim();
        for w in dated.windows(3).filter(|w| between(w, 0) == "부터" && between(w, 1).starts_with("까지")) {
            let (Some(from), Some(to)) = (month(&w[0].value), month(&w[1].value)) else { continue };
            let Value::Measure { amount, unit } = &w[2].value else { continue };
            if unit.dimension != "time" || unit.code == "d" || amount.hedge.is_some() {
                continue;
            }
            let said = whole_months(amount.low * unit.factor / MICRO / MICRO);
            let fits = |with: Date| {
                let (from, to) = match m.claim.span {
                    span if span == w[0].span => (with, to),
                    span if span == w[1].span => (from, with),
                    _ => return false,
                };
                (0..=1).contains(&(said - months_between(from, to)))
            };
            match (fits(x), fits(y)) {
                (true, false) => second = true,
                (false, true) => first = true,
                _ => {}
            }
        }
    }
    Side::told(first, second)
}

/// Returns the stretches of time, in minutes, after which something came about, in the sentence of a time: 33분 만에, 3시간 뒤.
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
