//! Pairs that answer two questions whatever the words around them: ends of a stretch, parts of a whole and the whole, records
//! of two people.

use super::super::context::only_change;
use super::super::figure::{self, Class};
use super::Field;
use super::signs::names;
use crate::claim::Value;

/// Returns whether what stands behind a score says that it is how a game stood before its end: 24-24까지, 3-3으로 맞선, 11-11
/// 동점.
pub fn is_on_the_way(behind: &str) -> bool {
    ["까지", "에서 ", "로 맞", "으로 맞", " 동점", " 상황"].iter().any(|w| behind.starts_with(w))
}

impl Field<'_, '_> {
    /// Returns whether the two days are the ends of a stretch that an outlet states: 28일 and 29일 of 28∼29일.
    pub(super) fn are_ends(&self, i: usize, j: usize) -> bool {
        let (Value::Date(a), Value::Date(b)) = (self.value(i), self.value(j)) else { return false };
        let (first, last) = if a.from <= b.from { (a.from, b.to) } else { (b.from, a.to) };
        // 6일부터 12일까지 and 6일부터 18일까지 are two stretches, not the ends of one.
        *self.class == Class::Day
            && first.is_some()
            && a.from == a.to
            && b.from == b.to
            && self
                .mentions
                .iter()
                .any(|m| matches!(&m.claim.value, Value::Date(d) if d.from != d.to && d.from == first && d.to == last))
    }

    /// Returns whether the two count goals or home runs of two people (강도현의 시즌 14호, 장민호의 19호), or are ranks
    /// of two (정규시즌 1위 파도단, 3위 바람단).
    pub(super) fn is_other_record(&self, i: usize, j: usize) -> bool {
        match self.class {
            Class::Ordinal(of) if of == "호" => {
                names(self.alignment, &self.mentions[i], &self.mentions[j]) == Some(false)
            }
            // 2018년 제4차 회의 is not that of this year.
            Class::Ordinal(of) if matches!(of.as_str(), "회" | "차" | "대") => {
                self.is_of_other_year(i) != self.is_of_other_year(j)
            }
            // 24-24까지 갔다: how it stood on the way.
            Class::Score => self.is_on_the_way(i) != self.is_on_the_way(j),
            Class::Ordinal(of) if of == "위" => {
                self.likeness.questions(i, j).other_owner || self.is_former(i) != self.is_former(j)
            }
            _ => false,
        }
    }

    /// Returns whether one of two figures of a count of votes is that of the end, and the other that of some hour before:
    /// 최종 개표에서 53.6%, 개표율 99.7% 기준 53.5%.
    pub(super) fn are_two_counts(&self, i: usize, j: usize) -> bool {
        if !matches!(self.class, Class::Percent) && !matches!(self.class, Class::Count(of) if of == "표") {
            return false;
        }
        let doc = |k: usize| &self.alignment.rows[self.row(k)].reading.doc;
        let ended = |text: &str| ["최종 개표", "개표가 끝", "개표를 마", "최종 득표"].iter().any(|w| text.contains(w));
        let is_final = |k: usize| {
            let sentence = doc(k).sentences[self.mentions[k].claim.sentence as usize].span;
            ended(doc(k).slice(sentence))
        };
        // 개표율 99.7% 기준이다. 찬성은 46.5%에 그쳤다: the sentence beside it tells as well.
        let running = |k: usize| {
            let s = self.mentions[k].claim.sentence as usize;
            let beside = s.saturating_sub(1)..(s + 2).min(doc(k).sentences.len());
            beside.into_iter().any(|s| doc(k).slice(doc(k).sentences[s].span).contains("개표율")) && !ended(doc(k).text)
        };
        (is_final(i) && running(j)) || (is_final(j) && running(i))
    }

    /// Returns whether a score is how a game stood before its end.
    fn is_on_the_way(&self, i: usize) -> bool {
        let m = &self.mentions[i];
        let behind = self.alignment.rows[m.row].reading.doc.text.get(m.claim.span.end()..).unwrap_or("");
        is_on_the_way(behind)
    }

    /// Returns whether one of two steps is what something was raised or lowered to, and the other is not: `대응 1단계를 발령했다`,
    /// `2단계로 올렸다`.
    pub(super) fn are_steps(&self, i: usize, j: usize) -> bool {
        let moved = |k: usize| {
            let m = &self.mentions[k];
            let text = self.alignment.rows[m.row].reading.doc.text;
            let behind = text.get(m.claim.span.end()..).unwrap_or("");
            ["로 올", "로 격상", "로 높", "로 상향", "로 낮", "로 하향", "로 내", "로 강화"]
                .iter()
                .any(|w| behind.starts_with(w))
        };
        matches!(self.class, Class::Ordinal(of) if of == "단계") && moved(i) != moved(j)
    }

    /// Returns whether a rank is what something held before: `지금까지 1위는 지난해였다`.
    pub(super) fn is_former(&self, figure: usize) -> bool {
        let m = &self.mentions[figure];
        let row = &self.alignment.rows[m.row];
        let first = row.sentence(row.sentence_of(m.unit) as u32).start;
        let doc = &row.reading.doc;
        let word = |i: usize| doc.slice(doc.tokens[row.units[i].token as usize].span);
        (first..m.unit).rev().take(2).any(|i| matches!(word(i), "지금까지" | "이제까지" | "종전" | "기존" | "이전"))
    }

    /// Returns whether the first is the second and another figure of its sentence together, which the sentence of the
    /// first does not have: 13척, 구조정 4척과 어선 9척.
    pub(super) fn is_sum(&self, first: usize, second: usize) -> bool {
        let size = |i: usize| figure::size(&self.mentions[i].claim.value);
        let (Some(whole), Some(part)) = (size(first), size(second)) else { return false };
        let sentence = |i: usize| (self.row(i), self.mentions[i].claim.sentence);
        !matches!(self.class, Class::Day | Class::Month | Class::Year | Class::Time | Class::Ordinal(_))
            && (0..self.mentions.len())
                .filter(|&j| j != second && sentence(j) == sentence(second))
                .filter(|&j| size(j).is_some_and(|other| other > 0 && part + other == whole))
                .any(|j| {
                    // 2년 거치를 포함해 5년 has the part, and says that it is one.
                    !(0..self.mentions.len())
                        .any(|k| sentence(k) == sentence(first) && size(k) == size(j) && !self.is_included(k, first))
                })
    }

    /// Returns whether words between two figures of one sentence make the first a part of the second: `2년 거치를 포함해 5년`.
    pub(super) fn is_included(&self, part: usize, whole: usize) -> bool {
        let (a, b) = (self.mentions[part].claim.span, self.mentions[whole].claim.span);
        let text = self.alignment.rows[self.row(part)].reading.doc.text;
        text.get(a.end()..b.start())
            .is_some_and(|between| ["포함", "합쳐", "합해", "더해"].iter().any(|w| between.contains(w)))
    }

    /// Returns whether the first is what something was before it became a value that the row of the other has too, and the
    /// other is not: 2.2%에서 2.5%로, where `물가는 2.5%, 성장률은 1.9%` stands elsewhere.
    pub(super) fn is_left_behind(&self, first: usize, other: usize) -> bool {
        if !matches!(self.class, Class::Money | Class::Count(_) | Class::Percent | Class::Measure(_)) {
            return false;
        }
        let text = |k: usize| self.alignment.rows[self.row(k)].reading.doc.text;
        let behind = |k: usize| text(k).get(self.mentions[k].claim.span.end()..).unwrap_or("");
        if !behind(first).starts_with("에서 ") || self.row(first) == self.row(other) {
            return false;
        }
        let became = |k: usize| {
            self.row(k) == self.row(first)
                && self.mentions[k].claim.sentence == self.mentions[first].claim.sentence
                && self.mentions[k].claim.span.start().checked_sub(self.mentions[first].claim.span.end())
                    == Some("에서 ".len())
                && behind(k).starts_with(['로', '으', '까'])
        };
        let base = ["에서", "보다", "이던", "였던", "이었", "대비", ")에서", ")보다"];
        let before = ["종전", "기존", "이전", "지난", "직전", "작년", "전년", "전월", "당초", "애초"];
        let sentence = self.alignment.rows[self.row(other)].reading.doc.sentences
            [self.mentions[other].claim.sentence as usize]
            .span
            .start();
        let lead = text(other).get(sentence..self.mentions[other].claim.span.start()).unwrap_or("");
        !base.iter().any(|w| behind(other).starts_with(w))
            && !before.iter().any(|w| lead.contains(w))
            && (0..self.mentions.len()).any(|k| became(k) && self.is_held(k, self.row(other)) && !self.agrees(k, other))
    }

    /// Returns whether the two are the parts of one whole that both sentences tell: `60분까지로 20분 길어진다` and
    /// `40분에서 60분으로`.
    pub(super) fn are_parts(&self, i: usize, j: usize) -> bool {
        if matches!(self.class, Class::Day | Class::Month | Class::Year | Class::Time | Class::Ordinal(_)) {
            return false;
        }
        let size = |k: usize| figure::size(self.value(k));
        let (Some(a), Some(b)) = (size(i), size(j)) else { return false };
        // 2시간 안에 돌려주면 된다. 지금까지는 50분이었다.
        let tells = |of: usize| {
            let sentence = self.mentions[of].claim.sentence;
            (0..self.mentions.len()).any(|k| {
                self.row(k) == self.row(of)
                    && (sentence.saturating_sub(1)..=sentence).contains(&self.mentions[k].claim.sentence)
                    && size(k) == Some(a + b)
            })
        };
        a > 0 && b > 0 && a != b && tells(i) && tells(j)
    }

    /// Returns whether two days or times are of two things as far as their sentences say: 오전 6시 현재 and 오후 6시 기준 are
    /// two states of one event (two minutes of one, 5시 10분 and 5시 50분, beside the same figures are not), and a day on which
    /// something was said is no stretch of days.
    pub(super) fn are_other_times(&self, i: usize, j: usize) -> bool {
        let dated = match (self.value(i), self.value(j)) {
            (Value::Time { .. }, Value::Time { .. }) => false,
            (Value::Date(a), Value::Date(b)) if *self.class == Class::Day => (a.from == a.to) != (b.from == b.to),
            _ => return false,
        };
        let question = self.likeness.questions(i, j);
        let exact = |k: usize| matches!(self.value(k), Value::Time { minute: Some(1..), .. });
        let states = question.frames && !(question.neighbours > 0 && exact(i) && exact(j));
        let (a, b) = (&self.mentions[i], &self.mentions[j]);
        let copied = || only_change(&self.alignment.rows[a.row], a.unit, &self.alignment.rows[b.row], b.unit);
        (dated && question.one_reported) || (states && !copied())
    }
}
