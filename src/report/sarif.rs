//! SARIF 2.1.0, for code scanning: evidence as related locations that the message links to.

use super::{Item, Report, Spot, group, json, visible};
use crate::finding::{Severity, Stance};
use serde::Serialize;
use serde_json::{Value, json};
use std::io::{self, Write};

#[derive(Serialize)]
struct Log<'a> {
    #[serde(rename = "$schema")]
    schema: &'static str,
    version: &'static str,
    runs: [Run<'a>; 1],
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Run<'a> {
    tool: Tool<'a>,
    column_kind: &'static str,
    results: Vec<Outcome<'a>>,
    properties: Value,
}

#[derive(Serialize)]
struct Tool<'a> {
    driver: Driver<'a>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Driver<'a> {
    name: &'static str,
    version: &'static str,
    semantic_version: &'static str,
    rules: Vec<Rule<'a>>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Rule<'a> {
    id: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    short_description: Option<Text>,
    #[serde(skip_serializing_if = "Option::is_none")]
    full_description: Option<Text>,
    properties: Value,
}

#[derive(Serialize)]
struct Text {
    text: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Outcome<'a> {
    rule_id: &'a str,
    rule_index: usize,
    level: &'static str,
    rank: f64,
    message: Text,
    locations: [Location; 1],
    #[serde(skip_serializing_if = "Vec::is_empty")]
    related_locations: Vec<Location>,
    partial_fingerprints: Fingerprints<'a>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    fixes: Vec<Fix>,
    properties: Value,
}

#[derive(Serialize)]
struct Fingerprints<'a> {
    #[serde(rename = "factdiff/v1")]
    own: &'a str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Location {
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<usize>,
    physical_location: Physical,
    #[serde(skip_serializing_if = "Option::is_none")]
    message: Option<Text>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Physical {
    artifact_location: Artifact,
    region: Region,
}

#[derive(Serialize)]
struct Artifact {
    uri: String,
}

/// Columns are code points; the end column is that of the first character after.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Region {
    start_line: usize,
    start_column: usize,
    end_line: usize,
    end_column: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    snippet: Option<Text>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Fix {
    artifact_changes: Vec<Change>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Change {
    artifact_location: Artifact,
    replacements: Vec<Replacement>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Replacement {
    deleted_region: Region,
    inserted_content: Text,
}

/// Writes the findings as a log of one run.
pub(super) fn render(report: &Report<'_>, out: &mut dyn Write) -> io::Result<()> {
    let items: Vec<Item<'_>> = report.items().collect();
    let mut rules: Vec<Rule<'_>> = report.outcome.rules.iter().map(rule).collect();
    let mut results = Vec::with_capacity(items.len());
    for item in &items {
        let index = rules.iter().position(|r| r.id == item.finding.rule).unwrap_or_else(|| {
            let properties = json!({ "tags": [item.finding.kind.name()] });
            rules.push(Rule { id: &item.finding.rule, short_description: None, full_description: None, properties });
            rules.len() - 1
        });
        results.push(result(report, item, index));
    }
    let tally = report.outcome.tally;
    let version = env!("CARGO_PKG_VERSION");
    let log = Log {
        schema: "https://json.schemastore.org/sarif-2.1.0.json",
        version: "2.1.0",
        runs: [Run {
            tool: Tool { driver: Driver { name: "factdiff", version, semantic_version: version, rules } },
            column_kind: "unicodeCodePoints",
            results,
            properties: json!({
                "articles": report.sources.articles().len(), "events": report.outcome.events.len(),
                "compared": tally.compared, "notComparable": tally.not_comparable, "confirmed": tally.confirmed,
            }),
        }],
    };
    json::document(&log, out)
}

fn rule(info: &crate::finding::RuleInfo) -> Rule<'_> {
    Rule {
        id: &info.id,
        short_description: Some(Text { text: info.summary.clone() }),
        full_description: Some(Text { text: info.why.clone() }),
        properties: json!({ "tags": [info.kind.name()] }),
    }
}

fn result<'a>(report: &Report<'_>, item: &Item<'a>, rule_index: usize) -> Outcome<'a> {
    let f = item.finding;
    let confidence = json::thousandths(f.confidence);
    Outcome {
        rule_id: &f.rule,
        rule_index,
        level: match f.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Info => "note",
        },
        rank: (confidence * 1000.0).round() / 10.0,
        message: Text { text: message(report, item) },
        locations: [location(&item.at, None)],
        related_locations: item
            .evidence
            .iter()
            .enumerate()
            .map(|(i, (e, s))| location(s, Some((i + 1, e.stance))))
            .collect(),
        partial_fingerprints: Fingerprints { own: item.print },
        fixes: fix(report, item).into_iter().collect(),
        properties: json!({ "kind": f.kind.name(), "confidence": confidence, "event": f.event, "expected": f.expected }),
    }
}

/// Returns the message; each outlet's words are a link to its place: `[이데일리 ‘오세훈’](1)`.
fn message(report: &Report<'_>, item: &Item<'_>) -> String {
    let mut lines = vec![escape(&item.finding.message)];
    let number = |s: &Spot<'_>| item.evidence.iter().position(|(_, e)| std::ptr::eq(e, s)).map_or(1, |i| i + 1);
    for g in group::groups(item) {
        let s = g.first();
        let words = escape(&format!("{} ‘{}’", s.outlet, s.text));
        lines.push(format!("[{words}]({}) {}", number(s), escape(&g.tally(report.lang))));
    }
    lines.extend(item.finding.reasons.iter().map(|r| escape(r)));
    lines.join("\n")
}

/// Returns text in which nothing is taken for a link.
fn escape(text: &str) -> String {
    visible::line(text).replace('\\', "\\\\").replace('[', "\\[").replace(']', "\\]")
}

fn location(spot: &Spot<'_>, related: Option<(usize, Stance)>) -> Location {
    let stance = |s: Stance| match s {
        Stance::Supports => "supports",
        Stance::Conflicts => "conflicts",
    };
    Location {
        id: related.map(|r| r.0),
        physical_location: Physical {
            artifact_location: Artifact { uri: uri(spot.path) },
            region: Region { snippet: Some(Text { text: spot.text.to_owned() }), ..region(spot) },
        },
        message: related
            .map(|(_, s)| Text { text: escape(&format!("{} ‘{}’ ({})", spot.outlet, spot.text, stance(s))) }),
    }
}

fn region(spot: &Spot<'_>) -> Region {
    Region {
        start_line: spot.start.line,
        start_column: spot.start.column,
        end_line: spot.end.line,
        end_column: spot.end.column,
        snippet: None,
    }
}

fn fix(report: &Report<'_>, item: &Item<'_>) -> Option<Fix> {
    let mut changes: Vec<Change> = Vec::new();
    for edit in &item.finding.fix.as_ref()?.edits {
        let spot = report.lines.spot(report.sources, edit.at);
        let replacement =
            Replacement { deleted_region: region(&spot), inserted_content: Text { text: edit.text.clone() } };
        let uri = uri(spot.path);
        match changes.iter_mut().find(|c| c.artifact_location.uri == uri) {
            Some(c) => c.replacements.push(replacement),
            None => changes.push(Change { artifact_location: Artifact { uri }, replacements: vec![replacement] }),
        }
    }
    (!changes.is_empty()).then_some(Fix { artifact_changes: changes })
}

/// Returns a path as a URI reference (RFC 3986): `기사/a.md` is `%EA%B8%B0%EC%82%AC/a.md`, an absolute path `file://…`.
fn uri(path: &str) -> String {
    let mut uri = String::with_capacity(path.len());
    if path.starts_with('/') {
        uri.push_str("file://");
    }
    for byte in path.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => uri.push(byte as char),
            b'\\' if cfg!(windows) => uri.push('/'),
            _ => uri.push_str(&format!("%{byte:02X}")),
        }
    }
    uri
}
