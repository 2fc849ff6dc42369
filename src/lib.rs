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
pub mod eval;
pub mod event;
pub mod finding;
pub mod fix;
pub mod report;
pub mod rule;
pub mod source;
pub mod text;

use claim::Reading;
use finding::{EventInfo, Finding, Outcome, RuleInfo, Tally};
use rayon::prelude::*;
use rule::RuleSet;
use source::{Article, Loc, Sources};
use text::Document;

/// Returns everything the rules find in the articles; never fails, an article without readable prose claims nothing.
pub fn check(sources: &Sources, rules: &RuleSet) -> Outcome {
    let readings = read(sources, rules);
    let events = event::group(&readings);
    let outlets = outlets(sources);
    let checked: Vec<(Vec<Finding>, Tally)> = events
        .par_iter()
        .map(|event| {
            let scene = check::Scene { sources, readings: &readings, outlets: &outlets, event, rules };
            let (found, counted) = check::run(scene);
            // An article is in one event only, so places never overlap across events.
            (finding::settle::settle(found), counted)
        })
        .collect();
    let mut findings = Vec::new();
    let mut tally = Tally::default();
    for (found, counted) in checked {
        findings.extend(found);
        tally.compared += counted.compared;
        tally.not_comparable += counted.not_comparable;
        tally.confirmed += counted.confirmed;
    }
    findings.sort_by_key(|f| f.at);
    Outcome {
        findings,
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
pub fn check_event(sources: &Sources, rules: &RuleSet) -> Vec<Finding> {
    let readings = read(sources, rules);
    let event = event::Event { id: 1, articles: sources.articles().iter().map(|a| a.id).collect() };
    let (findings, _) =
        check::run(check::Scene { sources, readings: &readings, outlets: &outlets(sources), event: &event, rules });
    finding::settle::settle(findings)
}

/// Returns every place of a value in the articles, how it was read, and what became of it in its event.
///
/// The value is meant as it is read (`1조3000억원` finds `1조 3천억 원`), a word as it is spelt.
pub fn trace(sources: &Sources, rules: &RuleSet, value: &str) -> Vec<check::trace::Trace> {
    let asked = Article::plain("-", "-", value);
    let asked = claim::extract(&Document::read(&asked), &rules.lexicon);
    let readings = read(sources, rules);
    let outlets = outlets(sources);
    let mut traces = Vec::new();
    for event in event::group(&readings) {
        let mut places = Vec::new();
        for &article in &event.articles {
            let found = check::trace::places(value, &asked, &readings[article.index()]);
            places.extend(found.into_iter().map(|(span, claim)| (Loc { article, span }, claim)));
        }
        if !places.is_empty() {
            let scene = check::Scene { sources, readings: &readings, outlets: &outlets, event: &event, rules };
            traces.extend(check::trace::trace(scene, &check::Common::new(scene), &places));
        }
    }
    traces
}

/// Returns what each article claims, in the order of the articles whatever thread has read it.
pub fn read<'a>(sources: &'a Sources, rules: &'a RuleSet) -> Vec<Reading<'a>> {
    sources.articles().par_iter().map(|a| Reading::new(Document::read(a), &rules.lexicon)).collect()
}

/// Returns the outlet of each article, by article number.
fn outlets(sources: &Sources) -> Vec<&str> {
    sources.articles().iter().map(|a| a.outlet.as_str()).collect()
}
