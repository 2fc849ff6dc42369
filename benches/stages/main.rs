//! What each stage costs, apart: `cargo bench`, or `cargo bench -- extraction` for one of them.
//!
//! Two sets of articles: `events` are those of `fixtures/` (or of the folder that `FACTDIFF_BENCH_DIR` names), and
//! `wire` are 24 copies of them in other words and figures, about a thousand, which show how a stage bears many. Each
//! stage is given what the one before it made, and runs on one thread but `whole`.

mod wire;

use divan::counter::{BytesCount, ItemsCount};
use divan::{Bencher, black_box};
use factdiff::align::Alignment;
use factdiff::align::odd::odd_words;
use factdiff::align::rival::rivalries;
use factdiff::align::slot::slots;
use factdiff::check::{self, Scene};
use factdiff::claim::{Lexicon, Reading};
use factdiff::event::{self, Event};
use factdiff::finding::{Lang, Outcome};
use factdiff::report::{Format, Look, Report, render};
use factdiff::rule::RuleSet;
use factdiff::source::load::{Request, load};
use factdiff::source::{Sources, read_bytes};
use factdiff::text::Document;
use std::path::PathBuf;
use std::sync::LazyLock;

fn main() {
    divan::main();
}

/// The articles of one set, with what every stage makes of them.
struct Set {
    files: Vec<(String, Vec<u8>)>,
    sources: &'static Sources,
    readings: &'static [Reading<'static>],
    events: Vec<Event>,
    outlets: Vec<&'static str>,
    bytes: usize,
}

impl Set {
    fn new(sources: Sources, files: Vec<(String, Vec<u8>)>) -> Set {
        // Kept for the life of the process, as the sources of a run are.
        let sources: &'static Sources = Box::leak(Box::new(sources));
        let readings: Vec<Reading<'static>> =
            sources.articles().iter().map(|a| Reading::new(Document::read(a), &RULES.lexicon)).collect();
        let readings: &'static [Reading<'static>] = Vec::leak(readings);
        let events = event::group(readings);
        let outlets = sources.articles().iter().map(|a| a.outlet.as_str()).collect();
        let bytes = sources.articles().iter().map(|a| a.text.len()).sum();
        Set { files, sources, readings, events, outlets, bytes }
    }

    fn scene<'a>(&'a self, event: &'a Event) -> Scene<'a> {
        Scene { sources: self.sources, readings: self.readings, outlets: &self.outlets, event, rules: &RULES }
    }
}

static RULES: LazyLock<RuleSet> = LazyLock::new(RuleSet::embedded);

static EVENTS: LazyLock<Set> = LazyLock::new(|| {
    let folder = std::env::var_os("FACTDIFF_BENCH_DIR")
        .map_or_else(|| PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/fixtures")), PathBuf::from);
    let sources = load(Request { paths: vec![folder], ..Request::default() }).sources;
    assert!(!sources.articles().is_empty(), "FACTDIFF_BENCH_DIR has no article (.txt, .md)");
    let read = |path: &str| std::fs::read(path).unwrap_or_default();
    let files = sources.articles().iter().map(|a| (a.path.clone(), read(&a.path))).collect();
    Set::new(sources, files)
});

static WIRE: LazyLock<Set> = LazyLock::new(|| {
    let sources = wire::wire(EVENTS.sources.articles(), 24);
    let files = sources.articles().iter().map(|a| (a.path.clone(), a.text.clone().into_bytes())).collect();
    Set::new(sources, files)
});

/// Runs a stage on the set; the speed is told per byte of text.
fn on(bencher: Bencher<'_, '_>, set: &'static Set, stage: impl Fn(&'static Set) + Sync) {
    bencher
        .counter(BytesCount::new(set.bytes))
        .counter(ItemsCount::new(set.files.len()))
        .bench(|| stage(black_box(set)));
}

/// Defines one bench on both sets.
macro_rules! stage {
    ($name:ident, $what:expr) => {
        mod $name {
            use super::*;

            #[divan::bench(max_time = 2)]
            fn events(bencher: Bencher<'_, '_>) {
                on(bencher, &EVENTS, $what);
            }

            #[divan::bench(max_time = 2)]
            fn wire(bencher: Bencher<'_, '_>) {
                on(bencher, &WIRE, $what);
            }
        }
    };
}

/// Decoding, front matter, outlet and time of publication, from bytes in memory.
fn read(set: &'static Set) {
    for (path, bytes) in &set.files {
        black_box(read_bytes(path, bytes.clone()));
    }
}

/// Blocks, sentences, words.
fn split(set: &'static Set) {
    for article in set.sources.articles() {
        black_box(Document::read(article));
    }
}

/// Claims, from text: [`split`] included.
fn extract(set: &'static Set) {
    for article in set.sources.articles() {
        black_box(Reading::new(Document::read(article), &RULES.lexicon));
    }
}

fn group(set: &'static Set) {
    black_box(event::group(set.readings));
}

/// Articles of an event as rows of words and figures.
fn align(set: &'static Set) {
    for event in &set.events {
        black_box(Alignment::new(event, set.readings, &set.outlets, &RULES.lexicon, &[]));
    }
}

/// Figures that may contradict, and odd words; [`align`] included.
fn compare(set: &'static Set) {
    for event in &set.events {
        let alignment = Alignment::new(event, set.readings, &set.outlets, &RULES.lexicon, &[]);
        for slots in slots(&alignment) {
            black_box(rivalries(&alignment, &slots, true));
        }
        black_box(odd_words(&alignment, &RULES.lexicon));
    }
}

/// All rules on all events; [`compare`] included.
fn apply(set: &'static Set) {
    for event in &set.events {
        black_box(check::run(set.scene(event)));
    }
}

/// From text to findings on all threads (`RAYON_NUM_THREADS=1` for one).
fn everything(set: &'static Set) {
    black_box(factdiff::check(set.sources, &RULES));
}

stage!(reading, read);
stage!(text, split);
stage!(extraction, extract);
stage!(grouping, group);
stage!(alignment, align);
stage!(comparison, compare);
stage!(rules, apply);
stage!(whole, everything);

/// The report of the events in each format.
#[divan::bench(args = Format::ALL, max_time = 1)]
fn report(bencher: Bencher<'_, '_>, format: Format) {
    static OUTCOME: LazyLock<Outcome> = LazyLock::new(|| factdiff::check(EVENTS.sources, &RULES));
    let report = Report::new(EVENTS.sources, &OUTCOME, Lang::Ko, 0);
    let look = Look { width: 100, colour: false };
    bencher.counter(ItemsCount::new(OUTCOME.findings.len())).bench_local(|| {
        let mut out = Vec::new();
        render(black_box(&report), format, look, &mut out).map(|()| out.len())
    });
}

/// What a run pays before it reads: rules and words.
mod start {
    use super::{Lexicon, RuleSet};

    #[divan::bench]
    fn lexicon() -> Lexicon {
        Lexicon::embedded()
    }

    #[divan::bench]
    fn rules_and_lexicon() -> RuleSet {
        RuleSet::embedded()
    }
}
