//! Votes and what came of them: `찬성 11표, 반대 4표` of a motion that is said to have failed.

use super::page::Page;
use super::{Others, Slip};
use crate::align::figure::Class;
use crate::claim::{Claim, MICRO, Value};
use crate::finding::Kind;
use crate::source::Span;
use crate::text::{BlockKind, Document};

/// Words of votes that are not won by having more.
const OTHER_WAYS: &[&str] =
    &["3분의 2", "3분의2", "정족수", "재의", "과반", "미달", "거부권", "투표율", "무효", "만장일치", "5분의 3"];

/// What came of a vote: passed or not, with the opposite.
const PASSED: &[(&str, &str)] = &[("가결", "부결"), ("통과", "부결")];

/// Returns the outcomes that the votes of their article contradict: those of their own sentence, or those nearby where the
/// headline or another outlet has the other outcome.
pub(super) fn slips(page: &Page<'_>, others: &Others<'_>) -> Vec<Slip> {
    let text = page.doc.text;
    let mut out = Vec::new();
    let own: Vec<Votes> = votes(page.doc);
    let other_ways = OTHER_WAYS.iter().any(|w| text.contains(w));
    for claim in page.claims {
        let Some(passed) = outcome(claim) else { continue };
        let sentence = claim.sentence as usize;
        if page.doc.sentences[sentence].kind != BlockKind::Body {
            continue;
        }
        let mut here = own.iter().filter(|v| v.sentence == sentence && v.at.end() <= claim.span.start());
        let told = here.next_back().filter(|v| right_before(page, v, claim));
        // Nothing passes against more votes than it has, whatever it needs.
        let lost = told.filter(|v| passed && v.no > v.yes).map(|v| (v.clone(), v.at));
        let near = || nearby(page, others, &own, claim, passed).filter(|_| !other_ways);
        let by = || margin(page, others, claim, passed);
        let Some((v, at)) = lost.or_else(near).or_else(by) else { continue };
        let word = page.doc.slice(claim.span);
        let other = PASSED.iter().find_map(|&(p, f)| {
            if passed { word.starts_with(p).then_some((p, f)) } else { word.starts_with(f).then_some((f, p)) }
        });
        let Some((from, to)) = other else { continue };
        out.push(Slip {
            kind: Kind::Polarity,
            at: claim.span,
            expected: Some(word.replacen(from, to, 1)),
            confidence: 0.9,
            reason: format!("찬성 {}, 반대 {}", v.yes, v.no),
            operands: vec![at],
        });
    }
    if out.is_empty() {
        out.extend(outvoted(page, others, &own));
    }
    if out.is_empty() {
        out.extend(exchanged(page, others, &own).filter(|_| !other_ways));
    }
    out
}

/// Returns the one number of votes, told without a unit, that two other outlets have otherwise beside the same other number:
/// `찬성 27, 반대 16` where they have `찬성 27표, 반대 13표`.
fn outvoted(page: &Page<'_>, others: &Others<'_>, own: &[Votes]) -> Option<Slip> {
    let [v] = own else { return None };
    let theirs: Vec<Votes> = others
        .readings()
        .filter_map(|r| match &votes(&r.doc)[..] {
            [one] => Some(one.clone()),
            _ => None,
        })
        .collect();
    let first = theirs.first()?;
    let same = |o: &&Votes| o.yes == first.yes && o.no == first.no;
    let (word, wrong, right) = match (first.yes == v.yes, first.no == v.no) {
        (true, false) => ("반대", v.no, first.no),
        (false, true) => ("찬성", v.yes, first.yes),
        _ => return None,
    };
    if theirs.len() < 2 || !theirs.iter().all(|o| same(&o)) {
        return None;
    }
    let said = page.doc.slice(v.at);
    let from = said.find(word)?;
    let digits = from + said[from..].find(|c: char| c.is_ascii_digit())?;
    let end = digits + said[digits..].find(|c: char| !c.is_ascii_digit()).unwrap_or(said.len() - digits);
    let behind = page.doc.text.get(v.at.start() + end..).unwrap_or("");
    // 16표 and 16명 are figures, and compared as such.
    if behind.starts_with(['표', '명', ' ']) || said[digits..end].parse() != Ok(wrong) {
        return None;
    }
    Some(Slip {
        kind: Kind::Sum,
        at: Span::new(v.at.start() + from, v.at.start() + end),
        expected: Some(format!("{}{right}", &said[from..digits])),
        confidence: 0.9,
        reason: format!("다른 매체에 적힌 표: 찬성 {}, 반대 {}", first.yes, first.no),
        operands: Vec::new(),
    })
}

/// Returns the only votes of an article that are those of another outlet the other way round, where its own outcome goes with
/// the other's: `가결했다. 위원 14명 가운데 반대가 9명, 찬성이 5명` beside `찬성 9명, 반대 5명`.
fn exchanged(page: &Page<'_>, others: &Others<'_>, own: &[Votes]) -> Option<Slip> {
    let [v] = own else { return None };
    let mut outcomes = page.claims.iter().filter_map(outcome);
    let passed = outcomes.next()?;
    if outcomes.any(|o| o != passed) || v.yes == v.no || (v.yes > v.no) == passed {
        return None;
    }
    let turned = others.readings().any(|r| votes(&r.doc).iter().any(|o| o.yes == v.no && o.no == v.yes));
    turned.then(|| Slip {
        kind: Kind::Polarity,
        at: v.at,
        expected: Some(format!("찬성 {}, 반대 {}", v.no, v.yes)),
        confidence: 0.9,
        reason: format!("찬성 {}, 반대 {}", v.yes, v.no),
        operands: Vec::new(),
    })
}

/// Returns whether a claim tells that a motion passed or failed, and which.
fn outcome(claim: &Claim) -> Option<bool> {
    match &claim.value {
        Value::Direction { word, up, .. } => match word.as_str() {
            "가결" | "통과" if *up => Some(true),
            "부결" if !*up => Some(false),
            _ => None,
        },
        _ => None,
    }
}

/// Returns whether nothing but votes stands between the votes and what came of them: `찬성 79, 반대 160, 기권 12로 가결됐다`.
fn right_before(page: &Page<'_>, votes: &Votes, claim: &Claim) -> bool {
    let gap = page.between(votes.at, claim.span);
    gap.len() <= 60
        && !gap.contains(['.', '"', '”'])
        && !["했지만", "했으나", "그러나", "됐으나", "지만 "].iter().any(|w| gap.contains(w))
}

/// Returns the only votes of an article, told near the outcome that they contradict, where the headline or another outlet has
/// the other one.
fn nearby(page: &Page<'_>, others: &Others<'_>, own: &[Votes], claim: &Claim, passed: bool) -> Option<(Votes, Span)> {
    let v = own.first().filter(|_| own.len() == 1)?;
    let won = v.yes > v.no;
    if won == passed || v.yes == v.no {
        return None;
    }
    let sentence = claim.sentence as usize;
    // 수정안은 160명이 반대해 부결됐다: another motion has votes of its own.
    let text = page.doc.slice(page.doc.sentences[sentence].span);
    if sentence != v.sentence && (text.contains("수정안") || ["찬성", "반대"].iter().any(|w| text.contains(w))) {
        return None;
    }
    // In the paragraph of the votes, or the one right before or behind.
    let near = page.doc.sentences[sentence].block.abs_diff(page.doc.sentences[v.sentence].block) <= 1;
    let of_kind =
        |c: &Claim, kind: BlockKind| outcome(c) == Some(won) && page.doc.sentences[c.sentence as usize].kind == kind;
    let mine = page.claims.iter().any(|c| of_kind(c, BlockKind::Title));
    // Who tells of a motion that passed and of one that did not tells of two.
    let both = page.claims.iter().any(|c| of_kind(c, BlockKind::Body));
    let theirs = others.readings().any(|r| {
        r.claims.iter().any(|c| outcome(c) == Some(won)) && !r.claims.iter().any(|c| outcome(c) == Some(passed))
    });
    (near && !both && (mine || theirs)).then(|| (v.clone(), v.at))
}

/// Returns the votes of another outlet that differ by as many as an outcome is told with, where they came out otherwise:
/// `31표 차로 가결됐다` of 402 for and 433 against.
fn margin(page: &Page<'_>, others: &Others<'_>, claim: &Claim, passed: bool) -> Option<(Votes, Span)> {
    let sentence = claim.sentence as usize;
    let by = page.of_sentence(sentence).iter().rfind(|f| f.span.end() <= claim.span.start())?;
    let gap = page.between(by.span, claim.span).trim();
    if by.class != Class::Count("표".to_owned()) || by.rough || !matches!(gap, "차로" | "차이로" | "차") {
        return None;
    }
    let told = others.readings().find_map(|r| {
        let all = votes(&r.doc);
        let [v] = &all[..] else { return None };
        let fits = (v.yes - v.no).abs() * MICRO == by.value && (v.yes > v.no) != passed;
        let said = r.claims.iter().any(|c| outcome(c) == Some(!passed) && c.sentence as usize == v.sentence);
        (fits && said).then(|| v.clone())
    })?;
    Some((told, by.span))
}

/// How many were for and against.
#[derive(Clone, PartialEq, Debug)]
struct Votes {
    sentence: usize,
    at: Span,
    yes: i128,
    no: i128,
}

/// Returns how many were for and against, each time that a sentence tells both, with a unit or without: `찬성 30표, 반대 14표`,
/// `찬성 79, 반대 160`.
fn votes(doc: &Document<'_>) -> Vec<Votes> {
    let mut out: Vec<Votes> = Vec::new();
    for (s, sentence) in doc.sentences.iter().enumerate() {
        let text = doc.slice(sentence.span);
        let told = |word: &str| {
            text.match_indices(word)
                .find_map(|(i, _)| number(&text[i + word.len()..]).map(|(n, len)| (i, n, i + word.len() + len)))
        };
        let Some(yes) = told("찬성").filter(|_| text.contains("반대")) else { continue };
        let Some(no) = told("반대") else { continue };
        let (from, to) = (yes.0.min(no.0), yes.2.max(no.2));
        if to - from > 60 {
            continue;
        }
        let at = Span::new(sentence.span.start() + from, sentence.span.start() + to);
        let votes = Votes { sentence: s, at, yes: yes.1, no: no.1 };
        if !out.iter().any(|v| v.yes == votes.yes && v.no == votes.no && v.sentence != s) {
            out.push(votes);
        }
    }
    out
}

/// Returns the number of votes that a text begins with, a particle before it left out, and how long it is: ` 79표`, `이 1,204명`.
fn number(text: &str) -> Option<(i128, usize)> {
    let rest = text.strip_prefix(['이', '은', '표', '가', '는']).unwrap_or(text);
    let rest = rest.strip_prefix(['가', '는']).unwrap_or(rest).trim_start_matches([' ', '(']);
    let digits: &str = &rest[..rest.find(|c: char| !c.is_ascii_digit() && c != ',').unwrap_or(rest.len())];
    let digits = digits.trim_end_matches(',');
    let behind = &rest[digits.len()..];
    // 52.3% and 12차 are no votes.
    if digits.is_empty() || behind.starts_with(['%', '.', '차', '대', '만', '천', '억']) && !behind.starts_with(". ")
    {
        return None;
    }
    let n = digits.replace(',', "").parse().ok()?;
    Some((n, text.len() - rest.len() + digits.len()))
}
