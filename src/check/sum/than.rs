//! Which of two is more: `9100억원보다 많은 1조1천억원`, `8위에서 6위로 올랐다`.

use super::page::Page;
use super::{Others, Slip};
use crate::claim::Value;
use crate::finding::Kind;
use crate::source::Span;

/// Returns the words for more and less, up and down, that the figures on both sides of them contradict.
pub(super) fn slips(page: &Page<'_>, others: &Others<'_>) -> Vec<Slip> {
    let mut out: Vec<Slip> = page.figures.windows(2).filter_map(|w| compared(page, &w[0], &w[1])).collect();
    // 2030년까지 stands between as no figure of the page.
    out.extend(page.figures.windows(2).filter_map(|w| moved(page, &w[0], &w[1])));
    out.extend(page.claims.windows(2).filter_map(|w| ranked(page, others, &w[0], &w[1])));
    out
}

/// Words between two figures, with the other one.
const THAN: &[(&str, &str, bool)] = &[
    ("많은", "적은", true),
    ("적은", "많은", false),
    ("높은", "낮은", true),
    ("낮은", "높은", false),
    ("늘어난", "줄어든", true),
    ("줄어든", "늘어난", false),
    ("오른", "내린", true),
    ("내린", "오른", false),
];

/// `9100억원보다 적은 1조1천억원`.
fn compared(page: &Page<'_>, a: &super::Figure, b: &super::Figure) -> Option<Slip> {
    if a.sentence != b.sentence || !a.like(b) {
        return None;
    }
    let between = page.between(a.span, b.span);
    let word = between.strip_prefix("보다 ")?.strip_suffix(' ')?;
    let &(_, other, up) = THAN.iter().find(|t| t.0 == word)?;
    // Rough figures and those as far apart as they are rounded tell nothing.
    let slack = a.slack() + b.slack();
    let more = b.value - a.value;
    let wrong = if up { more < -slack } else { more > slack };
    wrong.then(|| {
        let start = a.span.end() + "보다 ".len();
        Slip::of_order(page, Span::new(start, start + word.len()), other, [a, b])
    })
}

/// Verbs of what is brought from one figure to another, with the opposites in the same form.
const MOVED: &[(&str, &str)] = &[
    ("높인다", "낮춘다"),
    ("높일", "낮출"),
    ("높이겠", "낮추겠"),
    ("높이기", "낮추기"),
    ("높이는", "낮추는"),
    ("높였", "낮췄"),
    ("늘린다", "줄인다"),
    ("늘릴", "줄일"),
    ("늘리겠", "줄이겠"),
    ("늘리기", "줄이기"),
    ("늘리는", "줄이는"),
    ("늘렸", "줄였"),
    ("올린다", "내린다"),
    ("올릴", "내릴"),
    ("올리기", "내리기"),
    ("올렸", "내렸"),
];

/// `14.6%인 재활용 비율을 2031년까지 19%로 낮춘다`.
fn moved(page: &Page<'_>, a: &super::Figure, b: &super::Figure) -> Option<Slip> {
    if a.sentence != b.sentence || !a.like(b) || a.rough || b.rough || a.value == b.value {
        return None;
    }
    let gap = page.between(a.span, b.span).strip_prefix("인 ")?;
    let tail = page.after(b.span, b.sentence);
    let behind = tail.strip_prefix("으로 ").or_else(|| tail.strip_prefix("로 "))?;
    // What is one figure is brought to the other, and nothing else is.
    let object = gap.find("을 ").or_else(|| gap.find("를 "))?;
    if gap.len() > 60 || gap.contains([',', '.', '"', '“', '(']) || gap[object + 4..].contains(['을', '를']) {
        return None;
    }
    let (said, other) = MOVED.iter().find_map(|&(up, down)| {
        let (wrong, right) = if b.value > a.value { (down, up) } else { (up, down) };
        behind.starts_with(wrong).then_some((wrong, right))
    })?;
    let at = b.span.end() + tail.len() - behind.len();
    Some(Slip::of_order(page, Span::new(at, at + said.len()), other, [a, b]))
}

/// Verbs of ranks, by what they begin with, with what stands in its place before the same ending; longer ones first.
const RANKED: &[(&str, &str, bool)] = &[
    ("올랐", "내렸", true),
    ("올라", "내려", true),
    ("상승", "하락", true),
    ("뛰어올랐", "내려앉았", true),
    ("뛰어올라", "내려앉아", true),
    ("뛰어오르", "내려가", true),
    ("뛰어오른", "내려간", true),
    ("내렸", "올랐", false),
    ("내려", "올라", false),
    ("떨어졌", "올라섰", false),
    ("떨어져", "올라서", false),
    ("떨어지", "올라서", false),
    ("떨어진", "올라선", false),
    ("하락", "상승", false),
    ("밀려났", "올라섰", false),
    ("밀려나", "올라서", false),
    ("밀려난", "올라선", false),
    ("밀려", "올라", false),
    ("밀렸", "올랐", false),
];

/// `8위에서 6위로 내렸다`: of ranks the smaller number is the higher.
fn ranked(page: &Page<'_>, others: &Others<'_>, a: &crate::claim::Claim, b: &crate::claim::Claim) -> Option<Slip> {
    let (Value::Ordinal { n: from, of }, Value::Ordinal { n: to, of: other }) = (&a.value, &b.value) else {
        return None;
    };
    if of != "위" || other != "위" || a.sentence != b.sentence || page.between(a.span, b.span) != "에서 " || from == to
    {
        return None;
    }
    let rest = page.after(b.span, b.sentence as usize);
    let behind = rest.strip_prefix("로 ")?;
    let mut at = b.span.end() + "로 ".len();
    // A rank that the others do not have beside one that they have is itself the slip.
    if others.confirm_claim(a) != others.confirm_claim(b) {
        return None;
    }
    let (high, low) = if from < to { (a, b) } else { (b, a) };
    for word in behind.split(' ').take(3) {
        if let Some(&(said, other, up)) = RANKED.iter().find(|r| word.starts_with(r.0)) {
            return (up != (to < from)).then(|| Slip {
                kind: Kind::Polarity,
                at: Span::new(at, at + said.len()),
                expected: Some(other.to_owned()),
                confidence: 0.9,
                // 위 ends in a vowel: 가, never 이.
                reason: format!("{}가 {}보다 높은 순위이다", page.doc.slice(high.span), page.doc.slice(low.span)),
                operands: vec![a.span, b.span],
            });
        }
        at += word.len() + 1;
    }
    None
}
