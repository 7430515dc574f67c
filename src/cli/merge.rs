//! `merge`: a case that turned out to be another one is merged into it.

use std::sync::Arc;

use super::Answer;
use super::arguments::Merge;
use super::error::CommandError;
use super::grid::one_line;
use super::named_cases::case_by_number;
use super::place::Context;
use crate::language::Language;
use crate::register::Definition;
use crate::store::{MergePlan, Operation};

/// Merges the cases, or says what that would come to.
pub(super) fn run(asked: &Merge, context: &Context<'_>) -> Result<Answer, CommandError> {
    let language = context.language;
    let mut vault = context.open()?;
    let definition = Arc::clone(vault.definition(&asked.register)?);
    let remaining = case_by_number(&vault, &definition, &asked.into)?;
    let other = case_by_number(&vault, &definition, &asked.other)?;
    let plan = vault.plan_merge(remaining, other)?;
    let mut lines = told(&definition, &plan, language);
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

/// What becomes of the remaining case, and of the other one.
fn told(definition: &Definition, plan: &MergePlan, language: Language) -> Vec<String> {
    let numbers = [
        ("number", plan.other.number.as_str().into()),
        ("into", plan.remaining.number.as_str().into()),
    ];
    let mut lines = vec![language.say("merge-of", &numbers)];
    let changes = plan.changes();
    lines.extend(changes.iter().map(|change| {
        let (thing, line) = definition.change_line(change, language);
        language.say(
            "merge-taken",
            &[("thing", thing.into()), ("value", line.into())],
        )
    }));
    lines.extend(plan.joined.kept.iter().map(|change| {
        let said = definition.both_sides(change, language).0;
        let arguments = [
            ("thing", definition.changed_thing(change, language).into()),
            ("value", said.unwrap_or_default().into()),
        ];
        language.say("merge-kept", &arguments)
    }));
    lines.extend(plan.joined.left.iter().filter_map(|id| {
        let label = definition.field(id)?.label.text(language);
        Some(language.say("merge-left", &[("thing", label.into())]))
    }));
    let moved = [
        ("count", plan.moved.len().into()),
        ("staying", plan.staying.into()),
    ];
    lines.push(language.say("merge-moved", &moved));
    lines
}
