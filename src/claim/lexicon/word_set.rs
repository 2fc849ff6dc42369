//! Sets of words that are asked for at every word of the text.

use crate::text::token::key;

/// A set of words, kept as their hashes: looking one up compares numbers, not strings.
#[derive(Clone, Debug, Default)]
pub(crate) struct WordSet {
    keys: Vec<u64>,
    /// One bit for each of the low bits of the hashes: most words that are not in the set are told by it.
    seen: Vec<u64>,
}

impl WordSet {
    /// Returns the set of the words.
    pub(crate) fn new<'a>(words: impl IntoIterator<Item = &'a Box<str>>) -> WordSet {
        let mut keys: Vec<u64> = words.into_iter().map(|w| key(w)).collect();
        keys.sort_unstable();
        keys.dedup();
        let mut seen = vec![0; (keys.len() / 4).next_power_of_two()];
        for key in &keys {
            let (at, bit) = place(*key, seen.len());
            seen[at] |= bit;
        }
        WordSet { keys, seen }
    }

    /// Returns whether the word is one of them.
    pub(crate) fn contains(&self, word: &str) -> bool {
        let key = key(word);
        let (at, bit) = place(key, self.seen.len());
        self.seen.get(at).is_some_and(|s| s & bit != 0) && self.keys.binary_search(&key).is_ok()
    }
}

/// Returns which of the words of a table of bits holds the bit of a hash, and the bit.
fn place(key: u64, words: usize) -> (usize, u64) {
    ((key >> 6) as usize & words.wrapping_sub(1), 1 << (key % 64))
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
