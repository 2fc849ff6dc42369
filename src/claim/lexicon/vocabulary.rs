//! The background vocabulary: which words Korean has, how common they are, and whether a run of syllables can be
//! taken apart into words, particles and endings. Membership is a weight, never a verdict on names.
//!
//! `rules/lexicon/vocabulary.fst` is a finite-state map that is read where it lies; nothing is loaded at the start.

use super::entry::{
    ALL, BE, BE_PAST, BE_STEM, DEED, ENDING, Entry, GRAMMAR, MET, NOUN, PAST, PROPER, STEM, SUFFIX, at, step, strict,
};
use fst::raw::{CompiledAddr, Fst, Output};
use std::ops::Range;
use std::sync::OnceLock;

static WORDS: &[u8] = include_bytes!("../../../rules/lexicon/vocabulary.fst");

/// A word that a run of syllables may have been meant to be.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Meant {
    /// The run as it would be right.
    pub text: String,
    /// The syllables of the dictionary word that the slip is in, or that it is the ending of, of `text`.
    pub word: Range<usize>,
    /// How common that word is, 1 to 7.
    pub common: u8,
}

/// The vocabulary.
pub struct Vocabulary {
    words: Option<Fst<&'static [u8]>>,
    /// Where the words that begin with each syllable from 가 on branch off, found at the first question.
    heads: OnceLock<Vec<Option<Head>>>,
}

/// The place in the map behind a first syllable, and what was summed up on the way.
#[derive(Clone, Copy)]
struct Head {
    node: CompiledAddr,
    out: Output,
}

impl Default for Vocabulary {
    fn default() -> Vocabulary {
        Vocabulary { words: Fst::new(WORDS).ok(), heads: OnceLock::new() }
    }
}

impl std::fmt::Debug for Vocabulary {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Vocabulary({} words)", self.words.as_ref().map_or(0, Fst::len))
    }
}

/// A word of syllables, cut into them.
struct Syllables<'w> {
    word: &'w str,
    n: usize,
}

impl<'w> Syllables<'w> {
    fn of(word: &'w str) -> Syllables<'w> {
        Syllables { word, n: word.len() / 3 }
    }

    fn char(&self, i: usize) -> Option<(u8, u8, u8)> {
        self.word[i * 3..].chars().next().and_then(crate::text::hangul::split)
    }

    /// Whether 하다 or 되다 begins there.
    fn takes_do(&self, i: usize) -> bool {
        self.word[i * 3..].starts_with(['하', '한', '할', '함', '해', '했', '되', '된', '될', '됨', '돼', '됐'])
    }

    fn is_open(&self, i: usize) -> bool {
        self.char(i).is_some_and(|c| c.2 == 0)
    }

    fn begins_with_i(&self, i: usize) -> bool {
        self.char(i).is_some_and(|c| (c.0, c.1) == (11, 20))
    }

    fn bytes(&self, i: usize) -> &'w [u8] {
        &self.word.as_bytes()[i * 3..i * 3 + 3]
    }
}

impl Vocabulary {
    /// Returns how common a word is, 1 to 7; 0 for words that are rare or none.
    pub fn common(&self, word: &str) -> u8 {
        self.words
            .as_ref()
            .and_then(|w| w.get(word))
            .map_or(0, |o| Entry(o.value()).noun().max(Entry(o.value()).verb()))
    }

    /// Returns whether the word is a noun of the dictionary, however rare.
    pub fn is_noun(&self, word: &str) -> bool {
        self.words.as_ref().and_then(|w| w.get(word)).is_some_and(|o| Entry(o.value()).is(NOUN))
    }

    /// Returns whether the word is a noun that readers know: 강등, 소감, but not 재삽, which only stands in lists.
    pub fn is_met(&self, word: &str) -> bool {
        self.words.as_ref().and_then(|w| w.get(word)).is_some_and(|o| Entry(o.value()).is(MET))
    }

    /// Returns whether the word is none that readers know: no dictionary has it, or merely as a noun or a name that nothing
    /// but a list backs.
    pub fn is_unmet(&self, word: &str) -> bool {
        let listed = |e: Entry| e.noun() == 0 && e.verb() == 0 && e.0 & ALL & !(NOUN | PROPER) == 0 && !e.is(MET);
        self.words.as_ref().and_then(|w| w.get(word)).is_none_or(|o| listed(Entry(o.value())))
    }

    /// Returns whether the word is a noun of the dictionary that takes 하다.
    pub fn is_deed(&self, word: &str) -> bool {
        self.words.as_ref().and_then(|w| w.get(word)).is_some_and(|o| Entry(o.value()).is(DEED))
    }

    /// Returns whether the word is two nouns of the dictionary, names among them, of two syllables and more each.
    pub fn is_compound(&self, word: &str) -> bool {
        let noun =
            |w: &str| self.words.as_ref().and_then(|f| f.get(w)).is_some_and(|o| Entry(o.value()).is(NOUN | PROPER));
        (2..(word.len() / 3).saturating_sub(1))
            .any(|i| word.is_char_boundary(i * 3) && noun(&word[..i * 3]) && noun(&word[i * 3..]))
    }

    /// Returns whether the word is made of nouns of two syllables and more that readers know, and of syllables that are put to
    /// them: 국제회의, 수출국, but not 보온덥개.
    pub fn is_familiar(&self, word: &str) -> bool {
        if !is_plain(word) {
            return false;
        }
        let s = Syllables::of(word);
        let mut reach = [false; MOST + 1];
        reach[0] = true;
        for j in 0..s.n {
            if reach[j] {
                self.walk(&s, j, None, &mut |end, e| {
                    let noun = end - j >= 2 && e.is(NOUN) && (e.is(MET) || e.noun() > 0);
                    reach[end] |= noun || (j > 0 && end == j + 1 && e.is(SUFFIX));
                });
            }
        }
        reach[s.n]
    }

    /// Returns whether a run of 한글 can be taken apart into words of the vocabulary, particles and endings.
    pub fn analyses(&self, word: &str) -> bool {
        if !is_plain(word) {
            return false;
        }
        let s = Syllables::of(word);
        self.forward(&s)[s.n] & at::END != 0
    }

    /// Returns whether a run of 한글 can be taken apart without words of one syllable put together by chance (잠점 as 잠
    /// and 점) and without a particle that stands before everything.
    pub fn is_sound(&self, word: &str) -> bool {
        if !is_plain(word) {
            return false;
        }
        let s = Syllables::of(word);
        let mut reach = [0; MOST + 1];
        reach[0] = at::START;
        for j in 0..s.n {
            let from = reach[j];
            if from != 0 {
                self.walk(&s, j, None, &mut |end, e| reach[end] |= strict(from, e));
            }
        }
        reach[s.n] & at::END != 0
    }

    /// Returns what the run of 한글 may have been meant to be: one letter off, or one doubled syllable too many, and
    /// common. Most common first; empty if the run can be taken apart as it is.
    pub fn meant(&self, word: &str) -> Vec<Meant> {
        if !is_plain(word) {
            return Vec::new();
        }
        let s = Syllables::of(word);
        let forward = self.forward(&s);
        if forward[s.n] & at::END != 0 {
            return Vec::new();
        }
        let back = self.backward(&s, u64::MAX);
        let grammar = self.backward(&s, GRAMMAR);
        let mut out = Vec::new();
        for (i, c) in word.chars().enumerate() {
            // A syllable that stands twice: 밝혔음을을, 규범범에.
            if i > 0 && s.bytes(i) == s.bytes(i - 1) && forward[i] & back[i + 1] != 0 {
                let text = [&word[..i * 3], &word[i * 3 + 3..]].concat();
                if let Some(common) = self.heading(&text) {
                    out.push(Meant { text, word: i - 1..i, common });
                }
            }
            for other in neighbours(c) {
                let mut changed = [0; 4];
                let changed = other.encode_utf8(&mut changed).as_bytes();
                self.walk(&s, 0, Some((i, changed)), &mut |end, e| {
                    if end <= i || end < 2 {
                        return;
                    }
                    let makes = end < s.n && s.takes_do(end);
                    let common = e.common_before(grammar[end], makes);
                    if common > 0 {
                        let text = [&word[..i * 3], other.encode_utf8(&mut [0; 4]), &word[i * 3 + 3..]].concat();
                        out.push(Meant { text, word: 0..end, common: common.min(7) });
                    }
                });
            }
        }
        self.endings(&s, &mut out);
        out.sort_by(|a, b| {
            b.common.cmp(&a.common).then(b.word.len().cmp(&a.word.len())).then_with(|| a.text.cmp(&b.text))
        });
        out
    }

    /// Adds what the run may have been meant to be if the slip is in the ending of a common verb: 따르명, 따르면.
    fn endings(&self, s: &Syllables<'_>, out: &mut Vec<Meant>) {
        let mut stems = [0; MOST + 1];
        self.walk(s, 0, None, &mut |end, e| {
            if end >= 2 && !e.is(NOUN) && e.is(STEM | PAST) {
                stems[end] = e.verb();
            }
        });
        for from in (2..s.n).filter(|&j| stems[j] > 0) {
            for (i, c) in s.word.chars().enumerate().skip(from) {
                for other in neighbours(c) {
                    let mut changed = [0; 4];
                    let changed = other.encode_utf8(&mut changed).as_bytes();
                    self.walk(s, from, Some((i, changed)), &mut |end, e| {
                        if end == s.n && e.is(ENDING) && e.verb() >= COMMON_ENDING {
                            let text =
                                [&s.word[..i * 3], other.encode_utf8(&mut [0; 4]), &s.word[i * 3 + 3..]].concat();
                            // An ending is likelier there than another word.
                            out.push(Meant { text, word: 0..from, common: (e.verb() + 1).min(7) });
                        }
                    });
                }
            }
        }
    }

    /// Returns what a run of 한글 that cannot be taken apart may have been meant to be if a verb in the past is in it and
    /// the slip is behind that: 숨졌뽀, 숨졌고. No name has such a syllable. Likeliest first.
    pub fn meant_ending(&self, word: &str) -> Vec<Meant> {
        const PAST_FINAL: u8 = 20; // ㅆ
        if !is_plain(word) {
            return Vec::new();
        }
        let s = Syllables::of(word);
        let past = |i: usize| s.char(i).is_some_and(|c| c.2 == PAST_FINAL);
        let Some(from) = (1..s.n).rev().find(|&i| past(i - 1)) else { return Vec::new() };
        if self.forward(&s)[from] & at::STEM == 0 {
            return Vec::new();
        }
        let mut out = Vec::new();
        let mut add = |ending: String| {
            let common = self.ending(&ending);
            if common > 0 {
                out.push(Meant { text: [&word[..from * 3], &ending].concat(), word: 0..from, common });
            }
        };
        let rest = &word[from * 3..];
        for (i, c) in rest.char_indices() {
            for other in one_letter_off(c) {
                add([&rest[..i], other.encode_utf8(&mut [0; 4]), &rest[i + 3..]].concat());
            }
            add([&rest[..i], "으", &rest[i..]].concat());
        }
        // What news are told in before what they are not: 넓혔다, not 넓혔되.
        let told = |m: &Meant| {
            let first = m.text[from * 3..].chars().next();
            "다고던으습지는음".chars().position(|c| Some(c) == first).unwrap_or(usize::MAX)
        };
        out.sort_by(|a, b| told(a).cmp(&told(b)).then(b.common.cmp(&a.common)).then_with(|| a.text.cmp(&b.text)));
        out
    }

    /// Returns how common an ending behind a verb in the past is, 0 where it is none.
    fn ending(&self, ending: &str) -> u8 {
        let entry = self.words.as_ref().and_then(|w| w.get(ending)).map_or(Entry(0), |o| Entry(o.value()));
        if entry.is(ENDING) { entry.verb() } else { 0 }
    }

    /// Returns how common the word is that begins the run and that nothing but particles and endings follow; none where
    /// there is no such word.
    fn heading(&self, word: &str) -> Option<u8> {
        let s = Syllables::of(word);
        let grammar = self.backward(&s, GRAMMAR);
        let mut best = 0;
        self.walk(&s, 0, None, &mut |end, e| {
            if end >= 2 {
                best = best.max(e.common_before(grammar[end], end < s.n && s.takes_do(end)));
            }
        });
        (best > 0).then_some(best.max(3))
    }

    /// Calls `each` with the end and the entry of every dictionary word that begins at syllable `from`.
    fn walk(
        &self,
        s: &Syllables<'_>,
        from: usize,
        changed: Option<(usize, &[u8])>,
        each: &mut impl FnMut(usize, Entry),
    ) {
        let Some(words) = &self.words else { return };
        let heads = self.heads.get_or_init(|| heads(words));
        // 이다 is contracted after a vowel only: 친구라며, 학생이라며.
        let contracts = from == 0 || s.is_open(from - 1) || s.begins_with_i(from);
        let mask = if contracts { u64::MAX } else { !(BE | BE_STEM | BE_PAST) };
        let bytes = |i: usize| changed.filter(|c| c.0 == i).map_or(s.bytes(i), |c| c.1);
        let Some(&Some(Head { node, mut out })) = heads.get(number(bytes(from))) else { return };
        let mut node = words.node(node);
        for i in from..s.n {
            if i > from {
                for &b in bytes(i) {
                    let Some(t) = node.find_input(b) else { return };
                    let t = node.transition(t);
                    out = out.cat(t.out);
                    node = words.node(t.addr);
                }
            }
            if node.is_final() {
                each(i + 1, Entry(out.cat(node.final_output()).value() & mask));
            }
        }
    }

    /// Returns where one can be before each syllable and at the end.
    fn forward(&self, s: &Syllables<'_>) -> [u8; MOST + 1] {
        let mut reach = [0; MOST + 1];
        reach[0] = at::START;
        for j in 0..s.n {
            let from = reach[j];
            if from != 0 {
                self.walk(s, j, None, &mut |end, e| reach[end] |= step(from, e));
            }
        }
        reach
    }

    /// Returns from where one can come to the end, before each syllable and at the end.
    ///
    /// Entries count only as the classes of `mask`: without nouns and verbs, only particles and endings may follow.
    fn backward(&self, s: &Syllables<'_>, mask: u64) -> [u8; MOST + 1] {
        let mut back = [0; MOST + 1];
        back[s.n] = at::END;
        for j in (0..s.n).rev() {
            let mut here = 0;
            self.walk(s, j, None, &mut |end, e| {
                let e = Entry(e.0 & mask);
                for state in (0..8).map(|b| 1 << b) {
                    if step(state, e) & back[end] != 0 {
                        here |= state;
                    }
                }
            });
            back[j] = here;
        }
        back
    }
}

/// Returns the number of a syllable of three bytes, 0 for 가.
fn number(bytes: &[u8]) -> usize {
    let bits = |i: usize| bytes.get(i).map_or(0, |b| usize::from(b & 0x3f));
    ((bits(0) & 0xf) << 12 | bits(1) << 6 | bits(2)).wrapping_sub('가' as usize)
}

/// Returns the branches of the map by first syllable.
fn heads(words: &Fst<&'static [u8]>) -> Vec<Option<Head>> {
    let mut out = vec![None; '힣' as usize - '가' as usize + 1];
    for (n, slot) in out.iter_mut().enumerate() {
        let Some(c) = char::from_u32('가' as u32 + n as u32) else { continue };
        let (mut node, mut sum) = (words.root(), Output::zero());
        let mut there = true;
        for &b in c.encode_utf8(&mut [0; 4]).as_bytes() {
            let Some(t) = node.find_input(b) else {
                there = false;
                break;
            };
            let t = node.transition(t);
            sum = sum.cat(t.out);
            node = words.node(t.addr);
        }
        if there {
            *slot = Some(Head { node: node.addr(), out: sum });
        }
    }
    out
}

/// An ending that a slip may have been meant to be is this common at least.
const COMMON_ENDING: u8 = 5;

/// Syllables of the longest run that is looked at.
const MOST: usize = 12;

/// Returns whether the word is of whole syllables and not too long.
fn is_plain(word: &str) -> bool {
    !word.is_empty() && word.len() <= MOST * 3 && word.chars().all(crate::text::hangul::is_syllable)
}

/// Returns the syllables that differ in one letter whose keys touch, in the shift key, or in a 받침 more or less.
pub fn neighbours(c: char) -> Vec<char> {
    use crate::text::hangul::{CHOSEONG, JONGSEONG, JUNGSEONG, join, keys_touch, split};
    let Some((a, b, j)) = split(c) else { return Vec::new() };
    let mut out = Vec::new();
    for (i, x) in CHOSEONG.iter().enumerate() {
        if i != a as usize && keys_touch(*x, CHOSEONG[a as usize]) {
            out.push(join(i as u8, b, j));
        }
    }
    for (i, x) in JUNGSEONG.iter().enumerate() {
        let old = JUNGSEONG[b as usize];
        if i != b as usize && (keys_touch(*x, old) || DIPHTHONGS.iter().any(|d| d.contains(&old) && d.contains(x))) {
            out.push(join(a, i as u8, j));
        }
    }
    for (i, x) in JONGSEONG.iter().enumerate() {
        let old = JONGSEONG[j as usize];
        if i != j as usize && (i == 0 || j == 0 || keys_touch(*x, old)) {
            out.push(join(a, b, i as u8));
        }
    }
    out
}

/// Returns the syllables that differ in one letter.
pub fn one_letter_off(c: char) -> impl Iterator<Item = char> {
    use crate::text::hangul::{CHOSEONG, JONGSEONG, JUNGSEONG, join, split};
    let of = |(a, b, j): (u8, u8, u8)| {
        let first = (0..CHOSEONG.len() as u8).map(move |x| join(x, b, j));
        let middle = (0..JUNGSEONG.len() as u8).map(move |x| join(a, x, j));
        let last = (0..JONGSEONG.len() as u8).map(move |x| join(a, b, x));
        first.chain(middle).chain(last)
    };
    split(c).into_iter().flat_map(of).filter(move |&o| o != c)
}

/// Vowels that are typed with one key more or less, or sound alike.
const DIPHTHONGS: &[[char; 2]] = &[
    ['ㅘ', 'ㅗ'],
    ['ㅘ', 'ㅏ'],
    ['ㅙ', 'ㅐ'],
    ['ㅙ', 'ㅚ'],
    ['ㅚ', 'ㅗ'],
    ['ㅚ', 'ㅣ'],
    ['ㅝ', 'ㅜ'],
    ['ㅝ', 'ㅓ'],
    ['ㅞ', 'ㅔ'],
    ['ㅟ', 'ㅜ'],
    ['ㅟ', 'ㅣ'],
    ['ㅢ', 'ㅡ'],
    ['ㅢ', 'ㅣ'],
    ['ㅐ', 'ㅔ'],
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_taken_apart() {
        let v = Vocabulary::default();
        for word in [
            "밝혔다",
            "정부는",
            "기자회견에서",
            "때문이다",
            "관련한",
            "알려졌다",
            "있습니다",
            "말했으며",
            "논의했다",
            "추진하기로",
            "학생들에게는",
            "시작됐다고",
            "것이라고",
            "했음을",
            "서울시장은",
            "종로구에서",
        ] {
            assert!(v.analyses(word), "{word}");
        }
        for word in ["떄문이다", "관려한", "밝혔음을을"] {
            assert!(!v.analyses(word), "{word}");
        }
    }

    #[test]
    fn slips_are_seen_through() {
        let v = Vocabulary::default();
        for (slip, right) in [
            ("떄문이다", "때문이다"),
            ("관려한", "관련한"),
            ("밝혔음을을", "밝혔음을"),
            ("이르명", "이르면"),
            ("모범범을", "모범을"),
            ("대통렁은", "대통령은"),
        ] {
            assert_eq!(v.meant(slip).first().map(|m| m.text.as_str()), Some(right), "{slip}");
        }
    }

    #[test]
    fn names_are_no_slips_of_what_only_looks_like_verbs() {
        let v = Vocabulary::default();
        // 오르 is common as a verb, not as a name before 타; 카카오 has its own two equal syllables.
        for name in ["유르타", "카카오페이", "도도페이"] {
            assert_eq!(v.meant(name), [], "{name}");
        }
        assert!(v.is_noun("재학생") && v.is_compound("동남동쪽") && !v.is_compound("가르모"));
    }

    #[test]
    fn words_of_one_syllable_put_together_are_no_word() {
        let v = Vocabulary::default();
        for (word, sound) in [("잠정", true), ("결과를", true), ("말했다", true), ("잠전", false), ("거고문", false)]
        {
            assert!(v.analyses(word) && v.is_sound(word) == sound, "{word}");
        }
    }

    #[test]
    fn broken_endings_behind_verbs_in_the_past_are_mended() {
        let v = Vocabulary::default();
        for (slip, right) in [("넓혔뎌", Some("넓혔다")), ("설명했차", Some("설명했다")), ("카프타예브", None)]
        {
            assert_eq!(v.meant_ending(slip).first().map(|m| m.text.as_str()), right, "{slip}");
        }
    }

    #[test]
    fn words_that_only_lists_have_are_told_from_those_that_readers_know() {
        let v = Vocabulary::default();
        assert!(["강등", "소감", "개표", "도시", "타구"].iter().all(|w| v.is_met(w) && !v.is_unmet(w)));
        assert!(["재삽", "야삼", "우역", "물랑"].iter().all(|w| !v.is_met(w) && v.is_unmet(w)));
        assert!(["들어", "매우", "알린"].iter().all(|w| !v.is_met(w) && !v.is_unmet(w)));
    }

    #[test]
    fn common_words_are_told_from_rare_ones() {
        let v = Vocabulary::default();
        assert!(v.common("정부") > v.common("정관"));
        assert_eq!(v.common("쾅랴"), 0);
    }
}
