//! Names before brackets: `오세훈(63)`, `후헝화(胡衡华)`, `오세훈(가운데)`, `고은별(한결시청)`.

use super::Named;
use super::shape::{Shape, Words};
use crate::source::Span;
use crate::text::Script;

/// Appends the persons whose name stands before brackets.
pub(super) fn scan(words: Words<'_>, sentence: usize, found: &mut Vec<Named>) {
    for open in 1..words.tokens.len() {
        if !words.is_sign(open, "(") || words.tokens[open].spaced || !words.is_word(open - 1) {
            continue;
        }
        let Some(close) = (open + 1..words.tokens.len().min(open + 12)).find(|&k| words.is_sign(k, ")")) else {
            continue;
        };
        let word = words.text(open - 1);
        let hanja = words.tokens[open + 1].script == Script::Hanja && words.text(open + 1).len() == word.len();
        // 후헝화(Hu Henghua) 시장: two capital words are a person's, one may be a firm's.
        let roman = open + 3 <= close && (open + 1..close).all(|k| is_capital(words.text(k)));
        let shape = words.shape(word).or(((hanja || roman) && words.may_be_name(word)).then_some(Shape::Doubtful));
        let unknown = roman && words.shape(word).is_none();
        // 묵기담(51)씨: a surname and an age make a name of syllables that are rare in names.
        let aged = words.tokens[open + 1].script == Script::Number && words.is_rare_name(word);
        let shape = shape.or(aged.then_some(Shape::Doubtful));
        let Some(shape) = shape else { continue };
        let Some(inner) = read(words, open + 1, close) else { continue };
        let role_follows = role_behind(words, close);
        let accepted = match inner {
            Inner::Age(_) | Inner::Position => shape != Shape::Foreign || word.len() >= 9 || role_follows,
            Inner::Affiliation(_) => shape == Shape::Korean && word.len() == 9,
            Inner::Gloss(_) => role_follows || (!unknown && shape != Shape::Foreign && word.len() == 9),
        };
        if !accepted {
            continue;
        }
        let mut from = open - 1;
        while shape == Shape::Foreign
            && from > 0
            && words.tokens[from].spaced
            && words.is_word(from - 1)
            && words.is_bare(from - 1)
            && words.shape(words.text(from - 1)) == Some(Shape::Foreign)
        {
            from -= 1;
        }
        let mut n = Named::new(words.tokens[from].span.cover(words.tokens[open - 1].span), sentence);
        match inner {
            Inner::Age(age) => n.age = Some(age),
            Inner::Affiliation(span) => n.affiliation = Some(span),
            Inner::Gloss(span) => n.gloss = Some(span),
            Inner::Position => {}
        }
        found.push(n);
    }
}

/// At most so many words stand between the brackets behind a name and the end of the role: `(Mark Carney) 캐나다 자유당 대표`.
const REACH: usize = 4;

/// Returns whether a role stands behind brackets, with nothing but whose it is between.
fn role_behind(words: Words<'_>, close: usize) -> bool {
    for k in close + 1..words.tokens.len().min(close + 1 + REACH) {
        let word = words.tokens[k].spaced && words.is_word(k);
        if word && words.is_role_word(words.stem(k)) {
            return true;
        }
        if !word || !words.is_bare(k) || words.text(k) == "등" {
            return false;
        }
    }
    false
}

/// What brackets behind a name say.
#[derive(Clone, Copy)]
enum Inner {
    Age(u8),
    Position,
    Affiliation(Span),
    Gloss(Span),
}

/// Returns whether a word is written as roman names are: a capital, then small letters.
fn is_capital(word: &str) -> bool {
    word.starts_with(|c: char| c.is_uppercase()) && word.contains(|c: char| c.is_lowercase())
}

fn read(words: Words<'_>, from: usize, close: usize) -> Option<Inner> {
    let names = &words.lexicon.names;
    let first = words.tokens.get(from).filter(|_| from < close)?;
    let all = first.span.cover(words.tokens[close - 1].span);
    let text = words.text(from);
    match first.script {
        Script::Number => {
            let age: u8 = text.parse().ok().filter(|a| (10..=110).contains(a))?;
            let alone = close == from + 1
                || words.text(from + 1).starts_with('세')
                || words.is_sign(from + 1, ",")
                || words.is_sign(from + 1, "·");
            alone.then_some(Inner::Age(age))
        }
        Script::Hanja => (from..close).all(|k| words.tokens[k].script != Script::Hangul).then_some(Inner::Gloss(all)),
        Script::Latin => (is_capital(text) && (from..close).all(|k| words.tokens[k].script != Script::Hangul))
            .then_some(Inner::Gloss(all)),
        Script::Hangul if names.is_position(text) => Some(Inner::Position),
        // `고은별(한결시청·1분2초)`
        Script::Hangul
            if (close == from + 1 || words.is_sign(from + 1, "·") || words.is_sign(from + 1, ","))
                && names.is_institution(text) =>
        {
            Some(Inner::Affiliation(first.span))
        }
        _ => None,
    }
}
