//! The words of the language that recognisers know: `rules/lexicon/*` as look-up tables.

/// All word tables.
#[derive(Debug, Default)]
pub struct Lexicon {}

impl Lexicon {
    /// Returns the tables that are part of the program.
    pub fn embedded() -> Lexicon {
        Lexicon::default()
    }
}
