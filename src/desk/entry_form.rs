//! What is being typed for the timeline of a case: an entry of some kind, with the fields of the case that are asked in
//! the same breath.

use chrono::NaiveDateTime;

use super::sheet::Sheet;
use crate::language::{Explain, Language};
use crate::register::{
    CaseFile, CaseProblem, Definition, Entry, EntryKind, EntryState, Field, STATUS,
};
use crate::store::{CaseOf, EntryTarget, EntryWrite, Operation, Target, Write};

/// The name under which it is typed when something happened; no field can be called so.
pub const HAPPENED: &str = "datum.tijd";

/// What is being typed for the timeline of a case.
#[derive(Clone, Debug)]
pub struct EntryForm {
    /// The case on whose timeline it comes to stand.
    pub case: CaseFile,
    /// The id of its kind.
    pub kind: String,
    /// The entry that is being changed; none for a new one.
    pub entry: Option<Entry>,
    /// What is typed: the fields of the entry by their ids, those of the case by [`EntryForm::of_case`].
    pub sheet: Sheet,
    /// Whether it is being stored.
    pub saving: bool,
}

impl EntryForm {
    /// A form for a new entry of this kind that happened just now; what the case says already is filled in.
    pub fn new(case: CaseFile, kind: &EntryKind, now: NaiveDateTime) -> Self {
        let mut sheet = Sheet::new();
        sheet.texts.insert(HAPPENED.to_owned(), written(now));
        for id in &kind.updates {
            if let Some(value) = case.state.values.get(id) {
                sheet.show(&Self::of_case(id), value);
            }
        }
        if let Some(status) = case.state.status.as_ref().filter(|_| kind.moves) {
            sheet.choose(STATUS, status);
        }
        Self {
            case,
            kind: kind.id.clone(),
            entry: None,
            sheet,
            saving: false,
        }
    }

    /// A form with what an entry says, to put it right.
    pub fn of_entry(case: CaseFile, entry: Entry) -> Self {
        let mut sheet = Sheet::new();
        sheet
            .texts
            .insert(HAPPENED.to_owned(), written(entry.state.happened));
        for (id, value) in &entry.state.values {
            sheet.show(id, value);
        }
        Self {
            case,
            kind: entry.state.kind.clone(),
            entry: Some(entry),
            sheet,
            saving: false,
        }
    }

    /// The name under which a field of the case is typed here: an entry may have a field of the same name.
    pub fn of_case(id: &str) -> String {
        format!("zaak.{id}")
    }

    /// The fields of the case that are asked here, each under the name it is typed by. An entry that is put right leaves
    /// the case as it is.
    pub fn case_fields(&self, definition: &Definition) -> Vec<Field> {
        let kind = definition.entry_kind(&self.kind);
        let updates = kind
            .filter(|_| self.entry.is_none())
            .map(|kind| &kind.updates);
        let fields = updates.into_iter().flatten();
        fields
            .filter_map(|id| {
                let field = definition.field(id)?.clone();
                Some(Field {
                    id: Self::of_case(id),
                    section: None,
                    ..field
                })
            })
            .collect()
    }

    /// The action that follows from what is typed, added to one that says who acts and when; `None` with the faults
    /// beside their fields.
    pub fn write(
        &mut self,
        definition: &Definition,
        operation: Operation,
        now: NaiveDateTime,
        language: Language,
    ) -> Option<Operation> {
        self.sheet.faults.clear();
        let kind = definition.entry_kind(&self.kind)?;
        let today = now.date();
        let happened = self.read_happened(now, language);
        let mut state = match &self.entry {
            Some(entry) => entry.state.clone(),
            None => EntryState::at(&kind.id, now),
        };
        if let Some(happened) = happened {
            state.happened = happened;
        }
        for field in &kind.fields {
            if let Ok(value) = self.sheet.read(field, today, language) {
                match value {
                    Some(value) => drop(state.values.insert(field.id.clone(), value)),
                    None => drop(state.values.remove(&field.id)),
                }
            }
        }
        let mut after = self.case.state.clone();
        for field in self.case_fields(definition) {
            if let Ok(value) = self.sheet.read(&field, today, language)
                && let Some((_, id)) = field.id.split_once('.')
            {
                after.set(id, value);
            }
        }
        if kind.moves && self.entry.is_none() {
            after.status = self.sheet.choice(STATUS).cloned().or(after.status);
        }
        let before = &self.case.state;
        let mut problems = definition.missing_in_entry(&state);
        problems.extend(definition.check_entry(&state));
        let missed = definition.missing(before);
        let of_case = definition.missing(&after).into_iter();
        let of_case = of_case
            .filter(|problem| !missed.contains(problem))
            .chain(definition.check_change(before, &after));
        problems.extend(of_case.map(|problem| CaseProblem {
            subject: self.place_of(definition, &problem.subject),
            ..problem
        }));
        for CaseProblem { subject, fault } in problems {
            self.sheet.fault(&subject, fault.explain(language));
        }
        if !self.sheet.faults.is_empty() {
            let order = self.order(definition);
            self.sheet.go_to_fault(order);
            return None;
        }
        Some(self.operation(operation, state, after))
    }

    fn operation(
        &self,
        operation: Operation,
        state: EntryState,
        after: crate::register::CaseState,
    ) -> Operation {
        let key = self.case.key;
        let mut write = EntryWrite::new(CaseOf::Existing(key), state);
        if let Some(entry) = &self.entry {
            write.target = EntryTarget::Existing {
                key: entry.key,
                version: entry.version,
            };
        }
        let operation = operation.with_entry(write);
        if after == self.case.state {
            return operation;
        }
        operation.with(Write {
            register: self.case.register.clone(),
            target: Target::Existing {
                key,
                version: self.case.version,
            },
            state: after,
        })
    }

    fn read_happened(&mut self, now: NaiveDateTime, language: Language) -> Option<NaiveDateTime> {
        let text = self.sheet.text(HAPPENED).to_owned();
        if text.is_empty() {
            return Some(now);
        }
        match super::sheet::spoken_moment(&text, now) {
            Ok(moment) => Some(moment),
            Err(problem) => {
                self.sheet.fault(HAPPENED, problem.explain(language));
                None
            }
        }
    }

    /// Where a problem of the case shows: beside its field where that is asked here, else at the top.
    fn place_of(&self, definition: &Definition, subject: &str) -> String {
        let asked = Self::of_case(subject);
        let fields = self.case_fields(definition);
        match fields.iter().any(|field| field.id == asked) {
            true => asked,
            false if subject == STATUS => STATUS.to_owned(),
            false => HAPPENED.to_owned(),
        }
    }

    /// The fields in their order on the screen.
    fn order(&self, definition: &Definition) -> Vec<String> {
        let kind = definition.entry_kind(&self.kind);
        let own = kind.into_iter().flat_map(|kind| &kind.fields);
        let own = own.map(|field| field.id.clone());
        let of_case = self
            .case_fields(definition)
            .into_iter()
            .map(|field| field.id);
        let first = std::iter::once(HAPPENED.to_owned());
        first
            .chain(own)
            .chain(of_case)
            .chain(std::iter::once(STATUS.to_owned()))
            .collect()
    }
}

/// A moment as it is typed.
fn written(moment: NaiveDateTime) -> String {
    moment.format("%d-%m-%Y %H:%M").to_string()
}
