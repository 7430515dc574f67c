//! Financiën: whether the amounts of a programme add up, as its documents print them. A file is read and checked; nothing
//! of it is stored.

mod checked;
pub mod page;
mod table;
