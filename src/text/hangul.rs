//! Syllables and their letters (자모), by the arithmetic of Unicode chapter 3.12.

/// First sounds in syllable order.
pub const CHOSEONG: [char; 19] =
    ['ㄱ', 'ㄲ', 'ㄴ', 'ㄷ', 'ㄸ', 'ㄹ', 'ㅁ', 'ㅂ', 'ㅃ', 'ㅅ', 'ㅆ', 'ㅇ', 'ㅈ', 'ㅉ', 'ㅊ', 'ㅋ', 'ㅌ', 'ㅍ', 'ㅎ'];
/// Vowels in syllable order.
pub const JUNGSEONG: [char; 21] = [
    'ㅏ', 'ㅐ', 'ㅑ', 'ㅒ', 'ㅓ', 'ㅔ', 'ㅕ', 'ㅖ', 'ㅗ', 'ㅘ', 'ㅙ', 'ㅚ', 'ㅛ', 'ㅜ', 'ㅝ', 'ㅞ', 'ㅟ', 'ㅠ', 'ㅡ',
    'ㅢ', 'ㅣ',
];
/// Final sounds (받침) in syllable order; the first is none.
pub const JONGSEONG: [char; 28] = [
    '\0', 'ㄱ', 'ㄲ', 'ㄳ', 'ㄴ', 'ㄵ', 'ㄶ', 'ㄷ', 'ㄹ', 'ㄺ', 'ㄻ', 'ㄼ', 'ㄽ', 'ㄾ', 'ㄿ', 'ㅀ', 'ㅁ', 'ㅂ', 'ㅄ',
    'ㅅ', 'ㅆ', 'ㅇ', 'ㅈ', 'ㅊ', 'ㅋ', 'ㅌ', 'ㅍ', 'ㅎ',
];

/// A final sound as particles see it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Final {
    /// 받침 없음: 나무.
    Open,
    /// ㄹ 받침: 서울 (takes 로, not 으로).
    Rieul,
    /// Any other 받침: 집.
    Closed,
}

/// Returns whether the character is a whole syllable 가–힣.
pub fn is_syllable(c: char) -> bool {
    ('가'..='힣').contains(&c)
}

/// Returns the indices of first sound, vowel and final sound of a syllable; none for other characters.
pub fn split(c: char) -> Option<(u8, u8, u8)> {
    let n = (c as u32).checked_sub('가' as u32)?;
    (n < 11172).then_some(((n / 588) as u8, (n % 588 / 28) as u8, (n % 28) as u8))
}

/// Returns the syllable of the three indices of [`split`].
pub fn join(cho: u8, jung: u8, jong: u8) -> char {
    char::from_u32('가' as u32 + u32::from(cho) * 588 + u32::from(jung) * 28 + u32::from(jong)).unwrap_or('가')
}

/// Returns the final sound of a syllable; none for other characters.
pub fn final_of(c: char) -> Option<Final> {
    split(c).map(|(_, _, jong)| match jong {
        0 => Final::Open,
        8 => Final::Rieul,
        _ => Final::Closed,
    })
}

/// Returns the word as a sequence of letters, other characters as they are: `단지A` → ㄷㅏㄴㅈㅣA.
pub fn jamo(word: &str) -> Vec<char> {
    let mut out = Vec::with_capacity(word.len());
    for c in word.chars() {
        match split(c) {
            Some((a, b, j)) => {
                out.push(CHOSEONG[a as usize]);
                out.push(JUNGSEONG[b as usize]);
                if j > 0 {
                    out.push(JONGSEONG[j as usize]);
                }
            }
            None => out.push(c),
        }
    }
    out
}

/// Returns the edit distance of two words in letters (optimal string alignment: a swap of neighbours is one).
pub fn distance(a: &str, b: &str) -> usize {
    strsim::generic_damerau_levenshtein(&jamo(a), &jamo(b))
}

/// Returns how many letters differ where both words have the same number of syllables and differ in one of them only,
/// and that syllable's index and both forms; none otherwise.
pub fn one_syllable(a: &str, b: &str) -> Option<SyllableSlip> {
    let (mut found, mut at) = (None, 0);
    let (mut x, mut y) = (a.chars(), b.chars());
    loop {
        match (x.next(), y.next()) {
            (None, None) => return found,
            (Some(p), Some(q)) => {
                if p != q {
                    if found.is_some() {
                        return None;
                    }
                    found = Some(SyllableSlip { index: at, from: p, to: q });
                }
            }
            _ => return None,
        }
        at += 1;
    }
}

/// One syllable that differs between two words.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct SyllableSlip {
    /// Which, from 0.
    pub index: usize,
    /// In the first word.
    pub from: char,
    /// In the second.
    pub to: char,
}

impl SyllableSlip {
    /// Returns how many of the three letters differ (a 받침 more or less counts as one); 3 for other characters.
    pub fn letters(self) -> usize {
        match (split(self.from), split(self.to)) {
            (Some(a), Some(b)) => usize::from(a.0 != b.0) + usize::from(a.1 != b.1) + usize::from(a.2 != b.2),
            _ => 3,
        }
    }
}

/// Returns the row and the tenths of a column of a letter on the two-set keyboard (KS X 5002), shifted letters on
/// their key; none for compound letters.
fn key(c: char) -> Option<(i8, i16)> {
    const ROWS: [(&str, i16); 3] = [("ㅂㅈㄷㄱㅅㅛㅕㅑㅐㅔ", 0), ("ㅁㄴㅇㄹㅎㅗㅓㅏㅣ", 3), ("ㅋㅌㅊㅍㅠㅜㅡ", 7)];
    let c = match c {
        'ㅃ' => 'ㅂ',
        'ㅉ' => 'ㅈ',
        'ㄸ' => 'ㄷ',
        'ㄲ' => 'ㄱ',
        'ㅆ' => 'ㅅ',
        'ㅒ' => 'ㅐ',
        'ㅖ' => 'ㅔ',
        other => other,
    };
    ROWS.iter().enumerate().find_map(|(row, (keys, offset))| {
        keys.chars().position(|k| k == c).map(|i| (row as i8, i as i16 * 10 + offset))
    })
}

/// Returns whether two letters lie on the same or on neighbouring keys of the two-set keyboard.
pub fn keys_touch(a: char, b: char) -> bool {
    match (key(a), key(b)) {
        (Some((ra, ca)), Some((rb, cb))) => (ra - rb).abs() <= 1 && (ca - cb).abs() <= 10,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn syllables_and_letters() {
        for c in '가'..='힣' {
            let (a, b, j) = split(c).unwrap();
            assert_eq!(join(a, b, j), c);
        }
        assert_eq!(distance("오세운", "오세훈"), 1);
        assert_eq!(distance("충청시", "충칭시"), 1);
        assert_eq!(distance("최교", "외교"), 1);
        assert_eq!(final_of('울'), Some(Final::Rieul));
        assert!(keys_touch('ㅎ', 'ㅇ') || keys_touch('ㅎ', 'ㄹ'));
        assert!(keys_touch('ㅓ', 'ㅣ') || keys_touch('ㅓ', 'ㅏ'));
        assert!(!keys_touch('ㅂ', 'ㅔ'));
        assert_eq!(one_syllable("오세운", "오세훈").unwrap().letters(), 1);
    }
}
