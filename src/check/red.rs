//! Profit and loss of one amount: `38억원의 영업이익` of one outlet, `영업손실 38억원` of the others; a change told from its other
//! end: `45일에서 20일로` where the others have `20일에서 45일로`.

use super::report::{Found, loc};
use super::{Common, Scene};
use crate::align::Row;
use crate::align::figure::{self, Agreement, Class};
use crate::claim::{Claim, Value};
use crate::finding::Finding;
use crate::rule::Rule;
use crate::source::Span;

/// Words for what is left over and for what is lacking, by what they are of.
const RESULTS: &[(&str, Of, bool)] = &[
    ("영업이익", Of::Business, true),
    ("영업흑자", Of::Business, true),
    ("영업손실", Of::Business, false),
    ("영업적자", Of::Business, false),
    ("순이익", Of::Net, true),
    ("순손실", Of::Net, false),
    ("흑자", Of::Any, true),
    ("적자", Of::Any, false),
    ("순매수", Of::Trade, true),
    ("순매도", Of::Trade, false),
];

/// What a result is of.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Of {
    Business,
    Net,
    Trade,
    /// Where only 흑자 or 적자 is said.
    Any,
}

/// An amount with the word for which side of nothing it lies on, or two figures of a change, the smaller first or the larger.
struct Told<'a> {
    row: usize,
    at: Span,
    of: Option<Of>,
    up: bool,
    values: [&'a Value; 2],
}

/// Returns a finding for each amount that fewer outlets give the one side than the other, and for each change of which two
/// outlets and more tell the opposite.
pub(super) fn check(scene: Scene<'_>, common: &Common<'_>, rule: &Rule) -> Vec<Finding> {
    let rows = &common.alignment.rows;
    if rows.len() < 2 {
        return Vec::new();
    }
    let all: Vec<Told<'_>> = rows.iter().enumerate().flat_map(|(r, row)| told(r, row)).collect();
    let mut out: Vec<Finding> = Vec::new();
    let mut done: Vec<usize> = Vec::new();
    let one = |a: &Told<'_>, b: &Told<'_>| {
        let kind = match (a.of, b.of) {
            (Some(x), Some(y)) => x == y || (x == Of::Any || y == Of::Any) && x != Of::Trade && y != Of::Trade,
            (None, None) => true,
            _ => false,
        };
        let same = |i: usize| figure::agreement(a.values[i], b.values[i]) == Agreement::Equal;
        kind && same(0) && same(1)
    };
    for (i, a) in all.iter().enumerate() {
        let others: Vec<usize> =
            (0..all.len()).filter(|&j| all[j].row != a.row && all[j].up != a.up && one(a, &all[j])).collect();
        let voices = |of: &[usize]| common.alignment.voices(of.iter().map(|&j| all[j].row));
        let own: Vec<usize> = (0..all.len()).filter(|&j| all[j].up == a.up && one(a, &all[j])).collect();
        // Who has both tells of two.
        let both = own.iter().any(|&j| others.iter().any(|&k| all[k].row == all[j].row));
        let (there, here) = (voices(&others), voices(&own));
        // Of a change told once each nobody knows; a headline and its copy say it twice.
        let undecided = there == here && a.of.is_none() && !(own.len() == 1 && others.len() >= 2);
        if others.is_empty() || both || there < here || done.contains(&i) || undecided {
            continue;
        }
        done.extend(&others);
        done.extend(&own);
        let place = |t: &Told<'_>| loc(&rows[t.row], t.at);
        let proven = there >= 2 && here == 1;
        let found = Found {
            at: place(a),
            expected: others
                .iter()
                .take(1)
                .map(|&j| rows[all[j].row].reading.doc.slice(all[j].at).to_owned())
                .collect(),
            confidence: if proven { 0.9 } else { 0.7 },
            proven,
            others: others.iter().map(|&j| place(&all[j])).collect(),
            reasons: vec!["같은 수에 방향만 다르다".to_owned()],
            replacement: None,
            safe: false,
        };
        out.push(found.finding(scene, rule));
    }
    out
}

fn told<'a>(r: usize, row: &'a Row<'_>) -> Vec<Told<'a>> {
    let claims = &row.reading.claims;
    let mut out: Vec<Told<'a>> = claims.iter().filter_map(|c| result(r, row, c)).collect();
    out.extend(claims.windows(2).filter_map(|w| change(r, row, &w[0], &w[1])));
    out
}

/// Returns the result that an amount is: `38억원의 영업이익`, `영업손실 38억원`, `영업손실은 38억원`.
fn result<'a>(r: usize, row: &Row<'_>, claim: &'a Claim) -> Option<Told<'a>> {
    let Value::Money { amount, .. } = &claim.value else { return None };
    if !amount.is_single() || amount.hedge.is_some() {
        return None;
    }
    let text = row.reading.doc.text;
    let behind = &text[claim.span.end()..];
    let lead = behind.trim_start_matches(['의', ' ']);
    let from = claim.span.end() + behind.len() - lead.len();
    if lead.len() < behind.len()
        && let Some(&(word, of, up)) = RESULTS.iter().find(|w| lead.starts_with(w.0))
    {
        // 38억원 흑자로 돌아섰다, but 38억원 영업이익률.
        let rest = &lead[word.len()..];
        let at = Span::new(from, from + word.len());
        return (!rest.starts_with(['률', '폭'])).then_some(Told {
            row: r,
            at,
            of: Some(of),
            up,
            values: [&claim.value; 2],
        });
    }
    let before = text[..claim.span.start()].trim_end_matches([' ', '(']);
    let bare = before.strip_suffix(['은', '는', '이', '가']).unwrap_or(before);
    let &(word, of, up) = RESULTS.iter().find(|w| bare.ends_with(w.0) || before.ends_with(w.0))?;
    let end = if before.ends_with(word) { before.len() } else { bare.len() };
    Some(Told { row: r, at: Span::new(end - word.len(), end), of: Some(of), up, values: [&claim.value; 2] })
}

/// Returns the change that two figures are: `45일에서 20일로`.
fn change<'a>(r: usize, row: &Row<'_>, a: &'a Claim, b: &'a Claim) -> Option<Told<'a>> {
    let text = row.reading.doc.text;
    let class = figure::class(&a.value).filter(|c| figure::class(&b.value).as_ref() == Some(c))?;
    if !matches!(class, Class::Money | Class::Count(_) | Class::Measure(_) | Class::Percent) || a.sentence != b.sentence
    {
        return None;
    }
    let gap = text.get(a.span.end()..b.span.start())?;
    let joined =
        gap == "에서 " || gap == "→" || gap.starts_with("에서 ") && gap.len() <= 20 && !gap.contains([',', '(']);
    let behind = &text[b.span.end()..];
    let to = ["으로", "로"].iter().find(|j| behind.starts_with(**j)).map_or(0, |j| j.len());
    if !joined || to == 0 && gap != "→" {
        return None;
    }
    let (x, y) = (figure::size(&a.value)?, figure::size(&b.value)?);
    // From 2 to 3 and from 3 to 2 goes many a thing.
    let telling = |c: &Claim| row.reading.doc.slice(c.span).bytes().filter(u8::is_ascii_digit).count() >= 2;
    if x == y || !telling(a) || !telling(b) {
        return None;
    }
    let values = if x < y { [&a.value, &b.value] } else { [&b.value, &a.value] };
    Some(Told { row: r, at: Span::new(a.span.start(), b.span.end() + to), of: None, up: x < y, values })
}
