//! Looking for another case to tie the one on the screen to, to gather it in or to merge with it; and for a standard text to copy.

use std::sync::Arc;

use chrono::NaiveDate;
use egui::{Context, Ui};

use super::app::Desk;
use super::entry_ui::offered_texts;
use super::finder::{Choice, Finder, Line};
use super::form::Form;
use super::icons;
use super::model::{Model, OpenVault};
use super::shell::Place;
use super::widgets::Tone;
use super::worker::Request;
use crate::figures::{Measure, Order, Period, Slice};
use crate::register::{
    CaseFile, CaseKey, CaseState, Definition, EntryState, LINK, LeadsTo, Value, folded,
};
use crate::store::{CaseOf, EntryWrite, Operation, Write};

/// The name under which a form for a new case keeps from which case it is made: its register and key. No field can be
/// called so, and a draft keeps it like anything that is typed.
pub const GATHERS: &str = "ontstaan.uit";

/// The questions of this field are told from those of the search by where their numbers begin.
const TICKETS: u64 = 1 << 32;

/// What is looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// A case to tie this one to.
    Tie,
    /// A case to gather this one in, or a new one.
    Gather,
    /// A case of the register that is the same as this one.
    Merge,
    /// A standard text to copy.
    Text,
}

/// The field that looks for it.
pub struct Joining {
    purpose: Purpose,
    case: CaseFile,
    finder: Finder,
}

/// What was found.
enum Found {
    Case(Box<CaseFile>),
    New,
    Text(String),
}

impl Joining {
    /// Begins to look, for this case.
    pub fn new(purpose: Purpose, case: CaseFile) -> Self {
        let finder = Finder::numbered_from(TICKETS);
        Self {
            purpose,
            case,
            finder,
        }
    }

    /// The clerk found cases.
    pub fn found(&mut self, found: crate::store::SearchResults, ticket: u64) {
        self.finder.found(found, ticket);
    }

    /// What can be chosen for what is typed.
    fn offers(&self, model: &mut Model, definition: &Definition) -> Vec<(Found, Line)> {
        let language = model.language;
        if self.purpose == Purpose::Text {
            return self.texts(model, definition);
        }
        let dossier = model
            .dossier(&self.case.register, self.case.key)
            .unwrap_or_default();
        let today = model.clock.today();
        let target = match self.purpose {
            Purpose::Gather => definition.leads_to.as_ref(),
            _ => None,
        };
        let untyped = self.finder.words.trim().is_empty();
        let newest = target.filter(|_| untyped).and_then(|leads| {
            let vault = model.vault.as_mut()?;
            Some(newest_of(vault, &leads.register, today))
        });
        let newest = newest.unwrap_or_default();
        let Some(vault) = &model.vault else {
            return Vec::new();
        };
        let registers = &vault.registers;
        // Before anything is typed, what lies near is offered.
        let near = dossier
            .same_person
            .iter()
            .chain(&dossier.at_address)
            .chain(&dossier.in_street);
        let near = near.filter(|_| untyped);
        let tied = |case: &CaseFile| dossier.links.iter().any(|tie| tie.case.id == case.id);
        let fits = |case: &&CaseFile| {
            let gathers = target.is_none_or(|leads| {
                case.register == leads.register && case.state.open_at_end_of(today)
            });
            let merges = self.purpose == Purpose::Merge;
            let fits = match merges {
                true => case.register == self.case.register,
                false => gathers && !tied(case),
            };
            fits && case.id != self.case.id
        };
        let mut offers: Vec<(Found, Line)> = Vec::new();
        for case in near.chain(self.finder.cases()).filter(fits) {
            if let Some(line) = Line::of_case(case, &self.finder.words, today, registers, language)
            {
                offers.push((Found::Case(Box::new(case.clone())), line));
            }
        }
        if let Some(other) = target.and_then(|leads| registers.get(&leads.register)) {
            let new = [
                ("case", other.case_words.one.text(language).into()),
                ("from", definition.case_words.one.text(language).into()),
            ];
            let text = language.say("gather-new", &new);
            let line = Line::new(icons::ADD, text).detail(other.label.text(language));
            offers.push((Found::New, line));
            // Several of one kind come in one after the other: the case that was made of the first is not typed again.
            let offered = |case: &&Arc<CaseFile>| {
                let same = |(found, _): &(Found, Line)| match found {
                    Found::Case(known) => known.id == case.id,
                    Found::New | Found::Text(_) => false,
                };
                offers.iter().any(same)
            };
            let newest = newest.iter().filter(|case| !offered(case));
            let newest: Vec<&CaseFile> = newest.map(|case| &**case).filter(fits).collect();
            for case in newest {
                if let Some(line) =
                    Line::of_case(case, &self.finder.words, today, registers, language)
                {
                    offers.push((Found::Case(Box::new(case.clone())), line));
                }
            }
        }
        offers
    }

    fn texts(&self, model: &Model, definition: &Definition) -> Vec<(Found, Line)> {
        let (language, today) = (model.language, model.clock.today());
        let wanted = folded(&self.finder.words);
        let texts = offered_texts(definition, self.case.state.status.as_deref());
        texts
            .filter(|text| folded(text.label.text(language)).contains(&wanted))
            .map(|text| {
                let body = definition.fill(text, &self.case, today, &model.actor, language);
                let line = Line::new(icons::TEXT, text.label.text(language));
                (Found::Text(body), line)
            })
            .collect()
    }
}

impl Desk {
    /// Begins to look for something for the case that is on the screen.
    pub(super) fn look_for(&mut self, purpose: Purpose) {
        let Some((definition, case)) = self.case_on_screen() else {
            return;
        };
        let possible = match purpose {
            Purpose::Tie | Purpose::Merge => true,
            Purpose::Gather => definition.leads_to.is_some(),
            Purpose::Text => !definition.texts.is_empty(),
        };
        if possible {
            self.joining = Some(Joining::new(purpose, (*case).clone()));
        }
    }

    /// The field that looks for a case or a text, where it is open.
    pub(super) fn joining_ui(&mut self, ui: &Ui) {
        let Some(mut joining) = self.joining.take() else {
            return;
        };
        match joining.purpose {
            Purpose::Text => joining.finder.need_no_answer(),
            Purpose::Tie | Purpose::Gather | Purpose::Merge => joining.finder.ask(&mut self.model),
        }
        let vault = self.model.vault.as_ref();
        let Some(definition) = vault.and_then(|vault| vault.definition(&joining.case.register))
        else {
            return;
        };
        let language = self.model.language;
        let offers = joining.offers(&mut self.model, &definition);
        let (found, lines): (Vec<Found>, Vec<Line>) = offers.into_iter().unzip();
        let (label, hint) = match joining.purpose {
            Purpose::Tie => ("command-tie", "tie-hint"),
            Purpose::Gather => ("command-gather", "tie-hint"),
            Purpose::Merge => ("command-merge", "tie-hint"),
            Purpose::Text => ("command-copy-text", "text-hint"),
        };
        let (label, hint) = (language.text(label), language.text(hint));
        match joining
            .finder
            .finder_ui(ui, &label, &hint, &lines, language)
        {
            Choice::None => {
                self.joining = Some(joining);
                return;
            }
            Choice::Left => {}
            Choice::Took(at) => {
                if let Some(found) = found.into_iter().nth(at) {
                    self.join(ui, &definition, joining, found);
                }
            }
        }
        if self.form.is_none() {
            self.panel.story.take_focus = true;
        }
        ui.request_repaint();
    }

    fn join(&mut self, ctx: &Context, definition: &Definition, joining: Joining, found: Found) {
        match (joining.purpose, found) {
            (_, Found::Text(body)) => {
                ctx.copy_text(body);
                let text = self.model.text("text-copied");
                self.model.tell(text, Tone::Ok);
            }
            (Purpose::Gather, Found::Case(other)) => {
                self.tie(joining.case, *other, Some(definition));
            }
            (Purpose::Merge, Found::Case(other)) => self.plan_merge(joining.case, *other),
            (_, Found::Case(other)) => self.tie(joining.case, *other, None),
            (_, Found::New) => self.gather_in_new(definition, &joining.case),
        }
    }

    /// Ties two cases; where the one is gathered in the other by its register, settles what is settled with that.
    pub(super) fn tie(&mut self, one: CaseFile, other: CaseFile, gathers: Option<&Definition>) {
        let mut operation = self.model.operation();
        let settled = gathers.and_then(|definition| {
            let leads = definition.leads_to.as_ref()?;
            Some(settled(leads, definition, &one))
        });
        if let Some(state) = settled.filter(|state| *state != one.state) {
            operation = operation.with(Write::over(&one, state));
        }
        let state = EntryState::at(LINK, self.model.clock.wall());
        self.model.ask(Request::Tie {
            cases: Box::new((one, other)),
            state,
            operation,
        });
    }

    /// A form for a new case, with what the case on the screen says filled in.
    fn gather_in_new(&mut self, definition: &Definition, from: &CaseFile) {
        let Some(leads) = &definition.leads_to else {
            return;
        };
        let vault = self.model.vault.as_ref();
        let Some(other) = vault.and_then(|vault| vault.definition(&leads.register)) else {
            return;
        };
        let mut form = Form::new(&other, self.model.clock.today(), &self.model.actor);
        for (field, own) in &leads.fields {
            let value = from.state.values.get(own);
            let taken = value.and_then(|value| taken_over(&other, field, value));
            if let Some(value) = taken {
                form.sheet.show(field, &value);
            }
        }
        let place = format!("{}/{}", from.register, from.key.0);
        form.sheet.texts.insert(GATHERS.to_owned(), place);
        self.go(Place::Register(other.id.clone()));
        self.form = Some(form);
    }

    /// What is written together with a new case that gathers another one: the tie, and what is settled with it. None
    /// while that other case is not at hand: the new one would stand there without its tie, and nobody would know.
    pub(super) fn gathered(&mut self, form: &Form, operation: Operation) -> Option<Operation> {
        if form.sheet.text(GATHERS).is_empty() {
            return Some(operation);
        }
        let from = gathered_from(form, &mut self.model)?;
        let vault = self.model.vault.as_ref();
        let definition = vault.and_then(|vault| vault.definition(&from.register))?;
        let leads = definition.leads_to.as_ref()?;
        let about = crate::register::CaseReference {
            register: from.register.clone(),
            id: from.id.clone(),
        };
        let state = EntryState {
            about: Some(about),
            ..EntryState::at(LINK, self.model.clock.wall())
        };
        let operation = operation.with_entry(EntryWrite::new(CaseOf::Written(0), state));
        let state = settled(leads, &definition, &from);
        Some(match state == from.state {
            true => operation,
            false => operation.with(Write::over(&from, state)),
        })
    }
}

/// The case from which the new case of a form is made, once it is at hand.
pub fn gathered_from(form: &Form, model: &mut Model) -> Option<CaseFile> {
    let (register, key) = form.sheet.text(GATHERS).split_once('/')?;
    let key = CaseKey(key.parse().ok()?);
    let case = model.vault.as_mut()?.case(register, key)?;
    Some((*case).clone())
}

/// The running cases of a register that began last.
fn newest_of(vault: &mut OpenVault, register: &str, today: NaiveDate) -> Vec<Arc<CaseFile>> {
    const OFFERED: usize = 8;
    let Some(columns) = vault.columns(register) else {
        return Vec::new();
    };
    let until_today = Period {
        from: NaiveDate::MIN,
        to: today,
    };
    let rows = columns.rows(&Slice::whole(), until_today, Measure::Closing);
    let rows = rows.and_then(|mut rows| {
        columns.sort(&mut rows, Order::Begin, true)?;
        Ok(rows)
    });
    let rows = rows.unwrap_or_default().into_iter().take(OFFERED);
    let keys: Vec<CaseKey> = rows.filter_map(|row| columns.key(row)).collect();
    let cases = keys.into_iter();
    cases.filter_map(|key| vault.case(register, key)).collect()
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
        (crate::register::FieldKind::Choice, Value::Choices(ids)) => {
            ids.iter().find(known).cloned().map(Value::Choice)
        }
        (crate::register::FieldKind::Choices, Value::Choice(id)) => {
            Some(Value::Choices([id.clone()].into())).filter(|_| known(&id))
        }
        (_, Value::Choice(id)) => Some(value.clone()).filter(|_| known(&id)),
        _ => Some(value.clone()),
    }
}
