//! Wins and losses of one pairing: `상대 전적은 3승 2패` where two outlets and more have `2승 3패`.

use super::page::Page;
use super::{Others, Slip};
use crate::finding::Kind;
use crate::source::Span;
use crate::text::Document;

/// Words of a sentence that tells how two have played against each other.
const PAIRING: &[&str] = &["상대 전적", "상대전적", "맞대결", "통산 전적"];

/// Words for the side from which it is told.
const SIDES: &[&str] = &["앞서", "앞섰", "앞선", "우위", "우세", "뒤지", "뒤졌", "뒤진", "열세", "밀리", "밀렸"];

/// A record of wins and losses.
struct Record {
    at: Span,
    won: u32,
    lost: u32,
}

/// Returns the records that others tell the other way round.
pub(super) fn slips(page: &Page<'_>, others: &Others<'_>) -> Vec<Slip> {
    let own = records(page.doc);
    let [record] = &own[..] else { return Vec::new() };
    if record.won == record.lost {
        return Vec::new();
    }
    let theirs: Vec<(u32, u32)> =
        others.readings().filter_map(|r| records(&r.doc).first().map(|o| (o.won, o.lost))).collect();
    if theirs.len() < 2 || theirs.iter().any(|&(won, lost)| (won, lost) != (record.lost, record.won)) {
        return Vec::new();
    }
    vec![Slip {
        kind: Kind::Count,
        at: record.at,
        expected: Some(format!("{}승 {}패", record.lost, record.won)),
        confidence: 0.88,
        reason: "다른 매체는 승과 패를 거꾸로 적었다".to_owned(),
        operands: Vec::new(),
    }]
}

/// Returns the records of pairings of an article that are told from no other side.
fn records(doc: &Document<'_>) -> Vec<Record> {
    let text = doc.text;
    let mut out = Vec::new();
    if !text.contains("패") || !PAIRING.iter().any(|w| text.contains(w)) {
        return out;
    }
    for sentence in &doc.sentences {
        let said = doc.slice(sentence.span);
        if !PAIRING.iter().any(|w| said.contains(w)) || SIDES.iter().any(|w| said.contains(w)) {
            continue;
        }
        let Some(at) = said.find("승 ") else { continue };
        let lead = said[..at].trim_end_matches(|c: char| c.is_ascii_digit());
        let behind = &said[at + "승 ".len()..];
        let digits = behind.len() - behind.trim_start_matches(|c: char| c.is_ascii_digit()).len();
        let (Ok(won), Ok(lost)) = (said[lead.len()..at].parse(), behind[..digits].parse()) else { continue };
        if behind[digits..].starts_with('패') {
            let end = at + "승 ".len() + digits + "패".len();
            out.push(Record {
                at: Span::new(sentence.span.start() + lead.len(), sentence.span.start() + end),
                won,
                lost,
            });
        }
    }
    out
}
