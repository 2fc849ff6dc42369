//! Places that one article puts into another county, province or country than the others: `김천시 황간면`, `영동군 황간면`.

use super::Place;
use crate::align::Alignment;
use crate::align::copy::{By, Swap};
use crate::claim::{Lexicon, Value};
use crate::source::Span;

/// A place right behind the one that it lies in.
struct Within<'a> {
    at: Place,
    /// The one that it lies in.
    whole: &'a str,
    /// The word of the place itself.
    part: u32,
    /// What the whole ends in, as far as it tells its level.
    level: char,
}

/// Towns and districts of which there are several: each province has its own.
const TWICE: &[&str] =
    &["고성군", "고성", "광주시", "광주", "중구", "동구", "서구", "남구", "북구", "강서구", "시내", "중앙동"];

/// Returns the wholes that one article alone gives to a place of which the others give another of the same level.
pub(super) fn withins(alignment: &Alignment<'_>, lexicon: &Lexicon) -> Vec<Swap> {
    let rows = &alignment.rows;
    let names = &lexicon.names;
    let mut all: Vec<Within<'_>> = Vec::new();
    for (r, row) in rows.iter().enumerate() {
        let doc = &row.reading.doc;
        for sentence in &row.sentences {
            for u in sentence.start as usize..(sentence.end as usize).saturating_sub(1) {
                let (unit, next) = (&row.units[u], &row.units[u + 1]);
                // One blank between them, and no particle.
                let beside = Span::new(unit.spelt.end(), next.spelt.start());
                if beside.len() != 1 || unit.figure || next.figure || unit.spelt.len() < 6 {
                    continue;
                }
                if alignment.words.articles(next.word) < 2 {
                    continue;
                }
                let (whole, part) = (doc.slice(unit.spelt), doc.slice(next.spelt));
                let claimed =
                    next.claim.is_some_and(|c| matches!(row.reading.claims[c as usize].value, Value::Place(_)));
                // 도르드레흐트 is no word: a name.
                let name = || part.len() >= 12 && names.foreign(part) > 0 && !lexicon.vocabulary.analyses(part);
                let local = whole.ends_with(['시', '군', '구']);
                let town = part.len() == 9 && local && part.ends_with(['읍', '면', '동', '리']);
                if doc.slice(beside) != " " || !(claimed || town || part.len() >= 12) || !names.is_place(whole) {
                    continue;
                }
                if claimed || town || name() {
                    // 저장성 lies in 중국, 조지아주 in 미국.
                    let level = match whole.chars().next_back() {
                        Some('시' | '군') => '시',
                        Some('도' | '성' | '주' | '현') => '도',
                        Some(c @ ('구' | '국')) => c,
                        _ => ' ',
                    };
                    all.push(Within { at: (r, u), whole, part: next.word, level });
                }
            }
        }
    }
    let mut out = Vec::new();
    for odd in &all {
        let of = || all.iter().filter(|w| w.part == odd.part && w.level == odd.level);
        let alike = |w: &Within<'_>| w.whole.contains(odd.whole) || odd.whole.contains(w.whole);
        let others: Vec<&Within<'_>> = of().filter(|w| !alike(w)).collect();
        let Some(first) = others.first() else { continue };
        let own = of().filter(|w| w.whole == odd.whole);
        let nested = |a: &str, b: &str| {
            let both = format!("{a} {b}");
            rows.iter().any(|r| r.reading.doc.text.contains(&both))
        };
        if nested(odd.whole, first.whole) || nested(first.whole, odd.whole) {
            continue;
        }
        let lone = own.clone().count() == 1;
        let one = others.iter().all(|w| w.whole == first.whole);
        let voices = alignment.voices(others.iter().map(|w| w.at.0));
        let part = rows[odd.at.0].units[odd.at.1 + 1].spelt.of(rows[odd.at.0].reading.doc.text);
        if voices < 2 && TWICE.contains(&part) {
            continue;
        }
        let absent = || {
            let has = |r: usize, w: &str| rows[r].reading.doc.text.contains(w);
            others.iter().all(|w| w.at.0 != odd.at.0 && !has(w.at.0, odd.whole)) && !has(odd.at.0, first.whole)
        };
        if lone && one && (voices >= 2 || (absent() && odd.at > first.at)) {
            out.push(Swap { at: odd.at, others: others.iter().map(|w| w.at).collect(), by: By::Within });
        }
    }
    out
}
