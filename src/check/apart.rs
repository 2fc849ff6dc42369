//! Words that differ in a letter or a syllable and are no slips: names that a sentence sets beside each other, two ways to say
//! one thing (충북도교육청, 충북교육청; 초등교, 초등학교), one syllable with a particle (시·군의).

use super::Common;
use crate::align::alias::{is_doubled, is_either, is_one_province, is_one_town};
use crate::align::odd::{Odd, Place};
use crate::claim::Lexicon;
use crate::text::hangul;

/// Returns whether an odd word is right for all that it is near another.
pub(super) fn are_no_slip(common: &Common<'_>, odd: &Odd, lexicon: &Lexicon) -> bool {
    lexicon.names.is_withheld(&odd.wrong)
        || is_one(odd, lexicon)
        || is_with_particle(common, odd)
        || is_told_apart(common, odd)
        || is_beside(common, odd)
        || is_named_elsewhere(common, odd)
        || are_two_ages(common, odd)
        || are_staff(common, odd)
        || is_misspelt_by_others(odd, lexicon)
        || is_own_town(odd, lexicon)
        || is_listed(common, odd)
}

/// Returns whether the odd word is a township that is listed beside another (하예면·솔안면), in an article that has the other
/// township as well.
fn is_listed(common: &Common<'_>, odd: &Odd) -> bool {
    const ENDS: [char; 4] = ['면', '읍', '동', '리'];
    let Some(end) = odd.wrong.chars().next_back().filter(|c| ENDS.contains(c) && odd.right.ends_with(*c)) else {
        return false;
    };
    let listed = |&(r, u): &Place| {
        let row = &common.alignment.rows[r as usize];
        let text = row.reading.doc.text;
        let dotted = |c: Option<char>| c.is_some_and(|c| "·ㆍ・,".contains(c));
        let span = row.units[u as usize].spelt;
        let (before, after) = (&text[..span.start()], &text[span.end()..]);
        let next = after.chars().nth(3) == Some(end) && dotted(after.chars().next());
        let last = before.ends_with(|c| dotted(Some(c))) && before.trim_end_matches(|c| dotted(Some(c))).ends_with(end);
        (next || last) && text.contains(&odd.right)
    };
    odd.places.iter().all(listed)
}

/// Returns whether the odd word is a province or town and the other a body of it: 강원도 and 강원대.
fn is_own_town(odd: &Odd, lexicon: &Lexicon) -> bool {
    const CALLED: [char; 4] = ['도', '시', '군', '구'];
    let Some(town) = odd.wrong.strip_suffix(CALLED).filter(|t| t.len() >= 6) else { return false };
    let names = &lexicon.names;
    odd.right.strip_prefix(town).is_some_and(|rest| rest.len() == 3 && !CALLED.iter().any(|&c| rest.starts_with(c)))
        && (names.is_place_stem(town) || names.is_place(town))
}

/// Returns what stands right behind a word of a place.
fn behind<'a>(common: &Common<'a>, (r, u): Place) -> &'a str {
    let row = &common.alignment.rows[r as usize];
    row.reading.doc.text.get(row.units[u as usize].spelt.end()..).unwrap_or("")
}

/// Returns whether the ages behind the two tell two people: `고은별(34)씨`, `고은빛(41)씨`.
fn are_two_ages(common: &Common<'_>, odd: &Odd) -> bool {
    let age = |&p: &Place| {
        let inner = behind(common, p).strip_prefix('(')?.split_once(')')?.0;
        let digits = inner.strip_suffix('세').unwrap_or(inner);
        digits.parse::<u8>().ok()
    };
    let (a, b): (Vec<u8>, Vec<u8>) =
        (odd.places.iter().filter_map(age).collect(), odd.holders.iter().filter_map(age).collect());
    !a.is_empty() && !b.is_empty() && !a.iter().any(|x| b.contains(x))
}

/// Returns whether the two are the outlets' own people: each has reporters and announcers of its own.
fn are_staff(common: &Common<'_>, odd: &Odd) -> bool {
    const STAFF: [&str; 6] = [" 앵커", " 기자", " 아나운서", " 리포터", " 캐스터", " 특파원"];
    let staff = |&p: &Place| STAFF.iter().any(|s| behind(common, p).starts_with(s));
    odd.signs.also_here == 0.0 && odd.places.iter().all(staff) && odd.holders.iter().all(staff)
}

/// Returns whether a dictionary has the word and not the other, in no name: who writes 스프링클러 where others have 스프링쿨러
/// is right.
fn is_misspelt_by_others(odd: &Odd, lexicon: &Lexicon) -> bool {
    let vocabulary = &lexicon.vocabulary;
    odd.signs.name == 0.0
        && odd.wrong.chars().count() >= 4
        && vocabulary.is_noun(&odd.wrong)
        && !vocabulary.is_noun(&odd.right)
        && (odd.wrong.chars().count() >= 5 || !vocabulary.analyses(&odd.right))
}

/// Returns whether the two are named together: 원주서부경찰서와 원주동부경찰서.
fn is_beside(common: &Common<'_>, odd: &Odd) -> bool {
    odd.signs.together > 0.0
        && odd.places.iter().chain(&odd.holders).any(|&(r, u)| {
            let row = &common.alignment.rows[r as usize];
            let doc = &row.reading.doc;
            let josa = doc.slice(doc.tokens[row.units[u as usize].token as usize].josa());
            matches!(josa, "와" | "과")
                && row.units.get(u as usize + 1).is_some_and(|next| {
                    let next = doc.slice(next.spelt);
                    next == odd.wrong || next == odd.right
                })
        })
}

/// Returns whether a newsroom writes either of the two for one thing: 충북도교육청 and 충북교육청, 초등교 and 초등학교.
fn is_one(odd: &Odd, lexicon: &Lexicon) -> bool {
    let names = &lexicon.names;
    let known = |w: &str| names.is_place(w) || (names.is_noun(w) && names.foreign(w) <= 0);
    (is_doubled(&odd.wrong, &odd.right) && !known(&odd.wrong) && !known(&odd.right))
        || is_either(&odd.wrong, &odd.right)
        || is_one_town(&odd.wrong, &odd.right, |w| names.is_place_stem(w) || names.is_place(w))
}

/// Returns whether the word is one syllable with a particle: the 군의 of `시·군의`, the 값이 of `품질·값이`.
fn is_with_particle(common: &Common<'_>, odd: &Odd) -> bool {
    const LEVELS: [char; 7] = ['시', '군', '구', '도', '읍', '면', '당'];
    const ALWAYS: [char; 5] = ['은', '는', '을', '를', '의'];
    const PARTICLES: [char; 13] = ['은', '는', '이', '가', '을', '를', '의', '에', '도', '로', '와', '과', '만'];
    let mut letters = odd.wrong.chars();
    let (Some(first), Some(last), None) = (letters.next(), letters.next(), letters.next()) else { return false };
    PARTICLES.contains(&last)
        && odd.places.iter().any(|&(r, u)| {
            let row = &common.alignment.rows[r as usize];
            let before = row.reading.doc.text[..row.units[u as usize].spelt.start()].chars().next_back();
            matches!(before, Some('·' | 'ㆍ' | '・' | '/')) || (LEVELS.contains(&first) && ALWAYS.contains(&last))
        })
}

/// Returns whether another outlet has the name too, with 씨 behind it or another ending that the reader did not cut off.
fn is_named_elsewhere(common: &Common<'_>, odd: &Odd) -> bool {
    const BEHIND: [&str; 6] = ["씨", "군", "양", "옹", "님", "측"];
    let rows = &common.alignment.rows;
    let home = rows[odd.places[0].0 as usize].voice;
    odd.wrong.len() >= 9
        && rows.iter().filter(|r| r.voice != home).any(|r| {
            let text = r.reading.doc.text;
            text.match_indices(&*odd.wrong).any(|(at, w)| {
                let open = !text[..at].ends_with(hangul::is_syllable);
                open && BEHIND.iter().any(|b| text[at + w.len()..].starts_with(b))
            })
        })
}

/// Returns whether the sentence says that the two are not one: `이름이 비슷한 ‘새한셀’은 이번 투자와 무관하다`.
fn is_told_apart(common: &Common<'_>, odd: &Odd) -> bool {
    // 경상남도 and 경남도 are one, whatever is read as the name before 도.
    if is_one_province(&odd.wrong, &odd.right) {
        return true;
    }
    const SAYS: &[&str] =
        &["이름이 비슷", "이름은 비슷", "비슷한 이름", "이름이 같", "혼동", "헷갈", "동명이인", "별개의"];
    odd.places.iter().any(|&(r, u)| {
        let row = &common.alignment.rows[r as usize];
        let doc = &row.reading.doc;
        let sentence = doc.slice(doc.sentences[row.sentence_of(u as usize)].span);
        SAYS.iter().any(|s| sentence.contains(s))
    })
}
