//! `table`: a register split by fields down the side and across the top.

use serde::Serialize;

use super::Answer;
use super::arguments::Table;
use super::counting;
use super::error::CommandError;
use super::grid::{Column, Grid};
use super::place::Context;
use super::printing::{
    Balance, Period, Printed, TOTAL, balance_line, heading, number, reports_line,
};
use crate::figures::{Crosstab, Figure, Measure, Slice, dimension_label, key_label};
use crate::language::Language;
use crate::register::Definition;

/// A table, ready to be printed.
struct Printable<'a> {
    definition: &'a Definition,
    title: String,
    figure: Figure,
    table: Crosstab,
    /// How many cases the counted reports came in about; none where cases are counted.
    about: Option<u64>,
}

/// The table as a program reads it.
#[derive(Serialize)]
struct Json<'a> {
    register: &'a str,
    measure: &'static str,
    period: Period,
    rows: &'a [String],
    columns: &'a [String],
    row_keys: &'a [Vec<String>],
    column_keys: &'a [Vec<String>],
    cells: &'a [Vec<u64>],
    row_totals: &'a [u64],
    column_totals: &'a [u64],
    total: u64,
    adds_up: bool,
    balance: Option<Balance>,
}

/// Makes the table that is asked, or the first standard table of the register.
pub(super) fn run(asked: &Table, context: &Context<'_>) -> Result<Answer, CommandError> {
    let language = context.language;
    let vault = context.open()?;
    let definition = vault.definition(&asked.part.register)?;
    let standard = definition
        .tables
        .first()
        .filter(|_| asked.rows.is_empty() && asked.columns.is_empty());
    let named = asked.measure.as_deref();
    let measure = named.or_else(|| standard.and_then(|table| table.measure.as_deref()));
    let (rows, columns, label) = match standard {
        Some(table) => (&table.rows, &table.columns, &table.label),
        None => (&asked.rows, &asked.columns, &definition.label),
    };
    let figure = Figure {
        rows: rows.clone(),
        columns: columns.clone(),
        measure: counting::measure(definition, measure)?,
        period: counting::period(asked.period.as_deref(), context)?,
        slice: Slice::parse(definition, &asked.part.filters)?,
    };
    let columns = counting::columns(&vault, &definition.id)?;
    let table = columns.crosstab(&figure)?;
    let about = match figure.measure {
        Measure::Reports => {
            let rows = columns.rows(&figure.slice, figure.period, figure.measure)?;
            Some(rows.len() as u64)
        }
        _ => None,
    };
    let printable = Printable {
        definition,
        title: label.text(language).to_owned(),
        figure,
        table,
        about,
    };
    let text = printable.printed(asked.part.format, language)?;
    Ok(Answer::all_well(text))
}

impl Printable<'_> {
    /// The rows to print: without fields down the side there is only the line of the totals.
    fn rows(&self) -> &[Vec<String>] {
        if self.figure.rows.is_empty() {
            &[]
        } else {
            &self.table.row_keys
        }
    }

    /// The columns to print: without fields across the top there is only the column of the totals.
    fn columns(&self) -> &[Vec<String>] {
        if self.figure.columns.is_empty() {
            &[]
        } else {
            &self.table.column_keys
        }
    }

    /// The columns of words: the keys of every field down the side, and the word for the totals below the first.
    fn words(&self, language: Language) -> Vec<Column> {
        let total = language.text("cli-total");
        let fields = &self.figure.rows;
        if fields.is_empty() {
            return vec![Column::words(String::new(), vec![total])];
        }
        let columns = fields.iter().enumerate().map(|(at, field)| {
            let label = |key: &String| key_label(self.definition, field, key, language);
            let mut cells: Vec<String> = self.rows().iter().map(|keys| label(&keys[at])).collect();
            cells.push(if at == 0 {
                total.clone()
            } else {
                String::new()
            });
            Column::words(dimension_label(self.definition, field, language), cells)
        });
        columns.collect()
    }

    fn grid(&self, language: Language) -> Grid {
        let mut columns = self.words(language);
        let counts = |cells: Vec<u64>| cells.into_iter().map(|count| number(count, language));
        let fields = self.figure.columns.iter();
        let fields = fields.map(|field| dimension_label(self.definition, field, language));
        // Without the names of the fields nobody knows to what question "yes" and "no" are the answers.
        let fields = fields.collect::<Vec<_>>().join(" / ");
        let rows = 0..self.rows().len();
        for (at, keys) in self.columns().iter().enumerate() {
            let labels = self.figure.columns.iter().zip(keys);
            let labels =
                labels.map(|(field, key)| key_label(self.definition, field, key, language));
            let headings = [fields.clone()].into_iter().chain(labels);
            let mut cells: Vec<u64> = rows.clone().map(|row| self.table.cells[row][at]).collect();
            cells.push(self.table.column_totals[at]);
            columns.push(Column::numbers(headings.collect(), counts(cells).collect()));
        }
        let mut totals: Vec<u64> = rows.map(|row| self.table.row_totals[row]).collect();
        totals.push(self.table.total);
        columns.push(Column::numbers(
            vec![language.text("cli-total")],
            counts(totals).collect(),
        ));
        Grid {
            columns,
            totals: !self.figure.rows.is_empty(),
        }
    }
}

impl Printed for Printable<'_> {
    fn text(&self, language: Language) -> String {
        let Figure {
            measure,
            period,
            slice,
            ..
        } = &self.figure;
        let about = (self.definition, slice);
        let mut text = heading(&self.title, Some(*measure), *period, about, language);
        text += &self.grid(language).text();
        let balance = self
            .table
            .balance
            .map(|found| balance_line(found, language));
        let about = self
            .about
            .map(|cases| reports_line(self.definition, self.table.total, cases, language));
        let parts = (!self.table.adds_up).then(|| language.text("cli-does-not-add-up"));
        let below: Vec<String> = balance.into_iter().chain(about).chain(parts).collect();
        if !below.is_empty() {
            text += &format!("\n{}\n", below.join("\n"));
        }
        text
    }

    fn records(&self, _: Language) -> Vec<Vec<String>> {
        let words = self.figure.rows.len().max(1);
        let line = |mut keys: Vec<String>, counts: &[u64], sum: u64| {
            keys.resize(words, String::new());
            let counts = &counts[..self.columns().len()];
            keys.extend(counts.iter().chain([&sum]).map(u64::to_string));
            keys
        };
        let mut header = self.figure.rows.clone();
        header.resize(words, String::new());
        header.extend(self.columns().iter().map(|keys| keys.join(" / ")));
        header.push(TOTAL.to_owned());
        let mut records = vec![header];
        for (at, keys) in self.rows().iter().enumerate() {
            let (cells, sum) = (&self.table.cells[at], self.table.row_totals[at]);
            records.push(line(keys.clone(), cells, sum));
        }
        records.push(line(
            vec![TOTAL.to_owned()],
            &self.table.column_totals,
            self.table.total,
        ));
        records
    }

    fn json(&self, _: Language) -> impl Serialize {
        let (figure, table) = (&self.figure, &self.table);
        Json {
            register: &self.definition.id,
            measure: figure.measure.name(),
            period: figure.period.into(),
            rows: &figure.rows,
            columns: &figure.columns,
            row_keys: &table.row_keys,
            column_keys: &table.column_keys,
            cells: &table.cells,
            row_totals: &table.row_totals,
            column_totals: &table.column_totals,
            total: table.total,
            adds_up: table.adds_up,
            balance: table.balance.map(Balance::from),
        }
    }
}
