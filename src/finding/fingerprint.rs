//! A name for a finding that survives edits elsewhere in the article.

use super::Finding;
use crate::source::Sources;
use std::collections::HashMap;

/// Returns one fingerprint for each finding, in their order: 32 hexadecimal digits, different for each finding of a run.
///
/// It is made of the kind, the file's name without its folders, the wrong text and the sentence around it with white
/// space folded, and of no line number: a baseline and the issue lists of GitHub and GitLab know the finding again
/// after paragraphs were added above it or the folder was moved. The same text twice in one sentence is told apart by
/// a running number.
pub fn fingerprints(sources: &Sources, findings: &[Finding]) -> Vec<String> {
    let mut seen: HashMap<u128, u32> = HashMap::new();
    findings
        .iter()
        .map(|f| {
            let base = hash(sources, f);
            let times = seen.entry(base).or_insert(0);
            *times += 1;
            let unique = if *times == 1 { base } else { Fnv(base).field(times.to_string().as_bytes()).0 };
            format!("{unique:032x}")
        })
        .collect()
}

/// Returns the hash of what makes a finding the same finding tomorrow.
fn hash(sources: &Sources, finding: &Finding) -> u128 {
    let article = sources.article(finding.at.article);
    let file = article.path.rsplit(['/', '\\']).next().unwrap_or_default();
    let span = finding.at.span;
    Fnv::NEW
        .field(finding.kind.name().as_bytes())
        .field(file.as_bytes())
        .words(span.of(&article.text))
        .words(sentence_around(&article.text, span.start(), span.end()))
        .0
}

/// Returns the sentence that holds the bytes from `start` to `end`; it ends at a line break or at a full stop, question
/// or exclamation mark with white space behind it, so that `1.5` and `2024.7.30.` stay whole enough.
fn sentence_around(text: &str, start: usize, end: usize) -> &str {
    let ends = |i: usize, c: char| match c {
        '\n' => true,
        '.' | '?' | '!' => text[i + 1..].starts_with([' ', '\n', '\r', '\t', '"', '”', '’']),
        _ => false,
    };
    let from = text[..start].char_indices().rev().find(|&(i, c)| ends(i, c)).map_or(0, |(i, _)| i + 1);
    let to = text[end..].char_indices().find(|&(i, c)| ends(end + i, c)).map_or(text.len(), |(i, _)| end + i);
    text[from..to].trim()
}

/// The FNV-1a hash over 128 bits (draft-eastlake-fnv): short, and the same on every machine and in every version.
struct Fnv(u128);

impl Fnv {
    const NEW: Fnv = Fnv(0x6c62_272e_07bb_0142_62b8_2175_6295_c58d);

    fn byte(self, b: u8) -> Fnv {
        Fnv((self.0 ^ u128::from(b)).wrapping_mul(0x0000_0000_0100_0000_0000_0000_0000_013b))
    }

    /// Adds bytes and a separator, so that `ab`+`c` is not `a`+`bc`.
    fn field(self, bytes: &[u8]) -> Fnv {
        bytes.iter().fold(self, |h, &b| h.byte(b)).byte(0)
    }

    /// Adds text as a field with each stretch of white space as one space.
    fn words(self, text: &str) -> Fnv {
        text.split_whitespace().fold(self, |h, w| w.bytes().fold(h.byte(b' '), Fnv::byte)).byte(0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::{Article, Loc, Span};

    fn print_of(path: &str, text: &str, word: &str) -> Vec<String> {
        let mut sources = Sources::new();
        let id = sources.push(Article::plain(path, "한빛일보", text));
        let findings: Vec<Finding> = text
            .match_indices(word)
            .map(|(i, w)| Finding::of_name(Loc { article: id, span: Span::new(i, i + w.len()) }))
            .collect();
        fingerprints(&sources, &findings)
    }

    #[test]
    fn survives_what_changes_around_it() {
        let one = print_of("news/a.md", "첫 문단이다.\n\n나길동 시장은 웃었다. 비가 왔다.", "나길동");
        assert_eq!(one, print_of("a.md", "나길동  시장은 웃었다. 눈이 왔다.", "나길동"));
        assert_eq!(one[0].len(), 32);
    }

    #[test]
    fn differs_by_article_sentence_and_place() {
        let here = print_of("a.md", "나길동 시장은 웃었다.", "나길동");
        assert_ne!(here, print_of("b.md", "나길동 시장은 웃었다.", "나길동"));
        assert_ne!(here, print_of("a.md", "나길동 시장은 울었다.", "나길동"));
        let twice = print_of("a.md", "나길동 시장과 나길동 부시장", "나길동");
        assert_ne!(twice[0], twice[1]);
    }

    #[test]
    fn a_decimal_point_ends_no_sentence() {
        assert_eq!(sentence_around("앞이다. 금리는 1.5% 올랐다. 뒤다.", 14, 20), "금리는 1.5% 올랐다");
    }
}
