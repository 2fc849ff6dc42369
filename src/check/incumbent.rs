//! Two names of who holds one post of one body, a letter apart: `고은율 한빛슈퍼 대표` below a picture, `고은울 한빛슈퍼 대표` in
//! the copy.

use super::Common;
use super::report::{Found, loc};
use crate::claim::{Claim, Value};
use crate::text::hangul;

/// A person with post and body, at its place.
struct Incumbent<'a> {
    row: usize,
    claim: &'a Claim,
    name: &'a str,
    post: String,
}

/// Posts of which a body has one, by how they end.
const POSTS: [&str; 8] = ["장", "대표", "대표이사", "감독", "총재", "장관", "대변인", "지사"];

/// Returns the names that stand once, of who is said elsewhere to be called otherwise by a letter.
pub(super) fn found(common: &Common<'_>) -> Vec<Found> {
    let rows = &common.alignment.rows;
    let mut all: Vec<Incumbent<'_>> = Vec::new();
    for (r, row) in rows.iter().enumerate() {
        for claim in &row.reading.claims {
            if let Value::Person { name, role: Some(role), affiliation: Some(body), .. } = &claim.value
                && name.len() == 9
                && body.len() >= 9
                && POSTS.iter().any(|p| role.ends_with(p))
                && !role.starts_with("공동")
            {
                let post = [body.as_str(), role.as_str()].concat().split_whitespace().collect();
                all.push(Incumbent { row: r, claim, name, post });
            }
        }
    }
    let mut out: Vec<Found> = Vec::new();
    let times = |name: &str| rows.iter().map(|r| r.reading.doc.text.matches(name).count()).sum::<usize>();
    for odd in &all {
        let letter = |o: &Incumbent<'_>| {
            o.post == odd.post
                && hangul::one_syllable(odd.name, o.name).is_some_and(|s| s.index > 0 && s.letters() == 1)
        };
        let others: Vec<&Incumbent<'_>> = all.iter().filter(|o| letter(o)).collect();
        let Some(other) = others.first().filter(|_| times(odd.name) == 1) else { continue };
        // Of one against one the later is told.
        let often = times(other.name) >= 2;
        let at = |i: &Incumbent<'_>| loc(&rows[i.row], i.claim.span);
        if others.iter().any(|o| o.name != other.name) || (!often && at(odd) < at(other)) {
            continue;
        }
        out.push(Found {
            at: at(odd),
            expected: vec![other.name.to_owned()],
            confidence: if often { 0.8 } else { 0.6 },
            proven: often,
            others: others.iter().map(|o| at(o)).collect(),
            reasons: vec!["같은 기관의 같은 직함인데 이름의 글자 하나만 다르다".to_owned()],
            replacement: often.then(|| other.name.to_owned()),
            safe: false,
        });
    }
    out
}
