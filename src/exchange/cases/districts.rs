//! Which of several districts an address lies in, where the word in the file names more than one.

use std::collections::{BTreeSet, HashMap};

use super::mapping::Mapping;
use super::target::Target;
use crate::language::folded;
use crate::register::{Address, AddressPart, CaseFile, Choice, Definition, Value};
use crate::store::{Store, StoreError};

/// The districts of the addresses that are known in a register, by field and then by postcode and by street; more than one
/// where a street lies in several.
#[derive(Default)]
pub(super) struct Districts(HashMap<String, HashMap<String, BTreeSet<String>>>);

impl Districts {
    /// Reads what is known, where a value of the mapping asks for it.
    ///
    /// # Errors
    /// The store cannot be read.
    pub fn known(
        definition: &Definition,
        mapping: &Mapping,
        store: &dyn Store,
    ) -> Result<Self, StoreError> {
        let asked = mapping.targets().filter_map(|target| match target {
            Target::Field(id) if mapping.goes_by_address(target) => Some(id.clone()),
            _ => None,
        });
        let mut districts = Self(asked.map(|field| (field, HashMap::new())).collect());
        if !districts.0.is_empty() {
            store.each_case(&definition.id, &mut |case| districts.add(definition, &case))?;
        }
        Ok(districts)
    }

    fn add(&mut self, definition: &Definition, case: &CaseFile) {
        let values = &case.state.values;
        let address = definition.address_field();
        let Some(Value::Address(address)) = address.and_then(|field| values.get(&field.id)) else {
            return;
        };
        for (field, known) in &mut self.0 {
            if let Some(Value::Choice(district)) = values.get(field) {
                for key in keys(address) {
                    known.entry(key).or_default().insert(district.clone());
                }
            }
        }
    }

    /// The one of these choices of a field in which the address lies: the only one with its postcode, else the only one in
    /// which its postcode or street is known. None where neither tells.
    pub fn of(
        &self,
        field: &str,
        parts: &[(String, AddressPart, String)],
        choices: &[Choice],
        candidates: &BTreeSet<String>,
    ) -> Option<String> {
        let mut address = Address::default();
        for (_, part, text) in parts {
            part.of_mut(&mut address).clone_from(text);
        }
        let area = address.postcode_area();
        let by_area = choices.iter().filter(|choice| {
            let mut areas = choice.postcodes.iter();
            candidates.contains(&choice.id) && areas.any(|known| Some(known.as_str()) == area)
        });
        let by_area: BTreeSet<&String> = by_area.map(|choice| &choice.id).collect();
        if by_area.len() == 1 {
            return by_area.into_iter().next().cloned();
        }
        let known = self.0.get(field)?;
        keys(&address).find_map(|key| {
            let known = known.get(&key)?.iter();
            let mut fitting = known.filter(|district| candidates.contains(*district));
            let first = fitting.next()?;
            fitting.next().is_none().then(|| first.clone())
        })
    }
}

/// By what an address is known, the most exact first.
fn keys(address: &Address) -> impl Iterator<Item = String> {
    let postcode = folded(&address.postcode).replace(' ', "");
    let street = folded(&address.street);
    let postcode = (postcode.len() == 6).then_some(postcode);
    let street = (!street.is_empty()).then(|| format!("straat {street}"));
    postcode.into_iter().chain(street)
}
