//! A figure for a spreadsheet: as Dutch Excel opens it, or as the standard has it.

use std::io;

use super::model::Publication;
use crate::report::delimited::{Dialect, csv_in};

/// The numbers of a publication in a dialect.
///
/// # Errors
/// There is no room for them.
pub fn csv(publication: &Publication, dialect: Dialect) -> io::Result<Vec<u8>> {
    match dialect {
        Dialect::Standard => csv_in(dialect, &publication.table.records()),
        Dialect::Excel => csv_in(dialect, &publication.table.labelled(publication.language)),
    }
}
