//! From the files of what registers share, lists of choices and kinds of entry, to what registers can name.
//!
//! A file of the municipality may have been made before lists and fields had roles. What takes the place of something that
//! was known under its id has the roles of that, unless it says otherwise.

use std::collections::BTreeMap;

use super::check::Check;
use super::edition::{Editions, Subject, choices_over};
use super::files::DefinitionFile;
use super::known::Known;
use super::layers::Layers;
use super::mistake::{DefinitionError, Mistake};
use super::municipality::misplaced;
use super::reading::read;
use super::shape::{EntryKindSource, ListSource, ProcedureSource};
use crate::register::definition::shared_list::{ListRole, SharedList};

/// What registers share, by all layers; every mistake in it is added to the others.
pub(super) fn shared<'a>(layers: &'a Layers, errors: &mut Vec<DefinitionError>) -> Known<'a> {
    let Layers {
        shipped,
        own,
        editions,
    } = layers;
    let mut known = Known {
        editions,
        lists: Vec::new(),
        entries: BTreeMap::new(),
        procedures: BTreeMap::new(),
    };
    for files in [&shipped.lists, &own.lists] {
        lists(files, editions, &mut known.lists, errors);
    }
    errors.extend(misplaced(&known, layers));
    for file in shipped.entries.iter().chain(&own.entries) {
        match entry_kind(file) {
            Ok(mut kind) => {
                if let Some(before) = known.entries.get(&kind.id) {
                    kind.inherit(before);
                }
                known.entries.insert(kind.id.clone(), kind);
            }
            Err(mistakes) => errors.extend(mistakes),
        }
    }
    for file in shipped.procedures.iter().chain(&own.procedures) {
        match procedure(file) {
            Ok(procedure) => drop(known.procedures.insert(procedure.id.clone(), procedure)),
            Err(mistakes) => errors.extend(mistakes),
        }
    }
    known
}

/// Adds the lists of a layer to those of the layers before it: one with a known id takes the place of that list, and one
/// with a role takes it from the list that had it.
fn lists(
    files: &[DefinitionFile],
    editions: &Editions,
    known: &mut Vec<SharedList>,
    errors: &mut Vec<DefinitionError>,
) {
    let mut roles: Vec<(ListRole, String)> = Vec::new();
    for file in files {
        let before = |id: &str| known.iter().position(|other| other.id == id);
        let read = list(file, editions, &mut roles, |id| Some(&known[before(id)?]));
        let list = match read {
            Ok(list) => list,
            Err(mistakes) => {
                errors.extend(mistakes);
                continue;
            }
        };
        let place = before(&list.id);
        for other in known.iter_mut().filter(|other| other.role == list.role) {
            other.role = None;
        }
        match place {
            Some(place) => known[place] = list,
            None => known.push(list),
        }
    }
}

/// Reads and checks a list of choices.
fn list<'a>(
    file: &DefinitionFile,
    editions: &Editions,
    roles: &mut Vec<(ListRole, String)>,
    before: impl Fn(&str) -> Option<&'a SharedList>,
) -> Result<SharedList, Vec<DefinitionError>> {
    let source: ListSource = read(&file.name, &file.text).map_err(|error| vec![error])?;
    let mut check = Check::of(&file.name);
    check.id("id", &source.id);
    let role = source.role.as_ref();
    let role = role.and_then(|role| check.one_of("role", role, &ListRole::NAMES));
    let before = before(&source.id);
    let role = role.or(before.and_then(|before| before.role));
    let field = source.field.or_else(|| before?.field.clone());
    match (role, &field) {
        (Some(ListRole::Municipalities), None) => {
            check.wrong("field", Mistake::Missing("field".to_owned()));
        }
        (_, Some(field)) => check.id("field.id", &field.id),
        _ => {}
    }
    if let Some(role) = role {
        if let Some((_, first)) = roles.iter().find(|(taken, _)| *taken == role) {
            check.wrong("role", Mistake::SecondRole(first.clone()));
        }
        roles.push((role, source.id.clone()));
    }
    let subject = Subject::List(source.id.clone());
    let choices = choices_over(editions, &subject, source.choices);
    let mut choices = check.choices("choice", choices);
    for choice in &mut choices {
        choice.from = choice.from.or(source.from);
    }
    check.finish(SharedList {
        id: source.id,
        label: source.label,
        role,
        field,
        choices,
    })
}

/// Reads a kind of entry that registers share. Its fields are checked with each register that offers it.
fn entry_kind(file: &DefinitionFile) -> Result<EntryKindSource, Vec<DefinitionError>> {
    let source: EntryKindSource = read(&file.name, &file.text).map_err(|error| vec![error])?;
    let mut check = Check::of(&file.name);
    check.id("id", &source.id);
    check.finish(source)
}

/// Reads a procedure that registers share. What it brings is checked with each register that follows it.
fn procedure(file: &DefinitionFile) -> Result<ProcedureSource, Vec<DefinitionError>> {
    let source: ProcedureSource = read(&file.name, &file.text).map_err(|error| vec![error])?;
    let mut check = Check::of(&file.name);
    check.id("id", &source.id);
    check.finish(source)
}
