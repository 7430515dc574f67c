//! The names of what figures are split by, and of the keys it can have: ids for programs, labels for people.

use crate::language::Language;
use crate::register::{Choice, Definition, OUTCOME, STAND, STATUS, folded};

use super::error::FigureError;

/// The key of what is not known: always shown when it is not zero.
pub const UNKNOWN_KEY: &str = "onbekend";
/// The key of what runs on the reference date, in `stand`, in outcomes and in their flags.
pub const RUNNING: &str = "lopend";
/// The key of what was finished in the period, in `stand`.
pub const FINISHED: &str = "afgerond";
/// The key of yes, in yes-no fields and subset flags.
pub const YES: &str = "ja";
/// The key of no.
pub const NO: &str = "nee";

/// What figures of this register can be split by: `stand`, the counted fields, the status, the outcome, its flags.
pub fn dimensions(definition: &Definition) -> Vec<String> {
    let mut ids = Vec::new();
    if definition.has_spells() {
        ids.push(STAND.to_owned());
    }
    ids.extend(definition.counted_fields().map(|field| field.id.clone()));
    if !definition.statuses.is_empty() {
        ids.push(STATUS.to_owned());
    }
    if definition.outcome.is_some() {
        ids.push(OUTCOME.to_owned());
        ids.extend(definition.flags().iter().map(|flag| flag.id.clone()));
    }
    ids
}

/// The label of something figures are split by.
pub fn dimension_label(definition: &Definition, id: &str, language: Language) -> String {
    let label = match id {
        STAND => return language.text("stand"),
        STATUS => return language.text("status"),
        OUTCOME => definition.outcome.as_ref().map(|outcome| &outcome.label),
        _ => definition
            .field(id)
            .map(|field| &field.label)
            .or_else(|| definition.flag(id).map(|flag| &flag.label)),
    };
    label.map_or_else(|| id.to_owned(), |label| label.text(language).to_owned())
}

/// The label of one key of something figures are split by.
pub fn key_label(definition: &Definition, id: &str, key: &str, language: Language) -> String {
    let choice = choices(definition, id)
        .into_iter()
        .find(|choice| choice.id == key);
    match choice {
        Some(choice) => choice.label.text(language).to_owned(),
        None => match key {
            UNKNOWN_KEY => language.text("unknown"),
            RUNNING => language.text("running"),
            FINISHED => language.text("finished"),
            YES => language.text("yes"),
            NO => language.text("no"),
            lost => lost.to_owned(),
        },
    }
}

/// The choices behind a dimension; none where its keys are fixed.
pub(super) fn choices<'a>(definition: &'a Definition, id: &str) -> Vec<&'a Choice> {
    match id {
        STATUS => definition
            .statuses
            .iter()
            .map(|status| &status.choice)
            .collect(),
        OUTCOME => definition
            .outcome
            .iter()
            .flat_map(|outcome| &outcome.choices)
            .collect(),
        _ => definition
            .field(id)
            .map_or_else(Vec::new, |field| field.choices.iter().collect()),
    }
}

/// What a person means figures to be split by: by id, else by label in either language.
///
/// # Errors
/// The register is not counted by this; the error names what there is.
pub fn read_dimension(definition: &Definition, written: &str) -> Result<String, FigureError> {
    let wanted = folded(written);
    let ids = dimensions(definition);
    let labelled = |id: &&String| {
        let label = |language| folded(&dimension_label(definition, id, language));
        Language::ALL
            .into_iter()
            .any(|language| label(language) == wanted)
    };
    let meant = ids
        .iter()
        .find(|id| folded(id) == wanted)
        .or_else(|| ids.iter().find(labelled));
    match meant {
        Some(id) => Ok(id.clone()),
        None => Err(FigureError::UnknownField {
            register: definition.id.clone(),
            field: written.trim().to_owned(),
            known: ids,
        }),
    }
}

/// The key of a dimension that a person means: by key, else by label in either language, else by alias.
///
/// # Errors
/// The register is not counted by this, or the dimension has no such key; the error names what there is.
pub fn read_key(definition: &Definition, id: &str, written: &str) -> Result<String, FigureError> {
    known(definition, id)?;
    let wanted = folded(written);
    let keys = keys_of(definition, id);
    let labelled = |key: &&String| {
        let label = |language| folded(&key_label(definition, id, key, language));
        Language::ALL
            .into_iter()
            .map(label)
            .any(|label| label == wanted)
    };
    let by_alias = || {
        let choices = choices(definition, id);
        let named = choices
            .into_iter()
            .find(|choice| choice.aliases.iter().any(|alias| folded(alias) == wanted));
        named.map(|choice| choice.id.clone())
    };
    keys.iter()
        .find(|key| folded(key) == wanted)
        .or_else(|| keys.iter().find(labelled))
        .cloned()
        .or_else(by_alias)
        .ok_or_else(|| FigureError::UnknownValue {
            field: id.to_owned(),
            value: written.trim().to_owned(),
            known: keys,
        })
}

/// Every key that something figures are split by can have, in the order of the definition.
pub fn keys_of(definition: &Definition, id: &str) -> Vec<String> {
    let mut keys: Vec<String> = choices(definition, id)
        .iter()
        .map(|choice| choice.id.clone())
        .collect();
    if keys.is_empty() {
        let fixed = if id == STAND {
            [RUNNING, FINISHED]
        } else {
            [YES, NO]
        };
        keys.extend(fixed.map(str::to_owned));
    }
    if id == OUTCOME || definition.flag(id).is_some() {
        keys.push(RUNNING.to_owned());
    }
    if id != STAND {
        keys.push(UNKNOWN_KEY.to_owned());
    }
    keys
}

/// Whether figures of this register can be split by this.
pub(super) fn known(definition: &Definition, id: &str) -> Result<(), FigureError> {
    let known = dimensions(definition);
    if known.iter().any(|dimension| dimension == id) {
        return Ok(());
    }
    let (register, field) = (definition.id.clone(), id.to_owned());
    Err(FigureError::UnknownField {
        register,
        field,
        known,
    })
}
