//! Reads the form of an entry: what is typed becomes an operation that can be stored, or faults beside the fields.

use chrono::{NaiveDate, NaiveDateTime};

use crate::desk::form::entry_form::state::EntryForm;
use crate::desk::form::field_ids::{HAPPENED, case_field_id, field_of_case};
use crate::desk::parts::typed_date::typed_moment;
use crate::language::{Explain, Language};
use crate::register::{
    CaseProblem, CaseState, Definition, EntryKind, EntryState, Field, KINDS_OF_ALL, STATUS, Spell,
};
use crate::store::{CaseOf, EntryTarget, EntryWrite, Operation, Write};

impl EntryForm {
    /// The operation that stores what is typed, added to one that has who acts and when; none where something is wrong,
    /// which then stands beside its field.
    pub fn read(
        &mut self,
        definition: &Definition,
        operation: Operation,
        now: NaiveDateTime,
        language: Language,
    ) -> Option<Operation> {
        self.inputs.faults.clear();
        let kind = definition.entry_kind(&self.kind)?;
        if let Some(date) = self.too_late_for(definition) {
            let date = [("date", language.date(date).into())];
            let sentence = language.say("ladder-closed", &date);
            self.inputs.fault(HAPPENED, sentence);
        }
        let entry = self.read_entry(definition, kind, now, language);
        let day = entry.happened.date();
        let case = self.read_case(definition, kind, (now.date(), day), language);
        for CaseProblem { subject, fault } in self.problems(definition, &entry, &case) {
            self.inputs.fault(&subject, fault.explain(language));
        }
        if !self.inputs.faults.is_empty() {
            let order = self.order(definition);
            self.inputs.go_to_fault(order);
            return None;
        }
        Some(self.operation(operation, entry, case))
    }

    /// The entry with everything that can be read; what cannot has a fault then. Fields that do not apply are emptied.
    fn read_entry(
        &mut self,
        definition: &Definition,
        kind: &EntryKind,
        now: NaiveDateTime,
        language: Language,
    ) -> EntryState {
        let mut state = match &self.entry {
            Some(entry) => entry.state.clone(),
            None => EntryState::at(&kind.id, now),
        };
        if let Some(happened) = self.read_happened(now, language) {
            state.happened = happened;
        }
        let shown = self.fields(definition);
        if !KINDS_OF_ALL.contains(&kind.id.as_str()) {
            let hidden = |field: &&Field| !shown.iter().any(|other| other.id == field.id);
            for field in kind.fields.iter().filter(hidden) {
                state.values.remove(&field.id);
            }
        }
        for field in shown.iter().filter(|field| field.id != HAPPENED) {
            if let Ok(value) = self.inputs.read(field, now.date(), language) {
                match value {
                    Some(value) => drop(state.values.insert(field.id.clone(), value)),
                    None => drop(state.values.remove(&field.id)),
                }
            }
        }
        state
    }

    /// When it happened: now, where nothing is typed; none where it cannot be read.
    fn read_happened(&mut self, now: NaiveDateTime, language: Language) -> Option<NaiveDateTime> {
        let text = self.inputs.text(HAPPENED).to_owned();
        if text.is_empty() {
            return Some(now);
        }
        match typed_moment(&text, now) {
            Ok(moment) => Some(moment),
            Err(problem) => {
                self.inputs.fault(HAPPENED, problem.explain(language));
                None
            }
        }
    }

    /// The case with what is typed of it. Fields that do not apply any more are emptied. What had yet to begin and comes to
    /// stand where it began does so on the day of the entry: that of the decision counts.
    fn read_case(
        &mut self,
        definition: &Definition,
        kind: &EntryKind,
        (today, day): (NaiveDate, NaiveDate),
        language: Language,
    ) -> CaseState {
        let mut state = self.case.state.clone();
        for field in self.case_fields(definition) {
            if let Ok(value) = self.inputs.read(&field, today, language)
                && let Some(id) = field_of_case(&field.id)
            {
                state.set(id, value);
            }
        }
        for field in &definition.fields {
            let asked = self.entry.is_none() && kind.updates.contains(&field.id);
            if asked && !definition.applies(field, &state) {
                state.set(&field.id, None);
            }
        }
        if self.asks_status(definition) {
            let chosen = self.inputs.choice(STATUS).cloned();
            state.status = chosen.or(state.status);
            let status = state.status.as_deref().and_then(|id| definition.status(id));
            if state.is_before() && status.is_some_and(|status| status.open && !status.before) {
                state.spells.push(Spell::since(day));
            }
        }
        state
    }

    /// What the rules of the register say of the entry and of the case after it, each with the id of the input beside
    /// which it stands. What the case lacked before is no problem of this entry.
    fn problems(
        &self,
        definition: &Definition,
        entry: &EntryState,
        case: &CaseState,
    ) -> Vec<CaseProblem> {
        let mut problems = definition.missing_in_entry(entry);
        problems.extend(definition.check_entry(entry));
        let before = &self.case.state;
        let missed = definition.missing(before);
        let missing = definition.missing(case).into_iter();
        let of_case = missing
            .filter(|problem| !missed.contains(problem))
            .chain(definition.check_change(before, case));
        problems.extend(of_case.map(|problem| CaseProblem {
            subject: self.id_of_fault(definition, &problem.subject),
            ..problem
        }));
        problems
    }

    /// The id of the input beside which a fault of the case stands: its own where it is asked here, else the first one.
    fn id_of_fault(&self, definition: &Definition, subject: &str) -> String {
        let asked = case_field_id(subject);
        let fields = self.case_fields(definition);
        match fields.iter().any(|field| field.id == asked) {
            true => asked,
            false if subject == STATUS => STATUS.to_owned(),
            false => HAPPENED.to_owned(),
        }
    }

    fn operation(&self, operation: Operation, entry: EntryState, case: CaseState) -> Operation {
        let mut write = EntryWrite::new(CaseOf::Existing(self.case.key), entry);
        if let Some(entry) = &self.entry {
            write.target = EntryTarget::Existing {
                key: entry.key,
                version: entry.version,
            };
        }
        let operation = operation.with_entry(write);
        match case == self.case.state {
            true => operation,
            false => operation.with(Write::over(&self.case, case)),
        }
    }
}
