//! Looks up the address that is typed in a new case while it is typed, and takes in what was found.

use crate::desk::backend::protocol::{Request, RequestId};
use crate::desk::form::case_form::address_lookup::AddressLookup;
use crate::desk::form::case_form::state::{CaseForm, Purpose};
use crate::desk::form::field_ids::part_id;
use crate::desk::state::model::Model;
use crate::language::folded;
use crate::register::{Address, Definition, Value};
use crate::store;

impl CaseForm {
    /// Asks which cases there are at the address, as soon as enough of it is typed and each time it becomes another one.
    pub fn look_up_address(&mut self, definition: &Definition, model: &mut Model) {
        if self.purpose != Purpose::New {
            return;
        }
        let typed = self.address_to_look_up(definition);
        if typed.as_ref().map(place) == self.lookup.address.as_ref().map(place) {
            return;
        }
        self.lookup = AddressLookup {
            waiting: typed
                .clone()
                .map(|address| model.ask(Request::AddressLookup(address))),
            address: typed,
            filled_street: self.lookup.filled_street.take(),
            ..AddressLookup::default()
        };
    }

    /// The address as far as it is typed, where that is enough to find a house: its number with its whole postcode, or with
    /// its street where the postcode is not known. Four digits of a postcode are half a town.
    fn address_to_look_up(&self, definition: &Definition) -> Option<Address> {
        let mut address = Address {
            addition: String::new(),
            ..self.inputs.address(definition.address_field()?)
        };
        if !has_postcode(&address) {
            address.postcode.clear();
        }
        let found = has_postcode(&address) || !address.street.is_empty();
        (found && !address.number.is_empty()).then_some(address)
    }

    /// Cases were found; an answer to an older request is dropped. What they say of the street and the district is filled
    /// in.
    pub fn on_address_lookup(
        &mut self,
        definition: &Definition,
        found: store::AddressLookup,
        request: RequestId,
    ) {
        if self.lookup.waiting != Some(request) {
            return;
        }
        self.fill_street(definition, &found);
        self.fill_district(definition, &found);
        self.lookup.found = Some(found);
    }

    /// Fills in the street of the house, unless one was typed by hand. What was filled in for another house goes: while a
    /// number is typed it may be that of another one.
    fn fill_street(&mut self, definition: &Definition, found: &store::AddressLookup) {
        let (Some(field), Some(address)) = (definition.address_field(), &self.lookup.address)
        else {
            return;
        };
        let id = part_id(&field.id, "straat");
        let here = found.cases.iter().flat_map(|case| case.state.addresses());
        let mut here = here.filter(|here| here.postcode == address.postcode);
        let street = here.find(|here| !here.street.is_empty());
        let street = street.map(|here| here.street.clone());
        let typed = self.inputs.text(&id);
        let by_hand = !typed.is_empty() && self.lookup.filled_street.as_deref() != Some(typed);
        if !by_hand && typed != street.as_deref().unwrap_or_default() {
            let text = street.clone().unwrap_or_default();
            match text.is_empty() {
                true => self.inputs.from_earlier.remove(&id),
                false => self.inputs.from_earlier.insert(id.clone()),
            };
            self.inputs.texts.insert(id, text);
            self.inputs.change();
            self.lookup.filled_street = street;
        }
    }

    /// Chooses the district of a case at the same house, unless one was chosen: a postcode may lie in two districts.
    fn fill_district(&mut self, definition: &Definition, found: &store::AddressLookup) {
        let Some(field) = definition.district_field() else {
            return;
        };
        if self.inputs.choice(&field.id).is_some() {
            return;
        }
        let mut districts =
            found
                .cases
                .iter()
                .filter_map(|case| match case.state.values.get(&field.id)? {
                    Value::Choice(id) => field.choice(id).filter(|choice| choice.is_current()),
                    _ => None,
                });
        if let Some(district) = districts.next() {
            self.inputs.choose(&field.id, &district.id);
            self.inputs.change();
        }
    }

    /// Shows the cases that were found one by one, and logs in the vault that they were looked at: once for an address.
    pub fn show_details(&mut self, model: &mut Model) {
        let found = self.lookup.found.as_ref();
        let Some(found) = found.filter(|_| !self.lookup.details) else {
            return;
        };
        let shown = found.cases.iter();
        let shown: Vec<(String, String)> = shown
            .map(|case| (case.register.clone(), case.id.clone()))
            .collect();
        if !shown.is_empty() {
            model.ask(Request::LogLookUp(shown));
            self.lookup.details = true;
        }
    }
}

/// Whether the postcode is whole, and not only its four digits.
fn has_postcode(address: &Address) -> bool {
    address.postcode.len() > 4
}

/// What makes an address another one to look up: its postcode and number, or its street where it has no postcode. A street
/// that was filled in beside a postcode asks nothing new.
fn place(address: &Address) -> (String, String, Option<String>) {
    let street = Some(folded(&address.street)).filter(|_| !has_postcode(address));
    let number = folded(&address.number);
    (address.postcode.clone(), number, street)
}
