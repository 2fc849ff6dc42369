//! Sentences.

use super::block::BlockKind;
use super::quotation::Pair;
use crate::source::Span;
use std::ops::Range;

/// One sentence.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Sentence {
    /// Its place, with its full stop.
    pub span: Span,
    /// The index of its block.
    pub block: u32,
    /// The kind of its block.
    pub kind: BlockKind,
    /// The indices of its tokens.
    pub tokens: Range<u32>,
}

/// Quotations longer than this (bytes, about 60 syllables) are split at the full stops inside them.
const LONG_QUOTATION: usize = 180;

/// Calls `each` with every sentence of `text[span]`, whose quotation marks are `pairs`.
///
/// No sentence ends at a decimal point, in a date (`2024. 7. 30.`), behind an initial (`A. 씨`), within brackets or within a
/// short quotation, nor behind one that goes on (`…한다.”라고`, `…한다.” 라고`); one does end where the blank is missing
/// (`했다.이어`).
pub(super) fn sentences(text: &str, span: Span, pairs: &[Pair], mut each: impl FnMut(Span)) {
    let part = span.of(text);
    let bytes = part.as_bytes();
    let base = span.start();
    let mut start = 0;
    let mut at = 0;
    while let Some(i) = memchr::memchr3(b'.', b'?', b'!', &bytes[at..]).map(|i| at + i) {
        at = i + 1;
        if let Some(end) = end_of_sentence(part, start, i, pairs) {
            emit(part, base, start, end, &mut each);
            start = end;
            at = end;
        }
    }
    emit(part, base, start, part.len(), &mut each);
}

/// Returns the byte behind the sentence that the stop at byte `i` ends, if it ends one.
fn end_of_sentence(part: &str, start: usize, i: usize, pairs: &[Pair]) -> Option<usize> {
    let bytes = part.as_bytes();
    let before = part[start..i].chars().next_back()?;
    // Of `?!` and `...` the last sign counts; an ellipsis ends nothing.
    if matches!(bytes.get(i + 1), Some(b'.' | b'?' | b'!')) || (bytes[i] == b'.' && before == '.') {
        return None;
    }
    let mut end = i + 1;
    let mut quoted = false;
    while let Some(c) = part[end..].chars().next() {
        match c {
            '”' | '’' | '"' | '\'' | '」' | '』' | '》' | '〉' if pairs.iter().any(|p| p.end == end) => {
                quoted = true
            }
            ')' | ']' => {}
            _ => break,
        }
        end += c.len_utf8();
    }
    let closed = end > i + 1;
    if bytes[i] == b'.' && !closed && !full_stop(part, start, i, before) {
        return None;
    }
    if pairs.iter().any(|p| p.start <= i && p.after > end && !(p.double && p.end - p.start > LONG_QUOTATION)) {
        return None;
    }
    // The mark of a footnote belongs to the sentence: `했다.[1]`.
    if let Some(len) = footnote(&part[end..]) {
        end += len;
    }
    let rest = &part[end..];
    let Some(next) = rest.chars().next() else { return Some(part.len()) };
    if next.is_whitespace() {
        let goes_on = (quoted && cites(rest.trim_start())) || in_brackets(&part[start..i], rest);
        return (!goes_on).then_some(end);
    }
    // 했다.이어
    let glued = !closed
        && bytes[i] == b'.'
        && matches!(before, '다' | '요' | '까' | '죠')
        && part[start..i].len() > 12
        && (('가'..='힣').contains(&next) || matches!(next, '“' | '‘' | '"' | '[' | '▲' | '△'))
        && !in_brackets(&part[start..i], rest);
    glued.then_some(end)
}

/// Returns whether a full stop behind `before` can end a sentence at all.
fn full_stop(part: &str, start: usize, i: usize, before: char) -> bool {
    let sentence = &part[start..i];
    if before.is_ascii_digit() {
        return false;
    }
    if before.is_ascii_alphabetic() {
        let word = sentence.rsplit(|c: char| !c.is_ascii_alphabetic()).next().unwrap_or_default();
        return word.len() > 1
            && !matches!(
                word,
                "Inc"
                    | "Co"
                    | "Ltd"
                    | "Corp"
                    | "vs"
                    | "No"
                    | "Mr"
                    | "Ms"
                    | "Mrs"
                    | "Dr"
                    | "St"
                    | "Jr"
                    | "Sr"
                    | "Prof"
                    | "Gen"
                    | "Vol"
            );
    }
    // `가. 목적`
    sentence.trim_start().len() > before.len_utf8()
}

/// Returns the bytes of `[1]` at the head of a text.
fn footnote(rest: &str) -> Option<usize> {
    let digits = rest.strip_prefix('[')?.bytes().take_while(u8::is_ascii_digit).count();
    (digits > 0 && rest[1 + digits..].starts_with(']')).then_some(digits + 2)
}

/// Returns whether a text goes on citing what was quoted before it: `라고 말했다`, `며`.
fn cites(rest: &str) -> bool {
    ["라고", "라며", "라는", "라면서", "이라고", "이라며", "이라는", "고 ", "며 ", "면서 ", "하고 "]
        .iter()
        .any(|w| rest.starts_with(w))
}

/// Returns whether a bracket is open behind `before` and closed in `rest`.
fn in_brackets(before: &str, rest: &str) -> bool {
    let Some(open) = memchr::memrchr(b'(', before.as_bytes()) else { return false };
    let near = &rest.as_bytes()[..rest.len().min(240)];
    memchr::memchr(b')', &before.as_bytes()[open..]).is_none()
        && memchr::memchr2(b'(', b')', near).is_some_and(|i| near[i] == b')')
}

fn emit(part: &str, base: usize, start: usize, end: usize, each: &mut impl FnMut(Span)) {
    let piece = part[start..end].trim();
    if !piece.is_empty() {
        let place = Span::within(part, piece);
        each(Span::new(base + place.start(), base + place.end()));
    }
}

#[cfg(test)]
mod tests {
    use super::super::quotation;
    use super::*;

    fn split(text: &str) -> Vec<&str> {
        let (mut pairs, mut out) = (Vec::new(), Vec::new());
        quotation::pairs(text, &mut pairs);
        sentences(text, Span::new(0, text.len()), &pairs, |s| out.push(s.of(text)));
        out
    }

    /// `|` stands where a sentence ends.
    #[test]
    fn where_sentences_end() {
        let long = "가나다라마바사아자차카타파하".repeat(5);
        let long = format!("그는 “{long} 했다.| 이제 {long} 한다.”라고 말했다.| 끝이다.");
        for marked in [
            "비가 왔다.| 바람도 불었다.",
            "비율은 1.5배다.| 값은 2.3%다.",
            "2031. 3. 4. 열린 회의는 2031.3.5. 끝났다.| 이튿날이다.",
            "A. 씨와 J. 로빈슨이 왔다.| 한울 Co. Ltd. 대표다.",
            "“간다. 꼭 간다.”라고 말했다.| 끝이다.",
            "“간다.” 라고 말했다.| 끝이다.",
            "\"간다.\"| 17일 그는 떠났다.",
            "왜 갔을까?| 모른다!| 끝이다.",
            "“왜 갔나?”라고 물었다.| 끝이다.",
            "그가 갔다고 했다.|이어 그도 왔다.|“간다”고 했다.",
            "글쎄... 모르겠다.| 음… 모르겠다.",
            "그가 갔다(비가 왔다. 바람도 불었다).| 끝이다.",
            "그가 갔다.[12]| 끝이다.",
            "가. 목적은 이렇다.| 나. 방법은 저렇다.",
            "“닫지 않았다.| 그래도 끝난다.| 끝이다.",
            "주소는 www.example.com이다.| 끝이다.",
            &long,
        ] {
            let text = marked.replace('|', "");
            let want: Vec<&str> = marked.split('|').map(str::trim).collect();
            assert_eq!(split(&text), want);
        }
    }
}
