//! What is left of a whole: `38명을 옮겼다. 이 가운데 8명이 숨졌다. 나머지 30명은 …`.

use super::page::{Figure, Page};
use super::{Others, Slip};
use crate::claim::MICRO;
use crate::finding::Kind;

/// Returns the remainders that are not what is left, and the wholes that they do not make.
pub(super) fn slips(page: &Page<'_>, others: &Others<'_>) -> Vec<Slip> {
    (0..page.doc.sentences.len()).filter_map(|s| slip(page, others, s)).collect()
}

/// `38명을 옮겼다. 이 가운데 8명이 숨졌다. 나머지 30명은 …`.
fn slip(page: &Page<'_>, others: &Others<'_>, s: usize) -> Option<Slip> {
    for left in page.of_sentence(s) {
        // 19곳 가운데 13곳은 메웠고 6곳은 남아 있다.
        let lasting =
            ["은 남", "이 남", "만 남", "가 남", "는 남"].iter().any(|w| page.after(left.span, s).starts_with(w));
        if !(lasting || page.before(left.span, s).ends_with("나머지 ")) || left.rough {
            continue;
        }
        let mut before = page.figures.iter().rev().filter(|f| f.span.end() <= left.span.start() && f.like(left));
        let (Some(part), Some(whole)) = (before.next(), before.next()) else { continue };
        if let Some(slip) = rest_of_three(page, left, [before.next(), Some(whole)], part) {
            return Some(slip);
        }
        let gap = page.between(whole.span, part.span);
        let of = ["이 가운데 ", "이 중 ", "이중 ", "가운데 ", "중 ", "이들 중 ", "이 중에서 "]
            .iter()
            .any(|w| gap.ends_with(w));
        if !of || whole.rough || part.rough || s - whole.sentence > 2 || whole.value <= part.value {
            continue;
        }
        let want = whole.value - part.value;
        let off = (want - left.value).abs();
        if off > whole.slack() + part.slack() + left.slack() && off * 4 <= whole.value {
            // The one of the three that no other article has is the wrong one.
            let figures = [whole, part, left];
            let other = |f: &Figure| match f.span {
                at if at == whole.span => part.value + left.value,
                at if at == part.span => whole.value - left.value,
                _ => want,
            };
            let mut said = figures.iter().copied().filter(|f| !others.confirm(page, f) && others.state(f, other(f)));
            let said = said.next().filter(|_| said.next().is_none());
            let odd = said.filter(|f| f.span == whole.span);
            let (wrong, right) = odd.map_or((left, want), |f| (f, other(f)));
            return Some(Slip {
                kind: Kind::Sum,
                at: wrong.span,
                expected: page.rewrite(wrong, right),
                confidence: if odd.is_some() { 0.95 } else { 0.92 },
                reason: format!(
                    "{} - {} ≠ {}",
                    page.doc.slice(whole.span),
                    page.doc.slice(part.span),
                    page.doc.slice(left.span)
                ),
                operands: [whole, part, left].iter().filter(|f| f.span != wrong.span).map(|f| f.span).collect(),
            });
        }
    }
    None
}

/// `9명은 찬성했고 12명은 반대했다. 27명 가운데 나머지 6명은 …`.
fn rest_of_three(page: &Page<'_>, left: &Figure, parts: [Option<&Figure>; 2], whole: &Figure) -> Option<Slip> {
    let [Some(a), Some(b)] = parts else { return None };
    let block = |f: &Figure| page.doc.sentences[f.sentence].block;
    let gap = page.between(whole.span, left.span).trim();
    let of = ["가운데 나머지", "중 나머지"].contains(&gap);
    let want = whole.value - a.value - b.value;
    let plain = ![a, b, whole, left].iter().any(|f| f.rough || f.value >= 1000 * MICRO);
    let near = (want - left.value).abs() * 8 <= whole.value;
    let told = of && plain && near && want > 0 && want != left.value && whole.value - b.value != left.value;
    (told && block(a) == block(left) && block(b) == block(left)).then(|| Slip {
        kind: Kind::Sum,
        at: left.span,
        expected: page.rewrite(left, want),
        confidence: 0.85,
        reason: format!(
            "{} - {} - {} ≠ {}",
            page.doc.slice(whole.span),
            page.doc.slice(a.span),
            page.doc.slice(b.span),
            page.doc.slice(left.span)
        ),
        operands: vec![a.span, b.span, whole.span],
    })
}
