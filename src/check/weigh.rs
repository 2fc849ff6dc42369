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
    pub signs: [f32; 24],
}

impl OddWeights {
    /// Returns how likely it is that the signs mean a slip, from 0 to 1.
    pub fn confidence(&self, signs: &[f32; 24]) -> f32 {
        squeezed(self.bias + self.signs.iter().zip(signs).map(|(w, s)| w * s).sum::<f32>())
    }
}

fn squeezed(sum: f32) -> f32 {
    1.0 / (1.0 + (-sum).exp())
}

/// Weights for figures.
pub const FIGURE: Weights = Weights {
    bias: -3.39,
    signs: &[
        (Sign::Context, 0.65),
        (Sign::Left, -0.10),
        (Sign::Right, 0.35),
        (Sign::Confirmed, -0.63),
        (Sign::Holders, -1.38),
        (Sign::FirstThere, -0.46),
        (Sign::SecondHere, -1.25),
        (Sign::Support, 0.57),
        (Sign::Majority, -0.21),
        (Sign::MarginThere, 0.69),
        (Sign::MarginHere, 0.81),
        (Sign::Slip, 1.33),
        (Sign::Apart, -0.60),
        (Sign::Hedged, 0.12),
        (Sign::Small, -0.38),
        (Sign::SharedFigures, 0.09),
        (Sign::SharedWords, 0.27),
        (Sign::Status, -0.45),
        (Sign::SameHead, 0.18),
        (Sign::OtherHead, -0.32),
        (Sign::SameName, -0.08),
        (Sign::OtherName, -1.17),
        (Sign::ApartFromCopy, -1.02),
        (Sign::Absent, 0.13),
        (Sign::AbsentContext, 0.05),
        (Sign::BestPair, 0.86),
        (Sign::AllOthers, 0.19),
        (Sign::Enclosed, -0.61),
        (Sign::Dates, -0.25),
        (Sign::Times, 0.38),
        (Sign::Ordinals, 0.01),
        (Sign::Counts, -0.79),
        (Sign::LongSlip, 1.21),
        (Sign::Shuffled, 0.70),
        (Sign::AbsentSlip, 0.87),
        (Sign::Label, 0.34),
        (Sign::OtherLabel, -0.43),
        (Sign::Behind, 0.39),
        (Sign::SameSubject, -0.02),
        (Sign::OtherSubject, -0.85),
        (Sign::Neighbours, 0.44),
        (Sign::Clashes, -0.81),
        (Sign::OtherEnd, -0.88),
        (Sign::Frame, -1.74),
        (Sign::OtherHour, -0.78),
        (Sign::OtherDay, -0.34),
        (Sign::Reported, -0.80),
        (Sign::Bound, -0.07),
        (Sign::BoundAlone, 0.12),
        (Sign::FreeMargin, 0.30),
        (Sign::FreeClose, 0.90),
        (Sign::Dropped, 0.29),
        (Sign::OnlyChange, 2.58),
        (Sign::OwnBody, 0.34),
    ],
};

/// Weights of [`crate::align::odd::Signs`], in the order of its names.
pub const ODD: OddWeights = OddWeights {
    bias: -1.38,
    signs: [
        -2.82, 1.54, 1.14, 0.48, 0.94, 2.29, 0.40, -0.13, -0.59, -0.97, -0.27, -0.34, -0.40, 0.62, -1.99, -0.83, 0.10,
        0.44, -1.41, -0.51, 1.67, 0.97, 1.18, 2.00,
    ],
};

/// Weights for directions.
pub const DIRECTION: Weights = Weights {
    bias: -2.26,
    signs: &[
        (Sign::Context, 0.08),
        (Sign::Left, 0.07),
        (Sign::Right, 0.35),
        (Sign::Confirmed, -0.80),
        (Sign::Holders, -0.52),
        (Sign::FirstThere, -0.36),
        (Sign::SecondHere, -0.50),
        (Sign::Support, 0.10),
        (Sign::Majority, -0.05),
        (Sign::MarginThere, 0.42),
        (Sign::MarginHere, 0.53),
        (Sign::SharedFigures, -0.01),
        (Sign::SharedWords, 0.12),
        (Sign::Status, 0.11),
        (Sign::SameHead, 0.30),
        (Sign::OtherHead, -0.22),
        (Sign::SameName, -0.25),
        (Sign::OtherName, -1.18),
        (Sign::Absent, 0.34),
        (Sign::AbsentContext, 0.07),
        (Sign::BestPair, 0.67),
        (Sign::AllOthers, 0.04),
        (Sign::Enclosed, 0.20),
        (Sign::Label, 0.41),
        (Sign::OtherLabel, -0.42),
        (Sign::Behind, 0.50),
        (Sign::SameSubject, -0.05),
        (Sign::OtherSubject, -0.42),
        (Sign::Neighbours, 0.37),
        (Sign::Clashes, -0.71),
        (Sign::OtherEnd, -1.50),
        (Sign::Frame, -1.50),
        (Sign::OtherHour, -1.00),
        (Sign::OtherDay, -0.50),
        (Sign::Reported, -1.00),
        (Sign::Bound, 0.04),
        (Sign::BoundAlone, 1.07),
        (Sign::FreeMargin, 0.07),
        (Sign::FreeClose, 0.07),
        (Sign::OnlyChange, 2.51),
        (Sign::OwnBody, 0.50),
    ],
};
