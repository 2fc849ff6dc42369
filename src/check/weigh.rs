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
    bias: -4.41,
    signs: &[
        (Sign::Context, 2.22),
        (Sign::Left, -0.28),
        (Sign::Right, -0.04),
        (Sign::Confirmed, -0.56),
        (Sign::Holders, -1.56),
        (Sign::FirstThere, -0.45),
        (Sign::SecondHere, -0.80),
        (Sign::Support, 0.28),
        (Sign::Majority, -0.24),
        (Sign::MarginThere, 0.99),
        (Sign::MarginHere, 1.28),
        (Sign::Slip, 1.42),
        (Sign::Apart, -0.61),
        (Sign::Hedged, -0.54),
        (Sign::Small, -0.37),
        (Sign::SharedFigures, 0.01),
        (Sign::SharedWords, 0.27),
        (Sign::Status, -0.32),
        (Sign::SameHead, 0.16),
        (Sign::OtherHead, 0.12),
        (Sign::SameName, -0.22),
        (Sign::OtherName, -1.27),
        (Sign::ApartFromCopy, -1.35),
        (Sign::Absent, 0.37),
        (Sign::AbsentContext, -0.24),
        (Sign::BestPair, 0.21),
        (Sign::AllOthers, 0.39),
        (Sign::Enclosed, 0.08),
        (Sign::Dates, -0.03),
        (Sign::Times, 0.64),
        (Sign::Ordinals, 0.57),
        (Sign::Counts, -0.57),
        (Sign::LongSlip, 0.47),
        (Sign::Shuffled, 1.57),
        (Sign::AbsentSlip, 0.71),
        (Sign::Label, 0.28),
        (Sign::OtherLabel, 0.06),
        (Sign::Behind, 0.30),
        (Sign::SameSubject, -0.04),
        (Sign::OtherSubject, -0.28),
        (Sign::Neighbours, 0.20),
        (Sign::Clashes, -0.93),
        (Sign::OtherEnd, -1.92),
        (Sign::Frame, -1.86),
        (Sign::OtherHour, -0.41),
        (Sign::OtherDay, -0.53),
        (Sign::Reported, -0.76),
        (Sign::Bound, 0.08),
        (Sign::BoundAlone, -0.13),
        (Sign::Misbound, 1.95),
        (Sign::FreeMargin, 1.03),
        (Sign::FreeClose, 0.19),
        (Sign::Dropped, 1.23),
        (Sign::OnlyChange, 2.51),
        (Sign::OwnBody, 0.34),
        (Sign::AbsentLong, 1.75),
        (Sign::Outdone, 1.18),
        (Sign::OnlyFree, 0.83),
        (Sign::OtherMove, -0.05),
        (Sign::AsOf, -1.06),
        (Sign::Swapped, 3.3),
        (Sign::Later, -0.74),
        (Sign::LoneLong, 0.62),
        (Sign::OtherBase, -0.95),
        (Sign::SameAct, 1.54),
        (Sign::SameSaying, 1.85),
        (Sign::LeadDay, 1.36),
        (Sign::NearDay, 2.11),
        (Sign::Peers, 0.21),
        (Sign::RareBeside, 0.65),
        (Sign::Sole, -0.16),
        (Sign::Reckoned, 3.32),
        (Sign::OwnReckoned, -0.70),
        (Sign::Told, -0.85),
        (Sign::SameDeed, -0.40),
        (Sign::OtherDeed, -0.24),
        (Sign::Supposed, -0.47),
        (Sign::OtherCast, -0.39),
        (Sign::OtherDate, -0.65),
        (Sign::DateDeed, 0.41),
        (Sign::DateOtherDeed, -0.28),
        (Sign::OneReported, -1.15),
        (Sign::OtherUnit, 3.00),
        (Sign::Editions, 3.54),
        (Sign::Crossed, 2.77),
        (Sign::Moved, 2.27),
        (Sign::Named, 1.4),
        (Sign::Outvoted, 1.0),
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
