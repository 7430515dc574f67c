//! A question about a figure in a table, and its answer: all tables that are asked, evaluated together.

use crate::figures::{
    Columns, Crosstab, Figure, FigureError, Number, Period, Quantity, Slice, Whole,
};
use crate::register::Definition;
use crate::report::unit::Unit;

/// A question about a figure in a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TableQuestion {
    /// Its title.
    pub title: String,
    /// The figure: which cases stand in which cell.
    pub figure: Figure,
    /// What is computed from them.
    pub quantity: Quantity,
    /// Whether that is given as a share of a whole.
    pub shares: Option<Whole>,
    /// The period that stands beside it.
    pub against: Option<Period>,
    /// Subsets that stand below every row: a field and a key. "27 for weapons, of which 8 minors and 1 firearm."
    pub subsets: Vec<(String, String)>,
}

/// The answer to a question: every table has the same rows and columns.
pub struct TableAnswer<'a> {
    pub definition: &'a Definition,
    pub question: &'a TableQuestion,
    pub whole: TablePair,
    /// In the order of the subsets.
    pub subsets: Vec<TablePair>,
    /// What is printed where shares are asked: those of the whole.
    pub shares: Option<TablePair>,
}

/// A table, and the same one in the other period.
pub struct TablePair {
    pub now: Crosstab<Number>,
    pub earlier: Option<Crosstab<Number>>,
}

impl TableQuestion {
    /// Evaluates every table that is asked, together.
    ///
    /// # Errors
    /// A field, value, measure or quantity this register does not have, or shares of what has none.
    pub(super) fn answer<'a>(
        &'a self,
        columns: &'a Columns,
    ) -> Result<TableAnswer<'a>, FigureError> {
        if self.shares.is_some() && !self.quantity.has_shares() {
            return Err(FigureError::NoShares);
        }
        let slice = &self.figure.slice;
        let subsets = self.subsets.iter();
        let slices = subsets.map(|(field, key)| slice.clone().and(field, key));
        let periods = [Some(self.figure.period), self.against];
        let parts: Vec<(Slice, Period)> = [slice.clone()]
            .into_iter()
            .chain(slices)
            .flat_map(|slice| {
                let periods = periods.into_iter().flatten();
                periods.map(move |period| (slice.clone(), period))
            })
            .collect();
        let tables = columns.side_by_side(&self.figure, &self.quantity, &parts)?;
        let mut tables = tables.into_iter();
        let mut answers = Vec::new();
        while let Some(now) = tables.next() {
            let earlier = self.against.and_then(|_| tables.next());
            answers.push(TablePair { now, earlier });
        }
        // The figure itself was asked for first.
        let whole = answers.remove(0);
        let shares = self.shares.map(|of| TablePair {
            now: whole.now.shares(of),
            earlier: whole.earlier.as_ref().map(|earlier| earlier.shares(of)),
        });
        Ok(TableAnswer {
            definition: columns.definition(),
            question: self,
            whole,
            subsets: answers,
            shares,
        })
    }
}

impl TableAnswer<'_> {
    /// The unit of the numbers that are printed.
    pub fn unit(&self) -> Unit {
        match self.question.shares {
            Some(_) => Unit::Share,
            None => Unit::of(&self.question.quantity),
        }
    }

    /// Whether there are columns beside that of the totals.
    pub fn has_parts(&self) -> bool {
        !self.question.figure.columns.is_empty()
    }
}
