//! Persons from abroad of one surname and role to whom one outlet gives another first name: `마르타 로시 단장`, `[파올로 로시/단장 : …]`.

use super::Common;
use super::contest::{Answer, contests};
use super::report::Found;
use crate::claim::Value;
use crate::source::Span;
use crate::text::hangul;

/// Returns the first names that one article alone has.
pub(super) fn found(common: &Common<'_>) -> Vec<Found> {
    let rows = &common.alignment.rows;
    let mut all: Vec<Answer> = Vec::new();
    for (r, row) in rows.iter().enumerate() {
        for claim in &row.reading.claims {
            let Value::Person { name, role: Some(role), .. } = &claim.value else { continue };
            let Some((first, last)) = name.rsplit_once(' ').filter(|(f, l)| f.len() >= 6 && l.len() >= 6) else {
                continue;
            };
            let role = role.rsplit(' ').next().unwrap_or(role);
            // 참관단장 is the 단장 of it.
            let role = role.get(role.len().saturating_sub(6)..).unwrap_or(role);
            all.push(Answer {
                row: r,
                question: format!("{last} {role}"),
                answer: first.to_owned(),
                at: Span::new(claim.span.start(), claim.span.start() + first.len()),
                apart: false,
            });
        }
    }
    // 파올로 and 파울로 are two ways to write one name; 존 and 조너선 may be short and long.
    let told = contests(common, &all)
        .into_iter()
        .filter(|c| are_two(&c.odd[0].answer, &c.others[0].answer) && !c.is_known(common))
        .map(|c| c.found(common, [0.8, 0.6], "성과 직함은 같고 이름만 다르다"));
    told.collect()
}

/// Returns whether two first names are no two ways to write one: they neither begin nor sound alike.
fn are_two(a: &str, b: &str) -> bool {
    const SILENT: char = 'ㅇ';
    let skeleton = |w: &str| -> Vec<(u8, u8)> { w.chars().filter_map(hangul::split).map(|s| (s.0, s.1)).collect() };
    let (x, y) = (skeleton(a), skeleton(b));
    // Of 아 and 에 nothing sounds alike.
    let same = |p: &(u8, u8), q: &(u8, u8)| p.0 == q.0 && (p.1 == q.1 || hangul::CHOSEONG[p.0 as usize] != SILENT);
    let alike = x.iter().zip(&y).filter(|(p, q)| same(p, q)).count();
    // Half of the consonants are the same where one name is written in two ways.
    !a.contains(b) && !b.contains(a) && alike * 2 < x.len().max(y.len())
}
