//! Words that are one slip apart and both right, as their own article tells.

use super::odd::Signs;
use crate::claim::lexicon::{Lexicon, Names, Synonyms, Vocabulary};
use crate::source::Span;
use crate::text::Document;
use crate::text::hangul;

/// Returns whether of two words that are one slip apart each may be meant, whatever the articles say.
pub(super) fn are_both_right(a: &str, b: &str, lexicon: &Lexicon) -> bool {
    let vocabulary = &lexicon.vocabulary;
    short_deeds(a, b)
        || between_nouns(a, b, vocabulary)
        || doer(a, b)
        || of_one_meaning(a, b, &lexicon.synonyms)
        || of_one_row(a, b, &lexicon.names)
        || particles(a, b, vocabulary)
        || nominal(a, b, vocabulary)
}

/// Returns whether both are forms of one verb before a noun: `보여주는` and `보여준`. Of the one that has no 받침,
/// `josa` is what follows.
pub(super) fn adnominal(wrong: (&str, &str), right: (&str, &str)) -> bool {
    let form = |bare: (&str, &str), closed: &str| {
        let (Some(a), Some(b)) = (bare.0.char_indices().next_back(), closed.char_indices().next_back()) else {
            return false;
        };
        let (Some(x), Some(y)) = (hangul::split(a.1), hangul::split(b.1)) else { return false };
        bare.1 == "는" && bare.0[..a.0] == closed[..b.0] && (x.0, x.1, 0) == (y.0, y.1, x.2) && matches!(y.2, 4 | 8)
    };
    form(wrong, right.0) || form(right, wrong.0)
}

/// Returns whether both are forms of one verb or adjective whose stem ends in a consonant: 높음, 높은, 높을.
fn nominal(wrong: &str, right: &str, vocabulary: &Vocabulary) -> bool {
    let stem = |w: &str| w.char_indices().next_back().filter(|c| "음은을는".contains(c.1)).map(|c| c.0);
    let (Some(a), Some(b)) = (stem(wrong), stem(right)) else { return false };
    let closed = wrong[..a].chars().next_back().and_then(hangul::split).is_some_and(|c| c.2 != 0);
    closed && wrong[..a] == right[..b] && vocabulary.analyses(wrong) && vocabulary.analyses(right)
}

/// Returns whether one is who does what the other is, both from English: 블로그/블로거, 유튜브/유튜버.
pub fn doer(wrong: &str, right: &str) -> bool {
    let (Some(a), Some(b)) = (wrong.char_indices().next_back(), right.char_indices().next_back()) else { return false };
    let (Some(x), Some(y)) = (hangul::split(a.1), hangul::split(b.1)) else { return false };
    const EO: u8 = 4;
    const EU: u8 = 18;
    wrong[..a.0] == right[..b.0] && x.0 == y.0 && (x.2, y.2) == (0, 0) && matches!((x.1, y.1), (EO, EU) | (EU, EO))
}

/// Syllables that tell how something is measured: 증가액, 증가폭, 증가율.
const MEASURES: &str = "액폭율률량수치분값";

/// Nouns that only stand behind others: 나온 곳은, 나온 것은.
const BOUND: &str = "곳것때데점바줄";

/// Returns whether both say one thing, as newsrooms have it (영업익, 영업이익), or two that any sentence may tell: 증가폭,
/// 증가액; 곳은, 것은.
fn of_one_meaning(a: &str, b: &str, synonyms: &Synonyms) -> bool {
    let (Some((i, x)), Some((j, y))) = (a.char_indices().next_back(), b.char_indices().next_back()) else {
        return false;
    };
    let measures = i >= 6 && a[..i] == b[..j] && MEASURES.contains(x) && MEASURES.contains(y);
    let bound = |w: &str| w.len() <= 6 && w.starts_with(|c: char| BOUND.contains(c));
    measures || (bound(a) && bound(b) && a.get(3..) == b.get(3..)) || synonyms.are_alike(a, b)
}

/// Syllables that tell things of one row apart: 금탑훈장, 은탑훈장; 초등부, 중등부.
const ROWS: [&str; 6] = ["금은동철석", "초중고", "춘하추동", "동서남북", "갑을병정", "대중소"];

/// Returns whether two words of three syllables and more are things of one row, or two districts of cities: 강동구, 성동구.
fn of_one_row(a: &str, b: &str, names: &Names) -> bool {
    let district = |w: &str| w.len() > 6 && w.strip_suffix('구').is_some_and(|stem| names.is_place_stem(stem));
    if district(a) && district(b) {
        return true;
    }
    let mut differ = a.chars().zip(b.chars()).filter(|(x, y)| x != y);
    let (Some((x, y)), None) = (differ.next(), differ.next()) else { return false };
    a.len() == b.len() && a.len() >= 9 && ROWS.iter().any(|row| row.contains(x) && row.contains(y))
}

/// Returns whether both are verbs of one syllable with 하다 or 되다, of which any may be meant: 잘하는, 말하는; 답했다, 말했다.
fn short_deeds(a: &str, b: &str) -> bool {
    let (Some(x), Some(y)) = (a.get(3..), b.get(3..)) else { return false };
    x == y
        && x.starts_with(['하', '했', '한', '할', '해', '되', '됐', '된', '될', '돼'])
        && (x.len() == 3 || x.ends_with('다'))
}

/// Returns whether two words differ in nothing but a ㅅ between two nouns, of which writers are never sure: 구리값, 구릿값
/// (한글 맞춤법 제30항).
pub fn between_nouns(a: &str, b: &str, vocabulary: &Vocabulary) -> bool {
    let mut differ = a.chars().zip(b.chars()).enumerate().filter(|(_, (p, q))| p != q);
    let (Some((at, (p, q))), None) = (differ.next(), differ.next()) else { return false };
    let n = a.chars().count();
    let Some(((c, v, x), (d, w, y))) = hangul::split(p).zip(hangul::split(q)) else { return false };
    const SIOT: u8 = 19;
    let bare = if x == 0 { a } else { b };
    let head = bare.char_indices().nth(at + 1).map_or(bare, |(end, _)| &bare[..end]);
    n == b.chars().count()
        && at > 0
        && at + 1 < n
        && c == d
        && v == w
        && (x, y) != (0, 0)
        && [x, y].iter().all(|f| matches!(*f, 0 | SIOT))
        && vocabulary.is_noun(head)
}

/// Returns whether both are one word of one syllable with two particles: 관은, 관을.
fn particles(wrong: &str, right: &str, vocabulary: &Vocabulary) -> bool {
    const PARTICLES: &str = "은는이가을를에의도로와과만";
    let last = |w: &str| w.chars().nth(1).is_some_and(|c| PARTICLES.contains(c));
    let bare = |w: &str| w.len() == 6 && last(w) && vocabulary.common(w) == 0;
    bare(wrong) && bare(right) && wrong[..3] == right[..3]
}

/// Returns whether the word stands alone between quotation marks: the writer speaks of the word itself
/// (`‘횡단보도’를 ‘횡당보도’라고 적은 표지판`).
pub fn mentioned(doc: &Document<'_>, word: Span) -> bool {
    let before = doc.text[..word.start()].chars().next_back();
    let after = doc.text[word.end()..].chars().next();
    matches!((before, after), (Some('\'' | '‘'), Some('\'' | '’')) | (Some('"' | '“'), Some('"' | '”')))
}

/// Returns whether a slip that fingers do not make, at the head of words that one sentence has `together`, is none:
/// 원핵세포는 진핵세포와 달리.
pub(super) fn contrasted(signs: &Signs, together: impl Fn() -> bool) -> bool {
    signs.first > 0.0 && signs.touch == 0.0 && together()
}

/// Returns whether the word is a noun of the dictionary or two of them put together: 재학생, 동남동쪽.
pub(super) fn noun(word: &str, vocabulary: &Vocabulary) -> bool {
    vocabulary.is_noun(word) || vocabulary.is_compound(word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_forms_of_one_word_are_told_from_slips() {
        let v = Vocabulary::default();
        assert!(nominal("젊음", "젊은", &v) && nominal("높을", "높음", &v));
        assert!(!nominal("마음", "마은", &v) && !nominal("높음", "넓은", &v));
        assert!(particles("관은", "관을", &v) && !particles("수도", "수로", &v) && !particles("관은", "간은", &v));
        assert!(adnominal(("보여주", "는"), ("보여준", "")) && adnominal(("나눠줄", ""), ("나눠주", "는")));
        assert!(!adnominal(("보여주", "가"), ("보여준", "")) && !adnominal(("보여주", "는"), ("보여중", "")));
        assert!(doer("블로거", "블로그") && doer("유튜브", "유튜버") && !doer("블로가", "블로그"));
        let names = Names::embedded();
        assert!(of_one_row("금탑훈장", "은탑훈장", &names) && of_one_row("강동구", "성동구", &names));
        assert!(!of_one_row("산사태", "산사대", &names) && !of_one_row("금상", "은상", &names));
        let s = Synonyms::embedded();
        assert!(of_one_meaning("영업익", "영업이익", &s) && of_one_meaning("증가폭", "증가액", &s));
        assert!(of_one_meaning("곳은", "것은", &s) && !of_one_meaning("곳은", "것을", &s));
        assert!(!of_one_meaning("증가액", "증가엑", &s) && !of_one_meaning("영업", "영억", &s));
        assert!(noun("재학생", &v) && noun("동남동쪽", &v) && !noun("대핵생", &v));
    }
}
