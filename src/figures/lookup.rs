//! Figures that are looked up in the index instead of counted: of a whole register, split by at most one stored field.

use super::columns::Columns;
use super::index::Index;
use super::measure::{Balance, Measure};
use super::period::{DayNumbers, Period};
use super::slice::Slice;
use super::split::{Axis, Split, Tally};

/// The code of running among those of `stand`.
const RUNNING_CODE: usize = 1;
/// The code of finished among those of `stand`.
const FINISHED_CODE: usize = 2;

/// The codes by which a cell or a total is looked up; none where it is not split so.
#[derive(Clone, Copy, Default)]
struct Codes {
    /// The code of the stored field.
    field: Option<usize>,
    /// The code of `stand`.
    stand: Option<usize>,
}

impl Codes {
    /// Those of a combination of one side.
    fn of(axis: &Axis, mut combination: usize) -> Self {
        let mut codes = Self::default();
        for dimension in axis.dimensions.iter().rev() {
            let size = dimension.keys.len();
            let code = Some(combination % size);
            match dimension.is_stand() {
                true => codes.stand = code,
                false => codes.field = code,
            }
            combination /= size;
        }
        codes
    }

    /// Those of a row and a column together.
    fn and(self, other: Self) -> Self {
        Self {
            field: self.field.or(other.field),
            stand: self.stand.or(other.stand),
        }
    }
}

impl Columns {
    /// The balance of a slice where it can be looked up; of events only how many came in.
    pub(super) fn look_up_balance(&self, slice: &Slice, period: Period) -> Option<Balance> {
        let (index, days) = self.index_for(slice, period)?;
        Some(index.balance(days))
    }

    /// How many there are of what a figure counts, where it can be looked up.
    pub(super) fn look_up_total(
        &self,
        slice: &Slice,
        period: Period,
        measure: Measure,
    ) -> Option<u64> {
        counted(self.look_up_balance(slice, period)?, measure)
    }

    /// The counts of a figure where they can be looked up: of the whole register, split by at most one stored field, and
    /// by `stand` where every case counts.
    pub(super) fn look_up(
        &self,
        split: &Split,
        slice: &Slice,
        period: Period,
        measure: Measure,
    ) -> Option<Tally<u64>> {
        let (index, days) = self.index_for(slice, period)?;
        let mut fields = Vec::new();
        for dimension in split.dimensions() {
            match (dimension.stored(), measure) {
                (Some(field), _) => fields.push(field),
                (None, Measure::Handled) if dimension.is_stand() => {}
                (None, _) => return None,
            }
        }
        let by_code = match (fields.as_slice(), measure) {
            (_, Measure::Reports | Measure::Preparation) | ([_, _, ..], _) => return None,
            ([], _) => Vec::new(),
            ([field], _) => index.balances(*field, self.codes(*field)?, days),
        };
        let whole = index.balance(days);
        let count = |codes: Codes| {
            let balance = match codes.field {
                Some(code) => by_code.get(code).copied().unwrap_or_default(),
                None => whole,
            };
            match codes.stand {
                None => counted(balance, measure).unwrap_or(0),
                Some(RUNNING_CODE) => balance.closing,
                Some(FINISHED_CODE) => balance.finished,
                Some(_) => 0,
            }
        };
        let Split { rows, columns } = split;
        let mut counts = split.tally(0);
        for row in 0..rows.size {
            let down = Codes::of(rows, row);
            counts.rows[row] = count(down);
            for column in 0..columns.size {
                let cell = row * columns.size + column;
                counts.cells[cell] = count(down.and(Codes::of(columns, column)));
            }
        }
        for column in 0..columns.size {
            counts.columns[column] = count(Codes::of(columns, column));
        }
        counts.total = count(Codes::default());
        Some(counts)
    }

    /// The index and the days to look up in it; none of a part of the register, or of a period that ends before it begins.
    fn index_for(&self, slice: &Slice, period: Period) -> Option<(&Index, DayNumbers)> {
        let days = period.day_numbers();
        let can_look_up = slice.is_whole() && days.from <= days.to;
        Some((self.index().filter(|_| can_look_up)?, days))
    }
}

/// What is counted of a balance; reports are counted by other days. Events came in, and that is all they do.
fn counted(balance: Balance, measure: Measure) -> Option<u64> {
    match measure {
        Measure::Count => Some(balance.inflow),
        measure => balance.measure(measure),
    }
}
