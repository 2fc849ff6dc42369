//! What a sentence says of a change, and what the next one tells of it: `지원액은 늘었다. 처음의 5400억원이 4700억원으로 정리됐다`,
//! `손님이 줄었다. 8천명이던 손님이 2만6천명이 됐다`.

use super::change::toward;
use super::page::{Figure, Page, digit_slip};
use super::{Others, Slip};
use crate::align::figure::Class;
use crate::claim::{MICRO, Value};
use crate::finding::Kind;
use crate::source::Span;

/// Words of a change at the end of a sentence, with the opposites in the same form.
const ENDS: &[(&str, &str)] = &[
    ("늘었다", "줄었다"),
    ("늘었습니다", "줄었습니다"),
    ("늘어났다", "줄어들었다"),
    ("불어났다", "줄어들었다"),
    ("올랐다", "내렸다"),
    ("올랐습니다", "내렸습니다"),
    ("커졌다", "작아졌다"),
    ("높아졌다", "낮아졌다"),
    ("높아졌습니다", "낮아졌습니다"),
    ("증가했다", "감소했다"),
    ("증가했습니다", "감소했습니다"),
    ("상승했다", "하락했다"),
];

/// Words behind the new figure where a change ends.
const BECAME: &[&str] = &[
    "정리", "조정", "수정", "바뀌", "바뀐", "확정", "결정", "변경", "됐", "되", "됩", "된", "늘", "줄", "증가", "감소",
];

/// Returns the words for a change that the figures of the next sentence contradict.
pub(super) fn slips(page: &Page<'_>, others: &Others<'_>) -> Vec<Slip> {
    (1..page.doc.sentences.len()).filter_map(|s| slip(page, s).or_else(|| rate(page, others, s))).collect()
}

/// Returns how the old and the new figure of a sentence stand, where it tells nothing but that the one became the other.
fn became<'p>(page: &'p Page<'_>, s: usize) -> Option<([&'p Figure; 2], &'p str)> {
    let [old, new] = page.of_sentence(s) else { return None };
    let (said, next) = (&page.doc.sentences[s - 1], &page.doc.sentences[s]);
    if said.block != next.block || !old.like(new) || old.rough || new.rough || old.value == new.value {
        return None;
    }
    let (gap, behind) = (page.between(old.span, new.span), page.after(new.span, s));
    let to = ["으로 ", "로 ", "이 ", "가 "].iter().find_map(|j| behind.strip_prefix(j))?;
    let plain = gap.len() <= 60 && !gap.contains([',', '.', '"', '“']) && BECAME.iter().any(|w| to.starts_with(w));
    plain.then_some(([old, new], gap))
}

/// Words for what something costs, of which no sentence before needs to speak.
const PRICES: &[&str] = &["요금", "가격", "값", "단가", "금액", "이용료", "입장료", "수수료"];

/// `일반용은 6.3% 오른다. 19.85원이던 요금이 21.06원이 된다`: the rate that the two figures do not make.
fn rate(page: &Page<'_>, others: &Others<'_>, s: usize) -> Option<Slip> {
    let [by] = page.of_sentence(s - 1) else { return None };
    if by.class != Class::Percent || by.unit != "%" || by.rough || by.value <= 0 {
        return None;
    }
    let ([old, new], gap) = became(page, s)?;
    let priced = |g: &str| PRICES.iter().any(|w| g.split(' ').any(|t| t.strip_prefix(w).is_some_and(|j| j.len() == 3)));
    let from = is_same(page, s, old, gap)
        || ["이던 ", "였던 ", "이었던 "].iter().any(|j| gap.strip_prefix(j).is_some_and(priced));
    let way = page.claims.iter().find_map(|c| match c.value {
        Value::Direction { up, .. } if c.sentence as usize == s - 1 => Some(up),
        _ => None,
    })?;
    if !from || old.value <= 0 || way != (new.value > old.value) || old.class == Class::Percent {
        return None;
    }
    let moved = (new.value - old.value).abs();
    let want = moved * 100 * MICRO / old.value;
    let reach = (old.slack() + new.slack()) * 100 * MICRO / old.value + by.step / 2;
    let rounded = (want + by.step / 2) / by.step * by.step;
    let known = others.state(by, rounded) || digit_slip(rounded / by.step, by.value / by.step);
    if (want - by.value).abs() <= reach + by.step / 2 || !known || rounded <= 0 {
        return None;
    }
    Some(Slip {
        kind: Kind::Sum,
        at: by.span,
        expected: page.rewrite(by, rounded),
        confidence: 0.9,
        reason: format!("{}에서 {} 바뀌었다", page.doc.slice(old.span), toward(page.doc.slice(new.span))),
        operands: vec![old.span, new.span],
    })
}

/// Returns the noun before a particle of the subject.
fn noun(word: &str) -> Option<&str> {
    let noun = ["은", "는", "이", "가"].iter().find_map(|j| word.strip_suffix(j));
    noun.filter(|n| n.len() >= 6 && !n.starts_with(|c: char| c.is_ascii_digit()))
}

/// Returns whether what was one figure and is another is what the sentence before speaks of: the amount itself, or what a noun
/// of that sentence counts.
fn is_same(page: &Page<'_>, s: usize, old: &Figure, gap: &str) -> bool {
    let before = page.doc.slice(page.doc.sentences[s - 1].span);
    // 찾는 사람이 늘었다. 8천명이던 방문객이: who is counted are people.
    let people =
        old.class == Class::Count("명".to_owned()) && ["사람", "발길", "이들"].iter().any(|w| before.contains(w));
    let told = |text: &str| text.split(' ').filter_map(noun).all(|n| people || before.contains(n));
    let lead = page.before(old.span, s);
    // 5400억원이 4700억원으로; 8천명이던 손님이 2만6천명이 됐다.
    let amount = gap.strip_prefix("이 ").or_else(|| gap.strip_prefix("가 "));
    let others = ["이던 ", "였던 ", "이었던 ", "에서 "].iter().find_map(|j| gap.strip_prefix(j));
    amount.or(others).is_some_and(|rest| told(rest) && told(lead))
}

fn slip(page: &Page<'_>, s: usize) -> Option<Slip> {
    // 5400억원이 … 4700억원으로 정리됐다; 8천명이던 손님이 2만6천명이 됐다; 31곳에서 19곳이 됐다.
    let ([old, new], gap) = became(page, s)?;
    let said = &page.doc.sentences[s - 1];
    if !matches!(old.class, Class::Count(_) | Class::Money | Class::Measure(_) | Class::Percent) {
        return None;
    }
    if !is_same(page, s, old, gap) {
        return None;
    }
    // A sentence with another way of its own tells of something else.
    let rose = new.value > old.value;
    let ways = |s: usize| {
        page.claims.iter().filter(move |c| c.sentence as usize == s).filter_map(|c| match c.value {
            Value::Direction { up, .. } => Some(up),
            _ => None,
        })
    };
    let text = page.doc.slice(said.span).trim_end_matches(['.', ' ']);
    if ways(s).any(|up| up != rose) || ways(s - 1).count() != 1 || !page.of_sentence(s - 1).is_empty() {
        return None;
    }
    let (word, other) = ENDS.iter().find_map(|&(up, down)| {
        let (wrong, right) = if rose { (down, up) } else { (up, down) };
        text.ends_with(wrong).then_some((wrong, right))
    })?;
    let end = said.span.start() + text.len();
    let figures: [&Figure; 2] = [old, new];
    Some(Slip {
        kind: Kind::Polarity,
        at: Span::new(end - word.len(), end),
        expected: Some(other.to_owned()),
        confidence: 0.82,
        reason: format!("{}에서 {} 바뀌었다", page.doc.slice(old.span), toward(page.doc.slice(new.span))),
        operands: figures.iter().map(|f| f.span).collect(),
    })
}
