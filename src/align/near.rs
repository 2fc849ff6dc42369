//! Dates that lie so near each other that one may be written for the other: 12월 4일 and 12월 5일, 내년 4월 and 내년 5월.

use super::digits::shape;
use crate::claim::{DateValue, Grain, Value};

/// Returns how many days lie between two, by their beginnings, or by their ends where they begin on one day.
pub(super) fn days_apart(a: &DateValue, b: &DateValue) -> Option<i32> {
    let apart = (a.from? - b.from?).get_days().abs();
    if apart == 0 { Some((a.to? - b.to?).get_days().abs()) } else { Some(apart) }
}

/// Returns whether one date may be written for the other: two days of one month that are both said with it, or stretches
/// of days, at most two apart or a slip of a digit; two days of which one's month is the other's day; two months of one year, next to each other or a digit apart; one
/// month of two years one or ten apart.
pub(super) fn are_near(a: &Value, b: &Value) -> bool {
    let (Value::Date(x), Value::Date(y)) = (a, b) else { return false };
    let (Some(from), Some(other)) = (x.from, y.from) else { return false };
    let slip = || {
        let shape = shape(a, b);
        shape.swapped || shape.dropped
    };
    let of_year = from.year() == other.year();
    match (x.grain, y.grain) {
        (Grain::Day, Grain::Day) => {
            let stretches = x.until.is_some() && y.until.is_some();
            let told = stretches || (x.month.is_some() && y.month.is_some());
            let apart = days_apart(x, y).unwrap_or(i32::MAX);
            // 11월 7일 and 7월 11일: month and day changed places.
            let turned = from.month() == other.day() && from.day() == other.month() && from != other;
            let near = from.month() == other.month() && (matches!(apart, 1 | 2 | 10 | 20) || slip());
            told && of_year && (near || turned)
        }
        (Grain::Month, Grain::Month) => {
            let apart = (from.month() - other.month()).abs();
            let years = (from.year() - other.year()).abs();
            (of_year && (apart == 1 || (apart > 0 && slip()))) || (apart == 0 && matches!(years, 1 | 10))
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn of(year: i16, month: i8, day: Option<i8>) -> Value {
        let from = date(year, month, day.unwrap_or(1));
        let to = if day.is_some() { from } else { from.last_of_month() };
        let grain = if day.is_some() { Grain::Day } else { Grain::Month };
        let (from, to) = (Some(from), Some(to));
        Value::Date(DateValue {
            year: Some(year),
            month: Some(month),
            day,
            until: None,
            weekday: None,
            from,
            to,
            grain,
            relative: false,
        })
    }

    #[test]
    fn near_is_what_a_slip_leads_to() {
        for (a, b, near) in [
            (of(2025, 12, Some(4)), of(2025, 12, Some(5)), true),
            (of(2025, 3, Some(13)), of(2025, 3, Some(31)), true),
            (of(2025, 9, Some(19)), of(2025, 9, Some(29)), true),
            (of(2025, 5, Some(17)), of(2025, 5, Some(7)), true),
            (of(2027, 11, Some(7)), of(2027, 7, Some(11)), true),
            (of(2025, 12, Some(4)), of(2025, 12, Some(9)), false),
            (of(2025, 4, None), of(2025, 5, None), true),
            (of(2023, 11, None), of(2023, 1, None), true),
            (of(2014, 4, None), of(2004, 4, None), true),
            (of(2025, 4, None), of(2025, 8, None), false),
        ] {
            assert_eq!(are_near(&a, &b), near, "{a:?} {b:?}");
        }
    }
}
