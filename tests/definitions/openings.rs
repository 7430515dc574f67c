//! What an entry opens in another register: by names that exist, with nothing that has to stay where it is.

use peildatum::language::{Explain, Language};
use peildatum::register::{
    Address, CaseState, EntryState, Mistake, Registers, Sensitivity, Spell, Value,
};

use super::support::{HOUSING, day, mistakes, not_one_of, register};

/// What is wrong where this piece of the measure of housing nuisance says otherwise.
fn wrong(from: &str, to: &str) -> Vec<(String, Mistake)> {
    mistakes(HOUSING, from, to)
}

fn choice(id: &str) -> Value {
    Value::Choice(id.to_owned())
}

fn text(text: &str) -> Value {
    Value::Text(text.to_owned())
}

#[test]
fn a_step_opens_a_case_in_a_register_that_exists_by_choices_that_exist() {
    let found = wrong("register = \"sluitingen\"", "register = \"panden\"");
    let [(key, Mistake::NotOneOf { value, expected })] = &found[..] else {
        panic!("{found:?}");
    };
    assert_eq!(key, "entry[maatregel].opens[1].register");
    assert_eq!(value, "panden");
    assert!(expected.contains(&"sluitingen".to_owned()));
    let steps = "choices = [\"sluiting\"]";
    let found = wrong(steps, "choices = [\"dicht\"]");
    assert_eq!(found[0].0, "entry[1].opens[1].only_with.choices");
    let found = wrong(
        "{ field = \"maatregel\", choices = [\"sluiting\"] }",
        "{ field = \"toelichting\", choices = [\"sluiting\"] }",
    );
    let right = not_one_of("toelichting", &["maatregel"]);
    let key = "entry[1].opens[1].only_with.field".to_owned();
    assert_eq!(found, [(key, right)]);
    // Nothing but these keys: a misspelt one would open a case without what it should say.
    let found = wrong("sets = { pand", "set = { pand");
    assert!(matches!(&found[..], [(_, Mistake::Unknown { .. })]));
}

#[test]
fn a_new_case_takes_over_what_fits_into_fields_that_exist() {
    let own = "fields = { adres = \"adres\", wijk = \"wijk\", behandelaar = \"behandelaar\" }";
    let first = |fields: &str| wrong(own, fields).remove(0);
    let (key, mistake) = first("fields = { straat = \"adres\" }");
    assert_eq!(key, "entry[maatregel].opens[1].fields");
    assert!(matches!(mistake, Mistake::NotOneOf { value, .. } if value == "straat"));
    // Another kind of value, and something that is no field at all.
    for taken in ["wijk", "buurt"] {
        let (key, mistake) = first(&format!("fields = {{ adres = \"{taken}\" }}"));
        assert_eq!(key, "entry[maatregel].opens[1].fields.adres");
        assert_eq!(mistake, not_one_of(taken, &["adres"]));
    }
    let (key, mistake) = first("entry_fields = { \"geldig-tot\" = \"grondslag\" }");
    assert_eq!(key, "entry[maatregel].opens[1].entry_fields.geldig-tot");
    assert_eq!(mistake, Mistake::NeverTakenOver("grondslag".to_owned()));
    let found = wrong(
        "sets = { pand = \"woning\" }",
        "sets = { pand = \"kantoor\" }",
    );
    let key = "entry[maatregel].opens[1].sets.pand".to_owned();
    assert_eq!(
        found,
        [(key, not_one_of("kantoor", &["woning", "bedrijf"]))]
    );
    let found = wrong(
        "sets = { pand = \"woning\" }",
        "sets = { adres = \"woning\" }",
    );
    assert_eq!(found[0].0, "entry[maatregel].opens[1].sets");
}

#[test]
fn what_is_about_health_from_the_police_or_of_the_reporter_stays_where_it_is() {
    let own = "fields = { adres = \"adres\", wijk = \"wijk\", behandelaar = \"behandelaar\" }";
    for (field, taken) in [
        ("politie-informatie", "politie-informatie"),
        ("motivering", "omschrijving"),
        ("eigenaar", "melder"),
        ("adres", "adres-melder"),
    ] {
        let fields = format!("fields = {{ {field} = \"{taken}\" }}");
        let found = wrong(own, &fields);
        let key = format!("entry[maatregel].opens[1].fields.{field}");
        let mistake = Mistake::NeverTakenOver(taken.to_owned());
        let sentence = mistake.explain(Language::Dutch);
        assert!(sentence.contains(&format!("“{taken}”")), "{sentence}");
        assert_eq!(found, [(key, mistake)]);
    }
    // A criminal address does not become an ordinary one.
    let found = mistakes(
        "ondermijning-casussen",
        "register = \"sluitingen\"\nonly_with = { field = \"soort\", choices = [\"sluiting\"] }\nfields = { adres = \"adres\", wijk = \"wijk\", behandelaar = \"behandelaar\" }",
        "register = \"gedragsaanwijzingen-151d\"\nfields = { adres = \"adres\" }",
    );
    let key = "entry[interventie].opens[0].fields.adres".to_owned();
    assert_eq!(found, [(key, not_one_of("adres", &[]))]);
}

#[test]
fn no_shipped_register_hands_over_what_is_special_or_from_the_police() {
    let registers = Registers::shipped().unwrap();
    let mut openings = 0;
    for definition in registers.all() {
        for kind in &definition.entries {
            for opening in &kind.opens {
                openings += 1;
                let of_case = opening
                    .fields
                    .values()
                    .filter_map(|id| definition.field(id));
                let of_entry = opening
                    .entry_fields
                    .values()
                    .filter_map(|id| kind.field(id));
                for field in of_case.chain(of_entry) {
                    let kept = [Sensitivity::Special, Sensitivity::Police];
                    assert!(!kept.contains(&field.sensitivity), "{}", field.id);
                }
            }
        }
    }
    assert_eq!(openings, 3);
}

#[test]
fn the_case_that_a_step_opens_begins_on_its_day_with_what_both_registers_ask() {
    let housing = register(HOUSING);
    let address = Value::Address(Address {
        street: "Voorbeeldstraat".to_owned(),
        number: "1".to_owned(),
        ..Address::default()
    });
    let mut case = CaseState {
        spells: vec![Spell::since(day("2026-01-05"))],
        ..CaseState::default()
    };
    for (field, value) in [
        ("adres", address.clone()),
        ("wijk", choice("centrum")),
        ("eigendom", choice("corporatie")),
        ("corporatie", choice("verzonnen")),
        ("overlastgever", text("Verzonnen Bewoner")),
        ("behandelaar", text("anna")),
        ("omschrijving", text("hard geluid")),
        ("politie-informatie", text("geheim")),
    ] {
        case.set(field, Some(value));
    }
    let step = |measure: &str| {
        let happened = day("2026-04-01").and_hms_opt(9, 0, 0).unwrap();
        EntryState::at("maatregel", happened)
            .with("maatregel", choice(measure))
            .with("toelichting", text("bijzonder"))
    };
    assert!(housing.opening(&step("gesprek")).is_none());
    let opening = housing.opening(&step("sluiting")).unwrap();
    let closures = register(&opening.register);
    let opened = closures.opened_by(opening, &case, &step("sluiting"));
    assert_eq!(opened.opened(), Some(day("2026-04-01")));
    assert_eq!(opened.status.as_deref(), Some("opgelegd"));
    let said: Vec<&str> = opened.values.keys().map(String::as_str).collect();
    assert_eq!(said, ["adres", "behandelaar", "pand", "wijk"]);
    assert_eq!(opened.values["adres"], address);
    assert_eq!(closures.check(&opened), []);
    let opening = housing.opening(&step("gedragsaanwijzing")).unwrap();
    let orders = register(&opening.register);
    let opened = orders.opened_by(opening, &case, &step("gedragsaanwijzing"));
    assert_eq!(opened.values["persoon"], text("Verzonnen Bewoner"));
    assert_eq!(opened.values["eigendom"], choice("corporatie"));
    // A choice that is in no list of the municipality stays behind.
    assert_eq!(opened.values.get("corporatie"), None);
}
