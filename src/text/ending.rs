//! Endings of verbs and adjectives: which words are forms of one (`옮습니다`, `옮지`; `했다`, `하였습니다`).
//!
//! Endings are told by their letters, behind the stem as it is when nothing is drawn together: `해도` is `하여도`, `됐다`
//! `되었다`. What the lists do not know is no form of the verb.

use super::hangul::{jamo, split};
use std::collections::HashSet;
use std::sync::LazyLock;

/// What stands between the stem and the ending: 높임, 시제, 추측.
const BEFORE: &[&str] = &["으시", "시", "었", "았", "였", "ㅆ", "겠", "으"];

/// Endings, a letter of its own where it closes the syllable of the stem.
const ENDINGS: &[&str] = &[
    "",
    "다",
    "ㄴ다",
    "는다",
    "습니다",
    "ㅂ니다",
    "습니까",
    "ㅂ니까",
    "어요",
    "아요",
    "여요",
    "요",
    "죠",
    "지요",
    "네요",
    "군요",
    "거든요",
    "ㄹ게요",
    "을게요",
    "ㄹ게",
    "을게",
    "어",
    "아",
    "여",
    "고",
    "며",
    "면서",
    "면",
    "지",
    "지는",
    "지도",
    "지만",
    "는데",
    "ㄴ데",
    "은데",
    "던",
    "는",
    "ㄴ",
    "은",
    "ㄹ",
    "을",
    "게",
    "도록",
    "려",
    "려고",
    "려는",
    "려던",
    "려면",
    "자",
    "자는",
    "자고",
    "자며",
    "기",
    "기를",
    "기가",
    "기는",
    "기도",
    "기에",
    "기로",
    "기만",
    "기까지",
    "음",
    "ㅁ",
    "음을",
    "ㅁ을",
    "음이",
    "ㅁ이",
    "어서",
    "아서",
    "여서",
    "어서는",
    "아서는",
    "여서는",
    "어선",
    "아선",
    "여선",
    "어야",
    "아야",
    "여야",
    "어도",
    "아도",
    "여도",
    "서라도",
    "어서라도",
    "아서라도",
    "여서라도",
    "더라도",
    "니",
    "니까",
    "나",
    "거나",
    "든",
    "든지",
    "다는",
    "다고",
    "다며",
    "다면",
    "다면서",
    "ㄴ다는",
    "ㄴ다고",
    "ㄴ다며",
    "는다는",
    "는다고",
    "는다며",
    "라",
    "라고",
    "라는",
    "라며",
    "아라",
    "어라",
    "여라",
    "ㄹ지",
    "을지",
    "ㄴ지",
    "는지",
    "은지",
    "ㄹ까",
    "을까",
    "ㄹ수록",
    "을수록",
    "느냐",
    "냐",
    "냐고",
    "네",
    "구나",
    "세요",
    "십시오",
    "ㅂ시다",
    "읍시다",
    "ㄴ가",
    "는가",
    "은가",
];

static BEFORE_LETTERS: LazyLock<Vec<Vec<char>>> = LazyLock::new(|| BEFORE.iter().map(|e| letters(e)).collect());
static ENDING_LETTERS: LazyLock<HashSet<Vec<char>>> = LazyLock::new(|| ENDINGS.iter().map(|e| letters(e)).collect());

/// Returns whether two words are forms of one verb or adjective: `지킨다`, `지키지`; every word is a form of itself.
pub fn is_one_verb(a: &str, b: &str) -> bool {
    if a == b {
        return true;
    }
    let first = |word: &str| word.chars().next().and_then(split).map(|(c, ..)| c);
    if first(a).is_none() || first(a) != first(b) {
        return false;
    }
    let (x, y) = (letters(a), letters(b));
    let shared = x.iter().zip(&y).take_while(|(p, q)| p == q).count();
    // The stem has a vowel at least.
    let bare = |rest: &[char], at: usize| rest.is_empty() && at < 4;
    (2..=shared).rev().any(|at| {
        let (p, q) = (&x[at..], &y[at..]);
        // 더 is no form of 덜.
        is_ending(p) && is_ending(q) && !bare(p, at) && !bare(q, at)
    })
}

/// Returns whether a word is a form of one of some verbs, told by their stems: `않았다` of `않`.
pub fn is_form_of(word: &str, stems: &[&str]) -> bool {
    // What is drawn together in speech keeps its first consonant, and most words have another one.
    let begins = |of: &str| of.chars().next().and_then(split).map(|s| s.0);
    let mut near = stems.iter().filter(|s| begins(s) == begins(word)).peekable();
    if near.peek().is_none() {
        return false;
    }
    let text = letters(word);
    near.any(|s| text.strip_prefix(letters(s).as_slice()).is_some_and(is_ending))
}

/// Returns whether letters are an ending with what may stand before it.
fn is_ending(mut rest: &[char]) -> bool {
    loop {
        if ENDING_LETTERS.contains(rest) {
            return true;
        }
        match BEFORE_LETTERS.iter().find_map(|e| rest.strip_prefix(e.as_slice())) {
            Some(behind) => rest = behind,
            None => return false,
        }
    }
}

/// Returns the letters of a word, with what is drawn together in speech told apart: 해 is 하여, 됐 되었, 져 지어, 줘 주어.
fn letters(word: &str) -> Vec<char> {
    let mut out = String::with_capacity(word.len() + 6);
    for c in word.chars() {
        let open = |jong: u8| jong == 0 || jong == 20;
        let apart = match split(c) {
            Some((18, 1, jong)) if open(jong) => Some((18, 0, 6, jong)),
            Some((3, 10, jong)) if open(jong) => Some((3, 11, 4, jong)),
            Some((cho, 14, jong)) if open(jong) => Some((cho, 13, 4, jong)),
            Some((cho, 9, jong)) if open(jong) => Some((cho, 8, 0, jong)),
            Some((cho, 6, jong)) if open(jong) && cho != 11 => Some((cho, 20, 4, jong)),
            _ => None,
        };
        match apart {
            Some((cho, stem, ending, jong)) => {
                out.push(super::hangul::join(cho, stem, 0));
                out.push(super::hangul::join(11, ending, jong));
            }
            None => out.push(c),
        }
    }
    jamo(&out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_of_one_verb() {
        let same = [
            ("옮습니다", "옮지"),
            ("옮는다", "옮지"),
            ("해도", "해서는"),
            ("했다", "합니다"),
            ("됐다", "된다"),
            ("지켜야", "지키지"),
            ("알고", "알지"),
            ("있었다", "있습니다"),
            ("요구하겠다", "요구하겠습니다"),
            ("넘어갔다", "넘어갔어요"),
            ("무겁다", "무겁습니다"),
            ("부족하고", "부족하다"),
            ("늦춰", "늦출"),
            ("지키려던", "지키며"),
            ("봤다", "보고"),
        ];
        for (a, b) in same {
            assert!(is_one_verb(a, b), "{a} {b}");
        }
        let other = [
            ("남은", "나은"),
            ("교사", "교수"),
            ("지난", "남은"),
            ("사람은", "사랑은"),
            ("열려던", "잠그려던"),
            ("학생", "학교"),
            ("수비", "수도"),
            ("더", "덜"),
        ];
        for (a, b) in other {
            assert!(!is_one_verb(a, b), "{a} {b}");
        }
    }

    #[test]
    fn forms_of_a_stem() {
        for word in ["않는다", "않고", "않았습니다", "않겠다"] {
            assert!(is_form_of(word, &["않"]), "{word}");
        }
        for word in ["한국", "할머니", "한다면야말로"] {
            assert!(!is_form_of(word, &["하"]), "{word}");
        }
    }
}
