//! How many times another a figure is said to be: `310만 마리다. 지난해 840만 마리의 두 배를 넘는다` is less than half of it.

use super::Slip;
use super::page::{Figure, Page};
use crate::align::figure::Class;
use crate::source::Span;

/// What is said of a figure set against another: the words, those for the opposite, and whether the figure is the larger.
const FOLDS: &[(&str, &str, bool)] = &[
    ("두 배를 넘", "절반에 못 미치", true),
    ("두 배가 넘", "절반이 안 되", true),
    ("2배를 넘", "절반에 못 미치", true),
    ("2배가 넘", "절반이 안 되", true),
    ("두 배를 웃도", "절반을 밑도", true),
    ("두 배 이상", "절반 이하", true),
    ("2배 이상", "절반 이하", true),
    ("두 배에 이르", "절반에 그치", true),
    ("두 배에 달", "절반에 그치", true),
    ("두 배 수준", "절반 수준", true),
    ("절반에 못 미", "두 배를 넘", false),
    ("절반에도 못 미", "두 배를 넘", false),
    ("절반을 밑도", "두 배를 웃도", false),
    ("절반 수준", "두 배 수준", false),
    ("절반에 그", "두 배에 이르", false),
];

/// Returns the multiples of figures that the figure they are said of contradicts by lying on the other side.
pub(super) fn slips(page: &Page<'_>) -> Vec<Slip> {
    page.figures.iter().enumerate().filter_map(|(i, base)| slip(page, i, base)).collect()
}

fn slip(page: &Page<'_>, i: usize, base: &Figure) -> Option<Slip> {
    if !matches!(base.class, Class::Count(_) | Class::Money | Class::Measure(_) | Class::Percent) || base.value <= 0 {
        return None;
    }
    let behind = page.after(base.span, base.sentence);
    let rest = behind.strip_prefix(')').unwrap_or(behind).strip_prefix("의 ")?;
    let &(word, other, more) = FOLDS.iter().find(|f| rest.starts_with(f.0))?;
    // 두 배를 넘는 700명: what is told stands behind.
    let told_behind = page.figures[i + 1..].iter().any(|f| f.like(base) && f.sentence == base.sentence);
    let amount = told(page, i, base).filter(|_| !told_behind)?;
    // Nearly as many may be told of loosely.
    let wrong = if more { amount.value < base.value } else { amount.value > base.value };
    if !wrong {
        return None;
    }
    let start = base.span.end() + behind.len() - rest.len();
    Some(Slip::of_order(page, Span::new(start, start + word.len()), other, [amount, base]))
}

/// Returns the figure that is set against a base: the one before it in its sentence, or the last one of the sentence before
/// where the base begins its own with a word for the time before.
fn told<'p>(page: &'p Page<'_>, i: usize, base: &Figure) -> Option<&'p Figure> {
    let amount = page.figures[..i].iter().rev().find(|f| f.like(base))?;
    let block = |f: &Figure| page.doc.sentences[f.sentence].block;
    if amount.rough && (amount.value - base.value).abs() < base.value / 4 {
        return None;
    }
    if amount.sentence == base.sentence {
        let gap = page.between(amount.span, base.span);
        let joint = ["으로", "로", "이", "은", "는"].iter().any(|j| gap.starts_with(j));
        return (joint && gap.len() <= 60 && !gap.contains(['.', '"', '“'])).then_some(amount);
    }
    let lead = page.before(base.span, base.sentence);
    let time = ["지난해", "작년", "전년", "1년 전", "한 해 전", "이는", "지난달", "전달", "전날"];
    let next = amount.sentence + 1 == base.sentence && block(amount) == block(base) && lead.len() <= 50;
    let last = page.after(amount.span, amount.sentence).len() <= 40;
    (next && last && time.iter().any(|w| lead.starts_with(w))).then_some(amount)
}
