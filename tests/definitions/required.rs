//! What has to be filled in, from where in the course of a case; and that a file that comes in may lack it.

use peildatum::language::{Explain, Language};
use peildatum::register::{
    BEGIN, CaseState, Closing, Definition, END, Fault, Mistake, OUTCOME, Registers, Spell, Value,
};

use super::support::{HOUSING, day, mistakes, not_one_of};

const GROUPS: &str = "jeugdgroepen";

fn standing(status: &str) -> CaseState {
    CaseState {
        spells: vec![Spell::since(day("2024-10-01"))],
        status: Some(status.to_owned()),
        ..CaseState::default()
    }
}

fn closed(mut state: CaseState, outcome: Option<&str>) -> CaseState {
    let mut closing = Closing::on(day("2025-03-01"));
    closing.outcome = outcome.map(str::to_owned);
    state.spells.last_mut().unwrap().closed = Some(closing);
    state
}

fn missing(register: &str, state: &CaseState) -> Vec<(String, Fault)> {
    let registers = Registers::shipped().unwrap();
    let definition: &Definition = registers.get(register).unwrap();
    assert_eq!(
        definition.check(state),
        [],
        "what is stored may lack what a form asks for"
    );
    let problems = definition.missing(state).into_iter();
    problems
        .map(|problem| (problem.subject, problem.fault))
        .collect()
}

#[test]
fn a_case_is_not_closed_without_a_reason() {
    let registers = Registers::shipped().unwrap();
    for definition in registers.all().iter().filter(|known| known.has_spells()) {
        let outcome = definition.outcome.as_ref().unwrap();
        let first = definition.first_status(true).unwrap().choice.id.as_str();
        let asked = |state: &CaseState| {
            let problems = definition.missing(state);
            let reason = problems.into_iter().find(|found| found.subject == OUTCOME);
            reason.map(|found| found.fault)
        };
        let id = &definition.id;
        assert_eq!(asked(&standing(first)), None, "{id}");
        let unexplained = closed(standing(first), None);
        assert_eq!(asked(&unexplained), Some(Fault::NoOutcome), "{id}");
        let explained = closed(standing(first), Some(&outcome.choices[0].id));
        assert_eq!(asked(&explained), None, "{id}");
        // What came in without a reason and runs again is not asked for the old one.
        let mut again = unexplained;
        again.spells.push(Spell::since(day("2025-04-01")));
        assert_eq!(asked(&again), None, "{id}");
    }
}

#[test]
fn a_youth_group_passes_step_4_and_is_closed_only_with_its_decisions() {
    let mut group = standing("stap-4");
    group.set("groepsnaam", Some(Value::Text("Groep Plein".to_owned())));
    group.set("procesregie", Some(Value::Text("Sam".to_owned())));
    assert_eq!(missing(GROUPS, &group), []);
    let registers = Registers::shipped().unwrap();
    let status = |id: &str| {
        let status = registers.get(GROUPS).unwrap().status(id).unwrap();
        status.choice.label.clone()
    };
    for step in ["stap-5", "stap-6", "stap-7"] {
        group.status = Some(step.to_owned());
        let lacks = |field: &str| (field.to_owned(), Fault::MissingFrom(status("stap-5")));
        let expected = [lacks("driehoekbesluit-op"), lacks("driehoekbesluit")];
        assert_eq!(missing(GROUPS, &group), expected, "{step}");
    }
    // A group that falls apart before step 5 is closed by the driehoek too.
    group.status = Some("afgeschaald".to_owned());
    let ended = closed(group.clone(), Some("afgeschaald"));
    let lacks = |field: &str| (field.to_owned(), Fault::MissingAtEnd);
    let all = [
        "driehoekbesluit-op",
        "driehoekbesluit",
        "afschalen-besloten-op",
    ];
    assert_eq!(missing(GROUPS, &ended), all.map(lacks));

    group.status = Some("stap-5".to_owned());
    let decided = Value::Date(day("2024-12-01"));
    group.set("driehoekbesluit-op", Some(decided.clone()));
    group.set("driehoekbesluit", Some(Value::Text("Oppakken".to_owned())));
    assert_eq!(missing(GROUPS, &group), []);
    let ended = closed(group.clone(), Some("afgeschaald"));
    assert_eq!(missing(GROUPS, &ended), [lacks("afschalen-besloten-op")]);
    group.set("afschalen-besloten-op", Some(decided));
    let ended = closed(group, Some("afgeschaald"));
    assert_eq!(missing(GROUPS, &ended), []);
}

#[test]
fn an_area_ban_has_its_weighing_of_interests_always() {
    let lacks = ("belangenafweging".to_owned(), Fault::Missing);
    for status in ["opgelegd", "verlengd"] {
        let ban = standing(status);
        assert!(
            missing("gebiedsverboden", &ban).contains(&lacks),
            "{status}"
        );
    }
    let ended = closed(standing("beeindigd"), Some("afgelopen"));
    assert!(missing("gebiedsverboden", &ended).contains(&lacks));
    // A case of which nobody knows where it stands needs it as well.
    let mut ban = standing("opgelegd");
    ban.status = None;
    assert!(missing("gebiedsverboden", &ban).contains(&lacks));
    ban.set(
        "belangenafweging",
        Some(Value::Text("Afgewogen".to_owned())),
    );
    assert!(!missing("gebiedsverboden", &ban).contains(&lacks));
}

#[test]
fn what_is_missing_is_said_in_a_sentence() {
    let registers = Registers::shipped().unwrap();
    let step = registers.get(GROUPS).unwrap().status("stap-5").unwrap();
    let fault = Fault::MissingFrom(step.choice.label.clone());
    assert_eq!(
        fault.explain(Language::Dutch),
        "Vul dit in: vanaf “5 Plan van aanpak” moet het bekend zijn."
    );
    assert_eq!(
        fault.explain(Language::English),
        "Fill this in: from “5 Plan of action” on it has to be known."
    );
}

#[test]
fn a_moment_that_does_not_exist_is_answered_with_the_moments_there_are() {
    let from = |moment: &str| format!("kind = \"address\"\nrequired_from = \"{moment}\"");
    let found = mistakes(HOUSING, &from("invoer"), &from("klaar"));
    let expected = not_one_of(
        "klaar",
        &[
            "invoer",
            BEGIN,
            "nieuw",
            "intake",
            "in-onderzoek",
            "in-aanpak",
            "bestuurlijk-traject",
            "nazorg",
            "heropend",
            "afgerond",
            END,
        ],
    );
    assert_eq!(found, [("field[0].required_from".to_owned(), expected)]);
    // An event has no end at which anything could be asked for.
    let signals = "ondermijning-signalen";
    let found = mistakes(signals, "kind = \"address\"", &from(END));
    let expected = not_one_of(END, &["invoer", BEGIN]);
    assert_eq!(found, [("field[2].required_from".to_owned(), expected)]);
}

#[test]
fn a_status_cannot_be_called_begin_or_end() {
    for (at, from, id) in [(0, "id = \"nieuw\"", BEGIN), (7, "id = \"afgerond\"", END)] {
        let found = mistakes(HOUSING, from, &format!("id = \"{id}\""));
        let taken = Mistake::Taken(id.to_owned());
        // The texts and the ladder name it as well.
        let wrong = (format!("status[{at}].id"), taken);
        assert!(found.contains(&wrong), "{found:?}");
    }
}

#[test]
fn the_keys_have_the_right_shape() {
    let found = mistakes(HOUSING, "required = true", "required = \"altijd\"");
    let [(key, Mistake::Shape(_))] = &found[..] else {
        panic!("{found:?}")
    };
    assert_eq!(key, "outcome.required");
    let required = "kind = \"address\"\nrequired_from = true";
    let asked = "kind = \"address\"\nrequired_from = \"invoer\"";
    let found = mistakes(HOUSING, asked, required);
    let [(key, Mistake::Shape(_))] = &found[..] else {
        panic!("{found:?}")
    };
    assert_eq!(key, "field[0].required_from");
}
