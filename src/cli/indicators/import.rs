//! `indicators import`: values from a file.

use crate::cli::answer::Answer;
use crate::cli::arguments::indicators::ImportIndicators;
use crate::cli::context::Context;
use crate::cli::error::CommandError;
use crate::cli::import::answer;
use crate::exchange::{IndicatorsJob, import_indicators};

/// Imports a file of values, or reports what importing it would do.
pub(in crate::cli) fn import(
    asked: &ImportIndicators,
    context: &Context<'_>,
) -> Result<Answer, CommandError> {
    let job = IndicatorsJob {
        path: &asked.file,
        dry_run: asked.dry_run,
        all_or_nothing: asked.all_or_nothing,
    };
    let mut vault = context.open()?;
    let result = import_indicators(&mut vault, &job, context.actor, context.clock)?;
    answer(
        &result.imported,
        asked.dry_run,
        asked.format,
        context.language,
    )
}
