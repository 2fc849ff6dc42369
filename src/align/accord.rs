//! Accord: how surely two directions are said of one thing.

use super::clause::value;
use super::context::anchors;
use super::figure::{self, Agreement, Class};
use super::question::alike;
use super::stance::Stance;
use super::status::status_words;
use super::{Alignment, Row};

/// How two stances of opposite directions go together.
#[derive(Clone, Copy, PartialEq, Debug, Default)]
struct Fit {
    /// What the nouns that both are said of tell.
    shared: f32,
    /// What those tell that the sentence of the other lacks, of the first and of the second.
    apart: [f32; 2],
    /// What other telling words around both tell.
    around: f32,
    /// Whether both are set against one thing (1), two (-1), or one of them against something (0.5).
    base: f32,
    /// Whether the figures are the same (1), not (-1), or one has one (0.5).
    figure: f32,
    /// Status words of one of them only.
    status: f32,
    /// Copied words around both.
    anchors: f32,
    /// Whether they tell of two days, months or years.
    dates: f32,
    /// Whether nothing but their sentences tells that they are said of one thing.
    copied: bool,
}

impl Stance {
    /// Returns how surely this one and another are said of one thing; none where they are not, or where what they are set
    /// against, their figures or their times are two.
    pub(super) fn strength(&self, alignment: &Alignment<'_>, other: &Stance) -> Option<f32> {
        let fit = self.fit(alignment, other)?;
        let apart = fit.apart[0].max(fit.apart[1]);
        let two = fit.figure < 0.0 || fit.base < 0.0;
        if two
            || (fit.figure < 1.0 && fit.dates > 0.0)
            || (fit.figure < 1.0 && fit.shared < 0.66 * (fit.shared + apart))
        {
            return None;
        }
        let one = |yes: bool| f32::from(u8::from(yes));
        let strength = fit.shared + 0.25 * fit.around.min(6.0) - 0.8 * fit.apart[0].min(fit.apart[1]) - 0.25 * apart
            + 2.5 * one(fit.figure >= 1.0)
            + one(fit.base >= 1.0)
            + 0.4 * (fit.anchors - 1.0).max(0.0)
            - 0.8 * fit.status;
        Some(strength)
    }

    /// Returns whether this one and another are said of two things that have a noun in common.
    pub(super) fn are_two(&self, alignment: &Alignment<'_>, other: &Stance) -> bool {
        self.fit(alignment, other).is_some_and(|f| !f.copied && f.apart[0].min(f.apart[1]) > TWO)
    }

    /// Returns how this one goes together with another.
    fn fit(&self, alignment: &Alignment<'_>, other: &Stance) -> Option<Fit> {
        let (a, b) = (&alignment.rows[self.row], &alignment.rows[other.row]);
        let weight = |row: &Row<'_>, i: usize| alignment.words.weight(row.units[i].sense);
        let mut fit = Fit::default();
        for &i in &self.cores {
            if other.cores.iter().any(|&j| alike(a, i, b, j)) {
                fit.shared += weight(a, i);
            }
        }
        if fit.shared == 0.0 {
            // In a copied sentence everything else is the same, whatever it is said of.
            if copied(a, self.unit, b, other.unit) < COPIED {
                return None;
            }
            fit.shared = 2.0;
            fit.copied = true;
        }
        let lacks = |x: &Stance, row: &Row<'_>, y: &Stance, beside: &Row<'_>| -> f32 {
            let there = beside.sentence(beside.sentence_of(y.unit) as u32);
            let lack = |&&i: &&usize| !there.clone().any(|j| alike(row, i, beside, j));
            x.cores.iter().filter(lack).map(|&i| weight(row, i)).sum()
        };
        if !fit.copied {
            fit.apart = [lacks(self, a, other, b), lacks(other, b, self, a)];
        }
        for &i in &self.rest {
            if other.rest.iter().chain(&other.cores).any(|&j| alike(a, i, b, j)) {
                fit.around += weight(a, i);
            }
        }
        for &j in &other.rest {
            if self.cores.iter().any(|&i| alike(a, i, b, j)) {
                fit.around += weight(b, j);
            }
        }
        fit.base = match (self.base, other.base) {
            (Some(i), Some(j)) if base_alike(a, i, b, j) => 1.0,
            (Some(_), Some(_)) => -1.0,
            (None, None) => 0.0,
            _ => 0.5,
        };
        fit.figure = figures(a, &self.figures, b, &other.figures);
        fit.status = (status_words(a, self.unit) ^ status_words(b, other.unit)).count_ones() as f32
            + 2.0 * (self.moments ^ other.moments).count_ones() as f32;
        let around = anchors(a, self.unit, b, other.unit, 6);
        fit.anchors = f32::from(around.left + around.right);
        fit.dates = dates(a, self.unit, b, other.unit);
        Some(fit)
    }
}

/// Returns whether a day, month or year of the one sentence is not in the other, which has another.
fn dates(a: &Row<'_>, i: usize, b: &Row<'_>, j: usize) -> f32 {
    let (sa, sb) = (a.sentence(a.sentence_of(i) as u32), b.sentence(b.sentence_of(j) as u32));
    let date = |row: &Row<'_>, u: usize| {
        value(row, u).is_some_and(|v| matches!(figure::class(v), Some(Class::Day | Class::Month | Class::Year)))
    };
    let (mut clash, mut agree) = (false, false);
    for u in sa.filter(|&u| a.units[u].figure && date(a, u)) {
        for v in sb.clone().filter(|&v| b.units[v].figure && date(b, v)) {
            if let (Some(x), Some(y)) = (value(a, u), value(b, v)) {
                let same = figure::agreement(x, y) != Agreement::Differs;
                agree |= same;
                clash |= !same && figure::class(x) == figure::class(y);
            }
        }
    }
    f32::from(u8::from(clash && !agree))
}

/// What two phrases lack of each other tells more than this where they name two things.
const TWO: f32 = 0.8;

/// So many words around two directions are the same only in a copied sentence.
const COPIED: usize = 6;

/// Returns how many words around two units are the same to the word.
fn copied(a: &Row<'_>, i: usize, b: &Row<'_>, j: usize) -> usize {
    let (sa, sb) = (a.sentence(a.sentence_of(i) as u32), b.sentence(b.sentence_of(j) as u32));
    let same = |&(x, y): &(usize, usize)| a.units[x].word == b.units[y].word;
    let left = (sa.start..i).rev().zip((sb.start..j).rev()).take_while(same).count();
    left + (i + 1..sa.end).zip(j + 1..sb.end).take_while(same).count()
}

/// Returns whether two directions are set against one thing: 지난해보다, 지난해 같은 달보다.
fn base_alike(a: &Row<'_>, i: usize, b: &Row<'_>, j: usize) -> bool {
    let (x, y) = (a.reading.doc.slice(a.units[i].span), b.reading.doc.slice(b.units[j].span));
    alike(a, i, b, j) || x.contains(y) || y.contains(x)
}

/// Returns whether any figure of two directions is the same (1), whether the nearest of both are of one class and differ
/// (-1), or whether there is any (0.5).
fn figures(a: &Row<'_>, of_a: &[usize], b: &Row<'_>, of_b: &[usize]) -> f32 {
    let same = |i: usize, j: usize| match (value(a, i), value(b, j)) {
        (Some(x), Some(y)) => figure::agreement(x, y) != Agreement::Differs,
        _ => false,
    };
    if of_a.iter().any(|&i| of_b.iter().any(|&j| a.units[i].class == b.units[j].class && same(i, j))) {
        return 1.0;
    }
    match (of_a.first(), of_b.first()) {
        (Some(&i), Some(&j)) if a.units[i].class == b.units[j].class => -1.0,
        (None, None) => 0.0,
        _ => 0.5,
    }
}
