//! What became of a value: how each place of it was read, what it was set beside, and what came of that.
//!
//! Nothing here is asked for by [`super::run`]: a trace works on the same [`Common`] and asks the checks what they would
//! say, so that it costs a run nothing and cannot say otherwise.

use super::report::loc;
use super::weigh::{DIRECTION, FIGURE, ODD};
use super::{Common, Scene, compare, name};
use crate::align::Row;
use crate::align::figure::{self, Agreement, Class, agreement};
use crate::align::rival::Rivalry;
use crate::align::slot::Slots;
use crate::align::{odd, slot};
use crate::claim::{Claim, Reading};
use crate::finding::Kind;
use crate::rule::{Check, Rule};
use crate::source::{Loc, Span, as_read};

/// A place of the value.
#[derive(Clone, PartialEq, Debug)]
pub struct Trace {
    /// The number of its event.
    pub event: u32,
    /// Where it stands, as said.
    pub at: Loc,
    /// How it was read; none where it is a word to the program and no more.
    pub claim: Option<Claim>,
    /// The other articles of the event.
    pub others: usize,
    /// What it was set beside, each place once; those that agree first, then the likeliest contradiction.
    pub met: Vec<Met>,
}

/// A place that another was set beside.
#[derive(Clone, PartialEq, Debug)]
pub struct Met {
    /// Where it stands.
    pub with: Loc,
    /// What the two mean for each other.
    pub outcome: Meeting,
}

/// What two places mean for each other.
#[derive(Clone, PartialEq, Debug)]
pub enum Meeting {
    /// They say the same.
    Agrees,
    /// They say the same, one less finely.
    Rounds,
    /// They differ, and so likely answer one question.
    Rival(Weighed),
}

/// How a pair that differs was weighed.
#[derive(Clone, PartialEq, Debug)]
pub struct Weighed {
    /// Whether the traced place is the one that stands alone; else it is what the other is held against.
    pub alone: bool,
    /// The rule that weighed it; none where no rule is for the kind.
    pub rule: Option<String>,
    /// How likely it is that both answer one question and one of them is wrong, before the rule's levels.
    pub signs: f32,
    /// What the levels of the rule leave of it: 0 where they let the difference pass.
    pub confidence: f32,
    /// The signs that say most, with what each adds (logarithm of the odds), the strongest first.
    pub strongest: Vec<(String, f32)>,
    /// Why it is no contradiction whatever the signs, if it is none.
    pub unless: Option<Unless>,
}

/// Why a pair is no contradiction whatever its signs.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Unless {
    /// More letters differ than the rule allows.
    TooFar,
    /// Both are words that Korean has, and the words around leave a doubt.
    BothWords,
    /// Both are persons, with different roles.
    TwoPeople,
    /// `%포인트` against `%`: one against one, either may be careless.
    PointForPercent,
}

/// How many signs are told.
const STRONGEST: usize = 4;

/// Returns the places of a value in an article: claims that mean the same, and words that are spelt so.
///
/// `read` is what the value claims on its own.
pub fn places(value: &str, read: &[Claim], reading: &Reading<'_>) -> Vec<(Span, Option<usize>)> {
    let doc = &reading.doc;
    let value = as_read(value.trim());
    let mut found: Vec<(Span, Option<usize>)> = Vec::new();
    if value.is_empty() {
        return found;
    }
    for (i, claim) in reading.claims.iter().enumerate() {
        let figure = figure::is_figure(&claim.value);
        let means = figure
            && read.iter().any(|r| {
                figure::class(&r.value).is_some()
                    && figure::class(&r.value) == figure::class(&claim.value)
                    && agreement(&r.value, &claim.value) == Agreement::Equal
            });
        if means || (figure && doc.slice(claim.span).contains(&*value)) {
            found.push((claim.span, Some(i)));
        }
    }
    for sentence in &doc.sentences {
        let text = doc.slice(sentence.span);
        let mut from = 0;
        while let Some(at) = text[from..].find(&*value).map(|at| from + at) {
            let span = Span::new(sentence.span.start() + at, sentence.span.start() + at + value.len());
            from = at + value.len();
            let word = doc.tokens.get(doc.token_at(span.start())).is_some_and(|t| t.span.start() == span.start());
            if word && !found.iter().any(|(f, _)| f.overlaps(span)) {
                let over = |c: &Claim| c.span.overlaps(span) && !matches!(c.value, crate::claim::Value::Quote { .. });
                found.push((span, reading.claims.iter().position(over)));
            }
        }
    }
    found.sort_by_key(|(span, _)| *span);
    found
}

/// Returns what became of places of an article of the event; `places` are spans with the index of their claim.
pub fn trace(scene: Scene<'_>, common: &Common<'_>, places: &[(Loc, Option<usize>)]) -> Vec<Trace> {
    let others = common.alignment.rows.len() - 1;
    let one = |&(at, claim): &(Loc, Option<usize>)| {
        let claim = claim.map(|c| scene.readings[at.article.index()].claims[c].clone());
        let mut met = Vec::new();
        if let Some(r) = common.alignment.rows.iter().position(|row| row.article() == at.article) {
            figures(scene, common, r, at.span, &mut met);
            words(scene, common, r, at.span, &mut met);
        }
        met.sort_by(|a: &Met, b: &Met| order(a).total_cmp(&order(b)).then(a.with.cmp(&b.with)));
        // Each of two may have been held against the other; the likelier way is told.
        let mut seen = Vec::new();
        met.retain(|m| !seen.contains(&m.with) && (seen.push(m.with), true).1);
        Trace { event: scene.event.id, at, claim, others, met }
    };
    places.iter().map(one).collect()
}

/// Orders what agrees before what differs, and that by likelihood.
fn order(met: &Met) -> f32 {
    match &met.outcome {
        Meeting::Agrees | Meeting::Rounds => -1.0,
        Meeting::Rival(w) => 1.0 - w.confidence,
    }
}

/// Adds what a figure, direction or place of a row was set beside.
fn figures(scene: Scene<'_>, common: &Common<'_>, row: usize, at: Span, met: &mut Vec<Met>) {
    let rows = &common.alignment.rows;
    let place = |m: &slot::Mention<'_>| loc(&rows[m.row], rows[m.row].units[m.unit].span);
    for (slots, rivalries) in &common.slots {
        let here = |m: &slot::Mention<'_>| m.row == row && rows[row].units[m.unit].span.overlaps(at);
        let Some(own) = slots.mentions.iter().position(here) else { continue };
        for other in slots.mentions.iter().filter(|m| m.row != row) {
            let outcome = match agreement(&slots.mentions[own].claim.value, &other.claim.value) {
                Agreement::Equal => Meeting::Agrees,
                Agreement::Rounds => Meeting::Rounds,
                Agreement::RoundsBare if compare::bare_agrees(scene.rules, &slots.class) => Meeting::Rounds,
                _ => continue,
            };
            met.push(Met { with: place(other), outcome });
        }
        for rivalry in rivalries {
            let with = match (rivalry.first == own, rivalry.second == own) {
                (true, _) => rivalry.second,
                (_, true) => rivalry.first,
                _ => continue,
            };
            let weighed = weighed(scene, common, slots, rivalry, rivalry.first == own);
            // Places differ all the time; no rule of the program makes anything of it.
            if weighed.rule.is_none() && slots.class == Class::Place {
                continue;
            }
            met.push(Met { with: place(&slots.mentions[with]), outcome: Meeting::Rival(weighed) });
        }
    }
}

fn weighed(scene: Scene<'_>, common: &Common<'_>, slots: &Slots<'_>, rivalry: &Rivalry, alone: bool) -> Weighed {
    let weights = if matches!(slots.class, Class::Direction(_)) { &DIRECTION } else { &FIGURE };
    let (a, b) = (&slots.mentions[rivalry.first].claim.value, &slots.mentions[rivalry.second].claim.value);
    let rule = rule_for(scene, compare::kind(&slots.class));
    let levels = rule.map_or(&[][..], |r| match &r.check {
        Check::Compare(c) => &c.level,
        _ => &[],
    });
    let signs = weights.confidence(&rivalry.signs);
    let unproven = figure::is_point_for_percent(a, b)
        && !compare::proven(&common.alignment, slots, rivalry)
        && !compare::copied(slots, rivalry);
    Weighed {
        alone,
        rule: rule.map(|r| r.id.clone()),
        signs,
        confidence: signs * compare::weight(levels, a, b),
        strongest: strongest(
            weights
                .signs
                .iter()
                .map(|(sign, w)| (format!("{sign:?}").to_lowercase(), w * rivalry.signs.get(*sign)))
                .collect(),
        ),
        unless: unproven.then_some(Unless::PointForPercent),
    }
}

/// Returns the rule that compares figures of a kind.
fn rule_for<'a>(scene: Scene<'a>, kind: Kind) -> Option<&'a Rule> {
    let compares = |r: &&Rule| r.kind == kind && matches!(r.check, Check::Compare(_) | Check::Polarity(_));
    scene.rules.rules.iter().find(compares)
}

/// Returns the signs that say most, with what each adds.
fn strongest(mut all: Vec<(String, f32)>) -> Vec<(String, f32)> {
    all.sort_by(|a, b| b.1.abs().total_cmp(&a.1.abs()));
    all.retain(|s| s.1.abs() >= 0.05);
    all.truncate(STRONGEST);
    all
}

/// Adds where the word of a place stands in other rows, and what it may be a slip of, or what of it.
fn words(scene: Scene<'_>, common: &Common<'_>, row: usize, at: Span, met: &mut Vec<Met>) {
    let rows = &common.alignment.rows;
    let units = |r: &Row<'_>, at: Span| {
        let first = r.units.partition_point(|u| u.span.end() <= at.start());
        let end = r.units.partition_point(|u| u.span.start() < at.end());
        (first, end)
    };
    let (first, end) = units(&rows[row], at);
    let own = &rows[row].units[first..end.max(first)];
    if own.is_empty() || own.iter().any(|u| u.figure) {
        return;
    }
    for (r, other) in rows.iter().enumerate().filter(|(r, _)| *r != row) {
        let same = |w: &[crate::align::Unit]| w.iter().zip(own).all(|(a, b)| a.word == b.word);
        for (u, window) in other.units.windows(own.len()).enumerate().filter(|(_, w)| same(w)) {
            let span = Span::new(window[0].span.start(), other.units[u + own.len() - 1].span.end());
            let with = loc(&rows[r], span);
            if !met.iter().any(|m| m.with == with) {
                met.push(Met { with, outcome: Meeting::Agrees });
            }
        }
    }
    let here =
        |places: &[odd::Place]| places.iter().any(|&(r, u)| r as usize == row && (first..end).contains(&(u as usize)));
    for odd in &common.odd {
        let (alone, others) = match (here(&odd.places), here(&odd.holders)) {
            (true, _) => (true, &odd.holders),
            (_, true) => (false, &odd.places),
            _ => continue,
        };
        let Some(&(r, u)) = others.first() else { continue };
        let with = loc(&rows[r as usize], rows[r as usize].units[u as usize].span);
        met.push(Met { with, outcome: Meeting::Rival(odd_weighed(scene, common, odd, alone)) });
    }
}

fn odd_weighed(scene: Scene<'_>, common: &Common<'_>, odd: &odd::Odd, alone: bool) -> Weighed {
    let values = odd.signs.values();
    let kind = name::kind(common, odd);
    let rule = scene.rules.rules.iter().find(|r| r.kind == kind && within(r).is_some());
    let signs = ODD.confidence(&values).max(odd.no_word);
    let unless = if rule.and_then(within).is_some_and(|most| odd.slip.letters() > most) {
        Some(Unless::TooFar)
    } else if odd.no_word == 0.0 && !name::enclosed_enough(common, odd, &scene.rules.lexicon) {
        Some(Unless::BothWords)
    } else if name::two_people(common, odd) {
        Some(Unless::TwoPeople)
    } else {
        None
    };
    Weighed {
        alone,
        rule: rule.map(|r| r.id.clone()),
        signs,
        confidence: if unless.is_some() { 0.0 } else { signs },
        strongest: strongest(
            odd::Signs::NAMES
                .iter()
                .zip(ODD.signs.iter().zip(&values))
                .map(|(n, (w, v))| ((*n).to_owned(), w * v))
                .collect(),
        ),
        unless,
    }
}

/// Returns how many letters may differ for a rule that compares spellings.
fn within(rule: &Rule) -> Option<usize> {
    match &rule.check {
        Check::Name(c) => Some(c.jamo_within),
        Check::Wording(c) => Some(c.jamo_within),
        _ => None,
    }
}
