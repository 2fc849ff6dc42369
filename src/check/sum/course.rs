//! Directions that the figures beside them rule out: a fall by more than all there was, a toll that fell.

use super::page::{Figure, Page};
use super::{Others, Slip};
use crate::align::figure::Class;
use crate::claim::MICRO;
use crate::finding::Kind;
use crate::source::Span;

/// Words for a fall behind a rate, with those for a rise.
const FALLS: &[(&str, &str)] = &[
    ("줄었", "늘었"),
    ("줄어", "늘어"),
    ("감소", "증가"),
    ("급감", "급증"),
    ("하락", "상승"),
    ("급락", "급등"),
    ("떨어졌", "올랐"),
    ("떨어진", "오른"),
    ("내렸", "올랐"),
    ("내린", "오른"),
];

/// Returns the directions that the figures beside them rule out.
pub(super) fn slips(page: &Page<'_>, others: &Others<'_>) -> Vec<Slip> {
    let mut out: Vec<Slip> = page.figures.iter().filter_map(|f| more_than_all(page, f)).collect();
    out.extend(page.figures.iter().filter_map(|f| toll(page, others, f)));
    out
}

/// `330% 이상 줄었다`: nothing falls by more than all of it, but a profit that becomes a loss.
fn more_than_all(page: &Page<'_>, rate: &Figure) -> Option<Slip> {
    if rate.class != Class::Percent || rate.unit != "%" || rate.value <= 100 * MICRO {
        return None;
    }
    let behind = page.after(rate.span, rate.sentence);
    let rest = behind.trim_start().trim_start_matches("이상").trim_start_matches("가까이").trim_start();
    let (down, up) = FALLS.iter().find(|(down, _)| rest.starts_with(down))?;
    let sentence = page.doc.slice(page.doc.sentences[rate.sentence].span);
    if ["이익", "손익", "적자", "손실", "수지"].iter().any(|w| sentence.contains(w)) {
        return None;
    }
    let at = rate.span.end() + behind.len() - rest.len();
    Some(Slip {
        kind: Kind::Polarity,
        at: Span::new(at, at + down.len()),
        expected: Some((*up).to_owned()),
        confidence: 0.9,
        reason: "100%보다 많이 줄 수는 없다".to_owned(),
        operands: vec![rate.span],
    })
}

/// `사망자가 3명으로 줄었다` where nobody has more and somebody fewer: a toll does not fall.
fn toll(page: &Page<'_>, others: &Others<'_>, f: &Figure) -> Option<Slip> {
    if f.class != Class::Count("명".to_owned()) || f.rough {
        return None;
    }
    let before = page.before(f.span, f.sentence);
    let label = ["사망자가 ", "사망자는 ", "부상자가 ", "부상자는 "].iter().find(|w| before.ends_with(**w))?;
    let behind = page.after(f.span, f.sentence);
    let verb = ["으로 줄", "로 줄"].iter().find(|w| behind.starts_with(**w))?;
    // 지난해 사망자는 …: a count of a year.
    let sentence = page.doc.slice(page.doc.sentences[f.sentence].span);
    if ["지난해", "작년", "올해", "연간", "전년", "보다", "해마다", "통계"].iter().any(|w| sentence.contains(w))
    {
        return None;
    }
    let (noun, verbs): (_, &[&str]) = if label.starts_with("사망") {
        ("사망", &["숨", "사망"])
    } else {
        ("부상", &["다쳤", "다치", "부상"])
    };
    let tolls: Vec<i128> = others
        .readings()
        .flat_map(|r| r.claims.iter().map(move |c| (r, c)))
        .filter_map(|(r, c)| Some((r, Figure::new(c).filter(|o| o.like(f))?)))
        .filter(|(r, o)| {
            let (before, after) = r.doc.text.split_at(o.span.end());
            let before = before[..o.span.start()].trim_end().trim_end_matches(['가', '는', '자']);
            let after = after.trim_start_matches(['이', '가']).trim_start();
            before.ends_with(noun) || verbs.iter().any(|v| after.starts_with(v))
        })
        .map(|(_, o)| o.value)
        .collect();
    if tolls.is_empty() || tolls.iter().any(|&n| n > f.value) || tolls.iter().all(|&n| n == f.value) {
        return None;
    }
    let at = f.span.end() + verb.len() - "줄".len();
    let end = at + page.doc.text[at..].find([' ', '.', ',']).unwrap_or("줄".len());
    let word = &page.doc.text[at..end];
    Some(Slip {
        kind: Kind::Polarity,
        at: Span::new(at, end),
        expected: Some(word.replacen('줄', "늘", 1)),
        confidence: 0.85,
        reason: "다른 기사의 수는 더 적다".to_owned(),
        operands: vec![f.span],
    })
}
