//! A case that is gathered in another one, as a signal is in a casus: the link between both, and the values that the
//! register (`leads_to`) sets in the one that is gathered.

use crate::desk::backend::protocol::{LinkJob, Request};
use crate::desk::form::case_form::state::{CaseForm, SourceCase};
use crate::desk::state::model::Model;
use crate::desk::state::pending::Pending;
use crate::register::{
    CaseFile, CaseReference, CaseState, Definition, EntryState, FieldKind, LINK, LeadsTo, Value,
};
use crate::store::{CaseOf, EntryWrite, Operation, Write};

/// Links a case to another one.
pub fn link(one: CaseFile, other: CaseFile, model: &mut Model) {
    let operation = model.operation();
    send_link(one, other, operation, model);
}

/// Gathers a case of this register in another one: links both, and sets what follows from that.
pub fn gather(one: CaseFile, other: CaseFile, definition: &Definition, model: &mut Model) {
    let operation = model.operation();
    let operation = match &definition.leads_to {
        Some(leads) => with_gathered(operation, leads, definition, &one),
        None => operation,
    };
    send_link(one, other, operation, model);
}

fn send_link(one: CaseFile, other: CaseFile, operation: Operation, model: &mut Model) {
    let state = EntryState::at(LINK, model.clock.wall());
    let job = LinkJob {
        one,
        other,
        state,
        operation,
    };
    model.ask_for(Pending::Attachment, Request::Link(Box::new(job)));
}

/// A form for a new case that gathers this one, filled with what is taken over from it.
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
            form.inputs.fill(field, &value);
        }
    }
    form.source = Some(SourceCase {
        register: from.register.clone(),
        key: from.key,
    });
    Some(form)
}

/// The case that the new case of a form gathers; none where it gathers none, and until the vault answered with it.
pub fn source_case(form: &CaseForm, model: &mut Model) -> Option<CaseFile> {
    let source = form.source.as_ref()?;
    let case = model.vault.as_mut()?.case(&source.register, source.key)?;
    Some((*case).clone())
}

/// Adds to the operation that stores a new case what belongs to the case that it gathers: the link, and what that sets.
/// None until the vault answered with that case: the new one would be stored without its link, and nobody would know.
pub fn with_source(form: &CaseForm, operation: Operation, model: &mut Model) -> Option<Operation> {
    if form.source.is_none() {
        return Some(operation);
    }
    let from = source_case(form, model)?;
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
    Some(with_gathered(operation, leads, &definition, &from))
}

/// Adds what is set in a case that is gathered, where that changes it.
fn with_gathered(
    operation: Operation,
    leads: &LeadsTo,
    definition: &Definition,
    case: &CaseFile,
) -> Operation {
    let state = gathered(leads, definition, case);
    match state == case.state {
        true => operation,
        false => operation.with(Write::over(case, state)),
    }
}

/// A case as it is once it is gathered. Fields that do not apply any more are emptied.
fn gathered(leads: &LeadsTo, definition: &Definition, case: &CaseFile) -> CaseState {
    let mut state = case.state.clone();
    for (field, choice) in &leads.sets {
        state.set(field, Some(Value::Choice(choice.clone())));
    }
    definition.clear_meaningless(&case.state, &mut state, |_| false);
    state
}

/// A value as a field of another register takes it. Choices go by their ids; of several, a field for one takes the first
/// that it has.
fn taken_over(definition: &Definition, field: &str, value: &Value) -> Option<Value> {
    let field = definition.field(field)?;
    let has = |id: &&String| field.choice(id).is_some();
    match (field.kind, value) {
        (FieldKind::Choice, Value::Choices(ids)) => {
            ids.iter().find(has).cloned().map(Value::Choice)
        }
        (FieldKind::Choices, Value::Choice(id)) => {
            Some(Value::Choices([id.clone()].into())).filter(|_| has(&id))
        }
        (_, Value::Choice(id)) => Some(value.clone()).filter(|_| has(&id)),
        _ => Some(value.clone()),
    }
}
