//! Moments: what began or ended at one minute. `오전 9시 50분 운행이 중단됐다` and `9시 50분 운행을 재개했다` cannot both be
//! right, though a line may stop and run again.

use super::Alignment;
use super::clause::{behind, josa, side, value};
use super::question::alike;
use super::slot::{Mention, Slots};
use crate::claim::Value;

/// A word of beginning or ending that stands against that of others for one minute.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Clash {
    /// Row and unit of the word.
    pub at: (usize, usize),
    /// Rows and units of the other word.
    pub others: Vec<(usize, usize)>,
}

/// How many words before it the time of a word may stand.
const NEAR: usize = 7;

/// Returns the words of one pair that others contradict for the same minute, those of fewer voices first.
pub fn clashes(alignment: &Alignment<'_>, slots: &Slots<'_>) -> Vec<Clash> {
    let timed: Vec<(&Mention<'_>, u16)> =
        slots.mentions.iter().filter_map(|m| minute(alignment, m).map(|t| (m, t))).collect();
    let up = |m: &Mention<'_>| side(&alignment.rows[m.row], m.unit);
    let voices = |of: &[&Mention<'_>]| alignment.voices(of.iter().map(|m| m.row));
    let mut out = Vec::new();
    for (m, t) in &timed {
        let then = |other: bool| -> Vec<&Mention<'_>> {
            timed
                .iter()
                .filter(|(n, u)| u == t && (up(n) != up(m)) == other && !of_others(alignment, m, n))
                .map(|(n, _)| *n)
                .collect()
        };
        let (others, own) = (then(true), then(false));
        // Who has both at that minute tells of two things.
        if others.is_empty() || others.iter().any(|o| own.iter().any(|w| w.row == o.row)) {
            continue;
        }
        let (there, here) = (voices(&others), voices(&own));
        let goes_on = |m: &Mention<'_>| repeats(alignment, slots, m);
        let later = there == here && (goes_on(others[0]), others[0].row, others[0].unit) > (goes_on(m), m.row, m.unit);
        if there < here || (there == here && later) {
            continue;
        }
        let others = others.iter().map(|o| (o.row, o.unit)).collect();
        out.push(Clash { at: (m.row, m.unit), others });
    }
    out
}

/// Returns whether the article says the same side right before: what has stopped does not stop again.
fn repeats(alignment: &Alignment<'_>, slots: &Slots<'_>, m: &Mention<'_>) -> bool {
    let up = |m: &Mention<'_>| side(&alignment.rows[m.row], m.unit);
    let before = slots.mentions.iter().rev().find(|o| o.row == m.row && o.unit < m.unit);
    before.is_some_and(|o| up(o) == up(m))
}

/// Returns whether both say of what they tell, and it is not the same: 1호선은, 3호선은.
fn of_others(alignment: &Alignment<'_>, m: &Mention<'_>, n: &Mention<'_>) -> bool {
    let subject = |m: &Mention<'_>| {
        let row = &alignment.rows[m.row];
        let start = row.sentence(row.sentence_of(m.unit) as u32).start;
        let marked = |u: &usize| {
            let behind = if row.units[*u].figure { behind(row, *u) } else { josa(row, *u) };
            ["은", "는", "이", "가"].iter().any(|j| behind.starts_with(j))
        };
        (start..m.unit).rev().find(marked)
    };
    // What one says it of, the other does not as much as name.
    let lacks = |m: &Mention<'_>, i: usize, n: &Mention<'_>| {
        let (a, b) = (&alignment.rows[m.row], &alignment.rows[n.row]);
        !b.sentence(b.sentence_of(n.unit) as u32).any(|j| a.units[i].word == b.units[j].word || alike(a, i, b, j))
    };
    matches!((subject(m), subject(n)), (Some(i), Some(j)) if lacks(m, i, n) && lacks(n, j, m))
}

/// Returns the minute of a half day at which something is said to have begun or ended.
fn minute(alignment: &Alignment<'_>, m: &Mention<'_>) -> Option<u16> {
    let row = &alignment.rows[m.row];
    let start = row.sentence(row.sentence_of(m.unit) as u32).start;
    let near = (start..m.unit).rev().take(NEAR);
    let at = near.take_while(|&u| side(row, u).is_none()).find(|&u| row.units[u].figure)?;
    match value(row, at)? {
        Value::Time { hour, minute: Some(minute), .. } => Some(u16::from(*hour % 12) * 60 + u16::from(*minute)),
        _ => None,
    }
}
