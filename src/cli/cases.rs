//! `cases`: the cases behind a figure, newest first.

use std::collections::HashMap;

use super::answer::Answer;
use super::arguments::figures::Cases;
use super::arguments::values::Format;
use super::context::Context;
use super::counting;
use super::error::CommandError;
use super::grid::{Column, Grid};
use super::printing::{above, csv_of};
use super::publishing;
use crate::figures::{Figure, Order, Slice};
use crate::report::{CaseColumn, CaseList, Content, ExportFormat, ListQuestion, ListedCases};

/// Lists the cases that a table with the same period, filters and measure counts.
pub(super) fn run(asked: &Cases, context: &Context<'_>) -> Result<Answer, CommandError> {
    let language = context.language;
    publishing::file_format(&asked.file, ExportFormat::OF_LISTS)?;
    let vault = context.open()?;
    let definition = vault.definition(&asked.part.register)?;
    let entries = asked.part.entries.as_deref();
    let columns = counting::counted(&vault, &definition.id, entries)?;
    let figure = Figure {
        entries: asked.part.entries.clone(),
        rows: Vec::new(),
        columns: Vec::new(),
        measure: counting::measure(columns.definition(), asked.measure.as_deref())?,
        period: counting::period(asked.period.as_deref(), context)?,
        slice: Slice::parse(columns.definition(), &asked.part.filters)?,
    };
    let mut rows = columns.rows(&figure.slice, figure.period, figure.measure)?;
    columns.sort(&mut rows, Order::Begin, true)?;
    let most = asked.limit.unwrap_or(usize::MAX);
    let behind = columns.cases_of(&rows);
    let keys: Vec<_> = behind.iter().take(most).map(|(key, _)| *key).collect();
    let cases = vault.store(&definition.id)?.cases(&keys)?;
    let question = ListQuestion {
        title: definition.label.text(language).to_owned(),
        listed: ListedCases::OfFigure(Box::new(figure), None),
        slice: Slice::whole(),
        list_filters: Vec::new(),
        searched: false,
        sharing: None,
        columns: CaseColumn::counted(definition),
        group: None,
        cases: vec![(None, keys)],
        all: behind.len(),
    };
    // What follows from the tasks and the timeline is not counted.
    let days = HashMap::new();
    let list = question.published(definition, &cases, &days, &context.made(), language);
    if let Some(saved) = publishing::saved(&list, &asked.file, context)? {
        return Ok(saved);
    }
    Ok(Answer::all_well(match asked.part.format {
        Format::Text => text(&list),
        Format::Csv => csv_of(&list.records())?,
        Format::Json => list.json(),
    }))
}

/// The list as text.
fn text(list: &CaseList) -> String {
    let lines: Vec<&Vec<Content>> = list.groups.iter().flat_map(|group| &group.lines).collect();
    let column = |(at, (_, label)): (usize, &(String, String))| {
        let cells = lines.iter().map(|line| line[at].text(list.language));
        Column::words(label.clone(), cells.collect())
    };
    let grid = Grid {
        columns: list.columns.iter().enumerate().map(column).collect(),
        totals: 0,
    };
    let below = list.below().join("\n");
    format!("{}{}\n{below}\n", above(list.above()), grid.text())
}
