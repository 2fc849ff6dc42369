//! One figure with opposite directions: 4.3%포인트 높아졌다 of one outlet, 4.3%포인트 내렸다 of the others.

use super::report::{Found, loc};
use super::{Common, Scene};
use crate::align::bearing::{Opposed, opposed};
use crate::finding::Finding;
use crate::rule::Rule;

/// Returns a finding for each direction that contradicts that of the same figure elsewhere.
pub(super) fn check(scene: Scene<'_>, common: &Common<'_>, rule: &Rule) -> Vec<Finding> {
    let mut told: Vec<Opposed> = common.slots.iter().flat_map(|(s, _)| opposed(&common.alignment, s)).collect();
    told.sort_by(|a, b| {
        voices(common, b).cmp(&voices(common, a)).then(b.close.total_cmp(&a.close)).then(a.at.cmp(&b.at))
    });
    let mut done: Vec<(usize, usize)> = Vec::new();
    let mut out = Vec::new();
    for o in told {
        if done.contains(&o.at) {
            continue;
        }
        // The other side of the contradiction is told with this one.
        done.push(o.at);
        done.extend(&o.others);
        out.push(found(common, &o).finding(scene, rule));
    }
    out
}

/// Returns how many voices give the figure the other direction.
fn voices(common: &Common<'_>, o: &Opposed) -> usize {
    common.alignment.voices(o.others.iter().map(|p| p.0))
}

fn found(common: &Common<'_>, o: &Opposed) -> Found {
    let rows = &common.alignment.rows;
    let place = |&(row, unit): &(usize, usize)| loc(&rows[row], rows[row].units[unit].span);
    let proven = voices(common, o) >= 2;
    let one = |yes: bool| f32::from(u8::from(yes));
    let confidence = 0.4 + 0.3 * o.close.min(1.0) + 0.12 * one(o.tied) + 0.12 * one(o.telling) + 0.15 * one(proven);
    let mut expected: Vec<String> = Vec::new();
    for &(row, unit) in &o.others {
        let text = rows[row].reading.doc.slice(rows[row].units[unit].span).to_owned();
        if !expected.contains(&text) {
            expected.push(text);
        }
    }
    Found {
        at: place(&o.at),
        expected,
        confidence: confidence.min(0.97),
        proven,
        others: o.others.iter().map(place).collect(),
        reasons: vec!["같은 수에 방향만 다르다".to_owned()],
        replacement: None,
        safe: false,
    }
}
