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
    bias: -3.13,
    signs: &[
        (Sign::Context, 0.64),
        (Sign::Left, -0.13),
        (Sign::Right, 0.31),
        (Sign::Confirmed, -0.66),
        (Sign::Holders, -1.32),
        (Sign::FirstThere, -0.48),
        (Sign::SecondHere, -1.21),
        (Sign::Support, 0.55),
        (Sign::Majority, -0.24),
        (Sign::MarginThere, 0.79),
        (Sign::MarginHere, 0.90),
        (Sign::Slip, 1.30),
        (Sign::Apart, -0.60),
        (Sign::Hedged, 0.04),
        (Sign::Small, -0.34),
        (Sign::SharedFigures, 0.07),
        (Sign::SharedWords, 0.31),
        (Sign::Status, -0.43),
        (Sign::SameHead, 0.21),
        (Sign::OtherHead, -0.29),
        (Sign::SameName, -0.06),
        (Sign::OtherName, -1.19),
        (Sign::ApartFromCopy, -0.96),
        (Sign::Absent, 0.20),
        (Sign::AbsentContext, 0.13),
        (Sign::BestPair, 0.80),
        (Sign::AllOthers, 0.23),
        (Sign::Enclosed, -0.59),
        (Sign::Dates, -0.29),
        (Sign::Times, 0.26),
        (Sign::Ordinals, -0.06),
        (Sign::Counts, -0.81),
        (Sign::LongSlip, 1.30),
        (Sign::Shuffled, 0.62),
        (Sign::AbsentSlip, 0.92),
        (Sign::Label, 0.33),
        (Sign::OtherLabel, -0.49),
        (Sign::Behind, 0.40),
        (Sign::OtherSubject, -0.89),
        (Sign::Neighbours, 0.47),
        (Sign::Clashes, -0.82),
        (Sign::OtherEnd, -0.94),
        (Sign::Frame, -1.73),
        (Sign::OtherHour, -0.79),
        (Sign::OtherDay, -0.34),
        (Sign::Reported, -0.82),
        (Sign::Bound, -0.06),
        (Sign::BoundAlone, 0.14),
        (Sign::FreeMargin, 0.21),
        (Sign::FreeClose, 0.77),
        (Sign::Dropped, 0.46),
        (Sign::OnlyChange, 2.59),
        (Sign::OwnBody, 0.33),
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
