//! `table`: the cases of a register, split by fields into rows and columns.

use super::answer::Answer;
use super::arguments::figures::Table;
use super::context::Context;
use super::counting;
use super::error::CommandError;
use super::publishing::{self, quantity};
use super::rates;
use crate::figures::{Figure, Period, Quantity, Slice, read_filter};
use crate::register::{Definition, StandardTable};
use crate::report::{ExportFormat, TableQuestion, case_numbers};

/// Makes the table that is asked for, or the first standard table of the register.
pub(super) fn run(asked: &Table, context: &Context<'_>) -> Result<Answer, CommandError> {
    let language = context.language;
    let file = publishing::file_format(&asked.file, ExportFormat::OF_FIGURES)?;
    let vault = context.open()?;
    let definition = vault.definition(&asked.part.register)?;
    let standard = standard(definition, asked)?;
    let entries = asked.part.entries.as_deref();
    let entries = entries.or_else(|| standard.and_then(|table| table.entries.as_deref()));
    let columns = counting::counted(&vault, &definition.id, entries)?;
    let definition = columns.definition();
    let named = asked.measure.as_deref();
    let measure = named.or_else(|| standard.and_then(|table| table.measure.as_deref()));
    let (rows, across, label) = match standard {
        Some(table) => (&table.rows, &table.columns, &table.label),
        None => (&asked.rows, &asked.columns, &definition.label),
    };
    let quantity = match quantity(&asked.quantity) {
        Quantity::Count => standard.map(Quantity::of_table).unwrap_or_default(),
        asked => asked,
    };
    let against = asked.against.as_deref().map(Period::parse);
    let subsets = asked.of_which.iter();
    let subsets = subsets.map(|written| read_filter(definition, written));
    let question = TableQuestion {
        title: label.text(language).to_owned(),
        figure: Figure {
            entries: entries.map(str::to_owned),
            rows: rows.clone(),
            columns: across.clone(),
            measure: counting::measure(definition, measure)?,
            period: counting::period(asked.period.as_deref(), context)?,
            slice: Slice::parse(definition, &asked.part.filters)?,
        },
        quantity,
        shares: asked.percent,
        against: against.transpose()?,
        subsets: subsets.collect::<Result<_, _>>()?,
    };
    if let Some(kind) = &asked.per {
        let per = rates::per(kind, asked.per_year.as_deref())?;
        return rates::answer(&vault, &columns, &question, &per, asked, context);
    }
    let made = context.made();
    let publication = match file {
        Some(file) if file.holds_cases() => {
            let figure = &question.figure;
            let rows = columns.rows(&figure.slice, figure.period, figure.measure)?;
            let numbers = case_numbers(&vault, &columns, &rows)?;
            question.published_with_cases(&columns, &numbers, &made, language)?
        }
        _ => question.published(&columns, &made, language)?,
    };
    publishing::answered(&publication, asked.part.format, &asked.file, context)
}

/// The standard table that is asked for by name; without rows and columns the first one of what is counted.
fn standard<'a>(
    definition: &'a Definition,
    asked: &Table,
) -> Result<Option<&'a StandardTable>, CommandError> {
    let mut tables = definition.tables.iter();
    if let Some(id) = &asked.table {
        let found = tables.find(|table| table.id == *id);
        return match found {
            Some(table) => Ok(Some(table)),
            None => Err(CommandError::UnknownTable {
                register: definition.id.clone(),
                table: id.clone(),
                known: definition
                    .tables
                    .iter()
                    .map(|table| table.id.clone())
                    .collect(),
            }),
        };
    }
    let split = !asked.rows.is_empty() || !asked.columns.is_empty();
    let mut fitting = tables.filter(|table| !split && table.entries == asked.part.entries);
    Ok(fitting.next())
}
