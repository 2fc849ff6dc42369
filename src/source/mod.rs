//! Articles as they were read: text, outlet, time of publication, and the way back to the bytes on disk.

pub mod chrome;
pub(crate) mod comment;
pub mod credit;
mod decode;
mod front;
pub mod load;
pub mod masthead;
mod problem;
mod read;
mod span;
mod stamp;

pub use decode::as_read;
pub use load::{Loaded, Request, load};
pub use problem::{Place, Problem, ProblemLevel, floor, nearest};
pub use read::{Reading, read_bytes};
pub use span::{Loc, Span};

use jiff::civil::{Date, Time};
use std::ops::Range;

/// The number of an article in its [`Sources`].
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct ArticleId(pub u32);

impl ArticleId {
    /// Returns the number as an index.
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

/// A moment of publication, as finely as the article states it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Stamp {
    /// The civil day at the outlet.
    pub date: Date,
    /// The time of day, where stated.
    pub time: Option<Time>,
    /// Minutes east of Greenwich, where stated.
    pub offset: Option<i16>,
}

/// How the file on disk relates to the text, where they are not the same bytes (CP949, NFD, full-width signs).
#[derive(Clone, Debug)]
pub struct Original {
    /// The encoding of the file.
    pub encoding: &'static encoding_rs::Encoding,
    /// The file decoded, before composing and folding; none where those changed nothing.
    pub(in crate::source) decoded: Option<String>,
    /// Pairs (byte of text, byte of `decoded`) at each point where the distance changes; empty where it never does.
    pub(in crate::source) to_decoded: Vec<(u32, u32)>,
    /// Pairs (byte of `decoded`, byte of file), likewise.
    pub(in crate::source) to_file: Vec<(u32, u32)>,
}

/// One article of one outlet.
#[derive(Clone, Debug)]
pub struct Article {
    /// Its number in [`Sources`].
    pub id: ArticleId,
    /// The path as the user named it, or `-` for standard input.
    pub path: String,
    /// The outlet; the file name without its ending where the article does not say.
    pub outlet: String,
    /// Whether the outlet was found in the article (else it is the file name).
    pub outlet_known: bool,
    /// When it was published, where known.
    pub published: Option<Stamp>,
    /// The headline: in the front matter or as the first line of the body.
    pub title: Option<Span>,
    /// The reporter, where known.
    pub byline: Option<String>,
    /// The address it was taken from, where the front matter names it.
    pub url: Option<String>,
    /// The whole text, front matter included; NFC, full-width letters and digits folded.
    pub text: String,
    /// The part after the front matter.
    pub body: Span,
    /// The way back to the file where it is not the text byte by byte.
    pub original: Option<Original>,
    /// Whether it is only compared with, not reported on (`--against`).
    pub peer: bool,
}

impl Article {
    /// Returns an article of plain text with nothing known but its name, as rule examples and tests need it.
    pub fn plain(path: &str, outlet: &str, text: &str) -> Article {
        Article {
            id: ArticleId(0),
            path: path.to_owned(),
            outlet: outlet.to_owned(),
            outlet_known: true,
            published: None,
            title: None,
            byline: None,
            url: None,
            body: Span::new(0, text.len()),
            text: text.to_owned(),
            original: None,
            peer: false,
        }
    }

    /// Returns the bytes of the file on disk that the span of the text stands for.
    pub fn file_span(&self, span: Span) -> Range<usize> {
        match &self.original {
            None => span.range(),
            Some(o) => {
                let decoded = o.decoded.as_deref().unwrap_or(&self.text);
                let start = from(&o.to_file, floor(decoded, from(&o.to_decoded, span.start())));
                let end = up_to(&o.to_file, floor(decoded, up_to(&o.to_decoded, span.end())));
                start..end.max(start)
            }
        }
    }

    /// Returns text as the bytes that stand for it in the file's encoding; none where that cannot write it.
    pub fn encode(&self, text: &str) -> Option<Vec<u8>> {
        match self.original.as_ref().map(|o| o.encoding) {
            None => Some(text.into()),
            Some(e) if e == encoding_rs::UTF_16LE => Some(text.encode_utf16().flat_map(u16::to_le_bytes).collect()),
            Some(e) if e == encoding_rs::UTF_16BE => Some(text.encode_utf16().flat_map(u16::to_be_bytes).collect()),
            Some(e) => {
                let (bytes, _, lossy) = e.encode(text);
                (!lossy).then(|| bytes.into_owned())
            }
        }
    }

    /// Returns the text that lines and columns are counted in, and the byte of it that stands for `at`.
    pub fn decoded_at(&self, at: usize) -> (&str, usize) {
        match &self.original {
            Some(Original { decoded: Some(decoded), to_decoded, .. }) => {
                (decoded, floor(decoded, from(to_decoded, at)))
            }
            _ => (&self.text, at),
        }
    }

    /// Returns the 1-based line and column (Unicode scalar values of the file) of a byte of the text.
    ///
    /// A byte order mark is not counted.
    pub fn line_column(&self, at: usize) -> (usize, usize) {
        let (text, at) = self.decoded_at(at);
        let before = &text.as_bytes()[..at.min(text.len())];
        let line = memchr::memchr_iter(b'\n', before).count() + 1;
        let start = memchr::memrchr(b'\n', before).map_or(0, |i| i + 1);
        let column = text[start..before.len()].chars().filter(|&c| c != '\u{feff}').count() + 1;
        (line, column)
    }
}

/// Returns where a span that starts at `at` starts on the other side of the steps.
fn from(steps: &[(u32, u32)], at: usize) -> usize {
    let i = steps.partition_point(|s| s.0 as usize <= at);
    i.checked_sub(1).map_or(at, |k| along(steps, k, at))
}

/// Returns where a span that ends at `at` ends on the other side of the steps.
fn up_to(steps: &[(u32, u32)], at: usize) -> usize {
    let i = steps.partition_point(|s| (s.0 as usize) < at);
    match steps.get(i) {
        Some(s) if s.0 as usize == at => s.1 as usize,
        _ => i.checked_sub(1).map_or(at, |k| along(steps, k, at)),
    }
}

/// Returns where `at`, which lies behind step `k`, stands: inside a replaced piece not beyond its end.
fn along(steps: &[(u32, u32)], k: usize, at: usize) -> usize {
    let next = steps.get(k + 1).map_or(usize::MAX, |s| s.1 as usize);
    (steps[k].1 as usize + (at - steps[k].0 as usize)).min(next)
}

/// All articles of a run; nothing else owns article text.
#[derive(Clone, Debug, Default)]
pub struct Sources {
    articles: Vec<Article>,
}

impl Sources {
    /// Returns sources without an article.
    pub fn new() -> Sources {
        Sources::default()
    }

    /// Adds an article, gives it the next number, and returns that.
    pub fn push(&mut self, mut article: Article) -> ArticleId {
        let id = ArticleId(self.articles.len() as u32);
        article.id = id;
        self.articles.push(article);
        id
    }

    /// Returns all articles in the order of their numbers.
    pub fn articles(&self) -> &[Article] {
        &self.articles
    }

    /// Returns all articles, to name their outlets before they are read.
    pub fn articles_mut(&mut self) -> &mut [Article] {
        &mut self.articles
    }

    /// Returns the article of that number.
    pub fn article(&self, id: ArticleId) -> &Article {
        &self.articles[id.index()]
    }

    /// Returns the text that stands there.
    pub fn slice(&self, loc: Loc) -> &str {
        loc.span.of(&self.article(loc.article).text)
    }
}
