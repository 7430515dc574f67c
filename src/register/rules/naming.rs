//! How a case is called and where it stands: the same words on every screen and on paper.

use chrono::NaiveDate;

use super::person::PersonFields;
use crate::language::Language;
use crate::register::case::address::Address;
use crate::register::case::case_file::CaseState;
use crate::register::case::value::Value;
use crate::register::definition::field::{Field, FieldKind, FieldRole};
use crate::register::definition::parts::Status;
use crate::register::definition::register::Definition;

impl Definition {
    /// The fields by which a case of this register is called, the most telling first: the person who leads its list;
    /// else where it is; else whom it is about, which is a person of its list and never the one who only reported it; else
    /// the name that leads its list. A young person has an address too, and is not called by it.
    pub fn naming_fields(&self) -> impl Iterator<Item = &Field> {
        let of_kind = |kind: FieldKind| self.fields.iter().filter(move |field| field.kind == kind);
        let listed = |field: &&Field| self.list.contains(&field.id);
        let first = self.list.first().and_then(|id| self.field(id));
        let leads = first.filter(|field| field.kind == FieldKind::Person);
        leads
            .into_iter()
            .chain(of_kind(FieldKind::Address))
            .chain(of_kind(FieldKind::Person).filter(listed))
            .chain(first.filter(|field| field.kind == FieldKind::Text))
    }

    /// What a case is called by what is known of it; none where it has only its number.
    pub fn title_of(&self, state: &CaseState) -> Option<String> {
        let said = |field: &Field| match state.values.get(&field.id)? {
            Value::Address(address) => Some(address.line()),
            Value::Text(text) => Some(text.clone()),
            _ => None,
        };
        self.naming_fields()
            .filter_map(said)
            .find(|title| !title.is_empty())
    }

    /// The field that says in which district a case is: the one that has the role, else the choice that a postcode suggests.
    pub fn district_field(&self) -> Option<&Field> {
        let has_postcodes = |field: &&Field| {
            let mut choices = field.choices.iter();
            field.kind == FieldKind::Choice && choices.any(|choice| !choice.postcodes.is_empty())
        };
        let district = |field: &&Field| field.role == Some(FieldRole::District);
        let by_role = self.fields.iter().find(district);
        by_role.or_else(|| self.fields.iter().find(has_postcodes))
    }

    /// Where a case is, where that is known.
    pub fn address_of<'a>(&self, state: &'a CaseState) -> Option<&'a Address> {
        match state.values.get(&self.address_field()?.id)? {
            Value::Address(address) => Some(address),
            _ => None,
        }
    }

    /// Whom a case is about: the name and the birth date, where both are known.
    pub fn person_of<'a>(&self, state: &'a CaseState) -> Option<(&'a str, NaiveDate)> {
        PersonFields::of(self)?.person(state)
    }

    /// Whether a case runs today or is in preparation, and the status that says where it stands. A case that ended says so
    /// whatever its status was left at; then, and where it has none, there is no status to name.
    pub fn standing(&self, state: &CaseState, today: NaiveDate) -> (bool, Option<&Status>) {
        let open = self.runs_on(state, today);
        let status = self.status_on(state, today);
        let fits = |status: &&Status| status.open == open || !self.has_spells();
        (open, status.filter(fits))
    }

    /// Where a case stands today, in words.
    pub fn standing_words(
        &self,
        state: &CaseState,
        today: NaiveDate,
        language: Language,
    ) -> String {
        match self.standing(state, today) {
            (_, Some(status)) => status.choice.label.text(language).to_owned(),
            (true, None) => language.text("running"),
            (false, None) => language.text("finished"),
        }
    }
}
