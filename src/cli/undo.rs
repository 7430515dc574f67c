//! `undo`: undoing an action, by its id.

use std::collections::BTreeSet;

use super::answer::Answer;
use super::arguments::cases::Undo;
use super::context::Context;
use super::error::CommandError;
use crate::store::Operation;

/// Undoes an action, and names the one that undid it: undoing that does it again.
pub(super) fn run(asked: &Undo, context: &Context<'_>) -> Result<Answer, CommandError> {
    let mut vault = context.open()?;
    let by = Operation::by(context.actor, context.clock.now());
    let undone = vault.undo(&asked.operation, &by)?;
    let cases = undone.cases.iter().map(|case| case.key);
    let cases: BTreeSet<_> = cases
        .chain(undone.entries.iter().map(|entry| entry.case))
        .collect();
    // The case in another file that the action opened counts beside those of this one.
    let count = cases.len() + usize::from(undone.opened.is_some());
    let sentence = context.language.say(
        "cli-undone",
        &[
            ("cases", count.into()),
            ("operation", by.id.as_str().into()),
        ],
    );
    Ok(Answer::all_well(format!("{sentence}\n")))
}
