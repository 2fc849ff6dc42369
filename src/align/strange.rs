//! How an odd word fails to be the word that was meant: Korean does not have it, or hardly ever and never in this company.
//!
//! 접소, 우외 and 재방 stand in large dictionaries, and no reader knows them: beside 원서 and 매도, where the event has 접수 and
//! 우위 again and again, they are slips.

use super::odd::{Odd, Place, Slip, Spelling, looks_verbal, meet, token, touches};
use super::{Alignment, akin};
use crate::claim::Lexicon;
use crate::claim::lexicon::Vocabulary;
use crate::text::hangul::{self, SyllableSlip};

/// How the odd word fails to be one.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Strange {
    /// It cannot be taken apart at all.
    Nothing,
    /// Only into words of one syllable put together by chance: 잠점 as 잠 and 점.
    Chance,
    /// As [`Strange::Chance`], where a syllable is lost of two nouns put together: 의지출, 의무지출.
    Cut,
    /// It is rare, and stands beside a word that the other stands beside elsewhere: 원서 접소, 원서 접수.
    Beside,
    /// It is rare and long, and others have the other: 경도인지장해, 경도인지장애.
    Long,
    /// It is rare, and the event has the other again and again: 추둘, 추돌.
    Often,
    /// It stands as a noun, and no reader knows it: 도히, 재삽.
    Unmet,
}

impl Strange {
    /// Returns how likely the pair is a slip, 0 where names and compounds that no dictionary has look the same.
    pub(super) fn confidence(self, odd: &Odd) -> f32 {
        let length = odd.wrong.chars().count();
        let copied = odd.signs.left + odd.signs.right >= 1.0;
        let near = copied || odd.signs.touch > 0.0;
        let sure = match (odd.slip, self) {
            (_, Strange::Cut | Strange::Beside | Strange::Long | Strange::Often | Strange::Unmet) => true,
            (Slip::Syllable(s), _) if s.letters() > 1 => false,
            (Slip::Syllable(_), Strange::Nothing) => length >= 3 || near || odd.signs.name > 0.0,
            (Slip::Syllable(_), Strange::Chance) => copied || (near && length >= 3),
            (Slip::Swapped, _) => length >= 3,
            (Slip::Dropped | Slip::Added, Strange::Nothing) => length >= 5,
            (Slip::Dropped | Slip::Added, Strange::Chance) => false,
        };
        match self {
            _ if !sure => 0.0,
            Strange::Nothing => 0.9,
            Strange::Chance | Strange::Cut => 0.85,
            Strange::Beside | Strange::Long => 0.8,
            Strange::Often => 0.74,
            Strange::Unmet => 0.78,
        }
    }
}

/// Returns how the first fails to be a word, if it stands once and the second is one.
pub(super) fn strange(
    alignment: &Alignment<'_>,
    s: &Spelling<'_>,
    r: &Spelling<'_>,
    slip: Slip,
    lexicon: &Lexicon,
) -> Option<Strange> {
    let vocabulary = &lexicon.vocabulary;
    let row = &alignment.rows[s.places[0].0 as usize];
    let unit = &row.units[s.places[0].1 as usize];
    let may = slip.letters() <= 2
        && s.places.len() == 1
        && !unit.name
        && r.is_sound(alignment, vocabulary)
        && !akin::doer(s.text, r.text)
        && !akin::mentioned(&row.reading.doc, unit.spelt);
    if !may {
        return None;
    }
    if is_unmet(alignment, s, r, slip, lexicon) {
        return Some(Strange::Unmet);
    }
    if is_unmet_beside(alignment, s, r, slip, vocabulary) {
        return Some(Strange::Beside);
    }
    if s.is_sound(alignment, vocabulary) {
        return rare(alignment, s, r, slip, lexicon);
    }
    // 상담장 is where one is 상담, and 수상작 what is 수상.
    if is_derived(s.text, vocabulary) {
        return None;
    }
    let run = row.reading.doc.slice(token(row, s.places[0]).span);
    if !s.analyses(vocabulary) && !vocabulary.analyses(run) {
        return Some(Strange::Nothing);
    }
    let lost = slip == Slip::Dropped && s.text.len() >= 9 && vocabulary.is_compound(r.text);
    if lost && s.text.chars().last() == r.text.chars().last() {
        return Some(Strange::Cut);
    }
    Some(rare(alignment, s, r, slip, lexicon).unwrap_or(Strange::Chance))
}

/// Returns whether the word is a known noun and a syllable that makes a place, a thing or a measure of it.
fn is_derived(word: &str, vocabulary: &Vocabulary) -> bool {
    const MAKES: &str = "작장전률율액료비량품";
    let Some((at, last)) = word.char_indices().next_back() else { return false };
    let noun = &word[..at];
    noun.len() >= 6 && MAKES.contains(last) && (vocabulary.is_met(noun) || vocabulary.common(noun) > 0)
}

/// Returns whether a word of two syllables that no reader knows stands as a noun where the event has one that they know,
/// one letter away.
fn is_unmet(alignment: &Alignment<'_>, s: &Spelling<'_>, r: &Spelling<'_>, slip: Slip, lexicon: &Lexicon) -> bool {
    /// Particles that only nouns take, and those that verbs take as well.
    const NOMINAL: &[&str] = &["을", "를", "의", "에서", "에게", "으로", "까지", "부터", "에", "에서는", "에는"];
    const EITHER: &[&str] = &["은", "는", "이", "가", "와", "과", "로", "도"];
    const LOCAL: &[&str] = &["에서", "에서는", "에서도"];
    let Slip::Syllable(at) = slip else { return false };
    let (vocabulary, names) = (&lexicon.vocabulary, &lexicon.names);
    if s.text.len() != 6 || at.letters() != 1 || !vocabulary.is_unmet(s.text) {
        return false;
    }
    let row = &alignment.rows[s.places[0].0 as usize];
    let own = token(row, s.places[0]);
    let josa = row.reading.doc.slice(own.josa());
    // 갖기 and 젊음 are made of verbs.
    let noun = (NOMINAL.contains(&josa) || (EITHER.contains(&josa) && !looks_verbal(s.text)))
        && !s.text.ends_with(['기', '음', '냐', '까', '지']);
    if own.is_deed() || !noun || row.units[s.places[0].1 as usize].claim.is_some() {
        return false;
    }
    let place = |w: &str| names.is_place(w) || names.is_abroad(w) || names.is_place_stem(w);
    let often = || r.places.len() >= 3 || (r.places.len() == 2 && !r.in_one_row());
    let known = vocabulary.is_met(r.text) || place(r.text) || (vocabulary.is_noun(r.text) && often());
    if !known || place(s.text) || meet(alignment, s, r) {
        return false;
    }
    let listed = vocabulary.is_noun(s.text);
    let beside = || r.places.iter().any(|&p| neighbours(alignment, s.places[0], p));
    let alike = || {
        r.places.iter().any(|&p| {
            let other = &alignment.rows[p.0 as usize];
            other.reading.doc.slice(token(other, p).josa()) == josa
        })
    };
    let near = touches(slip) || half(at);
    // 왕좌 and 정서 stand in lists only, too; a city is where something is.
    match listed {
        false => near || r.places.len() >= 2,
        true if place(r.text) && LOCAL.contains(&josa) => r.places.len() >= 2,
        true => near && ((r.places.len() >= 2 && alike()) || beside()),
    }
}

/// Returns whether a noun of two syllables that no reader knows stands beside a word that, elsewhere in the event, stands beside
/// one that they know, one letter away: `매도 우외`, `매도 우위`.
fn is_unmet_beside(
    alignment: &Alignment<'_>,
    s: &Spelling<'_>,
    r: &Spelling<'_>,
    slip: Slip,
    vocabulary: &Vocabulary,
) -> bool {
    let Slip::Syllable(at) = slip else { return false };
    let own = token(&alignment.rows[s.places[0].0 as usize], s.places[0]);
    let particle = |w: &str| w.chars().last().is_some_and(|c| "은는이가을를의에도로와과만".contains(c));
    let at_home = || r.places.iter().any(|p| p.0 == s.places[0].0);
    (touches(slip) || half(at) || at_home())
        && !particle(s.text)
        && s.text.len() == 6
        && at.letters() == 1
        && !own.is_deed()
        && !looks_verbal(s.text)
        && vocabulary.is_unmet(s.text)
        && vocabulary.is_met(r.text)
        && !meet(alignment, s, r)
        && r.places.iter().any(|&p| neighbours(alignment, s.places[0], p))
}

/// Returns how a word that Korean has, but hardly ever, is out of place.
fn rare(
    alignment: &Alignment<'_>,
    s: &Spelling<'_>,
    r: &Spelling<'_>,
    slip: Slip,
    lexicon: &Lexicon,
) -> Option<Strange> {
    let Slip::Syllable(at) = slip else { return None };
    let vocabulary = &lexicon.vocabulary;
    let home = s.places[0].0;
    let own = token(&alignment.rows[home as usize], s.places[0]);
    let marked = !own.josa().is_empty();
    let named = || r.places.iter().any(|p| alignment.rows[p.0 as usize].units[p.1 as usize].name);
    let barred = at.letters() != 1
        || r.places.len() < 2
        || own.is_deed()
        || (looks_verbal(s.text) || looks_verbal(r.text)) && !(marked && s.text.len() >= 12)
        || s.common(vocabulary) > 0
        || named()
        || meet(alignment, s, r);
    if barred {
        return None;
    }
    let length = s.text.chars().count();
    // 멋이 and 것이 are words of one syllable with a particle.
    let particle = |w: &str| w.chars().last().is_some_and(|c| "은는이가을를의에도로와과만".contains(c));
    if length == 2 && particle(s.text) && particle(r.text) {
        return None;
    }
    let mut rows: Vec<usize> = r.places.iter().map(|p| p.0 as usize).collect();
    rows.dedup();
    let voices = alignment.voices(rows.iter().copied());
    let at_home = rows.contains(&(home as usize));
    let beside = r.places.iter().any(|&p| neighbours(alignment, s.places[0], p));
    let known = vocabulary.is_noun(s.text);
    if beside && !lexicon.names.is_noun(s.text) && (at_home || voices >= 2 || r.common(vocabulary) > 0) {
        return Some(Strange::Beside);
    }
    if length >= 5 && voices >= 2 {
        return Some(Strange::Long);
    }
    let near = touches(slip) || half(at);
    let last = at.index + 1 == length;
    let suffixes = last && SUFFIXES.contains(at.from) && SUFFIXES.contains(at.to);
    let often = r.places.len() >= 3 && !known && !suffixes;
    let long = often && length >= 3 && (if last { vocabulary.is_noun(r.text) } else { near });
    let short = often && length == 2 && at_home && marked && near;
    let alike = at_home && marked && r.places.len() >= 3 && sounds_alike(at);
    ((long || short || alike) && voices >= 2).then_some(Strange::Often)
}

/// Syllables that make another word behind one: 관람자, 관람장.
const SUFFIXES: &str = "자장지진단당시식상성인원권계법안사실점가과관국부서소회위";

/// Returns whether the same word stands right before both, or right behind both.
fn neighbours(alignment: &Alignment<'_>, a: Place, b: Place) -> bool {
    let unit = |p: Place, step: isize| {
        let row = &alignment.rows[p.0 as usize];
        let sentence = row.sentence(row.sentence_of(p.1 as usize) as u32);
        let i = (p.1 as usize).checked_add_signed(step).filter(|i| sentence.contains(i))?;
        let u = &row.units[i];
        let apart = if step < 0 {
            u.spelt.end()..row.units[p.1 as usize].spelt.start()
        } else {
            row.units[p.1 as usize].span.end()..u.spelt.start()
        };
        let between = row.reading.doc.text.get(apart)?;
        // A comma or a clause between them keeps them apart.
        let close = between.len() <= 4 && !between.contains([',', '.', '"', '”', '“']);
        (!u.figure && close && u.spelt.len() >= 6).then_some(u.word)
    };
    [-1, 1].into_iter().any(|step| matches!((unit(a, step), unit(b, step)), (Some(x), Some(y)) if x == y))
}

/// Returns whether two syllables sound alike today: 재 and 제.
fn sounds_alike(slip: SyllableSlip) -> bool {
    const ALIKE: [&[u8]; 3] = [&[1, 5], &[3, 7], &[10, 11, 15]];
    let (Some(a), Some(b)) = (hangul::split(slip.from), hangul::split(slip.to)) else { return false };
    (a.0, a.2) == (b.0, b.2) && ALIKE.iter().any(|row| row.contains(&a.1) && row.contains(&b.1))
}

/// Returns whether one vowel is half of the other, which takes two keys: 하 and 화.
fn half(slip: SyllableSlip) -> bool {
    const HALVES: [(u8, [u8; 2]); 7] =
        [(9, [8, 0]), (10, [8, 1]), (11, [8, 20]), (14, [13, 4]), (15, [13, 5]), (16, [13, 20]), (19, [18, 20])];
    let (Some(a), Some(b)) = (hangul::split(slip.from), hangul::split(slip.to)) else { return false };
    let of = |whole: u8, part: u8| HALVES.iter().any(|(w, parts)| *w == whole && parts.contains(&part));
    (a.0, a.2) == (b.0, b.2) && (of(a.1, b.1) || of(b.1, a.1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn vowels_that_sound_alike_and_halves_of_vowels() {
        let slip = |from, to| SyllableSlip { index: 0, from, to };
        assert!(sounds_alike(slip('재', '제')) && sounds_alike(slip('왜', '외')) && !sounds_alike(slip('자', '저')));
        assert!(half(slip('하', '화')) && half(slip('위', '우')) && !half(slip('하', '호')));
    }
}
