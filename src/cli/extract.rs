//! `factdiff extract`: what the checker understood, as a table or as JSON lines (`factdiff.claim/v1`).

use super::Exit;
use super::args::{ExtractArgs, ExtractFormat};
use super::config::Settings;
use super::desk::Desk;
use super::output::Screen;
use crate::claim::{Claim, DateValue, Grain, Hedge, MICRO, Quantity, Reading, Value};
use crate::event;
use crate::report::{Table, iso, json_line};
use crate::source::Article;
use jiff::civil::Date;
use serde::Serialize;
use serde_json::{Value as Json, json};

/// One claim as it is written.
#[derive(Serialize)]
struct Line<'a> {
    schema: &'static str,
    path: &'a str,
    outlet: &'a str,
    published: Option<String>,
    event: Option<u32>,
    kind: &'static str,
    text: &'a str,
    byte_start: usize,
    byte_end: usize,
    line: usize,
    column: usize,
    hedge: Option<&'static str>,
    value: Json,
    about: About<'a>,
}

#[derive(Serialize)]
struct About<'a> {
    head: Option<&'a str>,
    subject: Option<&'a str>,
    sentence: &'a str,
}

/// Runs the command.
pub(super) fn run(args: &ExtractArgs, settings: Settings, screen: &Screen) -> Result<Exit, Exit> {
    let (desk, sources) = Desk::open(&args.input, settings, screen)?;
    let readings = crate::read(&sources, desk.rules());
    // The events are numbered as `check` numbers them.
    let mut events = vec![None; readings.len()];
    for event in event::group(&readings) {
        event.articles.iter().for_each(|a| events[a.index()] = Some(event.id));
    }
    screen.print(|out| {
        let mut table = Table::default();
        for (reading, event) in readings.iter().zip(events) {
            let article = sources.article(reading.doc.article);
            for claim in reading.claims.iter().filter(|_| !article.peer) {
                let line = Line { event, ..line(article, reading, claim) };
                match args.format {
                    ExtractFormat::Jsonl => json_line(&line, out)?,
                    ExtractFormat::Table => table.row(cells(&line)),
                }
            }
        }
        match args.format {
            ExtractFormat::Jsonl => Ok(()),
            ExtractFormat::Table => table.write(screen.out, out),
        }
    })?;
    Ok(Exit::Clean)
}

fn line<'a>(article: &'a Article, reading: &Reading<'a>, claim: &Claim) -> Line<'a> {
    let doc = &reading.doc;
    let bytes = article.file_span(claim.span);
    let (line, column) = article.line_column(claim.span.start());
    let (kind, quantity) = kind(&claim.value);
    Line {
        schema: "factdiff.claim/v1",
        path: &article.path,
        outlet: &article.outlet,
        published: article.published.map(iso),
        event: None,
        kind,
        text: doc.slice(claim.span),
        byte_start: bytes.start,
        byte_end: bytes.end,
        line,
        column,
        hedge: quantity.map_or_else(|| near(&claim.value, doc.slice(claim.span)), |q| q.hedge).map(hedge),
        value: value(&claim.value, claim.about.speaker.map(|s| doc.slice(s))),
        about: About {
            head: claim.about.head.map(|s| doc.slice(s)),
            subject: claim.about.subject.map(|s| doc.slice(s)),
            sentence: doc.sentences.get(claim.sentence as usize).map_or("", |s| doc.slice(s.span)),
        },
    }
}

/// Returns the row of the table: place, kind, as said, as understood, what of.
fn cells(line: &Line<'_>) -> [String; 5] {
    let of = line.about.head.or(line.about.subject).unwrap_or_default();
    [
        format!("{}:{}:{}", line.path, line.line, line.column),
        line.kind.to_owned(),
        line.text.to_owned(),
        words(&line.value),
        of.to_owned(),
    ]
}

/// Returns the parts of a value in a row, as a table shows it.
pub(super) fn words(value: &Json) -> String {
    match value {
        Json::Object(map) => map.values().filter_map(Json::as_str).collect::<Vec<_>>().join(" "),
        other => other.to_string(),
    }
}

/// Returns the name of the value's kind and its quantity, if it has one.
pub(super) fn kind(value: &Value) -> (&'static str, Option<Quantity>) {
    match value {
        Value::Person { .. } => ("person", None),
        Value::Place(_) => ("place", None),
        Value::Org(_) => ("org", None),
        Value::Date(_) => ("date", None),
        Value::Time { .. } => ("time", None),
        Value::Money { amount, .. } => ("money", Some(*amount)),
        Value::Count { amount, .. } => ("count", Some(*amount)),
        // The contract has no scores; they count goals and votes.
        Value::Score { left, .. } => ("count", Some(*left)),
        Value::Percent { amount, .. } => ("percent", Some(*amount)),
        Value::Measure { amount, .. } => ("measure", Some(*amount)),
        Value::Ordinal { .. } => ("ordinal", None),
        Value::Quote { .. } => ("quote", None),
        Value::Direction { .. } => ("direction", None),
    }
}

pub(super) fn value(value: &Value, speaker: Option<&str>) -> Json {
    match value {
        Value::Person { name, role, affiliation, .. } => {
            json!({"name": name, "role": role, "affiliation": affiliation})
        }
        Value::Place(name) | Value::Org(name) => json!({"name": name}),
        Value::Date(date) => json!({"from": day(date, date.from), "to": day(date, date.to)}),
        Value::Time { hour, minute: Some(minute), .. } => json!({"time": format!("{hour:02}:{minute:02}")}),
        Value::Time { hour, minute: None, .. } => json!({"time": format!("{hour:02}")}),
        Value::Money { amount, currency } => amount_with(*amount, "currency", currency),
        Value::Count { amount, counter } => amount_with(*amount, "counter", counter),
        Value::Score { left, right } => {
            json!({"amount": decimal(left.low), "against": decimal(right.low), "counter": "대"})
        }
        Value::Percent { amount, unit } => amount_with(*amount, "unit", unit),
        Value::Measure { amount, unit } => amount_with(*amount, "unit", unit.code),
        Value::Ordinal { n, of } => json!({"n": n, "of": of}),
        Value::Quote { words } => json!({"words": words, "speaker": speaker}),
        Value::Direction { word, .. } => json!({"word": word}),
    }
}

fn amount_with(q: Quantity, key: &str, unit: &str) -> Json {
    if q.is_single() {
        json!({"amount": decimal(q.low), key: unit})
    } else {
        json!({"from": decimal(q.low), "to": decimal(q.high), key: unit})
    }
}

/// Returns millionths as an exact decimal: 1500000 is `1.5`.
fn decimal(micro: i128) -> String {
    let (sign, micro) = (if micro < 0 { "-" } else { "" }, micro.unsigned_abs());
    let (whole, rest) = (micro / MICRO.unsigned_abs(), micro % MICRO.unsigned_abs());
    match rest {
        0 => format!("{sign}{whole}"),
        _ => format!("{sign}{whole}.{}", format!("{rest:06}").trim_end_matches('0')),
    }
}

/// Returns the hedge of a clock time, whose value has none: `오후 2시께`.
fn near(value: &Value, said: &str) -> Option<Hedge> {
    let hedged = said.starts_with("약 ") || said.ends_with(['께', '쯤', '경']) || said.ends_with("무렵");
    (matches!(value, Value::Time { .. }) && hedged).then_some(Hedge::About)
}

/// Returns a day in ISO form, as fine as the date was said.
fn day(date: &DateValue, day: Option<Date>) -> Option<String> {
    let d = day?;
    let week = date.from.zip(date.to).is_some_and(|(from, to)| (to - from).get_days() == 6);
    Some(match date.grain {
        Grain::Day => d.to_string(),
        // 다음 주 is seven days; 3분기 and 6월 말 are told by their months.
        Grain::Part if week => d.to_string(),
        Grain::Month | Grain::Part => format!("{:04}-{:02}", d.year(), d.month()),
        Grain::Year | Grain::Coarse => format!("{:04}", d.year()),
    })
}

pub(super) fn hedge(hedge: Hedge) -> &'static str {
    match hedge {
        Hedge::About => "about",
        Hedge::AtLeast => "at-least",
        Hedge::AtMost => "at-most",
        Hedge::Over => "over",
        Hedge::Under => "under",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_exact() {
        assert_eq!(decimal(1_300_000_000_000 * MICRO), "1300000000000");
        assert_eq!(decimal(1_500_000), "1.5");
        assert_eq!(decimal(-50_000), "-0.05");
        let q = Quantity { low: 10 * MICRO, high: 12 * MICRO, step: MICRO, hedge: None };
        assert_eq!(amount_with(q, "counter", "명"), json!({"from": "10", "to": "12", "counter": "명"}));
    }
}
