//! Why a file of figures cannot be read or imported.

use super::headers::HeaderError;
use super::sheet::error::ReadError;
use crate::language::{Explain, Language};
use crate::store::StoreError;

/// Why a file of figures cannot be read or imported.
#[derive(Debug, thiserror::Error, strum::IntoStaticStr)]
pub enum FiguresFileError {
    /// The file cannot be read.
    #[error(transparent)]
    #[strum(transparent)]
    Read(#[from] ReadError),
    /// Its columns are not those that are needed.
    #[error(transparent)]
    #[strum(transparent)]
    Header(#[from] HeaderError),
    /// The vault refuses.
    #[error(transparent)]
    #[strum(transparent)]
    Store(#[from] StoreError),
    /// The vault has no list of districts, or none of what can be known of them.
    #[error("no list of districts and their characteristics")]
    NoDistricts,
    /// The table that says in which district a neighbourhood lies is empty.
    #[error("no table of neighbourhoods")]
    NoNeighbourhoods,
    /// Neither the file nor who imports it says of which year it is.
    #[error("no year")]
    NoYear,
}

impl Explain for FiguresFileError {
    fn explain(&self, language: Language) -> String {
        match self {
            Self::Read(error) => error.explain(language),
            Self::Header(error) => error.explain(language),
            Self::Store(error) => error.explain(language),
            Self::NoDistricts => language.text("districts-no-lists"),
            Self::NoNeighbourhoods => language.text("districts-no-neighbourhoods"),
            Self::NoYear => language.text("districts-no-year"),
        }
    }
}
