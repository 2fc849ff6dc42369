//! Parts of one body or town of which each article names one: the division of a prosecutors' office, the committee of a
//! chamber, the township of a county.

use super::Place;
use super::sole::{ANY, Alone, Sole, rivals};
use crate::align::copy::Swap;
use crate::align::{Alignment, Row};
use crate::claim::{Lexicon, Value};
use crate::source::Span;
use crate::text::Script;
use crate::text::token::{key, mixed};

/// What a body ends in, and what the parts of it do that are told here.
const PARTS: &[(&str, &[&str])] = &[
    ("지검", &["부"]),
    ("고검", &["부"]),
    ("경찰청", &["수사대", "수사과", "수사단", "수사부"]),
    ("상원", &["위원회"]),
    ("하원", &["위원회"]),
    ("국회", &["위원회"]),
];

/// What a town ends in, and what the parts of it do that are told where the same word stands behind both.
const TOWNS: &[&str] = &["읍", "면", "동", "리"];

/// At most so many words stand between a village and the name of who lives there.
const DWELLER: usize = 4;

/// Returns whether a person of the article is named there.
fn is_person(row: &Row<'_>, span: Span) -> bool {
    row.reading.claims.iter().any(|c| c.span.overlaps(span) && matches!(c.value, Value::Person { .. }))
}

/// Returns the parts of one body of which an article names another than the others.
pub(super) fn unders<'a>(alignment: &Alignment<'a>, lexicon: &Lexicon) -> Vec<Swap> {
    let mut all: Vec<(Sole<'_>, bool)> = Vec::new();
    for (r, row) in alignment.rows.iter().enumerate() {
        for u in 1..row.units.len() {
            all.extend(under(alignment, lexicon, row, (r, u)));
        }
    }
    // One person lives in one village.
    let (homes, parts): (Vec<_>, Vec<_>) = all.into_iter().partition(|s| s.1);
    let soles = |of: Vec<(Sole<'a>, bool)>| of.into_iter().map(|s| s.0).collect::<Vec<_>>();
    let mut out = rivals(alignment, &soles(parts), ANY, 0.2);
    out.extend(rivals(alignment, &soles(homes), ANY, ANY));
    out
}

fn under<'a>(alignment: &Alignment<'a>, lexicon: &Lexicon, row: &Row<'a>, at: Place) -> Option<(Sole<'a>, bool)> {
    let (before, unit) = (&row.units[at.1 - 1], &row.units[at.1]);
    let doc = &row.reading.doc;
    let word = doc.slice(unit.spelt);
    let last = word.as_bytes().last()?;
    let ends = |e: &&&str| e.as_bytes().last() == Some(last) && word.ends_with(**e) && word.len() > e.len();
    if unit.figure || before.figure || before.spelt.end() + 1 != unit.spelt.start() {
        return None;
    }
    let whole = doc.slice(before.spelt);
    let slot = |part: &str| mixed(u64::from(before.word), key(part));
    let next = row.units.get(at.1 + 1).filter(|n| !n.figure && n.spelt.len() >= 6);
    let behind =
        |slot: u64| next.filter(|n| alignment.words.articles(n.word) > 1).map(|n| mixed(slot, u64::from(n.word)));
    if let Some((_, parts)) = PARTS.iter().find(|(w, _)| whole.ends_with(w))
        && let Some(part) = parts.iter().find(|e| ends(e))
        && word.len() >= 9
        // Trials are its own business, whoever asks.
        && !word.starts_with("공판")
    {
        // A chamber has many committees: whose chair somebody is stands behind them.
        let committee = *part == "위원회";
        let slot = if committee { behind(slot(part))? } else { slot(part) };
        return Some((Sole { at, name: word, slot, skip: usize::from(committee), alone: Alone::Free }, false));
    }
    let part = TOWNS.iter().find(|e| ends(e))?;
    let token = &doc.tokens[unit.token as usize];
    let fits = whole.ends_with(['시', '군', '구', '읍', '면'])
        && (lexicon.names.is_place(whole) || whole.ends_with(['구', '읍', '면']))
        && token.script == Script::Hangul
        && doc.slice(token.josa()) != "도";
    if !fits {
        return None;
    }
    // 장평읍, 유치면: both are of one level.
    let level = if *part == "읍" { "면" } else { part };
    let slot = slot(level);
    // 남구 무거동 ‘한빛숲’
    let beside = next.filter(|n| {
        let between = doc.slice(Span::new(token.span.end(), n.spelt.start().max(token.span.end())));
        matches!(between, " " | " '" | " ‘" | " \"" | " “")
    });
    // 언양읍 반곡리에서 미나리를 키우는 고은별 씨
    let dweller = || {
        let end = row.sentence(row.sentence_of(at.1) as u32).end;
        let near = at.1 + 1..end.min(at.1 + 1 + DWELLER);
        let person = near.map(|u| &row.units[u]).find(|n| n.name && n.spelt.len() == 9 && is_person(row, n.spelt))?;
        (alignment.words.articles(person.word) > 1).then(|| mixed(slot, u64::from(person.word)))
    };
    if let Some(slot) = dweller() {
        return Some((Sole { at, name: word, slot, skip: 1, alone: Alone::Free }, true));
    }
    let slot = beside.and_then(|_| behind(slot))?;
    Some((Sole { at, name: word, slot, skip: 1, alone: Alone::Bound }, false))
}
