//! Words changed inside one utterance.
//!
//! Two quotations are one utterance where most words of the shorter stand in the longer, in the same order. Trimming and
//! other endings are how desks work; one content word in place of another is not: `환자 안전을` / `직원 안전을`.

use super::denial::{denial, is_denied};
use super::report::{Found, loc};
use super::reword::{contrary, crossed, exchanged, opposite, replaced, reversed, unless};
use super::speaking::{are_of_two, is_foreign};
use super::utterance::{Utterance, shared, utterances, whole, words_of};
use super::{Common, Scene, mood, reported, speaker};
use crate::align::diff::{Change, Diff};
use crate::align::{Alignment, Row};
use crate::claim::Lexicon;
use crate::finding::Finding;
use crate::rule::{Quote, Rule};
use std::cmp::Ordering;
use std::collections::BTreeSet;
use std::ops::Range;

/// Two stretches of which one stands in place of the other, as units of their rows.
type Turn = (Range<usize>, Range<usize>);

/// What finds where one utterance says other than another of the same words.
type Judge<'j> = &'j dyn Fn(&Utterance, &Utterance, &Diff) -> Option<Turn>;

/// Of so few words an utterance has to be the same to the last to be one.
const SHORT: usize = 3;

/// All utterances of an event.
struct Said<'s, 'a> {
    alignment: &'s Alignment<'a>,
    all: Vec<Utterance>,
    words: Vec<Vec<u32>>,
}

/// Returns a finding for each content word that stands in place of another in one utterance.
pub(super) fn check(scene: Scene<'_>, common: &Common<'_>, rule: &Rule, settings: &Quote) -> Vec<Finding> {
    let alignment = &common.alignment;
    let all = utterances(alignment);
    let words = all.iter().map(|u| words_of(alignment, u)).collect();
    let said = Said { alignment, all, words };
    let lexicon = &scene.rules.lexicon;
    let mut out: Vec<Found> = turned(alignment, &said.all, (than, 1), "같은 낱말로 견준 두 쪽이 뒤바뀌었다");
    out.extend(turned(alignment, &said.all, (denied, 2), "아니라고 한 것이 뒤바뀌었다"));
    let denies = |a: &Utterance, b: &Utterance, shared: &Diff| denial(alignment, a, b, shared);
    let crosses = |a: &Utterance, b: &Utterance, _: &Diff| {
        crossed(&alignment.rows[a.row], &a.units, &alignment.rows[b.row], &b.units)
    };
    let owes = |a: &Utterance, b: &Utterance, shared: &Diff| mood::owed(alignment, a, b, shared);
    let exchanges = |a: &Utterance, b: &Utterance, shared: &Diff| {
        let freely = a.captioned || b.captioned;
        exchange(alignment, a, b, shared, lexicon).filter(|t| !freely || t.0.len() == t.1.len())
    };
    let mut copied: Vec<(&Utterance, &Utterance)> = Vec::new();
    for (n, a) in said.all.iter().enumerate() {
        for (m, b) in said.all.iter().enumerate().skip(n + 1) {
            // Who quotes twice in one text says two things, but in the headline says what stands below.
            if b.row == a.row && a.heads == b.heads {
                continue;
            }
            let Some(shared) = said.shared(n, m) else { continue };
            let shorter = a.units.len().min(b.units.len());
            // 대화는 끝내겠다, 대화는 이어 가겠다: the contrary of the same thing, by one speaker.
            let behind = |c: &Change| {
                let (x, y) = (&alignment.rows[a.row], &alignment.rows[b.row]);
                (c.before >= 2).then(|| contrary(x, y, c, lexicon)).flatten().filter(|_| one_speaker(x, a, y, b))
            };
            if shared.same + 1 < shorter && !is_long(&shared, shorter, settings) {
                // 수출이 살아나면 내수도 따라온다: two of four changed places.
                if shared.same + 2 == shorter
                    && let Some(turn) = crosses(a, b, &shared)
                    && !are_of_two(alignment, a, b, lexicon)
                {
                    said.told((n, m), turn, &crosses, &shared).into_iter().for_each(|f| push(&mut out, f));
                } else if a.row != b.row
                    && let Some((i, j)) = shared.changes.iter().find_map(behind)
                {
                    push(&mut out, found(alignment, &said.all, (a.row, i), (b.row, j), shared.same, shorter));
                }
                continue;
            }
            if a.row != b.row
                && shared.same + 1 >= shorter
                && let Some(found) = mood::turned(alignment, &said.all, (a, b), &shared)
            {
                if !(shared.same < 6 && are_of_two(alignment, a, b, lexicon)) {
                    push(&mut out, found);
                }
                continue;
            }
            let (x, y) = (&alignment.rows[a.row], &alignment.rows[b.row]);
            // 여당 and 야당 say the contrary in the same few words.
            let two = || shared.same < 6 && are_of_two(alignment, a, b, lexicon);
            if let Some(turn) = denies(a, b, &shared) {
                if (shared.same >= 3 || one_speaker(x, a, y, b)) && !two() {
                    said.told((n, m), turn, &denies, &shared).into_iter().for_each(|f| push(&mut out, f));
                }
                continue;
            }
            if shared.same >= 2
                && shared.same + 2 >= shorter
                && let Some(turn) = crosses(a, b, &shared)
            {
                if !two() {
                    said.told((n, m), turn, &crosses, &shared).into_iter().for_each(|f| push(&mut out, f));
                }
                continue;
            }
            if shared.same >= 4
                && let Some(turn) = owes(a, b, &shared)
            {
                if !two() {
                    said.told((n, m), turn, &owes, &shared).into_iter().for_each(|f| push(&mut out, f));
                }
                continue;
            }
            let longer = a.units.len().max(b.units.len());
            if shared.same == SHORT && longer == SHORT {
                copied.push((a, b));
            }
            // Of a short utterance the one word that is another weighs more: there the speaker has to be the same.
            let short = shared.same >= 2 && shared.changes.len() == 1 && one_speaker(x, a, y, b);
            let long = shorter >= 4 && is_long(&shared, shorter, settings);
            let one_utterance = long || (shorter < 5 && short);
            if !one_utterance {
                if a.row != b.row
                    && let Some((i, j)) = shared.changes.iter().find_map(behind)
                {
                    push(&mut out, found(alignment, &said.all, (a.row, i), (b.row, j), shared.same, shorter));
                }
                continue;
            }
            // 옹 회장이 밝힌 대로 …: somebody else's words within one's own.
            let whole = shared.changes.iter().all(|c| c.first.is_empty() || c.second.is_empty());
            if shared.same >= 4 && whole && shared.same + 1 >= shorter && longer <= shorter + 4 {
                copied.push((a, b));
            }
            // `수비에서 버틴 것이 승인`, `수비에서 버틴 것이 이긴 이유`: other words for the same at the end.
            if let [c] = &shared.changes[..]
                && c.after == 0
                && c.before == shared.same
                && (1..=2).contains(&c.first.len())
                && (1..=2).contains(&c.second.len())
            {
                copied.push((a, b));
            }
            // What is said in another language is put in other words by each desk.
            let foreign = || [a, b].iter().any(|u| is_foreign(alignment, u, lexicon));
            if a.row != b.row {
                let other = |c: &Change| {
                    let opposed = opposite(x, y, c).or_else(|| contrary(x, y, c, lexicon)).or_else(|| unless(x, y, c));
                    opposed.or_else(|| replaced(x, y, c, lexicon))
                };
                let scores = reversed(x, y, &shared);
                let places: Vec<_> = shared.changes.iter().filter_map(other).chain(scores).collect();
                if !places.is_empty() {
                    if !two() {
                        let told = |&(i, j): &(usize, usize)| {
                            found(alignment, &said.all, (a.row, i), (b.row, j), shared.same, shorter)
                        };
                        places.iter().map(told).for_each(|f| push(&mut out, f));
                    }
                    continue;
                }
            }
            // Where but one word of many is another the desks had one translation.
            let one_text = shared.same >= 5 && shared.same + 1 == longer;
            if let Some(turn) = exchanges(a, b, &shared).filter(|_| !two() && (one_text || !foreign())) {
                said.told((n, m), turn, &exchanges, &shared).into_iter().for_each(|f| push(&mut out, f));
            }
        }
    }
    out.extend(speaker::found(scene, alignment, &copied));
    for found in reported::found(alignment, lexicon) {
        // What a third outlet tells in its own words decides which of two quotations is wrong.
        let one = |o: &Found| o.at.overlaps(found.at) || o.others.iter().any(|p| p.overlaps(found.at));
        out.retain(|o| o.proven || !found.proven || !one(o));
        push(&mut out, found);
    }
    out.into_iter().map(|f| f.finding(scene, rule)).collect()
}

/// Adds what is found, unless one of its places is told already.
fn push(out: &mut Vec<Found>, found: Found) {
    if !out.iter().any(|o| o.at.overlaps(found.at) || o.others.iter().any(|at| at.overlaps(found.at))) {
        out.push(found);
    }
}

/// Returns whether so many words are the same that two utterances are one.
fn is_long(shared: &Diff, shorter: usize, settings: &Quote) -> bool {
    shared.same >= 3 && (shared.same as f32) >= settings.same_share * shorter as f32
}

/// Returns the stretches in which two utterances differ, where they are the same but for them.
fn exchange(alignment: &Alignment<'_>, a: &Utterance, b: &Utterance, shared: &Diff, lexicon: &Lexicon) -> Option<Turn> {
    let inner = |c: &&Change| {
        // What one leaves out at its beginning or end is trimmed.
        let edge = c.before == 0 || c.after == 0;
        !(edge && (c.first.is_empty() || c.second.is_empty()))
    };
    let mut changes = shared.changes.iter().filter(inner);
    let (Some(change), None) = (changes.next(), changes.next()) else { return None };
    exchanged(&alignment.rows[a.row], &alignment.rows[b.row], change, shared.same, lexicon)
}

impl Said<'_, '_> {
    /// Returns how two utterances go together, by their numbers.
    fn shared(&self, n: usize, m: usize) -> Option<Diff> {
        shared(self.alignment, [&self.words[n], &self.words[m]], &self.all[n], &self.all[m])
    }

    /// Returns what is found of two utterances that differ in some words: who stands alone with them is told.
    fn told(&self, (n, m): (usize, usize), turn: Turn, judge: Judge<'_>, shared: &Diff) -> Option<Found> {
        let (mut own, mut others) = (vec![(n, turn.0)], vec![(m, turn.1)]);
        // Who says it as one of the two does, and other than the other.
        for c in (0..self.all.len()).filter(|&c| c != n && c != m) {
            let with = |k: usize| {
                let shared = self.shared(k, c)?;
                let shorter = self.all[k].units.len().min(self.all[c].units.len());
                (shared.same >= 2 && 2 * shared.same > shorter).then(|| judge(&self.all[k], &self.all[c], &shared))
            };
            match (with(n), with(m)) {
                (Some(None), Some(Some((_, at)))) => own.push((c, at)),
                (Some(Some((_, at))), Some(None)) => others.push((c, at)),
                _ => {}
            }
        }
        let row = |p: &(usize, Range<usize>)| self.all[p.0].row;
        // Who says both in one article means both, but for a headline.
        let body = |p: &&(usize, Range<usize>)| !self.all[p.0].heads;
        if own.iter().filter(body).any(|p| others.iter().filter(body).any(|q| row(p) == row(q))) {
            return None;
        }
        let voices = |p: &[(usize, Range<usize>)]| self.alignment.voices(p.iter().map(row));
        // One against one, what is told twice stands, what is denied was lost more often than put in, and the headline is
        // written last.
        let heads = |p: &[(usize, Range<usize>)]| self.all[p[0].0].heads;
        let denied = |p: &[(usize, Range<usize>)]| is_denied(&self.alignment.rows[row(&p[0])], p[0].1.clone());
        let swaps = match voices(&own).cmp(&voices(&others)) {
            Ordering::Equal => heads(&own) || (!heads(&others) && denied(&own)),
            order => order.is_gt(),
        };
        if swaps {
            std::mem::swap(&mut own, &mut others);
        }
        let proven = voices(&others) >= 2 && voices(&own) == 1;
        let place = |p: &(usize, Range<usize>)| {
            let row = &self.alignment.rows[self.all[p.0].row];
            let last = row.reading.doc.tokens[row.units[p.1.end - 1].token as usize].span;
            loc(row, row.units[p.1.start].span.cover(last))
        };
        let text = |p: &(usize, Range<usize>)| self.alignment.rows[row(p)].reading.doc.slice(place(p).span).to_owned();
        let shorter = self.all[n].units.len().min(self.all[m].units.len());
        Some(Found {
            at: place(&own[0]),
            expected: vec![text(&others[0])],
            confidence: certainty(shared.same, shorter, proven),
            proven,
            others: others.iter().map(place).collect(),
            reasons: vec![format!("같은 말 {}낱말 가운데 이 낱말만 다르다", shared.same)],
            replacement: None,
            safe: false,
        })
    }
}

/// Returns how surely words are others of one utterance, by how many are the same.
fn certainty(same: usize, shorter: usize, proven: bool) -> f32 {
    let share = same as f32 / shorter.max(1) as f32;
    (0.35 + 0.3 * share + 0.05 * same.min(5) as f32 + if proven { 0.1 } else { 0.0 }).min(0.97)
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
pub(super) fn one_speaker(x: &Row<'_>, a: &Utterance, y: &Row<'_>, b: &Utterance) -> bool {
    let around = |row: &Row<'_>, of: &Utterance| {
        let sentence = row.sentence(row.sentence_of(of.units.start) as u32);
        let outside: Vec<u32> =
            sentence.filter(|u| !of.units.contains(u) && row.units[*u].name).map(|u| row.units[u].word).collect();
        outside
    };
    let names = around(y, b);
    around(x, a).iter().any(|w| names.contains(w)) || withheld(x, a).is_some_and(|s| withheld(y, b) == Some(s))
}

/// Returns the surname of who is named by it alone around an utterance: 송 of 송씨 and 송모(58)씨.
fn withheld(row: &Row<'_>, of: &Utterance) -> Option<char> {
    let mut sentence = row.sentence(row.sentence_of(of.units.start) as u32);
    sentence.find_map(|u| {
        let mut word = whole(row, u).chars();
        let (surname, mark) = (word.next()?, word.next()?);
        let josa = word.as_str();
        let alone = (mark == '씨' && matches!(josa, "" | "는" | "가" | "도")) || (mark == '모' && josa.is_empty());
        (alone && !of.units.contains(&u)).then_some(surname)
    })
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
    // 13일 아침, 11일 아침: of which day others tell, too.
    let stated = |w: u32| alignment.rows.iter().filter(|r| r.units.iter().any(|u| u.figure && u.word == w)).count();
    let figures = alignment.rows[first.0].units[first.1].figure && alignment.rows[second.0].units[second.1].figure;
    let backing = |of: (usize, usize)| if figures { stated(word(of)) } else { 0 };
    let weigh = |p: &[(usize, usize)], of: (usize, usize)| (voices(p), backing(of), rows(p));
    if weigh(&own, first) > weigh(&others, second) {
        std::mem::swap(&mut at, &mut other);
        std::mem::swap(&mut own, &mut others);
    }
    let place = |(r, u): (usize, usize)| loc(&alignment.rows[r], alignment.rows[r].units[u].span);
    let proven = voices(&others) >= 2 && voices(&own) == 1;
    let right = alignment.rows[other.0].reading.doc.slice(alignment.rows[other.0].units[other.1].span).to_owned();
    others.sort_by_key(|&p| (p != other, p));
    Found {
        at: place(at),
        expected: vec![right.clone()],
        confidence: certainty(same, shorter, proven),
        proven,
        others: others.into_iter().map(place).collect(),
        reasons: vec![format!("같은 말 {same}낱말 가운데 이 낱말만 다르다")],
        replacement: proven.then_some(right),
        safe: false,
    }
}
