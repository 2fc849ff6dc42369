//! Slips that several outlets share.
//!
//! What one article proves of itself (a particle, a weekday, a sum) may stand to the letter in the articles of other
//! outlets too: they took it from one release, or it is no slip. Either way it does not set them apart, so it is told as
//! information and not as something to stop for.

use crate::align::Alignment;
use crate::finding::{Finding, Severity};
use crate::source::Sources;

/// Lowers findings of one rule, text and expectation that stand in articles of two voices and more to information.
pub(super) fn lower(findings: &mut [Finding], alignment: &Alignment<'_>, sources: &Sources) {
    let row = |f: &Finding| alignment.rows.iter().position(|r| r.article() == f.at.article);
    let same = |a: &Finding, b: &Finding| {
        a.rule == b.rule && a.expected == b.expected && sources.slice(a.at) == sources.slice(b.at)
    };
    let shared: Vec<bool> =
        findings.iter().map(|f| alignment.voices(findings.iter().filter(|g| same(f, g)).filter_map(row)) > 1).collect();
    for (finding, _) in findings.iter_mut().zip(shared).filter(|(_, shared)| *shared) {
        finding.severity = Severity::Info;
    }
}
