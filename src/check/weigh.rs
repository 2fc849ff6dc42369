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
    bias: -4.02,
    signs: &[
        (Sign::Context, 1.54),
        (Sign::Left, -0.12),
        (Sign::Right, 0.06),
        (Sign::Confirmed, -0.52),
        (Sign::Holders, -1.60),
        (Sign::FirstThere, -0.57),
        (Sign::SecondHere, -1.13),
        (Sign::Support, 0.77),
        (Sign::Majority, -0.49),
        (Sign::MarginThere, 0.88),
        (Sign::MarginHere, 0.77),
        (Sign::Slip, 1.27),
        (Sign::Apart, -0.83),
        (Sign::Hedged, -0.08),
        (Sign::Small, -0.49),
        (Sign::SharedFigures, -0.04),
        (Sign::SharedWords, 0.27),
        (Sign::Status, -0.34),
        (Sign::SameHead, 0.13),
        (Sign::OtherHead, 0.18),
        (Sign::SameName, 0.08),
        (Sign::OtherName, -1.03),
        (Sign::ApartFromCopy, -1.20),
        (Sign::Absent, 0.30),
        (Sign::AbsentContext, 0.03),
        (Sign::BestPair, 0.59),
        (Sign::AllOthers, 0.32),
        (Sign::Enclosed, -0.21),
        (Sign::Dates, -0.02),
        (Sign::Times, 0.63),
        (Sign::Ordinals, 0.47),
        (Sign::Counts, -0.49),
        (Sign::LongSlip, 0.93),
        (Sign::Shuffled, 1.42),
        (Sign::AbsentSlip, 0.64),
        (Sign::Label, 0.17),
        (Sign::OtherLabel, -0.06),
        (Sign::Behind, 0.10),
        (Sign::SameSubject, 0.20),
        (Sign::OtherSubject, -0.56),
        (Sign::Neighbours, 0.38),
        (Sign::Clashes, -0.71),
        (Sign::OtherEnd, -1.79),
        (Sign::Frame, -1.84),
        (Sign::OtherHour, -0.48),
        (Sign::OtherDay, -0.33),
        (Sign::Reported, -0.35),
        (Sign::Bound, 0.03),
        (Sign::BoundAlone, -0.16),
        (Sign::Misbound, 2.07),
        (Sign::FreeMargin, 0.61),
        (Sign::FreeClose, 0.31),
        (Sign::Dropped, 0.85),
        (Sign::OnlyChange, 2.50),
        (Sign::OwnBody, -0.12),
        (Sign::AbsentLong, 1.46),
        (Sign::Outdone, 1.13),
        (Sign::OnlyFree, 0.80),
        (Sign::OtherMove, -0.41),
        (Sign::AsOf, -1.03),
        (Sign::Swapped, 1.61),
        (Sign::Later, -0.41),
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
        (Sign::Context, 0.09),
        (Sign::Left, 0.07),
        (Sign::Right, 0.36),
        (Sign::Confirmed, -0.81),
        (Sign::Holders, -0.53),
        (Sign::FirstThere, -0.37),
        (Sign::SecondHere, -0.49),
        (Sign::Support, 0.10),
        (Sign::Majority, -0.05),
        (Sign::MarginThere, 0.43),
        (Sign::MarginHere, 0.52),
        (Sign::SharedFigures, -0.02),
        (Sign::SharedWords, 0.12),
        (Sign::Status, 0.12),
        (Sign::SameHead, 0.28),
        (Sign::OtherHead, -0.21),
        (Sign::SameName, -0.29),
        (Sign::OtherName, -1.19),
        (Sign::Absent, 0.34),
        (Sign::AbsentContext, 0.07),
        (Sign::BestPair, 0.68),
        (Sign::AllOthers, 0.02),
        (Sign::Enclosed, 0.20),
        (Sign::Label, 0.39),
        (Sign::OtherLabel, -0.42),
        (Sign::Behind, 0.50),
        (Sign::SameSubject, -0.04),
        (Sign::OtherSubject, -0.41),
        (Sign::Neighbours, 0.38),
        (Sign::Clashes, -0.73),
        (Sign::OtherEnd, -1.50),
        (Sign::Frame, -1.50),
        (Sign::OtherHour, -1.00),
        (Sign::OtherDay, -0.50),
        (Sign::Reported, -1.00),
        (Sign::BoundAlone, 1.08),
        (Sign::Misbound, 1.94),
        (Sign::FreeMargin, 0.07),
        (Sign::FreeClose, 0.07),
        (Sign::OnlyChange, 2.51),
        (Sign::OwnBody, 0.50),
    ],
};
