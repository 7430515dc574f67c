//! How the figures of past years move where a definition says otherwise when a case runs.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};

use crate::language::Language;
use crate::register::case::case_file::{CaseState, Spell};
use crate::register::definition::register::Definition;

/// By how much the figures of each year moved.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct MovedFigures(pub BTreeMap<i32, MovedYear>);

/// By how much the figures of one year moved.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct MovedYear {
    /// *Instroom*: first opened in the year.
    pub inflow: i64,
    /// *Afgerond*: touched by the year, and not open at its end.
    pub finished: i64,
    /// *Eindstand*: open at the end of the year.
    pub closing: i64,
}

impl MovedFigures {
    /// Adds what one case does to every year up to this one where these spells take the place of those.
    pub fn add(&mut self, before: &[Spell], after: &[Spell], last_year: i32) {
        let first = before.iter().chain(after).map(|spell| spell.opened.year());
        let Some(first) = first.min().filter(|_| before != after) else {
            return;
        };
        for year in first..=last_year {
            let (was, is) = (Counts::of(before, year), Counts::of(after, year));
            if was == is {
                continue;
            }
            let moved = self.0.entry(year).or_default();
            moved.inflow += is.inflow - was.inflow;
            moved.finished += is.finished - was.finished;
            moved.closing += is.closing - was.closing;
        }
        self.0.retain(|_, moved| *moved != MovedYear::default());
    }

    /// The years with what moved, a line each.
    pub fn text(&self, language: Language) -> String {
        let signed = |count: i64| match count {
            0.. => format!("+{count}"),
            _ => format!("−{}", count.unsigned_abs()),
        };
        let years = self.0.iter().map(|(year, moved)| {
            let parts = [
                ("measure-instroom", moved.inflow),
                ("measure-afgerond", moved.finished),
                ("measure-eindstand", moved.closing),
            ];
            let parts = parts.into_iter().filter(|(_, count)| *count != 0);
            let parts = parts.map(|(id, count)| {
                format!("{} {}", language.text(id).to_lowercase(), signed(count))
            });
            format!("{year}: {}", parts.collect::<Vec<_>>().join(", "))
        });
        years.collect::<Vec<_>>().join("\n")
    }

    /// Whether no figure moved.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

#[derive(PartialEq, Eq)]
struct Counts {
    inflow: i64,
    finished: i64,
    closing: i64,
}

impl Counts {
    fn of(spells: &[Spell], year: i32) -> Self {
        let days = (
            NaiveDate::from_ymd_opt(year, 1, 1),
            NaiveDate::from_ymd_opt(year, 12, 31),
        );
        let (Some(from), Some(to)) = days else {
            return Self {
                inflow: 0,
                finished: 0,
                closing: 0,
            };
        };
        let touches = |spell: &Spell| {
            let ended = spell.closed.as_ref().is_some_and(|at| at.date < from);
            spell.opened <= to && !ended
        };
        let closing = spells.iter().any(|spell| spell.open_at_end_of(to));
        let began = spells
            .first()
            .is_some_and(|first| first.opened.year() == year);
        Self {
            inflow: began.into(),
            finished: (spells.iter().any(touches) && !closing).into(),
            closing: closing.into(),
        }
    }
}

impl Definition {
    /// A case as it stands by this definition, where it was stored by an earlier one: what stands at a status of cases that
    /// have yet to begin has not begun, and came on the day that was taken for its begin; and what follows from an age and
    /// was not known follows it. None where nothing is otherwise.
    pub fn brought_up(&self, state: &CaseState) -> Option<CaseState> {
        let mut brought = self.not_begun(state).unwrap_or_else(|| state.clone());
        self.follow_ages(state, &mut brought, |_| true);
        (brought != *state).then_some(brought)
    }

    /// A case that stands at a status of those that have yet to begin, as it is then; none where it did begin.
    fn not_begun(&self, state: &CaseState) -> Option<CaseState> {
        let status = self.status(state.status.as_deref()?)?;
        let [only] = state.spells.as_slice() else {
            return None;
        };
        if !status.before || self.preparation.is_none() || only.closed.is_some() {
            return None;
        }
        Some(CaseState {
            spells: Vec::new(),
            preparation: Some(only.clone()),
            ..state.clone()
        })
    }

    /// A line that is the same for two definitions only when cases run alike by both.
    pub fn course_signature(&self) -> String {
        let before = self.statuses.iter().filter(|status| status.before);
        let before: Vec<&str> = before.map(|status| status.choice.id.as_str()).collect();
        let ages: Vec<_> = self.fields.iter().flat_map(|it| &it.younger_than).collect();
        let ages = match ages.is_empty() {
            true => String::new(),
            false => format!(" {ages:?}"),
        };
        match (&self.ends_at, before.is_empty()) {
            (None, true) => ages,
            (ends_at, _) => format!("{ends_at:?} {before:?}{ages}"),
        }
    }
}
