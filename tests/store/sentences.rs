use std::io;
use std::path::PathBuf;
use std::sync::Arc;

use peildatum::language::{Explain, Language};
use peildatum::register::{CaseFile, CaseKey};
use peildatum::store::StoreError;

use super::support::{HOUSING, state};

/// One of every error, with and without what is optional in it.
#[expect(clippy::too_many_lines, reason = "one line a sentence")]
fn errors() -> Vec<StoreError> {
    let (register, number) = (HOUSING.to_owned(), "WO-2026-00001".to_owned());
    let (file, folder) = (
        PathBuf::from("/vault/woonoverlast.db"),
        PathBuf::from("/vault"),
    );
    let last_backup = Some("2026-04-01-140000".to_owned());
    let stored = Box::new(CaseFile {
        key: CaseKey(1),
        id: String::new(),
        register: register.clone(),
        number: number.clone(),
        version: 1,
        state: state(&[]),
    });
    let field = "aard".to_owned();
    let known = vec![register.clone(), "ipta".to_owned()];
    vec![
        StoreError::Conflict {
            register: register.clone(),
            number: number.clone(),
            stored,
        },
        StoreError::NumberTaken {
            register: register.clone(),
            number: number.clone(),
        },
        StoreError::DraftStored {
            register: register.clone(),
            number: number.clone(),
        },
        StoreError::MissingCase {
            register: register.clone(),
        },
        StoreError::Invalid {
            register: register.clone(),
            number: None,
            problems: Vec::new(),
        },
        StoreError::Invalid {
            register: register.clone(),
            number: Some(number),
            problems: Vec::new(),
        },
        StoreError::CodesExhausted {
            register: register.clone(),
            field,
        },
        StoreError::UnknownRegister {
            register: "wapens".to_owned(),
            known,
        },
        StoreError::DefinitionChanged { register },
        StoreError::Definitions(Vec::new()),
        StoreError::NotAVault(folder.clone()),
        StoreError::VaultExists(folder.clone()),
        StoreError::FolderNotEmpty {
            folder: folder.clone(),
            found: "foto.jpg".to_owned(),
        },
        StoreError::FileExists(file.clone()),
        StoreError::FileGone {
            file: file.clone(),
            last_backup: last_backup.clone(),
        },
        StoreError::Damaged {
            file: file.clone(),
            last_backup,
        },
        StoreError::Damaged {
            file: file.clone(),
            last_backup: None,
        },
        StoreError::NoSuchBackup {
            name: "2026-04-01-140000".to_owned(),
            folder: folder.clone(),
            newest: None,
        },
        StoreError::NoSuchBackup {
            name: "2026-04-01-140000".to_owned(),
            folder: folder.clone(),
            newest: Some("2026-04-02-140000".to_owned()),
        },
        StoreError::BackupDamaged {
            name: "2026-04-01-140000".to_owned(),
            file: file.clone(),
        },
        StoreError::BackupOfAnother {
            name: "2026-04-01-140000".to_owned(),
        },
        StoreError::NotInBackup {
            name: "2026-04-01-140000".to_owned(),
            team: "jeugd".to_owned(),
            known: vec!["gedeeld".to_owned()],
        },
        StoreError::FileReplaced { file: file.clone() },
        StoreError::NoPermission(file.clone()),
        StoreError::ReadOnly(file.clone()),
        StoreError::FolderInPlace(file.clone()),
        StoreError::DiskFull(file.clone()),
        StoreError::DiskFailed {
            file: file.clone(),
            source: Arc::new(rusqlite::Error::InvalidQuery),
        },
        StoreError::Newer {
            file: file.clone(),
            version: 9,
            supported: 2,
        },
        StoreError::OldSqlite("3.45.0".to_owned()),
        StoreError::NetworkShare(folder.clone()),
        StoreError::Busy { file: file.clone() },
        StoreError::Disk {
            path: folder,
            source: Arc::new(io::Error::other("vol")),
        },
        StoreError::Sqlite {
            file,
            source: Arc::new(rusqlite::Error::InvalidQuery),
        },
    ]
}

#[test]
fn every_error_is_a_whole_sentence_in_both_languages() {
    for error in errors() {
        let [dutch, english] = Language::ALL.map(|language| error.explain(language));
        assert_ne!(dutch, english, "{error:?}");
        for said in [dutch, english] {
            assert!(said.ends_with('.'), "{said}");
            assert!(!said.contains("store-") && !said.contains("{$"), "{said}");
            assert!(!said.contains('!'), "{said}");
        }
    }
}
