//! A change of which one end stands beside it and the other somewhere else: `지난해 2076쌍보다 242쌍 줄었다` where the
//! others count 2318쌍 and nobody 1834쌍; `매출은 8214억원으로 15.6% 줄었다` where it was 7106억원.

use super::change::toward;
use super::page::{Figure, Page};
use super::ways::{MORE, WAYS};
use super::{Others, Slip};
use crate::align::figure::Class;
use crate::claim::{MICRO, Reading};
use crate::finding::Kind;
use crate::source::Span;

/// Forms of them in which a sentence goes on.
const ON: &[(&str, &str)] =
    &[("늘고", "줄고"), ("늘며", "줄며"), ("많아", "적어"), ("올라", "떨어져"), ("오른", "떨어진")];

/// Which end of the change a figure is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum End {
    Old,
    New,
}

/// Returns the directions of changes whose other end is known the other way only.
pub(super) fn slips(page: &Page<'_>, others: &Others<'_>) -> Vec<Slip> {
    let mut out = Vec::new();
    for (i, by) in page.figures.iter().enumerate() {
        if by.value <= 0 {
            continue;
        }
        let Some((at, up, word, opposite)) = way(page, by) else { continue };
        if let Some(slip) = moved(page, others, by, (at, up, word, opposite)) {
            out.push(slip);
            continue;
        }
        let Some((end, end_is)) = end_behind(page, i, at + word.len()).or_else(|| end_of(page, i)) else { continue };
        let known = |up: bool| known(page, others, end, end_is, by, up);
        // Asked first what is hardly ever there.
        let Some(other) = known(!up).filter(|_| known(up).is_none()) else { continue };
        let said = page.doc.slice(end.span);
        let (old, new) = if end_is == End::Old { (said, other) } else { (other, said) };
        let change = if up { "줄어든 것" } else { "늘어난 것" };
        out.push(Slip {
            kind: Kind::Polarity,
            at: Span::new(by.span.start(), at + word.len()),
            expected: Some(format!("{}{opposite}", &page.doc.text[by.span.start()..at])),
            confidence: 0.9,
            reason: format!("{old}에서 {} 바뀐 것은 {change}이다", toward(new)),
            operands: vec![end.span],
        });
    }
    out
}

/// `한 주 사이 23명 줄었다` where another outlet has `41명에서 64명으로`: of all that goes from one figure to another only that
/// differs by so many.
fn moved(
    page: &Page<'_>,
    others: &Others<'_>,
    by: &Figure,
    (at, up, word, opposite): (usize, bool, &str, &str),
) -> Option<Slip> {
    // 360만 달러가량 is known by its two digits where both ends are told to the fourth.
    if by.value < by.step * 10
        || by.class == Class::Percent
        || !matches!(by.class, Class::Money | Class::Count(_) | Class::Measure(_))
    {
        return None;
    }
    let mut told: Option<(bool, String)> = None;
    let own = [(page.doc.text, page.claims)];
    for (text, claims) in own.into_iter().chain(others.readings().map(|r| (r.doc.text, &r.claims[..]))) {
        let figures: Vec<Figure> = claims.iter().filter_map(Figure::new).collect();
        for w in figures.windows(2) {
            let [a, b] = w else { continue };
            let gap = text.get(a.span.end()..b.span.start()).unwrap_or("");
            let joined = gap.starts_with("에서 ") && gap.len() <= 24 && !gap.contains([',', '(']);
            let to = text[b.span.end()..].starts_with("으로") || text[b.span.end()..].starts_with("로");
            if !a.like(by) || !b.like(by) || a.sentence != b.sentence || !joined || !to || a.rough || b.rough {
                continue;
            }
            let moved = (a.value - b.value).abs();
            let near = (moved - by.value).abs() * 2 <= by.step && a.step.max(b.step) * 10 <= by.step;
            if !(moved == by.value || by.rough && near) || !shares_subject(page, by, text, a) {
                continue;
            }
            let rose = b.value > a.value;
            if told.as_ref().is_some_and(|t| t.0 != rose) {
                return None;
            }
            told = Some((rose, format!("{}에서 {}", a.span.of(text), toward(b.span.of(text)))));
        }
    }
    let (rose, said) = told.filter(|t| t.0 != up)?;
    Some(Slip {
        kind: Kind::Polarity,
        at: Span::new(by.span.start(), at + word.len()),
        expected: Some(format!("{}{opposite}", &page.doc.text[by.span.start()..at])),
        confidence: 0.9,
        reason: format!("{said} 바뀐 것은 {}이다", if rose { "늘어난 것" } else { "줄어든 것" }),
        operands: Vec::new(),
    })
}

/// Returns whether a word that a particle marks as the subject of a change stands in the sentence of another figure, too.
fn shares_subject(page: &Page<'_>, by: &Figure, text: &str, of: &Figure) -> bool {
    let start = text[..of.span.start()].rfind(['.', '\n']).map_or(0, |i| i + 1);
    let sentence = &text[start..of.span.start()];
    let before = page.before(by.span, by.sentence);
    let subject =
        |word: &str| ["은", "는", "이", "가", "도"].iter().find_map(|j| word.strip_suffix(j)).map(str::to_owned);
    before.split(' ').filter_map(subject).any(|noun| noun.len() >= 6 && sentence.contains(&noun))
}

/// Returns the direction right behind the amount of a change, a bracket between them left out: where it stands, whether
/// it is up, and its opposite.
fn way(page: &Page<'_>, by: &Figure) -> Option<(usize, bool, &'static str, &'static str)> {
    let behind = page.after(by.span, by.sentence);
    let mut rest = behind;
    if let Some(inner) = rest.strip_prefix('(') {
        rest = &inner[inner.find(')').filter(|&i| i <= 24)? + 1..];
    }
    // 가까이 줄었다, but 5명이 줄었다.
    let rest = if rest.starts_with("가까이") { rest } else { rest.strip_prefix(['이', '가']).unwrap_or(rest) };
    let rest = rest.trim_start();
    let (word, opposite, up) = WAYS.iter().chain(MORE).chain(ON).find_map(|&(up, down)| {
        let said = |w: &str| rest.starts_with(w);
        said(up).then_some((up, down, true)).or(said(down).then_some((down, up, false)))
    })?;
    let tail = &rest[word.len()..];
    // 감소 폭, 증가율, 증가하지 않았다: no predicate of the change.
    if ["폭", " 폭", "율", "세", "분", "하지", "지 않"].iter().any(|w| tail.starts_with(w)) {
        return None;
    }
    Some((by.span.end() + behind.len() - rest.len(), up, word, opposite))
}

/// Returns whether a figure may be one end of a change by another.
fn fits(by: &Figure, end: &Figure) -> bool {
    if by.class == Class::Percent && by.unit == "%" {
        matches!(end.class, Class::Money | Class::Count(_) | Class::Measure(_))
    } else if by.unit == "%p" {
        end.class == Class::Percent && end.unit == "%"
    } else {
        end.like(by)
    }
}

/// Returns the figure right behind the word for a change, which ends at a byte: `0.03%포인트 오른 1.52%`.
fn end_behind<'p>(page: &'p Page<'_>, i: usize, word_end: usize) -> Option<(&'p Figure, End)> {
    let by = &page.figures[i];
    let end = page.figures[i + 1..].iter().find(|f| f.span.start() >= word_end)?;
    let right_behind = page.doc.text.get(word_end..end.span.start())? == " ";
    (right_behind && end.sentence == by.sentence && fits(by, end) && !end.rough && end.value > 0)
        .then_some((end, End::New))
}

/// Returns the nearest figure before the amount of a change that is one end of it, and which.
fn end_of<'p>(page: &'p Page<'_>, i: usize) -> Option<(&'p Figure, End)> {
    let by = &page.figures[i];
    let end = page.figures[..i].iter().rev().take(2).find(|f| fits(by, f))?;
    let apart = by.sentence - end.sentence;
    let block = |f: &Figure| page.doc.sentences[f.sentence].block;
    if end.rough || end.value <= 0 || apart > 1 || block(end) != block(by) {
        return None;
    }
    let behind = page.after(end.span, end.sentence).trim_start_matches(')');
    let old = ["보다", "에서 ", "에 비해", "과 비교", "와 비교", " 대비", "에 견줘", "과 견", "와 견"]
        .iter()
        .any(|w| behind.starts_with(w));
    if old {
        return (apart == 0 && page.between(end.span, by.span).len() <= 40).then_some((end, End::Old));
    }
    let new = ["으로 ", "로 ", "으로, ", "로, ", "이었다", "였다", "이다", "으로 집계", "로 집계", ". "];
    // 1조1000억원을 쓰기로 했다. 지난해보다 1900억원 많은: the sentence goes on with the only figure of the one before.
    let goes_on = || {
        let lead = page.before(by.span, by.sentence);
        apart == 1 && lead.len() <= 40 && lead.ends_with("보다 ") && page.of_sentence(end.sentence).len() == 1
    };
    let new = new.iter().any(|w| behind.starts_with(w)) || goes_on();
    (new && page.between(end.span, by.span).len() <= 90).then_some((end, End::New))
}

/// Returns how somebody puts the other end of a change, if anybody has it where the change goes up or down.
fn known<'p>(page: &Page<'p>, others: &'p Others<'_>, end: &Figure, is: End, by: &Figure, up: bool) -> Option<&'p str> {
    let (want, reach, telling) = other_end(page, end, is, by, up)?;
    // Of shares by tenths many meet by chance: they have to stand close by.
    let near = by.unit == "%p" && end.step.max(by.step) >= MICRO / 10;
    let is_it = |f: &Figure| {
        f.like(end)
            && !f.rough
            && (f.value - want).abs() <= if telling { reach.max(f.step / 2) } else { reach }
            && f.step <= end.step.max(by.step) * if f.value == want { 100 } else { 10 }
    };
    let block = |f: &Figure| page.doc.sentences[f.sentence].block;
    // What tells little by its digits has to be said of the time before.
    let dated = |text: &str, f: &Figure| telling || (is == End::New && of_before(text, f));
    // 올해 540명이다. 지난해 410명에서 130명 줄었다: the sentence before has it to the digit.
    let leads = |f: &Figure| {
        is == End::Old
            && f.sentence + 1 == by.sentence
            && f.value == want
            && block(f) == block(by)
            && !of_before(page.doc.text, f)
    };
    let own = page
        .figures
        .iter()
        .find(|f| f.span != by.span && f.span != end.span && is_it(f) && (!near || block(f) == block(by)))
        .filter(|f| dated(page.doc.text, f) || leads(f))
        .map(|f| page.doc.slice(f.span));
    // What two rounded figures make is met by others: it has to be said of the same thing.
    let alike = |text: &str, f: &Figure| f.value == want || of_before(text, f) || shares_subject(page, by, text, f);
    let there = |r: &'p Reading<'_>| {
        let mut figures = r.claims.iter().filter_map(Figure::new).filter(|f| is_it(f));
        figures.find(|f| dated(r.doc.text, f) && alike(r.doc.text, f)).map(|f| r.doc.slice(f.span))
    };
    own.or_else(|| if near { None } else { others.readings().find_map(there) })
}

/// Returns whether a figure is said of the time before: `지난해 수당 인상액은 7만원`.
fn of_before(text: &str, f: &Figure) -> bool {
    let lead = text[..f.span.start()].rsplit(['.', '\n', ',']).next().unwrap_or("");
    lead.len() <= 60 && ["지난해", "작년", "전년", "1년 전", "지난번", "직전"].iter().any(|w| lead.contains(w))
}

/// Returns the other end of a change with how far it may be off, and whether its digits tell it from others; none where it
/// is told too roughly to be known by them.
fn other_end(page: &Page<'_>, end: &Figure, is: End, by: &Figure, up: bool) -> Option<(i128, i128, bool)> {
    let value = end.value;
    // 36조원 넘게 is half a step more, as far as anybody knows.
    let said = [page.doc.slice(by.span), page.after(by.span, by.sentence).trim_start()];
    let hedge = |w: &str| said[0].ends_with(w) || said[1].starts_with(w);
    let change = if !by.rough {
        by.value
    } else if hedge("넘게") || hedge("여") {
        by.value + by.step / 2
    } else if hedge("가까이") {
        by.value - by.step / 2
    } else {
        return None;
    };
    let loose = if by.rough { by.step / 2 } else { 0 };
    let (want, reach) = if by.class == Class::Percent && by.unit == "%" {
        let hundred = 100 * MICRO;
        let factor = if up { hundred + change } else { hundred - change };
        if factor <= 0 || change < by.step * 10 || by.rough {
            return None;
        }
        let base = if is == End::Old { value / hundred * factor } else { value / factor * hundred };
        (base, base / factor * by.step / 2 + end.step / 2)
    } else {
        let more = up == (is == End::Old);
        let slack = if end.value < 1000 * MICRO { 0 } else { end.step.max(by.step) / 2 };
        (if more { value + change } else { value - change }, slack + loose)
    };
    // Three digits that tell, and no reach in which others lie.
    let step = if by.class == end.class { end.step.min(by.step) } else { end.step };
    let step = if by.rough { end.step } else { step };
    let telling = want > 0 && want / step.max(1) >= 100 && want != value;
    let loosely = want > 0 && want / step.max(1) >= 50 && want != value && reach * 150 <= want && !by.rough;
    let surely = telling && reach * 400 <= want;
    (surely || loosely).then_some((want, reach, surely))
}
