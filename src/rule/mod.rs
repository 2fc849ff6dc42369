//! Rules: what is wanted, as data (`rules/*.toml`); `check` does it.
//!
//! A rule file holds, in this order: what it is (`id`, `kind`, `severity`, `fix`), its words (`[ko]`, `[en]`), what it
//! does (one table `[check.…]`, see [`Check`]), and its own tests (`[[example]]`, see [`Example`]).

mod embedded;
pub mod example;
pub mod load;
mod message;

pub use example::Example;
pub use message::{Said, Template};

use crate::claim::Lexicon;
use crate::finding::{Applicability, Kind, Lang, Severity};
use std::ops::Range;

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
    /// Words that the language does not have, one letter from one that it has.
    Spelling(Spelling),
    /// Words changed inside one utterance.
    Quote(Quote),
    /// Directions that contradict.
    Polarity(Polarity),
    /// Directions that do not go with the words beside them.
    Usage(Usage),
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
#[serde(from = "toml::Spanned<LevelAsWritten>")]
pub struct Level {
    /// The condition.
    pub when: When,
    /// What follows if it holds.
    pub then: Verdict,
    /// How much a conflict of this level is worth, from 0 to 1, before the alignment is weighed in.
    pub weight: f32,
    /// Where it stands in its file, in bytes.
    pub span: Range<usize>,
}

/// A level before it knows where it stands: `Spanned` must be the outermost for the span to survive.
#[derive(serde::Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
struct LevelAsWritten {
    when: When,
    then: Verdict,
    #[serde(default = "full")]
    weight: f32,
}

impl From<toml::Spanned<LevelAsWritten>> for Level {
    fn from(written: toml::Spanned<LevelAsWritten>) -> Level {
        let span = written.span();
        let LevelAsWritten { when, then, weight } = written.into_inner();
        Level { when, then, weight, span }
    }
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

/// Settings of the spelling check.
#[derive(Clone, PartialEq, Debug, serde::Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Spelling {
    /// The right word is at least so common, from 1 to 7.
    pub common: u8,
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

/// Settings of the usage check.
#[derive(Clone, PartialEq, Debug, serde::Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Usage {
    /// The frames that rule words out.
    pub frame: Vec<Frame>,
}

/// Words beside which others are not used: 정상에, and 내렸다.
#[derive(Clone, PartialEq, Debug, serde::Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Frame {
    /// The beginnings of the words that are not used there.
    pub wrong: Vec<String>,
    /// What stands for each of them, in their order.
    pub right: Vec<String>,
    /// Words that stand right before, particle and all; with `before`, one of either will do.
    #[serde(default)]
    pub word: Vec<String>,
    /// How the word right before may end.
    #[serde(default)]
    pub before: Vec<String>,
    /// Words that may stand before `after`, as numbers may; where there are none, `after` is right behind.
    #[serde(default)]
    pub skip: Vec<String>,
    /// How the text right behind may begin; none for any.
    #[serde(default)]
    pub after: Vec<String>,
    /// Words of which the sentence has one; none for any sentence.
    #[serde(default)]
    pub with: Vec<String>,
    /// Words of which the sentence has none.
    #[serde(default)]
    pub unless: Vec<String>,
}

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

/// What a rule says to people, in one language.
#[derive(Clone, PartialEq, Debug)]
pub struct Words {
    /// One line for lists.
    pub summary: String,
    /// A paragraph for the reporter who wants to argue.
    pub why: String,
    /// The message where it is proven which side is wrong.
    pub message: Template,
    /// The message where the sources only differ.
    pub differ: Option<Template>,
}

/// A rule.
#[derive(Clone, PartialEq, Debug)]
pub struct Rule {
    /// Its name, such as `person-name-variant`.
    pub id: String,
    /// What it finds.
    pub kind: Kind,
    /// The severity of what is proven; what is only disputed is a warning at most.
    pub severity: Severity,
    /// How far a fix of this rule may be trusted at best.
    pub fix: Applicability,
    /// Its words in Korean.
    pub ko: Words,
    /// Its words in English; the Korean ones serve where it has none.
    pub en: Option<Words>,
    /// What it does.
    pub check: Check,
    /// The file it was read from, and its text: the examples are read from it when they are asked for.
    pub file: File,
}

impl Rule {
    /// Returns what the rule says to people in that language.
    pub fn words(&self, lang: Lang) -> &Words {
        match (lang, &self.en) {
            (Lang::En, Some(en)) => en,
            _ => &self.ko,
        }
    }
}

/// A rule file as read.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct File {
    /// Its path as the user named it; of the rules that are part of the program, the path in its repository.
    pub path: String,
    /// Its text.
    pub text: std::borrow::Cow<'static, str>,
    /// The byte at which its first `[[example]]` begins.
    pub examples_at: usize,
}

/// The rules of a run, with the words they know.
#[derive(Debug, Default)]
pub struct RuleSet {
    /// The rules, by name.
    pub rules: Vec<Rule>,
    /// The words.
    pub lexicon: Lexicon,
    /// Names of one thing, each list with two and more, that support each other.
    pub aliases: Vec<Vec<String>>,
    /// The language that findings speak.
    pub lang: Lang,
}

impl RuleSet {
    /// Returns the rules and the words that are part of the program.
    ///
    /// # Panics
    /// If one of them cannot be read, which the tests rule out.
    pub fn embedded() -> RuleSet {
        let rules = embedded::FILES.iter().map(|(path, text)| match load::rule(path, (*text).into()) {
            Ok(rule) => rule,
            Err(problem) => panic!("{problem}"),
        });
        RuleSet { rules: rules.collect(), lexicon: Lexicon::embedded(), aliases: Vec::new(), lang: Lang::default() }
    }

    /// Adds rules; one of the same name as a rule that is here takes its place.
    pub fn extend(&mut self, rules: impl IntoIterator<Item = Rule>) {
        for rule in rules {
            match self.rules.iter_mut().find(|r| r.id == rule.id) {
                Some(old) => *old = rule,
                None => self.rules.push(rule),
            }
        }
    }

    /// Returns the rule of that name.
    pub fn rule(&self, id: &str) -> Option<&Rule> {
        self.rules.iter().find(|r| r.id == id)
    }
}
