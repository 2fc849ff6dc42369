//! The place in an order that the article itself gives: `가 51쌍, 나 44쌍, 다 39쌍 순`, `다는 두 번째로 많은 곳`.

use super::Slip;
use super::page::{Figure, Page};
use crate::claim::Value;
use crate::finding::Kind;
use crate::source::Span;

/// Numbers as they stand before 번째.
const NATIVE: [&str; 10] = ["첫", "두", "세", "네", "다섯", "여섯", "일곱", "여덟", "아홉", "열"];

/// What is first among more.
const MORE: [&str; 7] = ["큰", "많", "높", "넓", "긴", "비싼", "크"];

/// Returns the places of members of a list that the figures of the list contradict.
pub(super) fn slips(page: &Page<'_>) -> Vec<Slip> {
    let ranks: Vec<(Span, usize, u32)> = page
        .claims
        .iter()
        .filter_map(|c| match &c.value {
            Value::Ordinal { n, of } if of == "번째" => Some((c.span, c.sentence as usize, *n)),
            _ => None,
        })
        .filter(|&(span, s, _)| {
            let after = page.after(span, s);
            after.strip_prefix("로 ").is_some_and(|rest| MORE.iter().any(|w| rest.starts_with(w)))
        })
        .collect();
    if ranks.is_empty() {
        return Vec::new();
    }
    let lists: Vec<Vec<(&str, &Figure)>> = (0..page.doc.sentences.len()).filter_map(|s| list(page, s)).collect();
    ranks.iter().filter_map(|&(at, s, n)| lists.iter().find_map(|list| slip(page, list, at, s, n))).collect()
}

/// Returns the members of a list in falling order with their figures.
fn list<'a>(page: &'a Page<'_>, s: usize) -> Option<Vec<(&'a str, &'a Figure)>> {
    let figures = page.of_sentence(s);
    let (first, last) = (figures.first()?, figures.last()?);
    let ordered = page.after(last.span, s).trim_start().starts_with('순') && figures.len() >= 3;
    if !ordered || !figures.iter().all(|f| f.like(first)) || !figures.windows(2).all(|w| w[0].value > w[1].value) {
        return None;
    }
    figures.iter().map(|f| Some((name(page.before(f.span, s))?, f))).collect()
}

/// Returns the word that a figure stands behind.
fn name(before: &str) -> Option<&str> {
    let word = before.trim_end_matches([' ', '(']).rsplit([' ', ',', '·']).next()?;
    let name = ["이", "가", "은", "는"].iter().find_map(|j| word.strip_suffix(j)).unwrap_or(word);
    (name.len() >= 6).then_some(name)
}

fn slip(page: &Page<'_>, list: &[(&str, &Figure)], at: Span, s: usize, n: u32) -> Option<Slip> {
    let before = page.before(at, s);
    // One member, and it is what the sentence is about.
    let about = |name: &str| {
        before.match_indices(name).any(|(i, _)| {
            let behind = &before[i + name.len()..];
            ["은 ", "는 ", "이 ", "가 "].iter().any(|j| behind.starts_with(j))
        })
    };
    let mut members = list.iter().enumerate().filter(|(_, (name, _))| about(name));
    let ((rank, (_, figure)), more) = (members.next()?, members.next());
    let want = rank + 1;
    // What is compared is another thing: 도심에서 두 번째로 큰.
    let narrowed = ["에서 ", " 중 ", "가운데 "].iter().any(|w| before.contains(w));
    if more.is_some() || want == n as usize || n as usize > list.len() || narrowed || before.contains(',') {
        return None;
    }
    let said = page.doc.slice(at);
    let expected = if said.starts_with(|c: char| c.is_ascii_digit()) {
        format!("{want}{}", said.trim_start_matches(|c: char| c.is_ascii_digit()))
    } else {
        let (_, tail) = said.split_once(' ').map_or(("", "번째"), |(a, b)| (a, b));
        format!("{}{}{tail}", NATIVE.get(rank)?, if said.contains(' ') { " " } else { "" })
    };
    Some(Slip {
        kind: Kind::Ordinal,
        at,
        expected: Some(expected),
        confidence: 0.9,
        reason: format!("늘어놓은 차례로는 {want}번째다"),
        operands: vec![figure.span],
    })
}
