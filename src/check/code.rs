//! Codes and types that one outlet alone writes otherwise: `QK-318` and `QK-381`, `A형` and `O형`.

use super::report::{Found, loc};
use super::{Common, Scene};
use crate::align::Row;
use crate::claim::tail::is_particle;
use crate::finding::Finding;
use crate::rule::Rule;
use crate::source::Span;
use crate::text::Script;

/// How sure a report is where two outlets have the other …
const PROVEN: f32 = 0.8;
/// … and where one has.
const DIFFER: f32 = 0.6;

/// What is put together of a sort and what tells one from another.
struct Code<'a> {
    row: usize,
    span: Span,
    /// The letters before a number; none of a type.
    sort: &'a str,
    /// The number, or the letter of a type.
    value: &'a str,
}

/// Returns a finding for each code that one outlet alone has where all others have another of its sort.
pub(super) fn check(scene: Scene<'_>, common: &Common<'_>, rule: &Rule) -> Vec<Finding> {
    let rows = &common.alignment.rows;
    let all: Vec<Code<'_>> = rows.iter().enumerate().flat_map(|(r, row)| codes(r, row)).collect();
    let mut out = Vec::new();
    for (n, odd) in all.iter().enumerate() {
        let of = || all.iter().filter(|c| c.sort == odd.sort);
        let Some(other) = of().find(|c| c.value != odd.value) else { continue };
        let holders: Vec<&Code<'_>> = of().filter(|c| c.value == other.value).collect();
        let two = of().all(|c| c.value == odd.value || c.value == other.value);
        let apart = holders.iter().all(|c| c.row != odd.row) && of().all(|c| c.value != odd.value || c.row == odd.row);
        let first = all.iter().position(|c| c.sort == odd.sort && c.value == odd.value) == Some(n);
        let voices = common.alignment.voices(holders.iter().map(|c| c.row));
        let shuffled = is_shuffled(odd.value, other.value);
        let told = match odd.sort {
            "" => voices >= 2,
            _ if voices >= 2 => shuffled || one_digit(odd.value, other.value),
            // Of one against one the later is told.
            _ => shuffled && odd.row > other.row,
        };
        if !(two && apart && first && told) {
            continue;
        }
        let text = rows[other.row].reading.doc.slice(other.span).to_owned();
        let found = Found {
            at: loc(&rows[odd.row], odd.span),
            expected: vec![text.clone()],
            confidence: if voices >= 2 { PROVEN } else { DIFFER },
            proven: voices >= 2,
            others: holders.iter().map(|c| loc(&rows[c.row], c.span)).collect(),
            reasons: vec!["다른 매체는 모두 다른 기호를 쓴다".to_owned()],
            replacement: (voices >= 2).then_some(text),
            safe: false,
        };
        out.push(found.finding(scene, rule));
    }
    out
}

/// Returns the codes and types of a row.
fn codes<'a>(r: usize, row: &Row<'a>) -> Vec<Code<'a>> {
    let doc = &row.reading.doc;
    let tokens = &doc.tokens;
    let mut out = Vec::new();
    for (i, t) in tokens.iter().enumerate() {
        let letters = doc.slice(t.span);
        let glued = !t.spaced && i > 0 && tokens[i - 1].script != Script::Sign;
        if t.script != Script::Latin || glued || !letters.bytes().all(|b| b.is_ascii_uppercase()) {
            continue;
        }
        let Some(next) = tokens.get(i + 1).filter(|n| !n.spaced) else { continue };
        if letters.len() == 1 {
            let word = doc.slice(next.span);
            if word.strip_prefix("형").is_some_and(|rest| rest.is_empty() || is_particle(rest)) {
                let span = Span::new(t.span.start(), next.span.start() + "형".len());
                out.push(Code { row: r, span, sort: "", value: letters });
            }
            continue;
        }
        let dash = next.script == Script::Sign && doc.slice(next.span) == "-";
        let Some(number) = tokens.get(i + 1 + usize::from(dash)).filter(|n| !n.spaced && n.script == Script::Number)
        else {
            continue;
        };
        let value = doc.slice(number.span);
        if (3..=4).contains(&value.len()) && value.bytes().all(|b| b.is_ascii_digit()) {
            out.push(Code { row: r, span: Span::new(t.span.start(), number.span.end()), sort: letters, value });
        }
    }
    out
}

/// Returns whether the two are of the same digits, two neighbours swapped.
fn is_shuffled(a: &str, b: &str) -> bool {
    let (a, b) = (a.as_bytes(), b.as_bytes());
    let Some(i) = a.iter().zip(b).position(|(x, y)| x != y) else { return false };
    a.len() == b.len() && i + 1 < a.len() && a[i] == b[i + 1] && a[i + 1] == b[i] && a[i + 2..] == b[i + 2..]
}

/// Returns whether one digit differs.
fn one_digit(a: &str, b: &str) -> bool {
    a.len() == b.len() && a.bytes().zip(b.bytes()).filter(|(x, y)| x != y).count() == 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn swapped_digits_and_other_digits() {
        assert!(is_shuffled("318", "381") && !is_shuffled("318", "813") && !is_shuffled("31", "318"));
        assert!(one_digit("417", "418") && !one_digit("417", "520"));
    }
}
