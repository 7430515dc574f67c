//! Several municipalities in one vault.

use peildatum::language::Language;
use peildatum::register::{DefinitionFiles, Mistake, Registers};

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
