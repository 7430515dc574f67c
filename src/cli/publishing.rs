//! Printing a figure, or writing it to a file.

use super::answer::Answer;
use super::arguments::figures::{FigureFile, QuantityArguments};
use super::arguments::values::Format;
use super::context::Context;
use super::error::CommandError;
use super::printing::published;
use crate::figures::Quantity;
use crate::report::{ExportFormat, Exportable, Publication, save_export};

/// The quantity that is asked for; without one, how many cases there are.
pub(super) fn quantity(asked: &QuantityArguments) -> Quantity {
    let QuantityArguments {
        distinct,
        sum,
        average,
        duration,
    } = asked;
    let persons = distinct.as_ref().map(|_| Quantity::Persons);
    let sum = sum.as_ref().map(|field| Quantity::Sum(field.clone()));
    let average = average
        .as_ref()
        .map(|field| Quantity::Average(field.clone()));
    let duration = duration.map(Quantity::Duration);
    // At most one of them was given.
    let given = persons.or(sum).or(average).or(duration);
    given.unwrap_or_default()
}

/// The format of the file that is asked for, of those that can be made; none where the figure is printed. Another file
/// name is refused before any work.
pub(super) fn file_format(
    asked: &FigureFile,
    known: &'static [ExportFormat],
) -> Result<Option<ExportFormat>, CommandError> {
    let named = asked.out.as_deref();
    let named = named.map(|path| ExportFormat::of(path, known));
    Ok(named.transpose()?)
}

/// Prints the figure in this format, or writes it to the file that is asked for.
pub(super) fn answered(
    publication: &Publication,
    format: Format,
    asked: &FigureFile,
    context: &Context<'_>,
) -> Result<Answer, CommandError> {
    match saved(publication, asked, context)? {
        Some(answer) => Ok(answer),
        None => Ok(Answer::all_well(published(publication, format)?)),
    }
}

/// Writes the file that is asked for; none where none is.
pub(super) fn saved(
    outgoing: &dyn Exportable,
    asked: &FigureFile,
    context: &Context<'_>,
) -> Result<Option<Answer>, CommandError> {
    let Some(path) = &asked.out else {
        return Ok(None);
    };
    save_export(outgoing, path, asked.dialect, asked.overwrite)?;
    let file = path.display().to_string();
    let made = context
        .language
        .say("cli-file-made", &[("file", file.into())]);
    Ok(Some(Answer::all_well(format!("{made}\n"))))
}
