//! One distance told twice in one article: `지하차도와 1㎞ 떨어진 풀숲`, `지하차도에서 200m가량 떨어진 곳`.

use super::Scene;
use super::report::Found;
use crate::align::figure::{Agreement, agreement};
use crate::claim::{Claim, Reading, Value};
use crate::finding::{Finding, Kind};
use crate::rule::Rule;
use crate::source::Loc;

/// Returns the distances from a place for which the article, and others, have another distance.
pub(super) fn check(scene: Scene<'_>, rule: &Rule) -> Vec<Finding> {
    let mut out = Vec::new();
    if rule.kind != Kind::Measure {
        return out;
    }
    for &article in scene.event.articles.iter().filter(|&&a| !scene.sources.article(a).peer) {
        let reading = &scene.readings[article.index()];
        let distances: Vec<(&Claim, &str)> =
            reading.claims.iter().filter_map(|c| Some((c, from(reading, c)?))).collect();
        for (a, place) in &distances {
            for (b, other) in &distances {
                let one = place.ends_with(other) || other.ends_with(place);
                if !one || agreement(&a.value, &b.value) != Agreement::Differs {
                    continue;
                }
                let stated = |c: &Claim| -> Vec<Loc> {
                    let own = scene.outlets[article.index()];
                    let others = scene.event.articles.iter().filter(|o| scene.outlets[o.index()] != own);
                    others
                        .flat_map(|&o| scene.readings[o.index()].claims.iter().map(move |c| (o, c)))
                        .filter(|(_, o)| agreement(&o.value, &c.value) != Agreement::Differs)
                        .map(|(article, o)| Loc { article, span: o.span })
                        .collect()
                };
                let holders = stated(b);
                if holders.is_empty() || !stated(a).is_empty() {
                    continue;
                }
                let said = reading.doc.slice(b.span).trim_start_matches("약 ");
                let hedge = ["가량", "정도", "남짓", "안팎", "쯤"].iter().find_map(|h| said.strip_suffix(h));
                let expected = hedge.unwrap_or(said).trim_end().to_owned();
                let found = Found {
                    at: Loc { article, span: a.span },
                    expected: vec![expected.clone()],
                    confidence: 0.9,
                    proven: true,
                    others: std::iter::once(Loc { article, span: b.span }).chain(holders).collect(),
                    reasons: vec!["한 기사 안에서도 다르다".to_owned()],
                    replacement: Some(expected),
                    safe: false,
                };
                out.push(found.finding(scene, rule));
            }
        }
    }
    out
}

/// Returns the place that the length is the distance from: 지하차도 of `지하차도에서 약 200m 떨어진`.
fn from<'a>(reading: &Reading<'a>, claim: &Claim) -> Option<&'a str> {
    let Value::Measure { unit, .. } = &claim.value else { return None };
    let text = reading.doc.text;
    if unit.dimension != "length" || !text[claim.span.end()..].trim_start().starts_with("떨어") {
        return None;
    }
    let sentence = reading.doc.sentences[claim.sentence as usize].span;
    let word = text.get(sentence.start()..claim.span.start())?.trim_end().rsplit(' ').next()?;
    let place = ["에서", "으로부터", "로부터", "와", "과"].iter().find_map(|p| word.strip_suffix(p))?;
    (place.chars().count() >= 2).then_some(place)
}
