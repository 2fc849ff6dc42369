//! The dead and the hurt together: `3명이 숨지고 14명이 다치는 등 17명의 사상자`.

use super::page::{Figure, Page};
use super::{Others, Slip};
use crate::align::figure::Class;
use crate::finding::Kind;

/// Words behind how many are dead.
const DEAD: [&str; 4] = ["이 숨지", "이 사망", "이 목숨", "이 숨졌"];

/// Words behind how many are hurt.
const HURT: [&str; 3] = ["이 다치", "이 다쳐", "이 부상"];

/// Words behind how many are dead or hurt.
const BOTH: [&str; 3] = ["의 사상자", "이 죽거나 다", "이 숨지거나 다"];

/// Returns the tolls that are not what the dead and the hurt of their sentence make.
pub(super) fn slips(page: &Page<'_>, others: &Others<'_>) -> Vec<Slip> {
    (0..page.doc.sentences.len()).filter_map(|s| slip(page, others, s)).collect()
}

fn slip(page: &Page<'_>, others: &Others<'_>, s: usize) -> Option<Slip> {
    let people = page.of_sentence(s).iter().filter(|f| f.class == Class::Count("명".to_owned()));
    let people: Vec<&Figure> = people.collect();
    let behind = |f: &Figure, words: &[&str]| words.iter().any(|w| page.after(f.span, s).starts_with(w));
    people.windows(3).find_map(|w| {
        let &[dead, hurt, both] = w else { return None };
        let told = behind(dead, &DEAD) && behind(hurt, &HURT) && behind(both, &BOTH);
        let plain = !w.iter().any(|f| f.rough);
        let sum = dead.value + hurt.value;
        // A third sort of people, 2명이 실종되는, would be a figure of its own.
        if !told || !plain || sum == both.value {
            return None;
        }
        let wrong = others.odd_one(page, w).unwrap_or(both);
        let expected = match wrong.span {
            at if at == dead.span => both.value - hurt.value,
            at if at == hurt.span => both.value - dead.value,
            _ => sum,
        };
        let figure = |f: &Figure| page.doc.slice(f.span);
        Some(Slip {
            kind: Kind::Sum,
            at: wrong.span,
            expected: page.rewrite(wrong, expected),
            confidence: 0.9,
            reason: format!("{} + {} ≠ {}", figure(dead), figure(hurt), figure(both)),
            operands: w.iter().filter(|f| f.span != wrong.span).map(|f| f.span).collect(),
        })
    })
}
