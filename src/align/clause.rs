//! Clauses of a row as far as directions need them: where one begins, which words its particles mark, and the noun phrases
//! that end with them.

use super::status::is_status;
use super::words::Word;
use super::{Alignment, Row};
use crate::claim::Value;
use crate::source::Span;
use crate::text::Script;
use crate::text::sieve::Sieve;
use std::ops::Range;

/// Particles behind what a direction is said of, those of objects last.
pub(super) const MARKS: &[&str] = &[
    "은",
    "는",
    "이",
    "가",
    "도",
    "만",
    "까지",
    "에는",
    "에서는",
    "에선",
    "으로는",
    "로는",
    "에서도",
    "로서는",
    "으로서는",
    "을",
    "를",
];

/// Of those, what marks no object.
pub(super) const SUBJECTS: &[&str] = MARKS.split_at(MARKS.len() - 2).0;

/// Of those, what makes a word the topic.
pub(super) const TOPICS: &[&str] =
    &["은", "는", "도", "만", "에는", "에서는", "에선", "으로는", "로는", "에서도", "로서는", "으로서는"];

/// Words that stand before directions and are no subject of them.
const HOW: &[&str] = &[
    "소폭",
    "대폭",
    "크게",
    "다시",
    "모두",
    "계속",
    "함께",
    "동반",
    "나란히",
    "일제히",
    "약간",
    "조금",
    "가장",
    "더욱",
    "꾸준히",
    "잇따라",
    "각각",
    "동시",
    "연속",
    "대비",
    "같은",
    "기간",
    "이상",
    "이하",
    "가까이",
    "가량",
    "정도",
    "만에",
    "들어",
    "사이",
    "지난",
    "한때",
    "거의",
    "매우",
    "훨씬",
    "완전",
    "전원",
    "최대",
    "최고",
    "역대",
    "사상",
    "가운데",
    "물론",
    "보면",
    "기준",
    "다만",
    "반면",
    "특히",
    "이에",
    "결과",
    "따르면",
    "것도",
    "증권가",
    "업계",
    "일각",
    "안팎",
    "동기",
    "부쩍",
    "측은",
    "측이",
    "측도",
    "바로",
    "곧바로",
    "즉각",
    "즉시",
    "눈에",
    "띄게",
    "확연",
    "뚜렷",
    "상당히",
    "오히려",
    "도리어",
    "갑자기",
    "빠르게",
    "가파르게",
    "완만하게",
    "살짝",
    "두드러지게",
    "소폭이나마",
    "한참",
];

static HOW_FIRST: Sieve = Sieve::of_first(HOW);

/// Returns whether the word is one of them.
fn is_how(word: &str) -> bool {
    HOW_FIRST.lets_first(word) && HOW.contains(&word)
}

/// What is written behind a closing quotation mark where a clause ends.
const QUOTING: &[&str] = &["며", "고", "라며", "라고", "이라며", "이라고", "면서", "라면서"];

pub(super) fn value<'r>(row: &'r Row<'_>, at: usize) -> Option<&'r Value> {
    row.units[at].claim.map(|c| &row.reading.claims[c as usize].value)
}

/// Returns the word of the direction at a unit as a dictionary has it; nothing where none is.
pub(super) fn lemma<'r>(row: &'r Row<'_>, at: usize) -> &'r str {
    match value(row, at) {
        Some(Value::Direction { word, .. }) => word,
        _ => "",
    }
}

/// Returns the number of the pair of the direction at a unit.
pub(super) fn pair_at(row: &Row<'_>, at: usize) -> u16 {
    match value(row, at) {
        Some(Value::Direction { pair, .. }) => *pair,
        _ => u16::MAX,
    }
}

/// Returns which of the two the direction at a unit is: 늘었다, 3연승; none where none is.
pub(super) fn side(row: &Row<'_>, at: usize) -> Option<bool> {
    match value(row, at)? {
        Value::Direction { up, .. } => Some(*up),
        Value::Count { counter, .. } if counter == "연승" => Some(true),
        Value::Count { counter, .. } if counter == "연패" => Some(false),
        _ => None,
    }
}

/// Returns the text behind a unit.
pub(super) fn behind<'r>(row: &'r Row<'_>, at: usize) -> &'r str {
    row.reading.doc.text.get(row.units[at].span.end()..).unwrap_or("")
}

fn direction(row: &Row<'_>, at: usize) -> Option<bool> {
    match value(row, at)? {
        Value::Direction { up, .. } => Some(*up),
        _ => None,
    }
}

fn same_pair(row: &Row<'_>, at: usize, of: u16) -> bool {
    matches!(value(row, at), Some(Value::Direction { pair, .. }) if *pair == of)
}

/// Returns the text of the 조사 of a unit; of a figure what is written behind it.
pub(super) fn josa<'r>(row: &'r Row<'_>, at: usize) -> &'r str {
    let doc = &row.reading.doc;
    if row.units[at].figure {
        return "";
    }
    doc.slice(doc.tokens[row.units[at].token as usize].josa())
}

/// Returns the unit that one of the particles stands behind: this one, or for a particle that a bracket cuts off the one
/// before.
pub(super) fn mark(row: &Row<'_>, at: usize, marks: &[&str]) -> Option<usize> {
    let unit = &row.units[at];
    if unit.figure {
        return None;
    }
    let doc = &row.reading.doc;
    let token = &doc.tokens[unit.token as usize];
    if !token.spaced && at > 0 && marks.contains(&doc.slice(token.span)) {
        return Some(at - 1);
    }
    // 이름은 물론 주소까지: what is added to is no subject.
    let added = || row.units.get(at + 1).is_some_and(|u| doc.slice(doc.tokens[u.token as usize].span) == "물론");
    (marks.contains(&doc.slice(token.josa())) && !token.is_deed() && !added()).then_some(at)
}

/// Returns the units of the noun phrase that ends with a unit: those before it without 조사, with 의, or joined by 와.
pub(super) fn phrase(row: &Row<'_>, at: usize, from: usize, pair: u16) -> Range<usize> {
    let mut start = at;
    while start > from && at - start < 4 {
        let before = &row.units[start - 1];
        let token = &row.reading.doc.tokens[before.token as usize];
        let joined = matches!(josa(row, start - 1), "" | "의" | "와" | "과") && !token.is_deed();
        let between = Span::new(before.span.end(), row.units[start].span.start());
        let cut = row.reading.doc.slice(between).contains(['…', '|', ':', '/', '\n', ']']);
        let text = row.reading.doc.slice(token.span);
        // 순이자마진(NIM): a noun, whatever it ends in.
        let is_gloss = row.reading.doc.slice(between) == "(";
        if cut
            || before.figure
            || before.clause_end
            || !joined
            || same_pair(row, start - 1, pair)
            || (is_verb(text) && !is_gloss && !before.name)
        {
            break;
        }
        start -= 1;
    }
    start..at + 1
}

/// Returns whether a word without 조사 before a noun is a verb in all likelihood: 끼친, 펼쳐진, 힘입어.
fn is_verb(word: &str) -> bool {
    let long = word.len() >= 9;
    word.ends_with(['진', '친', '긴', '린', '킨', '든', '른', '던', '는', '룬', '둔', '낸', '뀐', '쓴', '춘'])
        || word.ends_with(['어', '아', '여', '해', '려', '춰', '켜', '혀', '져', '돼', '라'])
        || (long && word.ends_with(['면', '고', '며', '서', '게', '지']))
}

/// Returns whether a unit tells what a direction is said of: no figure, no adverb, no word of the pair itself.
pub(super) fn is_telling(alignment: &Alignment<'_>, row: &Row<'_>, at: usize, pair: u16) -> bool {
    let unit = &row.units[at];
    let token = &row.reading.doc.tokens[unit.token as usize];
    let text = row.reading.doc.slice(unit.span);
    !unit.figure
        && !same_pair(row, at, pair)
        && token.script != Script::Number
        && !is_status(text)
        && !is_how(text)
        && !text.ends_with('히')
        && !is_particle_of_figure(row, at)
        && (alignment.words.sort(token) != Word::Slight || (unit.name && text.len() == 3))
}

/// Returns whether a unit is the particle behind a figure: 42-33으로.
fn is_particle_of_figure(row: &Row<'_>, at: usize) -> bool {
    let token = &row.reading.doc.tokens[row.units[at].token as usize];
    let particle =
        || matches!(row.reading.doc.slice(token.span), "으로" | "에서" | "까지" | "부터" | "보다" | "이나" | "에는");
    !token.spaced && at > 0 && row.units[at - 1].figure && particle()
}

/// Returns whether the direction at a unit is a noun as it stands.
pub(super) fn is_noun(row: &Row<'_>, at: usize) -> bool {
    let doc = &row.reading.doc;
    doc.slice(row.units[at].span) == lemma(row, at)
}

/// Returns where the clause of a unit begins.
pub(super) fn clause_start(row: &Row<'_>, at: usize, from: usize) -> usize {
    let doc = &row.reading.doc;
    let inside = doc.quotations.iter().find(|q| q.double && q.inner.contains(row.units[at].span));
    (from..at)
        .rev()
        .find(|&i| ends(row, i) || inside.is_some_and(|q| row.units[i].span.start() < q.inner.start()))
        .map_or(from, |i| i + 1)
}

/// Returns whether a clause ends with a unit; a comma behind a topic ends none.
fn ends(row: &Row<'_>, at: usize) -> bool {
    let doc = &row.reading.doc;
    let unit = &row.units[at];
    if unit.clause_end {
        return !matches!(josa(row, at), "은" | "는" | "이" | "가" | "도");
    }
    let token = &doc.tokens[unit.token as usize];
    if !token.spaced && at > 0 && QUOTING.contains(&doc.slice(token.span)) {
        return true;
    }
    direction(row, at).is_some() && doc.slice(doc.tokens[unit.token as usize].span).ends_with(['고', '나', '며', '만'])
}
