//! The part of a line around a place, cut to the width of a terminal and made harmless.
//!
//! Everything is counted in display cells: 한글 takes two, a combining mark none. Lines of news run to hundreds of
//! cells, so only a window around the place is shown, and only that much of the line is looked at.

use super::visible;
use std::borrow::Cow;
use std::ops::Range;
use unicode_segmentation::UnicodeSegmentation;

/// A window of one line with marked cells.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Excerpt {
    /// The text of the window; `~` stands where the line goes on.
    pub(crate) text: String,
    /// Whether the line goes on before and behind the window.
    pub(crate) goes_on: (bool, bool),
    /// The bytes of `text` that are the hit.
    pub(crate) hit: Range<usize>,
    /// The cells the hit stands in.
    pub(crate) cells: Range<usize>,
    /// The cells of those of the other places that the window shows whole, each with its number.
    pub(crate) others: Vec<(usize, Range<usize>)>,
    /// How many more lines the hit goes on.
    pub(crate) more_lines: usize,
}

impl Excerpt {
    /// Returns what stands before the hit, the hit, and what stands behind it, for where signs need not be one cell wide:
    /// `…` shows that the line goes on.
    pub(crate) fn parts(&self) -> (String, &str, String) {
        let (from, to) = (usize::from(self.goes_on.0), self.text.len() - usize::from(self.goes_on.1));
        let hit = self.hit.start..self.hit.end.min(to);
        let more = |goes_on| if goes_on { "…" } else { "" };
        let (before, after) = (&self.text[from..hit.start], &self.text[hit.end..to]);
        let before = format!("{}{}", more(self.goes_on.0), before.trim_start());
        (before, &self.text[hit], format!("{}{}", after.trim_end(), more(self.goes_on.1)))
    }
}

/// Returns the window of at most `room` cells (not less than 8) around the bytes `hit` of `text`.
pub(crate) fn excerpt(text: &str, hit: Range<usize>, others: &[Range<usize>], room: usize) -> Excerpt {
    let room = room.max(8);
    let line_start = text[..hit.start].rfind('\n').map_or(0, |i| i + 1);
    let line_end = text[hit.start..].find('\n').map_or(text.len(), |i| hit.start + i);
    let hit_end = hit.end.min(line_end);
    let more_lines = text[hit.clone()].trim_end_matches('\n').matches('\n').count();

    let (mut middle, hit_whole) = take(glyphs(text, hit.start..hit_end), room - 2);
    let mut right_from = hit_end;
    if middle.is_empty() {
        // Nothing is there, something is missing: the cell behind the gap is marked.
        let next = glyphs(text, hit_end..line_end).next();
        right_from = next.as_ref().map_or(hit_end, |g| g.bytes.end);
        middle.push(next.unwrap_or(Glyph { bytes: hit_end..hit_end, shown: Cow::Borrowed(" "), width: 1 }));
    }
    let side = room.saturating_sub(width(&middle));
    let left_text = text[line_start..hit.start].trim_start();
    let (left, left_whole) = take(glyphs(text, hit.start - left_text.len()..hit.start).rev(), side);
    let right_text = if hit_whole { text[right_from..line_end].trim_end() } else { "" };
    let (right, right_whole) = take(glyphs(text, right_from..right_from + right_text.len()), side);

    // Half the room on either side; what one side does not need, the other gets.
    let half = side / 2;
    let spare = |glyphs: &[Glyph<'_>], whole: bool| if whole { half.saturating_sub(width(glyphs)) } else { 0 };
    let left_room = half + spare(&right, right_whole);
    let right_room = side - half + spare(&left, left_whole);
    let (mut left, left_whole) = fit(left, left_whole, left_room);
    let (right, right_whole) = fit(right, right_whole, right_room);
    left.reverse();

    let mut window = Window::default();
    if !left_whole {
        window.push("~", 1);
    }
    left.iter().for_each(|g| window.glyph(g));
    let (byte, cell) = (window.text.len(), window.cells);
    middle.iter().for_each(|g| window.glyph(g));
    let (hit_bytes, cells) = (byte..window.text.len(), cell..window.cells);
    right.iter().for_each(|g| window.glyph(g));
    let goes_on = (!left_whole, !right_whole || !hit_whole);
    if goes_on.1 {
        window.push("~", 1);
    }
    let others = others.iter().enumerate().filter_map(|(i, o)| Some((i, window.find(o)?))).collect();
    Excerpt { text: window.text, goes_on, hit: hit_bytes, cells, others, more_lines }
}

/// One grapheme as it is shown.
#[derive(Clone, Debug)]
struct Glyph<'a> {
    bytes: Range<usize>,
    shown: Cow<'a, str>,
    width: usize,
}

/// Returns the graphemes of a stretch of the text.
fn glyphs(text: &str, range: Range<usize>) -> impl DoubleEndedIterator<Item = Glyph<'_>> {
    text[range.clone()].grapheme_indices(true).map(move |(i, g)| {
        let (shown, width) = visible::grapheme(g);
        let start = range.start + i;
        Glyph { bytes: start..start + g.len(), shown, width }
    })
}

fn width(glyphs: &[Glyph<'_>]) -> usize {
    glyphs.iter().map(|g| g.width).sum()
}

/// Returns as many glyphs as fit into `room` cells, and whether these are all.
fn take<'a>(glyphs: impl Iterator<Item = Glyph<'a>>, room: usize) -> (Vec<Glyph<'a>>, bool) {
    let mut taken = Vec::new();
    let mut width = 0;
    for glyph in glyphs {
        if width + glyph.width > room {
            return (taken, false);
        }
        width += glyph.width;
        taken.push(glyph);
    }
    (taken, true)
}

/// Returns as many of the glyphs as fit into `room` cells, and whether these are all; if not, one cell is kept for `~`.
fn fit(mut glyphs: Vec<Glyph<'_>>, whole: bool, room: usize) -> (Vec<Glyph<'_>>, bool) {
    let mut cells = width(&glyphs);
    if whole && cells <= room {
        return (glyphs, true);
    }
    while cells + 1 > room
        && let Some(last) = glyphs.pop()
    {
        cells -= last.width;
    }
    (glyphs, false)
}

/// A window as it is put together.
#[derive(Default)]
struct Window {
    text: String,
    cells: usize,
    /// Bytes of the article and the cell they begin in, one for each glyph.
    map: Vec<(Range<usize>, Range<usize>)>,
}

impl Window {
    fn push(&mut self, shown: &str, width: usize) {
        self.text.push_str(shown);
        self.cells += width;
    }

    fn glyph(&mut self, g: &Glyph<'_>) {
        self.map.push((g.bytes.clone(), self.cells..self.cells + g.width));
        self.push(&g.shown, g.width);
    }

    /// Returns the cells of a stretch of the article that lies wholly in the window.
    fn find(&self, bytes: &Range<usize>) -> Option<Range<usize>> {
        let first = self.map.iter().find(|(b, _)| b.start <= bytes.start && bytes.start < b.end)?;
        let last = self.map.iter().find(|(b, _)| b.start < bytes.end && bytes.end <= b.end)?;
        Some(first.1.start..last.1.end)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Cuts the line to `room` cells around `word` and asserts that the marked cells hold the word.
    fn check(line: &str, word: &str, room: usize) -> Excerpt {
        let at = line.find(word).expect("the word is in the line");
        let e = excerpt(line, at..at + word.len(), &[], room);
        assert_eq!(&e.text[e.hit.clone()], word);
        assert_eq!(visible::width(&e.text[..e.hit.start]), e.cells.start, "{e:?}");
        assert_eq!(visible::width(word), e.cells.len(), "{e:?}");
        assert!(visible::width(&e.text) <= room, "{e:?}");
        e
    }

    #[test]
    fn a_short_line_is_whole() {
        assert_eq!(check("  오세운 시장은 웃었다. ", "오세운", 60).text, "오세운 시장은 웃었다.");
    }

    #[test]
    fn a_long_line_is_cut_on_both_sides() {
        let line = "가나다라마바사아자차카타파하".repeat(4) + "틀림" + &"거너더러머버서어저처커터퍼허".repeat(4);
        for room in [20, 21, 40, 60, 61] {
            let e = check(&line, "틀림", room);
            assert!(e.text.starts_with('~') && e.text.ends_with('~'));
            assert!(visible::width(&e.text) >= room - 2);
        }
    }

    #[test]
    fn the_parts_of_a_window() {
        // 24 cells less 4 of the hit: ten on either side, of which one says that the line goes on.
        let line = "가나다라마바사 ".repeat(4) + "틀림" + &" 거너더러머버서".repeat(4);
        let e = check(&line, "틀림", 24);
        assert_eq!(e.parts(), ("…라마바사 ".to_owned(), "틀림", " 거너더러…".to_owned()));
        assert_eq!(check("앞 틀림 뒤", "틀림", 24).parts(), ("앞 ".to_owned(), "틀림", " 뒤".to_owned()));
        let wide = "가".repeat(100);
        assert_eq!(excerpt(&wide, 0..300, &[], 10).parts(), (String::new(), "가가가가", "…".to_owned()));
    }

    #[test]
    fn room_that_one_side_leaves_goes_to_the_other() {
        let line = "틀림".to_owned() + &"가나다라".repeat(20);
        assert_eq!(visible::width(&check(&line, "틀림", 40).text), 39);
    }

    #[test]
    fn a_hit_of_several_lines_shows_the_first() {
        let e = excerpt("앞 가나\n다라\n마바 뒤", 4..21, &[], 40);
        assert_eq!((&e.text[e.hit.clone()], e.more_lines), ("가나", 2));
    }

    #[test]
    fn a_gap_marks_the_cell_behind_it() {
        assert_eq!(excerpt("가나", 3..3, &[], 40).cells, 2..4);
        assert_eq!(excerpt("가나", 6..6, &[], 40).cells, 4..5);
    }

    #[test]
    fn a_hit_wider_than_the_window_is_cut() {
        let line = "가".repeat(100);
        let e = excerpt(&line, 0..300, &[], 20);
        assert!(visible::width(&e.text) <= 20 && e.text.ends_with('~'));
    }

    #[test]
    fn others_in_the_window_are_marked() {
        let line = "남자 12명과 여자 5명 모두 18명";
        let at = |w: &str| line.find(w).map(|i| i..i + w.len()).expect("in the line");
        let e = excerpt(line, at("18명"), &[at("12명"), at("5명")], 60);
        assert_eq!(e.others, [(0, 5..9), (1, 17..20)]);
    }
}
