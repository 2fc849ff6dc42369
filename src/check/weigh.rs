//! Signs weighed into a confidence: one weight a sign, added up and squeezed between 0 and 1 (logistic regression).
//!
//! The weights are fitted on labelled events and on their mutations (`docs/weights.md`), then read by people: a sign
//! whose weight makes no sense is a sign that measures the wrong thing.

use crate::align::sign::{Sign, Signs};

/// Weights of the signs of two figures.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Weights {
    /// What is added whatever the signs.
    pub bias: f32,
    /// What one unit of each sign adds.
    pub signs: &'static [(Sign, f32)],
}

impl Weights {
    /// Returns how likely it is that the signs mean a contradiction, from 0 to 1.
    pub fn confidence(&self, signs: &Signs) -> f32 {
        squeezed(self.bias + self.signs.iter().map(|(sign, w)| w * signs.get(*sign)).sum::<f32>())
    }
}

/// Weights of the signs of two words.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct OddWeights {
    /// What is added whatever the signs.
    pub bias: f32,
    /// What one unit of each sign adds.
    pub signs: [f32; 23],
}

impl OddWeights {
    /// Returns how likely it is that the signs mean a slip, from 0 to 1.
    pub fn confidence(&self, signs: &[f32; 23]) -> f32 {
        squeezed(self.bias + self.signs.iter().zip(signs).map(|(w, s)| w * s).sum::<f32>())
    }
}

fn squeezed(sum: f32) -> f32 {
    1.0 / (1.0 + (-sum).exp())
}

/// Weights for figures.
pub const FIGURE: Weights = Weights {
    bias: -3.55,
    signs: &[
        (Sign::Context, 0.98),
        (Sign::Left, -0.08),
        (Sign::Right, 0.25),
        (Sign::Confirmed, -0.79),
        (Sign::Holders, -1.40),
        (Sign::FirstThere, -1.09),
        (Sign::SecondHere, -1.91),
        (Sign::Support, 1.24),
        (Sign::Majority, -0.37),
        (Sign::MarginThere, 0.98),
        (Sign::MarginHere, 1.23),
        (Sign::Slip, 1.24),
        (Sign::Apart, -0.66),
        (Sign::Hedged, 0.44),
        (Sign::Small, -0.33),
        (Sign::SharedFigures, 0.08),
        (Sign::SharedWords, 0.19),
        (Sign::Status, -0.45),
        (Sign::SameHead, 0.39),
        (Sign::OtherHead, -0.26),
        (Sign::SameName, 0.12),
        (Sign::OtherName, -0.65),
        (Sign::ApartFromCopy, -1.62),
        (Sign::Absent, 0.21),
        (Sign::AbsentContext, 0.61),
        (Sign::BestPair, 1.41),
        (Sign::AllOthers, 0.35),
        (Sign::Enclosed, -0.30),
        (Sign::Dates, -0.38),
        (Sign::Times, 0.25),
        (Sign::Ordinals, -0.33),
        (Sign::Counts, -0.98),
        (Sign::LongSlip, 1.19),
        (Sign::Shuffled, 0.98),
        (Sign::AbsentSlip, 0.99),
    ],
};

/// Weights of [`crate::align::odd::Signs`], in the order of its names.
pub const ODD: OddWeights = OddWeights {
    bias: -1.38,
    signs: [
        -2.82, 1.54, 1.14, 0.48, 0.94, 2.29, 0.40, -0.13, -0.59, -0.97, -0.27, -0.34, -0.40, 0.62, -1.99, -0.83, 0.10,
        0.44, -1.41, -0.51, 1.67, 0.97, 1.18,
    ],
};

/// Weights for directions.
pub const DIRECTION: Weights = Weights {
    bias: -2.04,
    signs: &[
        (Sign::Context, 0.21),
        (Sign::Left, 0.17),
        (Sign::Right, 0.18),
        (Sign::Confirmed, -1.88),
        (Sign::Holders, -1.14),
        (Sign::FirstThere, -0.85),
        (Sign::SecondHere, -0.97),
        (Sign::Support, 0.22),
        (Sign::Majority, -0.10),
        (Sign::MarginThere, 0.87),
        (Sign::MarginHere, 0.96),
        (Sign::SharedFigures, 0.19),
        (Sign::SharedWords, 0.05),
        (Sign::Status, -0.34),
        (Sign::SameHead, 0.87),
        (Sign::OtherHead, -0.53),
        (Sign::SameName, -0.29),
        (Sign::OtherName, -0.34),
        (Sign::ApartFromCopy, -0.37),
        (Sign::Absent, -0.05),
        (Sign::AbsentContext, -0.23),
        (Sign::BestPair, 1.08),
        (Sign::AllOthers, 0.62),
        (Sign::Enclosed, 0.40),
    ],
};
