//! Which words name places and bodies of one sort, by what they end in or what stands behind them.

use super::{Place, Site};
use crate::align::Row;
use crate::claim::lexicon::Level;
use crate::claim::{Lexicon, Value};
use crate::source::Span;
use crate::text::Script;
use crate::text::sieve::Sieve;

/// What names of places and bodies of one sort end in; the longer before the shorter.
const SORTS: &[&str] = &[
    "해양경찰서",
    "교육지원청",
    "지방국세청",
    "노동위원회",
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
    "통제소",
    "연구원",
    "보건소",
    "위원회",
    "학회",
    "재단",
    "협회",
    "센터",
    "공사",
    "공단",
    "해경",
    "지법",
    "고법",
    "지검",
    "고검",
    "법원",
    "검찰청",
    "세관",
    "병원",
    "은행",
    "건설",
    "제약",
    "호텔",
    "회관",
    "극장",
    "터미널",
    "교차로",
    "사거리",
    "부두",
    "광장",
    "캠퍼스",
    "아파트",
    "발전소",
    "정수장",
    "매립장",
    "리조트",
    "골프장",
    "수목원",
    "유치원",
    "어린이집",
    "요양원",
    "의료원",
    "파출소",
    "지구대",
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
    "도",
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
pub(super) const SHORT: usize = 3;

/// Words behind a name that make it the way something goes.
pub(super) const WAYS: &[&str] = &["방향", "방면"];

/// What makes the name of a town a stretch of the sea.
pub(super) const SEA: &str = "앞바다";

/// Words behind the name of a town that make it a stretch of the sea, and behind a foreign name one of its grounds.
pub(super) const GROUNDS: &[&str] = &[SEA, "우주기지", "우주군기지", "공군기지", "해군기지", "발사장"];

/// What the words behind an island say of where something is.
const NEAR: &[&str] = &["해상", "앞바다", "해역", "인근", "부근", "남쪽", "북쪽", "동쪽", "서쪽"];

/// Returns the whole word of a unit that may be the name of an island, of which 도 is no particle: 청산도.
pub fn island(row: &Row<'_>, unit: usize) -> Option<Span> {
    let doc = &row.reading.doc;
    let token = &doc.tokens[row.units[unit].token as usize];
    (token.span.len() == 9 && doc.slice(token.josa()) == "도").then_some(token.span)
}

/// Returns the site that a unit is; `ways` says whether the article has any way that something goes.
pub(super) fn site<'a>(row: &Row<'a>, at: Place, ways: bool, lexicon: &Lexicon) -> Option<Site<'a>> {
    let unit = &row.units[at.1];
    // Before a sort stand two syllables at least, before a way one.
    if unit.figure || unit.spelt.len() < 6 {
        return None;
    }
    let doc = &row.reading.doc;
    let token = &doc.tokens[unit.token as usize];
    let word = doc.slice(island(row, at.1).unwrap_or(unit.spelt));
    if token.script != Script::Hangul || word.len() < if ways { 6 } else { 9 } || !ways && !LAST.lets_last(word) {
        return national(word, at, lexicon);
    }
    let names = &lexicon.names;
    let next = doc.tokens.get(unit.token as usize + 1).filter(|n| n.spaced && n.script == Script::Hangul);
    let way = next.filter(|_| ways).map(|n| doc.slice(n.span));
    if let Some(way) = way.filter(|n| n.starts_with('방')).and_then(|n| WAYS.iter().copied().find(|w| n.starts_with(w)))
    {
        return (names.is_place(word) || names.is_place_stem(word)).then_some(Site { at, sort: way, stem: word });
    }
    if let Some(ground) = way.and_then(|n| GROUNDS.iter().copied().find(|w| n.starts_with(w))) {
        let fits = match ground {
            // 동해 앞바다 has others in it.
            SEA => names.is_place_stem(word) && !matches!(word, "동해" | "남해"),
            _ => word.len() >= 12 && names.foreign(word) > -25 && !names.is_noun(word),
        };
        return fits.then_some(Site { at, sort: ground, stem: word });
    }
    if word.len() < 9 || !LAST.lets_last(word) {
        return national(word, at, lexicon);
    }
    if let Some((sort, stem)) = court(word) {
        return names.is_place_stem(&word[..6]).then_some(Site { at, sort, stem });
    }
    // The last byte tells most of them apart without a comparison of strings.
    let last = word.as_bytes().last();
    let mut ended = SORTS.iter().copied().filter(|s| s.as_bytes().last() == last);
    let Some(sort) = ended.find(|s| word.ends_with(s) && word.len() >= s.len() + 6) else {
        return national(word, at, lexicon);
    };
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
        // 목포 중앙병원 is one, 중앙병원 may be any.
        (behind_place() && stem.len() >= 6 && !known(word))
            || (!names.is_generic(stem) && !names.is_modifier(stem) && (place() || !known(word)))
    } else if sort == "도" {
        let near = next.is_some_and(|n| NEAR.iter().any(|w| doc.slice(n.span).contains(w)));
        // 통영 매물도에서: no particle stands behind a particle.
        let town = |t: usize| {
            let word = doc.slice(doc.tokens[t].stem());
            names.is_place(word) || names.is_place_stem(word)
        };
        let whole = unit.spelt.len() == 9
            && matches!(doc.slice(token.josa()), "의" | "에" | "에서" | "에는" | "에서는" | "에선")
            && unit.token.checked_sub(1).is_some_and(|t| town(t as usize));
        word.len() == 9 && (near || claimed || whole) && !known(word) && names.level(word) != Some(Level::Province)
    } else if sort == "역" && word.len() > 12 {
        // 봄내시장역과 호반언덕역 사이
        let station = |i: usize| doc.tokens.get(i).is_some_and(|t| doc.slice(t.stem()).ends_with('역'));
        let with = |i: usize| doc.tokens.get(i).is_some_and(|t| matches!(doc.slice(t.josa()), "과" | "와"));
        let i = unit.token as usize;
        (with(i) && station(i + 1)) || (i > 0 && with(i - 1) && station(i - 1))
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

/// Returns the body of the whole country that a word is called after: 한국전력, 한국수력원자력.
fn national<'a>(word: &'a str, at: Place, lexicon: &Lexicon) -> Option<Site<'a>> {
    const NATIONAL: &str = "한국";
    let stem = word.strip_prefix(NATIONAL).filter(|s| s.len() >= 6)?;
    let noun = lexicon.names.is_noun(word) || lexicon.names.is_place(word) || stem.ends_with('인');
    (!noun).then_some(Site { at, sort: NATIONAL, stem })
}

/// Returns what sort of court or prosecutors' office a word is, and the word up to the syllable that tells its level: 부산지
/// of 부산지법 and 부산지방법원.
fn court(word: &str) -> Option<(&'static str, &str)> {
    const ENDS: &[(&str, &str, usize)] = &[
        ("지방법원", "법원", 3),
        ("고등법원", "법원", 3),
        ("지법", "법원", 3),
        ("고법", "법원", 3),
        ("지방검찰청", "검찰", 3),
        ("고등검찰청", "검찰", 3),
        ("지검", "검찰", 3),
        ("고검", "검찰", 3),
    ];
    let &(end, sort, level) = ENDS.iter().find(|e| word.ends_with(e.0) && word.len() >= e.0.len() + 6)?;
    Some((sort, &word[..word.len() - end.len() + level]))
}
