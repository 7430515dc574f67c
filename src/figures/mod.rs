//! What is counted: columns in memory, and the figures evaluated over them.
//!
//! Pure, and the one place where anything is counted. The identity that every figure rests on, for any slice of any
//! period: `beginstand + instroom + heropend = behandeld = afgerond + eindstand`.

mod codes;
mod columns;
mod crosstab;
mod derived;
mod dimension;
mod districts;
mod error;
mod evaluation;
mod figure;
mod finances;
mod grouping;
mod index;
mod indicators;
mod keys;
mod load_error;
mod lookup;
mod measure;
mod merged_choices;
mod overview;
mod period;
mod quantity;
mod rounding;
mod selection;
mod series;
mod shares;
mod slice;
mod sorting;
mod spells;
mod split;
mod standing;

pub use columns::Columns;
pub use crosstab::Crosstab;
pub use districts::{DistrictFact, DistrictFacts, Per, Rate, RateError};
pub use error::FigureError;
pub use figure::Figure;
pub use finances::{
    AmountKind, BudgetCell, BudgetLine, BudgetRow, BudgetTable, Check, Convention, Finding, Phase,
    PrintedOtherwise, Relation, check as check_finances, of_goal as budget_of_goal,
    tables as budget_tables, years as budget_years,
};
pub use grouping::Group;
pub use indicators::{
    AddedUp, AnnualFigure, Basis, BreakdownLine, CaseCounts, ManyYears, PartsExceed, SeriesPoint,
    SourcedAmount, YearChange, YearFigure, YearKey, YearValue, YearValues, Yearbook, YearsRow,
    counted_figure, counted_quantity, written_amount,
};
pub use keys::{
    FINISHED, NO, RUNNING, UNKNOWN_KEY, YES, dimension_label, dimensions, key_label, keys_of,
    read_dimension, read_key,
};
pub use load_error::LoadError;
pub use measure::{Balance, Measure};
pub use overview::{
    ComparedCount, ComparedTable, Overview, RegisterSummary, YEARS, breakdown_field,
};
pub use period::{Period, PeriodError, Step};
pub use quantity::{Lasted, Number, Quantity};
pub use series::Series;
pub use shares::{Change, Whole, share};
pub use slice::{Slice, read_filter};
pub use sorting::Order;
pub use split::MOST_CELLS;
pub use standing::Standing;
