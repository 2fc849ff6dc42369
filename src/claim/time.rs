//! Clock times: `오후 2시 30분`, `14시30분`, `오전 10시10분께`, 자정, `2:30`.

use super::figure::{Figure, Here, over_range_sign};
use super::tail;
use super::value::{Clock, MICRO, Value};
use crate::text::numeral::{self, Form};

/// Parts of the day before an hour.
const HALVES: [&str; 13] =
    ["오전", "오후", "새벽", "아침", "저녁", "한밤", "한낮", "점심", "심야", "밤", "낮", "AM", "PM"];

/// Reads a time that begins with a digit.
pub(super) fn read(here: &Here<'_>, at: usize, out: &mut Vec<Figure>) -> Option<usize> {
    clock(here, at, at, None, out)
}

/// Returns whether the syllable begins a time by word that is no number.
pub(super) fn opens(first: char) -> bool {
    matches!(first, '자' | '정' | '오' | '새' | '아' | '저' | '한' | '점' | '심' | '밤' | '낮')
}

/// Reads a time that begins with a part of the day or is a word: `오후 2시`, 자정, 정오, `두 시`.
pub(super) fn word(here: &Here<'_>, at: usize, out: &mut Vec<Figure>) -> Option<usize> {
    let rest = here.rest(at);
    // Most words end here: few syllables begin a time.
    match rest.chars().next()? {
        '자' | '정' => return by_name(here, at, out),
        '오' | '새' | '아' | '저' | '한' | '점' | '심' | '밤' | '낮' => {
            if let Some(half) = HALVES.iter().find(|w| rest.starts_with(**w)) {
                return clock(here, at, here.gap(at + half.len()), Some(half), out);
            }
        }
        '두' | '세' | '네' | '다' | '여' | '일' | '열' => {}
        _ => return None,
    }
    let n = numeral::read(here.text, at, here.end).filter(|n| n.form == Form::Native)?;
    here.rest(here.gap(n.end)).starts_with('시').then_some(())?;
    clock(here, at, at, None, out)
}

/// Reads 자정 and 정오.
fn by_name(here: &Here<'_>, at: usize, out: &mut Vec<Figure>) -> Option<usize> {
    let rest = here.rest(at);
    let (word, hour) = [("자정", 0), ("정오", 12)].into_iter().find(|(w, _)| rest.starts_with(w))?;
    if !tail::leaves_whole(tail::run(&rest[word.len()..])) {
        return None;
    }
    let end = hedge_end(here, at + word.len());
    out.push(figure(here, at, end, Reading { hour, minute: None, half_known: true }));
    Some(end)
}

struct Reading {
    hour: u8,
    minute: Option<u8>,
    half_known: bool,
}

fn clock(here: &Here<'_>, start: usize, at: usize, half: Option<&str>, out: &mut Vec<Figure>) -> Option<usize> {
    // `오전 30시` is no time, and is set beside the right one as one.
    let (hour, end) = whole(here, at, if half.is_some() { 99 } else { 24 })?;
    // 오늘밤 8시, 29일밤 8시: the part of the day is written together with the day.
    let before = here.before(start).strip_suffix(' ').unwrap_or("");
    let half = half.or_else(|| ["새벽", "아침", "저녁", "밤"].into_iter().find(|w| before.ends_with(w)));
    // `오후 2∼6시`: the hour stands without 시 first.
    if let Some(half) = half
        && let Some(second) = over_range_sign(here, end)
        && let Some((until, until_end)) = whole(here, second, 24)
        && let Some((minute, until_end)) = after_hour(here, until_end)
    {
        let (from, _) = by_half(hour, Some(half));
        let later = if until > hour { by_half(until, Some(half)).0 } else { until };
        out.push(figure(here, start, end, Reading { hour: from, minute: None, half_known: true }));
        let end = hedge_end(here, until_end);
        out.push(figure(here, second, end, Reading { hour: later, minute, half_known: until > hour }));
        return Some(end);
    }
    let (minute, end) = match colon(here, end, hour, half.is_some()) {
        Some((minute, end)) => (Some(minute), end),
        None => after_hour(here, end)?,
    };
    // 3:20 pm
    let letters = [("pm", "PM"), ("PM", "PM"), ("am", "AM"), ("AM", "AM")].into_iter().find(|(w, _)| {
        let behind = here.rest(here.gap(end)).strip_prefix(w);
        minute.is_some() && behind.is_some_and(|b| !b.starts_with(|c: char| c.is_ascii_alphanumeric()))
    });
    let end = letters.map_or(end, |(w, _)| here.gap(end) + w.len());
    let half = half.or(letters.map(|(_, half)| half));
    let (hour, half_known) = by_half(hour, half);
    let end = hedge_end(here, end);
    out.push(figure(here, start, end, Reading { hour, minute, half_known }));
    // 오후 2시∼6시: the same half where the clock goes on.
    if half.is_some()
        && let Some(second) = over_range_sign(here, end)
        && let Some((until, until_end)) = whole(here, second, 24)
        && let Some((minute, until_end)) = after_hour(here, until_end)
    {
        let later = by_half(until, half).0;
        let known = later > hour;
        let hour = if known { later } else { until };
        out.push(figure(here, second, until_end, Reading { hour, minute, half_known: known }));
        return Some(until_end);
    }
    Some(end)
}

/// Reads a whole number up to `most`.
fn whole(here: &Here<'_>, at: usize, most: i128) -> Option<(u8, usize)> {
    let n = if here.rest(at).starts_with(|c: char| c.is_ascii_digit()) {
        let d = numeral::digits(here.text, at).filter(|d| !d.decimal && !d.grouped && d.count <= 2)?;
        (d.value / MICRO, d.end)
    } else {
        let n = numeral::read(here.text, at, here.end).filter(|n| n.form != Form::Digits && !n.over)?;
        (n.integer()?, n.end)
    };
    (n.0 <= most).then_some((n.0 as u8, n.1))
}

/// Reads 시 and what follows it: `시 30분`, `시 반`, `시`.
fn after_hour(here: &Here<'_>, at: usize) -> Option<(Option<u8>, usize)> {
    let at = here.gap(at);
    let behind = here.rest(at).strip_prefix('시')?;
    let end = at + "시".len();
    let next = here.gap(end);
    if let Some((minute, minute_end)) = whole(here, next, 99)
        && let Some(after) = here.rest(here.gap(minute_end)).strip_prefix('분')
        && tail::leaves_whole(tail::run(after))
    {
        // 열 시 사십삼 분
        return Some((Some(minute), here.gap(minute_end) + "분".len()));
    }
    if let Some(after) = here.rest(next).strip_prefix('반')
        && tail::leaves_whole(tail::run(after))
    {
        return Some((Some(30), next + "반".len()));
    }
    let run = tail::run(behind);
    (tail::leaves_whole(run) && !run.starts_with('간') && !run.starts_with('도')).then_some((None, end))
}

/// Reads `:30`; without a part of the day only where it cannot be a result or a race time.
fn colon(here: &Here<'_>, at: usize, hour: u8, half: bool) -> Option<(u8, usize)> {
    let rest = here.rest(at).strip_prefix(':')?;
    let (minute, end) = whole(here, at + 1, 59)?;
    let two = end - at == 3;
    let behind = here.rest(end);
    // 11:15:00 has seconds; 1:02.33 is a result.
    let seconds = behind.strip_prefix(':').filter(|r| r.len() >= 2 && r.as_bytes()[..2].iter().all(u8::is_ascii_digit));
    let end = if seconds.is_some() { end + 3 } else { end };
    let free = !(behind.starts_with('.') && behind[1..].starts_with(|c: char| c.is_ascii_digit()));
    (two && free && hour <= 24 && (half || !rest.is_empty())).then_some((minute, end))
}

/// Returns the hour by the 24-hour clock (24 is 0), and whether the half of the day is known.
fn by_half(hour: u8, half: Option<&str>) -> (u8, bool) {
    let hour = match half {
        None => return (hour % 24, hour > 12 || hour == 0),
        Some("오후" | "저녁" | "PM") if hour < 12 => hour + 12,
        Some("밤" | "한밤" | "심야") if (5..12).contains(&hour) => hour + 12,
        Some("밤" | "한밤" | "심야" | "오전" | "새벽" | "AM") if hour == 12 => 0,
        Some("낮" | "한낮" | "점심") if hour < 9 => hour + 12,
        Some(_) => hour,
    };
    (hour % 24, true)
}

/// Returns the end with 께, 경, 쯤 taken in.
fn hedge_end(here: &Here<'_>, end: usize) -> usize {
    let from = here.gap(end);
    ["께", "경", "쯤", "무렵"]
        .into_iter()
        .find(|w| here.rest(from).strip_prefix(w).is_some_and(|b| tail::is_particle(tail::run(b))))
        .map_or(end, |w| from + w.len())
}

fn figure(here: &Here<'_>, start: usize, end: usize, said: Reading) -> Figure {
    let clock = by_clock(here, start, end);
    Figure {
        start,
        end,
        value: Value::Time { hour: said.hour, minute: said.minute, half_known: said.half_known, clock },
    }
}

/// Returns whose clock is named around a time or date.
pub(super) fn by_clock(here: &Here<'_>, start: usize, end: usize) -> Clock {
    const CLOCKS: [(&str, Clock); 12] = [
        ("현지시간", Clock::Local),
        ("현지시각", Clock::Local),
        ("현지 시간", Clock::Local),
        ("현지 시각", Clock::Local),
        ("한국시간", Clock::Seoul),
        ("한국시각", Clock::Seoul),
        ("한국 시간", Clock::Seoul),
        ("한국 시각", Clock::Seoul),
        ("우리시간", Clock::Seoul),
        ("우리시각", Clock::Seoul),
        ("우리 시간", Clock::Seoul),
        ("우리 시각", Clock::Seoul),
    ];
    let behind = here.rest(end).trim_start_matches([' ', '(']);
    let before = here.before(start).trim_end_matches([' ', ')']);
    // `한국시간으로 30일 오후 2시`: the day may stand between.
    let earlier = before.char_indices().rev().nth(14).map_or(before, |(i, _)| &before[i..]);
    CLOCKS
        .into_iter()
        .find(|(w, _)| behind.starts_with(w))
        .or_else(|| CLOCKS.into_iter().find(|(w, _)| earlier.contains(w)))
        .map_or(Clock::Unsaid, |(_, clock)| clock)
}
