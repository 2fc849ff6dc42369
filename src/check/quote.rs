//! Words changed inside one utterance.
//!
//! Two quotations are one utterance where most words of the shorter stand in the longer, in the same order. Trimming and
//! other endings are how desks work; one content word in place of another is not: `환자 안전을` / `직원 안전을`.

use super::report::{Found, loc};
use super::{Common, Scene, mood, speaker};
use crate::align::diff::{Change, diff};
use crate::align::figure::{Agreement, agreement, is_stated};
use crate::align::{Alignment, Row, Unit, shared_count};
use crate::claim::{Lexicon, Value};
use crate::finding::Finding;
use crate::rule::{Quote, Rule};
use crate::source::Loc;
use crate::text::{Document, Script, hangul};
use std::collections::BTreeSet;
use std::ops::Range;

/// A quotation as units of its row.
pub(super) struct Utterance {
    pub(super) row: usize,
    pub(super) units: Range<usize>,
}

/// Returns a finding for each content word that stands in place of another in one utterance.
pub(super) fn check(scene: Scene<'_>, common: &Common<'_>, rule: &Rule, settings: &Quote) -> Vec<Finding> {
    let alignment = &common.alignment;
    let said = utterances(alignment);
    let mut out: Vec<Found> = turned(alignment, &said, (than, 1), "같은 낱말로 견준 두 쪽이 뒤바뀌었다");
    out.extend(turned(alignment, &said, (denied, 2), "아니라고 한 것이 뒤바뀌었다"));
    let mut done: Vec<(usize, usize)> = Vec::new();
    let mut copied: Vec<(&Utterance, &Utterance)> = Vec::new();
    let words: Vec<Vec<u32>> = said.iter().map(|u| words_of(alignment, u)).collect();
    for (n, a) in said.iter().enumerate() {
        for (m, b) in said.iter().enumerate().skip(n + 1).filter(|(_, b)| b.row != a.row) {
            // Nothing is made of two that have but one word in common.
            if shared_count(&words[n], &words[m]) < 2 {
                continue;
            }
            let (x, y) = (&alignment.rows[a.row], &alignment.rows[b.row]);
            let shared = diff(x, a.units.clone(), y, b.units.clone());
            let shorter = a.units.len().min(b.units.len());
            // Of a short utterance the one word that is another weighs more: there the speaker has to be the same.
            let short =
                shorter < 5 && shared.same + 1 >= shorter && shared.changes.len() == 1 && one_speaker(x, a, y, b);
            let long = shared.same >= 3 && (shared.same as f32) >= settings.same_share * shorter as f32;
            let one_utterance = (long && shorter >= 4) || (short && shared.same >= 2);
            if (one_utterance || shared.same + 1 >= shorter)
                && let Some(found) = mood::turned(alignment, &said, (a, b), &shared)
            {
                if !out.iter().any(|o| o.at == found.at || o.others.contains(&found.at)) {
                    out.push(found);
                }
                copied.push((a, b));
                continue;
            }
            if !one_utterance {
                continue;
            }
            let longer = a.units.len().max(b.units.len());
            // 옹 회장이 밝힌 대로 …: somebody else's words within one's own.
            if shared.same >= 4 && shorter >= 5 && shared.same + 1 >= shorter && longer <= shorter + 4 {
                copied.push((a, b));
            }
            for change in &shared.changes {
                let denial = negated(x, y, change);
                let other = || opposite(x, y, change).or_else(|| replaced(x, y, change, &scene.rules.lexicon));
                if let Some((i, j)) = denial.or_else(other)
                    && !done.contains(&(a.row, i))
                    && !done.contains(&(b.row, j))
                {
                    done.push((a.row, i));
                    done.push((b.row, j));
                    let mut found = found(alignment, &said, (a.row, i), (b.row, j), shared.same, shorter);
                    // A verb and its denial are not one word for another.
                    if denial.is_some() {
                        found.replacement = None;
                        found.expected = found
                            .others
                            .first()
                            .map(|&at| with_denial(&x.reading.doc, &y.reading.doc, at))
                            .into_iter()
                            .collect();
                    }
                    out.push(found);
                }
            }
        }
    }
    out.extend(speaker::found(scene, alignment, &copied));
    out.into_iter().map(|f| f.finding(scene, rule)).collect()
}

/// Returns the quotations of at least three words, by row and place.
fn utterances(alignment: &Alignment<'_>) -> Vec<Utterance> {
    let mut out = Vec::new();
    for (r, row) in alignment.rows.iter().enumerate() {
        for q in row.reading.doc.quotations.iter().filter(|q| q.double) {
            let start = row.units.partition_point(|u| u.span.start() < q.inner.start());
            let end = row.units.partition_point(|u| u.span.start() < q.inner.end());
            if end - start >= 3 {
                out.push(Utterance { row: r, units: start..end });
            }
        }
    }
    out
}

/// Returns the words of an utterance, by number, in order.
fn words_of(alignment: &Alignment<'_>, said: &Utterance) -> Vec<u32> {
    let mut words: Vec<u32> = alignment.rows[said.row].units[said.units.clone()].iter().map(|u| u.word).collect();
    words.sort_unstable();
    words
}

/// Returns the word that `보다` stands behind.
fn than(row: &Row<'_>, of: Range<usize>) -> Option<usize> {
    let josa = |i: usize| row.reading.doc.slice(row.reading.doc.tokens[row.units[i].token as usize].josa());
    of.clone().find(|&i| josa(i) == "보다")
}

/// Returns the word that is denied: `떠나보내는 게 아니라`, `구경이 아니라`.
fn denied(row: &Row<'_>, of: Range<usize>) -> Option<usize> {
    let not = of.clone().skip(1).find(|&i| whole(row, i).starts_with("아니"))?;
    let thing = matches!(whole(row, not - 1), "게" | "것이" | "건" | "것은");
    let at = if thing { not.checked_sub(2)? } else { not - 1 };
    of.contains(&at).then_some(at)
}

/// What finds the word that an utterance marks.
type Mark = fn(&Row<'_>, Range<usize>) -> Option<usize>;

/// Returns a finding for each utterance that marks another of the same words than most do: `실적 기대보다 차익 실현 욕구가
/// 앞선`, `차익 실현 욕구보다 실적 기대가 앞선`; the first of the pair finds the word, the second is how many
/// words may be others.
fn turned(alignment: &Alignment<'_>, said: &[Utterance], (mark, slack): (Mark, usize), reason: &str) -> Vec<Found> {
    let marked = |u: &Utterance| mark(&alignment.rows[u.row], u.units.clone());
    let compared: Vec<(&Utterance, usize)> = said.iter().filter_map(|u| marked(u).map(|i| (u, i))).collect();
    let word = |u: &Utterance, i: usize| alignment.rows[u.row].units[i].word;
    let has = |u: &Utterance, w: u32| u.units.clone().any(|i| word(u, i) == w);
    let mut out = Vec::new();
    for &(u, i) in &compared {
        let same = |v: &Utterance| u.units.clone().filter(|&k| has(v, word(u, k))).count();
        let alike = |v: &Utterance, j: usize| {
            let same = same(v);
            same >= 4 && same + slack >= u.units.len().min(v.units.len()) && has(u, word(v, j))
        };
        let mine = |j: usize, v: &Utterance| word(v, j) == word(u, i);
        let (own, others): (Vec<_>, Vec<_>) =
            compared.iter().copied().filter(|&(v, j)| alike(v, j)).partition(|&(v, j)| mine(j, v));
        // Who says both in one article means both.
        if others.iter().any(|v| own.iter().any(|o| o.0.row == v.0.row)) {
            continue;
        }
        let voices = |of: &[(&Utterance, usize)]| alignment.voices(of.iter().map(|o| o.0.row));
        let (here, there) = (voices(&own), voices(&others));
        // One against one, the later place is told, with the other side.
        if there == 0 || here > there || (here == there && others.iter().any(|o| o.0.row > u.row)) {
            continue;
        }
        let place = |u: &Utterance| {
            let units = &alignment.rows[u.row].units;
            let last = units[u.units.end - 1].span;
            loc(&alignment.rows[u.row], units[u.units.start].span.cover(last))
        };
        let text = |u: &Utterance| {
            let at = place(u);
            alignment.rows[u.row].reading.doc.slice(at.span).to_owned()
        };
        out.push(Found {
            at: place(u),
            expected: vec![text(others[0].0)],
            confidence: if there >= 2 { 0.9 } else { 0.7 },
            proven: there >= 2,
            others: others.iter().map(|o| place(o.0)).collect(),
            reasons: vec![reason.to_owned()],
            replacement: None,
            safe: false,
        });
    }
    out
}

/// Returns whether a name stands around both utterances.
fn one_speaker(x: &Row<'_>, a: &Utterance, y: &Row<'_>, b: &Utterance) -> bool {
    let around = |row: &Row<'_>, of: &Utterance| {
        let sentence = row.sentence(row.sentence_of(of.units.start) as u32);
        let outside: Vec<u32> =
            sentence.filter(|u| !of.units.contains(u) && row.units[*u].name).map(|u| row.units[u].word).collect();
        outside
    };
    let names = around(y, b);
    around(x, a).iter().any(|w| names.contains(w))
}

/// Returns the two words where one side has the opposite of what the other has: 부족하고, 충분하고; 자백하고, 부인하다 뒤늦게.
fn opposite(x: &Row<'_>, y: &Row<'_>, change: &Change) -> Option<(usize, usize)> {
    let direction = |row: &Row<'_>, u: usize| match row.units[u].claim.map(|c| &row.reading.claims[c as usize].value) {
        Some(Value::Direction { pair, up, .. }) => Some((*pair, *up)),
        _ => None,
    };
    let (a, b) = (&change.first, &change.second);
    if change.before + change.after < 2 || a.len().max(b.len()) > 2 {
        return None;
    }
    a.clone().find_map(|i| {
        let (pair, up) = direction(x, i)?;
        b.clone().find(|&j| direction(y, j) == Some((pair, !up))).map(|j| (i, j))
    })
}

/// Returns whether the word tells of what kind the noun behind it is: 통상적인, 상당한.
fn qualifies(row: &Row<'_>, at: usize, lexicon: &Lexicon) -> bool {
    let word = whole(row, at);
    let stem = ["적인", "스러운", "한"].iter().find_map(|e| word.strip_suffix(e));
    stem.is_some_and(|s| s.len() >= 6 && (lexicon.names.is_noun(s) || lexicon.vocabulary.common(s) > 0))
}

/// Returns the two words where exactly one content word stands in place of another and the words around agree.
fn replaced(x: &Row<'_>, y: &Row<'_>, change: &Change, lexicon: &Lexicon) -> Option<(usize, usize)> {
    if change.first.len() != 1 || change.second.len() != 1 || change.before + change.after < 2 {
        return None;
    }
    let (i, j) = (change.first.start, change.second.start);
    if x.units[i].figure && y.units[j].figure {
        let value = |row: &Row<'_>, u: usize| row.units[u].claim.map(|c| row.reading.claims[c as usize].value.clone());
        let (a, b) = (value(x, i)?, value(y, j)?);
        let differ = x.units[i].class == y.units[j].class
            && is_stated(&a)
            && is_stated(&b)
            && agreement(&a, &b) == Agreement::Differs;
        return differ.then_some((i, j));
    }
    if qualifies(x, i, lexicon) && qualifies(y, j, lexicon) && change.before > 0 && change.after > 0 {
        let (a, b) = (whole(x, i), whole(y, j));
        let other = a.chars().next() != b.chars().next();
        return (other && change.before + change.after >= 5).then_some((i, j));
    }
    // 마을의 짐, 마을의 집: of words of one syllable three around them have to be the same.
    let slight = |row: &Row<'_>, u: usize| row.units[u].span.len() < 6;
    if slight(x, i) || slight(y, j) {
        let (a, b) = (x.reading.doc.slice(x.units[i].span), y.reading.doc.slice(y.units[j].span));
        let slip = hangul::one_syllable(a, b).is_some_and(|s| s.letters() == 1);
        if change.before + change.after < 3 || !slip {
            return None;
        }
    }
    // 됩니다, 된다: two endings of one verb.
    let (a, b) = (whole(x, i), whole(y, j));
    let first = |word: &str| word.chars().next().map(onset);
    if a.ends_with("니다") != b.ends_with("니다") && first(a) == first(b) {
        return None;
    }
    // A noun for a noun, a deed for a deed.
    let deed = |row: &Row<'_>, u: usize| row.reading.doc.tokens[row.units[u].token as usize].is_deed();
    (deed(x, i) == deed(y, j) && content(x, i, lexicon) && content(y, j, lexicon) && !same_word(x, i, y, j))
        .then_some((i, j))
}

/// Returns the first sound and the vowel of a syllable: 됩 and 된 begin alike.
fn onset(c: char) -> (u32, u32) {
    hangul::split(c).map_or((u32::from(c), 0), |s| (u32::from(s.0), u32::from(s.1)))
}

/// Returns the word at a place of either article, with the word behind it where that denies it.
fn with_denial(x: &Document<'_>, y: &Document<'_>, at: Loc) -> String {
    let doc = if x.article == at.article { x } else { y };
    let rest = doc.text.get(at.span.end()..).unwrap_or("");
    let next = rest.strip_prefix(' ').filter(|r| r.starts_with(['않', '못', '말']));
    let word = next.map_or("", |r| r.split([' ', '.', ',', '”', '"']).next().unwrap_or(""));
    if word.is_empty() { doc.slice(at.span).to_owned() } else { format!("{} {word}", doc.slice(at.span)) }
}

/// Returns the whole word of a unit, endings and all.
fn whole<'r>(row: &'r Row<'_>, unit: usize) -> &'r str {
    row.reading.doc.slice(row.reading.doc.tokens[row.units[unit].token as usize].span)
}

/// Returns the verb that one side denies and the other does not: `올리겠다`, `올리지 않겠다`.
fn negated(x: &Row<'_>, y: &Row<'_>, change: &Change) -> Option<(usize, usize)> {
    let denied = |row: &Row<'_>, of: &Range<usize>| {
        of.len() == 2
            && whole(row, of.start).ends_with('지')
            && whole(row, of.start + 1).starts_with(['않', '못', '말'])
    };
    let (a, b) = (&change.first, &change.second);
    let one = (a.len() == 1 && denied(y, b)) || (b.len() == 1 && denied(x, a));
    let same_verb = one && whole(x, a.start).chars().next() == whole(y, b.start).chars().next();
    (same_verb && change.before + change.after >= 2).then_some((a.start, b.start))
}

/// Last syllables of forms of verbs and adjectives.
const VERBAL: &str = "다고며서면지게는던은을음인할한해했됐돼된될워와려져질록기나";

/// Returns whether the unit is a noun that the language has, or a name; endings tell the mood, nouns the fact.
fn content(row: &Row<'_>, at: usize, lexicon: &Lexicon) -> bool {
    let unit = &row.units[at];
    let token = &row.reading.doc.tokens[unit.token as usize];
    // 포기하지 and 실수하지 are 포기 and 실수 done.
    let span = if token.is_deed() { token.root() } else { unit.span };
    let word = row.reading.doc.slice(span).trim_end_matches('께');
    !unit.figure
        && token.script == Script::Hangul
        && (word.len() >= 6 || word.len() == 3)
        && (unit.name
            || word.len() == 3
            || lexicon.names.is_noun(word)
            || (lexicon.vocabulary.common(word) > 0 && !word.ends_with(|c| VERBAL.contains(c))))
}

/// Returns whether the two are one word in two forms: an ending, a compound of the other, a stem in common.
fn same_word(x: &Row<'_>, i: usize, y: &Row<'_>, j: usize) -> bool {
    let (a, b) = (x.reading.doc.slice(x.units[i].span), y.reading.doc.slice(y.units[j].span));
    let verbal = |row: &Row<'_>, u: &Unit| row.reading.doc.tokens[u.token as usize].is_deed();
    let same_head = a.chars().next() == b.chars().next();
    a.contains(b)
        || b.contains(a)
        || (same_head && (verbal(x, &x.units[i]) || verbal(y, &y.units[j])))
        || (same_head && a.chars().count() != b.chars().count() && hangul::distance(a, b) <= 3)
}

fn found(
    alignment: &Alignment<'_>,
    said: &[Utterance],
    first: (usize, usize),
    second: (usize, usize),
    same: usize,
    shorter: usize,
) -> Found {
    let word = |(r, u): (usize, usize)| alignment.rows[r].units[u].word;
    // 전기를 덜 쓰고 물은 더 얻는: where both words stand in an utterance, only the place beside the same words is meant.
    let beside = |(r, u): (usize, usize)| {
        let next = |i: usize| alignment.rows[r].units.get(i).map(|v| v.word);
        [u.checked_sub(1).and_then(next), next(u + 1)]
    };
    let places = |of: (usize, usize), other: (usize, usize)| -> Vec<(usize, usize)> {
        said.iter()
            .flat_map(|s| s.units.clone().map(move |u| (s, u)))
            .filter(|&(s, u)| word((s.row, u)) == word(of))
            .filter(|&(s, u)| {
                let both = s.units.clone().any(|v| word((s.row, v)) == word(other));
                !both || (s.row, u) == of || beside((s.row, u)) == beside(of)
            })
            .map(|(s, u)| (s.row, u))
            .collect()
    };
    let (mut own, mut others) = (places(first, second), places(second, first));
    let voices = |p: &[(usize, usize)]| alignment.voices(p.iter().map(|p| p.0));
    let (mut at, mut other) = (first, second);
    let rows = |p: &[(usize, usize)]| p.iter().map(|p| p.0).collect::<BTreeSet<_>>().len();
    if (voices(&own), rows(&own)) > (voices(&others), rows(&others)) {
        std::mem::swap(&mut at, &mut other);
        std::mem::swap(&mut own, &mut others);
    }
    let place = |(r, u): (usize, usize)| loc(&alignment.rows[r], alignment.rows[r].units[u].span);
    let proven = voices(&others) >= 2 && voices(&own) == 1;
    let share = same as f32 / shorter.max(1) as f32;
    let right = alignment.rows[other.0].reading.doc.slice(alignment.rows[other.0].units[other.1].span).to_owned();
    others.sort_by_key(|&p| (p != other, p));
    Found {
        at: place(at),
        expected: vec![right.clone()],
        confidence: (0.35 + 0.3 * share + 0.05 * same.min(5) as f32 + if proven { 0.1 } else { 0.0 }).min(0.97),
        proven,
        others: others.into_iter().map(place).collect(),
        reasons: vec![format!("같은 말 {same}낱말 가운데 이 낱말만 다르다")],
        replacement: proven.then_some(right),
        safe: false,
    }
}
