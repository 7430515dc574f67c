//! Whose birth date is whose, and whom a case is about: said in the definition, never guessed.

use peildatum::register::{CaseState, Layout, Mistake, PersonFields, Value, read_date};

use crate::support::{mistakes, register, text_of, with_register};

const BANS: &str = "huisverboden";
const AREAS: &str = "gebiedsverboden";

fn person(register_id: &str, values: &[(&str, &str)]) -> Option<(String, String)> {
    let definition = register(register_id);
    let mut state = CaseState::default();
    for (field, written) in values {
        let value = match read_date(written) {
            Ok(day) => Value::Date(day),
            Err(_) => Value::Text((*written).to_owned()),
        };
        state.set(field, Some(value));
    }
    let known = definition.person_of(&state);
    let code = PersonFields::of(&definition).unwrap().code(&state);
    assert_eq!(known.is_some(), code != 0);
    known.map(|(name, born)| (name.to_owned(), born.to_string()))
}

#[test]
fn a_person_whose_partners_birth_date_is_the_only_one_known_counts_as_unknown() {
    let banned = ("uithuisgeplaatste", "A. Bedacht");
    let stays = ("achterblijver", "B. Verzonnen");
    let born = ("geboortedatum", "01-02-1990");
    let known = Some(("A. Bedacht".to_owned(), "1990-02-01".to_owned()));
    assert_eq!(person(BANS, &[banned, born]), known);
    assert_eq!(person(BANS, &[banned, stays, born]), known);
    // The birth date is that of who was put out: it makes nobody of who stays behind.
    assert_eq!(person(BANS, &[stays, born]), None);
    assert_eq!(person(BANS, &[banned, stays]), None);
}

#[test]
fn a_parent_who_is_bound_by_a_ban_never_gets_the_birth_date_of_the_child() {
    let parent = ("persoon", "A. Bedacht");
    let child = ("geboortedatum-kind", "01-02-2016");
    assert_eq!(person(AREAS, &[parent, child]), None);
    let known = Some(("A. Bedacht".to_owned(), "1990-02-01".to_owned()));
    let born = ("geboortedatum", "01-02-1990");
    assert_eq!(person(AREAS, &[parent, child, born]), known);
}

#[test]
fn signals_find_each_other_by_a_name_with_that_persons_own_birth_date() {
    let definition = register("ondermijning-signalen");
    let mut state = CaseState::default();
    state.set("persoon", Some(Value::Text("A. Bedacht".to_owned())));
    assert!(definition.match_keys(&state).is_empty());
    let born = read_date("01-02-1990").unwrap();
    state.set("geboortedatum", Some(Value::Date(born)));
    let keys = definition.match_keys(&state);
    assert_eq!(keys.len(), 1);
    assert_eq!(keys[0].born, Some(born));
    // A birth date of somebody else finds nobody.
    let text = text_of("ondermijning-signalen").replace("of = \"persoon\"\n", "of = \"melder\"\n");
    let other = "[[field]]\nid = \"melder\"\nlabel = { nl = \"Melder\" }\nkind = \"person\"\nsensitivity = \"ordinary\"\nshareable = false\n\n[[field]]\nid = \"kvk\"";
    let text = text.replacen("[[field]]\nid = \"kvk\"", other, 1);
    let registers = with_register(&text).unwrap();
    let definition = registers.get("ondermijning-signalen").unwrap();
    assert!(definition.match_keys(&state).is_empty());
    assert_eq!(definition.person_of(&state), None);
}

#[test]
fn merging_makes_nobody_of_the_name_of_one_and_the_birth_date_of_another() {
    let definition = register(BANS);
    let case = |name: Option<&str>, born: Option<&str>| {
        let mut state = CaseState::default();
        state.set(
            "uithuisgeplaatste",
            name.map(|name| Value::Text(name.to_owned())),
        );
        let born = born.map(|born| Value::Date(read_date(born).unwrap()));
        state.set("geboortedatum", born);
        state
    };
    let joined = |one: &CaseState, other: &CaseState| {
        let joined = definition.joined(one, other);
        let person = definition.person_of(&joined.state);
        let person = person.map(|(name, born)| (name.to_owned(), born.to_string()));
        (person, joined.kept.len())
    };
    let here = case(Some("A. Bedacht"), None);
    let there = case(Some("B. Verzonnen"), Some("01-02-1990"));
    // What is not taken over is said.
    assert_eq!(joined(&here, &there), (None, 2));
    let same = case(Some("a. bedacht"), Some("01-02-1990"));
    let known = ("A. Bedacht".to_owned(), "1990-02-01".to_owned());
    assert_eq!(joined(&here, &same).0, Some(known.clone()));
    assert_eq!(
        joined(&case(None, None), &case(Some(&known.0), Some(&known.1))).0,
        Some(known)
    );
    let (born, name) = (
        case(None, Some("03-04-1980")),
        case(Some("A. Bedacht"), Some("01-02-1990")),
    );
    assert_eq!(joined(&born, &name).0, None);
}

#[test]
fn one_person_and_one_birth_date_belong_together_and_of_several_it_is_said() {
    // A file of a municipality from before this could be said.
    let silent = |text: String, person: &str| {
        let about = format!("[about]\nperson = \"{person}\"\n");
        text.replace(&about, "")
            .replace(&format!("of = \"{person}\"\n"), "")
    };
    let youth = silent(text_of("jeugdaanpak"), "deelnemer");
    let registers = with_register(&youth).unwrap();
    let definition = registers.get("jeugdaanpak").unwrap();
    assert_eq!(definition.about.as_deref(), Some("deelnemer"));
    assert!(PersonFields::of(definition).is_some());

    let bans = silent(text_of(BANS), "uithuisgeplaatste");
    let found = with_register(&bans).unwrap_err();
    assert_eq!(found.len(), 1, "{found:?}");
    assert_eq!(found[0].key, "about");
    let persons = ["uithuisgeplaatste", "achterblijver"]
        .map(str::to_owned)
        .to_vec();
    assert_eq!(found[0].mistake, Mistake::AboutWhom(persons));
}

#[test]
fn a_birth_date_is_of_a_person_that_there_is_and_everybody_has_one() {
    let of = "of = \"uithuisgeplaatste\"";
    let [(key, mistake)] = &mistakes(BANS, of, "of = \"iemand\"")[..] else {
        panic!("one mistake")
    };
    assert!(key.ends_with(".of"), "{key}");
    assert!(matches!(mistake, Mistake::NotOneOf { .. }), "{mistake:?}");
    let found = mistakes(
        BANS,
        "[about]\nperson = \"uithuisgeplaatste\"",
        "[about]\nperson = \"zorg\"",
    );
    assert_eq!(found[0].0, "about.person");
    let child = "id = \"geboortedatum-kind\"";
    let found = mistakes(AREAS, child, &format!("{child}\nof = \"persoon\""));
    assert_eq!(found[0].1, Mistake::SecondBirthDateOf("persoon".to_owned()));
    let name = "kind = \"person\"";
    let found = mistakes(AREAS, name, &format!("{name}\nof = \"persoon\""));
    assert_eq!(found[0].1, Mistake::OnlyBirthDatesAreOf);
}

#[test]
fn what_was_counted_by_another_rule_is_counted_anew() {
    // Names and birth dates were once taken as they came, and packed by a layout that said so.
    for (id, before, now) in [
        (
            BANS,
            "uithuisgeplaatste,achterblijver/geboortedatum/",
            "uithuisgeplaatste/geboortedatum/",
        ),
        (
            AREAS,
            "persoon/geboortedatum,geboortedatum-kind/",
            "persoon/geboortedatum/",
        ),
    ] {
        let signature = Layout::of(&register(id)).signature();
        assert!(
            signature.contains(now) && !signature.contains(before),
            "{signature}"
        );
    }
}
