//! What is known at the address that is typed in a new case: that, and since when; the details only for who asks.

use chrono::{NaiveDate, NaiveDateTime};

use crate::desk::backend::protocol::{Request, RequestId};
use crate::desk::form::case_form::{CaseForm, Purpose};
use crate::desk::form::entry_form::{EntryForm, HAPPENED};
use crate::desk::form::inputs::{Inputs, part_id};
use crate::desk::state::model::Model;
use crate::language::{Language, folded};
use crate::register::{Address, BEGIN, CaseFile, CaseKey, Definition, Registers, Value};
use crate::store;

/// What was asked about an address, and what came of it.
#[derive(Clone, Debug, Default)]
pub struct AddressLookup {
    /// The address that was asked about last.
    pub about: Option<Address>,
    /// The request for what is known there, until it is answered.
    waiting: Option<RequestId>,
    /// What is known there; none while that is on its way.
    pub told: Option<store::AddressLookup>,
    /// Whether the details are shown. Asking for them is kept in the vault.
    pub details: bool,
    /// The street that was filled in from a case that is known.
    filled: Option<String>,
}

impl AddressLookup {
    /// The cases of a register at the address, newest first.
    pub fn of<'a>(&'a self, register: &'a str) -> impl Iterator<Item = &'a CaseFile> {
        let cases = self.told.iter().flat_map(|told| &told.cases);
        cases.filter(move |case| case.register == register)
    }

    /// The cases of this register to which what is typed can be added as one more report, newest first.
    pub fn open_to<'a>(
        &'a self,
        definition: &'a Definition,
        today: NaiveDate,
    ) -> impl Iterator<Item = &'a CaseFile> {
        let counts = definition.report_kind().is_some();
        let cases = self.of(&definition.id).filter(move |_| counts);
        cases.filter(move |case| case.state.open_at_end_of(today))
    }

    /// How many cases run in the same street.
    pub fn running_in_street(&self, registers: &Registers, today: NaiveDate) -> usize {
        let runs = |register: &str| {
            registers
                .get(register)
                .is_some_and(|known| known.has_spells())
        };
        let cases = self.told.iter().flat_map(|told| &told.street);
        cases
            .filter(|case| runs(&case.register) && case.state.open_at_end_of(today))
            .count()
    }
}

impl CaseForm {
    /// Asks what is known at the address, as soon as enough of it is typed and each time it becomes another one.
    pub fn ask_known(&mut self, definition: &Definition, model: &mut Model) {
        if self.purpose != Purpose::New {
            return;
        }
        let typed = definition.address_field().map(|field| Address {
            addition: String::new(),
            ..self.inputs.address(field)
        });
        // A house is found by its whole postcode, four digits are half a town; or by its street, where nobody knows that.
        let coded = |address: &Address| address.postcode.len() > 4;
        let typed = typed.filter(|address| {
            let found = coded(address) || !address.street.is_empty();
            found && !address.number.is_empty()
        });
        let typed = typed.map(|address| match coded(&address) {
            true => address,
            false => Address {
                postcode: String::new(),
                ..address
            },
        });
        let place = |address: &Option<Address>| {
            let address = address.as_ref()?;
            // A street that was filled in beside a postcode asks nothing new.
            let street = Some(folded(&address.street)).filter(|_| !coded(address));
            let number = folded(&address.number);
            Some((address.postcode.clone(), number, street))
        };
        if place(&typed) == place(&self.known.about) {
            return;
        }
        self.known = AddressLookup {
            about: typed.clone(),
            filled: self.known.filled.take(),
            ..AddressLookup::default()
        };
        if let Some(address) = typed {
            self.known.waiting = Some(model.ask(Request::KnownAt(address)));
        }
    }

    /// What is known there arrived; an answer to an older request is dropped. A street that is known is filled in.
    pub fn on_known_at(
        &mut self,
        definition: &Definition,
        told: store::AddressLookup,
        request: RequestId,
    ) {
        if self.known.waiting != Some(request) || self.known.about.is_none() {
            return;
        }
        if let (Some(field), Some(about)) = (definition.address_field(), &self.known.about) {
            let id = part_id(&field.id, "straat");
            let here = told.cases.iter().flat_map(|case| case.state.addresses());
            let mut here = here.filter(|here| here.postcode == about.postcode);
            let street = here.find(|here| !here.street.is_empty());
            let street = street.map(|here| here.street.clone());
            // A number that is half typed may be another house; what was typed by hand stays.
            let typed = self.inputs.text(&id);
            let ours = typed.is_empty() || self.known.filled.as_deref() == Some(typed);
            if ours && typed != street.as_deref().unwrap_or_default() {
                let text = street.clone().unwrap_or_default();
                self.inputs.texts.insert(id, text);
                self.inputs.change();
                self.known.filled = street;
            }
        }
        self.suggest_known_district(definition, &told);
        self.known.told = Some(told);
    }

    /// A postcode may lie in two districts; a case at the same house knows which. What was chosen stays.
    fn suggest_known_district(&mut self, definition: &Definition, told: &store::AddressLookup) {
        let Some(field) = definition.district_field() else {
            return;
        };
        if self.inputs.choice(&field.id).is_some() {
            return;
        }
        let districts =
            told.cases
                .iter()
                .filter_map(|case| match case.state.values.get(&field.id)? {
                    Value::Choice(id) => field.choice(id).filter(|choice| choice.is_current()),
                    _ => None,
                });
        if let Some(district) = districts.into_iter().next() {
            self.inputs.choose(&field.id, &district.id);
            self.inputs.change();
        }
    }

    /// Shows the details of what is known, and keeps in the vault that they were asked for: once for an address.
    pub fn show_details(&mut self, model: &mut Model) {
        let Some(told) = self.known.told.as_ref().filter(|_| !self.known.details) else {
            return;
        };
        let shown: Vec<(String, String)> = told
            .cases
            .iter()
            .map(|case| (case.register.clone(), case.id.clone()))
            .collect();
        if !shown.is_empty() {
            model.ask(Request::LogLookUp(shown));
            self.known.details = true;
        }
    }

    /// What is typed as one more report on a running case at the address; the newest one where none is named.
    pub fn as_report(
        &self,
        definition: &Definition,
        on: Option<CaseKey>,
        now: NaiveDateTime,
    ) -> Option<EntryForm> {
        if self.purpose != Purpose::New || self.is_saving() {
            return None;
        }
        let kind = definition.report_kind()?;
        let mut open = self.known.open_to(definition, now.date());
        let case = open.find(|case| on.is_none_or(|key| case.key == key))?;
        let mut entry = EntryForm::new(case.clone(), kind, now);
        // What the report does not ask stays on the sheet as well: who takes this back finds all of it.
        let mut inputs = self.inputs.clone();
        let begin = inputs.read_day(BEGIN, now.date(), Language::Dutch);
        inputs.faults.clear();
        inputs.texts.extend(entry.inputs.texts);
        inputs.chosen.extend(entry.inputs.chosen);
        if let Some(day) = begin.filter(|day| *day != now.date()) {
            inputs
                .texts
                .insert(HAPPENED.to_owned(), Language::Dutch.date(day));
        }
        let unknown = |id: &str| inputs.text(id).is_empty() && inputs.choice(id).is_none();
        let mut asked = kind.fields.iter();
        let first = asked.find(|field| field.required_from.is_some() && unknown(&field.id));
        inputs.at = first.or(kind.fields.first()).map(|field| field.id.clone());
        inputs.take_focus = true;
        inputs.change();
        entry.inputs = inputs;
        entry.from_case = true;
        entry.autosave = self.autosave.clone();
        Some(entry)
    }
}

impl EntryForm {
    /// What is typed as a new case after all, where it began as one.
    pub fn as_new_case(&self, definition: &Definition) -> Option<CaseForm> {
        if !self.from_case || self.is_saving() {
            return None;
        }
        let mut form = CaseForm::bare(definition, Purpose::New, None);
        let mut inputs = Inputs {
            at: None,
            take_focus: true,
            ..self.inputs.clone()
        };
        inputs.faults.clear();
        inputs.change();
        form.inputs = inputs;
        form.autosave = self.autosave.clone();
        Some(form)
    }
}
