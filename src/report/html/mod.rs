//! One self-contained page: the articles of an event side by side, findings marked in every text they rest on.
//!
//! Nothing is loaded from anywhere; the policy in its head allows only the style and the script that are part of it, so
//! that text of an article could not run even if it broke out of its escaping.

mod article;
mod words;

use super::excerpt::excerpt;
use super::xml::escape;
use super::{Item, Report, Spot, group, words as names};
use crate::finding::{EventInfo, Kind, Severity, Stance};
use crate::source::{ArticleId, Loc, Span};
use article::Mark;
use std::collections::BTreeMap;
use std::io::{self, Write};
use words::{Words, words};

const CSS: &str = include_str!("page.css");
const JS: &str = include_str!("page.js");
/// SHA-256 of the two, in Base64, as the policy names them; a test keeps them true.
const CSS_HASH: &str = "SdH1Gvhhy/38c2KDG5r2Hv6cyWtWjvxjffFE/wwdEdQ=";
const JS_HASH: &str = "PkSpR1KYKMVQhKOEDwsEa8mD8fwX1pR2aUZqYVSNZeU=";
/// How many cells of a line a card shows.
const CELLS: usize = 64;
/// How many other places a card shows with their line.
const PLACES: usize = 4;
/// Of an event with more articles, only those that a finding rests on are shown in full.
const COLUMNS: usize = 12;

/// Writes the page.
pub(super) fn render(report: &Report<'_>, out: &mut dyn Write) -> io::Result<()> {
    let w = words(report.lang);
    let lang = if report.lang == crate::finding::Lang::Ko { "ko" } else { "en" };
    let items: Vec<Item<'_>> = report.items().collect();
    writeln!(out, "<!doctype html>\n<html lang=\"{lang}\">\n<head>\n<meta charset=\"utf-8\">")?;
    writeln!(
        out,
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'sha256-{CSS_HASH}'; \
         script-src 'sha256-{JS_HASH}'; base-uri 'none'; form-action 'none'\">"
    )?;
    writeln!(out, "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">")?;
    writeln!(out, "<meta name=\"referrer\" content=\"no-referrer\">\n<title>{} · factdiff</title>", w.title)?;
    writeln!(out, "<style>{CSS}</style>\n</head>\n<body>")?;
    head(report, w, out)?;
    filters(report, &items, w, out)?;
    writeln!(out, "<main>")?;
    if items.is_empty() {
        writeln!(out, "<p class=\"event\">{}</p>", w.nothing)?;
    }
    let mut of_event: BTreeMap<u32, Vec<(usize, &Item<'_>)>> = BTreeMap::new();
    items.iter().enumerate().for_each(|(n, item)| of_event.entry(item.finding.event).or_default().push((n, item)));
    for info in &report.outcome.events {
        if let Some(items) = of_event.get(&info.id) {
            event(report, info, items.clone(), w, out)?;
        }
    }
    others(report, &|e| of_event.contains_key(&e), w, out)?;
    writeln!(out, "</main>\n<footer>factdiff {}</footer>", env!("CARGO_PKG_VERSION"))?;
    writeln!(out, "<script>{JS}</script>\n</body>\n</html>")
}

fn head(report: &Report<'_>, w: &Words, out: &mut dyn Write) -> io::Result<()> {
    let t = report.outcome.tally;
    let share = names::share(t.confirmed, t.compared + t.not_comparable);
    writeln!(out, "<header><h1>{}</h1><p class=\"counts\">", w.title)?;
    for (n, what) in [
        (names::grouped(report.sources.articles().len()), w.articles),
        (names::grouped(report.outcome.events.len()), w.events),
        (names::grouped(t.compared as usize), w.compared),
        (names::grouped(t.not_comparable as usize), w.not_comparable),
        (format!("{share}%"), w.confirmed),
    ] {
        writeln!(out, "<span><b>{n}</b> <span class=\"soft\">{what}</span></span>")?;
    }
    if report.left_out > 0 {
        writeln!(out, "<span><b>{}</b> <span class=\"soft\">{}</span></span>", report.left_out, w.left_out)?;
    }
    writeln!(out, "</p></header>")
}

/// Writes a button for each severity and kind that occurs.
fn filters(report: &Report<'_>, items: &[Item<'_>], w: &Words, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "<nav><div>")?;
    for severity in [Severity::Error, Severity::Warning, Severity::Info] {
        let n = items.iter().filter(|i| i.finding.severity == severity).count();
        if n > 0 {
            let (name, label) = (severity.name(), names::severity(report.lang, severity));
            writeln!(out, r#"<button aria-pressed="true" data-severity="{name}" class="{name}">{label} {n}</button>"#)?;
        }
    }
    writeln!(out, "<span class=\"gap\"></span>")?;
    for kind in Kind::ALL {
        let n = items.iter().filter(|i| i.finding.kind == kind).count();
        if n > 0 {
            let (name, label) = (kind.name(), names::kind(report.lang, kind));
            writeln!(out, r#"<button aria-pressed="true" data-kind="{name}">{label} {n}</button>"#)?;
        }
    }
    writeln!(out, "<span class=\"keys soft\"><kbd>j</kbd> <kbd>k</kbd> {}</span></div></nav>", w.move_keys)
}

fn event(
    report: &Report<'_>,
    info: &EventInfo,
    mut items: Vec<(usize, &Item<'_>)>,
    w: &Words,
    out: &mut dyn Write,
) -> io::Result<()> {
    let title = info.articles.iter().find_map(|&a| article::headline(report.sources.article(a)));
    write!(out, "<section class=\"event\"><h2>{} {}", w.event, info.id)?;
    writeln!(out, "<small>{}</small></h2><div class=\"desk\"><div class=\"cards\">", title.unwrap_or_default())?;
    items.sort_by_key(|(_, i)| std::cmp::Reverse(i.finding.severity));
    items.iter().try_for_each(|(n, item)| card(report, *n, item, w, out))?;
    writeln!(out, "</div><div class=\"articles\">")?;

    let mut marks: BTreeMap<ArticleId, Vec<Mark>> = BTreeMap::new();
    for (n, item) in &items {
        let f = item.finding;
        let mut mark = |at: Loc, stance| {
            let mark = Mark { span: at.span, finding: *n, stance, severity: f.severity.name() };
            marks.entry(at.article).or_default().push(mark);
        };
        mark(f.at, None);
        f.evidence.iter().for_each(|e| mark(e.at, Some(e.stance)));
    }
    // The article with the most to mend stands first, where the eye begins.
    let mut columns: Vec<_> = info.articles.clone();
    let hits = |a| items.iter().filter(|(_, i)| i.finding.at.article == a).count();
    columns.sort_by_cached_key(|&a| std::cmp::Reverse(hits(a)));
    if columns.len() > COLUMNS {
        columns.retain(|a| marks.contains_key(a));
    }
    for id in columns {
        article::write(report.sources.article(id), marks.entry(id).or_default(), out)?;
    }
    writeln!(out, "</div></div></section>")
}

fn card(report: &Report<'_>, n: usize, item: &Item<'_>, w: &Words, out: &mut dyn Write) -> io::Result<()> {
    let f = item.finding;
    let (severity, kind) = (f.severity.name(), f.kind.name());
    let (label, what) = (names::severity(report.lang, f.severity), names::kind(report.lang, f.kind));
    let percent = (f.confidence * 100.0).round();
    writeln!(
        out,
        r#"<article class="card {severity}" id="c{n}" tabindex="0" data-f="{n}" data-severity="{severity}" data-kind="{kind}">"#
    )?;
    write!(out, r#"<p class="tag"><b>{label}</b><span title="{}">{what}</span>"#, escape(&f.rule))?;
    writeln!(out, "<span>{} {percent}%</span></p><h3>{}</h3>", w.confidence, escape(&f.message))?;
    if let Some((head, text)) = group::fix(item, report.lang) {
        let (was, becomes) = (escape(item.at.text), escape(text));
        writeln!(out, r#"<p class="change"><del>{was}</del> → <ins>{becomes}</ins> <small>{head}</small></p>"#)?;
    }
    writeln!(out, "<ul class=\"sides\">")?;
    // Where the sources differ nobody says that this side is the wrong one.
    let sign = if group::disputed(item) { "?" } else { "✗" };
    side(report, Side { class: "bad", sign, spot: &item.at, at: f.at, note: String::new(), also: &[] }, out)?;
    for g in group::groups(item).iter().take(PLACES) {
        let (class, sign) = if g.stance == Stance::Supports { ("supports", "✓") } else { ("conflicts", "?") };
        let (at, also) = (g.places[0].0.at, &g.articles()[1..]);
        side(report, Side { class, sign, spot: g.first(), at, note: g.tally(report.lang), also }, out)?;
    }
    writeln!(out, "</ul>")?;
    if !f.reasons.is_empty() {
        let reasons: String = f.reasons.iter().map(|r| format!("<li>{}</li>", escape(r))).collect();
        writeln!(out, "<ul class=\"why\">{reasons}</ul>")?;
    }
    writeln!(out, "</article>")
}

/// A row of a card: who says it, how, and who else does.
struct Side<'a> {
    class: &'a str,
    sign: &'a str,
    spot: &'a Spot<'a>,
    at: Loc,
    note: String,
    /// The first place in each other article, and how often it stands there.
    also: &'a [(&'a group::Entry<'a>, usize)],
}

/// Writes a row of a card; every place is a link into the text of its article.
fn side(report: &Report<'_>, side: Side<'_>, out: &mut dyn Write) -> io::Result<()> {
    let (class, sign, outlet) = (side.class, side.sign, escape(side.spot.outlet));
    let article = report.sources.article(side.at.article);
    // Of a headline in the front matter only the headline, not the line that it is a value of.
    let part = article.title.filter(|t| t.contains(side.at.span)).unwrap_or(Span::new(0, article.text.len()));
    let span = side.at.span.range();
    let e = excerpt(part.of(&article.text), span.start - part.start()..span.end - part.start(), &[], CELLS);
    write!(out, "<li class=\"{class}\"><p class=\"who\"><i>{sign}</i> {outlet}")?;
    writeln!(out, " <span class=\"soft\">{}</span>{}</p>", escape(&side.note), link(side.at, &place(side.spot)))?;
    let words = |text: &str| article::escape(article, side.at.span, text);
    let (before, word, after) = e.parts();
    writeln!(out, "<p class=\"says\">{}<b>{}</b>{}</p>", words(&before), words(word), words(&after))?;
    if !side.also.is_empty() {
        let links = side.also.iter().map(|((evidence, spot), n)| {
            let times = if *n > 1 { format!(" <small>×{n}</small>") } else { String::new() };
            link(evidence.at, &format!("{}{times}", escape(spot.outlet)))
        });
        writeln!(out, "<p class=\"also\">{}</p>", links.collect::<Vec<_>>().join(" "))?;
    }
    writeln!(out, "</li>")
}

/// Returns a link to a place in the text of its article.
fn link(at: Loc, inner: &str) -> String {
    format!("<a href=\"#{}\">{inner}</a>", article::anchor(at))
}

/// Returns the file, line and column of a place.
fn place(spot: &Spot<'_>) -> String {
    let file = spot.path.rsplit('/').next().unwrap_or(spot.path);
    format!("{}:{}:{}", escape(file), spot.start.line, spot.start.column)
}

/// Writes which articles have no finding, and why: nobody else tells of the event, or nothing differs.
fn others(report: &Report<'_>, loud: &dyn Fn(u32) -> bool, w: &Words, out: &mut dyn Write) -> io::Result<()> {
    let quiet = |e: &&EventInfo| !loud(e.id);
    let (alone, clean): (Vec<&EventInfo>, Vec<&EventInfo>) =
        report.outcome.events.iter().partition(|e| e.articles.len() == 1);
    for (label, events) in [(w.alone, alone), (w.clean, clean.into_iter().filter(quiet).collect())] {
        if events.is_empty() {
            continue;
        }
        let n: usize = events.iter().map(|e| e.articles.len()).sum();
        writeln!(out, "<details class=\"alone\"><summary>{label} ({n})</summary><ul>")?;
        for id in events.iter().flat_map(|e| &e.articles) {
            let article = report.sources.article(*id);
            writeln!(
                out,
                "<li>{} <span class=\"soft\">{}</span></li>",
                escape(&article.outlet),
                escape(&article.path)
            )?;
        }
        writeln!(out, "</ul></details>")?;
    }
    Ok(())
}
