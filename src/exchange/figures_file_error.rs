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
}

impl Explain for FiguresFileError {
    fn explain(&self, language: Language) -> String {
        match self {
            Self::Read(error) => error.explain(language),
            Self::Header(error) => error.explain(language),
            Self::Store(error) => error.explain(language),
        }
    }
}
