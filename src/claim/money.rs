//! Money: `1조 3000억원`, `약 2조원`, `US$3.5`, `1달러 20센트`, `40억~100억원`, `673조3000억 규모`.

use super::figure::{Amount, Figure, Here, amount as read_amount, hedged};
use super::lexicon::units::{NO_CURRENCY, Role, UnitWord};
use super::tail;
use super::value::{MICRO, Quantity, Value};
use crate::text::numeral::Form;

/// A hundredth of a dollar or euro.
const CENT: &str = "센트";

/// Returns whether the word behind the number names a currency here.
pub(super) fn fits(here: &Here<'_>, amount: &Amount, code: &str, word: &UnitWord) -> bool {
    let after = here.rest(amount.end);
    match (code, word.word.as_str()) {
        // 체중 220파운드; elsewhere pounds of weight are rare in the news.
        ("GBP", "파운드") => {
            !["체중", "무게"].iter().any(|w| here.before(amount.start).contains(w) || after.contains(w))
        }
        // 3동 is a building and 100만동 is money.
        ("VND", "동") => amount.numeral.grouped,
        ("USD", "불") => !after.starts_with(' '),
        ("KRW", "원") => !after.starts_with(' ') || !after.starts_with(" 원인") && !after.starts_with(" 원 안"),
        _ => true,
    }
}

/// Returns whether a lone 천 or 만 before 원 is an amount: `만원씩`, but not `만원 버스`, `백원우`.
pub(super) fn lone(here: &Here<'_>, amount: &Amount, from: usize, len: usize) -> bool {
    let behind = here.rest(from + len);
    let run = tail::run(behind);
    // 만달러 is no other word, as 만원 and 천원 are.
    if from > amount.end || len > "원".len() {
        return true;
    }
    amount.numeral.low >= 1000 * MICRO
        && !run.is_empty()
        && run != "이"
        && !["버스", "전철", "지하철", "열차", "관중", "사례"].iter().any(|w| behind.trim_start().starts_with(w))
}

/// Returns the amount with the currency behind it; cents are hundredths, and those behind whole ones are added.
pub(super) fn figure(here: &Here<'_>, amount: &Amount, code: &'static str, end: usize) -> Figure {
    let (mut amount, mut end) = (*amount, end);
    let hundredths = |q: Quantity| Quantity { low: q.low / 100, high: q.high / 100, step: (q.step / 100).max(1), ..q };
    if here.before(end).ends_with(CENT) {
        amount.quantity = hundredths(amount.quantity);
    } else if matches!(code, "USD" | "EUR")
        && amount.quantity.is_single()
        && let Some(cents) = read_amount(here, here.gap(end)).filter(|c| c.quantity.low < 100 * MICRO)
        && let Some(behind) = here.rest(here.gap(cents.end)).strip_prefix(CENT)
        && tail::leaves_whole(tail::run(behind))
    {
        let more = hundredths(cents.quantity);
        let q = &mut amount.quantity;
        *q = Quantity { low: q.low + more.low, high: q.high + more.low, step: more.step, hedge: q.hedge };
        end = here.end - behind.len();
    }
    let amount = &amount;
    hedged(here, amount, end, |w| w.role == Role::Money(code), |amount| Value::Money { amount, currency: code })
}

/// Returns the amount with the currency sign before it: `$3.5`, `US$ 300만`.
pub(super) fn signed(here: &Here<'_>, amount: &Amount) -> Option<Figure> {
    if amount.numeral.form != Form::Digits {
        return None;
    }
    let (len, code) = here.units.sign_before(here.before(amount.start))?;
    // `USD 100` must stand as a word.
    let start = amount.start - len;
    if here.previous(start).is_some_and(|c| c.is_ascii_alphabetic()) {
        return None;
    }
    let at = Amount { start, ..*amount };
    let rest = here.rest(at.end);
    let word = here.units.at(rest).find(|w| matches!(w.role, Role::Money(_)));
    let end = at.end + word.map_or(0, |w| w.word.len());
    Some(figure(here, &at, code, end))
}

/// Returns an amount in 억 or 조 without a currency where the sentence speaks of money: `예산 673조3000억 규모`.
pub(super) fn unnamed(here: &Here<'_>, amount: &Amount) -> Option<Figure> {
    let hundred_million = 100_000_000 * MICRO;
    if !amount.numeral.grouped || amount.quantity.high < hundred_million || amount.numeral.form == Form::Native {
        return None;
    }
    if !tail::leaves_whole(tail::run(here.rest(amount.end))) {
        return None;
    }
    let before = here.before(amount.start);
    let near = before.char_indices().rev().nth(30).map_or(before, |(i, _)| &before[i..]);
    let after = here.rest(amount.end).trim_start();
    let money = here.units.speaks_of_money(near)
        || here.units.speaks_of_money(after.split(' ').next().unwrap_or(""))
        || after.starts_with("규모") && here.units.speaks_of_money(here.rest(here.start));
    // `80억 인구` counts heads; a number before 명 or 개 was read as a count already.
    let heads = ["인구", "인류", "명", "세계인", "관객"].iter().any(|w| after.starts_with(w));
    (money && !heads).then(|| figure(here, amount, NO_CURRENCY, amount.end))
}
