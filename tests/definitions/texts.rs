//! Standard texts, filled in with what is known of a case.

use chrono::TimeDelta;
use peildatum::language::{Label, Language};
use peildatum::register::{
    Address, CaseFile, CaseKey, CaseState, Closing, Definition, GAP, Registers, Spell,
    StandardText, Value,
};

use super::support::{HOUSING, begun, day, some_value};
use super::walker::allowed_value;

fn file(definition: &Definition, state: CaseState) -> CaseFile {
    CaseFile {
        key: CaseKey(1),
        id: "een-zaak".to_owned(),
        register: definition.id.clone(),
        number: "WO-2024-00012".to_owned(),
        version: 1,
        state,
    }
}

fn text(body: &str) -> StandardText {
    let name = Label {
        nl: "Proef".to_owned(),
        en: None,
    };
    let body = Label {
        nl: body.to_owned(),
        en: Some(format!("In English: {body}")),
    };
    StandardText::new("proef", name, body)
}

fn filled(definition: &Definition, case: &CaseFile, body: &str, language: Language) -> String {
    definition.fill(&text(body), case, day("2024-03-05"), "anna", language)
}

#[test]
fn what_is_known_stands_in_the_text_and_what_is_not_is_a_gap() {
    let registers = Registers::shipped().unwrap();
    let definition = registers.get(HOUSING).unwrap();
    let mut state = CaseState {
        spells: vec![Spell::since(begun())],
        status: Some("in-aanpak".to_owned()),
        ..CaseState::default()
    };
    state.set(
        "adres",
        Some(Value::Address(Address {
            street: "Voorbeeldstraat".to_owned(),
            number: "12".to_owned(),
            ..Address::default()
        })),
    );
    state.set("eigendom", Some(Value::Choice("koop".to_owned())));
    state.set("melder", Some(Value::Text("  ".to_owned())));
    let mut case = file(definition, state);
    let body = "{nummer} {vandaag} {begin} {status} {gebruiker} {adres}, {eigendom}: {melder} {einde} {uitkomst} {telefoon}.";
    assert_eq!(
        filled(definition, &case, body, Language::Dutch),
        "WO-2024-00012 05-03-2024 01-03-2024 In aanpak anna Voorbeeldstraat 12, Koop: … … … …."
    );
    // A term is the last moment it allows.
    let body = "Uiterlijk {eerste-reactie}, {behandelaar}";
    let said = filled(definition, &case, body, Language::Dutch);
    assert_eq!(said, format!("Uiterlijk 06-03-2024, {GAP}"));
    let mut closing = Closing::on(day("2024-03-20"));
    closing.outcome = Some("opgelost".to_owned());
    case.state.spells[0].closed = Some(closing);
    let said = filled(
        definition,
        &case,
        "{einde}: {uitkomst} ({eigendom})",
        Language::English,
    );
    assert_eq!(said, "In English: 20-03-2024: Solved (Owner-occupied)");
}

#[test]
fn the_hour_counts_where_it_counts_and_the_owner_goes_by_one_name() {
    let registers = Registers::shipped().unwrap();
    let mut state = CaseState {
        spells: vec![Spell::since(begun())],
        ..CaseState::default()
    };
    let bans = registers.get("huisverboden").unwrap();
    let served = begun().and_hms_opt(14, 30, 0).unwrap();
    state.set("uitgereikt", Some(Value::DateTime(served)));
    let body = "{uitgereikt} tot {besluit-verlenging}";
    assert_eq!(
        filled(bans, &file(bans, state.clone()), body, Language::Dutch),
        "01-03-2024 14:30 tot 11-03-2024 14:30"
    );
    let care = registers.get("zorg-en-veiligheid").unwrap();
    state.set("regisseur", Some(Value::Text("Sam".to_owned())));
    let case = file(care, state);
    let said = filled(care, &case, "{behandelaar} {regisseur}", Language::Dutch);
    assert_eq!(said, "Sam Sam");
}

#[test]
fn what_came_from_the_police_stands_in_no_text() {
    for definition in Registers::shipped().unwrap().all() {
        let mut state = CaseState {
            spells: vec![Spell::since(begun())],
            ..CaseState::default()
        };
        for field in &definition.fields {
            state.set(&field.id, Some(some_value(field)));
        }
        state.set("omschrijving", Some(Value::Text("Geheim".to_owned())));
        state.set("politie-informatie", Some(Value::Text("Geheim".to_owned())));
        let case = file(definition, state);
        let police = ["omschrijving", "politie-informatie"].into_iter();
        for field in police.filter_map(|id| definition.field(id)) {
            if field.sensitivity == peildatum::register::Sensitivity::Police {
                let body = format!("[{{{}}}]", field.id);
                let said = filled(definition, &case, &body, Language::Dutch);
                assert_eq!(said, "[…]", "{}", definition.id);
            }
        }
    }
}

/// Whatever the case, no brace is left; and of a case of which all is known nearly every blank is filled.
#[test]
fn every_shipped_text_is_filled_in_both_languages() {
    let mut texts = 0;
    for definition in Registers::shipped().unwrap().all() {
        let mut state = CaseState {
            spells: vec![Spell::since(begun())],
            status: definition.statuses.first().map(|at| at.choice.id.clone()),
            ..CaseState::default()
        };
        let empty = file(definition, state.clone());
        // The choices with which most means something; where they clash, those of the last field.
        for only in definition
            .fields
            .iter()
            .filter_map(|field| field.only_with.as_ref())
        {
            let choice = only.choices[0].clone();
            state.set(&only.field, Some(Value::Choice(choice)));
        }
        for field in &definition.fields {
            if definition.applies(field, &state) && !state.values.contains_key(&field.id) {
                let value = allowed_value(definition, field, &state);
                state.set(&field.id, Some(value));
            }
        }
        let mut closing = Closing::on(begun() + TimeDelta::days(90));
        let outcomes = definition.outcome.as_ref();
        closing.outcome = outcomes.map(|outcome| outcome.choices[0].id.clone());
        state.spells[0].closed = Some(closing);
        let full = file(definition, state);
        let is_before = |id: &String| definition.status(id).is_some_and(|status| status.before);
        for text in &definition.texts {
            // What is sent before a case begins is about one that has yet to.
            let before = !text.statuses.is_empty() && text.statuses.iter().all(is_before);
            let standing = |case: &CaseFile| {
                let mut case = case.clone();
                if before && definition.preparation.is_some() {
                    case.state.preparation = Some(Spell::since(begun()));
                    case.state.spells.clear();
                }
                case
            };
            let (full, empty) = (standing(&full), standing(&empty));
            for language in Language::ALL {
                let gaps = |case: &CaseFile| {
                    let said = definition.fill(text, case, begun(), "anna", language);
                    let name = format!("{} {}", definition.id, text.id);
                    assert!(!said.contains(['{', '}']), "{name}: {said}");
                    assert!(said.ends_with(['\n', '.']), "{name}");
                    said.matches(GAP).count()
                };
                let own = text.body.text(language).matches(GAP).count();
                assert_eq!(gaps(&full), own, "{} {}", definition.id, text.id);
                assert!(gaps(&empty) > own, "{} {}", definition.id, text.id);
            }
            texts += 1;
        }
    }
    assert!(texts > 25, "{texts}");
}
