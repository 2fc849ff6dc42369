//! Two persons or sides whose figures one outlet exchanged: `고은별 19%, 한결 16%` where the others have `한결 19%, 고은별 16%`;
//! `반대 16표, 기권 43표` where they have `반대 43표, 기권 16표`.

use super::Common;
use super::report::{Found, loc};
use crate::align::Row;
use crate::align::figure::size;
use crate::claim::{Claim, Value};
use crate::source::Span;

/// A person with the share or votes told right behind the name.
struct Share<'a> {
    row: usize,
    claim: &'a Claim,
    name: &'a str,
    /// The figure, by its number.
    word: u32,
}

/// At most so many words stand between a name and its figure.
const REACH: usize = 5;

/// Returns the persons of two whose shares one article exchanged, the first of each two.
pub(super) fn found(common: &Common<'_>) -> Vec<Found> {
    let rows = &common.alignment.rows;
    if rows.len() < 3 {
        return Vec::new();
    }
    let all: Vec<Share<'_>> = rows.iter().enumerate().flat_map(|(r, row)| shares(r, row)).collect();
    let mut out: Vec<Found> = Vec::new();
    for (i, p) in all.iter().enumerate() {
        let next = all[i + 1..].iter().take_while(|q| q.row == p.row && q.claim.sentence <= p.claim.sentence + 1);
        for q in next.filter(|q| q.name != p.name && q.word != p.word) {
            let elsewhere = |name: &str, word: u32| {
                let of = all.iter().filter(|s| s.row != p.row && s.name == name && s.word == word);
                of.map(|s| s.row).collect::<Vec<_>>()
            };
            let right = elsewhere(q.name, p.word);
            let own = elsewhere(p.name, p.word).len() + elsewhere(q.name, q.word).len();
            let home = all.iter().any(|s| s.row == p.row && s.name == q.name && s.word == p.word);
            if own > 0 || home || common.alignment.voices(right.iter().copied()) < 2 {
                continue;
            }
            // One of them at least has the other figure of the other too.
            if elsewhere(p.name, q.word).is_empty() {
                continue;
            }
            let others = all.iter().filter(|s| s.row != p.row && s.name == q.name && s.word == p.word);
            out.push(Found {
                at: loc(&rows[p.row], p.claim.span),
                expected: vec![q.name.to_owned()],
                confidence: 0.75,
                proven: true,
                others: others.map(|s| loc(&rows[s.row], s.claim.span)).collect(),
                reasons: vec!["두 사람의 수치가 서로 바뀌었다".to_owned()],
                replacement: Some(q.name.to_owned()),
                safe: false,
            });
        }
    }
    out
}

/// Returns the persons of a row behind whose names a share or votes are told.
fn shares<'a>(r: usize, row: &'a Row<'_>) -> Vec<Share<'a>> {
    let claims = &row.reading.claims;
    let person = |c: &&'a Claim| matches!(c.value, Value::Person { .. });
    let mut out = Vec::new();
    let mut persons = claims.iter().filter(person).peekable();
    while let Some(claim) = persons.next() {
        let Value::Person { name, full, .. } = &claim.value else { continue };
        let name = full.as_deref().unwrap_or(name);
        let Some(at) = row.unit_at(claim.span.start()).filter(|_| name.chars().count() >= 3) else { continue };
        let end = row.sentence(claim.sentence).end.min(at + 1 + REACH);
        let end = persons.peek().and_then(|n| row.unit_at(n.span.start())).map_or(end, |n| end.min(n));
        let share = (at + 1..end).map(|u| &row.units[u]).find(|u| {
            let value = u.claim.map(|c| &claims[c as usize].value);
            u.figure && matches!(value, Some(Value::Percent { .. } | Value::Count { .. }))
        });
        // 의원 48명 is no share; an age is none either.
        let telling = share.filter(|u| match u.claim.map(|c| &claims[c as usize].value) {
            Some(Value::Percent { unit, .. }) => *unit != "%p",
            Some(Value::Count { counter, .. }) => counter == "표",
            _ => false,
        });
        out.extend(telling.map(|u| Share { row: r, claim, name, word: u.word }));
    }
    out
}

/// What a vote, an accident or a trial divides people into.
const SIDES: &[&str] = &[
    "찬성",
    "반대",
    "기권",
    "무효",
    "사망",
    "부상",
    "실종",
    "중상",
    "경상",
    "남성",
    "여성",
    "남자",
    "여자",
    "유죄",
    "무죄",
    "구속",
    "불구속",
    "여당",
    "야당",
    "국비",
    "도비",
    "시비",
    "군비",
];

/// A side with its figure.
struct Part<'a> {
    row: usize,
    sentence: u32,
    side: &'a str,
    /// From the side to its figure, whichever comes first.
    span: Span,
    figure: Span,
    size: i128,
}

/// Returns the figures of two sides that one article exchanged, as two others and more tell.
pub(super) fn parts(common: &Common<'_>) -> Vec<Found> {
    let rows = &common.alignment.rows;
    if rows.len() < 3 {
        return Vec::new();
    }
    let all: Vec<Part<'_>> = rows.iter().enumerate().flat_map(|(r, row)| sides(r, row)).collect();
    let mut out: Vec<Found> = Vec::new();
    for (i, p) in all.iter().enumerate() {
        let one = |x: &Part<'_>, y: &Part<'_>| x.row == y.row && x.sentence == y.sentence;
        for q in all[i + 1..].iter().take_while(|q| one(p, q)).filter(|q| q.side != p.side && q.size != p.size) {
            // Who has the figures the other way round, and who has one of them this way.
            let has = |row: usize, sentence: u32, side: &str, size: i128| {
                all.iter().any(|s| s.row == row && s.sentence == sentence && s.side == side && s.size == size)
            };
            let turned: Vec<&Part<'_>> = all
                .iter()
                .filter(|s| s.side == p.side && s.size == q.size && has(s.row, s.sentence, q.side, p.size))
                .collect();
            let backed = all.iter().any(|s| {
                let this = (s.side == p.side && s.size == p.size) || (s.side == q.side && s.size == q.size);
                this && !(s.row == p.row && s.sentence == p.sentence)
            });
            let voices = common.alignment.voices(turned.iter().map(|s| s.row));
            // 오전 9시 현재 사망 3명: who was hurt may die later.
            let dated = |s: &Part<'_>| {
                let doc = &rows[s.row].reading.doc;
                let text = doc.slice(doc.sentences[s.sentence as usize].span);
                text.contains("현재") || text.contains("기준")
            };
            if dated(p) || turned.iter().any(|s| dated(s)) {
                continue;
            }
            // 수정안은 찬성 3표, 원안은 찬성 6표: who has both tells of two.
            let both = turned.iter().any(|s| s.row == p.row);
            if voices < 2 || backed || both {
                continue;
            }
            let doc = &rows[p.row].reading.doc;
            let at = Span::new(p.span.start(), q.span.end().max(q.figure.end()));
            let right = [
                &doc.text[at.start()..p.figure.start()],
                doc.slice(q.figure),
                &doc.text[p.figure.end()..q.figure.start()],
                doc.slice(p.figure),
                &doc.text[q.figure.end()..at.end()],
            ]
            .concat();
            out.push(Found {
                at: loc(&rows[p.row], at),
                expected: vec![right.clone()],
                confidence: 0.9,
                proven: true,
                others: turned.iter().map(|s| loc(&rows[s.row], s.span)).collect(),
                reasons: vec!["두 쪽의 수가 서로 바뀌었다".to_owned()],
                replacement: Some(right),
                safe: false,
            });
        }
    }
    out
}

/// Returns the sides of a row beside which a figure stands: `반대 43표`, `43명이 반대`.
fn sides<'a>(r: usize, row: &'a Row<'_>) -> Vec<Part<'a>> {
    let doc = &row.reading.doc;
    let word = |u: usize| doc.slice(row.units[u].span);
    let mut out = Vec::new();
    for (at, unit) in row.units.iter().enumerate().filter(|(_, u)| u.figure) {
        let Some(claim) = unit.claim.map(|c| &row.reading.claims[c as usize]) else { continue };
        let Some(size) =
            size(&claim.value).filter(|_| matches!(claim.value, Value::Count { .. } | Value::Money { .. }))
        else {
            continue;
        };
        let one = |u: usize| row.sentence_of(u) == row.sentence_of(at);
        let side = |u: usize| SIDES.iter().copied().find(|s| *s == word(u));
        // 3명이 기권해
        let done = |u: usize| SIDES.iter().copied().find(|s| word(u).starts_with(s));
        let behind = &doc.text[unit.span.end()..];
        // 43명이 반대; 반대 43명, 반대는 43명.
        let next = (at + 1 < row.units.len() && one(at + 1) && ["이 ", "은 "].iter().any(|j| behind.starts_with(j)))
            .then(|| done(at + 1).map(|s| (s, at + 1)))
            .flatten();
        let before = (at > 0 && one(at - 1) && !row.units[at - 1].clause_end)
            .then(|| side(at - 1).map(|s| (s, at - 1)))
            .flatten();
        let gap = |u: usize| doc.text.get(row.units[u].span.end()..unit.span.start()).is_some_and(|g| g.len() <= 4);
        if let Some((side, u)) = next.or(before.filter(|b| gap(b.1))) {
            out.push(Part {
                row: r,
                sentence: claim.sentence,
                side,
                span: row.units[u].span.cover(unit.span),
                figure: unit.span,
                size,
            });
        }
    }
    out
}
