use peildatum::figures::read_key;
use peildatum::register::{DefinitionFiles, Registers, recognise, suggested_by_postcode};

use super::support::{HOUSING, day, file, text_of, with_register};

#[test]
fn numbers_of_two_registers_cannot_be_confused() {
    let registers = Registers::shipped().unwrap();
    let mut prefixes: Vec<&str> = registers
        .all()
        .iter()
        .map(|definition| definition.prefix.as_str())
        .collect();
    prefixes.sort_unstable();
    prefixes.dedup();
    assert_eq!(prefixes.len(), registers.all().len());
}

#[test]
fn the_own_file_takes_the_place_of_the_shipped_one() {
    let own = text_of(HOUSING).replacen("prefix = \"WO\"", "prefix = \"OV\"", 1);
    let (shipped, registers) = (Registers::shipped().unwrap(), with_register(&own).unwrap());
    assert_eq!(registers.get(HOUSING).unwrap().prefix, "OV");
    assert_eq!(registers.ids(), shipped.ids());
}

#[test]
fn an_own_list_holds_for_every_register_that_uses_it() {
    let list = "id = \"wijken\"\nlabel = { nl = \"Wijken\" }\n[[choice]]\nid = \"haven\"\nlabel = { nl = \"Haven\" }\n";
    // The register of the municipality comes first here, and still sees its list.
    let own = DefinitionFiles {
        lists: vec![file(list)],
        ..DefinitionFiles::default()
    };
    let registers = Registers::read(&DefinitionFiles::shipped(), &own).unwrap();
    for id in [HOUSING, "jeugdaanpak"] {
        let wijk = registers.get(id).unwrap().field("wijk").unwrap();
        assert_eq!(wijk.choices.len(), 1);
        assert!(wijk.choice("haven").is_some());
    }
}

#[test]
fn registers_of_one_team_stand_together() {
    let own = text_of("ipta")
        .replacen("id = \"ipta\"", "id = \"vroegsignalering\"", 1)
        .replacen("team = \"jeugd-preventief\"", "team = \"woonoverlast\"", 1);
    let registers = with_register(&own).unwrap();
    assert_eq!(registers.ids()[..2], [HOUSING, "vroegsignalering"]);
}

#[test]
fn a_postcode_suggests_a_district_only_when_there_is_one() {
    let registers = Registers::shipped().unwrap();
    let wijken = &registers
        .get(HOUSING)
        .unwrap()
        .field("wijk")
        .unwrap()
        .choices;
    let today = day("2026-04-01");
    let suggested =
        |area| suggested_by_postcode(wijken, area, today, None).map(|wijk| wijk.id.as_str());
    assert_eq!(suggested("2712"), Some("centrum"));
    assert_eq!(suggested("2729"), Some("oosterheem"));
    // Buytenweg and De Leyens share theirs.
    assert_eq!(suggested("2717"), None);
    assert_eq!(suggested("1011"), None);
    assert_eq!(suggested(""), None);
}

#[test]
fn a_choice_is_recognised_however_it_is_written() {
    let registers = Registers::shipped().unwrap();
    let eigendom = &registers
        .get(HOUSING)
        .unwrap()
        .field("eigendom")
        .unwrap()
        .choices;
    let meant = |written| recognise(eigendom, written).map(|choice| choice.id.as_str());
    for written in [
        "corporatie",
        "Corporatie",
        "  CORP ",
        "sociale   huur",
        "Housing association",
    ] {
        assert_eq!(meant(written), Some("corporatie"), "{written:?}");
    }
    assert_eq!(meant("huur"), None);
    assert_eq!(meant(""), None);
}

#[test]
fn an_id_goes_before_the_label_of_another_choice_and_a_label_before_an_alias() {
    let own = text_of(HOUSING).replacen(
        "{ id = \"koop\", label = { nl = \"Koop\"",
        "{ id = \"huis\", label = { nl = \"Corporatie\" }, aliases = [\"Housing association\"] },\n    \
         { id = \"koop\", label = { nl = \"Koop\"",
        1,
    );
    let registers = with_register(&own).unwrap();
    let definition = registers.get(HOUSING).unwrap();
    let eigendom = &definition.field("eigendom").unwrap().choices;
    assert_eq!(eigendom[0].id, "huis");
    for written in ["corporatie", "Housing association"] {
        let meant = recognise(eigendom, written).map(|choice| choice.id.as_str());
        assert_eq!(meant, Some("corporatie"), "{written}");
        let key = read_key(definition, "eigendom", written).unwrap();
        assert_eq!(key, "corporatie", "{written}");
    }
}
