//! A lost 만: `1억8000원` and `25억3000달러`, which nobody writes of a hundred million and some thousands.

use super::Scene;
use super::report::Found;
use crate::claim::{Claim, Value};
use crate::finding::{Finding, Kind};
use crate::rule::Rule;
use crate::source::Loc;

/// What lies between 억 with thousands behind it and the same with 만: `1억8000만` is so many more than `1억8000`.
const LOST: i128 = 9_999;

/// Returns the amounts of 억 and round thousands without 만 between them.
pub(super) fn check(scene: Scene<'_>, rule: &Rule) -> Vec<Finding> {
    let mut out = Vec::new();
    if !matches!(rule.kind, Kind::Money | Kind::Count) {
        return out;
    }
    for &article in scene.event.articles.iter().filter(|&&a| !scene.sources.article(a).peer) {
        let reading = &scene.readings[article.index()];
        for claim in &reading.claims {
            let Some(amount) = amount(claim, rule.kind) else { continue };
            let text = reading.doc.slice(claim.span);
            let Some((at, thousands)) = lost(text) else { continue };
            let meant = amount + i128::from(thousands) * LOST * crate::claim::MICRO;
            let others = || {
                let own = scene.outlets[article.index()];
                let others = scene.event.articles.iter().filter(move |a| scene.outlets[a.index()] != own);
                others.flat_map(|&a| scene.readings[a.index()].claims.iter().map(move |c| (a, c)))
            };
            // Who else has the very amount has it from somewhere.
            if others().any(|(_, c)| self::amount(c, rule.kind) == Some(amount)) {
                continue;
            }
            let holders: Vec<Loc> = others()
                .filter(|(_, c)| self::amount(c, rule.kind) == Some(meant))
                .map(|(article, c)| Loc { article, span: c.span })
                .collect();
            let expected = format!("{}만{}", &text[..at], &text[at..]);
            let found = Found {
                at: Loc { article, span: claim.span },
                expected: vec![expected.clone()],
                confidence: if holders.is_empty() { 0.85 } else { 0.95 },
                proven: true,
                others: holders,
                reasons: vec!["억과 천 사이에 만이 빠졌다".to_owned()],
                replacement: Some(expected),
                safe: false,
            };
            out.push(found.finding(scene, rule));
        }
    }
    out
}

fn amount(claim: &Claim, kind: Kind) -> Option<i128> {
    match (&claim.value, kind) {
        (Value::Money { amount, .. }, Kind::Money) => amount.is_single().then_some(amount.low),
        (Value::Count { amount, counter }, Kind::Count) if counter == "명" => amount.is_single().then_some(amount.low),
        _ => None,
    }
}

/// Returns the byte at which 만 is missing and the thousands before it: four digits right behind 억, the last two zeros.
fn lost(text: &str) -> Option<(usize, u32)> {
    let from = text.find('억')? + '억'.len_utf8();
    let from = from + usize::from(text[from..].starts_with(' '));
    let digits: String = text[from..].chars().take_while(|c| c.is_ascii_digit() || *c == ',').collect();
    let number: u32 = digits.replace(',', "").parse().ok()?;
    let rest = text[from + digits.len()..].trim_start();
    let round = (1000..10_000).contains(&number) && number.is_multiple_of(100);
    (round && !rest.starts_with(['만', '천', '백', '억', '조', '.', '여'])).then_some((from + digits.len(), number))
}

#[cfg(test)]
mod tests {
    use super::lost;

    #[test]
    fn thousands_behind_eok() {
        for (text, want) in [
            ("1억8000원", Some(8000)),
            ("25억 3,000달러", Some(3000)),
            ("1억8000만원", None),
            ("1억8천원", None),
            ("3억4567원", None),
            ("2억원", None),
        ] {
            assert_eq!(lost(text).map(|l| l.1), want, "{text}");
        }
    }
}
