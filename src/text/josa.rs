//! Particles (조사): which end a word, and which of two forms fits the sound before.

use super::hangul::{Final, final_of};

/// Particles of one form, and both forms of those that have two; longest first, so that the first match is the longest.
///
/// Form of the entry: text, and the sound it needs before it.
const JOSA: &[(&str, Needs)] = &[
    ("에서부터는", Needs::Any),
    ("으로부터는", Needs::Closed),
    ("이라고는", Needs::Consonant),
    ("에서부터", Needs::Any),
    ("으로부터", Needs::Closed),
    ("에게서는", Needs::Any),
    ("으로서는", Needs::Closed),
    ("으로써는", Needs::Closed),
    ("이라고", Needs::Consonant),
    ("에서는", Needs::Any),
    ("에서도", Needs::Any),
    ("에서의", Needs::Any),
    ("에서만", Needs::Any),
    ("에게는", Needs::Any),
    ("에게도", Needs::Any),
    ("에게서", Needs::Any),
    ("으로는", Needs::Closed),
    ("으로도", Needs::Closed),
    ("으로의", Needs::Closed),
    ("으로서", Needs::Closed),
    ("으로써", Needs::Closed),
    ("로부터", Needs::VowelOrRieul),
    ("로서는", Needs::VowelOrRieul),
    ("까지는", Needs::Any),
    ("까지도", Needs::Any),
    ("까지의", Needs::Any),
    ("부터는", Needs::Any),
    ("부터의", Needs::Any),
    ("만으로", Needs::Any),
    ("이라는", Needs::Consonant),
    ("이라며", Needs::Consonant),
    ("이라면", Needs::Consonant),
    ("이지만", Needs::Consonant),
    ("이었다", Needs::Consonant),
    ("이었던", Needs::Consonant),
    ("입니다", Needs::Any),
    ("보다는", Needs::Any),
    ("보다도", Needs::Any),
    ("과의", Needs::Consonant),
    ("과는", Needs::Consonant),
    ("와의", Needs::Vowel),
    ("와는", Needs::Vowel),
    ("라고", Needs::Vowel),
    ("라는", Needs::Vowel),
    ("라며", Needs::Vowel),
    ("에서", Needs::Any),
    ("에게", Needs::Any),
    ("에는", Needs::Any),
    ("에도", Needs::Any),
    ("에만", Needs::Any),
    ("에의", Needs::Any),
    ("께서", Needs::Any),
    ("한테", Needs::Any),
    ("으로", Needs::Closed),
    ("로는", Needs::VowelOrRieul),
    ("로도", Needs::VowelOrRieul),
    ("로의", Needs::VowelOrRieul),
    ("로서", Needs::VowelOrRieul),
    ("로써", Needs::VowelOrRieul),
    ("까지", Needs::Any),
    ("부터", Needs::Any),
    ("처럼", Needs::Any),
    ("보다", Needs::Any),
    ("마다", Needs::Any),
    ("조차", Needs::Any),
    ("마저", Needs::Any),
    ("이나", Needs::Consonant),
    ("이며", Needs::Consonant),
    ("이고", Needs::Consonant),
    ("이다", Needs::Consonant),
    ("이던", Needs::Consonant),
    ("이란", Needs::Consonant),
    ("이자", Needs::Consonant),
    ("인데", Needs::Any),
    ("만의", Needs::Any),
    ("만에", Needs::Any),
    ("만을", Needs::Any),
    ("만이", Needs::Any),
    ("만은", Needs::Any),
    ("들은", Needs::Any),
    ("들이", Needs::Any),
    ("들을", Needs::Any),
    ("들의", Needs::Any),
    ("들도", Needs::Any),
    ("들과", Needs::Any),
    ("은", Needs::Consonant),
    ("는", Needs::Vowel),
    ("이", Needs::Consonant),
    ("가", Needs::Vowel),
    ("을", Needs::Consonant),
    ("를", Needs::Vowel),
    ("과", Needs::Consonant),
    ("와", Needs::Vowel),
    ("의", Needs::Any),
    ("에", Needs::Any),
    ("로", Needs::VowelOrRieul),
    ("도", Needs::Any),
    ("만", Needs::Any),
    ("인", Needs::Any),
    ("들", Needs::Any),
];

/// The sound that a particle needs before it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Needs {
    Any,
    Vowel,
    /// Any 받침.
    Consonant,
    /// 받침 other than ㄹ.
    Closed,
    VowelOrRieul,
}

impl Needs {
    fn fits(self, sound: Final) -> bool {
        match self {
            Needs::Any => true,
            Needs::Vowel => sound == Final::Open,
            Needs::Consonant => sound != Final::Open,
            Needs::Closed => sound == Final::Closed,
            Needs::VowelOrRieul => sound != Final::Closed,
        }
    }
}

/// Pairs of forms: after 받침, after a vowel.
pub const PAIRS: &[(&str, &str)] = &[
    ("은", "는"),
    ("이", "가"),
    ("을", "를"),
    ("과", "와"),
    ("으로", "로"),
    ("이나", "나"),
    ("이라", "라"),
    ("이며", "며"),
    ("이란", "란"),
    ("아", "야"),
];

/// Returns the number of bytes of the particle that ends the word, 0 if none fits; at least one syllable is left before
/// it, and two where the particle is one syllable of a word of two (`가을`, `나이`).
pub fn suffix_len(word: &str) -> usize {
    let syllables = word.len() / 3;
    for (josa, needs) in JOSA {
        if let Some(stem) = word.strip_suffix(josa) {
            let left = stem.len() / 3;
            if left == 0 || (left == 1 && josa.len() == 3 && syllables == 2) {
                continue;
            }
            if stem.chars().next_back().and_then(final_of).is_some_and(|sound| needs.fits(sound)) {
                return josa.len();
            }
        }
    }
    0
}

/// Returns which form of a two-form particle fits a sound, for either form given: (`을`, Open) → `를`.
pub fn choose(josa: &str, sound: Final) -> Option<&'static str> {
    PAIRS.iter().find(|(c, v)| *c == josa || *v == josa).map(|(closed, open)| {
        let open_form = match sound {
            Final::Open => true,
            Final::Rieul => *closed == "으로",
            Final::Closed => false,
        };
        if open_form { *open } else { *closed }
    })
}

/// Returns the sound that the text ends in as it is read aloud: syllables as they are, digits by their Sino-Korean
/// reading, Latin letters by their names; closing quotes and brackets are looked through. None where it is not certain.
pub fn final_sound(text: &str) -> Option<Final> {
    let c = text.chars().rev().find(|c| !matches!(c, '’' | '”' | '\'' | '"' | '」' | '』' | '》' | '〉' | '>'))?;
    if let Some(sound) = final_of(c) {
        return Some(sound);
    }
    match c {
        '0' | '3' | '6' => Some(Final::Closed), // 영·공·십·백·천, 삼, 육
        '1' | '7' | '8' => Some(Final::Rieul),  // 일, 칠, 팔
        '2' | '4' | '5' | '9' => Some(Final::Open),
        '%' => Some(Final::Open), // 퍼센트, 프로
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn suffixes() {
        for (word, stem) in [
            ("서울은", "서울"),
            ("서울는", "서울는"),
            ("충칭시와", "충칭시"),
            ("시장에게서는", "시장"),
            ("가을", "가을"),
            ("서울로", "서울"),
            ("부산으로", "부산"),
            ("나이", "나이"),
            ("도시를", "도시"),
        ] {
            assert_eq!(&word[..word.len() - suffix_len(word)], stem, "{word}");
        }
        assert_eq!(choose("을", Final::Open), Some("를"));
        assert_eq!(choose("으로", Final::Rieul), Some("로"));
    }
}
