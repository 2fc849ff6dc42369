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
    bias: -3.46,
    signs: &[
        (Sign::Context, 0.61),
        (Sign::Left, -0.10),
        (Sign::Right, 0.34),
        (Sign::Confirmed, -0.57),
        (Sign::Holders, -1.20),
        (Sign::FirstThere, -0.37),
        (Sign::SecondHere, -1.30),
        (Sign::Support, 0.55),
        (Sign::Majority, -0.18),
        (Sign::MarginThere, 0.67),
        (Sign::MarginHere, 0.82),
        (Sign::Slip, 1.37),
        (Sign::Apart, -0.61),
        (Sign::Hedged, 0.15),
        (Sign::Small, -0.39),
        (Sign::SharedFigures, 0.08),
        (Sign::SharedWords, 0.28),
        (Sign::Status, -0.50),
        (Sign::SameHead, 0.17),
        (Sign::OtherHead, -0.34),
        (Sign::SameName, -0.09),
        (Sign::OtherName, -1.15),
        (Sign::ApartFromCopy, -0.99),
        (Sign::Absent, 0.19),
        (Sign::AbsentContext, 0.09),
        (Sign::BestPair, 0.86),
        (Sign::AllOthers, 0.08),
        (Sign::Enclosed, -0.64),
        (Sign::Dates, -0.18),
        (Sign::Times, 0.42),
        (Sign::Ordinals, 0.01),
        (Sign::Counts, -0.75),
        (Sign::LongSlip, 1.11),
        (Sign::Shuffled, 0.76),
        (Sign::AbsentSlip, 0.84),
        (Sign::Label, 0.35),
        (Sign::OtherLabel, -0.40),
        (Sign::Behind, 0.39),
        (Sign::SameSubject, 0.01),
        (Sign::OtherSubject, -0.82),
        (Sign::Neighbours, 0.42),
        (Sign::Clashes, -0.81),
        (Sign::OtherEnd, -0.88),
        (Sign::Frame, -1.80),
        (Sign::OtherHour, -0.76),
        (Sign::OtherDay, -0.33),
        (Sign::Reported, -0.81),
        (Sign::Bound, -0.16),
        (Sign::BoundAlone, 0.17),
        (Sign::FreeMargin, 0.32),
        (Sign::FreeClose, 0.91),
        (Sign::Dropped, 0.17),
        (Sign::OwnBody, 0.34),
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
    bias: -1.89,
    signs: &[
        (Sign::Context, 0.04),
        (Sign::Left, 0.01),
        (Sign::Right, 0.21),
        (Sign::Confirmed, -0.66),
        (Sign::Holders, -0.36),
        (Sign::FirstThere, -0.28),
        (Sign::SecondHere, -0.48),
        (Sign::Support, 0.15),
        (Sign::Majority, -0.15),
        (Sign::MarginThere, 0.33),
        (Sign::MarginHere, 0.46),
        (Sign::SharedFigures, 0.11),
        (Sign::SharedWords, 0.09),
        (Sign::Status, 0.23),
        (Sign::SameHead, 0.29),
        (Sign::OtherHead, -0.41),
        (Sign::SameName, -0.19),
        (Sign::OtherName, -1.11),
        (Sign::ApartFromCopy, -0.13),
        (Sign::Absent, 0.35),
        (Sign::AbsentContext, 0.05),
        (Sign::BestPair, 0.60),
        (Sign::AllOthers, 0.11),
        (Sign::Enclosed, 0.14),
        (Sign::Label, 0.56),
        (Sign::OtherLabel, -0.46),
        (Sign::Behind, 0.26),
        (Sign::SameSubject, -0.11),
        (Sign::OtherSubject, -0.46),
        (Sign::Neighbours, 0.38),
        (Sign::Clashes, -0.75),
        (Sign::OtherEnd, -1.50),
        (Sign::Frame, -1.50),
        (Sign::OtherHour, -1.00),
        (Sign::OtherDay, -0.50),
        (Sign::Reported, -1.00),
        (Sign::Bound, 0.03),
        (Sign::BoundAlone, 1.06),
        (Sign::FreeMargin, 0.05),
        (Sign::FreeClose, 0.05),
        (Sign::OwnBody, 0.50),
    ],
};
