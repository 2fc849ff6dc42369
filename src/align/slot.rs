//! Slots: figures of several outlets that answer the same question.
//!
//! A figure that another outlet states too, in like words, is confirmed. One that nobody states is set beside every
//! figure of its class that the others state and it lacks (mutual absence), and each such [`Rivalry`] is weighed by
//! what speaks for one question behind both: words around them, copied neighbours, how many outlets hold the other.

use super::context::{Context, anchors};
use super::figure::{self, Agreement, Class};
use super::{Alignment, Row};
use crate::claim::{Claim, Value};
use std::cell::{Cell, OnceCell};

/// A figure at its place.
#[derive(Clone, Debug)]
pub struct Mention<'a> {
    /// The index of its row.
    pub row: usize,
    /// The index of its unit in the row.
    pub unit: usize,
    /// The claim.
    pub claim: &'a Claim,
}

/// All figures of one class.
#[derive(Clone, Debug)]
pub struct Slots<'a> {
    /// What they count.
    pub class: Class,
    /// The figures by row and place.
    pub mentions: Vec<Mention<'a>>,
}

/// Returns the figures of an event by class, for those classes that at least two rows have; order: first mention.
pub fn slots<'a>(alignment: &Alignment<'a>) -> Vec<Slots<'a>> {
    let mut classes: Vec<(u32, usize)> = Vec::new();
    let mut out: Vec<Slots<'a>> = Vec::new();
    for (r, row) in alignment.rows.iter().enumerate() {
        for (u, unit) in row.units.iter().enumerate() {
            let Some(claim) = unit.claim.map(|c| &row.reading.claims[c as usize]) else { continue };
            let at = match classes.iter().find(|(class, _)| *class == unit.class) {
                Some(&(_, at)) => at,
                None => {
                    let Some(class) = figure::class(&claim.value) else { continue };
                    classes.push((unit.class, out.len()));
                    out.push(Slots { class, mentions: Vec::new() });
                    out.len() - 1
                }
            };
            out[at].mentions.push(Mention { row: r, unit: u, claim });
        }
    }
    out.retain(|s| s.mentions.iter().any(|m| m.row != s.mentions[0].row));
    out
}

/// How a pair of figures of two rows looks: everything that speaks for or against one question behind both.
#[derive(Clone, Copy, PartialEq, Debug, Default)]
pub struct Signs {
    /// Likeness of the words around them.
    pub context: f32,
    /// Copied words before them, at most 4.
    pub left: f32,
    /// Copied words behind them, at most 4.
    pub right: f32,
    /// The likeness in context of the best place of another row that states the same as the first.
    pub confirmed: f32,
    /// How many other rows state the same as the first, of all other rows.
    pub holders: f32,
    /// Whether the row of the second states the first, too: the likeness of that place to the first, plus 0.2.
    pub first_there: f32,
    /// Whether the row of the first states the second, too: the likeness of that place to the second, plus 0.2.
    pub second_here: f32,
    /// How many rows state the second, of all rows.
    pub support: f32,
    /// How many voices beyond one state the second.
    pub majority: f32,
    /// By how much the pair is more alike than the first is to any other figure of the second's row.
    pub margin_there: f32,
    /// By how much the pair is more alike than the second is to any other figure of the first's row.
    pub margin_here: f32,
    /// Whether a typing slip leads from one to the other.
    pub slip: f32,
    /// How far apart they are in size: log of their ratio, at most 3.
    pub apart: f32,
    /// Whether one of them is hedged.
    pub hedged: f32,
    /// Whether they are small whole numbers, which meet by chance.
    pub small: f32,
    /// Figures that stand in both sentences, at most 3.
    pub shared_figures: f32,
    /// Rare words that stand in both sentences, at most 3.
    pub shared_words: f32,
    /// Status or period words (누적, 예정, 지난해) that stand in one of the clauses only.
    pub status: f32,
    /// Whether the same noun is counted.
    pub same_head: f32,
    /// Whether both count a noun, and not the same.
    pub other_head: f32,
    /// Whether the nearest name before both is the same.
    pub same_name: f32,
    /// Whether each has a name before it that the sentence of the other lacks.
    pub other_name: f32,
    /// Whether the first stands in a headline, subhead or caption.
    pub apart_from_copy: f32,
    /// Mutual absence: no other row states the first, and its row does not state the second.
    pub absent: f32,
    /// The likeness of the words around them where absence is mutual.
    pub absent_context: f32,
    /// How much better than any other pair of either this pair is: the smaller of the two margins.
    pub best_pair: f32,
    /// Whether all other rows state the second.
    pub all_others: f32,
    /// Copied words on both sides: the smaller number.
    pub enclosed: f32,
    /// Whether they are days, months or years.
    pub dates: f32,
    /// Whether they are clock times.
    pub times: f32,
    /// Whether they are ordinals or scores.
    pub ordinals: f32,
    /// Whether they are counts.
    pub counts: f32,
    /// Whether a typing slip leads from one to the other and they have three digits or more.
    pub long_slip: f32,
    /// Whether they have the same three or more digits in another order.
    pub shuffled: f32,
    /// Mutual absence of two that a slip leads between.
    pub absent_slip: f32,
}

impl Signs {
    /// The names of the signs, in the order of [`Signs::values`].
    pub const NAMES: [&'static str; 35] = [
        "context",
        "left",
        "right",
        "confirmed",
        "holders",
        "first_there",
        "second_here",
        "support",
        "majority",
        "margin_there",
        "margin_here",
        "slip",
        "apart",
        "hedged",
        "small",
        "shared_figures",
        "shared_words",
        "status",
        "same_head",
        "other_head",
        "same_name",
        "other_name",
        "apart_from_copy",
        "absent",
        "absent_context",
        "best_pair",
        "all_others",
        "enclosed",
        "dates",
        "times",
        "ordinals",
        "counts",
        "long_slip",
        "shuffled",
        "absent_slip",
    ];

    /// Returns the signs as numbers.
    pub fn values(&self) -> [f32; 35] {
        [
            self.context,
            self.left,
            self.right,
            self.confirmed,
            self.holders,
            self.first_there,
            self.second_here,
            self.support,
            self.majority,
            self.margin_there,
            self.margin_here,
            self.slip,
            self.apart,
            self.hedged,
            self.small,
            self.shared_figures,
            self.shared_words,
            self.status,
            self.same_head,
            self.other_head,
            self.same_name,
            self.other_name,
            self.apart_from_copy,
            self.absent,
            self.absent_context,
            self.best_pair,
            self.all_others,
            self.enclosed,
            self.dates,
            self.times,
            self.ordinals,
            self.counts,
            self.long_slip,
            self.shuffled,
            self.absent_slip,
        ]
    }
}

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

/// Returns every pair of a figure and a figure of another row that do not agree and have any word in common around
/// them, the best second for each value only. `bare_agrees`: `1조8000억` without 약 is `1조8147억` said less finely.
pub fn rivalries(alignment: &Alignment<'_>, slots: &Slots<'_>, bare_agrees: bool) -> Vec<Rivalry> {
    let mentions = &slots.mentions;
    let n = mentions.len();
    let rows = alignment.rows.len();
    let agreements = Agreements::of(alignment, mentions);
    let agrees = |i: usize, j: usize| match agreements.between(i, j) {
        Agreement::Equal | Agreement::Rounds => true,
        Agreement::RoundsBare => bare_agrees,
        Agreement::Differs => false,
    };
    let likeness = Likeness::of(alignment, mentions);
    let near = |i: usize, j: usize| likeness.between(i, j);
    let status = |m: &Mention<'_>| status_words(&alignment.rows[m.row], m.unit);
    let mut out = Vec::new();
    for first in 0..n {
        let a = &mentions[first];
        if !figure::is_stated(&a.claim.value) {
            continue;
        }
        let own: Vec<usize> = (0..n).filter(|&j| agrees(first, j)).collect();
        let own_rows = count_rows(mentions, own.iter().copied(), a.row);
        // What everybody states nobody disputes.
        if own_rows + 1 == rows {
            continue;
        }
        let confirmed = own.iter().filter(|&&j| mentions[j].row != a.row).map(|&j| near(first, j)).fold(0.0, f32::max);
        let mut done = vec![false; n];
        let mut order: Vec<(f32, usize)> = (0..n)
            .filter(|&j| mentions[j].row != a.row && !agrees(first, j))
            .map(|j| (near(first, j), j))
            .filter(|o| o.0 >= 0.02)
            .collect();
        order.sort_by(|x, y| y.0.total_cmp(&x.0).then(x.1.cmp(&y.1)));
        for (alike, second) in order {
            if done[second] || !figure::is_stated(&mentions[second].claim.value) {
                continue;
            }
            let b = &mentions[second];
            let holders: Vec<usize> = (0..n).filter(|&j| agrees(second, j)).collect();
            for &h in &holders {
                done[h] = true;
            }
            let around = anchors(&alignment.rows[a.row], a.unit, &alignment.rows[b.row], b.unit, 4);
            let best = |of: usize, row: usize, not: &dyn Fn(usize) -> bool| {
                (0..n)
                    .filter(|&j| mentions[j].row == row && j != of && !not(j))
                    .map(|j| near(of, j))
                    .fold(0.0, f32::max)
            };
            let there =
                own.iter().filter(|&&j| mentions[j].row == b.row).map(|&j| 0.2 + near(first, j)).fold(0.0, f32::max);
            let here = holders
                .iter()
                .filter(|&&j| mentions[j].row == a.row)
                .map(|&j| 0.2 + near(second, j))
                .fold(0.0, f32::max);
            let holder_rows = count_rows(mentions, holders.iter().copied(), a.row);
            let voices = alignment.voices(holders.iter().map(|&h| mentions[h].row).filter(|&r| r != a.row));
            let shape = figure::shape(&a.claim.value, &b.claim.value);
            let shared = shared(alignment, a, b);
            let heads = heads(alignment, a, b);
            let named = names(alignment, a, b);
            let margin_there = alike - best(first, b.row, &|j| agrees(second, j));
            let margin_here = alike - best(second, a.row, &|j| agrees(first, j));
            let absent = is(own_rows == 0 && here == 0.0);
            let signs = Signs {
                context: alike,
                left: f32::from(around.left),
                right: f32::from(around.right),
                confirmed,
                holders: own_rows as f32 / (rows - 1).max(1) as f32,
                first_there: there,
                second_here: here,
                support: holder_rows as f32 / (rows - 1).max(1) as f32,
                majority: voices.saturating_sub(1).min(3) as f32,
                margin_there,
                margin_here,
                slip: is(shape.slip),
                apart: shape.apart,
                hedged: is(shape.hedged),
                small: is(shape.small),
                shared_figures: shared.0,
                shared_words: shared.1,
                status: (status(a) ^ status(b)).count_ones().min(3) as f32,
                same_head: is(heads == Some(true)),
                other_head: is(heads == Some(false)),
                same_name: is(named == Some(true)),
                other_name: is(named == Some(false)),
                apart_from_copy: is(outside_copy(alignment, a)),
                absent,
                absent_context: absent * alike,
                best_pair: margin_there.min(margin_here),
                all_others: is(holder_rows + 1 == rows),
                enclosed: f32::from(around.left.min(around.right)),
                dates: is([Class::Day, Class::Month, Class::Year].contains(&slots.class)),
                times: is(slots.class == Class::Time),
                ordinals: is(matches!(slots.class, Class::Ordinal(_) | Class::Score)),
                counts: is(matches!(slots.class, Class::Count(_))),
                long_slip: is(shape.long_slip),
                shuffled: is(shape.shuffled),
                absent_slip: absent * is(shape.slip),
            };
            out.push(Rivalry { first, second, holders, own: own.clone(), signs });
        }
    }
    out
}

/// What every two figures mean for each other.
struct Agreements {
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
    fn of(alignment: &Alignment<'_>, mentions: &[Mention<'_>]) -> Agreements {
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
                bare |= same == Agreement::RoundsBare;
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
                if a.row == b.row || self.between(i, j) != Agreement::RoundsBare {
                    continue;
                }
                let around = anchors(&alignment.rows[a.row], a.unit, &alignment.rows[b.row], b.unit, 4);
                if around.left.min(around.right) >= 1 && around.left + around.right >= 4 {
                    out.push((i, j));
                }
            }
        }
        out
    }

    fn between(&self, i: usize, j: usize) -> Agreement {
        match self.table[self.values[i] * self.count + self.values[j]] {
            Agreement::RoundsBare if self.copied.binary_search(&(i, j)).is_ok() => Agreement::Differs,
            other => other,
        }
    }
}

/// What stands around figures, worked out for those that are asked for.
struct Likeness<'m, 'a> {
    alignment: &'m Alignment<'a>,
    mentions: &'m [Mention<'a>],
    contexts: Vec<OnceCell<Context>>,
    pairs: Vec<Cell<f32>>,
}

impl<'m, 'a> Likeness<'m, 'a> {
    fn of(alignment: &'m Alignment<'a>, mentions: &'m [Mention<'a>]) -> Likeness<'m, 'a> {
        let n = mentions.len();
        Likeness { alignment, mentions, contexts: vec![OnceCell::new(); n], pairs: vec![Cell::new(UNKNOWN); n * n] }
    }

    fn context(&self, i: usize) -> &Context {
        self.contexts[i].get_or_init(|| {
            let m = &self.mentions[i];
            Context::of(&self.alignment.rows[m.row], &self.alignment.words, m.unit)
        })
    }

    /// Returns how alike the words around two figures are, 0 to 1; 0 inside one sentence.
    fn between(&self, i: usize, j: usize) -> f32 {
        let n = self.mentions.len();
        let known = self.pairs[i * n + j].get();
        if known != UNKNOWN {
            return known;
        }
        let (a, b) = (&self.mentions[i], &self.mentions[j]);
        let near = if a.row == b.row && a.claim.sentence == b.claim.sentence {
            0.0
        } else {
            self.context(i).likeness(self.context(j))
        };
        self.pairs[i * n + j].set(near);
        self.pairs[j * n + i].set(near);
        near
    }
}

/// A likeness not worked out yet.
const UNKNOWN: f32 = -1.0;

/// Returns a yes as 1.
fn is(yes: bool) -> f32 {
    f32::from(u8::from(yes))
}

/// Returns how many rows other than `not` hold one of the mentions.
fn count_rows(mentions: &[Mention<'_>], of: impl Iterator<Item = usize>, not: usize) -> usize {
    let mut rows: Vec<usize> = of.map(|j| mentions[j].row).filter(|&r| r != not).collect();
    rows.sort_unstable();
    rows.dedup();
    rows.len()
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
        let word = row.units[sentence.start..m.unit].iter().rev().find(|u| u.name).map(|u| u.word);
        word.map(|w| (w, &row.units[sentence]))
    };
    let ((x, sa), (y, sb)) = (near(a)?, near(b)?);
    if x == y {
        return Some(true);
    }
    let has = |s: &[super::Unit], w: u32| s.iter().any(|u| u.word == w);
    (!has(sa, y) && !has(sb, x)).then_some(false)
}

/// Returns whether a mention stands in a headline, subhead or caption.
fn outside_copy(alignment: &Alignment<'_>, m: &Mention<'_>) -> bool {
    let doc = &alignment.rows[m.row].reading.doc;
    matches!(
        doc.sentences[m.claim.sentence as usize].kind,
        crate::text::BlockKind::Title | crate::text::BlockKind::Subhead | crate::text::BlockKind::Caption
    )
}

/// Words that say of when or in what state a figure holds; two figures under different ones are two questions.
const STATUS: &[&str] = &[
    "누적",
    "예정",
    "목표",
    "계획",
    "예상",
    "전망",
    "추산",
    "잠정",
    "확정",
    "당초",
    "애초",
    "지난해",
    "작년",
    "올해",
    "전년",
    "내년",
    "전분기",
    "상반기",
    "하반기",
    "지난달",
    "이달",
    "전월",
    "종전",
    "기존",
    "최대",
    "최소",
    "평균",
    "하루",
    "연간",
    "현재",
    "이전",
    "당시",
    "처음",
    "직전",
    "재작년",
    "앞서",
    "평소",
    "이후",
    "1분기",
    "2분기",
    "3분기",
    "4분기",
    "국내",
    "해외",
    "남성",
    "여성",
    "남자",
    "여자",
];

/// Returns which status words stand in the clause of a unit, as bits.
fn status_words(row: &Row<'_>, at: usize) -> u64 {
    let sentence = row.sentence(row.sentence_of(at) as u32);
    let mut bits = 0;
    let mut look = |i: usize| {
        let text = row.reading.doc.slice(row.units[i].span);
        if row.units[i].figure || !(6..=9).contains(&text.len()) {
            return;
        }
        // One byte tells most words apart without a comparison of strings.
        let last = text.as_bytes().last();
        if let Some(k) = STATUS.iter().position(|s| s.as_bytes().last() == last && text == *s) {
            bits |= 1 << k;
        }
    };
    for i in (sentence.start..at).rev().take(6) {
        if row.units[i].clause_end && i + 1 < at {
            break;
        }
        look(i);
    }
    if at + 1 < sentence.end && !row.units[at].clause_end {
        look(at + 1);
    }
    bits
}
