//! Ships and flights, which are told apart by a number: `제307해성호`, `KE123편`.

use super::Place;
use crate::align::copy::{By, Swap};
use crate::align::{Alignment, Row};
use crate::text::Script;

/// A name with a number in it.
struct Numbered<'a> {
    /// The unit of the number.
    at: Place,
    number: &'a str,
    /// The name without the number.
    name: &'a str,
}

/// Returns the numbers that one article alone gives to a ship or flight of which the others give another.
pub(super) fn numbers(alignment: &Alignment<'_>) -> Vec<Swap> {
    let rows = &alignment.rows;
    let all: Vec<Numbered<'_>> = rows.iter().enumerate().flat_map(|(r, row)| numbered(r, row)).collect();
    let mut out = Vec::new();
    for odd in &all {
        let of = || all.iter().filter(|n| n.name == odd.name);
        let others: Vec<&Numbered<'_>> = of().filter(|n| n.number != odd.number).collect();
        let Some(first) = others.first() else { continue };
        let lone = of().filter(|n| n.number == odd.number).all(|n| n.at.0 == odd.at.0);
        let one = others.iter().all(|n| n.number == first.number && n.at.0 != odd.at.0);
        let voices = alignment.voices(others.iter().map(|n| n.at.0));
        if lone && one && (voices >= 2 || odd.at > first.at) {
            out.push(Swap { at: odd.at, others: others.iter().map(|n| n.at).collect(), by: By::Number });
        }
    }
    out
}

/// Returns the names with a number in a row.
fn numbered<'a>(r: usize, row: &Row<'a>) -> Vec<Numbered<'a>> {
    let doc = &row.reading.doc;
    let mut out = Vec::new();
    for pair in 1..doc.tokens.len() {
        let (number, next) = (&doc.tokens[pair - 1], &doc.tokens[pair]);
        if number.script != Script::Number || next.spaced || next.script != Script::Hangul {
            continue;
        }
        let behind = doc.slice(next.span);
        let name = ship(behind).or_else(|| {
            let before = pair.checked_sub(2).map(|b| &doc.tokens[b]).filter(|b| b.script == Script::Latin)?;
            (!number.spaced && behind.starts_with('편')).then(|| doc.slice(before.span))
        });
        let digits = doc.slice(number.span);
        if let Some(name) = name
            && let Some(u) = row.unit_at(number.span.start())
        {
            out.push(Numbered { at: (r, u), number: digits, name });
        }
    }
    out
}

/// Returns the name of a ship that a word begins with: 해성호.
fn ship(word: &str) -> Option<&str> {
    let end = word.char_indices().skip(2).take(4).find(|c| c.1 == '호')?.0;
    Some(&word[..end + '호'.len_utf8()])
}
