//! Loading what is counted of a register, and reading period and measure from the arguments.

use std::sync::Arc;

use super::context::Context;
use super::error::CommandError;
use crate::figures::{Columns, FigureError, LoadError, Measure, Period, Step};
use crate::register::Definition;
use crate::store::{StoreError, Vault};

/// The cases of a register, or the entries of a kind on their timelines, ready to be counted.
pub(super) fn counted(
    vault: &Vault,
    register: &str,
    entries: Option<&str>,
) -> Result<Arc<Columns>, CommandError> {
    let columns = Arc::new(columns(vault, register)?);
    Ok(columns.counting(entries)?)
}

/// The cases of a register, ready to be counted.
pub(super) fn columns(vault: &Vault, register: &str) -> Result<Columns, CommandError> {
    let definition = vault.definition(register)?;
    let store = vault.store(register)?;
    Columns::load(definition.clone(), |visit| store.counted(register, visit)).map_err(
        |error: LoadError<StoreError>| match error {
            LoadError::Source(error) => CommandError::Store(error),
            LoadError::Unreadable => CommandError::Uncountable(register.to_owned()),
        },
    )
}

/// The period that is written, or this whole year.
pub(super) fn period(written: Option<&str>, context: &Context<'_>) -> Result<Period, CommandError> {
    match written {
        Some(written) => Ok(Period::parse(written)?),
        None => Ok(Step::Year.containing(context.clock.today())),
    }
}

/// The days from the first of one period to the last of another.
pub(super) fn span(from: &str, to: &str) -> Result<Period, CommandError> {
    let (from, to) = (Period::parse(from)?, Period::parse(to)?);
    Ok(Period::between(from.from, to.to)?)
}

/// The measure with this name, or what the register counts when nobody says otherwise.
pub(super) fn measure(
    definition: &Definition,
    name: Option<&str>,
) -> Result<Measure, CommandError> {
    let fitting = Measure::of_register(definition);
    let Some(name) = name else {
        return Ok(Measure::default_of(definition.kind));
    };
    let named = Measure::named(name).filter(|measure| fitting.contains(measure));
    Ok(named.ok_or_else(|| FigureError::UnknownMeasure {
        register: definition.id.clone(),
        measure: name.to_owned(),
        known: fitting.iter().map(|fits| fits.name().to_owned()).collect(),
    })?)
}
