//! Findings set against labels.
//!
//! A finding meets a label if its place, of a dispute also that of a conflicting side, overlaps the labelled text. The
//! first that meets a label is a hit, the surest first; a second is a duplicate, and what meets none is false.

use super::{Gold, Label};
use crate::finding::{Finding, Kind, Severity, Stance};
use std::collections::BTreeMap;

/// What a finding is, as the labels have it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Judgement {
    /// It is the first to meet the label of this index.
    Hit(usize),
    /// It meets the label of this index, which was met already.
    Duplicate(usize),
    /// It meets none; and the tempting difference of this index, if it fell for one.
    False(Option<usize>),
    /// It counts neither for nor against: it is on an optional text, or of severity info.
    Aside,
}

/// The findings of one event as judged.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Judged {
    /// What each finding is, in their order.
    pub findings: Vec<Judgement>,
    /// For each label, the finding that hits it.
    pub hits: Vec<Option<usize>>,
}

/// Returns what the findings of an event are, as its labels have it.
pub fn judge(gold: &Gold, findings: &[Finding]) -> Judged {
    let mut judged = Judged { findings: vec![Judgement::Aside; findings.len()], hits: vec![None; gold.labels.len()] };
    let mut order: Vec<usize> = (0..findings.len()).filter(|&i| findings[i].severity > Severity::Info).collect();
    order.sort_by(|&a, &b| findings[b].confidence.total_cmp(&findings[a].confidence).then(a.cmp(&b)));
    for i in order {
        let finding = &findings[i];
        let met: Vec<usize> = (0..gold.labels.len()).filter(|&l| meets(finding, &gold.labels[l])).collect();
        let here = |r: &super::Remark| finding.at.overlaps(r.at);
        judged.findings[i] = match (met.iter().find(|&&l| judged.hits[l].is_none()), met.last()) {
            (Some(&label), _) => {
                judged.hits[label] = Some(i);
                Judgement::Hit(label)
            }
            (None, Some(&label)) => Judgement::Duplicate(label),
            (None, None) if gold.optional.iter().any(here) => Judgement::Aside,
            (None, None) => Judgement::False(gold.tempting.iter().position(here)),
        };
    }
    judged
}

fn meets(finding: &Finding, label: &Label) -> bool {
    if label.certain {
        return finding.at.overlaps(label.at);
    }
    let conflicting = finding.evidence.iter().filter(|e| e.stance == Stance::Conflicts).map(|e| e.at);
    let mut places = std::iter::once(finding.at).chain(conflicting);
    places.any(|place| place.overlaps(label.at) || label.other.iter().any(|&side| place.overlaps(side)))
}

/// The figures of one kind.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct ByKind {
    /// Labels of it.
    pub gold: usize,
    /// Labels of it that were hit, by a finding of whatever kind.
    pub hit: usize,
    /// False findings of it.
    pub r#false: usize,
    /// Findings of it on a label that was hit already.
    pub duplicate: usize,
}

/// The judgements of many events added up.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Score {
    /// Events.
    pub clusters: usize,
    /// Articles in them.
    pub articles: usize,
    /// Labels.
    pub gold: usize,
    /// Labels that were hit.
    pub hit: usize,
    /// False findings.
    pub r#false: usize,
    /// Findings on a label that was hit already.
    pub duplicate: usize,
    /// Hits of the label's kind.
    pub right_kind: usize,
    /// Hits on errors for which a right text is labelled.
    pub certain_hit: usize,
    /// Of those, the ones that offer that text.
    pub right_value: usize,
    /// Tempting differences.
    pub tempting: usize,
    /// False findings on one of them.
    pub tempted: usize,
    /// Articles of events without a label.
    pub clean_articles: usize,
    /// False findings on them.
    pub false_on_clean: usize,
    /// The same by kind.
    pub kinds: BTreeMap<Kind, ByKind>,
}

impl Score {
    /// Adds the findings of an event.
    pub fn add(&mut self, gold: &Gold, articles: usize, findings: &[Finding], judged: &Judged) {
        self.clusters += 1;
        self.articles += articles;
        self.tempting += gold.tempting.len();
        self.clean_articles += if gold.labels.is_empty() { articles } else { 0 };
        for (finding, &judgement) in findings.iter().zip(&judged.findings) {
            let row = self.kinds.entry(finding.kind).or_default();
            match judgement {
                Judgement::Hit(_) | Judgement::Aside => {}
                Judgement::Duplicate(_) => {
                    self.duplicate += 1;
                    row.duplicate += 1;
                }
                Judgement::False(tempted) => {
                    self.r#false += 1;
                    row.r#false += 1;
                    self.tempted += usize::from(tempted.is_some());
                    self.false_on_clean += usize::from(gold.labels.is_empty());
                }
            }
        }
        for (label, hit) in gold.labels.iter().zip(&judged.hits) {
            let row = self.kinds.entry(label.kind).or_default();
            self.gold += 1;
            row.gold += 1;
            let Some(finding) = hit.map(|i| &findings[i]) else { continue };
            self.hit += 1;
            row.hit += 1;
            self.right_kind += usize::from(finding.kind == label.kind);
            if label.certain && !label.expected.is_empty() {
                self.certain_hit += 1;
                self.right_value += usize::from(offers(finding, &label.expected));
            }
        }
        self.kinds.retain(|_, row| *row != ByKind::default());
    }

    /// Returns the labels that were not hit.
    pub fn miss(&self) -> usize {
        self.gold - self.hit
    }

    /// Returns how many of all reports are hits, from 0 to 1; 1 where nothing was reported.
    pub fn precision(&self) -> f64 {
        share(self.hit, self.hit + self.r#false + self.duplicate)
    }

    /// Returns how many of all labels were hit, from 0 to 1; 1 where there is none.
    pub fn recall(&self) -> f64 {
        share(self.hit, self.gold)
    }

    /// Returns the harmonic mean of precision and recall.
    pub fn f1(&self) -> f64 {
        let (p, r) = (self.precision(), self.recall());
        if p + r > 0.0 { 2.0 * p * r / (p + r) } else { 0.0 }
    }

    /// Returns false findings for each article of the events without a label.
    pub fn false_per_clean_article(&self) -> f64 {
        if self.clean_articles == 0 { 0.0 } else { share(self.false_on_clean, self.clean_articles) }
    }
}

/// Returns whether a text that the finding expects or puts in holds one of the labelled, or is held by it.
fn offers(finding: &Finding, wanted: &[String]) -> bool {
    let put_in = finding.fix.as_ref().and_then(|f| f.edits.first()).map(|e| &e.text);
    let mut offered = finding.expected.iter().chain(put_in).filter(|o| !o.is_empty());
    offered.any(|o| wanted.iter().any(|w| o.contains(w.as_str()) || w.contains(o.as_str())))
}

/// Returns the part of the whole, from 0 to 1; 1 of nothing.
pub fn share(part: usize, whole: usize) -> f64 {
    if whole == 0 { 1.0 } else { part as f64 / whole as f64 }
}

#[cfg(test)]
mod tests {
    use super::super::Remark;
    use super::*;
    use crate::finding::Evidence;
    use crate::source::{ArticleId, Loc, Span};

    fn at(article: u32, start: usize) -> Loc {
        Loc { article: ArticleId(article), span: Span::new(start, start + 6) }
    }

    fn finding(at: Loc, confidence: f32, expected: &str) -> Finding {
        Finding {
            rule: "count-mismatch".to_owned(),
            kind: Kind::Count,
            at,
            expected: vec![expected.to_owned()],
            severity: Severity::Warning,
            confidence,
            message: String::new(),
            reasons: Vec::new(),
            evidence: Vec::new(),
            fix: None,
            event: 1,
        }
    }

    fn label(at: Loc, other: &[Loc], certain: bool) -> Label {
        Label {
            kind: Kind::Count,
            at,
            other: other.to_vec(),
            expected: vec!["12명".to_owned()],
            evidence: Vec::new(),
            certain,
            note: String::new(),
        }
    }

    #[test]
    fn the_surest_finding_hits_and_the_next_is_a_duplicate() {
        let gold = Gold {
            labels: vec![label(at(0, 10), &[], true), label(at(1, 50), &[at(0, 90)], false)],
            tempting: vec![Remark { at: at(2, 0), why: String::new() }],
            optional: vec![Remark { at: at(2, 30), why: String::new() }],
            ..Gold::default()
        };
        let mut side = finding(at(3, 0), 0.7, "13명");
        side.evidence.push(Evidence { at: at(0, 92), stance: Stance::Conflicts });
        let mut info = finding(at(2, 60), 0.9, "1명");
        info.severity = Severity::Info;
        let findings = [
            finding(at(0, 12), 0.6, "13명"),
            finding(at(0, 8), 0.9, "12명"),
            side,
            finding(at(2, 3), 0.8, "1명"),
            finding(at(2, 30), 0.8, "1명"),
            info,
        ];
        let judged = judge(&gold, &findings);
        assert_eq!(
            judged.findings,
            [
                Judgement::Duplicate(0),
                Judgement::Hit(0),
                Judgement::Hit(1),
                Judgement::False(Some(0)),
                Judgement::Aside,
                Judgement::Aside
            ]
        );
        let mut score = Score::default();
        score.add(&gold, 4, &findings, &judged);
        assert_eq!((score.hit, score.miss(), score.r#false, score.duplicate), (2, 0, 1, 1));
        assert_eq!((score.right_kind, score.certain_hit, score.right_value, score.tempted), (2, 1, 1, 1));
        assert_eq!((score.precision(), score.recall()), (0.5, 1.0));
    }

    #[test]
    fn a_certain_label_is_not_met_by_evidence() {
        let gold = Gold { labels: vec![label(at(0, 10), &[], true)], ..Gold::default() };
        let mut beside = finding(at(1, 0), 0.7, "12명");
        beside.evidence.push(Evidence { at: at(0, 10), stance: Stance::Conflicts });
        assert_eq!(judge(&gold, &[beside]).findings, [Judgement::False(None)]);
    }
}
