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
    bias: -4.23,
    signs: &[
        (Sign::Context, 1.97),
        (Sign::Left, -0.14),
        (Sign::Right, -0.13),
        (Sign::Confirmed, -0.60),
        (Sign::Holders, -1.60),
        (Sign::FirstThere, -0.47),
        (Sign::SecondHere, -0.87),
        (Sign::Support, 0.45),
        (Sign::Majority, -0.29),
        (Sign::MarginThere, 0.85),
        (Sign::MarginHere, 0.97),
        (Sign::Slip, 1.39),
        (Sign::Apart, -0.74),
        (Sign::Hedged, -0.52),
        (Sign::Small, -0.34),
        (Sign::SharedFigures, 0.20),
        (Sign::SharedWords, 0.32),
        (Sign::Status, -0.30),
        (Sign::OtherHead, 0.07),
        (Sign::SameName, -0.39),
        (Sign::OtherName, -1.24),
        (Sign::ApartFromCopy, -1.28),
        (Sign::Absent, 0.29),
        (Sign::AbsentContext, -0.29),
        (Sign::BestPair, 0.25),
        (Sign::AllOthers, 0.44),
        (Sign::Enclosed, 0.07),
        (Sign::Dates, -0.22),
        (Sign::Times, 0.65),
        (Sign::Ordinals, 0.58),
        (Sign::Counts, -0.53),
        (Sign::LongSlip, 0.50),
        (Sign::Shuffled, 1.45),
        (Sign::AbsentSlip, 0.81),
        (Sign::Label, 0.15),
        (Sign::Behind, 0.27),
        (Sign::SameSubject, 0.12),
        (Sign::OtherSubject, -0.41),
        (Sign::Neighbours, 0.07),
        (Sign::Clashes, -0.90),
        (Sign::OtherEnd, -1.89),
        (Sign::Frame, -1.68),
        (Sign::OtherHour, -0.43),
        (Sign::OtherDay, -0.55),
        (Sign::Reported, -0.72),
        (Sign::Bound, 0.20),
        (Sign::BoundAlone, -0.21),
        (Sign::Misbound, 1.97),
        (Sign::FreeMargin, 0.91),
        (Sign::FreeClose, 0.43),
        (Sign::Dropped, 1.14),
        (Sign::OnlyChange, 2.51),
        (Sign::OwnBody, 0.16),
        (Sign::AbsentLong, 1.71),
        (Sign::Outdone, 1.11),
        (Sign::OnlyFree, 0.65),
        (Sign::OtherMove, -0.25),
        (Sign::AsOf, -0.98),
        (Sign::Swapped, 2.11),
        (Sign::Later, -0.59),
        (Sign::LoneLong, 0.57),
        (Sign::OtherBase, -0.87),
        (Sign::SameAct, 1.54),
        (Sign::SameSaying, 1.86),
        (Sign::LeadDay, 1.33),
        (Sign::NearDay, 1.80),
        (Sign::Peers, 0.23),
        (Sign::RareBeside, 0.79),
        (Sign::Sole, 0.04),
        (Sign::Reckoned, 3.43),
        (Sign::OwnReckoned, -0.69),
        (Sign::Told, -1.01),
        (Sign::SameDeed, -0.31),
        (Sign::OtherDeed, -0.21),
        (Sign::Supposed, -0.57),
        (Sign::OtherCast, -0.32),
        (Sign::OtherDate, -0.43),
        (Sign::DateDeed, 0.42),
        (Sign::DateOtherDeed, -0.13),
        (Sign::OneReported, -1.09),
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
