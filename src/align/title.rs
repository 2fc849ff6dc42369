//! Titles of works and names of events between quotation marks, of which one word differs: ‘바람의 문법’, ‘바람의 방법’.

use super::context::Context;
use super::copy::{By, Swap};
use super::{Alignment, Row};
use std::ops::Range;

/// A title at its place: row and units.
struct Title {
    row: usize,
    units: Range<usize>,
}

/// The fewest words of a title, and the most.
const WORDS: Range<usize> = 2..8;

/// How much the sentences of two titles have in common where the article does not have the other as well; the words of
/// the titles are part of it.
const LIKE: f32 = 0.5;

/// Returns the titles of which two outlets have another in the event, in which one word only is not the same.
pub(super) fn titles(alignment: &Alignment<'_>) -> Vec<Swap> {
    let rows = &alignment.rows;
    if rows.len() < 3 {
        return Vec::new();
    }
    let all: Vec<Title> = rows.iter().enumerate().flat_map(|(r, row)| titles_of(r, row)).collect();
    let text = |t: &Title| {
        let units = &rows[t.row].units;
        let doc = &rows[t.row].reading.doc;
        doc.text.get(units[t.units.start].spelt.start()..units[t.units.end - 1].spelt.end()).unwrap_or("")
    };
    let has = |r: usize, title: &str| rows[r].reading.doc.text.contains(title);
    let mut out: Vec<Swap> = Vec::new();
    for odd in &all {
        let mine = text(odd);
        let Some((at, first)) =
            all.iter().filter(|t| t.row != odd.row).find_map(|t| Some((differs(alignment, odd, t)?, t)))
        else {
            continue;
        };
        let theirs = text(first);
        let together = all.iter().any(|t| {
            let sentence = |t: &Title| rows[t.row].sentence_of(t.units.start);
            t.row == odd.row && text(t) == theirs && sentence(t) == sentence(odd)
        });
        if together || (0..rows.len()).any(|r| r != odd.row && has(r, mine)) {
            continue;
        }
        let others: Vec<(usize, usize)> =
            all.iter().filter(|t| t.row != odd.row && text(t) == theirs).map(|t| (t.row, t.units.start + at)).collect();
        let place = (odd.row, odd.units.start + at);
        let context = Context::of(&rows[place.0], &alignment.words, place.1);
        let likeness = |o: &(usize, usize)| context.likeness(&Context::of(&rows[o.0], &alignment.words, o.1));
        let same = has(odd.row, theirs) || others.iter().map(likeness).fold(0.0, f32::max) >= LIKE;
        if same && alignment.voices(others.iter().map(|o| o.0)) >= 2 {
            out.push(Swap { at: (odd.row, odd.units.start + at), others, by: By::Title });
        }
    }
    out
}

/// Returns the titles of a row: words between single quotation marks.
fn titles_of(r: usize, row: &Row<'_>) -> Vec<Title> {
    let doc = &row.reading.doc;
    let mut out = Vec::new();
    for q in doc.quotations.iter().filter(|q| !q.double && (12..=60).contains(&q.inner.len())) {
        let from = row.units.partition_point(|u| u.span.start() < q.inner.start());
        let to = row.units.partition_point(|u| u.span.end() <= q.inner.end());
        if WORDS.contains(&to.saturating_sub(from)) {
            out.push(Title { row: r, units: from..to });
        }
    }
    out
}

/// Returns the place of the only word in which two titles differ; in titles of two words the two have a syllable in common.
fn differs(alignment: &Alignment<'_>, a: &Title, b: &Title) -> Option<usize> {
    let (x, y) = (&alignment.rows[a.row], &alignment.rows[b.row]);
    if a.units.len() != b.units.len() {
        return None;
    }
    let pairs = || a.units.clone().zip(b.units.clone());
    let mut differ = pairs().enumerate().filter(|(_, (i, j))| x.units[*i].word != y.units[*j].word);
    let (at, (i, j)) = differ.next()?;
    let telling = |n: usize| pairs().nth(n).is_some_and(|(i, _)| n != at && x.units[i].spelt.len() >= 6);
    if differ.next().is_some() || x.units[i].figure || y.units[j].figure || !(0..a.units.len()).any(telling) {
        return None;
    }
    let (mine, theirs) = (x.reading.doc.slice(x.units[i].spelt), y.reading.doc.slice(y.units[j].spelt));
    let shared = mine.chars().zip(theirs.chars()).any(|(c, d)| c == d);
    let fuller = mine.contains(theirs) || theirs.contains(mine);
    (!fuller && (shared || a.units.len() > 2) && mine.len() >= 6 && theirs.len() >= 6).then_some(at)
}
