//! What a value is said of.

use crate::source::Span;

/// The question that a value answers, as far as the sentence tells.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct About {
    /// The noun that is counted or measured: `펀드` of `1조 3000억원의 펀드`, `면적` of `면적은 9816㎢`.
    pub head: Option<Span>,
    /// The subject of the clause.
    pub subject: Option<Span>,
    /// Who says so, inside a quotation.
    pub speaker: Option<Span>,
}
