//! The rows of a file as they are shown before they are imported: what each would do, cell by cell.

use std::collections::BTreeMap;

use super::row_question::{ComparedLine, RowQuestion};
use crate::exchange::{Mapping, PlannedRow, RowOutcome, Target};
use crate::language::{Explain, Language};
use crate::register::{AddressPart, CaseState, Definition, Value, find};

/// The rows of a file, by what becomes of them.
#[derive(Clone, Debug, Default)]
pub struct RowTable {
    /// The columns: what is fed.
    pub columns: Vec<TableColumn>,
    /// The rows of each outcome.
    pub groups: BTreeMap<RowOutcome, RowGroup>,
    /// The rows about which somebody can decide something.
    pub questions: Vec<RowQuestion>,
}

/// A column of the table.
#[derive(Clone, Debug)]
pub struct TableColumn {
    /// What it shows; of an address the street stands for all of it.
    pub target: Target,
    /// Its heading.
    pub label: String,
    /// The column of the sheet that is corrected here.
    pub source: usize,
    /// In how many rows there is something wrong in it.
    pub problems: usize,
    /// In how many rows it changes a value.
    pub changes: usize,
}

/// The rows with one outcome.
#[derive(Clone, Debug, Default)]
pub struct RowGroup {
    /// How many there are.
    pub count: usize,
    /// The first of them.
    pub rows: Vec<RowText>,
    /// In how many cells a value changes.
    pub changes: usize,
    /// How many of them may be a known case.
    pub duplicates: usize,
}

/// A row.
#[derive(Clone, Debug)]
pub struct RowText {
    /// Its number in the file.
    pub row: usize,
    /// Its cells, one a column of the table.
    pub cells: Vec<CellText>,
    /// What is wrong with it.
    pub problems: Vec<ProblemText>,
    /// Whether it may be a known case.
    pub duplicate: bool,
}

/// A cell.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CellText {
    /// What it holds, or becomes.
    pub text: String,
    /// What it was, where that changes.
    pub before: Option<String>,
    /// What the sheet has in the column that is corrected here.
    pub written: String,
}

/// Something that is wrong in a row.
#[derive(Clone, Debug)]
pub struct ProblemText {
    /// The column of the table; none where it is about the row as a whole.
    pub column: Option<usize>,
    /// The column of the sheet that is wrong.
    pub source: usize,
    /// What the sheet has there.
    pub written: String,
    /// What is wrong, and what to do.
    pub sentence: String,
}

impl RowTable {
    /// An empty table of what a mapping feeds.
    pub(super) fn of(definition: &Definition, mapping: &Mapping, language: Language) -> Self {
        let mut columns: Vec<TableColumn> = Vec::new();
        // The version that a case had is of no interest to who looks at its values.
        let targets = mapping.targets();
        for target in targets.filter(|target| **target != Target::Version) {
            let shown = of_address(target).unwrap_or_else(|| target.clone());
            if columns.iter().any(|column| column.target == shown) {
                continue;
            }
            let label = match &shown {
                Target::Part(field, _) => {
                    let field = definition.field(field);
                    field.map_or_else(String::new, |field| field.label.text(language).to_owned())
                }
                other => other.label(definition, language),
            };
            let source = mapping.column(&shown).or_else(|| mapping.column(target));
            columns.push(TableColumn {
                target: shown,
                label,
                source: source.unwrap_or_default(),
                problems: 0,
                changes: 0,
            });
        }
        columns.sort_by_key(|column| order(definition, &column.target));
        Self {
            columns,
            ..Self::default()
        }
    }

    /// Adds a row, and shows it where there are not too many of its kind yet.
    pub(super) fn add(
        &mut self,
        definition: &Definition,
        mapping: &Mapping,
        planned: &PlannedRow<'_>,
        most: usize,
        language: Language,
    ) {
        let group = self.groups.entry(planned.outcome).or_default();
        group.count += 1;
        group.duplicates += usize::from(planned.duplicate.is_some());
        if group.rows.len() >= most {
            return;
        }
        let cells: Vec<CellText> = self
            .columns
            .iter()
            .map(|column| CellText {
                written: planned.row.text(column.source).into_owned(),
                ..cell(definition, mapping, planned, &column.target, language)
            })
            .collect();
        for (column, cell) in self.columns.iter_mut().zip(&cells) {
            column.changes += usize::from(cell.before.is_some());
            group.changes += usize::from(cell.before.is_some());
        }
        let problems = planned.problems.iter().map(|problem| {
            let named = problem.column.as_ref();
            let source = named.and_then(|name| mapping.names().iter().position(|one| one == name));
            let fed = source.and_then(|source| {
                let mut columns = self.columns.iter();
                columns
                    .position(|column| column.source == source)
                    .or_else(|| fed_by(&self.columns, mapping, source))
            });
            ProblemText {
                column: fed,
                source: source.unwrap_or_default(),
                written: problem.value.clone(),
                sentence: problem.problem.explain(language),
            }
        });
        let problems: Vec<ProblemText> = problems.collect();
        for at in problems.iter().filter_map(|problem| problem.column) {
            self.columns[at].problems += 1;
        }
        group.rows.push(RowText {
            row: planned.row.number,
            cells,
            problems,
            duplicate: planned.duplicate.is_some(),
        });
    }
}

impl RowTable {
    /// What two rows hold, a line a column; nothing of rows that are not among those that are shown.
    pub(super) fn compared_rows(&self, one: usize, other: usize) -> Vec<ComparedLine> {
        let found = |number: usize| {
            let mut rows = self.groups.values().flat_map(|group| &group.rows);
            rows.find(|row| row.row == number)
        };
        let (Some(one), Some(other)) = (found(one), found(other)) else {
            return Vec::new();
        };
        let cells = self.columns.iter().zip(one.cells.iter().zip(&other.cells));
        let lines = cells.map(|(column, (one, other))| ComparedLine {
            label: column.label.clone(),
            texts: [one.text.clone(), other.text.clone(), String::new()],
        });
        lines
            .filter(|line| line.texts.iter().any(|text| !text.is_empty()))
            .collect()
    }
}

/// The column of the table that a column of the sheet feeds in any way.
fn fed_by(columns: &[TableColumn], mapping: &Mapping, source: usize) -> Option<usize> {
    let link = mapping.links().iter().find(|link| link.column == source)?;
    let shown = of_address(&link.target).unwrap_or_else(|| link.target.clone());
    columns.iter().position(|column| column.target == shown)
}

/// The target under which a part of an address is shown.
fn of_address(target: &Target) -> Option<Target> {
    match target {
        Target::Part(field, _) => Some(Target::Part(field.clone(), AddressPart::Street)),
        _ => None,
    }
}

/// Number, begin and address first, then as the list of the register has them, then the others.
fn order(definition: &Definition, target: &Target) -> (usize, usize) {
    let place = |id: &str| definition.list.iter().position(|known| known == id);
    match target {
        Target::Number => (0, 0),
        Target::Since => (1, 0),
        Target::Begin => (1, 1),
        Target::Part(..) => (2, 0),
        Target::Field(id) => place(id).map_or((4, 0), |place| (3, place)),
        _ => (4, 1),
    }
}

fn cell(
    definition: &Definition,
    mapping: &Mapping,
    planned: &PlannedRow<'_>,
    target: &Target,
    language: Language,
) -> CellText {
    let written = || {
        let parts = AddressPart::ALL.map(|(_, part)| part);
        let targets: Vec<Target> = match target {
            Target::Part(field, _) => parts
                .into_iter()
                .rev()
                .map(|part| Target::Part(field.clone(), part))
                .collect(),
            other => vec![other.clone()],
        };
        let mut columns: Vec<usize> = Vec::new();
        for column in targets.iter().flat_map(|target| mapping.columns(target)) {
            if !columns.contains(&column) {
                columns.push(column);
            }
        }
        let texts = columns.into_iter().map(|column| planned.row.text(column));
        let texts: Vec<_> = texts.filter(|text| !text.is_empty()).collect();
        texts.join(" ")
    };
    let only = |text: String| CellText {
        text,
        ..CellText::default()
    };
    let before = planned.before.map(|case| &case.state);
    let state = planned.after.or(before);
    let Some(state) = state.filter(|_| planned.outcome != RowOutcome::Refused) else {
        return only(written());
    };
    if *target == Target::Number {
        let known = planned.before.map(|case| case.number.clone());
        return only(known.unwrap_or_else(written));
    }
    let text = shown(definition, state, target, language);
    let before = before.map(|state| shown(definition, state, target, language));
    let before = before.filter(|before| planned.outcome == RowOutcome::Changed && *before != text);
    // What was emptied says so: nothing beside what it was could as well be forgotten.
    let text = match before.is_some() && text.is_empty() {
        true => language.text("import-emptied"),
        false => text,
    };
    CellText {
        before,
        ..only(text)
    }
}

/// What a case holds of this.
pub(super) fn shown(
    definition: &Definition,
    state: &CaseState,
    target: &Target,
    language: Language,
) -> String {
    let closing = state.closing();
    let text = match target {
        Target::Number | Target::Version => None,
        Target::Begin => state.opened().map(|day| language.date(day)),
        Target::Since => {
            let came = state.preparation.as_ref();
            came.map(|came| language.date(came.opened))
        }
        Target::End => closing.map(|closing| language.date(closing.date)),
        Target::Status => {
            let status = state.status.as_deref().and_then(|id| definition.status(id));
            status.map(|status| status.choice.label.text(language).to_owned())
        }
        Target::Outcome => {
            let outcome = closing.and_then(|closing| closing.outcome.as_ref());
            let choices = definition.outcome.as_ref();
            let choice = outcome
                .zip(choices)
                .and_then(|(id, field)| find(&field.choices, id));
            choice.map(|choice| choice.label.text(language).to_owned())
        }
        Target::Flag(id) => {
            let set = closing.and_then(|closing| closing.flags.get(id));
            set.map(|set| language.text(if *set { "yes" } else { "no" }))
        }
        Target::Field(id) => {
            let value = definition.field(id).zip(state.values.get(id));
            value.map(|(field, value)| field.display(value, language))
        }
        Target::Part(id, _) => match state.values.get(id) {
            Some(Value::Address(address)) => Some(address.line()),
            _ => None,
        },
    };
    text.unwrap_or_default()
}
