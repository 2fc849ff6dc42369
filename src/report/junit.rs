//! JUnit XML: a finding is a failed test case, a checked article without one a passed test case.

use super::xml::escape;
use super::{Item, Report, group};
use std::io::{self, Write};

/// Writes one suite, by article.
pub(super) fn render(report: &Report<'_>, out: &mut dyn Write) -> io::Result<()> {
    let items: Vec<Item<'_>> = report.items().collect();
    let mut hit = vec![false; report.sources.articles().len()];
    items.iter().for_each(|i| hit[i.finding.at.article.index()] = true);
    let clean: Vec<_> = report.sources.articles().iter().filter(|a| !a.peer && !hit[a.id.index()]).collect();
    let (tests, failures) = (items.len() + clean.len(), items.len());
    writeln!(out, r#"<?xml version="1.0" encoding="UTF-8"?>"#)?;
    writeln!(out, r#"<testsuites name="factdiff" tests="{tests}" failures="{failures}" errors="0">"#)?;
    writeln!(out, r#"  <testsuite name="factdiff" tests="{tests}" failures="{failures}" errors="0" skipped="0">"#)?;
    for item in &items {
        let (f, at) = (item.finding, &item.at);
        let (path, line, column) = (escape(at.path), at.start.line, at.start.column);
        let (rule, message) = (escape(&f.rule), escape(&f.message));
        writeln!(
            out,
            r#"    <testcase classname="{path}" name="{rule} {line}:{column}" file="{path}" line="{line}">"#
        )?;
        write!(out, r#"      <failure type="{}" message="{message}">{path}:{line}:{column}"#, f.severity.name())?;
        group::lines(item, report.lang).iter().try_for_each(|l| write!(out, "\n{}", escape(l)))?;
        writeln!(out, "</failure>\n    </testcase>")?;
    }
    for article in clean {
        let path = escape(&article.path);
        writeln!(out, r#"    <testcase classname="{path}" name="factdiff" file="{path}"/>"#)?;
    }
    writeln!(out, "  </testsuite>\n</testsuites>")
}
