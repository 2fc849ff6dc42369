//! The language that findings speak.

/// Korean or English.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default, serde::Deserialize, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Lang {
    /// Korean, the language of the articles.
    #[default]
    Ko,
    /// English.
    En,
}
