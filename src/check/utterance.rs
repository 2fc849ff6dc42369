//! Utterances: the sentences between double quotation marks, and how two of them go together word by word.

use super::denial::affirmed;
use crate::align::diff::{Diff, diff};
use crate::align::{Alignment, Row, shared_count};
use crate::source::Span;
use crate::text::{BlockKind, Quotation, ending};
use std::ops::Range;

/// A sentence of a quotation, as units of its row.
pub(super) struct Utterance {
    pub(super) row: usize,
    pub(super) units: Range<usize>,
    /// The bytes at which the quotation begins and ends of which it is a sentence.
    pub(super) opens: usize,
    pub(super) ends: usize,
    /// Whether it is the last sentence of the quotation.
    pub(super) last: bool,
    /// Whether it stands in a headline or subhead.
    pub(super) heads: bool,
    /// Whether it is what somebody says in a caption: written down from the sound, it is put in other words more freely.
    pub(super) captioned: bool,
    /// The unit behind the last that denies, the first of all where none does; none where what stands behind it denies it.
    pub(super) affirmed: Option<usize>,
}

/// An utterance has at least so many words; what is shorter is a term or an emphasis.
const LEAST: usize = 3;

/// Returns the utterances of at least three words, by row and place; each sentence of a quotation is one.
pub(super) fn utterances(alignment: &Alignment<'_>) -> Vec<Utterance> {
    utterances_of(alignment, LEAST)
}

/// Returns the utterances of at least so many words, by row and place.
pub(super) fn utterances_of(alignment: &Alignment<'_>, least: usize) -> Vec<Utterance> {
    let mut out = Vec::new();
    for (r, row) in alignment.rows.iter().enumerate() {
        let quoted = row.reading.doc.quotations.iter().filter(|q| q.double).map(|q| (q.inner, heads(row, q), false));
        let spoken = captions(row).map(|inner| (inner, false, true));
        for (inner, heads, captioned) in quoted.chain(spoken) {
            let first = row.units.partition_point(|u| u.span.start() < inner.start());
            let end = row.units.partition_point(|u| u.span.start() < inner.end());
            let mut start = first;
            for at in first..end {
                let last = at + 1 == end;
                if !last && !ends_sentence(row, at) {
                    continue;
                }
                if at + 1 - start >= least {
                    let (opens, ends) = (inner.start(), inner.end());
                    let units = start..at + 1;
                    let mut said = Utterance { row: r, units, opens, ends, last, heads, captioned, affirmed: None };
                    said.affirmed = affirmed(row, &said);
                    out.push(said);
                }
                start = at + 1;
            }
        }
    }
    out
}

/// What stands before the colon of a bracket that holds no words of anybody: [영상취재: 노하람], [자료: 통계청].
const CREDITS: &[&str] = &["영상", "화면", "제공", "취재", "편집", "자료", "사진", "그래픽", "출처", "촬영", "제보"];

/// Returns what people say in the captions of a broadcast, where no marks stand around it: `[노하람/시민: 다행이에요.]`.
fn captions<'r>(row: &'r Row<'_>) -> impl Iterator<Item = Span> + 'r {
    let doc = &row.reading.doc;
    doc.sentences.iter().filter_map(move |s| {
        let text = doc.slice(s.span).strip_prefix('[')?.trim_end();
        let said = text.strip_suffix(']')?;
        let colon = said.find(':').filter(|&c| c <= LEAD)?;
        let (who, words) = (&said[..colon], &said[colon + 1..]);
        if words.contains(['"', '“', '[', ':', '/']) || CREDITS.iter().any(|w| who.contains(w)) {
            return None;
        }
        let start = s.span.start() + 1 + colon + 1;
        Some(Span::new(start + words.len() - words.trim_start().len(), start + words.len()))
    })
}

/// Within so many bytes the colon behind who speaks stands.
const LEAD: usize = 90;

fn heads(row: &Row<'_>, q: &Quotation) -> bool {
    matches!(row.reading.doc.sentences[q.sentence as usize].kind, BlockKind::Title | BlockKind::Subhead)
}

/// Returns whether a sentence ends between a unit and the next.
fn ends_sentence(row: &Row<'_>, at: usize) -> bool {
    let end = row.reading.doc.tokens[row.units[at].token as usize].span.end().max(row.units[at].span.end());
    let between = row.reading.doc.text.get(end..row.units[at + 1].span.start()).unwrap_or("");
    between.contains(['.', '?', '!']) && between.ends_with(char::is_whitespace)
}

/// Returns the words of an utterance, by number, sorted.
pub(super) fn words_of(alignment: &Alignment<'_>, said: &Utterance) -> Vec<u32> {
    let mut words: Vec<u32> = alignment.rows[said.row].units[said.units.clone()].iter().map(|u| u.word).collect();
    words.sort_unstable();
    words
}

/// Returns how two utterances go together, forms of one verb as one word; none where they have but one word in common.
pub(super) fn shared(alignment: &Alignment<'_>, words: [&[u32]; 2], a: &Utterance, b: &Utterance) -> Option<Diff> {
    // Forms of one verb are few among the words of one utterance.
    let same = shared_count(words[0], words[1]);
    if same < 2 || 3 * same < a.units.len().min(b.units.len()) {
        return None;
    }
    let (x, y) = (&alignment.rows[a.row], &alignment.rows[b.row]);
    Some(diff(x, a.units.clone(), y, b.units.clone(), |i, j| are_one_verb(x, i, y, j) || are_one_day(x, i, y, j)))
}

/// Returns whether two words for a day are the same: 오늘 of one utterance, quoted in papers of two days.
fn are_one_day(x: &Row<'_>, i: usize, y: &Row<'_>, j: usize) -> bool {
    x.units[i].figure && y.units[j].figure && whole(x, i) == whole(y, j)
}

/// Returns whether two words are forms of one verb: 옮습니다, 옮지.
pub(super) fn are_one_verb(x: &Row<'_>, i: usize, y: &Row<'_>, j: usize) -> bool {
    !x.units[i].figure && !y.units[j].figure && ending::is_one_verb(whole(x, i), whole(y, j))
}

/// Returns the whole word of a unit, endings and all.
pub(super) fn whole<'r>(row: &'r Row<'_>, unit: usize) -> &'r str {
    row.reading.doc.slice(row.reading.doc.tokens[row.units[unit].token as usize].span)
}
