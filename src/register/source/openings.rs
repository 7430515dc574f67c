//! Whether what an entry opens in another register can be opened there: the register, its fields, and what they take over.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::mistake::Mistake;
use crate::register::definition::choice::lasting;
use crate::register::definition::field::{Field, FieldKind, FieldRole, Sensitivity};
use crate::register::definition::procedure::Opening;
use crate::register::definition::register::Definition;

/// A key and what is wrong there.
type Wrong = (String, Mistake);

/// Every register in which an entry opens a case exists, and takes over what fits there. Only once every register is read can
/// that be seen.
pub(super) fn openings(
    definition: &Definition,
    all: &BTreeMap<String, Arc<Definition>>,
) -> Vec<Wrong> {
    let mut wrong = Vec::new();
    for kind in &definition.entries {
        for (at, opening) in kind.opens.iter().enumerate() {
            let key = format!("entry[{}].opens[{at}]", kind.id);
            let Some(target) = all.get(&opening.register) else {
                let known = all.keys().cloned().collect();
                wrong.push(not_one_of(
                    format!("{key}.register"),
                    &opening.register,
                    known,
                ));
                continue;
            };
            let of_case = (&opening.fields, &definition.fields[..]);
            wrong.extend(taken_over(&format!("{key}.fields"), target, of_case));
            let of_entry = (&opening.entry_fields, &kind.fields[..]);
            wrong.extend(taken_over(&format!("{key}.entry_fields"), target, of_entry));
            wrong.extend(set(&format!("{key}.sets"), target, opening));
        }
    }
    wrong
}

/// Each field of the new case exists, and what it takes over fits in it and may leave its register.
fn taken_over(
    key: &str,
    target: &Definition,
    (fields, from): (&BTreeMap<String, String>, &[Field]),
) -> Vec<Wrong> {
    let mut wrong = Vec::new();
    for (id, taken) in fields {
        let Some(field) = target.field(id) else {
            wrong.push(not_one_of(
                key.to_owned(),
                id,
                ids(&target.fields, |_| true),
            ));
            continue;
        };
        let key = format!("{key}.{id}");
        match from.iter().find(|own| own.id == *taken) {
            Some(own) if !may_leave(own) => {
                wrong.push((key, Mistake::NeverTakenOver(taken.clone())));
            }
            Some(own) if fits(own, field) => {}
            _ => wrong.push(not_one_of(
                key,
                taken,
                ids(from, |own| may_leave(own) && fits(own, field)),
            )),
        }
    }
    wrong
}

/// What is certain of every new case is a choice of a field of the other register.
fn set(key: &str, target: &Definition, opening: &Opening) -> Vec<Wrong> {
    let mut wrong = Vec::new();
    for (id, choice) in &opening.sets {
        match target
            .field(id)
            .filter(|field| field.kind == FieldKind::Choice)
        {
            None => {
                let choices = ids(&target.fields, |field| field.kind == FieldKind::Choice);
                wrong.push(not_one_of(key.to_owned(), id, choices));
            }
            Some(field) if field.choice(choice).is_none() => {
                let choices = lasting(&field.choices);
                wrong.push(not_one_of(format!("{key}.{id}"), choice, choices));
            }
            Some(_) => {}
        }
    }
    wrong
}

/// What is about health or came from the police was given for one purpose, and who reported has to be able to trust that
/// it goes no further.
fn may_leave(field: &Field) -> bool {
    let kept = [Sensitivity::Special, Sensitivity::Police];
    !kept.contains(&field.sensitivity) && field.role != Some(FieldRole::Reporter)
}

/// Whether a value of one field fits in another one, where it is protected no less.
fn fits(from: &Field, to: &Field) -> bool {
    use FieldKind::{Choice, Choices, LongText, Text};
    let kinds = match (from.kind, to.kind) {
        (Choice | Choices, Choice | Choices) | (Text, LongText) => true,
        (from, to) => from == to,
    };
    kinds && from.sensitivity <= to.sensitivity
}

fn ids(fields: &[Field], keep: impl Fn(&Field) -> bool) -> Vec<String> {
    let kept = fields.iter().filter(|field| keep(field));
    kept.map(|field| field.id.clone()).collect()
}

fn not_one_of(key: String, value: &str, expected: Vec<String>) -> Wrong {
    let value = value.to_owned();
    (key, Mistake::NotOneOf { value, expected })
}
