//! Sentences and quotations.

use super::block::{Block, BlockKind};
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

/// What stands between a pair of quotation marks.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Quotation {
    /// The words, without the marks.
    pub inner: Span,
    /// The index of the sentence in which it begins.
    pub sentence: u32,
    /// Whether the marks are double: speech; single ones mark names and thoughts.
    pub double: bool,
}

/// Calls `each` with every sentence of `text[span]`; a full stop inside a quotation that goes on does not end one.
pub fn sentences(text: &str, span: Span, mut each: impl FnMut(Span)) {
    let part = span.of(text);
    let base = span.start();
    let mut start = 0;
    let mut depth = 0_i32;
    let mut straight = false;
    let mut chars = part.char_indices().peekable();
    while let Some((i, c)) = chars.next() {
        match c {
            '“' | '「' | '『' => depth += 1,
            '”' | '」' | '』' => depth = (depth - 1).max(0),
            '"' => straight = !straight,
            '.' | '?' | '!' | '。' => {
                let after = chars.peek().map(|&(_, n)| n);
                let ends = after.is_none_or(char::is_whitespace);
                let korean = part[..i].chars().next_back().is_some_and(|p| !p.is_ascii_digit());
                if ends && depth == 0 && !straight && (korean || c != '.') {
                    let end = i + c.len_utf8();
                    emit(part, base, start, end, &mut each);
                    start = end;
                }
            }
            _ => {}
        }
    }
    emit(part, base, start, part.len(), &mut each);
}

fn emit(part: &str, base: usize, start: usize, end: usize, each: &mut impl FnMut(Span)) {
    let piece = &part[start..end];
    let trimmed = piece.trim();
    if !trimmed.is_empty() {
        let lead = piece.len() - piece.trim_start().len();
        each(Span::new(base + start + lead, base + start + lead + trimmed.len()));
    }
}

/// Returns the quotations of all blocks, in the order of the text; marks left open end with their block.
pub fn quotations(text: &str, sentences: &[Sentence], blocks: &[Block]) -> Vec<Quotation> {
    let mut out = Vec::new();
    for block in blocks.iter().filter(|b| b.kind != BlockKind::Chrome) {
        let part = block.span.of(text);
        let base = block.span.start();
        let mut open: Vec<(char, usize)> = Vec::new();
        for (i, c) in part.char_indices() {
            let closes = match c {
                '”' => Some('“'),
                '’' => Some('‘'),
                '"' if open.iter().any(|o| o.0 == '"') => Some('"'),
                _ => None,
            };
            if let Some(opener) = closes {
                if let Some(k) = open.iter().rposition(|o| o.0 == opener) {
                    let from = open[k].1;
                    open.truncate(k);
                    let inner = Span::new(base + from, base + i);
                    let at = sentences.partition_point(|s| s.span.end() <= inner.start());
                    if !inner.is_empty() && at < sentences.len() {
                        out.push(Quotation { inner, sentence: at as u32, double: opener != '‘' });
                    }
                }
            } else if matches!(c, '“' | '‘' | '"') {
                open.push((c, i + c.len_utf8()));
            }
        }
    }
    out.sort_by_key(|q| (q.inner.start(), q.inner.end()));
    out
}
