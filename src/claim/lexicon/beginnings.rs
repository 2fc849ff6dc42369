//! How words of a table begin: two syllables tell most words of a text from all of them.

use super::syllables::Syllables;

/// The first two syllables of the words of a table, one bit for each of their hashes.
#[derive(Clone, Debug, Default)]
pub(crate) struct Beginnings {
    pairs: Vec<u64>,
    /// Words of one syllable: what begins with one of them may be one with something behind it.
    single: Syllables,
}

/// How many bits there are.
const BITS: usize = 1 << 15;

impl Beginnings {
    /// Returns the beginnings of the words.
    pub(crate) fn new<'a>(words: impl IntoIterator<Item = &'a Box<str>>) -> Beginnings {
        let mut out = Beginnings { pairs: vec![0; BITS / 64], single: Syllables::default() };
        for word in words {
            match place(word) {
                Some((at, bit)) => out.pairs[at] |= bit,
                None => word.chars().for_each(|c| out.single.insert(c)),
            }
        }
        out
    }

    /// Returns whether a word of the table may begin the word.
    pub(crate) fn may_begin(&self, word: &str) -> bool {
        let pair = place(word).is_some_and(|(at, bit)| self.pairs.get(at).is_some_and(|bits| bits & bit != 0));
        pair || self.single.may_begin(word)
    }
}

/// Returns where the first six bytes are noted; none of a shorter word.
fn place(word: &str) -> Option<(usize, u64)> {
    let &[_, a, b, _, c, d, ..] = word.as_bytes() else { return None };
    let pair = u32::from_le_bytes([a, b, c, d]);
    let bit = (pair.wrapping_mul(0x9e37_79b9) >> 17) as usize % BITS;
    Some((bit / 64, 1 << (bit % 64)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_the_table_and_longer_ones_pass() {
        let words: Vec<Box<str>> = ["서울", "부산", "빈"].map(Box::from).into();
        let known = Beginnings::new(&words);
        for word in ["서울", "서울시", "부산항", "빈", "빈에서"] {
            assert!(known.may_begin(word), "{word}");
        }
        assert!(!known.may_begin("서산") && !known.may_begin("인천") && !known.may_begin("서") && !known.may_begin(""));
        assert!(!Beginnings::default().may_begin("서울"));
    }
}
