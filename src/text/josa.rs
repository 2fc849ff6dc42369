//! Particles (조사): which end a word, and which of two forms fits the sound before.

use super::hangul::{Final, final_of};

/// Returns the particles that end in a syllable, each with the sound it needs before it; longest first, so that the first
/// match is the longest. Asking by the last syllable keeps the search short: most words end in none of them.
fn ending_in(last: char) -> &'static [(&'static str, Needs)] {
    use Needs::{Any, Closed, Consonant, Vowel, VowelOrRieul};
    match last {
        '는' => &[
            ("에서부터는", Any),
            ("으로부터는", Closed),
            ("이라고는", Consonant),
            ("에게서는", Any),
            ("으로서는", Closed),
            ("으로써는", Closed),
            ("에서는", Any),
            ("에게는", Any),
            ("으로는", Closed),
            ("로서는", VowelOrRieul),
            ("까지는", Any),
            ("부터는", Any),
            ("이라는", Consonant),
            ("보다는", Any),
            ("과는", Consonant),
            ("와는", Vowel),
            ("라는", Vowel),
            ("에는", Any),
            ("로는", VowelOrRieul),
            ("는", Vowel),
        ],
        '터' => &[("에서부터", Any), ("으로부터", Closed), ("로부터", VowelOrRieul), ("부터", Any)],
        '고' => &[("이라고", Consonant), ("라고", Vowel), ("이고", Consonant)],
        '도' => &[
            ("에서도", Any),
            ("에게도", Any),
            ("으로도", Closed),
            ("까지도", Any),
            ("보다도", Any),
            ("에도", Any),
            ("로도", VowelOrRieul),
            ("들도", Any),
            ("도", Any),
        ],
        '의' => &[
            ("에서의", Any),
            ("으로의", Closed),
            ("까지의", Any),
            ("부터의", Any),
            ("과의", Consonant),
            ("와의", Vowel),
            ("에의", Any),
            ("로의", VowelOrRieul),
            ("만의", Any),
            ("들의", Any),
            ("의", Any),
        ],
        '만' => &[
            ("으로만", Consonant),
            ("로만", Vowel),
            ("에서만", Any),
            ("이지만", Consonant),
            ("에만", Any),
            ("만", Any),
        ],
        '서' => &[("에게서", Any), ("으로서", Closed), ("에서", Any), ("께서", Any), ("로서", VowelOrRieul)],
        '써' => &[("으로써", Closed), ("로써", VowelOrRieul)],
        '로' => &[("만으로", Any), ("으로", Closed), ("로", VowelOrRieul)],
        '며' => &[("이라며", Consonant), ("라며", Vowel), ("이며", Consonant)],
        '면' => &[("이라면", Consonant)],
        '다' => &[("이었다", Consonant), ("입니다", Any), ("보다", Any), ("마다", Any), ("이다", Consonant)],
        '던' => &[("이었던", Consonant), ("이던", Consonant)],
        '게' => &[("에게", Any)],
        // Spoken forms of 에서는, 에게는, 까지는, 부터는, 으로는.
        '선' => &[("에게선", Any), ("에선", Any)],
        '겐' => &[("에겐", Any)],
        '진' => &[("까진", Any)],
        '턴' => &[("부턴", Any)],
        '론' => &[("으론", Closed)],
        '테' => &[("한테", Any)],
        '지' => &[("까지", Any)],
        '럼' => &[("처럼", Any)],
        '차' => &[("조차", Any)],
        '저' => &[("마저", Any)],
        '나' => &[("이나", Consonant)],
        '란' => &[("이란", Consonant)],
        '자' => &[("이자", Consonant)],
        '데' => &[("인데", Any)],
        '에' => &[("만에", Any), ("에", Any)],
        '을' => &[("만을", Any), ("들을", Any), ("을", Consonant)],
        '이' => &[("만이", Any), ("들이", Any), ("이", Consonant)],
        '은' => &[("만은", Any), ("들은", Any), ("은", Consonant)],
        '과' => &[("들과", Any), ("과", Consonant)],
        '가' => &[("가", Vowel)],
        '를' => &[("를", Vowel)],
        '와' => &[("와", Vowel)],
        '인' => &[("인", Any)],
        '들' => &[("들", Any)],
        _ => &[],
    }
}

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
    let Some(last) = word.chars().next_back() else { return 0 };
    let syllables = word.len() / 3;
    // The last byte of the syllable before tells most of the longer ones apart without a comparison of strings.
    let before = |text: &str| text.len().checked_sub(4).map(|i| text.as_bytes()[i]);
    let byte = before(word);
    for (josa, needs) in ending_in(last) {
        if josa.len() > 3 && before(josa) != byte {
            continue;
        }
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
