//! Bodies of one name of which an article has another sort than the others: `한빛보건연구원`, `한빛보건연구소`.

use super::sole::{ANY, Alone, Sole, rivals};
use crate::align::Alignment;
use crate::align::copy::Swap;
use crate::text::sieve::Sieve;
use crate::text::token::{key, mixed};

/// What bodies end in of which there is one with a name; each line is taken for one another. The longer before the
/// shorter.
const SORTS: &[&[&str]] = &[
    &["연구원", "연구소", "연구회", "연구센터"],
    &["총연합회", "연합회", "협의회", "중앙회", "협회", "연맹"],
    &["투자증권", "증권"],
    &["기술연구원", "기술원"],
    &["진흥공단", "진흥센터", "진흥원", "진흥회"],
    &["관리공단", "관리공사", "공단", "공사"],
];

/// The last syllables of all of them.
static LAST: Sieve = Sieve::of_last(&["연구원", "연구소", "연구회", "연구센터", "연맹", "증권", "공단", "공사"]);

/// Returns the bodies that one article alone calls so, where others have the same name with another ending.
pub(super) fn called(alignment: &Alignment<'_>) -> Vec<Swap> {
    let mut all: Vec<Sole<'_>> = Vec::new();
    for (r, row) in alignment.rows.iter().enumerate() {
        let doc = &row.reading.doc;
        for (u, unit) in row.units.iter().enumerate() {
            if unit.figure || unit.spelt.len() < 15 || !LAST.lets_last(doc.slice(unit.spelt)) {
                continue;
            }
            let name = doc.slice(unit.spelt);
            for (i, sorts) in SORTS.iter().enumerate() {
                let Some(end) = sorts.iter().find(|s| name.ends_with(**s)) else { continue };
                let stem = &name[..name.len() - end.len()];
                if stem.len() >= 9 {
                    all.push(Sole { at: (r, u), name, slot: mixed(i as u64, key(stem)), skip: 0, alone: Alone::Free });
                }
            }
        }
    }
    let mut out = rivals(alignment, &all, ANY, ANY);
    out.extend(rivals(alignment, &turned(alignment), ANY, ANY));
    out
}

/// Returns the long names by their syllables, whatever order these stand in: 한국광해광업공단, 한국광업광해공단.
fn turned<'a>(alignment: &Alignment<'a>) -> Vec<Sole<'a>> {
    let mut all: Vec<Sole<'_>> = Vec::new();
    for (r, row) in alignment.rows.iter().enumerate() {
        let doc = &row.reading.doc;
        for (u, unit) in row.units.iter().enumerate().filter(|(_, u)| !u.figure && u.spelt.len() >= 18) {
            let name = doc.slice(unit.spelt);
            let syllables = name.chars().fold(0u64, |sum, c| sum.wrapping_add(mixed(7, u64::from(u32::from(c)))));
            all.push(Sole { at: (r, u), name, slot: syllables, skip: 0, alone: Alone::Never });
        }
    }
    all
}
