//! Places and bodies of one sort that answer one question differently: the harbour that a ship left (애월항, 한림항), the
//! police who ask (용인서부경찰서, 용인동부경찰서), the county of a village (김천시 황간면, 영동군 황간면), the number of a ship.
//!
//! Two such names are told only where no article has both, each is the only one of its sort in its sentence, and much
//! else is said of both alike.

mod numbered;
mod within;

use crate::align::context::Context;
use crate::align::copy::{By, Swap};
use crate::align::question::Question;
use crate::align::{Alignment, Row};
use crate::claim::{Lexicon, Value};
use crate::text::Script;
use crate::text::sieve::Sieve;

/// A unit at its place: row and unit.
type Place = (usize, usize);

/// What names of places and bodies of one sort end in; the longer before the shorter.
const SORTS: &[&str] = &[
    "해양경찰서",
    "교육지원청",
    "초등학교",
    "고등학교",
    "해수욕장",
    "국제공항",
    "경찰서",
    "소방서",
    "경찰청",
    "교육청",
    "구치소",
    "교도소",
    "중학교",
    "대학교",
    "주차장",
    "체육관",
    "경기장",
    "운동장",
    "공연장",
    "나들목",
    "분기점",
    "휴게소",
    "저수지",
    "선착장",
    "박물관",
    "미술관",
    "도서관",
    "연구소",
    "위원회",
    "재단",
    "협회",
    "센터",
    "공사",
    "공단",
    "해경",
    "지법",
    "지검",
    "세관",
    "병원",
    "은행",
    "공원",
    "터널",
    "대교",
    "공항",
    "마을",
    "항",
    "역",
    "천",
    "강",
    "산",
    "댐",
    "섬",
    "읍",
    "면",
    "동",
    "리",
    "구",
    "군",
    "시",
];

/// The last syllables of all sorts: most words end in none.
static LAST: Sieve = Sieve::of_last(SORTS);

/// The last sorts are one syllable that ends many other words too.
const SHORT: usize = 3;

/// Words behind a name that make it the way something goes.
const WAYS: &[&str] = &["방향", "방면"];

/// A name with its sort.
#[derive(Clone, Copy)]
struct Site<'a> {
    at: Place,
    /// What it ends in.
    sort: &'static str,
    /// What stands before that.
    stem: &'a str,
}

/// How much must be alike: where two outlets and more have the other name …
const HELD: f32 = 0.22;
/// … and where both are of one city …
const ONE_CITY: f32 = 0.1;
/// … where one stands against one …
const ALONE: f32 = 0.42;
/// … and how much less where each is the only one of its sort in the whole article.
const ONLY: f32 = 0.14;

/// Returns the names that stand in another's stead, and those of which nobody knows which is right.
pub fn sites(alignment: &Alignment<'_>, lexicon: &Lexicon) -> Vec<Swap> {
    if alignment.rows.len() < 2 {
        return Vec::new();
    }
    let mut all: Vec<Site<'_>> = Vec::new();
    for (r, row) in alignment.rows.iter().enumerate() {
        let text = row.reading.doc.text.as_bytes();
        let ways = WAYS.iter().any(|w| memchr::memmem::find(text, w.as_bytes()).is_some());
        for u in 0..row.units.len() {
            all.extend(site(row, (r, u), ways, lexicon));
        }
    }
    let mut out: Vec<Swap> = all.iter().filter_map(|a| against(alignment, &all, a)).collect();
    out.extend(within::withins(alignment, lexicon));
    out.extend(numbered::numbers(alignment));
    out
}

/// Returns the site that a unit is; `ways` says whether the article has any way that something goes.
fn site<'a>(row: &Row<'a>, at: Place, ways: bool, lexicon: &Lexicon) -> Option<Site<'a>> {
    let unit = &row.units[at.1];
    // Before a sort stand two syllables at least, before a way one.
    if unit.figure || unit.spelt.len() < if ways { 6 } else { 9 } {
        return None;
    }
    let doc = &row.reading.doc;
    let word = doc.slice(unit.spelt);
    let token = &doc.tokens[unit.token as usize];
    if token.script != Script::Hangul || !ways && !LAST.lets_last(word) {
        return None;
    }
    let names = &lexicon.names;
    let next = doc.tokens.get(unit.token as usize + 1).filter(|n| ways && n.spaced && n.script == Script::Hangul);
    let way = next.map(|n| doc.slice(n.span)).filter(|n| n.starts_with('방'));
    if let Some(way) = way.and_then(|n| WAYS.iter().copied().find(|w| n.starts_with(w))) {
        return (names.is_place(word) || names.is_place_stem(word)).then_some(Site { at, sort: way, stem: word });
    }
    if word.len() < 9 || !LAST.lets_last(word) {
        return None;
    }
    // The last byte tells most of them apart without a comparison of strings.
    let last = word.as_bytes().last();
    let mut ended = SORTS.iter().copied().filter(|s| s.as_bytes().last() == last);
    let sort = ended.find(|s| word.ends_with(s) && word.len() >= s.len() + 6)?;
    let stem = &word[..word.len() - sort.len()];
    let claimed = unit.claim.is_some_and(|c| matches!(row.reading.claims[c as usize].value, Value::Place(_)));
    // 봉양역, 한림항: a dictionary of names has many of them.
    let place = || claimed || names.is_place_stem(stem) || names.is_place(stem);
    let known = |w: &str| names.is_noun(w) || lexicon.vocabulary.common(w) > 0;
    let behind_place = || {
        unit.token > 0 && {
            let before = &doc.tokens[unit.token as usize - 1];
            let word = doc.slice(before.span);
            token.spaced && (names.is_place(word) || names.is_place_stem(word))
        }
    };
    let fits = if sort.len() > SHORT {
        !names.is_generic(stem) && !names.is_modifier(stem) && (place() || !known(word))
    } else if matches!(sort, "항" | "역" | "천" | "강" | "산" | "댐" | "섬") {
        word.len() <= 12
            && !names.is_generic(stem)
            && (place()
                || behind_place()
                || (word.len() == 9 && !known(word) && (sort != "산" || !known(stem)))
                || (word.len() == 9 && sort == "역"))
    } else {
        claimed || sort == "읍" || (behind_place() && matches!(sort, "면" | "동" | "리") && !known(word))
    };
    fits.then_some(Site { at, sort, stem })
}

fn against<'a>(alignment: &Alignment<'a>, all: &[Site<'a>], a: &Site<'a>) -> Option<Swap> {
    let rows = &alignment.rows;
    let row = &rows[a.at.0];
    // Somebody else has it too.
    if all.iter().any(|o| o.sort == a.sort && o.stem == a.stem && o.at.0 != a.at.0) {
        return None;
    }
    let text = |r: usize| rows[r].reading.doc.text;
    // An article that has both tells of two.
    let name = |s: &Site<'a>| {
        let doc = &rows[s.at.0].reading.doc;
        doc.slice(rows[s.at.0].units[s.at.1].spelt)
    };
    let apart = |o: &Site<'a>| !text(o.at.0).contains(name(a)) && !text(a.at.0).contains(name(o));
    let sentence = |s: &Site<'_>| (s.at.0, rows[s.at.0].sentence_of(s.at.1));
    let sole = |s: &Site<'_>| !all.iter().any(|o| o.sort == s.sort && o.stem != s.stem && sentence(o) == sentence(s));
    let only = |s: &Site<'_>| !all.iter().any(|o| o.sort == s.sort && o.stem != s.stem && o.at.0 == s.at.0);
    if !sole(a) {
        return None;
    }
    let mut best: Option<(f32, &Site<'a>)> = None;
    for b in all.iter().filter(|b| b.sort == a.sort && b.at.0 != a.at.0 && b.stem != a.stem && apart(b) && sole(b)) {
        let words = &alignment.words;
        let beside = &rows[b.at.0];
        let context = Context::of(row, words, a.at.1).likeness(&Context::of(beside, words, b.at.1));
        let questions =
            Question::of(row, words, a.at.1).compare(row, a.at.1, &Question::of(beside, words, b.at.1), beside, b.at.1);
        let score = context + questions.closeness() + if only(a) && only(b) { ONLY } else { 0.0 };
        if best.is_none_or(|x| x.0 < score) {
            best = Some((score, b));
        }
    }
    let (score, b) = best?;
    let others: Vec<Place> =
        all.iter().filter(|o| o.sort == b.sort && o.stem == b.stem && o.at.0 != a.at.0).map(|o| o.at).collect();
    let held = alignment.voices(others.iter().map(|o| o.0));
    let apart_all = others.iter().all(|o| !text(o.0).contains(name(a)));
    // 방향 is asked once of an accident; two bodies of one city (용인서부, 용인동부) are set beside each other at once.
    let one_way = WAYS.contains(&a.sort) && only(a) && only(b);
    let one_city = a.sort.len() > SHORT && a.stem.len() > 6 && a.stem[..6] == b.stem[..6] && only(a) && only(b);
    let enough = match held >= 2 {
        true if one_city => ONE_CITY,
        true => HELD,
        false if one_way => HELD,
        false => ALONE,
    };
    // Of one against one the later is told, with the other side.
    (apart_all && score >= enough && (held >= 2 || a.at > b.at)).then_some(Swap { at: a.at, others, by: By::Sort })
}
