//! What tells one event from another: the keys of an article, each as heavy as it is rare.

use super::clock::{Clock, LEAD};
use super::frame::{self, Frame};
use crate::claim::{Reading, Value};
use crate::text::hangul::is_syllable;
use crate::text::{BlockKind, Document, Script, Token, token};
use rayon::prelude::*;

/// One thing that an article has, once however often it stands there.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(super) struct Key {
    /// Equal for equal things in all articles.
    pub(super) hash: u64,
    /// Before [`Archive::new`] has counted: the share of any news articles that have such a thing. After: its weight, the
    /// logarithm of how rarely it is met.
    pub(super) weight: f32,
    /// Whether it stands in the headline.
    pub(super) title: bool,
    /// Whether it is a name or an exact amount: what two stories of one event rarely lack both.
    pub(super) hard: bool,
    /// Whether it is an exact figure.
    pub(super) figure: bool,
}

/// The keys of one article, and when it appeared.
#[derive(Clone, Debug)]
pub(super) struct Profile {
    /// Keys, by hash.
    pub(super) keys: Vec<Key>,
    /// Day of publication as days of the civil calendar, where known.
    pub(super) day: Option<i32>,
    /// The years that the text says and that of publication, ascending.
    pub(super) years: Vec<i16>,
    /// The days of the month that the text says, and those of publication and the day before: bit `n` for the `n`th.
    pub(super) days: u32,
    /// The months that the text says: bit `n` for the `n`th.
    pub(super) months: u16,
    /// When its headline and lead say that it was.
    pub(super) clock: Clock,
    /// Its figures with the words around them, sorted.
    pub(super) frames: Vec<Frame>,
    /// The numbered things of its headline and lead (`제9회 영화제`), sorted.
    pub(super) numbered: Vec<Frame>,
    /// How many keys are hard.
    pub(super) hard: u32,
    /// How many keys are exact figures.
    pub(super) figures: u32,
    /// The root of the sum of squared weights.
    pub(super) norm: f32,
    /// The sum of weights.
    pub(super) mass: f32,
    /// A number made of the content, to put articles in an order that is not that of the files.
    pub(super) digest: u64,
}

/// The profiles of all articles of a run.
#[derive(Debug)]
pub(super) struct Archive {
    /// By article.
    pub(super) profiles: Vec<Profile>,
    /// How many articles have a key of a slot; a slot is shared by few keys.
    counts: Counts,
}

/// How many articles of general news the background counts stand for: in a run of few articles the kind of a key tells how
/// rare it is, in a run of many the run itself.
const BACKGROUND: f32 = 300.0;

/// A name or amount is hard if so small a share of news articles has such a one.
const HARD: f32 = 0.003;

/// What a key in the headline weighs more.
const TITLE: f32 = 1.3;

impl Archive {
    /// Returns the profiles of the readings with the weight of each key.
    pub(super) fn new(readings: &[Reading<'_>]) -> Archive {
        let mut profiles: Vec<Profile> = readings.par_iter().map(profile).collect();
        let mut counts = Counts::sized(profiles.iter().map(|p| p.keys.len()).sum());
        for p in &profiles {
            for k in &p.keys {
                counts.add(k.hash);
            }
        }
        let all = profiles.len() as f32 + BACKGROUND;
        profiles.par_iter_mut().for_each(|p| {
            let (mut squares, mut mass) = (0.0, 0.0);
            for k in &mut p.keys {
                let met = counts.of(k.hash) as f32 + BACKGROUND * k.weight;
                k.weight = (all / met).ln().max(0.0) * if k.title { TITLE } else { 1.0 };
                squares += k.weight * k.weight;
                mass += k.weight;
            }
            p.norm = squares.sqrt();
            p.mass = mass;
        });
        Archive { profiles, counts }
    }

    /// Returns how many articles have the key.
    pub(super) fn count(&self, key: &Key) -> u32 {
        self.counts.of(key.hash)
    }
}

/// How many articles have a key, in a table of more slots than keys; a rare clash counts too high, never too low.
#[derive(Debug)]
struct Counts {
    slots: Vec<u32>,
    shift: u32,
}

impl Counts {
    fn sized(keys: usize) -> Counts {
        let bits = (keys.max(1) * 2).next_power_of_two().trailing_zeros().clamp(8, 26);
        Counts { slots: vec![0; 1 << bits], shift: 64 - bits }
    }

    fn slot(&self, hash: u64) -> usize {
        (hash.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> self.shift) as usize
    }

    fn add(&mut self, hash: u64) {
        let i = self.slot(hash);
        self.slots[i] += 1;
    }

    fn of(&self, hash: u64) -> u32 {
        self.slots[self.slot(hash)]
    }
}

fn profile(reading: &Reading<'_>) -> Profile {
    let doc = &reading.doc;
    let mut keys = Vec::with_capacity(doc.tokens.len() + reading.claims.len());
    let mut said = Said::default();
    let mut frames = Vec::new();
    let mut numbered = Vec::new();
    let mut copy = 0;
    for sentence in &doc.sentences {
        copy += usize::from(sentence.kind == BlockKind::Body);
        let title = matches!(sentence.kind, BlockKind::Title | BlockKind::Subhead);
        let tokens = doc.tokens_of(sentence);
        for (i, t) in tokens.iter().enumerate() {
            frames.extend(frame::of(doc, tokens, i));
            if title || (sentence.kind == BlockKind::Body && copy <= LEAD) {
                numbered.extend(frame::numbered(doc, tokens, i));
            }
            if let Some((hash, weight)) = token_key(doc, t, tokens.get(i + 1), &mut said) {
                let figure = t.script == Script::Number && weight <= HARD;
                keys.push(Key { hash, weight, title, hard: figure, figure });
            }
        }
    }
    for claim in &reading.claims {
        if let Some((hash, weight)) = claim_key(&claim.value) {
            keys.push(Key { hash, weight, title: false, hard: weight <= HARD, figure: false });
        }
    }
    for list in [&mut frames, &mut numbered] {
        list.sort_unstable();
        list.dedup();
    }
    let mut keys = in_order(&keys);
    keys.dedup_by_key(|k| k.hash);
    if let Some(stamp) = doc.published {
        said.years.push(stamp.date.year());
        said.months |= 1 << stamp.date.month();
        said.days |= 1 << stamp.date.day();
        said.days |= stamp.date.yesterday().map_or(0, |d| 1 << d.day());
    }
    let Said { mut years, days, months } = said;
    years.sort_unstable();
    years.dedup();
    let hard = keys.iter().filter(|k| k.hard).count() as u32;
    let figures = keys.iter().filter(|k| k.figure).count() as u32;
    let digest = keys.iter().fold(doc.text.len() as u64, |sum, k| sum.wrapping_add(k.hash));
    let day = doc.published.map(|s| day_number(s.date));
    let clock = Clock::of(reading);
    Profile { keys, day, years, days, months, clock, frames, numbered, hard, figures, norm: 0.0, mass: 0.0, digest }
}

/// Returns keys by hash; of one thing the one in the headline comes first, then the lightest. Hashes are spread evenly, so
/// that they are dealt out by their first byte, and hardly any are left to compare.
fn in_order(keys: &[Key]) -> Vec<Key> {
    let first = |k: &Key| (k.hash >> 56) as usize;
    let mut ends = [0; 256];
    keys.iter().for_each(|k| ends[first(k)] += 1);
    let mut sum = 0;
    // Where each byte begins; where it ends once all keys are dealt out.
    for end in &mut ends {
        sum += std::mem::replace(end, sum);
    }
    let mut out = keys.to_vec();
    for k in keys {
        let at = &mut ends[first(k)];
        out[*at] = *k;
        *at += 1;
    }
    let mut start = 0;
    for end in ends {
        out[start..end].sort_unstable_by_key(|k| {
            u128::from(k.hash) << 64 | u128::from(!k.title) << 32 | u128::from(k.weight.to_bits())
        });
        start = end;
    }
    out
}

/// The days and years that a text says.
#[derive(Debug, Default)]
struct Said {
    years: Vec<i16>,
    days: u32,
    months: u16,
}

/// Returns the day as a number that grows by one each day.
fn day_number(date: jiff::civil::Date) -> i32 {
    // Days from civil date, Gregorian calendar (the algorithm of ISO 8601 day counts, March-based years).
    let (y, m, d) = (i32::from(date.year()), i32::from(date.month()), i32::from(date.day()));
    let (y, m) = if m <= 2 { (y - 1, m + 9) } else { (y, m - 3) };
    365 * y + y.div_euclid(4) - y.div_euclid(100) + y.div_euclid(400) + (153 * m + 2) / 5 + d
}

/// Returns the key of a token and the share of news articles that have such a one.
fn token_key(doc: &Document<'_>, t: &Token, next: Option<&Token>, said: &mut Said) -> Option<(u64, f32)> {
    match t.script {
        Script::Hangul => {
            let share = match t.root / 3 {
                0 | 1 => return None,
                2 => 0.02,
                3 => 0.01,
                _ => 0.005,
            };
            let inflected = t.root == t.stem && t.stem as usize == t.span.len() && ends_like_verb(doc.slice(t.span));
            Some((t.key, if inflected { share * 4.0 } else { share }))
        }
        Script::Latin => (t.root >= 2).then_some((t.key, 0.005)),
        Script::Hanja => (t.root >= 6).then_some((t.key, 0.002)),
        Script::Number => number_key(doc, t, next, said),
        Script::Sign => None,
    }
}

/// Returns whether the word ends as inflected verbs do (`밝혔다`, `있으며`), which tells little of the event.
fn ends_like_verb(word: &str) -> bool {
    word.chars()
        .next_back()
        .is_some_and(|c| matches!(c, '다' | '고' | '며' | '면' | '서' | '게' | '지' | '는' | '던' | '해'))
}

/// Returns the key of a number with its unit: `8,565억` is rare, `3명` and `29일` are not.
fn number_key(doc: &Document<'_>, t: &Token, next: Option<&Token>, said: &mut Said) -> Option<(u64, f32)> {
    let mut digits = 0;
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    let text = doc.slice(t.span);
    for b in text.bytes().filter(|b| *b != b',') {
        digits += usize::from(b.is_ascii_digit());
        hash = (hash ^ u64::from(b)).wrapping_mul(0x0000_0100_0000_01b3);
    }
    let word = next.map_or("", |n| doc.slice(n.span));
    let unit = word
        .chars()
        .next()
        .filter(|&c| is_syllable(c) || c.is_alphanumeric() || "%℃㎡㎞㎏㏊㎜㎝㎥$".contains(c))
        .unwrap_or(' ');
    if unit == '년' && digits == 4 {
        said.years.extend(text.parse::<i16>().ok());
    }
    if unit == '월' && digits <= 2 {
        said.months |= text.parse::<u32>().map_or(0, |m| if (1..=12).contains(&m) { 1 << m } else { 0 });
    }
    if unit == '일' && digits <= 2 && !word.starts_with("일간") && !word.starts_with("일째") {
        said.days |= text.parse::<u32>().map_or(0, |d| if (1..=31).contains(&d) { 1 << d } else { 0 });
    }
    let share = match (unit, digits) {
        ('년', 4) | ('시' | '분', _) => 0.1,
        (' ', _) => 0.05,
        ('일' | '월', _) => 0.08,
        (_, 1) => 0.1,
        (_, 2) => 0.03,
        _ if text.ends_with("00") => 0.01,
        _ => 0.002,
    };
    Some((hash ^ token::key(unit.encode_utf8(&mut [0; 4])).rotate_left(17), share))
}

/// Returns the key of a claim and the share of news articles that have such a one; none for what tokens tell as well.
fn claim_key(value: &Value) -> Option<(u64, f32)> {
    let (name, salt, share) = match value {
        Value::Person { name, .. } if name.chars().count() >= 3 => (name, 0x50, 0.001),
        Value::Org(name) if name.chars().count() >= 3 => (name, 0x4f, 0.003),
        _ => return None,
    };
    Some((token::key(name) ^ salt, share))
}
