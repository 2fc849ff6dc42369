//! Where one person is from: `고은별 후보는 목포 출신`, `여수 출신인 고은별 후보`.

use super::report::{Found, loc};
use super::{Common, Scene};
use crate::claim::Value;
use crate::claim::lexicon::{Level, Names};
use crate::source::Span;

/// A person with the place that they are from.
struct From<'a> {
    row: usize,
    name: &'a str,
    place: &'a str,
    level: Level,
    at: Span,
}

/// What follows 출신 where it is said of somebody.
const SAID: &[&str] = &["이다", "이며", "이고", "이지", "인 ", "으로", "의 ", "입니다", "이었"];

/// Returns the places that one outlet gives to somebody to whom the others give another of the same level.
pub(super) fn found(scene: Scene<'_>, common: &Common<'_>) -> Vec<Found> {
    let rows = &common.alignment.rows;
    let names = &scene.rules.lexicon.names;
    let mut all: Vec<From<'_>> = Vec::new();
    for (r, row) in rows.iter().enumerate() {
        for (at, _) in row.reading.doc.text.match_indices(" 출신") {
            all.extend(from(row.reading, names, r, at));
        }
    }
    let mut out = Vec::new();
    for (i, odd) in all.iter().enumerate() {
        let of: Vec<&From<'_>> = all.iter().filter(|f| f.name == odd.name && f.level == odd.level).collect();
        let (own, others): (Vec<&From<'_>>, Vec<&From<'_>>) = of.iter().copied().partition(|f| f.place == odd.place);
        let Some(other) = others.first() else { continue };
        let apart = others.iter().all(|o| o.place == other.place && own.iter().all(|f| f.row != o.row));
        let voices = |of: &[&From<'_>]| common.alignment.voices(of.iter().map(|f| f.row));
        let (here, there) = (voices(&own), voices(&others));
        // Of one against one the later is told.
        let later = here == there && own.iter().all(|f| f.row > other.row);
        if !apart || !(here < there || later) || all[..i].iter().any(|f| f.name == odd.name && f.place == odd.place) {
            continue;
        }
        let proven = here == 1 && there >= 2;
        out.push(Found::of_person(
            loc(&rows[odd.row], odd.at),
            other.place.to_owned(),
            proven,
            others.iter().map(|f| loc(&rows[f.row], f.at)).collect(),
            "한 사람의 출신지가 다르다",
        ));
    }
    out
}

/// Returns who is from the place that stands before ` 출신` at a byte of a text, if their sentence names nobody else.
fn from<'a>(reading: &'a crate::claim::Reading<'_>, names: &Names, row: usize, at: usize) -> Option<From<'a>> {
    let doc = &reading.doc;
    let token = &doc.tokens[doc.token_at(at.checked_sub(1)?)];
    let place = doc.slice(token.span);
    let level = names.level(place)?;
    let sentence = doc.sentence_at(token.span.start())? as u32;
    let mut persons = reading.claims.iter().filter(|c| c.sentence == sentence).filter_map(|c| match &c.value {
        Value::Person { name, full, .. } => Some(full.as_deref().unwrap_or(name)),
        _ => None,
    });
    let name = persons.next().filter(|n| n.chars().count() >= 3)?;
    // 포항 출신 의원들 are others.
    let rest = doc.text.get(at + " 출신".len()..)?;
    let of_person =
        rest.strip_prefix(' ').map_or_else(|| SAID.iter().any(|e| rest.starts_with(e)), |r| r.starts_with(name));
    if !of_person {
        return None;
    }
    persons.all(|n| n == name).then_some(From { row, name, place, level, at: token.span })
}
