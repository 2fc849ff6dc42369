//! Times that no clock has, and stretches of a day that end before they begin: `오후 2시 64분`, `오전 10시 58분부터 오전 1시
//! 10분까지`.

use super::page::Page;
use super::{Others, Slip};
use crate::align::figure::shape;
use crate::claim::{Claim, Value};
use crate::finding::Kind;

/// Returns the times that are none, and the ends of stretches that their beginnings rule out.
pub(super) fn slips(page: &Page<'_>, others: &Others<'_>) -> Vec<Slip> {
    let times: Vec<&Claim> = page.claims.iter().filter(|c| matches!(c.value, Value::Time { .. })).collect();
    let mut out: Vec<Slip> = times.iter().filter_map(|c| no_time(page, others, c)).collect();
    out.extend(times.windows(2).filter_map(|w| back(page, w[0], w[1])));
    out
}

/// `오후 2시 64분`, `오전 14시`.
fn no_time(page: &Page<'_>, others: &Others<'_>, claim: &Claim) -> Option<Slip> {
    let Value::Time { minute, .. } = claim.value else { return None };
    let said = page.doc.slice(claim.span);
    let hour = said.strip_prefix("오전").and_then(|r| r.trim_start().split_once('시')?.0.parse::<u8>().ok());
    let too_late = hour.is_some_and(|h| h > 12);
    if minute.is_none_or(|m| m < 60) && !too_late {
        return None;
    }
    let meant = others.readings().find_map(|r| {
        let one = r.claims.iter().find(|c| matches!(c.value, Value::Time { .. }) && shape(&c.value, &claim.value).slip);
        one.map(|c| r.doc.slice(c.span).trim_end_matches(['께', '쯤', '경']).trim_end().to_owned())
    });
    Some(Slip {
        kind: Kind::Time,
        at: claim.span,
        expected: meant,
        confidence: 0.93,
        reason: "없는 시각이다".to_owned(),
        operands: Vec::new(),
    })
}

/// `오전 10시 58분부터 오전 1시 10분까지`: by the same half of the day it ends before it begins.
fn back(page: &Page<'_>, from: &Claim, to: &Claim) -> Option<Slip> {
    let (Value::Time { hour: h, minute: m, .. }, Value::Time { hour: i, minute: n, .. }) = (&from.value, &to.value)
    else {
        return None;
    };
    let (first, second) = (page.doc.slice(from.span), page.doc.slice(to.span));
    let half = ["오전", "오후"].into_iter().find(|half| first.starts_with(half) && second.starts_with(half))?;
    let between = page.between(from.span, to.span).trim();
    let until = page.after(to.span, to.sentence as usize);
    let stretch = from.sentence == to.sentence && between == "부터" && until.starts_with("까지");
    let later = (*h, m.unwrap_or(0)) > (*i, n.unwrap_or(0));
    if !stretch || !later {
        return None;
    }
    let other = if half == "오전" { "오후" } else { "오전" };
    Some(Slip {
        kind: Kind::Time,
        at: to.span,
        expected: Some(second.replacen(half, other, 1)),
        confidence: 0.86,
        reason: "시작한 때보다 앞선다".to_owned(),
        operands: vec![from.span],
    })
}
