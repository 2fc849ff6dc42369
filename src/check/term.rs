//! How long a sentence is suspended, of one defendant and one term: `금고 8개월에 집행유예 1년` of one outlet, `집행유예 2년` of the
//! others.

use super::report::{Found, loc};
use super::{Common, Scene};
use crate::align::Row;
use crate::align::figure::{Agreement, agreement};
use crate::claim::{Claim, Value};
use crate::finding::Finding;
use crate::rule::Rule;

/// What stands before the stretch for which a sentence is suspended.
const SUSPENDED: &str = "집행유예 ";

/// A suspended sentence.
struct Told<'a> {
    row: usize,
    claim: &'a Claim,
    /// The term that is suspended.
    term: &'a Value,
    /// Who is sentenced, by the number of the name.
    who: u32,
}

/// Returns a finding for each stretch that other outlets tell otherwise of the same defendant and the same term.
pub(super) fn check(scene: Scene<'_>, common: &Common<'_>, rule: &Rule) -> Vec<Finding> {
    let rows = &common.alignment.rows;
    let all: Vec<Told<'_>> = rows.iter().enumerate().flat_map(|(r, row)| told(r, row)).collect();
    let mut out = Vec::new();
    let mut done: Vec<usize> = Vec::new();
    for (i, a) in all.iter().enumerate() {
        let one = |b: &Told<'_>| b.who == a.who && agreement(a.term, b.term) == Agreement::Equal;
        let same = |b: &Told<'_>| agreement(&a.claim.value, &b.claim.value) == Agreement::Equal;
        let of = |equal: bool| -> Vec<usize> {
            (0..all.len()).filter(|&j| one(&all[j]) && same(&all[j]) == equal).collect()
        };
        let (own, others) = (of(true), of(false));
        let voices = |of: &[usize]| common.alignment.voices(of.iter().map(|&j| all[j].row));
        // What a court below had said is told beside it.
        let both = own.iter().any(|&j| others.iter().any(|&k| all[k].row == all[j].row));
        let one_value =
            others.iter().all(|&k| agreement(&all[k].claim.value, &all[others[0]].claim.value) == Agreement::Equal);
        if others.is_empty() || both || !one_value || done.contains(&i) || voices(&others) < voices(&own) {
            continue;
        }
        done.extend(&own);
        done.extend(&others);
        let proven = voices(&others) >= 2 && voices(&own) == 1;
        let text = |t: &Told<'_>| rows[t.row].reading.doc.slice(t.claim.span).to_owned();
        let found = Found {
            at: loc(&rows[a.row], a.claim.span),
            expected: vec![text(&all[others[0]])],
            confidence: if proven { 0.9 } else { 0.7 },
            proven,
            others: others.iter().map(|&j| loc(&rows[all[j].row], all[j].claim.span)).collect(),
            reasons: vec!["한 사람이 받은 같은 형에 붙은 기간이다".to_owned()],
            replacement: Some(text(&all[others[0]])).filter(|_| proven),
            safe: false,
        };
        out.push(found.finding(scene, rule));
    }
    out
}

fn told<'a>(r: usize, row: &'a Row<'_>) -> Vec<Told<'a>> {
    let doc = &row.reading.doc;
    if memchr::memmem::find(doc.text.as_bytes(), SUSPENDED.as_bytes()).is_none() {
        return Vec::new();
    }
    let terms: Vec<&'a Claim> =
        row.reading.claims.iter().filter(|c| matches!(c.value, Value::Measure { .. })).collect();
    let one = |w: &[&'a Claim]| {
        let &[term, claim] = w else { return None };
        let text = doc.text.get(..term.span.start())?;
        let tried = term.sentence == claim.sentence
            && ["징역 ", "금고 "].iter().any(|w| text.ends_with(w))
            && doc.text.get(term.span.end()..claim.span.start()) == Some("에 집행유예 ");
        if !tried {
            return None;
        }
        let end = row.unit_at(term.span.start())?;
        let start = row.sentence(term.sentence).start;
        let who = (start..end).rev().find(|&u| row.units[u].name && row.units[u].span.len() >= 9)?;
        Some(Told { row: r, claim, term: &term.value, who: row.units[who].word })
    };
    terms.windows(2).filter_map(one).collect()
}
