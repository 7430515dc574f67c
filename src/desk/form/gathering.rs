//! A case that is gathered in another one, as a signal is in a casus: the link between both, and the values that the
//! register (`leads_to`) sets in the one that is gathered.

use crate::desk::backend::protocol::{GatherJob, LinkJob, Request};
use crate::desk::form::case_form::state::{CaseForm, SourceCases};
use crate::desk::state::model::Model;
use crate::desk::state::pending::Pending;
use crate::register::{CaseFile, CaseKey, Definition, EntryState, LINK};
use crate::store::{CaseOf, EntryWrite, Operation, Write};

/// Links a case to another one.
pub fn link(one: CaseFile, other: CaseFile, model: &mut Model) {
    let job = LinkJob {
        one,
        other,
        state: EntryState::at(LINK, model.clock.wall()),
        operation: model.operation(),
    };
    model.ask_for(Pending::Attachment, Request::Link(Box::new(job)));
}

/// Gathers cases of this register in another case: links each to it, and sets what follows from that, in one step.
pub fn gather(definition: &Definition, cases: Vec<CaseKey>, into: CaseFile, model: &mut Model) {
    let count = cases.len() as u64;
    let words = definition.case_word(count).text(model.language);
    let arguments = [
        ("count", i64::try_from(count).unwrap_or(i64::MAX).into()),
        ("cases", words.into()),
        ("number", into.number.as_str().into()),
    ];
    let said = model.language.say("gather-stored", &arguments);
    let job = GatherJob {
        register: definition.id.clone(),
        cases,
        into,
        at: model.clock.wall(),
        operation: model.operation(),
    };
    model.ask_for(Pending::Gathering(said), Request::Gather(Box::new(job)));
}

/// A form for a new case that gathers these, filled with what is taken over from the first of them that says it. None until
/// all of them are at hand.
pub fn form_for_new(source: SourceCases, model: &mut Model) -> Option<CaseForm> {
    let cases = cases_of(&source, model)?;
    let vault = model.vault.as_ref()?;
    let definition = vault.definition(&source.register)?;
    let leads = definition.leads_to.as_ref()?;
    let other = vault.definition(&leads.register)?;
    let mut form = CaseForm::new(&other, model.clock.today(), &model.actor);
    for (field, own) in &leads.fields {
        let mut values = cases.iter().filter_map(|case| case.state.values.get(own));
        if let Some(value) = values.find_map(|value| other.taken_over(field, value)) {
            form.inputs.fill(field, &value);
        }
    }
    form.source = Some(source);
    Some(form)
}

/// The cases that the new case of a form gathers; none where it gathers none, and until the vault answered with all of
/// them.
pub fn source_cases(form: &CaseForm, model: &mut Model) -> Option<Vec<CaseFile>> {
    cases_of(form.source.as_ref()?, model)
}

/// Each case is asked for, also where another one is not there yet.
fn cases_of(source: &SourceCases, model: &mut Model) -> Option<Vec<CaseFile>> {
    let vault = model.vault.as_mut()?;
    let cases = source.keys.iter();
    let cases: Vec<_> = cases
        .map(|key| vault.case(&source.register, *key))
        .collect();
    let cases = cases.into_iter().map(|case| Some((*case?).clone()));
    cases.collect()
}

/// Adds to the operation that stores a new case what belongs to the cases that it gathers: the links, and what is set in
/// them. None until the vault answered with those cases: the new one would be stored without its links, and nobody would
/// know.
pub fn with_source(
    form: &CaseForm,
    mut operation: Operation,
    model: &mut Model,
) -> Option<Operation> {
    if form.source.is_none() {
        return Some(operation);
    }
    for from in source_cases(form, model)? {
        let vault = model.vault.as_ref();
        let definition = vault.and_then(|vault| vault.definition(&from.register))?;
        let state = EntryState {
            about: Some(from.reference()),
            ..EntryState::at(LINK, model.clock.wall())
        };
        operation = operation.with_entry(EntryWrite::new(CaseOf::Written(0), state));
        let state = definition.gathered(&from.state);
        if state != from.state {
            operation = operation.with(Write::over(&from, state));
        }
    }
    Some(operation)
}
