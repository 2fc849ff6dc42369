//! Accord: how surely two directions are said of one thing.

use super::clause::{behind, josa, lemma, value};
use super::context::anchors;
use super::court::{are_of_two_courts, is_verdict};
use super::figure::{self, Agreement, Class};
use super::question::alike;
use super::stance::{Stance, comes_up, is_most};
use super::status::status_words;
use super::subject::{
    are_rate_and_worth, have_two_goals, is_bout, is_change, is_crossed, is_kind, is_one, is_one_name,
};
use super::{Alignment, Row};
use crate::claim::Value;

/// Returns whether what two stances are said of is what some answered, in the same words: `이직을 고민했다는 교사`.
fn one_answer(a: &Row<'_>, x: &Stance, b: &Row<'_>, y: &Stance) -> bool {
    let answer = |row: &Row<'_>, of: &Stance| {
        let doc = &row.reading.doc;
        let first = *of.cores.iter().min()?;
        let verb = first.checked_sub(1).filter(|&v| row.sentence_of(v) == row.sentence_of(first))?;
        let said = doc.slice(doc.tokens[row.units[verb].token as usize].span);
        let before = verb.checked_sub(1).filter(|&v| row.sentence_of(v) == row.sentence_of(first))?;
        (said.ends_with("다는") || said.ends_with("라는")).then_some([before, verb])
    };
    match (answer(a, x), answer(b, y)) {
        (Some(p), Some(q)) => p.into_iter().zip(q).all(|(i, j)| alike(a, i, b, j)),
        _ => false,
    }
}

/// Returns whether the same person is named near two directions.
fn one_named(a: &Row<'_>, i: usize, b: &Row<'_>, j: usize) -> bool {
    let near = |row: &Row<'_>, at: usize| {
        let all = row.sentence(row.sentence_of(at) as u32);
        all.start.max(at.saturating_sub(4))..all.end.min(at + 5)
    };
    let there = near(b, j);
    let long = |u: &usize| a.units[*u].name && a.units[*u].span.len() >= 6;
    near(a, i).filter(long).any(|u| there.clone().any(|v| b.units[v].name && a.units[u].word == b.units[v].word))
}

/// Returns whether a direction is said of all that a firm has earned: 기대를 밑도는 1분기 성적.
fn is_of_all(row: &Row<'_>, at: usize) -> bool {
    let end = row.sentence(row.sentence_of(at) as u32).end;
    let word = |u: usize| row.reading.doc.slice(row.units[u].span);
    (at + 1..end.min(at + 4)).any(|u| ["성적", "실적"].iter().any(|w| word(u).starts_with(w)))
}

/// Returns whether two directions stand between one rate and one amount of three digits and more: `4.1% 내린 3만2650원`.
fn one_result(a: &Row<'_>, x: &Stance, b: &Row<'_>, y: &Stance) -> bool {
    let result = |row: &Row<'_>, of: &Stance| {
        let next = of.unit + 1;
        let amount = |u: &usize| match value(row, *u) {
            Some(Value::Money { amount, .. } | Value::Count { amount, .. }) => amount.low >= 100 * amount.step,
            _ => false,
        };
        (next < row.units.len() && row.sentence_of(next) == row.sentence_of(of.unit)).then_some(next).filter(amount)
    };
    let rate = |row: &Row<'_>, of: &Stance| {
        of.figures.iter().copied().find(|&u| matches!(value(row, u), Some(Value::Percent { .. })))
    };
    let (Some(i), Some(j)) = (result(a, x), result(b, y)) else { return false };
    let (Some(p), Some(q)) = (rate(a, x), rate(b, y)) else { return false };
    a.units[i].word == b.units[j].word && a.units[p].word == b.units[q].word
}

/// Returns whether what two stances are said of is one proposal, of which an event has one of a name, whatever stands before
/// it: 노조의 충원안, 인력 충원안.
fn one_proposal(a: &Row<'_>, x: &Stance, b: &Row<'_>, y: &Stance) -> bool {
    let proposal = |row: &Row<'_>, i: usize| {
        let word = row.reading.doc.slice(row.units[i].span);
        word.len() >= 9 && word.ends_with('안')
    };
    x.cores.iter().any(|&i| proposal(a, i) && y.cores.iter().any(|&j| a.units[i].word == b.units[j].word))
}

/// Returns whether a direction tells how a trial came out.
fn is_tried(row: &Row<'_>, at: usize) -> bool {
    matches!(lemma(row, at), "성공" | "실패")
}

/// Returns whether a direction is what somebody thinks of a motion, not what came of it.
fn is_opinion(row: &Row<'_>, at: usize) -> bool {
    let word = lemma(row, at);
    word.starts_with("찬성") || word.starts_with("반대") || matches!(word, "동의" | "지지")
}

/// Returns whether a direction is whether somebody appeals.
fn is_plea(row: &Row<'_>, at: usize) -> bool {
    matches!(lemma(row, at), "항소" | "상고" | "항고")
}

/// Returns whether two units name one charge in the same words.
fn equal(a: &Row<'_>, i: usize, b: &Row<'_>, j: usize) -> bool {
    let common = |word: &str| matches!(word, "혐의" | "부분" | "위반" | "판결" | "선고" | "피고인" | "대해서");
    a.units[i].sense == b.units[j].sense && !common(a.reading.doc.slice(a.units[i].span))
}

/// Words that end in 씨 and are no surname with it.
const NO_NAMES: &[&str] = &["날씨", "솜씨", "글씨", "불씨", "말씨", "아씨"];

/// Returns whether two names are of one person, of whom one is called by the surname only: 구모 and 구씨, 노 후보 and 노하람.
fn one_surname(a: &Row<'_>, i: usize, b: &Row<'_>, j: usize) -> bool {
    let (x, y) = (a.reading.doc.slice(a.units[i].span), b.reading.doc.slice(b.units[j].span));
    let alone = |row: &Row<'_>, at: usize, word: &str| {
        (row.units[at].name && word.len() == 3)
            || (word.len() == 6 && word.ends_with('씨') && !NO_NAMES.contains(&word))
    };
    let whole = |row: &Row<'_>, at: usize, word: &str| {
        (row.units[at].name && word.len() <= 9) || (word.len() == 6 && word.ends_with('모'))
    };
    x.get(..3) == y.get(..3)
        && ((alone(a, i, x) && (whole(b, j, y) || alone(b, j, y))) || (alone(b, j, y) && whole(a, i, x)))
}

/// How two stances of opposite directions go together.
#[derive(Clone, Copy, PartialEq, Debug, Default)]
struct Fit {
    /// What the nouns that both are said of tell.
    shared: f32,
    /// What those tell that the sentence of the other lacks, of the first and of the second.
    apart: [f32; 2],
    /// What other telling words around both tell.
    around: f32,
    /// Whether both are set against one thing (1), two (-1), or one of them against something (0.5).
    base: f32,
    /// Whether the figures are the same (1), not (-1), or one has one (0.5).
    figure: f32,
    /// Status words of one of them only.
    status: f32,
    /// Copied words around both.
    anchors: f32,
    /// Whether they tell of two days, months or years.
    dates: f32,
    /// Whether nothing but their sentences tells that they are said of one thing.
    copied: bool,
    /// Whether all that both are said of is a name.
    named_only: bool,
    /// Whether the one is of how much there is and the other of how high something stands.
    crossed: bool,
    /// Whether the figure that is the same is what came of the change: 1200억원으로 늘었다.
    level: bool,
    /// Whether the head of what the one is said of is not in the sentence of the other, which is said of a word before it.
    beheaded: bool,
}

impl Fit {
    /// Returns whether what one of the two is said of tells much that the other lacks, and no figure ties them.
    fn is_loose(&self) -> bool {
        self.figure < 1.0 && self.shared < 0.66 * (self.shared + self.apart[0].max(self.apart[1]))
    }

    /// Returns whether only one of two changes is said to be set against something, so that the other may be set against
    /// something else.
    fn unlike(&self, row: &Row<'_>, at: usize) -> bool {
        self.base == 0.5 && (matches!(self.figure, 0.5 | DATED) || self.level) && is_change(row, at)
    }
}

impl Stance {
    /// Returns how surely this one and another are said of one thing; none where they are not, or where what they are set
    /// against, their figures or their times are two.
    pub(super) fn strength(&self, alignment: &Alignment<'_>, other: &Stance) -> Option<f32> {
        let fit = self.fit(alignment, other)?;
        let apart = fit.apart[0].max(fit.apart[1]);
        let two = fit.figure < 0.0 || fit.base < 0.0;
        // 오른 채 장을 시작했다, 내린 채 마감했다; somebody who succeeds in one thing may fail in another.
        let at_other_moments = self.opens() != other.opens();
        let named_only = fit.named_only && fit.around == 0.0 && is_tried(&alignment.rows[self.row], self.unit);
        if two || (fit.figure < 1.0 && (fit.dates > 0.0 || at_other_moments || named_only)) || fit.is_loose() {
            return None;
        }
        // 서울 수출, 부산 수출: each has what the other lacks. A body that did something a sentence before is not what grew.
        let lone_name = fit.named_only && (self.carried || other.carried);
        if fit.figure < 1.0 && (fit.apart[0].min(fit.apart[1]) > TWO || lone_name) {
            return None;
        }
        // 전달보다 줄었다, 4% 늘었다: who does not say against what may mean another time.
        let unlike = fit.unlike(&alignment.rows[self.row], self.unit);
        // The only thing that the two have in common is that the one is a part of what the other is of: 버스, 버스 노선.
        if fit.figure < 1.0 && fit.beheaded {
            return None;
        }
        let one = |yes: bool| f32::from(u8::from(yes));
        let strength = fit.shared + 0.25 * fit.around.min(6.0) - 0.8 * fit.apart[0].min(fit.apart[1]) - 0.25 * apart
            + 2.5 * one(fit.figure >= 1.0 && !(fit.level && fit.base == 0.5))
            + one(fit.base >= 1.0)
            + 0.4 * (fit.anchors - 1.0).max(0.0)
            - 0.8 * fit.status
            - one(unlike)
            - one(fit.crossed);
        Some(strength)
    }

    /// Returns whether both are said of somebody or something with a name, and no name is in both.
    pub(super) fn names_another(&self, alignment: &Alignment<'_>, other: &Stance) -> bool {
        let (a, b) = (&alignment.rows[self.row], &alignment.rows[other.row]);
        let named = |row: &Row<'_>, of: &Stance| -> Vec<usize> {
            of.cores.iter().copied().filter(|&i| row.units[i].name).collect()
        };
        let (x, y) = (named(a, self), named(b, other));
        !x.is_empty()
            && !y.is_empty()
            && !x.iter().any(|&i| y.iter().any(|&j| is_one_name(a, i, b, j) || one_surname(a, i, b, j)))
    }

    /// Returns whether one of two holds in a place of which the other does not speak, which speaks of another place or name:
    /// 지방에서 내렸다, 서울이 올랐다.
    pub(super) fn holds_elsewhere(&self, alignment: &Alignment<'_>, other: &Stance) -> bool {
        let (a, b) = (&alignment.rows[self.row], &alignment.rows[other.row]);
        let lacks = |row: &Row<'_>, i: usize, beside: &Row<'_>, of: &Stance| {
            !beside.sentence(beside.sentence_of(of.unit) as u32).any(|j| alike(row, i, beside, j))
        };
        let away = |row: &Row<'_>, x: &Stance, beside: &Row<'_>, y: &Stance| {
            x.scope.is_some_and(|s| {
                let places = y.scope.into_iter().chain(y.cores.iter().copied().filter(|&j| beside.units[j].name));
                lacks(row, s, beside, y) && places.into_iter().any(|j| lacks(beside, j, row, x))
            })
        };
        away(a, self, b, other) || away(b, other, a, self)
    }

    /// Returns whether it is told to hold in a place or body by name: 호남에서는.
    pub(super) fn is_of_a_place(&self, alignment: &Alignment<'_>) -> bool {
        let row = &alignment.rows[self.row];
        self.scope.is_some_and(|s| row.units[s].name && josa(row, s) != "에서")
    }

    /// Returns whether this is said of a word that stands before the head of what the other is said of, and has nothing of
    /// that head: 버스 of 버스 노선. What has a name goes by it.
    fn is_part(&self, row: &Row<'_>, other: &Stance, beside: &Row<'_>) -> bool {
        let (Some(own), Some(head)) = (self.head, other.head) else { return false };
        let sentence = row.sentence(row.sentence_of(self.unit) as u32);
        // 배임, 배임 혐의: one charge.
        self.cores.contains(&own)
            && other.cores.contains(&head)
            && !is_verdict(row, self.unit)
            && !row.units[own].name
            && !sentence.clone().any(|i| alike(row, i, beside, head))
            && other.cores.iter().any(|&j| j != head && j + 1 == head && alike(row, own, beside, j))
    }

    /// Returns whether scores that both tell are told from one side; true where either tells none.
    fn is_one_side(&self, a: &Row<'_>, other: &Stance, b: &Row<'_>) -> bool {
        let score = |row: &Row<'_>, of: &Stance| match value(row, *of.figures.first()?)? {
            Value::Score { left, right } => Some((left.low, right.low)),
            _ => None,
        };
        let (Some(p), Some(q)) = (score(a, self), score(b, other)) else { return true };
        match (self.subject, other.subject) {
            (Some(i), Some(j)) => alike(a, i, b, j),
            _ => p == q,
        }
    }

    /// Returns whether this one and another are said of two things that have a noun in common.
    pub(super) fn are_two(&self, alignment: &Alignment<'_>, other: &Stance) -> bool {
        let (own, theirs) = (&alignment.rows[self.row], &alignment.rows[other.row]);
        // 내릴 것으로 봤다 is no statement that it fell.
        let hoped = is_change(&alignment.rows[self.row], self.unit) && self.open != other.open;
        hoped
            || are_of_two_courts(own, self.unit, theirs, other.unit)
            || !self.is_one_side(&alignment.rows[self.row], other, &alignment.rows[other.row])
            || match self.fit(alignment, other) {
                Some(f) => {
                    !f.copied
                        && (f.unlike(&alignment.rows[self.row], self.unit)
                            || f.crossed
                            || f.base < 0.0
                            || f.is_loose()
                            || f.apart[0].min(f.apart[1]) > TWO)
                }
                // What each is said of is known, and nothing of it is one thing.
                None => {
                    !self.cores.is_empty() && !other.cores.is_empty()
                        || is_bout(&alignment.rows[self.row], self.unit)
                        || is_crossed(&alignment.rows[self.row], self.unit, &alignment.rows[other.row], other.unit)
                }
            }
    }

    /// Returns how this one goes together with another.
    fn fit(&self, alignment: &Alignment<'_>, other: &Stance) -> Option<Fit> {
        let (a, b) = (&alignment.rows[self.row], &alignment.rows[other.row]);
        // 전망치를 웃돌았다 and 지난해보다 낮았다 are two things.
        if comes_up(a, self.unit) != comes_up(b, other.unit) {
            return None;
        }
        // 반대 6표, 가결됐다: who was against, and what came of it.
        if is_opinion(a, self.unit) != is_opinion(b, other.unit) {
            return None;
        }
        // 찬성 토론에 나선 한 의원, 반대 토론자: two, but where one is named both times.
        if (self.debate || other.debate) && !(self.debate && other.debate && one_named(a, self.unit, b, other.unit)) {
            return None;
        }
        // 혐의 일부는 무죄로 봤다.
        let in_part = |row: &Row<'_>, at: usize| {
            let start = row.sentence(row.sentence_of(at) as u32).start;
            (start..at).rev().take(4).any(|u| row.reading.doc.slice(row.units[u].span).starts_with("일부"))
        };
        if is_verdict(a, self.unit) && in_part(a, self.unit) != in_part(b, other.unit) {
            return None;
        }
        // 주의보를 내렸다, 주의보는 내려지지 않았다: of what is given out only that it is not says the opposite.
        if self.act != other.act || (self.act && lemma(a, self.unit) != lemma(b, other.unit)) {
            return None;
        }
        if self.act && have_two_goals(a, self.unit, b, other.unit) {
            return None;
        }
        if are_rate_and_worth(a, self.unit, b, other.unit) {
            return None;
        }
        // 1심에서 무죄, 2심에서 유죄.
        if are_of_two_courts(a, self.unit, b, other.unit) {
            return None;
        }
        let weight = |row: &Row<'_>, i: usize| alignment.words.weight(row.units[i].sense);
        let crossed = is_crossed(a, self.unit, b, other.unit);
        let mut fit = Fit { named_only: !self.cores.is_empty(), crossed, ..Fit::default() };
        for &i in &self.cores {
            if other.cores.iter().any(|&j| is_one(a, i, b, j)) {
                fit.shared += weight(a, i);
                fit.named_only &= a.units[i].name;
            } else if other.cores.iter().any(|&j| one_surname(a, i, b, j)) {
                fit.shared += 1.0;
            }
        }
        // 경쟁률이 가장 높은 곳, 가장 낮은 곳: of two things, but where one name is at both ends.
        let carried = (self.carried || other.carried) && !is_bout(a, self.unit);
        if !carried && self.names_another(alignment, other) || self.holds_elsewhere(alignment, other) {
            return None;
        }
        let most = [is_most(a, self.unit), is_most(b, other.unit)];
        let one_name = || self.cores.iter().any(|&i| a.units[i].name && other.cores.iter().any(|&j| alike(a, i, b, j)));
        if most != [false; 2] && !(most == [true; 2] && one_name()) {
            return None;
        }
        // 기타대출 is a kind of 대출.
        let kinds = [kinds(a, &self.cores, b, &other.cores), kinds(b, &other.cores, a, &self.cores)];
        let one_base = matches!((self.base, other.base), (Some(i), Some(j)) if base_alike(a, i, b, j));
        let expected = |row: &Row<'_>, of: &Stance| {
            of.base.is_some_and(|i| EXPECTED.iter().any(|w| row.reading.doc.slice(row.units[i].span).starts_with(w)))
        };
        // 기대를 밑도는 성적표, 영업이익은 전망치를 웃돌았다: who leaves the subject out means the one that all speak of.
        let whole = is_of_all(a, self.unit) || is_of_all(b, other.unit);
        let unsaid = whole || self.carried || other.carried || self.cores.is_empty() || other.cores.is_empty();
        let one_hope = unsaid && expected(a, self) && expected(b, other);
        // 지난해 파업보다 오백여 명 줄었습니다, 지난해 파업 때보다 500명 넘게 늘었다.
        let one_change = unsaid && one_base && !crossed && are_equal(a, &self.figures, b, &other.figures);
        if fit.shared == 0.0 {
            fit.named_only = false;
        }
        if fit.shared == 0.0 && (one_hope || one_change) {
            fit.shared = 1.0;
        }
        // An event has one that turns from loss to profit.
        if fit.shared == 0.0 && self.turn && other.turn {
            fit.shared = 2.0;
        }
        // 이직을 고민했다는 교사, 이직을 고민했다는 응답.
        let one_answer = fit.shared == 0.0 && one_answer(a, self, b, other);
        if one_answer {
            fit.shared = 2.0;
        }
        // 주가는 4.1% 내린 3만2650원, 종가는 1280원(4.1%) 오른 3만2650원: what rose by so much to the same amount is one thing.
        let one_result = fit.shared == 0.0 && one_result(a, self, b, other);
        if one_result {
            fit.shared = 2.0;
        }
        // 문이든 의원은 찬성 토론에 나섰다: which side one takes of a motion.
        let one_debate = self.debate && other.debate;
        if one_debate {
            fit.shared = fit.shared.max(1.5);
        }
        let hinted = one_hope || one_change || one_answer || one_result || one_debate || (self.turn && other.turn);
        fit.crossed &= !hinted;
        if fit.shared == 0.0 {
            // In a copied sentence everything else is the same, whatever it is said of.
            if copied(a, self.unit, b, other.unit) < COPIED {
                return None;
            }
            fit.shared = 2.0;
            fit.copied = true;
            fit.named_only = false;
        }
        let lacks = |x: &Stance, row: &Row<'_>, y: &Stance, beside: &Row<'_>| -> f32 {
            let own = beside.sentence_of(y.unit) as u32;
            let there = beside.sentence(own);
            let there = if y.carried && own > 0 { beside.sentence(own - 1).start..there.end } else { there };
            let lack =
                |&&i: &&usize| !there.clone().any(|j| alike(row, i, beside, j) || one_surname(row, i, beside, j));
            x.cores.iter().filter(lack).map(|&i| weight(row, i)).sum()
        };
        if !fit.copied {
            let apart = [lacks(self, a, other, b), lacks(other, b, self, a)];
            fit.apart = [apart[0] + kinds[0], apart[1] + kinds[1]];
            if hinted || one_proposal(a, self, b, other) {
                fit.apart = [0.0, 0.0];
            }
            // 직무상 횡령 혐의는 무죄, 횡령은 유죄: who says less of a charge means the same one.
            if (is_verdict(a, self.unit) || self.act || is_plea(a, self.unit))
                && self.cores.iter().any(|&i| other.cores.iter().any(|&j| equal(a, i, b, j)))
            {
                fit.apart = [fit.apart[0].min(fit.apart[1]); 2];
                fit.shared = fit.shared.max(2.0);
            }
        }
        for &i in &self.rest {
            if other.rest.iter().chain(&other.cores).any(|&j| alike(a, i, b, j)) {
                fit.around += weight(a, i);
            }
        }
        for &j in &other.rest {
            if self.cores.iter().any(|&i| alike(a, i, b, j)) {
                fit.around += weight(b, j);
            }
        }
        fit.base = match (self.base, other.base) {
            (Some(_), Some(_)) if one_base || (expected(a, self) && expected(b, other)) => 1.0,
            (Some(_), Some(_)) => -1.0,
            (None, None) => 0.0,
            _ => 0.5,
        };
        fit.figure = figures(a, &self.figures, b, &other.figures);
        let change = |row: &Row<'_>, of: &Stance| -> Vec<usize> {
            of.figures.iter().copied().filter(|&u| !behind(row, u).starts_with(['로', '으'])).collect()
        };
        fit.level = fit.figure >= 1.0 && figures(a, &change(a, self), b, &change(b, other)) < 1.0;
        fit.beheaded = self.is_part(a, other, b) || other.is_part(b, self, a);
        // 평년보다 낮다, 여전히 높다: what is high may be lower than another.
        if fit.base == 0.5 && fit.figure < 1.0 && matches!(lemma(a, self.unit), "높다" | "낮다" | "많다" | "적다")
        {
            return None;
        }
        // 광주는 3-1로 이겼다, 전주는 1-3으로 졌다: the two sides of one game.
        if fit.figure >= 1.0 && !self.is_one_side(a, other, b) {
            return None;
        }
        fit.status = (status_words(a, self.unit) ^ status_words(b, other.unit)).count_ones() as f32
            + 2.0 * (self.moments ^ other.moments).count_ones() as f32;
        let around = anchors(a, self.unit, b, other.unit, 6);
        fit.anchors = f32::from(around.left + around.right);
        // 지난해 1월 한파 때보다: with what it is set against, or in a copied sentence, the date tells as much.
        if fit.figure == DATED && (fit.base >= 1.0 || fit.anchors >= 4.0) {
            fit.figure = 1.0;
        }
        fit.dates = dates(a, self.unit, b, other.unit);
        Some(fit)
    }
}

/// Words for what was expected of a figure.
const EXPECTED: &[&str] = &["기대", "예상", "전망", "컨센서스", "추정치"];

/// Returns how much the words of the first tell beyond those of the second that they end with: `기타대출` beyond `대출`.
fn kinds(a: &Row<'_>, of_a: &[usize], b: &Row<'_>, of_b: &[usize]) -> f32 {
    fn text<'r>(row: &'r Row<'_>, i: usize) -> &'r str {
        row.reading.doc.slice(row.units[i].span)
    }
    let kind = |x: &str, y: &str| is_kind(x, y);
    let beyond = |&&i: &&usize| {
        let x = text(a, i);
        let equal = of_b.iter().any(|&j| a.units[i].sense == b.units[j].sense);
        !equal && of_b.iter().any(|&j| kind(x, text(b, j)))
    };
    of_a.iter().filter(beyond).count() as f32 * KIND
}

/// What is before a noun in a compound tells more than a common word of the event.
const KIND: f32 = 3.0;

/// Returns whether a day, month or year of the one sentence is not in the other, which has another.
fn dates(a: &Row<'_>, i: usize, b: &Row<'_>, j: usize) -> f32 {
    let (sa, sb) = (a.sentence(a.sentence_of(i) as u32), b.sentence(b.sentence_of(j) as u32));
    let date = |row: &Row<'_>, u: usize| {
        value(row, u).is_some_and(|v| matches!(figure::class(v), Some(Class::Day | Class::Month | Class::Year)))
    };
    let (mut clash, mut agree) = (false, false);
    for u in sa.filter(|&u| a.units[u].figure && date(a, u)) {
        for v in sb.clone().filter(|&v| b.units[v].figure && date(b, v)) {
            if let (Some(x), Some(y)) = (value(a, u), value(b, v)) {
                let same = figure::agreement(x, y) != Agreement::Differs;
                agree |= same;
                clash |= !same && figure::class(x) == figure::class(y);
            }
        }
    }
    f32::from(u8::from(clash && !agree))
}

/// What two phrases lack of each other tells more than this where they name two things.
const TWO: f32 = 0.8;

/// So many words around two directions are the same only in a copied sentence.
const COPIED: usize = 6;

/// Returns how many words around two units are the same to the word.
fn copied(a: &Row<'_>, i: usize, b: &Row<'_>, j: usize) -> usize {
    let (sa, sb) = (a.sentence(a.sentence_of(i) as u32), b.sentence(b.sentence_of(j) as u32));
    let same = |&(x, y): &(usize, usize)| a.units[x].word == b.units[y].word;
    let left = (sa.start..i).rev().zip((sb.start..j).rev()).take_while(same).count();
    left + (i + 1..sa.end).zip(j + 1..sb.end).take_while(same).count()
}

/// Returns whether two directions are set against one thing: 지난해보다, 지난해 같은 달보다.
fn base_alike(a: &Row<'_>, i: usize, b: &Row<'_>, j: usize) -> bool {
    let (x, y) = (a.reading.doc.slice(a.units[i].span), b.reading.doc.slice(b.units[j].span));
    let ago = || matches!((ago(a, i), ago(b, j)), (Some(p), Some(q)) if p == q);
    alike(a, i, b, j) || x.contains(y) || y.contains(x) || ago()
}

/// Words for the year, quarter, month, week and day before, and for how long ago they were.
const AGO: [(&[&str], &[&str]); 5] = [
    (&["지난해", "작년", "전년"], &["1년", "한 해", "일 년"]),
    (&["전분기", "1분기", "2분기", "3분기", "4분기"], &["석 달", "3개월", "세 달"]),
    (&["전달", "지난달", "전월"], &["한 달", "1개월"]),
    (&["지난주", "전주"], &["1주", "일주일", "1주일", "한 주"]),
    (&["전날", "전일", "어제", "거래일"], &["하루"]),
];

/// Returns how long before now the base of a direction is: 지난해보다, 전년보다, 1년 전보다; none where it is no time of
/// these.
fn ago(row: &Row<'_>, at: usize) -> Option<usize> {
    let doc = &row.reading.doc;
    let word = doc.slice(row.units[at].span);
    let short = word.chars().count() <= 4;
    AGO.iter()
        .position(|(names, lengths)| (short && names.iter().any(|w| word.starts_with(w))) || lengths.contains(&word))
}

/// What the same date beside two directions tells, of 1 that the same figure does.
const DATED: f32 = 0.75;

/// Returns whether two directions tell one figure, to the digit.
fn are_equal(a: &Row<'_>, of_a: &[usize], b: &Row<'_>, of_b: &[usize]) -> bool {
    let equal = |i: usize, j: usize| match (value(a, i), value(b, j)) {
        (Some(x), Some(y)) => {
            figure::agreement(x, y) == Agreement::Equal || figure::size(x).is_some_and(|n| figure::size(y) == Some(n))
        }
        _ => false,
    };
    of_a.iter().any(|&i| of_b.iter().any(|&j| a.units[i].class == b.units[j].class && equal(i, j)))
}

/// Returns whether any figure of two directions is the same (1), whether the nearest of both are of one class and differ
/// (-1), or whether there is any (0.5).
fn figures(a: &Row<'_>, of_a: &[usize], b: &Row<'_>, of_b: &[usize]) -> f32 {
    let of_day = |row: &Row<'_>, i: usize| {
        value(row, i)
            .is_some_and(|v| matches!(figure::class(v), Some(Class::Day | Class::Month | Class::Year | Class::Time)))
    };
    // 1분기 is within 상반기, and another time.
    let same = |i: usize, j: usize| match (value(a, i), value(b, j)) {
        (Some(x), Some(y)) if of_day(a, i) => figure::agreement(x, y) == Agreement::Equal,
        (Some(x), Some(y)) => figure::agreement(x, y) != Agreement::Differs,
        _ => false,
    };
    let equal = |i: usize, dated: bool| {
        of_day(a, i) == dated && of_b.iter().any(|&j| a.units[i].class == b.units[j].class && same(i, j))
    };
    if of_a.iter().any(|&i| equal(i, false)) {
        return 1.0;
    }
    let first = |row: &Row<'_>, of: &[usize]| of.iter().copied().find(|&u| !of_day(row, u)).or(of.first().copied());
    match (first(a, of_a), first(b, of_b)) {
        (Some(i), Some(j)) if a.units[i].class == b.units[j].class && !same(i, j) => -1.0,
        // 7일 늘린다고 했다, 7일 줄인다고 했다: much is told of one day.
        _ if of_a.iter().any(|&i| equal(i, true)) => DATED,
        (None, None) => 0.0,
        _ => 0.5,
    }
}
