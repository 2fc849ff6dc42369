//! Places in article text.

/// A half-open range of bytes of an [`Article`](super::Article)'s text; both ends lie on character boundaries.
///
/// Article text is the file as read: for UTF-8 files in NFC the bytes are those of the file itself. Where reading had
/// to decode or compose (CP949, NFD), [`Article::file_span`](super::Article::file_span) leads back to the disk.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Span {
    start: u32,
    end: u32,
}

impl Span {
    /// Returns the span from byte `start` up to, not including, byte `end`; an end before the start is moved to it.
    pub fn new(start: usize, end: usize) -> Span {
        let start = start as u32;
        Span { start, end: (end as u32).max(start) }
    }

    /// Returns the place of `part` in `text`, of which it must be a slice.
    pub fn within(text: &str, part: &str) -> Span {
        let start = (part.as_ptr() as usize).saturating_sub(text.as_ptr() as usize);
        debug_assert!(start + part.len() <= text.len(), "the part is no slice of the text");
        Span::new(start, start + part.len())
    }

    /// Returns the first byte.
    pub fn start(self) -> usize {
        self.start as usize
    }

    /// Returns the byte after the last.
    pub fn end(self) -> usize {
        self.end as usize
    }

    /// Returns the number of bytes.
    pub fn len(self) -> usize {
        (self.end - self.start) as usize
    }

    /// Returns whether the span holds no byte.
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// Returns whether the two share at least one byte.
    pub fn overlaps(self, other: Span) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// Returns whether `other` lies wholly inside.
    pub fn contains(self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Returns the smallest span that holds both.
    pub fn cover(self, other: Span) -> Span {
        Span { start: self.start.min(other.start), end: self.end.max(other.end) }
    }

    /// Returns the bytes as a range, to index text with.
    pub fn range(self) -> std::ops::Range<usize> {
        self.start as usize..self.end as usize
    }

    /// Returns the text of the span.
    pub fn of(self, text: &str) -> &str {
        &text[self.range()]
    }
}

/// A span in one of several articles: where everything a finding says comes from.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Loc {
    /// The article.
    pub article: super::ArticleId,
    /// The bytes of its text.
    pub span: Span,
}

impl Loc {
    /// Returns whether the two share a byte of one article.
    pub fn overlaps(self, other: Loc) -> bool {
        self.article == other.article && self.span.overlaps(other.span)
    }
}
