//! Quotation marks: which opens, which closes, which is an apostrophe.

use crate::source::Span;

/// What stands between a pair of quotation marks.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Quotation {
    /// The words, without the marks; they may be several sentences.
    pub inner: Span,
    /// The index of the sentence in which it begins.
    pub sentence: u32,
    /// Whether the marks are double: speech; single ones and 「」 『』 《》 〈〉 mark names and thoughts.
    pub double: bool,
}

/// A pair of marks in a part of a text.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Pair {
    /// First byte between the marks.
    pub(super) start: usize,
    /// The byte of the closing mark.
    pub(super) end: usize,
    /// The byte behind the closing mark.
    pub(super) after: usize,
    pub(super) double: bool,
}

/// Single marks further apart than this (bytes, about 200 syllables) are no pair but two apostrophes or a lost mark.
const LONGEST_SINGLE: usize = 600;

/// Which signs belong together.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Mark {
    Double,
    Single,
    /// 「 『 《 〈, by its last byte.
    Corner(u8),
}

/// How a sign is written.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Hand {
    Opening,
    Closing,
    Straight,
}

/// Fills `out` with the pairs of marks in `part`, by their start; marks left open belong to none.
///
/// Curly and straight marks close each other where a writer mixed them (`‘천궁'`, `“…한다"고`). A straight mark is judged by
/// its neighbours: `'24년`, `It's` and `5'10"` hold no quotation.
pub(super) fn pairs(part: &str, out: &mut Vec<Pair>) {
    out.clear();
    let bytes = part.as_bytes();
    let mut open: Vec<(Mark, Hand, usize)> = Vec::new();
    let mut at = 0;
    while let Some((i, mark, hand, len)) = next_mark(bytes, at) {
        at = i + len;
        let place = Place::of(part, i, at);
        let known = open.iter().rposition(|o| o.0 == mark);
        let closes = match (hand, known) {
            (Hand::Opening, _) | (Hand::Closing, None) => None,
            (Hand::Closing, Some(k)) => Some(k),
            // `"…다 "고`: a blank before a mark that closes.
            (Hand::Straight, Some(k)) if !place.opens() || place.cites => Some(k),
            (Hand::Straight, _) => None,
        };
        // `It's`, `O'Neil`, `Children’s`; a closing mark after a Latin word is one before a blank or 한글.
        if mark == Mark::Single && hand != Hand::Opening && place.within_latin {
            continue;
        }
        if let Some(k) = closes {
            let start = open[k].2;
            open.truncate(k);
            // The backslash of `\"` in the title of front matter.
            let end = if part[..i].ends_with('\\') { i - 1 } else { i };
            if end > start && (mark != Mark::Single || end - start <= LONGEST_SINGLE) {
                out.push(Pair { start, end, after: at, double: mark == Mark::Double });
            }
        } else if hand == Hand::Opening || (hand == Hand::Straight && place.may_open()) {
            // A mark that opens while its like is open: the earlier one was never closed.
            if let Some(k) =
                known.filter(|&k| hand == Hand::Straight || open[k].1 == Hand::Opening && mark == Mark::Double)
            {
                open.remove(k);
            }
            open.push((mark, hand, at));
        }
    }
    out.sort_unstable_by_key(|p| (p.start, std::cmp::Reverse(p.end)));
}

/// What stands beside a mark.
struct Place {
    before: Option<char>,
    after: Option<char>,
    /// Whether 라고, 며, 는 and the like follow, as behind a quotation.
    cites: bool,
    within_latin: bool,
}

impl Place {
    fn of(part: &str, start: usize, end: usize) -> Place {
        let before = part[..start].chars().rev().find(|&c| c != '\\');
        let after = part[end..].chars().next();
        let rest = &part[end..];
        let cites =
            ["라고", "라며", "라는", "라면서", "고 ", "고,", "며 ", "면서", "는 ", "이라고", "이라며", "이라는"]
                .iter()
                .any(|w| rest.starts_with(w));
        let latin = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphabetic());
        Place { before, after, cites, within_latin: latin(before) && latin(after) }
    }

    /// Returns whether the mark stands as one that opens: a blank or bracket before it, a word behind it.
    fn opens(&self) -> bool {
        self.before.is_none_or(|c| {
            c.is_whitespace() || matches!(c, '(' | '[' | '“' | '‘' | '"' | '\'' | '「' | '『' | '《' | '…' | ',' | '·')
        }) && self.after.is_some_and(|c| !c.is_whitespace())
    }

    /// Returns whether an open quotation can begin here: not inches or feet, not the end of a word.
    fn may_open(&self) -> bool {
        self.opens()
            || (self.after.is_some_and(|c| c.is_alphanumeric() || matches!(c, '\'' | '‘' | '“' | '"'))
                && !self.before.is_some_and(|c| c.is_ascii_digit())
                && !self.cites)
    }
}

/// Returns the next mark at or after a byte: where, which, how written, and its bytes.
fn next_mark(bytes: &[u8], mut at: usize) -> Option<(usize, Mark, Hand, usize)> {
    while let Some(i) = next_lead(bytes, at) {
        at = i;
        match bytes[at] {
            b'"' => return Some((at, Mark::Double, Hand::Straight, 1)),
            b'\'' => return Some((at, Mark::Single, Hand::Straight, 1)),
            0xe2 if bytes.get(at + 1) == Some(&0x80) => match bytes.get(at + 2) {
                Some(0x98 | 0x9b) => return Some((at, Mark::Single, Hand::Opening, 3)),
                Some(0x99) => return Some((at, Mark::Single, Hand::Closing, 3)),
                Some(0x9c | 0x9f) => return Some((at, Mark::Double, Hand::Opening, 3)),
                Some(0x9d) => return Some((at, Mark::Double, Hand::Closing, 3)),
                _ => at += 3,
            },
            0xe3 if bytes.get(at + 1) == Some(&0x80) => match bytes.get(at + 2) {
                // 〈〉 《》 「」 『』 alternate from U+3008.
                Some(&c @ 0x88..=0x8f) => {
                    let hand = if c % 2 == 0 { Hand::Opening } else { Hand::Closing };
                    return Some((at, Mark::Corner(c & !1), hand, 3));
                }
                _ => at += 3,
            },
            _ => at += 3,
        }
    }
    None
}

/// Returns the next byte, at or after one, with which a mark can begin: hardly a syllable begins so.
fn next_lead(bytes: &[u8], at: usize) -> Option<usize> {
    let rest = bytes.get(at..)?;
    let near = memchr::memchr3(b'"', b'\'', 0xe2, rest);
    let corner = memchr::memchr(0xe3, &rest[..near.unwrap_or(rest.len())]);
    corner.or(near).map(|i| at + i)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn inner(text: &str) -> Vec<&str> {
        let mut out = Vec::new();
        pairs(text, &mut out);
        out.iter().map(|p| &text[p.start..p.end]).collect()
    }

    #[test]
    fn what_is_quoted() {
        let cases: &[(&str, &[&str])] = &[
            ("그는 “간다”고 했다", &["간다"]),
            ("그는 \"간다\"며 \"꼭 간다\"고 했다", &["간다", "꼭 간다"]),
            ("로봇 ‘한울' 등을 봤다. ‘두레’도", &["한울", "두레"]),
            ("“기대한다\"고 말했다", &["기대한다"]),
            ("“‘새봄’이 온다”고", &["‘새봄’이 온다", "새봄"]),
            ("\"그가 '간다'고 했다\"고", &["그가 '간다'고 했다", "간다"]),
            ("《새봄》과 「두레법」", &["새봄", "두레법"]),
            ("중관'환경팀'을", &["환경팀"]),
            ("제목 \\\"간다\\\"", &["간다"]),
            // No quotations.
            ("’24년과 '24년 예산", &[]),
            ("It's Children’s 80's", &[]),
            ("키 5'10\"인 선수", &[]),
            ("“닫지 않은 말", &[]),
            // A lost mark loses one quotation, not all that follow.
            ("\"닫지 않고 \"간다\"고 했다. \"온다\"고", &["간다", "온다"]),
            ("열지 않고\"라고 했다. \"온다\"고", &["온다"]),
            ("\"간다 \"고 했다. \"온다\"고", &["간다 ", "온다"]),
        ];
        for (text, want) in cases {
            assert_eq!(inner(text), *want, "{text}");
        }
    }
}
