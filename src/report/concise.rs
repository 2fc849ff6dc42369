//! One line a finding, as compilers write: `path:line:col: error[rule] message`.

use super::pretty::{Paint, severity_colour};
use super::{Look, Report, group, visible, words};
use std::io::{self, Write};

/// Writes the findings, one a line, and the summary.
pub(super) fn render(report: &Report<'_>, look: Look, out: &mut dyn Write) -> io::Result<()> {
    let paint = Paint(look.colour);
    for item in report.items() {
        let f = item.finding;
        let (path, start) = (visible::line(item.at.path), item.at.start);
        let severity = paint.strong(words::severity(report.lang, f.severity), severity_colour(f.severity));
        write!(out, "{path}:{}:{}: {severity}[{}] {}", start.line, start.column, f.rule, visible::line(&f.message))?;
        match group::fix(&item, report.lang) {
            Some((head, text)) => {
                writeln!(out, " ({head} {} -> {})", visible::line(item.at.text), visible::line(text))?
            }
            None => writeln!(out)?,
        }
    }
    words::summary(report).iter().try_for_each(|line| writeln!(out, "{}", paint.dim(line)))
}
