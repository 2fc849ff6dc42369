//! Shares: `31.2%`, `2.5%포인트`, `25bp`, `3분의 1`, 절반.

use super::figure::{Amount, Figure, Here, hedged};
use super::lexicon::units::Role;
use super::value::{Hedge, MICRO, Quantity, Value};
use super::{hedge, tail};
use crate::text::numeral::{self, Form};

/// Returns the share of a number and the word behind it, with a sign before it: `-2.5%`, `±3.1%p`.
pub(super) fn figure(here: &Here<'_>, amount: &Amount, code: &'static str, end: usize) -> Figure {
    let signed = signed(here, amount);
    hedged(here, &signed, end, |w| w.role == Role::Percent(code), |amount| Value::Percent { amount, unit: code })
}

/// Returns the amount with the sign before it taken in: `-`, `−`, `마이너스 `, `±`, `+`.
pub(super) fn signed(here: &Here<'_>, amount: &Amount) -> Amount {
    let before = here.before(amount.start);
    for (sign, negative) in [
        ("마이너스(-)", true),
        ("마이너스 ", true),
        ("마이너스", true),
        ("플러스 ", false),
        ("-", true),
        ("−", true),
        ("–", true),
        ("±", false),
        ("+", false),
    ] {
        let Some(rest) = before.strip_suffix(sign) else { continue };
        if rest.ends_with(|c: char| c.is_alphanumeric() || c == ')') {
            return *amount;
        }
        let mut signed = *amount;
        signed.start = amount.start - sign.len();
        if negative {
            let q = signed.quantity;
            signed.quantity = Quantity { low: -q.high, high: -q.low, ..q };
        }
        return signed;
    }
    *amount
}

/// Returns the share `y/x` of `x분의 y`, in percent.
pub(super) fn fraction(here: &Here<'_>, amount: &Amount) -> Option<Figure> {
    if amount.numeral.form == Form::Native {
        return None;
    }
    let rest = here.rest(amount.end);
    rest.strip_prefix("분의")?;
    let whole = amount.numeral.integer().filter(|n| (2..=1_000_000).contains(n))?;
    let (part, end) = part(here, here.gap(amount.end + "분의".len()))?;
    ratio(here, amount.start, end, part, whole)
}

/// Reads the upper number of a fraction: digits, or one syllable (`3분의 일`).
fn part(here: &Here<'_>, at: usize) -> Option<(i128, usize)> {
    if let Some(n) = numeral::read(here.text, at, here.end).filter(|n| n.form == Form::Digits) {
        return n.integer().map(|i| (i, n.end));
    }
    let c = here.rest(at).chars().next()?;
    let n = ONES.iter().position(|d| *d == c)? as i128 + 1;
    Some((n, at + c.len_utf8()))
}

const ONES: [char; 9] = ['일', '이', '삼', '사', '오', '육', '칠', '팔', '구'];

fn ratio(here: &Here<'_>, start: usize, end: usize, part: i128, whole: i128) -> Option<Figure> {
    if part == 0 || part >= whole * 10 || !tail::leaves_whole(tail::run(here.rest(end))) {
        return None;
    }
    let value = (part * 100 * MICRO + whole / 2) / whole;
    let (start, before) = hedge::before(here, start);
    let (end, after) = hedge::after(here, end);
    let amount = Quantity { low: value, high: value, step: MICRO, hedge: after.or(before) };
    Some(Figure { start, end, value: Value::Percent { amount, unit: "%" } })
}

/// Reads shares by word: 절반, `이분의 일`.
pub(super) fn word(here: &Here<'_>, at: usize, out: &mut Vec<Figure>) -> Option<usize> {
    let rest = here.rest(at);
    let c = rest.chars().next()?;
    if !rest[c.len_utf8()..].starts_with(['반', '분']) {
        return None;
    }
    let figure = if let Some(behind) = rest.strip_prefix("절반") {
        if !tail::leaves_whole(tail::run(behind)) {
            return None;
        }
        let end = at + "절반".len();
        let (start, before) = hedge::before(here, at);
        let (end, after) = hedge::after(here, end);
        let half = 50 * MICRO;
        // Nobody says 절반 of exactly 50%.
        let hedge = after.or(before).or(Some(Hedge::About));
        let amount = Quantity { low: half, high: half, step: 10 * MICRO, hedge };
        Figure { start, end, value: Value::Percent { amount, unit: "%" } }
    } else {
        let n = ONES.iter().position(|d| *d == c)? as i128 + 1;
        rest[c.len_utf8()..].strip_prefix("분의")?;
        let (part, end) = part(here, here.gap(at + c.len_utf8() + "분의".len()))?;
        ratio(here, at, end, part, n)?
    };
    let end = figure.end;
    out.push(figure);
    Some(end)
}
