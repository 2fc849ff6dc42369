//! Ships and flights, which are told apart by a number: `제307해성호`, `KE123편`.

use super::Place;
use crate::align::copy::{By, Swap};
use crate::align::{Alignment, Row};
use crate::text::{BlockKind, Script};

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
    out.extend(captions(alignment));
    out
}

/// What a firm or body has several of that are told apart by a number.
const PLANTS: &[&str] = &["공장", "호기", "부두", "터미널", "청사", "캠퍼스", "전시관", "경기장", "발전소", "생활관"];

/// A plant with a number, behind the name of whose it is: 한빛소재 2공장.
struct Plant {
    at: Place,
    owner: u32,
    sort: &'static str,
    number: u32,
    caption: bool,
}

/// Returns the numbers of plants that stand below a picture alone, where the article and the others tell of one other plant
/// of the same owner: a picture shows what happened.
fn captions(alignment: &Alignment<'_>) -> Vec<Swap> {
    let rows = &alignment.rows;
    let all: Vec<Plant> = rows.iter().enumerate().flat_map(|(r, row)| plants(r, row)).collect();
    let mut out = Vec::new();
    for odd in all.iter().filter(|p| p.caption) {
        let of = || all.iter().filter(|p| p.owner == odd.owner && p.sort == odd.sort);
        // The first of an article is what it is about.
        let leads: Vec<&Plant> = (0..rows.len()).filter_map(|r| of().find(|p| p.at.0 == r && !p.caption)).collect();
        let Some(first) = leads.first().filter(|_| leads.iter().any(|p| p.at.0 == odd.at.0)) else { continue };
        let one = leads.iter().all(|p| p.number == first.number && p.number != odd.number);
        let home = of().any(|p| p.at.0 == odd.at.0 && !p.caption && p.number == odd.number);
        if one && !home && alignment.voices(leads.iter().map(|p| p.at.0)) >= 2 {
            out.push(Swap { at: odd.at, others: leads.iter().map(|p| p.at).collect(), by: By::Caption });
        }
    }
    out
}

/// Returns the plants of a row.
fn plants(r: usize, row: &Row<'_>) -> Vec<Plant> {
    let doc = &row.reading.doc;
    let mut out = Vec::new();
    for i in 1..doc.tokens.len().saturating_sub(1) {
        let (owner, number, next) = (&doc.tokens[i - 1], &doc.tokens[i], &doc.tokens[i + 1]);
        if number.script != Script::Number || !number.spaced || next.spaced || owner.script != Script::Hangul {
            continue;
        }
        let behind = doc.slice(next.span);
        let Some(sort) = PLANTS.iter().copied().find(|p| behind.starts_with(p)) else { continue };
        let units = (row.unit_at(owner.span.start()), row.unit_at(number.span.start()));
        if let ((Some(o), Some(u)), Ok(number)) = (units, doc.slice(number.span).parse()) {
            let caption = doc.sentences[row.sentence_of(u)].kind == BlockKind::Caption;
            out.push(Plant { at: (r, u), owner: row.units[o].word, sort, number, caption });
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
