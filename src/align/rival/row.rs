//! Rows of one table: what is told of 어른 is not told of 청소년, nor what is told of 1분기 of 상반기.

use super::super::figure::Class;
use super::super::question::sentence;
use super::Field;

/// Words of which one figure is said of one only, those that mean the same side by side.
const ROWS: &[&[&[&str]]] = &[
    &[&["1분기"], &["2분기"], &["3분기"], &["4분기"], &["상반기"], &["하반기"], &["연간", "한해"]],
    &[&["구형"], &["선고", "실형"]],
    &[
        &["어른", "성인"],
        &["청소년", "중고생", "중고교생", "중학생", "고등학생", "고교생"],
        &["어린이", "초등학생", "초등생"],
        &["대학생"],
        &["경로", "노인", "어르신"],
    ],
    &[&["남성", "남자", "남학생"], &["여성", "여자", "여학생"]],
    &[&["국비"], &["도비"], &["시비"], &["군비"], &["구비"], &["지방비"], &["민자"]],
    &[&["1심"], &["2심", "항소심"], &["3심", "상고심", "대법원"]],
    &[&["평일"], &["주말", "휴일"]],
    &[&["본예산"], &["추경", "추경안", "추가경정예산"]],
    &[&["내수", "내수용"], &["수출"]],
];

/// Which of the sets is that of periods, and which that of what a court does.
const PERIODS: usize = 0;
const DEEDS: usize = 1;

/// How many words before a figure may say of which row it is.
const REACH: usize = 8;

impl Field<'_, '_> {
    /// Returns whether the words before two figures say that they stand in two rows of one table.
    pub(super) fn are_of_two_rows(&self, i: usize, j: usize) -> bool {
        if !matches!(self.class, Class::Money | Class::Count(_) | Class::Percent | Class::Measure(_)) {
            return false;
        }
        let (a, b) = (self.table_rows(i), self.table_rows(j));
        a.iter().any(|x| b.iter().any(|y| x.0 == y.0 && x.1 != y.1) && !b.iter().any(|y| x == y))
    }

    /// Returns whether two figures stand in lists of one thing at two times: `30대는 7만명 늘고 20대는 11만2000명 줄었다`, `30대는
    /// 9만1000명 늘고 20대는 18만3000명 줄었다`; another word of both has two values as well, which neither row has of the other.
    pub(super) fn are_of_two_lists(&self, i: usize, j: usize) -> bool {
        if !matches!(self.class, Class::Money | Class::Count(_) | Class::Percent | Class::Measure(_))
            || self.row(i) == self.row(j)
            || !self.likeness.tied(i, j)
        {
            return false;
        }
        let beside = |of: usize| {
            let sentence = self.mentions[of].claim.sentence;
            (0..self.mentions.len())
                .filter(move |&k| k != of && self.row(k) == self.row(of) && self.mentions[k].claim.sentence == sentence)
        };
        beside(i).any(|k| {
            !self.is_held(k, self.row(j))
                && beside(j).any(|l| self.likeness.tied(k, l) && !self.agrees(k, l) && !self.is_held(l, self.row(i)))
        })
    }

    /// Returns the rows that the words before a figure in its clause name, as the number of the set and of the row in it; the
    /// nearest of each set.
    fn table_rows(&self, figure: usize) -> &[(usize, usize)] {
        self.table_rows[figure].get_or_init(|| self.read_table_rows(figure))
    }

    fn read_table_rows(&self, figure: usize) -> Vec<(usize, usize)> {
        let m = &self.mentions[figure];
        let row = &self.alignment.rows[m.row];
        let start = sentence(row, m.unit).start;
        let mut out: Vec<(usize, usize)> = Vec::new();
        for i in (start..m.unit).rev().take(REACH) {
            let unit = &row.units[i];
            // A value of the same sort ends what is said of this one.
            if unit.clause_end || (unit.figure && unit.class == row.units[m.unit].class) {
                break;
            }
            let word = row.reading.doc.slice(unit.span);
            for (set, rows) in ROWS.iter().enumerate().filter(|(set, _)| out.iter().all(|o| o.0 != *set)) {
                if let Some(of) = rows.iter().position(|r| r.contains(&word)) {
                    out.push((set, of));
                    break;
                }
            }
        }
        // 징역 7년을 구형했다, 징역 4년이 선고됐다: what is done with it stands behind.
        let end = row.sentence(row.sentence_of(m.unit) as u32).end;
        for i in (m.unit + 1..end).take(REACH) {
            let unit = &row.units[i];
            let word = row.reading.doc.slice(unit.span);
            if let Some(of) = ROWS[DEEDS].iter().position(|r| r.iter().any(|w| word.starts_with(w))) {
                out.retain(|o| o.0 != DEEDS);
                out.push((DEEDS, of));
                break;
            }
            if unit.clause_end {
                break;
            }
        }
        // 1분기 영업이익은 … 늘었다. 매출은 9120억원이다: the quarter goes on.
        if out.iter().all(|o| o.0 != PERIODS) {
            out.extend(self.period_before(m.row, m.claim.sentence).map(|of| (PERIODS, of)));
        }
        out
    }

    /// Returns the row of the one period that the sentence before, in one paragraph, names.
    fn period_before(&self, row: usize, sentence: u32) -> Option<usize> {
        let row = &self.alignment.rows[row];
        let doc = &row.reading.doc;
        let before = sentence.checked_sub(1)?;
        if doc.sentences[before as usize].block != doc.sentences[sentence as usize].block {
            return None;
        }
        let named = row.sentence(before).filter_map(|i| {
            let word = doc.slice(row.units[i].span);
            ROWS[PERIODS].iter().position(|r| r.contains(&word))
        });
        let mut named = named.collect::<Vec<_>>();
        named.dedup();
        if let [one] = named[..] { Some(one) } else { None }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sets_are_where_they_are_looked_for() {
        assert!(ROWS[PERIODS].contains(&["1분기"].as_slice()) && ROWS[DEEDS].contains(&["구형"].as_slice()));
    }
}
