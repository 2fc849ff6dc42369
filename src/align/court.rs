//! Courts: which one a verdict is of. `유죄를 인정한 1심과 달리 무죄를 선고받았다` tells two verdicts of two courts.

use super::Row;
use super::clause::lemma;

/// Courts by the words for them, the lowest first.
const COURTS: [&[&str]; 3] = [&["1심"], &["2심", "항소심"], &["3심", "상고심", "대법원"]];

/// The court whose verdict was appealed, whichever it is.
const BELOW: &str = "원심";

/// What it counts as.
const BELOW_AT: usize = 9;

/// Verdicts that each court has of its own.
const VERDICTS: &[&str] = &["유죄", "무죄", "인용", "승소", "패소", "기각", "각하"];

/// What stands behind a court of which another one speaks that does as it did, or otherwise.
const BESIDE: &[&str] = &[
    "과 달리",
    "과는 달리",
    "과 같이",
    "과 마찬가지",
    "과 똑같이",
    "처럼",
    "을 깨",
    "을 파기",
    "을 뒤집",
    " 판결을 깨",
    " 판결을 파기",
    " 판결을 뒤집",
    " 판단을 뒤집",
    " 선고를 뒤집",
    " 결과를 뒤집",
    " 판결과 달리",
    " 판단과 달리",
];

/// Forms of what a court does before a noun: 1심이 인정한 뇌물.
const DID: &[&str] = &["인정한", "인정했던", "선고한", "판단한", "판단했던", "선고했던", "내린", "본", "봤던", "명한"];

/// Returns whether a direction is what a court decides.
pub(super) fn is_verdict(row: &Row<'_>, at: usize) -> bool {
    VERDICTS.contains(&lemma(row, at))
}

/// Returns whether two verdicts are of two courts, as far as their sentences tell.
pub(super) fn are_of_two_courts(a: &Row<'_>, i: usize, b: &Row<'_>, j: usize) -> bool {
    match (court(a, i), court(b, j)) {
        (Some(x), Some(y)) => x != y,
        // Of the court below only who speaks of another tells.
        (Some(x), None) | (None, Some(x)) => x == BELOW_AT,
        _ => false,
    }
}

/// Returns the court that a verdict is of: that of the noun behind it, `유죄를 인정한 1심`, else the one by the word for one
/// nearest before it in its sentence, `1심에서 무죄`, or the one above where another is set beside it: `1심과 달리 무죄`.
fn court(row: &Row<'_>, at: usize) -> Option<usize> {
    if !is_verdict(row, at) {
        return None;
    }
    let doc = &row.reading.doc;
    let sentence = doc.sentences[row.sentence_of(at)].span;
    let before = doc.text.get(sentence.start()..row.units[at].span.start())?;
    let behind = doc.text.get(row.units[at].span.end()..sentence.end())?;
    let mut did = false;
    for word in behind.split(' ').skip(1).take(3) {
        if did && let Some(court) = named(word) {
            return Some(court);
        }
        did = DID.contains(&word);
    }
    let last = |words: &[&str]| words.iter().filter_map(|w| before.rfind(w).map(|p| (p, p + w.len()))).max();
    let ((place, end), court) = COURTS.iter().enumerate().filter_map(|(c, words)| Some((last(words)?, c))).max()?;
    // 1·2심 모두: of both.
    if before[..place].ends_with('·') {
        return None;
    }
    let rest = &before[end..];
    let did = rest.strip_prefix("이 ").is_some_and(|r| r.split(' ').take(3).any(|w| DID.contains(&w)));
    Some(if did || BESIDE.iter().any(|w| rest.starts_with(w)) { court + 1 } else { court })
}

/// Returns the court that a word begins with.
fn named(word: &str) -> Option<usize> {
    if word.starts_with(BELOW) {
        return Some(BELOW_AT);
    }
    COURTS.iter().position(|words| words.iter().any(|w| word.starts_with(w)))
}
