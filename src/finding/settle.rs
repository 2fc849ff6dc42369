//! One finding per wrong place.

use super::Finding;

/// Returns the findings in the order of articles and places, of those that overlap only the one with the most confidence.
pub fn settle(mut findings: Vec<Finding>) -> Vec<Finding> {
    findings.sort_by(|a, b| {
        b.confidence.total_cmp(&a.confidence).then_with(|| a.at.cmp(&b.at)).then_with(|| a.rule.cmp(&b.rule))
    });
    let mut kept: Vec<Finding> = Vec::new();
    for f in findings {
        if !kept.iter().any(|k| k.at.overlaps(f.at)) {
            kept.push(f);
        }
    }
    kept.sort_by_key(|f| f.at);
    kept
}
