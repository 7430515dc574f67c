//! Everything that can be managed: the lists that registers share, the people who work here, and of each register its own
//! choices, its standard texts and its definition.

use crate::language::Language;
use crate::register::{Definition, ListRole, OUTCOME, Registers, Subject};

/// Whether this is the list of those who work here.
pub fn is_people(registers: &Registers, subject: &Subject) -> bool {
    let people = registers.list_of(ListRole::People);
    people.is_some_and(|list| *subject == Subject::List(list.id.clone()))
}

/// What belongs to a register, as it can be managed, in the order in which it is shown.
pub fn of_register(definition: &Definition) -> Vec<Subject> {
    let own = |field: &str| Subject::Choices {
        register: definition.id.clone(),
        field: field.to_owned(),
    };
    let fields = definition.fields.iter();
    let fields = fields.filter(|field| field.kind.has_choices() && field.choices_from.is_none());
    let mut subjects: Vec<Subject> = fields.map(|field| own(&field.id)).collect();
    subjects.extend(definition.outcome.as_ref().map(|_| own(OUTCOME)));
    subjects.push(Subject::Texts(definition.id.clone()));
    subjects.push(Subject::Register(definition.id.clone()));
    subjects
}

/// What registers share: the lists, those of people last, and the indicators.
pub fn shared(registers: &Registers) -> Vec<Subject> {
    let lists = registers.lists().iter();
    let lists = lists.map(|list| Subject::List(list.id.clone()));
    let (people, lists): (Vec<_>, Vec<_>) = lists.partition(|list| is_people(registers, list));
    let indicators = [Subject::Indicators];
    lists.into_iter().chain(people).chain(indicators).collect()
}

/// The register to which a subject belongs; none of what registers share.
pub fn register_of(subject: &Subject) -> Option<&String> {
    match subject {
        Subject::List(_) | Subject::Indicators => None,
        Subject::Choices { register, .. }
        | Subject::Texts(register)
        | Subject::Register(register) => Some(register),
    }
}

/// How a subject is called among those of its register, or among what registers share.
pub fn label(registers: &Registers, subject: &Subject, language: Language) -> String {
    match subject {
        Subject::List(id) => {
            let list = registers.lists().iter().find(|list| list.id == *id);
            list.map_or_else(|| id.clone(), |list| list.label.text(language).to_owned())
        }
        Subject::Choices { register, field } => {
            let definition = registers.get(register);
            let outcome = definition.and_then(|definition| definition.outcome.as_ref());
            let label = match outcome {
                Some(outcome) if field == OUTCOME => Some(&outcome.label),
                _ => definition
                    .and_then(|definition| definition.field(field))
                    .map(|field| &field.label),
            };
            label.map_or_else(|| field.clone(), |label| label.text(language).to_owned())
        }
        Subject::Texts(_) => language.text("manage-texts"),
        Subject::Register(_) => language.text("manage-definition"),
        Subject::Indicators => language.text("indicators"),
    }
}

/// How a subject is called by itself: "Woonoverlast, aard van de overlast".
pub fn full_label(registers: &Registers, subject: &Subject, language: Language) -> String {
    let own = label(registers, subject, language);
    let register = register_of(subject).and_then(|id| registers.get(id));
    match register {
        Some(register) => {
            let label = register.label.text(language);
            language.say(
                "manage-of-register",
                &[("register", label.into()), ("what", own.into())],
            )
        }
        None => own,
    }
}
