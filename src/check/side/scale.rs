//! Units that do not go with the figures around: 매출은 3억1000만 달러, 영업이익은 4600만원; 벌금 300원 beside 100만원.

use super::Side;
use crate::align::Alignment;
use crate::align::figure::spoken_digits;
use crate::align::reckon::exact;
use crate::align::slot::{Mention, Slots};
use crate::claim::{MICRO, Value};

/// Returns which of two amounts of one number in two currencies is wrong: the one whose sentence speaks of the other's
/// currency only, or that is converted into its own (`2억8천만원(약 4천100억원)`).
pub(super) fn by_currency(alignment: &Alignment<'_>, slots: &Slots<'_>, a: &Mention<'_>, b: &Mention<'_>) -> Side {
    let (Value::Money { amount: p, currency: c }, Value::Money { amount: q, currency: d }) =
        (&a.claim.value, &b.claim.value)
    else {
        return Side::Open;
    };
    if c == d || p.low != q.low {
        return Side::Open;
    }
    let stray = |m: &Mention<'_>, own: &str, other: &str| {
        converted(alignment, slots, m, own) || {
            let beside = |n: &&Mention<'_>| n.row == m.row && n.claim.sentence == m.claim.sentence && n.unit != m.unit;
            let mut others = slots.mentions.iter().filter(beside).filter_map(|n| currency(&n.claim.value)).peekable();
            others.peek().is_some() && others.all(|code| code == other)
        }
    };
    // 2천만 달러(약 280억원) is no 2천만 원.
    match (converted(alignment, slots, a, d), converted(alignment, slots, b, c)) {
        (true, false) => return Side::Second,
        (false, true) => return Side::First,
        _ => {}
    }
    match (stray(a, c, d), stray(b, d, c)) {
        (true, false) => Side::First,
        (false, true) => Side::Second,
        _ => Side::Open,
    }
}

/// Returns whether an amount is converted into a currency in brackets right behind; nobody converts 원 into 원.
fn converted(alignment: &Alignment<'_>, slots: &Slots<'_>, m: &Mention<'_>, into: &str) -> bool {
    let text = &alignment.rows[m.row].reading.doc.text;
    let next = slots.mentions.iter().find(|n| n.row == m.row && n.claim.span.start() > m.claim.span.start());
    next.is_some_and(|n| {
        let gap = text.get(m.claim.span.end()..n.claim.span.start()).unwrap_or("");
        let told = gap.len() <= 30 && ["우리 돈", "우리돈", "한화", "원화로"].iter().any(|w| gap.contains(w));
        (told || matches!(gap, "(" | "(약 ")) && currency(&n.claim.value) == Some(into)
    })
}

fn currency(value: &Value) -> Option<&'static str> {
    match value {
        Value::Money { currency, .. } => Some(*currency),
        _ => None,
    }
}

/// How many times farther off than the other an amount lies from the amounts around it where its unit is wrong.
const FAR: f64 = 20.0;

/// From how many times the other on an amount without anything beside it has lost its 만, not the other gained one.
const LOST: f64 = 1000.0;

/// Returns which of two amounts with the same digits is wrong: the one that is out of all proportion to the amounts of
/// both paragraphs, or, where there are none, the one that is too small by a whole 만.
pub(super) fn by_scale(alignment: &Alignment<'_>, slots: &Slots<'_>, a: &Mention<'_>, b: &Mention<'_>) -> Side {
    let (Some(x), Some(y)) = (exact(&a.claim.value), exact(&b.claim.value)) else { return Side::Open };
    let said = |m: &Mention<'_>| spoken_digits(alignment.rows[m.row].reading.doc.slice(m.claim.span));
    if x == y || said(a) != said(b) || currency(&a.claim.value) != currency(&b.claim.value) {
        return Side::Open;
    }
    let block = |m: &Mention<'_>| alignment.rows[m.row].reading.doc.sentences[m.claim.sentence as usize].block;
    let around = |n: &&Mention<'_>| {
        [a, b].iter().any(|m| n.row == m.row && n.unit != m.unit && block(n) == block(m))
            && currency(&n.claim.value) == currency(&a.claim.value)
    };
    let numbers: Vec<i128> = slots
        .mentions
        .iter()
        .filter(around)
        .filter_map(|n| exact(&n.claim.value))
        .filter(|n| *n != x && *n != y && *n >= MICRO)
        .collect();
    // 초속 44.8㎞ is no wind; a rocket goes as fast.
    if let (Value::Measure { unit, .. }, Value::Measure { .. }) = (&a.claim.value, &b.claim.value) {
        let fast = 1000 * MICRO;
        let windy = |m: &Mention<'_>| {
            let doc = &alignment.rows[m.row].reading.doc;
            let sentence = doc.slice(doc.sentences[m.claim.sentence as usize].span);
            ["바람", "강풍", "돌풍", "풍속"].iter().any(|w| sentence.contains(w))
        };
        let wind = unit.dimension == "speed" && (windy(a) || windy(b));
        return match (wind, x > fast, y > fast) {
            (true, true, false) => Side::First,
            (true, false, true) => Side::Second,
            _ => Side::Open,
        };
    }
    let ratio = |p: i128, q: i128| if p > q { p as f64 / q as f64 } else { q as f64 / p as f64 };
    let off = |own: i128| numbers.iter().map(|n| ratio(own, *n)).fold(f64::INFINITY, f64::min);
    if numbers.is_empty() {
        return match ratio(x, y) >= LOST {
            true if x < y => Side::First,
            true => Side::Second,
            false => Side::Open,
        };
    }
    if off(x) > FAR * off(y) {
        Side::First
    } else if off(y) > FAR * off(x) {
        Side::Second
    } else {
        Side::Open
    }
}

/// What one unit of a currency is worth in 원, to within a factor of two: enough to tell 달러 from 원.
const WORTH: &[(&str, f64)] =
    &[("KRW", 1.0), ("USD", 1400.0), ("EUR", 1500.0), ("GBP", 1800.0), ("CNY", 190.0), ("JPY", 9.5)];

/// From how many times the other on an amount is the farther one from the amounts of both articles.
const FARTHER: f64 = 10.0;

/// Returns which of two amounts of one number in two currencies is wrong: the one that is farther from what the amounts of
/// both articles are worth in the middle, 250만원 of aid among millions of dollars.
pub(in crate::check) fn by_worth<'v>(around: impl Iterator<Item = &'v Value>, a: &Value, b: &Value) -> Side {
    let worth = |v: &Value| {
        let rate = WORTH.iter().find(|(code, _)| currency(v) == Some(*code))?.1;
        Some((exact(v)? as f64 * rate).ln()).filter(|w| w.is_finite())
    };
    let (Some(x), Some(y)) = (worth(a), worth(b)) else { return Side::Open };
    if currency(a) == currency(b) || exact(a) != exact(b) {
        return Side::Open;
    }
    let mut around: Vec<f64> = around.filter(|v| exact(v) != exact(a)).filter_map(worth).collect();
    if around.len() < 2 {
        return Side::Open;
    }
    around.sort_by(f64::total_cmp);
    let middle = around[around.len() / 2];
    let off = ((x - middle).abs() - (y - middle).abs()).exp();
    if off > FARTHER {
        Side::First
    } else if off < 1.0 / FARTHER {
        Side::Second
    } else {
        Side::Open
    }
}
