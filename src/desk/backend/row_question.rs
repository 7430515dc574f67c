//! A row about which somebody can decide something, beside the case that it is about: it may be a known case, or it changes
//! what was changed here since the list was exported.

use crate::exchange::{Conflict, Decision, DuplicateOf, DuplicateReason, PlannedRow};
use crate::language::Language;
use crate::register::Definition;

/// A row about which somebody can decide something.
#[derive(Clone, Debug)]
pub struct RowQuestion {
    /// The row.
    pub row: usize,
    /// The number of the case.
    pub number: String,
    /// What is asked.
    pub about: QuestionAbout,
    /// What was decided.
    pub decision: Option<Decision>,
    /// What is compared, a line a field.
    pub lines: Vec<ComparedLine>,
}

/// What is asked about a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum QuestionAbout {
    /// Whether it is a known case.
    Duplicate(DuplicateReason),
    /// Whether it is the same as this earlier row.
    Double {
        /// That row.
        row: usize,
        /// Why they may be one.
        why: DuplicateReason,
    },
    /// Whether it goes over what was changed here, with who changed it last and on which day.
    Conflict {
        /// Who.
        actor: String,
        /// When, in words.
        date: String,
    },
}

/// A line of a comparison: of a possible duplicate the row, the known case and both together; of two rows the one and the other; of a conflict what was
/// exported, what is here now and what the row has.
#[derive(Clone, Debug)]
pub struct ComparedLine {
    /// What it is of.
    pub label: String,
    /// The three texts.
    pub texts: [String; 3],
}

impl QuestionAbout {
    /// Whether two texts of a line are the two sides between which is chosen, by their place.
    pub fn sides(&self) -> [usize; 2] {
        match self {
            Self::Duplicate(_) | Self::Double { .. } => [0, 1],
            Self::Conflict { .. } => [1, 2],
        }
    }
}

impl RowQuestion {
    /// What can be decided about a row; nothing about most. A possible duplicate is compared once its case is known.
    pub(super) fn of(
        planned: &PlannedRow<'_>,
        definition: &Definition,
        language: Language,
    ) -> Option<Self> {
        let (row, decision) = (planned.row.number, planned.decision);
        if let Some(duplicate) = planned.duplicate {
            return Some(Self {
                row,
                number: duplicate.name(language),
                about: match duplicate.of {
                    DuplicateOf::Case { .. } => QuestionAbout::Duplicate(duplicate.why),
                    DuplicateOf::Row(row) => QuestionAbout::Double {
                        row,
                        why: duplicate.why,
                    },
                },
                decision,
                lines: Vec::new(),
            });
        }
        let last = planned.conflicts.iter().max_by_key(|one| one.recorded)?;
        let line = |conflict: &Conflict| {
            let (exported, stored) = definition.both_sides(&conflict.stored, language);
            let (_, row) = definition.both_sides(&conflict.row, language);
            ComparedLine {
                label: definition.changed_thing(&conflict.stored, language),
                texts: [exported, stored, row].map(Option::unwrap_or_default),
            }
        };
        let day = last.recorded.with_timezone(&chrono_tz::Europe::Amsterdam);
        Some(Self {
            row,
            number: planned.before?.number.clone(),
            about: QuestionAbout::Conflict {
                actor: last.actor.clone(),
                date: language.date(day.date_naive()),
            },
            decision,
            lines: planned.conflicts.iter().map(line).collect(),
        })
    }
}
