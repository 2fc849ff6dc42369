//! Which civil days a date means: by what it says, by the day of publication, and by the days named before it.

use jiff::ToSpan;
use jiff::civil::{Date, Weekday};

/// Which way a date points: 지난 back, 오는 ahead.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Way {
    /// Not said.
    Either,
    /// 지난.
    Back,
    /// 오는.
    Ahead,
}

/// The first and the last civil day of a date.
pub(super) type Stretch = (Date, Date);

/// Returns the day, if the calendar has it.
pub(super) fn day(year: i16, month: i8, day: i8) -> Option<Date> {
    Date::new(year, month, day).ok()
}

/// Returns the days of a month.
pub(super) fn month(year: i16, month: i8) -> Option<Stretch> {
    let first = day(year, month, 1)?;
    Some((first, first.last_of_month()))
}

/// Returns the days of a year.
pub(super) fn year(year: i16) -> Option<Stretch> {
    Some((day(year, 1, 1)?, day(year, 12, 31)?))
}

/// Returns the days of the part `index` (from 0) of a year in `parts` equal parts of months: quarters, halves.
pub(super) fn part_of_year(of: i16, parts: i8, index: i8) -> Option<Stretch> {
    let months = 12 / parts;
    let first = month(of, index * months + 1)?.0;
    Some((first, month(of, (index + 1) * months)?.1))
}

/// Returns the third of a stretch: 초 (0), 중순 (1), 말 (2); of a month by tens of days.
pub(super) fn third(of: Stretch, index: i8) -> Option<Stretch> {
    let (from, to) = of;
    if from.first_of_month() == from && to == from.last_of_month() {
        let first = from.checked_add((i64::from(index) * 10).days()).ok()?;
        let last = if index == 2 { to } else { first.checked_add(9.days()).ok()? };
        return Some((first, last));
    }
    let days = (to - from).get_days().max(1) as i64 + 1;
    let at = |n: i64| from.checked_add(n.days()).ok();
    Some((at(days * i64::from(index) / 3)?, at(days * (i64::from(index) + 1) / 3 - 1)?))
}

/// Returns the day of a month and day whose year is not said, nearest to `now` on the side that `way` points to.
pub(super) fn nearest_month(now: Date, m: i8, d: Option<i8>, way: Way) -> Option<i16> {
    let mut best: Option<(i64, i16)> = None;
    for y in now.year() - 1..=now.year() + 1 {
        let Some((from, to)) = (match d {
            Some(d) => day(y, m, d).map(|x| (x, x)),
            None => month(y, m),
        }) else {
            continue;
        };
        let ahead = i64::from((from - now).get_days());
        let back = i64::from((now - to).get_days());
        let distance = if ahead > 0 {
            if way == Way::Back {
                continue;
            }
            ahead + 20
        } else if back > 0 {
            if way == Way::Ahead {
                continue;
            }
            back
        } else {
            0
        };
        // The news says 지난해 and 내년; a month alone is of this year unless the turn of the year is near.
        let distance = distance + if y != now.year() && way == Way::Either { 180 } else { 0 };
        if best.is_none_or(|(b, _)| distance < b) {
            best = Some((distance, y));
        }
    }
    best.map(|(_, y)| y)
}

/// Returns the day of a bare `29일`: this month's, unless its neighbour's is far nearer or `way` points there.
pub(super) fn nearest_day(now: Date, d: i8, way: Way) -> Option<Date> {
    let mut best: Option<(i64, Date)> = None;
    for step in -2_i64..=2 {
        let Ok(there) = now.first_of_month().checked_add(step.months()) else { continue };
        let Some(candidate) = day(there.year(), there.month(), d) else { continue };
        let ahead = i64::from((candidate - now).get_days());
        let fits = match way {
            Way::Either => true,
            Way::Back => ahead <= 0,
            Way::Ahead => ahead >= 0,
        };
        // The news says 지난달 and 다음 달 of other months; only around the turn of a month is the day left alone.
        let cost = ahead.abs() + if step != 0 && way == Way::Either { 15 } else { 0 };
        if fits && best.is_none_or(|(b, _)| cost < b) {
            best = Some((cost, candidate));
        }
    }
    best.map(|(_, date)| date)
}

/// Returns the day of a weekday nearest to `now` on the side that `way` points to; today only where nothing is said.
pub(super) fn nearest_weekday(now: Date, weekday: Weekday, way: Way) -> Option<Date> {
    let offset = i64::from(weekday.to_monday_zero_offset()) - i64::from(now.weekday().to_monday_zero_offset());
    let days = match way {
        Way::Back => offset - if offset >= 0 { 7 } else { 0 },
        Way::Ahead => offset + if offset <= 0 { 7 } else { 0 },
        Way::Either => {
            if offset > 3 {
                offset - 7
            } else if offset < -3 {
                offset + 7
            } else {
                offset
            }
        }
    };
    now.checked_add(days.days()).ok()
}

/// Returns Monday to Sunday of the week `weeks` after that of `now`.
pub(super) fn week(now: Date, weeks: i64) -> Option<Stretch> {
    let monday = now.checked_sub(i64::from(now.weekday().to_monday_zero_offset()).days()).ok()?;
    let first = monday.checked_add((weeks * 7).days()).ok()?;
    Some((first, first.checked_add(6.days()).ok()?))
}

/// Returns the day that lies so many days after another.
pub(super) fn shift(from: Date, days: i64) -> Option<Date> {
    from.checked_add(days.days()).ok()
}

/// Returns the day in the month that lies so many months after that of `now`.
pub(super) fn month_after(now: Date, months: i64) -> Option<Date> {
    now.first_of_month().checked_add(months.months()).ok()
}

/// Holidays on a fixed day of the year.
pub(super) const HOLIDAYS: [(&str, i8, i8); 19] = [
    ("새해 첫날", 1, 1),
    ("크리스마스이브", 12, 24),
    ("크리스마스 이브", 12, 24),
    ("3·1절", 3, 1),
    ("삼일절", 3, 1),
    ("식목일", 4, 5),
    ("어린이날", 5, 5),
    ("어버이날", 5, 8),
    ("스승의날", 5, 15),
    ("스승의 날", 5, 15),
    ("현충일", 6, 6),
    ("제헌절", 7, 17),
    ("광복절", 8, 15),
    ("국군의 날", 10, 1),
    ("개천절", 10, 3),
    ("한글날", 10, 9),
    ("성탄절", 12, 25),
    ("크리스마스", 12, 25),
    ("근로자의 날", 5, 1),
];
