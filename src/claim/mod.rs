//! What an article claims: typed values, each with its place and with what it is said of.

pub mod about;
mod calendar;
mod count;
mod date;
mod direction;
mod figure;
mod hedge;
pub mod lexicon;
mod measure;
mod money;
mod ordinal;
mod org;
mod percent;
mod person;
mod place;
mod quote;
mod show;
pub(crate) mod tail;
mod time;
mod value;

pub use about::About;
pub use lexicon::Lexicon;
pub use value::{Clock, DateValue, Grain, Hedge, MICRO, Quantity, Unit, Until, Value, WeekdaySaid};

use crate::source::Span;
use crate::text::Document;

/// One claim.
#[derive(Clone, PartialEq, Debug)]
pub struct Claim {
    /// The value as said, with its number, unit and hedge (`지난 29일`, `150여 개`), without 조사.
    pub span: Span,
    /// The index of its sentence in the document.
    pub sentence: u32,
    /// What it means.
    pub value: Value,
    /// What it is said of.
    pub about: About,
}

/// An article as understood: its text and its claims in the order of the text.
#[derive(Clone, Debug)]
pub struct Reading<'a> {
    /// The text.
    pub doc: Document<'a>,
    /// The claims, by place; where two recognisers see the same text, the longer claim stands.
    pub claims: Vec<Claim>,
}

impl<'a> Reading<'a> {
    /// Returns the document with its claims.
    pub fn new(doc: Document<'a>, lexicon: &Lexicon) -> Reading<'a> {
        let claims = extract(&doc, lexicon);
        Reading { doc, claims }
    }
}

/// Returns the claims of a document in the order of the text.
pub fn extract(doc: &Document<'_>, lexicon: &Lexicon) -> Vec<Claim> {
    let mut claims = person::scan(doc, lexicon);
    // Claims are large, and of an article of news every fourth or fifth word makes one.
    claims.reserve(doc.tokens.len() / 4);
    claims.extend(org::scan(doc, lexicon));
    claims.extend(place::scan(doc, lexicon));
    claims.extend(direction::scan(doc, lexicon));
    figure::scan(doc, lexicon, &mut claims);
    let mut claims = longest(claims, doc.quotations.len());
    // An utterance holds claims of its own and takes the place of none.
    let quotes = quote::scan(doc, lexicon, &claims);
    claims.extend(quotes);
    claims.sort_by_key(|c| (c.span.start(), std::cmp::Reverse(c.span.end())));
    about::fill(doc, &mut claims);
    claims
}

/// Returns the claims by place, with room for some more; of two that overlap the longer stays, but no name begins within a
/// figure (`27곳이 축제`).
fn longest(mut claims: Vec<Claim>, more: usize) -> Vec<Claim> {
    claims.sort_by_key(|c| (c.span.start(), std::cmp::Reverse(c.span.end())));
    let mut kept: Vec<Claim> = Vec::with_capacity(claims.len() + more);
    for claim in claims {
        match kept.last_mut().filter(|k| k.span.overlaps(claim.span)) {
            Some(k) if is_name(&claim.value) && !is_name(&k.value) && k.span.start() < claim.span.start() => {}
            // 지난주 is a week and no province.
            Some(k) if k.span == claim.span && is_name(&k.value) && matches!(claim.value, Value::Date(_)) => *k = claim,
            Some(k) if k.span.len() < claim.span.len() => *k = claim,
            Some(_) => {}
            None => kept.push(claim),
        }
    }
    kept
}

/// Returns whether the value is the name of a person, place or body.
fn is_name(value: &Value) -> bool {
    matches!(value, Value::Person { .. } | Value::Place(_) | Value::Org(_))
}
