//! Two figures and the word that compares them: `25㎞보다 얕은 38㎞` is deeper.

use super::Scene;
use super::report::Found;
use crate::align::figure::{self, Class};
use crate::claim::{Claim, Reading};
use crate::finding::Finding;
use crate::rule::Rule;
use crate::source::{Loc, Span};

/// Words that compare, as they stand before the larger and before the smaller of two.
const COMPARED: &[(&str, &str)] = &[
    ("많은", "적은"),
    ("높은", "낮은"),
    ("깊은", "얕은"),
    ("긴", "짧은"),
    ("큰", "작은"),
    ("넓은", "좁은"),
    ("무거운", "가벼운"),
    ("비싼", "싼"),
    ("늘어난", "줄어든"),
    ("오른", "내린"),
    ("증가한", "감소한"),
    ("웃도는", "밑도는"),
];

/// Returns a finding for each word that compares two figures beside it the wrong way.
pub(super) fn check(scene: Scene<'_>, rule: &Rule) -> Vec<Finding> {
    let mut out = Vec::new();
    for &article in scene.event.articles.iter().filter(|&&a| !scene.sources.article(a).peer) {
        let reading = &scene.readings[article.index()];
        for k in 1..reading.claims.len() {
            let Some((at, right, base)) = turned(reading, k) else { continue };
            let found = Found {
                at: Loc { article, span: at },
                expected: vec![right.to_owned()],
                confidence: 0.85,
                proven: true,
                others: vec![Loc { article, span: base }],
                reasons: vec!["견준 두 수와 맞지 않는다".to_owned()],
                replacement: Some(right.to_owned()),
                safe: false,
            };
            out.push(found.finding(scene, rule));
        }
    }
    out
}

/// Returns the place of the word before a figure that compares it wrongly with the figure before, the right word, and
/// the place of that figure.
fn turned(reading: &Reading<'_>, k: usize) -> Option<(Span, &'static str, Span)> {
    let (text, claim) = (reading.doc.text, &reading.claims[k]);
    let before = text[..claim.span.start()].trim_end();
    // 보다 and the word behind it: hardly a figure has both before it.
    let word = before.rsplit(' ').next()?;
    let rest = before[..before.len() - word.len()].trim_end().strip_suffix("보다")?;
    let (more, less, up) = COMPARED.iter().find_map(|&(more, less)| {
        if word == less { Some((more, less, false)) } else { (word == more).then_some((more, less, true)) }
    })?;
    let rest = rest.strip_suffix(')').unwrap_or(rest);
    let base = reading.claims[..k].iter().rev().take(4).find(|c| c.span.end() == rest.len())?;
    let plain = |c: &Claim| match figure::class(&c.value) {
        Some(class @ (Class::Count(_) | Class::Money | Class::Percent | Class::Measure(_))) => Some(class),
        _ => None,
    };
    // 영하 9도보다 높은 영하 3도.
    let below =
        |c: &Claim| text[..c.span.end()].rsplit('.').next().is_some_and(|s| s.contains("영하") || s.contains('-'));
    if plain(base)? != plain(claim)? || below(claim) {
        return None;
    }
    let (old, new) = (figure::size(&base.value)?, figure::size(&claim.value)?);
    if old == new || (new > old) == up {
        return None;
    }
    let at = Span::new(before.len() - word.len(), before.len());
    Some((at, if up { less } else { more }, base.span))
}
