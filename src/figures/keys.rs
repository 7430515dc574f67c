//! The dimensions that figures are split by, and the keys of each: ids for programs, labels for people.

use crate::language::{Language, folded};
use crate::register::{Choice, Definition, Derived, OUTCOME, STAND, STATUS};

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

/// The dimensions of this register: `stand`, the counted fields, the status, the outcome, its flags, and what is derived
/// from the dates.
pub fn dimensions(definition: &Definition) -> Vec<String> {
    definition.dimensions()
}

/// The label of a dimension.
pub fn dimension_label(definition: &Definition, id: &str, language: Language) -> String {
    if let Some(derived) = Derived::named(id) {
        // What happens on one day has no other year than that of the day.
        let event = match derived {
            Derived::Year | Derived::Month if !definition.has_spells() => "event-",
            _ => "",
        };
        return language.text(&format!("dimension-{event}{id}"));
    }
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

/// The label of a key of a dimension.
pub fn key_label(definition: &Definition, id: &str, key: &str, language: Language) -> String {
    let counted = counted_as(definition, id, key);
    let choice = choices(definition, id)
        .into_iter()
        .find(|choice| choice.id == counted);
    let derived = || derived_label(Derived::named(id)?, key, language);
    match choice {
        Some(choice) => choice.label.text(language).to_owned(),
        None => match key {
            UNKNOWN_KEY => language.text("unknown"),
            RUNNING => language.text("running"),
            FINISHED => language.text("finished"),
            YES => language.text("yes"),
            NO => language.text("no"),
            key => derived().unwrap_or_else(|| key.to_owned()),
        },
    }
}

/// The label of a year, a month or a band.
fn derived_label(derived: Derived, key: &str, language: Language) -> Option<String> {
    let say = |id: &str, from: &str, to: &str| {
        let number = |text: &str| Some(i64::from(text.parse::<u32>().ok()?));
        let mut arguments = vec![("from", number(from)?.into())];
        if !to.is_empty() {
            arguments.push(("to", number(to)?.into()));
        }
        Some(language.say(id, &arguments))
    };
    let unit = match derived {
        Derived::Year | Derived::EndYear => return None,
        Derived::Month | Derived::EndMonth => {
            let (year, month) = key.split_once('-')?;
            return Some(format!(
                "{} {year}",
                language.text(&format!("month-{month}"))
            ));
        }
        Derived::Duration => "days",
        Derived::AgeAtBegin | Derived::Age => "years",
        Derived::Reporters => return Some(language.text(&format!("reporters-{key}"))),
    };
    match key.strip_suffix('+') {
        Some(from) => say(&format!("band-{unit}-open"), from, ""),
        None => key
            .split_once('-')
            .and_then(|(from, to)| say(&format!("band-{unit}"), from, to)),
    }
}

/// The keys of the bands of an age or a duration: `0-11`, `12-17`, `18+`.
pub(super) fn bands(definition: &Definition, derived: Derived) -> Vec<String> {
    if derived == Derived::Reporters {
        return ["een", "meer"].map(str::to_owned).into();
    }
    let bounds = bounds_of(definition, derived);
    let begins = std::iter::once(0).chain(bounds.iter().copied());
    let ends = bounds.iter().map(|bound| Some(bound - 1)).chain([None]);
    let key = |(from, to): (i32, Option<i32>)| match to {
        Some(to) => format!("{from}-{to}"),
        None => format!("{from}+"),
    };
    begins.zip(ends).map(key).collect()
}

/// Where every band but the first of an age or a duration begins.
pub(super) fn bounds_of(definition: &Definition, derived: Derived) -> Vec<i32> {
    let bounds = match derived {
        Derived::Duration => &definition.bands.days,
        _ => &definition.bands.ages,
    };
    bounds.iter().map(|bound| i32::from(*bound)).collect()
}

/// Whether its keys belong to the end of a spell, so that what runs has none of them.
pub(super) fn ends(derived: Derived) -> bool {
    matches!(derived, Derived::EndYear | Derived::EndMonth)
}

/// Whether this is how a year or a month is written.
fn is_calendar_key(derived: Derived, key: &str) -> bool {
    let digits = |text: &str, count: usize| {
        text.len() == count && text.bytes().all(|byte| byte.is_ascii_digit())
    };
    match derived {
        Derived::Year | Derived::EndYear => digits(key, 4),
        _ => key.split_once('-').is_some_and(|(year, month)| {
            digits(year, 4) && digits(month, 2) && ("01"..="12").contains(&month)
        }),
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

/// The key as which this one is counted: another one only where a choice was merged with another.
pub(super) fn counted_as<'a>(definition: &'a Definition, id: &str, key: &'a str) -> &'a str {
    let mut choices = choices(definition, id).into_iter();
    let choice = choices.find(|choice| choice.id == key);
    choice
        .and_then(|choice| choice.replaced_by.as_deref())
        .unwrap_or(key)
}

/// Reads a dimension as a person writes it: its id, else its label in either language.
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

/// Reads a key of a dimension as a person writes it: the key, else its label in either language, else an alias. A choice
/// that was merged with another one is read as that other one.
///
/// # Errors
/// The register is not counted by this, or the dimension has no such key; the error names what there is.
pub fn read_key(definition: &Definition, id: &str, written: &str) -> Result<String, FigureError> {
    check_dimension(definition, id)?;
    let wanted = folded(written);
    let mut keys = keys_of(definition, id);
    if let Some(derived) = Derived::named(id).filter(|derived| derived.is_calendar()) {
        if is_calendar_key(derived, &wanted) {
            return Ok(wanted);
        }
        keys.extend(ends(derived).then(|| RUNNING.to_owned()));
        keys.push(UNKNOWN_KEY.to_owned());
    }
    let labelled = |key: &&String| {
        let label = |language| folded(&key_label(definition, id, key, language));
        Language::ALL
            .into_iter()
            .map(label)
            .any(|label| label == wanted)
    };
    let by_other_name = || {
        let mut choices = choices(definition, id).into_iter();
        let named = choices.find(|choice| {
            let label = &choice.label;
            let names = [Some(&choice.id), Some(&label.nl), label.en.as_ref()];
            let mut names = names.into_iter().flatten().chain(&choice.aliases);
            names.any(|name| folded(name) == wanted)
        });
        named.map(|choice| counted_as(definition, id, &choice.id).to_owned())
    };
    keys.iter()
        .find(|key| folded(key) == wanted)
        .or_else(|| keys.iter().find(labelled))
        .cloned()
        .or_else(by_other_name)
        .ok_or_else(|| FigureError::UnknownValue {
            field: id.to_owned(),
            value: written.trim().to_owned(),
            known: keys,
        })
}

/// Every key of a dimension, in the order of the definition; none of years and months, of which there is no end. A choice
/// that was merged with another one is no key any more.
pub fn keys_of(definition: &Definition, id: &str) -> Vec<String> {
    if let Some(derived) = Derived::named(id) {
        if derived.is_calendar() {
            return Vec::new();
        }
        let mut keys = bands(definition, derived);
        keys.push(UNKNOWN_KEY.to_owned());
        return keys;
    }
    let mut keys: Vec<String> = choices(definition, id)
        .iter()
        .filter(|choice| choice.replaced_by.is_none())
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

/// Checks that this register has this dimension.
///
/// # Errors
/// It has not; the error names those it has.
pub(super) fn check_dimension(definition: &Definition, id: &str) -> Result<(), FigureError> {
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
