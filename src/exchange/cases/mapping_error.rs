//! Why the columns of a file cannot be mapped.

use crate::exchange::some_of::some_of;
use crate::language::{Explain, Label, Language};

/// Why the columns of a sheet cannot be mapped.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error, strum::IntoStaticStr)]
pub enum MappingError {
    /// A column was named that the file does not have.
    #[error(
        "no column {column}; there are: {}",
        some_of(columns, Language::English)
    )]
    UnknownColumn {
        /// What was named.
        column: String,
        /// The columns that exist.
        columns: Vec<String>,
    },
    /// A field was named that the register does not have.
    #[error("no field {field}; there are: {}", fields.join(", "))]
    UnknownField {
        /// What was named.
        field: String,
        /// The fields that exist.
        fields: Vec<String>,
    },
    /// Two columns are called after the same field, and nobody chose between them.
    #[error("columns {first} and {second} are both {field}")]
    TwoColumns {
        /// The field both of them are called after.
        field: String,
        /// The first column.
        first: String,
        /// The second column.
        second: String,
    },
    /// There is no column for the day on which a case began.
    #[error("no column for {}; there are: {}", begin.nl, some_of(columns, Language::English))]
    NoBegin {
        /// How the date is called in this register.
        begin: Label,
        /// The columns that exist.
        columns: Vec<String>,
    },
}
impl Explain for MappingError {
    fn explain(&self, language: Language) -> String {
        match self {
            Self::UnknownColumn { column, columns } => language.say(
                "import-unknown-column",
                &[
                    ("column", column.into()),
                    ("columns", some_of(columns, language).into()),
                ],
            ),
            Self::UnknownField { field, fields } => language.say(
                "import-unknown-field",
                &[
                    ("field", field.into()),
                    ("fields", fields.join(", ").into()),
                ],
            ),
            Self::TwoColumns {
                field,
                first,
                second,
            } => language.say(
                "import-two-columns",
                &[
                    ("field", field.into()),
                    ("first", first.into()),
                    ("second", second.into()),
                ],
            ),
            Self::NoBegin { begin, columns } => language.say(
                "import-no-begin-column",
                &[
                    ("begin", begin.text(language).into()),
                    ("columns", some_of(columns, language).into()),
                ],
            ),
        }
    }
}
