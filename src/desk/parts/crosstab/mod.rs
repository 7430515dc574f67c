//! The table of a publication on the screen: a crosstab of which every number opens its cases. The keyboard comes to it as
//! one stop of Tab and walks over the numbers with the arrows.
//!
//! It is painted by hand: no table of egui has headings over several columns, shades numbers, or has the keyboard on the
//! whole. For a screen reader it is a table with headings, rows and cells.

mod cell_place;
mod grid;
mod painting;
mod sizes;
mod view;

pub use self::cell_place::CellPlace;
pub use self::grid::{Grid, MOST_NUMBERS};
pub use self::view::{CrosstabState, crosstab_ui};
