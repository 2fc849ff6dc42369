//! How much what is measured usually comes to: a road is no 2.4m long.

use super::names::table;
use super::units::unit_of;
use serde::Deserialize;
use std::ops::Range;

/// The table of `rules/lexicon/extents.toml`.
#[derive(Debug, Default)]
pub struct Extents {
    extents: Vec<Extent>,
}

/// What is measured, and between which bounds it lies, both of them in base units of the dimension.
#[derive(Debug)]
struct Extent {
    of: Vec<Box<str>>,
    dimension: &'static str,
    from: f64,
    to: f64,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    extents: Vec<Line>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Line {
    unit: String,
    from: f64,
    to: f64,
    of: Vec<Box<str>>,
}

impl Extents {
    /// Returns the table that is part of the program.
    pub fn embedded() -> Extents {
        let file: File = table(include_str!("../../../rules/lexicon/extents.toml"));
        let extent = |line: Line| {
            let unit = unit_of(&line.unit)?;
            let base = unit.factor as f64 / 1e6;
            Some(Extent { of: line.of, dimension: unit.dimension, from: line.from * base, to: line.to * base })
        };
        Extents { extents: file.extents.into_iter().filter_map(extent).collect() }
    }

    /// Returns the bounds, in base units of the dimension, of what a figure at bytes `from..to` of a sentence measures: by
    /// the word nearest before it, or else behind it; none where no word of the table stands in the sentence.
    pub fn around(&self, sentence: &str, figure: Range<usize>, dimension: &str) -> Option<(f64, f64)> {
        self.nearest(sentence, figure, |e| e.dimension == dimension).map(|e| (e.from, e.to))
    }

    /// Returns the dimension of what a figure at bytes `from..to` of a sentence measures, of those given: 토사 has a volume.
    pub fn dimension(&self, sentence: &str, figure: Range<usize>, of: &[&str]) -> Option<&'static str> {
        self.nearest(sentence, figure, |e| of.contains(&e.dimension)).map(|e| e.dimension)
    }

    fn nearest(&self, sentence: &str, figure: Range<usize>, take: impl Fn(&Extent) -> bool) -> Option<&Extent> {
        let (before, behind) = (sentence.get(..figure.start)?, sentence.get(figure.end..)?);
        let last = |e: &Extent| e.of.iter().filter_map(|w| before.rfind(&**w).map(|at| at + w.len())).max();
        let first = |e: &Extent| e.of.iter().filter_map(|w| behind.find(&**w)).min();
        let known = || self.extents.iter().filter(|e| take(e));
        let nearest = known().filter_map(|e| Some((last(e)?, e))).max_by_key(|p| p.0);
        nearest.or_else(|| known().filter_map(|e| Some((first(e)?, e))).min_by_key(|p| p.0)).map(|p| p.1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_measured_bounds_it() {
        let extents = Extents::embedded();
        let fits = |sentence: &str, figure: &str, dimension: &str, base: f64| {
            let at = sentence.find(figure).unwrap();
            let bounds = extents.around(sentence, at..at + figure.len(), dimension);
            bounds.map(|(from, to)| (from..=to).contains(&base))
        };
        let road = "읍내로 드는 군도 2.4㎞ 구간이 막혔다";
        assert_eq!(fits(road, "2.4㎞", "length", 2_400.0), Some(true));
        assert_eq!(fits(road, "2.4㎞", "length", 2.4), Some(false));
        // 도로 stands farther off than 폭.
        assert_eq!(fits("도로는 폭 6m로 넓어진다", "6m", "length", 6.0), Some(true));
        assert_eq!(fits("트럭에는 고철 21㎏이 실려 있었다", "21㎏", "mass", 21_000.0), Some(false));
        assert_eq!(fits("택배 상자는 21㎏이다", "21㎏", "mass", 21_000.0), None);
    }

    #[test]
    fn every_line_of_the_table_names_a_unit() {
        let file: File = table(include_str!("../../../rules/lexicon/extents.toml"));
        assert_eq!(file.extents.len(), Extents::embedded().extents.len());
        assert!(file.extents.iter().all(|e| e.from < e.to && !e.of.is_empty()));
    }
}
