//! Checkstyle XML: errors by file, with line and column.

use super::xml::escape;
use super::{Item, Report, group};
use std::io::{self, Write};

/// Writes the findings by file.
pub(super) fn render(report: &Report<'_>, out: &mut dyn Write) -> io::Result<()> {
    let items: Vec<Item<'_>> = report.items().collect();
    writeln!(out, r#"<?xml version="1.0" encoding="UTF-8"?>"#)?;
    writeln!(out, r#"<checkstyle version="4.3">"#)?;
    for of_file in items.chunk_by(|a, b| a.finding.at.article == b.finding.at.article) {
        writeln!(out, r#"  <file name="{}">"#, escape(of_file[0].at.path))?;
        for item in of_file {
            let (f, start) = (item.finding, item.at.start);
            let mut message = vec![f.message.clone()];
            message.extend(group::lines(item, report.lang));
            write!(out, r#"    <error line="{}" column="{}""#, start.line, start.column)?;
            write!(out, r#" severity="{}" message="{}""#, f.severity.name(), escape(&message.join(" · ")))?;
            writeln!(out, r#" source="factdiff.{}"/>"#, escape(&f.rule))?;
        }
        writeln!(out, "  </file>")?;
    }
    writeln!(out, "</checkstyle>")
}
