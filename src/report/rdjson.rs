//! Reviewdog's diagnostic format. Its columns are bytes of UTF-8, counted from 1, the end excluded.

use super::{Item, Report, Spot, group, json, visible};
use crate::finding::{Lang, Severity, Stance};
use crate::source::{Loc, Span};
use serde::Serialize;
use std::io::{self, Write};

#[derive(Serialize)]
struct DiagnosticResult<'a> {
    source: Source,
    diagnostics: Vec<Diagnostic<'a>>,
}

#[derive(Serialize)]
struct Source {
    name: &'static str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Diagnostic<'a> {
    message: String,
    location: Location<'a>,
    severity: &'static str,
    code: Code<'a>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    suggestions: Vec<Suggestion>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    related_locations: Vec<Related<'a>>,
}

#[derive(Serialize)]
struct Code<'a> {
    value: &'a str,
}

#[derive(Serialize)]
struct Location<'a> {
    path: &'a str,
    range: Range,
}

#[derive(Serialize)]
struct Range {
    start: Position,
    end: Position,
}

#[derive(Serialize)]
struct Position {
    line: usize,
    column: usize,
}

#[derive(Serialize)]
struct Suggestion {
    range: Range,
    text: String,
}

#[derive(Serialize)]
struct Related<'a> {
    message: String,
    location: Location<'a>,
}

/// Writes the findings as one `DiagnosticResult`.
pub(super) fn render(report: &Report<'_>, out: &mut dyn Write) -> io::Result<()> {
    let items: Vec<Item<'_>> = report.items().collect();
    let source = Source { name: "factdiff" };
    let diagnostics = items.iter().map(|i| diagnostic(report, i)).collect();
    json::document(&DiagnosticResult { source, diagnostics }, out)
}

fn diagnostic<'a>(report: &Report<'_>, item: &'a Item<'a>) -> Diagnostic<'a> {
    let f = item.finding;
    let mut message = vec![visible::line(&f.message).into_owned()];
    message.extend(group::lines(item, report.lang).iter().map(|l| visible::line(l).into_owned()));
    Diagnostic {
        message: message.join("\n"),
        location: location(&item.at),
        severity: match f.severity {
            Severity::Error => "ERROR",
            Severity::Warning => "WARNING",
            Severity::Info => "INFO",
        },
        code: Code { value: &f.rule },
        suggestions: suggestion(report, item).into_iter().collect(),
        related_locations: item
            .evidence
            .iter()
            .map(|(e, s)| Related { message: related(e.stance, s, report.lang), location: location(s) })
            .collect(),
    }
}

fn related(stance: Stance, spot: &Spot<'_>, lang: Lang) -> String {
    let what = match (lang, stance) {
        (Lang::Ko, Stance::Supports) => "뒷받침",
        (Lang::Ko, Stance::Conflicts) => "다른 값",
        (Lang::En, Stance::Supports) => "supports",
        (Lang::En, Stance::Conflicts) => "differs",
    };
    visible::line(&format!("{what}: {} ‘{}’", spot.outlet, spot.text)).into_owned()
}

fn location<'a>(spot: &Spot<'a>) -> Location<'a> {
    Location { path: spot.path, range: range(spot) }
}

fn range(spot: &Spot<'_>) -> Range {
    let position = |p: super::spot::Point| Position { line: p.line, column: p.byte_column };
    Range { start: position(spot.start), end: position(spot.end) }
}

/// Returns the edits in the finding's own article as one replacement: several suggestions would be alternatives.
fn suggestion(report: &Report<'_>, item: &Item<'_>) -> Option<Suggestion> {
    let article = item.finding.at.article;
    let edits: Vec<_> = item.finding.fix.as_ref()?.edits.iter().filter(|e| e.at.article == article).collect();
    let (first, last) = (edits.first()?, edits.last()?);
    let text = &report.sources.article(article).text;
    let mut new = String::new();
    let mut at = first.at.span.start();
    for edit in &edits {
        new.push_str(text.get(at..edit.at.span.start())?);
        new.push_str(&edit.text);
        at = edit.at.span.end();
    }
    let span = Span::new(first.at.span.start(), last.at.span.end());
    Some(Suggestion { range: range(&report.lines.spot(report.sources, Loc { article, span })), text: new })
}
