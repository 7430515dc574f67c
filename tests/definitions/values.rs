//! How people and files write the values of fields.

use chrono::Datelike;
use peildatum::language::{Explain, Label, Language};
use peildatum::register::{
    CaseState, Choice, Field, FieldKind, PersonFields, Registers, Value, id_of, read_date,
    recognise,
};

use super::support::{HOUSING, begun};

/// A field of this kind; its choices are those of the kinds of nuisance.
fn field(kind: FieldKind) -> Field {
    let registers = Registers::shipped().unwrap();
    let field = registers.get(HOUSING).unwrap().field("aard").unwrap();
    Field {
        kind,
        ..field.clone()
    }
}

#[test]
fn a_dot_is_one_of_thousands_only_between_groups_of_three() {
    let number = field(FieldKind::Number);
    for (written, meant) in [
        ("1.234", 1234.0),
        ("-1.234", -1234.0),
        ("12.345.678", 12_345_678.0),
        ("1.234,5", 1234.5),
        ("1234,5", 1234.5),
        ("1234.5", 1234.5),
        ("1234.567", 1234.567),
        ("0.123", 0.123),
        ("0.125", 0.125),
        ("0,125", 0.125),
        ("€ 12", 12.0),
    ] {
        let read = number.read(written).unwrap();
        assert_eq!(read, Some(Value::Number(meant)), "{written}");
    }
    for written in ["1,234.5", "1.23,4", "0.123,5", "1.2.3", "1.234.56", "een"] {
        assert!(number.read(written).is_err(), "{written}");
    }
}

#[test]
fn a_label_with_a_comma_is_read_among_others() {
    let kinds = field(FieldKind::Choices);
    let several = |ids: &[&str]| Value::Choices(ids.iter().map(|id| (*id).to_owned()).collect());
    for (written, ids) in [
        (
            "wederzijdse beschuldiging, geluid, één melder",
            &["wederzijdse-beschuldiging", "geluid-een-melder"][..],
        ),
        (
            "geluid, één melder, geluid, geluid met zorgcomponent,",
            &["geluid-een-melder", "geluid", "geluid-met-zorgcomponent"],
        ),
        ("Geluid, één melder", &["geluid-een-melder"]),
        (
            "geluid|, geluid, één melder",
            &["geluid", "geluid-een-melder"],
        ),
    ] {
        assert_eq!(
            kinds.read(written).unwrap(),
            Some(several(ids)),
            "{written}"
        );
    }
    let problem = kinds.read("geluid, één melder, lawaai").unwrap_err();
    let sentence = problem.explain(Language::Dutch);
    assert!(sentence.contains("“lawaai”"), "{sentence}");
    assert!(
        sentence.contains("Geluid; Geluid met zorgcomponent; "),
        "{sentence}"
    );
}

#[test]
fn two_digits_of_a_year_are_of_a_case_or_of_a_birth() {
    let read = |kind, written| match field(kind).read(written).unwrap().unwrap() {
        Value::Date(day) => day.year(),
        Value::DateTime(instant) => instant.year(),
        other => panic!("{other:?}"),
    };
    for (written, case, birth) in [
        ("1-2-24", 2024, 2024),
        ("1-2-29", 2029, 2029),
        ("1-2-30", 2030, 1930),
        ("1-2-49", 2049, 1949),
        ("1-2-50", 1950, 1950),
        ("1-2-99", 1999, 1999),
        ("1-2-2031", 2031, 2031),
    ] {
        assert_eq!(read(FieldKind::Date, written), case, "{written}");
        assert_eq!(read(FieldKind::DateTime, written), case, "{written}");
        assert_eq!(read(FieldKind::BirthDate, written), birth, "{written}");
        assert_eq!(read_date(written).unwrap().year(), case, "{written}");
    }
}

#[test]
fn a_choice_is_recognised_however_its_letters_are_written() {
    let kinds = field(FieldKind::Choice);
    for written in [
        "Geluid, een melder",
        "GELUID, ÉÉN MELDER",
        "geluid, e\u{301}e\u{301}n melder",
    ] {
        let read = kinds.read(written).unwrap();
        let meant = Value::Choice("geluid-een-melder".to_owned());
        assert_eq!(read, Some(meant), "{written:?}");
    }
    let label = |nl: &str| Label {
        nl: nl.to_owned(),
        en: None,
    };
    let choices = [
        Choice::new("kade", label("\u{132}sselkade")),
        Choice::new("laan", label("Weiß-Straße")),
    ];
    for (written, id) in [("IJSSELKADE", "kade"), ("weiss-strasse", "laan")] {
        let found = recognise(&choices, written).map(|choice| choice.id.as_str());
        assert_eq!(found, Some(id), "{written}");
    }
    assert_eq!(id_of("\u{132}sselkade Één", |_| false), "ijsselkade-een");
}

#[test]
fn a_person_is_one_however_the_name_is_written() {
    let registers = Registers::shipped().unwrap();
    let fields = PersonFields::of(registers.get("jeugdaanpak").unwrap()).unwrap();
    let code = |name: &str| {
        let mut state = CaseState::default();
        state.set("deelnemer", Some(Value::Text(name.to_owned())));
        state.set("geboortedatum", Some(Value::Date(begun())));
        fields.code(&state)
    };
    for name in ["RENÉ  de \u{132}s", "Rene\u{301} de IJs", " rene de ijs"] {
        assert_eq!(code(name), code("René de IJs"), "{name:?}");
    }
    assert_ne!(code("Renée de IJs"), code("René de IJs"));
}
