//! A municipality that changes a list in the program: every command goes by it.

use chrono::Utc;
use peildatum::register::{Choice, Content, Subject};
use peildatum::store::{Edit, Vault};

use crate::support::{HOUSING, Place};

/// Merges one choice of a field with another one, as the program does.
fn merge(place: &Place, field: &str, from: &str, into: &str) {
    let now = Utc::now();
    let mut vault = Vault::open(&place.vault(), now).unwrap();
    let definition = vault.definition(HOUSING).unwrap();
    let mut choices: Vec<Choice> = definition.field(field).unwrap().choices.clone();
    let merged = choices.iter_mut().find(|choice| choice.id == from);
    merged.unwrap().replaced_by = Some(into.to_owned());
    let edit = Edit {
        subject: Subject::List("wijken".to_owned()),
        content: Some(Content::Choices(choices)),
        version: 0,
        actor: "beheer".to_owned(),
        recorded: now,
        reason: None,
    };
    vault.edit(&edit).unwrap();
}

#[test]
fn a_merged_choice_counts_as_the_other_and_is_known_by_its_old_name() {
    let place = Place::with(&[HOUSING]);
    let count = |place: &Place, district: &str| {
        let filter = format!("wijk={district}");
        let cases = ["cases", HOUSING, "--period", "2024", "--where", &filter];
        place.json(&cases)["total"].as_u64().unwrap()
    };
    let both = count(&place, "noordhove") + count(&place, "Seghwaert");
    assert!(count(&place, "noordhove") > 0);
    merge(&place, "wijk", "noordhove", "seghwaert");
    assert_eq!(count(&place, "seghwaert"), both);
    assert_eq!(count(&place, "Noordhove"), both);
    let table = place.json(&["table", HOUSING, "--rows", "wijk", "--period", "2024"]);
    let rows = table["row_keys"].as_array().unwrap();
    assert!(rows.iter().all(|row| row[0] != "noordhove"), "{table}");
    // A file that still says so means the other.
    let file = place.file("nieuw.csv", "Datum melding;Wijk\n01-02-2024;Noordhove\n");
    assert_eq!(place.json(&["import", HOUSING, &file])["added"], 1);
    assert_eq!(count(&place, "seghwaert"), both + 1);
}
