//! What the entry that is typed opens in another register: a new case, or none, or one that runs there already.

use chrono::{NaiveDate, NaiveDateTime};
use std::sync::Arc;

use crate::desk::form::entry_form::state::EntryForm;
use crate::desk::form::field_ids::OPENS;
use crate::desk::form::inputs::Inputs;
use crate::desk::state::model::Model;
use crate::language::Label;
use crate::register::{CaseFile, Choice, Definition, EntryState, Field, FieldKind, Opening, Value};
use crate::store::{Dossier, Opens};

/// The choice by which a new case is opened.
const NEW: &str = "nieuw";
/// The choice by which none is opened.
const NONE: &str = "geen";

/// What an entry opens, as it is asked in its form.
pub struct OpensField {
    /// The register of the case.
    pub target: Arc<Definition>,
    /// The cases that run there to which the entry can be linked in place of a new one.
    running: Vec<CaseFile>,
}

impl OpensField {
    /// What the new entry of a form opens as it is typed now; none where it opens nothing.
    pub fn of(form: &EntryForm, definition: &Definition, model: &mut Model) -> Option<Self> {
        let opening = opening(form, definition, model.clock.wall())?;
        let target = model.vault.as_ref()?.definition(&opening.register)?;
        let dossier = model.dossier(&form.case.register, form.case.key);
        let today = model.clock.today();
        let running = dossier.map_or_else(Vec::new, |dossier| running(&dossier, &target, today));
        Some(Self { target, running })
    }

    /// The field in which it is chosen. What runs comes first, so that nothing is registered twice without being asked.
    pub fn field(&self) -> Field {
        let register = &self.target.label;
        let said = |id: &'static str| {
            Label::said(|language| {
                let register = register.text(language);
                language.say(id, &[("register", register.into())])
            })
        };
        let running = self.running.iter().map(|case| {
            let label = Label::said(|language| {
                language.say(
                    "entry-opens-running",
                    &[("number", case.number.as_str().into())],
                )
            });
            Choice::new(case.id.clone(), label)
        });
        let others = [(NEW, "entry-opens-new"), (NONE, "entry-opens-none")];
        let others = others.map(|(id, text)| Choice::new(id, said(text)));
        Field {
            choices: running.chain(others).collect(),
            ..Field::asked(OPENS, said("entry-opens"), FieldKind::Choice)
        }
    }

    /// Chooses the first where nothing that can be chosen is.
    pub fn choose_first(&self, inputs: &mut Inputs) {
        let choices = self.field().choices;
        let known = |id: &String| choices.iter().any(|choice| choice.id == *id);
        if !inputs.choice(OPENS).is_some_and(known)
            && let Some(first) = choices.first()
        {
            inputs.choose(OPENS, &first.id);
        }
    }

    /// What is chosen; none where nothing is to be opened.
    pub fn chosen(&self, inputs: &Inputs) -> Option<Opens> {
        let chosen = inputs.choice(OPENS).map(String::as_str);
        let running = self.running.iter();
        let mut running = running.filter(|case| Some(case.id.as_str()) == chosen);
        (chosen != Some(NONE)).then(|| Opens {
            register: self.target.id.clone(),
            running: running.next().map(|case| case.key),
        })
    }
}

impl EntryForm {
    /// Whether it is chosen in this form that the entry opens a new case, not that it is linked to one that runs.
    pub fn opens_new(&self) -> bool {
        self.inputs
            .choice(OPENS)
            .is_some_and(|chosen| chosen == NEW)
    }
}

/// What the choices that are made so far open.
fn opening<'a>(
    form: &EntryForm,
    definition: &'a Definition,
    now: NaiveDateTime,
) -> Option<&'a Opening> {
    let kind = definition.entry_kind(&form.kind)?;
    if form.entry.is_some() || kind.opens.is_empty() {
        return None;
    }
    let mut entry = EntryState::at(&kind.id, now);
    for field in &kind.fields {
        let value = match field.kind {
            FieldKind::Choice => form.inputs.choice(&field.id).cloned().map(Value::Choice),
            FieldKind::YesNo => form.inputs.yes_or_no(&field.id).map(Value::YesNo),
            _ => None,
        };
        if let Some(value) = value {
            entry = entry.with(&field.id, value);
        }
    }
    definition.opening(&entry)
}

/// The cases of a register that run and belong to the case of this dossier: those it is linked to, then those at its address.
fn running(dossier: &Dossier, target: &Definition, today: NaiveDate) -> Vec<CaseFile> {
    let linked = dossier.links.iter().map(|link| &link.case);
    let known = linked.chain(&dossier.at_address);
    let known =
        known.filter(|case| case.register == target.id && target.runs_on(&case.state, today));
    let mut running: Vec<CaseFile> = Vec::new();
    for case in known {
        if !running.iter().any(|other| other.id == case.id) {
            running.push(case.clone());
        }
    }
    running
}
