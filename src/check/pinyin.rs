//! Chinese names by sound: `쉬원빈` is Xu Wenbin and not Wu Wenbin, as 외래어 표기법 (문교부 고시 제85-11호, 표 5) writes pinyin.

use crate::text::hangul::{join, split};

/// Initials with the first sound that Hangul gives them, the longer before the shorter.
const INITIALS: [(&str, char); 21] = [
    ("zh", 'ㅈ'),
    ("ch", 'ㅊ'),
    ("sh", 'ㅅ'),
    ("b", 'ㅂ'),
    ("p", 'ㅍ'),
    ("m", 'ㅁ'),
    ("f", 'ㅍ'),
    ("d", 'ㄷ'),
    ("t", 'ㅌ'),
    ("n", 'ㄴ'),
    ("l", 'ㄹ'),
    ("g", 'ㄱ'),
    ("k", 'ㅋ'),
    ("h", 'ㅎ'),
    ("j", 'ㅈ'),
    ("q", 'ㅊ'),
    ("x", 'ㅅ'),
    ("r", 'ㄹ'),
    ("z", 'ㅉ'),
    ("c", 'ㅊ'),
    ("s", 'ㅆ'),
];

/// Finals behind a consonant, as Hangul writes them behind ㅇ, with a glide where one is.
const FINALS: [(&str, &str); 36] = [
    ("a", "아"),
    ("o", "오"),
    ("e", "어"),
    ("ai", "아이"),
    ("ei", "에이"),
    ("ao", "아오"),
    ("ou", "어우"),
    ("an", "안"),
    ("en", "언"),
    ("ang", "앙"),
    ("eng", "엉"),
    ("i", "이"),
    ("ia", "야"),
    ("ie", "예"),
    ("iao", "야오"),
    ("iu", "유"),
    ("ian", "옌"),
    ("in", "인"),
    ("iang", "양"),
    ("ing", "잉"),
    ("iong", "융"),
    ("u", "우"),
    ("ua", "와"),
    ("uo", "워"),
    ("uai", "와이"),
    ("ui", "우이"),
    ("uan", "완"),
    ("un", "운"),
    ("uang", "왕"),
    ("ong", "웅"),
    ("v", "위"),
    ("ve", "웨"),
    ("ü", "위"),
    ("üe", "웨"),
    ("üan", "위안"),
    ("ün", "윈"),
];

/// Syllables without an initial, but for those that are written as a final that begins with a, e or o.
const ALONE: [(&str, &str); 25] = [
    ("er", "얼"),
    ("ya", "야"),
    ("yo", "요"),
    ("ye", "예"),
    ("yao", "야오"),
    ("you", "유"),
    ("yan", "옌"),
    ("yin", "인"),
    ("yang", "양"),
    ("ying", "잉"),
    ("yong", "융"),
    ("yi", "이"),
    ("wu", "우"),
    ("wa", "와"),
    ("wo", "워"),
    ("wai", "와이"),
    ("wei", "웨이"),
    ("wan", "완"),
    ("wen", "원"),
    ("wang", "왕"),
    ("weng", "웡"),
    ("yu", "위"),
    ("yue", "웨"),
    ("yuan", "위안"),
    ("yun", "윈"),
];

/// The longest syllable of pinyin, in letters: zhuang.
const LONGEST: usize = 6;

/// Returns whether the letters of a gloss, small and without accents, are pinyin that Hangul writes as the name.
pub(super) fn reads(name: &str, roman: &str) -> bool {
    let letters: String = roman.chars().filter(|c| c.is_alphabetic()).collect();
    !name.is_empty() && letters.is_ascii() && from(name, &letters)
}

fn from(name: &str, roman: &str) -> bool {
    if name.is_empty() || roman.is_empty() {
        return name.is_empty() && roman.is_empty();
    }
    (1..=roman.len().min(LONGEST)).any(|len| {
        let written = hangul(&roman[..len]);
        written.is_some_and(|h| name.strip_prefix(h.as_str()).is_some_and(|rest| from(rest, &roman[len..])))
    })
}

/// Returns how Hangul writes a syllable of pinyin; none for what is none.
fn hangul(syllable: &str) -> Option<String> {
    let bare = FINALS.iter().filter(|(f, _)| f.starts_with(['a', 'e', 'o']) && *f != "ong");
    if let Some((_, written)) = ALONE.iter().chain(bare).find(|(s, _)| *s == syllable) {
        return Some((*written).to_owned());
    }
    let (initial, sound) = INITIALS.iter().find(|(i, _)| syllable.starts_with(i))?;
    let rest = &syllable[initial.len()..];
    // zhi, chi, shi, ri, zi, ci, si
    let buzzed = matches!(*initial, "zh" | "ch" | "sh" | "r" | "z" | "c" | "s");
    if rest == "i" && buzzed {
        return onset(*sound, '으').map(String::from);
    }
    // ju, quan, xun have the front vowel.
    let front = matches!(*initial, "j" | "q" | "x");
    let rest = if front && rest.starts_with('u') { rest.replacen('u', "ü", 1) } else { rest.to_owned() };
    let (_, written) = FINALS.iter().find(|(f, _)| *f == rest)?;
    let mut chars = written.chars();
    let first = onset(*sound, chars.next()?)?;
    Some(std::iter::once(first).chain(chars).collect())
}

/// Returns a syllable that begins with ㅇ, begun with another sound; ㅈ, ㅉ and ㅊ stand before no ㅑ, ㅖ, ㅛ, ㅠ.
fn onset(sound: char, syllable: char) -> Option<char> {
    const SOUNDS: &str = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ";
    let (_, vowel, last) = split(syllable)?;
    let first = SOUNDS.chars().position(|c| c == sound)? as u8;
    let vowel = match vowel {
        _ if !matches!(sound, 'ㅈ' | 'ㅉ' | 'ㅊ') => vowel,
        2 => 0,
        7 => 5,
        12 => 8,
        17 => 13,
        other => other,
    };
    Some(join(first, vowel, last))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_as_pinyin_writes_them() {
        for (name, roman) in [
            ("시진핑", "xijinping"),
            ("리창", "liqiang"),
            ("왕이", "wangyi"),
            ("후진타오", "hujintao"),
            ("덩샤오핑", "dengxiaoping"),
            ("저우언라이", "zhouenlai"),
            ("충칭", "chongqing"),
            ("쓰촨", "sichuan"),
            ("광저우", "guangzhou"),
            ("주룽지", "zhurongji"),
            ("쉐야오", "xueyao"),
            ("취안저우", "quanzhou"),
            ("린쉰", "linxun"),
            ("구이저우", "guizhou"),
            ("지셴", "jixian"),
        ] {
            assert!(reads(name, roman), "{name} {roman}");
        }
        for (name, roman) in
            [("쉬원빈", "wuwenbin"), ("쉬원빈", "suwenbin"), ("탕자쉬안", "tangjiaxian"), ("장이", "changyi")]
        {
            assert!(!reads(name, roman), "{name} {roman}");
        }
    }
}
