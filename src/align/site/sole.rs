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
    /// So, or where two outlets have the other name anywhere.
    Backed,
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
            Alone::Bound | Alone::Backed => bound(alignment, odd.at, other.at, 1 + odd.skip),
            Alone::Figure => figure_in_common(alignment, odd.at, other.at),
            Alone::Free => true,
        };
        let two = matches!(odd.alone, Alone::Bound | Alone::Backed);
        if two && slots >= 2 && others.iter().all(|o| two_facts(alignment, odd.at, o.at)) {
            continue;
        }
        // A name that two outlets have somewhere is that of the story.
        if slots < 2 && !fits && !(there >= 2 && odd.alone == Alone::Backed && !two_facts(alignment, odd.at, other.at))
        {
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
const PAST: &[&str] = &["지난해", "작년", "재작년", "년 전", "당시", "앞서", "다음 ", "내년"];

/// How far from a place a long word stands that is part of what is said of it.
const NEAR_BY: usize = 3;

/// Returns whether the sentences of two places tell one fact: they share a figure of several digits; or no two topics are told,
/// and they share their topic, a figure, a long word near the places, or a word behind them, the first `skip` left out.
pub(super) fn bound(alignment: &Alignment<'_>, a: Place, b: Place, skip: usize) -> bool {
    let (x, y) = (Told::of(alignment, a, skip), Told::of(alignment, b, skip));
    let common = |a: &[u32], b: &[u32]| a.iter().any(|w| b.contains(w));
    // What is said of two quarters of a town stands behind the name of each.
    let behind_both = |w: u32| skip > 1 && [x.next, y.next] == [Some(w); 2];
    !x.apart(&y)
        && (figure_in_common(alignment, a, b)
            || (!x.of_other(&y)
                && (common(&x.topics, &y.topics)
                    || common(&x.figures, &y.figures)
                    || x.near.iter().any(|w| y.near.contains(w) && !behind_both(*w))
                    || common(&x.behind, &y.behind))))
}

/// Returns whether the sentences of two places tell two facts: of two times, or of two topics.
fn two_facts(alignment: &Alignment<'_>, a: Place, b: Place) -> bool {
    let (x, y) = (Told::of(alignment, a, 1), Told::of(alignment, b, 1));
    x.apart(&y) || x.of_other(&y)
}

/// What the sentence of a place tells, as senses.
struct Told {
    /// Whether it is of another time than the story.
    past: bool,
    /// What it is about.
    topics: Vec<u32>,
    /// All its words.
    all: Vec<u32>,
    figures: Vec<u32>,
    /// The word right behind the place.
    next: Option<u32>,
    /// The long words within a few words of the place.
    near: Vec<u32>,
    /// The words behind the place.
    behind: Vec<u32>,
}

impl Told {
    /// Returns whether one is of another time than the story.
    fn apart(&self, other: &Told) -> bool {
        self.past != other.past
    }

    /// Returns whether both have topics of their own: 결승은 봄내체육관에서, 준결승은 호반체육관에서.
    fn of_other(&self, other: &Told) -> bool {
        let known = |topics: &[u32], all: &[u32]| topics.iter().any(|t| all.contains(t));
        !self.topics.is_empty()
            && !other.topics.is_empty()
            && !known(&self.topics, &other.all)
            && !known(&other.topics, &self.all)
    }

    fn of(alignment: &Alignment<'_>, (r, at): Place, skip: usize) -> Told {
        const BEHIND: usize = 6;
        let row = &alignment.rows[r];
        let doc = &row.reading.doc;
        let number = row.sentence_of(at);
        let sentence = row.sentence(number as u32);
        let sentence_end = sentence.end;
        let units = |within: std::ops::Range<usize>, fits: &dyn Fn(&Unit) -> bool| -> Vec<u32> {
            let all = within.filter(|&i| i != at).map(|i| (i, &row.units[i]));
            all.filter(|(_, u)| fits(u)).map(|(_, u)| u.sense).collect()
        };
        let telling = |u: &Unit| !u.figure && alignment.words.sort(&doc.tokens[u.token as usize]) != Word::Slight;
        let long = |u: &Unit| telling(u) && u.claim.is_none() && u.spelt.len() >= 9;
        let around = sentence.start.max(at.saturating_sub(NEAR_BY))..sentence.end.min(at + 1 + NEAR_BY);
        let behind = (at + skip).min(sentence.end)..sentence.end.min(at + skip + BEHIND);
        let text = doc.slice(doc.sentences[number].span);
        Told {
            past: PAST.iter().any(|w| text.contains(w)),
            topics: units(sentence.clone(), &|u| u.topic && telling(u) && !PRONOUNS.contains(&doc.slice(u.spelt))),
            all: units(sentence.clone(), &|_| true),
            figures: units(sentence, &|u| u.figure),
            next: (at + 1 < sentence_end).then(|| row.units[at + 1].sense),
            near: units(around, &|u| long(u)),
            behind: units(behind, &|u| telling(u)),
        }
    }
}

/// Topics that name nothing.
const PRONOUNS: &[&str] = &["씨", "씨는", "씨도", "이들", "그들", "이날", "이번", "현재", "당시", "이곳", "여기"];

/// Returns whether the sentences of two places have a figure in common, small numbers and days aside.
pub fn figure_in_common(alignment: &Alignment<'_>, a: Place, b: Place) -> bool {
    let sentence = |(r, u): Place| {
        let row = &alignment.rows[r];
        row.sentence(row.sentence_of(u) as u32).map(move |i| &row.units[i]).filter(|u| u.figure)
    };
    let long = |u: &Unit| u.spelt.len() >= 5 && alignment.words.count(u.word) <= 2 * alignment.rows.len();
    sentence(a).any(|u| long(u) && sentence(b).any(|v| v.word == u.word))
}
