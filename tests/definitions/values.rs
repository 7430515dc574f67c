//! How people and files write the values of fields.

use peildatum::register::{Field, FieldKind, Registers, Value};

use super::support::HOUSING;

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
