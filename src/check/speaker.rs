//! The same words given to another speaker.
//!
//! Only sides that are never one are told apart: 검찰 and 재판부, 노조 and 사측, two persons with names. 서울시 and 시장, 정부
//! and 국토부 speak for one another.

use super::Scene;
use super::report::{Found, loc};
use super::speaking::{Speaker, Who, alike, apart, has_other_office, speaker};
use super::utterance::Utterance;
use crate::align::Alignment;

/// Utterances of so few words are given to somebody else only where two outlets give them to one.
const SHORT: usize = 3;

/// Returns the speakers to whom one article alone gives words that the others give to somebody else; `copied` holds
/// pairs of utterances of the same words.
pub(super) fn found(scene: Scene<'_>, alignment: &Alignment<'_>, copied: &[(&Utterance, &Utterance)]) -> Vec<Found> {
    let lexicon = &scene.rules.lexicon;
    let (mut pairs, mut short) = (Vec::new(), Vec::new());
    for (a, b) in copied.iter().filter(|(a, b)| a.row != b.row) {
        let (Some(x), Some(y)) = (speaker(alignment, a, lexicon), speaker(alignment, b, lexicon)) else { continue };
        pairs.push((x, y));
        short.push(a.units.len().min(b.units.len()) <= SHORT);
    }
    let mut out: Vec<Found> = Vec::new();
    for ((a, b), short) in pairs.iter().zip(short) {
        // Of a judge whom one article calls a prosecutor the office is told, not the words.
        if !apart(alignment, a, b) || has_other_office(alignment, a) || has_other_office(alignment, b) {
            continue;
        }
        // All who have these words, and to whom they give them.
        let mut given: Vec<&Speaker<'_>> = Vec::new();
        for (x, y) in &pairs {
            let at = |s: &Speaker<'_>| (s.row, s.unit);
            if [x, y].iter().any(|s| at(s) == at(a) || at(s) == at(b)) {
                for s in [x, y] {
                    if !given.iter().any(|g| at(g) == at(s)) {
                        given.push(s);
                    }
                }
            }
        }
        let (mine, theirs): (Vec<&Speaker<'_>>, Vec<&Speaker<'_>>) =
            given.iter().copied().partition(|g| alike(&g.who, &a.who));
        // Who has one repeat the other's words says so in one article.
        if theirs.iter().any(|t| !alike(&t.who, &b.who) || mine.iter().any(|m| m.row == t.row)) {
            continue;
        }
        let voices = |of: &[&Speaker<'_>]| alignment.voices(of.iter().map(|s| s.row));
        let (here, there) = (voices(&mine), voices(&theirs));
        let letter = |of: &[&Speaker<'_>]| of.iter().any(|s| matches!(s.who, Who::Letter(_)));
        // Who leaves the name out knows less of who spoke.
        let turned = here > there || (here == there && letter(&theirs));
        let (odd, others) = if turned { (theirs, mine) } else { (mine, theirs) };
        let proven = here.min(there) == 1 && here.max(there) >= 2;
        // Two may say the same few words, but not three.
        if short && !proven {
            continue;
        }
        let place = |s: &Speaker<'_>| {
            let units = &alignment.rows[s.row].units;
            let from = if matches!(s.who, Who::Titled(..)) { s.unit - 1 } else { s.unit };
            loc(&alignment.rows[s.row], units[from].span.cover(units[s.unit].span))
        };
        let at = place(odd[0]);
        if out.iter().any(|o| o.at == at || o.others.contains(&at)) {
            continue;
        }
        // The fullest name tells most.
        let name = |s: &Speaker<'_>| alignment.rows[s.row].units[s.unit].span.len();
        let right = others.iter().copied().rev().max_by_key(|s| name(s)).unwrap_or(others[0]);
        out.push(Found {
            at,
            expected: vec![alignment.rows[right.row].reading.doc.slice(place(right).span).to_owned()],
            confidence: if proven { 0.8 } else { 0.6 },
            proven,
            others: others.iter().map(|s| place(s)).collect(),
            reasons: vec!["같은 말을 다른 이가 한 것으로 적었다".to_owned()],
            replacement: None,
            safe: false,
        });
    }
    out
}
