//! Alignment: which words, sentences and figures of several outlets speak of the same fact.
//!
//! Each article of an event becomes a [`Row`] of [`Unit`]s: words without 조사 and endings, and figures as wholes
//! (`1조 3천억원` and `1조3000억 원` are the same unit). Everything that compares outlets works on these rows.

mod accord;
pub mod act;
pub mod akin;
pub mod alias;
pub mod bearing;
pub mod bout;
mod clause;
pub mod context;
pub mod copy;
pub mod counterpart;
mod court;
pub mod diff;
mod digits;
pub mod figure;
mod likeness;
mod listed;
pub mod moment;
mod near;
pub mod odd;
pub mod opposition;
pub mod question;
pub mod reckon;
pub mod rival;
mod setting;
pub mod sign;
pub mod site;
pub mod slot;
mod stance;
mod status;
pub mod stead;
mod strange;
mod subject;
pub mod tenor;
mod title;
mod words;

pub use words::{Word, Words};

use crate::claim::{Claim, Lexicon, Reading, Value};
use crate::event::Event;
use crate::source::{ArticleId, Span};
use crate::text::Script;
use crate::text::token::{key, mixed};
use std::ops::Range;

/// A word or a figure at its place in a row.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Unit {
    /// The word, by its number in [`Words`]; equal for equal words (figures: equal values) of all rows.
    pub word: u32,
    /// As `word`, but words that say the same of a figure (숨졌다, 사망했다) are alike.
    pub sense: u32,
    /// As `word`, but figures of one kind and unit are all alike: what copies of one sentence agree in even where a
    /// figure was changed.
    pub class: u32,
    /// The place, without 조사.
    pub span: Span,
    /// The place of the word as spelt, without any ending: of a person's name all of it (`추미해`, of which the last
    /// syllable might be an ending).
    pub spelt: Span,
    /// The index of the first token.
    pub token: u32,
    /// The index of the claim, of a figure, a direction or a place.
    pub claim: Option<u32>,
    /// Whether it is a figure, which stands for all its tokens.
    pub figure: bool,
    /// Whether it is part of the name of a person, body or place.
    pub name: bool,
    /// Whether 은 or 는 marks it as what the sentence is about.
    pub topic: bool,
    /// Whether a clause ends here (`…했고`, `…하며`, a comma).
    pub clause_end: bool,
}

/// One article of the event.
#[derive(Clone, Debug)]
pub struct Row<'a> {
    /// The article as understood.
    pub reading: &'a Reading<'a>,
    /// Its units in the order of the text.
    pub units: Vec<Unit>,
    /// The units of each sentence.
    pub sentences: Vec<Range<u32>>,
    /// The number of its voice: whole copies of one text and articles of one outlet share it.
    pub voice: u32,
}

impl Row<'_> {
    /// Returns the article's number.
    pub fn article(&self) -> ArticleId {
        self.reading.doc.article
    }

    /// Returns the minute at which the article was published, counted from an early day; none where the time is not known.
    pub fn published(&self) -> Option<i64> {
        let at = self.reading.doc.published?;
        let (date, time) = (at.date, at.time?);
        let day = i64::from(date.year()) * 366 + i64::from(date.day_of_year());
        Some(day * 1440 + i64::from(time.hour()) * 60 + i64::from(time.minute()))
    }

    /// Returns the units of a sentence as indices.
    pub fn sentence(&self, sentence: u32) -> Range<usize> {
        let r = &self.sentences[sentence as usize];
        r.start as usize..r.end as usize
    }

    /// Returns the index of the unit that begins at or covers a byte of the text, if any does.
    pub fn unit_at(&self, at: usize) -> Option<usize> {
        let i = self.units.partition_point(|u| u.span.end() <= at);
        self.units.get(i).filter(|u| u.span.start() <= at).map(|_| i)
    }

    /// Returns the index of the sentence that a unit stands in.
    pub fn sentence_of(&self, unit: usize) -> usize {
        self.sentences.partition_point(|s| s.end as usize <= unit)
    }
}

/// The articles of an event, ready to be compared.
#[derive(Clone, Debug)]
pub struct Alignment<'a> {
    /// The articles in the event's order.
    pub rows: Vec<Row<'a>>,
    /// All their words.
    pub words: Words,
}

impl<'a> Alignment<'a> {
    /// Returns the alignment of an event's articles; `outlets` names the outlet of each article of the run, `aliases` names
    /// of one thing.
    pub fn new(
        event: &Event,
        readings: &'a [Reading<'a>],
        outlets: &[&str],
        lexicon: &Lexicon,
        aliases: &[Vec<String>],
    ) -> Alignment<'a> {
        let mut words = Words::default();
        let mut rows: Vec<Row<'a>> = Vec::with_capacity(event.articles.len());
        for id in &event.articles {
            rows.push(row(&readings[id.index()], lexicon, aliases, &mut words));
        }
        words.finish();
        for row in &rows {
            note_compounds(row, lexicon, &mut words);
        }
        let mut alignment = Alignment { rows, words };
        alignment.assign_voices(outlets);
        alignment
    }

    /// Returns how many voices the rows stand for.
    pub fn voices(&self, rows: impl IntoIterator<Item = usize>) -> usize {
        let mut seen: Vec<u32> = rows.into_iter().map(|r| self.rows[r].voice).collect();
        seen.sort_unstable();
        seen.dedup();
        seen.len()
    }

    /// Gives rows of one outlet, and rows that are copies of one text as a whole, one voice.
    fn assign_voices(&mut self, outlets: &[&str]) {
        let prints: Vec<Vec<u64>> = self.rows.iter().map(sentence_prints).collect();
        for r in 0..self.rows.len() {
            let own = outlets[self.rows[r].article().index()];
            let same =
                (0..r).find(|&s| outlets[self.rows[s].article().index()] == own || copies(&prints[s], &prints[r]));
            self.rows[r].voice = same.map_or(r as u32, |s| self.rows[s].voice);
        }
    }
}

/// Returns the sorted hashes of a row's sentences.
fn sentence_prints(row: &Row<'_>) -> Vec<u64> {
    let mut prints: Vec<u64> = row
        .sentences
        .iter()
        .filter(|s| s.len() > 3)
        .map(|s| row.units[s.start as usize..s.end as usize].iter().fold(17_u64, |h, u| mixed(h, u64::from(u.word))))
        .collect();
    prints.sort_unstable();
    prints.dedup();
    prints
}

/// Returns how many members two sorted lists share, each as often as it stands in both.
pub fn shared_count<T: Ord>(a: &[T], b: &[T]) -> usize {
    let (mut i, mut j, mut shared) = (0, 0, 0);
    while i < a.len() && j < b.len() {
        match a[i].cmp(&b[j]) {
            std::cmp::Ordering::Less => i += 1,
            std::cmp::Ordering::Greater => j += 1,
            std::cmp::Ordering::Equal => {
                shared += 1;
                i += 1;
                j += 1;
            }
        }
    }
    shared
}

/// Returns whether two articles are one text: all but one or two sentences of each stand in the other to the word.
fn copies(a: &[u64], b: &[u64]) -> bool {
    let shared = shared_count(a, b);
    let longer = a.len().max(b.len());
    longer > 0 && shared == longer
}

/// Returns the units of one article.
fn row<'a>(reading: &'a Reading<'a>, lexicon: &Lexicon, aliases: &[Vec<String>], words: &mut Words) -> Row<'a> {
    let doc = &reading.doc;
    let mut units: Vec<Unit> = Vec::with_capacity(doc.tokens.len());
    let mut sentences = Vec::with_capacity(doc.sentences.len());
    let article = doc.article;
    let mut claims = reading.claims.iter().enumerate().filter(|(_, c)| figure::class(&c.value).is_some()).peekable();
    let mut names = Names { claims: &reading.claims, at: 0 };
    for sentence in &doc.sentences {
        let first = units.len() as u32;
        words.start_sentence(article);
        let mut t = sentence.tokens.start as usize;
        while t < sentence.tokens.end as usize {
            let token = &doc.tokens[t];
            while claims.peek().is_some_and(|(_, c)| c.span.end() <= token.span.start()) {
                claims.next();
            }
            let claim = claims.peek().copied().filter(|(_, c)| c.span.start() < token.span.end());
            let at = t as u32;
            if let Some((index, claim)) = claim.filter(|(_, c)| figure::is_figure(&c.value)) {
                let (word, class) = figure::keys(&claim.value);
                let word = words.add(word, Word::Figure);
                units.push(Unit {
                    word,
                    sense: word,
                    class: words.class(class),
                    span: claim.span,
                    spelt: claim.span,
                    token: at,
                    claim: Some(index as u32),
                    figure: true,
                    name: false,
                    topic: false,
                    clause_end: false,
                });
                while t < sentence.tokens.end as usize && doc.tokens[t].span.start() < claim.span.end() {
                    t += 1;
                }
                claims.next();
                continue;
            }
            t += 1;
            if token.script == Script::Sign {
                // A comma at the very start of a sentence ends nothing of it.
                if doc.slice(token.span) == "," && units.len() as u32 > first {
                    let last = units.len() - 1;
                    units[last].clause_end = true;
                }
                continue;
            }
            let text = doc.slice(token.span);
            let (named, person) = names.at(token.span);
            let spelt = person.unwrap_or_else(|| token.root());
            let own = if spelt == token.root() { token.key } else { key(doc.slice(spelt)) };
            let key = alias::key_of(doc.slice(spelt), own, aliases);
            let word = words.add(key, words.sort(token));
            let claim = claim.filter(|(_, c)| token.span.contains(c.span));
            let root = token.root().len();
            // 기업대출 is no 기업, but 사망했다 is 사망.
            let sense = (root < COMPOUND || token.is_deed())
                .then(|| lexicon.synonyms.of(text, token.stem().len()))
                .flatten()
                .map_or(word, |key| words.add(key ^ SENSE, words.sort(token)));
            units.push(Unit {
                word,
                sense,
                class: claim.map_or(word, |(_, c)| words.class(figure::keys(&c.value).1)),
                span: if person.is_some() { spelt } else { token.stem() },
                spelt,
                token: at,
                claim: claim.map(|(index, _)| index as u32),
                figure: false,
                name: named || looks_like_name(doc.slice(token.root()), lexicon),
                topic: token.has_josa() && matches!(doc.slice(token.josa()), "은" | "는" | "에는" | "에서는" | "도"),
                clause_end: ends_clause(text),
            });
        }
        sentences.push(first..units.len() as u32);
    }
    Row { reading, units, sentences, voice: 0 }
}

/// Notes which other words of the event the long words of a row begin and end with: 반도체공장 and 공장.
fn note_compounds(row: &Row<'_>, lexicon: &Lexicon, words: &mut Words) {
    for unit in row.units.iter().filter(|u| !u.figure && !u.name) {
        let token = &row.reading.doc.tokens[unit.token as usize];
        let text = row.reading.doc.slice(token.root());
        if token.script != Script::Hangul || text.len() < COMPOUND || token.is_deed() {
            continue;
        }
        let part = |long: &str, short: &str| {
            [long, short].into_iter().find_map(|part| {
                let synonym = lexicon.synonyms.of(part, part.len()).and_then(|key| words.find(key ^ SENSE));
                synonym.or_else(|| words.find(key(part)))
            })
        };
        let head = part(&text[..9], &text[..6]);
        let tail = part(&text[text.len() - 9..], &text[text.len() - 6..]);
        words.set_parts(unit.sense, [head, tail.filter(|t| head != Some(*t))]);
    }
}

/// The bytes of a word that may be a compound: four syllables.
const COMPOUND: usize = 12;

/// What tells the key of a sense from that of a word.
const SENSE: u64 = 0x5e75_e000_0000_0000;

/// Returns whether a word has the shape of a Korean name and is no word that Korean has: 강도현 without a role.
fn looks_like_name(word: &str, lexicon: &Lexicon) -> bool {
    word.len() == 9
        && lexicon.names.has_surname(word)
        && lexicon.names.korean(word).is_some_and(|k| k > 0)
        && !lexicon.names.is_noun(word)
        && lexicon.vocabulary.common(word) == 0
}

/// The names of an article, walked along with its tokens.
struct Names<'a> {
    claims: &'a [Claim],
    at: usize,
}

impl Names<'_> {
    /// Returns whether a name covers some of a token, and the name of a person that begins and ends in it; tokens are
    /// asked for in the order of the text.
    fn at(&mut self, token: Span) -> (bool, Option<Span>) {
        while self.claims.get(self.at).is_some_and(|c| c.span.end() <= token.start()) {
            self.at += 1;
        }
        let here = || self.claims[self.at..].iter().take_while(|c| c.span.start() < token.end());
        let person = here().find(|c| {
            matches!(c.value, Value::Person { .. }) && c.span.start() == token.start() && token.contains(c.span)
        });
        let named = here().any(|c| matches!(c.value, Value::Person { .. } | Value::Org(_) | Value::Place(_)));
        (named, person.map(|c| c.span).filter(|s| s.len() >= 6))
    }
}

/// Returns whether the word ends a clause: 연결 어미.
fn ends_clause(word: &str) -> bool {
    if !matches!(word.chars().next_back(), Some('며' | '서' | '만' | '나' | '데' | '고')) {
        return false;
    }
    ["며", "면서", "지만", "으나", "는데", "했고", "됐고", "이고", "하고", "되고", "으며", "라며", "다며"]
        .iter()
        .any(|e| word.len() > e.len() && word.ends_with(e))
}
