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
    bias: -3.94,
    signs: &[
        (Sign::Context, 1.76),
        (Sign::Left, -0.03),
        (Sign::Right, 0.09),
        (Sign::Confirmed, -0.63),
        (Sign::Holders, -1.57),
        (Sign::FirstThere, -0.57),
        (Sign::SecondHere, -1.19),
        (Sign::Support, 0.90),
        (Sign::Majority, -0.50),
        (Sign::MarginThere, 1.08),
        (Sign::MarginHere, 0.88),
        (Sign::Slip, 1.40),
        (Sign::Apart, -0.66),
        (Sign::Hedged, -0.25),
        (Sign::Small, -0.62),
        (Sign::SharedFigures, -0.03),
        (Sign::SharedWords, 0.25),
        (Sign::Status, -0.24),
        (Sign::SameHead, -0.09),
        (Sign::OtherHead, 0.03),
        (Sign::SameName, 0.03),
        (Sign::OtherName, -0.93),
        (Sign::ApartFromCopy, -1.27),
        (Sign::Absent, 0.24),
        (Sign::AbsentContext, -0.12),
        (Sign::BestPair, 0.36),
        (Sign::AllOthers, 0.27),
        (Sign::Enclosed, -0.16),
        (Sign::Dates, -0.29),
        (Sign::Times, 0.28),
        (Sign::Ordinals, 0.35),
        (Sign::Counts, -0.61),
        (Sign::LongSlip, 0.75),
        (Sign::Shuffled, 1.23),
        (Sign::AbsentSlip, 0.76),
        (Sign::Label, -0.01),
        (Sign::OtherLabel, -0.11),
        (Sign::Behind, 0.01),
        (Sign::SameSubject, 0.20),
        (Sign::OtherSubject, -0.55),
        (Sign::Neighbours, 0.37),
        (Sign::Clashes, -0.82),
        (Sign::OtherEnd, -1.79),
        (Sign::Frame, -1.80),
        (Sign::OtherHour, -0.86),
        (Sign::OtherDay, -0.32),
        (Sign::Reported, -0.15),
        (Sign::Bound, 0.12),
        (Sign::BoundAlone, -0.14),
        (Sign::Misbound, 1.73),
        (Sign::FreeMargin, 0.65),
        (Sign::FreeClose, 0.45),
        (Sign::Dropped, 1.14),
        (Sign::OnlyChange, 2.55),
        (Sign::OwnBody, -0.18),
        (Sign::AbsentLong, 1.34),
        (Sign::Outdone, 1.15),
        (Sign::OnlyFree, 0.69),
        (Sign::OtherMove, -0.26),
        (Sign::AsOf, -1.05),
        (Sign::Swapped, 1.72),
        (Sign::Later, -0.68),
        (Sign::LoneLong, 0.38),
        (Sign::OtherBase, -0.94),
        (Sign::SameAct, 1.60),
        (Sign::SameSaying, 2.40),
        (Sign::LeadDay, 1.00),
        (Sign::NearDay, 1.20),
        (Sign::Peers, 0.50),
        (Sign::RareBeside, 0.60),
        (Sign::Reckoned, 3.50),
        (Sign::OwnReckoned, -0.60),
        (Sign::Told, -0.90),
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
