//! A whole import, from the file to the vault.

use std::ops::ControlFlow;
use std::sync::Arc;

use peildatum::clock::Clock;
use peildatum::exchange::{
    Decisions, ImportError, ImportJob, Plan, PlannedRow, fill_with_invented_cases,
    keep_year_values, undo_year_values, year_value_history,
};
use peildatum::figures::{YearKey, YearValue};
use peildatum::language::Language;
use peildatum::register::{Amount, Reason, Value};
use peildatum::store::{Operation, StoreError, Vault};

use crate::shared_files::FILES;
use crate::support::{counts, data, empty_vault as vault, file, job, mapping, noon, run, sheet};

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

/// What three rows would do, two of them new, and what records it with this step for every case.
fn recorded(
    vault: &mut Vault,
    between: impl FnOnce(&mut Vault),
    step: &mut dyn FnMut() -> ControlFlow<()>,
) -> Result<Option<String>, ImportError> {
    let sheet =
        sheet("Nr;Start;Wijk\nB;02-02-2024;Centrum\nA;01-02-2024;Meerzicht\n;03-02-2024;\n");
    let definition = Arc::clone(vault.definition("woonoverlast").unwrap());
    let mapping = mapping(&definition, &sheet, &[]).unwrap();
    let decisions = Decisions::default();
    let go_on = &mut |_: &PlannedRow<'_>| ControlFlow::Continue(());
    let store = vault.store("woonoverlast").unwrap();
    let plan = Plan::make(&definition, &sheet, &mapping, store, &decisions, go_on).unwrap();
    assert_eq!(counts(plan.report()), [2, 1, 0, 0]);
    between(vault);
    let operation = Operation::by("tester", noon());
    let store = vault.store_mut("woonoverlast").unwrap();
    plan.record(store, &operation, &definition, &sheet, &mapping, step)
}

fn district(vault: &Vault) -> Option<Value> {
    let store = vault.store("woonoverlast").unwrap();
    let case = store.case_by_number("woonoverlast", "A").unwrap().unwrap();
    case.state.values.get("wijk").cloned()
}

#[test]
fn who_stops_between_two_cases_imports_nothing() {
    let (_folder, mut vault) = vault();
    let (_kept, path) = file("eerst.csv", b"Nr;Start;Wijk\nA;01-02-2024;Centrum\n");
    run(&mut vault, &job("woonoverlast", &path));
    let before = district(&vault);
    for most in 1..=3 {
        let mut steps = 0;
        let stopped = recorded(&mut vault, |_| {}, &mut || {
            steps += 1;
            match steps == most {
                true => ControlFlow::Break(()),
                false => ControlFlow::Continue(()),
            }
        });
        assert!(matches!(stopped, Err(ImportError::Stopped)), "{stopped:?}");
        assert_eq!(steps, most);
        assert_eq!(
            (stored(&vault, "woonoverlast"), district(&vault)),
            (1, before.clone())
        );
    }
    let action = recorded(&mut vault, |_| {}, &mut || ControlFlow::Continue(()));
    assert_eq!(stored(&vault, "woonoverlast"), 3);
    assert_ne!(district(&vault), before);
    let undo = Operation::by("tester", noon());
    vault.undo(&action.unwrap().unwrap(), &undo).unwrap();
    assert_eq!(district(&vault), before);
    assert_eq!(vault.search("centrum", 5).unwrap().len(), 0);
}

#[test]
fn a_case_that_a_colleague_changed_meanwhile_holds_back_the_whole_import() {
    let (_folder, mut vault) = vault();
    let (_kept, path) = file("eerst.csv", b"Nr;Start\nA;01-02-2024\n");
    run(&mut vault, &job("woonoverlast", &path));
    let (_kept, meanwhile) = file("intussen.csv", b"Nr;Start;Wijk\nA;01-02-2024;Rokkeveen\n");
    let colleague = |vault: &mut Vault| drop(run(vault, &job("woonoverlast", &meanwhile)));
    let refused = recorded(&mut vault, colleague, &mut || ControlFlow::Continue(()));
    assert!(
        matches!(
            refused,
            Err(ImportError::Store(StoreError::Conflict { .. }))
        ),
        "{refused:?}"
    );
    assert_eq!(stored(&vault, "woonoverlast"), 1);
    assert_eq!(
        district(&vault),
        Some(Value::Choice("rokkeveen".to_owned()))
    );
}

#[test]
fn the_number_of_a_refused_row_is_given_to_no_other_case() {
    let (_folder, mut vault) = vault();
    let text = "Nr;Start\n;01-02-2024\nWO-2026-00001;31-02-2024\n";
    let (_kept, path) = file("meldingen.csv", text.as_bytes());
    let report = run(&mut vault, &job("woonoverlast", &path)).report;
    assert_eq!(counts(&report), [1, 0, 0, 1]);
    let store = vault.store("woonoverlast").unwrap();
    let numbered = |number| store.case_by_number("woonoverlast", number).unwrap();
    assert!(numbered("WO-2026-00001").is_none(), "the row can be mended");
    assert!(numbered("WO-2026-00002").is_some());
}
