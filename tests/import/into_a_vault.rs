//! A whole import, from the file to the vault.

use peildatum::clock::Clock;
use peildatum::exchange::{
    ImportJob, fill_with_invented_cases, keep_year_values, undo_year_values, year_value_history,
};
use peildatum::figures::{YearKey, YearValue};
use peildatum::language::Language;
use peildatum::register::{Amount, Reason};
use peildatum::store::Vault;

use crate::shared_files::FILES;
use crate::support::{counts, data, empty_vault as vault, file, job, noon, run};

fn stored(vault: &Vault, register: &str) -> usize {
    vault
        .store(register)
        .unwrap()
        .by_number(register)
        .unwrap()
        .len()
}

#[test]
fn the_shared_files_go_in_once() {
    let (_folder, mut vault) = vault();
    for (register, name, rows, _) in FILES {
        let path = data(name);
        let dry = ImportJob {
            dry_run: true,
            ..job(register, &path)
        };
        assert_eq!(
            counts(&run(&mut vault, &dry).report),
            [rows, 0, 0, 0],
            "{name}"
        );
        assert_eq!(stored(&vault, register), 0, "a dry run writes nothing");
        assert_eq!(
            counts(&run(&mut vault, &job(register, &path)).report),
            [rows, 0, 0, 0]
        );
        assert_eq!(
            counts(&run(&mut vault, &job(register, &path)).report),
            [0, 0, rows, 0]
        );
        assert_eq!(stored(&vault, register), rows, "{name}");
    }
}

#[test]
fn rows_without_a_number_go_in_once_also_between_other_cases() {
    let (_folder, mut vault) = vault();
    fill_with_invented_cases(&mut vault, 300, 1, &Clock::fixed(noon())).unwrap();
    let text = "Start;Wijk;Postcode;Huisnummer;Aard\n\
                01-02-2024;Centrum;2712AH;12;geluid|huisdieren\n01-02-2024;;;;\n";
    let (_kept, path) = file("meldingen.csv", text.as_bytes());
    let first = run(&mut vault, &job("woonoverlast", &path)).report;
    assert_eq!(first.refused, 0);
    let again = run(&mut vault, &job("woonoverlast", &path)).report;
    assert_eq!(counts(&again), [0, 0, 2, 0]);
}

#[test]
fn one_refused_row_holds_back_all_others_where_that_is_asked() {
    let (_folder, mut vault) = vault();
    let text = "Nr;Start\nA;01-02-2024\nB;31-02-2024\n";
    let (_kept, path) = file("meldingen.csv", text.as_bytes());
    let strict = ImportJob {
        all_or_nothing: true,
        ..job("woonoverlast", &path)
    };
    assert!(run(&mut vault, &strict).held_back);
    assert_eq!(stored(&vault, "woonoverlast"), 0);
    let lenient = run(&mut vault, &job("woonoverlast", &path));
    assert_eq!(
        (lenient.held_back, counts(&lenient.report)),
        (false, [1, 0, 0, 1])
    );
    assert_eq!(stored(&vault, "woonoverlast"), 1);
}

#[test]
fn a_changed_row_is_one_revision_that_names_its_file() {
    let (_folder, mut vault) = vault();
    let (_kept, path) = file("eerst.csv", b"Nr;Start;Wijk\nA;01-02-2024;Centrum\n");
    run(&mut vault, &job("woonoverlast", &path));
    let (_kept, path) = file("daarna.csv", b"Nr;Start;Wijk\nA;01-02-2024;Meerzicht\n");
    assert_eq!(
        counts(&run(&mut vault, &job("woonoverlast", &path)).report),
        [0, 1, 0, 0]
    );
    let store = vault.store("woonoverlast").unwrap();
    let case = store.case_by_number("woonoverlast", "A").unwrap().unwrap();
    let history = store.history(case.key).unwrap();
    assert_eq!((case.version, history.len()), (2, 2));
    assert!(
        history[0]
            .why(Language::Dutch)
            .is_some_and(|reason| reason.contains("daarna.csv"))
    );
}

#[test]
fn values_of_a_year_that_are_undone_say_so_in_the_language_of_the_reader() {
    let (_folder, mut vault) = vault();
    let key = YearKey::of("woninginbraken", 2024);
    let typed = |number| YearValue {
        actual: Some(Amount::whole(number)),
        ..YearValue::default()
    };
    let (who, when) = ("tester", noon());
    let shared = vault.shared_mut().unwrap();
    let reason = Some("nageteld".into());
    keep_year_values(shared, &[(key.clone(), 0, typed(97))], who, when, None).unwrap();
    keep_year_values(shared, &[(key.clone(), 1, typed(90))], who, when, reason).unwrap();
    undo_year_values(shared, &[(key.clone(), 2, typed(97))], who, when).unwrap();
    undo_year_values(shared, &[(key.clone(), 3, typed(90))], who, when).unwrap();
    let history = year_value_history(shared, &key).unwrap();
    let [(again, _), (undone, _), (corrected, _), _] = &history[..] else {
        panic!("four revisions");
    };
    let expected = Reason::Undone {
        operation: corrected.operation.clone(),
        reason: Some(Box::new("nageteld".into())),
    };
    assert_eq!(undone.reason, Some(expected));
    let expected = Reason::Redone {
        operation: undone.operation.clone(),
    };
    assert_eq!(again.reason, Some(expected));
    for (language, told) in [
        (
            Language::Dutch,
            ["Opnieuw gedaan", "Ongedaan gemaakt: nageteld"],
        ),
        (Language::English, ["Done again", "Undone: nageteld"]),
    ] {
        assert_eq!([again, undone].map(|at| at.why(language).unwrap()), told);
    }
}
