//! Blocks: what of a page is headline, copy, caption or list item, and what is not copy at all (chrome).

use crate::source::{Article, Span};

/// What a block of text is.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum BlockKind {
    /// The headline.
    Title,
    /// A line between headline and copy that sums up.
    Subhead,
    /// A paragraph of copy.
    Body,
    /// What stands under a picture.
    Caption,
    /// An item of a list, or a question or answer.
    Item,
    /// Portal notes, rankings, related headlines, copyright, reporter lines: it claims nothing.
    Chrome,
}

/// A block of text.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Block {
    /// Its place, without surrounding white space.
    pub span: Span,
    /// What it is.
    pub kind: BlockKind,
}

/// Returns the blocks of an article in the order of the text, the title of the front matter first.
pub fn blocks(article: &Article) -> Vec<Block> {
    let text = article.text.as_str();
    let mut out = Vec::new();
    if let Some(title) = article.title.filter(|t| t.start() < article.body.start()) {
        out.push(Block { span: title, kind: BlockKind::Title });
    }
    let mut at = article.body.start();
    for line in article.body.of(text).split_inclusive('\n') {
        let trimmed = line.trim();
        if !trimmed.is_empty() {
            let start = at + (line.len() - line.trim_start().len());
            let span = Span::new(start, start + trimmed.len());
            out.push(Block { span, kind: kind_of(trimmed, article.title == Some(span)) });
        }
        at += line.len();
    }
    out
}

fn kind_of(line: &str, is_title: bool) -> BlockKind {
    if is_title {
        BlockKind::Title
    } else if line.ends_with(" 제공]") || line.contains("사진=") {
        BlockKind::Caption
    } else if line.starts_with(['-', '·', '▲', '▴', '△', '◆', '■', '□', '○', '●']) {
        BlockKind::Item
    } else {
        BlockKind::Body
    }
}
