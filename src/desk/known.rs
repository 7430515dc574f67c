//! What is known at the address that is typed in a new case: that, and since when; the details only for who asks.

use chrono::{NaiveDate, NaiveDateTime};

use super::entry_form::{EntryForm, HAPPENED};
use super::form::{Form, Purpose};
use super::model::Model;
use super::sheet::{Sheet, part_id};
use super::worker::Request;
use crate::language::{Language, folded};
use crate::register::{Address, BEGIN, CaseFile, CaseKey, Definition, Registers, Value};
use crate::store::KnownAt;

/// What was asked about an address, and what came of it.
#[derive(Clone, Debug, Default)]
pub struct Known {
    /// The address that was asked about last.
    pub about: Option<Address>,
    /// The number of that question.
    ticket: u64,
    /// What is known there; none while that is on its way.
    pub told: Option<KnownAt>,
    /// Whether the details are shown. Asking for them is kept in the vault.
    pub details: bool,
    /// The street that was filled in from a case that is known.
    filled: Option<String>,
}

impl Known {
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

impl Form {
    /// Asks what is known at the address, as soon as enough of it is typed and each time it becomes another one.
    pub fn ask_known(&mut self, definition: &Definition, model: &mut Model) {
        if self.purpose != Purpose::New {
            return;
        }
        let typed = definition.address_field().map(|field| Address {
            addition: String::new(),
            ..self.sheet.address(field)
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
        self.known = Known {
            about: typed.clone(),
            ticket: model.ticket(),
            filled: self.known.filled.take(),
            ..Known::default()
        };
        if let Some(address) = typed {
            model.ask(Request::KnownAt(address, self.known.ticket));
        }
    }

    /// The clerk told what is known; an answer to an older question is dropped. A street that is known is filled in.
    pub fn known(&mut self, definition: &Definition, told: KnownAt, ticket: u64) {
        if self.known.ticket != ticket || self.known.about.is_none() {
            return;
        }
        if let (Some(field), Some(about)) = (definition.address_field(), &self.known.about) {
            let id = part_id(&field.id, "straat");
            let here = told.cases.iter().flat_map(|case| case.state.addresses());
            let mut here = here.filter(|here| here.postcode == about.postcode);
            let street = here.find(|here| !here.street.is_empty());
            let street = street.map(|here| here.street.clone());
            // A number that is half typed may be another house; what was typed by hand stays.
            let typed = self.sheet.text(&id);
            let ours = typed.is_empty() || self.known.filled.as_deref() == Some(typed);
            if ours && typed != street.as_deref().unwrap_or_default() {
                let text = street.clone().unwrap_or_default();
                self.sheet.texts.insert(id, text);
                self.sheet.change();
                self.known.filled = street;
            }
        }
        self.suggest_known_district(definition, &told);
        self.known.told = Some(told);
    }

    /// A postcode may lie in two districts; a case at the same house knows which. What was chosen stays.
    fn suggest_known_district(&mut self, definition: &Definition, told: &KnownAt) {
        let Some(field) = definition.district_field() else {
            return;
        };
        if self.sheet.choice(&field.id).is_some() {
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
            self.sheet.choose(&field.id, &district.id);
            self.sheet.change();
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
            model.ask(Request::LookUp(shown));
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
        let mut sheet = self.sheet.clone();
        let begin = sheet.read_day(BEGIN, now.date(), Language::Dutch);
        sheet.faults.clear();
        sheet.texts.extend(entry.sheet.texts);
        sheet.chosen.extend(entry.sheet.chosen);
        if let Some(day) = begin.filter(|day| *day != now.date()) {
            sheet
                .texts
                .insert(HAPPENED.to_owned(), Language::Dutch.date(day));
        }
        let unknown = |id: &str| sheet.text(id).is_empty() && sheet.choice(id).is_none();
        let mut asked = kind.fields.iter();
        let first = asked.find(|field| field.required_from.is_some() && unknown(&field.id));
        sheet.at = first.or(kind.fields.first()).map(|field| field.id.clone());
        sheet.take_focus = true;
        sheet.change();
        entry.sheet = sheet;
        entry.from_case = true;
        entry.keeping = self.keeping.clone();
        Some(entry)
    }
}

impl EntryForm {
    /// What is typed as a new case after all, where it began as one.
    pub fn as_new_case(&self, definition: &Definition) -> Option<Form> {
        if !self.from_case || self.is_saving() {
            return None;
        }
        let mut form = Form::bare(definition, Purpose::New, None);
        let mut sheet = Sheet {
            at: None,
            take_focus: true,
            ..self.sheet.clone()
        };
        sheet.faults.clear();
        sheet.change();
        form.sheet = sheet;
        form.keeping = self.keeping.clone();
        Some(form)
    }
}
