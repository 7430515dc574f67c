//! Publishes a figure as a table, with what is asked beside its numbers: shares, another period, and subsets.

use std::collections::HashMap;

use super::answer::Answer;
use super::captions::notes;
use super::cases::in_cells;
use super::figure_json;
use super::model::Publication;
use super::table_chart::table_chart;
use super::table_question::{TableAnswer, TablePair, TableQuestion};
use crate::figures::{
    Balance, Change, Columns, Crosstab, Figure, FigureError, Measure, Number, Quantity, Whole,
    dimension_label, key_label, share,
};
use crate::language::Language;
use crate::register::CaseKey;
use crate::report::chart::Chart;
use crate::report::drill_down::DrillDown;
use crate::report::labels::{days, period_label};
use crate::report::made::Made;
use crate::report::tabulation::{Column, Heading, Line, LineKind, Part, Tabulation};
use crate::report::unit::Unit;

/// The id of the totals.
const TOTAL: &str = "totaal";

impl TableQuestion {
    /// The answer as it is published.
    ///
    /// # Errors
    /// A field, value, measure or quantity this register does not have, or shares of what has none.
    pub fn published(
        &self,
        columns: &Columns,
        made: &Made,
        language: Language,
    ) -> Result<Publication, FigureError> {
        self.answer(columns)?.published(columns, made, language)
    }

    /// The same, with the cases behind its cells by their numbers.
    ///
    /// # Errors
    /// Those of [`TableQuestion::published`].
    pub fn published_with_cases(
        &self,
        columns: &Columns,
        numbers: &HashMap<CaseKey, String>,
        made: &Made,
        language: Language,
    ) -> Result<Publication, FigureError> {
        let mut publication = self.published(columns, made, language)?;
        publication.cases = in_cells(columns, self, numbers, language)?;
        Ok(publication)
    }

    /// A sentence with the whole that the numbers are shares of.
    fn shares_line(&self, total: Number, language: Language) -> Option<String> {
        let id = match self.shares? {
            Whole::Row => "shares-of-row",
            Whole::Column => "shares-of-column",
            Whole::All => "shares-of-all",
        };
        let total = Unit::of(&self.quantity).written(total, language);
        Some(language.say(id, &[("total", total.into())]))
    }
}

impl Answer for TableAnswer<'_> {
    fn title(&self) -> &str {
        &self.question.title
    }

    fn figure(&self) -> &Figure {
        &self.question.figure
    }

    fn quantity(&self) -> &Quantity {
        &self.question.quantity
    }

    fn tabulation(&self, language: Language) -> Tabulation {
        let figure = &self.question.figure;
        let label = |id: &String| Heading {
            id: id.clone(),
            label: dimension_label(self.definition, id, language),
        };
        let words = match &figure.rows[..] {
            [] => vec![Heading::default()],
            rows => rows.iter().map(label).collect(),
        };
        let printed = self.shares.as_ref().unwrap_or(&self.whole);
        let mut lines = Vec::new();
        if !figure.rows.is_empty() {
            for (at, keys) in self.whole.now.row_keys.iter().enumerate() {
                let labels = figure.rows.iter().zip(keys);
                let labels = labels.map(|(id, key)| key_label(self.definition, id, key, language));
                let to_row = DrillDown::keys(&figure.rows, keys);
                lines.push(Line {
                    keys: keys.clone(),
                    labels: labels.collect(),
                    numbers: self.numbers(At::Row(at), printed),
                    kind: LineKind::Row,
                    drill_down: to_row.clone(),
                });
                lines.extend(self.subset_lines(At::Row(at), &to_row, words.len(), language));
            }
        }
        let total = |name: String| {
            let mut words = vec![String::new(); words.len()];
            words[0] = name;
            words
        };
        lines.push(Line {
            keys: total(TOTAL.to_owned()),
            labels: total(language.text("cli-total")),
            numbers: self.numbers(At::Total, printed),
            kind: LineKind::Total,
            drill_down: DrillDown::default(),
        });
        let all = DrillDown::default();
        lines.extend(self.subset_lines(At::Total, &all, words.len(), language));
        let shares_add_up = !matches!(self.question.shares, Some(Whole::Row | Whole::Column));
        Tabulation {
            words,
            columns: self.columns(language),
            lines,
            adds_up: self.whole.now.adds_up && shares_add_up,
        }
    }

    fn chart(&self, table: &Tabulation, language: Language) -> Chart {
        table_chart(self, table, language)
    }

    fn json(&self, made: &Made) -> String {
        figure_json::of_table(self, made)
    }

    /// The balance of the cases, whatever is computed from them.
    fn balance(&self, columns: &Columns) -> Result<Option<Balance>, FigureError> {
        let Figure {
            slice,
            period,
            measure,
            ..
        } = self.figure();
        let of_cases = self.definition.has_spells() && *measure != Measure::Reports;
        match self.whole.now.balance {
            None if of_cases => columns.balance(slice, *period).map(Some),
            known => Ok(known),
        }
    }

    fn notes(&self, columns: &Columns, language: Language) -> Result<Vec<String>, FigureError> {
        let total = self.whole.now.total;
        let mut notes = notes(columns, self.figure(), self.quantity(), total, language)?;
        notes.extend(self.question.shares_line(total, language));
        if let Some(against) = self.question.against {
            let days = days(against, language);
            notes.push(language.say("publication-against", &[("days", days.into())]));
        }
        Ok(notes)
    }
}

/// A line of a table: a row, or the totals.
#[derive(Clone, Copy)]
enum At {
    Row(usize),
    Total,
}

impl At {
    fn cells(self, table: &Crosstab<Number>) -> &[Number] {
        match self {
            Self::Row(at) => &table.cells[at],
            Self::Total => &table.column_totals,
        }
    }

    fn total(self, table: &Crosstab<Number>) -> Number {
        match self {
            Self::Row(at) => table.row_totals[at],
            Self::Total => table.total,
        }
    }
}

impl TableAnswer<'_> {
    fn columns(&self, language: Language) -> Vec<Column> {
        let (figure, unit) = (&self.question.figure, self.unit());
        let fields = figure.columns.iter();
        let fields = fields.map(|field| dimension_label(self.definition, field, language));
        // Without the names of the fields nobody knows to what question "yes" and "no" are the answers.
        let fields = fields.collect::<Vec<_>>().join(" / ");
        let mut columns = Vec::new();
        if self.has_parts() {
            for keys in &self.whole.now.column_keys {
                let labels = figure.columns.iter().zip(keys);
                let labels = labels.map(|(id, key)| key_label(self.definition, id, key, language));
                columns.push(Column {
                    id: keys.join(" / "),
                    headings: [fields.clone()].into_iter().chain(labels).collect(),
                    unit,
                    part: Part::Part,
                    drill_down: Some(DrillDown::keys(&figure.columns, keys)),
                });
            }
        }
        let beside = |id: &str, heading: String, unit, part| Column {
            id: id.to_owned(),
            headings: vec![heading],
            unit,
            part,
            drill_down: match part {
                Part::Part | Part::Total => Some(DrillDown::default()),
                Part::Earlier => self.question.against.map(DrillDown::in_period),
                Part::Change => None,
            },
        };
        columns.push(beside(TOTAL, language.text("cli-total"), unit, Part::Total));
        if let Some(against) = self.question.against {
            let name = against.name();
            let heading = period_label(against, language);
            columns.push(beside(&name, heading, unit, Part::Earlier));
            columns.extend(Column::of_change(self.question.shares.is_some(), language));
        }
        columns
    }

    fn numbers(&self, at: At, answer: &TablePair) -> Vec<Number> {
        let parts = at.cells(&answer.now).iter().filter(|_| self.has_parts());
        let mut numbers: Vec<Number> = parts.copied().collect();
        self.with_change(
            &mut numbers,
            at.total(&answer.now),
            answer.earlier.as_ref().map(|earlier| at.total(earlier)),
        );
        numbers
    }

    /// A subset of a line: its numbers, or as shares those of the numbers it is a subset of.
    fn subset_lines(
        &self,
        at: At,
        whole: &DrillDown,
        words: usize,
        language: Language,
    ) -> Vec<Line> {
        let lines = self.question.subsets.iter().zip(&self.subsets);
        let lines = lines.map(|((field, key), subset)| {
            let of = |part: Number, whole: Number| match self.question.shares {
                Some(_) => share(part, whole),
                None => part,
            };
            let cells = at.cells(&subset.now).iter().zip(at.cells(&self.whole.now));
            let cells = cells.filter(|_| self.has_parts());
            let mut numbers: Vec<Number> = cells.map(|(part, whole)| of(*part, *whole)).collect();
            let earlier = subset.earlier.as_ref().zip(self.whole.earlier.as_ref());
            let earlier = earlier.map(|(part, whole)| of(at.total(part), at.total(whole)));
            let now = of(at.total(&subset.now), at.total(&self.whole.now));
            self.with_change(&mut numbers, now, earlier);
            let mut labels = vec![String::new(); words];
            let label = dimension_label(self.definition, field, language);
            let value = key_label(self.definition, field, key, language);
            let which = [("field", label.into()), ("value", value.into())];
            labels[words - 1] = language.say("publication-of-which", &which);
            let mut keys = vec![String::new(); words];
            keys[words - 1] = format!("{field}={key}");
            Line {
                keys,
                labels,
                numbers,
                kind: LineKind::Subset,
                drill_down: whole.clone().and(field, key),
            }
        });
        lines.collect()
    }

    /// Adds the total, and where another period stands beside it that total and the difference.
    fn with_change(&self, numbers: &mut Vec<Number>, now: Number, earlier: Option<Number>) {
        numbers.push(now);
        if let Some(earlier) = earlier {
            let change = Change::between(earlier, now);
            numbers.extend([earlier, change.difference]);
            // Of shares the difference is one in percentages already.
            numbers.extend(self.question.shares.is_none().then_some(change.percent));
        }
    }
}
