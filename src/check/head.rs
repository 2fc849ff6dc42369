//! What the head of a body is called: `협의회 회장` in all outlets but one, and `협의회 의장` there.

use super::report::{Found, loc};
use super::role::is_deputy;
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
    let mut out = served(common);
    if rows.len() < 3 {
        return out;
    }
    let heads: Vec<Head<'_>> = rows.iter().enumerate().flat_map(|(r, row)| heads_of(scene, r, row)).collect();
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

/// A post that somebody is said to have had.
struct Served<'a> {
    row: usize,
    /// Who, where the sentence names one person.
    name: Option<&'a str>,
    body: &'a str,
    post: &'a str,
    at: Span,
}

/// What is said of a post that one has had.
const SERVED: &[&str] = &["지내", "지낸", "지냈", "맡았", "맡은", "역임"];

/// Returns the heads of a body that others say somebody was the deputy of, and the other way round: `도의회 의장을 지낸`,
/// `도의회 부의장을 지냈다`.
fn served(common: &Common<'_>) -> Vec<Found> {
    let rows = &common.alignment.rows;
    let all: Vec<Served<'_>> = rows.iter().enumerate().flat_map(|(r, row)| served_in(r, row)).collect();
    let mut out: Vec<Found> = Vec::new();
    for odd in &all {
        let other = |o: &&Served<'_>| {
            o.body == odd.body
                && o.row != odd.row
                && (is_deputy(o.post, odd.post) || is_deputy(odd.post, o.post))
                && (o.name.is_none() || odd.name.is_none() || one_name(o.name, odd.name))
        };
        let others: Vec<&Served<'_>> = all.iter().filter(other).collect();
        let Some(first) = others.first() else { continue };
        let has = |row: usize, s: &Served<'_>| {
            let both = format!("{} {}", s.body, s.post);
            rows[row].reading.doc.text.contains(&both)
        };
        let alone = rows.iter().enumerate().all(|(r, _)| r == odd.row || !has(r, odd)) && !has(odd.row, first);
        let voices = common.alignment.voices(others.iter().map(|o| o.row));
        let named = others.iter().all(|o| one_name(o.name, odd.name));
        if !alone || !(voices >= 2 || (named && odd.row > first.row)) {
            continue;
        }
        out.push(Found::of_person(
            loc(&rows[odd.row], odd.at),
            first.post.to_owned(),
            voices >= 2,
            others.iter().map(|o| loc(&rows[o.row], o.at)).collect(),
            "한 사람이 지낸 직함이 다르다",
        ));
    }
    out
}

/// Returns whether both are names of one person: the same, or one the surname of the other.
fn one_name(a: Option<&str>, b: Option<&str>) -> bool {
    matches!((a, b), (Some(a), Some(b)) if a.starts_with(b) || b.starts_with(a))
}

/// Returns the posts of a row that somebody is said to have had.
fn served_in<'a>(r: usize, row: &'a Row<'_>) -> Vec<Served<'a>> {
    let doc = &row.reading.doc;
    let mut out = Vec::new();
    for i in 1..doc.tokens.len().saturating_sub(1) {
        let (before, token, next) = (&doc.tokens[i - 1], &doc.tokens[i], &doc.tokens[i + 1]);
        if doc.slice(token.josa()) != "을" || !token.spaced || before.has_josa() || before.span.len() < 9 {
            continue;
        }
        let verb = doc.slice(next.span);
        if !SERVED.iter().any(|v| verb.starts_with(v)) {
            continue;
        }
        let sentence = doc.sentence_at(token.span.start()).unwrap_or(0) as u32;
        let mut persons = row.reading.claims.iter().filter(|c| c.sentence == sentence).filter_map(|c| match &c.value {
            Value::Person { name, full, .. } => Some(full.as_deref().unwrap_or(name)),
            _ => None,
        });
        let name = persons.next().filter(|n| persons.all(|m| m == *n));
        out.push(Served {
            row: r,
            name,
            body: doc.slice(before.span),
            post: doc.slice(token.stem()),
            at: token.stem(),
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
