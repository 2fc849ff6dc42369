//! Places and bodies of one sort that answer one question differently: the harbour that a ship left (애월항, 한림항), the
//! police who ask (용인서부경찰서, 용인동부경찰서), the county of a village (김천시 황간면, 영동군 황간면), the number of a ship.
//!
//! Two such names are told only where no article has both, each is the only one of its sort in its sentence, and much
//! else is said of both alike.

mod between;
mod called;
mod course;
mod numbered;
mod pair;
mod read;
mod sole;
mod under;
mod within;

use crate::align::context::Context;
use crate::align::copy::{By, Swap};
use crate::align::odd::Slip;
use crate::align::question::Question;
use crate::align::{Alignment, Row};
use crate::claim::Lexicon;
use crate::text::BlockKind;
pub use read::island;
use read::{GROUNDS, SEA, SHORT, WAYS, site};
use sole::bound;
pub use sole::figure_in_common;

/// A unit at its place: row and unit.
type Place = (usize, usize);

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

/// Schools that are called by the first syllable of their sort as well.
const SCHOOLS: [&str; 4] = ["초등학교", "중학교", "고등학교", "대학교"];

/// How much more must be alike of whole towns.
const TOWN: f32 = 0.15;

/// Returns the names that stand in another's stead, and those of which nobody knows which is right.
pub fn sites(alignment: &Alignment<'_>, lexicon: &Lexicon) -> Vec<Swap> {
    if alignment.rows.len() < 2 {
        return Vec::new();
    }
    let mut all: Vec<Site<'_>> = Vec::new();
    for (r, row) in alignment.rows.iter().enumerate() {
        let text = row.reading.doc.text.as_bytes();
        let ways = WAYS.iter().chain(GROUNDS).any(|w| memchr::memmem::find(text, w.as_bytes()).is_some());
        for u in 0..row.units.len() {
            all.extend(site(row, (r, u), ways, lexicon));
        }
    }
    let mut out: Vec<Swap> = all.iter().filter_map(|a| against(alignment, lexicon, &all, a)).collect();
    out.extend(within::withins(alignment, lexicon));
    out.extend(numbered::numbers(alignment));
    out.extend(under::unders(alignment, lexicon));
    out.extend(between::middles(alignment, lexicon));
    out.extend(course::courses(alignment, lexicon));
    out.extend(called::called(alignment));
    out.extend(pair::pairs(alignment, lexicon));
    out
}

fn against<'a>(alignment: &Alignment<'a>, lexicon: &Lexicon, all: &[Site<'a>], a: &Site<'a>) -> Option<Swap> {
    let rows = &alignment.rows;
    // Somebody else has it too.
    let word = |s: &Site<'_>| rows[s.at.0].units[s.at.1].word;
    if all.iter().any(|o| o.sort == a.sort && o.stem == a.stem && o.at.0 != a.at.0)
        || (a.sort != SEA && alignment.words.articles(word(a)) > 1)
    {
        return None;
    }
    let text = |r: usize| rows[r].reading.doc.text;
    // An article that has both tells of two.
    let name = |s: &Site<'a>| {
        let doc = &rows[s.at.0].reading.doc;
        let spelt = rows[s.at.0].units[s.at.1].spelt;
        // 영동 앞바다 is no part of 강원 영동.
        let sea = spelt.start()..spelt.end() + 1 + s.sort.len();
        doc.text.get(sea).filter(|_| s.sort == SEA).unwrap_or(doc.slice(spelt))
    };
    if a.sort == SEA && (0..rows.len()).any(|r| r != a.at.0 && text(r).contains(name(a))) {
        return None;
    }
    // 한빛초 is 한빛초등학교 said shorter.
    let short = |s: &Site<'a>| SCHOOLS.contains(&s.sort).then(|| [s.stem, &s.sort[..3]].concat());
    let has = |r: usize, s: &Site<'a>| text(r).contains(name(s)) || short(s).is_some_and(|w| text(r).contains(&w));
    let apart = |o: &Site<'a>| !has(o.at.0, a) && !has(a.at.0, o);
    let sentence = |s: &Site<'_>| (s.at.0, rows[s.at.0].sentence_of(s.at.1));
    let beside = |o: &Site<'a>, s: &Site<'a>| o.sort == s.sort && o.stem != s.stem && o.at.0 == s.at.0;
    // 솔섬항의 날씨, 돌섬항으로 가던 배: where something goes is not where something is.
    let goes = |s: &Site<'_>| {
        let row = &rows[s.at.0];
        let behind = row.reading.doc.text.get(row.units[s.at.1].spelt.end()..).unwrap_or("");
        matches!(s.sort, "항" | "역" | "공항") && ["으로 ", "로 "].iter().any(|w| behind.starts_with(w))
    };
    // What both sentences name on the same side is no rival of either: 봄내시장역과 호반언덕역 사이.
    let sole = |s: &Site<'a>, t: &Site<'a>| {
        let mut rivals = all.iter().filter(|o| beside(o, s) && sentence(o) == sentence(s));
        rivals.all(|o| {
            let mut same = all.iter().filter(|p| p.sort == o.sort && p.stem == o.stem && sentence(p) == sentence(t));
            same.any(|p| (o.at < s.at) == (p.at < t.at))
        })
    };
    let only = |s: &Site<'a>| !all.iter().any(|o| beside(o, s));
    let mut best: Option<(f32, &Site<'a>)> = None;
    for b in all.iter().filter(|b| {
        b.sort == a.sort
            && b.at.0 != a.at.0
            && b.stem != a.stem
            && apart(b)
            && sole(a, b)
            && sole(b, a)
            && goes(a) == goes(b)
    }) {
        let score = closeness(alignment, a.at, b.at) + if only(a) && only(b) { ONLY } else { 0.0 };
        if best.is_none_or(|x| x.0 < score) {
            best = Some((score, b));
        }
    }
    let (score, b) = best?;
    let mut others: Vec<Place> =
        all.iter().filter(|o| o.sort == b.sort && o.stem == b.stem && o.at.0 != a.at.0).map(|o| o.at).collect();
    // Where it stands behind a list or before the sea its sort is told, elsewhere it may not be.
    let again = |(r, row): (usize, &Row<'a>)| {
        let sea = b.sort == SEA && !text(r).contains(name(b));
        let unit = row.units.iter().position(|u| !sea && u.word == word(b));
        unit.map(|u| (r, u)).filter(|p| !others.iter().any(|o| o.0 == p.0))
    };
    let more: Vec<Place> = rows.iter().enumerate().filter(|(r, _)| *r != a.at.0).filter_map(again).collect();
    others.extend(more);
    let held = alignment.voices(others.iter().map(|o| o.0));
    let apart_all = others.iter().all(|o| !text(o.0).contains(name(a)));
    let all_others = |s: &Site<'a>| held >= 3 && (0..rows.len()).all(|r| (r == a.at.0) != has(r, s));
    let crowded = |s: &Site<'a>| all.iter().filter(|o| beside(o, s)).count() >= 3;
    // 방향 is asked once of an accident; two bodies of one city (용인서부, 용인동부) are set beside each other at once.
    let one_way = WAYS.iter().chain(&GROUNDS[1..]).any(|w| *w == a.sort) && only(a) && only(b);
    let city = a.stem.get(..6).filter(|c| a.stem.len() > 6 && lexicon.names.is_place_stem(c));
    let one_city = a.sort.len() > SHORT && city.is_some_and(|c| b.stem.starts_with(c)) && only(a) && only(b);
    let enough = match held >= 2 {
        // Of districts and towns every story names several.
        true if matches!(a.sort, "구" | "군" | "시") => HELD + TOWN,
        // An article that names three townships tells of a whole county.
        true if matches!(a.sort, "읍" | "면" | "동" | "리") && crowded(a) => HELD + TOWN,
        true if one_city => ONE_CITY,
        // What all the others have and this article has not is what the story is about.
        true if a.sort.len() > SHORT && only(a) && only(b) && all_others(b) => ONE_CITY,
        true => HELD,
        false if one_way => HELD,
        // One wind of 31.7m a second was measured in one place.
        false if !matches!(a.sort, "구" | "군" | "시") && figure_in_common(alignment, a.at, b.at) => HELD,
        false => ALONE,
    };
    // Of one against one the later is told, with the other side, or what stands below a picture.
    let caption = |s: &Site<'_>| in_caption(alignment, s.at);
    let told = held >= 2 || (caption(a) && !caption(b)) || (caption(a) == caption(b) && a.at > b.at);
    // What stands in two quarters of a town stands behind the name of each.
    let skip = if matches!(a.sort, "동" | "리" | "면" | "읍") { 2 } else { 1 };
    // 건보환경연구원 is 보건환경연구원 misspelt, as is told elsewhere.
    let misspelt = Slip::between(name(a), name(b)).is_some_and(|s| s.letters() <= 1);
    // Of townships a story names those of each of its people: 구름면 농민 도모 씨, 바람면의 노부부.
    let many = held >= 2
        && (misspelt
            || !matches!(a.sort, "읍" | "면")
            || !is_home(rows[a.at.0].reading.doc.text, rows[a.at.0].units[a.at.1].spelt.end()));
    let bound = many || (held >= 2 || !misspelt) && bound(alignment, a.at, b.at, skip);
    (apart_all && score >= enough && told && bound).then_some(Swap { at: a.at, others, by: By::Sort })
}

/// Words for people, by where they live.
const PEOPLE: [&str; 9] = ["농민", "주민", "이장", "어민", "농가", "부부", "노인", "상인", "출신"];

/// Returns whether what stands behind a town says that somebody lives there: 구름면 농민 도모 씨.
fn is_home(text: &str, end: usize) -> bool {
    let behind = text.get(end..).unwrap_or("").trim_start_matches("에 사는").trim_start_matches("에서 온").trim_start();
    PEOPLE.iter().any(|w| behind.starts_with(w))
}

/// Returns whether the sentence of a place stands below a picture.
fn in_caption(alignment: &Alignment<'_>, (r, u): Place) -> bool {
    let row = &alignment.rows[r];
    row.reading.doc.sentences[row.sentence_of(u)].kind == BlockKind::Caption
}

/// Returns how much the sentences of two places have in common, by the words around them and what is said.
fn closeness(alignment: &Alignment<'_>, a: Place, b: Place) -> f32 {
    let words = &alignment.words;
    let (x, y) = (&alignment.rows[a.0], &alignment.rows[b.0]);
    let context = Context::of(x, words, a.1).likeness(&Context::of(y, words, b.1));
    let questions = Question::of(x, words, a.1).compare(x, a.1, &Question::of(y, words, b.1), y, b.1);
    context + questions.closeness()
}
