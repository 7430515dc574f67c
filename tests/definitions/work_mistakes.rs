//! What a definition says about the work names what exists, or its author is told what would be right.

use peildatum::language::{Explain, Language};
use peildatum::register::{Mistake, Registers};

use super::support::{HOUSING, mistakes, not_one_of, text_of, with_register};

const BANS: &str = "gebiedsverboden";
const HOUSE_BANS: &str = "huisverboden";

/// The one mistake that this replacement makes.
fn mistake(register: &str, from: &str, to: &str) -> (String, Mistake) {
    let mut found = mistakes(register, from, to);
    assert_eq!(found.len(), 1, "{found:?}");
    found.remove(0)
}

/// The key and value of the one mistake, with whether this is among what would be right.
fn refused(register: &str, from: &str, to: &str, right: &str) -> (String, String) {
    match mistake(register, from, to) {
        (key, Mistake::NotOneOf { value, expected }) => {
            assert!(expected.iter().any(|name| name == right), "{expected:?}");
            (key, value)
        }
        other => panic!("{other:?}"),
    }
}

fn pair(key: &str, value: &str) -> (String, String) {
    (key.to_owned(), value.to_owned())
}

#[test]
fn the_owner_is_a_text_and_the_priority_a_choice() {
    let found = refused(
        HOUSING,
        "owner = \"behandelaar\"",
        "owner = \"wijk\"",
        "behandelaar",
    );
    assert_eq!(found, pair("work.owner", "wijk"));
    let found = refused(
        HOUSING,
        "priority = \"prioriteit\"",
        "priority = \"telefoon\"",
        "prioriteit",
    );
    assert_eq!(found, pair("work.priority", "telefoon"));
}

#[test]
fn an_entry_updates_fields_of_its_case() {
    let from = "updates = [\"weging\", ";
    let found = refused(
        "ondermijning-signalen",
        from,
        "updates = [\"wegen\", ",
        "weging",
    );
    assert_eq!(found, pair("entry[0].updates", "wegen"));
    // A kind that registers share asks only for what a register has.
    let registers = Registers::shipped().unwrap();
    let updates = |register: &str| {
        let kind = registers.get(register).unwrap().entry_kind("contact");
        kind.unwrap().updates.clone()
    };
    assert_eq!(updates(HOUSING), ["volgende-actie", "actie-uiterlijk"]);
    assert_eq!(updates("trainingen"), [""; 0]);
}

#[test]
fn one_kind_of_entry_is_a_report() {
    let text = text_of(HOUSING).replacen(
        "id = \"maatregel\"\nlabel",
        "id = \"maatregel\"\nreport = true\nlabel",
        1,
    );
    let errors = with_register(&text).unwrap_err();
    assert_eq!(errors.len(), 1, "{errors:?}");
    assert_eq!(errors[0].key, "entry[1].report");
    assert_eq!(
        errors[0].mistake,
        Mistake::SecondReport("melding".to_owned())
    );
    let sentence = errors[0].explain(Language::Dutch);
    assert!(sentence.contains("“melding”"), "{sentence}");
}

#[test]
fn the_ladder_names_an_entry_its_fields_and_its_choices_once() {
    for (from, to, right, key, value) in [
        (
            "entry = \"maatregel\"\nmeasure",
            "entry = \"stap\"\nmeasure",
            "maatregel",
            "ladder.entry",
            "stap",
        ),
        (
            "\nmeasure = \"maatregel\"\n",
            "\nmeasure = \"grondslag\"\n",
            "maatregel",
            "ladder.measure",
            "grondslag",
        ),
        (
            "ground = \"grondslag\"",
            "ground = \"uiterlijk\"",
            "grondslag",
            "ladder.ground",
            "uiterlijk",
        ),
        (
            "due = \"uiterlijk\"",
            "due = \"toelichting\"",
            "uiterlijk",
            "ladder.due",
            "toelichting",
        ),
        (
            "measure = \"gesprek\"",
            "measure = \"praatje\"",
            "gesprek",
            "ladder.rung[0].measure",
            "praatje",
        ),
        (
            "days = 14\nstatus = \"in-aanpak\"",
            "days = 14\nstatus = \"bezig\"",
            "in-aanpak",
            "ladder.rung[0].status",
            "bezig",
        ),
    ] {
        assert_eq!(refused(HOUSING, from, to, right), pair(key, value));
    }
    let found = mistake(
        HOUSING,
        "measure = \"buurtbemiddeling\"",
        "measure = \"gesprek\"",
    );
    let twice = Mistake::Taken("gesprek".to_owned());
    assert_eq!(found, ("ladder.rung[1].measure".to_owned(), twice));
}

#[test]
fn a_term_names_what_it_counts_from_ends_with_and_limits() {
    let found = refused(
        HOUSE_BANS,
        "from = \"uitgereikt\"",
        "from = \"adres\"",
        "uitgereikt",
    );
    assert_eq!(found, pair("term[0].from", "adres"));
    let found = refused(
        HOUSE_BANS,
        "limits = \"geldig-tot\"",
        "limits = \"verlengd\"",
        "geldig-tot",
    );
    assert_eq!(found, pair("term[1].limits", "verlengd"));
    for (done, value, right, key) in [
        ("field", "verlenging", "verlengd", "term[0].done_by.field"),
        ("status", "klaar", "verlengd", "term[0].done_by.status"),
        ("entry", "brief", "contact", "term[0].done_by.entry"),
    ] {
        let to = format!("done_by = {{ {done} = \"{value}\" }}");
        let found = refused(HOUSE_BANS, "done_by = { field = \"verlengd\" }", &to, right);
        assert_eq!(found, pair(key, value));
    }
    // A birth date is counted from too.
    let registers = Registers::shipped().unwrap();
    let term = registers.get("jeugdaanpak").unwrap().term("achttien");
    assert_eq!(term.unwrap().from, "geboortedatum");
}

#[test]
fn a_term_has_a_name_of_its_own() {
    for id in ["volgende-actie", "stil", "langste-duur"] {
        let to = format!("id = \"{id}\"");
        let (key, found) = mistake(HOUSE_BANS, "id = \"besluit-verlenging\"", &to);
        assert_eq!(found, Mistake::Taken(id.to_owned()));
        let at = if id == "langste-duur" { 3 } else { 0 };
        assert_eq!(key, format!("term[{at}].id"));
    }
}

#[test]
fn what_depends_on_a_choice_names_another_field_and_its_choices() {
    let only = "only_with = { field = \"eigendom\", choices = [\"corporatie\"] }";
    let with = |field: &str, choices: &str| {
        format!("only_with = {{ field = \"{field}\", choices = [{choices}] }}")
    };
    // Not on what has no single choice, and not on itself.
    for field in ["aard", "adres", "corporatie"] {
        let found = refused(HOUSING, only, &with(field, "\"corporatie\""), "eigendom");
        assert_eq!(found, pair("field[5].only_with.field", field));
    }
    let found = refused(HOUSING, only, &with("eigendom", "\"huur\""), "corporatie");
    assert_eq!(found, pair("field[5].only_with.choices", "huur"));
    let found = mistake(HOUSING, only, &with("zorgcomponent", "\"yes\""));
    let expected = not_one_of("yes", &["ja", "nee"]);
    assert_eq!(found, ("field[5].only_with.choices".to_owned(), expected));
    let found = mistake(HOUSING, only, &with("eigendom", ""));
    let none = ("field[5].only_with.choices".to_owned(), Mistake::NoChoices);
    assert_eq!(found, none);
    // Terms, and fields of an entry among themselves.
    let from = "only_with = { field = \"verlengd\", choices = [\"nee\"] }";
    let found = refused(HOUSE_BANS, from, &with("verlengd", "\"onbekend\""), "nee");
    assert_eq!(found, pair("term[1].only_with.choices", "onbekend"));
    let from = "only_with = { field = \"nageleefd\", choices = [\"nee\"] }";
    let orders = "gedragsaanwijzingen-151d";
    let found = refused(orders, from, &with("eigendom", "\"koop\""), "nageleefd");
    assert_eq!(found, pair("entry[0].field[2].only_with.field", "eigendom"));
}

#[test]
fn a_standard_text_has_blanks_that_are_known() {
    let found = refused(BANS, "Aan {persoon}", "Aan {ouder}", "persoon");
    assert_eq!(found, pair("text[0].body.nl", "ouder"));
    let found = refused(BANS, "To {persoon}", "To {persoon", "persoon");
    assert_eq!(found.0, "text[0].body.en");
    // What came from the police goes into no letter.
    let to = "Aan {politie-informatie}";
    let found = refused(BANS, "Aan {persoon}", to, "belangenafweging");
    assert_eq!(found, pair("text[0].body.nl", "politie-informatie"));
    let found = refused(
        BANS,
        "statuses = [\"voornemen\"]",
        "statuses = [\"gepland\"]",
        "voornemen",
    );
    assert_eq!(found, pair("text[0].statuses", "gepland"));
    let found = mistake(
        BANS,
        "id = \"einde\"\nlabel = { nl = \"Bericht",
        "id = \"voornemen\"\nlabel = { nl = \"Bericht",
    );
    let twice = Mistake::Taken("voornemen".to_owned());
    assert_eq!(found, ("text[2].id".to_owned(), twice));
}

#[test]
fn a_further_report_is_typed_into_the_same_fields_as_the_first() {
    let mut reports = 0;
    for definition in Registers::shipped().unwrap().all() {
        for field in definition
            .report_kind()
            .iter()
            .flat_map(|kind| &kind.fields)
        {
            let first = definition.field(&field.id).unwrap();
            assert_eq!((&field.label, field.kind), (&first.label, first.kind));
            assert_eq!(
                (field.sensitivity, field.shareable),
                (first.sensitivity, first.shareable)
            );
            assert_eq!(field.only_with, first.only_with);
            let ids = |choices: &[peildatum::register::Choice]| -> Vec<String> {
                choices.iter().map(|choice| choice.id.clone()).collect()
            };
            assert_eq!(ids(&field.choices), ids(&first.choices));
            reports += 1;
        }
    }
    assert_eq!(reports, 5);
}
