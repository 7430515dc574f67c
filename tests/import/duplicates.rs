//! Rows that may be a case that is known: at the same address at the same time, or about the same person.

use peildatum::exchange::{Decision, ImportJob, Report};
use peildatum::register::CaseFile;
use peildatum::store::Vault;

use crate::support::{counts, empty_vault, file, job, run};

const HEADER: &str = "Nr;Start;Einde;Straat;Huisnummer;Toevoeging;Postcode;Kanaal;Wijk";
const KNOWN: &str = "A;01-02-2024;;Dorpsstraat;12;;2712 AH;;";

/// A vault with one case at Dorpsstraat 12, and what came of these rows with these decisions.
fn after(rows: &[&str], decisions: &[(usize, Decision)]) -> (Vec<CaseFile>, Report) {
    let (_folder, mut vault) = empty_vault();
    lay(&mut vault, &[KNOWN], &[]);
    let report = lay(&mut vault, rows, decisions);
    let store = vault.store("woonoverlast").unwrap();
    let keys = store.by_number("woonoverlast").unwrap();
    (store.cases(&keys).unwrap(), report)
}

fn lay(vault: &mut Vault, rows: &[&str], decisions: &[(usize, Decision)]) -> Report {
    let text = format!("{HEADER}\n{}\n", rows.join("\n"));
    let (_kept, path) = file("meldingen.csv", text.as_bytes());
    let mut job: ImportJob = job("woonoverlast", &path);
    job.decisions.rows.extend(decisions.iter().copied());
    run(vault, &job).report
}

fn duplicates(row: &str) -> usize {
    after(&[row], &[]).1.duplicates
}

/// There is one case, the known one, with what either of the rows says.
fn is_only_a_with_both(cases: &[CaseFile]) {
    let [case] = cases else {
        panic!("one case: {cases:?}")
    };
    assert_eq!(case.number, "A");
    for field in ["kanaal", "wijk"] {
        assert!(
            case.state.values.contains_key(field),
            "{field} of one of the rows"
        );
    }
}

#[test]
fn a_row_at_the_same_address_at_the_same_time_may_be_the_case() {
    for row in [
        ";05-03-2024;;;12;;2712ah;;",
        ";05-03-2024;;DORPSSTRAAT;12;;;;",
        ";01-01-2024;01-02-2024;Dorpsstraat;12;;2712 AH;;",
    ] {
        assert_eq!(duplicates(row), 1, "{row}");
    }
    for row in [
        // It ended before the other one began.
        ";01-01-2024;31-01-2024;Dorpsstraat;12;;2712 AH;;",
        ";05-03-2024;;Dorpsstraat;12;A;2712 AH;;",
        ";05-03-2024;;Dorpsstraat;1;2;2712 AH;;",
        ";05-03-2024;;Dorpsstraat;;;2712 AH;;",
        ";05-03-2024;;Kerkstraat;12;;2713 BB;;",
    ] {
        assert_eq!(duplicates(row), 0, "{row}");
    }
}

#[test]
fn a_street_of_that_name_with_another_postcode_is_elsewhere() {
    assert_eq!(duplicates(";05-03-2024;;Dorpsstraat;12;;2725 CD;;"), 0);
}

#[test]
fn nothing_decided_and_both_make_a_case_beside_it_and_skip_makes_none() {
    let row = ";05-03-2024;;;12;;2712 AH;;";
    for (decision, expected) in [
        (None, [1, 0, 0, 0]),
        (Some(Decision::Both), [1, 0, 0, 0]),
        (Some(Decision::Skip), [0, 0, 0, 0]),
    ] {
        let decisions: Vec<_> = decision.map(|decision| (2, decision)).into_iter().collect();
        let (cases, report) = after(&[row], &decisions);
        assert_eq!(counts(&report), expected, "{decision:?}");
        assert_eq!(
            report.skipped,
            usize::from(decision == Some(Decision::Skip))
        );
        assert_eq!(cases.len(), 1 + expected[0]);
    }
}

#[test]
fn two_rows_can_be_merged_into_one_case() {
    let rows = [
        ";05-03-2024;;;12;;2712 AH;telefoon;",
        ";06-03-2024;;Dorpsstraat;12;;;;Centrum",
    ];
    let (cases, report) = after(&rows, &[(2, Decision::Merge), (3, Decision::Merge)]);
    assert_eq!(counts(&report), [0, 2, 0, 0]);
    is_only_a_with_both(&cases);
}

#[test]
fn a_case_that_is_changed_by_its_number_can_also_be_merged_with() {
    let rows = [
        "A;01-02-2024;;;;;;;Centrum",
        ";05-03-2024;;;12;;2712 AH;telefoon;",
    ];
    let (cases, report) = after(&rows, &[(3, Decision::Merge)]);
    assert_eq!(counts(&report), [0, 2, 0, 0]);
    is_only_a_with_both(&cases);
}

#[test]
fn two_rows_of_a_file_may_be_one_case() {
    let rows = [
        ";05-03-2024;;Kerkstraat;3;;2713 BB;;",
        ";06-03-2024;;Kerkstraat;3;;;telefoon;",
        ";06-03-2024;;Kerkstraat;5;;2713 BB;;",
    ];
    let (cases, report) = after(&rows, &[]);
    assert_eq!((counts(&report), report.duplicates), ([3, 0, 0, 0], 1));
    assert_eq!(cases.len(), 4);
    let (cases, report) = after(&rows, &[(3, Decision::Skip)]);
    assert_eq!((counts(&report), report.skipped), ([2, 0, 0, 0], 1));
    assert_eq!(cases.len(), 3);
}

#[test]
fn a_known_case_goes_before_a_row_that_may_be_the_same() {
    let rows = [
        ";05-03-2024;;;12;;2712 AH;;",
        ";06-03-2024;;;12;;2712 AH;telefoon;",
    ];
    let (cases, report) = after(&rows, &[(3, Decision::Merge)]);
    assert_eq!(counts(&report), [1, 1, 0, 0]);
    let known = cases.iter().find(|case| case.number == "A").unwrap();
    assert!(
        known.state.values.contains_key("kanaal"),
        "it is merged with the case"
    );
}
