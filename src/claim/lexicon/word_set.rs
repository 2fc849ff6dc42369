//! Sets of words that are asked for at every word of the text.

use crate::text::token::key;

/// A set of words, kept as their hashes: looking one up compares numbers, not strings.
#[derive(Clone, Debug, Default)]
pub(crate) struct WordSet(Vec<u64>);

impl WordSet {
    /// Returns the set of the words.
    pub(crate) fn new<'a>(words: impl IntoIterator<Item = &'a Box<str>>) -> WordSet {
        let mut keys: Vec<u64> = words.into_iter().map(|w| key(w)).collect();
        keys.sort_unstable();
        keys.dedup();
        WordSet(keys)
    }

    /// Returns whether the word is one of them.
    pub(crate) fn contains(&self, word: &str) -> bool {
        self.0.binary_search(&key(word)).is_ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_whole() {
        let words: Vec<Box<str>> = ["서울", "부산", "서울"].map(Box::from).into();
        let set = WordSet::new(&words);
        assert!(set.contains("서울") && set.contains("부산"));
        assert!(!set.contains("서") && !set.contains("서울시") && !set.contains(""));
    }
}
