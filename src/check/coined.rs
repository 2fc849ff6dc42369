//! Names that are told apart by where they stand and not by the words around them alone: coined ones in quotation marks, those
//! of who has the same post, those with two syllables that changed places.

use super::Common;
use super::name::beside;
use crate::align::odd::{Odd, Place, Slip};
use crate::align::site::figure_in_common;
use crate::claim::Lexicon;
use crate::claim::lexicon::Level;

/// How sure it is that of two names before which the same post stands, each of one article, one is wrong.
pub(super) const IN_POST: f32 = 0.58;

/// How sure it is that of two coined names in quotation marks, each of one article, one is wrong.
const COINED: f32 = 0.6;

/// How sure it is that two syllables of a name changed places behind the same word.
const MOVED: f32 = 0.75;

/// Returns how sure it is that of two names between single quotation marks, each of one article and no word that Korean
/// has, one is wrong: ‘솔벗회’, ‘솔밭회’; 0 where it is not so.
pub(super) fn coined(common: &Common<'_>, odd: &Odd, lexicon: &Lexicon) -> f32 {
    let quoted = |&(r, u): &Place| {
        let row = &common.alignment.rows[r as usize];
        let span = row.units[u as usize].spelt;
        row.reading.doc.quotations.iter().any(|q| !q.double && q.inner == span)
    };
    let one_row = |of: &[Place]| of.iter().all(|p| p.0 == of[0].0);
    let fits = matches!(odd.slip, Slip::Syllable(_))
        && odd.right.chars().count() >= 3
        && odd.signs.also_here == 0.0
        // Of one against one the later is told.
        && odd.places[0] > odd.holders[0]
        && one_row(&odd.holders)
        && odd.places.iter().any(quoted)
        && odd.holders.iter().any(quoted)
        && [&odd.wrong, &odd.right].iter().all(|w| lexicon.vocabulary.common(w) == 0 && !lexicon.names.is_noun(w));
    if fits { COINED } else { 0.0 }
}

/// Returns how sure it is that two syllables of a name which stands once and is no common word changed places, where the same
/// word stands before or behind it and two outlets have it the other way round: `완도군 청산도`; 0 where it is not so.
pub(super) fn moved(common: &Common<'_>, odd: &Odd, lexicon: &Lexicon) -> f32 {
    let fits = odd.slip == Slip::Swapped
        && odd.right.chars().count() >= 3
        && odd.signs.majority >= 1.0
        && odd.places.len() == 1
        && odd.signs.together == 0.0
        && lexicon.vocabulary.common(&odd.wrong) == 0
        && !lexicon.names.is_noun(&odd.wrong)
        && odd.holders.iter().any(|&h| beside(common, odd.places[0], h) > 0);
    if fits { MOVED } else { 0.0 }
}

/// Returns whether two Korean names that differ in one syllable, each in one article only, stand behind the same post: `2차관에
/// 엄기훈 실장을`, `2차관은 엄기춘 실장`.
pub(super) fn is_in_post(common: &Common<'_>, odd: &Odd, lexicon: &Lexicon) -> bool {
    let surname = |w: &str| w.len() == 9 && lexicon.names.has_surname(w);
    let one_row = |of: &[Place]| of.iter().all(|p| p.0 == of[0].0);
    let fits = odd.signs.also_here == 0.0
        && odd.signs.together == 0.0
        && surname(&odd.wrong)
        && surname(&odd.right)
        && odd.wrong[..3] == odd.right[..3]
        && odd.places[0] > odd.holders[0]
        && one_row(&odd.places)
        && one_row(&odd.holders);
    let rows = &common.alignment.rows;
    // The post itself, with the number that may stand before it in the same word.
    let post = |&(r, u): &Place| {
        let row = &rows[r as usize];
        let doc = &row.reading.doc;
        let token = row.units[u as usize].token.checked_sub(1).map(|t| &doc.tokens[t as usize])?;
        let office = doc.slice(token.stem());
        lexicon.names.role_at_end(office)?;
        let number = (!token.spaced).then(|| doc.text[..token.span.start()].chars().next_back()).flatten();
        matches!(doc.slice(token.josa()), "에" | "에는" | "은" | "는" | "으로" | "로" | "으로는")
            .then_some((office, number))
    };
    fits && odd.holders.iter().any(|h| post(h).is_some() && post(h) == post(&odd.places[0]))
}

/// How sure it is that a place has another syllable where the same town stands before it and the same figure beside it.
const MEASURED: f32 = 0.72;

/// Returns how sure it is that one of two names behind the same town, each beside the same figure, is the other misspelt: `완도
/// 노화도의 31.7m`, `완도 노하도 31.7m`; 0 where it is not so.
pub(super) fn measured(common: &Common<'_>, odd: &Odd, lexicon: &Lexicon) -> f32 {
    let alignment = &common.alignment;
    let place = |p: Place| (p.0 as usize, p.1 as usize);
    let town = |(r, u): (usize, usize)| {
        let row = &alignment.rows[r];
        let before = row.units.get(u.checked_sub(1)?).filter(|b| !b.figure)?;
        let word = row.reading.doc.slice(before.spelt);
        (lexicon.names.level(word) == Some(Level::Town)).then_some(before.word)
    };
    let one = |h: &Place| {
        let (a, b) = (place(odd.places[0]), place(*h));
        town(a).is_some() && town(a) == town(b) && figure_in_common(alignment, a, b)
    };
    let fits = matches!(odd.slip, Slip::Syllable(_) | Slip::Swapped)
        && odd.signs.majority >= 1.0
        && odd.signs.together == 0.0
        && odd.signs.also_here == 0.0
        && odd.places.len() == 1
        && odd.holders.iter().any(one);
    if fits { MEASURED } else { 0.0 }
}

/// Returns whether the odd word is the name of a body of which the ending lost a syllable: 물류위원회, 물류원회.
pub(super) fn is_maimed(odd: &Odd, lexicon: &Lexicon) -> bool {
    let names = &lexicon.names;
    let Some(end) = names.bodies.body.of(&odd.right).filter(|e| e.len() >= 9) else { return false };
    let stem = &odd.right[..odd.right.len() - end.len()];
    let rest = odd.wrong.strip_prefix(stem).unwrap_or("");
    odd.slip == Slip::Dropped
        && stem.len() >= 6
        && rest.len() + 3 == end.len()
        && !names.is_institution(&odd.wrong)
        && !lexicon.names.is_noun(rest)
}

/// Returns whether the odd word is a township that stands once, a letter from one of two outlets and never beside it: of two
/// that sound so alike a story has one.
pub(super) fn is_township(common: &Common<'_>, odd: &Odd) -> bool {
    const ENDS: [char; 4] = ['면', '읍', '동', '리'];
    let end = |w: &str| w.chars().next_back().filter(|c| ENDS.contains(c) && w.len() == 9);
    // 여울면사무소 tells of 여울면 as well.
    let has = |p: &Place, word: &str| common.alignment.rows[p.0 as usize].reading.doc.text.contains(word);
    matches!(odd.slip, Slip::Syllable(s) if s.letters() <= 1 && s.index < 2)
        && odd.signs.majority >= 1.0
        && odd.signs.also_here == 0.0
        && odd.signs.together == 0.0
        && odd.places.len() == 1
        && end(&odd.wrong).is_some()
        && end(&odd.wrong) == end(&odd.right)
        && !has(&odd.places[0], &odd.right)
        && !odd.holders.iter().any(|h| has(h, &odd.wrong))
}

/// Returns whether the two are a court and the prosecutors of one town, who both have to do with every case: 청주지법, 청주지검.
pub(super) fn are_court_and_office(odd: &Odd) -> bool {
    const COURTS: [&str; 4] = ["지법", "고법", "지검", "고검"];
    let end = |w: &str| COURTS.iter().copied().find(|c| w.ends_with(c));
    matches!((end(&odd.wrong), end(&odd.right)), (Some(a), Some(b)) if a != b)
}

/// Returns whether the sentence of the odd word tells of what a court does, if it is one, or of what prosecutors do.
pub(super) fn is_at_work(common: &Common<'_>, odd: &Odd) -> bool {
    let (row, unit) = odd.places[0];
    let row = &common.alignment.rows[row as usize];
    let doc = &row.reading.doc;
    let sentence = doc.slice(doc.sentences[row.sentence_of(unit as usize)].span);
    let deeds: &[&str] = match odd.wrong.ends_with('법') {
        true => &["공판", "재판", "선고", "심리", "법정", "판결"],
        false => &["기소", "수사", "구형", "송치", "압수"],
    };
    deeds.iter().any(|d| sentence.contains(d))
}
