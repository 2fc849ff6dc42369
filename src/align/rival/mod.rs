//! Rivals: figures of several outlets that answer the same question differently.
//!
//! A figure that another outlet states too, in like words, is confirmed. One that nobody states is set beside every
//! figure of its class that the others state and it lacks (mutual absence), and each such [`Rivalry`] is weighed by
//! what speaks for one question behind both: words around them, copied neighbours, how many outlets hold the other.

mod apart;
mod crossed;
mod days;
mod moved;
mod row;
mod signs;

pub use apart::is_on_the_way;

use super::Alignment;
use super::context::anchors;
use super::digits::near_digits;
use super::figure::{self, Agreement, Class};
use super::likeness::{Agreements, Likeness};
use super::near::are_near;
use super::reckon::Answers;
use super::sign::Signs;
use super::slot::{Mention, Slots};
use crate::claim::{Claim, Value};
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
    /// The words that tell what each is said of, worked out for those that are asked for.
    labels: Vec<OnceCell<Vec<usize>>>,
    /// The rows of a table that each is said to be of, as the number of the set and of the row in it, as well.
    table_rows: Vec<OnceCell<Vec<(usize, usize)>>>,
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
            labels: vec![OnceCell::new(); mentions.len()],
            table_rows: vec![OnceCell::new(); mentions.len()],
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
            .filter(|&j| {
                !self.is_other_record(first, j)
                    && !self.are_steps(first, j)
                    && !self.are_ends(first, j)
                    && !self.are_parts(first, j)
                    && !self.is_left_behind(first, j)
                    && !self.is_left_behind(j, first)
            })
            .map(|j| (self.likeness.between(first, j), j))
            .filter(|&(near, j)| {
                near >= FAR
                    || self.is_long_slip(first, j)
                    || self.is_lone(first, j)
                    || self.is_one_day(first, j)
                    || self.are_near_dates(first, j)
                    || self.are_editions(first, j)
            })
            .collect();
        order.retain(|&(_, j)| {
            !self.are_of_two_rows(first, j) && !self.are_of_two_lists(first, j) && !self.are_two_counts(first, j)
        });
        order.sort_by(|x, y| y.0.total_cmp(&x.0).then(x.1.cmp(&y.1)));
        for (_, second) in order {
            if done[second] || self.is_sum(first, second) || self.is_sum(second, first) {
                continue;
            }
            let holders: Vec<usize> = (0..n).filter(|&j| self.agrees(second, j)).collect();
            for &h in &holders {
                done[h] = true;
            }
            let second = self.slipped(first, second, &holders);
            // 탑승자 189명, where whoever has 승객 183명 has 승무원 6명 beside it.
            let summed = matches!(self.class, Class::Count(_) | Class::Money);
            if summed && holders.iter().any(|&h| h != second && self.row(h) != home && self.is_sum(first, h)) {
                continue;
            }
            if self.are_other_times(first, second) {
                continue;
            }
            // 17세기 sides neither with 1658년 nor with 1685년; 28∼29일 has both of its ends.
            let ends = matches!(self.class, Class::Day | Class::Month);
            // 4년 전 제6회 is no voice for the edition of this year.
            let now = matches!(self.class, Class::Ordinal(_)) && !self.is_earlier(first) && !self.is_earlier(second);
            let sides = |of: &[usize], one: usize, other: usize| -> Vec<usize> {
                let of = of.iter().copied().filter(|&j| ends || j == one || !self.agrees(other, j));
                of.filter(|&j| j == one || !(now && self.is_earlier(j))).collect()
            };
            let (mut own, holders) = (sides(&own, first, second), sides(&holders, second, first));
            // 2조 said for short is nearer to 2조3400만원 than to 2조3400억원, and sides with neither.
            if self.same_digits(first, second) || self.other_scale(first, second) {
                own.retain(|&j| self.agreements.between(first, j) != Agreement::RoundsBare);
            }
            // The copy under a headline says it as the others do.
            let own_body = headline && holders.iter().any(|&j| in_copy(j));
            let pair = Pair { first, second, own: &own, holders: &holders, own_body };
            let signs = self.signs(&pair);
            out.push(Rivalry { first, second, holders, own, signs });
        }
    }

    /// Returns the one of those who agree that a slip of a long number leads to, if any does and not to the second, which is
    /// said less finely: 31만4천t, 34만1천t, 34만t 넘게.
    fn slipped(&self, first: usize, second: usize, holders: &[usize]) -> usize {
        let slip = |j: usize| {
            let shape = figure::shape(self.value(first), self.value(j));
            shape.long_slip || shape.shuffled
        };
        if slip(second) {
            return second;
        }
        let other = holders.iter().copied().find(|&h| self.row(h) != self.row(first) && self.is_stated(h) && slip(h));
        other.unwrap_or(second)
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
        matches!(self.class, Class::Money | Class::Count(_) | Class::Percent | Class::Measure(_) | Class::Time)
            && self.row(i) != self.row(j)
            && !self.is_held(i, self.row(j))
            && !self.is_held(j, self.row(i))
            && (self.same_digits(i, j)
                || figure::unit_slip(self.value(i), self.value(j)) > 0.0
                || self.other_scale(i, j)
                || self.are_swapped(i, j)
                || (self.lacks_myriad(i, j) && self.likeness.context(i, j) >= SHARE)
                || (near_digits(self.digits(i), self.digits(j)) && {
                    let shape = figure::shape(self.value(i), self.value(j));
                    // 7시 21분 불이 났고 7시 24분 방송이 나갔다: minutes follow each other.
                    shape.shuffled || (shape.long_slip && *self.class != Class::Time)
                }))
    }

    /// Returns whether two figures that neither row of the other has share words, if not the same ones beside them.
    fn is_lone(&self, i: usize, j: usize) -> bool {
        !self.is_held(i, self.row(j)) && !self.is_held(j, self.row(i)) && self.likeness.context(i, j) >= SHARE
    }

    /// Returns whether two dates that neither row of the other has may be written for each other.
    fn are_near_dates(&self, i: usize, j: usize) -> bool {
        are_near(self.value(i), self.value(j)) && !self.is_held(i, self.row(j)) && !self.is_held(j, self.row(i))
    }

    /// Returns whether each of two figures is the only one in its article that tells how often something has been held:
    /// 올해로 24회째인 대회, 제25회 대회.
    fn are_editions(&self, i: usize, j: usize) -> bool {
        matches!(self.class, Class::Ordinal(of) if of == "회") && self.is_only(i) && self.is_only(j)
    }

    /// Returns whether the words of the sentence before a figure speak of a time before, 4년 전, 직전, or the year right behind
    /// it is one: `11번째는 2019년`.
    fn is_earlier(&self, i: usize) -> bool {
        let m = &self.mentions[i];
        let doc = &self.alignment.rows[m.row].reading.doc;
        let start = doc.sentences[m.claim.sentence as usize].span.start();
        let before = doc.text.get(start..m.claim.span.start()).unwrap_or("");
        ["년 전", "지난해", "작년", "지난 대회", "지난번", "직전", "앞선"].iter().any(|w| before.contains(w))
            || self.is_of_past_year(m)
    }

    /// Returns whether the sentence of a figure speaks of another year than that of publication: 2018년 제4차 회의, 내년 제20회.
    fn is_of_other_year(&self, i: usize) -> bool {
        let m = &self.mentions[i];
        let reading = self.alignment.rows[m.row].reading;
        let sentence = reading.doc.slice(reading.doc.sentences[m.claim.sentence as usize].span);
        let now = reading.doc.published.map(|p| p.date.year());
        let other = |c: &Claim| match &c.value {
            // 2019년 이후 세 번째 is of this year.
            Value::Date(d) => {
                let behind = reading.doc.text.get(c.span.end()..).unwrap_or("").trim_start();
                let since = ["이후", "부터", "이래", "에 이어"].iter().any(|w| behind.starts_with(w));
                d.year.is_some() && d.year != now && c.span.end() <= m.claim.span.start() && !since
            }
            _ => false,
        };
        self.is_earlier(i)
            || ["내년", "다음 대회", "다음 회의", "차기", "후년"].iter().any(|w| sentence.contains(w))
            || reading.claims.iter().any(|c| c.sentence == m.claim.sentence && other(c))
    }

    /// Returns whether a figure is what a year before that of publication had: `11번째는 2019년`.
    fn is_of_past_year(&self, m: &Mention<'_>) -> bool {
        let doc = &self.alignment.rows[m.row].reading.doc;
        let behind = doc.text.get(m.claim.span.end()..).unwrap_or("");
        let topic = ["는 ", "은 "].iter().find_map(|p| behind.strip_prefix(p));
        let digits = topic.map(|t| t.split(|c: char| !c.is_ascii_digit()).next().unwrap_or(""));
        let year = digits.filter(|d| d.len() == 4).and_then(|d| d.parse::<i16>().ok());
        year.zip(doc.published).is_some_and(|(y, p)| (1900..p.date.year()).contains(&y))
    }

    /// Returns whether the article of a figure has no other of its class.
    fn is_only(&self, i: usize) -> bool {
        (0..self.mentions.len()).all(|m| self.row(m) != self.row(i) || self.agrees(i, m))
    }

    /// Returns whether two figures differ in nothing but where their units stand: 12조4천억 and 1조2400억.
    fn same_digits(&self, i: usize, j: usize) -> bool {
        *self.class != Class::Time && self.digits(i).len() >= 3 && self.digits(i) == self.digits(j)
    }

    /// Returns whether two figures of two digits differ in nothing but where their units stand: 83만원 and 83억원, not 14만명 and
    /// 10만4000명, nor 5200억원 정도.
    fn other_scale(&self, i: usize, j: usize) -> bool {
        matches!(self.class, Class::Money | Class::Count(_) | Class::Measure(_))
            && self.digits(i).len() == 2
            && self.digits(i) == self.digits(j)
            && figure::same_told(self.value(i), self.value(j))
    }

    /// Returns whether two figures, each the only one of its article, have the same two digits the other way round: 58차례 and
    /// 85차례.
    fn are_swapped(&self, i: usize, j: usize) -> bool {
        let (a, b) = (self.digits(i), self.digits(j));
        a.len() == 2 && b.len() == 2 && a[0] == b[1] && a[1] == b[0] && self.is_only(i) && self.is_only(j)
    }

    fn digits(&self, i: usize) -> &[u8] {
        self.digits[i].get_or_init(|| figure::spoken_digits(self.said(i)))
    }

    /// Returns whether two figures are the same but for a 만 that one of them lacks: 2천원 and 2천만원.
    fn lacks_myriad(&self, i: usize, j: usize) -> bool {
        let said = |k: usize| -> String { self.said(k).chars().filter(|c| *c != ' ' && *c != ',').collect() };
        if self.digits(i) != self.digits(j) || self.digits(i).is_empty() {
            return false;
        }
        let (a, b) = (said(i), said(j));
        let (short, long) = if a.len() < b.len() { (a, b) } else { (b, a) };
        short.len() + 3 == long.len()
            && !short.contains('만')
            && long.contains('만')
            && long.replacen('만', "", 1) == short
    }

    /// Returns whether a figure says a number of its own that can differ: not 이날, nor 한 해 of `한 해 수백만명이 찾는`.
    fn is_stated(&self, i: usize) -> bool {
        figure::is_stated(self.value(i)) && !matches!(self.said(i), "한 해" | "한해" | "한 달" | "한달" | "하루")
    }

    /// Returns whether the words right before or right behind two figures are the same.
    fn touch(&self, i: usize, j: usize) -> bool {
        let (a, b) = (&self.mentions[i], &self.mentions[j]);
        let rows = &self.alignment.rows;
        let around = anchors(&rows[a.row], a.unit, &rows[b.row], b.unit, 1);
        around.left + around.right > 0
    }
}

/// Returns whether a mention stands in a headline, subhead or caption.
pub fn outside_copy(alignment: &Alignment<'_>, m: &Mention<'_>) -> bool {
    let doc = &alignment.rows[m.row].reading.doc;
    matches!(
        doc.sentences[m.claim.sentence as usize].kind,
        crate::text::BlockKind::Title | crate::text::BlockKind::Subhead | crate::text::BlockKind::Caption
    )
}
