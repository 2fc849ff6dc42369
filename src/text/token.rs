//! Tokens: runs of one script, Korean runs with the part that carries meaning told from 조사 and endings.

use super::josa;
use super::sieve::Sieve;
use crate::source::Span;
use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

/// What a token is made of.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Script {
    /// 한글 syllables (and stray letters).
    Hangul,
    /// Digits, with commas and decimal points between them.
    Number,
    /// Latin letters, with `&` between them.
    Latin,
    /// 漢字.
    Hanja,
    /// One sign.
    Sign,
}

/// A run of one script.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Token {
    /// All of it.
    pub span: Span,
    /// What it is made of.
    pub script: Script,
    /// Whether white space or the start of a sentence stands before it.
    pub spaced: bool,
    /// Bytes of the part without 조사 (`충칭시` of `충칭시와`).
    pub stem: u16,
    /// Bytes of the part without 조사 and verb ending (`체결` of `체결했다`); at most `stem`.
    pub root: u16,
    /// A hash of the root; equal for equal roots in all articles.
    pub key: u64,
}

impl Token {
    /// Returns the span without 조사.
    pub fn stem(&self) -> Span {
        Span::new(self.span.start(), self.span.start() + self.stem as usize)
    }

    /// Returns the span without 조사 and verb ending.
    pub fn root(&self) -> Span {
        Span::new(self.span.start(), self.span.start() + self.root as usize)
    }

    /// Returns whether a noun is done here: 하다 or 되다 stands behind the root (`체결했다`).
    pub fn is_deed(&self) -> bool {
        self.root < self.stem
    }

    /// Returns whether a 조사 ends it.
    pub fn has_josa(&self) -> bool {
        usize::from(self.stem) < self.span.len()
    }

    /// Returns the span of the 조사, empty where there is none.
    pub fn josa(&self) -> Span {
        Span::new(self.span.start() + self.stem as usize, self.span.end())
    }
}

/// Returns the script a character belongs to; none for white space.
pub fn script_of(c: char) -> Option<Script> {
    Some(match c {
        '가'..='힣' | 'ㄱ'..='ㆎ' => Script::Hangul,
        '0'..='9' => Script::Number,
        'a'..='z' | 'A'..='Z' | 'À'..='ɏ' => Script::Latin,
        '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{323af}' => {
            Script::Hanja
        }
        c if c.is_whitespace() => return None,
        _ => Script::Sign,
    })
}

/// Appends the tokens of `text[span]` to `out`.
pub fn tokenize(text: &str, span: Span, out: &mut Vec<Token>) {
    let part = span.of(text);
    let bytes = part.as_bytes();
    let base = span.start();
    let mut spaced = true;
    let mut start = 0;
    while let Some((script, len)) = script_at(part, start) {
        let mut end = start + len;
        let Some(script) = script else {
            spaced = true;
            start = end;
            continue;
        };
        while script == Script::Hangul && is_syllable_at(bytes, end) {
            end += 3;
        }
        while script != Script::Sign
            && let Some((next, len)) = script_at(part, end)
        {
            let behind = |fits: fn(&u8) -> bool| bytes.get(end + 1).is_some_and(fits);
            let joins = next == Some(script)
                || (script == Script::Number && matches!(bytes[end], b',' | b'.') && behind(u8::is_ascii_digit))
                || (script == Script::Latin && bytes[end] == b'&' && behind(u8::is_ascii_alphabetic));
            if !joins {
                break;
            }
            end += len;
        }
        out.push(token(&part[start..end], base + start, script, spaced));
        spaced = false;
        start = end;
    }
}

/// Returns the script of the character at a byte, none for white space, and the bytes of the character; most are syllables,
/// which two bytes tell.
fn script_at(part: &str, at: usize) -> Option<(Option<Script>, usize)> {
    if is_syllable_at(part.as_bytes(), at) {
        return Some((Some(Script::Hangul), 3));
    }
    match *part.as_bytes().get(at)? {
        b' ' => Some((None, 1)),
        _ => part[at..].chars().next().map(|c| (script_of(c), c.len_utf8())),
    }
}

/// Returns whether a syllable before 힀 begins at a byte of a text: 가 is EA B0 80, 힀 is ED 9E 80.
fn is_syllable_at(text: &[u8], at: usize) -> bool {
    match text.get(at) {
        Some(0xeb | 0xec) => true,
        Some(0xea) => text.get(at + 1).is_some_and(|&b| b >= 0xb0),
        Some(0xed) => text.get(at + 1).is_some_and(|&b| b < 0x9e),
        _ => false,
    }
}

fn token(word: &str, at: usize, script: Script, spaced: bool) -> Token {
    let (mut stem, mut root) = (word.len(), word.len());
    if script == Script::Hangul {
        stem = word.len() - josa::suffix_len(word);
        root = verb_root(word, stem);
    }
    Token {
        span: Span::new(at, at + word.len()),
        script,
        spaced,
        stem: stem as u16,
        root: root as u16,
        key: key(&word[..root]),
    }
}

/// Returns the bytes of the noun before 하다 and 되다 (`체결` of `체결했으며`), else `stem`.
fn verb_root(word: &str, stem: usize) -> usize {
    // Letters of 한글 have three bytes; no noun of two syllables has an ending behind it.
    (6..word.len()).step_by(3).find(|&i| is_ending(&word[i..])).unwrap_or(stem)
}

/// Returns whether a text is an ending of 하다 or 되다.
fn is_ending(text: &str) -> bool {
    ENDINGS_FIRST.lets_first(text)
        && ENDINGS.iter().any(|e| text == *e || (e.ends_with('~') && text.starts_with(&e[..e.len() - 1])))
}

static ENDINGS_FIRST: Sieve = Sieve::of_first(ENDINGS);

/// Endings of 하다 and 되다; `~` stands for any continuation.
const ENDINGS: &[&str] = &[
    "하는",
    "하고",
    "하며",
    "하면",
    "하면서",
    "하기",
    "하기로",
    "하기~",
    "하지",
    "하지만",
    "하다",
    "하려~",
    "하자",
    "하게",
    "하도록",
    "하던",
    "하여",
    "했다",
    "했다~",
    "했고",
    "했으~",
    "했던",
    "했지~",
    "했는~",
    "했습~",
    "한",
    "한다",
    "한다~",
    "한다고",
    "할",
    "해",
    "해서",
    "해온",
    "해야",
    "해도",
    "함",
    "함께",
    "됐다",
    "됐다~",
    "됐고",
    "됐으~",
    "됐던",
    "됐지~",
    "됐는~",
    "된",
    "된다",
    "된다~",
    "되는",
    "되고",
    "되며",
    "되면",
    "되면서",
    "되기",
    "되지",
    "되어",
    "되었~",
    "되도록",
    "돼",
    "돼서",
    "될",
    "됨",
    "시키~",
    "시켰~",
    "시킨",
    "시킬",
    "받은",
    "받았~",
    "받는",
    "받고",
];

/// Returns a hash of a word, the same in every run (FNV-1a with a final mix).
pub fn key(word: &str) -> u64 {
    key_of(word.bytes())
}

/// Returns what [`key`] returns for the word that these bytes are.
pub fn key_of(bytes: impl Iterator<Item = u8>) -> u64 {
    let h = bytes.fold(0xcbf2_9ce4_8422_2325_u64, |h, b| (h ^ u64::from(b)).wrapping_mul(0x0000_0100_0000_01b3));
    h ^ (h >> 29)
}

/// Returns a hash that goes on from another: of a run of words, of the parts of a figure.
pub fn mixed(hash: u64, part: u64) -> u64 {
    (hash ^ part).wrapping_mul(0x9e37_79b9_7f4a_7c15).rotate_left(29)
}

/// A table by such hashes.
pub type ByKey<T> = HashMap<u64, T, BuildHasherDefault<Ready>>;

/// A hasher for keys that are hashes already.
#[derive(Clone, Copy, Default, Debug)]
pub struct Ready(u64);

impl Hasher for Ready {
    fn finish(&self) -> u64 {
        self.0
    }
    fn write(&mut self, bytes: &[u8]) {
        for &b in bytes {
            self.0 = (self.0 ^ u64::from(b)).wrapping_mul(0x0000_0100_0000_01b3);
        }
    }
    fn write_u64(&mut self, key: u64) {
        self.0 = key.wrapping_mul(0x9e37_79b9_7f4a_7c15);
    }
}
