//! Merging two cases of one register that turn out to be one: what it would change, and the action that does it.

use chrono::{NaiveDateTime, NaiveTime};

use super::merge_error::MergeError;
use super::operation::{CaseOf, EntryTarget, EntryWrite, Operation, Write};
use crate::language::Language;
use crate::register::{
    CaseFile, CaseReference, CaseState, Change, Definition, Entry, EntryState, Joined, MERGED,
    NOT_TAKEN_OVER, Reason, Sensitivity, Value, Withdrawn,
};

/// What merging a case into another one would change. Nothing is written yet.
#[derive(Clone, Debug, PartialEq)]
pub struct MergePlan {
    /// The case that remains, as it is.
    pub remaining: CaseFile,
    /// The case that is merged into it, as it is.
    pub other: CaseFile,
    /// The fields of both together.
    pub joined: Joined,
    /// The entries that move to the timeline of the remaining case.
    pub moved: Vec<Entry>,
    /// How many entries stay with the other case, because something in them came from the police.
    pub staying: usize,
    /// The later of the two reports with which the cases began, as an entry: the case begins once, and the number of reports
    /// stays what it was.
    pub report: Option<EntryState>,
}

impl MergePlan {
    /// Compares a case and its timeline with the case into which it is to be merged.
    ///
    /// # Errors
    /// The two cannot be one.
    pub fn make(
        definition: &Definition,
        remaining: CaseFile,
        other: CaseFile,
        timeline: Vec<Entry>,
    ) -> Result<Self, MergeError> {
        let withdrawn = |case: &CaseFile| case.state.withdrawn.is_some();
        if remaining.register != other.register {
            return Err(MergeError::OtherRegister);
        }
        if remaining.id == other.id {
            return Err(MergeError::Same);
        }
        if withdrawn(&remaining) || withdrawn(&other) {
            return Err(MergeError::Withdrawn);
        }
        let timeline = timeline.into_iter();
        // A link between the two would link the case to itself.
        let itself = |about: &CaseReference| about.id == remaining.id;
        let timeline = timeline.filter(|entry| {
            !entry.state.withdrawn && !entry.state.about.as_ref().is_some_and(itself)
        });
        let (staying, moved): (Vec<Entry>, Vec<Entry>) =
            timeline.partition(|entry| holds_police_data(definition, &entry.state));
        Ok(Self {
            joined: definition.joined(&remaining.state, &other.state),
            report: further_report(definition, &remaining.state, &other.state),
            moved,
            staying: staying.len(),
            remaining,
            other,
        })
    }

    /// What changes of the remaining case.
    pub fn changes(&self) -> Vec<Change> {
        self.remaining.state.changes_to(&self.joined.state)
    }

    /// What changes of the remaining case and what does not come along: headings, each with its lines.
    pub fn summary(
        &self,
        definition: &Definition,
        language: Language,
    ) -> Vec<(String, Vec<String>)> {
        let thing = |change| definition.changed_thing(change, language);
        let taken = self.changes().into_iter().map(|change| {
            let (thing, line) = definition.change_line(&change, language);
            format!("{thing}: {line}")
        });
        let report = self.report.as_ref().map(|report| {
            let day = language.date(report.happened.date());
            language.say("merge-report", &[("date", day.into())])
        });
        let moved = (!self.moved.is_empty())
            .then(|| language.say("merge-moved", &[("count", self.moved.len().into())]));
        let kept = self.joined.kept.iter().filter_map(|change| {
            let said = definition.both_sides(change, language).0?;
            Some(format!("{}: {said}", thing(change)))
        });
        let left = self.joined.left.iter().filter_map(|id| {
            let label = definition.field(id)?.label.text(language);
            Some(label.to_owned())
        });
        let staying = (self.staying > 0)
            .then(|| language.say("merge-staying", &[("count", self.staying.into())]));
        let sections = [
            ("merge-taken", taken.chain(report).chain(moved).collect()),
            ("merge-kept", kept.collect()),
            ("merge-left", left.chain(staying).collect()),
        ];
        let sections = sections.into_iter();
        sections
            .filter(|(_, lines): &(_, Vec<String>)| !lines.is_empty())
            .map(|(heading, lines)| (language.text(heading), lines))
            .collect()
    }

    /// The action that merges them. The case that is withdrawn is written first, so that the other one is found by its
    /// number from then on.
    pub fn operation(
        &self,
        definition: &Definition,
        operation: Operation,
        now: NaiveDateTime,
    ) -> Operation {
        let (remaining, other) = (&self.remaining, &self.other);
        let withdrawn = CaseState {
            withdrawn: Some(Withdrawn::MergedInto(remaining.id.clone())),
            ..other.state.clone()
        };
        let reason = Reason::Merged {
            number: other.number.clone(),
            into: remaining.number.clone(),
        };
        let on_remaining = |state| EntryWrite::new(CaseOf::Existing(remaining.key), state);
        let operation = Operation {
            reason: Some(reason),
            ..operation
        };
        let operation = operation
            .with(Write::over(other, withdrawn))
            .with(Write::over(remaining, self.joined.state.clone()))
            .with_entry(on_remaining(self.note(definition, now)));
        let reports = self.report.clone().map(on_remaining);
        let moved = self.moved.iter().map(|entry| EntryWrite {
            target: EntryTarget::Elsewhere {
                key: entry.key,
                version: entry.version,
            },
            ..on_remaining(entry.state.clone())
        });
        reports
            .into_iter()
            .chain(moved)
            .fold(operation, Operation::with_entry)
    }

    /// The entry that records the merge on the timeline, with the values of the other case that were not taken over: a text
    /// of the case like any other, in the language of the registers.
    fn note(&self, definition: &Definition, now: NaiveDateTime) -> EntryState {
        let language = Language::Dutch;
        let lines = self.joined.kept.iter().filter_map(|change| {
            let said = definition.both_sides(change, language).0?;
            Some(format!(
                "{}: {said}",
                definition.changed_thing(change, language)
            ))
        });
        let lines: Vec<String> = lines.collect();
        let note = EntryState {
            about: Some(self.other.reference()),
            ..EntryState::at(MERGED, now)
        };
        match lines.is_empty() {
            true => note,
            false => note.with(NOT_TAKEN_OVER, Value::Text(lines.join("\n"))),
        }
    }
}

/// Whether an entry has a field that came from the police.
fn holds_police_data(definition: &Definition, state: &EntryState) -> bool {
    let kind = definition.entry_kind(&state.kind);
    let mut fields = kind.into_iter().flat_map(|kind| &kind.fields);
    fields.any(|field| {
        field.sensitivity == Sensitivity::Police && state.values.contains_key(&field.id)
    })
}

/// The later of the two reports with which the cases began, as one more report on the day it came in, with what the case
/// says of it.
pub fn further_report(
    definition: &Definition,
    remaining: &CaseState,
    other: &CaseState,
) -> Option<EntryState> {
    let kind = definition.report_kind()?;
    let later = match remaining.opened()? > other.opened()? {
        true => remaining,
        false => other,
    };
    let noon = NaiveTime::from_hms_opt(12, 0, 0).unwrap_or_default();
    let mut report = EntryState::at(&kind.id, later.opened()?.and_time(noon));
    for field in &kind.fields {
        let of_case = definition.field(&field.id);
        let alike = of_case.is_some_and(|of_case| {
            of_case.kind == field.kind && of_case.sensitivity != Sensitivity::Police
        });
        if let Some(value) = later.values.get(&field.id).filter(|_| alike) {
            report = report.with(&field.id, value.clone());
        }
    }
    // What the kind of report does not allow stays with the case alone.
    while let Some(problem) = definition.check_entry(&report).into_iter().next() {
        report.values.remove(&problem.subject)?;
    }
    Some(report)
}
