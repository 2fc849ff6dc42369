//! Weekdays that are not those of their dates: `7월 29일(화)` of a year in which that day was a Monday.

use super::Scene;
use super::report::Found;
use crate::claim::{Claim, Value};
use crate::finding::Finding;
use crate::rule::{self, Rule};
use crate::source::{ArticleId, Loc, Span};
use jiff::civil::{Date, Weekday};

/// A day that is said together with its weekday.
#[derive(Clone, Copy, Debug)]
struct Dated {
    article: ArticleId,
    /// From the digits of the day to the bracket behind the weekday: `20일(금)`.
    span: Span,
    /// The weekday in the text.
    word: Span,
    day: Date,
    said: Weekday,
    /// Whether the year was said or publication is so near that it can be no other.
    year: bool,
    /// Whether the sentence speaks of another year before it comes to the date.
    other_year: bool,
}

impl Dated {
    fn is_right(&self) -> bool {
        self.day.weekday() == self.said
    }

    /// Returns how many days the said weekday is after the right one, from 0 to 6.
    fn offset(&self) -> i8 {
        (self.said.to_monday_zero_offset() - self.day.weekday().to_monday_zero_offset()).rem_euclid(7)
    }
}

/// Returns the dates whose weekday the calendar contradicts.
///
/// Where two dates of an article are off by the same number of days, it is rather the year or the day of publication
/// that was misunderstood, and nothing is said.
pub(super) fn check(scene: Scene<'_>, rule: &Rule, settings: &rule::Weekday) -> Vec<Finding> {
    let _ = settings;
    let mut days: Vec<Dated> = Vec::new();
    for id in &scene.event.articles {
        let reading = &scene.readings[id.index()];
        let published = reading.doc.published.map(|p| p.date);
        for claim in &reading.claims {
            let sentence = reading.doc.sentences[claim.sentence as usize].span.start();
            dated(reading.doc.text, sentence, published, *id, claim, &mut days);
        }
    }
    let mut out = Vec::new();
    for d in days.iter().filter(|d| !d.is_right() && !scene.sources.article(d.article).peer) {
        let own = || days.iter().filter(|o| o.article == d.article && o.word != d.word);
        let shared = own().any(|o| o.offset() == d.offset() && o.day != d.day);
        // Another year of the date that has this weekday, without any date of the article that is right.
        let year_open = !d.year && !days.iter().any(Dated::is_right) && other_year_fits(d);
        // 내년 대회는 10월 14일(목) is of next year.
        if shared || year_open || (d.other_year && other_year_fits(d)) {
            continue;
        }
        let others: Vec<Loc> = days
            .iter()
            .filter(|o| o.day == d.day && o.is_right())
            .map(|o| Loc { article: o.article, span: o.span })
            .collect();
        let text = scene.sources.article(d.article).text.as_str();
        // Another outlet that has the date with its weekday proves that the weekday is wrong here, not the date.
        let safe = others.iter().any(|o| scene.outlets[o.article.index()] != scene.outlets[d.article.index()]);
        let letter = syllable(d.day.weekday());
        let tail = d.word.of(text).strip_prefix(|c: char| "월화수목금토일".contains(c)).unwrap_or("");
        let expected =
            format!("{}{letter}{tail}{}", &text[d.span.start()..d.word.start()], &text[d.word.end()..d.span.end()]);
        let confidence = if !others.is_empty() || d.year { 0.96 } else { 0.92 };
        let found = Found {
            at: Loc { article: d.article, span: d.span },
            expected: vec![expected.clone()],
            confidence,
            proven: true,
            others,
            reasons: vec![format!("{}년 {}월 {}일은 {letter}요일이다", d.day.year(), d.day.month(), d.day.day())],
            replacement: Some(expected),
            safe,
        };
        out.push(found.finding(scene, rule));
    }
    out
}

/// Returns the days of a date claim that stand with their weekday: `20일(금)`, `17일(금)부터 19일(일)`, `20일 금요일`.
fn dated(
    text: &str,
    sentence: usize,
    published: Option<Date>,
    article: ArticleId,
    claim: &Claim,
    out: &mut Vec<Dated>,
) {
    let Value::Date(d) = &claim.value else { return };
    let (Some(from), Some(to)) = (d.from, d.to) else { return };
    if d.relative || d.day.is_none() {
        return;
    }
    let mut at = claim.span.start();
    while let Some(found) = text[at..claim.span.end()].find('일').map(|i| at + i) {
        let behind = found + '일'.len_utf8();
        let start =
            claim.span.start() + text[claim.span.start()..found].trim_end_matches(|c: char| c.is_ascii_digit()).len();
        at = behind;
        let Some((word, end, said)) = weekday(text, behind) else { continue };
        let Ok(number) = text[start..found].parse::<i8>() else { continue };
        let Some(day) = [from, to].into_iter().find(|d| d.day() == number) else { continue };
        let near = published.is_some_and(|p| (p.duration_until(day).as_hours() / 24).abs() <= 180);
        let before = text.get(sentence..claim.span.start()).unwrap_or("");
        let other_year = d.year.is_none() && (OTHER_TIMES.iter().any(|w| before.contains(w)) || names_year(before));
        let year = d.year.is_some() || near;
        out.push(Dated { article, span: Span::new(start, end), word, day, said, year, other_year });
    }
}

/// Returns the weekday that stands at byte `at` with its place, and the end of it with its bracket.
fn weekday(text: &str, at: usize) -> Option<(Span, usize, Weekday)> {
    let rest = &text[at..];
    let inner = rest.strip_prefix('(').or_else(|| rest.strip_prefix(" ("));
    let lead = if let Some(inner) = inner { rest.len() - inner.len() } else { usize::from(rest.starts_with(' ')) };
    let name = &rest[lead..];
    let letter = name.chars().next()?;
    let said = DAYS.iter().find(|d| d.0 == letter)?.1;
    let long = name[letter.len_utf8()..].starts_with("요일");
    let len = letter.len_utf8() + if long { "요일".len() } else { 0 };
    let closed = name[len..].starts_with(')');
    let word = Span::new(at + lead, at + lead + len);
    match inner {
        Some(_) => closed.then_some((word, word.end() + 1, said)),
        None => (long && lead == 1).then_some((word, word.end(), said)),
    }
}

/// Words for a year that is not that of publication.
const OTHER_TIMES: &[&str] = &["내년", "이듬해", "내후년", "지난해", "작년", "재작년"];

/// Weekdays by their syllable.
const DAYS: [(char, Weekday); 7] = [
    ('월', Weekday::Monday),
    ('화', Weekday::Tuesday),
    ('수', Weekday::Wednesday),
    ('목', Weekday::Thursday),
    ('금', Weekday::Friday),
    ('토', Weekday::Saturday),
    ('일', Weekday::Sunday),
];

/// Returns whether a text has a year of four digits: 2027년.
fn names_year(text: &str) -> bool {
    text.match_indices('년')
        .any(|(at, _)| text[..at].trim_end().bytes().rev().take_while(u8::is_ascii_digit).count() == 4)
}

fn other_year_fits(d: &Dated) -> bool {
    [-1_i16, 1]
        .iter()
        .any(|by| Date::new(d.day.year() + by, d.day.month(), d.day.day()).is_ok_and(|day| day.weekday() == d.said))
}

fn syllable(day: Weekday) -> char {
    DAYS.iter().find(|d| d.1 == day).map_or('일', |d| d.0)
}
