//! What the recognisers of names read, by the tables of `tests/corpus`.

use factdiff::claim::{Lexicon, Reading, Value};
use factdiff::source::Article;
use factdiff::text::Document;

#[derive(serde::Deserialize)]
struct Table {
    read: Vec<Row>,
}

#[derive(serde::Deserialize)]
struct Row {
    text: String,
    #[serde(default)]
    persons: Vec<String>,
    #[serde(default)]
    places: Vec<String>,
    #[serde(default)]
    orgs: Vec<String>,
}

/// Returns the values that `say` makes of the claims of a text.
fn read(lexicon: &Lexicon, text: &str, say: impl Fn(&Value) -> Option<String>) -> Vec<String> {
    let article = Article::plain("a.txt", "외침", text);
    Reading::new(Document::read(&article), lexicon).claims.iter().filter_map(|c| say(&c.value)).collect()
}

fn check(table: &str, wanted: impl Fn(&Row) -> &[String], say: impl Fn(&Value) -> Option<String>) {
    let table: Table = toml::from_str(table).expect("the table parses");
    let lexicon = Lexicon::embedded();
    let wrong: Vec<String> = table
        .read
        .iter()
        .map(|row| (row, read(&lexicon, &row.text, &say)))
        .filter(|(row, got)| got != wanted(row))
        .map(|(row, got)| format!("{}\n  wanted: {:?}\n  got:    {got:?}", row.text, wanted(row)))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn persons() {
    check(
        include_str!("corpus/person.toml"),
        |row| &row.persons,
        |value| match value {
            Value::Person { name, role, affiliation, .. } => {
                let or = |part: &Option<String>| part.as_deref().unwrap_or("-").to_owned();
                Some(format!("{name} / {} / {}", or(role), or(affiliation)))
            }
            _ => None,
        },
    );
}

#[test]
fn places() {
    check(
        include_str!("corpus/place.toml"),
        |row| &row.places,
        |value| if let Value::Place(name) = value { Some(name.clone()) } else { None },
    );
}

#[test]
fn bodies() {
    check(
        include_str!("corpus/org.toml"),
        |row| &row.orgs,
        |value| if let Value::Org(name) = value { Some(name.clone()) } else { None },
    );
}
