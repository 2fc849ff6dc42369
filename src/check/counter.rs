//! Units and counters behind a number that are none, and one letter from one that the event counts by: `163억웝`, `60그구`,
//! `6.6%포진트`, `두 도히`.

use super::Scene;
use super::report::Found;
use crate::claim::Lexicon;
use crate::claim::lexicon::vocabulary::one_letter_off;
use crate::claim::tail::is_particle;
use crate::finding::Finding;
use crate::rule::Rule;
use crate::source::{Loc, Span};
use crate::text::token::{ByKey, key, key_of};
use crate::text::{Document, Script};

/// How sure a report is.
const SURE: f32 = 0.9;

/// Korean numerals that stand before what they count.
const NUMERALS: &[&str] = &["한", "두", "세", "네", "다섯", "여섯", "일곱", "여덟", "아홉", "열", "스무", "양", "여러"];

/// What stands behind numbers, and where.
struct Counted<'a> {
    word: &'a str,
    places: Vec<Loc>,
}

/// Returns a finding for each word behind a number that nothing is counted by.
pub(super) fn check(scene: Scene<'_>, rule: &Rule) -> Vec<Finding> {
    let lexicon = &scene.rules.lexicon;
    let mut index: ByKey<usize> = ByKey::default();
    let mut all: Vec<Counted<'_>> = Vec::new();
    for &article in &scene.event.articles {
        let doc = &scene.readings[article.index()].doc;
        for i in 1..doc.tokens.len() {
            let Some(span) = behind_number(doc, i) else { continue };
            let word = doc.slice(span);
            let n = *index.entry(key(word)).or_insert_with(|| {
                all.push(Counted { word, places: Vec::new() });
                all.len() - 1
            });
            all[n].places.push(Loc { article, span });
        }
    }
    let mut out = Vec::new();
    for counted in all.iter().filter(|c| c.places.len() == 1) {
        let (word, at) = (counted.word, counted.places[0]);
        if scene.sources.article(at.article).peer || is_known(word, lexicon) {
            continue;
        }
        let Some(meant) = meant(word, at, &index, &all, lexicon) else { continue };
        let found = Found {
            at,
            expected: vec![meant.word.to_owned()],
            confidence: SURE,
            proven: true,
            others: meant.places.clone(),
            reasons: vec!["이 사건에서 수 뒤에 쓰는 말과 글자 하나만 다르다".to_owned()],
            replacement: Some(meant.word.to_owned()),
            safe: true,
        };
        out.push(found.finding(scene, rule));
    }
    out
}

/// Returns the word behind a number, two syllables and more without its particle: 억원 of `163억원을`, 도시 of `두 도시의`.
fn behind_number(doc: &Document<'_>, i: usize) -> Option<Span> {
    let t = &doc.tokens[i];
    if t.script != Script::Hangul || !(6..=15).contains(&t.root) {
        return None;
    }
    let before = &doc.tokens[i - 1];
    let counts = match (before.script, t.spaced) {
        (Script::Number, false) => true,
        // 6.6%포인트
        (Script::Sign, false) => {
            doc.slice(before.span) == "%" && i >= 2 && doc.tokens[i - 2].script == Script::Number && !before.spaced
        }
        (Script::Hangul, true) => before.spaced && NUMERALS.contains(&doc.slice(before.span)),
        _ => false,
    };
    counts.then(|| t.root())
}

/// Returns whether things are counted by the word, or readers know it.
fn is_known(word: &str, lexicon: &Lexicon) -> bool {
    is_unit(word, lexicon)
        || is_inflected(word, lexicon)
        || lexicon.vocabulary.is_met(word)
        || lexicon.vocabulary.common(word) > 0
        || lexicon.names.is_place(word)
}

/// Returns whether the word is a unit with a particle that is not told from it, being short: `2명의`, `3개다`.
fn is_inflected(word: &str, lexicon: &Lexicon) -> bool {
    let bare = word.trim_start_matches(['십', '백', '천', '만', '억', '조']);
    if word.len() == 6 && is_particle(&word[3..]) {
        return true;
    }
    [word, bare].iter().any(|w| {
        lexicon.units.at(w).any(|u| {
            let rest = &w[u.word.len()..];
            is_particle(rest)
                || rest.starts_with(['다', '이', '인', '여', '째', '씩', '쯤', '께', '당', '간', '만', '짜'])
        })
    })
}

/// Returns whether the word is a unit or a counter, with or without a power of ten before it: 억원, 만달러, 가구.
fn is_unit(word: &str, lexicon: &Lexicon) -> bool {
    let unit = |w: &str| w.is_empty() || lexicon.units.at(w).any(|u| u.word.len() == w.len());
    unit(word) || unit(word.trim_start_matches(['십', '백', '천', '만', '억', '조']))
}

/// Returns what the event counts by that the word is one letter from: the most frequent.
fn meant<'c, 'a>(
    word: &str,
    at: Loc,
    index: &ByKey<usize>,
    all: &'c [Counted<'a>],
    lexicon: &Lexicon,
) -> Option<&'c Counted<'a>> {
    let mut best: Option<&Counted<'_>> = None;
    for (i, c) in word.char_indices() {
        for other in one_letter_off(c) {
            let mut utf8 = [0; 4];
            let other = other.encode_utf8(&mut utf8);
            let changed = word[..i].bytes().chain(other.bytes()).chain(word[i + c.len_utf8()..].bytes());
            let Some(found) = index.get(&key_of(changed)).map(|&n| &all[n]) else { continue };
            let often = found.places.len() >= 2 || found.places[0].article != at.article;
            let right =
                is_unit(found.word, lexicon) || lexicon.vocabulary.is_met(found.word) || found.places.len() >= 3;
            if often && right && best.is_none_or(|b| b.places.len() < found.places.len()) {
                best = Some(found);
            }
        }
    }
    best
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn units_with_powers_of_ten_are_units() {
        let lexicon = Lexicon::embedded();
        assert!(["억원", "천만원", "만달러", "가구", "억엔"].iter().all(|w| is_unit(w, &lexicon)));
        assert!(["명에", "개다", "억원의"].iter().all(|w| is_inflected(w, &lexicon)));
        assert!(["억웝", "욕원", "만닾러", "그구"].iter().all(|w| !is_known(w, &lexicon)));
    }
}
