//! Tenor: what the words around a direction say of the side that it is on. `찬성한다며 철회를 요구했다` and `2위로 9초
//! 앞섰다` go against themselves: where two outlets say opposite things, they are the likelier slips.

use super::Row;
use super::clause::{behind, clause_start, lemma, side, value};
use super::stance::is_lead;
use super::subject::is_change;
use crate::claim::Value;

/// What those do who are against something.
const AGAINST: &[&str] =
    &["사퇴", "철회", "퇴진", "반발", "규탄", "부적격", "저지", "폐기", "백지화", "비판", "중단하라", "우려", "졸속"];

/// What those do who are for something.
const FOR: &[&str] = &["환영", "적격", "긍정적", "감쌌", "감싸", "높이 평가"];

/// Words for being for something or against it.
const VOTES: &[&str] = &["찬성", "반대", "동의", "지지"];

/// Ranks of who is not ahead, and of who is.
const RANKS: [&[&str]; 2] = [&["2위로", "2위인", "3위로", "준우승", "은메달"], &["1위로", "1위인", "선두로", "금메달"]];

/// Words of the time that a result is set against.
const BEFORE: &[&str] = &["지난해", "작년", "전년", "1년 전", "직전 분기", "전분기", "지난 분기"];

/// Returns whether what stands around a direction goes with it (more than 0), against it (less), or tells nothing.
pub fn tenor(row: &Row<'_>, at: usize) -> i32 {
    let up = if side(row, at) == Some(true) { 1 } else { -1 };
    match lemma(row, at) {
        w if VOTES.contains(&w) => up * of_vote(row, at),
        _ if is_lead(row, at) => up * of_lead(row, at),
        "흑자" | "적자" => up * of_result(row, at),
        _ if is_change(row, at) => match of_ends(row, at) {
            0 => up * of_gap(row, at),
            way => up * way,
        },
        _ => 0,
    }
}

/// Returns whether any of the words stands in a text.
fn has(text: &str, words: &[&str]) -> bool {
    words.iter().any(|w| text.contains(w))
}

/// Returns whether who votes speaks for it or against it in the same sentence, where only one of the two is told.
fn of_vote(row: &Row<'_>, at: usize) -> i32 {
    let text = row.reading.doc.slice(row.reading.doc.sentences[row.sentence_of(at)].span);
    if VOTES.iter().filter(|w| text.contains(*w)).count() > 1 {
        return 0;
    }
    i32::from(has(text, FOR)) - i32::from(has(text, AGAINST))
}

/// Returns whether the clause says that it is the first who is spoken of, or another.
fn of_lead(row: &Row<'_>, at: usize) -> i32 {
    let doc = &row.reading.doc;
    let sentence = row.sentence(row.sentence_of(at) as u32);
    let start = clause_start(row, at, sentence.start);
    // 3구간까지 2위로, 9초 앞섰다: a comma parts no clause there.
    let start =
        if start == at || start > sentence.start { clause_start(row, start.max(1) - 1, sentence.start) } else { start };
    let text = doc.text.get(row.units[start.min(at)].span.start()..row.units[at].span.start()).unwrap_or("");
    i32::from(has(text, RANKS[1])) - i32::from(has(text, RANKS[0]))
}

/// Returns whether the paragraph tells of a loss of the time before, or of a profit.
fn of_result(row: &Row<'_>, at: usize) -> i32 {
    let doc = &row.reading.doc;
    let own = &doc.sentences[row.sentence_of(at)];
    let around = doc.sentences.iter().filter(|s| s.block == own.block).map(|s| doc.slice(s.span));
    let mut told: i32 = 0;
    for text in around {
        let was = has(text, BEFORE);
        // What stands beside the word for the result itself is of now.
        let (loss, profit) = (has(text, &["손실", "적자를"]), has(text, &["영업이익", "순이익", "흑자를"]));
        told += match (was, loss, profit) {
            (true, true, false) => 1,
            (true, false, true) => -1,
            (false, false, true) => 1,
            (false, true, false) => -1,
            _ => 0,
        };
    }
    told.signum()
}

/// Words between what was and what became of it.
const LATER: &[&str] =
    &["에서 ", "이던", "였던", "이었던", "보다", "다음", "둘째", "이듬", "이번", "올해", "지금", "현재", "뒤 ", "만에"];

/// Returns which way the two figures before a change go: up of `첫 주 68명, 다음 주 74명으로`.
fn of_ends(row: &Row<'_>, at: usize) -> i32 {
    let sentence = row.sentence(row.sentence_of(at) as u32);
    let figure = |u: &usize| row.units[*u].figure;
    let Some(new) = (sentence.start..at).rev().take(4).find(figure) else { return 0 };
    let to = behind(row, new).starts_with('로') || behind(row, new).starts_with("으로");
    let old = (sentence.start..new).rev().find(|&u| row.units[u].class == row.units[new].class);
    let size = |u: usize| value(row, u).and_then(super::figure::size);
    let gap = old.and_then(|u| row.reading.doc.text.get(row.units[u].span.end()..row.units[new].span.start()));
    let to = to && gap.is_some_and(|g| has(g, LATER));
    match (old.filter(|_| to).and_then(size), size(new)) {
        (Some(x), Some(y)) => (y - x).signum() as i32,
        _ => 0,
    }
}

/// Returns whether who is behind comes nearer, or who is ahead draws away: `21%로 내리며 26%인 푸른당과의 간격이 벌어졌다`.
fn of_gap(row: &Row<'_>, at: usize) -> i32 {
    let doc = &row.reading.doc;
    let sentence = row.sentence_of(at);
    let text = doc.slice(doc.sentences[sentence].span);
    let Some(place) = ["과의 ", "와의 "].iter().filter_map(|j| text.find(j)).min() else { return 0 };
    let (before, behind) = (&text[..place], &text[place + "과의 ".len()..]);
    if !["간격", "격차", "차이", "거리"].iter().any(|w| behind.starts_with(w)) {
        return 0;
    }
    let wider = has(behind, &["벌어", "벌렸", "벌리", "커졌", "커지"]);
    if wider == has(behind, &["좁혀", "좁혔", "좁아", "줄어", "줄였"]) {
        return 0;
    }
    let other = before.rsplit(' ').next().unwrap_or("");
    let share = |u: &usize| matches!(value(row, *u), Some(Value::Percent { unit: "%", .. }));
    // What the one has, in the sentence; what the other has, wherever its name stands right before.
    let own = row.sentence(sentence as u32).find(share).filter(|&u| u < at);
    let named = |u: &usize| {
        let lead = doc.text[..row.units[*u].span.start()].trim_end_matches([' ', '(']);
        let lead = lead.strip_suffix(['은', '는', '이', '가']).unwrap_or(lead);
        !other.is_empty() && lead.ends_with(other)
    };
    let theirs = (0..row.units.len()).find(|u| share(u) && named(u));
    let size = |u: usize| value(row, u).and_then(super::figure::size);
    match (own.and_then(size), theirs.and_then(size)) {
        (Some(x), Some(y)) if x != y => {
            if (x > y) == wider {
                1
            } else {
                -1
            }
        }
        _ => 0,
    }
}
