//! Prices: `전날보다 1130원(11.2%) 내린 8930원`, `4,312.58 / ▲ 44.45 / 1.04%`.
//!
//! The price before is the price now less the change, and the change is so many per cent of it. Prices stand without a unit
//! as often as not, so they are read from the text.

use super::page::{Figure, Page, digit_slip};
use super::{Others, Slip};
use crate::align::figure::Class;
use crate::claim::MICRO;
use crate::finding::Kind;
use crate::source::Span;

/// Verbs of prices before a noun, with whether the price rose and the opposite.
const WAYS: [(&str, bool, &str); 10] = [
    ("오른", true, "내린"),
    ("내린", false, "오른"),
    ("상승한", true, "하락한"),
    ("하락한", false, "상승한"),
    ("뛴", true, "떨어진"),
    ("떨어진", false, "뛴"),
    ("높은", true, "낮은"),
    ("낮은", false, "높은"),
    ("늘어난", true, "줄어든"),
    ("줄어든", false, "늘어난"),
];

/// A number as it stands in the text.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
struct Number {
    span: Span,
    /// In millionths.
    value: i128,
    /// The place value of its last digit.
    step: i128,
}

/// Returns the changes and rates of prices that the prices contradict.
pub(super) fn slips(page: &Page<'_>, others: &Others<'_>) -> Vec<Slip> {
    let shares = page.figures.iter().filter(|f| f.class == Class::Percent && f.unit == "%" && !f.rough && f.value > 0);
    shares.filter_map(|rate| bracketed(page, others, rate).or_else(|| row(page, others, rate))).collect()
}

/// `시초가(59만7000원)보다 9만2000원(15.41%) 낮은 50만5000원`.
fn bracketed(page: &Page<'_>, others: &Others<'_>, rate: &Figure) -> Option<Slip> {
    let text = page.doc.text;
    let before = page.before(rate.span, rate.sentence).strip_suffix('(')?;
    let tail = page.after(rate.span, rate.sentence).strip_prefix(')')?;
    let behind = tail.trim_start();
    let &(word, up, other) = WAYS.iter().find(|w| behind.starts_with(w.0))?;
    let way = Span::within(text, &behind[..word.len()]);
    let by = ending(page, rate.sentence, before)?;
    let rest = behind[word.len()..].strip_prefix(' ')?;
    let new = beginning(page, rate.sentence, rest)?;
    // `시초가(59만7000원)보다` says the price before, too.
    let lead = text[..by.span.start()].trim_end();
    let old = lead.strip_suffix("보다").and_then(|l| l.strip_suffix(')')).and_then(|l| ending(page, rate.sentence, l));
    if let Some(old) = old
        && (new.value - old.value).abs() == by.value
        && (new.value > old.value) != up
    {
        return Some(Slip {
            kind: Kind::Polarity,
            at: way,
            expected: Some(other.to_owned()),
            confidence: 0.95,
            reason: format!(
                "{} {} {}",
                old.span.of(text),
                if new.value > old.value { '<' } else { '>' },
                new.span.of(text)
            ),
            operands: vec![old.span, by.span, new.span],
        });
    }
    contradiction(page, others, new, by, rate, up)
}

/// `코스피 / 4,312.58 / ▲ 44.45 / 1.04%`.
fn row(page: &Page<'_>, others: &Others<'_>, rate: &Figure) -> Option<Slip> {
    let gap = |s: &str| -> usize { s.trim_end_matches([' ', '/', '|', '(', ',', '\t']).len() };
    let before = page.before(rate.span, rate.sentence);
    let before = before.trim_end_matches(['+', '-']);
    let by = ending(page, rate.sentence, &before[..gap(before)])?;
    let start = page.doc.sentences[rate.sentence].span.start();
    let lead = page.doc.text.get(start..by.span.start())?.trim_end();
    let up = if lead.ends_with(['▲', '△', '↑']) {
        true
    } else if lead.ends_with(['▼', '▽', '↓']) {
        false
    } else {
        return None;
    };
    let lead = lead.trim_end_matches(['▲', '△', '↑', '▼', '▽', '↓']);
    let new = ending(page, rate.sentence, &lead[..gap(lead)])?;
    contradiction(page, others, new, by, rate, up)
}

/// Returns the number that a text of a sentence ends in.
fn ending(page: &Page<'_>, sentence: usize, text: &str) -> Option<Number> {
    let end = Span::within(page.doc.text, text).end();
    if let Some(f) = page.of_sentence(sentence).iter().find(|f| f.span.end() == end) {
        return (!f.rough).then_some(Number { span: f.span, value: f.value, step: f.step });
    }
    let bare = text.trim_end_matches("포인트").trim_end_matches(['p', 'P']);
    let digits = bare.len() - bare.trim_end_matches(|c: char| c.is_ascii_digit() || matches!(c, ',' | '.')).len();
    let (value, step) = decimal(&bare[bare.len() - digits..])?;
    Some(Number { span: Span::new(end - (text.len() - bare.len()) - digits, end), value, step })
}

/// Returns the number that a text of a sentence begins with.
fn beginning(page: &Page<'_>, sentence: usize, text: &str) -> Option<Number> {
    let start = Span::within(page.doc.text, text).start();
    if let Some(f) = page.of_sentence(sentence).iter().find(|f| f.span.start() == start) {
        return (!f.rough).then_some(Number { span: f.span, value: f.value, step: f.step });
    }
    let digits = text.len() - text.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, ',' | '.')).len();
    let (value, step) = decimal(&text[..digits])?;
    Some(Number { span: Span::new(start, start + digits), value, step })
}

/// Returns a decimal in millionths, with the place value of its last digit.
fn decimal(text: &str) -> Option<(i128, i128)> {
    let plain = text.trim_end_matches(['.', ',']).replace(',', "");
    let (whole, fraction) = plain.split_once('.').unwrap_or((&plain, ""));
    if whole.is_empty() || whole.len() > 12 || fraction.len() > 6 {
        return None;
    }
    let step = MICRO / 10_i128.pow(fraction.len() as u32);
    let fraction: i128 = if fraction.is_empty() { 0 } else { fraction.parse().ok()? };
    Some((whole.parse::<i128>().ok()? * MICRO + fraction * step, step))
}

fn contradiction(
    page: &Page<'_>,
    others: &Others<'_>,
    new: Number,
    by: Number,
    rate: &Figure,
    up: bool,
) -> Option<Slip> {
    let text = page.doc.text;
    let old = if up { new.value - by.value } else { new.value + by.value };
    if old <= 0 || by.value <= 0 || new.value <= by.value {
        return None;
    }
    let hundred = 100 * MICRO;
    let of = |change: i128| change * hundred / old;
    // Half of the last digit of change and price, and a whole one of the rate, which may be cut off.
    let room = rate.step + (by.step + new.step) * hundred / old / 2;
    if (of(by.value) - rate.value).abs() <= room {
        return None;
    }
    let claimed = |n: Number| page.claims.iter().find(|c| c.span == n.span);
    let figure = |n: Number| page.figures.iter().find(|f| f.span == n.span);
    // A change that another outlet has and that fits the price before and the rate.
    let fits = |change: i128| {
        let old = if up { new.value - change } else { new.value + change };
        old > 0 && (change * hundred / old - rate.value).abs() <= room
    };
    let stated = others.claims().filter_map(Figure::new).find(|o| {
        let alike = figure(by).map_or(o.class == Class::Count("포인트".to_owned()), |f| o.like(f));
        alike && !o.rough && fits(o.value) && digit_slip(o.value / o.step.max(1), by.value / by.step.max(1))
    });
    let known = |n: Number| claimed(n).is_some_and(|c| others.confirm_claim(c));
    if let Some(change) = stated
        && !known(by)
    {
        return Some(Slip {
            kind: if figure(by).is_some_and(|f| f.class == Class::Money) { Kind::Money } else { Kind::Measure },
            at: by.span,
            expected: match figure(by) {
                Some(f) => page.rewrite(f, change.value),
                None => super::page::write(by.span.of(text), change.value, change.step),
            },
            confidence: 0.95,
            reason: format!("{}에 맞지 않는다", page.doc.slice(rate.span)),
            operands: vec![new.span, rate.span],
        });
    }
    let want = (of(by.value) + rate.step / 2) / rate.step * rate.step;
    let sure = known(by) || digit_slip(want / rate.step, rate.value / rate.step);
    (sure && !others.confirm(page, rate)).then(|| Slip {
        kind: Kind::Percent,
        at: rate.span,
        expected: page.rewrite(rate, want),
        confidence: 0.9,
        reason: format!("{}에서 {}만큼 바뀐 비율이 아니다", new.span.of(text), by.span.of(text)),
        operands: vec![by.span, new.span],
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decimals() {
        assert_eq!(decimal("4,312.58"), Some((4_312_580_000, 10_000)));
        assert_eq!(decimal("904."), Some((904 * MICRO, MICRO)));
        assert_eq!(decimal(""), None);
    }
}
