//! The same words given to another speaker.
//!
//! Only sides that are never one are told apart: 검찰 and 재판부, 노조 and 사측, two persons with full names. 서울시 and
//! 시장, 정부 and 국토부 speak for one another.

use super::Scene;
use super::name::claim_over;
use super::quote::Utterance;
use super::report::{Found, loc};
use crate::align::{Alignment, Row};
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
#[derive(Clone, Copy, PartialEq, Eq)]
enum Who<'a> {
    /// A line of [`SIDES`].
    Side(usize),
    /// A person, by full name.
    Person(&'a str),
    /// A person of whom a letter is told: D씨.
    Letter(&'a str),
}

/// Returns the speakers to whom one article alone gives words that the others give to somebody else; `copied` holds
/// pairs of utterances of the same words.
pub(super) fn found(scene: Scene<'_>, alignment: &Alignment<'_>, copied: &[(&Utterance, &Utterance)]) -> Vec<Found> {
    let lexicon = &scene.rules.lexicon;
    let mut pairs: Vec<(Speaker<'_>, Speaker<'_>)> = copied
        .iter()
        .filter_map(|(a, b)| Some((speaker(alignment, a, lexicon)?, speaker(alignment, b, lexicon)?)))
        .collect();
    pairs.retain(|(a, b)| match (a.who, b.who) {
        (Who::Side(_), Who::Side(_)) | (Who::Person(_), Who::Person(_)) => true,
        // D씨 is somebody else than the head of the office where an article that names the head has D씨, too.
        (Who::Letter(l), Who::Person(_)) => has_letter(alignment, b.row, l),
        (Who::Person(_), Who::Letter(l)) => has_letter(alignment, a.row, l),
        _ => false,
    });
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
        let letter = |of: &[&Speaker<'_>]| of.iter().any(|s| matches!(s.who, Who::Letter(_)));
        // Who leaves the name out knows less of who spoke.
        let turned = here > there || (here == there && letter(&theirs));
        let (odd, others) = if turned { (theirs, mine) } else { (mine, theirs) };
        let proven = here.min(there) == 1 && here.max(there) >= 2;
        let place = |s: &Speaker<'_>| loc(&alignment.rows[s.row], alignment.rows[s.row].units[s.unit].span);
        let at = place(odd[0]);
        if out.iter().any(|o| o.at == at || o.others.contains(&at)) {
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

/// Returns whether a row tells of a person by a letter: D씨, D(38)씨.
fn has_letter(alignment: &Alignment<'_>, row: usize, letter: &str) -> bool {
    let text = alignment.rows[row].reading.doc.text;
    text.match_indices(letter).any(|(at, _)| {
        let own = !text[..at].ends_with(|c: char| c.is_ascii_alphanumeric());
        own && text[at + letter.len()..].starts_with(['씨', '(', '군', '양'])
    })
}

/// What a speaker has said, behind 의: `고 과장의 말이다`.
const SPEECH: &[&str] = &["말", "설명", "지적", "이야기", "얘기", "조언", "주장", "해석", "당부", "소감"];

/// Verbs of speaking, as they begin.
const SAYING: &[&str] = &["말했", "말한", "밝혔", "전했", "강조했", "설명했", "덧붙였", "지적했", "당부했", "했다"];

/// Returns who says the utterance: what its sentence is about before it begins, else who is named right behind it.
fn speaker<'a>(alignment: &'a Alignment<'_>, said: &Utterance, lexicon: &Lexicon) -> Option<Speaker<'a>> {
    let row = &alignment.rows[said.row];
    let doc = &row.reading.doc;
    let sentence = row.sentence(row.sentence_of(said.units.start) as u32);
    // What an earlier utterance of the sentence is about does not speak.
    let inside = |u: usize| doc.quotations.iter().any(|q| q.double && q.inner.overlaps(row.units[u].span));
    let topic = (sentence.start..said.units.start).rfind(|&u| row.units[u].topic && !row.units[u].figure && !inside(u));
    let unit = match topic {
        Some(unit) => unit,
        None if said.units.start == sentence.start => behind(row, said)?,
        None => return None,
    };
    let text = doc.slice(row.units[unit].span);
    if inside(unit) {
        return None;
    }
    if let Some(side) = SIDES.iter().position(|names| names.iter().any(|n| text.ends_with(n))) {
        return Some(Speaker { row: said.row, unit, who: Who::Side(side) });
    }
    let start = row.sentence(row.sentence_of(unit) as u32).start;
    // `D씨는`, of which the letter and the rest may be two tokens.
    let letter = |u: usize| {
        let text = doc.slice(row.units[u].span).trim_end_matches('씨');
        (text.len() == 1 && text.bytes().all(|b| b.is_ascii_uppercase())).then_some(text)
    };
    let lettered = [unit, unit.saturating_sub(1)].into_iter().find(|&u| u >= start && letter(u).is_some());
    if let Some((u, l)) = lettered.and_then(|u| Some((u, letter(u)?)))
        && doc.text[row.units[u].span.start() + l.len()..].starts_with('씨')
    {
        return Some(Speaker { row: said.row, unit: u, who: Who::Letter(l) });
    }
    // `문채훈 시장은`, `문채훈 신경과 교수는`, `문 시장은`: the name stands before the role.
    let bare = |u: usize| matches!(doc.slice(doc.tokens[row.units[u].token as usize].josa()), "" | "과");
    let before = unit > start && row.units[unit - 1].name && bare(unit - 1);
    let role = lexicon.names.role_at_end(text).is_some() || topic.is_none() || before;
    let back = (start.max(unit.saturating_sub(3))..unit).rev().take_while(|&u| role && bare(u)).last();
    (back.unwrap_or(unit)..unit + 1).find_map(|named| {
        let spelt = doc.slice(row.units[named].span);
        let name = match claim_over(row, row.units[named].span) {
            Some(Value::Person { name, full, .. }) => full.as_deref().unwrap_or(name.as_str()),
            None if row.units[named].name && named < unit && spelt.len() == 9 => spelt,
            _ => return None,
        };
        // 소방청 has the shape of a name.
        let person = name.chars().count() >= 3 && !name.ends_with(['청', '처']);
        person.then_some(Speaker { row: said.row, unit: named, who: Who::Person(name) })
    })
}

/// Returns the unit of who is named behind an utterance with which a sentence begins, in that sentence or, where the
/// utterance is all of it, in the next: `“…” 고은결 과장의 말이다`, `“…” 고은결 과장은 말했다`.
fn behind(row: &Row<'_>, said: &Utterance) -> Option<usize> {
    let doc = &row.reading.doc;
    let s = row.sentence_of(said.units.start);
    let own = row.sentence(s as u32);
    let rest = if said.units.end < own.end {
        said.units.end..own.end
    } else {
        let next = doc.sentences.get(s + 1)?;
        if doc.quotations.iter().any(|q| q.double && next.span.contains(q.inner)) {
            return None;
        }
        row.sentence(s as u32 + 1)
    };
    let word = |u: usize| doc.slice(doc.tokens[row.units[u].token as usize].span);
    let josa = |u: usize| doc.slice(doc.tokens[row.units[u].token as usize].josa());
    let speaks = |&u: &usize| {
        u + 1 < rest.end
            && match josa(u) {
                "의" => SPEECH.iter().any(|w| word(u + 1).starts_with(w)),
                "은" | "는" | "이" | "가" => SAYING.iter().any(|w| word(u + 1).starts_with(w)),
                _ => false,
            }
    };
    rest.clone().take(8).find(speaks)
}
