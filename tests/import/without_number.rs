//! Rows without a number are recognised by what they say.

use peildatum::register::{CaseState, Value};

use crate::support::{Desk, counts};

const FILE: &str = "Start;Einde;Wijk;Eigendom\n01-02-2024;;;\n01-02-2024;01-03-2024;Centrum;koop\n\
                    01-02-2024;;Centrum;\n01-02-2024;;Centrum;\n02-02-2024;;;\n";

fn set(state: &mut CaseState, field: &str, choice: &str) {
    state.set(field, Some(Value::Choice(choice.to_owned())));
}

#[test]
fn the_store_gives_a_number_and_the_same_file_again_adds_nothing() {
    let mut desk = Desk::new("woonoverlast");
    assert_eq!(
        counts(&desk.import(FILE)),
        [5, 0, 0, 0],
        "two rows that say the same are two cases"
    );
    assert!(
        desk.store
            .cases
            .iter()
            .all(|case| case.number.starts_with("NEW-"))
    );
    assert_eq!(counts(&desk.import(FILE)), [0, 0, 5, 0]);
    let reversed: Vec<&str> = FILE.lines().skip(1).collect();
    let reversed = format!(
        "Start;Einde;Wijk;Eigendom\n{}\n",
        reversed.into_iter().rev().collect::<Vec<_>>().join("\n")
    );
    assert_eq!(counts(&desk.import(&reversed)), [0, 0, 5, 0]);
}

#[test]
fn what_was_added_at_the_desk_since_does_not_hide_a_case() {
    let mut desk = Desk::new("woonoverlast");
    desk.import(FILE);
    desk.change("NEW-00003", |state| set(state, "eigendom", "koop"));
    desk.change("NEW-00005", |state| {
        state.status = Some("in-aanpak".to_owned());
    });
    desk.change("NEW-00001", |state| set(state, "wijk", "meerzicht"));
    assert_eq!(counts(&desk.import(FILE)), [0, 0, 5, 0]);
}

#[test]
fn each_case_is_found_once() {
    let mut desk = Desk::new("woonoverlast");
    desk.import("Start;Wijk\n01-02-2024;Centrum\n");
    let twice = "Start;Wijk\n01-02-2024;Centrum\n01-02-2024;Centrum\n";
    assert_eq!(counts(&desk.import(twice)), [1, 0, 1, 0]);
}

#[test]
fn a_case_that_a_number_in_the_file_names_is_not_found_again_by_its_content() {
    let mut desk = Desk::new("woonoverlast");
    desk.import("Nr;Start;Wijk\nA;01-02-2024;Centrum\n");
    let both = "Nr;Start;Wijk\n;01-02-2024;Centrum\nA;01-02-2024;Centrum\n";
    assert_eq!(counts(&desk.import(both)), [1, 0, 1, 0]);
}

#[test]
fn another_begin_or_value_is_another_case() {
    let mut desk = Desk::new("woonoverlast");
    desk.import("Start;Einde;Wijk\n01-02-2024;;Centrum\n");
    for row in [
        "02-02-2024;;Centrum",
        "01-02-2024;;Meerzicht",
        "01-02-2024;01-03-2024;Centrum",
    ] {
        let report = desk.import(&format!("Start;Einde;Wijk\n{row}\n"));
        assert_eq!(counts(&report), [1, 0, 0, 0], "{row}");
    }
}

#[test]
fn a_case_with_a_number_may_be_what_a_row_without_one_says() {
    let mut desk = Desk::new("woonoverlast");
    desk.import("Nr;Start;Wijk;Eigendom\nA;01-02-2024;Centrum;koop\n");
    assert_eq!(
        counts(&desk.import("Start;Wijk\n01-02-2024;centrum\n")),
        [0, 0, 1, 0]
    );
}
