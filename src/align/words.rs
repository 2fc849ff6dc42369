//! The words of an event, and how much each of them tells.

use crate::source::ArticleId;
use crate::text::token::{ByKey, key};
use crate::text::{Script, Token};

/// What sort of word it is; it decides how much sharing it tells.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Word {
    /// One syllable, or a word that any sentence may have.
    Slight,
    /// Two syllables.
    Short,
    /// Three syllables and more, Latin letters, hanja.
    Long,
    /// A figure.
    Figure,
}

impl Word {
    /// Returns the sort of a token; `common` holds the keys of words that tell nothing, sorted.
    fn of(token: &Token, common: &[u64]) -> Word {
        match token.script {
            Script::Hangul => match token.root {
                0..=3 => Word::Slight,
                4..=6 if common.binary_search(&token.key).is_ok() => Word::Slight,
                4..=6 => Word::Short,
                _ => Word::Long,
            },
            Script::Number => Word::Short,
            _ => Word::Long,
        }
    }

    fn factor(self) -> f32 {
        match self {
            Word::Slight => 0.25,
            Word::Short => 0.8,
            Word::Long => 1.0,
            Word::Figure => 1.0,
        }
    }
}

/// Two-syllable words that say nothing of what a sentence is about.
const COMMON: &[&str] = &[
    "이날",
    "이번",
    "지난",
    "오는",
    "대한",
    "위해",
    "통해",
    "따라",
    "관련",
    "대해",
    "가운데",
    "있다",
    "없다",
    "있는",
    "없는",
    "있었",
    "그는",
    "이는",
    "말했",
    "밝혔",
    "전했",
    "설명",
    "강조",
    "최근",
    "현재",
    "당시",
    "이후",
    "이전",
    "모두",
    "각각",
    "함께",
    "앞서",
    "한편",
    "이어",
    "또한",
    "특히",
    "때문",
    "경우",
    "정도",
    "이상",
    "이하",
    "등을",
    "등이",
    "등의",
];

#[derive(Clone, Copy, Debug)]
struct Entry {
    sentences: u16,
    articles: u16,
    count: u16,
    last_sentence: u32,
    last_article: u32,
    factor: f32,
    weight: f32,
    /// The words it begins and ends with, of a compound.
    parts: [Option<u32>; 2],
}

/// The words of an event by number, with how often and how widely they stand.
#[derive(Clone, Debug)]
pub struct Words {
    common: Vec<u64>,
    numbers: ByKey<u32>,
    entries: Vec<Entry>,
    sentence: u32,
    article: u32,
}

impl Default for Words {
    fn default() -> Words {
        let mut common: Vec<u64> = COMMON.iter().map(|w| key(w)).collect();
        common.sort_unstable();
        Words { common, numbers: ByKey::default(), entries: Vec::new(), sentence: 0, article: 0 }
    }
}

impl Words {
    /// Returns what sort of word a token is.
    pub fn sort(&self, token: &Token) -> Word {
        Word::of(token, &self.common)
    }

    /// Begins a sentence of an article: words added from now on stand in it.
    pub fn start_sentence(&mut self, article: ArticleId) {
        self.sentence += 1;
        self.article = article.0;
    }

    /// Returns the number of a word, and counts it.
    pub fn add(&mut self, key: u64, word: Word) -> u32 {
        let number = self.number(key, word.factor());
        let (sentence, article) = (self.sentence, self.article);
        let e = &mut self.entries[number as usize];
        e.count = e.count.saturating_add(1);
        if e.last_sentence != sentence {
            e.last_sentence = sentence;
            e.sentences = e.sentences.saturating_add(1);
        }
        if e.last_article != article {
            e.last_article = article;
            e.articles = e.articles.saturating_add(1);
        }
        number
    }

    /// Returns the number of a class of figures, which is not counted.
    pub fn class(&mut self, key: u64) -> u32 {
        self.number(key, 0.0)
    }

    fn number(&mut self, key: u64, factor: f32) -> u32 {
        let next = self.entries.len() as u32;
        let number = *self.numbers.entry(key).or_insert(next);
        if number == next {
            self.entries.push(Entry {
                sentences: 0,
                articles: 0,
                count: 0,
                last_sentence: u32::MAX,
                last_article: u32::MAX,
                factor,
                weight: 0.0,
                parts: [None, None],
            });
        }
        number
    }

    /// Works out the weights, after the last word was added.
    pub fn finish(&mut self) {
        let all = self.sentence.max(1) as f32 + 1.0;
        for e in &mut self.entries {
            e.weight = e.factor * (all / f32::from(e.sentences.max(1))).ln().max(0.1);
        }
    }

    /// Returns how much sharing the word tells: rare words more than frequent ones.
    pub fn weight(&self, word: u32) -> f32 {
        self.entries[word as usize].weight
    }

    /// Notes which words of the event a compound begins and ends with.
    pub fn set_parts(&mut self, word: u32, parts: [Option<u32>; 2]) {
        self.entries[word as usize].parts = parts;
    }

    /// Returns the words of the event that a compound begins and ends with: 공장 of 반도체공장.
    pub fn parts(&self, word: u32) -> impl Iterator<Item = u32> {
        self.entries[word as usize].parts.into_iter().flatten()
    }

    /// Returns in how many articles the word stands.
    pub fn articles(&self, word: u32) -> usize {
        self.entries[word as usize].articles as usize
    }

    /// Returns how often the word stands in the event.
    pub fn count(&self, word: u32) -> usize {
        self.entries[word as usize].count as usize
    }

    /// Returns the number of a word by its key, where the event has it.
    pub fn find(&self, key: u64) -> Option<u32> {
        self.numbers.get(&key).copied()
    }

    /// Returns how many words there are.
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Returns whether there is none.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }
}
