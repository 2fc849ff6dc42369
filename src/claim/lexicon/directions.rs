//! Pairs of opposites: 증가/감소, 찬성/반대, 이상/이하.

use super::names::table;
use super::syllables::Syllables;
use crate::text::token::ByKey;
use serde::Deserialize;

/// Direction words, by the first syllable of a form.
#[derive(Debug, Default)]
pub struct Directions {
    forms: ByKey<Vec<Form>>,
    /// The first syllables of all forms: most words begin with none.
    first: Syllables,
    names: Vec<Box<str>>,
    turns: Vec<bool>,
    parts: Vec<bool>,
    loose: Vec<bool>,
}

/// One form of a direction word.
#[derive(Debug)]
pub(crate) struct Form {
    /// A noun as it is, of a verb what its forms begin with.
    pub(crate) text: Box<str>,
    /// The word as a dictionary has it.
    pub(crate) word: Box<str>,
    /// Whether it is the beginning of a verb form.
    pub(crate) verb: bool,
    /// The number of its pair.
    pub(crate) pair: u16,
    /// The side.
    pub(crate) up: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    pair: Vec<Pair>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Pair {
    name: Box<str>,
    #[serde(default)]
    turns: bool,
    #[serde(default)]
    parts: bool,
    #[serde(default)]
    loose: bool,
    up: Vec<String>,
    down: Vec<String>,
}

impl Directions {
    /// Returns the pairs that are part of the program.
    pub fn embedded() -> Directions {
        let file: File = table(include_str!("../../../rules/lexicon/directions.toml"));
        let mut out = Directions::default();
        for (n, pair) in file.pair.into_iter().enumerate() {
            for (up, entries) in [(true, &pair.up), (false, &pair.down)] {
                for entry in entries {
                    out.add(entry, n as u16, up);
                }
            }
            out.names.push(pair.name);
            out.turns.push(pair.turns);
            out.parts.push(pair.parts);
            out.loose.push(pair.loose);
        }
        for list in out.forms.values_mut() {
            list.sort_by(|a, b| b.text.len().cmp(&a.text.len()).then(a.pair.cmp(&b.pair)));
        }
        out
    }

    fn add(&mut self, entry: &str, pair: u16, up: bool) {
        let mut parts = entry.split(' ');
        let Some(word) = parts.next() else { return };
        let mut push = |text: &str, verb| {
            if let Some(first) = text.chars().next() {
                let form = Form { text: text.into(), word: word.into(), verb, pair, up };
                self.forms.entry(u64::from(first)).or_default().push(form);
                self.first.insert(first);
            }
        };
        let mut bare = true;
        for form in parts {
            push(form, true);
            bare = false;
        }
        if bare {
            push(word, false);
        }
    }

    /// Returns the name of a pair, such as `change`.
    pub fn pair_name(&self, pair: u16) -> &str {
        self.names.get(pair as usize).map_or("", |n| n)
    }

    /// Returns whether both of a pair may be true of one thing, one after the other: closed and open again.
    pub fn takes_turns(&self, pair: u16) -> bool {
        self.turns.get(pair as usize).copied().unwrap_or(false)
    }

    /// Returns whether some people take one side and some the other: 찬성 and 반대.
    pub fn parts_people(&self, pair: u16) -> bool {
        self.parts.get(pair as usize).copied().unwrap_or(false)
    }

    /// Returns whether the words of a pair are said of so much that they are only compared within one utterance: 가볍다
    /// and 무겁다.
    pub fn is_loose(&self, pair: u16) -> bool {
        self.loose.get(pair as usize).copied().unwrap_or(false)
    }

    /// Returns the forms that begin with the first syllable of the word, longest first.
    pub(crate) fn candidates(&self, word: &str) -> &[Form] {
        let first = if self.first.may_begin(word) { word.chars().next() } else { None };
        first.and_then(|c| self.forms.get(&u64::from(c))).map_or(&[], Vec::as_slice)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_form_is_on_both_sides_of_a_pair() {
        let d = Directions::embedded();
        for list in d.forms.values() {
            for (i, a) in list.iter().enumerate() {
                for b in &list[i + 1..] {
                    assert!(a.text != b.text || a.pair != b.pair, "{} twice in {}", a.text, d.pair_name(a.pair));
                }
            }
        }
        assert_eq!(d.pair_name(0), "change");
    }
}
