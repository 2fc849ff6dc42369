//! What speaks for or against one question behind two figures, sign by sign.

use super::super::Alignment;
use super::super::Unit;
use super::super::context::{anchors, only_change};
use super::super::figure::{self, Class};
use super::super::near::are_near;
use super::super::reckon::{self, Answers};
use super::super::sign::{Sign, Signs};
use super::super::slot::Mention;
use super::super::status::status_words;
use super::{FAR, Field, Pair, SHARE};
use std::ops::Range;

/// What figures beside one of two reckon to tells something where the words around them are as alike as this.
const ALIKE: f32 = 0.1;

/// A pair that is so much closer than any other of either is the only one that can be meant.
const MUCH: f32 = 0.2;

/// The logarithm of ten.
const TENFOLD: f32 = std::f32::consts::LN_10;

impl Field<'_, '_> {
    /// Returns the signs of a pair.
    pub(super) fn signs(&self, pair: &Pair<'_>) -> Signs {
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
        signs.mark(
            Sign::Outvoted,
            absent > 0.0
                && signs.get(Sign::Majority) >= 2.0
                && signs.get(Sign::BestPair) >= MUCH
                && !matches!(self.class, Class::Day | Class::Month | Class::Year),
        );
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
        let (figures, words) = shared(self.alignment, [a, b], [first, second].map(|i| self.likeness.lent(i)));
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
            // 4월 총회에서, 5월 고소했다: months of two acts.
            let apart = *self.class == Class::Month && staging.other_deed;
            signs.set(Sign::NearDay, if signs.get(Sign::SharedWords) > 0.0 && !apart { 1.0 } else { 0.3 });
        }
    }

    /// Returns whether a time tells the half hour by a word: 9시 반.
    fn says_half(&self, i: usize) -> bool {
        self.said(i).contains('반')
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

    /// Returns how close the closest figure of a row comes to another, of those that are let through.
    fn closest(&self, to: usize, row: usize, of: &dyn Fn(usize) -> bool) -> f32 {
        (0..self.mentions.len())
            .filter(|&j| self.row(j) == row && j != to && of(j))
            .map(|j| self.likeness.between(to, j))
            .fold(0.0, f32::max)
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
        if signs.get(Sign::Holders) > 0.0 && !shape.small {
            signs.set(Sign::Crossed, self.crossed(pair.first, pair.own, pair.holders));
            let other = [
                Sign::SecondHere,
                Sign::OtherMove,
                Sign::OtherBase,
                Sign::OtherEnd,
                Sign::Frame,
                Sign::OtherDate,
                Sign::OtherDay,
            ];
            if !shape.hedged && shape.apart < TENFOLD && other.iter().all(|&s| signs.get(s) == 0.0) {
                signs.set(Sign::Moved, self.moved(pair));
            }
        }
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
        let absent = signs.get(Sign::Absent) > 0.0;
        let scale = if self.other_scale(pair.first, pair.second) { 0.8 } else { 0.0 };
        let other =
            if absent { figure::unit_slip(self.value(pair.first), self.value(pair.second)).max(scale) } else { 0.0 };
        // What shares no word may be the same number by chance.
        let alone = if signs.get(Sign::Context) < SHARE { 0.6 } else { 1.0 };
        signs.set(Sign::OtherUnit, other * alone);
        let behind = signs.get(Sign::Behind) > 0.0 || signs.get(Sign::Right) > 0.0;
        let named = absent && behind && matches!(self.class, Class::Ordinal(_));
        signs.mark(Sign::Named, named && !self.is_of_other_year(pair.first) && !self.is_of_other_year(pair.second));
        signs.mark(Sign::Editions, absent && self.are_editions(pair.first, pair.second));
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

/// Returns how many figures and rare words stand in both sentences, those that lend them words included, at most 3 of each,
/// the pair itself left out.
fn shared(alignment: &Alignment<'_>, [a, b]: [&Mention<'_>; 2], [la, lb]: [Range<usize>; 2]) -> (f32, f32) {
    let (ra, rb) = (&alignment.rows[a.row], &alignment.rows[b.row]);
    let sa = ra.sentence(ra.sentence_of(a.unit) as u32);
    let sb = rb.sentence(rb.sentence_of(b.unit) as u32);
    let (mut figures, mut words) = (0, 0);
    for i in sa.chain(la) {
        let u = &ra.units[i];
        let there = || rb.units[sb.clone()].iter().chain(&rb.units[lb.clone()]);
        if i == a.unit || !there().any(|v| v.word == u.word) {
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
pub(super) fn names(alignment: &Alignment<'_>, a: &Mention<'_>, b: &Mention<'_>) -> Option<bool> {
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
    let has = |s: &[Unit], w: u32| s.iter().any(|u| u.word == w);
    (!has(sa, y) && !has(sb, x)).then_some(false)
}
