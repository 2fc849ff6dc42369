//! Entries of the vocabulary: what a word can be, and where in a run of syllables one is after it.

/// What a dictionary word can be and how common it is, as `scripts/vocabulary.py` packs it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Entry(pub(super) u64);

pub(super) const NOUN: u64 = 1;
pub(super) const SHORT: u64 = 1 << 1;
pub(super) const SUFFIX: u64 = 1 << 2;
pub(super) const ADVERB: u64 = 1 << 3;
pub(super) const STEM: u64 = 1 << 4;
pub(super) const PAST: u64 = 1 << 5;
pub(super) const VERB: u64 = 1 << 6;
pub(super) const DO_STEM: u64 = 1 << 7;
pub(super) const DO_PAST: u64 = 1 << 8;
pub(super) const DO: u64 = 1 << 9;
pub(super) const BE_STEM: u64 = 1 << 10;
pub(super) const BE_PAST: u64 = 1 << 11;
pub(super) const BE: u64 = 1 << 12;
pub(super) const PRE_ENDING: u64 = 1 << 13;
pub(super) const ENDING: u64 = 1 << 14;
pub(super) const JOSA: u64 = 1 << 15;
pub(super) const JOSA_LAST: u64 = 1 << 16;
pub(super) const PROPER: u64 = 1 << 17;
pub(super) const AUX: u64 = 1 << 18;
pub(super) const AUX_WHOLE: u64 = 1 << 19;
pub(super) const WHOLE: u64 = 1 << 26;
pub(super) const DEED: u64 = 1 << 27;
/// Of nouns: somebody has met it, in text or sorting words.
pub(super) const MET: u64 = 1 << 28;
/// What an entry can be; the other bits tell how often it is met.
pub(super) const ALL: u64 = ((1 << 20) - 1) | WHOLE | DEED;

/// All classes but those of words.
pub(super) const GRAMMAR: u64 = !(NOUN | SHORT | PROPER | ADVERB | VERB | WHOLE | AUX | AUX_WHOLE);

impl Entry {
    pub(super) fn is(self, class: u64) -> bool {
        self.0 & class != 0
    }

    /// As a noun, 0 (not in the dictionary's training text) to 7.
    pub(super) fn noun(self) -> u8 {
        (self.0 >> 20 & 7) as u8
    }

    /// As a verb or adverb, 0 to 7.
    pub(super) fn verb(self) -> u8 {
        (self.0 >> 23 & 7) as u8
    }

    /// Returns how common it is as what may stand before the rest of a word, from which the end is reached from the
    /// places `rest`; 0 where it may not. `makes` says that 하다 or 되다 follows.
    pub(super) fn common_before(self, rest: u8, makes: bool) -> u8 {
        let fits = |classes: u64| step(at::START, Entry(self.0 & (classes | !ALL))) & rest != 0;
        // 오르 as a verb tells nothing of 오르 as a name: each reading counts as often as it is met.
        let noun = match self.is(NOUN) && fits(NOUN | PROPER) {
            // 관련한, not 관료한: what takes 하다 is likelier before it.
            true if makes && !self.is(DEED) => 0,
            true => self.noun() + u8::from(makes),
            false => 0,
        };
        if self.is(NOUN) {
            noun
        } else if fits(ALL & !(NOUN | PROPER)) {
            self.verb()
        } else {
            0
        }
    }
}

/// Where one is inside a word; a set of these is a byte.
pub(super) mod at {
    pub(in crate::claim::lexicon) const START: u8 = 1;
    /// After a noun of two syllables or more.
    pub(in crate::claim::lexicon) const NOUN: u8 = 1 << 1;
    /// After a word of one syllable.
    pub(in crate::claim::lexicon) const SHORT: u8 = 1 << 2;
    /// After a stem: an ending has to follow.
    pub(in crate::claim::lexicon) const STEM: u8 = 1 << 3;
    /// After an ending.
    pub(in crate::claim::lexicon) const ENDED: u8 = 1 << 4;
    /// After a particle that another may follow.
    pub(in crate::claim::lexicon) const JOSA: u8 = 1 << 5;
    /// After what nothing may follow.
    pub(in crate::claim::lexicon) const LAST: u8 = 1 << 6;
    pub(in crate::claim::lexicon) const ADVERB: u8 = 1 << 7;
    /// Where a word may end.
    pub(in crate::claim::lexicon) const END: u8 = NOUN | SHORT | ENDED | JOSA | LAST | ADVERB;
}

/// As [`step`], but no word of one syllable is put to another word, and no particle stands first.
pub(super) fn strict(from: u8, e: Entry) -> u8 {
    let mut to = 0;
    for state in (0..8).map(|b| 1 << b).filter(|state| from & state != 0) {
        let not = match state {
            at::START => JOSA | JOSA_LAST,
            at::SHORT => NOUN | PROPER | SUFFIX,
            at::NOUN => SHORT | STEM | PAST | VERB,
            at::ENDED => SHORT,
            _ => 0,
        };
        to |= step(state, Entry(e.0 & !not));
    }
    to
}

/// Returns where one can be after the entry, from any of the places of the set.
pub(super) fn step(from: u8, e: Entry) -> u8 {
    let mut to = 0;
    let be = |to: &mut u8| {
        if e.is(BE_STEM | BE_PAST) {
            *to |= at::STEM;
        }
        if e.is(BE) {
            *to |= at::ENDED;
        }
    };
    let particle = |to: &mut u8| {
        if e.is(JOSA) {
            *to |= at::JOSA;
        }
        if e.is(JOSA_LAST) {
            *to |= at::LAST;
        }
    };
    let verb = |to: &mut u8| {
        if e.is(STEM | PAST) {
            *to |= at::STEM;
        }
        if e.is(VERB) {
            *to |= at::ENDED;
        }
    };
    let made = |to: &mut u8| {
        if e.is(DO_STEM | DO_PAST) {
            *to |= at::STEM;
        }
        if e.is(DO) {
            *to |= at::ENDED;
        }
    };
    if from & at::START != 0 {
        if e.is(NOUN | PROPER) {
            to |= at::NOUN;
        }
        if e.is(SHORT) {
            to |= at::SHORT;
        }
        if e.is(ADVERB) {
            to |= at::ADVERB;
        }
        if e.is(WHOLE) {
            to |= at::LAST;
        }
        particle(&mut to); // after a name in brackets or in Latin letters, or with a space too many
        verb(&mut to);
    }
    if from & at::NOUN != 0 {
        if e.is(NOUN | PROPER | SUFFIX) || (e.is(SHORT) && e.noun() > 0) {
            to |= at::NOUN;
        }
        if e.verb() > 0 {
            verb(&mut to);
        }
        made(&mut to);
    }
    if from & at::SHORT != 0 {
        if e.is(NOUN | PROPER | SUFFIX) {
            to |= at::NOUN;
        }
        made(&mut to);
    }
    if from & (at::NOUN | at::SHORT | at::ENDED | at::JOSA) != 0 {
        particle(&mut to);
        be(&mut to);
    }
    if from & at::STEM != 0 {
        if e.is(PRE_ENDING) {
            to |= at::STEM;
        }
        if e.is(ENDING) {
            to |= at::ENDED;
        }
    }
    if from & at::ENDED != 0 {
        if e.is(AUX) {
            to |= at::STEM;
        }
        if e.is(AUX_WHOLE) {
            to |= at::ENDED;
        }
        if e.is(SHORT) && e.noun() > 2 {
            to |= at::NOUN;
        }
    }
    if from & at::ADVERB != 0 {
        if e.is(JOSA) {
            to |= at::LAST;
        }
        be(&mut to);
        made(&mut to);
    }
    to
}
