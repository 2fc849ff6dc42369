//! Two values that changed places: `나주 58%, 담양 47%, 화순 39%` where others have `나주 58%, 화순 47%, 담양 39%`.
//!
//! All values and all words stand in all articles, so that nothing is absent anywhere: what is wrong is what stands beside
//! what.

use super::super::question::{alike, sentence};
use super::Field;
use crate::claim::Value;

/// Words that weigh less than this tell nothing of what a figure is said of.
const TELLING: f32 = 0.8;

impl Field<'_, '_> {
    /// Returns how many voices have the second behind the word of the first and the first behind the word that the second has
    /// in the first's own sentence, where nobody else has the first behind its word: at most 2.
    pub(super) fn crossed(&self, first: usize, own: &[usize], holders: &[usize]) -> f32 {
        let rows = &self.alignment.rows;
        let home = self.row(first);
        let Some(label) = self.label(first) else { return 0.0 };
        let same = |i: (usize, usize), j: (usize, usize)| alike(&rows[i.0], i.1, &rows[j.0], j.1);
        let at = |j: usize| self.label(j).map(|u| (self.row(j), u));
        let in_sentence = |j: usize| {
            let m = &self.mentions[first];
            self.row(j) == home && sentence(&rows[home], m.unit).contains(&self.mentions[j].unit)
        };
        let Some(other) = holders.iter().copied().filter(|&j| in_sentence(j)).find_map(at) else { return 0.0 };
        let label = (home, label);
        // 특활비 of two offices is no one thing.
        let several = |word: (usize, usize)| {
            let behind = |&&j: &&usize| at(j).is_some_and(|l| same(l, word));
            let all: Vec<usize> = (0..self.mentions.len()).filter(|&j| self.row(j) == home).collect();
            all.iter().filter(behind).count() > 1
        };
        if same(label, other) || several(label) || several(other) {
            return 0.0;
        }
        let behind = |figures: &[usize], word: (usize, usize), row: usize| {
            figures.iter().any(|&j| j != first && self.row(j) == row && at(j).is_some_and(|l| same(l, word)))
        };
        let others: Vec<usize> = (0..rows.len()).filter(|&r| r != home).collect();
        if others.iter().any(|&r| behind(own, label, r) || behind(holders, other, r)) {
            return 0.0;
        }
        let voices = others.into_iter().filter(|&r| behind(holders, label, r) && behind(own, other, r));
        self.alignment.voices(voices).min(2) as f32
    }

    /// Returns the word right before a figure that tells what it is said of.
    fn label(&self, figure: usize) -> Option<usize> {
        let m = &self.mentions[figure];
        let row = &self.alignment.rows[m.row];
        let before = m.unit.checked_sub(1).filter(|&i| i >= sentence(row, m.unit).start)?;
        let u = &row.units[before];
        let direction =
            u.claim.is_some_and(|c| matches!(row.reading.claims[c as usize].value, Value::Direction { .. }));
        (!u.figure && !direction && self.alignment.words.weight(u.sense) >= TELLING).then_some(before)
    }
}
