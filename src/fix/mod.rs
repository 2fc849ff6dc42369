//! Fixes put into text: choose by applicability, sort, refuse what overlaps, and write the new text.
//!
//! Nothing here touches a file; the same findings and articles give the same text, however often they are asked.

mod disk;
mod patch;

pub use disk::{Unwritable, splice};
pub use patch::{Line, Tone, patch};

use crate::finding::{Applicability, Edit, Finding};
use crate::source::{ArticleId, Sources, Span};

/// Why a fix that was asked for is not made.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Refusal {
    /// It would change text that the fix of the finding with this index changes too.
    Overlaps(usize),
    /// It lies in an article that is only compared with.
    Peer,
}

/// Which fixes are made.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Plan {
    /// Indices of findings whose fixes are made, in the order of articles and places.
    pub made: Vec<usize>,
    /// Indices of findings whose fixes are not made though they are sure enough, and why.
    pub refused: Vec<(usize, Refusal)>,
}

/// Returns which fixes of at least this applicability are made.
///
/// Of fixes that overlap, the surer one is made, then the one with more confidence, then the first in the text. Two
/// fixes that change the same place into the same text do not stand in each other's way.
pub fn choose(findings: &[Finding], sources: &Sources, at_least: Applicability) -> Plan {
    let mut wanted: Vec<(usize, &Finding, Applicability)> = findings
        .iter()
        .enumerate()
        .filter_map(|(i, f)| f.fix.as_ref().map(|fix| (i, f, fix.applicability)))
        .filter(|(_, _, applicability)| *applicability >= at_least)
        .collect();
    wanted.sort_by(|a, b| {
        (b.2.cmp(&a.2))
            .then_with(|| b.1.confidence.total_cmp(&a.1.confidence))
            .then_with(|| (a.1.at, a.0).cmp(&(b.1.at, b.0)))
    });
    let mut plan = Plan::default();
    let mut taken: Vec<(usize, &Edit)> = Vec::new();
    for (i, finding, _) in wanted {
        let edits = finding.fix.as_ref().map_or(&[][..], |fix| fix.edits.as_slice());
        if edits.iter().any(|e| sources.article(e.at.article).peer) {
            plan.refused.push((i, Refusal::Peer));
        } else if let Some((other, _)) = taken.iter().find(|(_, t)| edits.iter().any(|e| collide(t, e))) {
            plan.refused.push((i, Refusal::Overlaps(*other)));
        } else {
            plan.made.push(i);
            taken.extend(edits.iter().map(|e| (i, e)));
        }
    }
    plan.made.sort_by_key(|&i| (findings[i].at, i));
    plan.refused.sort_by_key(|&(i, _)| (findings[i].at, i));
    plan
}

/// Returns whether two different edits cannot both be made: they share a byte, insert at one place, or one inserts
/// inside the other.
fn collide(a: &Edit, b: &Edit) -> bool {
    if a.at.article != b.at.article || a == b {
        return false;
    }
    let (x, y) = (a.at.span, b.at.span);
    match (x.is_empty(), y.is_empty()) {
        (true, true) => x == y,
        (true, false) => y.start() < x.start() && x.start() < y.end(),
        (false, true) => x.start() < y.start() && y.start() < x.end(),
        (false, false) => x.overlaps(y),
    }
}

/// Returns the edits of these findings that lie in one article, sorted, each once.
pub fn edits_in<'f>(findings: impl IntoIterator<Item = &'f Finding>, article: ArticleId) -> Vec<&'f Edit> {
    let mut edits: Vec<&Edit> = findings
        .into_iter()
        .filter_map(|f| f.fix.as_ref())
        .flat_map(|fix| &fix.edits)
        .filter(|e| e.at.article == article)
        .collect();
    edits.sort();
    edits.dedup();
    edits
}

/// Returns the text with the edits made; they are sorted and do not collide.
pub fn new_text(text: &str, edits: &[&Edit]) -> String {
    let mut out = String::with_capacity(text.len() + 16);
    let mut at = 0;
    for edit in edits {
        out.push_str(&text[at..edit.at.span.start()]);
        out.push_str(&edit.text);
        at = edit.at.span.end();
    }
    out.push_str(&text[at..]);
    out
}

/// Returns where the text of each edit stands once all of them are made; the edits are sorted and do not collide.
pub fn new_spans(edits: &[&Edit]) -> Vec<Span> {
    let mut shift = 0isize;
    edits
        .iter()
        .map(|edit| {
            let start = edit.at.span.start().saturating_add_signed(shift);
            shift += edit.text.len() as isize - edit.at.span.len() as isize;
            Span::new(start, start + edit.text.len())
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finding::Fix;
    use crate::source::{Article, Loc};

    const TEXT: &str = "박서운 시장은 서울과 협약을 맺었다.";

    fn sources() -> Sources {
        let mut sources = Sources::new();
        sources.push(Article::plain("a.md", "가람", TEXT));
        sources.push(Article { peer: true, ..Article::plain("b.md", "나래", TEXT) });
        sources
    }

    fn edit(article: u32, word: &str, text: &str) -> Edit {
        let start = TEXT.find(word).expect("the word stands in the text");
        let span = Span::new(start, start + word.len());
        Edit { at: Loc { article: ArticleId(article), span }, text: text.to_owned() }
    }

    fn finding(applicability: Applicability, confidence: f32, edits: Vec<Edit>) -> Finding {
        Finding {
            expected: vec![edits[0].text.clone()],
            confidence,
            fix: Some(Fix { edits: edits.clone(), applicability }),
            ..Finding::of_name(edits[0].at)
        }
    }

    #[test]
    fn only_fixes_sure_enough_are_chosen() {
        let found = [
            finding(Applicability::Display, 0.9, vec![edit(0, "협약", "협정")]),
            finding(Applicability::Unsafe, 0.9, vec![edit(0, "시장", "부시장")]),
            finding(Applicability::Safe, 0.9, vec![edit(0, "박서운", "박서훈")]),
        ];
        assert_eq!(choose(&found, &sources(), Applicability::Safe).made, [2]);
        assert_eq!(choose(&found, &sources(), Applicability::Unsafe).made, [2, 1]);
    }

    #[test]
    fn of_two_that_overlap_the_surer_is_made_and_the_other_said() {
        let found = [
            finding(Applicability::Unsafe, 0.99, vec![edit(0, "박서운 시장", "박서훈 부시장")]),
            finding(Applicability::Safe, 0.7, vec![edit(0, "박서운", "박서훈")]),
            finding(Applicability::Safe, 0.9, vec![edit(0, "서운", "서준")]),
        ];
        let plan = choose(&found, &sources(), Applicability::Unsafe);
        assert_eq!(plan.made, [2]);
        assert_eq!(plan.refused, [(1, Refusal::Overlaps(2)), (0, Refusal::Overlaps(2))]);
    }

    #[test]
    fn a_fix_is_made_whole_or_not_at_all() {
        let found = [
            finding(Applicability::Safe, 0.9, vec![edit(0, "서울", "도쿄"), edit(0, "과", "와")]),
            finding(Applicability::Safe, 0.8, vec![edit(0, "과 협", "와 합")]),
        ];
        let plan = choose(&found, &sources(), Applicability::Safe);
        assert_eq!((plan.made.as_slice(), plan.refused.as_slice()), (&[0][..], &[(1, Refusal::Overlaps(0))][..]));
        let edits = edits_in([&found[0]], ArticleId(0));
        assert_eq!(new_text(TEXT, &edits), "박서운 시장은 도쿄와 협약을 맺었다.");
    }

    #[test]
    fn the_same_edit_twice_is_one_and_neighbours_do_not_collide() {
        let found = [
            finding(Applicability::Safe, 0.9, vec![edit(0, "서울", "도쿄"), edit(0, "과", "와")]),
            finding(Applicability::Safe, 0.8, vec![edit(0, "과", "와")]),
        ];
        let plan = choose(&found, &sources(), Applicability::Safe);
        assert_eq!(plan.made, [0, 1]);
        let edits = edits_in(&found, ArticleId(0));
        let mended = new_text(TEXT, &edits);
        assert_eq!(mended, "박서운 시장은 도쿄와 협약을 맺었다.");
        let stands: Vec<&str> = new_spans(&edits).into_iter().map(|s| s.of(&mended)).collect();
        assert_eq!(stands, ["도쿄", "와"]);
    }

    #[test]
    fn spans_move_with_longer_and_shorter_words() {
        let found = [
            finding(Applicability::Safe, 0.9, vec![edit(0, "박서운", "서")]),
            finding(Applicability::Safe, 0.9, vec![edit(0, "서울", "중국 충칭")]),
            finding(Applicability::Safe, 0.9, vec![edit(0, "맺었다", "맺음")]),
        ];
        let edits = edits_in(&found, ArticleId(0));
        let mended = new_text(TEXT, &edits);
        let stands: Vec<&str> = new_spans(&edits).into_iter().map(|s| s.of(&mended)).collect();
        assert_eq!(stands, ["서", "중국 충칭", "맺음"]);
    }

    #[test]
    fn articles_that_are_only_compared_with_stay() {
        let found = [finding(Applicability::Safe, 0.9, vec![edit(1, "박서운", "박서훈")])];
        let plan = choose(&found, &sources(), Applicability::Safe);
        assert_eq!((plan.made.len(), plan.refused.as_slice()), (0, &[(0, Refusal::Peer)][..]));
    }
}
