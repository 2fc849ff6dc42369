//! One figure with opposite directions: 4.3%포인트 높아졌다 of one outlet, 4.3%포인트 내렸다 of the others.

use super::report::{Found, loc};
use super::{Common, Scene};
use crate::align::bearing::{Opposed, opposed};
use crate::align::bout::{Swap, swaps};
use crate::align::figure::Class;
use crate::align::moment::{Clash, clashes};
use crate::align::opposition::{LEAST, Opposition, oppositions};
use crate::align::tenor::tenor;
use crate::claim::Value;
use crate::finding::Finding;
use crate::rule::Rule;
use crate::source::Span;

/// Returns a finding for each direction that contradicts that of the same figure elsewhere.
pub(super) fn check(scene: Scene<'_>, common: &Common<'_>, rule: &Rule) -> Vec<Finding> {
    let mut told: Vec<Opposed> = common.slots.iter().flat_map(|(s, _)| opposed(&common.alignment, s)).collect();
    told.sort_by(|a, b| {
        let based = |o: &Opposed| is_based(common, o.at);
        let against = |o: &Opposed| tenor(&common.alignment.rows[o.at.0], o.at.1);
        // Who says against what it changed knows better.
        voices(common, b)
            .cmp(&voices(common, a))
            .then(against(a).cmp(&against(b)))
            .then(based(a).cmp(&based(b)))
            .then(b.close.total_cmp(&a.close))
            .then(a.at.cmp(&b.at))
    });
    let mut done: Vec<(usize, usize)> = Vec::new();
    let mut out: Vec<Finding> =
        swaps(&common.alignment).iter().map(|s| swapped(common, s).finding(scene, rule)).collect();
    let directions = &scene.rules.lexicon.directions;
    let bears = |class: &Class| match class {
        Class::Direction(pair) => !directions.is_loose(*pair),
        Class::Count(counter) => counter == "연승",
        _ => false,
    };
    let parts = |class: &Class| matches!(class, Class::Direction(pair) if directions.parts_people(*pair));
    let turns = |class: &Class| matches!(class, Class::Direction(pair) if directions.takes_turns(*pair));
    let bearing = common.slots.iter().filter(|(s, _)| bears(&s.class));
    // Whoever differs only from what is told as wrong is right.
    let mut wrong: Vec<(usize, usize)> = Vec::new();
    for o in bearing.flat_map(|(s, _)| oppositions(&common.alignment, s, parts(&s.class), turns(&s.class))) {
        if done.contains(&o.at) || o.others.iter().all(|p| wrong.contains(p)) {
            continue;
        }
        wrong.push(o.at);
        done.push(o.at);
        done.extend(&o.others);
        out.push(said_of_one(common, &o).finding(scene, rule));
    }
    for (s, _) in common.slots.iter().filter(|(s, _)| turns(&s.class)) {
        for c in clashes(&common.alignment, s) {
            if done.contains(&c.at) {
                continue;
            }
            done.push(c.at);
            done.extend(&c.others);
            out.push(at_one_minute(common, &c).finding(scene, rule));
        }
    }
    let is_loose = |&(row, unit): &(usize, usize)| {
        let row = &common.alignment.rows[row];
        let claim = row.units[unit].claim.map(|c| &row.reading.claims[c as usize].value);
        matches!(claim, Some(Value::Direction { pair, .. }) if directions.is_loose(*pair))
    };
    for o in told {
        if done.contains(&o.at) || is_loose(&o.at) || o.others.iter().all(|p| wrong.contains(p)) {
            continue;
        }
        // The other side of the contradiction is told with this one.
        done.push(o.at);
        done.extend(&o.others);
        out.push(found(common, &o).finding(scene, rule));
    }
    out
}

/// A bout that is given to the other side.
fn swapped(common: &Common<'_>, s: &Swap) -> Found {
    let rows = &common.alignment.rows;
    let place = |&(row, span): &(usize, Span)| loc(&rows[row], span);
    let proven = s.voices[0] == 1 && s.voices[1] >= 2;
    Found {
        at: place(&s.at),
        expected: s.others.iter().take(1).map(|o| rows[o.0].reading.doc.slice(o.1).to_owned()).collect(),
        confidence: if proven { 0.9 } else { 0.7 },
        proven,
        others: s.others.iter().map(place).collect(),
        reasons: vec!["이긴 쪽과 진 쪽이 뒤바뀌었다".to_owned()],
        replacement: None,
        safe: false,
    }
}

/// Returns whether the sentence of a direction says against what: 지난해보다.
fn is_based(common: &Common<'_>, (row, unit): (usize, usize)) -> bool {
    let row = &common.alignment.rows[row];
    let sentence = row.reading.doc.sentences[row.sentence_of(unit)].span;
    row.reading.doc.slice(sentence).contains("보다")
}

/// What is said of one thing with opposite directions.
fn said_of_one(common: &Common<'_>, o: &Opposition) -> Found {
    let rows = &common.alignment.rows;
    let place = |&(row, unit): &(usize, usize)| loc(&rows[row], rows[row].units[unit].span);
    let proven = o.voices >= 2;
    let least = LEAST[usize::from(proven)];
    let confidence = 0.55 + 0.06 * (o.strength - least) + if proven { 0.15 } else { 0.0 };
    Found {
        at: place(&o.at),
        expected: words(common, &o.others),
        confidence: confidence.min(0.95),
        proven,
        others: o.others.iter().map(place).collect(),
        reasons: vec!["같은 것을 두고 방향만 다르다".to_owned()],
        replacement: None,
        safe: false,
    }
}

/// What began and ended at one minute.
fn at_one_minute(common: &Common<'_>, c: &Clash) -> Found {
    let rows = &common.alignment.rows;
    let place = |&(row, unit): &(usize, usize)| loc(&rows[row], rows[row].units[unit].span);
    let proven = common.alignment.voices(c.others.iter().map(|o| o.0)) >= 2;
    Found {
        at: place(&c.at),
        expected: words(common, &c.others),
        confidence: if proven { 0.85 } else { 0.7 },
        proven,
        others: c.others.iter().map(place).collect(),
        reasons: vec!["같은 시각에 방향만 다르다".to_owned()],
        replacement: None,
        safe: false,
    }
}

/// Returns the words at some places, each once.
fn words(common: &Common<'_>, at: &[(usize, usize)]) -> Vec<String> {
    let rows = &common.alignment.rows;
    let mut out: Vec<String> = Vec::new();
    for &(row, unit) in at {
        let text = rows[row].reading.doc.slice(rows[row].units[unit].span).to_owned();
        if !out.contains(&text) {
            out.push(text);
        }
    }
    out
}

/// Returns how many voices give the figure the other direction.
fn voices(common: &Common<'_>, o: &Opposed) -> usize {
    common.alignment.voices(o.others.iter().map(|p| p.0))
}

fn found(common: &Common<'_>, o: &Opposed) -> Found {
    let rows = &common.alignment.rows;
    let place = |&(row, unit): &(usize, usize)| loc(&rows[row], rows[row].units[unit].span);
    let proven = voices(common, o) >= 2;
    let one = |yes: bool| f32::from(u8::from(yes));
    let confidence = 0.4 + 0.3 * o.close.min(1.0) + 0.12 * one(o.tied) + 0.12 * one(o.telling) + 0.15 * one(proven);
    Found {
        at: place(&o.at),
        expected: words(common, &o.others),
        confidence: confidence.min(0.97),
        proven,
        others: o.others.iter().map(place).collect(),
        reasons: vec!["같은 수에 방향만 다르다".to_owned()],
        replacement: None,
        safe: false,
    }
}
