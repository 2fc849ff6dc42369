//! Persons of whom only the surname is told, with their age: `운전기사 박모(59)씨` in one outlet, `운전기사 김모(59)씨` in the others.

use super::Common;
use super::contest::{Answer, contests};
use super::report::{Found, loc};
use crate::source::Span;
use crate::text::{Document, hangul};

/// Returns the surnames that one article alone gives to somebody of an age, where others give one other to who is called the
/// same before the name.
pub(super) fn found(common: &Common<'_>) -> Vec<Found> {
    let rows = &common.alignment.rows;
    let all: Vec<Answer> = rows.iter().enumerate().flat_map(|(r, row)| withheld(r, &row.reading.doc)).collect();
    let mut out = Vec::new();
    for c in contests(common, &all) {
        let place = |a: &&Answer| loc(&rows[a.row], a.at);
        // Of one against one that surname is wrong which somebody else of the story has.
        let elsewhere = |of: &[&Answer]| all.iter().any(|a| a.question != of[0].question && a.answer == of[0].answer);
        let (ours, theirs) = (elsewhere(&c.odd), elsewhere(&c.others));
        let (odd, others) = if theirs && !ours && !c.proven { (c.others, c.odd) } else { (c.odd, c.others) };
        let right = &others[0].answer;
        let proven = c.proven || ours != theirs;
        out.extend(odd.iter().map(|odd| Found {
            at: place(odd),
            expected: vec![format!("{right}모")],
            confidence: if proven { 0.8 } else { 0.65 },
            proven,
            others: others.iter().map(place).collect(),
            reasons: vec!["나이와 하는 일이 같은 사람의 성이 다르다".to_owned()],
            replacement: proven.then(|| format!("{right}모")),
            safe: false,
        }));
    }
    out
}

/// Returns the withheld names of an article that have an age in brackets and a word before them that says who it is.
fn withheld(row: usize, doc: &Document<'_>) -> Vec<Answer> {
    const WITHHELD: &str = "모";
    let text = doc.text;
    let mut out = Vec::new();
    for open in memchr::memchr_iter(b'(', text.as_bytes()) {
        let lead = text[..open].strip_suffix(' ').unwrap_or(&text[..open]);
        let Some(surname) = lead.strip_suffix(WITHHELD).and_then(|l| l.chars().next_back()) else { continue };
        let from = lead.len() - WITHHELD.len() - surname.len_utf8();
        let age = text[open + 1..].split_once(')').map_or("", |inner| inner.0);
        let age = age.strip_suffix('세').unwrap_or(age);
        let aged = (2..=3).contains(&age.len()) && age.bytes().all(|b| b.is_ascii_digit());
        if !hangul::is_syllable(surname) || !aged {
            continue;
        }
        let Some(before) = text[..from].strip_suffix(' ') else { continue };
        let called = before.rsplit([' ', '\n', '(', '"', '\'']).next().unwrap_or("");
        // `A씨와 박모(59)씨`: who somebody is tells a noun.
        if called.len() >= 6
            && called.chars().all(hangul::is_syllable)
            && !called.ends_with(['와', '과', '고', '은', '는'])
        {
            let at = Span::new(from, lead.len());
            out.push(Answer {
                row,
                question: format!("{called} {age}"),
                answer: surname.to_string(),
                at,
                apart: false,
            });
        }
    }
    out
}
