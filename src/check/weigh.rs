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
pub const FIGURE: Weights<28> = Weights { bias: -4.01, signs: [0.05, -0.05, 0.10, -1.17, -1.59, -0.51, -2.17, 2.87, -0.58, 1.10, 1.22, 1.78, -0.44, 0.21, -1.07, 0.15, 0.31, -0.46, 0.61, 0.16, 0.12, -0.58, -2.09, 0.84, 0.53, 2.36, -0.08, 0.05] };

/// Weights of [`crate::align::odd::Signs`], in the order of its names.
pub const ODD: Weights<18> = Weights { bias: -1.96, signs: [-3.70, 2.11, 1.64, 0.76, 0.65, 3.32, 0.30, -0.37, -0.64, -0.88, -0.47, -0.63, -0.65, 1.58, -2.25, -0.92, 0.26, 0.78] };

/// Weights of [`crate::align::slot::Signs`], in the order of its names, for directions.
pub const DIRECTION: Weights<28> = Weights { bias: -0.73, signs: [-0.17, 0.25, 0.14, -2.83, -2.39, -1.17, -1.29, 0.26, 0.13, 0.52, 1.04, 0.00, 0.00, 0.00, 0.00, 0.31, 0.11, -0.95, 1.07, -0.75, -0.46, -0.71, -0.54, -0.41, -0.34, 0.88, 1.01, 0.46] };
