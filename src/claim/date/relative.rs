//! Dates told by words: 이날, 지난달 31일, 올해, 다음 주 월요일, 광복절.

use super::{Days, Lead, Said, after_year, finish, numbered, small, value, weekday_of, year_of};
use crate::claim::calendar::{self, Way};
use crate::claim::figure::{Figure, Here};
use crate::claim::tail;
use crate::claim::value::{Grain, Value, WeekdaySaid};
use crate::source::Span;
use jiff::civil::Date;

/// Words for a year, with the distance from that of publication.
const YEARS: [(&str, i16); 9] = [
    ("올해", 0),
    ("금년", 0),
    ("지난해", -1),
    ("지난 해", -1),
    ("작년", -1),
    ("재작년", -2),
    ("내년", 1),
    ("내후년", 2),
    ("올", 0),
];

/// Words for a month, with the distance from that of publication.
const MONTHS: [(&str, i64); 11] = [
    ("저번달", -1),
    ("저번 달", -1),
    ("지난달", -1),
    ("지난 달", -1),
    ("지지난달", -2),
    ("이달", 0),
    ("이번달", 0),
    ("이번 달", 0),
    ("다음달", 1),
    ("다음 달", 1),
    ("내달", 1),
];

/// Words for a day, with the distance, and whether it counts from the day of the paragraph (이날) or of publication.
const DAYS: [(&str, i64, bool); 22] = [
    ("엊그저께", -2, false),
    ("엊그제", -2, false),
    ("내일모레", 2, false),
    ("내일 모레", 2, false),
    ("오늘", 0, false),
    ("금일", 0, false),
    ("어제", -1, false),
    ("어저께", -1, false),
    ("그저께", -2, false),
    ("그제", -2, false),
    ("내일", 1, false),
    ("명일", 1, false),
    ("모레", 2, false),
    ("글피", 3, false),
    ("이날", 0, true),
    ("당일", 0, true),
    ("같은 날", 0, true),
    ("같은날", 0, true),
    ("전날", -1, true),
    ("이튿날", 1, true),
    ("다음날", 1, true),
    ("다음 날", 1, true),
];

const WEEKS: [(&str, i64); 11] = [
    ("저번주", -1),
    ("저번 주", -1),
    ("지난주", -1),
    ("지난 주", -1),
    ("이번주", 0),
    ("이번 주", 0),
    ("금주", 0),
    ("다음주", 1),
    ("다음 주", 1),
    ("내주", 1),
    ("지지난주", -2),
];

/// Returns whether the text begins with the word; the last byte of its first syllable tells most words apart.
fn begins(rest: &str, word: &str) -> bool {
    rest.as_bytes().get(2) == word.as_bytes().get(2) && rest.starts_with(word)
}

/// Returns the words of a table, or none where none of them can begin the text.
fn among<T>(table: &[T], opens: bool) -> std::slice::Iter<'_, T> {
    if opens { table.iter() } else { [].iter() }
}

/// Returns whether the syllable begins a word for a date; asked first, as most words end here.
pub(in crate::claim) fn opens(first: char) -> bool {
    opens_year(first)
        || opens_month(first)
        || opens_day(first)
        || opens_holiday(first)
        || weekday_of(first).is_some()
        || matches!(first, '오' | '매' | '상' | '하')
}

/// Returns whether the syllable begins one of [`YEARS`].
fn opens_year(first: char) -> bool {
    matches!(first, '올' | '금' | '지' | '작' | '재' | '내')
}

/// Returns whether the syllable begins one of [`MONTHS`] or [`WEEKS`].
fn opens_month(first: char) -> bool {
    matches!(first, '저' | '지' | '이' | '다' | '내' | '금')
}

/// Returns whether the syllable begins one of [`DAYS`].
fn opens_day(first: char) -> bool {
    matches!(first, '엊' | '내' | '오' | '금' | '어' | '그' | '명' | '모' | '글' | '이' | '당' | '같' | '전' | '다')
}

/// Returns whether the syllable begins one of the holidays.
fn opens_holiday(first: char) -> bool {
    matches!(first, '새' | '크' | '삼' | '식' | '어' | '스' | '현' | '제' | '광' | '국' | '개' | '한' | '성' | '근')
}

/// Reads a date that begins with 한글; returns the byte after it.
pub(in crate::claim) fn word(here: &Here<'_>, at: usize, days: &mut Days, out: &mut Vec<Figure>) -> Option<usize> {
    let rest = here.rest(at);
    let first = rest.chars().next().filter(|&c| opens(c))?;
    let published = days.published;
    let whole = |end: usize| tail::leaves_whole(tail::run(here.rest(end)));
    if matches!(first, '지' | '오' | '저')
        && let Some((word, way)) = [("지난", Way::Back), ("오는", Way::Ahead), ("저번 ", Way::Back)]
            .into_iter()
            .find(|(w, _)| rest.starts_with(w))
    {
        let next = here.gap(at + word.len());
        let lead = Lead { way, ..Lead::none(at) };
        if small(here, next).is_some() || here.rest(next).starts_with(|c: char| c.is_ascii_digit()) {
            let from = out.len();
            return numbered(here, next, lead, days, out).filter(|_| out.len() > from);
        }
        if let Some((said, end)) = weekday_said(here, next) {
            let day = published.and_then(|p| calendar::nearest_weekday(p, said.day, way));
            return weekday_figure(here, lead, day, said, end, days, out);
        }
    }
    // 이번 금요일 is that of this week, 다음 금요일 that of the next.
    if matches!(first, '이' | '다')
        && let Some((word, weeks)) = [("이번 ", 0), ("다음 ", 1)].into_iter().find(|(w, _)| rest.starts_with(w))
        && let Some((said, end)) = weekday_said(here, at + word.len())
    {
        let monday = published.and_then(|p| calendar::week(p, weeks)).map(|w| w.0);
        let day = monday.and_then(|m| calendar::shift(m, i64::from(said.day.to_monday_zero_offset())));
        return weekday_figure(here, Lead::none(at), day, said, end, days, out);
    }
    if first == '매'
        && let Some(word) = ["매년 ", "매월 ", "매달 "].into_iter().find(|w| rest.starts_with(w))
    {
        let next = at + word.len();
        return numbered(here, next, Lead { recurring: true, ..Lead::none(at) }, days, out);
    }
    if let Some(&(word, step)) = among(&YEARS, opens_year(first)).find(|(w, _)| begins(rest, w)) {
        let end = at + word.len();
        let year = published.map(|p| p.year() + step);
        let lead = Lead { year, has_year: true, ..Lead::none(at) };
        let numbered_next = here.rest(here.gap(end)).starts_with(|c: char| c.is_ascii_digit())
            || here.rest(here.gap(end)).starts_with("상반기")
            || here.rest(here.gap(end)).starts_with("하반기");
        if word == "올"
            && !numbered_next
            && !["초", "말"].iter().any(|w| here.rest(here.gap(end)).starts_with(w) && whole(here.gap(end) + 3))
        {
            return None;
        }
        if !numbered_next && !whole(end) {
            return None;
        }
        let from = out.len();
        let end = after_year(here, end, lead, days, out, true)?;
        // The word is no digit, but the month or day behind it is.
        if let Some(Figure { value: Value::Date(v), .. }) = out.get_mut(from) {
            v.relative = v.month.is_none() && v.grain != Grain::Part;
        }
        return Some(end);
    }
    if let Some(&(word, step)) = among(&MONTHS, opens_month(first)).find(|(w, _)| begins(rest, w)) {
        let end = at + word.len();
        let month = published.and_then(|p| calendar::month_after(p, step));
        let lead = Lead { month, has_month: true, ..Lead::none(at) };
        let next = here.gap(end);
        if small(here, next).is_some()
            && let Some(end) = numbered(here, next, lead, days, out)
        {
            return Some(end);
        }
        if let Some((day, weekday, end)) = month.and_then(|m| nth_day(here, end, m)) {
            let mut v = value(Said::default(), Some((day, day)), Grain::Day, true);
            v.weekday = weekday;
            return finish(here, lead, end, v, days, out);
        }
        if !whole(end) {
            return None;
        }
        let stretch = month.map(|m| (m, m.last_of_month()));
        let said = Said { month: month.map(|m| m.month()), ..Said::default() };
        return finish(here, lead, end, value(said, stretch, Grain::Month, true), days, out);
    }
    if let Some(&(word, step)) = among(&WEEKS, opens_month(first)).find(|(w, _)| begins(rest, w)) {
        let end = at + word.len();
        if !whole(end) {
            return None;
        }
        let week = published.and_then(|p| calendar::week(p, step));
        let lead = Lead::none(at);
        if let Some((said, end)) = weekday_said(here, here.gap(end)) {
            let offset = i64::from(said.day.to_monday_zero_offset());
            let day = week.and_then(|w| calendar::shift(w.0, offset));
            return weekday_figure(here, lead, day, said, end, days, out);
        }
        return finish(here, lead, end, value(Said::default(), week, Grain::Part, true), days, out);
    }
    if let Some(&(word, step, from_anchor)) = among(&DAYS, opens_day(first)).find(|(w, _, _)| begins(rest, w)) {
        let end = at + word.len();
        let run = tail::run(here.rest(end));
        if !tail::is_particle(run) && !run.starts_with("부터") {
            return None;
        }
        let base = if from_anchor { days.today() } else { published };
        let day = base.and_then(|b| calendar::shift(b, step));
        let mut v = value(Said::default(), day.map(|d| (d, d)), Grain::Day, true);
        v.weekday = None;
        // 이날 does not move the anchor, 이튿날 does.
        if step == 0 && from_anchor {
            out.push(Figure { start: at, end, value: Value::Date(v) });
            return Some(end);
        }
        return finish(here, Lead::none(at), end, v, days, out);
    }
    if matches!(first, '상' | '하')
        && let Some((word, index)) = [("상반기", 0), ("하반기", 1)].into_iter().find(|(w, _)| rest.starts_with(w))
    {
        let end = at + word.len();
        if !whole(end) {
            return None;
        }
        let year = days.year.or(published.map(|p| p.year()));
        let stretch = year.and_then(|y| calendar::part_of_year(y, 2, index));
        return finish(here, Lead::none(at), end, value(Said::default(), stretch, Grain::Part, true), days, out);
    }
    if let Some(&(word, month, day)) =
        among(&calendar::HOLIDAYS, opens_holiday(first)).find(|(w, _, _)| begins(rest, w))
    {
        let end = at + word.len();
        if !whole(end) {
            return None;
        }
        let from = year_of(days, &Lead::none(at), month, Some(day)).and_then(|y| calendar::day(y, month, day));
        let mut v = value(Said::default(), from.map(|d| (d, d)), Grain::Day, true);
        (v.month, v.day) = (Some(month), Some(day));
        // A holiday's name is no day that 이날 points to.
        out.push(Figure { start: at, end, value: Value::Date(v) });
        return Some(end);
    }
    if let Some((said, end)) = weekday_said(here, at) {
        let day = published.and_then(|p| calendar::nearest_weekday(p, said.day, Way::Either));
        return weekday_figure(here, Lead::none(at), day, said, end, days, out);
    }
    None
}

/// Which of the weekdays of a month: 첫째, `두 번째`, 마지막 (0).
const NTH: [(&str, i8); 17] = [
    ("첫 번째", 1),
    ("첫번째", 1),
    ("첫째", 1),
    ("첫", 1),
    ("두 번째", 2),
    ("두번째", 2),
    ("둘째", 2),
    ("세 번째", 3),
    ("세번째", 3),
    ("셋째", 3),
    ("네 번째", 4),
    ("네번째", 4),
    ("넷째", 4),
    ("다섯 번째", 5),
    ("다섯번째", 5),
    ("다섯째", 5),
    ("마지막", 0),
];

/// Reads the weekday of a month that is told by its number, behind the month: ` 첫째 월요일`, `의 마지막 금요일`,
/// ` 셋째 주 목요일`, ` 마지막 날`.
pub(super) fn nth_day(here: &Here<'_>, at: usize, first: Date) -> Option<(Date, Option<WeekdaySaid>, usize)> {
    let at = at + here.rest(at).strip_prefix('의').map_or(0, |_| "의".len());
    let at = here.gap(at);
    let (word, n) = NTH.into_iter().find(|(w, _)| here.rest(at).starts_with(w))?;
    let mut next = here.gap(at + word.len());
    if let Some(behind) = here.rest(next).strip_prefix('날') {
        let day = if n == 0 { first.last_of_month() } else { first };
        let end = next + "날".len();
        return (n <= 1 && tail::leaves_whole(tail::run(behind))).then_some((day, None, end));
    }
    if here.rest(next).starts_with("주 ") {
        next += "주 ".len();
    }
    let (said, end) = weekday_said(here, next)?;
    let offset =
        |from: Date| i64::from(said.day.to_monday_zero_offset()) - i64::from(from.weekday().to_monday_zero_offset());
    let day = match n {
        0 => {
            let last = first.last_of_month();
            let back = offset(last);
            calendar::shift(last, if back > 0 { back - 7 } else { back })?
        }
        n => {
            let ahead = offset(first).rem_euclid(7);
            calendar::shift(first, ahead + 7 * i64::from(n - 1))?
        }
    };
    (day.month() == first.month()).then_some((day, Some(said), end))
}

fn weekday_said(here: &Here<'_>, at: usize) -> Option<(WeekdaySaid, usize)> {
    let c = here.rest(at).chars().next()?;
    let day = weekday_of(c)?;
    let end = at + c.len_utf8() + "요일".len();
    let long = here.rest(at + c.len_utf8()).starts_with("요일");
    (long && tail::leaves_whole(tail::run(here.rest(end))))
        .then(|| (WeekdaySaid { day, span: Span::new(at, end) }, end))
}

fn weekday_figure(
    here: &Here<'_>,
    lead: Lead,
    day: Option<Date>,
    said: WeekdaySaid,
    end: usize,
    days: &mut Days,
    out: &mut Vec<Figure>,
) -> Option<usize> {
    let mut v = value(Said::default(), day.map(|d| (d, d)), Grain::Day, true);
    v.weekday = Some(said);
    finish(here, lead, end, v, days, out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_of_the_tables_is_asked_for() {
        let first = |word: &str| word.chars().next().unwrap();
        assert!(YEARS.iter().all(|(w, _)| opens(first(w)) && opens_year(first(w))));
        assert!(MONTHS.iter().chain(&WEEKS).all(|(w, _)| opens(first(w)) && opens_month(first(w))));
        assert!(DAYS.iter().all(|(w, _, _)| opens(first(w)) && opens_day(first(w))));
        let read_by_word = calendar::HOLIDAYS.iter().filter(|(w, _, _)| !first(w).is_ascii_digit());
        assert!(read_by_word.clone().all(|(w, _, _)| opens(first(w)) && opens_holiday(first(w))));
    }
}
