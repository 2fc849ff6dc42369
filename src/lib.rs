//! Finds factual discrepancies and typos by comparing what several outlets write about the same event.
//!
//! ```text
//!  source ──► text ──► claim ──► event ──► align ──► check ──► finding ──► report
//!  (files)   (words)  (typed    (who tells (same     (rules    (plain  └─► fix
//!                      values)   of the     fact)     applied)  data)
//!                                same)
//!                                             rule ──────┘
//! ```

pub mod align;
pub mod check;
pub mod claim;
pub mod cli;
pub mod event;
pub mod finding;
pub mod fix;
pub mod report;
pub mod rule;
pub mod source;
pub mod text;

use claim::Reading;
use finding::{EventInfo, Outcome, RuleInfo, Tally};
use rule::RuleSet;
use source::Sources;
use text::Document;

/// Returns everything the rules find in the articles; never fails, an article without readable prose claims nothing.
pub fn check(sources: &Sources, rules: &RuleSet) -> Outcome {
    let readings: Vec<Reading<'_>> =
        sources.articles().iter().map(|a| Reading::new(Document::read(a), &rules.lexicon)).collect();
    let events = event::group(&readings);
    let mut findings = Vec::new();
    let mut tally = Tally::default();
    for event in &events {
        let (found, counted) = check::run(check::Scene { sources, readings: &readings, event, rules });
        findings.extend(found);
        tally.compared += counted.compared;
        tally.not_comparable += counted.not_comparable;
        tally.confirmed += counted.confirmed;
    }
    Outcome {
        findings: finding::settle::settle(findings),
        events: events.into_iter().map(|e| EventInfo { id: e.id, articles: e.articles }).collect(),
        rules: rules
            .rules
            .iter()
            .map(|r| {
                let words = r.words(rules.lang);
                RuleInfo { id: r.id.clone(), kind: r.kind, summary: words.summary.clone(), why: words.why.clone() }
            })
            .collect(),
        problems: Vec::new(),
        tally,
    }
}

/// Returns what the rules find in articles that are known to tell of one event, as those of a rule's example do.
pub fn check_event(sources: &Sources, rules: &RuleSet) -> Vec<finding::Finding> {
    let readings: Vec<Reading<'_>> =
        sources.articles().iter().map(|a| Reading::new(Document::read(a), &rules.lexicon)).collect();
    let event = event::Event { id: 1, articles: sources.articles().iter().map(|a| a.id).collect() };
    let (findings, _) = check::run(check::Scene { sources, readings: &readings, event: &event, rules });
    finding::settle::settle(findings)
}
