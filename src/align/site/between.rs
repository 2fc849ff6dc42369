//! Words between the same two words of a long name, beside the same figure: `한빛 바이오 실증단지`, `한빛 드론 실증단지`.

use super::Place;
use super::sole::{ANY, Alone, Sole, rivals};
use crate::align::copy::{By, Swap};
use crate::align::odd::looks_verbal;
use crate::align::{Alignment, Row};
use crate::claim::Lexicon;
use crate::text::Script;

/// Returns the words of which an article has another than the others in the middle of a name of three words.
pub(super) fn middles(alignment: &Alignment<'_>, lexicon: &Lexicon) -> Vec<Swap> {
    let mut all: Vec<Sole<'_>> = Vec::new();
    for (r, row) in alignment.rows.iter().enumerate() {
        for u in 1..row.units.len().saturating_sub(1) {
            all.extend(middle(alignment, lexicon, row, (r, u)));
        }
    }
    rivals(alignment, &all, ANY, ANY).into_iter().map(|s| Swap { by: By::Title, ..s }).collect()
}

/// What words end in that say something of the next one and are no part of its name.
const MODIFYING: [char; 12] = ['은', '운', '른', '인', '적', '을', '설', '및', '등', '의', '들', '간'];

/// What adorns a name and may be left out of it, or said otherwise.
const ADORNING: &[&str] =
    &["첨단", "스마트", "친환경", "미래", "국가", "도심", "신규", "복합", "융합", "최신", "글로벌"];

fn middle<'a>(alignment: &Alignment<'a>, lexicon: &Lexicon, row: &Row<'a>, at: Place) -> Option<Sole<'a>> {
    let words = &alignment.words;
    let [left, unit, right] = [at.1 - 1, at.1, at.1 + 1].map(|u| &row.units[u]);
    // Most words stand in one article, or are not beside others without a particle.
    let shared = |word: u32| words.articles(word) > 1;
    if right.figure
        || right.spelt.len() < 9
        || unit.figure
        || left.figure
        || left.spelt.len() < 6
        || unit.spelt.len() < 6
    {
        return None;
    }
    if !shared(left.word) || !shared(right.word) || words.articles(unit.word) > 2 {
        return None;
    }
    let doc = &row.reading.doc;
    let beside = left.spelt.end() + 1 == unit.spelt.start() && unit.spelt.end() + 1 == right.spelt.start();
    let hangul = [left, unit, right].iter().all(|u| doc.tokens[u.token as usize].script == Script::Hangul);
    let name = doc.slice(unit.spelt);
    let names = &lexicon.names;
    // 새로운 실증단지, 들어설 실증단지
    let noun = || lexicon.vocabulary.is_noun(name) || !name.ends_with(MODIFYING);
    let plain = || names.is_generic(name) || names.is_modifier(name) || ADORNING.contains(&name);
    (beside && hangul && !looks_verbal(name) && noun() && !plain()).then(|| Sole {
        at,
        name,
        slot: u64::from(left.word) << 32 | u64::from(right.word),
        skip: 1,
        alone: Alone::Figure,
    })
}
