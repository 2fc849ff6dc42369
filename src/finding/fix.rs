//! Changes that mend a finding.

use crate::source::Loc;

/// How sure one must be before a change is made without asking; ordered, so that a policy is `>=`.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, serde::Deserialize, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Applicability {
    /// Shown only.
    Display,
    /// Made when asked for: figures, dates and roles are for a person to confirm.
    Unsafe,
    /// Proven, and a misspelling: made by default.
    Safe,
}

impl Applicability {
    /// Returns `display`, `unsafe` or `safe`.
    pub fn name(self) -> &'static str {
        match self {
            Applicability::Display => "display",
            Applicability::Unsafe => "unsafe",
            Applicability::Safe => "safe",
        }
    }
}

/// A replacement of one span.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Edit {
    /// What is replaced; it may be empty, then the text is inserted.
    pub at: Loc,
    /// What stands there afterwards.
    pub text: String,
}

/// The edits that together mend one finding.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Fix {
    /// Sorted, disjoint, not empty; the first is the finding's own span.
    pub edits: Vec<Edit>,
    /// How sure it is.
    pub applicability: Applicability,
}
