//! A list for a partner: what stands on it, what it would betray, and that who receives it is recorded on every case, or that
//! there is no file.

use std::fs;
use std::path::Path;

use peildatum::figures::Slice;
use peildatum::language::{Explain, Language};
use peildatum::register::{
    CaseKey, CaseState, Closing, DISCLOSURE, Definition, EntryState, Spell, Value,
};
use peildatum::report::{
    CaseColumn, Dialect, ListQuestion, ListedCases, Made, ShareError, SharedFile, Sharing,
};
use peildatum::store::{Operation, Recorded, Target, Vault, Write};

use crate::support::{HOUSING, day, made, text};

/// A vault with three cases, of which one is about care.
fn vault(folder: &Path) -> (Vault, Vec<CaseKey>) {
    let mut vault = Vault::create(folder, made().at).unwrap();
    let kinds = ["verzamelwoede", "overig", "geluid"];
    let mut operation = Operation::by("s.verzonnen", made().at);
    for (at, kind) in kinds.into_iter().enumerate() {
        let mut state = CaseState {
            spells: vec![Spell::since(day(2026, 3, 1))],
            status: Some("intake".to_owned()),
            ..CaseState::default()
        };
        state.set("aard", Some(Value::Choices([kind.to_owned()].into())));
        state.set("zorgcomponent", Some(Value::YesNo(at == 0)));
        state.set("omschrijving", Some(text("Vertrouwd verhaal")));
        state.set("melder", Some(text("Melanie Verzonnen")));
        state.set("telefoon", Some(text("06-00000000")));
        state.set("politie-informatie", Some(text("Eerder gezien, verzonnen")));
        state.set("volgende-actie", Some(text("Vertrouwde actie")));
        state.set("behandelaar", Some(text("B. Handelaar")));
        state.set("eigendom", Some(Value::Choice("corporatie".to_owned())));
        // The first number belongs to the last case.
        let number = Some(format!("V-{}", 9 - at));
        operation = operation.with(Write {
            register: HOUSING.to_owned(),
            target: Target::New { number },
            state,
        });
    }
    let recorded = vault
        .store_mut(HOUSING)
        .unwrap()
        .record(&operation)
        .unwrap();
    let keys = recorded.cases.iter().map(|case| case.key).collect();
    (vault, keys)
}

fn sharing() -> Sharing {
    Sharing {
        recipient: "Verzonnen Wonen, mevrouw Bedacht".to_owned(),
        ground: "Verzonnen convenant".to_owned(),
    }
}

fn question(definition: &Definition, keys: &[CaseKey], sharing: Option<Sharing>) -> ListQuestion {
    ListQuestion {
        title: "Woonoverlast".to_owned(),
        listed: ListedCases::Running,
        slice: Slice::whole(),
        list_filters: Vec::new(),
        searched: false,
        sharing,
        columns: CaseColumn::all(definition),
        group: None,
        cases: vec![(None, keys.to_vec())],
        all: keys.len(),
    }
}

fn share(
    vault: &mut Vault,
    question: &ListQuestion,
    to: &Path,
    overwrite: bool,
) -> Result<Recorded, ShareError> {
    let file = SharedFile {
        to,
        dialect: Dialect::Excel,
        overwrite,
    };
    let made: Made = made();
    question.share(vault, HOUSING, file, &made, Language::Dutch)
}

/// What was recorded as given on the timeline of a case.
fn given(vault: &Vault, case: CaseKey) -> Vec<EntryState> {
    let entries = vault.store(HOUSING).unwrap().entries(case).unwrap();
    let states = entries.into_iter().map(|entry| entry.state);
    states
        .filter(|state| state.kind == DISCLOSURE && !state.withdrawn)
        .collect()
}

#[test]
fn a_list_for_a_corporatie_holds_no_care_no_reporter_and_no_free_text() {
    let folder = tempfile::tempdir().unwrap();
    let (mut vault, keys) = vault(&folder.path().join("kluis"));
    let definition = vault.definition(HOUSING).unwrap().clone();
    let asked = question(&definition, &keys, Some(sharing()));
    for ending in ["csv", "html", "json"] {
        let file = folder.path().join(format!("lijst.{ending}"));
        share(&mut vault, &asked, &file, false).unwrap();
        let list = fs::read_to_string(&file).unwrap().replace('\u{a0}', " ");
        for secret in [
            "erzamelwoede",
            "Melanie",
            "06-0",
            "ertrouwd",
            "Eerder gezien",
            "orgcomponent",
            "melder",
        ] {
            assert!(!list.contains(secret), "{ending}: {secret}\n{list}");
        }
        assert!(list.contains("B. Handelaar"), "{list}");
        if ending == "html" {
            assert!(
                list.contains("Sommige gegevens staan niet of anders op deze lijst."),
                "{list}"
            );
            assert!(list.contains("Verzonnen Wonen"), "{list}");
            assert_eq!(list.matches(">Overig<").count(), 2, "{list}");
            // By number, whatever the order on the screen.
            let places: Vec<_> = ["V-7", "V-8", "V-9"].map(|number| list.find(number)).into();
            assert!(places.is_sorted(), "{places:?}");
        }
    }
}

#[test]
fn a_list_says_the_same_of_itself_whether_or_not_something_was_left_out() {
    let folder = tempfile::tempdir().unwrap();
    let (vault, keys) = vault(&folder.path().join("kluis"));
    let definition = vault.definition(HOUSING).unwrap().clone();
    let cases = vault.store(HOUSING).unwrap().cases(&keys).unwrap();
    let notes = |columns: Vec<CaseColumn>| {
        let asked = ListQuestion {
            columns,
            ..question(&definition, &keys, Some(sharing()))
        };
        let days = std::collections::HashMap::new();
        asked
            .published(&definition, &cases, &days, &made(), Language::Dutch)
            .notes
    };
    let all = notes(CaseColumn::all(&definition));
    assert_eq!(all, notes(vec![CaseColumn::Number]));
    assert_eq!(
        all,
        ["Sommige gegevens staan niet of anders op deze lijst."]
    );
}

#[test]
fn who_receives_it_stands_on_every_case_and_is_taken_back_as_one_action() {
    let folder = tempfile::tempdir().unwrap();
    let (mut vault, keys) = vault(&folder.path().join("kluis"));
    let definition = vault.definition(HOUSING).unwrap().clone();
    let asked = question(&definition, &keys, Some(sharing()));
    let recorded = share(&mut vault, &asked, &folder.path().join("lijst.xlsx"), false).unwrap();
    assert_eq!(recorded.entries.len(), 3);
    for key in &keys {
        let [entry] = &given(&vault, *key)[..] else {
            panic!("one entry")
        };
        let said = |field: &str| entry.values.get(field).cloned();
        assert_eq!(said("richting"), Some(Value::Choice("gegeven".to_owned())));
        assert_eq!(said("van-of-aan"), Some(text(&sharing().recipient)));
        assert_eq!(said("grond"), Some(text("Verzonnen convenant")));
        let Some(Value::Text(list)) = said("lijst") else {
            panic!("{entry:?}")
        };
        assert!(list.contains("Aard van de overlast"), "{list}");
        assert!(!list.contains("Zorgcomponent"), "{list}");
        assert_eq!(said("wat"), None);
    }
    let action = recorded.action.unwrap();
    let by = Operation::by("s.verzonnen", made().at);
    vault.undo(&action, &by).unwrap();
    assert!(keys.iter().all(|key| given(&vault, *key).is_empty()));
}

#[test]
fn where_it_cannot_be_recorded_there_is_no_file_and_without_a_file_nothing_is_recorded() {
    let folder = tempfile::tempdir().unwrap();
    let (mut vault, keys) = vault(&folder.path().join("kluis"));
    let definition = vault.definition(HOUSING).unwrap().clone();
    let asked = question(&definition, &keys, Some(sharing()));
    let nothing = |vault: &Vault| keys.iter().all(|key| given(vault, *key).is_empty());
    // The file exists, or its place is a folder: found out before, and only when it is put there.
    let taken = folder.path().join("lijst.csv");
    fs::write(&taken, "van eerder").unwrap();
    assert!(matches!(
        share(&mut vault, &asked, &taken, false),
        Err(ShareError::Save(_))
    ));
    let place = folder.path().join("map.csv");
    fs::create_dir_all(place.join("iets")).unwrap();
    assert!(matches!(
        share(&mut vault, &asked, &place, true),
        Err(ShareError::Save(_))
    ));
    assert!(nothing(&vault));
    // Another program holds the file of the team.
    let database = folder.path().join("kluis").join("woonoverlast.db");
    let other = rusqlite::Connection::open(&database).unwrap();
    other.execute_batch("BEGIN IMMEDIATE").unwrap();
    let refused = share(&mut vault, &asked, &taken, true);
    assert!(matches!(refused, Err(ShareError::Store(_))), "{refused:?}");
    other.execute_batch("ROLLBACK").unwrap();
    assert_eq!(fs::read_to_string(&taken).unwrap(), "van eerder");
    assert!(nothing(&vault));
    let left = fs::read_dir(folder.path()).unwrap();
    let left: Vec<_> = left.map(|file| file.unwrap().file_name()).collect();
    assert_eq!(left.len(), 3, "{left:?}");
}

#[test]
fn who_and_on_what_ground_have_to_be_named() {
    let folder = tempfile::tempdir().unwrap();
    let (mut vault, keys) = vault(&folder.path().join("kluis"));
    let definition = vault.definition(HOUSING).unwrap().clone();
    let to = folder.path().join("lijst.csv");
    let mut refused = |sharing: Sharing| {
        let asked = question(&definition, &keys, Some(sharing));
        share(&mut vault, &asked, &to, false).unwrap_err()
    };
    let nobody = Sharing {
        recipient: " ".to_owned(),
        ..sharing()
    };
    assert!(matches!(refused(nobody), ShareError::NoRecipient));
    let groundless = Sharing {
        ground: String::new(),
        ..sharing()
    };
    assert!(matches!(refused(groundless), ShareError::NoGround));
    assert!(!to.exists());
}

#[test]
fn a_list_that_is_chosen_by_care_is_not_shared() {
    let folder = tempfile::tempdir().unwrap();
    let (mut vault, keys) = vault(&folder.path().join("kluis"));
    let definition = vault.definition(HOUSING).unwrap().clone();
    let to = folder.path().join("lijst.csv");
    let by = |field: &str, key: &str| ListQuestion {
        slice: Slice::whole().and(field, key),
        ..question(&definition, &keys, Some(sharing()))
    };
    let grouped = ListQuestion {
        group: Some("zorgcomponent".to_owned()),
        ..question(&definition, &keys, Some(sharing()))
    };
    let searched = ListQuestion {
        searched: true,
        ..question(&definition, &keys, Some(sharing()))
    };
    // Of the kind of nuisance a partner sees some choices as another one.
    for wrong in [
        by("zorgcomponent", "ja"),
        by("aard", "verzamelwoede"),
        grouped,
        searched,
    ] {
        let refused = share(&mut vault, &wrong, &to, false).unwrap_err();
        assert!(matches!(refused, ShareError::Betrays(_)), "{refused:?}");
        assert!(refused.explain(Language::Dutch).contains("verraden"));
        assert!(!to.exists());
    }
    share(&mut vault, &by("eigendom", "corporatie"), &to, false).unwrap();
}

#[test]
fn a_list_that_was_given_is_no_look_at_a_case() {
    let folder = tempfile::tempdir().unwrap();
    let (mut vault, keys) = vault(&folder.path().join("kluis"));
    let definition = vault.definition(HOUSING).unwrap().clone();
    let mut state = vault.store(HOUSING).unwrap().cases(&keys).unwrap()[0]
        .state
        .clone();
    state.set("volgende-actie", None);
    let before = definition.tasks(&state, &[]);
    let asked = question(&definition, &keys, Some(sharing()));
    share(&mut vault, &asked, &folder.path().join("lijst.csv"), false).unwrap();
    let timeline = given(&vault, keys[0]);
    assert_eq!(timeline.len(), 1);
    assert_eq!(definition.tasks(&state, &timeline), before);
    // Nor does an outcome that a partner may see change by it.
    let mut closed = state.clone();
    closed.spells[0].closed = Some(Closing::on(day(2026, 5, 1)));
    assert_eq!(definition.shared(&closed).spells, closed.spells);
}
