//! A value told of another thing: `야간권은 5.2% 오른다` where others have `주간권 5.2%, 야간권 4.9%`.
//!
//! The value stands in the other articles as well, so that it is not absent: what tells is that they have it behind
//! another word, and another value behind the word that it stands behind here.

use super::super::figure::{self, Class};
use super::super::question::{alike, sentence};
use super::super::status::status_words;
use super::{Field, Pair};
use crate::claim::MICRO;

/// Words that weigh less than this tell nothing of what a figure is said of.
const TELLING: f32 = 0.8;

/// How many words before a figure may tell what it is said of.
const REACH: usize = 5;

/// 조사 of what a figure is said of, not of what else goes on beside it (`10월부터`, `가격을`).
const OF: &[&str] = &["", "은", "는", "이", "가", "의", "도", "에", "에서", "에는", "에서는", "만"];

/// Words that take up what was said before, so that what a figure is said of stands elsewhere.
const TAKEN_UP: &[&str] = &["이", "이곳", "여기", "이들", "그", "다른", "나머지", "그중", "이중", "가운데"];

/// Words before a total, or before what holds now: they tell of no thing of its own.
const OF_ALL: &[&str] = &["모두", "총", "전체", "합계", "합쳐", "다", "지금", "현재", "약", "각각"];

/// 조사 of what each value of a row is said of.
const OF_ROW: &[&str] = &["", "은", "는", "이", "가", "도", "의"];

impl Field<'_, '_> {
    /// Returns how many voices have the second behind a word of the first, where whoever has the first has it behind a word
    /// of its own, and one of them has both as values of a row: at most 2.
    pub(super) fn moved(&self, pair: &Pair<'_>) -> f32 {
        let &Pair { first, second, .. } = pair;
        let kind = match self.class {
            Class::Money | Class::Count(_) | Class::Percent => true,
            Class::Measure(of) => *of != "time",
            _ => false,
        };
        let few = |i: usize| figure::size(self.value(i)).is_none_or(|n| n.abs() < 10 * MICRO && n % MICRO == 0);
        if !kind
            || few(first)
            || few(second)
            || self.outside[first]
            || self.status(first) != self.status(second)
            || self.is_of_behind(first)
            || [first, second].iter().any(|&i| self.is_step(i))
        {
            return 0.0;
        }
        let words = self.labels(first);
        words.iter().map(|&w| self.moved_from(w, words, pair)).max().unwrap_or(0).min(2) as f32
    }

    fn moved_from(&self, word: usize, words: &[usize], pair: &Pair<'_>) -> usize {
        let &Pair { first, own, holders, .. } = pair;
        let home = self.row(first);
        let rows = &self.alignment.rows;
        let same = |u: (usize, usize), word: usize| alike(&rows[u.0], u.1, &rows[home], word);
        let has = |j: usize| self.labels(j).iter().any(|&u| same((self.row(j), u), word));
        // 카드 of two years, and of two banks, has two values.
        let in_row = |row: usize| (0..self.mentions.len()).filter(move |&j| self.row(j) == row);
        if in_row(home).any(|j| !self.agrees(first, j) && has(j)) {
            return 0;
        }
        let elsewhere: Vec<usize> = own.iter().copied().filter(|&j| self.row(j) != home && !self.outside[j]).collect();
        // Whoever has the first says of what, and it is nothing of what is said here.
        let shares = |&j: &usize| self.labels(j).iter().any(|&u| words.iter().any(|&w| same((self.row(j), u), w)));
        if elsewhere.is_empty() || elsewhere.iter().any(shares) {
            return 0;
        }
        let mut rows_with: Vec<usize> =
            holders.iter().filter(|&&j| has(j)).map(|&j| self.row(j)).filter(|&r| r != home).collect();
        rows_with.dedup();
        rows_with.retain(|&r| !in_row(r).any(|j| !holders.contains(&j) && has(j)));
        let sentence = |j: usize| self.mentions[j].claim.sentence;
        let apart = |j: usize, h: usize| {
            if self.row(h) == self.row(j) && has(h) { sentence(h).abs_diff(sentence(j)) } else { u32::MAX }
        };
        let nearest = |j: usize| holders.iter().map(|&h| apart(j, h)).min().unwrap_or(u32::MAX);
        // 현금 3억원 등 모두 5억원, 74건에서 39건으로: no two values of a row.
        if elsewhere.iter().any(|&j| nearest(j) == 0 && !self.is_of_row(j)) {
            return 0;
        }
        if !elsewhere.iter().any(|&j| rows_with.contains(&self.row(j)) && nearest(j) <= 1 && self.is_of_row(j)) {
            return 0;
        }
        self.alignment.voices(rows_with)
    }

    fn status(&self, figure: usize) -> u64 {
        let m = &self.mentions[figure];
        status_words(&self.alignment.rows[m.row], m.unit)
    }

    /// Returns whether the word right before a figure is what it is said of, as in a row of values: 장갑은 17.3%, 평년(412㎜).
    fn is_of_row(&self, figure: usize) -> bool {
        let m = &self.mentions[figure];
        let row = &self.alignment.rows[m.row];
        let doc = &row.reading.doc;
        let before = m.unit.checked_sub(1).filter(|&i| i >= sentence(row, m.unit).start);
        before.is_some_and(|i| {
            let u = &row.units[i];
            let token = &doc.tokens[u.token as usize];
            !u.figure
                && !token.is_deed()
                && OF_ROW.contains(&doc.slice(token.josa()))
                && !OF_ALL.contains(&doc.slice(u.span))
        })
    }

    /// Returns whether a figure is where something came from or got to from another: 0.3%에서 0.4%로.
    fn is_step(&self, figure: usize) -> bool {
        let m = &self.mentions[figure];
        let text = &self.alignment.rows[m.row].reading.doc.text;
        let (before, behind) = (&text[..m.claim.span.start()], text.get(m.claim.span.end()..).unwrap_or(""));
        before.trim_end().ends_with("에서") && behind.starts_with(['로', '으']) || behind.starts_with("에서")
    }

    /// Returns whether what a figure is said of stands behind it: 38위인 대표팀, 8명은 경상.
    fn is_of_behind(&self, figure: usize) -> bool {
        let m = &self.mentions[figure];
        let row = &self.alignment.rows[m.row];
        let behind = row.reading.doc.text.get(m.claim.span.end()..).unwrap_or("");
        ["인 ", "은 ", "는 ", "의 "].iter().any(|j| behind.starts_with(j))
    }

    /// Returns the words before a figure in its clause that tell what it is said of, the nearest first; none where they take
    /// up what was said before.
    fn labels(&self, figure: usize) -> &[usize] {
        self.labels[figure].get_or_init(|| self.read_labels(figure))
    }

    fn read_labels(&self, figure: usize) -> Vec<usize> {
        let m = &self.mentions[figure];
        let row = &self.alignment.rows[m.row];
        let doc = &row.reading.doc;
        let alike = |i: usize| {
            let claim = row.units[i].claim.filter(|_| row.units[i].figure);
            claim.is_some_and(|c| figure::class(&row.reading.claims[c as usize].value).as_ref() == Some(self.class))
        };
        let start = sentence(row, m.unit).start;
        let segment = || (start..m.unit).rev().take(REACH).take_while(|&i| !row.units[i].clause_end && !alike(i));
        if segment().any(|i| TAKEN_UP.contains(&doc.slice(row.units[i].span))) {
            return Vec::new();
        }
        segment()
            .filter(|&i| {
                let u = &row.units[i];
                let token = &doc.tokens[u.token as usize];
                !u.figure
                    && !token.is_deed()
                    && self.alignment.words.weight(u.sense) >= TELLING
                    && OF.contains(&doc.slice(token.josa()))
            })
            .collect()
    }
}
