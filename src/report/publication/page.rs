//! A page: a table with the lines above and below it.

use crate::language::Language;
use crate::report::delimited::tabbed;
use crate::report::tabulation::Tabulation;
use crate::report::unit::Unit;

/// A table with the lines above and below it.
#[derive(Clone, Debug, PartialEq)]
pub struct Page {
    /// The language it is written in.
    pub language: Language,
    /// Its name where there are several pages.
    pub name: String,
    /// The name of the register that it is about, or of all of them.
    pub register: String,
    /// The lines above the numbers, the first of which is the title.
    pub above: Vec<String>,
    /// The numbers.
    pub table: Tabulation,
    /// The lines below the numbers, the last of which says when it was made and by whom.
    pub below: Vec<String>,
}

impl Page {
    /// Its title.
    pub fn title(&self) -> &str {
        self.above.first().map_or("", String::as_str)
    }

    /// The page as text, with a tab between cells.
    pub fn text(&self) -> String {
        let above = self.above.iter().map(|line| vec![line.clone()]);
        // As precise as it is read, and so that a spreadsheet still takes it for a number.
        let number = |number: f64, unit: Unit| {
            let scale = 10_f64.powi(unit.places() as i32);
            self.language.number((number * scale).round() / scale)
        };
        let records: Vec<_> = above.chain(self.table.labelled_with(number)).collect();
        tabbed(&records)
    }
}
