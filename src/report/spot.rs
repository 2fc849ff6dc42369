//! Where a span stands, in each of the ways that formats count.

use crate::source::{Article, Loc, Sources};
use std::cell::OnceCell;

/// A place as reports state it. Lines and columns count from 1; the end column is that of the first character after.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Spot<'a> {
    /// The path as the user named it.
    pub(crate) path: &'a str,
    /// The outlet.
    pub(crate) outlet: &'a str,
    /// The text that stands there.
    pub(crate) text: &'a str,
    /// First byte in the file on disk.
    pub(crate) byte_start: usize,
    /// The byte after the last.
    pub(crate) byte_end: usize,
    /// Where it begins.
    pub(crate) start: Point,
    /// Where it ends.
    pub(crate) end: Point,
}

/// A line and its columns.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Point {
    /// The line.
    pub(crate) line: usize,
    /// The column in Unicode scalar values (JSON, SARIF, `path:line:col`).
    pub(crate) column: usize,
    /// The column in UTF-8 bytes (rdjson).
    pub(crate) byte_column: usize,
}

/// The lines of all articles, looked up only for articles that a report names.
#[derive(Debug)]
pub(crate) struct Lines {
    starts: Vec<OnceCell<Vec<u32>>>,
}

impl Lines {
    pub(crate) fn new(sources: &Sources) -> Lines {
        Lines { starts: vec![OnceCell::new(); sources.articles().len()] }
    }

    /// Returns the place of a span.
    pub(crate) fn spot<'a>(&self, sources: &'a Sources, loc: Loc) -> Spot<'a> {
        let article = sources.article(loc.article);
        let file = article.file_span(loc.span);
        Spot {
            path: &article.path,
            outlet: &article.outlet,
            text: loc.span.of(&article.text),
            byte_start: file.start,
            byte_end: file.end,
            start: self.point(article, loc.span.start()),
            end: self.point(article, loc.span.end()),
        }
    }

    fn point(&self, article: &Article, at: usize) -> Point {
        let (text, at) = article.decoded_at(at);
        let starts = self.starts[article.id.index()].get_or_init(|| {
            let breaks = memchr::memchr_iter(b'\n', text.as_bytes()).map(|i| i as u32 + 1);
            std::iter::once(0).chain(breaks).collect()
        });
        let line = starts.partition_point(|&s| s as usize <= at);
        let mut before = &text[starts[line - 1] as usize..at];
        if line == 1 {
            // A byte order mark is no column.
            before = before.strip_prefix('\u{feff}').unwrap_or(before);
        }
        Point { line, column: before.chars().count() + 1, byte_column: before.len() + 1 }
    }
}
