//! Sets of syllables: one bit each, so that most words are told from a table's words without looking any up.

use crate::text::hangul::is_syllable;

/// A set of syllables 가 to 힣; other characters count as members, so that the table itself decides on them.
#[derive(Clone, Debug, Default)]
pub(crate) struct Syllables {
    bits: Vec<u64>,
}

impl Syllables {
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
    }
}
