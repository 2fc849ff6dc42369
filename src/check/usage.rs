//! Directions that the words beside them rule out: 정상에 내렸다, 비가 올랐다, 패배를 거뒀다.

use super::Scene;
use super::report::Found;
use crate::claim::{Claim, Reading, Value};
use crate::finding::Finding;
use crate::rule::{Frame, Rule, Usage};
use crate::source::{Loc, Span};

/// Returns a finding for each direction that its frame does not go with.
pub(super) fn check(scene: Scene<'_>, rule: &Rule, settings: &Usage) -> Vec<Finding> {
    let mut out = Vec::new();
    for &article in scene.event.articles.iter().filter(|&&a| !scene.sources.article(a).peer) {
        let reading = &scene.readings[article.index()];
        for claim in &reading.claims {
            let Some(at) = place(reading, claim) else { continue };
            let Some((wrong, right)) = settings.frame.iter().find_map(|f| held(reading, claim, at, f)) else {
                continue;
            };
            let found = Found {
                at: Loc { article, span: Span::new(at, at + wrong.len()) },
                expected: vec![right.to_owned()],
                confidence: 0.88,
                proven: true,
                others: Vec::new(),
                reasons: vec!["곁의 말과 함께 쓰지 않는다".to_owned()],
                replacement: Some(right.to_owned()),
                safe: false,
            };
            out.push(found.finding(scene, rule));
        }
    }
    out
}

/// Returns where a direction begins: that of a claim, or 이상 and 이하 at the end of a figure.
fn place(reading: &Reading<'_>, claim: &Claim) -> Option<usize> {
    match &claim.value {
        Value::Direction { .. } => Some(claim.span.start()),
        Value::Count { .. } | Value::Measure { .. } | Value::Percent { .. } | Value::Money { .. } => {
            let said = reading.doc.slice(claim.span);
            if said.starts_with("영상") || said.starts_with("영하") {
                return Some(claim.span.start());
            }
            (said.ends_with("이하") || said.ends_with("미만")).then(|| claim.span.end() - "이하".len())
        }
        _ => None,
    }
}

/// Returns a text without the words and numbers at its beginning that are skipped.
fn skipped<'t>(text: &'t str, skip: &[String]) -> &'t str {
    let mut rest = text;
    while !skip.is_empty() {
        let next = rest.trim_start_matches(|c: char| c == ' ' || c.is_ascii_digit());
        let word = skip.iter().find_map(|w| next.strip_prefix(w.as_str()));
        match word {
            Some(word) => rest = word,
            None => return next,
        }
    }
    rest
}

/// Returns the word of a frame that stands at a place with what should stand there, where the words around it are those of
/// the frame.
fn held<'f>(reading: &Reading<'_>, claim: &Claim, at: usize, frame: &'f Frame) -> Option<(&'f str, &'f str)> {
    let text = reading.doc.text;
    let which = frame.wrong.iter().position(|w| text[at..].starts_with(w.as_str()))?;
    let (wrong, right) = (frame.wrong[which].as_str(), frame.right.get(which)?.as_str());
    let behind = skipped(&text[at + wrong.len()..], &frame.skip);
    if !frame.after.is_empty() && !frame.after.iter().any(|a| behind.starts_with(a.as_str())) {
        return None;
    }
    let sentence = reading.doc.sentences[claim.sentence as usize].span;
    if !frame.before.is_empty() || !frame.word.is_empty() {
        let before = text.get(sentence.start()..at)?.trim_end();
        let word = before.rsplit([' ', '“', '"', '‘', '\'', '\n']).next().unwrap_or("");
        let word = if frame.before.iter().any(|b| b.contains('(')) { word } else { word.trim_start_matches('(') };
        let fits = frame.word.iter().any(|w| w == word) || frame.before.iter().any(|b| word.ends_with(b.as_str()));
        if !fits {
            return None;
        }
    }
    let whole = reading.doc.slice(sentence);
    let has = |words: &[String]| words.iter().any(|w| whole.contains(w.as_str()));
    ((frame.with.is_empty() || has(&frame.with)) && !has(&frame.unless)).then_some((wrong, right))
}
