//! The budget and the accounts of a programme, and whether printed amounts add up.
//!
//! Every municipality prints its own way: one in thousands with what it spends below zero, another in euros with all of
//! it above. An amount is kept as it is printed, with the convention of its table; what it does to the result follows.
//! A table in thousands rounds every amount by itself, so that a total may differ a little from the sum of its parts. How
//! much follows from the number of amounts; anything beyond that is a mistake.

mod check;
mod line;
mod table;
mod years;

pub use check::{Check, Finding, Relation, check};
pub use line::{AmountKind, BudgetLine, Convention, Phase};
pub use table::{BudgetCell, BudgetRow, BudgetTable, tables};
pub use years::{PrintedOtherwise, of_goal, years};
