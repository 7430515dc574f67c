//! Why nothing was imported.

use super::mapping_error::MappingError;
use crate::exchange::sheet::error::ReadError;
use crate::language::{Explain, Language};
use crate::store::StoreError;

/// Why nothing was imported.
#[derive(Debug, thiserror::Error, strum::IntoStaticStr)]
pub enum ImportError {
    /// The file cannot be read.
    #[error(transparent)]
    #[strum(transparent)]
    Read(#[from] ReadError),
    /// Its columns cannot be mapped.
    #[error(transparent)]
    #[strum(transparent)]
    Mapping(#[from] MappingError),
    /// The vault refuses.
    #[error(transparent)]
    #[strum(transparent)]
    Store(#[from] StoreError),
    /// Somebody stopped it.
    #[error("stopped")]
    Stopped,
}

impl Explain for ImportError {
    fn explain(&self, language: Language) -> String {
        match self {
            Self::Read(error) => error.explain(language),
            Self::Mapping(error) => error.explain(language),
            Self::Store(error) => error.explain(language),
            Self::Stopped => language.text("import-stopped"),
        }
    }
}
