//! What stands around a place: the question that a figure there answers, as weighted words.

use super::{Row, Unit, Words};
use crate::text::BlockKind;
use std::ops::Range;

/// How much of a word a part of a compound weighs.
const PART: f32 = 0.4;

/// The words around a unit, by number, with weights; sorted by number, scaled to length one.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Context {
    words: Vec<(u32, f32)>,
}

impl Context {
    /// Returns the context of unit `at` of a row: near words weigh more, the words before more than those behind, what
    /// the sentence is about at least 0.6, words of other clauses 0.15.
    pub fn of(row: &Row<'_>, words: &Words, at: usize) -> Context {
        let sentence = row.sentence(row.sentence_of(at) as u32);
        let mut out: Vec<(u32, f32)> = Vec::with_capacity(sentence.len());
        let mut add = |word: u32, near: f32| {
            out.push((word, near * words.weight(word)));
            out.extend(words.parts(word).map(|part| (part, PART * near * words.weight(part))));
        };
        let mut same_clause = true;
        for (distance, i) in (sentence.start..at).rev().enumerate() {
            let unit = &row.units[i];
            if unit.clause_end && distance > 0 {
                same_clause = false;
            }
            let near = match distance {
                0 => 1.0,
                1 => 0.8,
                2 => 0.6,
                _ if same_clause => 0.4,
                _ => 0.15,
            };
            let near = if unit.topic { f32::max(near, 0.6) } else { near };
            add(unit.sense, near);
        }
        let mut same_clause = !row.units[at].clause_end;
        for (distance, i) in (at + 1..sentence.end).enumerate() {
            let unit = &row.units[i];
            let near = match distance {
                0 => 0.7,
                1 => 0.5,
                _ if same_clause => 0.4,
                _ => 0.15,
            };
            add(unit.sense, near);
            if unit.clause_end {
                same_clause = false;
            }
        }
        if let Some((lender, near)) = lender(row, words, at) {
            for unit in row.units[lender].iter().filter(|u| !u.figure) {
                out.push((unit.sense, near * words.weight(unit.sense)));
            }
        }
        Context::from(out)
    }

    fn from(mut words: Vec<(u32, f32)>) -> Context {
        words.sort_unstable_by_key(|w| w.0);
        words.dedup_by(|b, a| {
            let same = a.0 == b.0;
            if same {
                a.1 = a.1.max(b.1);
            }
            same
        });
        let norm = words.iter().map(|w| w.1 * w.1).sum::<f32>().sqrt();
        if norm > 0.0 {
            for w in &mut words {
                w.1 /= norm;
            }
        }
        Context { words }
    }

    /// Returns the cosine of two contexts, 0 (nothing shared) to 1.
    pub fn likeness(&self, other: &Context) -> f32 {
        let (mut i, mut j, mut sum) = (0, 0, 0.0);
        while i < self.words.len() && j < other.words.len() {
            match self.words[i].0.cmp(&other.words[j].0) {
                std::cmp::Ordering::Less => i += 1,
                std::cmp::Ordering::Greater => j += 1,
                std::cmp::Ordering::Equal => {
                    sum += self.words[i].1 * other.words[j].1;
                    i += 1;
                    j += 1;
                }
            }
        }
        sum
    }
}

/// Sentences with fewer telling words than this go on with what was said before.
const FEW: usize = 3;

/// Returns the sentence that lends its words to a unit's own, and how much they weigh: the question that an answer goes on
/// with (`언제 문을 여나. 내년 9월 4일.`), the sentence before one that says little (`처음은 2018년 3월이었다.`), the line behind a
/// figure that stands alone (`▲ 3천200만 달러`).
pub fn lender(row: &Row<'_>, words: &Words, at: usize) -> Option<(Range<usize>, f32)> {
    let doc = &row.reading.doc;
    let own = row.sentence_of(at);
    let asked = |s: usize| {
        let text = doc.slice(doc.sentences[s].span).trim_end();
        text.ends_with('?')
            || ["나.", "까.", "나", "가."].iter().any(|w| text.ends_with(w)) && text.starts_with(['Q', '-', '―', '—'])
    };
    let before = own.checked_sub(1).filter(|&b| {
        let (a, b) = (&doc.sentences[b], &doc.sentences[own]);
        a.kind == b.kind && !matches!(b.kind, BlockKind::Title | BlockKind::Caption)
    });
    if let Some(b) = before.filter(|&b| asked(b)) {
        return Some((row.sentence(b as u32), QUESTION));
    }
    let telling = |u: &Unit| !u.figure && words.weight(u.sense) > SLIGHT;
    let told = row.units[row.sentence(own as u32)].iter().filter(|u| telling(u)).count();
    if told == 0 && own + 1 < doc.sentences.len() {
        return Some((row.sentence(own as u32 + 1), QUESTION));
    }
    before.filter(|_| told < FEW).map(|b| (row.sentence(b as u32), BEFORE))
}

/// Words that weigh less tell nothing.
const SLIGHT: f32 = 0.7;

/// How much the words of a question weigh in its answer.
const QUESTION: f32 = 0.5;

/// How much those of the sentence before weigh.
const BEFORE: f32 = 0.3;

/// How many words next to two places are the same, in the same order.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Anchors {
    /// Before the places.
    pub left: u8,
    /// Behind them.
    pub right: u8,
}

/// Returns the equal words directly around two units, at most `most` on each side; where both sentences begin (or end)
/// together, that counts as one more.
pub fn anchors(a: &Row<'_>, i: usize, b: &Row<'_>, j: usize, most: u8) -> Anchors {
    let (sa, sb) = (a.sentence(a.sentence_of(i) as u32), b.sentence(b.sentence_of(j) as u32));
    let mut out = Anchors::default();
    let (mut x, mut y) = (i, j);
    while out.left < most {
        match (x > sa.start, y > sb.start) {
            (true, true) if a.units[x - 1].class == b.units[y - 1].class => {
                out.left += 1;
                x -= 1;
                y -= 1;
            }
            (false, false) => {
                out.left += 1;
                break;
            }
            _ => break,
        }
    }
    let (mut x, mut y) = (i + 1, j + 1);
    while out.right < most {
        match (x < sa.end, y < sb.end) {
            (true, true) if a.units[x].class == b.units[y].class => {
                out.right += 1;
                x += 1;
                y += 1;
            }
            (false, false) => {
                out.right += 1;
                break;
            }
            _ => break,
        }
    }
    out
}

/// Returns whether the sentences of two units are the same word for word but for the two, and long enough for that to be
/// no chance.
pub fn only_change(a: &Row<'_>, i: usize, b: &Row<'_>, j: usize) -> bool {
    let (sa, sb) = (a.sentence(a.sentence_of(i) as u32), b.sentence(b.sentence_of(j) as u32));
    sa.len() == sb.len()
        && sa.len() >= 5
        && i - sa.start == j - sb.start
        && sa.zip(sb).all(|(x, y)| x == i || a.units[x].word == b.units[y].word)
}
