//! Measures: `60만㎡`, `시속 120㎞`, `영하 12도`, `규모 5.4`, `1시간 18분`, 사흘.

use super::figure::{Amount, Figure, Here, amount as read_amount, hedged, unit};
use super::lexicon::units::{Role, unit_of};
use super::percent::signed;
use super::value::{MICRO, Quantity, Unit, Value};
use super::{hedge, tail};
use crate::text::numeral::Form;

/// Returns whether the word behind the number is a unit of measure here.
pub(super) fn fits(here: &Here<'_>, amount: &Amount, unit: &Unit, from: usize, end: usize) -> bool {
    let attached = from == amount.end;
    let number = amount.quantity.low;
    let behind = here.rest(end);
    match unit.code {
        // 100주 of stock, 3주 of time.
        "wk" => {
            number <= 60 * MICRO && !behind.starts_with("당") && !behind.starts_with("년") && !behind.starts_with("기")
        }
        "[ri]" => amount.numeral.form != Form::Digits || amount.numeral.grouped,
        "d" => !behind.starts_with("자") && !behind.starts_with("대"),
        "min" | "s" => attached || here.rest(from).starts_with("분 ") || tail::is_particle(tail::run(behind)),
        // 3 m and 3 톤에서; a lone letter after a space is a unit only where it stands alone.
        "t" | "m" | "g" | "L" | "V" | "W" => {
            attached
                || behind.is_empty()
                || behind.starts_with([' ', '.', ',', ')'])
                || here.rest(from).starts_with(|c: char| ('가'..='힣').contains(&c))
        }
        "[geun]" | "[in_i]" => amount.numeral.form == Form::Digits || amount.numeral.length > 1,
        "a" => !behind.starts_with("대") || behind.starts_with("대비"),
        _ => true,
    }
}

/// Adds what sports write behind the seconds (1분44초92, 9초58) to the seconds, and returns where it ends.
fn hundredths(here: &Here<'_>, at: usize, seconds: &mut Quantity) -> Option<usize> {
    let rest = here.rest(at);
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    let whole = seconds.is_single() && seconds.low % MICRO == 0;
    if !(1..=3).contains(&digits) || !whole || !tail::is_particle(tail::run(&rest[digits..])) {
        return None;
    }
    let place = MICRO / 10_i128.pow(digits as u32);
    seconds.low += rest[..digits].parse::<i128>().ok()? * place;
    (seconds.high, seconds.step) = (seconds.low, place);
    Some(at + digits)
}

/// Returns the measure of a number and its unit; smaller units behind it are added (`1시간 18분`, `1m 85cm`).
pub(super) fn figure(here: &Here<'_>, amount: &Amount, first: Unit, end: usize) -> Figure {
    let amount = if first.code == "Cel" { signed(here, amount) } else { *amount };
    let mut amount = amount;
    let (mut unit_now, mut end) = (first, end);
    while amount.quantity.is_single() && matches!(unit_now.dimension, "time" | "length" | "mass") {
        let Some(next) =
            read_amount(here, here.gap(end)).filter(|n| n.quantity.is_single() && !n.attached | (here.gap(end) == end))
        else {
            break;
        };
        let smaller = |u: &Unit| u.dimension == unit_now.dimension && u.factor < unit_now.factor;
        // `3일 2시간` adds up, `1년 3일` is rather a date.
        let Some((word, _, next_end)) = unit(here, next.end, |w, from| {
            matches!(w.role, Role::Measure(u) if smaller(&u) && fits(here, &next, &u, from, from + w.word.len()))
                && (next.numeral.form != Form::Native || unit_now.dimension == "time")
        }) else {
            break;
        };
        let Role::Measure(small) = word.role else { break };
        let ratio = unit_now.factor / small.factor;
        // 한 달 209시간 is what is worked in a month.
        let apart = unit_now.code == "a" && small.code != "mo" || unit_now.code == "mo" && small.code != "d";
        if ratio == 0 || next.quantity.low >= ratio * MICRO || apart {
            break;
        }
        let total = amount.quantity.low * ratio + next.quantity.low;
        amount.quantity =
            Quantity { low: total, high: total, step: next.quantity.step.min(MICRO), hedge: next.quantity.hedge };
        (unit_now, end) = (small, next_end);
    }
    if unit_now.code == "s" {
        end = hundredths(here, end, &mut amount.quantity).unwrap_or(end);
    }
    let last = unit_now;
    let mut found =
        hedged(here, &amount, end, |w| w.role == Role::Measure(last), |amount| Value::Measure { amount, unit: last });
    // 2시간 반, 한 달 반
    if last.dimension == "time"
        && found.end == end
        && let Some(behind) = here.rest(end).strip_prefix(" 반").or_else(|| here.rest(end).strip_prefix("반"))
        && tail::leaves_whole(tail::run(behind))
        && let Value::Measure { amount, .. } = &mut found.value
        && amount.is_single()
    {
        amount.low += MICRO / 2;
        amount.high = amount.low;
        amount.step = MICRO / 10;
        found.end = here.end - behind.len();
        let (end, after) = hedge::after(here, found.end);
        found.end = end;
        amount.hedge = after.or(amount.hedge);
    }
    found
}

/// Reads measures that are told by the word before: `규모 5.4`, `시속 60㎞`, `초속 15m`.
pub(super) fn prefixed(here: &Here<'_>, amount: &Amount) -> Option<Figure> {
    if amount.numeral.form != Form::Digits {
        return None;
    }
    let before = here.before(amount.start);
    let trimmed = before.trim_end_matches(' ');
    if let Some(rest) = trimmed.strip_suffix("규모") {
        let quake = amount.numeral.step < MICRO && amount.quantity.high < 10 * MICRO;
        let bare = tail::leaves_whole(tail::run(here.rest(amount.end)));
        if !quake || !bare {
            return None;
        }
        let at = Amount { start: rest.len() + here.start, ..*amount };
        let unit = unit_of("magnitude")?;
        return Some(hedged(here, &at, amount.end, |_| false, |amount| Value::Measure { amount, unit }));
    }
    let speed = ["시속", "초속"].into_iter().find_map(|w| trimmed.strip_suffix(w).map(|rest| (w, rest)));
    // The hedge may stand between: `시속 약 120㎞`.
    let (word, start) = match speed {
        Some((word, rest)) => (word, rest.len() + here.start),
        None => {
            let (start, hedge) = hedge::before(here, amount.start);
            hedge?;
            let trimmed = here.before(start).trim_end_matches(' ');
            let (word, rest) = ["시속", "초속"].into_iter().find_map(|w| trimmed.strip_suffix(w).map(|r| (w, r)))?;
            (word, rest.len() + here.start)
        }
    };
    // 시속 95마일 of a pitch.
    let lengths = if word == "시속" { ["km", "[mi_i]"] } else { ["m", "km"] };
    let (said, _, end) = unit(
        here,
        amount.end,
        |w, _| matches!(w.role, Role::Measure(u) if lengths.contains(&u.code) || u.dimension == "speed"),
    )?;
    let Role::Measure(said) = said.role else { return None };
    let unit = match said.code {
        _ if said.dimension == "speed" => said,
        "[mi_i]" => unit_of("[mi_i]/h")?,
        "km" if word == "시속" => unit_of("km/h")?,
        _ => unit_of("m/s")?,
    };
    let inner = hedge::before(here, amount.start).1;
    let mut at = Amount { start, ..*amount };
    // 초속 11.2㎞ of a rocket is 11,200 metres a second.
    if word == "초속" && said.code == "km" {
        let Quantity { low, high, step, .. } = &mut at.quantity;
        (*low, *high, *step) = (*low * 1000, *high * 1000, *step * 1000);
    }
    Some(hedged(
        here,
        &at,
        end,
        |w| w.role == Role::Measure(said),
        |mut amount| {
            amount.hedge = amount.hedge.or(inner);
            Value::Measure { amount, unit }
        },
    ))
}

/// Reads 도 as degrees where the sentence speaks of heat, and 영하 as below zero.
pub(super) fn degrees(here: &Here<'_>, amount: &Amount) -> Option<Figure> {
    if amount.numeral.form == Form::Native {
        return None;
    }
    let mut at = signed(here, amount);
    let trimmed = here.before(at.start).trim_end_matches(' ');
    let cold = trimmed.strip_suffix("영하");
    let warm = trimmed.strip_suffix("영상");
    if let Some(rest) = cold.or(warm) {
        at.start = rest.len() + here.start;
        if cold.is_some() {
            at.quantity = Quantity { low: -amount.quantity.high, high: -amount.quantity.low, ..amount.quantity };
        }
    }
    let before = here.before(at.start).trim_end_matches(' ');
    let scale = ["섭씨", "화씨"].into_iter().find(|s| before.ends_with(s));
    if let Some(scale) = scale {
        at.start = before.len() - scale.len() + here.start;
    }
    // 20 도 is a unit only behind 섭씨 and 영하.
    let degree = if scale.or(cold).or(warm).is_some() { here.gap(amount.end) } else { amount.end };
    let behind = here.rest(degree).strip_prefix('도')?;
    if !tail::leaves_whole(tail::run(behind)) || amount.quantity.high > 3_000 * MICRO {
        return None;
    }
    let heat = || here.units.speaks_of_heat(here.rest(here.start));
    let code = match scale {
        Some("화씨") => "[degF]",
        Some(_) => "Cel",
        None if cold.is_some() || warm.is_some() || heat() => "Cel",
        None => return None,
    };
    let unit = unit_of(code)?;
    let end = degree + "도".len();
    Some(hedged(here, &at, end, |_| false, |amount| Value::Measure { amount, unit }))
}

/// Numbers of days that have words of their own.
const DAYS: [(&str, i128); 11] = [
    ("하루", 1),
    ("이틀", 2),
    ("사흘", 3),
    ("나흘", 4),
    ("닷새", 5),
    ("엿새", 6),
    ("이레", 7),
    ("여드레", 8),
    ("아흐레", 9),
    ("열흘", 10),
    ("보름", 15),
];

/// Returns whether the syllable begins a duration by word.
pub(super) fn opens(first: char) -> bool {
    matches!(first, '하' | '이' | '사' | '나' | '닷' | '엿' | '여' | '아' | '열' | '보')
}

/// Reads durations by word: 사흘, 열흘간, 보름.
pub(super) fn word(here: &Here<'_>, at: usize, out: &mut Vec<Figure>) -> Option<usize> {
    let rest = here.rest(at);
    if !opens(rest.chars().next()?) {
        return None;
    }
    let (word, n) = DAYS.iter().find(|(word, _)| rest.starts_with(word))?;
    let end = at + word.len();
    let run = tail::run(here.rest(end));
    if !tail::leaves_whole(run) || (*word == "하루" || *word == "보름") && run.starts_with("하") {
        return None;
    }
    // 하루 평균, 하루에, 하루 3회: a rate, not a duration.
    if *word == "하루"
        && !["만에", "동안", "간", "전", "뒤", "앞"].iter().any(|w| here.rest(end).trim_start().starts_with(w))
    {
        return None;
    }
    let unit = unit_of("d")?;
    let (start, before) = hedge::before(here, at);
    let (end, after) = hedge::after(here, end);
    let amount = Quantity { hedge: after.or(before), ..Quantity::whole(*n) };
    out.push(Figure { start, end, value: Value::Measure { amount, unit } });
    Some(end)
}
