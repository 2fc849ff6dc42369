//! Sieves for lists of words: what tells most words of a text that a list does not have, without comparing any strings.

/// Which syllables begin, or end, the words of a list, by the last twelve bits of their code.
///
/// What it lets through may be in the list; what it holds back is not. Words of one byte are let through.
#[derive(Clone, Copy, Debug)]
pub struct Sieve([u64; 64]);

impl Sieve {
    /// Returns the sieve of the first syllables of the words; each has one at least.
    pub const fn of_first(words: &[&str]) -> Sieve {
        let mut out = [0; 64];
        let mut i = 0;
        while i < words.len() {
            let word = words[i].as_bytes();
            out[(word[1] & 63) as usize] |= 1 << (word[2] & 63);
            i += 1;
        }
        Sieve(out)
    }

    /// Returns the sieve of the last syllables of the words; each has one at least.
    pub const fn of_last(words: &[&str]) -> Sieve {
        let mut out = [0; 64];
        let mut i = 0;
        while i < words.len() {
            let word = words[i].as_bytes();
            out[(word[word.len() - 2] & 63) as usize] |= 1 << (word[word.len() - 1] & 63);
            i += 1;
        }
        Sieve(out)
    }

    /// Returns whether a word of the list may begin with the first syllable of this one.
    pub fn lets_first(&self, word: &str) -> bool {
        match *word.as_bytes() {
            [_, b, c, ..] => self.has(b, c),
            _ => true,
        }
    }

    /// Returns whether a word of the list may end with the last syllable of this one.
    pub fn lets_last(&self, word: &str) -> bool {
        match *word.as_bytes() {
            [.., b, c] => self.has(b, c),
            _ => true,
        }
    }

    fn has(&self, b: u8, c: u8) -> bool {
        self.0[usize::from(b & 63)] >> (c & 63) & 1 == 1
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const WORDS: &[&str] = &["누적", "예정", "지난해"];

    #[test]
    fn words_of_the_list_pass_and_most_others_do_not() {
        let (first, last) = (Sieve::of_first(WORDS), Sieve::of_last(WORDS));
        assert!(WORDS.iter().all(|w| first.lets_first(w) && last.lets_last(w)));
        assert!(first.lets_first("예산") && !first.lets_first("적자") && first.lets_first("a"));
        assert!(last.lets_last("올해") && !last.lets_last("누구") && last.lets_last(""));
    }
}
