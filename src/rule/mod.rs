//! Rules: what is wanted, as data (`rules/*.toml`); `check` does it.

use crate::claim::Lexicon;
use crate::finding::{Applicability, Kind, Severity};

/// What a rule does. The set is closed: a new *rule* is a file, a new *check* is a variant here and a file in `check`.
#[derive(Clone, PartialEq, Debug, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Check {
    /// Figures, days and times that answer the same question in several outlets.
    Compare(Compare),
    /// Names of persons, places and organisations that are spelt in two ways.
    Name(Name),
    /// Roles and affiliations of one person.
    Role(Role),
    /// Words that stand alone in aligned sentences.
    Wording(Wording),
    /// Words changed inside one utterance.
    Quote(Quote),
    /// Directions that contradict.
    Polarity(Polarity),
    /// 조사 after the wrong final sound.
    Particle(Particle),
    /// Weekday of a date.
    Weekday(Weekday),
    /// Arithmetic inside one article.
    Sum(Sum),
    /// A name and its gloss.
    Gloss(Gloss),
}

/// An ordered list of levels; the first that holds decides.
#[derive(Clone, PartialEq, Debug, Default, serde::Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Compare {
    /// The levels; the last is `else`.
    pub level: Vec<Level>,
}

/// One level of a comparison.
#[derive(Clone, PartialEq, Debug, serde::Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Level {
    /// The condition.
    pub when: When,
    /// What follows if it holds.
    pub then: Verdict,
    /// How much a conflict of this level is worth, from 0 to 1, before the alignment is weighed in.
    #[serde(default = "full")]
    pub weight: f32,
}

fn full() -> f32 {
    1.0
}

/// A condition on two values that answer the same question.
#[derive(Clone, PartialEq, Debug, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum When {
    /// The same value, however spelt.
    Equal,
    /// One is the other said less finely; `hedged`: the less fine one has 약, 여, 가량; `bare`: it has not.
    Rounds(Rounding),
    /// They differ by one of these factors.
    FactorOf(Vec<u32>),
    /// They differ by a swap of two neighbouring digits or by one digit.
    DigitSlip,
    /// One is the other in another unit or currency.
    OtherUnit,
    /// Always.
    Else,
}

/// How a less fine value is said.
#[derive(Clone, Copy, PartialEq, Eq, Debug, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Rounding {
    /// With a hedge.
    Hedged,
    /// Without one.
    Bare,
}

/// What two values mean for each other.
#[derive(Clone, Copy, PartialEq, Eq, Debug, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Verdict {
    /// They say the same.
    Agree,
    /// They contradict.
    Conflict,
    /// They cannot be compared.
    Unrelated,
}

/// Settings of the name check.
#[derive(Clone, PartialEq, Debug, serde::Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Name {
    /// At most this many letters (자모) differ.
    pub jamo_within: usize,
}

/// Settings of the role check.
#[derive(Clone, PartialEq, Debug, serde::Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Role {}

/// Settings of the wording check.
#[derive(Clone, PartialEq, Debug, serde::Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Wording {
    /// At most this many letters (자모) differ.
    pub jamo_within: usize,
    /// At least this many equal words stand around, at least one on each side.
    pub anchors: usize,
}

/// Settings of the quote check.
#[derive(Clone, PartialEq, Debug, serde::Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Quote {
    /// At least this share of the words is the same.
    pub same_share: f32,
}

/// Settings of the polarity check.
#[derive(Clone, PartialEq, Debug, serde::Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Polarity {}

/// Settings of the particle check.
#[derive(Clone, PartialEq, Debug, serde::Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Particle {}

/// Settings of the weekday check.
#[derive(Clone, PartialEq, Debug, serde::Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Weekday {}

/// Settings of the sum check.
#[derive(Clone, PartialEq, Debug, serde::Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Sum {}

/// Settings of the gloss check.
#[derive(Clone, PartialEq, Debug, serde::Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Gloss {}

/// A rule.
#[derive(Clone, PartialEq, Debug)]
pub struct Rule {
    /// Its name, such as `person-name-variant`.
    pub id: String,
    /// What it finds.
    pub kind: Kind,
    /// The severity of what is proven; what is only disputed is a warning at most.
    pub severity: Severity,
    /// One line for lists.
    pub summary: String,
    /// A paragraph for the reporter who wants to argue.
    pub why: String,
    /// The message template.
    pub message: String,
    /// How far a fix of this rule may be trusted at best.
    pub fix: Applicability,
    /// What it does.
    pub check: Check,
}

/// The rules of a run, with the words they know.
#[derive(Debug, Default)]
pub struct RuleSet {
    /// The rules, by name.
    pub rules: Vec<Rule>,
    /// The words.
    pub lexicon: Lexicon,
}
