use std::fs;
use std::sync::Arc;

use chrono::{DateTime, Duration, Utc};
use peildatum::language::{Explain, Language};
use peildatum::register::Value;
use peildatum::store::{BackupKind, Backups, MadeBackup, StoreError, Vault, attachment};
use tempfile::tempdir;

use super::support::{CRIME, HOUSING, new_case, noon, numbered, operation, record, state, text};

fn is_send<T: Send>(_: &T) {}

#[test]
fn a_vault_has_a_file_for_every_team_and_one_for_all() {
    let place = tempdir().unwrap();
    let folder = place.path().join("gegevens");
    assert!(!Vault::exists(&folder));
    let vault = Vault::create(&folder, noon()).unwrap();
    is_send(&vault);
    assert!(Vault::exists(&folder));
    assert_eq!(vault.folder(), folder);
    let teams: Vec<&str> = vault.stores().map(|(team, _)| team).collect();
    assert_eq!(
        teams,
        [
            "gedeeld",
            "woonoverlast",
            "ondermijning",
            "bibob",
            "jeugd",
            "jeugd-preventief",
            "maatregelen",
            "zorg"
        ]
    );
    for team in teams {
        assert!(folder.join(format!("{team}.db")).is_file());
    }
}

#[test]
fn cases_are_kept_in_the_file_of_their_team_and_found_across_teams() {
    let place = tempdir().unwrap();
    let mut vault = Vault::create(place.path(), noon()).unwrap();
    for (register, number) in [(HOUSING, "eerste"), (CRIME, "tweede"), (HOUSING, "derde")] {
        let write = numbered(register, number, state(&[("behandelaar", text("Bakker"))]));
        vault
            .store_mut(register)
            .unwrap()
            .record(&operation().with(write))
            .unwrap();
        // Ids are as fine as a millisecond.
        std::thread::sleep(std::time::Duration::from_millis(2));
    }
    drop(vault);
    let vault = Vault::open(place.path(), noon()).unwrap();
    let numbers = |most| -> Vec<String> {
        vault
            .search("bakker", most)
            .unwrap()
            .into_iter()
            .map(|case| case.number)
            .collect()
    };
    assert_eq!(numbers(10), ["derde", "tweede", "eerste"]);
    assert_eq!(numbers(2), ["derde", "tweede"]);
    let crime = vault.store(CRIME).unwrap();
    assert!(crime.case_by_number(CRIME, "tweede").unwrap().is_some());
    let unknown = crime.case_by_number(HOUSING, "eerste");
    assert!(matches!(unknown, Err(StoreError::UnknownRegister { .. })));
    let Err(StoreError::UnknownRegister { known, .. }) = vault.store("wapens") else {
        panic!()
    };
    assert!(known.iter().any(|register| register == HOUSING));
}

#[test]
fn two_windows_tell_in_which_team_something_changed() {
    let place = tempdir().unwrap();
    let mut mine = Vault::create(place.path(), noon()).unwrap();
    let mut theirs = Vault::open(place.path(), noon()).unwrap();
    assert!(mine.changed_elsewhere().unwrap().is_empty());
    let write = operation().with(new_case(CRIME, state(&[])));
    theirs.store_mut(CRIME).unwrap().record(&write).unwrap();
    assert_eq!(mine.changed_elsewhere().unwrap(), ["ondermijning"]);
    assert!(mine.changed_elsewhere().unwrap().is_empty());
}

#[test]
fn a_vault_is_not_made_over_a_vault_or_among_other_files() {
    let place = tempdir().unwrap();
    let absent = Vault::open(place.path(), noon()).err().unwrap();
    assert!(matches!(absent, StoreError::NotAVault(_)), "{absent:?}");
    fs::create_dir(place.path().join("registers")).unwrap();
    fs::write(place.path().join("vakantie.jpg"), "").unwrap();
    let refused = Vault::create(place.path(), noon()).err().unwrap();
    let StoreError::FolderNotEmpty { found, .. } = &refused else {
        panic!("{refused:?}")
    };
    assert_eq!(found, "vakantie.jpg");
    assert!(!Vault::exists(place.path()));
    fs::remove_file(place.path().join("vakantie.jpg")).unwrap();
    Vault::create(place.path(), noon()).unwrap();
    let refused = Vault::create(place.path(), noon()).err().unwrap();
    assert!(matches!(refused, StoreError::VaultExists(_)), "{refused:?}");
}

const SHOPS: &str = r#"
id = "winkels"
team = "economie"
team_label = { nl = "Economie" }
kind = "event"
prefix = "WI"
label = { nl = "Winkels" }
purpose = { nl = "Toezicht." }
legal_ground = { nl = "Gemeentewet." }
[case]
one = { nl = "winkel" }
many = { nl = "winkels" }
new = { nl = "Nieuwe winkel" }
[retention]
years = 5
source = "Selectielijst"
[begin]
label = { nl = "Datum" }
"#;

#[test]
fn definitions_that_lie_ready_count_from_the_start_and_later_ones_from_the_next_opening() {
    let place = tempdir().unwrap();
    let lists = place.path().join("lists");
    fs::create_dir(&lists).unwrap();
    let list = "id = \"wijken\"\nlabel = { nl = \"Wijken\" }\n[[choice]]\nid = \"haven\"\nlabel = { nl = \"Haven\" }\n";
    fs::write(lists.join("wijken.toml"), list).unwrap();
    fs::write(lists.join("leesmij.txt"), "geen definitie").unwrap();
    let vault = Vault::create(place.path(), noon()).unwrap();
    let wijk = vault
        .registers()
        .get(HOUSING)
        .unwrap()
        .field("wijk")
        .unwrap();
    assert_eq!(wijk.choices.len(), 1);
    drop(vault);

    fs::create_dir(place.path().join("registers")).unwrap();
    fs::write(place.path().join("registers/winkels.toml"), SHOPS).unwrap();
    let mut vault = Vault::open(place.path(), noon()).unwrap();
    assert!(place.path().join("economie.db").is_file());
    let write = operation().with(new_case("winkels", state(&[])));
    let recorded = vault.store_mut("winkels").unwrap().record(&write).unwrap();
    assert_eq!(recorded.cases[0].number, "WI-2026-00001");
}

#[test]
fn a_register_for_everyone_lives_in_the_shared_file() {
    let place = tempdir().unwrap();
    fs::create_dir(place.path().join("registers")).unwrap();
    let shared = SHOPS.replace("team = \"economie\"", "team = \"gedeeld\"");
    fs::write(place.path().join("registers/winkels.toml"), shared).unwrap();
    let mut vault = Vault::create(place.path(), noon()).unwrap();
    assert_eq!(
        vault
            .stores()
            .filter(|(team, _)| *team == "gedeeld")
            .count(),
        1
    );
    let write = operation().with(new_case("winkels", state(&[])));
    vault.store_mut("winkels").unwrap().record(&write).unwrap();
}

#[test]
fn a_mistake_in_a_definition_is_named_with_its_file_and_makes_no_vault() {
    let place = tempdir().unwrap();
    fs::create_dir(place.path().join("registers")).unwrap();
    let wrong = SHOPS.replace("kind = \"event\"", "kind = \"winkel\"");
    fs::write(place.path().join("registers/winkels.toml"), wrong).unwrap();
    let refused = Vault::create(place.path(), noon()).err().unwrap();
    let StoreError::Definitions(mistakes) = &refused else {
        panic!("{refused:?}")
    };
    assert_eq!(mistakes.len(), 1);
    assert!(mistakes[0].file.ends_with("winkels.toml"));
    assert!(refused.explain(Language::Dutch).contains("winkels.toml"));
    assert!(!Vault::exists(place.path()));
}

#[test]
fn a_file_that_is_gone_does_not_come_back_empty() {
    let place = tempdir().unwrap();
    let vault = Vault::create(place.path(), noon()).unwrap();
    let backups = Backups::of(place.path());
    let made = backups.make(BackupKind::Manual, noon()).unwrap();
    assert_eq!(made.backup.files.len(), 8);
    let later = noon() + Duration::hours(1);
    let last = backups.make(BackupKind::Manual, later).unwrap().backup;
    drop(vault);
    let file = place.path().join("woonoverlast.db");
    for lose in [
        |file: &_| fs::remove_file(file),
        |file: &_| fs::write(file, ""),
    ] {
        lose(&file).unwrap();
        let vault = Vault::open(place.path(), noon()).unwrap();
        let refused = vault.store(HOUSING).err().unwrap();
        let StoreError::FileGone { last_backup, .. } = &refused else {
            panic!("{refused:?}")
        };
        assert_eq!(last_backup.as_deref(), Some(last.name.as_str()));
    }
    fs::copy(last.path.join("woonoverlast.db"), &file).unwrap();
    let vault = Vault::open(place.path(), noon()).unwrap();
    assert!(vault.store(HOUSING).is_ok());
    drop(vault);
    fs::write(place.path().join("gedeeld.db"), "").unwrap();
    let refused = Vault::open(place.path(), noon()).err().unwrap();
    assert!(
        matches!(refused, StoreError::FileGone { .. }),
        "{refused:?}"
    );
}

#[test]
fn a_damaged_file_of_one_team_keeps_no_other_team_from_its_work() {
    let place = tempdir().unwrap();
    let mut vault = Vault::create(place.path(), noon()).unwrap();
    for register in [HOUSING, CRIME] {
        let write = numbered(register, "een", state(&[("behandelaar", text("Bakker"))]));
        let store = vault.store_mut(register).unwrap();
        store.record(&operation().with(write)).unwrap();
    }
    drop(vault);
    fs::write(place.path().join("woonoverlast.db"), [0xFF; 8192]).unwrap();
    let mut vault = Vault::open(place.path(), noon()).unwrap();
    // As often as it is asked for.
    for _ in 0..2 {
        let refused = vault.store(HOUSING).err().unwrap();
        assert!(matches!(refused, StoreError::Damaged { .. }), "{refused:?}");
        let refused = vault.store_mut(HOUSING).err().unwrap();
        assert!(matches!(refused, StoreError::Damaged { .. }), "{refused:?}");
    }
    assert_eq!(vault.definition(HOUSING).unwrap().id, HOUSING);
    assert!(vault.stores().all(|(team, _)| team != "woonoverlast"));
    let found = vault.search("bakker", 10).unwrap();
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].register, CRIME);
    let mut theirs = Vault::open(place.path(), noon()).unwrap();
    assert!(vault.changed_elsewhere().unwrap().is_empty());
    let write = operation().with(new_case(CRIME, state(&[])));
    theirs.store_mut(CRIME).unwrap().record(&write).unwrap();
    assert_eq!(vault.changed_elsewhere().unwrap(), ["ondermijning"]);
    // The backup says that one is missing, and makes the others.
    let backup = Backups::of(place.path()).make(BackupKind::Manual, noon());
    let MadeBackup {
        backup, missing, ..
    } = backup.unwrap();
    let [StoreError::Damaged { file, .. }] = missing.as_slice() else {
        panic!("{missing:?}")
    };
    assert!(file.ends_with("woonoverlast.db"));
    assert!(backup.file("woonoverlast").is_none());
    assert!(backup.file("ondermijning").is_some());
}

#[test]
fn a_document_is_taken_out_whole_or_not_at_all() {
    let place = tempdir().unwrap();
    let mut vault = Vault::create(place.path(), noon()).unwrap();
    let definition = Arc::clone(vault.definition(HOUSING).unwrap());
    let store = vault.store_mut(HOUSING).unwrap();
    let case = record(store, new_case(HOUSING, state(&[])));
    let letter = place.path().join("brief.txt");
    fs::write(&letter, "verzonnen").unwrap();
    let happened = noon().naive_utc();
    let write = attachment(&definition, case.key, &letter, happened).unwrap();
    let recorded = store.record(&operation().with_entry(write)).unwrap();
    let entry = recorded.entries[0].key;

    // What is there is replaced, never written over: another name of the old file keeps what it held.
    let folder = place.path().join("uit");
    let target = folder.join("brief.txt");
    let kept = place.path().join("oud.txt");
    fs::create_dir(&folder).unwrap();
    fs::write(&target, "een ouder bestand").unwrap();
    fs::hard_link(&target, &kept).unwrap();
    vault.save_document(HOUSING, entry, &target).unwrap();
    assert_eq!(fs::read_to_string(&target).unwrap(), "verzonnen");
    assert_eq!(fs::read_to_string(&kept).unwrap(), "een ouder bestand");

    // Where it cannot be put, nothing of it is left behind.
    let taken = folder.join("map");
    fs::create_dir(&taken).unwrap();
    assert!(vault.save_document(HOUSING, entry, &taken).is_err());
    assert_eq!(fs::read_dir(&folder).unwrap().count(), 2);
}

#[test]
fn a_vault_with_files_from_before_there_were_roles_opens_and_keeps_documents() {
    let place = tempdir().unwrap();
    drop(Vault::create(place.path(), noon()).unwrap());
    for (folder, name, text) in [
        (
            "entries",
            "bijlage.toml",
            "id = \"bijlage\"\nlabel = { nl = \"Stuk\" }\n\n[[field]]\nid = \"naam\"\nlabel = { nl = \"Naam\" }\nkind = \"text\"\nsensitivity = \"ordinary\"\nshareable = false\n",
        ),
        (
            "lists",
            "medewerkers.toml",
            "id = \"medewerkers\"\nlabel = { nl = \"Wij\" }\n\n[[choice]]\nid = \"anna\"\nlabel = { nl = \"Anna\" }\n",
        ),
    ] {
        let folder = place.path().join(folder);
        fs::create_dir_all(&folder).unwrap();
        fs::write(folder.join(name), text).unwrap();
    }
    let mut vault = Vault::open(place.path(), noon()).unwrap();
    let definition = Arc::clone(vault.definition(HOUSING).unwrap());
    let owner = definition.field("behandelaar").unwrap();
    assert_eq!(owner.choices[0].label.nl, "Anna");
    let store = vault.store_mut(HOUSING).unwrap();
    let case = record(store, new_case(HOUSING, state(&[])));
    let letter = place.path().join("brief.txt");
    fs::write(&letter, "verzonnen").unwrap();
    let write = attachment(&definition, case.key, &letter, noon().naive_utc()).unwrap();
    let recorded = store.record(&operation().with_entry(write)).unwrap();
    let entry = &recorded.entries[0].state;
    assert_eq!(entry.text("naam"), Some("brief.txt"));
    assert_eq!(entry.values["grootte"], Value::Number(9.0));
}

#[test]
fn a_clock_that_cannot_be_right_is_told_and_nothing_is_made() {
    let folder = tempdir().unwrap();
    let vault = folder.path().join("kluis");
    for wrong in ["1969-12-31T23:59:59Z", "+10000-01-01T00:00:00Z"] {
        let now: DateTime<Utc> = wrong.parse().unwrap();
        let refused = Vault::create(&vault, now).err().unwrap();
        assert!(matches!(refused, StoreError::ClockOff(_)), "{refused}");
        assert!(!vault.exists());
    }
    drop(Vault::create(&vault, noon()).unwrap());
    let refused = Vault::open(&vault, DateTime::UNIX_EPOCH - Duration::days(1));
    let refused = refused.err().unwrap().explain(Language::Dutch);
    assert!(refused.contains("1969-12-31"), "{refused}");
}

#[test]
fn a_new_vault_is_refused_where_folders_are_synchronised_and_one_that_is_there_opens() {
    let folder = tempdir().unwrap();
    let place = folder.path().join("OneDrive - Gemeente Voorbeeld");
    let refused = Vault::create(&place.join("kluis"), noon()).err().unwrap();
    let refused = refused.explain(Language::Dutch);
    assert!(
        refused.contains("gesynchroniseerd door OneDrive"),
        "{refused}"
    );
    let vault = folder.path().join("kluis");
    drop(Vault::create(&vault, noon()).unwrap());
    fs::create_dir(&place).unwrap();
    fs::rename(&vault, place.join("kluis")).unwrap();
    let vault = Vault::open(&place.join("kluis"), noon()).unwrap();
    assert_eq!(vault.synced_by(), Some("OneDrive"));
}
