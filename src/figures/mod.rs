//! What is counted: columns in memory, and the figures evaluated over them.
//!
//! Pure, and the one place where anything is counted. The identity that every figure rests on, for any slice of any
//! period: `beginstand + instroom + heropend = behandeld = afgerond + eindstand`.

mod columns;
mod crosstab;
mod dimension;
mod error;
mod finances;
mod following;
mod grouping;
mod index;
mod indicators;
mod keys;
mod listing;
mod measure;
mod overview;
mod period;
mod quantity;
mod selection;
mod series;
mod shares;
mod split;
mod succession;

pub use columns::{Columns, LoadError};
pub use crosstab::{Crosstab, Figure, MOST_CELLS};
pub use error::FigureError;
pub use finances::{
    AmountKind, BudgetCell, BudgetLine, BudgetRow, BudgetTable, Check, Convention, Finding, Phase,
    Relation, check as check_finances, tables as budget_tables,
};
pub use grouping::Group;
pub use indicators::{
    AnnualFigure, Basis, BreakdownLine, CaseCounts, PartsExceed, Reading, SeriesPoint, YearChange,
    YearFigure, YearKey, YearValue, YearValues, Yearbook, figure_behind, written as written_amount,
};
pub use keys::{
    FINISHED, NO, RUNNING, UNKNOWN_KEY, YES, dimension_label, dimensions, key_label, keys_of,
    read_dimension, read_key,
};
pub use listing::Order;
pub use measure::{Balance, Measure};
pub use overview::{Compared, Glance, Overview, Standing, YEARS, telling_field};
pub use period::{Period, PeriodError, Step};
pub use quantity::{Number, Quantity, Quartile};
pub use selection::{Slice, read_filter};
pub use series::Series;
pub use shares::{Change, Whole, share};
