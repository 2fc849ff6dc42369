//! The one place that something left, that something was signed at, that somebody caught something at: `여주를 떠났다`,
//! `이천에서 출발했다`.

use super::Place;
use super::sole::{ANY, Alone, Sole, rivals};
use crate::align::copy::Swap;
use crate::align::{Alignment, Row};
use crate::claim::Lexicon;
use crate::claim::lexicon::Level;
use crate::text::Script;

/// What is said of a place that a story has once.
struct Course {
    /// Which of them it is; several ways to say one have one number.
    slot: u64,
    /// The particles behind the name.
    particles: &'static [&'static str],
    /// Within how many words behind it the verb stands.
    reach: usize,
    /// What the verb begins with.
    verbs: &'static [&'static str],
    /// Whether whole countries are told; of those a story has many, so that two outlets must tell.
    countries: bool,
}

const COURSES: &[Course] = &[
    course(1, &["을", "를", "에서"], 1, &["떠났", "떠난", "떠나", "출발", "출항", "이륙"], false),
    course(2, &["에서"], 4, &["서명", "조인", "체결"], false),
    course(3, &["에서"], 1, &["감염", "옮은", "옮아"], false),
    course(3, &["을", "를", ""], 1, &["다녀온", "다녀왔", "다녀와", "여행"], false),
    course(4, &["로", "으로"], 1, &["출국", "향했", "떠났", "떠난"], false),
    course(5, &["에"], 1, &["도착", "입국", "착륙"], false),
    course(6, &["에서"], 1, &["태어", "출생", "나고"], false),
    course(7, &[""], 1, &["국적"], true),
    course(9, &["에서"], 1, &["열린", "열렸", "열려", "열리", "개최", "개막"], false),
    course(8, &["을", "를"], 1, &["꺾고", "꺾었", "꺾은", "이기", "이겼", "제압", "물리"], true),
];

const fn course(
    slot: u64,
    particles: &'static [&'static str],
    reach: usize,
    verbs: &'static [&'static str],
    countries: bool,
) -> Course {
    Course { slot, particles, reach, verbs, countries }
}

/// Returns the places of which an article says what others say of another.
pub(super) fn courses(alignment: &Alignment<'_>, lexicon: &Lexicon) -> Vec<Swap> {
    let mut all: Vec<Sole<'_>> = Vec::new();
    for (r, row) in alignment.rows.iter().enumerate() {
        for u in 0..row.units.len().saturating_sub(1) {
            all.extend(said_of(lexicon, row, (r, u)));
        }
    }
    let mut out = rivals(alignment, &all, 0.05, 0.2);
    out.extend(rivals(alignment, &pollsters(alignment), ANY, 0.1));
    out
}

/// Returns who asked people, as firms are called that do: 리서치다온.
fn pollsters<'a>(alignment: &Alignment<'a>) -> Vec<Sole<'a>> {
    const POLL: &str = "리서치";
    let mut out = Vec::new();
    for (r, row) in alignment.rows.iter().enumerate() {
        let doc = &row.reading.doc;
        if memchr::memmem::find(doc.text.as_bytes(), POLL.as_bytes()).is_none() {
            continue;
        }
        for (u, unit) in row.units.iter().enumerate().filter(|(_, u)| u.spelt.len() >= 15) {
            let name = doc.slice(unit.spelt);
            if name.starts_with(POLL) || name.ends_with(POLL) {
                out.push(Sole { at: (r, u), name, slot: 0, skip: 0, alone: Alone::Bound });
            }
        }
    }
    out
}

/// Returns the place that a unit is, with what is said of it.
fn said_of<'a>(lexicon: &Lexicon, row: &Row<'a>, at: Place) -> Option<Sole<'a>> {
    let unit = &row.units[at.1];
    let doc = &row.reading.doc;
    let token = &doc.tokens[unit.token as usize];
    if unit.figure || token.script != Script::Hangul || unit.spelt.len() < 6 {
        return None;
    }
    let josa = doc.slice(token.josa());
    if !matches!(josa, "을" | "를" | "에서" | "로" | "으로" | "에" | "") {
        return None;
    }
    let verb = |c: &Course| {
        let mut behind = (at.1 + 1..row.units.len().min(at.1 + 1 + c.reach)).filter(|&v| {
            let verb = doc.slice(row.units[v].span);
            c.verbs.iter().any(|b| verb.starts_with(b))
        });
        behind.next()
    };
    let (course, verb) =
        COURSES.iter().filter(|c| c.particles.contains(&josa)).find_map(|c| verb(c).map(|v| (c, v)))?;
    if row.sentence_of(verb) != row.sentence_of(at.1) {
        return None;
    }
    let names = &lexicon.names;
    let word = doc.slice(unit.spelt);
    let level = match names.level(word) {
        Some(level @ (Level::Town | Level::Abroad)) => level,
        Some(Level::Country) if course.countries => Level::Country,
        Some(_) => return None,
        // Behind a country stands a city of it.
        None if at.1 > 0 && names.level(doc.slice(row.units[at.1 - 1].spelt)) == Some(Level::Country) => Level::Abroad,
        // 파나마시티 stands in no list.
        None => {
            let least = if word.len() == 9 { -20 } else { 0 };
            let foreign = word.len() >= 9 && names.foreign(word) > least && !names.is_noun(word);
            let unknown = word.ends_with("시티") || !lexicon.vocabulary.analyses(word);
            (foreign && unknown).then_some(Level::Abroad)?
        }
    };
    let name = word.strip_suffix(['시', '군']).filter(|w| w.len() >= 6 && level == Level::Town).unwrap_or(word);
    let alone = if course.countries { Alone::Never } else { Alone::Backed };
    Some(Sole { at, name, slot: course.slot * 4 + level as u64, skip: 0, alone })
}
