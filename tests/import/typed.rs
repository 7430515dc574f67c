//! Rows that are typed in the program: the planner of an import, with what a form asks.

use peildatum::exchange::{ImportJob, Problem, Report, TypedRows};
use peildatum::store::Vault;

use crate::support::{counts, day, empty_vault, run};

/// What came of these rows in the columns begin, address, kind of nuisance and owner.
fn typed(vault: &mut Vault, rows: &[[&str; 4]]) -> Report {
    let columns = ["begin", "adres", "aard", "behandelaar"].map(str::to_owned);
    let rows = rows.iter().enumerate();
    let rows = rows.map(|(at, cells)| (at + 1, cells.map(str::to_owned).to_vec()));
    let rows = TypedRows {
        columns: columns.to_vec(),
        rows: rows.collect(),
    };
    let job = ImportJob::of_typed("woonoverlast", rows);
    run(vault, &job).report
}

#[test]
fn a_typed_row_is_a_new_case_with_its_dates_day_first() {
    let (_folder, mut vault) = empty_vault();
    // A slip of the pen in one row does not turn the dates of the others.
    let slip = [
        "05/14/2024",
        "Testweg 14, 2711 AA",
        "huisdieren",
        "A. Voorbeeld",
    ];
    let row = [
        "04/05/2024",
        "Testweg 12, 2711 AA",
        "huisdieren",
        "A. Voorbeeld",
    ];
    let report = typed(&mut vault, &[row, slip]);
    assert_eq!(counts(&report), [1, 0, 0, 1], "{:?}", report.problems);
    let store = vault.store("woonoverlast").unwrap();
    let cases = store
        .cases(&store.by_number("woonoverlast").unwrap())
        .unwrap();
    assert_eq!(cases[0].state.opened(), Some(day("04-05-2024")));
}

#[test]
fn what_a_form_asks_is_asked_of_a_typed_row() {
    let (_folder, mut vault) = empty_vault();
    let report = typed(
        &mut vault,
        &[["04-05-2024", "Testweg 12, 2711 AA", "", "A. Voorbeeld"]],
    );
    assert_eq!(counts(&report), [0, 0, 0, 1]);
    let [problem] = &report.problems[..] else {
        panic!("{:?}", report.problems)
    };
    assert_eq!(problem.column.as_deref(), Some("aard"));
    assert!(matches!(problem.problem, Problem::Fault(_)), "{problem:?}");
}

#[test]
fn the_same_row_typed_again_is_one_more_case_that_may_be_the_first() {
    let (_folder, mut vault) = empty_vault();
    let row = [
        "04-05-2024",
        "Testweg 12, 2711 AA",
        "huisdieren",
        "A. Voorbeeld",
    ];
    typed(&mut vault, &[row]);
    let report = typed(&mut vault, &[row]);
    assert_eq!((counts(&report), report.duplicates), ([1, 0, 0, 0], 1));
}
