//! Acts: what is said to have happened on a day. `21일 밝혔다`, `21일 공개한 명단`, `21일 결승에서 이겼다`.

use crate::claim::{Claim, Reading};
use crate::source::Span;
use crate::text::{BlockKind, Script, hangul};

/// What is said to have happened on a day.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Act {
    /// Something was said: 밝혔다, 공개한, 에 따르면.
    Said,
    /// Something was done, with the place of the verb.
    Done(Span),
    /// Something was seen: `현재`, a caption.
    Seen,
}

/// What stands behind a day of something that is still to come, before any verb.
const TO_COME: &[&str] = &[
    "예정",
    "계획",
    "방침",
    "전망",
    "예상",
    "예고",
    "앞두",
    "앞둔",
    "앞서",
    "앞뒀",
    "위해",
    "위한",
    "대비",
    "맞아",
    "맞춰",
    "약속",
    "예약",
    "연기",
    "미루",
    "미뤄",
    "미뤘",
    "앞당",
    "제안",
    "통보",
    "공지",
    "안내",
    "잡혔",
    "잡았",
    "정해",
    "정했",
    "남았",
    "남겨",
    "다가왔",
    "합의",
    "요구",
    "촉구",
    "요청",
    "내다",
];

/// What ends a word that tells of nothing past.
const OPEN: &[&str] = &[
    "기로", "다고", "다며", "다면", "라고", "라며", "려고", "려는", "도록", "자고", "하는", "되는", "리는", "치는",
    "지는", "하게", "할", "될", "릴", "질", "여는", "갖는", "맺는", "맞는", "나는", "서는", "오는", "있는", "하면",
    "되면",
];

/// Words before a noun that tell of something done.
const DONE: &[&str] = &[
    "공개", "발표", "공시", "발의", "체결", "개최", "개막", "개장", "개통", "시작", "발생", "실시", "방문", "출발",
    "도착", "선고", "진행", "통과", "의결", "출간", "출시", "개봉", "방송", "보도", "접수", "취임", "확진",
];

/// The same of verbs.
const GONE: &[&str] =
    &["열린", "치러진", "치른", "숨진", "맺은", "내놓은", "끝난", "난", "일어난", "터진", "가진", "벌인", "낸"];

/// What people do who tell something.
pub(super) const TELLING: &[&str] = &["밝혔", "말했", "전했", "발표", "설명했", "알렸", "보도", "공시", "내놓", "집계"];

/// The same of words that end no sentence, or tell of what others say.
const SAYING: &[&str] = &["밝힌", "공개", "내놨", "따르면"];

/// Returns what the first verb behind a day in its sentence says to have happened on it: `21일 밝혔다`, `21일 공개한`,
/// `21일 산림청에 따르면`; none of `21일 연다고 밝혔다`, of `21일까지`, and of the words of somebody.
pub fn past(reading: &Reading<'_>, claim: &Claim) -> Option<Act> {
    let doc = &reading.doc;
    if doc.quotations.iter().any(|q| q.inner.contains(claim.span)) {
        return None;
    }
    let sentence = &doc.sentences[claim.sentence as usize];
    let tokens = doc.tokens_of(sentence);
    let from = tokens.partition_point(|t| t.span.start() < claim.span.end());
    let mut rest = tokens[from..].iter();
    // The particle of the day is a token of its own.
    if let Some(t) = rest.clone().next().filter(|t| !t.spaced && t.script == Script::Hangul) {
        if !matches!(doc.slice(t.span), "에" | "에는" | "에도") {
            return None;
        }
        rest.next();
    }
    let (mut before, mut number, mut opened) = ("", false, false);
    for t in rest.take(FAR) {
        let word = doc.slice(t.span);
        let (last, timed) =
            (std::mem::replace(&mut before, word), std::mem::replace(&mut number, t.script == Script::Number));
        match t.script {
            Script::Sign if matches!(word, "\"" | "“" | "”" | "=" | "▲" | "△") => return None,
            Script::Hangul => {}
            _ => continue,
        }
        // 1일 오후 8시까지.
        if timed && !t.spaced && (word.ends_with("까지") || word.ends_with("부터")) {
            return None;
        }
        if word == "현재" {
            return Some(Act::Seen);
        }
        // 8일 집계를 보면.
        if word == "보면" && last.ends_with(['을', '를']) {
            return Some(Act::Said);
        }
        // 8일 이사회를 열어 사들이기로 의결했다: it was opened on that day.
        if word == "열어" {
            opened = true;
        }
        if opened && word.ends_with("기로") {
            continue;
        }
        if TO_COME.iter().any(|w| word.starts_with(w)) {
            return None;
        }
        let done = || word.strip_suffix(['한', '된']).is_some_and(|w| DONE.contains(&w));
        let past = finite(word)
            .unwrap_or_else(|| word == "따르면" || word == "밝힌" || GONE.contains(&word) || gone(word) || done());
        if past {
            let said = TELLING.iter().chain(SAYING).any(|w| word.starts_with(w));
            return Some(if said { Act::Said } else { Act::Done(t.span) });
        }
        if finite(word).is_some() || OPEN.iter().any(|e| word.ends_with(e)) {
            return None;
        }
    }
    // A picture shows what has been.
    let shown = sentence.kind == BlockKind::Caption;
    (shown && doc.slice(sentence.span).trim_end_matches(['.', ' ']).ends_with("있다")).then_some(Act::Seen)
}

/// Returns whether a form tells of what was going on: 향하던.
fn gone(word: &str) -> bool {
    word.len() >= 9 && word.ends_with("던")
}

/// How many words behind a day its verb may stand.
const FAR: usize = 60;

/// Returns whether a finite verb tells of the past, by its ㅆ: 했다, 열렸고, 숨졌으며; false of 하겠다; none of other words.
fn finite(word: &str) -> Option<bool> {
    let mut chars = word.char_indices().peekable();
    while let Some((i, c)) = chars.next() {
        let past = hangul::split(c).is_some_and(|s| hangul::JONGSEONG[s.2 as usize] == 'ㅆ');
        if !past || chars.peek().is_none() || (c == '있' && i == 0) {
            continue;
        }
        return Some(c != '겠');
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_has_happened_is_told_by_the_verb() {
        for (word, past) in [
            ("밝혔다", Some(true)),
            ("숨졌으며", Some(true)),
            ("있었다", Some(true)),
            ("있다", None),
            ("열겠다", Some(false)),
            ("연다", None),
            ("예정이다", None),
        ] {
            assert_eq!(finite(word), past, "{word}");
        }
    }
}
