//! Names that stand in another's stead where sentences are not the same: in a list that is else the same, between the
//! same neighbours, in a long name all else of which is the same, under a picture, and of the one city of an article.
//!
//! Every name asked about stands once in the whole event; what it is set against, two outlets have.

use super::context::{Context, anchors};
use super::copy::{By, Swap};
use super::figure::{self, Agreement};
use super::listed::{goes_on, in_common, is_mark, linked};
use super::odd::Slip;
use super::title::titles;
use super::{Alignment, Row};
use crate::claim::{Lexicon, Value};
use crate::source::Span;
use crate::text::hangul::{self, SyllableSlip};
use crate::text::{BlockKind, Script};

/// A unit at its place: row and unit.
type Place = (usize, usize);

/// More members than any two lists have in common.
const MOST_ALIKE: usize = 100;

/// A long name has so many syllables at least (bytes).
const LONG: usize = 18;

/// Returns the names that stand in another's stead, in the order of the text.
pub fn steads(alignment: &Alignment<'_>, lexicon: &Lexicon) -> Vec<Swap> {
    if alignment.rows.len() < 3 {
        return Vec::new();
    }
    let search = Search { alignment, lexicon };
    let mut out = Vec::new();
    let (mut between, mut names, mut long) = (Vec::new(), Vec::new(), Vec::new());
    for (r, row) in alignment.rows.iter().enumerate() {
        for sentence in &row.sentences {
            let (start, end) = (sentence.start as usize, sentence.end as usize);
            for u in start..end {
                let unit = &row.units[u];
                let bytes = unit.spelt.len();
                if unit.figure || bytes < 6 {
                    if bytes == 3 && !unit.figure {
                        out.extend(search.cut_short((r, u)));
                    }
                    continue;
                }
                let articles = alignment.words.articles(unit.word);
                if bytes >= LONG && articles > 1 {
                    long.push((r, u));
                }
                if articles > 1 || alignment.words.count(unit.word) > 1 {
                    continue;
                }
                if bytes >= LONG {
                    names.push((r, u));
                }
                if linked(row, u) || (u > start && linked(row, u - 1)) {
                    out.extend(search.in_list((r, u)));
                }
                if u > start && u + 1 < end && search.josa((r, u)) == "에서" {
                    between.push((r, u));
                }
                if row.reading.doc.sentences[row.sentence_of(u)].kind == BlockKind::Caption {
                    out.extend(search.in_caption((r, u)));
                }
                if unit.name && unit.claim.is_some() {
                    out.extend(search.of_city((r, u)));
                }
                if bytes >= 15 && search.text((r, u)).ends_with(['주', '시', '현', '성']) {
                    out.extend(search.suffixed((r, u)));
                }
            }
        }
    }
    search.between(&between, &mut out);
    search.long_names(&names, &long, &mut out);
    out.extend(titles(alignment));
    out.sort_by_key(|s| (s.at, s.by));
    out.dedup_by_key(|s| s.at);
    out
}

/// What is searched in.
#[derive(Clone, Copy)]
struct Search<'s, 'a> {
    alignment: &'s Alignment<'a>,
    lexicon: &'s Lexicon,
}

impl<'s, 'a> Search<'s, 'a> {
    fn row(self, at: Place) -> &'s Row<'a> {
        &self.alignment.rows[at.0]
    }

    fn word(self, at: Place) -> u32 {
        self.row(at).units[at.1].word
    }

    fn text(self, at: Place) -> &'a str {
        let row = self.row(at);
        row.reading.doc.slice(row.units[at.1].spelt)
    }

    fn josa(self, at: Place) -> &'a str {
        let doc = &self.row(at).reading.doc;
        doc.slice(doc.tokens[self.row(at).units[at.1].token as usize].josa())
    }

    fn is_hangul(self, at: Place) -> bool {
        let row = self.row(at);
        row.reading.doc.tokens[row.units[at.1].token as usize].script == Script::Hangul
    }

    /// Returns the places of a word.
    fn places(self, word: u32) -> Vec<Place> {
        let mut out = Vec::new();
        for (r, row) in self.alignment.rows.iter().enumerate() {
            out.extend(row.units.iter().enumerate().filter(|(_, u)| u.word == word).map(|(u, _)| (r, u)));
        }
        out
    }

    /// Returns whether two voices beside that of the row have the word.
    fn held(self, word: u32, home: usize) -> bool {
        let rows = &self.alignment.rows;
        let has = |r: &usize| rows[*r].voice != rows[home].voice && rows[*r].units.iter().any(|u| u.word == word);
        self.alignment.words.articles(word) >= 2 && self.alignment.voices((0..rows.len()).filter(has)) >= 2
    }

    /// Returns whether a word may be a name: the language has no such noun.
    fn may_be_name(self, word: &str) -> bool {
        let names = &self.lexicon.names;
        names.is_place(word) || !(names.is_noun(word) || self.lexicon.vocabulary.common(word) > 0)
    }

    /// Returns the name of the others for one of a list of three and more in which all the other members are the same.
    fn in_list(self, at: Place) -> Option<Swap> {
        let row = self.row(at);
        // What stands behind with a mere 와 between may be no member.
        let before = at.1 > 0 && linked(row, at.1 - 1);
        let beside = if before { at.1 - 1 } else { at.1 + 1 };
        if !self.is_hangul(at) || self.alignment.words.articles(row.units[beside].word) < 2 {
            return None;
        }
        let mine = self.text(at);
        let (mut others, mut same): (Vec<Place>, usize) = (Vec::new(), MOST_ALIKE);
        for (r, u) in self.places(row.units[beside].word) {
            let Some(there) = (u + at.1).checked_sub(beside).filter(|_| r != at.0) else { continue };
            let other = &self.alignment.rows[r];
            let alike = in_common(row, at.1, other, there).filter(|&n| n >= 2);
            if let Some(n) = alike
                && !goes_on(other, there)
            {
                same = same.min(n);
                others.push((r, there));
            }
        }
        let first = *others.first()?;
        let theirs = self.text(first);
        let one = others.iter().all(|&o| self.word(o) == self.word(first));
        let known = self.is_hangul(first) && self.held(self.word(first), at.0);
        let fuller = mine.contains(theirs) || theirs.contains(mine);
        let fits = !goes_on(row, at.1) && (halves(mine, theirs) || (same > 2 && self.may_be_name(mine)));
        (one && known
            && fits
            && !fuller
            && !self.together(at, self.word(first))
            && Slip::between(mine, theirs).is_none())
        .then_some(Swap { at, others, by: By::List })
    }

    /// Returns the name that a syllable between quotation marks is the rest of: ‘이’, ‘지아’ of ‘페이’, ‘지아’.
    fn cut_short(self, at: Place) -> Option<Swap> {
        let row = self.row(at);
        let text = row.reading.doc.text;
        let span = row.units[at.1].spelt;
        let marked = |span: Span| text[..span.start()].ends_with(is_mark) && text[span.end()..].starts_with(is_mark);
        if !marked(span) || !linked(row, at.1) || !marked(row.units[at.1 + 1].spelt) {
            return None;
        }
        let next = self.word((at.0, at.1 + 1));
        let mine = self.text(at);
        let others: Vec<Place> = self
            .places(next)
            .into_iter()
            .filter(|p| p.1 > 0 && linked(self.row(*p), p.1 - 1))
            .map(|p| (p.0, p.1 - 1))
            .filter(|&p| {
                let theirs = self.text(p);
                theirs.len() > mine.len() && (theirs.ends_with(mine) || theirs.starts_with(mine))
            })
            .collect();
        let first = *others.first()?;
        let one = others.iter().all(|&o| self.word(o) == self.word(first));
        (one && self.held(self.word(first), at.0)).then_some(Swap { at, others, by: By::List })
    }

    /// Appends the names of places that stand between words that another article has around another place.
    fn between(self, asked: &[Place], out: &mut Vec<Swap>) {
        let words = &self.alignment.words;
        let beside = |at: Place| (self.word((at.0, at.1 - 1)), self.word((at.0, at.1 + 1)));
        let mut asked: Vec<(u32, u32, Place)> = asked
            .iter()
            .map(|&at| (beside(at).0, beside(at).1, at))
            .filter(|&(left, right, at)| {
                words.articles(left) > 1 && words.articles(right) > 1 && self.may_be_name(self.text(at))
            })
            .collect();
        if asked.is_empty() {
            return;
        }
        asked.sort_unstable();
        let mut known = vec![false; words.len()];
        asked.iter().for_each(|a| known[a.0 as usize] = true);
        for (r, row) in self.alignment.rows.iter().enumerate() {
            for j in 1..row.units.len().saturating_sub(1) {
                let left = row.units[j - 1].word;
                if !known[left as usize] {
                    continue;
                }
                let right = row.units[j + 1].word;
                for &(_, _, at) in asked.iter().filter(|a| (a.0, a.1) == (left, right) && a.2.0 != r) {
                    out.extend(self.instead(at, (r, j)));
                }
            }
        }
    }

    /// Returns the first as standing in place of the second, where the words around leave no doubt.
    fn instead(self, at: Place, other: Place) -> Option<Swap> {
        let (mine, theirs) = (self.text(at), self.text(other));
        let around = anchors(self.row(at), at.1, self.row(other), other.1, 3);
        let fits = around.left >= 1
            && around.right >= 1
            && around.left + around.right >= 4
            && !self.row(other).units[other.1].figure
            && theirs.len() >= 6
            && self.is_hangul(other)
            && self.josa(other) == self.josa(at)
            && !mine.contains(theirs)
            && !theirs.contains(mine)
            && Slip::between(mine, theirs).is_none()
            && self.may_be_name(theirs)
            && self.held(self.word(other), at.0);
        fits.then(|| Swap { at, others: vec![other], by: By::Neighbours })
    }

    /// Appends the long names that differ from one of two outlets in two syllables that stand together.
    fn long_names(self, names: &[Place], long: &[Place], out: &mut Vec<Swap>) {
        for &at in names {
            let mine = self.text(at);
            let mut seen: Vec<u32> = Vec::new();
            for &other in long.iter().filter(|o| o.0 != at.0) {
                let word = self.word(other);
                if seen.contains(&word) {
                    continue;
                }
                seen.push(word);
                let Some(letters) = one_part(mine, self.text(other)) else { continue };
                let others: Vec<Place> = self.places(word).into_iter().filter(|p| p.0 != at.0).collect();
                let fits = self.held(word, at.0)
                    && if letters <= 3 {
                        !self.together(at, word)
                    } else {
                        mine.len() >= 24 && self.most_others(word, at.0) && others.iter().any(|&o| self.one_fact(at, o))
                    };
                if fits {
                    out.push(Swap { at, others, by: By::Name });
                }
            }
        }
    }

    /// Returns whether the sentence of a place has the word too.
    fn together(self, at: Place, word: u32) -> bool {
        let row = self.row(at);
        row.sentence(row.sentence_of(at.1) as u32).any(|u| row.units[u].word == word)
    }

    /// Returns whether three other voices have the word, or all there are, and this article does not.
    fn most_others(self, word: u32, home: usize) -> bool {
        let rows = &self.alignment.rows;
        let has = |r: &usize| rows[*r].units.iter().any(|u| u.word == word);
        let others = (0..rows.len()).filter(|r| *r != home);
        let all = self.alignment.voices(others.clone());
        !has(&home) && self.alignment.voices(others.filter(has)) >= all.min(3)
    }

    /// Returns whether every other article has the word and this one does not.
    fn all_others(self, word: u32, home: usize) -> bool {
        let has = |row: &Row<'_>| row.units.iter().any(|u| u.word == word);
        self.alignment.rows.iter().enumerate().all(|(r, row)| has(row) == (r != home))
    }

    /// Returns whether the sentences of two places share two figures, or have much in common.
    fn one_fact(self, a: Place, b: Place) -> bool {
        let (x, y) = (self.row(a), self.row(b));
        let figures = |row: &'s Row<'a>, at: Place| -> Vec<&'s Value> {
            let sentence = row.sentence(row.sentence_of(at.1) as u32);
            let claims = sentence.map(|u| row.units[u]).filter(|u| u.figure).filter_map(|u| u.claim);
            claims.map(|c| &row.reading.claims[c as usize].value).collect()
        };
        let there = figures(y, b);
        let same = |v: &&&Value| {
            there.iter().any(|w| figure::class(v) == figure::class(w) && figure::agreement(v, w) != Agreement::Differs)
        };
        figures(x, a).iter().filter(same).count() >= 2
            || Context::of(x, &self.alignment.words, a.1).likeness(&Context::of(y, &self.alignment.words, b.1)) >= 0.5
    }

    /// Returns the body of the place that a caption names, where the caption has that of a place which the event has
    /// nowhere: `여수 해상에서 목포해경이`, and two outlets have 여수해경.
    fn in_caption(self, at: Place) -> Option<Swap> {
        let names = &self.lexicon.names;
        let mine = self.text(at);
        let end = LOCAL.iter().find(|e| mine.ends_with(**e) && mine.len() > e.len())?;
        let head = &mine[..mine.len() - end.len()];
        let place = |w: &str| names.is_place(w) || names.is_place_stem(w);
        if !place(head) {
            return None;
        }
        let row = self.row(at);
        let elsewhere = |row: &Row<'_>, r: usize| {
            row.units
                .iter()
                .enumerate()
                .any(|(u, unit)| (r, u) != at && row.reading.doc.slice(unit.span).starts_with(head))
        };
        if self.alignment.rows.iter().enumerate().any(|(r, row)| elsewhere(row, r)) {
            return None;
        }
        for u in row.sentence(row.sentence_of(at.1) as u32).filter(|&u| u != at.1 && !row.units[u].figure) {
            let local = self.text((at.0, u));
            let local = local.strip_suffix('시').filter(|w| place(w)).unwrap_or(local);
            if !place(local) || local == head {
                continue;
            }
            let right = format!("{local}{end}");
            let others: Vec<Place> = self
                .alignment
                .rows
                .iter()
                .enumerate()
                .flat_map(|(r, row)| (0..row.units.len()).map(move |u| (r, u)))
                .filter(|&p| self.text(p) == right)
                .collect();
            if self.alignment.voices(others.iter().map(|o| o.0)) >= 2 {
                return Some(Swap { at, others, by: By::Caption });
            }
        }
        None
    }

    /// Returns the foreign name of two outlets of which this is a slip with what such places are called behind it:
    /// `발파라소주`, `발파라이소`.
    fn suffixed(self, at: Place) -> Option<Swap> {
        let mine = self.text(at);
        let stem = &mine[..mine.len() - 3];
        if !self.is_hangul(at) || self.lexicon.vocabulary.analyses(stem) || self.lexicon.names.foreign(stem) <= 0 {
            return None;
        }
        for (r, row) in self.alignment.rows.iter().enumerate().filter(|(r, _)| *r != at.0) {
            for (u, unit) in row.units.iter().enumerate().filter(|(_, u)| !u.figure && u.spelt.len() >= 12) {
                let theirs = self.text((r, u));
                let slip = || Slip::between(stem, theirs).is_some();
                if theirs.starts_with(&stem[..6])
                    && slip()
                    && self.held(unit.word, at.0)
                    && !self.lexicon.vocabulary.analyses(theirs)
                {
                    return Some(Swap { at, others: self.places(unit.word), by: By::Sort });
                }
            }
        }
        None
    }

    /// Returns the city that all the others name and this article does not, where it says of another what they say of it.
    fn of_city(self, at: Place) -> Option<Swap> {
        let names = &self.lexicon.names;
        let (row, mine) = (self.row(at), self.text(at));
        let claim = row.units[at.1].claim.map(|c| &row.reading.claims[c as usize].value);
        if !matches!(claim, Some(Value::Place(_))) || !names.is_abroad(mine) {
            return None;
        }
        let near = |p: Place| {
            let row = self.row(p);
            let sentence = row.sentence(row.sentence_of(p.1) as u32);
            (p.1 + 1..sentence.end.min(p.1 + 4)).map(|u| row.units[u]).filter(|u| !u.figure && u.spelt.len() >= 9)
        };
        let mut seen: Vec<u32> = Vec::new();
        for (r, row) in self.alignment.rows.iter().enumerate().filter(|(r, _)| *r != at.0) {
            for (u, unit) in row.units.iter().enumerate().filter(|(_, u)| u.claim.is_some() && u.name && !u.figure) {
                if seen.contains(&unit.word) || !names.is_abroad(self.text((r, u))) {
                    continue;
                }
                seen.push(unit.word);
                let here = self.row(at).reading.doc.text.contains(self.text((r, u)));
                if here || !self.all_others(unit.word, at.0) || !self.held(unit.word, at.0) {
                    continue;
                }
                let others = self.places(unit.word);
                let said = |p: &Place| near(*p).any(|w| near(at).any(|v| v.word == w.word));
                if others.iter().any(said) {
                    return Some(Swap { at, others, by: By::City });
                }
            }
        }
        None
    }
}

/// What bodies of one place each are called.
const LOCAL: &[&str] = &[
    "해경",
    "해양경찰서",
    "경찰서",
    "소방서",
    "소방본부",
    "경찰청",
    "교육청",
    "교육지원청",
    "시청",
    "군청",
    "구청",
    "도청",
    "지법",
    "지검",
    "세관",
];

/// Returns whether two words of four syllables and more begin alike for half of the longer one: what they end in
/// (항만공사, 항만청) is only their sort.
fn halves(a: &str, b: &str) -> bool {
    let longer = a.chars().count().max(b.chars().count());
    let head = a.chars().zip(b.chars()).take_while(|(x, y)| x == y).count();
    longer >= 4 && head * 2 >= longer
}

/// Returns how many letters differ between two names of one length, of which only two syllables that stand together
/// differ; none for others.
fn one_part(a: &str, b: &str) -> Option<usize> {
    // 회의 without a particle behind it is read as 회 with 의.
    let (a, b) = match (a.strip_suffix('의'), b.strip_suffix('의')) {
        (Some(short), None) if short.len() == b.len() => (short, b),
        (None, Some(short)) if short.len() == a.len() => (a, short),
        _ if a.len() == b.len() => (a, b),
        _ => return None,
    };
    let mut letters = 0;
    let mut at: Vec<usize> = Vec::new();
    for (index, (from, to)) in a.chars().zip(b.chars()).enumerate().filter(|(_, (x, y))| x != y) {
        if at.len() == 2 || !hangul::is_syllable(from) || !hangul::is_syllable(to) {
            return None;
        }
        letters += SyllableSlip { index, from, to }.letters();
        at.push(index);
    }
    (at.len() == 2 && at[0] + 1 == at[1]).then_some(letters)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_like_by_half_or_but_for_a_part() {
        assert!(halves("항만공사", "항만청") && !halves("해양개발청", "산림개발청") && !halves("군산시", "목포시"));
        assert_eq!(one_part("동해시장정상포럼", "동해시장성장포럼"), Some(2));
        assert_eq!(one_part("전국수학능력시험", "대학수학능력시험"), Some(5));
        assert_eq!(one_part("전국수학능력시험", "전국체육능력시험"), Some(4));
        assert_eq!(one_part("전국수학능력시험", "전국수학능력평가"), Some(6));
        assert_eq!(one_part("전국수학능력시험", "대학수학능력평가"), None);
        assert_eq!(one_part("동해시장정상회의", "동해시장성장회"), Some(2));
    }
}
