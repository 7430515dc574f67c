//! Random draws that keep to their shares: in every year about as many of each as there should be.

use fastrand::Rng;

/// Draws one of several, by weight. What was drawn too little comes the sooner, so that even a few draws have nearly the
/// shares of the weights.
#[derive(Debug)]
pub(super) struct Balanced {
    shares: Vec<f64>,
    drawn: Vec<f64>,
    count: f64,
}

impl Balanced {
    /// None where nothing has a weight.
    pub fn new(weights: impl IntoIterator<Item = f64>) -> Option<Self> {
        let weights: Vec<f64> = weights.into_iter().map(|weight| weight.max(0.0)).collect();
        let total: f64 = weights.iter().sum();
        (total > 0.0).then(|| Self {
            count: 0.0,
            drawn: vec![0.0; weights.len()],
            shares: weights.iter().map(|weight| weight / total).collect(),
        })
    }

    /// The place of the one that is drawn.
    pub fn draw(&mut self, rng: &mut Rng) -> usize {
        self.count += 1.0;
        let count = self.count;
        let behind = |share: &f64, drawn: &f64| (share * count - drawn).max(0.0);
        let pairs = || self.shares.iter().zip(&self.drawn);
        let total: f64 = pairs().map(|(share, drawn)| behind(share, drawn)).sum();
        let mut left = rng.f64() * total;
        let at = pairs().position(|(share, drawn)| {
            left -= behind(share, drawn);
            left < 0.0
        });
        let at = at.unwrap_or(self.shares.len().saturating_sub(1));
        self.drawn[at] += 1.0;
        at
    }
}

/// Takes everything once, in a random order, before anything comes again.
#[derive(Debug, Default)]
pub(super) struct Deck {
    order: Vec<usize>,
}

impl Deck {
    /// The next of so many; none where there are none.
    pub fn draw(&mut self, rng: &mut Rng, of: usize) -> Option<usize> {
        if self.order.is_empty() {
            self.order = (0..of).collect();
            rng.shuffle(&mut self.order);
        }
        self.order.pop().filter(|at| *at < of)
    }
}
