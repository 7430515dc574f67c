//! A figure that is printed, or put in a file.

use super::Answer;
use super::arguments::{Format, Publishing, Said};
use super::error::CommandError;
use super::place::Context;
use super::printing::published;
use crate::figures::Quantity;
use crate::report::{ExportFormat, Exportable, Publication, save_export};

/// What is said of the cases; how many there are, where nothing else is asked.
pub(super) fn quantity(said: &Said) -> Quantity {
    let Said {
        distinct,
        sum,
        average,
        duration,
    } = said;
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

/// The kind of file that is asked for, of those that can be made; none where it is printed. A name that is none is refused
/// before any work.
pub(super) fn file(
    asked: &Publishing,
    known: &'static [ExportFormat],
) -> Result<Option<ExportFormat>, CommandError> {
    let named = asked.out.as_deref();
    let named = named.map(|path| ExportFormat::of(path, known));
    Ok(named.transpose()?)
}

/// The figure in the form that was asked for, or the file that it went to.
pub(super) fn answered(
    publication: &Publication,
    format: Format,
    asked: &Publishing,
    context: &Context<'_>,
) -> Result<Answer, CommandError> {
    match saved(publication, asked, context)? {
        Some(answer) => Ok(answer),
        None => Ok(Answer::all_well(published(publication, format)?)),
    }
}

/// The file that it went to; none where none was asked for.
pub(super) fn saved(
    outgoing: &dyn Exportable,
    asked: &Publishing,
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
