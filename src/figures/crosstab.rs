//! A table with its totals, whatever stands in its cells.

use super::measure::Balance;

/// A table with its totals: of counts, or of another quantity of the cases in each cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Crosstab<T = u64> {
    /// The keys of every row, one for each field down the side.
    pub row_keys: Vec<Vec<String>>,
    /// The keys of every column, one for each field across the top.
    pub column_keys: Vec<Vec<String>>,
    /// The cells, row by row.
    pub cells: Vec<Vec<T>>,
    /// The total of each row: how many cases, or reports, it has.
    pub row_totals: Vec<T>,
    /// The total of each column.
    pub column_totals: Vec<T>,
    /// The total of the table.
    pub total: T,
    /// Whether the parts add up to the totals; not where a case can have several choices of a field, nor where persons are
    /// counted, nor of an average.
    pub adds_up: bool,
    /// The balance of the whole slice over the period; none for events, and none of anything but cases.
    pub balance: Option<Balance>,
}

impl<T> Crosstab<T> {
    /// The same table with something else in its cells.
    pub fn map<U>(self, with: impl Fn(T) -> U) -> Crosstab<U> {
        let each = |all: Vec<T>| all.into_iter().map(&with).collect();
        Crosstab {
            row_keys: self.row_keys,
            column_keys: self.column_keys,
            cells: self.cells.into_iter().map(each).collect(),
            row_totals: each(self.row_totals),
            column_totals: each(self.column_totals),
            total: with(self.total),
            adds_up: self.adds_up,
            balance: self.balance,
        }
    }
}
