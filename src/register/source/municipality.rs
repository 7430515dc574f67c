//! Several municipalities in one vault: every register then asks to which of them a case
//! belongs, and counts by it.

use super::known::Known;
use super::layers::Layers;
use super::mistake::{DefinitionError, Mistake};
use super::reading::id_in;
use crate::register::definition::choice::find;
use crate::register::definition::field::{Field, FieldKind, RequiredFrom};
use crate::register::definition::shared_list::ListRole;

/// Adds the field that a register gets when more than one municipality is set up, unless its definition has it already,
/// and lets every field that chooses a district follow it. Returns the id of the field that was added.
pub(super) fn add_municipality(known: &Known<'_>, fields: &mut Vec<Field>) -> Option<String> {
    let list = known.list_of(ListRole::Municipalities)?;
    let asked = list.field.as_ref()?;
    let has_one = fields.iter().any(|field| field.id == asked.id);
    if !list.is_several() || has_one {
        return None;
    }
    let districts = known.list_of(ListRole::Districts).map(|list| &list.id);
    for field in fields.iter_mut() {
        if districts.is_some() && field.choices_from.as_ref() == districts {
            field.within = Some(asked.id.clone());
        }
    }
    fields.push(Field {
        counted: true,
        choices: list.choices.clone(),
        choices_from: Some(list.id.clone()),
        required_from: Some(RequiredFrom::Begin),
        ..Field::asked(&asked.id, asked.label.clone(), FieldKind::Choice)
    });
    Some(asked.id.clone())
}

/// The districts that lie in a municipality that is not among those that work in this vault.
pub(super) fn misplaced(known: &Known<'_>, layers: &Layers) -> Vec<DefinitionError> {
    let municipalities = known.list_of(ListRole::Municipalities);
    let municipalities = municipalities.map_or(&[][..], |list| &list.choices);
    let Some(districts) = known.list_of(ListRole::Districts) else {
        return Vec::new();
    };
    let file = || {
        let mut files = layers.own.lists.iter().chain(&layers.shipped.lists);
        let file = files.find(|file| id_in(&file.text).as_ref() == Some(&districts.id));
        file.map_or_else(|| districts.id.clone(), |file| file.name.clone())
    };
    let choices = districts.choices.iter().enumerate();
    let wrong = choices.filter_map(|(at, district)| {
        let named = district.municipality.as_ref()?;
        let strange = find(municipalities, named).is_none();
        strange.then(|| DefinitionError {
            file: file(),
            key: format!("choice[{at}].municipality"),
            mistake: Mistake::NotOneOf {
                value: named.clone(),
                expected: municipalities.iter().map(|one| one.id.clone()).collect(),
            },
        })
    });
    wrong.collect()
}

/// Puts the municipality, which was added last, first in the form, below the heading of what was first. Only once
/// everything is checked: a mistake names a field by its place in the file.
pub(super) fn lead_with_last(fields: &mut [Field]) {
    fields.rotate_right(1);
    if let [first, second, ..] = fields {
        first.section = second.section.take();
    }
}
