//! The same words given to another speaker.
//!
//! Only sides that are never one are told apart: 검찰 and 재판부, 노조 and 사측, two persons with full names. 서울시 and
//! 시장, 정부 and 국토부 speak for one another.

use super::Scene;
use super::name::claim_over;
use super::quote::Utterance;
use super::report::{Found, loc};
use crate::align::Alignment;
use crate::claim::{Lexicon, Value};

/// Who speaks of a matter and is never the other: each line is one side, by how its names end.
const SIDES: &[&[&str]] = &[
    &["재판부", "법원", "지법", "고법", "재판장"],
    &["검찰", "지검", "고검", "검찰청", "검사"],
    &["변호인", "변호인단", "변호사", "피고인"],
    &["경찰", "경찰청", "경찰서"],
    &["유족", "유가족"],
    &["노조", "노동조합"],
    &["사측", "회사"],
    &["여당"],
    &["야당"],
];

/// A speaker at its place.
struct Speaker<'a> {
    row: usize,
    unit: usize,
    who: Who<'a>,
}

/// Who it is.
#[derive(PartialEq, Eq)]
enum Who<'a> {
    /// A line of [`SIDES`].
    Side(usize),
    /// A person, by full name.
    Person(&'a str),
}

/// Returns the speakers to whom one article alone gives words that the others give to somebody else; `copied` holds
/// pairs of utterances of the same words.
pub(super) fn found(scene: Scene<'_>, alignment: &Alignment<'_>, copied: &[(&Utterance, &Utterance)]) -> Vec<Found> {
    let lexicon = &scene.rules.lexicon;
    let mut pairs: Vec<(Speaker<'_>, Speaker<'_>)> = copied
        .iter()
        .filter_map(|(a, b)| Some((speaker(alignment, a, lexicon)?, speaker(alignment, b, lexicon)?)))
        .collect();
    pairs.retain(|(a, b)| matches!((&a.who, &b.who), (Who::Side(_), Who::Side(_)) | (Who::Person(_), Who::Person(_))));
    let mut out: Vec<Found> = Vec::new();
    for (a, b) in &pairs {
        if !apart(&a.who, &b.who) {
            continue;
        }
        // All who have these words, and to whom they give them.
        let mut given: Vec<&Speaker<'_>> = Vec::new();
        for (x, y) in &pairs {
            let at = |s: &Speaker<'_>| (s.row, s.unit);
            if [x, y].iter().any(|s| at(s) == at(a) || at(s) == at(b)) {
                for s in [x, y] {
                    if !given.iter().any(|g| at(g) == at(s)) {
                        given.push(s);
                    }
                }
            }
        }
        let (mine, theirs): (Vec<&Speaker<'_>>, Vec<&Speaker<'_>>) =
            given.iter().copied().partition(|g| g.who == a.who);
        if theirs.iter().any(|t| t.who != b.who) {
            continue;
        }
        let voices = |of: &[&Speaker<'_>]| alignment.voices(of.iter().map(|s| s.row));
        let (here, there) = (voices(&mine), voices(&theirs));
        let (odd, others) = if here > there { (theirs, mine) } else { (mine, theirs) };
        let proven = here.min(there) == 1 && here.max(there) >= 2;
        let place = |s: &Speaker<'_>| loc(&alignment.rows[s.row], alignment.rows[s.row].units[s.unit].span);
        let at = place(odd[0]);
        // Of two persons one against one nobody can tell who repeats the other.
        if (!proven && matches!(a.who, Who::Person(_))) || out.iter().any(|o| o.at == at) {
            continue;
        }
        let right = others[0];
        out.push(Found {
            at,
            expected: vec![alignment.rows[right.row].reading.doc.slice(place(right).span).to_owned()],
            confidence: if proven { 0.8 } else { 0.6 },
            proven,
            others: others.iter().map(|s| place(s)).collect(),
            reasons: vec!["같은 말을 다른 이가 한 것으로 적었다".to_owned()],
            replacement: None,
            safe: false,
        });
    }
    out
}

/// Returns whether the two are never one: a name with another surname is not the same one misspelt.
fn apart(a: &Who<'_>, b: &Who<'_>) -> bool {
    match (a, b) {
        (Who::Person(a), Who::Person(b)) => a.chars().next() != b.chars().next(),
        _ => a != b,
    }
}

/// Returns who says the utterance: what its sentence is about before it begins.
fn speaker<'a>(alignment: &'a Alignment<'_>, said: &Utterance, lexicon: &Lexicon) -> Option<Speaker<'a>> {
    let row = &alignment.rows[said.row];
    let sentence = row.sentence(row.sentence_of(said.units.start) as u32);
    let unit = (sentence.start..said.units.start).rfind(|&u| row.units[u].topic && !row.units[u].figure)?;
    let text = row.reading.doc.slice(row.units[unit].span);
    // What an earlier utterance of the sentence is about does not speak.
    let inside = row.reading.doc.quotations.iter().any(|q| q.double && q.inner.overlaps(row.units[unit].span));
    if inside {
        return None;
    }
    if let Some(side) = SIDES.iter().position(|names| names.iter().any(|n| text.ends_with(n))) {
        return Some(Speaker { row: said.row, unit, who: Who::Side(side) });
    }
    // `문채훈 시장은`, `문 시장은`: the name stands before the role.
    let role = lexicon.names.role_at_end(text).is_some();
    let named = if role && unit > sentence.start { unit - 1 } else { unit };
    match claim_over(row, row.units[named].span) {
        Some(Value::Person { name, full, .. }) => {
            let name = full.as_deref().unwrap_or(name.as_str());
            (name.chars().count() >= 3).then_some(Speaker { row: said.row, unit: named, who: Who::Person(name) })
        }
        _ => None,
    }
}
