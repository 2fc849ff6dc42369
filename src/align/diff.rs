//! Two stretches of units word by word: what is the same, and what stands in place of what.

use super::{Row, Unit};
use std::ops::Range;

/// A stretch of the first that stands in place of a stretch of the second; either may be empty.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Change {
    /// Units of the first row.
    pub first: Range<usize>,
    /// Units of the second row.
    pub second: Range<usize>,
    /// Equal words directly before it.
    pub before: usize,
    /// Equal words directly behind it.
    pub after: usize,
}

/// How two stretches go together.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Diff {
    /// How many words are the same in the same order.
    pub same: usize,
    /// The units of those, of the first and of the second row.
    pub pairs: Vec<(usize, usize)>,
    /// What is not, in order.
    pub changes: Vec<Change>,
}

/// Returns the word diff of two stretches of units (longest common subsequence; quadratic, the stretches are sentences);
/// `alike` tells which other words of the two rows count as the same.
pub fn diff(
    a: &Row<'_>,
    first: Range<usize>,
    b: &Row<'_>,
    second: Range<usize>,
    alike: impl Fn(usize, usize) -> bool,
) -> Diff {
    let (x, y) = (&a.units[first.clone()], &b.units[second.clone()]);
    let pairs = common(x, y, |i, j| x[i].word == y[j].word || alike(first.start + i, second.start + j));
    let absolute = pairs.iter().map(|&(p, q)| (first.start + p, second.start + q)).collect();
    let mut out = Diff { same: pairs.len(), pairs: absolute, changes: Vec::new() };
    let (mut i, mut j, mut run) = (0, 0, 0);
    for &(p, q) in pairs.iter().chain(std::iter::once(&(x.len(), y.len()))) {
        if p > i || q > j {
            if let Some(last) = out.changes.last_mut() {
                last.after = run;
            }
            out.changes.push(Change {
                first: first.start + i..first.start + p,
                second: second.start + j..second.start + q,
                before: run,
                after: 0,
            });
            run = 0;
        }
        run += 1;
        (i, j) = (p + 1, q + 1);
    }
    if let Some(last) = out.changes.last_mut() {
        last.after = run.saturating_sub(1);
    }
    out
}

/// Returns the index pairs of a longest common subsequence.
fn common(x: &[Unit], y: &[Unit], alike: impl Fn(usize, usize) -> bool) -> Vec<(usize, usize)> {
    let width = y.len() + 1;
    let same: Vec<bool> = (0..x.len() * y.len()).map(|k| alike(k / y.len(), k % y.len())).collect();
    let mut table = vec![0_u16; (x.len() + 1) * width];
    for i in (0..x.len()).rev() {
        for j in (0..y.len()).rev() {
            table[i * width + j] = if same[i * y.len() + j] {
                table[(i + 1) * width + j + 1] + 1
            } else {
                table[(i + 1) * width + j].max(table[i * width + j + 1])
            };
        }
    }
    let (mut i, mut j) = (0, 0);
    let mut out = Vec::new();
    while i < x.len() && j < y.len() {
        if same[i * y.len() + j] {
            out.push((i, j));
            i += 1;
            j += 1;
        } else if table[(i + 1) * width + j] >= table[i * width + j + 1] {
            i += 1;
        } else {
            j += 1;
        }
    }
    out
}
