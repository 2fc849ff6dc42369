//! Time since something: `지난 3월 공연 이후 7개월 만`, `2011년 이후 13년 만`.

use super::page::{Page, digit_slip};
use super::{Others, Slip};
use crate::claim::{Claim, Grain, Value};
use crate::finding::Kind;
use crate::text::Document;
use jiff::civil::Date;

/// How far the words for what happened may stand between (bytes).
const FAR: usize = 200;

/// Returns the lengths of time that neither the days of the article nor the other outlets bear out.
pub(super) fn slips(page: &Page<'_>, others: &Others<'_>) -> Vec<Slip> {
    let mut out = Vec::new();
    for (i, length) in page.claims.iter().enumerate() {
        if let Some((since, stretch)) = since(page.doc, page.claims, i) {
            out.extend(match stretch {
                Stretch::Months(n) => months(page, others, since, length, n),
                Stretch::Years(n) => years(page, others, since, length, n),
            });
        }
    }
    out
}

/// A whole number of months or years.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Stretch {
    Months(i32),
    Years(i32),
}

/// Returns the month or year from which the length `claims[i]` runs, with the length: `지난 3월 … 이후 7개월 만`.
fn since<'c>(doc: &Document<'_>, claims: &'c [Claim], i: usize) -> Option<(&'c Claim, Stretch)> {
    let length = &claims[i];
    let Value::Measure { amount, unit } = &length.value else { return None };
    let months = match unit.code {
        "mo" => true,
        "a" => false,
        _ => return None,
    };
    if !amount.is_single() || amount.hedge.is_some() || !doc.text[length.span.end()..].starts_with(" 만") {
        return None;
    }
    let n = i32::try_from(amount.low / crate::claim::MICRO).ok()?;
    let from = claims[..i].iter().rev().find(|c| matches!(c.value, Value::Date(_)))?;
    let Value::Date(date) = &from.value else { return None };
    let gap = doc.text.get(from.span.end()..length.span.start())?;
    let after = gap.trim_end().ends_with("이후") || gap.trim_end().ends_with("이래");
    let grain = if months { Grain::Month } else { Grain::Year };
    let plain = from.sentence == length.sentence && date.grain == grain && date.until.is_none();
    (plain && after && gap.len() <= FAR).then_some((from, if months { Stretch::Months(n) } else { Stretch::Years(n) }))
}

fn day_of(claim: &Claim) -> Option<(Date, Grain)> {
    match &claim.value {
        Value::Date(d) if d.until.is_none() => Some((d.from?, d.grain)),
        _ => None,
    }
}

/// `지난 3월 … 이후 5개월 만`, where a day of the article is seven months later and other outlets say so.
fn months(page: &Page<'_>, others: &Others<'_>, from: &Claim, length: &Claim, said: i32) -> Option<Slip> {
    let (start, _) = day_of(from)?;
    let apart = |d: Date| (i32::from(d.year()) - i32::from(start.year())) * 12 + i32::from(d.month() - start.month());
    // The day of saying so is not the day of what comes back.
    let today = page.doc.published.map(|p| p.date);
    let days = page.claims.iter().filter_map(day_of).filter(|d| d.1 == Grain::Day && Some(d.0) != today);
    let later: Vec<i32> = days.map(|d| apart(d.0)).filter(|&n| n > 0).collect();
    if later.contains(&said) || others.confirm_claim(length) {
        return None;
    }
    // The same month and another length, in others.
    let want = others.readings().find_map(|r| {
        r.claims.iter().enumerate().find_map(|(i, _)| {
            let (other, Stretch::Months(n)) = since(&r.doc, &r.claims, i)? else { return None };
            (n != said && later.contains(&n) && day_of(other) == day_of(from)).then_some(n)
        })
    })?;
    Some(slip(page, from, length, want, "개월", 0.9))
}

/// `2011년 이후 9년 만` of an article of 2024: neither that year nor the one before nor any year of the article fits.
fn years(page: &Page<'_>, others: &Others<'_>, from: &Claim, length: &Claim, said: i32) -> Option<Slip> {
    let Value::Date(date) = &from.value else { return None };
    let start = i32::from(date.year?);
    let now = i32::from(page.doc.published?.date.year());
    let stated = page.claims.iter().filter(|c| c.span != from.span).filter_map(day_of).map(|d| i32::from(d.0.year()));
    let fits = |year: i32| (year - start - said).abs() <= 1;
    if start >= now || fits(now) || stated.into_iter().any(fits) || others.confirm_claim(length) {
        return None;
    }
    // What happened this year or late in the last is told; a slip of a digit leads to that.
    let meant = [now - start, now - start - 1].into_iter().find(|&n| digit_slip(i128::from(n), i128::from(said)))?;
    Some(slip(page, from, length, meant, "년", 0.85))
}

fn slip(page: &Page<'_>, from: &Claim, length: &Claim, want: i32, unit: &str, confidence: f32) -> Slip {
    let expected = format!("{want}{unit}");
    Slip {
        kind: Kind::Measure,
        at: length.span,
        reason: format!("{}부터는 {expected}이다", page.doc.slice(from.span)),
        expected: Some(expected),
        confidence,
        operands: vec![from.span],
    }
}
