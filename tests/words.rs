//! What the recognisers of directions, utterances and glosses read, by the tables of `tests/corpus`.

use factdiff::claim::{Lexicon, Reading, Value};
use factdiff::finding::Kind;
use factdiff::rule::RuleSet;
use factdiff::source::{Article, Sources};
use factdiff::text::Document;

#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct Table {
    read: Vec<Row>,
    #[serde(default)]
    sound: Vec<Sound>,
}

#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct Row {
    text: String,
    #[serde(default)]
    directions: Vec<String>,
    #[serde(default)]
    quotes: Vec<String>,
    #[serde(default)]
    glosses: Vec<String>,
}

#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct Sound {
    fits: Vec<String>,
    not: Vec<String>,
}

fn table(text: &str) -> Table {
    toml::from_str(text).expect("the table parses")
}

/// Compares what a table wants of its texts with what `say` makes of their claims.
fn check(
    table: &Table,
    wanted: impl Fn(&Row) -> &[String],
    say: impl Fn(&Reading<'_>, &factdiff::claim::Claim) -> Option<String>,
) {
    let lexicon = Lexicon::embedded();
    let mut wrong = Vec::new();
    for row in &table.read {
        let article = Article::plain("a.txt", "외침", &row.text);
        let reading = Reading::new(Document::read(&article), &lexicon);
        let got: Vec<String> = reading.claims.iter().filter_map(|c| say(&reading, c)).collect();
        if got != wanted(row) {
            wrong.push(format!("{}\n  wanted: {:?}\n  got:    {got:?}", row.text, wanted(row)));
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn directions() {
    check(
        &table(include_str!("corpus/direction.toml")),
        |row| &row.directions,
        |_, claim| match &claim.value {
            Value::Direction { word, up, .. } => Some(format!("{word} {}", if *up { "+" } else { "-" })),
            _ => None,
        },
    );
}

#[test]
fn quotes() {
    check(
        &table(include_str!("corpus/quote.toml")),
        |row| &row.quotes,
        |reading, claim| match &claim.value {
            Value::Quote { words } => {
                let speaker = claim.about.speaker.map_or("?", |s| reading.doc.slice(s));
                Some(format!("{speaker}: {words}"))
            }
            _ => None,
        },
    );
}

#[test]
fn glosses() {
    check(
        &table(include_str!("corpus/gloss.toml")),
        |row| &row.glosses,
        |reading, claim| match &claim.value {
            Value::Person { name, gloss: Some(gloss), .. } => Some(format!("{name} = {}", reading.doc.slice(*gloss))),
            _ => None,
        },
    );
}

#[test]
fn hanja_that_sound_otherwise_than_the_name() {
    let rules = RuleSet::embedded();
    let reported = |name: &str| {
        let mut sources = Sources::new();
        sources.push(Article::plain("a.txt", "외침", &format!("{name} 강물시장은 다리를 놓겠다고 말했다.")));
        factdiff::check_event(&sources, &rules).iter().any(|f| f.kind == Kind::Gloss)
    };
    for sound in table(include_str!("corpus/gloss.toml")).sound {
        let wrong: Vec<&String> = sound.fits.iter().filter(|n| reported(n)).collect();
        assert!(wrong.is_empty(), "reported, though they fit: {wrong:?}");
        let missed: Vec<&String> = sound.not.iter().filter(|n| !reported(n)).collect();
        assert!(missed.is_empty(), "not reported: {missed:?}");
    }
}
