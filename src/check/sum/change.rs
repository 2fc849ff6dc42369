//! Old value, new value, and what is said of the change: its direction, its amount, its rate.

use super::page::{Figure, Page, digit_slip};
use super::ways::WAYS;
use super::{Others, Slip};
use crate::align::figure::Class;
use crate::claim::MICRO;
use crate::finding::Kind;
use crate::source::Span;
use crate::text::josa;

/// A word that says which way a value went.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Direction {
    /// The byte at which it begins.
    pub(super) at: usize,
    /// The word.
    word: &'static str,
    /// Whether up.
    up: bool,
    /// The word of the other direction.
    opposite: &'static str,
}

/// Words of both directions that are said of no difference; each with its opposite in the same form.
const LARGER: &[(&str, &str)] = &[
    ("확대", "축소"),
    ("급등", "급락"),
    ("상향", "하향"),
    ("인상", "인하"),
    ("증액", "감액"),
    ("증원", "감원"),
    ("연장", "단축"),
];

/// The same that are done to something: nothing else may stand before them as what they are done to.
const DONE: &[(&str, &str)] = &[
    ("높였", "낮췄"),
    ("높여", "낮춰"),
    ("높인", "낮춘"),
    ("늘렸", "줄였"),
    ("늘려", "줄여"),
    ("올렸", "내렸"),
    ("올려", "내려"),
    ("올린", "내린"),
    ("높이", "낮추"),
    ("늘리", "줄이"),
    ("올리", "내리"),
];

/// Returns the first direction word of a text, which has no figure and no clause end before it.
pub(super) fn direction(text: &str) -> Option<Direction> {
    let mut best: Option<Direction> = None;
    for &(up, down) in WAYS.iter().chain(LARGER).chain(DONE) {
        for (word, opposite, is_up) in [(up, down, true), (down, up, false)] {
            if let Some(at) = text.find(word)
                && best.is_none_or(|b| at < b.at)
            {
                best = Some(Direction { at, word, up: is_up, opposite });
            }
        }
    }
    best
}

/// Returns the contradictions of old value, new value and change.
pub(super) fn slips(page: &Page<'_>, others: &Others<'_>) -> Vec<Slip> {
    let mut out = Vec::new();
    for s in 0..page.doc.sentences.len() {
        let figures = page.of_sentence(s);
        for (i, old) in figures.iter().enumerate() {
            if !matches!(old.class, Class::Money | Class::Count(_) | Class::Measure(_) | Class::Percent) || old.rough {
                continue;
            }
            if let Some(j) = figures[i + 1..].iter().position(|f| f.like(old)).map(|j| i + 1 + j)
                && from_to(page, old, &figures[j])
            {
                out.extend(change(page, others, s, old, &figures[j], figures.get(j + 1)));
            }
        }
        out.extend(against_base(page, s));
    }
    out
}

/// Returns whether the words make one the old and the other the new value: `420명에서 올해 455명으로`.
fn from_to(page: &Page<'_>, old: &Figure, new: &Figure) -> bool {
    let between = page.between(old.span, new.span);
    let after = page.after(new.span, new.sentence);
    let starts = between.starts_with("에서 ") || ["이었던 ", "였던 ", "이던 "].iter().any(|w| between.starts_with(w));
    starts
        && between.len() < 60
        && !between.contains([',', '(', '“', '”', '"', '·'])
        && (after.starts_with("으로 ") || after.starts_with("로 "))
        && !new.rough
}

fn change(
    page: &Page<'_>,
    others: &Others<'_>,
    s: usize,
    old: &Figure,
    new: &Figure,
    by: Option<&Figure>,
) -> Option<Slip> {
    let text = page.doc.text;
    let tail = page.after(new.span, s);
    let way = direction(tail).filter(|d| d.at < 75)?;
    let gap = &tail[..way.at];
    // 10%로 바꿔 부담을 낮췄다: it is the burden that is less.
    if DONE.iter().any(|d| d.0 == way.word || d.1 == way.word) && gap.contains(['을', '를']) {
        return None;
    }
    if gap.contains([',', '“', '”', '"', '(', '.']) && !gap.contains("%") || old.value == new.value {
        return None;
    }
    let by = by.filter(|f| f.span.start() < new.span.end() + way.at);
    // More than one figure before the word: it may speak of another.
    let count = page
        .of_sentence(s)
        .iter()
        .filter(|f| f.span.start() > new.span.start() && f.span.start() < new.span.end() + way.at)
        .count();
    if count > 1 || count == 0 && gap.len() > 24 {
        return None;
    }
    if let Some(slip) = lost_unit(page, others, [old, new], way) {
        return Some(slip);
    }
    let rose = new.value > old.value;
    if way.up != rose {
        // 줄어든 폭, 증가세가 꺾였다: the word is no predicate of the change itself.
        let rest = &tail[way.at + way.word.len()..];
        if rest.starts_with("폭") || rest.starts_with("율") || rest.starts_with(" 폭") || rest.starts_with("분") {
            return None;
        }
        let start = by.map_or(new.span.end() + way.at, |f| f.span.start());
        let end = new.span.end() + way.at + way.word.len();
        let lead = &text[start..new.span.end() + way.at];
        return Some(Slip {
            kind: Kind::Polarity,
            at: Span::new(start, end),
            expected: Some(format!("{lead}{}", way.opposite)),
            confidence: 0.93,
            reason: format!(
                "{}에서 {} 바뀐 것은 {}이다",
                page.doc.slice(old.span),
                toward(page.doc.slice(new.span)),
                if rose { "늘어난 것" } else { "줄어든 것" }
            ),
            operands: vec![old.span, new.span],
        });
    }
    let by = by?;
    if by.rough || old.value <= 0 {
        return None;
    }
    let moved = (new.value - old.value).abs();
    let shares = by.class == Class::Percent && old.class == Class::Percent;
    let (want, slack) = if by.like(old) && !shares || shares && by.unit == "%p" {
        (moved, old.slack() + new.slack() + by.slack())
    } else if by.class == Class::Percent && by.unit == "%" && old.class != Class::Percent {
        let rate = moved * 100 * MICRO / old.value;
        // The rate of the least and of the greatest change that the rounded values allow.
        let reach = (old.slack() + new.slack()) * (100 * MICRO + rate) / old.value;
        (rate, reach + by.step)
    } else {
        return None;
    };
    // A rate far from it speaks of something else.
    let off = (want - by.value).abs();
    if off <= slack || by.value * 2 < want || by.value > want * 2 && !digit_slip(by.value / by.step, want / by.step) {
        return None;
    }
    let rounded = (want + by.step / 2) / by.step * by.step;
    let wrong = others.odd_one(page, &[old, new, by]).unwrap_or(by);
    let expected = fitting(wrong, (old, new, by), rounded, rose)?;
    Some(Slip {
        kind: Kind::Sum,
        at: wrong.span,
        expected: page.rewrite(wrong, expected),
        confidence: if wrong == by { 0.88 } else { 0.92 },
        reason: format!(
            "{}에서 {} 바뀌면 {}이다",
            page.doc.slice(old.span),
            toward(page.doc.slice(new.span)),
            page.rewrite(by, rounded)?
        ),
        operands: [old, new, by].iter().filter(|f| f.span != wrong.span).map(|f| f.span).collect(),
    })
}

/// `115만개에서 121개로 확대`: with the 만 that one of the two has and the other lacks, they go the way that is said.
fn lost_unit(page: &Page<'_>, others: &Others<'_>, [old, new]: [&Figure; 2], way: Direction) -> Option<Slip> {
    for (unit, size) in [('만', 10_000), ('억', 100_000_000), ('천', 1_000)] {
        for (lacks, has) in [(new, old), (old, new)] {
            let (text, other) = (page.doc.slice(lacks.span), page.doc.slice(has.span));
            let meant = lacks.value * size;
            let goes_up = if lacks.span == new.span { meant > has.value } else { has.value > meant };
            let near = meant < has.value * 2 && has.value < meant * 2;
            if text.contains(unit) || !other.contains(unit) || !near || goes_up != way.up || others.confirm(page, lacks)
            {
                continue;
            }
            let end = text.rfind(|c: char| c.is_ascii_digit())? + 1;
            return Some(Slip {
                kind: Kind::Count,
                at: lacks.span,
                expected: Some(format!("{}{unit}{}", &text[..end], &text[end..])),
                confidence: 0.92,
                reason: format!("{}에서 {} 바뀌었다", page.doc.slice(old.span), toward(page.doc.slice(new.span))),
                operands: vec![has.span],
            });
        }
    }
    None
}

/// `직전 분기(3274억원)에 견줘 4.5% 증가했다`: the only figure of the article that fits the rate lies the other way.
fn against_base(page: &Page<'_>, s: usize) -> Option<Slip> {
    let figures = page.of_sentence(s);
    for (i, rate) in figures.iter().enumerate().skip(1) {
        let base = &figures[i - 1];
        if rate.class != Class::Percent || rate.unit != "%" || rate.rough || base.class != Class::Money || base.rough {
            continue;
        }
        let pivot = page.between(base.span, rate.span);
        let compared = ["에 견줘", "보다", "대비", "에 비해", "과 비교해"].iter().any(|w| pivot.contains(w));
        if !compared || pivot.len() > 40 || rate.value <= 0 || rate.value < rate.step * 20 || base.value <= 0 {
            continue;
        }
        let tail = page.after(rate.span, s);
        let Some(way) = direction(tail).filter(|d| d.at <= 7) else { continue };
        let block = page.doc.sentences[s].block;
        let fits = |f: &Figure, up: bool| {
            let want = if up { f.value - base.value } else { base.value - f.value };
            want > 0 && ((want * 100 * MICRO / base.value) - rate.value).abs() <= rate.step / 2 + rate.step / 10
        };
        let money =
            || page.figures.iter().filter(|f| f.class == Class::Money && f.unit == base.unit && f.span != base.span);
        let near = money().find(|f| page.doc.sentences[f.sentence].block == block && fits(f, !way.up));
        if let Some(new) = near
            && !money().any(|f| fits(f, way.up))
        {
            let at = Span::new(rate.span.start(), rate.span.end() + way.at + way.word.len());
            return Some(Slip {
                kind: Kind::Polarity,
                at,
                expected: Some(format!(
                    "{}{}",
                    &page.doc.text[rate.span.start()..rate.span.end() + way.at],
                    way.opposite
                )),
                confidence: 0.93,
                reason: format!("{}에서 {} 바뀌었다", page.doc.slice(base.span), toward(page.doc.slice(new.span))),
                operands: vec![base.span, new.span],
            });
        }
    }
    None
}

/// Returns a figure with 로 or 으로 behind it: 41.2%로, 1200억원으로.
pub(super) fn toward(figure: &str) -> String {
    let josa = josa::final_sound(figure).and_then(|sound| josa::choose("으로", sound));
    format!("{figure}{}", josa.unwrap_or("로"))
}

/// Returns what should stand for the wrong one of an old value, a new one and their difference, of which `rounded` is what
/// the difference should be; none where a share of the old one does not tell it.
pub(super) fn fitting(
    wrong: &Figure,
    (old, new, by): (&Figure, &Figure, &Figure),
    rounded: i128,
    rose: bool,
) -> Option<i128> {
    let change = if rose { by.value } else { -by.value };
    match wrong {
        w if w == by => Some(rounded),
        _ if by.unit == "%" => None,
        w if w == new => Some(old.value + change),
        _ => Some(new.value - change),
    }
}
