use peildatum::register::{
    Bands, DefinitionFiles, FieldKind, MOST_SEVERAL, Mistake, Registers, Sensitivity,
};

use super::support::{HOUSING, OWN, file, mistakes, not_one_of, text_of, with_register};

#[test]
fn what_is_shipped_is_free_of_mistakes() {
    let registers = Registers::shipped().unwrap_or_else(|errors| panic!("{errors:#?}"));
    assert_eq!(registers.teams()[0], HOUSING);
    for definition in registers.all() {
        assert!(definition.retention.years > 0, "{}", definition.id);
        assert!(!definition.tables.is_empty(), "{}", definition.id);
    }
}

#[test]
fn a_missing_retention_is_named_by_its_key() {
    let retention = "[retention]\nyears = 5\nfrom = \"einde\"\nsource = \"Selectielijst gemeenten 2020: toezicht\"\n";
    let found = mistakes("zorg-en-veiligheid", retention, "");
    assert_eq!(
        found,
        [(
            "retention".to_owned(),
            Mistake::Missing("retention".to_owned())
        )]
    );
    let found = mistakes("zorg-en-veiligheid", "years = 5\n", "");
    assert_eq!(
        found,
        [(
            "retention.years".to_owned(),
            Mistake::Missing("years".to_owned())
        )]
    );
}

#[test]
fn an_unknown_kind_is_answered_with_the_kinds_there_are() {
    let found = mistakes(HOUSING, "kind = \"spell\"", "kind = \"zaak\"");
    assert_eq!(
        found,
        [("kind".to_owned(), not_one_of("zaak", &["spell", "event"]))]
    );
    let kinds = FieldKind::NAMES.map(|(name, _)| name);
    let found = mistakes(HOUSING, "kind = \"person\"", "kind = \"mens\"");
    assert_eq!(
        found,
        [("field[9].kind".to_owned(), not_one_of("mens", &kinds))]
    );
    let names = Sensitivity::NAMES.map(|(name, _)| name);
    let found = mistakes(
        HOUSING,
        "sensitivity = \"special\"",
        "sensitivity = \"geheim\"",
    );
    assert_eq!(
        found,
        [(
            "field[2].sensitivity".to_owned(),
            not_one_of("geheim", &names)
        )]
    );
}

#[test]
fn an_unknown_key_is_answered_with_the_keys_there_are() {
    let found = mistakes(HOUSING, "shareable = true", "deelbaar = true");
    let [
        (
            key,
            Mistake::Unknown {
                key: written,
                expected,
            },
        ),
    ] = &found[..]
    else {
        panic!("{found:?}")
    };
    assert_eq!(
        (key.as_str(), written.as_str()),
        ("field[0].deelbaar", "deelbaar")
    );
    assert!(expected.contains("shareable"), "{expected}");
}

#[test]
fn an_id_stands_there_once_and_is_not_one_that_every_register_has() {
    let taken = |id: &str| Mistake::Taken(id.to_owned());
    for id in ["wijk", "status", "stand", "begin", "nummer"] {
        let found = mistakes(HOUSING, "id = \"eigendom\"", &format!("id = \"{id}\""));
        assert!(
            found.contains(&("field[4].id".to_owned(), taken(id))),
            "{found:?}"
        );
    }
    let found = mistakes(HOUSING, "id = \"bemiddeld\"", "id = \"opgelost\"");
    assert_eq!(
        found,
        [("outcome.choices[1].id".to_owned(), taken("opgelost"))]
    );
    let found = mistakes(HOUSING, "id = \"bemiddeld\"", "id = \"onbekend\"");
    assert_eq!(
        found,
        [("outcome.choices[1].id".to_owned(), taken("onbekend"))]
    );
    let found = mistakes(HOUSING, "id = \"telefoon\"", "id = \"Telefoon nr\"");
    let bad = Mistake::BadId("Telefoon nr".to_owned());
    assert_eq!(found, [("field[10].id".to_owned(), bad)]);
}

#[test]
fn two_own_files_for_one_register_are_one_too_many() {
    let own = file(&text_of(HOUSING));
    let own = DefinitionFiles {
        registers: vec![own.clone(), own],
        ..DefinitionFiles::default()
    };
    let errors = Registers::read(&DefinitionFiles::shipped(), &own).unwrap_err();
    let [error] = &errors[..] else {
        panic!("{errors:?}")
    };
    assert_eq!((error.file.as_str(), error.key.as_str()), (OWN, "id"));
    assert_eq!(error.mistake, Mistake::Taken(HOUSING.to_owned()));
}

#[test]
fn an_unknown_list_is_answered_with_the_lists_there_are() {
    let found = mistakes(HOUSING, "\"wijken\"", "\"buurten\"");
    let expected = not_one_of(
        "buurten",
        &[
            "corporaties",
            "doelstellingen",
            "feestdagen",
            "gemeenten",
            "kanalen",
            "kenmerken",
            "medewerkers",
            "speerpunten",
            "wijken",
        ],
    );
    assert_eq!(found, [("field[1].choices_from".to_owned(), expected)]);
}

#[test]
fn only_what_has_known_values_can_be_counted() {
    let person = "kind = \"person\"";
    let found = mistakes(HOUSING, person, &format!("{person}\ncounted = true"));
    let mistake = Mistake::NotCountable("person".to_owned());
    assert_eq!(found, [("field[9].counted".to_owned(), mistake)]);
}

#[test]
fn fields_of_an_entry_are_counted_only_where_it_is_called_something() {
    let words = "counted = { one = { nl = \"bezocht object\", en = \"object visited\" }, many = { nl = \"bezochte objecten\", en = \"objects visited\" } }\n";
    let found = mistakes("controles", words, "");
    let refused: Vec<&str> = found.iter().map(|(key, _)| key.as_str()).collect();
    let fields = [2, 3, 5].map(|at| format!("entry[0].field[{at}].counted"));
    let tables = ["table[3].entries", "table[3].rows", "table[4].entries"];
    for key in fields.iter().map(String::as_str).chain(tables) {
        assert!(refused.contains(&key), "{key} in {refused:?}");
    }
    let mistake = Mistake::EntryNotCounted("object".to_owned());
    assert!(found.contains(&(fields[0].clone(), mistake)), "{found:?}");
    let found = mistakes(
        "controles",
        "many = { nl = \"bezochte objecten\"",
        "many = { nl = \" \"",
    );
    let mistake = Mistake::Missing("nl".to_owned());
    assert_eq!(found, [("entry[0].counted.many".to_owned(), mistake)]);
}

#[test]
fn a_table_computes_one_thing_of_what_is_counted() {
    let sum = "sum = \"aantal-objecten\"";
    let found = mistakes(
        "controles",
        sum,
        &format!("{sum}\naverage = \"aantal-acties\""),
    );
    let mistake = Mistake::OneQuantity("sum".to_owned());
    assert_eq!(found, [("table[2].average".to_owned(), mistake)]);
    let found = mistakes("controles", sum, "sum = \"speurhonden\"");
    let numbers = ["aantal-objecten", "aantal-acties"];
    assert_eq!(
        found,
        [(
            "table[2].sum".to_owned(),
            not_one_of("speurhonden", &numbers)
        )]
    );
    let found = mistakes("controles", sum, "duration = \"median\"");
    let mistake = Mistake::EventHasNo("duration".to_owned());
    assert_eq!(found, [("table[2].duration".to_owned(), mistake)]);
    let found = mistakes(HOUSING, "duration = \"median\"", "duration = \"mode\"");
    let durations = ["median", "q1", "q3", "average"];
    let (key, mistake) = &found[0];
    assert!(key.ends_with(".duration"), "{key}");
    assert_eq!(*mistake, not_one_of("mode", &durations));
    // Of the case a number counts once, and not for each of its entries.
    let table = "entries = \"object\"\nrows = [\"vervolg\"]";
    let found = mistakes(
        "controles",
        table,
        &format!("{table}\nsum = \"aantal-objecten\""),
    );
    assert_eq!(
        found,
        [(
            "table[4].sum".to_owned(),
            not_one_of("aantal-objecten", &[])
        )]
    );
}

#[test]
fn a_weight_is_another_counted_number_of_a_counted_number() {
    let mark = "weight = \"aantal-deelnemers\"";
    let found = mistakes("trainingen", mark, "weight = \"cijfer\"");
    let expected = not_one_of("cijfer", &["aantal-deelnemers"]);
    assert_eq!(found, [("field[6].weight".to_owned(), expected)]);
    let uncounted = format!("counted = true\n{mark}");
    let found = mistakes("trainingen", &uncounted, mark);
    // Nor is it averaged in the standard table.
    let mistake = ("field[6].weight".to_owned(), Mistake::OnlyNumbersWeigh);
    assert!(found.contains(&mistake), "{found:?}");
}

#[test]
fn ages_follow_from_one_birth_date() {
    let other = "only_with = { field = \"grondslag\", choices = [\"gemeentewet-172b\"] }";
    let child = format!("kind = \"birth-date\"\n{other}");
    let found = mistakes(
        "gebiedsverboden",
        &child,
        &format!("{child}\ncounted = true"),
    );
    let [(key, mistake)] = &found[..] else {
        panic!("{found:?}")
    };
    assert!(key.ends_with(".counted"), "{key}");
    assert_eq!(
        *mistake,
        Mistake::SecondBirthDate("geboortedatum".to_owned())
    );
}

#[test]
fn bands_rise_from_above_zero_and_are_the_usual_ones_where_none_are_given() {
    for wrong in [
        "ages = [18, 12]",
        "ages = [0, 12]",
        "days = []",
        "days = [31, 31]",
    ] {
        let found = mistakes(
            HOUSING,
            "[retention]",
            &format!("[bands]\n{wrong}\n[retention]"),
        );
        let key = format!("bands.{}", &wrong[..4]);
        assert_eq!(found, [(key, Mistake::BandsMustRise)], "{wrong}");
    }
    let registers = Registers::shipped().unwrap();
    assert_eq!(registers.get(HOUSING).unwrap().bands, Bands::default());
}

#[test]
fn what_follows_from_the_dates_of_a_case_is_no_field_beside_them() {
    let found = mistakes(HOUSING, "id = \"wijk\"", "id = \"leeftijd\"");
    let taken = (
        "field[1].id".to_owned(),
        Mistake::Taken("leeftijd".to_owned()),
    );
    assert!(found.contains(&taken), "{found:?}");
}

#[test]
fn choices_belong_to_choice_fields_and_are_not_without_end() {
    let found = mistakes(HOUSING, "choices_from = \"wijken\"\n", "");
    assert_eq!(found, [("field[1].choices".to_owned(), Mistake::NoChoices)]);
    let person = "kind = \"person\"";
    let found = mistakes(
        HOUSING,
        person,
        &format!("{person}\nchoices_from = \"wijken\""),
    );
    let mistake = Mistake::ChoicesOnOther("person".to_owned());
    assert_eq!(found, [("field[9].choices".to_owned(), mistake)]);
    let many = |at| format!("{{ id = \"soort-{at}\", label = {{ nl = \"Soort {at}\" }} }},");
    let many: String = (0..MOST_SEVERAL).map(many).collect();
    let found = mistakes(
        HOUSING,
        "{ id = \"geluid\",",
        &format!("{many} {{ id = \"geluid\","),
    );
    let mistake = Mistake::TooManyChoices(MOST_SEVERAL + 13);
    assert_eq!(found, [("field[3].choices".to_owned(), mistake)]);
}

#[test]
fn outcomes_have_no_more_flags_than_can_be_counted() {
    let flags = |count| -> String {
        let flag = |at| {
            format!(
                "[[outcome.flag]]\nid = \"vlag-{at}\"\nlabel = {{ nl = \"Vlag {at}\" }}\nof = [\"handhaving\"]\n\n"
            )
        };
        (0..count).map(flag).collect()
    };
    // There is one already.
    let (register, first) = ("ondermijning-casussen", "[[outcome.flag]]");
    let found = mistakes(register, first, &(flags(32) + first));
    let mistake = Mistake::TooManyFlags(33);
    assert_eq!(found, [("outcome.flag".to_owned(), mistake)]);
    let most = text_of(register).replacen(first, &(flags(31) + first), 1);
    assert!(with_register(&most).is_ok());
}

#[test]
fn a_table_term_or_exception_names_what_exists() {
    let found = mistakes(HOUSING, "rows = [\"wijk\"]", "rows = [\"buurt\"]");
    let [(key, Mistake::NotOneOf { value, expected })] = &found[..] else {
        panic!("{found:?}")
    };
    assert_eq!((key.as_str(), value.as_str()), ("table[0].rows", "buurt"));
    assert!(expected.contains(&"wijk".to_owned()) && expected.contains(&"stand".to_owned()));

    let found = mistakes(HOUSING, "\nfrom = \"begin\"", "\nfrom = \"melding\"");
    let expected = not_one_of("melding", &["begin", "actie-uiterlijk"]);
    assert_eq!(found, [("term[0].from".to_owned(), expected)]);

    let found = mistakes(HOUSING, "choice = \"ongegrond\"", "choice = \"gegrond\"");
    let [(key, Mistake::NotOneOf { expected, .. })] = &found[..] else {
        panic!("{found:?}")
    };
    assert_eq!(key, "retention.exception[0].choice");
    assert!(expected.contains(&"ongegrond".to_owned()));
}

#[test]
fn an_event_has_no_end_and_a_spell_needs_one() {
    let signals = "ondermijning-signalen";
    let end = "[end]\nlabel = { nl = \"Afgerond\" }\n[begin]";
    let found = mistakes(signals, "[begin]", end);
    assert_eq!(
        found,
        [("end".to_owned(), Mistake::EventHasNo("[end]".to_owned()))]
    );
    let found = mistakes(HOUSING, "open = false", "open = true");
    let [(key, Mistake::SpellNeeds(needed))] = &found[..] else {
        panic!("{found:?}")
    };
    assert_eq!(
        (key.as_str(), needed.as_str()),
        ("status", "[[status]] open = false")
    );
}

#[test]
fn a_file_that_is_no_toml_is_reported_with_its_line() {
    let broken = text_of(HOUSING).replacen("prefix = \"WO\"", "prefix = \"WO", 1);
    let line = broken
        .lines()
        .position(|line| line == "prefix = \"WO")
        .unwrap()
        + 1;
    let errors = with_register(&broken).unwrap_err();
    let [error] = &errors[..] else {
        panic!("{errors:?}")
    };
    assert_eq!(
        (error.file.as_str(), error.key.clone()),
        (OWN, format!("line {line}"))
    );
    assert!(matches!(error.mistake, Mistake::Shape(_)));
}

#[test]
fn all_mistakes_are_reported_at_once() {
    let text = text_of(HOUSING)
        .replacen("kind = \"spell\"", "kind = \"zaak\"", 1)
        .replacen("\"wijken\"", "\"buurten\"", 1);
    assert!(with_register(&text).unwrap_err().len() >= 2);
}

#[test]
fn a_standard_table_counts_what_its_kind_of_register_counts_and_names_a_field_once() {
    let found = mistakes(HOUSING, "measure = \"afgerond\"", "measure = \"afgrond\"");
    let mut measures = peildatum::register::Kind::Spell.measures().to_vec();
    measures.push("meldingen");
    assert_eq!(
        found,
        [(
            "table[2].measure".to_owned(),
            not_one_of("afgrond", &measures)
        )]
    );
    let found = mistakes(HOUSING, "columns = [\"wijk\"]", "columns = [\"aard\"]");
    assert_eq!(
        found,
        [(
            "table[1].columns".to_owned(),
            Mistake::Taken("aard".to_owned())
        )]
    );
    let found = mistakes(HOUSING, "chart = \"years\"", "chart = \"jaren\"");
    let expected = not_one_of("jaren", &["parts", "years", "lines"]);
    assert_eq!(found, [("table[3].chart".to_owned(), expected)]);
}

#[test]
fn signals_are_gathered_in_a_register_that_exists_by_fields_and_choices_that_exist() {
    let keys = |from: &str, to: &str| -> Vec<String> {
        let found = mistakes("ondermijning-signalen", from, to);
        found.into_iter().map(|(key, _)| key).collect()
    };
    let register = "register = \"ondermijning-casussen\"";
    assert_eq!(
        keys(register, "register = \"casussen\""),
        ["leads_to.register"]
    );
    let elsewhere = mistakes(
        "ondermijning-signalen",
        register,
        "register = \"woonoverlast\"",
    );
    assert_eq!(
        elsewhere,
        [(
            "leads_to.register".to_owned(),
            Mistake::OtherTeam(HOUSING.to_owned())
        )]
    );
    assert_eq!(
        keys("{ thema = \"thema\"", "{ onderwerp = \"thema\""),
        ["leads_to.fields"]
    );
    assert_eq!(
        keys("{ thema = \"thema\"", "{ thema = \"onderwerp\""),
        ["leads_to.fields"]
    );
    assert_eq!(
        keys(
            "sets = { weging = \"casusoverleg\"",
            "sets = { weging = \"later\""
        ),
        ["leads_to.sets.weging"]
    );
}

#[test]
fn a_team_has_a_name_that_a_file_can_have_and_a_register_has_a_prefix() {
    for name in ["con", "nul", "lpt1"] {
        let found = mistakes(
            HOUSING,
            "team = \"woonoverlast\"",
            &format!("team = \"{name}\""),
        );
        let reserved = Mistake::ReservedName(name.to_owned());
        assert!(found.contains(&("team".to_owned(), reserved)), "{found:?}");
    }
    for prefix in ["", " "] {
        let found = mistakes(
            HOUSING,
            "prefix = \"WO\"",
            &format!("prefix = \"{prefix}\""),
        );
        let missing = Mistake::Missing("prefix".to_owned());
        assert_eq!(found, [("prefix".to_owned(), missing)]);
    }
}

#[test]
fn fields_do_not_wait_for_each_other() {
    let field = |id: &str, other: &str| {
        format!(
            "[[field]]\nid = \"{id}\"\nlabel = {{ nl = \"{id}\", en = \"{id}\" }}\nkind = \"yes-no\"\n\
             only_with = {{ field = \"{other}\", choices = [\"ja\"] }}\nsensitivity = \"ordinary\"\n\
             shareable = false\n\n"
        )
    };
    let added = |fields: &[(&str, &str)]| {
        let fields: String = fields.iter().map(|(id, other)| field(id, other)).collect();
        let at = "[[field]]\nid = \"wijk\"";
        mistakes(HOUSING, at, &format!("{fields}{at}"))
    };
    let round = added(&[("a", "b"), ("b", "c"), ("c", "a"), ("d", "a")]);
    let named: Vec<&str> = round
        .iter()
        .filter_map(|(_, mistake)| match mistake {
            Mistake::DependsOnItself(field) => Some(field.as_str()),
            _ => None,
        })
        .collect();
    assert_eq!(named, ["a", "b", "c"], "{round:?}");
    assert_eq!(round.len(), 3, "{round:?}");
}
