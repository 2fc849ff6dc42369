//! Oppositions: what the outlets say of one thing with opposite directions, and who stands alone with it.

use super::clause::{behind, is_noun, josa, pair_at, side};
use super::slot::{Mention, Slots};
use super::stance::{Stance, comes_up, is_act, is_aside, is_debate, is_decided, is_most, is_never, is_of_some};
use super::tenor::tenor;
use super::{Alignment, Row};

/// A direction that stands against that of others.
#[derive(Clone, PartialEq, Debug)]
pub struct Opposition {
    /// Row and unit of the direction.
    pub at: (usize, usize),
    /// Rows and units of the other direction, the surest first.
    pub others: Vec<(usize, usize)>,
    /// How many voices have the other one.
    pub voices: usize,
    /// How many voices more have the other one than this, among those that say it less surely of the same thing.
    pub leaning: i32,
    /// How much more the other one is said with: figures, and what it is set against.
    pub detail: i32,
    /// How surely they are said of one thing, from [`LEAST`] on.
    pub strength: f32,
}

/// What is said more surely than this of one thing need not be said so by all.
const SURE: f32 = 4.0;

/// What is said less surely of one thing is not told, of one voice against one and against several.
pub const LEAST: [f32; 2] = [1.5, 1.0];

/// Returns the directions of one pair of opposites that stand alone or against more voices than they have. Where the pair
/// parts people, a sentence that has both sides tells of some and of others; where both take turns, only how something
/// stood is compared (`발효 중`, `해제된 상태`).
pub fn oppositions(alignment: &Alignment<'_>, slots: &Slots<'_>, parts: bool, turns: bool) -> Vec<Opposition> {
    let told = |m: &&Mention<'_>| {
        let row = &alignment.rows[m.row];
        (!turns || is_state(row, m.unit)) && !is_matter(row, m.unit)
    };
    let mentions: Vec<&Mention<'_>> = slots.mentions.iter().filter(told).collect();
    let ups = mentions.iter().filter(|m| side(&alignment.rows[m.row], m.unit) == Some(true)).count();
    if ups == 0 || ups == mentions.len() {
        return Vec::new();
    }
    let sentence = |m: &Mention<'_>| (m.row, m.claim.sentence);
    let split = |m: &Mention<'_>| {
        let up = |m: &Mention<'_>| side(&alignment.rows[m.row], m.unit);
        parts && mentions.iter().any(|o| sentence(o) == sentence(m) && up(o) != up(m))
    };
    let stances: Vec<Stance> = mentions
        .iter()
        .flat_map(|m| {
            let split = split(m);
            Stance::at(alignment, m.row, m.unit).into_iter().filter(move |s| !split || s.label)
        })
        .collect();
    let field = Field::of(alignment, &stances);
    let mut out: Vec<Opposition> = (0..stances.len()).filter_map(|i| field.opposition(i)).collect();
    // Who tells how it stands knows better than who tells later how it stood: 발효 중, 해제된 상태.
    let now = |o: &Opposition| turns && is_noun(&alignment.rows[o.at.0], o.at.1);
    let against = |o: &Opposition| tenor(&alignment.rows[o.at.0], o.at.1);
    out.sort_by(|a, b| {
        b.voices
            .cmp(&a.voices)
            .then(against(a).cmp(&against(b)))
            .then(now(a).cmp(&now(b)))
            .then(b.leaning.cmp(&a.leaning))
            .then(b.detail.cmp(&a.detail))
            .then(b.strength.total_cmp(&a.strength))
            .then(b.at.cmp(&a.at))
    });
    out
}

/// Returns whether the word at a unit is what another of its pair is about: 채택에 반대한다.
fn is_matter(row: &Row<'_>, at: usize) -> bool {
    let next = at + 1;
    // 증가 폭은 축소됐다: it is the width that is less.
    if is_noun(row, at) && josa(row, at).is_empty() && behind(row, at).starts_with(" 폭") {
        return true;
    }
    matches!(josa(row, at), "" | "에" | "을" | "를" | "의")
        && is_noun(row, at)
        && next < row.units.len()
        && row.sentence_of(next) == row.sentence_of(at)
        && pair_at(row, next) == pair_at(row, at)
}

/// Returns whether the direction at a unit tells how something stood, or what was settled: 발효 중, 해제된 상태, 중단하기로 했다.
fn is_state(row: &Row<'_>, at: usize) -> bool {
    if is_decided(row, at) {
        return true;
    }
    let rest = behind(row, at).trim_start_matches(|c: char| c != ' ' && c != '.');
    let rest = rest.trim_start();
    ["상태", "상황", "채 "].iter().any(|w| rest.starts_with(w))
        || (is_noun(row, at)
            && rest.strip_prefix('중').is_some_and(|r| r.starts_with(['이', '인', '으', '에', '.', ' ', ','])))
}

/// Returns whether the direction at a place is another thing than a size or a change of it: 경매에 오른, 주의보를 내렸다,
/// 2배에 못 미친, 총재를 제외한 위원; or the most there is, as something else is the least: 가장 낮은 곳.
pub fn is_deed(alignment: &Alignment<'_>, (r, unit): (usize, usize)) -> bool {
    let row = &alignment.rows[r];
    is_most(row, unit)
        || is_of_some(row, unit)
        || is_aside(row, unit)
        || is_act(row, unit, None)
        || comes_up(row, unit)
        || is_debate(row, unit)
        || is_never(row, unit)
}

/// Returns whether two directions are said of two things that have a noun in common: 청년 취업자 and 고령 취업자.
pub fn of_two_things(alignment: &Alignment<'_>, a: (usize, usize), b: (usize, usize)) -> bool {
    let (first, second) = (Stance::at(alignment, a.0, a.1), Stance::at(alignment, b.0, b.1));
    let two = |x: &Stance, y: &Stance| x.are_two(alignment, y);
    first.iter().all(|x| second.iter().all(|y| two(x, y)))
}

/// The stances of one pair of opposites.
struct Field<'s, 'a> {
    alignment: &'s Alignment<'a>,
    stances: &'s [Stance],
    /// How surely each two are said of one thing; 0 where they are not.
    strengths: Vec<f32>,
}

impl Field<'_, '_> {
    fn of<'s, 'a>(alignment: &'s Alignment<'a>, stances: &'s [Stance]) -> Field<'s, 'a> {
        let n = stances.len();
        let mut strengths = vec![0.0; n * n];
        // Who agrees is asked only where somebody disagrees.
        for opposite in [true, false] {
            let mut most = 0.0_f32;
            for (i, a) in stances.iter().enumerate() {
                for (j, b) in stances[..i].iter().enumerate().filter(|(_, b)| (a.up != b.up) == opposite) {
                    let strength = a.strength(alignment, b).unwrap_or(0.0).max(0.0);
                    strengths[i * n + j] = strength;
                    strengths[j * n + i] = strength;
                    most = most.max(strength);
                }
            }
            if most < LEAST[1] {
                break;
            }
        }
        Field { alignment, stances, strengths }
    }

    fn strength(&self, i: usize, j: usize) -> f32 {
        self.strengths[i * self.stances.len() + j]
    }

    fn opposition(&self, i: usize) -> Option<Opposition> {
        let a = &self.stances[i];
        if a.open {
            return None;
        }
        let apart = |j: usize| (self.stances[j].row, self.stances[j].unit) != (a.row, a.unit);
        let all = || (0..self.stances.len()).filter(move |&j| apart(j) && self.strength(i, j) > 0.0);
        // A headline may be set against the copy below it.
        let below = |j: usize| a.outside && !self.stances[j].outside;
        let against = |j: &usize| {
            let b = &self.stances[*j];
            b.up != a.up && !b.open && (b.row != a.row || below(*j))
        };
        let best = all().filter(against).max_by(|&x, &y| self.strength(i, x).total_cmp(&self.strength(i, y)))?;
        let strength = self.strength(i, best);
        let near = |j: &usize| self.strength(i, *j) >= 0.5 * strength.min(SURE);
        // An article that has both directions tells of two things.
        let here = |j: &usize| {
            let b = &self.stances[*j];
            b.row == a.row && b.up != a.up && a.outside == b.outside
        };
        let other_here = |j: usize| {
            here(&j) && j != best && self.strength(best, j) >= 0.7 * strength && self.stances[best].row != a.row
        };
        if all().any(|j| here(&j) && near(&j)) || (0..self.stances.len()).any(other_here) {
            return None;
        }
        let both = |row: usize| {
            all().any(|j| self.stances[j].row == row && row != a.row && self.stances[j].up == a.up && near(&j))
        };
        let mut holders: Vec<usize> =
            all().filter(against).filter(near).filter(|&j| !both(self.stances[j].row)).collect();
        let row = |j: &usize| self.stances[*j].row;
        let voices = |of: &[usize]| self.alignment.voices(of.iter().map(row));
        let same: Vec<usize> = all()
            .filter(|&j| {
                let b = &self.stances[j];
                b.up == a.up && b.row != a.row && self.strength(i, j) >= (strength - 1.0).min(0.6 * strength)
            })
            .collect();
        let (there, own) = (voices(&holders), voices(&same));
        // One against one, who has the weaker backing of what is said less surely of the same is told.
        let leaning = |up: bool| {
            let rows: Vec<usize> = all()
                .filter(|&j| self.stances[j].up == up && self.stances[j].row != a.row && !both(self.stances[j].row))
                .map(|j| self.stances[j].row)
                .collect();
            self.alignment.voices(rows)
        };
        if there <= own || strength < LEAST[usize::from(there >= 2)] {
            return None;
        }
        let detail = |s: &Stance| s.detail(&self.alignment.rows[s.row]) as i32;
        holders.sort_by(|&x, &y| self.strength(i, y).total_cmp(&self.strength(i, x)));
        Some(Opposition {
            at: (a.row, a.unit),
            others: holders.iter().map(|&j| (self.stances[j].row, self.stances[j].unit)).collect(),
            voices: there,
            leaning: leaning(!a.up) as i32 - leaning(a.up) as i32,
            detail: detail(&self.stances[best]) - detail(a),
            strength,
        })
    }
}
