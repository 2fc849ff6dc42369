//! What one side of an utterance denies and the other does not: `옮습니다`, `옮지 않는다`; `해도 된다`, `해서는 안 된다`.
//!
//! Behind a word that both have, only words without meaning of their own are looked at: 않다, 못하다, 말다, 아니다, 없다
//! among 수, 것, 있다, 되다. Two denials are none.

use super::utterance::{Utterance, whole};
use crate::align::diff::Diff;
use crate::align::{Alignment, Row};
use crate::text::ending::is_form_of;
use std::ops::Range;

/// Nouns without meaning of their own, with what may stand behind them.
const SLIGHT: &[&str] = &["수", "것", "게", "건", "걸", "거", "바", "줄", "적", "리"];

/// Verbs that deny, and those that go with others.
const DENYING: &[&str] = &["않", "못하", "말", "아니", "없"];
pub(super) const HELPING: &[&str] = &["있", "하", "되", "싶", "주", "보", "두", "오"];

/// Endings of questions that deny what they mean: 좋지 않겠느냐.
const ASKING: &[&str] = &["느냐", "나", "을까", "닐까", "는가", "은가", "닌가", "니냐", "습니까", "닙니까", "니겠나"];

/// Returns the words of both sides with which one denies what the other says, as units of their rows.
pub(super) fn denial(
    alignment: &Alignment<'_>,
    a: &Utterance,
    b: &Utterance,
    shared: &Diff,
) -> Option<(Range<usize>, Range<usize>)> {
    let (x, y) = (&alignment.rows[a.row], &alignment.rows[b.row]);
    // 울려서 나왔다, 울리지 않았다면 못 나왔을 것이다; 안 울렸다, 울렸다면 피했을 것이다: who tells what would have been otherwise
    // says the same.
    let supposes = |row: &Row<'_>, said: &Utterance| {
        said.units
            .clone()
            .map(|u| whole(row, u))
            .any(|w| w.ends_with("다면") || w.ends_with("라면") || denies(w) && w.ends_with('면'))
    };
    if supposes(x, a) != supposes(y, b) {
        return None;
    }
    // What stands behind all that denies is denied on neither side; 안 may stand right before.
    let free = |said: &Utterance, at: usize| said.affirmed.is_some_and(|end| at > end || end == said.units.start);
    for (k, &(i, j)) in shared.pairs.iter().enumerate().filter(|(_, p)| !(free(a, p.0) && free(b, p.1))) {
        let (before_i, before_j) = match k.checked_sub(1) {
            Some(p) => (shared.pairs[p].0 + 1, shared.pairs[p].1 + 1),
            None => (a.units.start, b.units.start),
        };
        let (next_i, next_j) = shared.pairs.get(k + 1).copied().unwrap_or((a.units.end, b.units.end));
        let (first, second) = (Said::of(x, a, before_i, i, next_i), Said::of(y, b, before_j, j, next_j));
        let (Some(first), Some(second)) = (first, second) else { continue };
        if first.denials % 2 != second.denials % 2 && first.ends && second.ends {
            return Some((first.words, second.words));
        }
    }
    None
}

/// A word with what denies it.
struct Said {
    words: Range<usize>,
    denials: usize,
    /// Whether the matter is told to its end: a word of meaning follows, or the utterance ends as sentences do.
    ends: bool,
}

impl Said {
    /// Returns what is said with the word at a unit, of which the words before it from `from` on have no like on the other
    /// side, nor those behind it up to `next`; none of a question that denies, or of 뿐만 아니라.
    fn of(row: &Row<'_>, said: &Utterance, from: usize, at: usize, next: usize) -> Option<Said> {
        if is_slight(whole(row, at)) || denies(whole(row, at)) || is_form_of(whole(row, at), HELPING) {
            return None;
        }
        let mut denials = 0;
        let mut start = at;
        if at > from && matches!(whole(row, at - 1), "안" | "못") {
            (denials, start) = (1, at - 1);
        }
        let mut end = at + 1;
        while end < said.units.end {
            let word = whole(row, end);
            let helps = |word: &str| is_form_of(word, HELPING) || is_slight(word);
            if matches!(word, "안" | "못") {
                // 안 열렸다 denies what follows, 해서는 안 된다 what stands before.
                if end + 1 >= said.units.end || !helps(whole(row, end + 1)) {
                    break;
                }
                denials += 1;
            } else if denies(word) {
                let before = whole(row, end - 1);
                let only = ["뿐", "뿐만", "뿐이", "만", "만이", "만은"].iter().any(|e| before.ends_with(e));
                if only || ASKING.iter().any(|e| word.ends_with(e)) {
                    return None;
                }
                // 말은 and 마을 are nouns where no 지 stands before them.
                if word.starts_with('말') && !before.ends_with('지') {
                    break;
                }
                denials += usize::from(!before.ends_with("밖에"));
            } else if !helps(word) {
                break;
            }
            end += 1;
        }
        // 옮기지도 지키지도 않는다, 겨냥한 조치가 아니다: denied further on.
        let further = ["지", "지도", "지는", "지는커녕"].iter().any(|e| whole(row, at).ends_with(e));
        if denials == 0 && (further || (end..next).any(|u| denies(whole(row, u)))) {
            return None;
        }
        let last = end == said.units.end;
        let mut ends = !last || is_finite(whole(row, end - 1));
        // `…조치”라면서도`, `…조치”가 아니라며`.
        if last && !ends {
            match outside(row, said) {
                Some(denied) => {
                    denials += usize::from(denied);
                    ends = true;
                }
                None => ends = denials > 0,
            }
        }
        Some(Said { words: start..end, denials, ends })
    }
}

/// Returns the unit of an utterance behind the last that denies; none where what stands right behind the utterance denies it.
pub(super) fn affirmed(row: &Row<'_>, said: &Utterance) -> Option<usize> {
    let last = said.units.clone().rev().find(|&u| is_denied(row, u..u + 1));
    (outside(row, said) != Some(true)).then(|| last.map_or(said.units.start, |u| u + 1))
}

/// Returns whether some words deny.
pub(super) fn is_denied(row: &Row<'_>, mut of: Range<usize>) -> bool {
    of.any(|u| matches!(whole(row, u), "안" | "못") || denies(whole(row, u)))
}

/// Returns whether a word denies what stands before it.
pub(super) fn denies(word: &str) -> bool {
    is_form_of(word, DENYING)
        || ["아냐", "아닌", "아닙", "마라", "마세요", "마십시"].iter().any(|w| word.starts_with(w))
}

/// Returns whether a word is a noun without meaning of its own.
pub(super) fn is_slight(word: &str) -> bool {
    SLIGHT.iter().any(|s| {
        word.strip_prefix(s).is_some_and(|rest| {
            ["", "은", "는", "이", "가", "을", "를", "도", "만", "밖에", "이라고", "으로", "로"].contains(&rest)
        })
    })
}

/// Returns whether a word ends as sentences do.
fn is_finite(word: &str) -> bool {
    word.ends_with(['다', '요', '죠', '라', '자'])
}

/// Returns whether what follows the closing mark denies the utterance, true, or goes on as of what is so, false; none where it
/// does neither.
fn outside(row: &Row<'_>, said: &Utterance) -> Option<bool> {
    let rest = row.reading.doc.text.get(said.ends..).filter(|_| said.last)?.trim_start_matches(['"', '”', '\'', '’']);
    let denies = ["가 아니", "이 아니", "은 아니", "는 아니", "도 아니", "가 아닌", "이 아닌"];
    if denies.iter().any(|w| rest.starts_with(w)) {
        return Some(true);
    }
    let tells = ["라며", "라면서", "이라며", "이라면서", "다.", "이다.", "입니다."];
    let says = ["라고 ", "이라고 "].iter().find_map(|w| rest.strip_prefix(w)).is_some_and(|verb| {
        ["말", "밝", "했", "강조", "설명", "덧붙", "전했", "지적", "답", "평"].iter().any(|w| verb.starts_with(w))
    });
    (says || tells.iter().any(|w| rest.starts_with(w))).then_some(false)
}
