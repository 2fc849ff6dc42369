//! The mood at the end of an utterance: `지켜지기를 바란다`, `지켜질 것으로 확신한다`; `새울 수는 없다`, `새울 수밖에 없다`.
//!
//! Of two utterances that are the same up to there, other endings are how desks work; a hope for a certainty is not.

use super::report::{Found, loc};
use super::utterance::{Utterance, are_one_verb, whole};
use crate::align::diff::{Change, Diff, diff};
use crate::align::{Alignment, Row};
use crate::source::Span;
use crate::text::ending::is_form_of;
use crate::text::hangul::split;
use std::ops::Range;

/// What is said of a matter.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Mood {
    /// 수밖에 없다, 야 한다.
    Must,
    /// 수 없다.
    Cannot,
    /// 수 있다.
    Can,
    /// 뿐이다.
    Only,
    /// 만이 아니다.
    NotOnly,
    /// 확신한다.
    Sure,
    /// 바란다, 기대한다.
    Hope,
    /// 우려한다.
    Doubt,
    /// 했다.
    Done,
    /// 하겠다, 할 것이다.
    Will,
}

/// Words that tell the mood, those that decide before others first.
const WORDS: &[(Mood, &[&str])] = &[
    (Mood::Must, &["수밖에 없", "않을 수 없", "않을 수가 없"]),
    (
        Mood::NotOnly,
        &["만이 아니", "만은 아니", "만이 아닙", "만은 아닙", "뿐이 아니", "뿐만 아니", "뿐만이 아니", "만 아니"],
    ),
    (Mood::Cannot, &["수 없", "수는 없", "수가 없", "수도 없"]),
    (Mood::Doubt, &["우려한", "우려된", "우려스", "걱정된", "걱정이", "의문이"]),
    (Mood::Sure, &["확신한", "확신합", "틀림없", "장담한", "장담합"]),
    (Mood::Hope, &["바란다", "바랍니", "바라고", "희망한", "기대한", "기대합"]),
    (Mood::Must, &["야 한다", "야 합니", "야 할", "야 해"]),
    (Mood::Can, &["수 있"]),
];

/// Returns the mood at the end of some words, if they tell one; `even` where they end in as many words as those beside
/// them, so that their tenses compare.
fn mood(text: &str, even: bool) -> Option<Mood> {
    let told = WORDS.iter().find(|(_, words)| words.iter().any(|w| text.contains(w))).map(|(m, _)| *m);
    let only = ["뿐", "뿐이다", "뿐입니다", "뿐이에요", "뿐이었다"].iter().any(|w| text.ends_with(w));
    told.or(only.then_some(Mood::Only)).or_else(|| tense(text).filter(|_| even))
}

/// Returns whether what some words end with is done or will be.
fn tense(text: &str) -> Option<Mood> {
    let end = text.trim_end_matches(['.', '!', '”', '"']);
    if let Some(rest) = ["것이다", "것입니다", "겁니다", "것"].iter().find_map(|e| end.strip_suffix(e)) {
        let last = rest.trim_end().chars().next_back().and_then(split)?;
        return (rest.ends_with(' ') && last.2 == RIEUL).then_some(Mood::Will);
    }
    let stem = ["습니다", "다", "어요"].iter().find_map(|e| end.strip_suffix(e))?;
    match stem.chars().next_back()? {
        '겠' => Some(Mood::Will),
        '있' => None,
        c => split(c).filter(|s| s.2 == SSANG_SIOT).map(|_| Mood::Done),
    }
}

/// ㄴ, ㄹ and ㅆ among the final sounds.
const NIEUN: u8 = 4;
const RIEUL: u8 = 8;
const SSANG_SIOT: u8 = 20;

/// Returns whether no speaker means both: who hopes may say that it can be.
fn contradict(a: Mood, b: Mood) -> bool {
    let tense = |m: Mood| matches!(m, Mood::Done | Mood::Will);
    a != b && tense(a) == tense(b) && !matches!((a, b), (Mood::Can, Mood::Hope) | (Mood::Hope, Mood::Can))
}

/// Returns the words of both sides of which one says that what the other tells as done has to be done: `의결을 거쳐야 할
/// 계약`, `의결을 거친 계약`.
pub(super) fn owed(
    alignment: &Alignment<'_>,
    a: &Utterance,
    b: &Utterance,
    shared: &Diff,
) -> Option<(Range<usize>, Range<usize>)> {
    let (x, y) = (&alignment.rows[a.row], &alignment.rows[b.row]);
    let owes = |row: &Row<'_>, said: &Utterance, at: usize| {
        let next = || whole(row, at + 1);
        whole(row, at).ends_with('야')
            && at + 1 < said.units.end
            && is_form_of(next(), &["하", "되"])
            && !next().starts_with(['했', '됐', '안'])
    };
    let done = |row: &Row<'_>, at: usize| {
        let word = whole(row, at);
        let closes = |c: char| split(c).map_or(0, |s| s.2);
        let last = word.chars().next_back().unwrap_or(' ');
        closes(last) == NIEUN && last != '는' || word.chars().any(|c| closes(c) == SSANG_SIOT)
    };
    shared.pairs.iter().find_map(|&(i, j)| match (owes(x, a, i), owes(y, b, j)) {
        (true, false) if done(y, j) => Some((i..i + 2, j..j + 1)),
        (false, true) if done(x, i) => Some((i..i + 1, j..j + 2)),
        _ => None,
    })
}

/// Returns the words of an utterance from a unit on, endings and all.
fn tail(row: &Row<'_>, said: &Utterance, from: usize) -> Span {
    let last = row.reading.doc.tokens[row.units[said.units.end - 1].token as usize].span;
    row.units[from].span.cover(last)
}

/// Returns the unit with which the ends of both begin, where they are the same up to there.
fn ends(a: &Utterance, b: &Utterance, shared: &Diff) -> Option<(usize, usize)> {
    // What one leaves out at its beginning is trimmed.
    let trimmed =
        |c: &&Change| c.before == 0 && (c.first.is_empty() || c.second.is_empty()) && (c.first.start == a.units.start);
    let rest: Vec<_> = shared.changes.iter().filter(|c| !trimmed(c)).collect();
    match rest[..] {
        [] => Some((a.units.end.checked_sub(3)?.max(a.units.start), b.units.end.checked_sub(3)?.max(b.units.start))),
        [c] if c.after <= 1 && c.before > 0 => Some((c.first.start - 1, c.second.start - 1)),
        _ => None,
    }
}

/// Returns whether what differs at the end of two utterances is one word on either side.
fn is_even(shared: &Diff) -> bool {
    shared.changes.iter().all(|c| c.before == 0 || (c.first.len() == c.second.len() && c.first.len() <= 1))
}

/// Returns the finding for two utterances that are the same but for the mood at their ends; `said` holds all utterances.
pub(super) fn turned(
    alignment: &Alignment<'_>,
    said: &[Utterance],
    (a, b): (&Utterance, &Utterance),
    shared: &Diff,
) -> Option<Found> {
    let rows = &alignment.rows;
    let (i, j) = ends(a, b, shared)?;
    let text = |u: &Utterance, from: usize| rows[u.row].reading.doc.slice(tail(&rows[u.row], u, from));
    if shared.same < 2 {
        return None;
    }
    let (first, second) = (mood(text(a, i), is_even(shared))?, mood(text(b, j), is_even(shared))?);
    if !contradict(first, second) {
        return None;
    }
    // Who else has these words, and how they end there.
    let (mut own, mut others) = (vec![(a, i)], vec![(b, j)]);
    for c in said.iter().filter(|c| c.row != a.row && c.row != b.row) {
        let (x, y) = (&rows[a.row], &rows[c.row]);
        let with_a = diff(x, a.units.clone(), y, c.units.clone(), |i, j| are_one_verb(x, i, y, j));
        if with_a.same < 2 {
            continue;
        }
        let Some((_, k)) = ends(a, c, &with_a) else { continue };
        match mood(text(c, k), is_even(&with_a)) {
            Some(m) if m == first => own.push((c, k)),
            Some(m) if m == second => others.push((c, k)),
            _ => {}
        }
    }
    let voices = |of: &[(&Utterance, usize)]| alignment.voices(of.iter().map(|o| o.0.row));
    // One against one, the later place is told, with the other side.
    if voices(&own) >= voices(&others) {
        std::mem::swap(&mut own, &mut others);
    }
    let proven = voices(&others) >= 2 && voices(&own) == 1;
    let place = |&(u, from): &(&Utterance, usize)| loc(&rows[u.row], tail(&rows[u.row], u, from));
    Some(Found {
        at: place(&own[0]),
        expected: vec![text(others[0].0, others[0].1).to_owned()],
        confidence: if proven { 0.9 } else { 0.72 },
        proven,
        others: others.iter().map(place).collect(),
        reasons: vec!["같은 말이 끝에서 다른 뜻이 되었다".to_owned()],
        replacement: None,
        safe: false,
    })
}
