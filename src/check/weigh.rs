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

/// Weights of [`crate::align::slot::Signs`], in the order of its names.
pub const FIGURE: Weights<28> = Weights {
    bias: -4.0,
    signs: [
        4.0, 0.6, 0.5, -4.0, -3.0, -3.0, -3.0, 1.5, 0.8, 2.0, 2.0, 1.0, -0.5, -0.8, -0.5, 0.3, 0.3, -1.2, 0.8, -0.8,
        0.5, -1.0, -0.5, 0.0, 0.0, 0.0, 0.0, 0.0,
    ],
};

/// Weights of [`crate::align::odd::Signs`], in the order of its names.
pub const ODD: Weights<18> = Weights {
    bias: -3.5,
    signs: [-0.7, 0.5, 0.3, 0.8, 0.8, 3.0, 1.0, 0.7, 0.0, -2.0, -0.5, -0.8, 0.0, -0.5, -2.5, 0.3, -0.5, 0.5],
};
