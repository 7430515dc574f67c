//! What a municipality changes in the program lies over what the files say, with the same checks.

use peildatum::language::Label;
use peildatum::register::{
    Choice, Content, Definition, DefinitionFiles, Direction, IndicatorSource, Indicators, Layers,
    ListChoice, Mistake, Registers, StandardText, Subject, Switch, Unit, Value, find, id_of,
    recognise,
};

use super::support::{HOUSING, begun, day, not_one_of, text_of};

fn label(nl: &str) -> Label {
    Label {
        nl: nl.to_owned(),
        en: None,
    }
}

fn layers() -> Layers {
    Layers {
        shipped: DefinitionFiles::shipped(),
        ..Layers::default()
    }
}

fn districts() -> Subject {
    Subject::List("wijken".to_owned())
}

fn kinds() -> Subject {
    Subject::Choices {
        register: HOUSING.to_owned(),
        field: "aard".to_owned(),
    }
}

fn housing(registers: &Registers) -> &Definition {
    registers.get(HOUSING).unwrap()
}

fn choices_of(definition: &Definition, field: &str) -> Vec<Choice> {
    definition.field(field).unwrap().choices.clone()
}

/// The shipped choices of this field, changed.
fn changed(field: &str, change: impl FnOnce(&mut Vec<Choice>)) -> Content {
    let mut choices = choices_of(housing(&Registers::shipped().unwrap()), field);
    change(&mut choices);
    Content::Choices(choices)
}

fn read(subject: &Subject, content: &Content) -> Registers {
    layers().with(subject, Some(content)).read().unwrap()
}

fn mistakes(subject: &Subject, content: &Content) -> Vec<(String, Mistake)> {
    let errors = layers().with(subject, Some(content)).read().unwrap_err();
    errors
        .into_iter()
        .map(|error| (error.key, error.mistake))
        .collect()
}

fn merged(choices: &mut [Choice], from: &str, into: &str) {
    let from = choices.iter_mut().find(|choice| choice.id == from);
    from.unwrap().replaced_by = Some(into.to_owned());
}

#[test]
fn a_list_that_was_changed_is_that_of_every_register_that_shares_it() {
    let content = changed("wijk", |choices| {
        choices.reverse();
        choices[0].label = label("Een nieuwe naam");
        choices.push(Choice::new("dorp", label("Dorp")));
    });
    let registers = read(&districts(), &content);
    for register in registers.all() {
        for field in &register.fields {
            if field.choices_from.as_deref() == Some("wijken") {
                assert_eq!(field.choices[0].label.nl, "Een nieuwe naam");
                let last = field.choices.last().unwrap();
                assert_eq!((last.id.as_str(), last.own), ("dorp", true));
            }
        }
    }
    let list = registers.lists().iter().find(|list| list.id == "wijken");
    assert_eq!(list.unwrap().choices.last().unwrap().id, "dorp");
    assert_eq!(
        layers().read().unwrap().lists().len(),
        registers.lists().len()
    );
}

#[test]
fn what_stands_in_a_file_and_not_in_the_edition_stands_behind_it() {
    // A newer version of the program ships a choice that the edition does not know.
    let Content::Choices(all) = changed("aard", |_| ()) else {
        unreachable!()
    };
    let content = Content::Choices(vec![all[2].clone(), all[0].clone()]);
    let registers = read(&kinds(), &content);
    let ids: Vec<String> = choices_of(housing(&registers), "aard")
        .into_iter()
        .map(|choice| choice.id)
        .collect();
    assert_eq!(
        ids[..3],
        [&all[2].id, &all[0].id, &all[1].id].map(String::clone)
    );
    assert_eq!(ids.len(), all.len());
}

#[test]
fn outcomes_and_standard_texts_can_be_changed_too() {
    let outcomes = Subject::Choices {
        register: HOUSING.to_owned(),
        field: "uitkomst".to_owned(),
    };
    let shipped = Registers::shipped().unwrap();
    let mut choices = housing(&shipped).outcome.clone().unwrap().choices;
    choices.push(Choice::new("verhuisd", label("Verhuisd")));
    let registers = read(&outcomes, &Content::Choices(choices));
    let outcome = housing(&registers).outcome.as_ref().unwrap();
    assert!(outcome.choice("verhuisd").unwrap().own);

    let texts = Subject::Texts(HOUSING.to_owned());
    let mut all = housing(&shipped).texts.clone();
    all.insert(
        0,
        StandardText::new("welkom", label("Welkom"), label("Zaak {nummer}")),
    );
    let registers = read(&texts, &Content::Texts(all.clone()));
    assert_eq!(housing(&registers).texts[0].id, "welkom");
    all[0].body = label("Zaak {numer}");
    let (key, mistake) = mistakes(&texts, &Content::Texts(all)).remove(0);
    assert_eq!(key, "text[0].body.nl");
    assert!(matches!(mistake, Mistake::NotOneOf { value, .. } if value == "numer"));
}

#[test]
fn mistakes_in_what_was_changed_are_told_as_those_in_a_file() {
    let twice = changed("aard", |choices| choices.push(choices[0].clone()));
    assert_eq!(
        mistakes(&kinds(), &twice)[0].1,
        Mistake::Taken("geluid".to_owned())
    );
    let nameless = changed("aard", |choices| choices[1].label = label("  "));
    assert_eq!(
        mistakes(&kinds(), &nameless),
        [(
            "field[3].choices[1].label".to_owned(),
            Mistake::Missing("nl".to_owned())
        )]
    );
    let area = changed("wijk", |choices| {
        choices[0].postcodes.push("27A".to_owned());
    });
    assert_eq!(
        mistakes(&districts(), &area),
        [(
            "choice[0].postcodes".to_owned(),
            Mistake::BadArea("27A".to_owned())
        )]
    );
    let (from, until) = (day("2026-05-01"), day("2026-04-30"));
    let backwards = changed("wijk", |choices| {
        (choices[0].from, choices[0].until) = (Some(from), Some(until));
    });
    assert_eq!(
        mistakes(&districts(), &backwards)[0].1,
        Mistake::EndsFirst { from, until }
    );
    let round = changed("aard", |choices| {
        merged(choices, "geluid", "huisdieren");
        merged(choices, "huisdieren", "geluid");
    });
    let round = mistakes(&kinds(), &round);
    assert_eq!(round[0].1, Mistake::GoesRound("geluid".to_owned()));
    let nothing = changed("aard", |choices| merged(choices, "geluid", "niets"));
    assert!(
        matches!(&mistakes(&kinds(), &nothing)[0].1, Mistake::NotOneOf { value, .. } if value == "niets")
    );
}

#[test]
fn a_choice_that_a_rule_names_is_not_merged_before_the_rule_is() {
    let tenure = Subject::Choices {
        register: HOUSING.to_owned(),
        field: "eigendom".to_owned(),
    };
    let content = changed("eigendom", |choices| merged(choices, "corporatie", "koop"));
    let found = mistakes(&tenure, &content);
    assert_eq!(
        found[0],
        (
            "field[5].only_with.choices".to_owned(),
            not_one_of("corporatie", &["koop", "particulier"])
        )
    );
}

#[test]
fn a_choice_is_offered_between_its_days_and_not_when_it_is_retired_or_merged() {
    let mut choice = Choice::new("dorp", label("Dorp"));
    assert!(choice.offered_on(begun()));
    choice.from = Some(day("2024-03-01"));
    choice.until = Some(day("2024-03-31"));
    for (when, offered) in [
        ("2024-02-29", false),
        ("2024-03-01", true),
        ("2024-03-31", true),
        ("2024-04-01", false),
    ] {
        assert_eq!(choice.offered_on(day(when)), offered, "{when}");
    }
    choice.retired = true;
    assert!(!choice.offered_on(begun()));
    choice.retired = false;
    choice.replaced_by = Some("stad".to_owned());
    assert!(!choice.offered_on(begun()));
}

#[test]
fn a_choice_that_went_on_is_read_as_the_last_it_went_on_as_and_stored_as_it_was() {
    let content = changed("aard", |choices| {
        merged(choices, "geluid", "huisdieren");
        merged(choices, "huisdieren", "verzamelwoede");
    });
    let registers = read(&kinds(), &content);
    let definition = housing(&registers);
    let choices = choices_of(definition, "aard");
    assert_eq!(
        find(&choices, "geluid").unwrap().replaced_by.as_deref(),
        Some("verzamelwoede")
    );
    // Whoever names it, by whatever name, means the last one.
    for name in ["geluid", "Geluidsoverlast", "Veel huisdieren", "Hoarding"] {
        assert_eq!(recognise(&choices, name).unwrap().id, "verzamelwoede");
    }
    let several = |ids: &[&str]| Value::Choices(ids.iter().map(|id| (*id).to_owned()).collect());
    let with = |value: Value| {
        let mut state = peildatum::register::CaseState::default();
        state.set("aard", Some(value));
        state
    };
    let stored = with(several(&["geluid", "ernstige-vervuiling"]));
    let read = definition.as_read(stored.clone());
    assert_eq!(
        read,
        with(several(&["ernstige-vervuiling", "verzamelwoede"]))
    );
    // Read and written again, nothing has changed.
    assert_eq!(definition.to_store(&stored, read), stored);
    let more = with(several(&["verzamelwoede", "geluid-een-melder"]));
    assert_eq!(
        definition.to_store(&stored, more),
        with(several(&["geluid", "geluid-een-melder"]))
    );
    let other = with(several(&["geluid-een-melder"]));
    assert_eq!(definition.to_store(&stored, other.clone()), other);
}

#[test]
fn an_edition_that_does_not_fit_any_more_is_left_out_and_told() {
    let broken = Content::Definition("id = 3".to_owned());
    let register = Subject::Register(HOUSING.to_owned());
    let good = changed("wijk", |choices| {
        choices[0].label = label("Hart van de stad");
    });
    let layers = layers()
        .with(&districts(), Some(&good))
        .with(&register, Some(&broken));
    assert!(layers.read().is_err());
    let (fitting, registers, misfits) = layers.read_what_fits().unwrap();
    assert_eq!(misfits.keys().collect::<Vec<_>>(), [&register]);
    assert_eq!(fitting.editions.len(), 1);
    assert_eq!(
        choices_of(housing(&registers), "wijk")[0].label.nl,
        "Hart van de stad"
    );
}

#[test]
fn a_definition_changed_in_the_program_takes_the_place_of_the_file() {
    let register = Subject::Register(HOUSING.to_owned());
    let text = text_of(HOUSING).replacen("prefix = \"WO\"", "prefix = \"OV\"", 1);
    let content = Content::Definition(text.clone());
    let registers = read(&register, &content);
    assert_eq!(housing(&registers).prefix, "OV");
    assert_eq!(registers.file(HOUSING).unwrap().text, text);
    // It stays the register it was.
    let other = text.replacen("id = \"woonoverlast\"", "id = \"iets-anders\"", 1);
    assert_eq!(
        mistakes(&register, &Content::Definition(other)),
        [("id".to_owned(), not_one_of("iets-anders", &[HOUSING]))]
    );
}

#[test]
fn what_a_new_definition_does_to_stored_cases_is_told() {
    let before = Registers::shipped().unwrap();
    let register = Subject::Register(HOUSING.to_owned());
    let text = text_of(HOUSING)
        .replace("\"nazorg\"", "\"naderhand\"")
        .replacen("team = \"woonoverlast\"", "team = \"overlast\"", 1)
        .replacen("{ id = \"huisdieren\"", "{ id = \"honden\"", 1);
    let after = read(&register, &Content::Definition(text));
    let switch = Switch::between(housing(&before), housing(&after));
    assert_eq!(switch.fixed, ["team"]);
    let gone: Vec<(&str, &str)> = switch
        .gone_choices
        .iter()
        .map(|gone| (gone.field.as_str(), gone.id.as_str()))
        .collect();
    assert_eq!(gone, [("aard", "huisdieren"), ("status", "nazorg")]);
    assert!(switch.gone_fields.is_empty() && switch.new_fields.is_empty());
}

#[test]
fn the_id_of_a_new_choice_follows_from_its_label_and_is_never_taken() {
    let taken = |id: &str| ["cafe-het-hoekje", "cafe-het-hoekje-2"].contains(&id);
    assert_eq!(id_of("Café 't Hoekje", |_| false), "cafe-t-hoekje");
    assert_eq!(id_of("  Café: Het Hoekje! ", taken), "cafe-het-hoekje-3");
    assert_eq!(id_of("Onbekend", |_| false), "onbekend-2");
    assert_eq!(id_of("€ ?", |_| false), "keuze");
}

#[test]
fn a_name_of_a_subject_is_read_back() {
    for subject in [
        districts(),
        kinds(),
        Subject::Texts(HOUSING.to_owned()),
        Subject::Register(HOUSING.to_owned()),
    ] {
        assert_eq!(Subject::named(&subject.to_string()), Some(subject));
    }
    assert_eq!(Subject::named("iets/anders"), None);
}

#[test]
fn people_are_suggested_where_a_register_has_an_owner() {
    let people = Subject::List("medewerkers".to_owned());
    let content = Content::Choices(vec![Choice::new("a-bakker", label("A. Bakker"))]);
    let registers = read(&people, &content);
    for register in registers.all() {
        let owner = register.work.owner.as_ref();
        let owner = owner.and_then(|owner| register.field(owner));
        let known = owner.map_or(0, |owner| owner.choices.len());
        assert_eq!(
            known,
            usize::from(register.work.owner.is_some()),
            "{}",
            register.id
        );
    }
}

/// The indicators that follow from the shipped files with these over them.
fn with_indicators(all: Vec<IndicatorSource>) -> (Layers, Indicators) {
    let layers = layers().with(&Subject::Indicators, Some(&Content::Indicators(all)));
    let indicators = layers.indicators(&layers.read().unwrap()).unwrap();
    (layers, indicators)
}

#[test]
fn an_indicator_is_renamed_and_still_counts_what_its_file_says() {
    let shipped = layers();
    let shipped = shipped.indicators(&shipped.read().unwrap()).unwrap();
    let mut sources = shipped.sources().to_vec();
    let at = sources.iter().position(|one| one.counts.is_some()).unwrap();
    let id = sources[at].id.clone();
    sources[at].label = label("Anders genoemd");
    sources[at].counts = None;
    sources[at].retired = true;
    sources.swap(0, at);
    let added = IndicatorSource {
        unit: "euro".to_owned(),
        ..IndicatorSource::new("schade".to_owned(), label("Schade"))
    };
    sources.push(added);
    // What a later version of the program brings stands behind the others.
    let later = sources.remove(1);
    let (_, indicators) = with_indicators(sources);
    let renamed = &indicators.all()[0];
    assert_eq!(
        (&renamed.id, &renamed.label),
        (&id, &label("Anders genoemd"))
    );
    assert!(renamed.retired && renamed.shipped);
    assert_eq!(renamed.counts, shipped.get(&id).unwrap().counts);
    let damage = indicators.get("schade").unwrap();
    assert_eq!(
        (damage.unit, damage.direction),
        (Unit::Euro, Direction::Neutral)
    );
    assert!(!damage.shipped);
    assert_eq!(indicators.all().len(), shipped.all().len() + 1);
    assert_eq!(indicators.all().last().unwrap().id, later.id);
    let own = |id: &str| {
        indicators
            .sources()
            .iter()
            .find(|one| one.id == id)
            .unwrap()
            .own
    };
    assert!(own("schade") && !own(&id));
}

#[test]
fn a_mistake_in_an_indicator_is_refused_and_one_that_no_longer_fits_is_set_aside() {
    let mut wrong = IndicatorSource::new("schade".to_owned(), label("Schade"));
    wrong.unit = "kilo".to_owned();
    wrong.goal_of = Some(ListChoice {
        list: "doelstellingen".to_owned(),
        choice: "vrede".to_owned(),
    });
    let content = Content::Indicators(vec![wrong.clone()]);
    let [(key, _)] = &mistakes(&Subject::Indicators, &content)[..] else {
        panic!();
    };
    assert_eq!(key, "indicator[0].unit");
    wrong.unit = "euro".to_owned();
    let content = Content::Indicators(vec![wrong]);
    let [(key, _)] = &mistakes(&Subject::Indicators, &content)[..] else {
        panic!();
    };
    assert_eq!(key, "indicator[0].goal_of.choice");
    let layers = layers().with(&Subject::Indicators, Some(&content));
    let (fitting, registers, misfits) = layers.read_what_fits().unwrap();
    assert!(misfits.contains_key(&Subject::Indicators));
    assert!(
        fitting
            .indicators(&registers)
            .unwrap()
            .get("schade")
            .is_none()
    );
}
