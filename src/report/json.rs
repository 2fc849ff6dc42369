//! `factdiff.report/v1`: one JSON object, the contract with other programs.

use super::{Item, Report, Spot, visible};
use crate::finding::{Applicability, Stance};
use crate::source::Stamp;
use serde::Serialize;
use serde_json::ser::{CompactFormatter, Formatter, PrettyFormatter};
use std::io::{self, Write};

#[derive(Serialize)]
struct Document<'a> {
    schema: &'static str,
    version: &'static str,
    articles: Vec<Article<'a>>,
    events: Vec<Event<'a>>,
    findings: Vec<Finding<'a>>,
    summary: Summary,
}

#[derive(Serialize)]
struct Article<'a> {
    path: &'a str,
    outlet: &'a str,
    published: Option<String>,
    event: Option<u32>,
}

#[derive(Serialize)]
struct Event<'a> {
    id: u32,
    articles: Vec<&'a str>,
}

#[derive(Serialize)]
pub(super) struct Finding<'a> {
    rule: &'a str,
    kind: &'static str,
    severity: &'static str,
    confidence: f64,
    event: u32,
    message: &'a str,
    reasons: &'a [String],
    expected: &'a [String],
    fingerprint: &'a str,
    primary: Place<'a>,
    evidence: Vec<Evidence<'a>>,
    fix: Option<Fix<'a>>,
}

#[derive(Serialize)]
struct Place<'a> {
    path: &'a str,
    outlet: &'a str,
    byte_start: usize,
    byte_end: usize,
    line: usize,
    column: usize,
    text: &'a str,
}

#[derive(Serialize)]
struct Evidence<'a> {
    path: &'a str,
    outlet: &'a str,
    byte_start: usize,
    byte_end: usize,
    line: usize,
    column: usize,
    text: &'a str,
    stance: &'static str,
}

#[derive(Serialize)]
struct Fix<'a> {
    safe: bool,
    edits: Vec<Edit<'a>>,
    replacement: &'a str,
}

#[derive(Serialize)]
struct Edit<'a> {
    path: &'a str,
    byte_start: usize,
    byte_end: usize,
    replacement: &'a str,
}

#[derive(Serialize)]
struct Summary {
    articles: usize,
    events: usize,
    findings: usize,
    compared: u32,
    not_comparable: u32,
    confirmed: u32,
    left_out: usize,
}

/// Writes the report as one object.
pub(super) fn render(report: &Report<'_>, out: &mut dyn Write) -> io::Result<()> {
    let (sources, outcome) = (report.sources, report.outcome);
    let mut event_of = vec![None; sources.articles().len()];
    for event in &outcome.events {
        for article in &event.articles {
            event_of[article.index()] = Some(event.id);
        }
    }
    let articles = sources.articles().iter().zip(event_of).map(|(a, event)| Article {
        path: &a.path,
        outlet: &a.outlet,
        published: a.published.map(iso),
        event,
    });
    let events = outcome
        .events
        .iter()
        .map(|e| Event { id: e.id, articles: e.articles.iter().map(|&a| sources.article(a).path.as_str()).collect() });
    let items: Vec<Item<'_>> = report.items().collect();
    let whole = Document {
        schema: "factdiff.report/v1",
        version: env!("CARGO_PKG_VERSION"),
        articles: articles.collect(),
        events: events.collect(),
        findings: items.iter().map(|i| finding(report, i)).collect(),
        summary: Summary {
            articles: sources.articles().len(),
            events: outcome.events.len(),
            findings: outcome.findings.len(),
            compared: outcome.tally.compared,
            not_comparable: outcome.tally.not_comparable,
            confirmed: outcome.tally.confirmed,
            left_out: report.left_out,
        },
    };
    document(&whole, out)
}

/// Returns one finding as JSON has it.
pub(super) fn finding<'a>(report: &'a Report<'_>, item: &'a Item<'a>) -> Finding<'a> {
    let f = item.finding;
    Finding {
        rule: &f.rule,
        kind: f.kind.name(),
        severity: f.severity.name(),
        confidence: thousandths(f.confidence),
        event: f.event,
        message: &f.message,
        reasons: &f.reasons,
        expected: &f.expected,
        fingerprint: item.print,
        primary: place(&item.at),
        evidence: item.evidence.iter().map(|(e, at)| evidence(e.stance, at)).collect(),
        fix: f.fix.as_ref().and_then(|fix| {
            let edits: Vec<Edit<'_>> = fix
                .edits
                .iter()
                .map(|e| {
                    let article = report.sources.article(e.at.article);
                    let bytes = article.file_span(e.at.span);
                    Edit { path: &article.path, byte_start: bytes.start, byte_end: bytes.end, replacement: &e.text }
                })
                .collect();
            let replacement = edits.first()?.replacement;
            Some(Fix { safe: fix.applicability == Applicability::Safe, edits, replacement })
        }),
    }
}

/// Returns a share with three decimals at most; written as an `f32` 0.97 would become 0.9700000286102295.
pub(super) fn thousandths(share: f32) -> f64 {
    (f64::from(share) * 1000.0).round() / 1000.0
}

fn place<'a>(at: &Spot<'a>) -> Place<'a> {
    Place {
        path: at.path,
        outlet: at.outlet,
        byte_start: at.byte_start,
        byte_end: at.byte_end,
        line: at.start.line,
        column: at.start.column,
        text: at.text,
    }
}

fn evidence<'a>(stance: Stance, at: &Spot<'a>) -> Evidence<'a> {
    Evidence {
        path: at.path,
        outlet: at.outlet,
        byte_start: at.byte_start,
        byte_end: at.byte_end,
        line: at.start.line,
        column: at.start.column,
        text: at.text,
        stance: match stance {
            Stance::Supports => "supports",
            Stance::Conflicts => "conflicts",
        },
    }
}

/// Returns a moment in ISO 8601, as finely as it is known: `2024-07-30`, `2024-07-30T11:17:00`, `…+09:00`.
pub fn iso(stamp: Stamp) -> String {
    let mut text = stamp.date.to_string();
    if let Some(t) = stamp.time {
        text.push_str(&format!("T{:02}:{:02}:{:02}", t.hour(), t.minute(), t.second()));
        if let Some(minutes) = stamp.offset {
            let sign = if minutes < 0 { '-' } else { '+' };
            let minutes = minutes.unsigned_abs();
            text.push_str(&format!("{sign}{:02}:{:02}", minutes / 60, minutes % 60));
        }
    }
    text
}

/// Writes a value over several lines.
pub(crate) fn document(value: &impl Serialize, out: &mut dyn Write) -> io::Result<()> {
    write(value, PrettyFormatter::new(), out)
}

/// Writes a value on one line.
pub fn line(value: &impl Serialize, out: &mut dyn Write) -> io::Result<()> {
    write(value, CompactFormatter, out)
}

fn write(value: &impl Serialize, layout: impl Formatter, out: &mut dyn Write) -> io::Result<()> {
    value.serialize(&mut serde_json::Serializer::with_formatter(&mut *out, Harmless(layout)))?;
    writeln!(out)
}

/// Writes as `F` does, but what would steer a terminal as `\u202e`: the same string to a program, nothing to a reader.
struct Harmless<F>(F);

impl<F: Formatter> Formatter for Harmless<F> {
    fn begin_array<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.0.begin_array(out)
    }

    fn end_array<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.0.end_array(out)
    }

    fn begin_array_value<W: ?Sized + Write>(&mut self, out: &mut W, first: bool) -> io::Result<()> {
        self.0.begin_array_value(out, first)
    }

    fn end_array_value<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.0.end_array_value(out)
    }

    fn begin_object<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.0.begin_object(out)
    }

    fn end_object<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.0.end_object(out)
    }

    fn begin_object_key<W: ?Sized + Write>(&mut self, out: &mut W, first: bool) -> io::Result<()> {
        self.0.begin_object_key(out, first)
    }

    fn begin_object_value<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.0.begin_object_value(out)
    }

    fn end_object_value<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.0.end_object_value(out)
    }

    fn write_string_fragment<W: ?Sized + Write>(&mut self, out: &mut W, fragment: &str) -> io::Result<()> {
        let mut rest = fragment;
        // What is below the space is escaped already.
        while let Some((i, c)) = rest.char_indices().find(|&(_, c)| c > '~' && visible::steers(c)) {
            out.write_all(&rest.as_bytes()[..i])?;
            let mut units = [0; 2];
            c.encode_utf16(&mut units).iter().try_for_each(|u| write!(out, "\\u{u:04x}"))?;
            rest = &rest[i + c.len_utf8()..];
        }
        out.write_all(rest.as_bytes())
    }
}
