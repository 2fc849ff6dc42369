//! Tables of values: one value in many spellings, and what must not be read as one (`tests/corpus/*.toml`).
//!
//! A row of the tables is added without writing Rust. `value` is itself a spelling, so what a value prints as and what
//! it is read as are held together; days are given in ISO form, with the day of publication.

use factdiff::claim::{self, Lexicon, Value};
use factdiff::source::{Article, Stamp};
use factdiff::text::Document;
use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Table {
    #[serde(default)]
    same: Vec<Same>,
    #[serde(default)]
    not: Vec<Not>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Same {
    value: String,
    published: Option<String>,
    spelt: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Not {
    spelt: Vec<String>,
}

fn kind(value: &Value) -> &'static str {
    match value {
        Value::Money { .. } => "money",
        Value::Count { .. } | Value::Score { .. } => "count",
        Value::Percent { .. } => "percent",
        Value::Measure { .. } => "measure",
        Value::Date(_) => "date",
        Value::Time { .. } => "time",
        Value::Ordinal { .. } => "ordinal",
        _ => "other",
    }
}

fn read(text: &str, published: Option<&str>, wanted: &str, lexicon: &Lexicon) -> Vec<Value> {
    // A line that is nothing but a day is the page's, not the copy's.
    let text = format!("취재 결과 {text} 알려졌다고 관계자가 말했다.");
    let mut article = Article::plain("a.md", "한빛일보", &text);
    article.published = published.map(|day| Stamp { date: day.parse().expect("a day"), time: None, offset: None });
    let doc = Document::read(&article);
    claim::extract(&doc, lexicon).into_iter().map(|c| c.value).filter(|v| kind(v) == wanted).collect()
}

/// A value as the tables compare it: days in ISO form, everything else as it is.
fn shown(value: &Value) -> String {
    match value {
        Value::Date(d) => match (d.from, d.to) {
            (Some(from), Some(to)) if from == to => from.to_string(),
            (Some(from), Some(to)) => format!("{from}/{to}"),
            _ => "?".to_owned(),
        },
        other => format!("{other:?}"),
    }
}

fn check(wanted: &str, table: &str) {
    let table: Table = toml::from_str(table).expect("a table");
    let lexicon = Lexicon::embedded();
    let mut failures = Vec::new();
    for row in &table.same {
        let published = row.published.as_deref();
        let value = if wanted == "date" {
            row.value.clone()
        } else {
            read(&row.value, published, wanted, &lexicon).first().map_or_else(|| "nothing".to_owned(), shown)
        };
        for spelt in &row.spelt {
            let got: Vec<String> = read(spelt, published, wanted, &lexicon).iter().map(shown).collect();
            if got != [value.clone()] {
                failures.push(format!("{spelt}\n  wanted: {value}\n  got:    {}", got.join(" | ")));
            }
        }
    }
    for spelt in table.not.iter().flat_map(|n| &n.spelt) {
        let got: Vec<String> = read(spelt, Some("2024-07-30"), wanted, &lexicon).iter().map(shown).collect();
        if !got.is_empty() {
            failures.push(format!("{spelt}\n  wanted: nothing\n  got:    {}", got.join(" | ")));
        }
    }
    assert!(!table.same.is_empty() && !table.not.is_empty(), "{wanted}: a table needs both sorts of row");
    assert!(failures.is_empty(), "{wanted}: {} failures\n{}", failures.len(), failures.join("\n"));
}

#[test]
fn money() {
    check("money", include_str!("corpus/money.toml"));
}

#[test]
fn count() {
    check("count", include_str!("corpus/count.toml"));
}

#[test]
fn percent() {
    check("percent", include_str!("corpus/percent.toml"));
}

#[test]
fn measure() {
    check("measure", include_str!("corpus/measure.toml"));
}

#[test]
fn date() {
    check("date", include_str!("corpus/date.toml"));
}

#[test]
fn time() {
    check("time", include_str!("corpus/time.toml"));
}

#[test]
fn ordinal() {
    check("ordinal", include_str!("corpus/ordinal.toml"));
}
