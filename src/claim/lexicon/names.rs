//! What names are made of: roles, surnames, the likelihood of syllables, and common nouns that names are told from.

use super::beginnings::Beginnings;
use super::syllables::Syllables;
use super::word_set::WordSet;
use crate::text::hangul::is_syllable;
use serde::Deserialize;
use std::collections::BTreeMap;

/// Word tables of `rules/lexicon` for names of persons, places and organisations.
#[derive(Debug, Default)]
pub struct Names {
    /// Roles, by their ending.
    roles: Endings,
    /// Callings that stand before a name as often as after it.
    callings: Vec<Box<str>>,
    /// Words that stand before a role and are no name; sorted.
    modifiers: WordSet,
    /// Single syllables that are words more often than surnames.
    word_like: String,
    /// Words that end like a role and are a room or a thing.
    rooms: Vec<Box<str>>,
    /// Words of position in captions.
    positions: Vec<Box<str>>,
    /// Stems of verbs of speech.
    speech: Vec<Box<str>>,
    /// Their first syllables: most words have none of them.
    speech_first: Syllables,
    /// Forms of address.
    address: Vec<Box<str>>,
    /// Surnames of one syllable.
    surnames: Syllables,
    /// Surnames of two.
    double_surnames: Vec<Box<str>>,
    /// How the names of all places begin.
    place_first: Beginnings,
    /// Names of places that need no suffix.
    places: WordSet,
    /// Provinces and metropolitan cities, long and short.
    provinces: WordSet,
    /// Cities (시), without the suffix.
    cities: WordSet,
    /// Counties (군), without the suffix.
    counties: WordSet,
    /// Countries.
    countries: WordSet,
    /// Cities and regions of other countries, and mountains, rivers and islands that all readers know.
    abroad: WordSet,
    /// Names of places with or without their suffix, without it.
    place_stems: WordSet,
    /// Endings of places.
    pub(crate) place_ends: PlaceEnds,
    /// Endings of bodies, and what belongs to them.
    pub(crate) bodies: Bodies,
    /// Weights of the syllables 가 to 힣: in second place, in third place, in a foreign name.
    weights: Vec<[i8; 3]>,
}

/// What sort of place a name stands for; two of one sort lie apart.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Level {
    /// A province or metropolitan city.
    Province,
    /// A city or county of a province.
    Town,
    /// A country.
    Country,
    /// A city or region of another country, or a mountain, river or island.
    Abroad,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct TitleFile {
    office: Vec<Box<str>>,
    address: Vec<Box<str>>,
    calling: Vec<Box<str>>,
    modifier: Vec<Box<str>>,
    room: Vec<Box<str>>,
    word_like: String,
    position: Vec<Box<str>>,
    speech: Vec<Box<str>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SurnameFile {
    single: String,
    double: Vec<Box<str>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PlaceFile {
    province: Vec<Box<str>>,
    city: Vec<Box<str>>,
    county: Vec<Box<str>>,
    district: Vec<Box<str>>,
    with_suffix_only: Vec<Box<str>>,
    country: Vec<Box<str>>,
    abroad: Vec<Box<str>>,
    admin: Vec<Box<str>>,
    site: Vec<Box<str>>,
    nature: Vec<Box<str>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct OrgFile {
    body: Vec<Box<str>>,
    bare: Vec<Box<str>>,
    generic: Vec<Box<str>>,
    term: Vec<Box<str>>,
}

/// What names of places end in.
#[derive(Debug, Default)]
pub(crate) struct PlaceEnds {
    /// 시, 도, 군: only after a known name or behind a place.
    pub(crate) admin: Endings,
    /// 공항, 터널, 나들목: after any name.
    pub(crate) site: Endings,
    /// 산, 강, 역: only where the whole is no word.
    pub(crate) nature: Endings,
    /// The last syllables of all of them.
    last: Syllables,
}

impl PlaceEnds {
    /// Returns whether the word may have one of the endings: most words are told by their last syllable.
    pub(crate) fn may_end(&self, word: &str) -> bool {
        self.last.may_end(word)
    }
}

/// What names of bodies end in, and what belongs to them.
#[derive(Debug, Default)]
pub(crate) struct Bodies {
    /// Endings.
    pub(crate) body: Endings,
    /// Endings that take the word before into the name.
    bare: WordSet,
    /// Words that make no particular body.
    generic: WordSet,
    /// Heads of terms with an abbreviation.
    term: Vec<Box<str>>,
}

/// Words looked up by how a longer word ends.
#[derive(Debug, Default)]
pub(crate) struct Endings {
    last: Syllables,
    /// The last syllables of endings that have no other.
    single: Syllables,
    /// The last two syllables of endings as one number, in order; an ending of one syllable has none before it.
    keys: Vec<u64>,
    /// The endings of each of those, the longest first.
    families: Vec<Box<[Box<str>]>>,
}

impl Endings {
    fn new<'a>(words: impl IntoIterator<Item = &'a Box<str>>) -> Endings {
        let mut out = Endings::default();
        let mut families: BTreeMap<u64, Vec<Box<str>>> = BTreeMap::new();
        for word in words {
            let mut back = word.chars().rev();
            if let Some(last) = back.next() {
                let before = back.next();
                out.last.insert(last);
                if before.is_none() {
                    out.single.insert(last);
                }
                families.entry(Endings::key(last, before)).or_default().push(word.clone());
            }
        }
        for (key, mut family) in families {
            family.sort_by(|a, b| b.len().cmp(&a.len()).then_with(|| a.cmp(b)));
            family.dedup();
            out.keys.push(key);
            out.families.push(family.into_boxed_slice());
        }
        out
    }

    fn key(last: char, before: Option<char>) -> u64 {
        u64::from(last) << 32 | before.map_or(0, u64::from)
    }

    /// Returns the longest of the endings that the word has.
    pub(crate) fn of(&self, word: &str) -> Option<&str> {
        if !self.last.may_end(word) {
            return None;
        }
        let mut back = word.chars().rev();
        let last = back.next()?;
        let longer = back.next().and_then(|before| self.family(last, Some(before)).find(|e| word.ends_with(*e)));
        longer.or_else(|| if self.single.contains(last) { self.family(last, None).next() } else { None })
    }

    /// Returns whether an ending, whatever it is, has the length of the word and another syllable in one place only.
    fn is_beside(&self, word: &str) -> bool {
        let mut all = self.families.iter().flatten().filter(|e| e.len() == word.len());
        all.any(|e| word.chars().zip(e.chars()).filter(|(a, b)| a != b).count() == 1)
    }

    /// Returns the endings with these last two syllables, the longest first.
    fn family(&self, last: char, before: Option<char>) -> impl Iterator<Item = &str> {
        let found = self.keys.binary_search(&Endings::key(last, before));
        found.map_or(&[][..], |at| &*self.families[at]).iter().map(|e| &**e)
    }
}

/// Nouns and verb forms of two, three and four syllables that look like names; one a line, sorted, of equal length.
const NOUNS: [&str; 3] = [
    include_str!("../../../rules/lexicon/nouns2.txt"),
    include_str!("../../../rules/lexicon/nouns3.txt"),
    include_str!("../../../rules/lexicon/nouns4.txt"),
];

/// The weight of a syllable that the table does not have: it is in no name.
const UNSEEN: [i8; 3] = [-30, -30, -30];

impl Names {
    /// Returns the tables that are part of the program.
    pub fn embedded() -> Names {
        let titles: TitleFile = table(include_str!("../../../rules/lexicon/titles.toml"));
        let surnames: SurnameFile = table(include_str!("../../../rules/lexicon/surnames.toml"));
        let places: PlaceFile = table(include_str!("../../../rules/lexicon/places.toml"));
        let orgs: OrgFile = table(include_str!("../../../rules/lexicon/org-suffixes.toml"));
        let needs_suffix = WordSet::new(&places.with_suffix_only);
        let stems = || places.province.iter().chain(&places.city).chain(&places.county).chain(&places.district);
        let known = stems().filter(|p| !needs_suffix.contains(p)).chain(&places.country).chain(&places.abroad);
        Names {
            place_first: Beginnings::new(stems().chain(&places.country).chain(&places.abroad)),
            roles: Endings::new(titles.office.iter().chain(&titles.calling)),
            places: WordSet::new(known),
            provinces: WordSet::new(&places.province),
            cities: WordSet::new(&places.city),
            counties: WordSet::new(&places.county),
            countries: WordSet::new(&places.country),
            abroad: WordSet::new(&places.abroad),
            place_stems: WordSet::new(stems().chain(&places.country).chain(&places.abroad)),
            place_ends: PlaceEnds {
                admin: Endings::new(&places.admin),
                site: Endings::new(&places.site),
                nature: Endings::new(&places.nature),
                last: Syllables::of_last(places.admin.iter().chain(&places.site).chain(&places.nature)),
            },
            bodies: Bodies {
                body: Endings::new(&orgs.body),
                bare: WordSet::new(&orgs.bare),
                generic: WordSet::new(&orgs.generic),
                term: orgs.term,
            },
            callings: titles.calling,
            modifiers: WordSet::new(&titles.modifier),
            rooms: titles.room,
            word_like: titles.word_like,
            positions: titles.position,
            speech_first: Syllables::of_first(&titles.speech),
            speech: titles.speech,
            address: titles.address,
            surnames: {
                let mut set = Syllables::default();
                surnames.single.chars().for_each(|c| set.insert(c));
                set
            },
            double_surnames: surnames.double,
            weights: weights(include_str!("../../../rules/lexicon/syllables.txt")),
        }
    }

    /// Returns the longest role that the word ends with (`시장` of `서울시장`); none if it ends with no role.
    pub fn role_at_end(&self, word: &str) -> Option<&str> {
        self.roles.of(word)
    }

    /// Returns whether the word is a calling that stands before a name (`배우`, `작가`).
    pub fn is_calling(&self, word: &str) -> bool {
        self.callings.iter().any(|c| &**c == word)
    }

    /// Returns whether the word stands before roles and is no name (`신임`, `전직`).
    pub fn is_modifier(&self, word: &str) -> bool {
        self.modifiers.contains(word)
    }

    /// Returns whether the syllable is a word before a role more often than a surname (`전 시장`).
    pub fn is_word_like(&self, syllable: &str) -> bool {
        self.word_like.contains(syllable)
    }

    /// Returns whether the word ends like a role and is a room or a thing (`주차장`).
    pub fn is_room(&self, word: &str) -> bool {
        self.rooms.iter().any(|r| word.ends_with(&**r))
    }

    /// Returns whether the word says where somebody stands in a picture.
    pub fn is_position(&self, word: &str) -> bool {
        self.positions.iter().any(|p| word.starts_with(&**p))
    }

    /// Returns whether the word is a form of a verb of speech.
    pub fn is_speech(&self, word: &str) -> bool {
        word.chars().any(|c| self.speech_first.contains(c)) && self.speech.iter().any(|s| word.contains(&**s))
    }

    /// Returns the form of address that the text begins with, and nothing or a particle after it.
    pub fn address_of(&self, rest: &str) -> Option<&str> {
        self.address.iter().find(|a| rest.starts_with(&***a)).map(|a| &**a)
    }

    /// Returns whether a Korean surname of one syllable begins the word.
    pub fn has_surname(&self, word: &str) -> bool {
        word.chars().next().is_some_and(|c| is_syllable(c) && self.surnames.contains(c))
    }

    /// Returns whether a word is a surname with 모 or 씨 in place of a name: 김모, 김모씨, 황보씨.
    pub fn is_withheld(&self, word: &str) -> bool {
        let called = word.strip_suffix('씨');
        let (name, withheld) = (called.unwrap_or(word), called.unwrap_or(word).strip_suffix('모'));
        withheld.is_some_and(|n| n.len() == 3 && self.has_surname(n))
            || called.is_some() && self.double_surnames.iter().any(|d| **d == *name)
    }

    /// Returns how much likelier the word is a Korean name of a surname and two syllables (four with a double
    /// surname, two with one syllable) than a noun, in tenths of a nat; none if it has not that shape.
    pub fn korean(&self, word: &str) -> Option<i32> {
        let mut syllables = ['\0'; 5];
        let mut n = 0;
        for c in word.chars() {
            if n == 5 || !('가'..='힣').contains(&c) {
                return None;
            }
            syllables[n] = c;
            n += 1;
        }
        let second = word.as_bytes().get(5);
        let double = self.double_surnames.iter().any(|d| d.as_bytes().get(5) == second && word.starts_with(&**d));
        let given = match (n, double) {
            (3, false) | (2, false) => 1,
            (4, true) | (3, true) => 2,
            _ => return None,
        };
        // 황보씨 is one of that name.
        if double && n == 3 && syllables[2] == '씨' {
            return None;
        }
        if given == 1 && !self.surnames.contains(syllables[0]) {
            return None;
        }
        Some(match n - given {
            1 => i32::from(self.weight(syllables[given])[1]) - 15,
            _ => i32::from(self.weight(syllables[given])[0]) + i32::from(self.weight(syllables[given + 1])[1]),
        })
    }

    /// Returns how much likelier the word is part of a foreign name in Hangul than a noun, in tenths of a nat.
    pub fn foreign(&self, word: &str) -> i32 {
        word.chars().map(|c| i32::from(self.weight(c)[2])).sum()
    }

    /// Returns whether the word is a common noun, adverb or verb form of two to four syllables; only words that
    /// could be taken for a name are known.
    pub fn is_noun(&self, word: &str) -> bool {
        let record = word.len() + 1;
        match word.len() {
            6 => has_record(NOUNS[0], record, word),
            9 => has_record(NOUNS[1], record, word),
            12 => has_record(NOUNS[2], record, word),
            _ => false,
        }
    }

    /// Returns whether the word is a place by itself, or a known name with its suffix (`서울`, `충칭시`).
    pub fn is_place(&self, word: &str) -> bool {
        if !self.place_first.may_begin(word) {
            return false;
        }
        self.places.contains(word)
            || self.place_ends.admin.of(word).is_some_and(|e| {
                // `독일군` is an army and `경기가`, `한국도` end in 조사.
                let known = &word[..word.len() - e.len()];
                !matches!(e, "가" | "도" | "로" | "길" | "군") && self.is_place_stem(known)
                    || e == "군" && self.is_county(known)
            })
    }

    fn is_county(&self, word: &str) -> bool {
        self.counties.contains(word)
    }

    /// Returns what sort of place a word is that names one by itself; none for districts and for other words.
    pub fn level(&self, word: &str) -> Option<Level> {
        if !self.is_place(word) && !self.is_place_stem(word) {
            return None;
        }
        let town = word.strip_suffix(['시', '군']).filter(|w| w.len() >= 6).unwrap_or(word);
        if self.provinces.contains(word) {
            Some(Level::Province)
        } else if self.countries.contains(word) {
            Some(Level::Country)
        } else if self.abroad.contains(word) {
            Some(Level::Abroad)
        } else {
            (self.cities.contains(town) || self.counties.contains(town)).then_some(Level::Town)
        }
    }

    /// Returns whether the word is a city or region of another country, or a known mountain, river or island (`호찌민`).
    pub fn is_abroad(&self, word: &str) -> bool {
        self.abroad.contains(word)
    }

    /// Returns whether the word is the name of a place without its suffix, even if it is also another word (`장수`).
    pub fn is_place_stem(&self, word: &str) -> bool {
        self.place_stems.contains(word)
    }

    /// Returns whether the word ends as names of bodies do, with something before the ending.
    pub fn is_institution(&self, word: &str) -> bool {
        self.bodies.body.of(word).is_some_and(|e| word.len() >= e.len() + 3 || e.len() > 9)
    }

    /// Returns whether the word as it stands is in the list of what bodies are called, as ministries are (`행정안전부`).
    pub fn is_ministry(&self, word: &str) -> bool {
        self.bodies.body.of(word) == Some(word)
    }

    /// Returns whether such a name has another syllable than the word in one place only.
    pub fn is_beside_ministry(&self, word: &str) -> bool {
        self.bodies.body.is_beside(word)
    }

    /// Returns whether the word is an ending of bodies that takes the word before it into the name (`유한회사`).
    pub fn is_bare_body(&self, word: &str) -> bool {
        self.bodies.bare.contains(word)
    }

    /// Returns whether the word makes no particular body of an ending (`관련`, `산업`).
    pub fn is_generic(&self, word: &str) -> bool {
        self.bodies.generic.contains(word)
    }

    /// Returns whether the word is the head of a term and of no body (`국내총생산`).
    pub fn is_term(&self, word: &str) -> bool {
        self.bodies.term.iter().any(|t| word.ends_with(&**t))
    }

    fn weight(&self, c: char) -> [i8; 3] {
        (c as usize).checked_sub('가' as usize).and_then(|i| self.weights.get(i)).copied().unwrap_or(UNSEEN)
    }
}

/// Returns whether `word` is among the lines of `lines`, which are sorted and all `record` bytes with their line end.
fn has_record(lines: &str, record: usize, word: &str) -> bool {
    let wanted = packed(word.as_bytes());
    let (mut low, mut high) = (0, lines.len() / record);
    while low < high {
        let mid = (low + high) / 2;
        let line = packed(&lines.as_bytes()[mid * record..mid * record + record - 1]);
        match line.cmp(&wanted) {
            std::cmp::Ordering::Equal => return true,
            std::cmp::Ordering::Less => low = mid + 1,
            std::cmp::Ordering::Greater => high = mid,
        }
    }
    false
}

/// Returns up to 16 bytes as a number that orders as they do among words of one length.
fn packed(word: &[u8]) -> u128 {
    word.iter().fold(0, |n, &b| (n << 8) | u128::from(b))
}

fn weights(lines: &str) -> Vec<[i8; 3]> {
    let mut out = vec![UNSEEN; 11172];
    for line in lines.lines().filter(|l| !l.starts_with('#')) {
        let mut parts = line.split(' ');
        let Some(c) = parts.next().and_then(|w| w.chars().next()) else { continue };
        let mut row = UNSEEN;
        for (slot, n) in row.iter_mut().zip(parts) {
            *slot = n.parse().unwrap_or(-30);
        }
        if let Some(slot) = (c as usize).checked_sub('가' as usize).and_then(|i| out.get_mut(i)) {
            *slot = row;
        }
    }
    out
}

/// Returns an embedded table; that it parses is a test of this module, so that a broken one cannot be shipped.
pub(super) fn table<T: serde::de::DeserializeOwned>(text: &str) -> T {
    match toml::from_str(text) {
        Ok(t) => t,
        Err(e) => unreachable!("an embedded table does not parse: {e}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_likelier_than_nouns() {
        let names = Names::embedded();
        assert!(names.korean("남궁씨").is_none() && names.korean("황보씨").is_none());
        for name in ["김민준", "박서연", "정우성", "이정훈", "남궁민수"] {
            assert!(names.korean(name).unwrap() > 0, "{name} {:?}", names.korean(name));
        }
        for noun in ["조합원", "대표팀", "이사장", "공동체", "유가족"] {
            assert!(names.korean(noun).is_none_or(|k| k < -10), "{noun} {:?}", names.korean(noun));
        }
        assert!(names.is_noun("정보원") && names.is_noun("가수") && !names.is_noun("김민준"));
        assert_eq!(names.role_at_end("서울시장"), Some("시장"));
        assert_eq!(names.role_at_end("축제추진위원장"), Some("위원장"));
        assert_eq!(names.role_at_end("사과"), None);
    }

    #[test]
    fn noun_tables_are_sorted_and_even() {
        for (n, lines) in NOUNS.iter().enumerate() {
            let words: Vec<&str> = lines.lines().collect();
            assert!(words.is_sorted(), "nouns{} is not sorted", n + 2);
            assert!(words.iter().all(|w| w.chars().count() == n + 2 && w.len() == 3 * (n + 2)));
        }
    }
}
