//! An indicator that is the total of others: what those come to.

use crate::register::{Amount, Indicator};

/// The indicators of which another one is the total, in one year.
#[derive(Clone, Debug)]
pub struct AddedUp<'a> {
    /// Each of them, with how much it is where that is known.
    pub parts: Vec<(&'a Indicator, Option<Amount>)>,
}

impl<'a> AddedUp<'a> {
    /// What all of them come to; none where one of them is not known.
    pub fn whole(&self) -> Option<Amount> {
        let amounts = self.parts.iter().map(|(_, amount)| *amount);
        amounts.sum()
    }

    /// What those that are known come to; none where no one is.
    pub fn known(&self) -> Option<Amount> {
        let known = self.parts.iter().filter_map(|(_, amount)| *amount);
        known.reduce(|sum, amount| sum + amount)
    }

    /// Those that are not known.
    pub fn missing(&self) -> impl Iterator<Item = &'a Indicator> {
        let missing = self.parts.iter().filter(|(_, amount)| amount.is_none());
        missing.map(|(indicator, _)| *indicator)
    }

    /// What they come to where that cannot be reconciled with this total: all of them to another amount, or those that are
    /// known to more.
    pub fn contradicts(&self, total: Amount) -> Option<Amount> {
        match (self.whole(), self.known()) {
            (Some(whole), _) => (whole != total).then_some(whole),
            (None, known) => known.filter(|known| *known > total),
        }
    }
}
