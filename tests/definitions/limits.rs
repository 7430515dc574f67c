//! What the law allows no longer, what means nothing with what was chosen elsewhere, and what follows on what.

use std::sync::Arc;

use chrono::NaiveDateTime;
use peildatum::language::{Explain, Language};
use peildatum::register::{
    CaseState, Closing, Definition, EntryState, Fault, Registers, Spell, Value,
};

use super::support::{HOUSING, day};

const HOUSE_BANS: &str = "huisverboden";
const BANS: &str = "gebiedsverboden";

fn register(id: &str) -> Arc<Definition> {
    Arc::clone(Registers::shipped().unwrap().get(id).unwrap())
}

fn case(values: &[(&str, Value)]) -> CaseState {
    let values = values.iter();
    CaseState {
        spells: vec![Spell::since(day("2026-03-02"))],
        status: None,
        values: values
            .map(|(id, value)| ((*id).to_owned(), value.clone()))
            .collect(),
        ..CaseState::default()
    }
}

fn choice(id: &str) -> Value {
    Value::Choice(id.to_owned())
}

fn on(text: &str) -> Value {
    Value::Date(day(text))
}

fn at(text: &str) -> Value {
    Value::DateTime(NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M").unwrap())
}

/// The sentences with which a state is refused, each with its field.
fn refused(register_id: &str, values: &[(&str, Value)]) -> Vec<(String, String)> {
    let problems = register(register_id).check(&case(values)).into_iter();
    problems
        .map(|found| (found.subject, found.fault.explain(Language::Dutch)))
        .collect()
}

#[test]
fn a_house_ban_never_lasts_longer_than_28_days_from_its_hour() {
    let served = ("uitgereikt", at("2026-03-02 14:30"));
    let until = |moment: &str, extended: Option<bool>| {
        let mut values = vec![served.clone(), ("geldig-tot", at(moment))];
        values.extend(extended.map(|yes| ("verlengd", Value::YesNo(yes))));
        refused(HOUSE_BANS, &values)
    };
    for extended in [None, Some(true)] {
        assert_eq!(until("2026-03-30 14:30", extended), []);
        let sentence = "30-03-2026 14:31 is te laat: het mag niet later zijn dan 30-03-2026 14:30 (Uiterste einde na verlenging).";
        let expected = [("geldig-tot".to_owned(), sentence.to_owned())];
        assert_eq!(until("2026-03-30 14:31", extended), expected);
    }
    // Without extension it is ten days.
    assert_eq!(until("2026-03-12 14:30", Some(false)), []);
    let sentence = "12-03-2026 14:31 is te laat: het mag niet later zijn dan 12-03-2026 14:30 (Huisverbod loopt af).";
    let expected = [("geldig-tot".to_owned(), sentence.to_owned())];
    assert_eq!(until("2026-03-12 14:31", Some(false)), expected);
    // While the hour of serving is unknown, nothing can be said.
    assert_eq!(
        refused(HOUSE_BANS, &[("geldig-tot", at("2027-01-01 00:00"))]),
        []
    );
}

#[test]
fn an_area_ban_lasts_three_months_and_is_extended_only_before_it_ends() {
    let with = |ground: &str, more: &[(&str, Value)]| {
        let mut values = vec![("grondslag", choice(ground))];
        values.extend(more.iter().cloned());
        let fields = refused(BANS, &values).into_iter();
        fields.map(|(field, _)| field).collect::<Vec<_>>()
    };
    let ends = ("geldig-tot", on("2026-06-02"));
    for ground in ["gemeentewet-172a", "gemeentewet-172b"] {
        assert_eq!(with(ground, std::slice::from_ref(&ends)), [""; 0]);
        let late = [("geldig-tot", on("2026-06-03"))];
        assert_eq!(with(ground, &late), ["geldig-tot"], "{ground}");
    }
    // How long a ban on the ordinance lasts is for the ordinance to say.
    assert_eq!(with("apv", &[("geldig-tot", on("2026-12-31"))]), [""; 0]);
    for ground in ["gemeentewet-172a", "apv"] {
        let extended = |decided: &str| {
            let decided = ("verlengd-op", on(decided));
            with(
                ground,
                &[ends.clone(), decided, ("verlengd-tot", on("2026-09-02"))],
            )
        };
        assert_eq!(extended("2026-06-02"), [""; 0]);
        assert_eq!(extended("2026-06-03"), ["verlengd-op"], "{ground}");
    }
    // Three extensions of three months are the most.
    let until = |last: &str| {
        with(
            "gemeentewet-172a",
            &[ends.clone(), ("verlengd-tot", on(last))],
        )
    };
    assert_eq!(until("2027-03-02"), [""; 0]);
    assert_eq!(until("2027-03-03"), ["verlengd-tot"]);
    // A parent's ban has no extension at all.
    for extension in [
        ("verlengd-op", on("2026-06-01")),
        ("verlengd-tot", on("2026-06-01")),
        ("verlengingen", Value::Number(1.0)),
    ] {
        let field = extension.0;
        assert_eq!(
            with("gemeentewet-172b", &[ends.clone(), extension]),
            [field]
        );
    }
    let born = ("geboortedatum-kind", on("2015-01-01"));
    assert_eq!(
        with("gemeentewet-172b", std::slice::from_ref(&born)),
        [""; 0]
    );
    assert_eq!(with("gemeentewet-172a", &[born]), ["geboortedatum-kind"]);
}

#[test]
fn a_limit_counts_from_the_last_opening() {
    let definition = register(BANS);
    let mut ban = case(&[
        ("grondslag", choice("gemeentewet-172a")),
        ("geldig-tot", on("2026-08-01")),
    ]);
    assert_eq!(definition.check(&ban).len(), 1);
    ban.spells[0].closed = Some(Closing::on(day("2026-04-01")));
    ban.spells.push(Spell::since(day("2026-05-01")));
    assert_eq!(definition.check(&ban), []);
}

#[test]
fn what_was_wrong_before_does_not_stop_another_change() {
    let definition = register(HOUSING);
    let before = case(&[
        ("eigendom", choice("koop")),
        ("corporatie", choice("vidomes")),
    ]);
    let mut after = before.clone();
    after.set("telefoon", Some(Value::Text("000-0000000".to_owned())));
    assert_eq!(definition.check_change(&before, &after), []);
    let mut sold = case(&[
        ("eigendom", choice("corporatie")),
        ("corporatie", choice("vidomes")),
    ]);
    assert_eq!(definition.check(&sold), []);
    let rented = sold.clone();
    sold.set("eigendom", Some(choice("koop")));
    let [problem] = &definition.check_change(&rented, &sold)[..] else {
        panic!("the association belongs to what it was")
    };
    assert_eq!(problem.subject, "corporatie");
    assert_eq!(
        problem.fault.explain(Language::English),
        "“Vidomes” does not go with Tenure: Owner-occupied. Make this field empty, or change Tenure."
    );
}

#[test]
fn who_stays_anonymous_has_no_name_and_may_leave_a_number() {
    let definition = register(HOUSING);
    let kind = definition.entry_kind("melding").unwrap();
    let name = Value::Text("Mevrouw Verzonnen".to_owned());
    let number = Value::Text("000-0000000".to_owned());
    for (known, named) in [
        ("anoniem", false),
        ("niet-delen", true),
        ("mag-bekend", true),
    ] {
        let first = case(&[
            ("melder-bekendheid", choice(known)),
            ("telefoon", number.clone()),
        ]);
        assert_eq!(definition.check(&first), [], "{known}");
        let field = definition.field("melder").unwrap();
        assert_eq!(definition.applies(field, &first), named, "{known}");
        let mut first = first;
        first.set("melder", Some(name.clone()));
        assert_eq!(definition.check(&first).is_empty(), named, "{known}");

        let moment = day("2026-03-03").and_hms_opt(9, 0, 0).unwrap();
        let further = EntryState::at("melding", moment)
            .with("melder-bekendheid", choice(known))
            .with("telefoon", number.clone());
        assert_eq!(definition.check_entry(&further), [], "{known}");
        assert_eq!(kind.applies(kind.field("melder").unwrap(), &further), named);
        let further = further.with("melder", name.clone());
        assert_eq!(
            definition.check_entry(&further).is_empty(),
            named,
            "{known}"
        );
    }
    // While nobody was asked, a name is a name.
    assert_eq!(definition.check(&case(&[("melder", name)])), []);
}

#[test]
fn what_is_required_with_a_choice_is_required_with_that_choice_only() {
    let text = super::support::text_of(HOUSING)
        .replacen("only_with = { field = \"eigendom\"", "required_from = \"begin\"\nonly_with = { field = \"eigendom\"", 1)
        .replacen("only_with = { field = \"melder-bekendheid\", choices = [\"niet-delen\", \"mag-bekend\"] }\nsensitivity = \"ordinary\"\nshareable = false\n\n[[entry.field]]", "required_from = \"begin\"\nonly_with = { field = \"melder-bekendheid\", choices = [\"mag-bekend\"] }\nsensitivity = \"ordinary\"\nshareable = false\n\n[[entry.field]]", 1);
    let registers = super::support::with_register(&text).unwrap();
    let definition = registers.get(HOUSING).unwrap();
    let asked = |values: &[(&str, Value)]| {
        let missing = definition.missing(&case(values)).into_iter();
        missing
            .filter(|found| found.subject == "corporatie")
            .map(|found| found.fault)
            .collect::<Vec<_>>()
    };
    assert_eq!(asked(&[]), []);
    assert_eq!(asked(&[("eigendom", choice("koop"))]), []);
    assert_eq!(
        asked(&[("eigendom", choice("corporatie"))]),
        [Fault::Missing]
    );

    let moment = day("2026-03-03").and_hms_opt(9, 0, 0).unwrap();
    let report =
        EntryState::at("melding", moment).with("omschrijving", Value::Text("Muziek".to_owned()));
    assert_eq!(definition.missing_in_entry(&report), []);
    let known = report.with("melder-bekendheid", choice("mag-bekend"));
    let missing = definition.missing_in_entry(&known);
    assert_eq!(missing.len(), 1, "{missing:?}");
    assert_eq!(missing[0].subject, "melder");
}

#[test]
fn the_next_rung_is_above_the_highest_that_was_taken() {
    let definition = register(HOUSING);
    let ladder = definition.ladder.as_ref().unwrap();
    let next = |taken: &[&str]| {
        let rung = ladder.next(taken.iter().copied());
        rung.map(|rung| rung.measure.clone())
    };
    let some = |measure: &str| Some(measure.to_owned());
    assert_eq!(next(&[]), some("gesprek"));
    assert_eq!(next(&["gesprek"]), some("buurtbemiddeling"));
    // A step that was passed over is not gone back to, and what is no rung does not count.
    assert_eq!(
        next(&["waarschuwing", "gesprek"]),
        some("gedragsaanwijzing")
    );
    assert_eq!(next(&["koffie"]), some("gesprek"));
    assert_eq!(next(&["ontbinding-huur"]), None);
    // Every measure that can be chosen is a rung, in the same order.
    let kind = definition.entry_kind(&ladder.entry).unwrap();
    let choices = &kind.field(&ladder.measure).unwrap().choices;
    let choices = choices.iter().filter(|choice| choice.is_current());
    let choices: Vec<&String> = choices.map(|choice| &choice.id).collect();
    let rungs: Vec<&String> = ladder.rungs.iter().map(|rung| &rung.measure).collect();
    assert_eq!(choices, rungs);
    // An order under article 151d names its law.
    let order = ladder
        .rungs
        .iter()
        .find(|rung| rung.measure == "gedragsaanwijzing");
    assert!(order.unwrap().ground.nl.contains("151d"));
}
