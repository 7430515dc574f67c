//! Which column of a sheet says what about a case.

use super::target::{Target, targets};
use crate::language::{Explain, Label, Language};
use crate::register::{Definition, folded};

/// What each column of a sheet says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mapping {
    /// For every column what it says, if anything.
    columns: Vec<Option<Target>>,
    /// The columns that say nothing of this register, so that the user can be told.
    ignored: Vec<String>,
}

/// Why the columns of a sheet cannot be told apart.
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
    /// Two columns say the same.
    #[error("columns {first} and {second} are both {field}")]
    TwoColumns {
        /// The field both of them mean.
        field: String,
        /// The first column.
        first: String,
        /// The second column.
        second: String,
    },
    /// No column says when a case began.
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
            ignored: unnamed(&columns, headers),
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

    /// The columns that say something, with what they say.
    pub fn targets(&self) -> impl Iterator<Item = (usize, &Target)> {
        let columns = self.columns.iter().enumerate();
        columns.filter_map(|(at, target)| target.as_ref().map(|target| (at, target)))
    }

    /// The column that says this.
    pub fn column(&self, target: &Target) -> Option<usize> {
        self.columns
            .iter()
            .position(|column| column.as_ref() == Some(target))
    }

    /// The headers of the columns that say nothing of this register.
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

/// The columns that say nothing that is known. One without a name goes by the letter a spreadsheet gives it.
pub(super) fn unnamed<T>(columns: &[Option<T>], headers: &[String]) -> Vec<String> {
    let without = columns
        .iter()
        .zip(headers)
        .enumerate()
        .filter(|(_, (said, _))| said.is_none());
    let name = |(at, (_, header)): (usize, (_, &String))| {
        if header.is_empty() {
            letter(at)
        } else {
            header.clone()
        }
    };
    without.map(name).collect()
}

fn letter(column: usize) -> String {
    let last = char::from(b'A' + (column % 26) as u8);
    let before = if column < 26 {
        String::new()
    } else {
        letter(column / 26 - 1)
    };
    format!("{before}{last}")
}
