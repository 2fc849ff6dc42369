//! Persons: names won by a role beside them or by brackets behind them, and then found again without either.
//!
//! `오세훈 서울시장` · `서울시장 오세훈` · `오 시장` · `오세훈(63)` · `후헝화(胡衡华) 충칭시장` · `루오린 충칭 양강신구 당서기`

mod bracket;
mod mention;
mod role;
mod shape;

use super::{About, Claim, Lexicon, Value};
use crate::source::Span;
use crate::text::Document;

/// A person as one place of the text names them.
#[derive(Clone, PartialEq, Eq, Debug)]
struct Named {
    /// The name.
    name: Span,
    /// The sentence.
    sentence: u32,
    /// The role.
    role: Option<Span>,
    /// The affiliation.
    affiliation: Option<Span>,
    /// The age.
    age: Option<u8>,
    /// The name in other letters.
    gloss: Option<Span>,
    /// Whether the name is a surname alone.
    surname_only: bool,
    /// The full name that a surname or last name stands for.
    full: Option<String>,
}

impl Named {
    fn new(name: Span, sentence: usize) -> Named {
        Named {
            name,
            sentence: sentence as u32,
            role: None,
            affiliation: None,
            age: None,
            gloss: None,
            surname_only: false,
            full: None,
        }
    }
}

/// Returns the persons of a document, by place.
pub(super) fn scan(doc: &Document<'_>, lexicon: &Lexicon) -> Vec<Claim> {
    let mut found = Vec::new();
    for (s, sentence) in doc.sentences.iter().enumerate() {
        let words = shape::Words { doc, tokens: doc.tokens_of(sentence), lexicon };
        role::scan(words, s, &mut found);
        bracket::scan(words, s, &mut found);
    }
    let mut found = merge(found);
    mention::complete(doc, lexicon, &mut found);
    for named in found.iter_mut().filter(|n| n.affiliation.is_none() && !n.surname_only) {
        named.affiliation = body_of(doc, lexicon, named.name);
    }
    found.into_iter().map(|named| claim(doc, named)).collect()
}

/// Returns one entry for each place: what several readings of it know is put together.
fn merge(mut found: Vec<Named>) -> Vec<Named> {
    found.sort_by_key(|n| (n.name.start(), std::cmp::Reverse(n.name.end())));
    let mut out: Vec<Named> = Vec::with_capacity(found.len());
    for n in found {
        match out.last_mut().filter(|last| last.name.overlaps(n.name)) {
            Some(last) => {
                // `대표이사 사장`: the word read last has the ones before it too.
                last.role = match (last.role, n.role) {
                    (Some(role), Some(longer)) if longer.contains(role) => Some(longer),
                    (role, other) => role.or(other),
                };
                last.affiliation = last.affiliation.or(n.affiliation);
                last.age = last.age.or(n.age);
                last.gloss = last.gloss.or(n.gloss);
            }
            None => out.push(n),
        }
    }
    out
}

/// Returns the body that a name is said to be of: `도라지은행` of `도라지은행의 고은별`.
fn body_of(doc: &Document<'_>, lexicon: &Lexicon, name: Span) -> Option<Span> {
    if !doc.text[..name.start()].ends_with("의 ") {
        return None;
    }
    let token = &doc.tokens[doc.token_at(name.start()).checked_sub(1)?];
    let body = doc.slice(token.stem());
    (doc.slice(token.josa()) == "의" && lexicon.names.is_institution(body)).then(|| token.stem())
}

fn claim(doc: &Document<'_>, named: Named) -> Claim {
    let text = |span: Span| doc.slice(span).to_owned();
    Claim {
        span: named.name,
        sentence: named.sentence,
        value: Value::Person {
            name: text(named.name),
            full: named.full,
            role: named.role.map(text),
            role_at: named.role,
            affiliation: named.affiliation.map(text),
            affiliation_at: named.affiliation,
            age: named.age,
            gloss: named.gloss,
        },
        about: About::default(),
    }
}
