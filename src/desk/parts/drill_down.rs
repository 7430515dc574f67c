//! The cases that are open under a figure: behind which of its numbers they are, and what they are called.

use crate::figures::{Figure, NO, RUNNING, UNKNOWN_KEY, YES, dimension_label, key_label};
use crate::register::{Definition, STAND};
use crate::report::{DrillDown, Part, Publication, period_label};

/// The cases that are open under a figure.
#[derive(Clone)]
pub struct OpenCases {
    /// The figure that counts them.
    pub figure: Figure,
    /// Their heading: "Corporatie, lopend, Meerzicht".
    pub name: String,
    /// The line of the table, or the group of the chart, that they are behind.
    pub line: DrillDown,
    /// The column of the table, or the series of the chart, that they are behind.
    pub column: DrillDown,
}

impl OpenCases {
    /// The cases behind a number of a publication.
    pub fn of(
        publication: &Publication,
        line: &DrillDown,
        column: &DrillDown,
        definition: &Definition,
    ) -> Self {
        Self {
            figure: publication.drill_down(line, column),
            name: named(publication, line, column, definition),
            line: line.clone(),
            column: column.clone(),
        }
    }

    /// The cases behind the same number on another reference date. A number of a period of its own stays as it is; a number of
    /// the period beside the table follows that period.
    pub fn follow(self, publication: &Publication, definition: &Definition) -> Option<Self> {
        if self.line.has_period() {
            return Some(self);
        }
        let mut column = self.column;
        if column.period.is_some() {
            let mut columns = publication.table.columns.iter();
            let earlier = columns.find(|column| column.part == Part::Earlier)?;
            column.clone_from(earlier.drill_down.as_ref()?);
        }
        Some(Self::of(publication, &self.line, &column, definition))
    }
}

/// What the cases behind a line and a column are called: "Corporatie, lopend, Meerzicht".
pub fn named(
    publication: &Publication,
    line: &DrillDown,
    column: &DrillDown,
    definition: &Definition,
) -> String {
    let language = publication.language;
    let mut parts: Vec<String> = Vec::new();
    for (field, key) in column.filters.iter().chain(&line.filters) {
        let label = key_label(definition, field, key, language);
        // The names of choices keep their capital; the words of the program lose it in the middle of a line.
        let own = field == STAND || [RUNNING, UNKNOWN_KEY].contains(&key.as_str());
        parts.push(match key.as_str() {
            // Yes to what?
            YES | NO => {
                let field = dimension_label(definition, field, language);
                format!("{field}: {}", label.to_lowercase())
            }
            _ if own && !parts.is_empty() => label.to_lowercase(),
            _ => label,
        });
    }
    // A point of time is called by its period, also where that is the period of the figure.
    if [line, column].into_iter().any(DrillDown::has_period) {
        let period = DrillDown::period_of(&publication.figure, line, column);
        parts.push(period_label(period, language));
    }
    match parts.is_empty() {
        true => language.text("total"),
        false => parts.join(", "),
    }
}
