//! How Koreans read hanja, and which characters are one in two forms (华/華).

use std::collections::HashMap;
use std::sync::OnceLock;

/// Tables of hanja, read when the first gloss asks for them.
#[derive(Debug, Default)]
pub struct Hanja {
    readings: OnceLock<HashMap<char, Vec<char>>>,
    forms: OnceLock<HashMap<char, char>>,
}

impl Hanja {
    /// Returns whether a syllable is a reading of the character, with 두음법칙 (羅 라/나, 李 리/이); none where the
    /// character is not known.
    pub fn reads(&self, character: char, syllable: char) -> Option<bool> {
        let table = self.readings.get_or_init(|| {
            let mut out: HashMap<char, Vec<char>> = HashMap::new();
            for line in lines(include_str!("../../../rules/lexicon/hanja.txt")) {
                let mut chars = line.chars();
                if let Some(reading) = chars.next() {
                    chars.for_each(|c| out.entry(c).or_default().push(reading));
                }
            }
            out
        });
        let own = table.get(&character).or_else(|| table.get(&self.form(character)));
        let other =
            || self.forms().iter().filter(|(_, to)| **to == self.form(character)).find_map(|(c, _)| table.get(c));
        let readings = own.or_else(other)?;
        Some(readings.iter().any(|&r| r == syllable || initial(r) == syllable || initial(initial(r)) == syllable))
    }

    /// Returns one form for all forms of a character.
    pub fn form(&self, character: char) -> char {
        self.forms().get(&character).copied().unwrap_or(character)
    }

    fn forms(&self) -> &HashMap<char, char> {
        self.forms.get_or_init(|| {
            let mut out: HashMap<char, char> = HashMap::new();
            for line in lines(include_str!("../../../rules/lexicon/variants.txt")) {
                let mut chars = line.chars();
                let (Some(a), Some(b)) = (chars.next(), chars.next()) else { continue };
                let to = out.get(&a).or_else(|| out.get(&b)).copied().unwrap_or(a);
                out.insert(a, to);
                out.insert(b, to);
            }
            out
        })
    }
}

fn lines(text: &'static str) -> impl Iterator<Item = &'static str> {
    text.lines().filter(|l| !l.starts_with('#'))
}

/// Returns the syllable as it is said at the start of a word (한글 맞춤법 제10–12항): 리 → 이, 라 → 나, 녀 → 여.
fn initial(syllable: char) -> char {
    use crate::text::hangul::{join, split};
    let Some((first, vowel, last)) = split(syllable) else { return syllable };
    // ㅑ ㅕ ㅖ ㅛ ㅠ ㅣ
    let soft = matches!(vowel, 2 | 6 | 7 | 12 | 17 | 20);
    match (first, soft) {
        (5, true) | (2, true) => join(11, vowel, last),
        (5, false) => join(2, vowel, last),
        _ => syllable,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn readings_and_forms() {
        let h = Hanja::default();
        for (c, s) in [('李', '이'), ('李', '리'), ('羅', '나'), ('羅', '라'), ('金', '김'), ('華', '화'), ('华', '화')]
        {
            assert_eq!(h.reads(c, s), Some(true), "{c} {s}");
        }
        assert_eq!(h.reads('陽', '창'), Some(false));
        assert_eq!(h.form('华'), h.form('華'));
        assert_ne!(h.form('花'), h.form('華'));
        assert_eq!(h.reads('\u{3469}', '라'), None);
    }
}
