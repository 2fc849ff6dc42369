//! Words that say the same of a figure: 숨졌다 and 사망했다.

use super::beginnings::Beginnings;
use super::names::table;
use crate::text::token::{ByKey, key};
use serde::Deserialize;

/// The words of `rules/lexicon/synonyms.toml` by how they begin.
#[derive(Debug, Default)]
pub struct Synonyms {
    by_word: ByKey<u64>,
    /// Most words of a text begin as none of them.
    beginnings: Beginnings,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    alike: Vec<Vec<Box<str>>>,
}

impl Synonyms {
    /// Returns the table that is part of the program.
    pub fn embedded() -> Synonyms {
        let file: File = table(include_str!("../../../rules/lexicon/synonyms.toml"));
        let mut out = Synonyms { by_word: ByKey::default(), beginnings: Beginnings::new(file.alike.iter().flatten()) };
        for group in file.alike {
            let Some(first) = group.first() else { continue };
            for word in &group {
                out.by_word.insert(key(word), key(first));
            }
        }
        out
    }

    /// Returns whether two words, as they stand in the table, say the same: 영업익 and 영업이익.
    pub fn are_alike(&self, a: &str, b: &str) -> bool {
        self.by_word.get(&key(a)).is_some_and(|x| self.by_word.get(&key(b)) == Some(x))
    }

    /// Returns the key of the word that stands for all that say the same as the token `word`, of which the first `stem`
    /// bytes stand before its particle; none for words without such others.
    pub fn of(&self, word: &str, stem: usize) -> Option<u64> {
        let begins = |len: usize| self.by_word.get(&key(word.get(..len)?)).copied();
        // 배는 is a ship or a number of times; 배경 is neither. A particle is not cut off where one syllable is left.
        let cut = || word.len() == 2 * SYLLABLE && PARTICLES.iter().any(|p| word.ends_with(p));
        let bare = || if stem == SYLLABLE || cut() { begins(SYLLABLE) } else { None };
        if !self.beginnings.may_begin(word) {
            return None;
        }
        (2..=LONGEST).rev().find_map(|n| begins(n * SYLLABLE)).or_else(bare)
    }
}

/// The bytes of a syllable.
const SYLLABLE: usize = 3;

/// Particles of one syllable behind nouns of one.
const PARTICLES: [&str; 8] = ["은", "는", "이", "가", "을", "를", "의", "에"];

/// The most syllables that a word of the table has.
const LONGEST: usize = 5;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_one_meaning_have_one_key() {
        let words = Synonyms::embedded();
        let of = |word: &str| words.of(word, word.len());
        assert!(of("숨졌다").is_some());
        assert_eq!(of("숨졌다"), of("사망했다"));
        assert_ne!(of("늘었다"), of("줄었다"));
        assert_eq!(of("대전"), None);
        assert_eq!((words.of("배는", 3), of("배는")), (of("선박"), of("선박")));
        assert_eq!(of("배경"), None);
        assert_ne!(of("관중석"), of("관광객"));
    }

    #[test]
    fn every_word_stands_once_and_is_short_enough_to_be_found() {
        let file: File = table(include_str!("../../../rules/lexicon/synonyms.toml"));
        let words: Vec<&str> = file.alike.iter().flatten().map(|w| &**w).collect();
        assert!(words.iter().all(|w| (1..=LONGEST).contains(&w.chars().count())));
        assert_eq!(words.iter().collect::<std::collections::BTreeSet<_>>().len(), words.len());
    }
}
