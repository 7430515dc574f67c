//! What the headers of a file mean.

use peildatum::exchange::{
    ImportJob, Mapping, MappingChoices, MappingError, Recognition, Sheet, SheetColumns, Target,
};
use peildatum::language::{Explain, Language};
use peildatum::register::{AddressPart, DateOrder};

use crate::support::{counts, day, empty_vault, file, job, mapping, register, run, sheet};

fn map(
    register_id: &str,
    headers: &[&str],
    chosen: &[(&str, &str)],
) -> Result<Mapping, MappingError> {
    let sheet = Sheet {
        headers: headers.iter().map(|&header| header.to_owned()).collect(),
        rows: Vec::new(),
        is_text: true,
    };
    let chosen: Vec<_> = chosen
        .iter()
        .map(|&(column, field)| (column.to_owned(), field.to_owned()))
        .collect();
    mapping(&register(register_id), &sheet, &chosen)
}

fn explained(error: &MappingError, words: &[&str]) {
    for language in Language::ALL {
        let sentence = error.explain(language);
        assert!(
            !sentence.starts_with("import-") && sentence.ends_with('.'),
            "{sentence}"
        );
        for word in words {
            assert!(sentence.contains(word), "{sentence} names {word}");
        }
    }
}

#[test]
fn headers_are_recognised_without_regard_to_case_and_blanks() {
    let definition = register("woonoverlast");
    let part = |part| Target::Part("adres".to_owned(), part);
    for (header, target) in [
        ("nummer", Target::Number),
        ("  NR ", Target::Number),
        ("begin", Target::Begin),
        ("Datum  melding", Target::Begin),
        ("date REPORTED", Target::Begin),
        ("Gemeld op", Target::Begin),
        ("einde", Target::End),
        ("Afgerond", Target::End),
        ("Status", Target::Status),
        ("Uitkomst", Target::Outcome),
        ("Reason for closing", Target::Outcome),
        ("wijk", Target::Field("wijk".to_owned())),
        ("Kind of nuisance", Target::Field("aard".to_owned())),
        ("aard overlast", Target::Field("aard".to_owned())),
        ("Adres", part(AddressPart::Street)),
        ("adres.straat", part(AddressPart::Street)),
        ("Straat", part(AddressPart::Street)),
        ("adres.postcode", part(AddressPart::Postcode)),
        ("POSTCODE", part(AddressPart::Postcode)),
        ("Huisnummer", part(AddressPart::Number)),
        ("adres.huisnummer", part(AddressPart::Number)),
        ("toevoeging", part(AddressPart::Addition)),
    ] {
        assert_eq!(Target::named(&definition, header), Some(target), "{header}");
    }
    for header in ["", " ", "Kleur", "stand", "postcodes"] {
        assert_eq!(Target::named(&definition, header), None, "{header}");
    }
    let flag = Target::named(&register("ondermijning-casussen"), "Waarvan sluiting");
    assert_eq!(flag, Some(Target::Flag("tijdelijke-sluiting".to_owned())));
}

#[test]
fn an_event_has_no_end_status_or_outcome() {
    let definition = register("ondermijning-signalen");
    for header in ["einde", "status", "uitkomst"] {
        assert_eq!(Target::named(&definition, header), None, "{header}");
    }
}

#[test]
fn columns_that_say_nothing_are_named() {
    let mapping = map("woonoverlast", &["Nr", "Kleur", "", "Gemeld op"], &[]).unwrap();
    assert_eq!(mapping.ignored(), ["Kleur", "C"]);
    assert_eq!(mapping.column(&Target::Begin), Some(3));
}

#[test]
fn what_the_user_chooses_goes_before_what_is_recognised() {
    let headers = ["Nr", "Start", "Datum", "Buurt", "Wijk"];
    let mapping = map(
        "woonoverlast",
        &headers,
        &[("datum", "begin"), ("Buurt", "District")],
    )
    .unwrap();
    assert_eq!(mapping.column(&Target::Begin), Some(2));
    assert_eq!(mapping.column(&Target::Field("wijk".to_owned())), Some(3));
    assert_eq!(mapping.ignored(), ["Start", "Wijk"]);
}

#[test]
fn a_choice_that_does_not_exist_names_what_does() {
    let error = map("woonoverlast", &["Nr", "Start"], &[("Kleur", "wijk")]).unwrap_err();
    assert!(matches!(error, MappingError::UnknownColumn { .. }));
    explained(&error, &["Kleur", "Nr, Start"]);
    let error = map("woonoverlast", &["Nr", "Start"], &[("Nr", "kleur")]).unwrap_err();
    assert!(matches!(error, MappingError::UnknownField { .. }));
    explained(
        &error,
        &["kleur", "nummer, begin, einde", "adres.postcode", "wijk"],
    );
}

#[test]
fn two_columns_for_one_field_are_not_guessed_at() {
    let error = map("woonoverlast", &["Start", "Wijk", "District"], &[]).unwrap_err();
    assert!(matches!(error, MappingError::TwoColumns { .. }));
    explained(&error, &["Wijk", "District", "wijk", "--map"]);
    let chosen = [("Wijk", "wijk"), ("Buurt", "wijk")];
    // Somebody who names both wants what either of them has.
    let both = map("woonoverlast", &["Start", "Wijk", "Buurt"], &chosen).unwrap();
    let wijk = Target::Field("wijk".to_owned());
    assert_eq!(both.columns(&wijk).collect::<Vec<_>>(), [1, 2]);
    assert!(map("woonoverlast", &["Start", "Wijk", "District"], &chosen[..1]).is_ok());
}

#[test]
fn of_a_thousand_columns_ten_are_named() {
    let headers: Vec<String> = (1..=1000).map(|at| format!("kolom {at}")).collect();
    let headers: Vec<&str> = headers.iter().map(String::as_str).collect();
    let error = map("woonoverlast", &headers, &[]).unwrap_err();
    let sentence = error.explain(Language::Dutch);
    assert!(sentence.contains("kolom 1, kolom 2,"), "{sentence}");
    assert!(sentence.contains("kolom 10 en nog 990."), "{sentence}");
    assert!(!sentence.contains("kolom 11"), "{sentence}");
    assert!(error.to_string().len() < 300, "{error}");
}

#[test]
fn without_a_begin_nothing_can_come_in() {
    let error = map("woonoverlast", &["Nr", "Wijk"], &[]).unwrap_err();
    assert!(matches!(error, MappingError::NoBegin { .. }));
    assert!(error.explain(Language::Dutch).contains("Datum melding"));
    explained(&error, &["Nr, Wijk"]);
}

#[test]
fn headers_are_recognised_however_their_letters_are_written() {
    let definition = register("woonoverlast");
    for (header, target) in [
        ("Dàtum MÉLDING", Target::Begin),
        ("datum me\u{301}lding", Target::Begin),
        ("W\u{133}k", Target::Field("wijk".to_owned())),
    ] {
        assert_eq!(
            Target::named(&definition, header),
            Some(target),
            "{header:?}"
        );
    }
    let chosen = [("straße", "Wijk")];
    let mapping = map("woonoverlast", &["Gemeld op", "STRASSE"], &chosen).unwrap();
    assert_eq!(mapping.column(&Target::Field("wijk".to_owned())), Some(1));
}

#[test]
fn an_order_that_is_asked_for_does_not_overrule_what_the_dates_show() {
    let (_folder, mut vault) = empty_vault();
    let (_kept, path) = file(
        "meldingen.csv",
        b"Nr;Start\nA;13-05-2024\nB;04-05-2024\nC;04/05/2024\n",
    );
    let job = ImportJob {
        date_order: Some(DateOrder::Month),
        ..job("woonoverlast", &path)
    };
    assert_eq!(counts(&run(&mut vault, &job).report), [3, 0, 0, 0]);
    let store = vault.store("woonoverlast").unwrap();
    for (number, opened) in [
        ("A", "13-05-2024"),
        ("B", "04-05-2024"),
        ("C", "05-04-2024"),
    ] {
        let case = store.case_by_number("woonoverlast", number).unwrap();
        assert_eq!(case.unwrap().state.opened(), Some(day(opened)), "{number}");
    }
}

#[test]
fn a_year_of_two_digits_in_front_is_an_order_of_its_own() {
    let definition = register("woonoverlast");
    let asked = |text: &str| {
        let columns = SheetColumns::of(&sheet(text)).unwrap();
        let choices = MappingChoices::default();
        let mapping = Mapping::resolve(&definition, &columns, &choices, Recognition::Likely);
        mapping.date_questions().count()
    };
    assert_eq!(
        asked("Nr;Start\nA;99-12-31\n"),
        0,
        "only the year can come first"
    );
    assert_eq!(
        asked("Nr;Start\nA;99-12-31\nB;31-12-1999\n"),
        1,
        "they contradict each other"
    );
}

#[test]
fn one_long_text_does_not_hide_the_values_of_a_column() {
    let definition = register("woonoverlast");
    let long = "x".repeat(200);
    let text = format!("Nr;Start;Wijk\nA;01-02-2024;Centrumm\nB;01-02-2024;{long}\n");
    let columns = SheetColumns::of(&sheet(&text)).unwrap();
    let choices = MappingChoices::default();
    let mapping = Mapping::resolve(&definition, &columns, &choices, Recognition::Likely);
    let written: Vec<&str> = mapping
        .values()
        .iter()
        .map(|line| line.written.as_str())
        .collect();
    assert_eq!(written, ["Centrumm"]);
}

#[test]
fn a_kept_mapping_does_not_ask_for_a_column_that_was_skipped() {
    let definition = register("woonoverlast");
    let mut choices = MappingChoices::default();
    choices
        .columns
        .insert("Start".to_owned(), vec!["begin".to_owned()]);
    choices
        .columns
        .insert("Opmerking van toen".to_owned(), Vec::new());
    let columns = SheetColumns::of(&sheet("Nr;Start\nA;01-02-2024\n")).unwrap();
    let mapping = Mapping::resolve(&definition, &columns, &choices, Recognition::Names);
    assert!(mapping.check(&definition, &choices).is_ok());
    choices
        .columns
        .insert("Straat van toen".to_owned(), vec!["adres".to_owned()]);
    assert!(mapping.check(&definition, &choices).is_err());
}
