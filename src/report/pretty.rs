//! For a terminal: outlet labels, carets under the words, colour that is never the only sign.

use super::excerpt::{Excerpt, excerpt};
use super::{Item, Look, Report, Spot, group, visible, words};
use crate::finding::{Evidence, Lang, Severity, Stance};
use crate::source::{Problem, ProblemLevel};
use colored::{Color, Colorize};
use std::io::{self, Write};

/// How many places with another value are shown with their line.
const SHOWN_SIDES: usize = 4;
/// How many outlets are listed that say the same.
const OUTLETS: usize = 6;
/// The widest label.
const LABEL: usize = 20;

/// Writes all findings with their evidence, and the summary.
pub(super) fn render(report: &Report<'_>, look: Look, out: &mut dyn Write) -> io::Result<()> {
    let paint = Paint(look.colour);
    for item in report.items() {
        finding(report, &item, look, out)?;
        writeln!(out)?;
    }
    summary(report, paint, out)
}

/// A place with its note, as one excerpt.
struct Side<'a> {
    at: &'a Spot<'a>,
    article: usize,
    span: std::ops::Range<usize>,
    mark: char,
    colour: Color,
    note: String,
}

pub(super) fn finding(report: &Report<'_>, item: &Item<'_>, look: Look, out: &mut dyn Write) -> io::Result<()> {
    let paint = Paint(look.colour);
    let lang = report.lang;
    let f = item.finding;
    let severity = paint.strong(words::severity(lang, f.severity), severity_colour(f.severity));
    writeln!(out, "{severity} {}  {}", paint.dim(f.kind.name()), paint.bold(&visible::line(&f.message)))?;

    let (same_line, sides) = sides(report, item);
    let labels: Vec<String> =
        sides.iter().map(|s| visible::cut(&visible::line(s.at.outlet), LABEL).into_owned()).collect();
    let label_width = labels.iter().map(|l| visible::width(l)).max().unwrap_or(0);
    let room = look.width.saturating_sub(2 + label_width + 3);
    for (i, (side, label)) in sides.iter().zip(&labels).enumerate() {
        let others: &[_] = if i == 0 { &same_line } else { &[] };
        let text = &report.sources.articles()[side.article].text;
        let e = excerpt(text, side.span.clone(), others, room);
        writeln!(out, "  {} {} {}", visible::pad(label, label_width), paint.dim("│"), highlight(&e, side, paint))?;
        marker(side, &e, label_width, room, paint, out)?;
    }
    let gutter = format!("  {} = ", " ".repeat(label_width + 1));
    if let Some(line) = outlets(item, lang) {
        writeln!(out, "{}{}", paint.dim(&gutter), visible::line(&line))?;
    }
    fix_line(item, lang, &gutter, paint, out)
}

/// Returns the places of the primary's own line that support it, and the places to show with their lines.
fn sides<'a>(report: &Report<'_>, item: &'a Item<'a>) -> (Vec<std::ops::Range<usize>>, Vec<Side<'a>>) {
    let lang = report.lang;
    let f = item.finding;
    let disputed = group::disputed(item);
    let alone = !disputed && item.evidence.iter().any(|(e, _)| e.at.article != f.at.article);
    let own = match (lang, alone) {
        (Lang::Ko, true) => format!("여기만 ‘{}’", item.at.text),
        (Lang::En, true) => format!("only here ‘{}’", item.at.text),
        (_, false) => String::new(),
    };
    let mut sides = vec![Side {
        at: &item.at,
        article: f.at.article.index(),
        span: f.at.span.range(),
        mark: '^',
        colour: if disputed { Color::Yellow } else { Color::Red },
        note: own,
    }];
    let here: Vec<&group::Entry<'_>> = item
        .evidence
        .iter()
        .filter(|(e, s)| e.at.article == f.at.article && s.start.line == item.at.start.line)
        .collect();
    let same_line = here.iter().map(|(e, _)| e.at.span.range()).collect();
    let elsewhere = |e: &Evidence, s: &Spot<'_>| e.at.article != f.at.article || s.start.line != item.at.start.line;

    // One excerpt stands for all places that say the same.
    for g in group::groups(item) {
        let places = || g.places.iter().filter(|(e, s)| elsewhere(e, s));
        let Some((e, spot)) = places().find(|(e, _)| e.at.article != f.at.article).or_else(|| places().next()) else {
            continue;
        };
        if sides.len() > SHOWN_SIDES {
            break;
        }
        sides.push(Side {
            at: spot,
            article: e.at.article.index(),
            span: e.at.span.range(),
            mark: '-',
            colour: if g.stance == Stance::Conflicts { Color::Yellow } else { Color::Green },
            note: g.tally(lang),
        });
    }
    (same_line, sides)
}

/// Returns which outlets say it how often, where more than one does.
fn outlets(item: &Item<'_>, lang: Lang) -> Option<String> {
    let counts = group::outlets(item);
    if counts.len() < 2 {
        return None;
    }
    let mut list: Vec<String> = counts.iter().take(OUTLETS).map(|(o, n)| format!("{o} {n}")).collect();
    let more = counts.len().saturating_sub(OUTLETS);
    match lang {
        _ if more == 0 => {}
        Lang::Ko => list.push(format!("그 밖 {more}곳")),
        Lang::En => list.push(format!("{more} others")),
    }
    Some(format!("{} {}", if lang == Lang::Ko { "매체" } else { "outlets" }, list.join(", ")))
}

/// Returns the window with the marked word in colour.
fn highlight(e: &Excerpt, side: &Side<'_>, paint: Paint) -> String {
    let (before, rest) = e.text.split_at(e.hit.start);
    let (word, after) = rest.split_at(e.hit.len());
    format!("{before}{}{after}", paint.strong(word, side.colour))
}

/// Writes the line of carets with its note: behind the carets if there is room, else on a line of its own.
fn marker(
    side: &Side<'_>,
    e: &Excerpt,
    label: usize,
    room: usize,
    paint: Paint,
    out: &mut dyn Write,
) -> io::Result<()> {
    let gutter = format!("  {} {} ", " ".repeat(label), paint.dim("│"));
    let mut marks: Vec<(std::ops::Range<usize>, char)> = e.others.iter().map(|(_, c)| (c.clone(), '-')).collect();
    marks.push((e.cells.clone(), side.mark));
    marks.sort_by_key(|m| m.0.start);
    let mut cell = 0;
    let mut line = String::new();
    for (cells, mark) in marks {
        line.push_str(&" ".repeat(cells.start.saturating_sub(cell)));
        let signs = mark.to_string().repeat(cells.end.saturating_sub(cells.start.max(cell)));
        let colour = if cells == e.cells { side.colour } else { Color::Green };
        line.push_str(&paint.strong(&signs, colour));
        cell = cells.end.max(cell);
    }
    let mut note = visible::line(&side.note).into_owned();
    if e.more_lines > 0 {
        note.push_str(&format!(" (+{})", e.more_lines));
    }
    let at = format!("{}:{}:{}", visible::line(side.at.path), side.at.start.line, side.at.start.column);
    let gap = if note.is_empty() { "" } else { "  " };
    let cells = visible::width(&note) + gap.len() + visible::width(&at);
    let note = format!("{}{gap}{}", paint.colour(&note, side.colour), paint.dim(&at));
    if cell + 1 + cells <= room {
        writeln!(out, "{gutter}{line} {note}")
    } else {
        let indent = room.saturating_sub(cells).min(e.cells.start);
        writeln!(out, "{gutter}{line}\n{gutter}{}{note}", " ".repeat(indent))
    }
}

fn fix_line(item: &Item<'_>, lang: Lang, gutter: &str, paint: Paint, out: &mut dyn Write) -> io::Result<()> {
    let f = item.finding;
    let reasons: Vec<_> = f.reasons.iter().map(|r| visible::line(r)).collect();
    let Some((head, text)) = group::fix(item, lang) else {
        return reasons.iter().try_for_each(|r| writeln!(out, "{}{r}", paint.dim(gutter)));
    };
    let was = visible::line(item.at.text);
    let becomes = visible::line(text);
    write!(
        out,
        "{}{head} {} -> {}",
        paint.dim(gutter),
        paint.colour(&was, Color::Red),
        paint.colour(&becomes, Color::Green)
    )?;
    match reasons.as_slice() {
        [] => writeln!(out),
        [only] => writeln!(out, "   {}", paint.dim(&format!("({only})"))),
        several => {
            writeln!(out)?;
            several.iter().try_for_each(|r| writeln!(out, "{}{r}", paint.dim(gutter)))
        }
    }
}

fn summary(report: &Report<'_>, paint: Paint, out: &mut dyn Write) -> io::Result<()> {
    for line in words::summary(report) {
        writeln!(out, "{}", paint.dim(&line))?;
    }
    Ok(())
}

pub(super) fn severity_colour(severity: Severity) -> Color {
    match severity {
        Severity::Error => Color::Red,
        Severity::Warning => Color::Yellow,
        Severity::Info => Color::Cyan,
    }
}

/// Writes a problem with a file as a finding is written: headline, line, carets, help.
pub fn problem(problem: &Problem, lang: Lang, look: Look, out: &mut dyn Write) -> io::Result<()> {
    let paint = Paint(look.colour);
    let (head, colour) = match (problem.level, lang) {
        (ProblemLevel::Fatal, Lang::Ko) => ("오류", Color::Red),
        (ProblemLevel::Fatal, Lang::En) => ("error", Color::Red),
        (_, Lang::Ko) => ("주의", Color::Yellow),
        (_, Lang::En) => ("warning", Color::Yellow),
    };
    let path = visible::line(&problem.path);
    let message = visible::line(&problem.message);
    let Some(place) = &problem.place else {
        writeln!(out, "{} {path}: {message}", paint.strong(head, colour))?;
        return help(problem, "  ", paint, out);
    };
    writeln!(out, "{} {path}:{}:{}: {message}", paint.strong(head, colour), place.line, place.column)?;
    let number = place.line.to_string();
    let indent = " ".repeat(number.len());
    if !place.text.is_empty() {
        let start = byte_of(&place.text, place.column - 1);
        let end = byte_of(&place.text, place.column - 1 + place.width);
        let e = excerpt(&place.text, start..end, &[], look.width.saturating_sub(number.len() + 5));
        let bar = paint.dim("│");
        let carets = paint.strong(&"^".repeat(e.cells.len()), colour);
        writeln!(out, "  {} {bar} {}", paint.dim(&number), e.text)?;
        writeln!(out, "  {indent} {bar} {}{carets}", " ".repeat(e.cells.start))?;
    }
    help(problem, &format!("  {indent} "), paint, out)
}

fn help(problem: &Problem, indent: &str, paint: Paint, out: &mut dyn Write) -> io::Result<()> {
    problem
        .help
        .iter()
        .flat_map(|h| h.lines())
        .try_for_each(|h| writeln!(out, "{indent}{} {}", paint.dim("="), visible::line(h)))
}

/// Returns the byte of the character number `n`, or the end.
fn byte_of(text: &str, n: usize) -> usize {
    text.char_indices().nth(n).map_or(text.len(), |(i, _)| i)
}

/// Colour, if wanted.
#[derive(Clone, Copy)]
pub(super) struct Paint(pub(super) bool);

impl Paint {
    fn with(self, text: &str, f: impl Fn(&str) -> colored::ColoredString) -> String {
        if self.0 && !text.is_empty() { f(text).to_string() } else { text.to_owned() }
    }
    pub(super) fn bold(self, text: &str) -> String {
        self.with(text, |t| t.bold())
    }
    pub(super) fn dim(self, text: &str) -> String {
        self.with(text, |t| t.dimmed())
    }
    fn colour(self, text: &str, colour: Color) -> String {
        self.with(text, |t| t.color(colour))
    }
    pub(super) fn strong(self, text: &str, colour: Color) -> String {
        self.with(text, |t| t.color(colour).bold())
    }
}
