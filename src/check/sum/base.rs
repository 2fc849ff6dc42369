//! A value beside the one that it is compared with: `7.4%로 작년 2분기(6.5%)보다 0.9%포인트 올랐다`,
//! `지난해 241곳보다 46곳 많은 287곳`.

use super::change::fitting;
use super::page::{Figure, Page, digit_slip, percent_of};
use super::ways::{MORE, WAYS};
use super::{Others, Slip};
use crate::align::figure::Class;
use crate::claim::MICRO;
use crate::finding::Kind;
use crate::source::Span;

/// Returns the differences that the two values right beside them contradict.
pub(super) fn slips(page: &Page<'_>, others: &Others<'_>) -> Vec<Slip> {
    let mut out = Vec::new();
    // 한 달 전 2733가구: how long ago is no figure of the comparison.
    let figures: Vec<&Figure> =
        page.figures.iter().filter(|f| !page.after(f.span, f.sentence).starts_with(" 전")).collect();
    for w in figures.windows(3) {
        let [a, b, c] = w else { continue };
        if b.rough || b.value <= 0 || !counts(b) {
            continue;
        }
        // 84명이다. 지난해 같은 기간(96명)보다 12.5% 줄었다.
        if a.sentence + 1 == c.sentence && b.sentence == c.sentence && a.like(b) && !a.rough && told_before(page, a, b)
        {
            out.extend(slip(page, others, a, b, c).filter(|s| s.kind == Kind::Polarity));
        }
        if a.sentence != c.sentence {
            continue;
        }
        // 287곳으로 지난해 241곳보다 46곳 많다; 지난해 241곳보다 46곳 많은 287곳
        if a.like(b) && !a.rough && new_first(page, a, b) {
            out.extend(slip(page, others, a, b, c));
        }
    }
    for w in figures.windows(2) {
        let [a, b] = w else { continue };
        if a.sentence == b.sentence && a.like(b) && !a.rough && !b.rough && counts(b) {
            out.extend(compared(page, a, b));
        }
    }
    for w in figures.windows(3) {
        let [b, c, a] = w else { continue };
        if b.sentence != a.sentence || b.rough || b.value <= 0 || !counts(b) || !a.like(b) || a.rough {
            continue;
        }
        let joint = page.between(c.span, a.span);
        let adnominal =
            ["많은 ", "적은 ", "높은 ", "낮은 ", "오른 ", "내린 ", "늘어난 ", "줄어든 ", "증가한 ", "감소한 "];
        if adnominal.contains(&joint.trim_start()) {
            out.extend(slip(page, others, a, b, c));
        }
    }
    out
}

/// `고 후보는 41.2%로 하 후보(38.6%)보다 많은 지지를 받았다`: no difference is told, only which is more.
fn compared(page: &Page<'_>, new: &Figure, old: &Figure) -> Option<Slip> {
    let gap = page.between(new.span, old.span);
    let rest = ["으로 ", "로 "].iter().find_map(|p| gap.strip_prefix(p))?;
    let sentence = page.doc.slice(page.doc.sentences[new.sentence].span);
    let other_clause = rest.len() > 40 || rest.contains([',', '.', '"', '“', '”', '다']);
    if other_clause || new.value == old.value || sentence.contains("영하") || new.value <= 0 {
        return None;
    }
    let behind = page.after(old.span, old.sentence);
    let tail = behind.trim_start_matches(')').strip_prefix("보다 ")?.trim_start_matches("더 ");
    let (word, other, up) = MORE.iter().chain(WAYS).find_map(|&(up, down)| {
        let said = |w: &str| tail.starts_with(w);
        said(up).then_some((up, down, true)).or(said(down).then_some((down, up, false)))
    })?;
    // 높지 않았다 is the other way round.
    if tail[word.len()..].starts_with('지') || tail.contains('않') || (new.value > old.value) == up {
        return None;
    }
    let start = old.span.end() + behind.len() - tail.len();
    let sign = if new.value > old.value { '>' } else { '<' };
    Some(Slip {
        kind: Kind::Polarity,
        at: Span::new(start, start + word.len()),
        expected: Some(other.to_owned()),
        confidence: 0.86,
        reason: format!("{} {sign} {}", page.doc.slice(new.span), page.doc.slice(old.span)),
        operands: vec![new.span, old.span],
    })
}

fn counts(f: &Figure) -> bool {
    matches!(f.class, Class::Money | Class::Count(_) | Class::Measure(_) | Class::Percent)
}

/// Returns whether the first is the value now: `…로 작년 …` with nothing but a word for the time before the second.
fn new_first(page: &Page<'_>, a: &Figure, b: &Figure) -> bool {
    let gap = page.between(a.span, b.span);
    let Some(rest) = ["으로", "로"].iter().find_map(|p| gap.strip_prefix(p)) else { return false };
    let rest = rest.trim_start_matches([',', ' ']).trim_end_matches(['(', ' ']);
    let rest = rest.strip_suffix('의').unwrap_or(rest);
    let time = [
        "년",
        "해",
        "월",
        "달",
        "분기",
        "기",
        "날",
        "주",
        "때",
        "조사",
        "대회",
        "거래일",
        "종가",
        "기간",
        "맘때",
        "시기",
    ];
    gap.len() <= 60 && !gap.contains(['“', '”', '"', '.']) && time.iter().any(|w| rest.ends_with(w))
}

/// Returns whether the first is the value now as the sentence before ends with it, and the second begins the next:
/// `84명이다. 지난해 같은 기간(96명)보다`.
fn told_before(page: &Page<'_>, a: &Figure, b: &Figure) -> bool {
    let lead = page.before(b.span, b.sentence).trim_end_matches(['(', ' ']);
    let lead = lead.strip_suffix('의').unwrap_or(lead);
    let time = ["지난", "작년", "전년", "한 해 전", "1년 전", "직전", "전날", "전달"];
    let block = |f: &Figure| page.doc.sentences[f.sentence].block;
    let end = page.after(a.span, a.sentence);
    let ends = [
        "이다",
        "이었다",
        "였다",
        "입니다",
        "이었습니다",
        "였습니다",
        "으로 집계",
        "로 집계",
        "이 됐",
        "을 기록",
        "를 기록",
    ];
    block(a) == block(b)
        && lead.len() <= 40
        && time.iter().any(|w| lead.starts_with(w))
        && end.len() <= 40
        && ends.iter().any(|e| end.starts_with(e))
}

fn slip(page: &Page<'_>, others: &Others<'_>, new: &Figure, old: &Figure, by: &Figure) -> Option<Slip> {
    let pivot = page.between(old.span, by.span).trim_start_matches(')').trim_end();
    if !matches!(pivot, "보다" | " 대비" | "에 비해" | "과 비교해" | "와 비교해" | "에 견줘" | "보다는") || by.rough
    {
        return None;
    }
    let tail = page.after(by.span, by.sentence).trim_start();
    let (word, other, up) = MORE.iter().chain(WAYS).find_map(|&(up, down)| {
        let said = |w: &str| tail.starts_with(w);
        said(up).then_some((up, down, true)).or(said(down).then_some((down, up, false)))
    })?;
    let moved = (new.value - old.value).abs();
    let shares = old.class == Class::Percent;
    let (want, slack) = if shares && by.class == Class::Percent && by.unit == "%p" || !shares && by.like(old) {
        (moved, old.slack() + new.slack() + by.slack())
    } else if by.class == Class::Percent && by.unit == "%" && !shares {
        let rate = percent_of(moved, old.value);
        let reach = (old.slack() + new.slack()) * (100 * MICRO + rate) / old.value.max(1);
        (rate, reach + by.step)
    } else {
        return None;
    };
    let rose = new.value > old.value;
    let off = (want - by.value).abs();
    if off <= slack {
        // The difference is right to the digit, and the word for it is the other one.
        let rate = by.class == Class::Percent && by.unit == "%" && !shares;
        let exact = up != rose && by.value >= by.step * 10 && moved > 0 && (off == 0 || rate && off <= by.step);
        return exact.then(|| {
            let start = by.span.end() + (page.after(by.span, by.sentence).len() - tail.len());
            Slip {
                kind: Kind::Polarity,
                at: Span::new(by.span.start(), start + word.len()),
                expected: Some(format!("{}{other}", &page.doc.text[by.span.start()..start])),
                confidence: 0.9,
                reason: difference(page, new, old),
                operands: vec![old.span, new.span],
            }
        });
    }
    if up != rose || want <= 0 {
        return None;
    }
    let rounded = (want + by.step / 2) / by.step * by.step;
    let odd = others.odd_one(page, &[new, old, by]);
    let slipped = digit_slip(by.value / by.step, rounded / by.step);
    let wrong = odd.or(slipped.then_some(by))?;
    let expected = fitting(wrong, (old, new, by), rounded, rose)?;
    Some(Slip {
        kind: Kind::Sum,
        at: wrong.span,
        expected: page.rewrite(wrong, expected),
        confidence: if odd.is_some() { 0.93 } else { 0.88 },
        reason: difference(page, new, old),
        operands: [new, old, by].iter().filter(|f| f.span != wrong.span).map(|f| f.span).collect(),
    })
}

fn difference(page: &Page<'_>, new: &Figure, old: &Figure) -> String {
    let sign = if new.value > old.value { '>' } else { '<' };
    format!("{} {sign} {}: 차이가 맞지 않는다", page.doc.slice(new.span), page.doc.slice(old.span))
}
