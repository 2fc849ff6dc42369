//! Words of which nobody who quotes an utterance writes one for the other: 모두 and 일부, 열다 and 잠그다.

use super::names::table;
use crate::text::ending::is_form_of;
use serde::Deserialize;

/// The pairs of `rules/lexicon/contraries.toml`.
#[derive(Debug, Default)]
pub struct Contraries {
    pairs: Vec<(Side, Side)>,
}

/// One side of a pair.
#[derive(Debug)]
struct Side {
    words: Vec<Box<str>>,
    stems: Vec<Box<str>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    pairs: Vec<[Vec<Box<str>>; 2]>,
}

impl Side {
    fn of(all: Vec<Box<str>>) -> Side {
        let (stems, words): (Vec<_>, Vec<_>) = all.into_iter().partition(|w| w.ends_with('-'));
        Side { words, stems: stems.iter().map(|s| s.trim_end_matches('-').into()).collect() }
    }

    /// Returns whether a word is of this side; `bare` is the word without its particle.
    fn has(&self, word: &str, bare: &str) -> bool {
        self.words.iter().any(|w| **w == *word || **w == *bare) || self.stems.iter().any(|s| is_form_of(word, &[s]))
    }
}

impl Contraries {
    /// Returns the table that is part of the program.
    pub fn embedded() -> Contraries {
        let file: File = table(include_str!("../../../rules/lexicon/contraries.toml"));
        Contraries { pairs: file.pairs.into_iter().map(|[a, b]| (Side::of(a), Side::of(b))).collect() }
    }

    /// Returns whether two words say the contrary of each other; each is given as it stands and without its particle. 불공정
    /// is the contrary of 공정.
    pub fn are(&self, first: (&str, &str), second: (&str, &str)) -> bool {
        let ((a, x), (b, y)) = (first, second);
        let denied = |long: &str, short: &str| {
            short.len() >= 6 && ["불", "비", "무", "미"].iter().any(|p| long.strip_prefix(p) == Some(short))
        };
        let pair =
            |(left, right): &(Side, Side)| (left.has(a, x) && right.has(b, y)) || (right.has(a, x) && left.has(b, y));
        denied(x, y) || denied(y, x) || self.pairs.iter().any(pair)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_contrary() {
        let words = Contraries::embedded();
        let are = |a: &str, b: &str| words.are((a, a), (b, b));
        for (a, b) in
            [("모두", "일부"), ("열려던", "잠그려던"), ("남은", "지난"), ("알고", "몰랐다"), ("공정", "불공정")]
        {
            assert!(are(a, b) && are(b, a), "{a} {b}");
        }
        for (a, b) in [("모두", "전부"), ("열고", "열린"), ("국민", "한국민"), ("맞은", "알맞은"), ("남은", "남긴")]
        {
            assert!(!are(a, b), "{a} {b}");
        }
    }
}
