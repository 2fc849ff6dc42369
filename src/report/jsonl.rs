//! One finding a line, each an object that stands alone: for streams and `jq`.

use super::{Report, json};
use serde::Serialize;
use std::io::{self, Write};

#[derive(Serialize)]
struct Line<'a> {
    schema: &'static str,
    #[serde(flatten)]
    finding: json::Finding<'a>,
}

/// Writes the findings, one a line.
pub(super) fn render(report: &Report<'_>, out: &mut dyn Write) -> io::Result<()> {
    for item in report.items() {
        json::line(&Line { schema: "factdiff.finding/v1", finding: json::finding(report, &item) }, out)?;
    }
    Ok(())
}
