//! How figures of one class go together, pair by pair: what their values mean for each other, and how close the
//! questions are that they answer.

use super::Alignment;
use super::context::{Context, anchors, lender, only_change};
use super::figure::{self, Agreement};
use super::question::{Comparison, Question, alike};
use super::setting::{Setting, Staging};
use super::slot::Mention;
use crate::claim::Value;
use std::cell::{Cell, OnceCell};
use std::ops::Range;

/// What every two figures mean for each other.
pub(super) struct Agreements {
    /// For each figure the number of its value.
    values: Vec<usize>,
    /// How many values there are.
    count: usize,
    /// What they mean for each other, by the numbers of two values.
    table: Vec<Agreement>,
    /// Pairs of figures that differ although one of their values might be said for the other.
    copied: Vec<(usize, usize)>,
}

impl Agreements {
    pub(super) fn of(alignment: &Alignment<'_>, mentions: &[Mention<'_>]) -> Agreements {
        let mut known: Vec<&Value> = Vec::new();
        let values: Vec<usize> = mentions
            .iter()
            .map(|m| {
                known.iter().position(|v| **v == m.claim.value).unwrap_or_else(|| {
                    known.push(&m.claim.value);
                    known.len() - 1
                })
            })
            .collect();
        let count = known.len();
        let mut table = vec![Agreement::Equal; count * count];
        let mut bare = false;
        for i in 0..count {
            for j in 0..i {
                let same = figure::agreement(known[i], known[j]);
                bare |= same == Agreement::RoundsBare
                    || (same == Agreement::Rounds && figure::hedged_alike(known[i], known[j]));
                table[i * count + j] = same;
                table[j * count + i] = same;
            }
        }
        let mut out = Agreements { values, count, table, copied: Vec::new() };
        if bare {
            out.copied = out.copied_pairs(alignment, mentions);
        }
        out
    }

    /// Returns the pairs inside a copied sentence, where a figure is copied too: there 1000만원 is no rounder way to say
    /// 1006만원.
    fn copied_pairs(&self, alignment: &Alignment<'_>, mentions: &[Mention<'_>]) -> Vec<(usize, usize)> {
        let mut out = Vec::new();
        for (i, a) in mentions.iter().enumerate() {
            for (j, b) in mentions.iter().enumerate() {
                let rounds = match self.between(i, j) {
                    Agreement::RoundsBare => true,
                    Agreement::Rounds => figure::hedged_alike(&a.claim.value, &b.claim.value),
                    _ => false,
                };
                if a.row == b.row || !rounds {
                    continue;
                }
                let (x, y) = (&alignment.rows[a.row], &alignment.rows[b.row]);
                let around = anchors(x, a.unit, y, b.unit, 4);
                let copied = (around.left.min(around.right) >= 1 && around.left + around.right >= 4)
                    || only_change(x, a.unit, y, b.unit);
                // Who copies every word around it rounds nothing, however finely.
                let whole = around.left == 4 && around.right == 4;
                if whole || (copied && !figure::rounds_finely(&a.claim.value, &b.claim.value)) {
                    out.push((i, j));
                }
            }
        }
        out
    }

    /// Returns how many values there are.
    pub(super) fn count(&self) -> usize {
        self.count
    }

    /// Returns the number of the value of a figure.
    pub(super) fn value(&self, i: usize) -> usize {
        self.values[i]
    }

    /// Returns whether figures of equal values mean the same for all others.
    pub(super) fn by_value(&self) -> bool {
        self.copied.is_empty()
    }

    /// Returns what figures `i` and `j` mean for each other.
    pub(super) fn between(&self, i: usize, j: usize) -> Agreement {
        match self.table[self.values[i] * self.count + self.values[j]] {
            Agreement::RoundsBare | Agreement::Rounds if self.copied.binary_search(&(i, j)).is_ok() => {
                Agreement::Differs
            }
            other => other,
        }
    }
}

/// What stands around a figure.
#[derive(Clone)]
struct Around {
    context: Context,
    question: Question,
    /// The units of the sentence that lends its words.
    lent: Range<usize>,
}

/// How close the questions of figures are, worked out for those that are asked for.
pub(super) struct Likeness<'m, 'a> {
    alignment: &'m Alignment<'a>,
    mentions: &'m [Mention<'a>],
    contexts: Vec<OnceCell<Around>>,
    settings: Vec<OnceCell<Setting>>,
    pairs: Vec<Cell<f32>>,
}

impl<'m, 'a> Likeness<'m, 'a> {
    pub(super) fn of(alignment: &'m Alignment<'a>, mentions: &'m [Mention<'a>]) -> Likeness<'m, 'a> {
        let n = mentions.len();
        Likeness {
            alignment,
            mentions,
            contexts: vec![OnceCell::new(); n],
            settings: vec![OnceCell::new(); n],
            pairs: vec![Cell::new(UNKNOWN); n * n],
        }
    }

    fn around(&self, i: usize) -> &Around {
        self.contexts[i].get_or_init(|| {
            let m = &self.mentions[i];
            let (row, words) = (&self.alignment.rows[m.row], &self.alignment.words);
            Around {
                context: Context::of(row, words, m.unit),
                question: Question::of(row, words, m.unit),
                lent: lender(row, words, m.unit).map_or(0..0, |l| l.0),
            }
        })
    }

    /// Returns the units of the sentence that lends its words to that of a figure; none where its own says enough.
    pub(super) fn lent(&self, i: usize) -> Range<usize> {
        self.around(i).lent.clone()
    }

    /// Returns how alike the words around two figures are, 0 to 1.
    pub(super) fn context(&self, i: usize, j: usize) -> f32 {
        self.around(i).context.likeness(&self.around(j).context)
    }

    /// Returns how the questions of two figures go together.
    pub(super) fn questions(&self, i: usize, j: usize) -> Comparison {
        let (a, b) = (&self.mentions[i], &self.mentions[j]);
        let rows = &self.alignment.rows;
        self.around(i).question.compare(&rows[a.row], a.unit, &self.around(j).question, &rows[b.row], b.unit)
    }

    /// Returns how the settings of two figures go together.
    pub(super) fn staging(&self, i: usize, j: usize) -> Staging {
        let (a, b) = (&self.mentions[i], &self.mentions[j]);
        let rows = &self.alignment.rows;
        let setting = |k: usize, m: &Mention<'_>| self.settings[k].get_or_init(|| Setting::of(&rows[m.row], m.unit));
        setting(i, a).compare(&rows[a.row], a.unit, setting(j, b), &rows[b.row], b.unit)
    }

    /// Returns whether a figure is bound to a word.
    pub(super) fn is_tied(&self, i: usize) -> bool {
        self.around(i).question.tie(self.mentions[i].unit).is_some()
    }

    /// Returns whether a figure is bound to a word as those of a list are: 하프코스 5100명, 개인은 1985억원, not 소송에서 84명.
    pub(super) fn is_listed(&self, i: usize) -> bool {
        let m = &self.mentions[i];
        let row = &self.alignment.rows[m.row];
        self.around(i).question.tie(m.unit).is_some_and(|tie| {
            let doc = &row.reading.doc;
            let token = &doc.tokens[row.units[tie].token as usize];
            matches!(doc.slice(token.josa()), "" | "은" | "는" | "이" | "가")
        })
    }

    /// Returns whether two figures are bound to the same word.
    pub(super) fn tied(&self, i: usize, j: usize) -> bool {
        let (a, b) = (&self.mentions[i], &self.mentions[j]);
        let rows = &self.alignment.rows;
        match (self.around(i).question.tie(a.unit), self.around(j).question.tie(b.unit)) {
            (Some(x), Some(y)) => alike(&rows[a.row], x, &rows[b.row], y),
            _ => false,
        }
    }

    /// Returns how close two questions are, from 0 on; 0 inside one sentence.
    pub(super) fn between(&self, i: usize, j: usize) -> f32 {
        let n = self.mentions.len();
        let known = self.pairs[i * n + j].get();
        if known != UNKNOWN {
            return known;
        }
        let (a, b) = (&self.mentions[i], &self.mentions[j]);
        let near = if a.row == b.row && a.claim.sentence == b.claim.sentence {
            0.0
        } else {
            // What shares no word has no question in common.
            match self.context(i, j) {
                0.0 => 0.0,
                context => (context + self.questions(i, j).closeness()).max(0.0),
            }
        };
        self.pairs[i * n + j].set(near);
        self.pairs[j * n + i].set(near);
        near
    }
}

/// A likeness not worked out yet.
const UNKNOWN: f32 = -1.0;
