//! What a row does to a case that is known already.

use peildatum::exchange::Problem;
use peildatum::language::{Explain, Language};
use peildatum::register::{CaseState, Closing, Spell, Value};

use crate::support::{Desk, counts, day, places};

const HEADER: &str = "Nr;Start;Einde;Uitkomst;Tijdelijke sluiting;Wijk;Status";

/// A desk on which this row was imported.
fn desk(row: &str) -> Desk {
    let mut desk = Desk::new("ondermijning-casussen");
    assert_eq!(
        counts(&desk.import(&format!("{HEADER}\n{row}\n"))),
        [1, 0, 0, 0]
    );
    desk
}

fn lay(desk: &mut Desk, row: &str) -> [usize; 4] {
    let report = desk.import(&format!("{HEADER}\n{row}\n"));
    places(&report);
    counts(&report)
}

const UPDATED: [usize; 4] = [0, 1, 0, 0];
const UNCHANGED: [usize; 4] = [0, 0, 1, 0];
const REFUSED: [usize; 4] = [0, 0, 0, 1];

/// Closed on 1 March 2024, and open again since 1 April.
fn reopen(state: &mut CaseState) {
    state.spells.push(Spell::since(day("01-04-2024")));
    state.status = Some("in-aanpak".to_owned());
}

fn closings(state: &CaseState) -> Vec<Option<Closing>> {
    state
        .spells
        .iter()
        .map(|spell| spell.closed.clone())
        .collect()
}

#[test]
fn the_same_row_again_changes_nothing() {
    let row = "C1;01-02-2024;01-03-2024;handhaving;ja;Centrum;";
    let mut desk = desk(row);
    assert_eq!(lay(&mut desk, row), UNCHANGED);
    assert_eq!(desk.store.cases.len(), 1);
    assert_eq!(desk.store.cases[0].version, 1);
}

#[test]
fn a_changed_row_is_a_write_on_the_case_as_it_was_seen() {
    let mut desk = desk("C1;01-02-2024;;;;Centrum;");
    desk.change("C1", |state| state.status = Some("monitoring".to_owned()));
    assert_eq!(lay(&mut desk, "C1;01-02-2024;;;;Meerzicht;"), UPDATED);
    assert_eq!(desk.store.cases[0].version, 3);
    let state = desk.state("C1");
    assert_eq!(state.values["wijk"], Value::Choice("meerzicht".to_owned()));
    assert_eq!(
        state.status.as_deref(),
        Some("monitoring"),
        "a blank never overwrites"
    );
}

#[test]
fn a_blank_makes_nothing_unknown_and_reopens_nothing() {
    let mut desk = desk("C1;01-02-2024;01-03-2024;handhaving;ja;Centrum;afgerond");
    let before = desk.state("C1");
    assert_eq!(lay(&mut desk, "C1;01-02-2024;;;;;"), UNCHANGED);
    assert_eq!(desk.state("C1"), before);
}

#[test]
fn a_part_of_an_address_leaves_the_other_parts() {
    let mut desk = Desk::new("woonoverlast");
    desk.import("Nr;Start;Postcode;Huisnummer\nA;01-02-2024;2712 AH;12\n");
    assert_eq!(
        counts(&desk.import("Nr;Start;Postcode;Toevoeging\nA;01-02-2024;;B\n")),
        UPDATED
    );
    let Value::Address(address) = &desk.state("A").values["adres"] else {
        panic!("no address")
    };
    assert_eq!(address.line(), "2712 AH 12 B");
}

#[test]
fn a_whole_address_in_one_column_is_told_apart() {
    let line = |desk: &Desk, number: &str| match &desk.state(number).values["adres"] {
        Value::Address(address) => [
            &address.street,
            &address.number,
            &address.addition,
            &address.postcode,
        ]
        .map(String::clone),
        _ => panic!("no address"),
    };
    let mut desk = Desk::new("woonoverlast");
    desk.import("Nr;Start;Adres\nA;01-02-2024;Teststraat 1a, 2711ab Zoetermeer\n");
    assert_eq!(line(&desk, "A"), ["Teststraat", "1", "a", "2711 AB"]);
    // Another house has not the addition of this one; what the line does not say stays.
    desk.import("Nr;Start;Adres\nA;01-02-2024;Teststraat 3\n");
    assert_eq!(line(&desk, "A"), ["Teststraat", "3", "", "2711 AB"]);
    // A part with a column of its own is as that column says, and where it is blank as the line says.
    desk.import(
        "Nr;Start;Adres;Postcode\nB;01-02-2024;Plein 1940 5;2712 AH\nC;01-02-2024;Teststraat 2, 2711 AB;\n",
    );
    assert_eq!(line(&desk, "B"), ["Plein 1940", "5", "", "2712 AH"]);
    assert_eq!(line(&desk, "C"), ["Teststraat", "2", "", "2711 AB"]);
    // Beside a house number it is the street, whatever stands in it.
    desk.import("Nr;Start;Straat;Huisnummer\nD;01-02-2024;Baan 12;5\n");
    assert_eq!(line(&desk, "D"), ["Baan 12", "5", "", ""]);
}

#[test]
fn the_begin_is_corrected_within_its_year_and_refused_outside_it() {
    let mut desk = desk("C1;01-02-2024;;;;;");
    assert_eq!(lay(&mut desk, "C1;05-01-2024;;;;;"), UPDATED);
    assert_eq!(desk.state("C1").opened(), Some(day("05-01-2024")));
    let report = desk.import(&format!("{HEADER}\nC1;05-01-2023;;;;Centrum;\n"));
    assert_eq!(counts(&report), REFUSED);
    assert_eq!(places(&report), [(2, "Start", "05-01-2023")]);
    assert!(matches!(
        report.problems[0].problem,
        Problem::OtherYear { .. }
    ));
    assert!(
        report.problems[0]
            .explain(Language::Dutch)
            .contains("05-01-2024")
    );
}

#[test]
fn a_begin_after_the_known_end_is_refused_at_the_begin() {
    let mut desk = desk("C1;01-02-2024;01-03-2024;;;;");
    let report = desk.import(&format!("{HEADER}\nC1;01-04-2024;;;;;\n"));
    assert_eq!(places(&report), [(2, "Start", "01-04-2024")]);
}

#[test]
fn an_end_closes_a_running_case_and_its_status_with_it() {
    let mut desk = desk("C1;01-02-2024;;;;;");
    assert_eq!(
        lay(&mut desk, "C1;01-02-2024;01-03-2024;ontkracht;;;"),
        UPDATED
    );
    let state = desk.state("C1");
    let closing = state.closing().unwrap();
    assert_eq!(
        (closing.date, closing.outcome.as_deref()),
        (day("01-03-2024"), Some("ontkracht"))
    );
    assert_eq!(state.status.as_deref(), Some("afgerond"));
}

#[test]
fn the_status_in_the_file_goes_before_the_one_that_would_follow() {
    let mut desk = desk("C1;01-02-2024;;;;;");
    lay(&mut desk, "C1;01-02-2024;;;;;monitoring");
    assert_eq!(desk.state("C1").status.as_deref(), Some("monitoring"));
}

#[test]
fn a_status_that_an_old_file_has_of_a_known_case_does_not_undo_how_it_runs() {
    let mut desk = desk("C1;01-02-2024;;;;;monitoring");
    assert_eq!(lay(&mut desk, "C1;01-02-2024;;;;;afgerond"), UNCHANGED);
    assert_eq!(desk.state("C1").status.as_deref(), Some("monitoring"));
    let closing = "C1;01-02-2024;01-03-2024;;;;monitoring";
    assert_eq!(lay(&mut desk, closing), UPDATED);
    let closed = desk.state("C1");
    assert!(closed.closing().is_some());
    assert_eq!(closed.status.as_deref(), Some("afgerond"));
    let older = "C1;01-02-2024;;;;Centrum;monitoring";
    assert_eq!(lay(&mut desk, older), UPDATED);
    assert_eq!(desk.state("C1").status.as_deref(), Some("afgerond"));
}

#[test]
fn another_end_corrects_the_closing_and_keeps_the_outcome() {
    let mut desk = desk("C1;01-02-2024;01-03-2024;handhaving;ja;;");
    desk.change("C1", |state| state.status = None);
    assert_eq!(lay(&mut desk, "C1;01-02-2024;05-03-2024;;;;"), UPDATED);
    let state = desk.state("C1");
    let closing = state.closing().unwrap();
    assert_eq!(
        (closing.date, closing.outcome.as_deref()),
        (day("05-03-2024"), Some("handhaving"))
    );
    assert_eq!(closing.flags.get("tijdelijke-sluiting"), Some(&true));
    assert_eq!(
        state.status, None,
        "it was closed already: this says nothing about the status"
    );
}

#[test]
fn the_outcome_of_a_closed_case_needs_no_end_in_the_file() {
    let mut desk = desk("C1;01-02-2024;01-03-2024;;;;");
    assert_eq!(lay(&mut desk, "C1;01-02-2024;;handhaving;nee;;"), UPDATED);
    let closing = desk.state("C1").closing().unwrap().clone();
    assert_eq!(closing.outcome.as_deref(), Some("handhaving"));
    assert_eq!(closing.flags.get("tijdelijke-sluiting"), Some(&false));
}

#[test]
fn another_outcome_under_a_known_flag_is_refused() {
    let mut desk = desk("C1;01-02-2024;01-03-2024;handhaving;ja;;");
    let report = desk.import(&format!("{HEADER}\nC1;01-02-2024;;ontkracht;;;\n"));
    assert_eq!(places(&report), [(2, "Uitkomst", "ontkracht")]);
    assert_eq!(lay(&mut desk, "C1;01-02-2024;;ontkracht;nee;;"), UPDATED);
}

#[test]
fn a_file_from_before_the_reopening_changes_nothing() {
    let row = "C1;01-02-2024;01-03-2024;handhaving;;;";
    let mut desk = desk(row);
    desk.change("C1", reopen);
    assert_eq!(lay(&mut desk, row), UNCHANGED);
    assert_eq!(desk.state("C1").closing(), None, "it stays open");
}

#[test]
fn outcome_and_flags_go_to_the_spell_that_the_end_names() {
    let mut desk = desk("C1;01-02-2024;01-03-2024;;;;");
    desk.change("C1", reopen);
    desk.change("C1", |state| {
        state.spells[1].closed = Some(Closing::on(day("01-05-2024")));
    });
    assert_eq!(
        lay(&mut desk, "C1;01-02-2024;01-03-2024;handhaving;ja;;"),
        UPDATED
    );
    let state = desk.state("C1");
    let [Some(first), Some(last)] = &closings(&state)[..] else {
        panic!("two closings")
    };
    assert_eq!(
        (first.outcome.as_deref(), last.outcome.as_deref()),
        (Some("handhaving"), None)
    );
    assert_eq!(lay(&mut desk, "C1;01-02-2024;;ontkracht;;;"), UPDATED);
    let state = desk.state("C1");
    assert_eq!(
        state.closing().unwrap().outcome.as_deref(),
        Some("ontkracht"),
        "else to the last"
    );
}

#[test]
fn an_end_of_its_own_closes_a_reopened_case() {
    let mut desk = desk("C1;01-02-2024;01-03-2024;handhaving;;;");
    desk.change("C1", reopen);
    assert_eq!(
        lay(&mut desk, "C1;01-02-2024;01-05-2024;ontkracht;;;"),
        UPDATED
    );
    let state = desk.state("C1");
    let [Some(first), Some(last)] = &closings(&state)[..] else {
        panic!("two closings")
    };
    assert_eq!(
        (first.date, first.outcome.as_deref()),
        (day("01-03-2024"), Some("handhaving"))
    );
    assert_eq!(
        (last.date, last.outcome.as_deref()),
        (day("01-05-2024"), Some("ontkracht"))
    );
    assert_eq!(state.status.as_deref(), Some("afgerond"));
    assert_eq!(lay(&mut desk, "C1;01-02-2024;08-05-2024;;;;"), UPDATED);
    assert_eq!(
        desk.state("C1").closing().unwrap().date,
        day("08-05-2024"),
        "corrects the last"
    );
}

#[test]
fn an_end_before_the_last_opening_is_refused() {
    for closed in [None, Some(Closing::on(day("01-05-2024")))] {
        let mut desk = desk("C1;01-02-2024;01-03-2024;;;;");
        desk.change("C1", reopen);
        desk.change("C1", |state| state.spells[1].closed = closed);
        let report = desk.import(&format!("{HEADER}\nC1;01-02-2024;15-03-2024;;;;\n"));
        assert_eq!(places(&report), [(2, "Einde", "15-03-2024")]);
        assert!(
            report.problems[0]
                .explain(Language::Dutch)
                .contains("01-04-2024")
        );
    }
}

#[test]
fn an_outcome_without_end_is_refused_while_a_reopened_case_runs() {
    let mut desk = desk("C1;01-02-2024;01-03-2024;;;;");
    desk.change("C1", reopen);
    assert_eq!(lay(&mut desk, "C1;01-02-2024;;ontkracht;;;"), REFUSED);
    assert_eq!(lay(&mut desk, "C1;01-02-2024;;;ja;;"), REFUSED);
}

#[test]
fn what_could_not_be_already_keeps_no_row_out_that_is_about_something_else() {
    let mut desk = desk("C1;01-02-2024;;;;;");
    let gone = Some(Value::Choice("wijk-die-niet-meer-bestaat".to_owned()));
    desk.store.cases[0].state.set("wijk", gone);
    assert_eq!(lay(&mut desk, "C1;01-02-2024;;;;;"), UNCHANGED);
    assert_eq!(lay(&mut desk, "C1;01-02-2024;;;;;monitoring"), UPDATED);
    assert_eq!(desk.state("C1").status.as_deref(), Some("monitoring"));
    assert_eq!(lay(&mut desk, "C1;01-02-2024;;;;Nergens;"), REFUSED);
    assert_eq!(lay(&mut desk, "C1;01-02-2024;;;;Centrum;"), UPDATED);
}

#[test]
fn the_dry_run_writes_nothing() {
    let desk = Desk::new("woonoverlast");
    let plan = desk.plan(&crate::support::sheet("Nr;Start\nA;01-02-2024\n"));
    assert_eq!(plan.report().added, 1);
    assert!(desk.store.cases.is_empty());
}
