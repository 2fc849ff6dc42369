//! Text made harmless for a terminal: what would take no cell, or would steer it, is shown by its code.

use std::borrow::Cow;
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// The most characters one grapheme may pile up; 한글 in NFD has three, a family emoji eleven.
const PILE: usize = 16;

/// Returns a grapheme as it may be shown, and the display cells it takes; never none.
pub(crate) fn grapheme(g: &str) -> (Cow<'_, str>, usize) {
    if g == "\t" {
        return (Cow::Borrowed("    "), 4);
    }
    let bytes = g.as_bytes();
    if bytes.len() == 1 && (0x20..0x7f).contains(&bytes[0]) {
        return (Cow::Borrowed(g), 1);
    }
    let width = g.width();
    let joined = width == 2 && !g.starts_with('\u{200d}');
    let harmless = |c: char| !steers(c) || (c == '\u{200d}' && joined);
    if width > 0 && g.chars().count() <= PILE && g.chars().all(harmless) {
        return (Cow::Borrowed(g), width);
    }
    let shown: String = g.chars().map(code).collect();
    let width = shown.width();
    (Cow::Owned(shown), width)
}

/// Returns one line of text as it may be shown; line breaks are shown by their codes too.
pub(crate) fn line(text: &str) -> Cow<'_, str> {
    if text.bytes().all(|b| (0x20..0x7f).contains(&b)) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.graphemes(true).map(|g| grapheme(g).0).collect())
}

/// Returns the display cells of text that [`line()`] has made harmless.
pub(crate) fn width(text: &str) -> usize {
    text.graphemes(true).map(UnicodeWidthStr::width).sum()
}

/// Returns the text cut to at most `room` cells, with `~` where it was longer.
pub(crate) fn cut(text: &str, room: usize) -> Cow<'_, str> {
    if width(text) <= room {
        return Cow::Borrowed(text);
    }
    let mut cells = 1;
    let kept = text.graphemes(true).take_while(|g| {
        cells += g.width();
        cells <= room
    });
    Cow::Owned(kept.collect::<String>() + "~")
}

/// Returns the text with spaces added up to `cells` display cells.
pub(crate) fn pad(text: &str, cells: usize) -> String {
    format!("{text}{}", " ".repeat(cells.saturating_sub(width(text))))
}

/// Returns whether a character moves the cursor, turns the direction of writing, or cannot be seen.
pub(crate) fn steers(c: char) -> bool {
    c.is_control()
        || matches!(c,
            '\u{ad}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{3164}' | '\u{feff}' | '\u{ffa0}' | '\u{fff9}'..='\u{fffb}'
            | '\u{e0000}'..='\u{e0fff}')
}

/// Returns the character as its code: `\x1b`, `\u{202e}`; of a zero-width pile also the marks.
fn code(c: char) -> String {
    match c {
        '\n' => "\\n".to_owned(),
        '\r' => "\\r".to_owned(),
        c if (c as u32) < 0x100 && c.is_control() => format!("\\x{:02x}", c as u32),
        c if steers(c) || unicode_width::UnicodeWidthChar::width(c) == Some(0) => format!("\\u{{{:x}}}", c as u32),
        c => c.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, shown: &str, cells: usize) {
        assert_eq!(line(text), shown);
        assert_eq!(width(&line(text)), cells, "{text:?}");
    }

    #[test]
    fn what_can_be_seen_stays() {
        check("오세훈 mayor", "오세훈 mayor", 12);
        check("\u{110b}\u{1169}", "\u{110b}\u{1169}", 2);
        check("👨\u{200d}👩\u{200d}👧", "👨\u{200d}👩\u{200d}👧", 2);
        check("㑩𠀀", "㑩𠀀", 4);
        check("‘2‧3’", "‘2‧3’", 5);
    }

    #[test]
    fn what_steers_is_shown_by_its_code() {
        check("\u{1b}[31m", "\\x1b[31m", 8);
        check("a\u{202e}b", "a\\u{202e}b", 10);
        check("가\u{200b}나", "가\\u{200b}나", 12);
        check("a\r\nb", "a\\r\\nb", 6);
        check("\u{9b}2J", "\\x9b2J", 6);
        check("\u{301}x", "\\u{301}x", 8);
        check("x\u{200d}y", "x\\u{200d}y", 10);
    }

    #[test]
    fn a_pile_of_marks_is_taken_apart() {
        let pile = format!("e{}", "\u{301}".repeat(40));
        assert!(line(&pile).starts_with("e\\u{301}"));
    }

    #[test]
    fn cuts_by_cells() {
        assert_eq!(cut("헤럴드경제", 10), "헤럴드경제");
        assert_eq!(cut("헤럴드경제", 9), "헤럴드경~");
        assert_eq!(cut("헤럴드경제", 8), "헤럴드~");
    }
}
