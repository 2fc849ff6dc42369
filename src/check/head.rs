//! What the head of a body is called: `협의회 회장` in all outlets but one, and `협의회 의장` there.

use super::report::{Found, loc};
use super::{Common, Scene};
use crate::align::Row;
use crate::claim::Value;
use crate::source::Span;

/// Heads of bodies of which a body has one.
const HEADS: &[&str] = &["회장", "의장", "위원장", "이사장", "총재"];

/// A head at its place.
struct Head<'a> {
    row: usize,
    body: &'a str,
    head: &'a str,
    at: Span,
}

/// Returns the heads that one article alone gives to a body of which the others name another.
pub(super) fn found(scene: Scene<'_>, common: &Common<'_>) -> Vec<Found> {
    let rows = &common.alignment.rows;
    if rows.len() < 3 {
        return Vec::new();
    }
    let heads: Vec<Head<'_>> = rows.iter().enumerate().flat_map(|(r, row)| heads_of(scene, r, row)).collect();
    let mut out = Vec::new();
    for odd in &heads {
        let of: Vec<&Head<'_>> = heads.iter().filter(|h| h.body == odd.body).collect();
        let own = of.iter().filter(|h| h.head == odd.head).count();
        let others: Vec<&&Head<'_>> = of.iter().filter(|h| h.head != odd.head).collect();
        let one = others.iter().all(|h| h.head == others[0].head && h.row != odd.row);
        if own != 1 || !one || common.alignment.voices(others.iter().map(|h| h.row)) < 2 {
            continue;
        }
        out.push(Found {
            at: loc(&rows[odd.row], odd.at),
            expected: vec![others[0].head.to_owned()],
            confidence: 0.7,
            proven: true,
            others: others.iter().map(|h| loc(&rows[h.row], h.at)).collect(),
            reasons: vec![format!("다른 매체는 {} 대표자의 직함을 달리 적었다", odd.body)],
            replacement: Some(others[0].head.to_owned()),
            safe: false,
        });
    }
    out
}

/// Returns the heads that stand behind the full name of a body and of nobody by name.
fn heads_of<'a>(scene: Scene<'_>, r: usize, row: &'a Row<'_>) -> Vec<Head<'a>> {
    let doc = &row.reading.doc;
    let mut out = Vec::new();
    for (i, token) in doc.tokens.iter().enumerate().skip(1) {
        if !token.spaced || !(6..=24).contains(&token.span.len()) || !may_be_head(doc.text, token.span) {
            continue;
        }
        let (whole, stem) = (doc.slice(token.span), doc.slice(token.stem()));
        // `회장이기도 하다`, `회장이다`.
        let is = |h: &str| stem == h || whole.strip_prefix(h).is_some_and(|rest| rest.starts_with('이'));
        let Some(head) = HEADS.iter().copied().find(|h| is(h)) else { continue };
        let before = &doc.tokens[i - 1];
        let body = doc.slice(before.span);
        if body.len() < 12 || !scene.rules.lexicon.names.is_institution(body) {
            continue;
        }
        let at = Span::new(token.span.start(), token.span.start() + head.len());
        let named = row.reading.claims.iter().any(|c| match &c.value {
            Value::Person { role_at: Some(role), affiliation_at, .. } => {
                role.overlaps(at) || affiliation_at.is_some_and(|a| a.overlaps(before.span))
            }
            _ => false,
        });
        if !named {
            out.push(Head { row: r, body, head, at });
        }
    }
    out
}

/// Returns whether the second or third syllable of a word is one that a head ends in; most words are told by it alone.
fn may_be_head(text: &str, word: Span) -> bool {
    let bytes = text.as_bytes();
    let ends = |at: usize| bytes.get(at..at + 3).is_some_and(|s| s == "장".as_bytes() || s == "재".as_bytes());
    ends(word.start() + 3) || ends(word.start() + 6)
}
