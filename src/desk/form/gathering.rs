//! A case that is gathered in another one, as a signal is in a casus: the link, and what follows from it for both.

use crate::desk::backend::protocol::{LinkJob, Request};
use crate::desk::form::case_form::CaseForm;
use crate::desk::state::model::Model;
use crate::desk::state::pending::Pending;
use crate::register::{
    CaseFile, CaseKey, CaseReference, CaseState, Definition, EntryState, FieldKind, LINK, LeadsTo,
    Value,
};
use crate::store::{CaseOf, EntryWrite, Operation, Write};

/// The name under which a form for a new case keeps from which case it is made: its register and key. No field can be
/// called so, and a draft keeps it like anything that is typed.
const GATHERS: &str = "ontstaan.uit";

/// Links two cases; where the one is gathered in the other by its register, sets what follows from that.
pub fn link(one: CaseFile, other: CaseFile, gathers: Option<&Definition>, model: &mut Model) {
    let mut operation = model.operation();
    let settled = gathers.and_then(|definition| {
        let leads = definition.leads_to.as_ref()?;
        Some(settled(leads, definition, &one))
    });
    if let Some(state) = settled.filter(|state| *state != one.state) {
        operation = operation.with(Write::over(&one, state));
    }
    let state = EntryState::at(LINK, model.clock.wall());
    let job = LinkJob {
        one,
        other,
        state,
        operation,
    };
    model.ask_for(Pending::Attachment, Request::Link(Box::new(job)));
}

/// A form for a new case that gathers this one, with what that says filled in.
pub fn form_for_new(from: &CaseFile, model: &Model) -> Option<CaseForm> {
    let vault = model.vault.as_ref()?;
    let definition = vault.definition(&from.register)?;
    let leads = definition.leads_to.as_ref()?;
    let other = vault.definition(&leads.register)?;
    let mut form = CaseForm::new(&other, model.clock.today(), &model.actor);
    for (field, own) in &leads.fields {
        let value = from.state.values.get(own);
        let taken = value.and_then(|value| taken_over(&other, field, value));
        if let Some(value) = taken {
            form.inputs.show(field, &value);
        }
    }
    let place = format!("{}/{}", from.register, from.key.0);
    form.inputs.texts.insert(GATHERS.to_owned(), place);
    Some(form)
}

/// What is written together with a new case that gathers another one: the link, and what follows from it. None while
/// that other case is not at hand: the new one would stand there without its link, and nobody would know.
pub fn gathered(form: &CaseForm, operation: Operation, model: &mut Model) -> Option<Operation> {
    if form.inputs.text(GATHERS).is_empty() {
        return Some(operation);
    }
    let from = gathered_from(form, model)?;
    let vault = model.vault.as_ref();
    let definition = vault.and_then(|vault| vault.definition(&from.register))?;
    let leads = definition.leads_to.as_ref()?;
    let about = CaseReference {
        register: from.register.clone(),
        id: from.id.clone(),
    };
    let state = EntryState {
        about: Some(about),
        ..EntryState::at(LINK, model.clock.wall())
    };
    let operation = operation.with_entry(EntryWrite::new(CaseOf::Written(0), state));
    let state = settled(leads, &definition, &from);
    Some(match state == from.state {
        true => operation,
        false => operation.with(Write::over(&from, state)),
    })
}

/// The case from which the new case of a form is made, once it is at hand.
pub fn gathered_from(form: &CaseForm, model: &mut Model) -> Option<CaseFile> {
    let (register, key) = form.inputs.text(GATHERS).split_once('/')?;
    let key = CaseKey(key.parse().ok()?);
    let case = model.vault.as_mut()?.case(register, key)?;
    Some((*case).clone())
}

/// A case as it stands once it is gathered in another one. What means nothing any more with that is taken out.
fn settled(leads: &LeadsTo, definition: &Definition, case: &CaseFile) -> CaseState {
    let mut state = case.state.clone();
    for (field, choice) in &leads.sets {
        state.set(field, Some(Value::Choice(choice.clone())));
    }
    definition.clear_meaningless(&case.state, &mut state, |_| false);
    state
}

/// A value as a field of another register takes it; of several choices the first that is one there.
fn taken_over(definition: &Definition, field: &str, value: &Value) -> Option<Value> {
    let field = definition.field(field)?;
    let known = |id: &&String| field.choice(id).is_some();
    match (field.kind, value) {
        (FieldKind::Choice, Value::Choices(ids)) => {
            ids.iter().find(known).cloned().map(Value::Choice)
        }
        (FieldKind::Choices, Value::Choice(id)) => {
            Some(Value::Choices([id.clone()].into())).filter(|_| known(&id))
        }
        (_, Value::Choice(id)) => Some(value.clone()).filter(|_| known(&id)),
        _ => Some(value.clone()),
    }
}
