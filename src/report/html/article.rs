//! An article as a column of the page, with everything that findings say about it marked.

use super::super::{json, xml};
use crate::finding::Stance;
use crate::source::{Article, Loc, Span};
use std::io::{self, Write};

/// What is marked: a stretch of the text and the finding that it belongs to.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) struct Mark {
    /// The stretch.
    pub(super) span: Span,
    /// The number of the finding on the page.
    pub(super) finding: usize,
    /// What the place is to the finding; nothing for the place that the finding is about.
    pub(super) stance: Option<Stance>,
    /// How severe the finding is.
    pub(super) severity: &'static str,
}

/// Returns the headline as the page shows it.
pub(super) fn headline(article: &Article) -> Option<String> {
    let title = article.title.filter(|t| !t.is_empty())?;
    Some(escape(article, title, title.of(&article.text)))
}

/// Returns words of the article at a place as HTML; a headline in the front matter is a TOML string and loses its escapes.
pub(super) fn escape(article: &Article, at: Span, words: &str) -> String {
    let text = xml::escape(words);
    if at.end() <= article.body.start() { text.replace("\\&quot;", "&quot;") } else { text }
}

/// Returns the anchor of a place: what stands behind `#` in a link to it.
pub(super) fn anchor(at: Loc) -> String {
    format!("p{}-{}", at.article.index(), at.span.start())
}

/// Writes the column; of the file, its headline and its body.
pub(super) fn write(article: &Article, marks: &mut [Mark], out: &mut dyn Write) -> io::Result<()> {
    marks.sort_unstable();
    let when = article.published.map(json::iso).unwrap_or_default().replace('T', " ");
    let (outlet, path) = (xml::escape(&article.outlet), xml::escape(&article.path));
    let file = path.rsplit('/').next().unwrap_or(&path);
    let when = if when.is_empty() { String::new() } else { format!("{} · ", when.get(..16).unwrap_or(&when)) };
    writeln!(
        out,
        r#"<section class="article"><header><b>{outlet}</b><span title="{path}">{when}{file}</span></header>"#
    )?;
    let title = article.title.filter(|t| !t.is_empty());
    if let Some(title) = title {
        write!(out, "<h3>")?;
        line(article, title, marks, out)?;
        writeln!(out, "</h3>")?;
    }
    let mut at = article.body.start();
    for text in article.body.of(&article.text).split_inclusive('\n') {
        let span = Span::new(at, at + text.trim_end().len());
        at += text.len();
        // The headline may be the first line of the body.
        if !text.trim().is_empty() && title.is_none_or(|t| !span.contains(t)) {
            write!(out, "<p>")?;
            line(article, span, marks, out)?;
            writeln!(out, "</p>")?;
        }
    }
    writeln!(out, "</section>")
}

/// Writes one line, cut where a mark begins or ends.
fn line(article: &Article, span: Span, marks: &[Mark], out: &mut dyn Write) -> io::Result<()> {
    let here: Vec<&Mark> = marks.iter().filter(|m| m.span.overlaps(span)).collect();
    let inside = |at: usize| at > span.start() && at < span.end();
    let mut cuts: Vec<usize> =
        here.iter().flat_map(|m| [m.span.start(), m.span.end()]).filter(|&at| inside(at)).collect();
    cuts.extend([span.start(), span.end()]);
    cuts.sort_unstable();
    cuts.dedup();
    for pair in cuts.windows(2) {
        let piece = Span::new(pair[0], pair[1]);
        let text = escape(article, span, piece.of(&article.text));
        let on: Vec<&&Mark> = here.iter().filter(|m| m.span.contains(piece)).collect();
        // The place that a finding is about outranks what supports another.
        let Some(first) = on.iter().min_by_key(|m| m.stance) else {
            write!(out, "{text}")?;
            continue;
        };
        let class = match first.stance {
            None => format!("hit {}", first.severity),
            Some(Stance::Supports) => "supports".to_owned(),
            Some(Stance::Conflicts) => "conflicts".to_owned(),
        };
        let mut ids: Vec<String> = on.iter().map(|m| m.finding.to_string()).collect();
        ids.dedup();
        let begins = on.iter().any(|m| m.span.start() == piece.start());
        let id = if begins {
            format!(r#" id="{}""#, anchor(Loc { article: article.id, span: piece }))
        } else {
            String::new()
        };
        write!(out, r#"<mark class="{class}" data-f="{}"{id}>{text}</mark>"#, ids.join(" "))?;
    }
    Ok(())
}
