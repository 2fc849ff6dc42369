//! What the parts of a list are called, and whether such labels leave no other part: `찬성 30표, 반대 14표, 기권 2표`.

use super::page::{Figure, Page};
use crate::align::figure::Class;

/// Labels that leave no other part: where all parts bear labels of one row, the list is complete even with 등.
const COMPLETE: &[&[&str]] = &[
    &["사망", "숨", "중상", "경상", "부상", "실종"],
    &["찬성", "반대", "기권", "무효", "모름", "무응답", "잘 모", "유보"],
    &["남자", "여자", "남성", "여성", "남학생", "여학생", "남아", "여아"],
    &["초등", "중등", "중학", "고등"],
    &["오른", "내린", "늘어난", "줄어든", "변동", "보합", "그대로", "같은"],
    &["국비", "도비", "시비", "군비", "구비", "지방비", "자부담", "민자"],
];

/// Labels of which one of each leaves no other part of a whole: 30개 품목 중 오른 것이 14개, 내린 것이 15개, 변동 없는 것이 1개.
const CLOSED: &[&[&[&str]]] = &[
    &[&["오른"], &["내린"], &["변동", "보합", "그대로", "같은"]],
    &[&["늘어난"], &["줄어든"], &["변동", "그대로", "같은"]],
    &[&["남자", "남성", "남학생", "남아"], &["여자", "여성", "여학생", "여아"]],
];

/// Returns whether the labels of a list leave no other part.
pub(super) fn complete(page: &Page<'_>, list: &[&Figure]) -> bool {
    // 원안 15표, 수정안 10표, 기권 1표: nobody else has voted.
    let last = list[list.len() - 1];
    let unused =
        || ["기권 ", "무효 ", "기권이 ", "무효가 "].iter().any(|w| page.before(last.span, last.sentence).ends_with(w));
    (last.class == Class::Count("표".to_owned()) && unused())
        || closed(page, list)
        || COMPLETE.iter().any(|row| list.iter().all(|f| is_called(page, f, row, 8)))
}

/// Returns whether the parts of a list are one of each sort that a whole has.
pub(super) fn closed(page: &Page<'_>, list: &[&Figure]) -> bool {
    let all = |row: &[&[&str]]| row.iter().all(|words| list.iter().any(|f| is_called(page, f, words, 12)));
    CLOSED.iter().any(|row| row.len() == list.len() && all(row))
}

/// Returns whether one of some words stands in the last so many characters before a figure.
fn is_called(page: &Page<'_>, f: &Figure, words: &[&str], reach: usize) -> bool {
    let before = page.before(f.span, f.sentence);
    let from = before.char_indices().rev().nth(reach - 1).map_or(0, |(i, _)| i);
    words.iter().any(|w| before[from..].contains(w))
}
