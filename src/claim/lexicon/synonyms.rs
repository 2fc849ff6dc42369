//! Words that say the same of a figure: 숨졌다 and 사망했다.

use super::names::table;
use crate::text::token::{ByKey, key};
use serde::Deserialize;

/// The words of `rules/lexicon/synonyms.toml` by their first two syllables.
#[derive(Debug, Default)]
pub struct Synonyms(ByKey<u64>);

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    alike: Vec<Vec<Box<str>>>,
}

impl Synonyms {
    /// Returns the table that is part of the program.
    pub fn embedded() -> Synonyms {
        let file: File = table(include_str!("../../../rules/lexicon/synonyms.toml"));
        let mut out = ByKey::default();
        for group in file.alike {
            if let Some(first) = group.first() {
                out.extend(group.iter().map(|word| (key(word), key(first))));
            }
        }
        Synonyms(out)
    }

    /// Returns the key of the word that stands for all that say the same; none for words without such others.
    pub fn of(&self, word: &str) -> Option<u64> {
        self.0.get(&key(word.get(..6)?)).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_one_meaning_have_one_key() {
        let words = Synonyms::embedded();
        assert!(words.of("숨졌다").is_some());
        assert_eq!(words.of("숨졌다"), words.of("사망했다"));
        assert_ne!(words.of("늘었다"), words.of("줄었다"));
        assert_eq!(words.of("대전"), None);
    }

    #[test]
    fn every_word_stands_once_and_has_two_syllables() {
        let file: File = table(include_str!("../../../rules/lexicon/synonyms.toml"));
        let words: Vec<&str> = file.alike.iter().flatten().map(|w| &**w).collect();
        assert!(words.iter().all(|w| w.chars().count() == 2));
        assert_eq!(words.iter().collect::<std::collections::BTreeSet<_>>().len(), words.len());
    }
}
