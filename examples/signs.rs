//! Prints the signs of every pair that the checks weigh, one JSON object a line, for fitting the weights
//! (`docs/weights.md`).
//!
//! `cargo run --release --example signs -- EVENT-FOLDER…`

use factdiff::align::sign::Sign;
use factdiff::check::{Common, Scene};
use factdiff::claim::Reading;
use factdiff::event::Event;
use factdiff::rule::RuleSet;
use factdiff::source::load::{self, Request};
use factdiff::source::{Loc, Sources};
use factdiff::text::Document;
use serde_json::json;

fn main() {
    let rules = RuleSet::embedded();
    println!("{}", json!({"of": "names", "figure": Sign::ALL.iter().map(|s| format!("{s:?}")).collect::<Vec<_>>()}));
    for folder in std::env::args().skip(1) {
        let loaded = load::load(Request { paths: vec![folder.clone().into()], ..Request::default() });
        let sources = loaded.sources;
        let readings: Vec<Reading<'_>> =
            sources.articles().iter().map(|a| Reading::new(Document::read(a), &rules.lexicon)).collect();
        let event = Event { id: 1, articles: sources.articles().iter().map(|a| a.id).collect() };
        let outlets: Vec<&str> = sources.articles().iter().map(|a| a.outlet.as_str()).collect();
        let scene = Scene { sources: &sources, readings: &readings, event: &event, rules: &rules, outlets: &outlets };
        print(&folder, &sources, &Common::new(scene));
    }
}

fn print(folder: &str, sources: &Sources, common: &Common<'_>) {
    let rows = &common.alignment.rows;
    let place = |row: usize, span| {
        let loc = Loc { article: rows[row].article(), span };
        let article = sources.article(loc.article);
        json!([article.path, article.file_span(span).start, article.file_span(span).end, sources.slice(loc)])
    };
    for (slots, rivalries) in &common.slots {
        for r in rivalries {
            let at =
                |m: usize| place(slots.mentions[m].row, rows[slots.mentions[m].row].units[slots.mentions[m].unit].span);
            let holders: Vec<_> = r.holders.iter().map(|&m| at(m)).collect();
            let line = json!({"event": folder, "of": "figure", "class": format!("{:?}", slots.class), "first": at(r.first),
                              "second": at(r.second), "holders": holders, "signs": Sign::ALL.iter().map(|s| r.signs.get(*s)).collect::<Vec<_>>()});
            println!("{line}");
        }
    }
    for o in &common.odd {
        let at = |(r, u): (u32, u32)| place(r as usize, rows[r as usize].units[u as usize].span);
        let line = json!({"event": folder, "of": "odd", "first": at(o.places[0]), "second": at(o.holders[0]),
                          "wrong": o.wrong, "right": o.right, "signs": o.signs.values().to_vec()});
        println!("{line}");
    }
}
