//! A standard text filled in with a case that is invented here, and obviously so.

use chrono::{Days, NaiveDate};

use crate::language::{Label, Language};
use crate::register::{
    Address, CaseFile, CaseKey, CaseState, Definition, FieldKind, Spell, StandardText, Value,
};

/// The text, filled in with an invented case.
pub fn filled(definition: &Definition, body: &str, today: NaiveDate, language: Language) -> String {
    let body = Label {
        nl: body.to_owned(),
        en: None,
    };
    let text = StandardText::new("voorbeeld", body.clone(), body);
    let case = invented(definition, today, language);
    let actor = language.text("manage-preview-person");
    definition.fill(&text, &case, today, &actor, language)
}

/// A case with something in each of its fields.
fn invented(definition: &Definition, today: NaiveDate, language: Language) -> CaseFile {
    let mut state = CaseState {
        spells: vec![Spell::since(today)],
        status: definition.first_status(true).map(|at| at.choice.id.clone()),
        ..CaseState::default()
    };
    let later = today.checked_add_days(Days::new(14)).unwrap_or(today);
    for field in &definition.fields {
        let first = || field.choices.iter().find(|choice| choice.is_current());
        let value = match field.kind {
            FieldKind::Text | FieldKind::LongText => {
                Some(Value::Text(language.text("manage-preview-text")))
            }
            FieldKind::Person => Some(Value::Text(language.text("manage-preview-person"))),
            FieldKind::Date => Some(Value::Date(later)),
            FieldKind::DateTime => later.and_hms_opt(12, 0, 0).map(Value::DateTime),
            FieldKind::Choice => first().map(|choice| Value::Choice(choice.id.clone())),
            FieldKind::Choices => first().map(|choice| Value::Choices([choice.id.clone()].into())),
            FieldKind::Number => Some(Value::Number(1.0)),
            FieldKind::YesNo => Some(Value::YesNo(true)),
            FieldKind::Address => Some(Value::Address(Address {
                street: language.text("manage-preview-street"),
                number: "1".to_owned(),
                ..Address::default()
            })),
            FieldKind::BirthDate => None,
        };
        state.set(&field.id, value);
    }
    CaseFile {
        key: CaseKey(0),
        id: String::new(),
        register: definition.id.clone(),
        number: format!("{}-{}-00001", definition.prefix, today.format("%Y")),
        version: 1,
        state,
    }
}
