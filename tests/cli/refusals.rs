//! Nothing done: exit code 2, and a sentence that says what there is instead.

use crate::support::{HOUSING, Place, SIGNALS, YOUTH, data};

/// A command that is refused, and what its sentence has to name.
type Refusal<'a> = (&'a [&'a str], &'a [&'a str]);

#[test]
fn what_does_not_exist_is_named_with_what_does() {
    let place = Place::with_vault();
    let refusals: [Refusal<'_>; 14] = [
        (&["table", "wapens"], &["wapens", HOUSING, SIGNALS]),
        (&["import", "wapens", "x.csv"], &["wapens", HOUSING]),
        (
            &["table", HOUSING, "--rows", "kleur"],
            &["kleur", "eigendom"],
        ),
        (
            &["balance", HOUSING, "--by", "kleur"],
            &["kleur", "eigendom"],
        ),
        (
            &["cases", HOUSING, "--where", "wijk=Atlantis"],
            &["Atlantis", "oosterheem"],
        ),
        (&["cases", HOUSING, "--where", "wijk"], &["wijk=Meerzicht"]),
        (
            &["table", HOUSING, "--rows", "wijk", "--columns", "wijk"],
            &["wijk"],
        ),
        (
            &["table", HOUSING, "--period", "2024-13"],
            &["2024-13", "2024-Q1"],
        ),
        (
            &["table", HOUSING, "--period", "2024-03-31..2024-03-01"],
            &["01-03-2024", "31-03-2024"],
        ),
        (
            &["table", HOUSING, "--measure", "omzet"],
            &["omzet", "instroom"],
        ),
        (
            &["table", HOUSING, "--measure", "aantal"],
            &["aantal", "behandeld"],
        ),
        (
            &["series", HOUSING, "--from", "2024", "--to", "2023"],
            &["31-12-2023"],
        ),
        (
            &["series", HOUSING, "--from", "ooit", "--to", "2023"],
            &["ooit"],
        ),
        (
            &["cases", HOUSING, "--measure", "Behandelde"],
            &["behandeld"],
        ),
    ];
    for (arguments, named) in refusals {
        let sentence = place.refused(arguments);
        for name in named {
            assert!(sentence.contains(name), "{arguments:?}: {sentence}");
        }
        let english = place.refused(&[&["--lang", "en"], arguments].concat());
        assert_ne!(english, sentence, "{arguments:?}");
    }
}

#[test]
fn events_have_no_stand_and_no_balance() {
    let place = Place::with_vault();
    let stand = place.refused(&["table", SIGNALS, "--where", "stand=lopend"]);
    assert!(stand.contains("stand") && stand.contains("bron"), "{stand}");
    let balance = place.refused(&["balance", SIGNALS]);
    assert!(balance.contains("geen balans"), "{balance}");
    let measure = place.refused(&["table", SIGNALS, "--measure", "behandeld"]);
    assert!(measure.contains("aantal"), "{measure}");
}

#[test]
fn a_file_that_cannot_be_read_or_understood() {
    let place = Place::with_vault();
    let sentence = place.refused(&["import", HOUSING, "bestaat-niet.csv"]);
    assert!(sentence.contains("bestaat-niet.csv"), "{sentence}");
    let file = place.file("leeg.csv", "");
    place.refused(&["import", HOUSING, &file]);
    let file = place.file("vreemd.csv", "Kleur;Maat\nrood;XL\n");
    let sentence = place.refused(&["import", HOUSING, &file]);
    assert!(
        sentence.contains("Datum melding") && sentence.contains("Kleur"),
        "{sentence}"
    );
    let sentence = place.refused(&["import", HOUSING, &file, "--map", "Kleur"]);
    assert!(sentence.contains("KOLOM=veld"), "{sentence}");
    let sentence = place.refused(&["import", HOUSING, &file, "--map", "Kleur=geur"]);
    assert!(
        sentence.contains("geur") && sentence.contains("eigendom"),
        "{sentence}"
    );
    let sentence = place.refused(&["import", HOUSING, &file, "--map", "Geur=begin"]);
    assert!(
        sentence.contains("Geur") && sentence.contains("Maat"),
        "{sentence}"
    );
    assert_eq!(place.count(HOUSING), 0);
}

#[test]
fn wrong_use_ends_with_the_way_to_help_in_the_right_language() {
    let place = Place::with_vault();
    for arguments in [
        &["tabel"][..],
        &["table"],
        &["table", HOUSING, "--format", "xml"],
        &["series", HOUSING, "--from", "2024"],
        &[
            "series", HOUSING, "--from", "2024", "--to", "2024", "--step", "week",
        ],
        &["cases", HOUSING, "--limit", "alles"],
        &["demo", "--cases", "-1"],
        &["--renderer", "paint"],
    ] {
        let sentence = place.refused(arguments);
        assert!(
            sentence.ends_with("Typ peildatum --help voor uitleg.\n"),
            "{sentence}"
        );
        let english = place.refused(&[&["--lang=en"], arguments].concat());
        assert!(
            english.ends_with("Type peildatum --help for help.\n"),
            "{english}"
        );
    }
    place.refused(&["--lang", "fr", "table", HOUSING]);
}

#[test]
fn the_file_of_another_team_is_never_counted() {
    let place = Place::with(&[HOUSING, YOUTH]);
    let file = |team: &str| place.vault().join(format!("{team}.db"));
    std::fs::copy(file("jeugd"), file("woonoverlast")).unwrap();
    let put = std::fs::read(file("woonoverlast")).unwrap();
    let import = data("woonoverlast-2024.csv");
    for arguments in [
        &["balance", HOUSING] as &[&str],
        &["cases", HOUSING],
        &["table", HOUSING],
        &["import", HOUSING, import.to_str().unwrap()],
    ] {
        let sentence = place.refused(arguments);
        assert!(sentence.contains("woonoverlast.db"), "{sentence}");
    }
    assert!(std::fs::read(file("woonoverlast")).unwrap() == put);
    assert!(place.count(YOUTH) > 0);
}
