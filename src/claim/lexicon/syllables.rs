//! Sets of syllables: one bit each, so that most words are told from a table's words without looking any up.

use crate::text::hangul::is_syllable;

/// A set of syllables 가 to 힣; other characters count as members, so that the table itself decides on them.
#[derive(Clone, Debug, Default)]
pub(crate) struct Syllables {
    bits: Vec<u64>,
}

impl Syllables {
    /// Returns the first syllables of the words.
    pub(crate) fn of_first<'a>(words: impl IntoIterator<Item = &'a Box<str>>) -> Syllables {
        let mut out = Syllables::default();
        words.into_iter().filter_map(|w| w.chars().next()).for_each(|c| out.insert(c));
        out
    }

    /// Returns the last syllables of the words.
    pub(crate) fn of_last<'a>(words: impl IntoIterator<Item = &'a Box<str>>) -> Syllables {
        let mut out = Syllables::default();
        words.into_iter().filter_map(|w| w.chars().next_back()).for_each(|c| out.insert(c));
        out
    }

    /// Adds a character.
    pub(crate) fn insert(&mut self, c: char) {
        if self.bits.is_empty() {
            self.bits = vec![0; 11172_usize.div_ceil(64)];
        }
        if is_syllable(c) {
            let i = c as usize - '가' as usize;
            self.bits[i / 64] |= 1 << (i % 64);
        }
    }

    /// Returns whether the first character of the word may be in the table; the empty word has none.
    pub(crate) fn may_begin(&self, word: &str) -> bool {
        match *word.as_bytes() {
            [] => false,
            [a @ 0xea..=0xed, b, c, ..] => self.has([a, b, c]),
            _ => true,
        }
    }

    /// Returns whether the last character of the word may be in the table; the empty word has none.
    pub(crate) fn may_end(&self, word: &str) -> bool {
        match *word.as_bytes() {
            [] => false,
            // A lead byte in third place from the end is that of the last character.
            [.., a @ 0xea..=0xed, b, c] => self.has([a, b, c]),
            _ => true,
        }
    }

    /// Returns whether the character of these bytes may be in the table.
    fn has(&self, bytes: [u8; 3]) -> bool {
        let [a, b, c] = bytes.map(usize::from);
        let i = ((a & 0xf) << 12 | (b & 0x3f) << 6 | (c & 0x3f)).wrapping_sub('가' as usize);
        // The characters of these lead bytes that are no syllables lie outside.
        i >= 11172 || self.bits.get(i / 64).is_some_and(|b| b >> (i % 64) & 1 == 1)
    }

    /// Returns whether the character may be in the table.
    pub(crate) fn contains(&self, c: char) -> bool {
        if !is_syllable(c) {
            return true;
        }
        let i = c as usize - '가' as usize;
        self.bits.get(i / 64).is_some_and(|b| b >> (i % 64) & 1 == 1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn members() {
        let mut set = Syllables::default();
        assert!(!set.contains('가') && set.contains('A'));
        set.insert('힣');
        assert!(set.contains('힣') && !set.contains('가'));
        for (word, begins, ends) in [
            ("힣가", true, false),
            ("가힣", false, true),
            ("힣A", true, true),
            ("a가", true, false),
            ("", false, false),
        ] {
            assert_eq!((set.may_begin(word), set.may_end(word)), (begins, ends), "{word}");
        }
        assert!(set.may_begin("\u{a000}") && set.may_end("\u{d7b0}"));
    }
}
