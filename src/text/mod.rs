//! The text of one article as blocks, sentences and tokens, every one with its place.

pub mod block;
pub mod ending;
pub mod hangul;
pub mod josa;
pub mod numeral;
mod quotation;
pub mod sentence;
pub mod sieve;
pub mod token;

pub use block::{Block, BlockKind};
pub use quotation::Quotation;
pub use sentence::Sentence;
pub use token::{Script, Token};

use crate::source::{Article, ArticleId, Span, Stamp};

/// One article, read as text.
#[derive(Clone, Debug)]
pub struct Document<'a> {
    /// Which article.
    pub article: ArticleId,
    /// Its whole text; all spans are of this.
    pub text: &'a str,
    /// When it was published, where known.
    pub published: Option<Stamp>,
    /// The place it was written at, where its dateline names one: `대전` of `(대전=…) …`.
    pub dateline: Option<Span>,
    /// Headline, paragraphs, captions, chrome, in the order of the text.
    pub blocks: Vec<Block>,
    /// The sentences of all blocks that are not chrome, in the order of the text.
    pub sentences: Vec<Sentence>,
    /// The tokens of all sentences.
    pub tokens: Vec<Token>,
    /// What stands between quotation marks.
    pub quotations: Vec<Quotation>,
}

impl<'a> Document<'a> {
    /// Returns the article as a document; never fails, unreadable prose has fewer sentences.
    pub fn read(article: &'a Article) -> Document<'a> {
        let text = article.text.as_str();
        let block::Layout { blocks, dateline } = block::layout(article);
        let mut doc = Document {
            article: article.id,
            text,
            published: article.published,
            dateline,
            blocks,
            sentences: Vec::new(),
            tokens: Vec::new(),
            quotations: Vec::new(),
        };
        // A word and its blank or sign take some ten bytes.
        doc.tokens.reserve(text.len() / 10);
        let mut pairs = Vec::new();
        for b in 0..doc.blocks.len() {
            let block = doc.blocks[b];
            if block.kind == BlockKind::Chrome {
                continue;
            }
            quotation::pairs(block.span.of(text), &mut pairs);
            let first = doc.sentences.len();
            sentence::sentences(text, block.span, &pairs, |span| {
                let first = doc.tokens.len() as u32;
                token::tokenize(text, span, &mut doc.tokens);
                let tokens = first..doc.tokens.len() as u32;
                if !tokens.is_empty() {
                    doc.sentences.push(Sentence { span, block: b as u32, kind: block.kind, tokens });
                }
            });
            let sentences = &doc.sentences[first..];
            doc.quotations.extend(pairs.iter().filter_map(|p| {
                let inner = Span::new(block.span.start() + p.start, block.span.start() + p.end);
                let at = first + sentences.partition_point(|s| s.span.end() <= inner.start());
                (at < doc.sentences.len()).then_some(Quotation { inner, sentence: at as u32, double: p.double })
            }));
        }
        doc
    }

    /// Returns the text of a span.
    pub fn slice(&self, span: Span) -> &'a str {
        span.of(self.text)
    }

    /// Returns the tokens of a sentence.
    pub fn tokens_of(&self, sentence: &Sentence) -> &[Token] {
        &self.tokens[sentence.tokens.start as usize..sentence.tokens.end as usize]
    }

    /// Returns the index of the sentence that holds a byte of the text, if any does.
    pub fn sentence_at(&self, at: usize) -> Option<usize> {
        let i = self.sentences.partition_point(|s| s.span.end() <= at);
        self.sentences.get(i).filter(|s| s.span.start() <= at).map(|_| i)
    }

    /// Returns the index of the first token that ends after a byte of the text.
    pub fn token_at(&self, at: usize) -> usize {
        self.tokens.partition_point(|t| t.span.end() <= at)
    }
}
