//! When an article says that things happened, for articles whose publication is not known.

use super::block::WINDOW;
use crate::claim::{Reading, Value};
use crate::text::BlockKind;

/// How many sentences of copy are the lead.
pub(super) const LEAD: usize = 3;

/// Days of two leads differ if they are so many days apart: what happened on the 28th is told on the 28th and the 29th.
const APART: i32 = 2;

/// A day as said, as far as it was said.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
struct Day {
    year: Option<i16>,
    month: Option<i8>,
    day: i8,
}

impl Day {
    /// Returns how many days two days are apart, at least, in whatever year or month was not said.
    fn apart(self, other: Day) -> i32 {
        let of_year = |d: Day| d.month.map(|m| (i32::from(m) - 1) * 305 / 10 + i32::from(d.day));
        match (of_year(self), of_year(other)) {
            (Some(x), Some(y)) => {
                let by = (x - y).abs();
                match (self.year, other.year) {
                    (Some(p), Some(q)) => (i32::from(p - q) * 365 + x - y).abs(),
                    _ => by.min(365 - by),
                }
            }
            _ => {
                let by = i32::from(self.day - other.day).abs();
                by.min(30 - by)
            }
        }
    }

    fn bit(self) -> u32 {
        1 << self.day
    }
}

/// The days that tell when an article is of.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(super) struct Clock {
    /// The day in the headline.
    title: Option<Day>,
    /// The first day of the lead.
    lead: Option<Day>,
}

impl Clock {
    /// Returns the clock of an article.
    pub(super) fn of(reading: &Reading<'_>) -> Clock {
        let sentences = &reading.doc.sentences;
        let titles = sentences.iter().filter(|s| s.kind == BlockKind::Title);
        let copy = sentences.iter().filter(|s| s.kind == BlockKind::Body).take(LEAD);
        let first = |span: crate::source::Span| {
            reading.claims.iter().find_map(|c| match &c.value {
                Value::Date(d) if span.contains(c.span) && !d.relative => {
                    Some(Day { year: d.year, month: d.month, day: d.day? })
                }
                _ => None,
            })
        };
        Clock { title: titles.map(|s| s.span).find_map(first), lead: copy.map(|s| s.span).find_map(first) }
    }

    /// Returns how well the headlines of two articles fit in time, from 0 to 1.
    pub(super) fn titles_fit(&self, other: &Clock) -> f32 {
        match (self.title, other.title) {
            // 2031년 5월 2일 시황 and 2031년 5월 4일 시황 are two issues.
            (Some(x), Some(y)) if x.year.is_some() && y.year.is_some() && x != y => 0.0,
            (Some(x), Some(y)) if x.apart(y) >= APART => 0.7,
            _ => 1.0,
        }
    }

    /// Returns how well the leads of two articles fit in time, from 0 to 1; `days` and `others` are all days of the month
    /// that each of them says, and a day that the other says, too, is of one story with it.
    pub(super) fn leads_fit(&self, days: u32, other: &Clock, others: u32) -> f32 {
        let (Some(x), Some(y)) = (self.lead, other.lead) else { return 1.0 };
        match x.apart(y) {
            ..APART => 1.0,
            n if x.year.is_some() && y.year.is_some() => {
                if n > WINDOW {
                    0.0
                } else {
                    0.6
                }
            }
            n if n > WINDOW && x.month.is_some() && y.month.is_some() => 0.5,
            _ if x.bit() & others == 0 && y.bit() & days == 0 => 0.6,
            _ => 1.0,
        }
    }
}
