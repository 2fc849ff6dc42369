//! Times in the order of what happened: of 오전 7시 40분 떠나 오전 9시 5분 닿고 오전 10시 30분 되돌아 떠나 none goes back.

use super::Side;
use crate::align::slot::{Mention, Slots};
use crate::claim::Value;

/// How many times of a sentence go on without going back for that to tell which of two fits.
const ROW: usize = 3;

/// Returns which of two times is wrong: the one with which its sentence, or the other's, goes back in time, where with
/// the other it goes on from first to last.
pub(super) fn by_order(slots: &Slots<'_>, a: &Mention<'_>, b: &Mention<'_>) -> Side {
    let (Some(x), Some(y)) = (minutes(&a.claim.value), minutes(&b.claim.value)) else { return Side::Open };
    let (mut first, mut second) = (false, false);
    for at in [a, b] {
        let (with_x, with_y) = (goes_on(slots, at, x), goes_on(slots, at, y));
        second |= with_x == Some(true) && with_y == Some(false);
        first |= with_y == Some(true) && with_x == Some(false);
    }
    Side::told(first, second)
}

/// Returns whether the times of the sentence of a place, with another one there, go on from first to last; none where there
/// are too few.
fn goes_on(slots: &Slots<'_>, at: &Mention<'_>, time: u16) -> Option<bool> {
    let beside = slots.mentions.iter().filter(|m| m.row == at.row && m.claim.sentence == at.claim.sentence);
    let times: Vec<u16> = beside
        .map(|m| if m.unit == at.unit { Some(time) } else { minutes(&m.claim.value) })
        .collect::<Option<Vec<u16>>>()?;
    (times.len() >= ROW).then(|| times.windows(2).all(|w| w[0] <= w[1]))
}

/// Returns the minute of the day that a time says.
fn minutes(value: &Value) -> Option<u16> {
    match value {
        Value::Time { hour, minute, half_known: true, .. } => Some(u16::from(*hour) * 60 + minute.map_or(0, u16::from)),
        _ => None,
    }
}
