//! Copied sentences in which one name stands in place of another.
//!
//! A sentence less one word has a key; sentences of several outlets with one key are the same but for that word, so that
//! no two sentences are compared that have nothing in common (as words are found by the syllables left when one is
//! deleted).

use super::Alignment;
use super::listed::{goes_on, linked};
use crate::text::token::{ByKey, mixed};

/// A name that stands nowhere else, where the same sentence of other articles has one that two articles have.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Swap {
    /// Row and unit of the name.
    pub at: (usize, usize),
    /// Rows and units of the other in that place.
    pub others: Vec<(usize, usize)>,
    /// What makes the place the same.
    pub by: By,
}

/// What makes a place in two articles the same.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum By {
    /// All other words of the sentence.
    Sentence,
    /// All other names of a list.
    List,
    /// The words before and behind.
    Neighbours,
    /// All of a long name but two syllables.
    Name,
    /// The place that the picture was taken at.
    Caption,
    /// What is there, where each article names one city only.
    City,
    /// The question that names of one sort answer.
    Sort,
    /// The place that it is said to be the whole of.
    Within,
    /// The rest of a name with a number in it.
    Number,
    /// The rest of a title.
    Title,
}

/// Sentences of fewer words are the same by chance.
const LEAST: usize = 6;

/// Returns the names that one article alone has in a sentence where others have another, in the order of the text.
pub fn swaps(alignment: &Alignment<'_>) -> Vec<Swap> {
    let mut places: ByKey<Vec<(usize, usize)>> = ByKey::default();
    for (r, row) in alignment.rows.iter().enumerate() {
        for sentence in &row.sentences {
            let units = &row.units[sentence.start as usize..sentence.end as usize];
            if units.len() < LEAST {
                continue;
            }
            for (i, _) in units.iter().enumerate().filter(|(_, u)| u.name && !u.figure) {
                let key = units
                    .iter()
                    .enumerate()
                    .filter(|(k, _)| *k != i)
                    .fold(i as u64, |h, (_, u)| mixed(h, u64::from(u.word)));
                places.entry(key).or_default().push((r, sentence.start as usize + i));
            }
        }
    }
    let word = |&(r, u): &(usize, usize)| alignment.rows[r].units[u].word;
    let mut out = Vec::new();
    for group in places.values().filter(|g| g.len() > 1) {
        for &at in group {
            let (own, rest): (Vec<_>, Vec<_>) = group.iter().copied().partition(|p| word(p) == word(&at));
            let Some(first) = rest.first().map(&word) else { continue };
            let one = rest.iter().all(|p| word(p) == first) && rest.iter().all(|p| p.0 != at.0);
            // Two articles at least have the other name, and nobody else has this one: else they tell of two things.
            let alone = own.len() == 1 && alignment.words.articles(word(&at)) == 1;
            let held = alignment.words.articles(first) >= 2;
            // Of a list that goes on (다온은행, 새론은행 등) each outlet picks its own.
            let row = &alignment.rows[at.0];
            let listed = at.1 > 0 && (linked(row, at.1) || linked(row, at.1 - 1)) && goes_on(row, at.1);
            if one && alone && held && !listed {
                out.push(Swap { at, others: rest, by: By::Sentence });
            }
        }
    }
    out.sort_by_key(|s| s.at);
    out.dedup_by_key(|s| s.at);
    out
}
