//! GitHub workflow commands: `::error file=…,line=…,col=…::message`.
//!
//! GitHub shows ten errors and ten warnings a step, so the most severe come first; the command adds the whole report to
//! the job summary. A command is one line: line breaks of the message are `%0A`.

use super::{Item, Report, group, visible};
use crate::finding::Severity;
use std::io::{self, Write};

/// Writes one command for each finding, the most severe first.
pub(super) fn render(report: &Report<'_>, out: &mut dyn Write) -> io::Result<()> {
    let mut items: Vec<Item<'_>> = report.items().collect();
    items.sort_by_key(|i| std::cmp::Reverse(i.finding.severity));
    for item in &items {
        let f = item.finding;
        let level = match f.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Info => "notice",
        };
        let (start, end) = (item.at.start, item.at.end);
        write!(out, "::{level} file={},line={}", property(item.at.path), start.line)?;
        if start.line == end.line {
            // With columns GitHub marks a stretch of one line only.
            write!(out, ",col={},endColumn={}", start.column, end.column)?;
        } else {
            write!(out, ",endLine={}", end.line)?;
        }
        write!(out, ",title=factdiff {}::{}", property(&f.rule), data(&f.message))?;
        group::lines(item, report.lang).iter().try_for_each(|line| write!(out, "%0A{}", data(line)))?;
        writeln!(out)?;
    }
    Ok(())
}

/// Returns text for the part after `::`.
fn data(text: &str) -> String {
    visible::line(text).replace('%', "%25")
}

/// Returns text for a property, where also `:` and `,` would end it. The path must stay that of the file: only what
/// would break the command is encoded.
fn property(text: &str) -> String {
    let encoded =
        text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A").replace(':', "%3A").replace(',', "%2C");
    visible::line(&encoded).into_owned()
}
