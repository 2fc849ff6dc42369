//! Spellings that stand for one thing, as a newsroom says (닝보 and 영파): words that differ only so are one word.

use crate::text::hangul;
use crate::text::token::key;

/// Returns the key of a word: that of its first spelling where the word begins with one of a list of names (영파항 has the
/// key of 닝보항), else `own`.
pub(super) fn key_of(word: &str, own: u64, aliases: &[Vec<String>]) -> u64 {
    for names in aliases {
        // Of 박세 and 박세훈 the longer one is meant.
        let rest = names.iter().filter_map(|name| rest_of(word, name)).min_by_key(|rest| rest.len());
        if let (Some(rest), Some(first)) = (rest, names.first()) {
            return key(&format!("{first}{rest}"));
        }
    }
    own
}

/// Returns what follows a name at the start of a word; a name of one syllable (만, 리) must be the whole word.
fn rest_of<'w>(word: &'w str, name: &str) -> Option<&'w str> {
    word.strip_prefix(name).filter(|rest| rest.is_empty() || name.chars().count() > 1)
}

/// Returns whether all letters of the first stand in the second in their order: 한은 of 한국은행.
pub fn is_shortened(short: &str, long: &str) -> bool {
    let mut rest = long.chars();
    short.chars().all(|c| rest.any(|d| d == c))
}

/// Provinces by their long and short names, without 도.
const LONG_PROVINCES: &[(&str, &str)] = &[
    ("경상남", "경남"),
    ("경상북", "경북"),
    ("전라남", "전남"),
    ("전라북", "전북"),
    ("충청남", "충남"),
    ("충청북", "충북"),
];

/// Returns whether two words begin with the long and the short name of one province and are else the same: 전라남도교육청 and
/// 전남도교육청.
pub fn is_one_province(a: &str, b: &str) -> bool {
    let same = |a: &str, b: &str, (long, short): (&str, &str)| {
        a.strip_prefix(long).is_some_and(|rest| b.strip_prefix(short) == Some(rest))
    };
    LONG_PROVINCES.iter().any(|&names| same(a, b, names) || same(b, a, names))
}

/// Firms of one house whose names differ in a word: 한빛증권 and 한빛투자증권 are two.
const FIRMS: &[&str] = &["증권", "은행", "보험", "생명", "화재", "카드", "캐피탈", "자산운용"];

/// Returns whether one of two names is the other said shorter: syllables are left out, the last two are kept (건보공단 of
/// 국민건강보험공단, 한빛터미널 of 한빛시외버스터미널). 한빛항 and 한빛신항 are two.
pub fn is_cut_name(a: &str, b: &str) -> bool {
    let cut = |short: &str, long: &str| {
        let n = short.chars().count();
        short.len() < long.len()
            && (n >= 4 || (n == 3 && short.chars().next() == long.chars().next()))
            && short.get(short.len().saturating_sub(6)..).is_some_and(|last| long.ends_with(last))
            && is_shortened(short, long)
    };
    // 한국외대 and 한국외국어대
    let school = |w: &str| w.strip_suffix("대학교").or_else(|| w.strip_suffix('대')).map(str::len);
    if let (Some(x), Some(y)) = (school(a), school(b)) {
        let (short, long) = if x < y { (&a[..x], &b[..y]) } else { (&b[..y], &a[..x]) };
        if short.len() >= 9 && long.starts_with(&short[..6]) && is_shortened(short, long) {
            return true;
        }
    }
    // 한국가스공사 and 한국가스안전공사 are two: public bodies are named apart by a word.
    let public = a.starts_with("한국") && b.starts_with("한국");
    !public && !FIRMS.iter().any(|f| a.ends_with(f) || b.ends_with(f)) && (cut(a, b) || cut(b, a))
}

/// Returns whether two names differ in what a town is called behind its name: 충북도교육청 and 충북교육청, 수원시보건소 and
/// 수원보건소. `is_town` tells names of towns and provinces.
pub fn is_one_town(a: &str, b: &str, is_town: impl Fn(&str) -> bool) -> bool {
    const CALLED: [char; 4] = ['도', '시', '군', '구'];
    let (short, long) = if a.len() < b.len() { (a, b) } else { (b, a) };
    long.len() == short.len() + 3
        && [6, 9].into_iter().any(|at| {
            let (Some(town), Some(rest)) = (long.get(..at), long.get(at..)) else { return false };
            let behind = rest.strip_prefix(CALLED).filter(|w| w.len() >= 6);
            behind.is_some_and(|w| short.strip_prefix(town) == Some(w)) && is_town(town)
        })
}

/// Words of which a newsroom writes either for the same thing; a longer word has one of the two in the same place.
const EITHER: &[(&str, &str)] = &[
    ("시각", "시간"),
    ("일시", "일자"),
    ("동창", "동문"),
    ("착공", "기공"),
    ("준공", "완공"),
    ("개회", "개막"),
    ("폐회", "폐막"),
    ("자장", "짜장"),
    ("등학교", "등교"),
    ("등학생", "등생"),
    ("확진자", "확진환자"),
    ("유가족", "유족"),
    ("순이익", "순익"),
    ("전기자동차", "전기차"),
    ("최고값", "최고치"),
    ("정류장", "정류소"),
    ("투표소", "투표장"),
    ("개표소", "개표장"),
    ("분향소", "분향실"),
    ("공고", "공업고"),
    ("상고", "상업고"),
    ("농고", "농업고"),
    ("여고", "여자고"),
    ("여중", "여자중"),
    ("과고", "과학고"),
    ("외고", "외국어고"),
    ("체고", "체육고"),
    ("예고", "예술고"),
    ("튀르키예", "터키"),
    ("키이우", "키예프"),
    ("호찌민", "호치민"),
    ("푸껫", "푸켓"),
    ("벨라루스", "벨로루시"),
    ("타이완", "대만"),
    ("홋카이도", "북해도"),
    ("도쿄", "동경"),
    ("쓰", "츠"),
    ("쓰", "쯔"),
    ("츠", "쯔"),
    ("상하이", "상해"),
    ("베이징", "북경"),
];

/// Returns whether two words differ in a consonant that one of them writes twice, as names from abroad are written either way:
/// 압바스 and 아바스, 프릴랜드 and 프리랜드.
pub fn is_doubled(a: &str, b: &str) -> bool {
    let Some(slip) = hangul::one_syllable(a, b) else { return false };
    let next = a.chars().nth(slip.index + 1).and_then(hangul::split);
    let (Some(x), Some(y), Some(next)) = (hangul::split(slip.from), hangul::split(slip.to), next) else { return false };
    let closed = if x.2 == 0 { y.2 } else { x.2 };
    (x.0, x.1) == (y.0, y.1)
        && (x.2 == 0) != (y.2 == 0)
        && hangul::JONGSEONG[closed as usize] == hangul::CHOSEONG[next.0 as usize]
}

/// Who does something: what a word ends in of which either is written (응시생, 응시자; 해설가, 해설사).
const DOERS: [char; 9] = ['자', '인', '생', '객', '민', '가', '사', '원', '주'];

/// Returns whether a newsroom writes either of two words for one thing: 초등교 and 초등학교, 졸업생 and 졸업자.
pub fn is_either(a: &str, b: &str) -> bool {
    let replaced = |a: &str, b: &str, (x, y): (&str, &str)| {
        a.match_indices(x)
            .any(|(at, _)| b.strip_prefix(&a[..at]).and_then(|rest| rest.strip_prefix(y)) == Some(&a[at + x.len()..]))
    };
    let doer = || {
        let (Some((i, x)), Some((j, y))) = (a.char_indices().next_back(), b.char_indices().next_back()) else {
            return false;
        };
        i >= 6 && a[..i] == b[..j] && DOERS.contains(&x) && DOERS.contains(&y)
    };
    a != b && (EITHER.iter().any(|&(x, y)| replaced(a, b, (x, y)) || replaced(b, a, (x, y))) || doer())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_said_shorter_are_one() {
        for (short, long) in [
            ("건보공단", "국민건강보험공단"),
            ("전북도교육청", "전북특별자치도교육청"),
            ("경북경찰청", "경상북도경찰청"),
            ("한빛대병원", "한빛대학교병원"),
            ("한빛터미널", "한빛시외버스터미널"),
            ("한국외대", "한국외국어대"),
        ] {
            assert!(is_cut_name(short, long) && is_cut_name(long, short), "{short}");
        }
        for (a, b) in [
            ("한빛항", "한빛신항"),
            ("한빛증권", "한빛투자증권"),
            ("한국수리공사", "한국수리안전공사"),
            ("남한빛역", "북한빛역"),
            ("부산대", "부산외대"),
        ] {
            assert!(!is_cut_name(a, b), "{a}");
        }
        let town = |w: &str| w == "충북" || w == "수원";
        assert!(is_one_town("충북도교육청", "충북교육청", town) && is_one_town("수원보건소", "수원시보건소", town));
        assert!(!is_one_town("충북도교육청", "충남교육청", town) && !is_one_town("수원시장", "수원장", town));
    }

    #[test]
    fn either_of_two_words_is_written() {
        for (a, b) in [
            ("초등교", "초등학교"),
            ("총동창회장", "총동문회장"),
            ("응시생", "응시자"),
            ("착공식", "기공식"),
            ("데쓰야", "데츠야"),
        ] {
            assert!(is_either(a, b) && is_either(b, a), "{a}");
        }
        assert!(!is_either("초등교", "초등과") && !is_either("사장", "사원") && !is_either("연구원", "연구위원"));
    }

    #[test]
    fn consonants_are_written_once_or_twice() {
        assert!(is_doubled("압바스", "아바스") && is_doubled("프리랜드", "프릴랜드"));
        assert!(!is_doubled("압바스", "악바스") && !is_doubled("아바스", "앗바스") && !is_doubled("앞바다", "아바다"));
    }

    #[test]
    fn names_of_one_thing_have_one_key() {
        let aliases = [vec!["닝보".to_owned(), "영파".to_owned(), "영파시".to_owned()]];
        for (word, want) in
            [("닝보", "닝보"), ("영파", "닝보"), ("영파항", "닝보항"), ("영파시", "닝보"), ("영주", "영주")]
        {
            assert_eq!(key_of(word, key(word), &aliases), key(want), "{word}");
            assert_eq!(key_of(word, key(word), &[]), key(word));
        }
        let short = [vec!["리".to_owned(), "이".to_owned()]];
        assert_eq!(key_of("이", 0, &short), key("리"));
        assert_eq!(key_of("이천시", 7, &short), 7);
    }
}
