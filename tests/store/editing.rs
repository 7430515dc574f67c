//! Lists and definitions that a municipality changes: in force at once, in every window, and never at the cost of what is
//! stored.

use peildatum::language::{Explain, Label, Language};
use peildatum::register::{CaseKey, Choice, Content, Subject};
use peildatum::store::{Edit, StoreError, Vault};
use tempfile::{TempDir, tempdir};

use super::support::{HOUSING, change, choice, new_case, noon, record, several, state, text};

fn vault() -> (TempDir, Vault) {
    let place = tempdir().unwrap();
    let vault = Vault::create(place.path(), noon()).unwrap();
    (place, vault)
}

fn kinds() -> Subject {
    Subject::Choices {
        register: HOUSING.to_owned(),
        field: "aard".to_owned(),
    }
}

fn districts() -> Subject {
    Subject::List("wijken".to_owned())
}

fn edit(vault: &Vault, subject: Subject, content: Option<Content>) -> Edit {
    Edit {
        version: vault.versions().get(&subject).copied().unwrap_or(0),
        subject,
        content,
        actor: "anna".to_owned(),
        recorded: noon(),
        reason: None,
    }
}

fn choices(vault: &Vault, field: &str) -> Vec<Choice> {
    let definition = vault.definition(HOUSING).unwrap();
    definition.field(field).unwrap().choices.clone()
}

/// The choices of this field, changed.
fn changed(vault: &Vault, field: &str, change: impl FnOnce(&mut Vec<Choice>)) -> Option<Content> {
    let mut choices = choices(vault, field);
    change(&mut choices);
    Some(Content::Choices(choices))
}

fn make(
    vault: &mut Vault,
    subject: Subject,
    field: &str,
    with: impl FnOnce(&mut Vec<Choice>),
) -> Result<(), StoreError> {
    let content = changed(vault, field, with);
    vault.edit(&edit(vault, subject, content))
}

fn merge(choices: &mut [Choice], from: &str, into: &str) {
    let from = choices.iter_mut().find(|choice| choice.id == from);
    from.unwrap().replaced_by = Some(into.to_owned());
}

fn label(nl: &str) -> Label {
    Label {
        nl: nl.to_owned(),
        en: None,
    }
}

fn values(vault: &Vault, key: CaseKey) -> Vec<(String, peildatum::register::Value)> {
    let case = vault
        .store(HOUSING)
        .unwrap()
        .cases(&[key])
        .unwrap()
        .remove(0);
    case.state.values.into_iter().collect()
}

#[test]
fn a_change_holds_at_once_stays_and_keeps_its_history() {
    let (place, mut vault) = vault();
    make(&mut vault, districts(), "wijk", |choices| {
        choices.push(Choice::new("dorp", label("Dorp")));
    })
    .unwrap();
    assert!(choices(&vault, "wijk").last().unwrap().own);
    let write = new_case(HOUSING, state(&[("wijk", choice("dorp"))]));
    record(vault.store_mut(HOUSING).unwrap(), write);
    make(&mut vault, districts(), "wijk", |choices| {
        choices.last_mut().unwrap().retired = true;
    })
    .unwrap();
    drop(vault);
    let mut vault = Vault::open(place.path(), noon()).unwrap();
    assert!(choices(&vault, "wijk").last().unwrap().retired);
    let history = vault.editions_of(&districts()).unwrap();
    let told: Vec<_> = history
        .iter()
        .map(|at| (at.version, at.actor.as_str()))
        .collect();
    assert_eq!(told, [(2, "anna"), (1, "anna")]);
    // What was before is an edition like any other.
    let first = history[1].content.clone();
    vault.edit(&edit(&vault, districts(), first)).unwrap();
    assert!(!choices(&vault, "wijk").last().unwrap().retired);
    assert_eq!(vault.editions_of(&districts()).unwrap().len(), 3);
}

#[test]
fn a_mistake_or_a_change_on_what_was_changed_since_is_refused_and_changes_nothing() {
    let (_place, mut vault) = vault();
    let mistake = make(&mut vault, kinds(), "aard", |choices| {
        choices[0].label = label(" ");
    });
    assert!(matches!(mistake, Err(StoreError::Definitions(_))));
    let content = changed(&vault, "aard", |choices| choices.reverse());
    let stale = edit(&vault, kinds(), content);
    vault.edit(&stale).unwrap();
    assert!(matches!(
        vault.edit(&Edit {
            content: None,
            ..stale
        }),
        Err(StoreError::SharedConflict { .. })
    ));
    assert_eq!(vault.editions_of(&kinds()).unwrap().len(), 1);
}

#[test]
fn a_choice_that_a_case_has_or_had_is_retired_never_removed() {
    let (_place, mut vault) = vault();
    make(&mut vault, districts(), "wijk", |choices| {
        choices.push(Choice::new("dorp", label("Dorp")));
        choices.push(Choice::new("gehucht", label("Gehucht")));
    })
    .unwrap();
    let write = new_case(HOUSING, state(&[("wijk", choice("dorp"))]));
    let case = record(vault.store_mut(HOUSING).unwrap(), write);
    let remove = |vault: &mut Vault, id: &str| {
        make(vault, districts(), "wijk", |choices| {
            choices.retain(|choice| choice.id != id);
        })
    };
    let refused = remove(&mut vault, "dorp").unwrap_err();
    assert!(
        matches!(&refused, StoreError::ChoiceInUse { cases: 1, .. }),
        "{refused:?}"
    );
    assert!(refused.explain(Language::Dutch).contains("Dorp"));
    // Moved on, the case still had it.
    let moved = change(&case, state(&[("wijk", choice("centrum"))]));
    record(vault.store_mut(HOUSING).unwrap(), moved);
    let refused = remove(&mut vault, "dorp").unwrap_err();
    assert!(
        matches!(&refused, StoreError::ChoiceInUse { cases: 0, .. }),
        "{refused:?}"
    );
    remove(&mut vault, "gehucht").unwrap();
    assert!(
        choices(&vault, "wijk")
            .iter()
            .all(|choice| choice.id != "gehucht")
    );
}

#[test]
fn a_merged_choice_is_read_as_the_other_and_stays_as_it_was_stored() {
    let (_place, mut vault) = vault();
    let aard = || ("aard", several(&["geluid", "ernstige-vervuiling"]));
    let write = new_case(HOUSING, state(&[aard()]));
    let case = record(vault.store_mut(HOUSING).unwrap(), write);
    make(&mut vault, kinds(), "aard", |choices| {
        merge(choices, "geluid", "huisdieren");
    })
    .unwrap();
    let read = (
        "aard".to_owned(),
        several(&["ernstige-vervuiling", "huisdieren"]),
    );
    assert_eq!(values(&vault, case.key), std::slice::from_ref(&read));
    // Somebody adds a word: what they did not touch is not touched.
    let shown = vault
        .store(HOUSING)
        .unwrap()
        .cases(&[case.key])
        .unwrap()
        .remove(0);
    let mut next = shown.state.clone();
    next.set("behandelaar", Some(text("Bakker")));
    let after = record(vault.store_mut(HOUSING).unwrap(), change(&shown, next));
    assert_eq!(after.state.values.get("aard"), Some(&read.1));
    let history = vault.store(HOUSING).unwrap().history(case.key).unwrap();
    assert_eq!(history[0].changes.len(), 1);
    // A write that changes nothing makes no revision.
    let same = record(
        vault.store_mut(HOUSING).unwrap(),
        change(&after, after.state.clone()),
    );
    assert_eq!(same.version, after.version);
    // Taken back, every case says again what it said.
    vault.edit(&edit(&vault, kinds(), None)).unwrap();
    assert!(values(&vault, case.key).contains(&("aard".to_owned(), aard().1)));
    let usage = vault.usage(&kinds()).unwrap();
    assert_eq!(usage.len(), 1);
    assert_eq!(usage[0].cases.get("geluid"), Some(&1));
    assert_eq!(usage[0].cases.get("huisdieren"), None);
}

#[test]
fn another_window_takes_over_what_was_changed() {
    let (place, mut one) = vault();
    let mut other = Vault::open(place.path(), noon()).unwrap();
    assert!(!other.take_over_editions(noon()).unwrap());
    make(&mut one, kinds(), "aard", |choices| {
        choices[0].label = label("Lawaai");
    })
    .unwrap();
    assert_eq!(other.changed_elsewhere().unwrap(), ["gedeeld"]);
    assert!(other.take_over_editions(noon()).unwrap());
    assert_eq!(choices(&other, "aard")[0].label.nl, "Lawaai");
    assert!(!other.take_over_editions(noon()).unwrap());
}

#[test]
fn a_definition_that_would_leave_something_without_meaning_is_refused() {
    let (_place, mut vault) = vault();
    let write = new_case(
        HOUSING,
        peildatum::register::CaseState {
            status: Some("nazorg".to_owned()),
            ..state(&[
                ("aard", several(&["huisdieren"])),
                ("behandelaar", text("Bakker")),
            ])
        },
    );
    record(vault.store_mut(HOUSING).unwrap(), write);
    let register = Subject::Register(HOUSING.to_owned());
    let shipped = vault.registers().file(HOUSING).unwrap().text.clone();
    let replaced = |from: &str, to: &str| {
        assert!(shipped.contains(from), "{from}");
        shipped.replacen(from, to, 1)
    };
    let refusal = |text: &str| vault.preview(&register, text).unwrap().refusal;
    let gone = refusal(&replaced("{ id = \"huisdieren\"", "{ id = \"honden\""));
    assert!(
        matches!(gone, Some(StoreError::ChoiceInUse { cases: 1, .. })),
        "{gone:?}"
    );
    let status = refusal(&shipped.replace("\"nazorg\"", "\"naderhand\""));
    assert!(
        matches!(status, Some(StoreError::ChoiceInUse { cases: 1, .. })),
        "{status:?}"
    );
    let team = refusal(&replaced("team = \"woonoverlast\"", "team = \"overlast\""));
    assert!(
        matches!(team, Some(StoreError::RegisterInUse { cases: 1, .. })),
        "{team:?}"
    );
    // A choice that nobody ever used can go.
    let unused = replaced("{ id = \"verzamelwoede\"", "{ id = \"hamsteren\"");
    assert!(refusal(&unused).is_none());
    vault
        .edit(&edit(
            &vault,
            register.clone(),
            Some(Content::Definition(unused)),
        ))
        .unwrap();
    assert!(
        choices(&vault, "aard")
            .iter()
            .any(|choice| choice.id == "hamsteren")
    );
}

#[test]
fn a_field_that_is_gone_from_the_forms_keeps_what_was_stored() {
    let (_place, mut vault) = vault();
    let write = new_case(HOUSING, state(&[("aard", several(&["huisdieren"]))]));
    let case = record(vault.store_mut(HOUSING).unwrap(), write);
    let register = Subject::Register(HOUSING.to_owned());
    let shipped = vault.registers().file(HOUSING).unwrap().text.clone();
    // The text between two fields, and every other place that names it.
    let at = shipped.find("[[field]]\nid = \"aard\"").unwrap();
    let end = at + 1 + shipped[at + 1..].find("[[").unwrap();
    let without = format!("{}{}", &shipped[..at], &shipped[end..]).replace("\"aard\", ", "");
    let without = without.replace("{aard}", "");
    let without = without
        .split("[[table]]")
        .filter(|table| !table.contains("\"aard\""))
        .collect::<Vec<_>>()
        .join("[[table]]");
    let preview = vault.preview(&register, &without).unwrap();
    assert_eq!(preview.hidden.get("aard"), Some(&1));
    assert!(preview.refusal.is_none());
    vault
        .edit(&edit(
            &vault,
            register.clone(),
            Some(Content::Definition(without)),
        ))
        .unwrap();
    assert!(vault.definition(HOUSING).unwrap().field("aard").is_none());
    assert_eq!(values(&vault, case.key).len(), 1);
    vault.edit(&edit(&vault, register, None)).unwrap();
    assert_eq!(
        vault.usage(&kinds()).unwrap()[0].cases.get("huisdieren"),
        Some(&1)
    );
}
