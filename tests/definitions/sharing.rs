//! What a definition lets others see: special data only where it says why, police data and reporters never.

use peildatum::exchange::{Target, editable_targets};
use peildatum::register::{
    CaseState, Closing, DISCLOSURE, Field, FieldKind, FieldRole, Mistake, Registers, Sensitivity,
    Spell, Value,
};

use crate::support::{begun, mistakes, register, text_of, with_register};

const HOUSING: &str = "woonoverlast";

#[test]
fn no_shipped_register_shares_what_is_not_ordinary_without_a_reason() {
    let registers = Registers::shipped().unwrap();
    for definition in registers.all() {
        let of_entries = definition.entries.iter().flat_map(|kind| &kind.fields);
        for field in definition.fields.iter().chain(of_entries) {
            let place = format!("{}: {}", definition.id, field.id);
            let police = field.sensitivity == Sensitivity::Police;
            let reporter = field.role == Some(FieldRole::Reporter);
            assert!(!(field.is_shared() && (police || reporter)), "{place}");
            if field.is_shared() && field.sensitivity != Sensitivity::Ordinary {
                let why = field.shared_because.as_ref();
                assert!(why.is_some_and(|why| why.en.is_some()), "{place}");
            }
            // Nobody reads over what is typed freely.
            let free = matches!(field.kind, FieldKind::Text | FieldKind::Person);
            if field.is_on_shared_list() {
                assert_ne!(field.kind, FieldKind::LongText, "{place}");
                assert!(!free || field.shared_because.is_some(), "{place}");
            }
        }
        // Who gets a list can be recorded wherever there is one to give.
        let kind = definition.entry_kind(DISCLOSURE);
        for role in [
            FieldRole::Direction,
            FieldRole::Party,
            FieldRole::Ground,
            FieldRole::List,
        ] {
            assert!(kind.unwrap().field_for(role).is_some(), "{}", definition.id);
        }
    }
}

#[test]
fn health_is_shared_only_where_the_definition_says_why() {
    let care = "id = \"zorgcomponent\"";
    let text = text_of(HOUSING);
    let at = text.find(care).unwrap();
    let field = &text[at..at + text[at..].find("\n\n").unwrap()];
    let shared = field.replace("shareable = false", "shareable = true");
    let found = mistakes(HOUSING, field, &shared);
    let [(key, mistake)] = &found[..] else {
        panic!("{found:?}")
    };
    assert!(
        key.starts_with("field[") && key.ends_with(".shareable"),
        "{key}"
    );
    assert_eq!(*mistake, Mistake::SharedWithoutReason("special".to_owned()));
    let said = format!("{shared}\nshared_because = {{ nl = \"Verzonnen reden\" }}");
    let registers = with_register(&text.replace(field, &said)).unwrap();
    let definition = registers.get(HOUSING).unwrap();
    assert!(definition.field("zorgcomponent").unwrap().is_shared());
    let blank = format!("{shared}\nshared_because = {{ nl = \" \" }}");
    let found = mistakes(HOUSING, field, &blank);
    assert_eq!(found[0].1, Mistake::Missing("nl".to_owned()));
}

#[test]
fn what_the_police_told_and_who_reported_are_never_shared() {
    let police = "sensitivity = \"police\"\nshareable = false";
    let why = "shareable = true\nshared_because = { nl = \"Verzonnen reden\" }";
    let found = mistakes(HOUSING, police, &police.replace("shareable = false", why));
    assert_eq!(found[0].1, Mistake::PoliceIsNotShared);
    let text = text_of(HOUSING);
    let at = text.find("id = \"telefoon\"").unwrap();
    let field = &text[at..at + text[at..].find("\n\n").unwrap()];
    let found = mistakes(HOUSING, field, &field.replace("shareable = false", why));
    assert_eq!(found[0].1, Mistake::ReporterIsNotShared);
    // Not even where a definition were to say so.
    let definition = register("huisverboden");
    let told = definition.field("politie-informatie").unwrap();
    let told = Field {
        shareable: true,
        shared_because: Some(definition.label.clone()),
        ..told.clone()
    };
    assert!(!told.is_shared() && !told.may_leave());
}

#[test]
fn a_choice_that_tells_of_care_is_seen_as_another_one() {
    let definition = register(HOUSING);
    let mut state = CaseState {
        spells: vec![Spell::since(begun())],
        ..CaseState::default()
    };
    let kinds = [
        "verzamelwoede",
        "huisdieren",
        "verward-gedrag-of-verslaving",
    ];
    let kinds = kinds.map(str::to_owned).into_iter().collect();
    state.set("aard", Some(Value::Choices(kinds)));
    state.set("zorgcomponent", Some(Value::YesNo(true)));
    state.set("zorg-bron", Some(Value::Choice("ggz".to_owned())));
    state.set("vroeger-veld", Some(Value::Text("Verzonnen".to_owned())));
    let seen = definition.shared(&state);
    let kinds = ["overig", "huisdieren"].map(str::to_owned);
    assert_eq!(
        seen.values.get("aard"),
        Some(&Value::Choices(kinds.into_iter().collect()))
    );
    assert_eq!(seen.values.len(), 1, "{seen:?}");
    // Two measures are seen as another step, so that it does not tell which of them it was.
    let measure = definition
        .entry_kind("maatregel")
        .unwrap()
        .field("maatregel");
    let measure = measure.unwrap();
    let told: Vec<&str> = measure
        .choices
        .iter()
        .filter(|choice| choice.shared_as.as_deref() == Some("andere-stap"))
        .map(|choice| choice.id.as_str())
        .collect();
    assert_eq!(told, ["buurtbemiddeling", "hulp-of-zorg"]);
}

#[test]
fn an_outcome_can_be_seen_as_another_one() {
    let text = text_of(HOUSING).replace(
        "en = \"Handed over\" } }",
        "en = \"Handed over\" }, shared_as = \"opgelost\" }",
    );
    let registers = with_register(&text).unwrap();
    let definition = registers.get(HOUSING).unwrap();
    let mut spell = Spell::since(begun());
    spell.closed = Some(Closing {
        outcome: Some("overgedragen".to_owned()),
        ..Closing::on(begun())
    });
    let state = CaseState {
        spells: vec![spell],
        ..CaseState::default()
    };
    let seen = definition.shared(&state);
    let outcome = seen.closing().unwrap().outcome.as_deref();
    assert_eq!(outcome, Some("opgelost"));
    assert!(!definition.outcomes_are_shared_whole());
}

#[test]
fn as_which_a_choice_is_seen_is_another_one_that_is_seen_as_itself() {
    for wrong in ["verzamelwoede", "bestaat-niet"] {
        let found = mistakes(
            HOUSING,
            "shared_as = \"overig\"",
            &format!("shared_as = \"{wrong}\""),
        );
        let (key, mistake) = &found[0];
        assert!(key.ends_with(".shared_as"), "{key}");
        assert!(matches!(mistake, Mistake::NotOneOf { .. }), "{mistake:?}");
    }
}

#[test]
fn whether_care_plays_a_part_comes_with_who_says_so_and_never_from_the_kind_of_nuisance() {
    let definition = register(HOUSING);
    let mut state = CaseState {
        spells: vec![Spell::since(begun())],
        status: Some("nieuw".to_owned()),
        ..CaseState::default()
    };
    let asked = |state: &CaseState| {
        let missing = definition.missing(state);
        missing.iter().any(|problem| problem.subject == "zorg-bron")
    };
    let kinds = ["geluid-met-zorgcomponent".to_owned()];
    state.set("aard", Some(Value::Choices(kinds.into_iter().collect())));
    assert!(!asked(&state) && !state.values.contains_key("zorgcomponent"));
    for known in [true, false] {
        state.set("zorgcomponent", Some(Value::YesNo(known)));
        state.set("zorg-bron", None);
        assert!(asked(&state));
        state.set("zorg-bron", Some(Value::Choice("wijkteam".to_owned())));
        assert!(!asked(&state));
    }
}

#[test]
fn every_register_that_holds_police_data_names_the_law_and_records_what_was_passed_on() {
    let registers = Registers::shipped().unwrap();
    for id in [HOUSING, "bibob-onderzoeken", "gedragsaanwijzingen-151d"] {
        let told = registers.get(id).unwrap().field("politie-informatie");
        let told = told.unwrap_or_else(|| panic!("{id}"));
        assert_eq!(told.sensitivity, Sensitivity::Police, "{id}");
        assert_eq!(told.kind, FieldKind::LongText, "{id}");
    }
    for definition in registers.all() {
        let mut fields = definition.fields.iter();
        if fields.any(|field| field.sensitivity == Sensitivity::Police) {
            let ground = &definition.legal_ground;
            let grounds = [Some(&ground.nl), ground.en.as_ref()];
            for ground in grounds.into_iter().flatten() {
                assert!(ground.contains("Wpg"), "{}", definition.id);
                assert!(ground.contains("16"), "{}", definition.id);
            }
            assert!(definition.entry_kind(DISCLOSURE).is_some());
        }
    }
}

#[test]
fn every_case_and_every_decision_can_carry_the_number_of_the_archive() {
    for definition in Registers::shipped().unwrap().all() {
        let archive = |field: &&Field| field.role == Some(FieldRole::Archive);
        assert!(
            definition.fields.iter().any(|field| archive(&field)),
            "{}",
            definition.id
        );
        if let Some(decision) = definition.entry_kind("besluit") {
            assert!(decision.fields.iter().any(|field| archive(&field)));
        }
        // None is shipped with an assessment: that is the municipality's own.
        assert_eq!(definition.dpia, None);
    }
}

#[test]
fn a_definition_names_its_dpia_with_a_date() {
    let dpia =
        "[dpia]\nestablished = \"2024-08-01\"\nreference = \"Verzonnen kenmerk 1\"\n\n[case]";
    let text = text_of(HOUSING).replacen("[case]", dpia, 1);
    let registers = with_register(&text).unwrap();
    let dpia = registers.get(HOUSING).unwrap().dpia.clone().unwrap();
    assert_eq!(dpia.established.to_string(), "2024-08-01");
    assert_eq!(dpia.reference.as_deref(), Some("Verzonnen kenmerk 1"));
    let wrong = mistakes(
        HOUSING,
        "[case]",
        "[dpia]\nestablished = \"eens\"\n\n[case]",
    );
    assert!(matches!(wrong[0].1, Mistake::Shape(_)), "{wrong:?}");
}

#[test]
fn what_the_police_told_stays_out_of_merges_and_sheets_in_every_register() {
    for definition in Registers::shipped().unwrap().all() {
        let fields = definition.fields.iter();
        let police: Vec<&Field> = fields
            .filter(|field| field.sensitivity == Sensitivity::Police)
            .collect();
        for field in police {
            let place = format!("{}: {}", definition.id, field.id);
            let here = CaseState {
                spells: vec![Spell::since(begun())],
                ..CaseState::default()
            };
            let mut there = here.clone();
            there.set(&field.id, Some(Value::Text("Verzonnen".to_owned())));
            let joined = definition.joined(&here, &there);
            assert_eq!(joined.left, std::slice::from_ref(&field.id), "{place}");
            assert!(!joined.state.values.contains_key(&field.id), "{place}");
            let mut targets = editable_targets(definition);
            let target = Target::Field(field.id.clone());
            assert!(targets.all(|other| other != target), "{place}");
            assert!(!field.is_shared() && !field.may_leave(), "{place}");
        }
    }
}
