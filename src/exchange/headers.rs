//! The columns of a file of figures, found by their names. A file of cases has a mapping instead, because every
//! municipality names its columns in its own way.

use super::problem::{Problem, RowProblem};
use super::sheet::cells::{Row, Sheet};
use super::sheet::names::ignored_columns;
use super::some_of::some_of;
use crate::language::{Explain, Label, Language, folded};
use crate::register::ValueProblem;

/// Why the columns of a file of figures are not those that are needed.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error, strum::IntoStaticStr)]
pub enum HeaderError {
    /// A required column is not there.
    #[error(
        "no column {column}; there are: {}",
        some_of(columns, Language::English)
    )]
    Missing {
        /// The name it has to have.
        column: String,
        /// The columns that exist.
        columns: Vec<String>,
    },
    /// Two columns have the same meaning.
    #[error("columns {first} and {second} are both {column}")]
    Twice {
        /// The name for both of them.
        column: String,
        /// The first column.
        first: String,
        /// The second column.
        second: String,
    },
}

impl Explain for HeaderError {
    fn explain(&self, language: Language) -> String {
        match self {
            Self::Missing { column, columns } => language.say(
                "columns-missing",
                &[
                    ("column", column.into()),
                    ("columns", some_of(columns, language).into()),
                ],
            ),
            Self::Twice {
                column,
                first,
                second,
            } => language.say(
                "columns-twice",
                &[
                    ("column", column.into()),
                    ("first", first.into()),
                    ("second", second.into()),
                ],
            ),
        }
    }
}

/// Why a row is refused; rare, and large beside what a row says.
pub(super) type Refused = Box<RowProblem>;

/// A column by the names under which it is known, the usual one first.
pub(super) type Names = &'static [&'static str];

/// The columns of a sheet that were asked for so far.
pub(super) struct Headers<'a> {
    sheet: &'a Sheet,
    found: Vec<Option<Names>>,
}

impl<'a> Headers<'a> {
    /// The columns of this sheet, of which none was asked for yet.
    pub fn of(sheet: &'a Sheet) -> Self {
        let found = vec![None; sheet.headers.len()];
        Self { sheet, found }
    }

    /// The column with one of these names.
    ///
    /// # Errors
    /// There is none, or there are two.
    pub fn required(&mut self, names: Names) -> Result<Column, HeaderError> {
        let column = self.optional(names)?;
        let missing = || HeaderError::Missing {
            column: usual(names),
            columns: self.sheet.headers.clone(),
        };
        column.at.is_some().then_some(column).ok_or_else(missing)
    }

    /// The column with one of these names, or one that is blank in every row.
    ///
    /// # Errors
    /// There are two.
    pub fn optional(&mut self, names: Names) -> Result<Column, HeaderError> {
        let headers = self.sheet.headers.iter().enumerate();
        let mut named = headers.filter(|(_, header)| names.contains(&folded(header).as_str()));
        let first = named.next();
        if let (Some((_, first)), Some((_, second))) = (first, named.next()) {
            return Err(HeaderError::Twice {
                column: usual(names),
                first: first.clone(),
                second: second.clone(),
            });
        }
        if let Some((at, _)) = first {
            self.found[at] = Some(names);
        }
        Ok(Column {
            header: first.map_or_else(|| usual(names), |(_, header)| header.clone()),
            at: first.map(|(at, _)| at),
        })
    }

    /// The column at this place, whatever its name is.
    pub fn at(&mut self, at: usize) -> Column {
        if let Some(found) = self.found.get_mut(at) {
            *found = Some(&[]);
        }
        let header = self.sheet.headers.get(at);
        Column {
            header: header.cloned().unwrap_or_default(),
            at: Some(at),
        }
    }

    /// Whether there is a column with one of these names.
    pub fn has(&self, names: Names) -> bool {
        let mut headers = self.sheet.headers.iter();
        headers.any(|header| names.contains(&folded(header).as_str()))
    }

    /// The columns that nobody asked for yet.
    pub fn unused(&self) -> Vec<String> {
        ignored_columns(&self.found, &self.sheet.headers)
    }

    /// The columns that nobody asked for.
    pub fn ignored(self) -> Vec<String> {
        ignored_columns(&self.found, &self.sheet.headers)
    }
}

/// The usual one of these names.
fn usual(names: Names) -> String {
    names.first().copied().unwrap_or_default().to_owned()
}

/// One column of a sheet.
pub(super) struct Column {
    header: String,
    at: Option<usize>,
}

impl Column {
    /// The text of the cell in this row; blank where the sheet has no such column.
    pub fn text(&self, row: &Row) -> String {
        let text = self.at.map(|at| row.text(at).into_owned());
        text.unwrap_or_default()
    }

    /// The cell read by `read`; nothing where it is blank.
    ///
    /// # Errors
    /// It cannot be read.
    pub fn read<T>(
        &self,
        row: &Row,
        read: impl FnOnce(&str) -> Result<T, ValueProblem>,
    ) -> Result<Option<T>, Refused> {
        let written = self.text(row);
        if written.is_empty() {
            return Ok(None);
        }
        let read = read(&written).map(Some);
        read.map_err(|problem| self.problem(row, Problem::Value(problem)))
    }

    /// The same where a blank is a mistake too.
    ///
    /// # Errors
    /// It is blank, or cannot be read.
    pub fn need<T>(
        &self,
        row: &Row,
        read: impl FnOnce(&str) -> Result<T, ValueProblem>,
    ) -> Result<T, Refused> {
        let missing = || self.problem(row, Problem::Blank);
        self.read(row, read)?.ok_or_else(missing)
    }

    /// A problem of the cell in this row.
    pub fn problem(&self, row: &Row, problem: Problem) -> Refused {
        Box::new(RowProblem {
            row: row.number,
            column: Some(self.header.clone()),
            value: self.text(row),
            problem,
        })
    }
}

/// What has this name.
///
/// # Errors
/// Nothing has; the problem says which names there are.
pub(super) fn named<T: Copy>(names: &[(&str, T)], written: &str) -> Result<T, ValueProblem> {
    let wanted = folded(written);
    let found = names.iter().find(|(name, _)| *name == wanted);
    let unknown = || ValueProblem::NotAChoice {
        written: written.to_owned(),
        offered: names.iter().map(|(name, _)| label(name)).collect(),
    };
    found.map(|(_, meant)| *meant).ok_or_else(unknown)
}

/// A name that is the same in every language.
pub(super) fn label(name: &str) -> Label {
    Label {
        nl: name.to_owned(),
        en: None,
    }
}
