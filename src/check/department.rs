//! Departments that one professor is said to teach in: `고은별 한빛대 교육학과 교수`, `한빛대 심리학과 고은별 교수`.

use super::Common;
use super::report::{Found, loc};
use super::role::shortens;
use crate::claim::{Claim, Value};
use crate::source::Span;
use crate::text::{Document, Script};

/// A professor with a department, at its place.
struct Taught<'a> {
    row: usize,
    name: &'a str,
    department: &'a str,
    at: Span,
}

/// At most so many words stand between a professor's name and the department.
const REACH: usize = 3;

/// What departments end in; two that end alike are told apart by what stands before.
const ENDS: &[&str] = &["학과", "공학부", "학부", "대학원", "과"];

/// Returns the departments that an outlet gives to a professor to whom the others give another.
pub(super) fn found(common: &Common<'_>) -> Vec<Found> {
    let rows = &common.alignment.rows;
    let mut all: Vec<Taught<'_>> = Vec::new();
    for (r, row) in rows.iter().enumerate() {
        let doc = &row.reading.doc;
        for claim in &row.reading.claims {
            if let Value::Person { name, role: Some(role), role_at: Some(at), .. } = &claim.value
                && role.ends_with("교수")
                && name.len() >= 9
                && let Some(department) = department_of(doc, claim, *at)
            {
                all.push(Taught { row: r, name, department: doc.slice(department), at: department });
            }
        }
    }
    let mut out: Vec<Found> = Vec::new();
    for (i, odd) in all.iter().enumerate() {
        if all[..i].iter().any(|t| t.name == odd.name) {
            continue;
        }
        let of: Vec<&Taught<'_>> = all.iter().filter(|t| t.name == odd.name).collect();
        let (own, others): (Vec<&Taught<'_>>, Vec<&Taught<'_>>) =
            of.iter().copied().partition(|t| !differ(t.department, odd.department));
        let Some(other) = others.first() else { continue };
        let one = others.iter().all(|t| !differ(t.department, other.department));
        let knows = |t: &Taught<'_>, department: &str| rows[t.row].reading.doc.text.contains(department);
        let both = own.iter().any(|t| knows(t, other.department)) || others.iter().any(|t| knows(t, odd.department));
        if !one || both {
            continue;
        }
        let voices = |of: &[&Taught<'_>]| common.alignment.voices(of.iter().map(|t| t.row));
        let (here, there) = (voices(&own), voices(&others));
        let proven = here.min(there) == 1 && here.max(there) >= 2;
        let (wrong, right) = if here >= there { (others, own) } else { (own, others) };
        out.push(Found::of_person(
            loc(&rows[wrong[0].row], wrong[0].at),
            right[0].department.to_owned(),
            proven,
            right.iter().map(|t| loc(&rows[t.row], t.at)).collect(),
            "한 사람의 소속이 다르다",
        ));
    }
    out
}

/// Returns the department that stands between a name and its role, or right before the name.
fn department_of(doc: &Document<'_>, claim: &Claim, role: Span) -> Option<Span> {
    let (name, office) = (doc.token_at(claim.span.start()), doc.token_at(role.start()));
    let is = |t: usize| {
        let token = &doc.tokens[t];
        let word = doc.slice(token.span);
        (token.script == Script::Hangul && word.len() >= 9 && ENDS.iter().any(|e| word.ends_with(e)))
            .then_some(token.span)
    };
    let between = || (name + 1..office.min(name + 1 + REACH)).rev().find_map(is);
    between().or_else(|| is(name.checked_sub(1)?))
}

/// Returns whether two departments end alike and neither is the other cut short.
fn differ(a: &str, b: &str) -> bool {
    let end = |w: &str| ENDS.iter().position(|e| w.ends_with(e));
    end(a) == end(b) && !a.contains(b) && !b.contains(a) && !shortens(a, b) && !shortens(b, a)
}
