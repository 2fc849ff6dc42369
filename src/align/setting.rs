//! The setting of a figure: what its clause does with it, and the names and days that hold from the sentences before.
//!
//! `상금은 2천만원이다.` says of whom only in the sentence before, and `예비율은 8.9%였다.` of which day.

use super::Row;
use super::figure::{self, Class};
use super::question::{agree, alike, is, sentence};
use crate::claim::Value;
use std::ops::Range;

/// What holds for a figure, as units of its row.
#[derive(Clone, PartialEq, Debug, Default)]
pub(super) struct Setting {
    /// What is done: the next verb behind the figure.
    deed: Option<usize>,
    /// Whether its clause only supposes something: `1㎞에 못 미치면`.
    supposed: bool,
    /// The names of its sentence, or of the last one before it in the paragraph that has any.
    names: Vec<usize>,
    /// Whether those are of a sentence before.
    carried: bool,
    /// The days of its sentence, or of the last one before it in the paragraph that has any.
    days: Vec<usize>,
}

/// How two settings go together.
#[derive(Clone, Copy, PartialEq, Debug, Default)]
pub(super) struct Staging {
    /// Whether the same is done.
    pub(super) deed: bool,
    /// Whether not the same is done, and neither in the other's sentence.
    pub(super) other_deed: bool,
    /// Whether one is supposed and the other is told.
    pub(super) supposed: bool,
    /// Whether the names that hold are other ones, one of them from a sentence before.
    pub(super) other_cast: bool,
    /// Whether the days that hold are other ones.
    pub(super) other_date: bool,
}

/// How many units behind a figure its verb is looked for.
const REACH: usize = 6;

/// How many sentences before a figure may tell whom and when it is said of.
const BACK: usize = 2;

impl Setting {
    /// Returns the setting of the figure at unit `at`.
    pub(super) fn of(row: &Row<'_>, at: usize) -> Setting {
        let own = row.sentence_of(at);
        let sentence = row.sentence(own as u32);
        let deed = (at + 1..sentence.end).take(REACH).find(|&i| is_deed(row, i));
        let supposed = deed.is_some_and(|d| {
            let text = row.reading.doc.slice(row.reading.doc.tokens[row.units[d].token as usize].span);
            text.ends_with('면') && text.len() > 3 || text.ends_with("경우")
        });
        let (names, name_at) = nearest(row, own, |i| row.units[i].name && !row.units[i].figure);
        let (days, _) = nearest(row, own, |i| i != at && is(row, i, |v| figure::class(v) == Some(Class::Day)));
        Setting { deed, supposed, names, carried: name_at != own, days }
    }

    /// Returns how the settings of two figures of different rows go together.
    pub(super) fn compare(&self, row: &Row<'_>, at: usize, other: &Setting, beside: &Row<'_>, to: usize) -> Staging {
        let any = |x: &[usize], y: &[usize], same: &dyn Fn(usize, usize) -> bool| {
            x.iter().any(|&i| y.iter().any(|&j| same(i, j)))
        };
        let done = |i: usize, j: usize| done_alike(row, i, beside, j);
        let (deed, other_deed) = match (self.deed, other.deed) {
            (Some(x), Some(y)) if done(x, y) => (true, false),
            (Some(x), Some(y)) => {
                let found = sentence(beside, to).any(|v| done(x, v)) || sentence(row, at).any(|u| done(u, y));
                (false, !found)
            }
            _ => (false, false),
        };
        let cast = (self.carried || other.carried) && !self.names.is_empty() && !other.names.is_empty();
        let dated = !self.days.is_empty() && !other.days.is_empty();
        Staging {
            deed,
            other_deed,
            supposed: self.supposed != other.supposed,
            other_cast: cast && !any(&self.names, &other.names, &|i, j| alike(row, i, beside, j)),
            other_date: dated && !any(&self.days, &other.days, &|i, j| agree(row, i, beside, j)),
        }
    }
}

/// Returns the units of a sentence that are let through, or of the last one of its paragraph before it that has any.
fn nearest(row: &Row<'_>, own: usize, of: impl Fn(usize) -> bool) -> (Vec<usize>, usize) {
    let doc = &row.reading.doc;
    let block = doc.sentences[own].block;
    for s in (0..=own).rev().take(BACK + 1).take_while(|&s| doc.sentences[s].block == block) {
        let range: Range<usize> = row.sentence(s as u32);
        let found: Vec<usize> = range.filter(|&i| of(i)).collect();
        if !found.is_empty() {
            return (found, s);
        }
    }
    (Vec::new(), own)
}

/// Returns whether the unit is a verb or adjective, as far as its ending tells.
fn is_deed(row: &Row<'_>, at: usize) -> bool {
    let unit = &row.units[at];
    if unit.figure || unit.name {
        return false;
    }
    if unit.claim.is_some_and(|c| matches!(row.reading.claims[c as usize].value, Value::Direction { .. })) {
        return true;
    }
    let doc = &row.reading.doc;
    let token = &doc.tokens[unit.token as usize];
    token.is_deed() || (token.josa().is_empty() && ENDINGS.iter().any(|e| doc.slice(token.span).ends_with(e)))
}

/// Endings of verbs and adjectives that no noun has.
const ENDINGS: &[&str] = &[
    "다", "고", "며", "면", "아서", "어서", "해서", "지만", "는데", "으나", "한", "된", "할", "될", "던", "려", "자",
    "해", "돼", "여서",
];

/// Returns whether two verbs are the same, or say the same: `숨지고`, `숨졌다`.
fn done_alike(a: &Row<'_>, i: usize, b: &Row<'_>, j: usize) -> bool {
    if alike(a, i, b, j) {
        return true;
    }
    let root = |row: &Row<'_>, at: usize| row.units[at].spelt.range();
    let (x, y) = (a.reading.doc.text.as_bytes().get(root(a, i)), b.reading.doc.text.as_bytes().get(root(b, j)));
    match (x, y) {
        (Some(x), Some(y)) => x.len() >= 6 && y.len() >= 6 && x[..6] == y[..6],
        _ => false,
    }
}
