//! Rivals: figures of several outlets that answer the same question differently.
//!
//! A figure that another outlet states too, in like words, is confirmed. One that nobody states is set beside every
//! figure of its class that the others state and it lacks (mutual absence), and each such [`Rivalry`] is weighed by
//! what speaks for one question behind both: words around them, copied neighbours, how many outlets hold the other.

mod apart;
mod days;

use super::Alignment;
use super::context::{anchors, only_change};
use super::digits::near_digits;
use super::figure::{self, Agreement, Class};
use super::likeness::{Agreements, Likeness};
use super::near::are_near;
use super::reckon::{self, Answers};
use super::sign::{Sign, Signs};
use super::slot::{Mention, Slots};
use super::status::status_words;
use crate::claim::Value;
use std::cell::OnceCell;

/// Two figures that may answer one question differently.
#[derive(Clone, Debug)]
pub struct Rivalry {
    /// The index of the one that stands alone, in [`Slots::mentions`].
    pub first: usize,
    /// The index of the best of the others.
    pub second: usize,
    /// All mentions that agree with the second, itself included.
    pub holders: Vec<usize>,
    /// All mentions that agree with the first, itself included.
    pub own: Vec<usize>,
    /// What speaks for one question.
    pub signs: Signs,
}

/// Pairs that are less close than this have nothing in common.
const FAR: f32 = 0.02;

/// Figures that neither row of the other has are set beside each other where the words around them are as alike as this.
const SHARE: f32 = 0.06;

/// What figures beside one of two reckon to tells something where the words around them are as alike as this.
const ALIKE: f32 = 0.1;

/// The copy says again what its headline says where the two are at least this close.
const SAID_AGAIN: f32 = 0.2;

/// Returns every pair of a figure and a figure of another row, or of the copy under its headline, that do not agree
/// and have anything in common, the best second for each value only. `bare_agrees`: `1조8000억` without 약 is
/// `1조8147억` said less finely.
pub fn rivalries(alignment: &Alignment<'_>, slots: &Slots<'_>, bare_agrees: bool) -> Vec<Rivalry> {
    let field = Field::of(alignment, slots, bare_agrees);
    let mut out = Vec::new();
    for first in 0..slots.mentions.len() {
        field.rivals(first, &mut out);
    }
    out
}

/// The figures of one class, with what is known of every pair.
struct Field<'m, 'a> {
    alignment: &'m Alignment<'a>,
    mentions: &'m [Mention<'a>],
    class: &'m Class,
    agreements: Agreements,
    likeness: Likeness<'m, 'a>,
    bare_agrees: bool,
    /// For each figure and each row whether the row states it.
    held: Vec<bool>,
    /// Whether each stands in a headline, subhead or caption.
    outside: Vec<bool>,
    /// The digits that each is said with, worked out for those that are asked for.
    digits: Vec<OnceCell<Vec<u8>>>,
    /// What the figures beside each reckon to, worked out for those that are asked for.
    answers: Vec<OnceCell<Answers>>,
}

/// A pair that is being looked at.
struct Pair<'f> {
    first: usize,
    second: usize,
    own: &'f [usize],
    holders: &'f [usize],
    /// Whether the second stands in the copy under the first.
    own_body: bool,
}

impl<'m, 'a> Field<'m, 'a> {
    fn of(alignment: &'m Alignment<'a>, slots: &'m Slots<'a>, bare_agrees: bool) -> Field<'m, 'a> {
        let mentions = &slots.mentions;
        let mut field = Field {
            alignment,
            mentions,
            class: &slots.class,
            agreements: Agreements::of(alignment, mentions),
            likeness: Likeness::of(alignment, mentions),
            bare_agrees,
            held: vec![false; mentions.len() * alignment.rows.len()],
            outside: mentions.iter().map(|m| outside_copy(alignment, m)).collect(),
            digits: vec![OnceCell::new(); mentions.len()],
            answers: vec![OnceCell::new(); mentions.len()],
        };
        let rows = alignment.rows.len();
        let mut done: Vec<Option<usize>> = vec![None; field.agreements.count()];
        for i in 0..mentions.len() {
            // Figures of one value are stated by the same rows, but for those that copied sentences tell apart.
            let value = field.agreements.value(i);
            if let Some(known) = done[value].filter(|_| field.agreements.by_value()) {
                field.held.copy_within(known * rows..(known + 1) * rows, i * rows);
                continue;
            }
            for (j, m) in mentions.iter().enumerate() {
                if field.agrees(i, j) {
                    field.held[i * rows + m.row] = true;
                }
            }
            done[value] = Some(i);
        }
        field
    }

    fn agrees(&self, i: usize, j: usize) -> bool {
        match self.agreements.between(i, j) {
            Agreement::Equal | Agreement::Rounds => true,
            Agreement::RoundsBare => self.bare_agrees,
            Agreement::Differs => false,
        }
    }

    fn is_held(&self, figure: usize, row: usize) -> bool {
        self.held[figure * self.alignment.rows.len() + row]
    }

    fn row(&self, figure: usize) -> usize {
        self.mentions[figure].row
    }

    /// Returns how many rows other than `not` have one of some figures.
    fn rows_of(&self, figures: &[usize], not: usize) -> usize {
        let mut rows: Vec<usize> = figures.iter().map(|&j| self.row(j)).filter(|&r| r != not).collect();
        rows.dedup();
        rows.len()
    }

    fn rivals(&self, first: usize, out: &mut Vec<Rivalry>) {
        let n = self.mentions.len();
        let home = self.row(first);
        if !self.is_stated(first) {
            return;
        }
        let own: Vec<usize> = (0..n).filter(|&j| self.agrees(first, j)).collect();
        // What everybody states beside the same word nobody disputes.
        let beside = |&&j: &&usize| self.row(j) != home && self.touch(first, j);
        let mut backed: Vec<usize> = own.iter().filter(beside).map(|&j| self.row(j)).collect();
        backed.dedup();
        if backed.len() + 1 == self.alignment.rows.len() {
            return;
        }
        let in_copy = |j: usize| self.row(j) == home && !self.outside[j];
        let headline = self.outside[first]
            && !matches!(self.class, Class::Direction(_) | Class::Place)
            && !own.iter().any(|&j| in_copy(j) && self.likeness.between(first, j) >= SAID_AGAIN);
        let mut done = vec![false; n];
        let mut order: Vec<(f32, usize)> = (0..n)
            .filter(|&j| (self.row(j) != home || (headline && in_copy(j))) && !self.agrees(first, j))
            .filter(|&j| self.is_stated(j) && !figure::is_share_and_change(self.value(first), self.value(j)))
            .filter(|&j| !self.is_other_record(first, j) && !self.are_ends(first, j) && !self.are_parts(first, j))
            .map(|j| (self.likeness.between(first, j), j))
            .filter(|&(near, j)| {
                near >= FAR || self.is_long_slip(first, j) || self.is_lone(first, j) || self.is_one_day(first, j)
            })
            .collect();
        order.sort_by(|x, y| y.0.total_cmp(&x.0).then(x.1.cmp(&y.1)));
        for (_, second) in order {
            if done[second] || self.is_sum(first, second) || self.is_sum(second, first) {
                continue;
            }
            let holders: Vec<usize> = (0..n).filter(|&j| self.agrees(second, j)).collect();
            for &h in &holders {
                done[h] = true;
            }
            // 탑승자 189명, where whoever has 승객 183명 has 승무원 6명 beside it.
            let summed = matches!(self.class, Class::Count(_) | Class::Money);
            if summed && holders.iter().any(|&h| h != second && self.row(h) != home && self.is_sum(first, h)) {
                continue;
            }
            // 17세기 sides neither with 1658년 nor with 1685년; 28∼29일 has both of its ends.
            let ends = matches!(self.class, Class::Day | Class::Month);
            let sides = |of: &[usize], one: usize, other: usize| -> Vec<usize> {
                of.iter().copied().filter(|&j| ends || j == one || !self.agrees(other, j)).collect()
            };
            let (own, holders) = (sides(&own, first, second), sides(&holders, second, first));
            // The copy under a headline says it as the others do.
            let own_body = headline && holders.iter().any(|&j| in_copy(j));
            if self.are_other_times(first, second) {
                continue;
            }
            let pair = Pair { first, second, own: &own, holders: &holders, own_body };
            let signs = self.signs(&pair);
            out.push(Rivalry { first, second, holders, own, signs });
        }
    }

    /// Returns how a figure is said.
    fn said(&self, figure: usize) -> &str {
        let m = &self.mentions[figure];
        self.alignment.rows[m.row].reading.doc.slice(m.claim.span)
    }

    fn value(&self, figure: usize) -> &Value {
        &self.mentions[figure].claim.value
    }

    /// Returns whether two figures that neither row of the other has are one slip apart and long: no words need tell that
    /// they answer one question.
    fn is_long_slip(&self, i: usize, j: usize) -> bool {
        matches!(self.class, Class::Money | Class::Count(_) | Class::Percent | Class::Measure(_))
            && self.row(i) != self.row(j)
            && !self.is_held(i, self.row(j))
            && !self.is_held(j, self.row(i))
            && (self.same_digits(i, j)
                || (self.lacks_myriad(i, j) && self.likeness.context(i, j) >= SHARE)
                || (near_digits(self.digits(i), self.digits(j)) && {
                    let shape = figure::shape(self.value(i), self.value(j));
                    shape.long_slip || shape.shuffled
                }))
    }

    /// Returns whether two figures that neither row of the other has share words, if not the same ones beside them.
    fn is_lone(&self, i: usize, j: usize) -> bool {
        !self.is_held(i, self.row(j)) && !self.is_held(j, self.row(i)) && self.likeness.context(i, j) >= SHARE
    }

    /// Returns whether two figures differ in nothing but where their units stand: 12조4천억 and 1조2400억.
    fn same_digits(&self, i: usize, j: usize) -> bool {
        *self.class != Class::Time && self.digits(i).len() >= 3 && self.digits(i) == self.digits(j)
    }

    fn digits(&self, i: usize) -> &[u8] {
        self.digits[i].get_or_init(|| spoken(self.alignment, &self.mentions[i]))
    }

    /// Returns whether two figures are the same but for a 만 that one of them lacks: 2천원 and 2천만원.
    fn lacks_myriad(&self, i: usize, j: usize) -> bool {
        let said = |m: &Mention<'_>| -> String {
            let text = self.alignment.rows[m.row].reading.doc.slice(m.claim.span);
            text.chars().filter(|c| *c != ' ' && *c != ',').collect()
        };
        if self.digits(i) != self.digits(j) || self.digits(i).is_empty() {
            return false;
        }
        let (a, b) = (said(&self.mentions[i]), said(&self.mentions[j]));
        let (short, long) = if a.len() < b.len() { (a, b) } else { (b, a) };
        short.len() + 3 == long.len()
            && !short.contains('만')
            && long.contains('만')
            && long.replacen('만', "", 1) == short
    }

    /// Returns whether a figure says a number of its own that can differ: not 이날, nor 한 해 of `한 해 수백만명이 찾는`.
    fn is_stated(&self, i: usize) -> bool {
        let m = &self.mentions[i];
        let text = self.alignment.rows[m.row].reading.doc.slice(m.claim.span);
        figure::is_stated(&m.claim.value) && !matches!(text, "한 해" | "한해" | "한 달" | "한달" | "하루")
    }

    /// Returns whether the words right before or right behind two figures are the same.
    fn touch(&self, i: usize, j: usize) -> bool {
        let (a, b) = (&self.mentions[i], &self.mentions[j]);
        let rows = &self.alignment.rows;
        let around = anchors(&rows[a.row], a.unit, &rows[b.row], b.unit, 1);
        around.left + around.right > 0
    }

    /// Returns how close the closest figure of a row comes to another, of those that are let through.
    fn closest(&self, to: usize, row: usize, of: &dyn Fn(usize) -> bool) -> f32 {
        (0..self.mentions.len())
            .filter(|&j| self.row(j) == row && j != to && of(j))
            .map(|j| self.likeness.between(to, j))
            .fold(0.0, f32::max)
    }

    fn signs(&self, pair: &Pair<'_>) -> Signs {
        let mut signs = Signs::default();
        self.voices(pair, &mut signs);
        self.margins(pair, &mut signs);
        self.surroundings(pair, &mut signs);
        self.values(pair, &mut signs);
        signs
    }

    /// Who states which of the two.
    fn voices(&self, pair: &Pair<'_>, signs: &mut Signs) {
        let &Pair { first, second, own, holders, own_body } = pair;
        let (home, there) = (self.row(first), self.row(second));
        let near = |i: usize, j: usize| self.likeness.between(i, j);
        let others = (self.alignment.rows.len() - 1).max(1) as f32;
        let in_row = |of: &[usize], row: usize, from: usize| {
            of.iter().filter(|&&j| self.row(j) == row).map(|&j| 0.2 + near(from, j)).fold(0.0, f32::max)
        };
        let confirmed = own.iter().filter(|&&j| self.row(j) != home).map(|&j| near(first, j)).fold(0.0, f32::max);
        let own_rows = self.rows_of(own, home);
        let holder_rows = self.rows_of(holders, home);
        let here = if own_body { 0.0 } else { in_row(holders, home, second) };
        let voices = self.alignment.voices(holders.iter().map(|&h| self.row(h)).filter(|&r| r != home));
        signs.set(Sign::Confirmed, confirmed);
        let outdone = if own_rows > 0 && here == 0.0 { (near(first, second) - confirmed).max(0.0) } else { 0.0 };
        signs.set(Sign::Outdone, outdone);
        signs.set(Sign::Holders, own_rows as f32 / others);
        signs.set(Sign::FirstThere, if own_body { 0.0 } else { in_row(own, there, first) });
        signs.set(Sign::SecondHere, here);
        signs.set(Sign::Support, holder_rows as f32 / others);
        signs.set(Sign::Majority, voices.saturating_sub(1).min(3) as f32);
        signs.mark(Sign::AllOthers, holder_rows + 1 == self.alignment.rows.len());
        signs.mark(Sign::Absent, own_rows == 0 && here == 0.0);
        signs.mark(Sign::OwnBody, own_body);
        let minutes = |row: usize| self.alignment.rows[row].published();
        if let (Some(a), Some(b)) = (minutes(home), minutes(there)) {
            signs.set(Sign::Later, (a.abs_diff(b) as f32 / 1440.0).min(1.0));
        }
    }

    /// How much closer the two are than either is to others that could be meant.
    fn margins(&self, pair: &Pair<'_>, signs: &mut Signs) {
        let &Pair { first, second, own_body, .. } = pair;
        let (home, there) = (self.row(first), self.row(second));
        let alike = self.likeness.between(first, second);
        let margin_there = alike - self.closest(first, there, &|j| !self.agrees(second, j));
        let margin_here =
            if own_body { margin_there } else { alike - self.closest(second, home, &|j| !self.agrees(first, j)) };
        signs.set(Sign::MarginThere, margin_there);
        signs.set(Sign::MarginHere, margin_here);
        signs.set(Sign::BestPair, margin_there.min(margin_here));
        let absent = signs.get(Sign::Absent);
        signs.set(Sign::AbsentContext, absent * alike);
        if absent == 0.0 || own_body {
            return;
        }
        // Of the figures that the other row lacks only these two may be meant for each other.
        let free_there = |j: usize| !self.agrees(second, j) && !self.is_held(j, home);
        let free_here = |j: usize| !self.agrees(first, j) && !self.is_held(j, there);
        let best = self.closest(first, there, &free_there).max(self.closest(second, home, &free_here));
        signs.set(Sign::FreeMargin, alike - best);
        signs.set(Sign::FreeClose, if best < FAR { alike } else { 0.0 });
        let any =
            |row: usize, free: &dyn Fn(usize) -> bool| (0..self.mentions.len()).any(|j| self.row(j) == row && free(j));
        signs.mark(Sign::OnlyFree, !any(there, &free_there) && !any(home, &free_here));
        let other = |row: usize, of: usize| any(row, &|j| !self.agrees(of, j));
        signs.mark(Sign::Sole, !other(home, first) && !other(there, second));
    }

    /// What stands around the two.
    fn surroundings(&self, pair: &Pair<'_>, signs: &mut Signs) {
        let &Pair { first, second, .. } = pair;
        let (a, b) = (&self.mentions[first], &self.mentions[second]);
        let rows = &self.alignment.rows;
        let around = anchors(&rows[a.row], a.unit, &rows[b.row], b.unit, 4);
        let (figures, words) = shared(self.alignment, a, b);
        let status = |m: &Mention<'_>| status_words(&rows[m.row], m.unit);
        signs.set(Sign::Context, self.likeness.context(first, second));
        signs.set(Sign::Left, f32::from(around.left));
        signs.set(Sign::Right, f32::from(around.right));
        signs.set(Sign::Enclosed, f32::from(around.left.min(around.right)));
        signs.mark(Sign::OnlyChange, self.is_only_change(pair));
        signs.set(Sign::SharedFigures, figures);
        signs.set(Sign::SharedWords, words);
        signs.set(Sign::Status, (status(a) ^ status(b)).count_ones().min(3) as f32);
        let heads = heads(self.alignment, a, b);
        signs.mark(Sign::SameHead, heads == Some(true));
        signs.mark(Sign::OtherHead, heads == Some(false));
        let names = names(self.alignment, a, b);
        signs.mark(Sign::SameName, names == Some(true));
        signs.mark(Sign::OtherName, names == Some(false));
        signs.mark(Sign::ApartFromCopy, self.outside[first]);
        let told = |of: &[usize], at: usize| {
            of.iter().any(|&j| {
                self.row(j) == self.row(at) && self.mentions[j].claim.sentence == self.mentions[at].claim.sentence
            })
        };
        signs.mark(Sign::Told, told(pair.own, second) || told(pair.holders, first));
        let bound = self.is_bound(pair);
        signs.mark(Sign::Bound, bound);
        signs.mark(
            Sign::BoundAlone,
            bound && !pair.own.iter().any(|&j| self.row(j) != self.row(first) && self.likeness.tied(first, j)),
        );
        let there = |&&j: &&usize| self.row(j) == self.row(second) && self.likeness.is_tied(j);
        let beside = |&j: &usize| self.mentions[j].claim.sentence == b.claim.sentence && self.likeness.is_listed(j);
        let mut elsewhere = pair.own.iter().filter(there);
        let misbound = bound
            && signs.get(Sign::SecondHere) == 0.0
            && elsewhere.clone().any(beside)
            && !elsewhere.any(|&j| self.likeness.tied(first, j));
        signs.mark(Sign::Misbound, misbound);
        let question = self.likeness.questions(first, second);
        signs.mark(Sign::Label, question.label);
        signs.mark(Sign::OtherLabel, question.other_label);
        signs.mark(Sign::Behind, question.behind);
        signs.mark(Sign::SameSubject, question.subject);
        signs.mark(Sign::OtherSubject, question.other_subject);
        signs.set(Sign::Neighbours, f32::from(question.neighbours));
        signs.set(Sign::Clashes, f32::from(question.clashes));
        signs.mark(Sign::OtherEnd, question.other_end);
        signs.mark(Sign::Frame, question.frame);
        signs.mark(Sign::OtherHour, question.other_hour);
        signs.mark(Sign::OtherDay, question.other_day);
        signs.mark(Sign::Reported, question.reported);
        signs.mark(Sign::OneReported, question.one_reported);
        signs.mark(Sign::OtherMove, question.other_move);
        signs.mark(Sign::AsOf, question.as_of);
        signs.mark(Sign::OtherBase, question.other_base);
        signs.set(Sign::Peers, f32::from(question.peers));
        signs.mark(Sign::RareBeside, question.rare);
        let staging = self.likeness.staging(first, second);
        let dates = matches!(self.class, Class::Day | Class::Month | Class::Year);
        signs.mark(Sign::SameDeed, staging.deed && !dates);
        signs.mark(Sign::OtherDeed, staging.other_deed && !dates);
        signs.mark(Sign::DateDeed, staging.deed && dates);
        signs.mark(Sign::DateOtherDeed, staging.other_deed && dates);
        signs.mark(Sign::Supposed, staging.supposed);
        signs.mark(Sign::OtherCast, staging.other_cast);
        signs.mark(Sign::OtherDate, staging.other_date && *self.class != Class::Day);
        let absent = signs.get(Sign::Absent) > 0.0;
        signs.mark(Sign::SameAct, absent && question.same_act);
        signs.mark(Sign::SameSaying, absent && question.same_saying && !self.is_own_day(first, second));
        if absent && *self.class == Class::Day {
            let apart = self.days_apart(first, second).unwrap_or(i32::MAX);
            let leads = || self.is_lead(first) && self.is_lead(second);
            signs.mark(Sign::LeadDay, apart <= 3 && !question.other_act && !self.is_own_day(first, second) && leads());
        }
        if absent && are_near(self.value(first), self.value(second)) {
            signs.set(Sign::NearDay, if signs.get(Sign::SharedWords) > 0.0 { 1.0 } else { 0.3 });
        }
    }

    /// Returns whether a time tells the half hour by a word: 9시 반.
    fn says_half(&self, i: usize) -> bool {
        let m = &self.mentions[i];
        self.alignment.rows[m.row].reading.doc.slice(m.claim.span).contains('반')
    }

    /// Returns whether the first is all that its sentence changes in what more rows have with the second than with it.
    fn is_only_change(&self, pair: &Pair<'_>) -> bool {
        let rows = &self.alignment.rows;
        let a = &self.mentions[pair.first];
        let copied = |&j: &usize| {
            let m = &self.mentions[j];
            m.row != a.row && only_change(&rows[a.row], a.unit, &rows[m.row], m.unit)
        };
        let among = |of: &[usize]| of.iter().filter(|j| copied(j)).count();
        copied(&pair.second) && among(pair.holders) > among(pair.own)
    }

    /// Returns whether two days or times are of two things as far as their sentences say: 오전 6시 현재 and 오후 6시 기준 are
    /// two states of one event (two minutes of one, 5시 10분 and 5시 50분, beside the same figures are not), and a day on which
    /// something was said is no stretch of days.
    fn are_other_times(&self, i: usize, j: usize) -> bool {
        let dated = match (self.value(i), self.value(j)) {
            (Value::Time { .. }, Value::Time { .. }) => false,
            (Value::Date(a), Value::Date(b)) if *self.class == Class::Day => (a.from == a.to) != (b.from == b.to),
            _ => return false,
        };
        let question = self.likeness.questions(i, j);
        let exact = |k: usize| matches!(self.value(k), Value::Time { minute: Some(1..), .. });
        let states = question.frames && !(question.neighbours > 0 && exact(i) && exact(j));
        let (a, b) = (&self.mentions[i], &self.mentions[j]);
        let copied = || only_change(&self.alignment.rows[a.row], a.unit, &self.alignment.rows[b.row], b.unit);
        (dated && question.one_reported) || (states && !copied())
    }

    /// Returns whether one word stands right before both, and in neither row before another value.
    fn is_bound(&self, pair: &Pair<'_>) -> bool {
        let &Pair { first, second, .. } = pair;
        let only = |of: usize| {
            (0..self.mentions.len())
                .filter(|&j| j != of && self.row(j) == self.row(of))
                .all(|j| self.agrees(of, j) || !self.likeness.tied(of, j))
        };
        self.likeness.tied(first, second) && only(first) && only(second)
    }

    /// How the values look side by side.
    fn values(&self, pair: &Pair<'_>, signs: &mut Signs) {
        let mut shape = figure::shape(self.value(pair.first), self.value(pair.second));
        // 9시 반 and 9시 3분 have no digit in common.
        if *self.class == Class::Time && [pair.first, pair.second].iter().any(|&i| self.says_half(i)) {
            shape = figure::Shape { apart: shape.apart, hedged: shape.hedged, ..figure::Shape::default() };
        }
        signs.mark(Sign::Slip, shape.slip || self.same_digits(pair.first, pair.second));
        signs.set(Sign::Apart, shape.apart);
        signs.mark(Sign::Hedged, shape.hedged);
        signs.mark(Sign::Small, shape.small);
        let long = shape.long_slip
            || self.same_digits(pair.first, pair.second)
            || (signs.get(Sign::Slip) > 0.0
                && signs.get(Sign::Context) >= ALIKE
                && self.lacks_myriad(pair.first, pair.second));
        signs.mark(Sign::LongSlip, long);
        signs.mark(Sign::Swapped, shape.swapped && signs.get(Sign::Absent) > 0.0);
        signs.mark(Sign::Shuffled, shape.shuffled);
        // 3천t and 3만t are no 3 with a nought too many.
        let noughts = self.digits(pair.first).len() < 2 && self.digits(pair.second).len() < 2;
        let scaled = |i: usize| self.said(i).contains(['천', '만', '억', '조']);
        signs.mark(Sign::Dropped, shape.dropped && !(noughts && (scaled(pair.first) || scaled(pair.second))));
        signs.mark(Sign::AbsentSlip, shape.slip && signs.get(Sign::Absent) > 0.0);
        let lone = self.rows_of(pair.own, self.row(pair.first)) == 0 && signs.get(Sign::SecondHere) > 0.0;
        signs.mark(Sign::LoneLong, lone && (long || shape.shuffled || shape.swapped));
        signs.mark(Sign::AbsentLong, long && signs.get(Sign::Absent) > 0.0);
        signs.mark(Sign::Dates, matches!(self.class, Class::Day | Class::Month | Class::Year));
        signs.mark(Sign::Times, *self.class == Class::Time);
        signs.mark(Sign::Ordinals, matches!(self.class, Class::Ordinal(_) | Class::Score));
        signs.mark(Sign::Counts, matches!(self.class, Class::Count(_)));
        self.reckoned(pair, signs);
    }

    /// Which of the two the figures beside the first reckon to.
    fn reckoned(&self, pair: &Pair<'_>, signs: &mut Signs) {
        let &Pair { first, second, .. } = pair;
        let (Some(x), Some(y)) = (reckon::exact(self.value(first)), reckon::exact(self.value(second))) else { return };
        // What has nothing to do with each other may come to the same by chance.
        if (signs.get(Sign::Context) < ALIKE && signs.get(Sign::Slip) == 0.0)
            || (y < reckon::SMALL && *self.class != Class::Percent)
            || signs.get(Sign::OtherMove) > 0.0
            || figure::other_unit(self.value(first), self.value(second))
        {
            return;
        }
        let answers =
            self.answers[first].get_or_init(|| Answers::of(self.alignment, self.mentions, &self.mentions[first]));
        if !answers.is_empty() {
            let (own, others) = (answers.has(x), answers.has(y));
            signs.mark(Sign::Reckoned, others && !own && signs.get(Sign::Absent) > 0.0);
            signs.mark(Sign::OwnReckoned, own && !others);
        }
    }
}

/// Returns how many figures and rare words stand in both sentences, at most 3 of each, the pair itself left out.
fn shared(alignment: &Alignment<'_>, a: &Mention<'_>, b: &Mention<'_>) -> (f32, f32) {
    let (ra, rb) = (&alignment.rows[a.row], &alignment.rows[b.row]);
    let sa = ra.sentence(ra.sentence_of(a.unit) as u32);
    let sb = rb.sentence(rb.sentence_of(b.unit) as u32);
    let (mut figures, mut words) = (0, 0);
    for i in sa {
        let u = &ra.units[i];
        if i == a.unit || !rb.units[sb.clone()].iter().any(|v| v.word == u.word) {
            continue;
        }
        if u.figure {
            figures += 1;
        } else if alignment.words.articles(u.word) * 2 <= alignment.rows.len() + 2
            && alignment.words.weight(u.word) > 1.0
        {
            words += 1;
        }
    }
    (figures.min(3) as f32, words.min(3) as f32)
}

/// Returns whether two figures count the same noun; none where one of them names none.
fn heads(alignment: &Alignment<'_>, a: &Mention<'_>, b: &Mention<'_>) -> Option<bool> {
    let head = |m: &Mention<'_>| m.claim.about.head.map(|h| alignment.rows[m.row].reading.doc.slice(h).to_owned());
    let (x, y) = (head(a)?, head(b)?);
    Some(x == y || (x.len() >= 6 && y.ends_with(&x)) || (y.len() >= 6 && x.ends_with(&y)))
}

/// Returns whether the nearest name before two figures is the same; none where one has no name before it, or where a
/// name of one stands somewhere in the sentence of the other.
fn names(alignment: &Alignment<'_>, a: &Mention<'_>, b: &Mention<'_>) -> Option<bool> {
    let near = |m: &Mention<'_>| {
        let row = &alignment.rows[m.row];
        let sentence = row.sentence(row.sentence_of(m.unit) as u32);
        // 네덜란드가 우승했고, 우리나라는 3위: the name of another clause is not that of this.
        let clause = row.units[sentence.start..m.unit].iter().rev().take_while(|u| !u.clause_end || u.figure);
        let word = clause.into_iter().find(|u| u.name).map(|u| u.word);
        word.map(|w| (w, &row.units[sentence]))
    };
    let ((x, sa), (y, sb)) = (near(a)?, near(b)?);
    if x == y {
        return Some(true);
    }
    let has = |s: &[super::Unit], w: u32| s.iter().any(|u| u.word == w);
    (!has(sa, y) && !has(sb, x)).then_some(false)
}

/// Returns the digits that a figure is said with.
fn spoken(alignment: &Alignment<'_>, m: &Mention<'_>) -> Vec<u8> {
    figure::spoken_digits(alignment.rows[m.row].reading.doc.slice(m.claim.span))
}

/// Returns whether a mention stands in a headline, subhead or caption.
fn outside_copy(alignment: &Alignment<'_>, m: &Mention<'_>) -> bool {
    let doc = &alignment.rows[m.row].reading.doc;
    matches!(
        doc.sentences[m.claim.sentence as usize].kind,
        crate::text::BlockKind::Title | crate::text::BlockKind::Subhead | crate::text::BlockKind::Caption
    )
}
