//! The text of one article as blocks, sentences and tokens, every one with its place.

pub mod block;
pub mod hangul;
pub mod josa;
pub mod sentence;
pub mod token;

pub use block::{Block, BlockKind};
pub use sentence::{Quotation, Sentence};
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
        let blocks = block::blocks(article);
        let mut doc = Document {
            article: article.id,
            text,
            published: article.published,
            blocks,
            sentences: Vec::new(),
            tokens: Vec::new(),
            quotations: Vec::new(),
        };
        for b in 0..doc.blocks.len() {
            let block = doc.blocks[b];
            if block.kind == BlockKind::Chrome {
                continue;
            }
            sentence::sentences(text, block.span, |span| {
                let first = doc.tokens.len() as u32;
                token::tokenize(text, span, &mut doc.tokens);
                let tokens = first..doc.tokens.len() as u32;
                if !tokens.is_empty() {
                    doc.sentences.push(Sentence { span, block: b as u32, kind: block.kind, tokens });
                }
            });
        }
        doc.quotations = sentence::quotations(text, &doc.sentences, &doc.blocks);
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
