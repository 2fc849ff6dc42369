//! Bouts: who beat whom. `한서윤 후보가 문이든 후보를 눌렀다` and `문이든 후보가 한서윤 후보를 이겼다` cannot both be right.

use super::clause::{MARKS, clause_start, mark, pair_at, phrase, value};
use super::figure::{self, Agreement, Class};
use super::question::alike;
use super::status::status_words;
use super::{Alignment, Row};
use crate::claim::Value;
use crate::source::Span;
use std::ops::Range;

/// What the subject does to the object where it wins.
const BEATS: &[&str] =
    &["이기다", "꺾다", "누르다", "제치다", "따돌리다", "물리치다", "앞서다", "제압", "격파", "완파", "대파"];

/// What the subject does where it loses, with 에 or 에게 behind the winner.
const LOSES: &[&str] = &["지다", "패하다", "뒤지다", "밀리다", "패배", "끌려가다"];

/// Words of the time before the end.
const MEANWHILE: &[&str] = &["초반", "중반", "한때", "전반", "내내", "중간", "줄곧"];

/// One clause that tells who beat whom.
#[derive(Clone, Debug)]
struct Bout {
    row: usize,
    verb: usize,
    /// The names of who wins, as words.
    winner: Vec<u32>,
    /// The names of who loses.
    loser: Vec<u32>,
    /// From the first of the two to the verb.
    span: Span,
}

/// Two clauses that give one bout to either side.
#[derive(Clone, PartialEq, Debug)]
pub struct Swap {
    /// Row and place of the clause that fewer articles agree with.
    pub at: (usize, Span),
    /// Rows and places of those that have it the other way round.
    pub others: Vec<(usize, Span)>,
    /// How many voices agree with `at`, and how many with the others.
    pub voices: [usize; 2],
}

/// Returns the bouts that articles give to either side.
pub fn swaps(alignment: &Alignment<'_>) -> Vec<Swap> {
    let mut bouts: Vec<Bout> = Vec::new();
    for (r, row) in alignment.rows.iter().enumerate() {
        bouts.extend((0..row.units.len()).filter_map(|u| bout(row, r, u)));
    }
    let mut out: Vec<Swap> = Vec::new();
    for a in &bouts {
        let against: Vec<&Bout> = bouts
            .iter()
            .filter(|b| b.row != a.row && meets(&a.winner, &b.loser) && meets(&a.loser, &b.winner))
            .collect();
        let with: Vec<&Bout> =
            bouts.iter().filter(|b| meets(&a.winner, &b.winner) && meets(&a.loser, &b.loser)).collect();
        // Who tells of a bout either way tells of two.
        let both =
            |b: &Bout| bouts.iter().any(|o| o.row == b.row && meets(&o.winner, &b.loser) && meets(&o.loser, &b.winner));
        if against.is_empty() || with.iter().chain(&against).any(|b| both(b)) {
            continue;
        }
        if against.iter().any(|b| are_two(alignment, a, b) || of_other_field(alignment, a, b)) {
            continue;
        }
        let voices = |of: &[&Bout]| alignment.voices(of.iter().map(|b| b.row));
        let (own, there) = (voices(&with), voices(&against));
        let told = |s: &Swap| s.at == (a.row, a.span) || s.others.contains(&(a.row, a.span));
        if own > there || out.iter().any(told) {
            continue;
        }
        out.push(Swap {
            at: (a.row, a.span),
            others: against.iter().map(|b| (b.row, b.span)).collect(),
            voices: [own, there],
        });
    }
    out
}

/// Returns whether two lists have a name in common.
fn meets(a: &[u32], b: &[u32]) -> bool {
    a.iter().any(|w| b.contains(w))
}

/// Returns whether two clauses tell of two bouts between the same: of another score, another day, another round.
fn are_two(alignment: &Alignment<'_>, a: &Bout, b: &Bout) -> bool {
    let (x, y) = (&alignment.rows[a.row], &alignment.rows[b.row]);
    let values = |row: &Row<'_>, at: usize| -> Vec<Value> {
        row.sentence(row.sentence_of(at) as u32)
            .filter(|&u| row.units[u].figure)
            .filter_map(|u| value(row, u).cloned())
            .collect()
    };
    let (first, second) = (values(x, a.verb), values(y, b.verb));
    let timed = |v: &Value| {
        matches!(
            figure::class(v),
            Some(Class::Score | Class::Ordinal(_) | Class::Day | Class::Month | Class::Year | Class::Percent)
        )
    };
    let clash = first.iter().filter(|v| timed(v)).any(|v| {
        let mut of_class = second.iter().filter(|w| figure::class(w) == figure::class(v)).peekable();
        of_class.peek().is_some() && !of_class.any(|w| figure::agreement(v, w) != Agreement::Differs)
    });
    // 개표율 60% 상황에서 앞섰다, 최종 개표에서 졌다.
    let stages = |row: &Row<'_>, at: usize| {
        let doc = &row.reading.doc;
        let text = doc.slice(doc.sentences[row.sentence_of(at)].span);
        STAGES.map(|w| text.contains(w))
    };
    clash || status_words(x, a.verb) != status_words(y, b.verb) || stages(x, a.verb) != stages(y, b.verb)
}

/// Words of how far a count or a contest had come.
const STAGES: [&str; 8] = ["개표율", "현재", "사전투표", "관외", "출구조사", "여론조사", "예선", "결선"];

/// Returns whether one of two clauses tells where or in which poll it was so, and the other does not: 청주에서는, 앞서
/// 15일 조사에서는.
fn of_other_field(alignment: &Alignment<'_>, a: &Bout, b: &Bout) -> bool {
    let (x, y) = (&alignment.rows[a.row], &alignment.rows[b.row]);
    let sentence = |row: &Row<'_>, of: &Bout| row.sentence(row.sentence_of(of.verb) as u32);
    let lacks = |row: &Row<'_>, of: &Bout, beside: &Row<'_>, other: &Bout| {
        let field = |&u: &usize| mark(row, u, &["에서는", "에서도", "에선", "에서만", "에서의"]).is_some();
        // 평택입니다. A 후보가 B 후보를 눌렀습니다: the sentence before tells where.
        let there = beside.sentence_of(other.verb);
        let doc = &beside.reading.doc;
        let before = there.checked_sub(1).filter(|&s| doc.sentences[s].block == doc.sentences[there].block);
        let there = beside.sentence(before.unwrap_or(there) as u32).start..beside.sentence(there as u32).end;
        sentence(row, of)
            .take_while(|&u| u < of.verb)
            .filter(field)
            .any(|u| !there.clone().any(|v| row.units[u].word == beside.units[v].word || alike(row, u, beside, v)))
    };
    lacks(x, a, y, b) || lacks(y, b, x, a)
}

/// Returns the bout that the word at a unit tells of.
fn bout(row: &Row<'_>, r: usize, verb: usize) -> Option<Bout> {
    let Value::Direction { word, up, .. } = value(row, verb)? else { return None };
    let beats = BEATS.contains(&word.as_str()) && *up;
    let loses = LOSES.contains(&word.as_str()) && !*up;
    if !beats && !loses {
        return None;
    }
    let sentence = row.sentence(row.sentence_of(verb) as u32);
    let start = clause_start(row, verb, sentence.start);
    // 중반까지 뒤졌으나: how it stood is not how it ended.
    let word = |u: usize| row.reading.doc.slice(row.reading.doc.tokens[row.units[u].token as usize].span);
    if (start..verb).any(|u| MEANWHILE.iter().any(|w| word(u).starts_with(w))) {
        return None;
    }
    let to: &[&str] = if beats { &["을", "를"] } else { &["에", "에게"] };
    let object = (start..verb).rev().find_map(|u| named(row, u, to, start))?;
    let subject = (start..verb)
        .rev()
        .find_map(|u| named(row, u, &MARKS[..4], start))
        .or_else(|| (sentence.start..start).rev().find_map(|u| named(row, u, &MARKS[..2], sentence.start)))?;
    let names = |of: &Range<usize>| -> Vec<u32> {
        of.clone().filter(|&u| row.units[u].name).map(|u| row.units[u].word).collect()
    };
    let (subjects, objects) = (names(&subject), names(&object));
    if subjects.is_empty() || objects.is_empty() || meets(&subjects, &objects) {
        return None;
    }
    let (winner, loser) = if beats { (subjects, objects) } else { (objects, subjects) };
    let first = subject.start.min(object.start);
    let end = row.reading.doc.tokens[row.units[verb].token as usize].span;
    Some(Bout { row: r, verb, winner, loser, span: row.units[first].span.cover(end) })
}

/// Returns the noun phrase that one of the particles stands behind, what is in brackets before the particle left out:
/// `심이든 후보(3만 표·44%)를`.
fn named(row: &Row<'_>, at: usize, marks: &[&str], start: usize) -> Option<Range<usize>> {
    let mut last = match mark(row, at, marks) {
        Some(u) => u,
        None => {
            let token = &row.reading.doc.tokens[row.units[at].token as usize];
            let own = marks.contains(&row.reading.doc.slice(token.span)) && !token.spaced;
            (own && at > start).then(|| at - 1)?
        }
    };
    let before = &row.reading.doc.text[..row.units[at].span.start()];
    if row.units[last].figure || before.ends_with(')') {
        let open = before.rfind('(')?;
        last = (start..last + 1).rev().find(|&u| row.units[u].span.end() <= open)?;
    }
    Some(phrase(row, last, start, pair_at(row, at)))
}
