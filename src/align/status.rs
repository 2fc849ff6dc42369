//! Status words: of when, or in what state, a figure holds.

use super::Row;
use crate::text::sieve::Sieve;

/// Words that say of when or in what state a figure holds; two figures under different ones are two questions.
const STATUS: &[&str] = &[
    "누적",
    "예정",
    "목표",
    "계획",
    "예상",
    "전망",
    "추산",
    "잠정",
    "확정",
    "당초",
    "애초",
    "지난해",
    "작년",
    "올해",
    "전년",
    "내년",
    "전분기",
    "상반기",
    "하반기",
    "지난달",
    "이달",
    "전월",
    "종전",
    "기존",
    "최대",
    "최소",
    "평균",
    "하루",
    "연간",
    "현재",
    "이전",
    "당시",
    "처음",
    "직전",
    "재작년",
    "앞서",
    "평소",
    "이후",
    "1분기",
    "2분기",
    "3분기",
    "4분기",
    "국내",
    "해외",
    "남성",
    "여성",
    "남자",
    "여자",
    "전반",
    "후반",
    "통산",
    "시즌",
    "전체",
    "개인",
    "단체",
    "목표치",
    "평년",
    "오전",
    "오후",
    "새벽",
    "아침",
    "저녁",
];

static FIRST: Sieve = Sieve::of_first(STATUS);
static LAST: Sieve = Sieve::of_last(STATUS);

/// Returns which of them the word is.
fn position(word: &str) -> Option<usize> {
    if FIRST.lets_first(word) && LAST.lets_last(word) { STATUS.iter().position(|s| *s == word) } else { None }
}

/// Returns whether the word is one of them.
pub(super) fn is_status(word: &str) -> bool {
    position(word).is_some()
}

/// Returns which status words stand in the clause of a unit, as bits.
pub(super) fn status_words(row: &Row<'_>, at: usize) -> u64 {
    let sentence = row.sentence(row.sentence_of(at) as u32);
    let mut bits = 0;
    let mut look = |i: usize| {
        let text = row.reading.doc.slice(row.units[i].span);
        if !row.units[i].figure
            && let Some(k) = position(text)
        {
            bits |= 1 << k;
        }
    };
    for i in (sentence.start..at).rev().take(6) {
        if row.units[i].clause_end && i + 1 < at {
            break;
        }
        look(i);
    }
    if at + 1 < sentence.end && !row.units[at].clause_end {
        look(at + 1);
    }
    bits
}
