//! Names of which each article has one in a place: two such names contradict where the sentences tell one fact.

use super::{Place, closeness};
use crate::align::copy::{By, Swap};
use crate::align::words::Word;
use crate::align::{Alignment, Row, Unit};

/// A name in a place of which each article has one.
pub(super) struct Sole<'a> {
    pub(super) at: Place,
    /// The name.
    pub(super) name: &'a str,
    /// What makes the place the same.
    pub(super) slot: u64,
    /// How many words behind the name are part of that.
    pub(super) skip: usize,
    /// Whether one against one is told.
    pub(super) alone: Alone,
}

/// Whether one against one is told.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Alone {
    /// No: a story may have several.
    Never,
    /// Where much else is said of both alike.
    Bound,
    /// Where both sentences tell one figure.
    Figure,
    /// Yes: a story has one.
    Free,
}

/// How much sentences must have in common where the place tells all.
pub(super) const ANY: f32 = -1.0;

/// Returns the names in the same place of which an article has one and others have another; neither stands in an article
/// of the other. Of one against one the sentences have `alone` in common, of one against two `held`.
pub(super) fn rivals<'a>(alignment: &Alignment<'a>, all: &[Sole<'a>], held: f32, alone: f32) -> Vec<Swap> {
    let rows = &alignment.rows;
    let text = |s: &Sole<'_>| rows[s.at.0].reading.doc.text;
    let mut out: Vec<Swap> = Vec::new();
    for odd in all {
        let of = || all.iter().filter(|s| s.slot == odd.slot);
        let (own, others): (Vec<&Sole<'a>>, Vec<&Sole<'a>>) = of().partition(|s| s.name == odd.name);
        let Some(other) = others.first() else { continue };
        let apart = others.iter().all(|o| {
            o.name == other.name
                && own.iter().all(|s| !text(s).contains(o.name) && !text(o).contains(s.name))
                && !o.name.contains(odd.name)
                && !odd.name.contains(o.name)
        });
        let voices = |of: &[&Sole<'a>]| alignment.voices(of.iter().map(|s| s.at.0));
        let here = voices(&own);
        let slots = voices(&others);
        // What else is said of the other name backs it.
        let word = rows[other.at.0].units[other.at.1].word;
        let again = |(r, row): (usize, &Row<'a>)| row.units.iter().position(|u| u.word == word).map(|u| (r, u));
        let places: Vec<Place> = rows.iter().enumerate().filter_map(again).collect();
        let there = alignment.voices(places.iter().map(|p| p.0));
        // Where others have this name too they tell of both.
        let mut own_rows: Vec<usize> = own.iter().map(|s| s.at.0).collect();
        own_rows.dedup();
        if alignment.words.articles(rows[odd.at.0].units[odd.at.1].word) > own_rows.len() {
            continue;
        }
        if !apart || here != 1 || out.iter().any(|s| own.iter().any(|o| o.at == s.at)) {
            continue;
        }
        let score = others.iter().map(|o| closeness(alignment, odd.at, o.at)).fold(0.0, f32::max);
        // Of one against one the later is told, with the other side.
        let enough = if slots >= 2 { held } else { alone };
        let fits = match odd.alone {
            Alone::Never => false,
            Alone::Bound => bound(alignment, odd.at, other.at, 1 + odd.skip),
            Alone::Figure => figure_in_common(alignment, odd.at, other.at),
            Alone::Free => true,
        };
        if slots < 2 && !fits {
            continue;
        }
        if score >= enough && (there >= 2 || odd.at > other.at) {
            let mut others: Vec<Place> = others.iter().map(|o| o.at).collect();
            others.extend(places.into_iter().filter(|p| !others.iter().any(|o| o.0 == p.0)).collect::<Vec<_>>());
            out.push(Swap { at: odd.at, others, by: By::Sort });
        }
    }
    out
}

/// What tells that a sentence is of another time than the story.
const PAST: &[&str] = &["지난해", "작년", "재작년", "년 전", "당시", "앞서"];

/// How far from a place a long word stands that is part of what is said of it.
const NEAR_BY: usize = 3;

/// Returns whether the sentences of two places share a figure, a long word near them or their topic, or words of them stand behind both, the
/// first `skip` left out.
pub(super) fn bound(alignment: &Alignment<'_>, a: Place, b: Place, skip: usize) -> bool {
    const BEHIND: usize = 6;
    let words = &alignment.words;
    let units = |(r, u): Place| {
        let row = &alignment.rows[r];
        let sentence = row.sentence(row.sentence_of(u) as u32);
        (row, sentence.clone().filter(move |&i| i != u), u + skip..sentence.end.min(u + skip + BEHIND))
    };
    let ((x, all, behind), (y, others, after)) = (units(a), units(b));
    // What was so a year ago is said of something else.
    let past = |row: &Row<'_>, u: usize| {
        let text = row.reading.doc.slice(row.reading.doc.sentences[row.sentence_of(u)].span);
        PAST.iter().any(|w| text.contains(w))
    };
    if past(x, a.1) != past(y, b.1) {
        return false;
    }
    let others: Vec<usize> = others.collect();
    let telling = |row: &Row<'_>, i: usize| {
        let unit = &row.units[i];
        !unit.figure && words.sort(&row.reading.doc.tokens[unit.token as usize]) != Word::Slight
    };
    let near = |row: &Row<'_>, u: usize| {
        let sentence = row.sentence(row.sentence_of(u) as u32);
        let around = sentence.start.max(u.saturating_sub(NEAR_BY))..sentence.end.min(u + 1 + NEAR_BY);
        let long = |i: &usize| {
            let unit = &row.units[*i];
            let place = unit.claim.is_some() || unit.spelt.len() < 9;
            *i != u && !(u + 1..u + skip).contains(i) && !place && telling(row, *i)
        };
        around.filter(long).map(|i| row.units[i].sense).collect::<Vec<u32>>()
    };
    let beside = near(y, b.1);
    if near(x, a.1).iter().any(|w| beside.contains(w)) {
        return true;
    }
    let mut said = behind.filter(|&i| telling(x, i));
    all.clone().any(|i| {
        let unit = &x.units[i];
        let same = |u: &Unit| u.figure == unit.figure && u.sense == unit.sense;
        (unit.figure && others.iter().any(|&j| same(&y.units[j])))
            || (unit.topic && others.iter().any(|&j| y.units[j].topic && same(&y.units[j])))
    }) || said.any(|i| after.clone().any(|j| telling(y, j) && y.units[j].sense == x.units[i].sense))
}

/// Returns whether the sentences of two places have a figure in common, small numbers and days aside.
fn figure_in_common(alignment: &Alignment<'_>, a: Place, b: Place) -> bool {
    let sentence = |(r, u): Place| {
        let row = &alignment.rows[r];
        row.sentence(row.sentence_of(u) as u32).map(move |i| &row.units[i]).filter(|u| u.figure)
    };
    let long = |u: &Unit| u.spelt.len() >= 5 && alignment.words.count(u.word) <= 2 * alignment.rows.len();
    sentence(a).any(|u| long(u) && sentence(b).any(|v| v.word == u.word))
}
