//! Financiën: whether the amounts of a programme add up, as its documents print them. A file is read and checked, and
//! kept when that is asked.

mod checked;
pub mod page;
mod table;
