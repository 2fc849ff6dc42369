//! Whole events against their labels: `fixtures/*/gold.toml`.
#![allow(clippy::unwrap_used)] // A test that cannot go on has failed.

use factdiff::finding::{Finding, Kind, Severity, Stance};
use factdiff::rule::RuleSet;
use factdiff::source::load::{Request, load};
use factdiff::source::{Loc, Sources};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// Of all labelled findings at least this share is found.
const RECALL: f32 = 0.77;
/// Of all reports at least this share is labelled.
const PRECISION: f32 = 0.8;
/// At most this many reports on the events without an error.
const ON_CLEAN: usize = 1;
/// Findings below this confidence are not reported by default.
const MIN_CONFIDENCE: f32 = 0.5;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Gold {
    #[allow(dead_code)] // Says in words what the event is; for readers.
    event: String,
    clean: bool,
    #[serde(default)]
    finding: Vec<Label>,
    #[serde(default)]
    tempting: Vec<Remark>,
    #[serde(default)]
    optional: Vec<Remark>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Label {
    kind: Kind,
    article: String,
    text: String,
    #[serde(default = "first")]
    occurrence: usize,
    expected: Vec<String>,
    evidence: Vec<String>,
    certain: bool,
    other: Vec<Side>,
    note: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Side {
    article: String,
    text: String,
    #[serde(default = "first")]
    occurrence: usize,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Remark {
    article: String,
    text: String,
    #[serde(default = "first")]
    occurrence: usize,
    why: String,
}

fn first() -> usize {
    1
}

struct Event {
    name: String,
    gold: Gold,
    sources: Sources,
}

impl Event {
    fn open(folder: &Path) -> Event {
        let gold = std::fs::read_to_string(folder.join("gold.toml")).unwrap();
        let gold = toml::from_str(&gold).unwrap_or_else(|e| panic!("{}: {e}", folder.display()));
        let loaded = load(Request { paths: vec![folder.to_owned()], ..Request::default() });
        assert!(loaded.problems.is_empty(), "{:?}", loaded.problems);
        let name = folder.file_name().unwrap().to_string_lossy().into_owned();
        Event { name, gold, sources: loaded.sources }
    }

    /// Returns where the n-th occurrence of the text stands in the body of the article.
    fn at(&self, article: &str, text: &str, occurrence: usize) -> Loc {
        let named = |a: &&factdiff::source::Article| Path::new(&a.path).file_name().is_some_and(|n| n == article);
        let Some(a) = self.sources.articles().iter().find(named) else { panic!("{}: no {article}", self.name) };
        let body = a.body.of(&a.text);
        let Some((at, _)) = body.match_indices(text).nth(occurrence - 1) else {
            panic!("{}/{article}: `{text}` does not occur {occurrence} times", self.name)
        };
        let start = a.body.start() + at;
        Loc { article: a.id, span: factdiff::source::Span::new(start, start + text.len()) }
    }

    fn hits(&self, finding: &Finding, label: &Label) -> bool {
        let mut sides = vec![self.at(&label.article, &label.text, label.occurrence)];
        let mut places = vec![finding.at];
        if !label.certain {
            sides.extend(label.other.iter().map(|o| self.at(&o.article, &o.text, o.occurrence)));
            places.extend(finding.evidence.iter().filter(|e| e.stance == Stance::Conflicts).map(|e| e.at));
        }
        places.iter().any(|&p| sides.iter().any(|&s| meets(p, s)))
    }

    fn remarked(&self, finding: &Finding, remarks: &[Remark]) -> Option<String> {
        let here = |r: &&Remark| meets(finding.at, self.at(&r.article, &r.text, r.occurrence));
        remarks.iter().find(here).map(|r| r.why.clone())
    }
}

fn meets(a: Loc, b: Loc) -> bool {
    a.article == b.article && a.span.overlaps(b.span)
}

fn events() -> Vec<Event> {
    let mut folders: Vec<PathBuf> = std::fs::read_dir("fixtures").unwrap().map(|e| e.unwrap().path()).collect();
    folders.retain(|f| f.join("gold.toml").exists());
    folders.sort();
    folders.iter().map(|f| Event::open(f)).collect()
}

#[test]
fn labels_point_at_text_and_evidence_that_is_there() {
    for event in events() {
        assert_eq!(event.gold.clean, event.gold.finding.is_empty(), "{}", event.name);
        for label in &event.gold.finding {
            event.at(&label.article, &label.text, label.occurrence);
            assert!(!label.expected.contains(&label.text), "{}: {}", event.name, label.text);
            for file in &label.evidence {
                event.at(file, "", 1);
            }
        }
        for remark in event.gold.tempting.iter().chain(&event.gold.optional) {
            event.at(&remark.article, &remark.text, remark.occurrence);
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

#[test]
fn what_is_labelled_is_found_and_nothing_else() {
    let rules = RuleSet::embedded();
    let mut kinds: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    let (mut labels, mut hits, mut reports, mut on_clean) = (0, 0, 0, 0);
    for event in events() {
        let mut findings = factdiff::check(&event.sources, &rules).findings;
        findings.retain(|f| f.confidence >= MIN_CONFIDENCE && f.severity > Severity::Info);
        let mut met = vec![false; event.gold.finding.len()];
        for finding in &findings {
            let text = event.sources.slice(finding.at);
            // A second report on the same label counts as a false one.
            match (0..met.len()).find(|&i| !met[i] && event.hits(finding, &event.gold.finding[i])) {
                Some(i) => {
                    met[i] = true;
                    let label = &event.gold.finding[i];
                    if finding.kind != label.kind {
                        println!(
                            "KIND   {}: `{text}` is {}, labelled {}",
                            event.name,
                            finding.kind.name(),
                            label.kind.name()
                        );
                    }
                }
                None if event.remarked(finding, &event.gold.optional).is_some() => continue,
                None => {
                    on_clean += usize::from(event.gold.clean);
                    let why =
                        event.remarked(finding, &event.gold.tempting).map_or(String::new(), |w| format!(" ({w})"));
                    println!("FALSE  {}: {} `{text}` -> {:?}{why}", event.name, finding.rule, finding.expected);
                }
            }
            reports += 1;
        }
        for (label, met) in event.gold.finding.iter().zip(&met) {
            let row = kinds.entry(label.kind.name()).or_default();
            *row = (row.0 + usize::from(*met), row.1 + 1);
            if !met {
                println!(
                    "MISS   {}/{}: {} `{}` {}",
                    event.name,
                    label.article,
                    label.kind.name(),
                    label.text,
                    label.note
                );
            }
        }
        labels += met.len();
        hits += met.iter().filter(|m| **m).count();
    }
    for (kind, (hit, all)) in &kinds {
        println!("{kind:14} {hit}/{all}");
    }
    let share = |a: usize, b: usize| if b == 0 { 1.0 } else { a as f32 / b as f32 };
    let (recall, precision) = (share(hits, labels), share(hits, reports));
    println!("recall {recall:.3} ({hits}/{labels}), precision {precision:.3} ({hits}/{reports})");
    assert!(recall >= RECALL, "recall {recall:.3} is below {RECALL}");
    assert!(precision >= PRECISION, "precision {precision:.3} is below {PRECISION}");
    assert!(on_clean <= ON_CLEAN, "{on_clean} reports on events without an error");
}
