//! Something of a case that was changed both in a list that was exported to be edited, and here.

use chrono::{DateTime, Utc};

use super::target::Target;
use crate::exchange::changed_meanwhile::ChangedMeanwhile;
use crate::exchange::problem::Problem;
use crate::language::Label;
use crate::register::{Change, Definition, Difference, Revision, Value};

/// Something of a case that was changed both in the list and here.
#[derive(Clone, Debug, PartialEq)]
pub struct Conflict {
    /// What was changed here.
    pub stored: Change,
    /// What was changed in the list.
    pub row: Change,
    /// Who changed it here last.
    pub actor: String,
    /// When.
    pub recorded: DateTime<Utc>,
}

impl Conflict {
    /// A difference that both sides made, with who made it here.
    pub(super) fn of(difference: Difference, history: &[Revision]) -> Option<Self> {
        let (stored, row) = (difference.theirs?, difference.mine?);
        let by = history.iter().find(|revision| {
            let mut changes = revision.changes.iter();
            changes.any(|change| change.same_thing(&stored))
        });
        let by = by.or(history.first())?;
        Some(Self {
            actor: by.actor.clone(),
            recorded: by.recorded,
            stored,
            row,
        })
    }

    /// The column to which it belongs; none where it may be of several.
    pub(super) fn target(&self) -> Option<Target> {
        match &self.row {
            Change::Field {
                after: Some(Value::Address(_)),
                ..
            } => None,
            Change::Field { id, .. } => Some(Target::Field(id.clone())),
            Change::Status { .. } => Some(Target::Status),
            _ => None,
        }
    }

    /// The same as a problem of the row, which is refused until it is decided.
    pub(super) fn problem(&self, definition: &Definition) -> Problem {
        Problem::ChangedMeanwhile(Box::new(ChangedMeanwhile {
            thing: Label::said(|language| definition.changed_thing(&self.stored, language)),
            stored: Label::said(|language| definition.became(&self.stored, language)),
            row: Label::said(|language| definition.became(&self.row, language)),
            actor: self.actor.clone(),
            recorded: self.recorded,
        }))
    }
}
