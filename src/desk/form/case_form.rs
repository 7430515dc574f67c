//! What is being typed about one case, and the case that follows from it.
//!
//! A form keeps what was typed as it was typed. Only on saving is it read; what cannot be read stays on the screen with
//! a sentence beside it.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::desk::backend::protocol::RequestId;
use crate::desk::form::address_lookup::AddressLookup;
use crate::desk::form::conflict::Conflict;
use crate::desk::form::draft::Autosave;
use crate::desk::form::inputs::{Inputs, part_id};
use crate::language::{Explain, Language};
use crate::register::{
    AddressPart, BEGIN, CaseFile, CaseProblem, CaseState, Closing, Definition, END, Field,
    FieldKind, OUTCOME, STATUS, Spell,
};
use crate::store::{Target, Write};

/// The name under which it is typed why a case is opened again; no field can be called so.
pub const REASON: &str = "reden.heropend";

/// What a form is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Purpose {
    /// A new case.
    New,
    /// To change one.
    Change,
    /// To end one.
    Finish,
    /// To open one again.
    Reopen,
}

impl Purpose {
    /// The text that says it of a case with a number.
    pub fn text_id(self) -> &'static str {
        match self {
            Self::New | Self::Change => "form-change",
            Self::Finish => "form-finish",
            Self::Reopen => "form-reopen",
        }
    }
}

/// What is being typed about one case.
#[derive(Clone, Debug)]
pub struct CaseForm {
    /// The register.
    pub register: String,
    /// What it is for.
    pub purpose: Purpose,
    /// The case that is being changed.
    pub case: Option<CaseFile>,
    /// What is typed.
    pub inputs: Inputs,
    /// A version of the case that was stored meanwhile.
    pub conflict: Option<Conflict>,
    /// The request by which it is being stored.
    pub saving: Option<RequestId>,
    /// The draft it is kept in.
    pub autosave: Autosave,
    /// What is known at the address that is typed.
    pub known: AddressLookup,
}

/// Where in the form something is said about a subject: an address is typed in parts.
fn place_of(definition: &Definition, subject: String) -> String {
    let [(first, _), ..] = AddressPart::ALL;
    match definition.field(&subject).map(|field| field.kind) {
        Some(FieldKind::Address) => part_id(&subject, first),
        _ => subject,
    }
}

impl CaseForm {
    /// A form for a new case that begins today, and is handled by whoever takes it down.
    pub fn new(definition: &Definition, today: NaiveDate, actor: &str) -> Self {
        let mut form = Self::bare(definition, Purpose::New, None);
        if let Some(owner) = &definition.work.owner {
            form.inputs.texts.insert(owner.clone(), actor.to_owned());
        }
        form.inputs
            .texts
            .insert(BEGIN.to_owned(), Language::Dutch.date(today));
        if let Some(status) = definition.first_status(true) {
            form.inputs
                .chosen
                .insert(STATUS.to_owned(), [status.choice.id.clone()].into());
        }
        form
    }

    /// A form with what is known of a case.
    pub fn of_case(
        definition: &Definition,
        case: CaseFile,
        purpose: Purpose,
        today: NaiveDate,
        actor: &str,
    ) -> Self {
        let state = case.state.clone();
        let mut form = Self::bare(definition, purpose, Some(case));
        for (id, value) in &state.values {
            form.inputs.show(id, value);
        }
        // A case that came from a file without an owner gets one as soon as its course changes.
        let owner = definition.work.owner.as_deref();
        let owner = owner.and_then(|owner| definition.field(owner));
        if let Some(owner) = owner.filter(|_| matches!(purpose, Purpose::Finish | Purpose::Reopen))
            && form.still_asks(owner)
        {
            form.inputs.texts.insert(owner.id.clone(), actor.to_owned());
        }
        let date = |date: NaiveDate| Language::Dutch.date(date);
        if let Some(opened) = state.opened() {
            form.inputs.texts.insert(BEGIN.to_owned(), date(opened));
        }
        form.inputs.chosen.insert(
            STATUS.to_owned(),
            state.status.clone().into_iter().collect(),
        );
        // The day is filled in; what is asked is why.
        form.inputs.at = match purpose {
            Purpose::Finish if definition.outcome.is_some() => Some(OUTCOME.to_owned()),
            Purpose::Reopen => Some(REASON.to_owned()),
            Purpose::New | Purpose::Change | Purpose::Finish => None,
        };
        match purpose {
            Purpose::Reopen => {
                form.inputs.texts.insert(END.to_owned(), date(today));
            }
            Purpose::New | Purpose::Change | Purpose::Finish => {
                if let Some(closing) = state.closing() {
                    form.inputs.texts.insert(END.to_owned(), date(closing.date));
                    form.inputs.chosen.insert(
                        OUTCOME.to_owned(),
                        closing.outcome.clone().into_iter().collect(),
                    );
                    for (flag, set) in &closing.flags {
                        form.inputs.choose(flag, if *set { "ja" } else { "nee" });
                    }
                } else if purpose == Purpose::Finish {
                    form.inputs.texts.insert(END.to_owned(), date(today));
                }
            }
        }
        form
    }

    /// A form in which nothing is filled in.
    pub fn bare(definition: &Definition, purpose: Purpose, case: Option<CaseFile>) -> Self {
        Self {
            register: definition.id.clone(),
            purpose,
            case,
            inputs: Inputs::new(),
            conflict: None,
            saving: None,
            autosave: Autosave::default(),
            known: AddressLookup::default(),
        }
    }

    /// Whether it is being stored.
    pub fn is_saving(&self) -> bool {
        self.saving.is_some()
    }

    /// Whether an end is typed, and so an outcome asked for.
    pub fn ends(&self) -> bool {
        self.purpose != Purpose::Reopen && !self.inputs.text(END).is_empty()
    }

    /// Whether this field has to be filled in some time and the case lacks it: a form that only ends a case, or opens it
    /// again, asks for it too.
    pub fn still_asks(&self, field: &Field) -> bool {
        let known = |case: &CaseFile| case.state.values.contains_key(&field.id);
        field.required_from.is_some() && !self.case.as_ref().is_some_and(known)
    }

    /// The case that follows from what is typed, or `None` with the faults beside their fields.
    pub fn write(
        &mut self,
        definition: &Definition,
        today: NaiveDate,
        language: Language,
    ) -> Option<Write> {
        self.inputs.faults.clear();
        let mut state = self
            .case
            .as_ref()
            .map(|case| case.state.clone())
            .unwrap_or_default();
        for field in &definition.fields {
            if !self.inputs.means(field) {
                // What came from a file with a contradiction stays as it came, until somebody chooses otherwise.
                if !self.chosen_as_stored(field) {
                    state.set(&field.id, None);
                }
                continue;
            }
            match self.inputs.read(field, today, language) {
                Ok(value) => state.set(&field.id, value),
                Err(()) => continue,
            }
        }
        self.read_spells(definition, &mut state, today, language);
        if self.purpose == Purpose::Reopen && self.reason().is_none() {
            self.inputs
                .fault(REASON, language.text("form-needs-reason"));
        }
        let mut problems = definition.missing(&state);
        if let Some(case) = self
            .case
            .as_ref()
            .filter(|_| self.purpose == Purpose::Change)
        {
            // What a case that came from a file lacks already does not stand in the way of a new telephone number.
            let before = definition.missing(&case.state);
            problems.retain(|problem| !before.contains(problem));
        }
        if self.inputs.faults.is_empty() {
            problems.extend(match &self.case {
                Some(case) => definition.check_change(&case.state, &state),
                None => definition.check(&state),
            });
        }
        for CaseProblem { subject, fault } in problems {
            let subject = match subject.as_str() {
                // The day of reopening is typed where an end stands otherwise.
                BEGIN if self.purpose == Purpose::Reopen => END.to_owned(),
                _ => subject,
            };
            let at = place_of(definition, subject);
            self.inputs.fault(&at, fault.explain(language));
        }
        if !self.inputs.faults.is_empty() {
            // The keyboard goes to the first fault, which may have been out of sight.
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

    /// Whether the field that decides about this one says what it said in the case.
    fn chosen_as_stored(&self, field: &Field) -> bool {
        let (Some(case), Some(only)) = (&self.case, &field.only_with) else {
            return false;
        };
        let mut stored = Inputs::default();
        if let Some(value) = case.state.values.get(&only.field) {
            stored.show(&only.field, value);
        }
        stored.choice(&only.field) == self.inputs.choice(&only.field)
    }

    /// Why it is done, where that was asked for.
    pub fn reason(&self) -> Option<&str> {
        let reason = self.inputs.text(REASON);
        (!reason.is_empty()).then_some(reason)
    }

    /// The fields of the form in their order on the screen.
    fn order(&self, definition: &Definition) -> Vec<String> {
        let fields = definition.fields.iter().flat_map(|field| {
            let parts = AddressPart::ALL.map(|(name, _)| part_id(&field.id, name));
            std::iter::once(field.id.clone()).chain(parts)
        });
        let course = [BEGIN, END, REASON, OUTCOME, STATUS]
            .map(str::to_owned)
            .into_iter();
        match self.purpose {
            Purpose::New | Purpose::Change => fields.chain(course).collect(),
            Purpose::Finish | Purpose::Reopen => course.chain(fields).collect(),
        }
    }

    /// Begin, end and reopening, with the status that fits them.
    fn read_spells(
        &mut self,
        definition: &Definition,
        state: &mut CaseState,
        today: NaiveDate,
        language: Language,
    ) {
        let begin = self.inputs.read_day(BEGIN, today, language);
        let end = self.inputs.read_day(END, today, language);
        let Some(begin) = begin else {
            self.inputs.fault(BEGIN, language.text("form-needs-begin"));
            return;
        };
        match state.spells.first_mut() {
            Some(first) => first.opened = begin,
            None => state.spells.push(Spell::since(begin)),
        }
        let chosen = |form: &Self, id: &str| form.inputs.choice(id).cloned();
        if self.purpose == Purpose::Reopen {
            match end {
                Some(again) => state.spells.push(Spell::since(again)),
                None => {
                    self.inputs.fault(END, language.text("form-needs-reopen"));
                }
            }
        } else if let Some(last) = state.spells.last_mut() {
            let before = last.closed.take();
            last.closed = end.map(|date| Closing {
                date,
                ..before.unwrap_or_else(|| Closing::on(date))
            });
            if let Some(closing) = &mut last.closed {
                closing.outcome = chosen(self, OUTCOME);
                for flag in definition.flags() {
                    let outcome = closing.outcome.as_ref();
                    let fits = outcome.is_some_and(|id| flag.of.contains(id));
                    match chosen(self, &flag.id) {
                        Some(set) if fits => {
                            closing.flags.insert(flag.id.clone(), set == "ja");
                        }
                        None if fits => drop(closing.flags.remove(&flag.id)),
                        // "No" of another outcome was stored as it came and stays; "yes" cannot be any more.
                        _ => closing.flags.retain(|id, set| id != &flag.id || !*set),
                    }
                }
            }
        }
        let open = state.closing().is_none_or(|closing| closing.date > today);
        let status = chosen(self, STATUS);
        let before = self.case.as_ref().map(|case| &case.state);
        if before.is_some_and(|before| before.spells == state.spells && before.status == status) {
            // Where nothing of the course was changed, what came from a file stays as it came.
            return;
        }
        let fits = |id: &String| {
            definition
                .status(id)
                .is_some_and(|status| status.open == open)
        };
        state.status = status.filter(fits).or_else(|| {
            definition
                .first_status(open)
                .map(|status| status.choice.id.clone())
        });
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
                let written = form.write(definition, today, Language::Dutch);
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
