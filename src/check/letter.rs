//! Names of persons and bodies that are one letter off where the reader took the last syllable for a particle or an ending:
//! `고은벌이라는`, `추마해는`, `한소은행장`. Who it is the other articles, and this one, know.

use super::report::{Found, loc};
use super::{Common, Scene};
use crate::claim::Value;
use crate::claim::tail::is_particle;
use crate::finding::Kind;
use crate::source::Span;
use crate::text::Script;
use crate::text::hangul;
use memchr::memmem::Finder;

/// A name stands at least so often where one letter less or more is a slip.
const OFTEN: usize = 3;

/// A body of so many bytes is misspelt wherever the letter is in what makes it a body: 한빛바다해온 for 한빛바다해운.
const LONG: usize = 15;

/// Returns the words that begin with a name of the event but for one letter, and stand once: names of persons, or of bodies.
pub(super) fn found(scene: Scene<'_>, common: &Common<'_>, kind: Kind) -> Vec<Found> {
    let rows = &common.alignment.rows;
    let lexicon = &scene.rules.lexicon;
    let mut known: Vec<&str> = Vec::new();
    for row in rows {
        for unit in row.units.iter().filter(|u| u.name && !u.figure && (9..=24).contains(&u.spelt.len())) {
            let name = row.reading.doc.slice(unit.spelt);
            let fits = if kind == Kind::PersonName {
                name.len() == 9 && lexicon.names.has_surname(name) && lexicon.names.korean(name).is_some_and(|k| k > 0)
            } else {
                name.len() >= 12 && name.len() % 3 == 0 && lexicon.names.is_institution(name)
            };
            if fits && !known.contains(&name) {
                known.push(name);
            }
        }
    }
    let texts = || rows.iter().map(|r| r.reading.doc.text);
    known.retain(|name| {
        let word = Finder::new(name);
        let (mut times, mut articles) = (0, 0);
        texts().any(|t| {
            let here = word.find_iter(t.as_bytes()).take(OFTEN).count();
            times += here;
            articles += usize::from(here > 0);
            times >= OFTEN || articles >= 2 || (kind == Kind::OrgName && name.len() >= LONG && times > 0)
        })
    });
    let mut out = Vec::new();
    if known.is_empty() {
        return out;
    }
    // Which first syllables the names have, by the last bits: hardly a word begins as one of them.
    let bit = |word: &str| 1_u64 << (word.as_bytes()[2] & 63);
    let first = known.iter().fold(0, |bits, name| bits | bit(name));
    for row in rows {
        let doc = &row.reading.doc;
        for token in doc.tokens.iter().filter(|t| t.script == Script::Hangul && t.span.len() >= 9) {
            let whole = doc.slice(token.span);
            if first & bit(whole) == 0 {
                continue;
            }
            let Some(right) = known.iter().copied().find(|name| {
                name.as_bytes()[..3] == whole.as_bytes()[..3]
                    && whole.get(..name.len()).is_some_and(|word| {
                        *name != word && hangul::one_syllable(word, name).is_some_and(|s| s.letters() == 1)
                    })
            }) else {
                continue;
            };
            let (word, rest) = whole.split_at(right.len());
            let span = Span::new(token.span.start(), token.span.start() + right.len());
            let named =
                row.reading.claims.iter().any(|c| c.span.overlaps(span) && matches!(c.value, Value::Person { .. }));
            // The head of a bank is its 장.
            let rest = rest.strip_prefix(['장', '측']).filter(|_| kind == Kind::OrgName).unwrap_or(rest);
            let once = texts().map(|t| t.matches(word).count()).sum::<usize>() == 1;
            let particle = rest.is_empty() || is_particle(rest) || rest.starts_with("이라") || rest.starts_with("라는");
            // Of a body that stands once or twice only what is no body is a slip.
            let often = || texts().map(|t| t.matches(right).count()).sum::<usize>() >= OFTEN;
            let spread = || texts().filter(|t| t.contains(right)).count() >= 2;
            let no_body = || lexicon.names.is_institution(word) || doc.text.contains(right);
            if kind == Kind::OrgName && !often() && !spread() && no_body() {
                continue;
            }
            // A word between marks is spoken of, or played with.
            let marked = doc.text[..span.start()].ends_with(is_mark) && rest_after(doc.text, span).starts_with(is_mark);
            if marked
                || named
                || !once
                || !particle
                || lexicon.names.is_noun(word)
                || lexicon.vocabulary.common(word) > 0
            {
                continue;
            }
            let others: Vec<_> = rows
                .iter()
                .flat_map(|r| {
                    let text = r.reading.doc.text;
                    text.match_indices(right).map(move |(at, w)| loc(r, Span::new(at, at + w.len())))
                })
                .collect();
            out.push(Found {
                at: loc(row, span),
                expected: vec![right.to_owned()],
                confidence: 0.8,
                proven: true,
                others,
                reasons: vec!["이 사건에 나오는 이름과 글자 하나만 다르다".to_owned()],
                replacement: Some(right.to_owned()),
                safe: false,
            });
        }
    }
    out
}

/// Returns what stands behind a span.
fn rest_after(text: &str, span: Span) -> &str {
    text.get(span.end()..).unwrap_or("")
}

/// Returns whether the character is a quotation mark.
fn is_mark(c: char) -> bool {
    matches!(c, '\'' | '"' | '‘' | '’' | '“' | '”')
}
