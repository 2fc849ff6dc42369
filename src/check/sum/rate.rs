//! A share of an amount, and a multiple of one: `정원 344명의 57%인 196명`, `3%를 적용하면 284억원`, `15만명보다 2.7배`.

use super::page::{Figure, Page, digit_slip};
use super::{Others, Slip};
use crate::align::figure::Class;
use crate::claim::MICRO;
use crate::finding::Kind;

/// Returns the shares and multiples that the amounts around them contradict.
pub(super) fn slips(page: &Page<'_>, others: &Others<'_>) -> Vec<Slip> {
    let mut out = Vec::new();
    for (i, f) in page.figures.iter().enumerate().skip(1) {
        if f.rough || f.value <= 0 {
            continue;
        }
        match &f.class {
            Class::Percent if f.unit == "%" => {
                out.extend(
                    share(page, others, i).or_else(|| bracketed(page, others, i)).or_else(|| applied(page, others, i)),
                );
            }
            Class::Count(c) if c == "배" => out.extend(multiple(page, others, i)),
            _ => {}
        }
    }
    out
}

/// `정원 344명의 57%인 196명`: the grammar says which is whole, share and part.
fn share(page: &Page<'_>, others: &Others<'_>, i: usize) -> Option<Slip> {
    let (whole, rate, part) = (&page.figures[i - 1], &page.figures[i], page.figures.get(i + 1)?);
    let one = whole.sentence == rate.sentence && rate.sentence == part.sentence;
    if !one || !whole.like(part) || !counts(whole) || whole.rough || rate.value > 100 * MICRO {
        return None;
    }
    let of = page.between(whole.span, rate.span);
    let is = page.between(rate.span, part.span);
    let of = matches!(of, "의 " | " 중 " | " 가운데 " | "의 약 ");
    let is = matches!(is, "인 " | "에 해당하는 " | "에 이르는 " | "에 달하는 ")
        || is.trim_start() == "(" && page.after(part.span, part.sentence).starts_with(')');
    if !of || !is {
        return None;
    }
    contradiction(page, others, [whole, rate, part], Tie::Grammar)
}

/// `정원 344명 가운데 196명(57%)`.
fn bracketed(page: &Page<'_>, others: &Others<'_>, i: usize) -> Option<Slip> {
    let (whole, part, rate) = (page.figures.get(i.checked_sub(2)?)?, &page.figures[i - 1], &page.figures[i]);
    let one = whole.sentence == rate.sentence && whole.like(part) && counts(whole) && !whole.rough && !part.rough;
    let of = page.between(whole.span, part.span);
    let of = of.starts_with(" 중 ") || of.starts_with(" 가운데 ") || of.starts_with(" 중에서 ");
    let closed = page.between(part.span, rate.span) == "(" && page.after(rate.span, rate.sentence).starts_with(')');
    let sure = one && of && closed && whole.value >= 20 * MICRO && rate.value <= 100 * MICRO;
    sure.then(|| contradiction(page, others, [whole, rate, part], Tie::Brackets)).flatten()
}

/// `매출은 9480억원. 상한인 3%를 적용하면 284억원`, `매출의 3%까지 …, 매출 9480억원을 기준으로 최대 284억원`.
fn applied(page: &Page<'_>, others: &Others<'_>, i: usize) -> Option<Slip> {
    let rate = &page.figures[i];
    let next = page.figures.get(i + 1).filter(|f| f.sentence == rate.sentence && f.class == Class::Money)?;
    let block = |f: &Figure| page.doc.sentences[f.sentence].block;
    let said = |words: &[&str], text: &str| words.iter().any(|w| text.contains(w));
    let gap = page.between(rate.span, next.span);
    if said(&["적용하면", "적용할 경우", "적용해"], gap) && gap.len() <= 50 {
        let whole = page.figures[..i].iter().rev().find(|f| f.class == Class::Money)?;
        let near = block(whole) == block(rate) && rate.sentence - whole.sentence <= 1;
        if near && whole.like(next) && !whole.rough {
            return contradiction(page, others, [whole, rate, next], Tie::Applied);
        }
    }
    let part = page.figures.get(i + 2).filter(|f| f.sentence == rate.sentence && f.like(next))?;
    let basis = page.between(next.span, part.span);
    let of = page.before(rate.span, rate.sentence).ends_with("의 ");
    if of && !next.rough && basis.len() <= 40 && said(&["기준으로", "기준 ", "적용하면"], basis) {
        return contradiction(page, others, [next, rate, part], Tie::Applied);
    }
    None
}

/// How whole, share and part are tied.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Tie {
    /// 344명의 57%인 196명.
    Grammar,
    /// 344명 가운데 196명(57%).
    Brackets,
    /// A rate that is applied, not rounded.
    Applied,
}

fn counts(f: &Figure) -> bool {
    matches!(f.class, Class::Money | Class::Count(_) | Class::Measure(_))
}

/// Returns the one of whole, share and part that the other two contradict. Where the grammar does not tie them, the other
/// outlets or a slip of one digit must.
fn contradiction(page: &Page<'_>, others: &Others<'_>, figures: [&Figure; 3], tie: Tie) -> Option<Slip> {
    let [whole, rate, part] = figures;
    let hundred = 100 * MICRO;
    let want = whole.value / hundred * rate.value + whole.value % hundred * rate.value / hundred;
    // 57% is rounded, a rate that is applied is not.
    let rounding = if tie == Tie::Applied { 0 } else { whole.value / hundred * rate.step };
    let reach = rounding + whole.step / 2 * rate.value / hundred + part.step.max(MICRO);
    if want <= 0 || (want - part.value).abs() <= reach + want / 50 {
        return None;
    }
    let step = part.step;
    let rounded = (want + step / 2) / step * step;
    let share = part.value / MICRO * hundred / (whole.value / MICRO).max(1);
    let share = (share + rate.step / 2) / rate.step * rate.step;
    let slipped = if tie == Tie::Brackets {
        digit_slip(share / rate.step, rate.value / rate.step)
    } else {
        digit_slip(rounded / step, part.value / step) || others.state(part, rounded)
    };
    let odd = others.odd_one(page, &figures);
    let wrong = match odd {
        Some(f) => f,
        None if tie == Tie::Brackets && slipped => rate,
        None if tie == Tie::Grammar || tie == Tie::Applied && slipped => part,
        None => return None,
    };
    let expected = if wrong == part {
        rounded
    } else if wrong == rate {
        share
    } else {
        return None;
    };
    if expected <= 0 {
        return None;
    }
    Some(Slip {
        kind: Kind::Sum,
        at: wrong.span,
        expected: page.rewrite(wrong, expected),
        confidence: if odd.is_some() { 0.95 } else { 0.9 },
        reason: format!(
            "{}의 {}는 {}이다",
            page.doc.slice(whole.span),
            page.doc.slice(rate.span),
            page.rewrite(part, rounded)?
        ),
        operands: figures.iter().filter(|f| f.span != wrong.span).map(|f| f.span).collect(),
    })
}

/// `41만2000명. 첫 해의 15만명보다 2.7배`: no amount of the paragraph is that many times the other, and others know it.
fn multiple(page: &Page<'_>, others: &Others<'_>, i: usize) -> Option<Slip> {
    let (base, times) = (&page.figures[i - 1], &page.figures[i]);
    let tied = base.sentence == times.sentence && matches!(page.between(base.span, times.span), "보다 " | "의 ");
    if !tied || !counts(base) || base.rough || times.step >= MICRO || times.value <= MICRO {
        return None;
    }
    let block = page.doc.sentences[base.sentence].block;
    let all: Vec<&Figure> = page
        .figures
        .iter()
        .filter(|f| f.like(base) && f.span != base.span && page.doc.sentences[f.sentence].block == block)
        .collect();
    let [amount] = all[..] else { return None };
    let want = base.value / MICRO * times.value;
    let reach = base.value / MICRO * times.step + base.step / 2 * times.value / MICRO + amount.step;
    if amount.rough || (want - amount.value).abs() <= reach {
        return None;
    }
    let wrong = others.odd_one(page, &[amount, base, times])?;
    let times_of = |a: i128, b: i128| a * MICRO / b.max(1);
    let expected = if wrong == times {
        (times_of(amount.value, base.value) + times.step / 2) / times.step * times.step
    } else {
        // The multiple is rounded: only what another outlet states is offered.
        let fits = |v: i128| {
            let (a, b) = if wrong == amount { (v, base.value) } else { (amount.value, v) };
            b > 0 && (times_of(a, b) - times.value).abs() <= times.step
        };
        others.claims().filter_map(Figure::new).find(|o| o.like(wrong) && fits(o.value))?.value
    };
    Some(Slip {
        kind: Kind::Sum,
        at: wrong.span,
        expected: page.rewrite(wrong, expected),
        confidence: 0.92,
        reason: format!("{}의 {}가 아니다", page.doc.slice(base.span), page.doc.slice(times.span)),
        operands: [amount, base, times].iter().filter(|f| f.span != wrong.span).map(|f| f.span).collect(),
    })
}
