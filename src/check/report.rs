//! Findings made of what a check knows: texts, places and confidence.

use super::{Scene, agree};
use crate::align::odd::Slip;
use crate::finding::{Applicability, Edit, Evidence, Finding, Fix, Severity, Stance};
use crate::rule::{Rule, Said};
use crate::source::{Loc, Span};
use crate::text::hangul;

/// What a check has found, before words are put to it.
#[derive(Clone, Debug)]
pub(super) struct Found {
    /// The wrong or disputed text.
    pub(super) at: Loc,
    /// What should stand there, best first.
    pub(super) expected: Vec<String>,
    /// How likely it is right.
    pub(super) confidence: f32,
    /// Whether it is proven (else the sources differ).
    pub(super) proven: bool,
    /// Places that have the expected value (of a dispute: the other sides).
    pub(super) others: Vec<Loc>,
    /// Why.
    pub(super) reasons: Vec<String>,
    /// The new text; none where the sources only differ and nobody knows what should stand there.
    pub(super) replacement: Option<String>,
    /// Whether the fix may be made without asking, as far as the rule lets it.
    pub(super) safe: bool,
}

impl Found {
    /// Returns what outlets tell otherwise of one person: a post, a body, a home.
    pub(super) fn of_person(at: Loc, expected: String, proven: bool, others: Vec<Loc>, reason: &str) -> Found {
        Found {
            at,
            expected: vec![expected],
            confidence: if proven { 0.75 } else { 0.6 },
            proven,
            others,
            reasons: vec![reason.to_owned()],
            replacement: None,
            safe: false,
        }
    }

    /// Returns the finding.
    pub(super) fn finding(self, scene: Scene<'_>, rule: &Rule) -> Finding {
        let text = scene.sources.slice(self.at);
        let severity = if self.proven { rule.severity } else { rule.severity.min(Severity::Warning) };
        let stance = if self.proven { Stance::Supports } else { Stance::Conflicts };
        let mut evidence: Vec<Evidence> = self.others.iter().map(|&at| Evidence { at, stance }).collect();
        evidence.dedup();
        let own = scene.sources.article(self.at.article).outlet.as_str();
        let mut others: Vec<&str> = Vec::new();
        for at in &self.others {
            let outlet = scene.sources.article(at.article).outlet.as_str();
            let other_name = self.expected.first().is_some_and(|e| aliased(scene, scene.sources.slice(*at), e));
            if outlet != own && !others.contains(&outlet) && !other_name {
                others.push(outlet);
            }
        }
        let said = Said { found: text, expected: &self.expected, outlet: own, others: &others, proven: self.proven };
        let message = rule.message(scene.rules.lang, &said);
        let fix = self.replacement.map(|to| {
            let mut edits = vec![Edit { at: self.at, text: to.clone() }];
            let article = scene.sources.article(self.at.article);
            edits.extend(agree::particle_after(&article.text, self.at, &to));
            let applicability = if self.safe { rule.fix } else { rule.fix.min(Applicability::Unsafe) };
            Fix { edits, applicability }
        });
        Finding {
            rule: rule.id.clone(),
            kind: rule.kind,
            at: self.at,
            message,
            expected: self.expected,
            severity,
            confidence: self.confidence,
            reasons: self.reasons,
            evidence,
            fix,
            event: scene.event.id,
        }
    }
}

/// Returns whether two words are two names of one thing: who has the one supports the other, but has not written it.
fn aliased(scene: Scene<'_>, word: &str, other: &str) -> bool {
    let begins = |word: &str, names: &[String]| names.iter().any(|n| word.starts_with(n.as_str()));
    word != other && scene.rules.aliases.iter().any(|names| begins(word, names) && begins(other, names))
}

/// Returns the place of a span in the article of a row.
pub(super) fn loc(row: &crate::align::Row<'_>, span: Span) -> Loc {
    Loc { article: row.article(), span }
}

/// Returns which letters were slipped, for people.
pub(super) fn explain(slip: Slip) -> Option<String> {
    let Slip::Syllable(s) = slip else { return None };
    let (a, b) = (hangul::split(s.from)?, hangul::split(s.to)?);
    let pairs = [
        ("첫소리", hangul::CHOSEONG[a.0 as usize], hangul::CHOSEONG[b.0 as usize]),
        ("가운뎃소리", hangul::JUNGSEONG[a.1 as usize], hangul::JUNGSEONG[b.1 as usize]),
        ("받침", hangul::JONGSEONG[a.2 as usize], hangul::JONGSEONG[b.2 as usize]),
    ];
    let parts: Vec<String> = pairs
        .iter()
        .filter(|(_, x, y)| x != y)
        .map(|(name, x, y)| {
            let side = |c: char| if c == '\0' { "없음".to_owned() } else { c.to_string() };
            let near = if hangul::keys_touch(*x, *y) { ", 두벌식 옆 글쇠" } else { "" };
            format!("{name} {}/{}{near}", side(*y), side(*x))
        })
        .collect();
    Some(parts.join(", "))
}
