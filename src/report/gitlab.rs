//! GitLab Code Quality: an array of issues with path, line and fingerprint.
//!
//! The format knows no columns and one description; the evidence follows the message in the same text.

use super::{Report, group, json, visible};
use crate::finding::Severity;
use serde::Serialize;
use std::io::{self, Write};

#[derive(Serialize)]
struct Issue<'a> {
    description: String,
    check_name: &'a str,
    fingerprint: &'a str,
    severity: &'static str,
    location: Location<'a>,
}

#[derive(Serialize)]
struct Location<'a> {
    path: &'a str,
    lines: Lines,
}

#[derive(Serialize)]
struct Lines {
    begin: usize,
    end: usize,
}

/// Writes the findings as one array.
pub(super) fn render(report: &Report<'_>, out: &mut dyn Write) -> io::Result<()> {
    let issues: Vec<Issue<'_>> = report
        .items()
        .map(|item| {
            let mut text = vec![item.finding.message.clone()];
            text.extend(group::lines(&item, report.lang));
            Issue {
                description: visible::line(&text.join(" · ")).into_owned(),
                check_name: &item.finding.rule,
                fingerprint: item.print,
                severity: match item.finding.severity {
                    Severity::Error => "major",
                    Severity::Warning => "minor",
                    Severity::Info => "info",
                },
                // GitLab matches paths as `git` names them.
                location: Location {
                    path: item.at.path,
                    lines: Lines { begin: item.at.start.line, end: item.at.end.line },
                },
            }
        })
        .collect();
    json::document(&issues, out)
}
