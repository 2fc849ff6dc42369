//! The words of the language that recognisers know: `rules/lexicon/*` as look-up tables.

mod beginnings;
mod contraries;
mod directions;
mod entry;
mod extents;
mod hanja;
pub mod misspelt;
mod names;
mod syllables;
mod synonyms;
pub mod units;
pub mod vocabulary;
mod word_set;

pub use contraries::Contraries;
pub use directions::Directions;
pub(crate) use directions::Form;
pub use extents::Extents;
pub use hanja::Hanja;
pub use names::{Level, Names};
pub use synonyms::Synonyms;
pub use vocabulary::Vocabulary;

/// All word tables.
#[derive(Debug, Default)]
pub struct Lexicon {
    /// What names of persons, places and organisations are made of.
    pub names: Names,
    /// Readings of hanja.
    pub hanja: Hanja,
    /// Pairs of opposites.
    pub directions: Directions,
    /// Words that no quotation has for each other.
    pub contraries: Contraries,
    /// How much what is measured comes to.
    pub extents: Extents,
    /// What a number may be followed by.
    pub units: units::Units,
    /// Words that say the same of a figure.
    pub synonyms: Synonyms,
    /// The words that Korean has at large, and how common they are.
    pub vocabulary: Vocabulary,
}

impl Lexicon {
    /// Returns the tables that are part of the program.
    pub fn embedded() -> Lexicon {
        Lexicon {
            names: Names::embedded(),
            hanja: Hanja::default(),
            directions: Directions::embedded(),
            contraries: Contraries::embedded(),
            extents: Extents::embedded(),
            units: units::Units::embedded(),
            synonyms: Synonyms::embedded(),
            vocabulary: Vocabulary::default(),
        }
    }
}
