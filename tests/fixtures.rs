//! Whole events against their labels: `fixtures/*/gold.toml`.
#![allow(clippy::unwrap_used)] // A test that cannot go on has failed.

use factdiff::eval::{Gold, Judgement, Score, judge};
use factdiff::rule::RuleSet;
use factdiff::source::Sources;
use factdiff::source::load::{Request, load};
use std::path::{Path, PathBuf};

/// Of all labelled findings at least this share is found.
const RECALL: f64 = 0.77;
/// Of all reports at least this share is labelled.
const PRECISION: f64 = 0.8;
/// At most this many reports on the events without an error.
const ON_CLEAN: usize = 1;
/// Findings below this confidence are not reported by default.
const MIN_CONFIDENCE: f32 = 0.5;

struct Event {
    name: String,
    gold: Gold,
    sources: Sources,
}

impl Event {
    fn open(folder: &Path) -> Event {
        let loaded = load(Request { paths: vec![folder.to_owned()], ..Request::default() });
        assert!(loaded.problems.is_empty(), "{:?}", loaded.problems);
        let name = folder.file_name().unwrap().to_string_lossy().into_owned();
        let text = std::fs::read_to_string(folder.join("gold.toml")).unwrap();
        let gold = Gold::read(&name, &text, &loaded.sources);
        let gold = gold.unwrap_or_else(|e| panic!("{}", e.iter().map(|p| format!("\n{p}")).collect::<String>()));
        Event { name, gold, sources: loaded.sources }
    }
}

fn events() -> Vec<Event> {
    let mut folders: Vec<PathBuf> = std::fs::read_dir("fixtures").unwrap().map(|e| e.unwrap().path()).collect();
    folders.retain(|f| f.join("gold.toml").exists());
    folders.sort();
    folders.iter().map(|f| Event::open(f)).collect()
}

#[test]
fn labels_say_something_else_than_the_text() {
    for event in events() {
        assert_eq!(event.gold.clean, event.gold.labels.is_empty(), "{}", event.name);
        for label in &event.gold.labels {
            let text = event.sources.slice(label.at);
            assert!(label.expected.iter().all(|e| e != text), "{}: {text}", event.name);
        }
    }
}

#[test]
fn each_fixture_is_one_event() {
    let rules = RuleSet::embedded();
    for event in events() {
        let outcome = factdiff::check(&event.sources, &rules);
        assert_eq!(outcome.events.len(), 1, "{} falls apart", event.name);
    }
}

/// What is missed and falsely reported is listed by `factdiff eval fixtures`.
#[test]
fn what_is_labelled_is_found_and_nothing_else() {
    let rules = RuleSet::embedded();
    let mut score = Score::default();
    for event in events() {
        let mut findings = factdiff::check(&event.sources, &rules).findings;
        findings.retain(|f| f.confidence >= MIN_CONFIDENCE);
        let judged = judge(&event.gold, &findings);
        for (finding, judgement) in findings.iter().zip(&judged.findings) {
            if let Judgement::False(_) | Judgement::Duplicate(_) = judgement {
                let text = event.sources.slice(finding.at);
                println!("FALSE  {}: {} `{text}` -> {:?}", event.name, finding.rule, finding.expected);
            }
        }
        for (label, _) in event.gold.labels.iter().zip(&judged.hits).filter(|(_, hit)| hit.is_none()) {
            let text = event.sources.slice(label.at);
            println!("MISS   {}: {} `{text}` {}", event.name, label.kind.name(), label.note);
        }
        score.add(&event.gold, event.sources.articles().len(), &findings, &judged);
    }
    for (kind, row) in &score.kinds {
        println!("{:14} {}/{}", kind.name(), row.hit, row.gold);
    }
    let (recall, precision) = (score.recall(), score.precision());
    println!("recall {recall:.3}, precision {precision:.3}");
    assert!(recall >= RECALL, "recall {recall:.3} is below {RECALL}");
    assert!(precision >= PRECISION, "precision {precision:.3} is below {PRECISION}");
    assert!(score.false_on_clean <= ON_CLEAN, "{} reports on events without an error", score.false_on_clean);
}
