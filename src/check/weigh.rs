//! Signs weighed into a confidence: one weight a sign, added up and squeezed between 0 and 1 (logistic regression).
//!
//! The weights are fitted on labelled events and on their mutations (`docs/weights.md`), then read by people: a sign
//! whose weight makes no sense is a sign that measures the wrong thing.

/// Weights of the signs of one kind of comparison.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Weights<const N: usize> {
    /// What is added whatever the signs.
    pub bias: f32,
    /// What one unit of each sign adds.
    pub signs: [f32; N],
}

impl<const N: usize> Weights<N> {
    /// Returns how likely it is that the signs mean a slip, from 0 to 1.
    pub fn confidence(&self, signs: &[f32; N]) -> f32 {
        let sum: f32 = self.bias + self.signs.iter().zip(signs).map(|(w, s)| w * s).sum::<f32>();
        1.0 / (1.0 + (-sum).exp())
    }
}

/// Weights of [`crate::align::slot::Signs`], in the order of its names, for figures.
pub const FIGURE: Weights<35> = Weights {
    bias: -3.55,
    signs: [
        0.98, -0.08, 0.25, -0.79, -1.40, -1.09, -1.91, 1.24, -0.37, 0.98, 1.23, 1.24, -0.66, 0.44, -0.33, 0.08, 0.19,
        -0.45, 0.39, -0.26, 0.12, -0.65, -1.62, 0.21, 0.61, 1.41, 0.35, -0.30, -0.38, 0.25, -0.33, -0.98, 1.19, 0.98,
        0.99,
    ],
};

/// Weights of [`crate::align::odd::Signs`], in the order of its names.
pub const ODD: Weights<23> = Weights {
    bias: -1.38,
    signs: [
        -2.82, 1.54, 1.14, 0.48, 0.94, 2.29, 0.40, -0.13, -0.59, -0.97, -0.27, -0.34, -0.40, 0.62, -1.99, -0.83, 0.10,
        0.44, -1.41, -0.51, 1.67, 0.97, 1.18,
    ],
};

/// Weights of [`crate::align::slot::Signs`], in the order of its names, for directions.
pub const DIRECTION: Weights<35> = Weights {
    bias: -2.04,
    signs: [
        0.21, 0.17, 0.18, -1.88, -1.14, -0.85, -0.97, 0.22, -0.10, 0.87, 0.96, 0.00, 0.00, 0.00, 0.00, 0.19, 0.05,
        -0.34, 0.87, -0.53, -0.29, -0.34, -0.37, -0.05, -0.23, 1.08, 0.62, 0.40, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00,
        0.00,
    ],
};
