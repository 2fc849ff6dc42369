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
pub const FIGURE: Weights<32> = Weights {
    bias: -3.29,
    signs: [
        1.10, -0.11, 0.05, -0.82, -1.45, -0.64, -1.65, 1.29, -0.40, 1.21, 1.20, 1.93, -0.53, 0.57, -0.66, 0.16, 0.21,
        -0.42, 0.28, -0.29, 0.29, -0.38, -1.83, 0.67, 0.69, 1.71, 0.31, -0.06, -0.69, 0.45, -0.54, -0.77,
    ],
};

/// Weights of [`crate::align::odd::Signs`], in the order of its names.
pub const ODD: Weights<23> = Weights {
    bias: -2.11,
    signs: [
        -2.79, 1.52, 1.14, 0.49, 0.92, 2.23, 0.51, -0.17, -0.72, -0.96, -0.25, -0.33, -0.38, 0.63, -1.96, -0.82, 0.05,
        0.46, -1.36, -0.61, 1.58, 0.98, 1.27,
    ],
};

/// Weights of [`crate::align::slot::Signs`], in the order of its names, for directions.
pub const DIRECTION: Weights<32> = Weights {
    bias: -1.55,
    signs: [
        0.21, 0.17, 0.19, -1.88, -1.14, -0.85, -0.97, 0.22, -0.10, 0.88, 0.97, 0.00, 0.00, 0.00, 0.00, 0.19, 0.05,
        -0.34, 0.87, -0.53, -0.29, -0.30, -0.37, -0.05, -0.22, 1.09, 0.62, 0.40, 0.00, 0.00, 0.00, 0.00,
    ],
};
