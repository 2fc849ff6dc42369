//! What a run says, as plain data: a finding knows places and words, and nothing of rules, Korean or colours.

mod fingerprint;
mod fix;
mod lang;
pub mod settle;
mod turn;

pub use fingerprint::fingerprints;
pub use fix::{Applicability, Edit, Fix};
pub use lang::Lang;
pub use turn::turn_to_checked;

use crate::source::{ArticleId, Loc, Problem};

/// What differs; the names are those of the gold format.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, serde::Deserialize, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// A person's name.
    PersonName,
    /// A person's role, office or affiliation.
    PersonTitle,
    /// A place.
    PlaceName,
    /// An organisation, facility, product or event.
    OrgName,
    /// A day, month or year.
    Date,
    /// A clock time.
    Time,
    /// An amount of money.
    Money,
    /// A number of people, things or times.
    Count,
    /// A percentage, percentage point or ratio.
    Percent,
    /// Area, length, weight, speed, temperature.
    Measure,
    /// A rank or an ordinal.
    Ordinal,
    /// Words of an utterance.
    Quote,
    /// A direction: 증가/감소, 찬성/반대.
    Polarity,
    /// Any other word.
    Term,
    /// A particle that does not fit the sound before it.
    Particle,
    /// A weekday that is not that of its date.
    Weekday,
    /// Figures of one article that do not add up.
    Sum,
    /// A name and its gloss in hanja or roman letters.
    Gloss,
}

impl Kind {
    /// All kinds, in the order of the gold format's table.
    pub const ALL: [Kind; 18] = [
        Kind::PersonName,
        Kind::PersonTitle,
        Kind::PlaceName,
        Kind::OrgName,
        Kind::Date,
        Kind::Time,
        Kind::Money,
        Kind::Count,
        Kind::Percent,
        Kind::Measure,
        Kind::Ordinal,
        Kind::Quote,
        Kind::Polarity,
        Kind::Term,
        Kind::Particle,
        Kind::Weekday,
        Kind::Sum,
        Kind::Gloss,
    ];

    /// Returns the name in files and reports, such as `person-name`.
    pub fn name(self) -> &'static str {
        match self {
            Kind::PersonName => "person-name",
            Kind::PersonTitle => "person-title",
            Kind::PlaceName => "place-name",
            Kind::OrgName => "org-name",
            Kind::Date => "date",
            Kind::Time => "time",
            Kind::Money => "money",
            Kind::Count => "count",
            Kind::Percent => "percent",
            Kind::Measure => "measure",
            Kind::Ordinal => "ordinal",
            Kind::Quote => "quote",
            Kind::Polarity => "polarity",
            Kind::Term => "term",
            Kind::Particle => "particle",
            Kind::Weekday => "weekday",
            Kind::Sum => "sum",
            Kind::Gloss => "gloss",
        }
    }
}

/// How much an editor should care.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, serde::Deserialize, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Severity {
    /// Worth knowing, not worth stopping for.
    Info,
    /// Sources differ; either side may be right.
    Warning,
    /// Proven wrong: by a majority, by the article itself, by arithmetic or the calendar.
    Error,
}

impl Severity {
    /// Returns `info`, `warning` or `error`.
    pub fn name(self) -> &'static str {
        match self {
            Severity::Info => "info",
            Severity::Warning => "warning",
            Severity::Error => "error",
        }
    }
}

/// What a piece of evidence says about the finding.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Stance {
    /// Has the expected value.
    Supports,
    /// Has another side of a disagreement that nobody has won.
    Conflicts,
}

/// A place that bears on a finding.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Evidence {
    /// Where it stands.
    pub at: Loc,
    /// What it says.
    pub stance: Stance,
}

/// One wrong or disputed place.
#[derive(Clone, PartialEq, Debug)]
pub struct Finding {
    /// The rule that found it, such as `person-name-variant`.
    pub rule: String,
    /// What differs.
    pub kind: Kind,
    /// The shortest text that is wrong.
    pub at: Loc,
    /// What should stand there, best first; empty where nobody knows.
    pub expected: Vec<String>,
    /// How much it matters.
    pub severity: Severity,
    /// How likely the report is right, from 0 to 1.
    pub confidence: f32,
    /// One sentence that stands alone, in the language of the run.
    pub message: String,
    /// Why, in short lines: which jamo, which key, which sum, who says what.
    pub reasons: Vec<String>,
    /// The other places.
    pub evidence: Vec<Evidence>,
    /// The change that mends it.
    pub fix: Option<Fix>,
    /// The number of its event, from 1.
    pub event: u32,
}

#[cfg(test)]
impl Finding {
    /// Returns the finding of a misspelt name, with nothing in it that a test does not ask for.
    pub(crate) fn of_name(at: Loc) -> Finding {
        Finding {
            rule: "person-name-variant".to_owned(),
            kind: Kind::PersonName,
            at,
            expected: Vec::new(),
            severity: Severity::Error,
            confidence: 0.9,
            message: String::new(),
            reasons: Vec::new(),
            evidence: Vec::new(),
            fix: None,
            event: 1,
        }
    }
}

/// An event and its articles.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct EventInfo {
    /// Its number, from 1.
    pub id: u32,
    /// Its articles in reading order.
    pub articles: Vec<ArticleId>,
}

/// A rule as reports show it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct RuleInfo {
    /// Its name.
    pub id: String,
    /// What it finds.
    pub kind: Kind,
    /// One line.
    pub summary: String,
    /// A paragraph for the reporter who wants to argue.
    pub why: String,
}

/// How much was compared.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Tally {
    /// Values that at least one other outlet states too, alike or not.
    pub compared: u32,
    /// Values that no other outlet could be asked about.
    pub not_comparable: u32,
    /// Values that another outlet confirms.
    pub confirmed: u32,
}

/// Everything a run found.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Outcome {
    /// The findings, by article and place.
    pub findings: Vec<Finding>,
    /// The events.
    pub events: Vec<EventInfo>,
    /// The rules that were applied.
    pub rules: Vec<RuleInfo>,
    /// What could not be read.
    pub problems: Vec<Problem>,
    /// How much was compared.
    pub tally: Tally,
}
