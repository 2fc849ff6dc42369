//! Two units of one amount: `6542야드(5982m)`, `18노트(시속 약 33㎞)`, `6820만 달러(약 940억원)`.

use super::page::{Figure, Page};
use super::{Others, Slip};
use crate::align::figure::Class;
use crate::claim::{MICRO, Value};
use crate::finding::Kind;

/// Returns the amounts in brackets that are not those before the brackets in another unit.
pub(super) fn slips(page: &Page<'_>, others: &Others<'_>) -> Vec<Slip> {
    let mut out = Vec::new();
    for pair in page.figures.windows(2) {
        let [a, b] = pair else { continue };
        let between = page.between(a.span, b.span).trim();
        let bare = |rest: &str| matches!(rest.trim(), "" | "약" | "시속" | "시속 약");
        let bracketed = between.strip_prefix('(').is_some_and(bare) && page.after(b.span, b.sentence).starts_with(')');
        // `(파72·6542야드, 5982m)`
        let listed = between.strip_prefix(',').is_some_and(bare) && page.after(b.span, b.sentence).starts_with(')');
        if a.sentence == b.sentence && (bracketed || listed) {
            out.extend(measures(page, others, a, b));
            out.extend(money(page, a, b));
        }
    }
    out
}

/// Returns the one of two measures that is not the other in its own unit.
fn measures(page: &Page<'_>, others: &Others<'_>, a: &Figure, b: &Figure) -> Option<Slip> {
    if !matches!((&a.class, &b.class), (Class::Measure(x), Class::Measure(y)) if x == y) || a.unit == b.unit {
        return None;
    }
    let (x, y) = (factor(page, a)?, factor(page, b)?);
    let (p, q) = (a.value * x / MICRO, b.value * y / MICRO);
    // As far as anybody rounds when converting: a half of the last digit of either, and three in a hundred.
    let slack = a.step * x / MICRO / 2 + b.step * y / MICRO / 2 + p.abs().max(q.abs()) * 3 / 100;
    if p <= 0 || q <= 0 || (p - q).abs() <= slack {
        return None;
    }
    // The amount that nobody else states is wrong; if that tells nothing, the converted one.
    let first_alone = others.confirm(page, b) && !others.confirm(page, a);
    let (wrong, right, value, step) =
        if first_alone { (a, b, q * MICRO / x, a.step) } else { (b, a, p * MICRO / y, b.step) };
    let value = (value + step / 2) / step * step;
    Some(Slip {
        kind: Kind::Measure,
        at: wrong.span,
        expected: page.rewrite(wrong, value),
        confidence: 0.9,
        reason: format!("{}에 맞지 않는다", page.doc.slice(right.span)),
        operands: vec![right.span],
    })
}

/// Returns the size of the figure's unit.
fn factor(page: &Page<'_>, f: &Figure) -> Option<i128> {
    page.claims.iter().find(|c| c.span == f.span).and_then(|c| match &c.value {
        Value::Measure { unit, .. } => Some(unit.factor),
        _ => None,
    })
}

/// What one unit of a currency has cost in won since 2000, with room to either side.
const RATES: &[(&str, i128, i128)] =
    &[("USD", 850, 1800), ("EUR", 1000, 2100), ("CNY", 110, 260), ("JPY", 6, 17), ("GBP", 1200, 2600)];

/// Returns the amount in won that lacks or has a zero too many for what the currency costs.
fn money(page: &Page<'_>, a: &Figure, b: &Figure) -> Option<Slip> {
    if a.class != Class::Money || b.class != Class::Money {
        return None;
    }
    let (won, foreign) = match (a.unit, b.unit) {
        ("KRW", _) => (a, b),
        (_, "KRW") => (b, a),
        _ => return None,
    };
    let (_, low, high) = RATES.iter().find(|r| r.0 == foreign.unit)?;
    let fits = |value: i128| foreign.value * low <= value && value <= foreign.value * high;
    if fits(won.value) {
        return None;
    }
    let right =
        [10, 100, 1000, 10_000].into_iter().flat_map(|by| [won.value * by, won.value / by]).find(|v| fits(*v))?;
    Some(Slip {
        kind: Kind::Money,
        at: won.span,
        expected: page.rewrite(won, right),
        confidence: 0.9,
        reason: format!("{}에 맞지 않는다", page.doc.slice(foreign.span)),
        operands: vec![foreign.span],
    })
}
