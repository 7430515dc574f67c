//! What can be wrong with a row, in a sentence with which it can be corrected in the file.

use chrono::NaiveDate;

use super::changed_meanwhile::ChangedMeanwhile;
use super::sheet::cells::{Cell, Row};
use crate::figures::PartsExceed;
use crate::language::{Explain, Label, Language};
use crate::register::{Fault, ValueProblem};

/// Something that is wrong in a row, and where.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.explain(Language::English))]
pub struct RowProblem {
    /// The row, as a spreadsheet numbers it.
    pub row: usize,
    /// The header of the column, where the problem is in one.
    pub column: Option<String>,
    /// The text of the cell; blank where something is missing.
    pub value: String,
    /// What is wrong with it.
    pub problem: Problem,
}

/// Why a row is refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    /// There is more in the row than there are columns: in a text file usually a delimiter inside a text.
    TooManyCells {
        /// How many columns the header has.
        columns: usize,
        /// The text beyond the last of them.
        value: String,
        /// Whether the file is a text, in which a delimiter may stand in a text.
        is_text: bool,
    },
    /// The code of a neighbourhood is `BU` with eight digits.
    NotANeighbourhood,
    /// A case needs a begin.
    NoBegin {
        /// The name of the date in this register.
        begin: Label,
    },
    /// The number occurred earlier in the file.
    NumberTwice {
        /// The number.
        number: String,
        /// The row in which it occurred first.
        first: usize,
    },
    /// A case of this number began in another year: it is another case.
    OtherYear {
        /// The number.
        number: String,
        /// The begin that is known.
        known: NaiveDate,
        /// The begin in the file.
        given: NaiveDate,
    },
    /// The case of this number was merged into another one, and the row would change it.
    Merged {
        /// The number.
        number: String,
    },
    /// The list was exported from another vault, or from a later copy of this one: the case or its version is not known here.
    NotFromHere {
        /// The number.
        number: String,
    },
    /// What the row changes was changed here since the list was exported.
    ChangedMeanwhile(Box<ChangedMeanwhile>),
    /// An outcome, or a flag of one, for a case that is not closed.
    NotClosed {
        /// The text of the cell.
        value: String,
    },
    /// A status of ended cases, for a new case without an end.
    StatusOfEnded {
        /// The text of the cell.
        value: String,
    },
    /// A status of running cases, for a new case with an end.
    StatusOfRunning {
        /// The text of the cell.
        value: String,
    },
    /// A flag of another outcome.
    FlagOfOtherOutcome {
        /// The text of the cell.
        value: String,
        /// The flag.
        flag: Label,
        /// The outcomes it belongs to.
        outcomes: Vec<Label>,
    },
    /// Two columns that feed one field say otherwise.
    Contradict {
        /// What the first says.
        first: String,
        /// What the other says.
        second: String,
    },
    /// The date can be read in two ways, and nobody said which.
    DateOrder {
        /// The text of the cell.
        written: String,
    },
    /// A required cell is blank.
    Blank,
    /// Something has to be filled in of which there is no column.
    Lacks {
        /// What it is.
        field: Label,
        /// Why it has to be.
        fault: Fault,
    },
    /// An earlier row of the file is about the same.
    RowTwice {
        /// The row in which it occurred first.
        first: usize,
    },
    /// No indicator goes by this name.
    UnknownIndicator {
        /// The text of the cell.
        value: String,
        /// What there is.
        known: Vec<Label>,
    },
    /// The indicator is defined otherwise.
    DefinedOtherwise {
        /// The text of the cell.
        value: String,
        /// How it is defined.
        defined: &'static str,
    },
    /// A part of an indicator has no budget of its own.
    BudgetOfPart,
    /// The parts of an indicator would be more than the whole.
    PartsExceed(PartsExceed),
    /// The text cannot be read as a value of the field.
    Value(ValueProblem),
    /// The definition does not allow the case as it would become.
    Fault(Fault),
}

impl From<ValueProblem> for Problem {
    fn from(problem: ValueProblem) -> Self {
        Self::Value(problem)
    }
}

impl From<ValueProblem> for Box<Problem> {
    fn from(problem: ValueProblem) -> Self {
        Self::new(problem.into())
    }
}

/// The problem of a row that is longer than the header.
pub(super) fn surplus(row: &Row, columns: usize, is_text: bool) -> Option<RowProblem> {
    let beyond = row.cells.iter().skip(columns);
    let beyond = beyond.filter(|cell| !cell.is_blank());
    let value = beyond.map(Cell::text).collect::<Vec<_>>().join(" ");
    (!value.is_empty()).then(|| RowProblem {
        row: row.number,
        column: None,
        value: value.clone(),
        problem: Problem::TooManyCells {
            columns,
            value,
            is_text,
        },
    })
}

impl Explain for RowProblem {
    fn explain(&self, language: Language) -> String {
        // Row numbers are written as the spreadsheet writes them: without thousands.
        let row = self.row.to_string();
        let problem = self.problem.explain(language);
        match &self.column {
            None => language.say(
                "import-in-row",
                &[("row", row.into()), ("problem", problem.into())],
            ),
            Some(column) => language.say(
                "import-in-column",
                &[
                    ("row", row.into()),
                    ("column", column.into()),
                    ("problem", problem.into()),
                ],
            ),
        }
    }
}

/// What to do about a row that is longer than the header.
fn too_many_cells(columns: usize, value: &str, is_text: bool, language: Language) -> String {
    let id = match is_text {
        true => "import-too-many-cells",
        false => "import-too-many-cells-in-workbook",
    };
    let columns = (columns as i64).into();
    language.say(id, &[("columns", columns), ("value", value.into())])
}

/// What to do about a flag of another outcome.
fn flag_of_other_outcome(
    value: &str,
    flag: &Label,
    outcomes: &[Label],
    language: Language,
) -> String {
    let outcomes: Vec<&str> = outcomes
        .iter()
        .map(|outcome| outcome.text(language))
        .collect();
    language.say(
        "import-flag-of-other-outcome",
        &[
            ("value", value.into()),
            ("flag", flag.text(language).into()),
            ("outcomes", outcomes.join(", ").into()),
        ],
    )
}

/// What has to be filled in of which there is no column.
fn lacks(field: &Label, fault: &Fault, language: Language) -> String {
    let field = field.text(language).into();
    let problem = fault.explain(language).into();
    language.say("import-lacks", &[("field", field), ("problem", problem)])
}

impl Explain for Problem {
    fn explain(&self, language: Language) -> String {
        let of_value = |id, value: &str| language.say(id, &[("value", value.into())]);
        match self {
            Self::TooManyCells {
                columns,
                value,
                is_text,
            } => too_many_cells(*columns, value, *is_text, language),
            Self::NoBegin { begin } => {
                language.say("import-no-begin", &[("begin", begin.text(language).into())])
            }
            Self::NumberTwice { number, first } => language.say(
                "import-number-twice",
                &[
                    ("number", number.into()),
                    ("first", first.to_string().into()),
                ],
            ),
            Self::OtherYear {
                number,
                known,
                given,
            } => language.say(
                "import-other-year",
                &[
                    ("number", number.into()),
                    ("known", language.date(*known).into()),
                    ("given", language.date(*given).into()),
                ],
            ),
            Self::Merged { number } => language.say("import-merged", &[("number", number.into())]),
            Self::NotFromHere { number } => {
                language.say("import-not-from-here", &[("number", number.into())])
            }
            Self::ChangedMeanwhile(changed) => changed.explain(language),
            Self::NotClosed { value } => of_value("import-not-closed", value),
            Self::StatusOfEnded { value } => of_value("import-status-of-ended", value),
            Self::StatusOfRunning { value } => of_value("import-status-of-running", value),
            Self::FlagOfOtherOutcome {
                value,
                flag,
                outcomes,
            } => flag_of_other_outcome(value, flag, outcomes, language),
            Self::Contradict { first, second } => language.say(
                "import-contradict",
                &[("first", first.into()), ("second", second.into())],
            ),
            Self::DateOrder { written } => of_value("import-date-order", written),
            Self::Blank => language.text("import-blank"),
            Self::Lacks { field, fault } => lacks(field, fault, language),
            Self::RowTwice { first } => {
                language.say("import-row-twice", &[("first", first.to_string().into())])
            }
            Self::UnknownIndicator { value, known } => {
                let known: Vec<&str> = known.iter().map(|label| label.text(language)).collect();
                language.say(
                    "import-unknown-indicator",
                    &[("value", value.into()), ("known", known.join("; ").into())],
                )
            }
            Self::DefinedOtherwise { value, defined } => language.say(
                "import-defined-otherwise",
                &[("value", value.into()), ("defined", (*defined).into())],
            ),
            Self::BudgetOfPart => language.text("import-budget-of-part"),
            Self::NotANeighbourhood => language.text("districts-not-a-neighbourhood"),
            Self::PartsExceed(problem) => problem.explain(language),
            Self::Value(problem) => problem.explain(language),
            Self::Fault(fault) => fault.explain(language),
        }
    }
}
