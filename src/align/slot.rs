//! Slots: the figures of an event that may answer one question, by what they count.

use super::Alignment;
use super::figure::{self, Class};
use crate::claim::Claim;

/// A figure at its place.
#[derive(Clone, Debug)]
pub struct Mention<'a> {
    /// The index of its row.
    pub row: usize,
    /// The index of its unit in the row.
    pub unit: usize,
    /// The claim.
    pub claim: &'a Claim,
}

/// All figures of one class.
#[derive(Clone, Debug)]
pub struct Slots<'a> {
    /// What they count.
    pub class: Class,
    /// The figures by row and place.
    pub mentions: Vec<Mention<'a>>,
}

/// Returns the figures of an event by class, for those classes that at least two rows have; order: first mention.
pub fn slots<'a>(alignment: &Alignment<'a>) -> Vec<Slots<'a>> {
    let mut classes: Vec<(u32, usize)> = Vec::new();
    let mut out: Vec<Slots<'a>> = Vec::new();
    for (r, row) in alignment.rows.iter().enumerate() {
        for (u, unit) in row.units.iter().enumerate() {
            let Some(claim) = unit.claim.map(|c| &row.reading.claims[c as usize]) else { continue };
            let at = match classes.iter().find(|(class, _)| *class == unit.class) {
                Some(&(_, at)) => at,
                None => {
                    let Some(class) = figure::class(&claim.value) else { continue };
                    classes.push((unit.class, out.len()));
                    out.push(Slots { class, mentions: Vec::new() });
                    out.len() - 1
                }
            };
            out[at].mentions.push(Mention { row: r, unit: u, claim });
        }
    }
    out.retain(|s| s.mentions.iter().any(|m| m.row != s.mentions[0].row));
    out
}
