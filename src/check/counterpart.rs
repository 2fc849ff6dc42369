//! Words that stand where others have their counterpart beside the same figures: `양극재 3조원어치`, `음극재 3조원어치`.

use super::name::claim_over;
use super::report::{Found, loc};
use super::{Common, Scene};
use crate::align::counterpart::word_of;
use crate::claim::Value;
use crate::finding::{Finding, Kind};
use crate::rule::Rule;

/// How sure a report is where something tells which is wrong, and where nothing does.
const SURE: (f32, f32) = (0.78, 0.62);

/// Returns a finding for each such word that is not told of yet.
pub(super) fn check(scene: Scene<'_>, common: &Common<'_>, rule: &Rule, told: &[Finding]) -> Vec<Finding> {
    let rows = &common.alignment.rows;
    let at = |p: (u32, u32)| {
        let row = &rows[p.0 as usize];
        loc(row, word_of(row, p.1 as usize))
    };
    let kind = |p: (u32, u32)| {
        let row = &rows[p.0 as usize];
        match claim_over(row, row.units[p.1 as usize].span) {
            Some(Value::Org(_)) => Kind::OrgName,
            Some(Value::Place(_)) => Kind::PlaceName,
            _ => Kind::Term,
        }
    };
    let found = common.counterparts.iter().filter(|c| kind(c.at) == rule.kind).filter_map(|c| {
        let right = at(*c.others.first()?);
        let expected = scene.sources.slice(right).to_owned();
        (!told.iter().any(|f| f.confidence >= 0.5 && f.at.overlaps(at(c.at)))).then(|| Found {
            at: at(c.at),
            expected: vec![expected.clone()],
            confidence: if c.proven { SURE.0 } else { SURE.1 },
            proven: c.proven,
            others: c.others.iter().map(|&p| at(p)).collect(),
            reasons: vec!["같은 수치 곁에 다른 말이 적혀 있다".to_owned()],
            replacement: c.proven.then_some(expected),
            safe: false,
        })
    });
    found.map(|f| f.finding(scene, rule)).collect()
}
