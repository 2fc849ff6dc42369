//! Words that differ in one syllable and name two things, of which one stands where others tell the same figures of the
//! other: 양극재 and 음극재, 남학생 and 여학생.

use super::alias::is_either;
use super::figure;
use super::odd::{Place, looks_verbal};
use super::{Alignment, Row, Unit};
use crate::claim::{Lexicon, Value};
use crate::source::Span;
use crate::text::Script;
use crate::text::token::{ByKey, key, key_of};
use memchr::memmem::Finder;

/// A word that stands where others have its counterpart.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Counterpart {
    /// Where it stands.
    pub at: Place,
    /// Where the other stands, beside the same figures.
    pub others: Vec<Place>,
    /// Whether two voices have the other there, or the article itself has it in its headline and the other article not.
    pub proven: bool,
}

/// More words than this with one syllable between them are forms of something.
const MANY: usize = 6;

/// Returns the words beside whose figures others have the counterpart, in the order of the text.
pub fn counterparts(alignment: &Alignment<'_>, lexicon: &Lexicon) -> Vec<Counterpart> {
    if alignment.rows.len() < 2 {
        return Vec::new();
    }
    let words = Words::of(alignment);
    let mut out = Vec::new();
    for group in words.groups.values().filter(|g| (2..=MANY).contains(&g.len())) {
        for (i, &a) in group.iter().enumerate() {
            for &b in &group[i + 1..] {
                let (x, y) = (&words.list[a], &words.list[b]);
                let noun = |w: &str| lexicon.vocabulary.is_sound(w);
                if x.0 != y.0 && noun(x.0) && noun(y.0) && !is_either(x.0, y.0) {
                    out.extend(told(alignment, (x.0, &x.1), (y.0, &y.1)));
                }
            }
        }
    }
    out.sort_by_key(|c: &Counterpart| c.at);
    out.dedup_by_key(|c| c.at);
    out
}

/// The long words of an event, and which of them differ in their first or second syllable.
struct Words<'a> {
    list: Vec<(&'a str, Vec<Place>)>,
    groups: ByKey<Vec<usize>>,
}

/// Returns the place of the word of a unit, without 조사; the 과 of 철학과 is none.
pub fn word_of(row: &Row<'_>, unit: usize) -> Span {
    let whole = row.reading.doc.tokens[row.units[unit].token as usize].span;
    if row.reading.doc.slice(whole).ends_with("학과") { whole } else { row.units[unit].spelt }
}

impl<'a> Words<'a> {
    fn of(alignment: &Alignment<'a>) -> Words<'a> {
        let mut index: ByKey<usize> = ByKey::default();
        let mut out = Words { list: Vec::new(), groups: ByKey::default() };
        for (r, row) in alignment.rows.iter().enumerate() {
            for (u, unit) in row.units.iter().enumerate() {
                let token = &row.reading.doc.tokens[unit.token as usize];
                if unit.figure || token.span.len() < 9 || token.script != Script::Hangul || !token.spaced {
                    continue;
                }
                let text = row.reading.doc.slice(word_of(row, u));
                if !(9..=18).contains(&text.len()) || looks_verbal(text) || text.len() % 3 != 0 {
                    continue;
                }
                let n = *index.entry(key(text)).or_insert_with(|| {
                    out.list.push((text, Vec::new()));
                    out.list.len() - 1
                });
                if out.list[n].1.is_empty() {
                    for blank in [0, 3] {
                        let rest = text[..blank].bytes().chain([b'_']).chain(text.bytes().skip(blank + 3));
                        out.groups.entry(key_of(rest)).or_default().push(n);
                    }
                }
                out.list[n].1.push((r as u32, u as u32));
            }
        }
        out
    }
}

/// Returns which of two words is out of place beside the figures of the other.
fn told(
    alignment: &Alignment<'_>,
    (one, first): (&str, &[Place]),
    (other, second): (&str, &[Place]),
) -> Option<Counterpart> {
    let (mut a, mut b): (Vec<Place>, Vec<Place>) = (Vec::new(), Vec::new());
    for &x in first {
        for &y in second.iter().filter(|y| y.0 != x.0) {
            if same_fact(alignment, x, y) && alone(alignment, x, second) && alone(alignment, y, first) {
                a.push(x);
                b.push(y);
            }
        }
    }
    let (&x, &y) = (a.first()?, b.first()?);
    // 김민수 and 박민수 are two people.
    if is_person(alignment, x) || is_person(alignment, y) {
        return None;
    }
    let voices = |of: &[Place]| alignment.voices(of.iter().map(|p| p.0 as usize));
    let (ours, theirs) = (voices(&a), voices(&b));
    let has = |row: u32, of: &[Place]| of.iter().any(|p| p.0 == row);
    // Who has the other word too may have slipped; who has it alone speaks of nothing else.
    let mixed = (has(x.0, second), has(y.0, first));
    // `3만1700t이 팔린 양극재` of a third article speaks for one of the two.
    let (ours, theirs) = if ours == theirs {
        let heard = |own: &[Place], all: &[Place]| {
            let more = all.iter().filter(|p| !has(p.0, &a) && !has(p.0, &b) && one_figure(alignment, own[0], **p));
            voices(&own.iter().chain(more).copied().collect::<Vec<_>>())
        };
        (heard(&a, first), heard(&b, second))
    } else {
        (ours, theirs)
    };
    let (wrong, right, proven) = match (ours.cmp(&theirs), mixed) {
        (std::cmp::Ordering::Less, _) => (a, b, true),
        (std::cmp::Ordering::Greater, _) => (b, a, true),
        (_, (true, false)) => (a, b, true),
        (_, (false, true)) => (b, a, true),
        // A table has 철학 for 철학과.
        _ if one.ends_with("학과") && other.ends_with("학과") => {
            let rows = |w: &str| {
                let stem = Finder::new(w.strip_suffix('과').unwrap_or(w));
                let has = |r: &usize| stem.find(alignment.rows[*r].reading.doc.text.as_bytes()).is_some();
                alignment.voices((0..alignment.rows.len()).filter(has))
            };
            match (rows(one), rows(other)) {
                (1, y) if y > 1 => (a, b, true),
                (x, 1) if x > 1 => (b, a, true),
                _ => (a, b, false),
            }
        }
        // An event of humidifiers speaks of 가습량, not of 제습량.
        _ => match spoken(alignment, x, one, other) {
            (x, y) if y >= 4 * x => (a, b, true),
            (x, y) if x >= 4 * y => (b, a, true),
            _ => (a, b, false),
        },
    };
    Some(Counterpart { at: *wrong.first()?, others: right, proven })
}

/// Returns whether the word is a name of a person.
fn is_person(alignment: &Alignment<'_>, p: Place) -> bool {
    let row = &alignment.rows[p.0 as usize];
    let span = row.units[p.1 as usize].spelt;
    row.reading.claims.iter().any(|c| c.span.overlaps(span) && matches!(c.value, Value::Person { .. }))
}

/// Returns how often the event has each of two words behind the word that stands before the first here (`실리콘 음극재`),
/// or where it has each once or not at all, the first two syllables of each.
fn spoken(alignment: &Alignment<'_>, at: Place, one: &str, other: &str) -> (usize, usize) {
    let count = |said: &str| {
        let word = Finder::new(said);
        alignment.rows.iter().map(|r| word.find_iter(r.reading.doc.text.as_bytes()).count()).sum::<usize>()
    };
    let row = &alignment.rows[at.0 as usize];
    let text = row.reading.doc.text;
    let lead = text[..row.units[at.1 as usize].spelt.start()].strip_suffix(' ');
    let before = lead.and_then(|l| l.rsplit([' ', '\n', '"', '(']).next()).filter(|w| w.len() >= 6);
    if let Some(word) = before {
        let (x, y) = (count(&format!("{word} {one}")), count(&format!("{word} {other}")));
        if x.max(y) >= 4 * x.min(y).max(1) {
            return (x, y);
        }
    }
    let head = |w: &str| count(w.get(..6).unwrap_or(w));
    (head(one), head(other))
}

/// Returns the figures of a sentence that stand nearest to a word.
fn nearest<'r>(alignment: &'r Alignment<'_>, p: Place) -> Vec<&'r Unit> {
    const NEAREST: usize = 3;
    let row = &alignment.rows[p.0 as usize];
    let range = row.sentence(row.sentence_of(p.1 as usize) as u32);
    let counts = |u: &Unit| {
        u.figure
            && u.claim.is_some_and(|c| {
                matches!(
                    row.reading.claims[c as usize].value,
                    Value::Money { .. } | Value::Count { .. } | Value::Measure { .. } | Value::Percent { .. }
                )
            })
    };
    let mut figures: Vec<usize> = range.filter(|&i| counts(&row.units[i])).collect();
    figures.sort_by_key(|&i| i.abs_diff(p.1 as usize));
    figures.into_iter().take(NEAREST).map(|i| &row.units[i]).collect()
}

/// Returns whether the sentence of a word has none of the places of the other.
fn alone(alignment: &Alignment<'_>, p: Place, other: &[Place]) -> bool {
    let row = &alignment.rows[p.0 as usize];
    let range = row.sentence(row.sentence_of(p.1 as usize) as u32);
    !other.iter().any(|o| o.0 == p.0 && range.contains(&(o.1 as usize)))
}

/// Returns whether the sentences of two places tell one fact: two figures in common, or one of three digits and a word
/// beside both.
fn same_fact(alignment: &Alignment<'_>, x: Place, y: Place) -> bool {
    let (s, t) = (nearest(alignment, x), nearest(alignment, y));
    let row = &alignment.rows[x.0 as usize];
    let (mut shared, mut long) = (0, false);
    for u in s.iter().filter(|u| t.iter().any(|v| v.word == u.word)) {
        let Some(claim) = u.claim.map(|c| &row.reading.claims[c as usize]) else { continue };
        shared += 1;
        long |= figure::spoken_digits(row.reading.doc.slice(claim.span)).len() >= 2;
    }
    shared >= 2 && long || shared == 1 && beside(alignment, x, y)
}

/// Returns whether a figure of three digits and more is among those nearest to both.
fn one_figure(alignment: &Alignment<'_>, x: Place, y: Place) -> bool {
    let there = nearest(alignment, y);
    let doc = &alignment.rows[x.0 as usize].reading.doc;
    nearest(alignment, x)
        .into_iter()
        .filter(|u| figure::spoken_digits(doc.slice(u.spelt)).len() >= 3)
        .any(|u| there.iter().any(|v| v.word == u.word))
}

/// Returns whether the same word stands right before both or right behind both.
fn beside(alignment: &Alignment<'_>, x: Place, y: Place) -> bool {
    let word = |p: Place, step: isize| {
        let u = alignment.rows[p.0 as usize].units.get((p.1 as usize).checked_add_signed(step)?)?;
        (!u.figure && u.spelt.len() >= 6).then_some(u.word)
    };
    [-1, 1].into_iter().any(|step| matches!((word(x, step), word(y, step)), (Some(a), Some(b)) if a == b))
}
