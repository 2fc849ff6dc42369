//! Counts: `150여 개`, `두 곳`, `3박 4일`, `오세훈(63)`, scores `3-1` and `3대 2`, `6000여 기업`.

use super::figure::{Amount, Figure, Here, amount as read_amount, hedged, unit};
use super::lexicon::units::{Role, UnitWord};
use super::value::{MICRO, Quantity, Value};
use super::{ordinal, tail};
use crate::text::numeral::{self, Form};

/// Returns whether the word behind the number counts things here.
pub(super) fn fits(here: &Here<'_>, amount: &Amount, word: &UnitWord, from: usize) -> bool {
    let attached = from == amount.end;
    let plain = amount.numeral.form == Form::Digits && !amount.numeral.grouped && amount.numeral.step >= MICRO;
    let behind = here.rest(from + word.word.len());
    match word.word.as_str() {
        // 2024 시도, 15 대: a bare number and a short noun after a space is rarely a count.
        "도" | "시도" | "호" | "인" | "사" | "기" | "구" | "조" | "발" | "알" | "정" | "문" | "작" | "관" | "필"
        | "동" | "실" => attached,
        "분" => amount.numeral.form == Form::Native,
        "P" | "p" => attached && amount.quantity.high >= 10 * MICRO,
        "두" => attached && !behind.starts_with(|c: char| ('가'..='힣').contains(&c)),
        "포인트" => true,
        // 2020년 뒤의 `2020 팀` and the like: four digits that may be a year; nobody writes a year 2천.
        _ => {
            attached
                || !plain
                || here.rest(amount.start).bytes().take_while(u8::is_ascii_digit).count() != 4
                || !(1900 * MICRO..2100 * MICRO).contains(&amount.quantity.low)
        }
    }
}

/// Returns whether a lone 만 or 백 written together with 명 counts people: `만명이 넘는`; 천명 is another word.
pub(super) fn lone(here: &Here<'_>, amount: &Amount, word: &UnitWord) -> bool {
    word.word == "명"
        && amount.numeral.low != 1000 * MICRO
        && tail::is_particle(tail::run(here.rest(amount.end + word.word.len())))
}

/// Returns the count of a number and its counter.
pub(super) fn figure(here: &Here<'_>, amount: &Amount, word: &UnitWord, from: usize, end: usize) -> Figure {
    let _ = from;
    let counter = word.word.as_str();
    if counter == "대"
        && let Some(found) = ordinal::term(here, amount, end)
    {
        return found;
    }
    // 3박 4일, 3박4일: nights and days.
    if counter == "박"
        && amount.quantity.is_single()
        && let Some(days) = read_amount(here, here.gap(end)).filter(|n| n.quantity.is_single())
        && here.rest(days.end).starts_with('일')
        && days.quantity.low >= amount.quantity.low
    {
        let quantity = Quantity { high: days.quantity.low, ..amount.quantity };
        return Figure {
            start: amount.start,
            end: days.end + "일".len(),
            value: Value::Count { amount: quantity, counter: "박".to_owned() },
        };
    }
    let said = counter;
    let counter = match said {
        // 3회말, 9회초 are told by the caller; 10여개 업체 and 10개 업체 have one counter.
        "여개" | "개업체" | "개소" | "개팀" => "개",
        other => other,
    };
    let end = if matches!(said, "개업체" | "개팀") { end - (said.len() - "개".len()) } else { end };
    let counter = counter.to_owned();
    hedged(here, amount, end, |w| w.word == said, |amount| Value::Count { amount, counter })
}

/// Reads two numbers set against each other: `3-1`, `3대2`, `3 대 2`, `25-23`; the winner's side may stand either way.
pub(super) fn score(here: &Here<'_>, amount: &Amount) -> Option<Figure> {
    if amount.numeral.form != Form::Digits
        || amount.numeral.grouped
        || amount.numeral.over
        || !amount.quantity.is_single()
    {
        return None;
    }
    let left = amount.quantity;
    if left.high >= 1000 * MICRO || here.previous(amount.start) == Some('-') {
        return None;
    }
    let rest = here.rest(amount.end);
    let (second, by_word) = if let Some(dash) = rest.strip_prefix(['-', '–', ':']) {
        (here.end - dash.len(), false)
    } else {
        let trimmed = rest.strip_prefix(' ').unwrap_or(rest);
        let after = trimmed.strip_prefix('대').or_else(|| trimmed.strip_prefix("-"))?;
        (here.gap(here.end - after.len()), true)
    };
    let right =
        numeral::read(here.text, second, here.end).filter(|n| n.form == Form::Digits && !n.grouped && !n.over)?;
    if right.high >= 1000 * MICRO || here.rest(second).starts_with('0') && right.end - second > 1 {
        return None;
    }
    let colon = rest.starts_with(':');
    if !by_word && (left.step < MICRO || right.step < MICRO) && !colon {
        return None;
    }
    // 30대 3명, 7-8월: a unit behind the second number makes it a number of its own.
    let behind = here.rest(right.end);
    let bare = tail::is_particle(tail::run(behind)) && !behind.starts_with(['-', '.', '%', '~', '∼', ':', '/'])
        || behind.starts_with(['.']) && !behind[1..].starts_with(|c: char| c.is_ascii_digit());
    if !bare
        || behind.starts_with(' ')
            && unit(here, right.end, |w, _| matches!(w.role, Role::Count | Role::Measure(_))).is_some()
            && !by_word
    {
        return None;
    }
    if by_word && behind.starts_with(' ') && unit(here, here.gap(right.end), |w, _| w.word == "명").is_some() {
        return None;
    }
    let right_quantity = Quantity { low: right.low, high: right.high, step: right.step, hedge: None };
    Some(Figure { start: amount.start, end: right.end, value: Value::Score { left, right: right_quantity } })
}

/// Reads an age in brackets behind a name: `오세훈(63)`, `김모(34·여)`.
pub(super) fn age(here: &Here<'_>, amount: &Amount) -> Option<Figure> {
    let whole = amount.numeral.form == Form::Digits && !amount.numeral.grouped && amount.numeral.step >= MICRO;
    if !whole || !amount.quantity.is_single() || !(MICRO..=110 * MICRO).contains(&amount.quantity.low) {
        return None;
    }
    let before = here.before(amount.start);
    let behind = here.rest(amount.end);
    let closes =
        behind.starts_with(')') || behind.starts_with('·') || behind.starts_with(", ") || behind.starts_with(',');
    if !closes || amount.end - amount.start > 3 || !(is_behind_name(before) || is_behind_gloss(before)) {
        return None;
    }
    let value = Value::Count { amount: amount.quantity, counter: "세".to_owned() };
    Some(Figure { start: amount.start, end: amount.end, value })
}

/// Returns whether a bracket opens right behind a name: `오세훈(`, `김모(`, `A(`.
fn is_behind_name(before: &str) -> bool {
    let Some(before) = before.strip_suffix('(') else { return false };
    let name = before.chars().rev().take_while(|c| ('가'..='힣').contains(c)).count();
    let mut last = before.chars().rev();
    let letter = last.next().is_some_and(|c| c.is_ascii_uppercase()) && last.next().is_none_or(char::is_whitespace);
    (2..=10).contains(&name) || letter
}

/// Returns whether a name and how it is written elsewhere stand before: `도밍고 루나(Domingo Luna·`, `윤해솔(尹海率, `.
fn is_behind_gloss(before: &str) -> bool {
    let Some(before) = before.strip_suffix('·').or_else(|| before.strip_suffix(", ")) else { return false };
    let Some((name, gloss)) = before.rsplit_once('(') else { return false };
    let foreign = |c: char| c.is_alphabetic() && !('가'..='힣').contains(&c);
    gloss.len() <= 60
        && gloss.starts_with(foreign)
        && gloss.chars().all(|c| foreign(c) || matches!(c, ' ' | '·' | '.' | '-' | '\''))
        && name.chars().rev().take_while(|c| ('가'..='힣').contains(c)).count() >= 2
}

/// Returns whether a number that nothing is counted by is one all the same, being long: `코스피는 3,127.54로`, `반 463 / 기권
/// 12`, `타율 0.337`; no year, no version and no part of a longer number.
fn is_bare(here: &Here<'_>, amount: &Amount) -> bool {
    let n = &amount.numeral;
    let written = &here.rest(amount.start)[..amount.end - amount.start];
    let plain = written.bytes().all(|b| b.is_ascii_digit() || matches!(b, b',' | b'.'));
    if n.form != Form::Digits || n.over || !plain || !amount.quantity.is_single() {
        return false;
    }
    let joins =
        |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '–' | '/' | ':' | '_' | '@' | '#' | '~' | '∼');
    let behind = here.rest(amount.end);
    let stop = behind.strip_prefix('.').is_some_and(|b| b.is_empty() || b.starts_with([' ', '\n']));
    if here.previous(amount.start).is_some_and(joins)
        || (behind.starts_with(joins) && !stop)
        || !tail::leaves_whole(tail::run(behind))
    {
        return false;
    }
    let digits = written.bytes().filter(u8::is_ascii_digit).count();
    if n.step < MICRO {
        // 6.25 and 12.3 may be days.
        return digits >= 4 || (digits == 3 && n.low < MICRO);
    }
    let year = (1900 * MICRO..2100 * MICRO).contains(&n.low);
    digits >= 3 && !year && n.integer().is_some_and(|i| !NAMES.contains(&i))
}

/// Numbers that are names: telephone numbers of emergency services.
const NAMES: [i128; 3] = [112, 119, 911];

/// Reads a number without a known counter: `6000여 기업`, `1,234 톤급`, `10팀장` is none.
pub(super) fn unnamed(here: &Here<'_>, amount: &Amount) -> Option<Figure> {
    let n = &amount.numeral;
    if n.form == Form::Native || n.form == Form::Sino || amount.attached {
        return None;
    }
    let run = tail::run(here.rest(amount.end));
    let counted = n.over || n.grouped;
    let decimal = n.step < MICRO;
    if counted && !decimal && tail::leaves_whole(run) && n.integer() != Some(0) {
        return Some(hedged(
            here,
            amount,
            amount.end,
            |_| false,
            |amount| Value::Count { amount, counter: String::new() },
        ));
    }
    if is_bare(here, amount) {
        let value = Value::Count { amount: amount.quantity, counter: String::new() };
        return Some(Figure { start: amount.start, end: amount.end, value });
    }
    // 3공장, 12국도: a noun written together with its number counts, if it has two syllables or more.
    let stem = &run[..run.len() - crate::text::josa::suffix_len(run)];
    let named = n.integer().is_some_and(|i| NAMES.contains(&i));
    if stem.len() < 6 || stem.len() > 15 || named || decimal || tail::leaves_whole(run) {
        return None;
    }
    // 4대강, 3명문: a counter that goes on is a part of another word.
    if here.units.at(run).next().is_some() {
        return None;
    }
    // `9단이` has its particle in it.
    if stem.len() == 6 && stem.ends_with(['이', '가', '은', '는', '을', '를', '의', '에', '도', '로']) {
        return None;
    }
    let verb = ["했", "하", "됐", "되", "으로"].iter().any(|v| stem.contains(v));
    if verb {
        return None;
    }
    let end = amount.end + stem.len();
    let counter = stem.to_owned();
    Some(hedged(here, amount, end, |_| false, |amount| Value::Count { amount, counter }))
}
