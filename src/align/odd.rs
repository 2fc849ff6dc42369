//! Odd words: a word of one outlet only that is one slip away from a word that the others use.
//!
//! The event's own words are the dictionary: `오세운`, `충청시`, `최교` stand once, `오세훈`, `충칭시`, `외교` stand in the same
//! place in the other articles. Words within one edit of each other are found by the syllables left when one is deleted
//! (the symmetric delete method of Garbe, 2012), so that no pair of words is compared that has nothing in common.

use super::akin;
use super::context::{Anchors, Context, anchors, only_change};
use super::strange::strange;
use super::{Alignment, Row};
use crate::claim::lexicon::{Lexicon, Vocabulary};
use crate::claim::{Claim, Value};
use crate::text::hangul::{self, SyllableSlip};
use crate::text::token::{ByKey, key, key_of};
use crate::text::{Script, Token};
use std::cell::OnceCell;
use std::collections::HashMap;

/// A place of a word: row and unit.
pub type Place = (u32, u32);

/// How one spelling leads to another.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Slip {
    /// One syllable is another.
    Syllable(SyllableSlip),
    /// The first lacks a syllable.
    Dropped,
    /// The first has a syllable more.
    Added,
    /// Two neighbouring syllables are swapped.
    Swapped,
}

impl Slip {
    /// Returns the slip that leads from `right` to `wrong`; none if it takes more than one.
    pub fn between(wrong: &str, right: &str) -> Option<Slip> {
        if wrong == right {
            return None;
        }
        if let Some(s) = hangul::one_syllable(wrong, right) {
            return Some(Slip::Syllable(s));
        }
        let (w, r): (Vec<char>, Vec<char>) = (wrong.chars().collect(), right.chars().collect());
        let head = w.iter().zip(&r).take_while(|(a, b)| a == b).count();
        let (w, r) = (&w[head..], &r[head..]);
        // A syllable more or less at either end makes another word: 이익/순이익, 소매/소매업, 부산/부산항.
        let swapped = w.len() == r.len() && w.len() >= 2 && w[0] == r[1] && w[1] == r[0] && w[2..] == r[2..];
        if swapped {
            Some(Slip::Swapped)
        } else if head == 0 {
            None
        } else if w.len() + 1 == r.len() && !w.is_empty() && w == &r[1..] {
            Some(Slip::Dropped)
        } else if w.len() == r.len() + 1 && !r.is_empty() && &w[1..] == r {
            Some(Slip::Added)
        } else {
            None
        }
    }

    /// Returns how many letters (자모) were slipped; a whole syllable counts as two, two that changed places as one slip.
    pub fn letters(self) -> usize {
        match self {
            Slip::Syllable(s) => s.letters(),
            Slip::Swapped => 1,
            Slip::Dropped | Slip::Added => 2,
        }
    }
}

/// What speaks for a slip: signs for [`Odd`].
#[derive(Clone, Copy, PartialEq, Debug, Default)]
pub struct Signs {
    /// Letters that differ, 1 to 3.
    pub letters: f32,
    /// Whether the letters' keys touch.
    pub touch: f32,
    /// Syllables of the right word, at most 6.
    pub length: f32,
    /// Copied words before them, at most 3.
    pub left: f32,
    /// Copied words behind them, at most 3.
    pub right: f32,
    /// Likeness of the words around them.
    pub context: f32,
    /// Share of the other rows that have the right word.
    pub support: f32,
    /// Voices beyond one that have it.
    pub majority: f32,
    /// Whether the row of the odd word has the right one too.
    pub also_here: f32,
    /// Whether both stand in one sentence.
    pub together: f32,
    /// How often the odd word stands, beyond once, at most 3.
    pub repeated: f32,
    /// Whether the slip is in the last syllable.
    pub last: f32,
    /// Whether the slip is in the first syllable.
    pub first: f32,
    /// Whether a syllable is dropped, added or swapped.
    pub moved: f32,
    /// Whether either has been cut before an ending of 하다 or 되다, or looks like a verb.
    pub verb: f32,
    /// Whether the particles behind both are the same, or both lack one.
    pub same_josa: f32,
    /// Whether the right word stands in one row only, too: either may be the slip.
    pub mirror: f32,
    /// How many times more often the right word stands than the odd one: base-2 logarithm, -2 to 4.
    pub oftener: f32,
    /// How common the odd word is at large, 0 to 1.
    pub wrong_common: f32,
    /// How common the right word is at large, 0 to 1.
    pub right_common: f32,
    /// Whether the odd word is no word that Korean has.
    pub wrong_unknown: f32,
    /// Whether the right word is no word that Korean has, as names are not.
    pub right_unknown: f32,
    /// Whether the right word is part of a name.
    pub name: f32,
    /// Whether the sentences are the same word for word but for the two.
    pub only_change: f32,
}

impl Signs {
    /// The names of the signs, in the order of [`Signs::values`].
    pub const NAMES: [&'static str; 24] = [
        "letters",
        "touch",
        "length",
        "left",
        "right",
        "context",
        "support",
        "majority",
        "also_here",
        "together",
        "repeated",
        "last",
        "first",
        "moved",
        "verb",
        "same_josa",
        "mirror",
        "oftener",
        "wrong_common",
        "right_common",
        "wrong_unknown",
        "right_unknown",
        "name",
        "only_change",
    ];

    /// Returns the signs as numbers.
    pub fn values(&self) -> [f32; 24] {
        [
            self.letters,
            self.touch,
            self.length,
            self.left,
            self.right,
            self.context,
            self.support,
            self.majority,
            self.also_here,
            self.together,
            self.repeated,
            self.last,
            self.first,
            self.moved,
            self.verb,
            self.same_josa,
            self.mirror,
            self.oftener,
            self.wrong_common,
            self.right_common,
            self.wrong_unknown,
            self.right_unknown,
            self.name,
            self.only_change,
        ]
    }
}

/// A word of one outlet and the word it may be a slip of.
#[derive(Clone, Debug)]
pub struct Odd {
    /// Where the odd word stands, best matched place first.
    pub places: Vec<Place>,
    /// Where the right word stands in other rows, best matched place first, other spellings of it last.
    pub holders: Vec<Place>,
    /// The odd word.
    pub wrong: String,
    /// The right one.
    pub right: String,
    /// How one leads to the other.
    pub slip: Slip,
    /// What speaks for it.
    pub signs: Signs,
    /// How likely it is a slip if the odd word is nothing that Korean has and the right one is a word; 0 where it is not so.
    pub no_word: f32,
}

/// Returns all words of one row only with each word of other rows that is one slip away, and words that Korean does not
/// have with a word of the same row that it has; ordered by place.
pub fn odd_words(alignment: &Alignment<'_>, lexicon: &Lexicon) -> Vec<Odd> {
    let vocabulary = &lexicon.vocabulary;
    let (spelt, families) = spellings(alignment);
    let rests = Rests::of(&spelt);
    let mut out = Vec::new();
    let mut near: Vec<u32> = Vec::new();
    for (n, s) in spelt.iter().enumerate() {
        if !s.in_one_row() || others(&spelt, &families, s).iter().any(|p| p.0 != s.places[0].0) {
            continue;
        }
        near.clear();
        each_rest(s.text, |rest| {
            near.extend(rests.with(rest).filter(|&m| m != n as u32 && spelt[m as usize].word != s.word));
        });
        near.sort_unstable();
        near.dedup();
        for &m in &near {
            let r = &spelt[m as usize];
            // Within one article a word that is none beside one that is: 이제민 and 이재민.
            let home_only = r.places.iter().all(|p| p.0 == s.places[0].0);
            if home_only && s.places.len() > 1 {
                continue;
            }
            if let Some(slip) = Slip::between(s.text, r.text)
                && let bare = strange(alignment, s, r, slip, lexicon)
                && let apart = (!home_only || apart_at_home(alignment, s, r, lexicon))
                && (apart || bare.is_some())
                && !inflected(alignment, s.text, r.text)
                && !(r.text.ends_with('서') && r.text.len() >= 9 && inflected(alignment, r.text, s.text))
                && !ends_so(alignment, s)
                && !lexicon.names.is_withheld(s.text)
                && !akin::are_both_right(s.text, r.text, lexicon)
            {
                let found = odd(alignment, s, r, &others(&spelt, &families, r), slip, vocabulary);
                let found = found.map(|o| Odd { no_word: bare.map_or(0.0, |b| b.confidence(&o)), ..o });
                let found = found.filter(|o| apart || o.no_word > 0.0);
                out.extend(found.filter(|o| !akin::contrasted(&o.signs, || meet(alignment, s, r))));
            }
        }
    }
    out
}

/// A word as spelt, and all its places.
pub(super) struct Spelling<'a> {
    pub(super) text: &'a str,
    /// The number of the word; names of one thing are one word with several spellings.
    word: u32,
    pub(super) places: Vec<Place>,
    /// What the vocabulary says of it, once asked.
    common: OnceCell<u8>,
    analyses: OnceCell<bool>,
    sound: OnceCell<bool>,
}

impl Spelling<'_> {
    pub(super) fn common(&self, vocabulary: &Vocabulary) -> u8 {
        *self.common.get_or_init(|| vocabulary.common(self.text))
    }

    pub(super) fn analyses(&self, vocabulary: &Vocabulary) -> bool {
        *self.analyses.get_or_init(|| vocabulary.analyses(self.text))
    }

    /// Whether the word, or a whole run of syllables that it is the stem of, can be taken apart without chance.
    pub(super) fn is_sound(&self, alignment: &Alignment<'_>, vocabulary: &Vocabulary) -> bool {
        *self.sound.get_or_init(|| {
            let row = &alignment.rows[self.places[0].0 as usize];
            let run = row.reading.doc.slice(token(row, self.places[0]).span);
            vocabulary.is_sound(self.text) || (run != self.text && vocabulary.is_sound(run))
        })
    }

    pub(super) fn in_one_row(&self) -> bool {
        self.places[0].0 == self.places[self.places.len() - 1].0
    }
}

/// The spellings of each word that has several: names of one thing.
type Families = HashMap<u32, Vec<usize>>;

/// Returns where the word stands in its other spellings.
fn others(spelt: &[Spelling<'_>], families: &Families, word: &Spelling<'_>) -> Vec<Place> {
    let Some(family) = families.get(&word.word) else { return Vec::new() };
    family.iter().filter(|&&n| spelt[n].text != word.text).flat_map(|&n| spelt[n].places.iter().copied()).collect()
}

/// Returns the Korean words of two syllables and more, with their places in order.
fn spellings<'a>(alignment: &Alignment<'a>) -> (Vec<Spelling<'a>>, Families) {
    let mut index = vec![u32::MAX; alignment.words.len()];
    let mut out: Vec<Spelling<'a>> = Vec::new();
    let mut families = Families::new();
    for (r, row) in alignment.rows.iter().enumerate() {
        for (u, unit) in row.units.iter().enumerate() {
            let token = &row.reading.doc.tokens[unit.token as usize];
            // 분께 of `42분께` is no word of its own.
            let glued = !token.spaced
                && unit.token > 0
                && row.reading.doc.tokens[unit.token as usize - 1].script == Script::Number;
            if unit.figure || glued || token.script != Script::Hangul || !(6..=45).contains(&unit.spelt.len()) {
                continue;
            }
            let text = row.reading.doc.slice(unit.spelt);
            let spelling = |text| Spelling {
                text,
                word: unit.word,
                places: Vec::new(),
                common: OnceCell::new(),
                analyses: OnceCell::new(),
                sound: OnceCell::new(),
            };
            let at = &mut index[unit.word as usize];
            if *at == u32::MAX {
                *at = out.len() as u32;
                out.push(spelling(text));
            }
            let mut at = *at as usize;
            if out[at].text != text {
                let family = families.entry(unit.word).or_insert_with(|| vec![at]);
                at = family.iter().copied().find(|&n| out[n].text == text).unwrap_or(out.len());
                if at == out.len() {
                    family.push(at);
                    out.push(spelling(text));
                }
            }
            out[at].places.push((r as u32, u as u32));
        }
    }
    (out, families)
}

/// Which spellings have a rest, as lists that lie in one table: what a spelling less a syllable is.
struct Rests {
    /// The last of each list in `links`, and how long the list is.
    lists: ByKey<(u32, u32)>,
    /// A spelling, and the place of the one before it in its list, if there is one.
    links: Vec<(u32, Option<u32>)>,
}

impl Rests {
    /// More spellings than this have nothing in common but an ending.
    const MANY: u32 = 200;

    fn of(spelt: &[Spelling<'_>]) -> Rests {
        let mut out = Rests { lists: ByKey::default(), links: Vec::with_capacity(spelt.len() * 4) };
        out.lists.reserve(spelt.len() * 4);
        for (n, s) in spelt.iter().enumerate() {
            each_rest(s.text, |rest| {
                let at = out.links.len() as u32;
                let mut before = None;
                let list = out.lists.entry(rest).and_modify(|list| before = Some(list.0)).or_default();
                *list = (at, list.1 + 1);
                out.links.push((n as u32, before));
            });
        }
        out
    }

    /// Returns the spellings that have a rest, the last first; none where there are too many.
    fn with(&self, rest: u64) -> impl Iterator<Item = u32> {
        let last = self.lists.get(&rest).filter(|list| list.1 < Rests::MANY).map(|list| list.0);
        std::iter::successors(last.map(|at| self.links[at as usize]), |link| Some(self.links[link.1? as usize]))
            .map(|link| link.0)
    }
}

/// Calls `each` with a hash of the word and of the word less each of its syllables.
fn each_rest(word: &str, mut each: impl FnMut(u64)) {
    each(key(word));
    let mut last = '\0';
    for (i, c) in word.char_indices() {
        if c != last {
            each(key_of(word[..i].bytes().chain(word[i + c.len_utf8()..].bytes())));
        }
        last = c;
    }
}

/// Returns whether both stand in one sentence.
pub(super) fn meet(alignment: &Alignment<'_>, s: &Spelling<'_>, r: &Spelling<'_>) -> bool {
    let sentence = |p: Place| alignment.rows[p.0 as usize].sentence_of(p.1 as usize);
    s.places.iter().any(|&w| r.places.iter().any(|&p| p.0 == w.0 && sentence(p) == sentence(w)))
}

/// Returns whether one article alone tells that the first is a slip of the second.
fn apart_at_home(alignment: &Alignment<'_>, s: &Spelling<'_>, r: &Spelling<'_>, lexicon: &Lexicon) -> bool {
    let with_josa = |w: &Spelling<'_>, place: Place| {
        let row = &alignment.rows[place.0 as usize];
        let token = token(row, place);
        if row.reading.doc.slice(token.stem()).ends_with(w.text) { row.reading.doc.slice(token.josa()) } else { "" }
    };
    let (at, row) = (s.places[0], &alignment.rows[s.places[0].0 as usize]);
    !is_known(alignment, s, &lexicon.vocabulary)
        && settled(alignment, r, lexicon)
        && !akin::noun(s.text, &lexicon.vocabulary)
        && !akin::doer(s.text, r.text)
        && !akin::mentioned(&row.reading.doc, row.units[at.1 as usize].spelt)
        && !r.places.iter().any(|&p| akin::adnominal((s.text, with_josa(s, at)), (r.text, with_josa(r, p))))
}

/// Returns whether a spelling that stands once may well be right: Korean has it, or it can be taken apart into words and
/// is too short, or used too much like a verb, for that to be chance (`이제민에게` is no 이제 and 민).
fn is_known(alignment: &Alignment<'_>, word: &Spelling<'_>, vocabulary: &Vocabulary) -> bool {
    let (row, unit) = word.places[0];
    let row = &alignment.rows[row as usize];
    let token = &row.reading.doc.tokens[row.units[unit as usize].token as usize];
    let noun = matches!(
        row.reading.doc.slice(token.josa()),
        "은" | "는" | "이" | "가" | "을" | "를" | "의" | "에게" | "와" | "과"
    );
    word.common(vocabulary) > 0 || (word.analyses(vocabulary) && !(noun && word.text.chars().count() >= 3))
}

/// Returns whether a spelling is right as far as its own article tells: a word at large, or a name that stands twice.
fn settled(alignment: &Alignment<'_>, word: &Spelling<'_>, lexicon: &Lexicon) -> bool {
    let named = |p: &&Place| alignment.rows[p.0 as usize].units[p.1 as usize].name;
    word.common(&lexicon.vocabulary) > 0
        || lexicon.names.is_noun(word.text)
        || word.places.iter().filter(named).count() >= 2
}

/// The index of ㅆ among final sounds.
const SSANG_SIOT: u8 = 20;

/// Returns whether the odd word with its particle is a noun of the event that ends so, 발걸이 beside 발걸이가, or is read as a
/// name that ends so: 스페인, of which no 스페 is the name.
fn ends_so(alignment: &Alignment<'_>, word: &Spelling<'_>) -> bool {
    word.places.iter().any(|&place| {
        let row = &alignment.rows[place.0 as usize];
        let josa = row.reading.doc.slice(token(row, place).josa());
        let stem = token(row, place).stem();
        let longer = |c: &Claim| {
            matches!(c.value, Value::Place { .. }) && c.span.start() == stem.start() && c.span.end() > stem.end()
        };
        let noun = || alignment.words.find(key_of(word.text.bytes().chain(josa.bytes())));
        (josa == "이" && noun().is_some_and(|w| alignment.words.articles(w) > 0))
            || (!josa.is_empty() && row.reading.claims.iter().any(longer))
    })
}

/// Returns whether the odd word is another word of the event with a particle that is not told from its last syllable:
/// `베이징서` is 베이징 with 서, not a slip of 베이징시.
fn inflected(alignment: &Alignment<'_>, wrong: &str, right: &str) -> bool {
    let Some((at, last)) = wrong.char_indices().next_back() else { return false };
    // 넘겨졌다, 넘겨졌나: behind a past stem stands any ending.
    let past = wrong[..at].chars().next_back().and_then(hangul::split).is_some_and(|(_, _, last)| last == SSANG_SIOT);
    if past && right.starts_with(&wrong[..at]) && "다나네지고니까요냐자라며면".contains(last) {
        return true;
    }
    right.starts_with(&wrong[..at])
        && "서로도만의에와과이가은는을를인들씩째쯤께랑".contains(last)
        && alignment.words.find(key(&wrong[..at])).is_some_and(|w| alignment.words.articles(w) > 0)
}

/// Returns the pair with its signs, `also` being where the right word stands in other spellings; none where nothing around them is alike.
fn odd(
    alignment: &Alignment<'_>,
    wrong: &Spelling<'_>,
    right: &Spelling<'_>,
    also: &[Place],
    slip: Slip,
    vocabulary: &Vocabulary,
) -> Option<Odd> {
    let home = wrong.places[0].0;
    let home_only = right.places.iter().all(|p| p.0 == home);
    let mut best: Option<(f32, Place, Place, Anchors, f32)> = None;
    for &w in wrong.places.iter().take(4) {
        let row = &alignment.rows[home as usize];
        let here = Context::of(row, &alignment.words, w.1 as usize);
        for &r in right.places.iter().filter(|p| home_only || p.0 != home).take(24) {
            let other = &alignment.rows[r.0 as usize];
            let around = anchors(row, w.1 as usize, other, r.1 as usize, 3);
            let context = here.likeness(&Context::of(other, &alignment.words, r.1 as usize));
            let score = context + 0.3 * f32::from(around.left + around.right);
            if best.as_ref().is_none_or(|b| score > b.0) {
                best = Some((score, w, r, around, context));
            }
        }
    }
    let (_, w, r, around, context) = best?;
    let holders = right.places.iter().filter(|p| home_only || p.0 != home);
    // Who has it in another spelling says the same.
    let mut rows: Vec<usize> = holders.clone().chain(also).map(|p| p.0 as usize).collect();
    rows.sort_unstable();
    rows.dedup();
    let voices = alignment.voices(rows.iter().copied());
    let row = &alignment.rows[home as usize];
    let sentence = row.sentence_of(w.1 as usize);
    let together = right.places.iter().any(|p| p.0 == home && row.sentence_of(p.1 as usize) == sentence);
    let (tw, tr) = (token(row, w), token(&alignment.rows[r.0 as usize], r));
    let length = right.text.chars().count();
    let (last, first) = match slip {
        Slip::Syllable(s) => (s.index + 1 == length, s.index == 0),
        _ => (wrong.text.chars().last() != right.text.chars().last(), false),
    };
    let josa = |row: &Row<'_>, t: &Token| row.reading.doc.slice(t.josa()).to_owned();
    let signs = Signs {
        letters: slip.letters() as f32,
        touch: f32::from(u8::from(touches(slip))),
        length: length.min(6) as f32,
        left: f32::from(around.left),
        right: f32::from(around.right),
        context,
        support: rows.iter().filter(|&&r| r != home as usize).count() as f32 / (alignment.rows.len() - 1).max(1) as f32,
        majority: voices.saturating_sub(1).min(3) as f32,
        also_here: f32::from(u8::from(right.places.iter().any(|p| p.0 == home))),
        together: f32::from(u8::from(together)),
        repeated: (wrong.places.len() - 1).min(3) as f32,
        last: f32::from(u8::from(last)),
        first: f32::from(u8::from(first)),
        moved: f32::from(u8::from(!matches!(slip, Slip::Syllable(_)))),
        verb: f32::from(u8::from(
            tw.is_deed()
                || tr.is_deed()
                || ((looks_verbal(wrong.text) || looks_verbal(right.text))
                    && !is_nominal(row, w)
                    && !is_nominal(&alignment.rows[r.0 as usize], r)),
        )),
        same_josa: f32::from(u8::from(josa(row, tw) == josa(&alignment.rows[r.0 as usize], tr))),
        mirror: f32::from(u8::from(right.in_one_row() && also.iter().all(|p| p.0 == right.places[0].0))),
        wrong_common: f32::from(wrong.common(vocabulary)) / 7.0,
        right_common: f32::from(right.common(vocabulary)) / 7.0,
        wrong_unknown: f32::from(u8::from(!wrong.analyses(vocabulary))),
        right_unknown: f32::from(u8::from(!right.analyses(vocabulary))),
        name: f32::from(u8::from(right.places.iter().any(|p| alignment.rows[p.0 as usize].units[p.1 as usize].name))),
        only_change: f32::from(u8::from(only_change(row, w.1 as usize, &alignment.rows[r.0 as usize], r.1 as usize))),
        oftener: (right.places.len() as f32 / wrong.places.len() as f32).log2().clamp(-2.0, 4.0),
    };
    let mut places = wrong.places.clone();
    places.sort_by_key(|p| (*p != w, *p));
    let mut holders: Vec<Place> = holders.copied().collect();
    holders.sort_by_key(|p| (*p != r, *p));
    holders.extend(also.iter().filter(|p| p.0 != home));
    Some(Odd { places, holders, wrong: wrong.text.to_owned(), right: right.text.to_owned(), slip, signs, no_word: 0.0 })
}

pub(super) fn token<'r>(row: &'r Row<'_>, place: Place) -> &'r Token {
    &row.reading.doc.tokens[row.units[place.1 as usize].token as usize]
}

/// Returns whether the word ends as only verbs and adjectives do.
pub(super) fn looks_verbal(word: &str) -> bool {
    let end = word.chars().next_back().unwrap_or(' ');
    #[rustfmt::skip]
    let always = matches!(
        end,
        '다' | '며' | '고' | '는' | '던' | '지' | '게' | '된' | '한' | '할' | '될' | '해' | '돼' | '려' | '라' | '자'
    );
    if always {
        return true;
    }
    #[rustfmt::skip]
    let short = matches!(
        end,
        '난' | '온' | '린' | '진' | '친' | '킨' | '낸' | '둔' | '본' | '준' | '쓴' | '든' | '릴' | '질' | '칠' | '날'
            | '올' | '줄' | '볼' | '했' | '됐' | '갔' | '왔' | '렸' | '졌'
    );
    short && word.chars().count() <= 3
}

/// Returns whether the word there is a noun whatever it ends in: somebody's name, or before a particle that no verb takes.
fn is_nominal(row: &Row<'_>, place: Place) -> bool {
    const PARTICLES: &[&str] = &["을", "를", "의", "에서", "에게", "으로"];
    let unit = &row.units[place.1 as usize];
    let person = unit.claim.is_some_and(|c| matches!(row.reading.claims[c as usize].value, Value::Person { .. }));
    person || PARTICLES.contains(&row.reading.doc.slice(token(row, place).josa()))
}

/// Returns whether the keys of the letters that differ touch.
pub(super) fn touches(slip: Slip) -> bool {
    let Slip::Syllable(s) = slip else { return false };
    let (Some(a), Some(b)) = (hangul::split(s.from), hangul::split(s.to)) else { return false };
    let pairs = [
        (hangul::CHOSEONG[a.0 as usize], hangul::CHOSEONG[b.0 as usize]),
        (hangul::JUNGSEONG[a.1 as usize], hangul::JUNGSEONG[b.1 as usize]),
        (hangul::JONGSEONG[a.2 as usize], hangul::JONGSEONG[b.2 as usize]),
    ];
    pairs.iter().filter(|(x, y)| x != y).all(|(x, y)| *x == '\0' || *y == '\0' || hangul::keys_touch(*x, *y))
}
