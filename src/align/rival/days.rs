//! Days that may be of one act: how far apart they are, and how their articles tell them.

use super::super::figure::Class;
use super::super::near::days_apart;
use super::Field;
use crate::claim::Value;

impl Field<'_, '_> {
    /// Returns whether two days that neither row of the other has are days on which the same was done or said.
    pub(super) fn is_one_day(&self, i: usize, j: usize) -> bool {
        *self.class == Class::Day && !self.is_held(i, self.row(j)) && !self.is_held(j, self.row(i)) && {
            let questions = self.likeness.questions(i, j);
            questions.same_act || questions.same_saying
        }
    }

    /// Returns whether two days are as far from the days on which their articles were published, or may be: what is said on one day
    /// is told on it, and what is said on the next day on that.
    pub(super) fn is_own_day(&self, i: usize, j: usize) -> bool {
        let off = |k: usize| {
            let Value::Date(d) = self.value(k) else { return None };
            let published = self.alignment.rows[self.row(k)].reading.doc.published?.date;
            Some((d.from? - published).get_days())
        };
        off(i).is_none() || off(j).is_none() || off(i) == off(j)
    }

    /// Returns how many days lie between two.
    pub(super) fn days_apart(&self, i: usize, j: usize) -> Option<i32> {
        match (self.value(i), self.value(j)) {
            (Value::Date(a), Value::Date(b)) => days_apart(a, b),
            _ => None,
        }
    }

    /// Returns whether a day is the first that the copy of its article states, within its first three sentences.
    pub(super) fn is_lead(&self, i: usize) -> bool {
        let row = self.row(i);
        let sentences = &self.alignment.rows[row].reading.doc.sentences;
        let body = |s: u32| sentences[s as usize].kind == crate::text::BlockKind::Body;
        let first = (0..self.mentions.len())
            .find(|&k| self.row(k) == row && self.is_stated(k) && body(self.mentions[k].claim.sentence));
        let lead = sentences.iter().position(|s| s.kind == crate::text::BlockKind::Body).unwrap_or(0);
        first == Some(i) && (self.mentions[i].claim.sentence as usize) < lead + 3
    }
}
