//! `series`: one figure over consecutive years, quarters or months.

use super::answer::Answer;
use super::arguments::figures::Series;
use super::context::Context;
use super::counting;
use super::error::CommandError;
use super::publishing::{self, quantity};
use crate::figures::{Figure, Slice};
use crate::report::{ExportFormat, SeriesQuestion};

/// Counts in every step.
pub(super) fn run(asked: &Series, context: &Context<'_>) -> Result<Answer, CommandError> {
    let language = context.language;
    publishing::file_format(&asked.file, ExportFormat::OF_FIGURES)?;
    let vault = context.open()?;
    let entries = asked.part.entries.as_deref();
    let columns = counting::counted(&vault, &asked.part.register, entries)?;
    let definition = columns.definition();
    let question = SeriesQuestion {
        title: definition.label.text(language).to_owned(),
        figure: Figure {
            entries: asked.part.entries.clone(),
            rows: asked.by.iter().cloned().collect(),
            columns: Vec::new(),
            measure: counting::measure(definition, asked.measure.as_deref())?,
            period: counting::span(&asked.from, &asked.to)?,
            slice: Slice::parse(definition, &asked.part.filters)?,
        },
        quantity: quantity(&asked.quantity),
        step: asked.step,
        shares: asked.percent,
        year_before: asked.year_before,
    };
    let publication = question.published(&columns, &context.made(), language)?;
    publishing::answered(&publication, asked.part.format, &asked.file, context)
}
