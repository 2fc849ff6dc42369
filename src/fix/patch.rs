//! What a fix would change, as a unified diff that `patch` and `git apply` take.

use similar::{ChangeTag, TextDiff};
use std::fmt;

/// What a line of a diff is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Tone {
    /// The names of the files.
    File,
    /// Where a stretch of lines begins.
    Hunk,
    /// A line that stays.
    Context,
    /// A line as it was.
    Old,
    /// A line as it will be.
    New,
    /// A remark on the line before (no newline at the end of the file).
    Note,
}

/// A line of a diff, without its end of line.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Line {
    /// What it is.
    pub tone: Tone,
    /// Its sign, one of `-`, `+`, space or nothing, and its text in pieces; the emphasised ones differ.
    pub pieces: Vec<(bool, String)>,
}

impl Line {
    fn plain(tone: Tone, text: impl Into<String>) -> Line {
        Line { tone, pieces: vec![(false, text.into())] }
    }
}

impl fmt::Display for Line {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.pieces.iter().try_for_each(|(_, piece)| f.write_str(piece))
    }
}

/// Returns the unified diff of a file with three lines around each change; empty where nothing changes.
///
/// `path` is written as `a/path` and `b/path`. Line ends are kept: a line that ends in CR LF ends in CR here.
pub fn patch(path: &str, old: &str, new: &str) -> Vec<Line> {
    let diff = TextDiff::from_lines(old, new);
    let path = path.trim_start_matches("./");
    // An absolute path already begins with the slash.
    let slash = if path.starts_with('/') { "" } else { "/" };
    let mut out = Vec::new();
    for hunk in diff.unified_diff().context_radius(3).iter_hunks() {
        if out.is_empty() {
            out.push(Line::plain(Tone::File, format!("--- a{slash}{path}")));
            out.push(Line::plain(Tone::File, format!("+++ b{slash}{path}")));
        }
        out.push(Line::plain(Tone::Hunk, hunk.header().to_string()));
        for op in hunk.ops() {
            for change in diff.iter_inline_changes_deadline(op, None) {
                let (tone, sign) = match change.tag() {
                    ChangeTag::Equal => (Tone::Context, " "),
                    ChangeTag::Delete => (Tone::Old, "-"),
                    ChangeTag::Insert => (Tone::New, "+"),
                };
                let mut pieces = vec![(false, sign.to_owned())];
                pieces.extend(
                    change
                        .iter_strings_lossy()
                        .map(|(strong, piece)| (strong, piece.trim_end_matches('\n').to_owned()))
                        .filter(|(_, piece)| !piece.is_empty()),
                );
                out.push(Line { tone, pieces });
                if change.missing_newline() {
                    out.push(Line::plain(Tone::Note, "\\ No newline at end of file"));
                }
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(lines: &[Line]) -> String {
        lines.iter().map(|l| format!("{l}\n")).collect()
    }

    #[test]
    fn a_changed_word() {
        let lines = patch("a.md", "제목\n\n충청시는 크다.\n끝\n", "제목\n\n충칭시는 크다.\n끝\n");
        assert_eq!(
            text(&lines),
            "--- a/a.md\n+++ b/a.md\n@@ -1,4 +1,4 @@\n 제목\n \n-충청시는 크다.\n+충칭시는 크다.\n 끝\n"
        );
        assert!(lines.iter().any(|l| l.tone == Tone::New && l.pieces.iter().any(|(strong, _)| *strong)));
    }

    #[test]
    fn line_ends_and_a_missing_one() {
        let lines = patch("/tmp/a.md", "가\r\n나", "가\r\n다");
        assert_eq!(
            text(&lines),
            "--- a/tmp/a.md\n+++ b/tmp/a.md\n@@ -1,2 +1,2 @@\n 가\r\n-나\n\\ No newline at end of file\n+다\n\\ No newline at end of file\n"
        );
    }

    #[test]
    fn nothing_changes() {
        assert!(patch("a.md", "가\n", "가\n").is_empty());
    }
}
