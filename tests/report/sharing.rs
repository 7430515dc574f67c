//! What may be shared, and what never leaves.

use std::sync::Arc;

use peildatum::language::Language;
use peildatum::register::{Address, CaseState, EntryState, Registers, Spell, Value};
use peildatum::report::{Agenda, CaseContents, Document, LinkedCase, Meeting, Scope, docx, html};
use proptest::prelude::*;

use crate::support::{
    BANS, Filling, HOUSING, all_text, at, day, filled, made, on_paper, parts, register, summary,
    text,
};

/// The agenda of a meeting about one case.
fn agenda(case: &CaseContents, scope: Scope, minutes: bool) -> Document {
    let opened = case.case.state.opened().unwrap();
    let meeting = Meeting {
        title: None,
        date: opened,
        minutes,
    };
    let cases = std::slice::from_ref(case);
    Agenda::new(&case.definition, &meeting, cases, scope, &made()).document(Language::Dutch)
}

fn documents(case: &CaseContents, scope: Scope) -> [Document; 3] {
    [
        summary(case, scope),
        agenda(case, scope, false),
        agenda(case, scope, true),
    ]
}

/// All that stands in the files that a document becomes.
fn written(document: &Document) -> String {
    let word = parts(&docx(document).unwrap());
    word.into_values().collect::<String>() + &html(document)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(8))]

    #[test]
    fn no_value_that_may_not_be_shared_is_in_any_byte(seed in any::<u64>()) {
        for definition in Registers::shipped().unwrap().all() {
            let mut filling = Filling::variant(1);
            let case = filled(definition, seed, &mut filling);
            prop_assert!(!filling.secret.is_empty(), "{}", definition.id);
            for document in documents(&case, Scope::Shareable) {
                let written = written(&document);
                for secret in &filling.secret {
                    prop_assert!(!written.contains(secret), "{} {secret}", definition.id);
                }
                prop_assert!(!written.contains("o.bedacht"), "{}", definition.id);
            }
        }
    }

    #[test]
    fn what_may_not_be_shared_changes_nothing(seed in any::<u64>(), other in 1_u32..9) {
        for definition in Registers::shipped().unwrap().all() {
            let case = |variant| filled(definition, seed, &mut Filling::variant(variant));
            let shareable = |variant| documents(&case(variant), Scope::Shareable);
            prop_assert_eq!(shareable(0), shareable(other), "{}", definition.id);
        }
    }
}

#[test]
fn all_that_is_known_is_in_one_of_both() {
    for definition in Registers::shipped().unwrap().all() {
        let mut filling = Filling::variant(1);
        let case = filled(definition, 7, &mut filling);
        let shareable = written(&summary(&case, Scope::Shareable));
        for shared in &filling.shared {
            assert!(shareable.contains(shared), "{} {shared}", definition.id);
        }
        let all = written(&summary(&case, Scope::All));
        for known in filling.shared.iter().chain(&filling.secret) {
            assert!(all.contains(known), "{} {known}", definition.id);
        }
    }
}

#[test]
fn the_name_of_a_reporter_stays_with_the_team() {
    let mut state = CaseState {
        spells: vec![Spell::since(day(2026, 11, 2))],
        ..CaseState::default()
    };
    state.set("melder", Some(text("Melanie Verzonnen")));
    state.set("telefoon", Some(text("06-00000000")));
    state.set("eigendom", Some(Value::Choice("koop".to_owned())));
    let case = on_paper(&register(HOUSING), state, Vec::new());
    let shareable = summary(&case, Scope::Shareable);
    assert_eq!(shareable.title, "Casus WO-2026-00001");
    assert!(!all_text(&shareable).contains("Melanie"));
    assert!(!all_text(&shareable).contains("06-0"));
    assert!(!all_text(&shareable).contains("Melder"));
    assert!(all_text(&shareable).contains("Koop"));
    assert!(!shareable.notice.warns);
    let all = summary(&case, Scope::All);
    assert_eq!(
        all.title, "Casus WO-2026-00001",
        "nor is the case called by it"
    );
    assert!(all_text(&all).contains("Melanie Verzonnen"));
    assert_eq!(
        (all.notice.text.as_str(), all.notice.warns),
        ("Bevat gegevens die niet gedeeld mogen worden", true)
    );
}

#[test]
fn a_day_that_betrays_what_it_was_counted_from_stays_behind() {
    let definition = register(BANS);
    let mut state = CaseState {
        spells: vec![Spell::since(day(2026, 11, 20))],
        ..CaseState::default()
    };
    let served = Value::DateTime(at(day(2026, 11, 20), 21, 40));
    state.set("uitgereikt", Some(served));
    let home = Address {
        street: "Bedachtlaan".to_owned(),
        number: "3".to_owned(),
        ..Address::default()
    };
    state.set("adres", Some(Value::Address(home)));
    let case = on_paper(&definition, state, Vec::new());
    let all = all_text(&summary(&case, Scope::All));
    assert!(all.contains("21:40") && all.contains("30-11-2026"), "{all}");
    let shareable = summary(&case, Scope::Shareable);
    assert_eq!(shareable.title, "Huisverbod HV-2026-00001");
    for secret in ["21:40", "30-11-2026", "Bedachtlaan"] {
        assert!(!all_text(&shareable).contains(secret), "{secret}");
    }
}

#[test]
fn what_the_police_told_is_never_shared_and_always_marked() {
    // Not even where a definition were to mark it shareable, which no file can.
    let mut definition = (*register(BANS)).clone();
    let reason = definition.label.clone();
    for field in &mut definition.fields {
        field.shareable |= field.id == "politie-informatie";
        field.shared_because.get_or_insert(reason.clone());
    }
    let definition = &Arc::new(definition);
    let mut state = CaseState {
        spells: vec![Spell::since(day(2026, 11, 20))],
        ..CaseState::default()
    };
    state.set("politie-informatie", Some(text("Eerder gezien, verzonnen")));
    let case = on_paper(definition, state, Vec::new());
    assert!(!all_text(&summary(&case, Scope::Shareable)).contains("Eerder gezien"));
    let all = summary(&case, Scope::All);
    assert!(html(&all).contains(r#"<span class="origin">Politiegegeven (Wpg)</span>"#));
    assert!(parts(&docx(&all).unwrap())["word/document.xml"].contains("Politiegegeven (Wpg)"));
}

#[test]
fn what_is_left_out_is_counted_and_said() {
    let opened = day(2026, 11, 2);
    let state = CaseState {
        spells: vec![Spell::since(opened)],
        ..CaseState::default()
    };
    let spoken = |how: Option<&str>| {
        let said = EntryState::at("contact", at(opened, 11, 0)).with("verslag", text("Vertrouwd"));
        match how {
            Some(how) => said.with("wijze", Value::Choice(how.to_owned())),
            None => said,
        }
    };
    let mut withdrawn = spoken(None);
    withdrawn.withdrawn = true;
    let decision = EntryState::at("besluit", at(opened, 9, 0))
        .with("besluit", text("Bemiddeling"))
        .with("reden", text("Vertrouwd"));
    let entries = vec![spoken(None), spoken(Some("telefoon")), withdrawn, decision];
    let case = on_paper(&register(HOUSING), state, entries);
    let shareable = all_text(&summary(&case, Scope::Shareable));
    assert!(shareable.contains("Er staat 1 onderdeel van de tijdlijn niet in dit document."));
    assert!(shareable.contains("met opzet weggelaten"), "{shareable}");
    assert!(shareable.contains("Bemiddeling") && shareable.contains("Telefoon"));
    assert!(!shareable.contains("Vertrouwd"), "{shareable}");
    let all = all_text(&summary(&case, Scope::All));
    assert!(!all.contains("niet in dit document"), "{all}");
    // What was taken back stands in neither.
    assert_eq!(all.matches("Vertrouwd").count(), 3);
    assert!(all.contains("Vastgelegd door o.bedacht"), "{all}");
}

#[test]
fn that_somebody_is_known_elsewhere_is_not_shared() {
    let state = |street: &str| {
        let mut state = CaseState {
            spells: vec![Spell::since(day(2026, 11, 2))],
            ..CaseState::default()
        };
        let address = Address {
            street: street.to_owned(),
            ..Address::default()
        };
        state.set("adres", Some(Value::Address(address)));
        state
    };
    let bans = register(BANS);
    let ban = on_paper(&bans, state("Bedachtlaan"), Vec::new());
    let mut case = on_paper(&register(HOUSING), state("Bedachtlaan"), Vec::new());
    case.links.push(LinkedCase::of(&bans, &ban.case));
    let all = all_text(&summary(&case, Scope::All));
    assert!(
        all.contains("Huisverboden") && all.contains("HV-2026-00001"),
        "{all}"
    );
    let shareable = all_text(&summary(&case, Scope::Shareable));
    assert!(!shareable.contains("HV-2026-00001"), "{shareable}");
    assert!(!shareable.contains("Huisverboden"), "{shareable}");
}
