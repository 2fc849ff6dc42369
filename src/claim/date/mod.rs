//! Dates: `29일`, `지난달 31일`, `2019년 5월`, `10∼12일`, 이날, 올해, `3분기`, `7월 29일(화)`.

use super::calendar::{self, Stretch, Way};
use super::figure::{Figure, Here, over_range_sign};
use super::tail;
use super::value::{DateValue, Grain, MICRO, Until, Value, WeekdaySaid};
use crate::source::{Span, Stamp};
use crate::text::{BlockKind, numeral};
use jiff::civil::{Date, Weekday};

mod relative;

pub(super) use relative::{opens, word};

/// The days that have been named so far.
pub(super) struct Days {
    published: Option<Date>,
    block: Option<u32>,
    /// The last day named in this paragraph: 이날 points to it.
    anchor: Option<Date>,
    /// The first day named in the copy near publication: 이날 of a paragraph without a day.
    main: Option<Date>,
    body: bool,
    /// The year and the month of the last date in this sentence, where they were said.
    year: Option<i16>,
    month: Option<i8>,
}

impl Days {
    /// Returns the days known before the text: that of publication.
    pub(super) fn new(published: Option<Stamp>) -> Days {
        let published = published.map(|s| s.date);
        Days { published, block: None, anchor: None, main: None, body: false, year: None, month: None }
    }

    /// Begins a sentence of a block.
    pub(super) fn enter(&mut self, block: u32, kind: BlockKind) {
        if self.block != Some(block) {
            self.block = Some(block);
            self.anchor = None;
        }
        self.body = matches!(kind, BlockKind::Body | BlockKind::Item);
        self.year = None;
        self.month = None;
    }

    fn today(&self) -> Option<Date> {
        self.anchor.or(self.main).or(self.published)
    }

    fn note(&mut self, value: &DateValue) {
        if value.year.is_some() && !value.relative {
            self.year = value.year;
        }
        if value.grain == Grain::Day {
            if let Some(day) = value.from {
                self.month = Some(day.month());
                self.anchor = Some(value.to.unwrap_or(day));
                let near = self.published.is_some_and(|p| (p - day).get_days().abs() <= 3);
                if self.body && self.main.is_none() && near {
                    self.main = Some(day);
                }
            }
        } else if let Some(month) = value.month {
            self.month = Some(month);
        }
    }
}

/// What was said before the number of a date.
#[derive(Clone, Copy)]
struct Lead {
    start: usize,
    way: Way,
    /// The year, known from a word (올해, 지난해).
    year: Option<i16>,
    /// Whether a year word stands there, known or not.
    has_year: bool,
    /// The first of the month known from a word (지난달).
    month: Option<Date>,
    has_month: bool,
    /// 매년, 매월: no day of its own.
    recurring: bool,
}

impl Lead {
    fn none(start: usize) -> Lead {
        Lead { start, way: Way::Either, year: None, has_year: false, month: None, has_month: false, recurring: false }
    }
}

/// What a date says.
#[derive(Clone, Copy, Default)]
struct Said {
    year: Option<i16>,
    month: Option<i8>,
    day: Option<i8>,
}

/// Reads a date that begins with a digit; returns the byte after it.
pub(super) fn read(here: &Here<'_>, at: usize, days: &mut Days, out: &mut Vec<Figure>) -> Option<usize> {
    let mut lead = Lead::none(at);
    // ’24년, ’24.7.30 — but ‘10월 축제’ is a quotation.
    if here.before(at).ends_with(['\'', '’', '‘'])
        && numeral::digits(here.text, at).is_some_and(|d| d.count == 2 && here.rest(d.end).starts_with(['년', '.']))
    {
        lead.start = here.before(at).char_indices().next_back().map_or(at, |(i, _)| i + here.start);
    }
    numbered(here, at, lead, days, out)
}

struct Number {
    n: i64,
    count: u8,
    end: usize,
}

fn small(here: &Here<'_>, at: usize) -> Option<Number> {
    if !here.rest(at).starts_with(|c: char| c.is_ascii_digit()) {
        return spoken(here, at);
    }
    let d = numeral::digits(here.text, at).filter(|d| !d.decimal && !d.grouped && d.count <= 4)?;
    Some(Number { n: i64::try_from(d.value / MICRO).ok()?, count: d.count, end: d.end })
}

/// Returns the number of a day or month by word, as broadcasters have it: 오는 십오일, 다음 달 삼일부터.
fn spoken(here: &Here<'_>, at: usize) -> Option<Number> {
    let n = numeral::read(here.text, at, here.end).filter(|n| n.form == numeral::Form::Sino && !n.over)?;
    let day = i64::try_from(n.integer()?).ok().filter(|d| (1..=31).contains(d))?;
    here.rest(n.end).starts_with(['일', '월']).then_some(Number { n: day, count: 2, end: n.end })
}

fn numbered(here: &Here<'_>, at: usize, lead: Lead, days: &mut Days, out: &mut Vec<Figure>) -> Option<usize> {
    if let Some(end) = dotted(here, at, lead, days, out) {
        return Some(end);
    }
    let first = small(here, at)?;
    // 2018∼2020년, 10~11월, 18∼20일
    let (until, unit_at) = match over_range_sign(here, first.end).or_else(|| list_sign(here, first.end)) {
        Some(second) => match small(here, second) {
            Some(n) => (Some(n), None),
            None => (None, Some(first.end)),
        },
        None => (None, Some(first.end)),
    };
    let unit_at = here.gap(unit_at.unwrap_or_else(|| until.as_ref().map_or(first.end, |u| u.end)));
    let unit = here.rest(unit_at).chars().next()?;
    let mut until = until.map(|u| u.n);
    // A list of days has `일` behind the last; `2018, 2019년` too.
    let end = unit_at + unit.len_utf8();
    match unit {
        '년' => {
            let apostrophe = lead.start < at && here.rest(lead.start).starts_with(['\'', '’', '‘']);
            let year = full_year(&first, apostrophe, here, end)?;
            let behind = tail::run(here.rest(end));
            if let Some(rest) = behind.strip_prefix('대') {
                if first.n % 10 != 0 || !tail::leaves_whole(rest) {
                    return None;
                }
                let from = calendar::day(year, 1, 1)?;
                let to = calendar::day(year + 9, 12, 31)?;
                let value = value(Said { year: Some(year), ..Said::default() }, Some((from, to)), Grain::Coarse, false);
                return finish(here, lead, end + "대".len(), value, days, out);
            }
            if let Some(last) = until {
                let last = if last < 100 { year / 100 * 100 + last as i16 } else { last as i16 };
                if last <= year || !tail::leaves_whole(behind) || behind.starts_with('간') {
                    return None;
                }
                let mut v = value(Said { year: Some(year), ..Said::default() }, None, Grain::Year, false);
                v.until = Some(Until { year: Some(last), month: None, day: None });
                v.from = calendar::day(year, 1, 1);
                v.to = calendar::day(last, 12, 31);
                return finish(here, lead, end, v, days, out);
            }
            after_year(here, end, Lead { year: Some(year), has_year: true, ..lead }, days, out, false)
        }
        '월' => {
            let m = i8::try_from(first.n).ok().filter(|m| (1..=12).contains(m))?;
            if unit_at > first.end && until.is_none() && !here.rest(end).starts_with(' ') {
                return None;
            }
            let last = until.take();
            in_month(here, end, m, last, lead, days, out)
        }
        '일' => {
            if unit_at > first.end && until.is_none() {
                return None;
            }
            in_days(here, first.n, until, end, lead, None, days, out)
        }
        '분' if here.rest(unit_at).starts_with("분기") && until.is_none() => {
            quarter(here, first.n, unit_at + "분기".len(), lead, days, out)
        }
        // 2/4분기 is the older way.
        '/' if here.rest(unit_at).starts_with("/4분기") && until.is_none() => {
            quarter(here, first.n, unit_at + "/4분기".len(), lead, days, out)
        }
        '세' if here.rest(unit_at).starts_with("세기") && until.is_none() => {
            let end = unit_at + "세기".len();
            if !(1..=30).contains(&first.n) || !tail::leaves_whole(tail::run(here.rest(end))) {
                return None;
            }
            let last = first.n as i16 * 100;
            let stretch = calendar::day(last - 99, 1, 1).zip(calendar::day(last, 12, 31));
            let stretch = if here.before(at).trim_end().ends_with("기원전") { None } else { stretch };
            let said = Said { year: Some(last - 99), ..Said::default() };
            finish(here, lead, end, value(said, stretch, Grain::Coarse, false), days, out)
        }
        _ => None,
    }
}

/// Reads the quarter `q` of the year, whose word ends at `end`; `3분기 연속` is a number of quarters.
fn quarter(here: &Here<'_>, q: i64, end: usize, lead: Lead, days: &mut Days, out: &mut Vec<Figure>) -> Option<usize> {
    let behind = here.rest(end);
    if !(1..=4).contains(&q) || behind.trim_start().starts_with("연속") || !tail::leaves_whole(tail::run(behind)) {
        return None;
    }
    let y = lead.year.or(if lead.has_year { None } else { days.year.or(days.published.map(|p| p.year())) });
    let stretch = y.and_then(|y| calendar::part_of_year(y, 4, q as i8 - 1));
    let said = Said { year: lead.year, ..Said::default() };
    finish(here, lead, end, value(said, stretch, Grain::Part, false), days, out)
}

/// `10·11일`, `10, 11일`: days in a row.
fn list_sign(here: &Here<'_>, at: usize) -> Option<usize> {
    here.rest(at).starts_with('·').then(|| at + '·'.len_utf8())
}

fn full_year(n: &Number, apostrophe: bool, here: &Here<'_>, end: usize) -> Option<i16> {
    let behind = here.rest(end);
    let duration = ["간", "동안", "째", "만에", "여", "짜리", "전", "뒤", "넘", "이상"]
        .iter()
        .any(|w| behind.trim_start_matches(' ').starts_with(w))
        && n.count < 4;
    let duration = duration || behind.starts_with("간") || behind.trim_start().starts_with("동안");
    match n.count {
        4 if (1000..=2200).contains(&n.n) && !duration => Some(n.n as i16),
        2 if apostrophe => Some(if n.n < 50 { 2000 } else { 1900 } + n.n as i16),
        2 if n.n % 10 == 0 && n.n >= 20 && behind.starts_with("대") && !behind.starts_with("대비") => {
            Some(1900 + n.n as i16)
        }
        2 if !duration && month_follows(here, end) && n.n >= 80 => Some(1900 + n.n as i16),
        _ => None,
    }
}

fn month_follows(here: &Here<'_>, end: usize) -> bool {
    small(here, here.gap(end)).is_some_and(|m| here.rest(m.end).starts_with('월') && (1..=12).contains(&m.n))
}

/// Reads what may follow a year: month and day, half, quarter, 초, 말; else it is the year alone.
fn after_year(
    here: &Here<'_>,
    end: usize,
    lead: Lead,
    days: &mut Days,
    out: &mut Vec<Figure>,
    relative: bool,
) -> Option<usize> {
    let whole = here
        .rest(end)
        .strip_prefix('도')
        .filter(|r| tail::leaves_whole(tail::run(r)))
        .map_or(end, |_| end + "도".len());
    let next = here.gap(whole);
    if let Some(n) = small(here, next)
        && (here.rest(here.gap(n.end)).starts_with(['월', '분']) || here.rest(n.end).starts_with("/4분기"))
        && let Some(end) = numbered(here, next, lead, days, out)
    {
        return Some(end);
    }
    if let Some(range) = small(here, next)
        && over_range_sign(here, range.end).is_some()
        && let Some(end) =
            numbered(here, next, lead, days, out).filter(|_| out.last().is_some_and(|f| f.start == lead.start))
    {
        return Some(end);
    }
    for (word, index) in [("상반기", 0), ("하반기", 1)] {
        if let Some(behind) = here.rest(next).strip_prefix(word)
            && tail::leaves_whole(tail::run(behind))
        {
            let stretch = lead.year.and_then(|y| calendar::part_of_year(y, 2, index));
            let said = Said { year: lead.year, ..Said::default() };
            return finish(here, lead, next + word.len(), value(said, stretch, Grain::Part, relative), days, out);
        }
    }
    if !tail::leaves_whole(tail::run(here.rest(whole))) {
        return None;
    }
    let stretch = lead.year.and_then(calendar::year);
    let said = Said { year: lead.year, ..Said::default() };
    finish(here, lead, whole, value(said, stretch, Grain::Year, relative), days, out)
}

/// Reads what may follow a month: day or days, 초, 말; else it is the month alone.
fn in_month(
    here: &Here<'_>,
    end: usize,
    month: i8,
    last_month: Option<i64>,
    lead: Lead,
    days: &mut Days,
    out: &mut Vec<Figure>,
) -> Option<usize> {
    if last_month.is_none() {
        let next = here.gap(end);
        if let Some(day) = small(here, next) {
            let (until, day_end) = match over_range_sign(here, day.end).or_else(|| list_sign(here, day.end)) {
                Some(second) => match small(here, second) {
                    Some(u) => (Some(u.n), u.end),
                    None => (None, day.end),
                },
                None => (None, day.end),
            };
            if here.rest(here.gap(day_end)).starts_with('일') && (1..=31).contains(&day.n) {
                let end = here.gap(day_end) + "일".len();
                if let Some(end) = in_days(here, day.n, until, end, lead, Some(month), days, out) {
                    return Some(end);
                }
            }
        }
    }
    let year = year_of(days, &lead, month, None);
    if last_month.is_none()
        && let Some(first) = year.and_then(|y| calendar::day(y, month, 1))
        && let Some((day, weekday, end)) = relative::nth_day(here, end, first)
    {
        let stretch = Some((day, day)).filter(|_| !lead.recurring);
        let mut v = value(Said { year: lead.year, month: Some(month), day: None }, stretch, Grain::Day, false);
        v.weekday = weekday;
        return finish(here, lead, end, v, days, out);
    }
    if !tail::leaves_whole(tail::run(here.rest(end))) || here.rest(end).starts_with("생") {
        return None;
    }
    let mut stretch = year.and_then(|y| calendar::month(y, month));
    let mut v = value(Said { year: lead.year, month: Some(month), day: None }, stretch, Grain::Month, false);
    if let Some(last) = last_month {
        let last = i8::try_from(last).ok().filter(|m| (1..=12).contains(m))?;
        let to = year.and_then(|y| calendar::month(if last < month { y + 1 } else { y }, last));
        stretch = stretch.zip(to).map(|(a, b)| (a.0, b.1));
        v.until = Some(Until { year: None, month: Some(last), day: None });
        (v.from, v.to) = (stretch.map(|s| s.0), stretch.map(|s| s.1));
    }
    if lead.recurring {
        (v.from, v.to) = (None, None);
    }
    finish(here, lead, end, v, days, out)
}

fn year_of(days: &Days, lead: &Lead, month: i8, day: Option<i8>) -> Option<i16> {
    if lead.has_year {
        return lead.year;
    }
    if let Some(year) = days.year.filter(|_| lead.way == Way::Either) {
        return Some(year);
    }
    days.published.and_then(|now| calendar::nearest_month(now, month, day, lead.way))
}

/// Whether what follows 일 makes the number a duration: `3일간`, `5일 만에`, `7일째`.
fn is_duration(here: &Here<'_>, end: usize) -> bool {
    let behind = here.rest(end);
    if ["간", "째", "치", "동안", "여", "짜리", "당", "차", "정", "장", "분의", "만에", "씩", "속"]
        .iter()
        .any(|w| behind.starts_with(w))
    {
        return true;
    }
    let since = |run: &str| {
        ["전", "후", "뒤"].iter().any(|w| run.strip_prefix(w).is_some_and(|r| tail::is_particle(r) && r != "라"))
    };
    let Some(next) = behind.strip_prefix(' ') else { return behind.starts_with("이내") || since(tail::run(behind)) };
    let run = tail::run(next);
    ["동안", "연속", "이내", "만에", "만의", "간의", "가량", "앞당", "안에", "정도", "남짓", "넘게", "이상", "연휴"]
        .iter()
        .any(|w| run.starts_with(w))
        // 20일 여 만에, but 20일 여자부에서.
        || run == "여"
        || since(run)
}

#[allow(clippy::too_many_arguments, reason = "a day is told by its month, its lead and its end together")]
fn in_days(
    here: &Here<'_>,
    first: i64,
    until: Option<i64>,
    end: usize,
    lead: Lead,
    month: Option<i8>,
    days: &mut Days,
    out: &mut Vec<Figure>,
) -> Option<usize> {
    let d = i8::try_from(first).ok().filter(|d| (1..=31).contains(d))?;
    let behind = tail::run(here.rest(end));
    let plain = month.is_none() && lead.way == Way::Either && !lead.has_month;
    if (plain && is_duration(here, end)) || !(tail::leaves_whole(behind) || behind.starts_with("자")) {
        return None;
    }
    if plain && until.is_none() && here.previous(lead.start).is_some_and(|c| c == '박') {
        return None;
    }
    let from = if let Some(m) = month {
        year_of(days, &lead, m, Some(d)).and_then(|y| calendar::day(y, m, d))
    } else if lead.has_month {
        lead.month.and_then(|m| calendar::day(m.year(), m.month(), d))
    } else {
        // `6월 18일 … 20일` in one sentence is June; so is `2019년 5월 3일 … 7일` of that year.
        let here_said =
            days.anchor.filter(|a| days.month == Some(a.month()) && lead.way == Way::Either && a.day() <= d);
        let same = here_said.and_then(|a| calendar::day(a.year(), a.month(), d));
        same.or_else(|| days.published.and_then(|now| calendar::nearest_day(now, d, lead.way)))
    };
    let from = from.filter(|_| !lead.recurring);
    let mut v = value(
        Said { year: lead.year, month: month.or(lead.month.map(|m| m.month())), day: Some(d) },
        from.map(|x| (x, x)),
        Grain::Day,
        false,
    );
    let mut end = end;
    v.weekday = weekday_in_brackets(here, end).map(|(w, _)| w);
    let bracket = weekday_in_brackets(here, end).map_or(end, |(_, e)| e);
    if let Some(last) = until {
        let last = i8::try_from(last).ok().filter(|l| *l > d && *l <= 31)?;
        v.until = Some(Until { year: None, month: None, day: Some(last) });
        v.to = from.and_then(|f| calendar::day(f.year(), f.month(), last));
    } else if let Some((said, to_end)) = stretch_end(here, bracket) {
        v.until = Some(said);
        v.to = from.and_then(|f| {
            let month = said.month.unwrap_or(f.month());
            let year = said.year.unwrap_or(if month < f.month() { f.year() + 1 } else { f.year() });
            calendar::day(year, month, said.day?)
        });
        end = to_end;
    }
    finish(here, lead, end, v, days, out)
}

/// Reads the far end of a stretch of days: `부터 12일`, `부터 8월 1일`, `∼8월 1일`, `~2025년 1월 2일`.
fn stretch_end(here: &Here<'_>, at: usize) -> Option<(Until, usize)> {
    let next = over_range_sign(here, at).or_else(|| here.rest(at).strip_prefix("부터 ").map(|r| here.end - r.len()))?;
    let mut said = Until { year: None, month: None, day: None };
    let mut n = small(here, next)?;
    let mut end = n.end;
    if here.rest(end).starts_with('년') && n.count == 4 {
        said.year = Some(n.n as i16);
        n = small(here, here.gap(end + "년".len()))?;
        end = n.end;
    }
    if here.rest(end).starts_with('월') && (1..=12).contains(&n.n) {
        said.month = Some(n.n as i8);
        n = small(here, here.gap(end + "월".len()))?;
        end = n.end;
    }
    if !here.rest(end).starts_with('일') || !(1..=31).contains(&n.n) {
        return None;
    }
    let end = end + "일".len();
    let plain = said.month.is_none();
    if plain && is_duration(here, end) || !tail::leaves_whole(tail::run(here.rest(end))) {
        return None;
    }
    said.day = Some(n.n as i8);
    Some((said, end))
}

/// Reads `2024.7.30`, `2024-07-30`, `2024/07/30`, `’24.7.30`.
fn dotted(here: &Here<'_>, at: usize, lead: Lead, days: &mut Days, out: &mut Vec<Figure>) -> Option<usize> {
    let b = here.rest(at).as_bytes();
    let number = |i: usize| -> (i64, usize) {
        let n = b[i.min(b.len())..].iter().take(5).take_while(|c| c.is_ascii_digit()).count();
        (b[i.min(b.len())..][..n].iter().fold(0, |v, c| v * 10 + i64::from(c - b'0')), n)
    };
    let (year, n) = number(0);
    let year = match n {
        4 if (1900..=2100).contains(&year) => year,
        2 if lead.start < at && !here.rest(lead.start).starts_with(|c: char| c.is_alphanumeric()) => 2000 + year,
        _ => return None,
    };
    let sep = *b.get(n).filter(|c| matches!(c, b'.' | b'-' | b'/'))?;
    let skip = |i: usize| if sep == b'.' && b.get(i) == Some(&b' ') { i + 1 } else { i };
    let (month, m) = number(skip(n + 1));
    let after_month = skip(n + 1) + m;
    if !(1..=2).contains(&m) || b.get(after_month) != Some(&sep) {
        return None;
    }
    let day_at = skip(after_month + 1);
    let (day, d) = number(day_at);
    if !(1..=2).contains(&d) {
        return None;
    }
    let date = calendar::day(year as i16, month as i8, day as i8)?;
    let said = Said { year: Some(date.year()), month: Some(date.month()), day: Some(date.day()) };
    let mut v = value(said, Some((date, date)), Grain::Day, false);
    let end = at + day_at + d;
    v.weekday = weekday_in_brackets(here, end).or_else(|| weekday_in_brackets(here, end + 1)).map(|(w, _)| w);
    finish(here, lead, end, v, days, out)
}

fn weekday_of(c: char) -> Option<Weekday> {
    Some(match c {
        '월' => Weekday::Monday,
        '화' => Weekday::Tuesday,
        '수' => Weekday::Wednesday,
        '목' => Weekday::Thursday,
        '금' => Weekday::Friday,
        '토' => Weekday::Saturday,
        '일' => Weekday::Sunday,
        _ => return None,
    })
}

/// Reads the weekday behind a date: `(화)`, ` (화요일)`, `(화, 현지시간)`, ` 화요일`.
fn weekday_in_brackets(here: &Here<'_>, end: usize) -> Option<(WeekdaySaid, usize)> {
    let at = here.gap(end);
    let rest = here.rest(at);
    let open = rest.starts_with('(');
    let from = at + usize::from(open);
    let c = here.rest(from).chars().next()?;
    let day = weekday_of(c)?;
    let behind = &here.rest(from)[c.len_utf8()..];
    let long = behind.starts_with("요일");
    let to = from + c.len_utf8() + if long { "요일".len() } else { 0 };
    if open {
        let close = here.rest(to).chars().next()?;
        matches!(close, ')' | ',' | '·' | ' ' | '/').then_some(())?;
        let end = if close == ')' { to + 1 } else { to };
        Some((WeekdaySaid { day, span: Span::new(from, to) }, end))
    } else {
        (long && tail::leaves_whole(tail::run(here.rest(to))))
            .then_some((WeekdaySaid { day, span: Span::new(from, to) }, to))
    }
}

fn value(said: Said, stretch: Option<Stretch>, grain: Grain, relative: bool) -> DateValue {
    DateValue {
        year: said.year,
        month: said.month,
        day: said.day,
        until: None,
        weekday: None,
        from: stretch.map(|s| s.0),
        to: stretch.map(|s| s.1),
        grain,
        relative,
    }
}

/// Adds 초, 중순, 말 and writes the date down.
fn finish(
    here: &Here<'_>,
    lead: Lead,
    end: usize,
    mut v: DateValue,
    days: &mut Days,
    out: &mut Vec<Figure>,
) -> Option<usize> {
    const PARTS: [(&str, i8); 10] = [
        ("초순", 0),
        ("초반", 0),
        ("초", 0),
        ("중순", 1),
        ("중반", 1),
        ("중엽", 1),
        ("하순", 2),
        ("후반", 2),
        ("말엽", 2),
        ("말", 2),
    ];
    let mut end = end;
    if v.grain != Grain::Day && v.until.is_none() {
        let at = here.gap(end);
        if let Some((word, index)) = PARTS.into_iter().find(|(w, _)| here.rest(at).starts_with(w))
            && tail::leaves_whole(tail::run(here.rest(at + word.len())))
        {
            end = at + word.len();
            let stretch = v.from.zip(v.to).and_then(|s| calendar::third(s, index));
            (v.from, v.to) = (stretch.map(|s| s.0), stretch.map(|s| s.1));
            if v.grain != Grain::Coarse {
                v.grain = Grain::Part;
            }
        }
    }
    days.note(&v);
    out.push(Figure { start: lead.start, end, value: Value::Date(v) });
    Some(end)
}
