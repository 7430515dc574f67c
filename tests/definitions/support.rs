use std::sync::Arc;

use chrono::{NaiveDate, TimeDelta};
use peildatum::register::{
    Address, Definition, DefinitionError, DefinitionFile, DefinitionFiles, Field, FieldKind,
    Mistake, Registers, Value,
};

pub const HOUSING: &str = "woonoverlast";
pub const OWN: &str = "registers/eigen.toml";

/// A file of the municipality.
pub fn file(text: &str) -> DefinitionFile {
    DefinitionFile {
        name: OWN.to_owned(),
        text: text.to_owned(),
    }
}

/// The shipped text of a register.
pub fn text_of(register: &str) -> String {
    let mark = format!("\nid = \"{register}\"");
    let files = DefinitionFiles::shipped().registers;
    files
        .into_iter()
        .find(|file| file.text.contains(&mark))
        .unwrap()
        .text
}

/// The shipped registers with this one over them.
pub fn with_register(text: &str) -> Result<Registers, Vec<DefinitionError>> {
    let own = DefinitionFiles {
        registers: vec![file(text)],
        ..DefinitionFiles::default()
    };
    Registers::read(&DefinitionFiles::shipped(), &own)
}

/// The mistakes in a shipped register of which one piece is replaced; all are in the file of the municipality.
pub fn mistakes(register: &str, from: &str, to: &str) -> Vec<(String, Mistake)> {
    let text = text_of(register);
    assert!(text.contains(from), "{from:?} is not in {register}");
    let errors = with_register(&text.replacen(from, to, 1)).unwrap_err();
    assert!(errors.iter().all(|error| error.file == OWN), "{errors:?}");
    errors
        .into_iter()
        .map(|error| (error.key, error.mistake))
        .collect()
}

pub fn not_one_of(value: &str, expected: &[&str]) -> Mistake {
    let expected = expected.iter().map(|name| (*name).to_owned()).collect();
    Mistake::NotOneOf {
        value: value.to_owned(),
        expected,
    }
}

/// A register that is shipped.
pub fn register(id: &str) -> Arc<Definition> {
    Arc::clone(Registers::shipped().unwrap().get(id).unwrap())
}

pub fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// The day on which cases begin here.
pub fn begun() -> NaiveDate {
    NaiveDate::from_ymd_opt(2024, 3, 1).unwrap()
}

/// A value that this field takes.
pub fn some_value(field: &Field) -> Value {
    let first = || field.choices[0].id.clone();
    match field.kind {
        FieldKind::Text | FieldKind::LongText | FieldKind::Person => {
            Value::Text("Verzonnen".to_owned())
        }
        FieldKind::Date => Value::Date(begun()),
        FieldKind::BirthDate => Value::Date(begun() - TimeDelta::days(6_000)),
        FieldKind::DateTime => Value::DateTime(begun().and_hms_opt(20, 15, 0).unwrap()),
        FieldKind::Choice => Value::Choice(first()),
        FieldKind::Choices => Value::Choices([first()].into()),
        FieldKind::Number => Value::Number(3.0),
        FieldKind::YesNo => Value::YesNo(true),
        FieldKind::Address => Value::Address(Address {
            street: "Voorbeeldstraat".to_owned(),
            number: "1".to_owned(),
            ..Address::default()
        }),
    }
}
