//! Rules measured on labelled events: what a careful reader reports, and how much of it the rules do.
//!
//! A label ([`Gold`]) says where a wrong text stands and what should stand there; [`judge`] sets the findings of one
//! event against its labels; [`Score`] adds up the judgements of many events.

mod gold;
mod score;

pub use gold::{Gold, Label, Remark};
pub use score::{ByKind, Judged, Judgement, Score, judge, share};
