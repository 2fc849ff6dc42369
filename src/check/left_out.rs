//! What one outlet says is part of a change and the others that it is left out: `전세버스도 함께 오른다`, `전세버스는 이번 인상에서 빠졌다`.

use super::report::{Found, loc};
use super::{Common, Scene};
use crate::align::Row;
use crate::claim::Value;
use crate::finding::Finding;
use crate::rule::Rule;
use crate::source::Span;

/// Words of what is left out, by the beginning of the last word of its sentence.
const OUT: &[&str] = &["빠졌", "빠진", "제외됐", "제외된", "제외했", "동결됐", "동결된", "동결했"];

/// Words of what goes with others, before the last word of a sentence.
const ALONG: &[&str] = &["함께", "같이", "나란히"];

/// Words at the end of a sentence that tell of a change or of what belongs to it.
const CHANGES: &[&str] = &[
    "오른", "올랐", "오릅", "인상", "내린", "내렸", "내립", "인하", "늘어", "줄어", "적용", "포함", "바뀐", "바뀌",
    "대상",
];

/// A thing that a sentence begins with, and whether it goes with others or is left out.
struct Told {
    row: usize,
    word: u32,
    out: bool,
    at: Span,
}

/// Returns a finding for each thing that goes along in fewer outlets than leave it out, or the other way round.
pub(super) fn check(scene: Scene<'_>, common: &Common<'_>, rule: &Rule) -> Vec<Finding> {
    let rows = &common.alignment.rows;
    let all: Vec<Told> = rows.iter().enumerate().flat_map(|(r, row)| told(r, row)).collect();
    let mut found = Vec::new();
    for (i, a) in all.iter().enumerate() {
        let of = |out: bool| -> Vec<&Told> { all.iter().filter(|b| b.word == a.word && b.out == out).collect() };
        let (own, others) = (of(a.out), of(!a.out));
        let voices = |of: &[&Told]| common.alignment.voices(of.iter().map(|t| t.row));
        let (here, there) = (voices(&own), voices(&others));
        let both = own.iter().any(|t| others.iter().any(|o| o.row == t.row));
        let first = all.iter().position(|b| b.word == a.word && (there > here || b.out == a.out)) == Some(i);
        if there < here || there == 0 || both || (there == here && (a.out || !first)) {
            continue;
        }
        let proven = there >= 2 && here == 1;
        let expected = rows[others[0].row].reading.doc.slice(others[0].at).to_owned();
        let finding = Found {
            at: loc(&rows[a.row], a.at),
            expected: vec![expected],
            confidence: if proven { 0.9 } else { 0.7 },
            proven,
            others: others.iter().map(|t| loc(&rows[t.row], t.at)).collect(),
            reasons: vec!["같은 것을 두고 방향만 다르다".to_owned()],
            replacement: None,
            safe: false,
        };
        found.push(finding.finding(scene, rule));
    }
    found
}

fn told(r: usize, row: &Row<'_>) -> Vec<Told> {
    let doc = &row.reading.doc;
    let mut out = Vec::new();
    for claim in &row.reading.claims {
        // Each of them holds a direction: 빠졌다, 오른다, 포함됐다.
        let Value::Direction { .. } = claim.value else { continue };
        let sentence = &doc.sentences[claim.sentence as usize];
        let units = row.sentence(claim.sentence);
        let text = doc.slice(sentence.span);
        if text.len() > 120 || units.len() < 3 || text.contains(['"', '“', ',']) {
            continue;
        }
        let last = text.rsplit(' ').next().unwrap_or("");
        if Span::within(doc.text, last).start() > claim.span.start() {
            continue;
        }
        let josa = doc.slice(doc.tokens[row.units[units.start].token as usize].josa());
        let word = row.units[units.start].word;
        let at = Span::new(row.units[units.start].span.start(), sentence.span.end());
        let left = matches!(josa, "은" | "는") && OUT.iter().any(|w| last.starts_with(w)) && text.contains("에서 ");
        let along =
            josa == "도" && CHANGES.iter().any(|w| last.starts_with(w)) && text.split(' ').any(|w| ALONG.contains(&w));
        if (left || along) && !row.units[units.start].figure {
            out.push(Told { row: r, word, out: left, at });
        }
    }
    out
}
