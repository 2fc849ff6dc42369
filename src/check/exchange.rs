//! Two persons whose figures one outlet exchanged: `고은별 19%, 한결 16%` where the others have `한결 19%, 고은별 16%`.

use super::Common;
use super::report::{Found, loc};
use crate::align::Row;
use crate::claim::{Claim, Value};

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
