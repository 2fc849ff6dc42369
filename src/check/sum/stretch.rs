//! A stretch and its ends: `2019년 4월부터 2023년 8월까지 4년 4개월간`, `17일부터 19일까지 사흘간`.

use super::page::Page;
use super::{Others, Slip};
use crate::claim::{Claim, Grain, MICRO, Value};
use crate::finding::Kind;
use jiff::civil::Date;

/// Seconds of a day and of a month.
const DAY: i128 = 86_400;
const MONTH: i128 = 2_629_800;

/// Returns the lengths of time that the dates right before them contradict.
pub(super) fn slips(page: &Page<'_>, others: &Others<'_>) -> Vec<Slip> {
    let dated: Vec<&Claim> =
        page.claims.iter().filter(|c| matches!(c.value, Value::Date(_) | Value::Measure { .. })).collect();
    let one_sentence = |w: &&[&Claim]| w[0].sentence == w[1].sentence && w[1].sentence == w[2].sentence;
    let mut out: Vec<Slip> = dated
        .windows(3)
        .filter(one_sentence)
        // Where others have the stretch, and not one of its ends, it is the end that is wrong.
        .filter(|w| {
            let told = |i: usize| others.confirm_claim(w[i]);
            !told(2) || (told(0) && told(1))
        })
        .filter_map(|w| slip(page, w[0], w[1], w[2]))
        .collect();
    out.extend(page.claims.iter().filter_map(|c| nights(page, c)));
    out
}

/// `15일 출국해 19일 귀국하는 4박 5일`, `15∼19일 4박 5일 일정으로`.
fn nights(page: &Page<'_>, trip: &Claim) -> Option<Slip> {
    let Value::Count { amount, counter } = &trip.value else { return None };
    if counter != "박" || amount.is_single() {
        return None;
    }
    // The days of the sentence, and no other: one stretch, or a day of leaving and a day of coming back.
    let days: Vec<(&Claim, Date, Date)> = page
        .claims
        .iter()
        .filter(|c| c.sentence == trip.sentence)
        .filter_map(|c| match &c.value {
            Value::Date(d) if d.grain == Grain::Day && !d.relative => Some((c, d.from?, d.to?)),
            _ => None,
        })
        .collect();
    let (from, to, last) = match days[..] {
        [(c, from, to)] if from < to => (from, to, c),
        [(a, from, first), (b, to, last)] if from == first && to == last && from < to => {
            let leaves = ["출국", "출발", "떠나", "떠난"];
            let returns = ["귀국", "돌아"];
            let between = page.between(a.span, b.span);
            let after = page.between(b.span, trip.span);
            let tied = leaves.iter().any(|w| between.contains(w)) && returns.iter().any(|w| after.contains(w))
                || between.trim() == "부터" && after.trim() == "까지";
            if !tied {
                return None;
            }
            (from, to, b)
        }
        _ => return None,
    };
    let said = amount.high / MICRO;
    let want = i128::from((to - from).get_days()) + 1;
    let near = page.between(last.span, trip.span).len() <= 40;
    let spread = (amount.high - amount.low) / MICRO;
    (near && trip.span.start() > last.span.start() && want != said && (want - said).abs() <= 3 && want > spread).then(
        || {
            let blank = if page.doc.slice(trip.span).contains(' ') { " " } else { "" };
            let words = format!("{}박{blank}{want}일", want - spread);
            Slip {
                kind: Kind::Date,
                at: trip.span,
                expected: Some(words.clone()),
                confidence: 0.85,
                reason: format!(
                    "{}월 {}일에서 {}월 {}일까지는 {words}이다",
                    from.month(),
                    from.day(),
                    to.month(),
                    to.day()
                ),
                operands: vec![last.span],
            }
        },
    )
}

fn slip(page: &Page<'_>, from: &Claim, to: &Claim, length: &Claim) -> Option<Slip> {
    let since = page.between(from.span, to.span).trim();
    let until = page.between(to.span, length.span).trim();
    if since != "부터" || !matches!(until, "까지" | "까지 약" | "까지 총" | "까지 모두") {
        return None;
    }
    let Value::Measure { amount, unit } = &length.value else { return None };
    if unit.dimension != "time" || !amount.is_single() || amount.hedge.is_some() {
        return None;
    }
    let seconds = amount.low * unit.factor / MICRO / MICRO;
    let ((a, grain), (b, other)) = (first_day(from)?, first_day(to)?);
    let (want, said, name) = match (grain, other) {
        (Grain::Day, Grain::Day) if seconds % DAY == 0 && seconds < 2 * MONTH => {
            (i128::from((b - a).get_days()), seconds / DAY, "일")
        }
        // 2023년 4월부터 2024년 2월까지 96일 동안: days within the months.
        (Grain::Month, Grain::Month) if seconds >= MONTH && unit.code != "d" => {
            (months_between(a, b), whole_months(seconds), "개월")
        }
        _ => return None,
    };
    // Both ends may count or neither.
    if want <= 0 || (said - want).abs() <= 1 {
        return None;
    }
    let words = if name == "개월" && want >= 12 {
        let rest = if want % 12 > 0 { format!(" {}개월", want % 12) } else { String::new() };
        format!("{}년{rest}", want / 12)
    } else {
        format!("{want}{name}")
    };
    Some(Slip {
        kind: Kind::Date,
        at: length.span,
        expected: Some(words.clone()),
        confidence: 0.88,
        reason: format!("{}에서 {}까지는 {words}이다", page.doc.slice(from.span), page.doc.slice(to.span)),
        operands: vec![from.span, to.span],
    })
}

/// Returns how many months there are from the month of one day to that of another.
pub(in crate::check) fn months_between(from: Date, to: Date) -> i128 {
    (i128::from(to.year()) - i128::from(from.year())) * 12 + i128::from(to.month() - from.month())
}

/// Returns how many months a number of seconds is, rounded.
pub(in crate::check) fn whole_months(seconds: i128) -> i128 {
    (seconds + MONTH / 2) / MONTH
}

/// Returns the first day of a date that is known, with how fine it is said.
fn first_day(claim: &Claim) -> Option<(Date, Grain)> {
    match &claim.value {
        Value::Date(d) => Some((d.from?, d.grain)),
        _ => None,
    }
}
