//! Towns that are named together with another: `가평과 양평의 숙소`, `홍천과 양평의 숙소`.

use super::Place;
use super::sole::{ANY, Alone, Sole, rivals};
use crate::align::copy::Swap;
use crate::align::{Alignment, Row};
use crate::claim::Lexicon;
use crate::claim::lexicon::Level;
use crate::text::token::mixed;

/// Returns the towns of which an article names another than the others together with the same town before the same word.
pub(super) fn pairs(alignment: &Alignment<'_>, lexicon: &Lexicon) -> Vec<Swap> {
    let mut all: Vec<Sole<'_>> = Vec::new();
    for (r, row) in alignment.rows.iter().enumerate() {
        for u in 0..row.units.len().saturating_sub(2) {
            pair(alignment, lexicon, row, (r, u), &mut all);
        }
    }
    rivals(alignment, &all, ANY, ANY)
}

fn pair<'a>(alignment: &Alignment<'a>, lexicon: &Lexicon, row: &Row<'a>, (r, u): Place, out: &mut Vec<Sole<'a>>) {
    let doc = &row.reading.doc;
    let units = [u, u + 1, u + 2].map(|i| &row.units[i]);
    let josa = |i: usize| doc.slice(doc.tokens[units[i].token as usize].josa());
    if !matches!(josa(0), "과" | "와") || josa(1) != "의" || units.iter().any(|x| x.figure || x.spelt.len() < 6) {
        return;
    }
    if alignment.words.articles(units[2].word) < 2 || row.sentence_of(u) != row.sentence_of(u + 2) {
        return;
    }
    let names = &lexicon.names;
    let town = |i: usize| matches!(names.level(doc.slice(units[i].spelt)), Some(Level::Town | Level::Abroad));
    if !town(0) || !town(1) {
        return;
    }
    for (own, other) in [(0, 1), (1, 0)] {
        out.push(Sole {
            at: (r, u + own),
            name: doc.slice(units[own].spelt),
            slot: mixed(u64::from(units[other].word), u64::from(units[2].word)),
            skip: 2,
            alone: Alone::Free,
        });
    }
}
