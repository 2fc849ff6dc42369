//! Blocks: what of a page is headline, copy, caption or list item, and what is not copy at all (chrome).

use crate::source::{Article, Span, chrome, comment, credit, masthead};

/// What a block of text is.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum BlockKind {
    /// The headline.
    Title,
    /// A line between headline and copy that sums up, or a heading inside the copy.
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
    /// Its place, without surrounding white space and without the dateline before it.
    pub span: Span,
    /// What it is.
    pub kind: BlockKind,
}

/// The blocks of an article, and where it was written.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Layout {
    /// In the order of the text, the title of the front matter first.
    pub blocks: Vec<Block>,
    /// The place in the dateline: `대전` of `(대전=가람통신) …`.
    pub dateline: Option<Span>,
}

/// What a line is by itself, before its neighbours are looked at.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Look {
    /// Ends as copy does.
    Prose,
    /// A line of words that ends otherwise.
    Short,
    Title,
    Caption,
    Item,
    /// Menu, note, pointer, time of publication.
    Furniture,
    /// A heading over other stories.
    OtherStories,
    /// The reporter, or who owns the text: the copy ends here, if it has begun.
    End {
        owner: bool,
    },
}

/// Returns the blocks of an article; every line with a word in it is in one, chrome included.
pub fn layout(article: &Article) -> Layout {
    let text = article.text.as_str();
    let mut out = Layout::default();
    let title = article.title.filter(|t| t.end() <= text.len());
    if let Some(title) = title.filter(|t| t.start() < article.body.start()) {
        out.blocks.push(Block { span: title, kind: BlockKind::Title });
    }
    let headline = title.map(|t| t.of(text)).unwrap_or_default();
    let mut lines: Vec<(Span, Look)> = Vec::new();
    for line in comment::outside(article.body.of(text)).into_iter().flat_map(|piece| piece.split('\n')) {
        let line = unmarked(line);
        if !line.is_empty() {
            let span = Span::within(text, line);
            let look = if title == Some(span) || line == headline { Look::Title } else { look(line) };
            lines.push((span, look));
        }
    }
    let end = end_of_copy(&lines);
    let first = lines.iter().position(|l| l.1 == Look::Title).unwrap_or(0);
    let mut others = false;
    for (i, &(span, look)) in lines.iter().enumerate() {
        others = match look {
            Look::OtherStories => true,
            Look::Short | Look::Furniture => others,
            Look::Item => others && span.of(text).starts_with(['-', '·', 'ㆍ', '▶', '☞', '▷']),
            _ => false,
        };
        let kind = match look {
            _ if end.is_some_and(|end| i > end) => BlockKind::Chrome,
            Look::Furniture | Look::OtherStories | Look::End { .. } => BlockKind::Chrome,
            Look::Short | Look::Item if others => BlockKind::Chrome,
            Look::Item if heads(text, &lines, i) => BlockKind::Subhead,
            // Sections and menus above the headline.
            Look::Short if i < first => BlockKind::Chrome,
            Look::Title => BlockKind::Title,
            Look::Caption => BlockKind::Caption,
            Look::Item => BlockKind::Item,
            Look::Short => BlockKind::Subhead,
            Look::Prose => BlockKind::Body,
        };
        put(text, span, kind, &mut out);
    }
    out
}

/// Returns whether an item is the heading over what follows, `◆ 정원 8% 줄인다` above a paragraph, and not one of a list.
fn heads(text: &str, lines: &[(Span, Look)], i: usize) -> bool {
    const MARKS: [char; 10] = ['■', '□', '◆', '◇', '▶', '●', '○', '◎', '★', '☆'];
    let line = lines[i].0.of(text);
    let Some(mark) = line.chars().next().filter(|c| MARKS.contains(c)) else { return false };
    let listed = |l: Option<&(Span, Look)>| l.is_some_and(|l| l.1 == Look::Item && l.0.of(text).starts_with(mark));
    let before = i.checked_sub(1).and_then(|b| lines.get(b));
    let over = lines.get(i + 1).is_some_and(|l| matches!(l.1, Look::Prose | Look::Item));
    over && !listed(before) && !listed(lines.get(i + 1)) && !line.contains([':', '|', '=']) && !chrome::is_prose(line)
}

/// Returns a line without white space around it and without the marks of a Markdown heading, quotation or emphasis.
fn unmarked(line: &str) -> &str {
    let line = line.trim_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
    let line = line.trim_start_matches(['#', '>']).trim_start();
    line.strip_prefix("**").and_then(|l| l.strip_suffix("**")).unwrap_or(line)
}

/// Returns what a line is by itself.
fn look(line: &str) -> Look {
    // A long line that ends as a sentence is copy or a caption's sentence, whatever words it holds.
    if line.len() > 700 && line.ends_with("다.") {
        return Look::Prose;
    }
    if credit::dateline(line).is_some_and(|d| line.len() - d.len > 30) {
        return Look::Prose;
    }
    if credit::copyright(line).is_some() {
        return Look::End { owner: true };
    }
    if chrome::is_note(line)
        || chrome::is_menu(line)
        || chrome::is_pointer(line)
        || masthead::publication(line).is_some()
    {
        return Look::Furniture;
    }
    if chrome::is_other_stories(line) {
        return Look::OtherStories;
    }
    if credit::reporter_line(line).is_some() {
        return Look::End { owner: false };
    }
    if credit::picture_credit(line).is_some() || shows_people(line) {
        return Look::Caption;
    }
    if is_item(line) {
        return Look::Item;
    }
    if chrome::is_prose(line) || signature(line).is_some() { Look::Prose } else { Look::Short }
}

/// Returns whether a line describes who is seen where in a picture: `…(왼쪽)이 …악수하고 있다.`
fn shows_people(line: &str) -> bool {
    let seen = line.ends_with("고 있다.") || line.ends_with("모습.") || line.ends_with("고 있는 모습");
    // `▲ 8일 불이 난 창고를 소방대원이 살피고 있다.`
    let marked = line.starts_with(['▲', '△', '▶']);
    seen && (marked
        || ["(왼쪽", "(오른쪽", "(가운데", "왼쪽부터", "왼쪽에서", "오른쪽부터", "앞줄 "]
            .iter()
            .any(|w| line.contains(w)))
}

/// Returns whether a line is an item of a list, a question or an answer.
fn is_item(line: &str) -> bool {
    const BULLETS: [char; 24] = [
        '·', 'ㆍ', '•', '‧', '∙', '▲', '▴', '△', '▵', '◆', '◇', '■', '□', '▪', '○', '●', '◎', '◦', '▶', '▷', '☞', '※',
        '★', '☆',
    ];
    let rest = line.trim_start_matches(|c: char| c.is_ascii_digit());
    line.starts_with(BULLETS)
        || line
            .strip_prefix(['-', '–', '—', '―', '*', '+'])
            .is_some_and(|r| r.starts_with([' ', '\u{a0}']) || r.starts_with(|c: char| ('가'..='힣').contains(&c)))
        || (rest.len() < line.len()
            && line.len() - rest.len() <= 2
            && (rest.starts_with(") ") || rest.starts_with(". ")))
        || line.starts_with(|c: char| ('①'..='⑳').contains(&c))
        || is_entry(line)
        || ["Q.", "A.", "Q ", "A ", "Q:", "A:", "문:", "답:"].iter().any(|q| line.starts_with(q))
}

/// Returns whether a line is a label and its value, or a row of a table: `면적: 320㎡`, `배추 | 6836원 | 4986원`.
fn is_entry(line: &str) -> bool {
    if line.len() > 240 {
        return false;
    }
    let label = memchr::memchr2(b':', b'|', line.as_bytes()).map(|i| line[..i].trim());
    label.is_some_and(|l| (1..=36).contains(&l.len()) && !l.contains(['"', '“']))
        && line.bytes().any(|b| b.is_ascii_digit())
        && !chrome::is_prose(line)
}

/// Returns the line with which the copy ends, where a line says so: the copyright or reporter line, or the heading over other
/// stories, behind which no paragraph follows.
fn end_of_copy(lines: &[(Span, Look)]) -> Option<usize> {
    let mut end = None;
    let (mut copy, mut owned) = (false, false);
    for (i, (span, look)) in lines.iter().enumerate() {
        match look {
            // Behind the copyright line only a whole paragraph is taken for copy: teasers of other stories stand there.
            Look::Prose | Look::Caption if !owned || span.len() > 300 => {
                copy = true;
                owned = false;
                end = None;
            }
            Look::End { owner } if copy => {
                owned |= owner;
                end = end.or(Some(i));
            }
            Look::OtherStories if copy => end = end.or(Some(i)),
            _ => {}
        }
    }
    end
}

/// Appends a line's blocks: dateline and reporter are cut off, a caption glued to copy becomes a block of its own.
fn put(text: &str, span: Span, kind: BlockKind, out: &mut Layout) {
    let mut span = span;
    if matches!(kind, BlockKind::Body | BlockKind::Caption) {
        let line = span.of(text);
        if let Some(d) = credit::dateline(line) {
            if let Some(place) = d.place.filter(|_| out.dateline.is_none()) {
                out.dateline = Some(Span::within(text, place));
            }
            span = Span::new(span.start() + d.len, span.end());
        }
        if let Some(first) = twice(span.of(text)) {
            put(text, Span::new(span.start(), span.start() + first), BlockKind::Caption, out);
            return put(text, Span::new(span.start() + first, span.end()), BlockKind::Caption, out);
        }
        if let Some(cut) = caption_inside(span.of(text)) {
            push(text, span.start(), span.start() + cut, BlockKind::Caption, out);
            return put(text, trimmed(text, span.start() + cut, span.end()), BlockKind::Body, out);
        }
        if let Some(cut) = signature(span.of(text)) {
            push(text, span.start(), span.start() + cut, kind, out);
            return push(text, span.start() + cut, span.end(), BlockKind::Chrome, out);
        }
    }
    push(text, span.start(), span.end(), kind, out);
}

fn trimmed(text: &str, start: usize, end: usize) -> Span {
    Span::within(text, text[start..end].trim())
}

fn push(text: &str, start: usize, end: usize, kind: BlockKind, out: &mut Layout) {
    let span = trimmed(text, start, end);
    if !span.is_empty() {
        out.blocks.push(Block { span, kind });
    }
}

/// Returns the length of the first half of a line that says everything twice, as pages do that hold a caption for each width
/// of screen.
fn twice(line: &str) -> Option<usize> {
    let half = line.len() / 2;
    (line.len().is_multiple_of(2) && half > 60 && line.is_char_boundary(half) && line[..half] == line[half..])
        .then_some(half)
}

/// Returns where a caption at the head of a paragraph ends: behind `(사진=…)` with more than a few words following.
fn caption_inside(line: &str) -> Option<usize> {
    let (open, close) = [("(사진", ')'), ("[사진", ']')]
        .iter()
        .find_map(|(o, close)| memchr::memmem::find(line.as_bytes(), o.as_bytes()).map(|i| (i, *close)))?;
    let end = open + line[open..].find(close).filter(|&n| n <= 60)? + 1;
    let (before, after) = (&line[..open], line[end..].trim());
    (before.trim_end().ends_with(['.', ')'])
        && before.len() > 30
        && after.len() > 60
        && after.ends_with(['.', '”', '"']))
    .then_some(end)
}

/// Returns where the reporter or the owner stands at the end of a paragraph: `…말했다. 차한결 기자 hangyeol@…`.
fn signature(line: &str) -> Option<usize> {
    if line.ends_with("다.") {
        return None;
    }
    let bytes = line.as_bytes();
    let mut to = bytes.len();
    while let Some(i) = memchr::memrchr(b'.', &bytes[..to]) {
        if line.len() - i > 240 {
            return None;
        }
        let mut rest = i + 1;
        rest += line[rest..].len() - line[rest..].trim_start_matches(['”', '"', '’', '\'', ')']).len();
        let tail = line[rest..].trim();
        let ends_copy = line[..i].chars().next_back().is_some_and(|c| ('가'..='힣').contains(&c));
        if ends_copy
            && tail.len() > 3
            && (credit::reporter_line(tail).is_some()
                || credit::copyright(tail).is_some()
                || tail == "(끝)"
                || tail == "<끝>")
        {
            return Some(rest);
        }
        to = i;
    }
    None
}
