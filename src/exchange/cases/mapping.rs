//! The mapping of the columns of a sheet to the fields of a case.

use super::target::{Target, targets};

use crate::exchange::sheet::ignored::ignored_columns;
use crate::language::{Explain, Label, Language, folded};
use crate::register::Definition;

/// The mapping of the columns of a sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mapping {
    /// The meaning of every column, if it has one.
    columns: Vec<Option<Target>>,
    /// The columns without a meaning in this register, to report to the user.
    ignored: Vec<String>,
}

/// Why the columns of a sheet cannot be mapped.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error, strum::IntoStaticStr)]
pub enum MappingError {
    /// A column was named that the file does not have.
    #[error("no column {column}; there are: {}", columns.join(", "))]
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
    /// Two columns mean the same field.
    #[error("columns {first} and {second} are both {field}")]
    TwoColumns {
        /// The field both of them mean.
        field: String,
        /// The first column.
        first: String,
        /// The second column.
        second: String,
    },
    /// There is no column for the day on which a case began.
    #[error("no column for {}; there are: {}", begin.nl, columns.join(", "))]
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
                    ("columns", columns.join(", ").into()),
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
                    ("columns", columns.join(", ").into()),
                ],
            ),
        }
    }
}

impl Mapping {
    /// Recognises the columns by their headers. What the user chose (column, field) goes before what is recognised.
    ///
    /// # Errors
    /// A choice that names what does not exist, two columns for one field, or none for the begin.
    pub fn new(
        definition: &Definition,
        headers: &[String],
        chosen: &[(String, String)],
    ) -> Result<Self, MappingError> {
        let mut columns: Vec<Option<Target>> = vec![None; headers.len()];
        for (column, field) in chosen {
            let at = headers
                .iter()
                .position(|header| !header.is_empty() && folded(header) == folded(column))
                .ok_or_else(|| MappingError::UnknownColumn {
                    column: column.clone(),
                    columns: named(headers),
                })?;
            let target = Target::named(definition, field).ok_or_else(|| {
                let fields = targets(definition).map(|target| target.id()).collect();
                MappingError::UnknownField {
                    field: field.clone(),
                    fields,
                }
            })?;
            columns[at] = Some(target);
        }
        let chosen = columns.clone();
        for (column, header) in columns
            .iter_mut()
            .zip(headers)
            .filter(|(column, _)| column.is_none())
        {
            *column = Target::named(definition, header)
                .filter(|target| !chosen.contains(&Some(target.clone())));
        }
        let mapping = Self {
            ignored: ignored_columns(&columns, headers),
            columns,
        };
        mapping.check(definition, headers)?;
        Ok(mapping)
    }

    fn check(&self, definition: &Definition, headers: &[String]) -> Result<(), MappingError> {
        for (at, target) in self.targets() {
            if let Some(first) = self.column(target).filter(|first| *first != at) {
                return Err(MappingError::TwoColumns {
                    field: target.id(),
                    first: headers[first].clone(),
                    second: headers[at].clone(),
                });
            }
        }
        if self.column(&Target::Begin).is_none() {
            let begin = definition.begin.label.clone();
            return Err(MappingError::NoBegin {
                begin,
                columns: named(headers),
            });
        }
        Ok(())
    }

    /// The columns that have a meaning, with that meaning.
    pub fn targets(&self) -> impl Iterator<Item = (usize, &Target)> {
        let columns = self.columns.iter().enumerate();
        columns.filter_map(|(at, target)| target.as_ref().map(|target| (at, target)))
    }

    /// The column with this meaning.
    pub fn column(&self, target: &Target) -> Option<usize> {
        self.columns
            .iter()
            .position(|column| column.as_ref() == Some(target))
    }

    /// The headers of the columns without a meaning in this register.
    pub fn ignored(&self) -> &[String] {
        &self.ignored
    }
}

fn named(headers: &[String]) -> Vec<String> {
    headers
        .iter()
        .filter(|header| !header.is_empty())
        .cloned()
        .collect()
}
