//! Reads the form of a case: what is typed becomes a change that can be stored, or faults beside the fields.

use chrono::NaiveDate;

use crate::desk::form::case_form::state::{CaseForm, Purpose};
use crate::desk::form::closing::closing_of;
use crate::desk::form::field_ids::{REASON, part_id};
use crate::desk::form::inputs::Inputs;
use crate::language::{Explain, Language};
use crate::register::{
    AddressPart, BEGIN, CaseFile, CaseProblem, CaseState, Definition, END, Field, FieldKind,
    OUTCOME, SINCE, STATUS, Spell,
};
use crate::store::{Target, Write};

impl CaseForm {
    /// The change that follows from what is typed; none where something is wrong, which then stands beside its field.
    pub fn read(
        &mut self,
        definition: &Definition,
        today: NaiveDate,
        language: Language,
    ) -> Option<Write> {
        self.inputs.faults.clear();
        let case = self.case.as_ref();
        let mut state = case.map(|case| case.state.clone()).unwrap_or_default();
        self.read_fields(definition, &mut state, today, language);
        self.read_spells(definition, &mut state, today, language);
        if self.purpose == Purpose::Reopen && self.reason().is_none() {
            let sentence = language.text("form-needs-reason");
            self.inputs.fault(REASON, sentence);
        }
        for CaseProblem { subject, fault } in self.problems(definition, &state) {
            let id = self.id_of_fault(definition, subject);
            self.inputs.fault(&id, fault.explain(language));
        }
        if self.purpose == Purpose::New {
            self.ask_where_and_what(definition, language);
        }
        if !self.inputs.faults.is_empty() {
            let order = self.order(definition);
            self.inputs.go_to_fault(order);
            return None;
        }
        Some(match &self.case {
            Some(case) => Write::over(case, state),
            None => Write {
                register: self.register.clone(),
                target: Target::New { number: None },
                state,
            },
        })
    }

    /// A form in which nothing was typed is no case, and a postcode alone says no house.
    fn ask_where_and_what(&mut self, definition: &Definition, language: Language) {
        let asked = definition
            .address_field()
            .filter(|field| field.required_from.is_some());
        if let Some(field) = asked {
            let typed = self.inputs.address(field);
            if !typed.postcode.is_empty() && typed.number.is_empty() && typed.street.is_empty() {
                let number = part_id(&field.id, "huisnummer");
                let sentence = language.text("form-address-needs-number");
                self.inputs.fault(&number, sentence);
            }
        }
        if let Some(first) = definition
            .fields
            .first()
            .filter(|_| self.is_blank(definition))
        {
            let case = definition.case_words.one.text(language);
            let sentence = language.say("form-nothing-typed", &[("case", case.into())]);
            let id = self.id_of_fault(definition, first.id.clone());
            self.inputs.fault(&id, sentence);
        }
    }

    /// Whether nothing is typed but what every new case begins with: its day, its status and who handles it.
    fn is_blank(&self, definition: &Definition) -> bool {
        let owner = definition.work.owner.as_deref();
        let days = [BEGIN, SINCE, STATUS];
        let begins = |id: &String| days.contains(&id.as_str()) || Some(id.as_str()) == owner;
        let texts = self.inputs.texts.iter();
        let texts = texts.filter(|(id, text)| !begins(id) && !text.trim().is_empty());
        let chosen = self.inputs.chosen.iter();
        let chosen = chosen.filter(|(id, chosen)| !begins(id) && !chosen.is_empty());
        self.source.is_none() && texts.count() + chosen.count() == 0
    }

    /// Reads every field that applies; what cannot be read has a fault then.
    fn read_fields(
        &mut self,
        definition: &Definition,
        state: &mut CaseState,
        today: NaiveDate,
        language: Language,
    ) {
        for field in &definition.fields {
            if self.inputs.applies(field) {
                if let Ok(value) = self.inputs.read(field, today, language) {
                    state.set(&field.id, value);
                }
            } else if !self.is_decided_as_stored(field) {
                state.set(&field.id, None);
            }
        }
    }

    /// Whether the field on which it depends that this one applies has the value that it has in the case. A contradiction
    /// that came from a file stays then, until somebody chooses otherwise.
    fn is_decided_as_stored(&self, field: &Field) -> bool {
        let (Some(case), Some(only)) = (&self.case, &field.only_with) else {
            return false;
        };
        let mut stored = Inputs::default();
        if let Some(value) = case.state.values.get(&only.field) {
            stored.fill(&only.field, value);
        }
        stored.choice(&only.field) == self.inputs.choice(&only.field)
    }

    /// Reads begin, end and reopening, with the status that fits them.
    fn read_spells(
        &mut self,
        definition: &Definition,
        state: &mut CaseState,
        today: NaiveDate,
        language: Language,
    ) {
        let waits = self.waits(definition);
        if definition.preparation.is_some() {
            self.read_preparation(state, waits, today, language);
        }
        let begin = self.inputs.read_day(BEGIN, today, language);
        let end = self.inputs.read_day(END, today, language);
        match (begin, state.spells.first_mut()) {
            (None, _) if waits => {}
            (None, _) => {
                self.inputs.fault(BEGIN, language.text("form-needs-begin"));
                return;
            }
            (Some(begin), Some(first)) => first.opened = begin,
            (Some(begin), None) => {
                let preparation = state.preparation.as_mut();
                preparation.into_iter().for_each(|it| it.closed = None);
                state.spells.push(Spell::since(begin));
            }
        }
        if self.purpose != Purpose::Reopen {
            self.read_closing(definition, state, end);
        } else if let Some(again) = end {
            self.reopen(definition, state, again);
        } else {
            self.inputs.fault(END, language.text("form-needs-reopen"));
        }
        self.read_status(definition, state, today);
    }

    /// Reads on which day the case came, which one that has yet to begin needs.
    fn read_preparation(
        &mut self,
        state: &mut CaseState,
        waits: bool,
        today: NaiveDate,
        language: Language,
    ) {
        match self.inputs.read_day(SINCE, today, language) {
            Some(came) => {
                let spell = state.preparation.get_or_insert(Spell::since(came));
                spell.opened = came;
            }
            None if waits => self.inputs.fault(SINCE, language.text("form-needs-since")),
            None => state.preparation = None,
        }
    }

    /// Opens the case again on this day. An end that came by itself is what it was once it is opened again.
    fn reopen(&self, definition: &Definition, state: &mut CaseState, again: NaiveDate) {
        let before = self.case.as_ref().map(|case| &case.state);
        let ended = before.and_then(|before| definition.ending(before));
        match state.spells.last_mut() {
            Some(last) => {
                last.closed = ended;
                state.spells.push(Spell::since(again));
            }
            // What never began is prepared again.
            None => {
                let preparation = state.preparation.as_mut();
                preparation.into_iter().for_each(|it| it.closed = None);
            }
        }
    }

    /// Reads with what the last spell ended on this day; without a day it runs.
    fn read_closing(&self, definition: &Definition, state: &mut CaseState, end: Option<NaiveDate>) {
        let Some(last) = state.last_spell_mut() else {
            return;
        };
        let before = last.closed.take();
        let Some(date) = end else { return };
        last.closed = Some(closing_of(&self.inputs, definition, date, before));
    }

    /// Reads the status; one that does not fit whether the case runs gives way to the first that does.
    fn read_status(&self, definition: &Definition, state: &mut CaseState, today: NaiveDate) {
        let status = self.inputs.choice(STATUS).cloned();
        let before = self.case.as_ref().map(|case| &case.state);
        if before.is_some_and(|before| {
            let course = (&before.spells, &before.preparation, &before.status);
            course == (&state.spells, &state.preparation, &status)
        }) {
            // Where neither was changed, what came from a file stays as it came.
            return;
        }
        let open = state.closing().is_none_or(|closing| closing.date > today);
        let fits = |id: &String| {
            let status = definition.status(id);
            let begun = |before: bool| !open || before == state.is_before();
            status.is_some_and(|status| status.open == open && begun(status.before))
        };
        let before = definition.first_status_before();
        let first = before.filter(|_| open && state.is_before());
        let first = first.or(definition.first_status(open));
        let first = || first.map(|status| status.choice.id.clone());
        state.status = status.filter(fits).or_else(first);
    }

    /// What the rules of the register say of this state. The ones about several fields are asked only where every field
    /// could be read.
    fn problems(&self, definition: &Definition, state: &CaseState) -> Vec<CaseProblem> {
        let mut problems = definition.missing(state);
        if self.purpose == Purpose::New {
            problems.extend(definition.missing_where_typed(state));
        }
        let changes = |_: &&CaseFile| self.purpose == Purpose::Change;
        if let Some(case) = self.case.as_ref().filter(changes) {
            // What a case that came from a file lacks already does not stand in the way of a new telephone number.
            let before = definition.missing(&case.state);
            problems.retain(|problem| !before.contains(problem));
        }
        if self.inputs.faults.is_empty() {
            problems.extend(match &self.case {
                Some(case) => definition.check_change(&case.state, state),
                None => definition.check(state),
            });
        }
        problems
    }

    /// The id of the input beside which a fault of this subject stands.
    fn id_of_fault(&self, definition: &Definition, subject: String) -> String {
        // The day of reopening has the field that an end has in other forms.
        if subject == BEGIN && self.purpose == Purpose::Reopen {
            return END.to_owned();
        }
        let [(first, _), ..] = AddressPart::ALL;
        match definition.field(&subject).map(|field| field.kind) {
            Some(FieldKind::Address) => part_id(&subject, first),
            _ => subject,
        }
    }

    /// The ids of the inputs in their order on the screen.
    fn order(&self, definition: &Definition) -> Vec<String> {
        let fields = definition.fields.iter().flat_map(|field| {
            let parts = AddressPart::ALL.map(|(name, _)| part_id(&field.id, name));
            std::iter::once(field.id.clone()).chain(parts)
        });
        let course = [SINCE, BEGIN, END, REASON, OUTCOME, STATUS].map(str::to_owned);
        match self.purpose {
            Purpose::New | Purpose::Change => fields.chain(course).collect(),
            Purpose::Finish | Purpose::Reopen => course.into_iter().chain(fields).collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_form_in_which_nothing_is_typed_changes_nothing() {
        let today: NaiveDate = "2026-11-21".parse().unwrap();
        let registers = crate::register::Registers::shipped().unwrap();
        for definition in registers.all() {
            for write in crate::exchange::invent(definition, 200, 7, today) {
                let case = CaseFile {
                    key: crate::register::CaseKey(1),
                    id: "een-verzonnen-zaak".to_owned(),
                    register: definition.id.clone(),
                    number: "V-1".to_owned(),
                    version: 1,
                    state: write.state.clone(),
                };
                let mut form = CaseForm::of_case(definition, case, Purpose::Change, today, "");
                let written = form.read(definition, today, Language::Dutch);
                let state = written.map(|written| written.state);
                assert_eq!(
                    state,
                    Some(write.state),
                    "{}: {:?}",
                    definition.id,
                    form.inputs.faults
                );
            }
        }
    }
}
