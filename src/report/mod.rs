//! Findings as text for people and machines; knows nothing of Korean or of rules.
//!
//! One file per format, all with the same `render(&Report, …)`; every format has output types of its own, so that a
//! change of [`Finding`] cannot change a file format unseen.

mod checkstyle;
mod concise;
mod excerpt;
mod github;
mod gitlab;
mod group;
mod html;
mod json;
mod jsonl;
mod junit;
mod markdown;
mod pretty;
mod rdjson;
mod sarif;
mod spot;
mod table;
pub(crate) mod visible;
mod words;
mod xml;

use crate::finding::{Evidence, Finding, Lang, Outcome, fingerprints};
use crate::source::Sources;
use spot::{Lines, Spot};
use std::io::{self, Write};

pub(crate) use json::document as json_document;
pub use json::{iso, line as json_line};
pub use pretty::problem;
pub use table::Table;
pub(crate) use words::kind as kind_name;

/// The JSON Schema of `factdiff.report/v1`.
pub const SCHEMA: &str = include_str!("schema.json");

/// The forms a report can take.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Format {
    /// For a terminal.
    Pretty,
    /// One line a finding.
    Concise,
    /// One JSON object.
    Json,
    /// One JSON object a finding.
    Jsonl,
    /// SARIF 2.1.0.
    Sarif,
    /// GitHub workflow commands.
    Github,
    /// GitLab code quality.
    Gitlab,
    /// Reviewdog's diagnostic format.
    Rdjson,
    /// JUnit XML.
    Junit,
    /// Checkstyle XML.
    Checkstyle,
    /// Markdown.
    Markdown,
    /// One page.
    Html,
}

impl Format {
    /// All formats, in the order of the help.
    pub const ALL: [Format; 12] = [
        Format::Pretty,
        Format::Concise,
        Format::Json,
        Format::Jsonl,
        Format::Sarif,
        Format::Github,
        Format::Gitlab,
        Format::Rdjson,
        Format::Junit,
        Format::Checkstyle,
        Format::Markdown,
        Format::Html,
    ];

    /// Returns the name on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Format::Pretty => "pretty",
            Format::Concise => "concise",
            Format::Json => "json",
            Format::Jsonl => "jsonl",
            Format::Sarif => "sarif",
            Format::Github => "github",
            Format::Gitlab => "gitlab",
            Format::Rdjson => "rdjson",
            Format::Junit => "junit",
            Format::Checkstyle => "checkstyle",
            Format::Markdown => "markdown",
            Format::Html => "html",
        }
    }
}

impl std::str::FromStr for Format {
    type Err = String;

    fn from_str(s: &str) -> Result<Format, String> {
        Format::ALL.into_iter().find(|f| f.name() == s).ok_or_else(|| {
            let names: Vec<&str> = Format::ALL.iter().map(|f| f.name()).collect();
            format!("unknown format `{s}`, expected one of {}", names.join(", "))
        })
    }
}

/// How a report for people looks.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Look {
    /// The width in columns of a terminal.
    pub width: usize,
    /// Whether it is coloured.
    pub colour: bool,
}

/// Everything a format is made from.
#[derive(Debug)]
pub struct Report<'a> {
    /// The articles.
    pub sources: &'a Sources,
    /// What was found, already cut to what is to be shown.
    pub outcome: &'a Outcome,
    /// The language of what is said beside the findings.
    pub lang: Lang,
    /// How many findings are not shown, because as many were asked for (`--max-findings`).
    pub left_out: usize,
    prints: Vec<String>,
    lines: Lines,
}

impl<'a> Report<'a> {
    /// Returns the report of an outcome.
    pub fn new(sources: &'a Sources, outcome: &'a Outcome, lang: Lang, left_out: usize) -> Report<'a> {
        let prints = fingerprints(sources, &outcome.findings);
        Report { sources, outcome, lang, left_out, prints, lines: Lines::new(sources) }
    }

    /// Writes one of the findings as it stands in the report for a terminal.
    pub fn finding(&self, index: usize, look: Look, out: &mut dyn Write) -> io::Result<()> {
        self.items().nth(index).map_or(Ok(()), |item| pretty::finding(self, &item, look, out))
    }

    /// Returns the findings with their places, in the order of the outcome.
    fn items(&self) -> impl Iterator<Item = Item<'_>> {
        self.outcome.findings.iter().zip(&self.prints).map(|(finding, print)| Item {
            finding,
            print,
            at: self.lines.spot(self.sources, finding.at),
            evidence: finding.evidence.iter().map(|&e| (e, self.lines.spot(self.sources, e.at))).collect(),
        })
    }
}

/// A finding with its places.
#[derive(Debug)]
struct Item<'a> {
    finding: &'a Finding,
    print: &'a str,
    at: Spot<'a>,
    evidence: Vec<(Evidence, Spot<'a>)>,
}

/// Writes the report; fails only where writing fails.
pub fn render(report: &Report<'_>, format: Format, look: Look, out: &mut dyn Write) -> io::Result<()> {
    match format {
        Format::Pretty => pretty::render(report, look, out),
        Format::Concise => concise::render(report, look, out),
        Format::Json => json::render(report, out),
        Format::Jsonl => jsonl::render(report, out),
        Format::Sarif => sarif::render(report, out),
        Format::Github => github::render(report, out),
        Format::Gitlab => gitlab::render(report, out),
        Format::Rdjson => rdjson::render(report, out),
        Format::Junit => junit::render(report, out),
        Format::Checkstyle => checkstyle::render(report, out),
        Format::Markdown => markdown::render(report, out),
        Format::Html => html::render(report, out),
    }
}
