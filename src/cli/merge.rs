//! `merge`: merging a case into another one that turned out to be the same.

use std::sync::Arc;

use super::answer::Answer;
use super::arguments::cases::Merge;
use super::cases_by_number::case_by_number;
use super::context::Context;
use super::error::CommandError;
use super::grid::one_line;
use crate::store::Operation;

/// Merges the cases, or reports what that would change.
pub(super) fn run(asked: &Merge, context: &Context<'_>) -> Result<Answer, CommandError> {
    let language = context.language;
    let mut vault = context.open()?;
    let definition = Arc::clone(vault.definition(&asked.register)?);
    let remaining = case_by_number(&vault, &definition, &asked.into)?;
    let other = case_by_number(&vault, &definition, &asked.other)?;
    let plan = vault.plan_merge(remaining, other)?;
    let numbers = [
        ("number", plan.other.number.as_str().into()),
        ("into", plan.remaining.number.as_str().into()),
    ];
    let mut lines = vec![language.say("merge-of", &numbers)];
    for (heading, of_heading) in plan.summary(&definition, language) {
        lines.push(heading);
        lines.extend(of_heading.iter().map(|line| format!("  {line}")));
    }
    if asked.dry_run {
        lines.push(language.text("cli-import-dry-run"));
    } else {
        let operation = Operation::by(context.actor, context.clock.now());
        let operation = plan.operation(&definition, operation, context.clock.wall());
        vault.store_mut(&definition.id)?.record(&operation)?;
        let operation = [("operation", operation.id.as_str().into())];
        lines.push(language.say("cli-operation", &operation));
    }
    let text = lines.iter().map(|line| one_line(line) + "\n").collect();
    Ok(Answer::all_well(text))
}
