//! On which floor or side of a place something is: `2층 교무실` and `3층 교무실`, `지하 3층 변전실` below a picture and `지하 2층 변전실`
//! in the copy, `욕지도 동쪽 해상` and `욕지도 남쪽 해상`.

use super::contest::{Answer, contests};
use super::report::Found;
use super::{Common, Scene};
use crate::claim::Lexicon;
use crate::source::Span;
use crate::text::{BlockKind, Document, Script, Token};

/// Returns the floors and sides that one article alone gives to a room or a stretch of the sea.
pub(super) fn found(scene: Scene<'_>, common: &Common<'_>) -> Vec<Found> {
    let rows = &common.alignment.rows;
    let lexicon = &scene.rules.lexicon;
    let mut all: Vec<Answer> = Vec::new();
    for (r, row) in rows.iter().enumerate() {
        let doc = &row.reading.doc;
        for sentence in &doc.sentences {
            let apart = matches!(sentence.kind, BlockKind::Caption);
            let tokens = doc.tokens_of(sentence);
            for i in 0..tokens.len() {
                let told = floor(doc, tokens, i, lexicon).or_else(|| side(doc, tokens, i, lexicon));
                if let Some((question, answer, at)) = told {
                    all.push(Answer { row: r, question, answer, at, apart });
                }
            }
        }
    }
    let told = contests(common, &all);
    told.into_iter().map(|c| c.found(common, [0.75, 0.6], "같은 곳의 층이나 방위가 다르다")).collect()
}

/// Returns the room that stands behind a floor, the floor, and where that stands.
fn floor(doc: &Document<'_>, tokens: &[Token], i: usize, lexicon: &Lexicon) -> Option<(String, String, Span)> {
    let number = &tokens[i];
    let (storey, room) = (tokens.get(i + 1)?, tokens.get(i + 2)?);
    let fits = number.script == Script::Number
        && !storey.spaced
        && doc.slice(storey.span) == "층"
        && room.spaced
        && room.script == Script::Hangul;
    let name = doc.slice(room.stem());
    // 3층 건물, 3층 이상: no room; 3층 복도: a house has one on each floor.
    if !fits || !is_room(name) || !lexicon.names.is_noun(name) && lexicon.vocabulary.common(name) == 0 && name.len() < 9
    {
        return None;
    }
    let below = i.checked_sub(1).map(|k| &tokens[k]).filter(|t| doc.slice(t.span) == "지하");
    let from = below.map_or(number.span.start(), |t| t.span.start());
    let digits = doc.slice(number.span);
    let answer = if below.is_some() { format!("-{digits}") } else { digits.to_owned() };
    Some((name.to_owned(), answer, Span::new(from, storey.span.end())))
}

/// What rooms are called of which a house has one.
const ROOMS: &[&str] = &[
    "교무실",
    "변전실",
    "기계실",
    "전기실",
    "보일러실",
    "급식실",
    "조리실",
    "수술실",
    "중환자실",
    "응급실",
    "병동",
    "강당",
    "도서관",
    "전시실",
    "대회의실",
    "중회의실",
    "소회의실",
    "회의실",
    "브리핑룸",
    "기자실",
    "시장실",
    "군수실",
    "구청장실",
    "도지사실",
    "교장실",
    "총장실",
    "의장실",
    "본회의장",
    "전산실",
    "서버실",
    "주방",
    "식당",
    "세탁실",
    "수영장",
    "옥외주차장",
    "주차장",
    "연회장",
    "예식장",
    "영화관",
    "공연장",
    "법정",
    "민원실",
    "전망대",
    "배터리실",
    "전력실",
    "통신실",
    "연구실",
    "실험실",
    "대강당",
    "체육관",
];

fn is_room(word: &str) -> bool {
    ROOMS.iter().any(|r| word.ends_with(r))
}

/// Sides of a place.
const SIDES: &[&str] = &[
    "동쪽",
    "서쪽",
    "남쪽",
    "북쪽",
    "남동쪽",
    "남서쪽",
    "북동쪽",
    "북서쪽",
    "동남쪽",
    "서남쪽",
    "동북쪽",
    "서북쪽",
    "남동방",
    "남서방",
    "북동방",
    "북서방",
    "동방",
    "서방",
    "남방",
    "북방",
];

/// Returns the place before a side of it, where the sea or a distance stands behind, the side, and where that stands.
fn side(doc: &Document<'_>, tokens: &[Token], i: usize, lexicon: &Lexicon) -> Option<(String, String, Span)> {
    let token = &tokens[i];
    if i == 0 || token.script != Script::Hangul || !token.spaced {
        return None;
    }
    let side = SIDES.iter().copied().find(|s| *s == doc.slice(token.stem()))?;
    let before = &tokens[i - 1];
    let whole = doc.slice(before.span);
    // 욕지도: 도 is no particle.
    let island = whole.len() == 9 && whole.ends_with('도');
    let place = if island || lexicon.names.is_place(whole) { whole } else { doc.slice(before.stem()) };
    let sea = |k: usize| {
        tokens.get(k).is_some_and(|t| {
            let word = doc.slice(t.span);
            ["해상", "해역", "바다", "앞바다"].iter().any(|w| word.starts_with(w))
                || (matches!(word, "㎞" | "km") && tokens[k - 1].script == Script::Number)
        })
    };
    let fits = place.len() >= 6 && (island || lexicon.names.is_place(place) || lexicon.names.is_place_stem(place));
    // `욕지도 남쪽 22㎞ 해상`
    (i + 1..=i + 4).find(|&k| sea(k))?;
    fits.then(|| (format!("{place} 해상"), side.trim_end_matches(['쪽', '방']).to_owned(), token.stem()))
}
