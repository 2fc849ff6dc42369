//! Slots: the figures of an event that may answer one question, by what they count.

use super::Alignment;
use super::digits::said_digits;
use super::figure::{self, Agreement, Class, agreement};
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
    adopt(&mut out);
    out.retain(|s| s.mentions.iter().any(|m| m.row != s.mentions[0].row));
    out
}

/// Sets numbers that nothing is counted by, as in tables and of indices, beside those of other rows that are counted, where
/// they are the same or a slip of the hand leads from one to the other: `| 6,853 |`, `6천835표`.
fn adopt(slots: &mut [Slots<'_>]) {
    let bare = |s: &Slots<'_>| matches!(&s.class, Class::Count(counter) if counter.is_empty());
    let long = |m: &&Mention<'_>| said_digits(&m.claim.value) >= LONG;
    let Some(at) = slots.iter().position(bare) else { return };
    let numbers: Vec<Mention<'_>> = slots[at].mentions.iter().filter(long).cloned().collect();
    for slot in slots.iter_mut().filter(|s| matches!(s.class, Class::Count(_)) && !bare(s)) {
        let counted: Vec<&Mention<'_>> = slot.mentions.iter().filter(long).collect();
        let meets = |n: &&Mention<'_>| {
            counted.iter().filter(|m| m.row != n.row).any(|m| {
                let shape = figure::shape(&n.claim.value, &m.claim.value);
                shape.long_slip || shape.shuffled || agreement(&n.claim.value, &m.claim.value) == Agreement::Equal
            })
        };
        let joined: Vec<Mention<'_>> = numbers.iter().filter(meets).cloned().collect();
        if !joined.is_empty() {
            slot.mentions.extend(joined);
            slot.mentions.sort_by_key(|m| (m.row, m.unit));
        }
    }
}

/// A number of so many digits is met by no other by chance.
const LONG: usize = 3;
