//! Whether a definition says whose birth date is whose, and whom a case is about. Where one person and one birth date stand
//! in a register they belong together; in every other one that is said, and never guessed.

use super::check::Check;
use super::mistake::Mistake;
use crate::register::definition::field::{FieldKind, FieldRole, Sensitivity};
use crate::register::definition::register::Definition;

impl Check<'_> {
    /// Every birth date is of a person that there is, of each person there is one, and it is known whom a case is about.
    pub(super) fn persons(&mut self, definition: &mut Definition) {
        let persons = person_fields(definition);
        let mut taken: Vec<&String> = Vec::new();
        for (at, field) in definition.fields.iter().enumerate() {
            let Some(person) = &field.of else {
                continue;
            };
            let key = format!("field[{at}].of");
            if field.kind != FieldKind::BirthDate {
                self.wrong(key, Mistake::OnlyBirthDatesAreOf);
                continue;
            }
            self.known(&key, person, &persons);
            if taken.contains(&person) {
                self.wrong(key, Mistake::SecondBirthDateOf(person.clone()));
            }
            taken.push(person);
        }
        if let Some(person) = &definition.about {
            self.known("about.person", person, &persons);
        }
        self.ages(definition);
        let births: Vec<usize> = (0..definition.fields.len())
            .filter(|at| definition.fields[*at].kind == FieldKind::BirthDate)
            .collect();
        match (&persons[..], &births[..]) {
            ([], _) | (_, []) => {}
            ([person], [birth]) => {
                definition.fields[*birth].of.get_or_insert(person.clone());
                definition.about.get_or_insert(person.clone());
            }
            _ if definition.about.is_none() => self.wrong("about", Mistake::AboutWhom(persons)),
            _ => {}
        }
    }
}

impl Check<'_> {
    /// Only a yes or no follows from an age, and only from a birth date that did not come from the police.
    fn ages(&mut self, definition: &Definition) {
        let births = definition.fields.iter().filter(|field| {
            field.kind == FieldKind::BirthDate && field.sensitivity != Sensitivity::Police
        });
        let births: Vec<String> = births.map(|field| field.id.clone()).collect();
        for (at, field) in definition.fields.iter().enumerate() {
            let Some(younger) = &field.younger_than else {
                continue;
            };
            let key = format!("field[{at}].younger_than");
            if field.kind != FieldKind::YesNo {
                self.wrong(key, Mistake::OnlyYesNoFollowsAge);
                continue;
            }
            for born in &younger.born {
                self.known(&format!("{key}.born"), born, &births);
            }
        }
    }
}

/// The fields with somebody whom a case can be about: never who only reported it.
fn person_fields(definition: &Definition) -> Vec<String> {
    let persons = definition
        .fields
        .iter()
        .filter(|field| field.kind == FieldKind::Person && field.role != Some(FieldRole::Reporter));
    persons.map(|field| field.id.clone()).collect()
}
