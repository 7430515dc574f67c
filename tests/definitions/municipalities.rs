//! Several municipalities in one vault.

use peildatum::language::{Explain, Language};
use peildatum::register::{CaseState, DefinitionFiles, Mistake, Registers, Spell, Value};

use super::support::{HOUSING, file, text_of};

const TWO: &str = r#"
id = "gemeenten"
label = { nl = "Gemeenten" }

[[choice]]
id = "vught"
label = { nl = "Vught" }

[[choice]]
id = "boxtel"
label = { nl = "Boxtel" }
"#;

fn with(list: &str, registers: &[&str]) -> Result<Registers, Vec<(String, Mistake)>> {
    let own = DefinitionFiles {
        lists: vec![file(list)],
        registers: registers.iter().map(|text| file(text)).collect(),
        ..DefinitionFiles::default()
    };
    Registers::read(&DefinitionFiles::shipped(), &own).map_err(|errors| {
        let errors = errors.into_iter();
        errors.map(|error| (error.key, error.mistake)).collect()
    })
}

#[test]
fn every_register_asks_whose_a_case_is_where_there_are_several() {
    let alone = Registers::shipped().unwrap();
    let several = with(TWO, &[]).unwrap();
    for (before, after) in alone.all().iter().zip(several.all()) {
        let name = &after.id;
        assert!(before.field("gemeente").is_none(), "{name}");
        let field = &after.fields[0];
        assert_eq!(field.id, "gemeente", "{name}");
        let label = |language| field.label.text(language);
        assert_eq!(label(Language::Dutch), "Gemeente", "{name}");
        assert_eq!(label(Language::English), "Municipality", "{name}");
        assert!(field.counted && field.required_from.is_some(), "{name}");
        assert!(field.choice("vught").is_some(), "{name}");
        assert!(after.list.contains(&field.id), "{name}");
        // The rest is as it was, below the same first heading.
        assert_eq!(field.section, before.fields[0].section, "{name}");
        assert_eq!(after.fields[1].section, None, "{name}");
        let ids = |fields: &[peildatum::register::Field]| -> Vec<String> {
            fields.iter().map(|field| field.id.clone()).collect()
        };
        assert_eq!(ids(&after.fields[1..]), ids(&before.fields), "{name}");
    }
}

#[test]
fn one_that_still_takes_part_is_not_asked_for() {
    let merged = TWO.replace("id = \"boxtel\"", "id = \"boxtel\"\nretired = true");
    let registers = with(&merged, &[]).unwrap();
    assert!(registers.get(HOUSING).unwrap().field("gemeente").is_none());
}

#[test]
fn an_own_field_is_left_as_it_is_and_a_table_can_be_split_by_it() {
    let field = "[[field]]\nid = \"gemeente\"\nlabel = { nl = \"Van wie\" }\nkind = \"text\"\nsensitivity = \"ordinary\"\nshareable = false\n\n[work]";
    let own = text_of(HOUSING).replacen("[work]", field, 1);
    let registers = with(TWO, &[&own]).unwrap();
    let definition = registers.get(HOUSING).unwrap();
    assert_eq!(definition.field("gemeente").unwrap().label.nl, "Van wie");
    assert_eq!(definition.fields[0].id, "adres");

    let table = text_of(HOUSING).replacen("rows = [\"wijk\"]", "rows = [\"gemeente\"]", 1);
    let registers = with(TWO, &[&table]).unwrap();
    assert_eq!(registers.get(HOUSING).unwrap().tables[0].rows, ["gemeente"]);
    // A mistake still names a field by its place in the file.
    let wrong =
        text_of(HOUSING).replacen("required_from = \"begin\"", "required_from = \"klaar\"", 1);
    let errors = with(TWO, &[&wrong]).unwrap_err();
    assert_eq!(errors[0].0, "field[7].required_from");
}

const DISTRICTS: &str = r#"
id = "wijken"
label = { nl = "Wijken" }

[[choice]]
id = "vught-noord"
label = { nl = "Vught-Noord" }
postcodes = ["5261"]
municipality = "vught"

[[choice]]
id = "selissenwal"
label = { nl = "Selissenwal" }
postcodes = ["5281"]
municipality = "boxtel"

[[choice]]
id = "buitengebied"
label = { nl = "Buitengebied" }
"#;

fn with_districts(districts: &str) -> Result<Registers, Vec<(String, Mistake)>> {
    let own = DefinitionFiles {
        lists: vec![file(TWO), file(districts)],
        ..DefinitionFiles::default()
    };
    Registers::read(&DefinitionFiles::shipped(), &own).map_err(|errors| {
        let errors = errors.into_iter();
        errors.map(|error| (error.key, error.mistake)).collect()
    })
}

#[test]
fn a_case_is_in_a_district_of_its_own_municipality() {
    let registers = with_districts(DISTRICTS).unwrap();
    let definition = registers.get(HOUSING).unwrap();
    let faults = |municipality: Option<&str>, district: &str| {
        let mut state = CaseState {
            spells: vec![Spell::since("2025-01-06".parse().unwrap())],
            ..CaseState::default()
        };
        let choice = |id: &str| Some(Value::Choice(id.to_owned()));
        state.set("gemeente", municipality.and_then(choice));
        state.set("wijk", choice(district));
        let problems = definition.check(&state).into_iter();
        let said =
            problems.map(|it| format!("{}: {}", it.subject, it.fault.explain(Language::Dutch)));
        said.collect::<Vec<String>>()
    };
    assert!(faults(Some("vught"), "vught-noord").is_empty());
    assert_eq!(
        faults(Some("vught"), "selissenwal"),
        [
            "wijk: “Selissenwal” hoort niet bij Gemeente: Vught. Maak dit veld leeg, of verander Gemeente."
        ]
    );
    // A district of no municipality in particular goes with each, and whose a case is may be unknown.
    assert!(faults(Some("boxtel"), "buitengebied").is_empty());
    assert!(faults(None, "selissenwal").is_empty());
}

#[test]
fn a_district_lies_in_a_municipality_that_works_here() {
    let elsewhere = DISTRICTS.replace("municipality = \"boxtel\"", "municipality = \"heusden\"");
    let wrong = with_districts(&elsewhere).unwrap_err();
    let [(key, Mistake::NotOneOf { value, expected })] = &wrong[..] else {
        panic!("{wrong:?}");
    };
    assert_eq!(
        (key.as_str(), value.as_str()),
        ("choice[1].municipality", "heusden")
    );
    assert_eq!(expected[..], ["vught", "boxtel"]);
}
