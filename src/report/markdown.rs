//! Markdown for a comment, a mail or a job summary: a table of findings, and each with its evidence.

use super::excerpt::excerpt;
use super::{Item, Report, Spot, group, visible, words};
use crate::finding::{Lang, Stance};
use std::io::{self, Write};

/// How much of a line is shown.
const CELLS: usize = 72;
/// How many other places are shown with their line.
const PLACES: usize = 5;

/// Writes the findings with their evidence, and the summary.
pub(super) fn render(report: &Report<'_>, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "## factdiff\n")?;
    for line in words::summary(report) {
        writeln!(out, "{}  ", escape(&line))?;
    }
    report.items().try_for_each(|item| finding(report, &item, out))
}

fn finding(report: &Report<'_>, item: &Item<'_>, out: &mut dyn Write) -> io::Result<()> {
    let f = item.finding;
    let severity = words::severity(report.lang, f.severity);
    writeln!(out, "\n### {severity} {}: {}\n", f.kind.name(), escape(&f.message))?;
    match report.lang {
        Lang::Ko => writeln!(out, "| | 매체 | 글 | 곳 |")?,
        Lang::En => writeln!(out, "| | outlet | text | place |")?,
    }
    writeln!(out, "|-|-|-|-|")?;
    row(report, if group::disputed(item) { "?" } else { "✗" }, &item.at, f.at, "", out)?;
    for g in group::groups(item).iter().take(PLACES) {
        let sign = if g.stance == Stance::Supports { "✓" } else { "?" };
        row(report, sign, g.first(), g.places[0].0.at, &g.tally(report.lang), out)?;
    }
    writeln!(out)?;
    for reason in &f.reasons {
        writeln!(out, "- {}", escape(reason))?;
    }
    if let Some((head, text)) = group::fix(item, report.lang) {
        writeln!(out, "- {head}: ~~{}~~ → **{}**", escape(item.at.text), escape(text))?;
    }
    Ok(())
}

fn row(
    report: &Report<'_>,
    sign: &str,
    spot: &Spot<'_>,
    at: crate::source::Loc,
    note: &str,
    out: &mut dyn Write,
) -> io::Result<()> {
    let e = excerpt(&report.sources.article(at.article).text, at.span.range(), &[], CELLS);
    let (before, word, after) = e.parts();
    let (outlet, path) = (escape(spot.outlet), escape(spot.path));
    let (line, column) = (spot.start.line, spot.start.column);
    let gap = if note.is_empty() { "" } else { "<br>" };
    let text = format!("{}<b>{}</b>{}", escape(&before), escape(word), escape(&after));
    writeln!(out, "| {sign} | {outlet} | {text} | {path}:{line}:{column}{gap}{} |", escape(note))
}

/// Returns text in which nothing is markup. `@name` would call people: a zero-width space keeps them asleep.
pub(crate) fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in visible::line(text).chars() {
        match c {
            '@' => out.push_str("&#64;&#8203;"),
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '#' | '~' | '&' | '!' | '$' | '{' | '}' => {
                out.push_str(&format!("&#{};", c as u32));
            }
            // A bare address would become a link.
            ':' => out.push_str("&#58;"),
            c => out.push(c),
        }
    }
    out
}
