//! Evidence gathered by what it says: who says the same, in how many articles, how often.

use super::{Item, Spot};
use crate::finding::{Applicability, Evidence, Lang, Stance};

/// A piece of evidence with its place.
pub(crate) type Entry<'a> = (Evidence, Spot<'a>);

/// The places that say the same in the same words.
#[derive(Debug)]
pub(crate) struct Group<'a> {
    /// Whether they support what is expected, or are another side of the disagreement.
    pub(crate) stance: Stance,
    /// The places in the order of the evidence; at least one.
    pub(crate) places: Vec<&'a Entry<'a>>,
}

impl<'a> Group<'a> {
    /// Returns the words.
    pub(crate) fn text(&self) -> &'a str {
        self.first().text
    }

    /// Returns the place to show for all.
    pub(crate) fn first(&self) -> &'a Spot<'a> {
        &self.places[0].1
    }

    /// Returns the first place in each article, in the order of the evidence, and how often it stands there.
    pub(crate) fn articles(&self) -> Vec<(&'a Entry<'a>, usize)> {
        let mut firsts: Vec<(&Entry<'_>, usize)> = Vec::new();
        for place in &self.places {
            match firsts.iter_mut().find(|(first, _)| first.0.at.article == place.0.at.article) {
                Some(first) => first.1 += 1,
                None => firsts.push((place, 1)),
            }
        }
        firsts
    }

    /// Returns in how many articles it stands and how often: `4개 기사 23회`.
    pub(crate) fn tally(&self, lang: Lang) -> String {
        match (lang, self.articles().len(), self.places.len()) {
            (Lang::Ko, a, n) => format!("{a}개 기사 {n}회"),
            (Lang::En, 1, n) => format!("1 article, {n}x"),
            (Lang::En, a, n) => format!("{a} articles, {n}x"),
        }
    }
}

/// Returns the evidence of a finding by stance and words: what supports first, then the other sides, each by number.
pub(crate) fn groups<'a>(item: &'a Item<'a>) -> Vec<Group<'a>> {
    let mut groups: Vec<Group<'_>> = Vec::new();
    for entry in &item.evidence {
        match groups.iter_mut().find(|g| g.stance == entry.0.stance && g.text() == entry.1.text) {
            Some(g) => g.places.push(entry),
            None => groups.push(Group { stance: entry.0.stance, places: vec![entry] }),
        }
    }
    groups.sort_by_key(|g| (g.stance, std::cmp::Reverse(g.places.len())));
    groups
}

/// Returns how often each outlet supports what is expected, in whatever words (1조3000억원, 1조3천억원), the most frequent first.
pub(crate) fn outlets<'a>(item: &Item<'a>) -> Vec<(&'a str, usize)> {
    let mut counts: Vec<(&str, usize)> = Vec::new();
    for (_, spot) in item.evidence.iter().filter(|(e, _)| e.stance == Stance::Supports) {
        match counts.iter_mut().find(|c| c.0 == spot.outlet) {
            Some(c) => c.1 += 1,
            None => counts.push((spot.outlet, 1)),
        }
    }
    counts.sort_by_key(|c| std::cmp::Reverse(c.1));
    counts
}

/// Returns whether the sources differ and no side has won.
pub(crate) fn disputed(item: &Item<'_>) -> bool {
    item.evidence.iter().any(|(e, _)| e.stance == Stance::Conflicts)
}

/// Returns the change that is proposed and what to call it, by how sure it is: `고침`, `고침(확인 필요)`.
pub(crate) fn fix<'a>(item: &Item<'a>, lang: Lang) -> Option<(&'static str, &'a str)> {
    let finding = item.finding;
    let fix = finding.fix.as_ref()?;
    let head = match (lang, fix.applicability) {
        (Lang::Ko, Applicability::Display) => "제안",
        (Lang::Ko, Applicability::Unsafe) => "고침(확인 필요)",
        (Lang::Ko, Applicability::Safe) => "고침",
        (Lang::En, Applicability::Display) => "suggestion",
        (Lang::En, Applicability::Unsafe) => "fix (confirm)",
        (Lang::En, Applicability::Safe) => "fix",
    };
    Some((head, &fix.edits.first()?.text))
}

/// Returns what is behind a finding as plain lines, for formats that know one message only.
///
/// ```text
/// 이데일리 ‘오세훈’ 4개 기사 23회 (edaily.md:13:108)
/// 첫소리 ㅎ/ㅇ, 두벌식 옆 글쇠
/// 고침 오세운 -> 오세훈
/// ```
pub(crate) fn lines(item: &Item<'_>, lang: Lang) -> Vec<String> {
    let mut lines: Vec<String> = groups(item)
        .iter()
        .map(|g| {
            let s = g.first();
            format!("{} ‘{}’ {} ({}:{}:{})", s.outlet, s.text, g.tally(lang), s.path, s.start.line, s.start.column)
        })
        .collect();
    lines.extend(item.finding.reasons.iter().cloned());
    lines.extend(fix(item, lang).map(|(head, text)| format!("{head} {} -> {text}", item.at.text)));
    lines
}
