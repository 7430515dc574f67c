use peildatum::register::{Registers, Sensitivity};
use peildatum::store::{Search, Store};
use rusqlite::Connection;

use super::support::{
    CRIME, HOUSING, Place, SIGNALS, address, all, altered, change, found, new_case, numbered,
    operation, record, shipped, state, text,
};

#[test]
fn a_case_is_found_by_the_beginning_of_every_word() {
    let place = Place::new(HOUSING);
    let mut store = place.open(&[HOUSING]);
    let values = [
        ("adres", address("Café-laan", "45", "A", "2712 AH")),
        ("melder", text("Mevrouw Özdemir")),
        ("omschrijving", text("Elke avond muziek")),
        ("behandelaar", text("Piet")),
    ];
    let number = record(&mut store, new_case(HOUSING, state(&values))).number;
    for words in [
        "ozd",
        "ÖZDEMIR",
        "cafe",
        "café-laan",
        "muz",
        "avond mev",
        "2712 AH",
        "2712ah",
        "2712",
        "45a",
        "45 A",
        "piet",
        "WO-2026-00001",
        "wo-2026",
        "2026",
        " \t piet  ",
    ] {
        assert_eq!(found(&store, words), [number.as_str()], "{words:?}");
    }
    for words in ["demir", "piet jan", "45b", "centrum"] {
        assert!(found(&store, words).is_empty(), "{words:?}");
    }
}

#[test]
fn the_newest_come_first_and_no_more_than_asked() {
    let place = Place::new(HOUSING);
    let mut store = place.open(&[HOUSING]);
    for number in ["1", "2", "3"] {
        record(
            &mut store,
            numbered(HOUSING, number, state(&[("melder", text("Bakker"))])),
        );
    }
    assert_eq!(found(&store, "bakker"), ["3", "2", "1"]);
    assert_eq!(store.search("bakker", 2).unwrap().len(), 2);
    assert!(store.search("bakker", 0).unwrap().is_empty());
}

#[test]
fn what_was_changed_is_found_as_it_is_now() {
    let place = Place::new(HOUSING);
    let mut store = place.open(&[HOUSING]);
    let case = record(
        &mut store,
        new_case(HOUSING, state(&[("melder", text("Bakker"))])),
    );
    record(
        &mut store,
        change(&case, state(&[("melder", text("Visser"))])),
    );
    assert!(found(&store, "bakker").is_empty());
    assert_eq!(found(&store, "visser"), [case.number]);
}

#[test]
fn what_came_from_the_police_is_never_found() {
    let place = Place::new("ondermijning");
    let mut store = place.open(&[SIGNALS]);
    let values = [
        ("omschrijving", text("politiegeheim")),
        ("reden-weging", text("onvoldoende concreet")),
    ];
    record(&mut store, new_case(SIGNALS, state(&values)));
    assert!(found(&store, "politiegeheim").is_empty());
    assert_eq!(found(&store, "concreet").len(), 1);
}

#[test]
fn a_field_that_is_declared_of_the_police_later_leaves_the_index() {
    let place = Place::new("ondermijning");
    let field = "label = { nl = \"Tekst van het signaal\", en = \"Text of the signal\" }\nkind = \"long-text\"\nsensitivity = ";
    let open = altered(
        SIGNALS,
        &format!("{field}\"police\""),
        &format!("{field}\"criminal\""),
    );
    let mut store = place.open_with(vec![open]).unwrap();
    record(
        &mut store,
        new_case(SIGNALS, state(&[("omschrijving", text("politiegeheim"))])),
    );
    assert_eq!(found(&store, "politiegeheim").len(), 1);
    drop(store);
    let store = place.open_with(vec![shipped(SIGNALS)]).unwrap();
    assert!(found(&store, "politiegeheim").is_empty());
}

#[test]
fn nothing_a_person_types_breaks_the_search() {
    let place = Place::new(HOUSING);
    let mut store = place.open(&[HOUSING]);
    record(
        &mut store,
        new_case(HOUSING, state(&[("melder", text("D'Arcy \"de Kat\" OR"))])),
    );
    for words in [
        "",
        " ",
        "\"",
        "\"\"\"",
        "'",
        "*",
        "a*",
        "(",
        ")",
        "^kat",
        "-kat",
        "+",
        "text:kat",
        "{text}:kat",
        "kat AND",
        "NOT kat",
        "NEAR(kat de)",
        "\0",
        "kat\0de",
        "; DROP TABLE case_file; --",
        "%",
        "\u{301}",
        "🏠",
        "\u{202e}kat",
    ] {
        store
            .search(words, 10)
            .unwrap_or_else(|error| panic!("{words:?}: {error}"));
    }
    store.search(&"kat-".repeat(50_000), 10).unwrap();
    store.search(&"kat ".repeat(50_000), usize::MAX).unwrap();
    for words in ["kat", "\"de kat\"", "d'arcy", "or", "kat\0de"] {
        assert_eq!(found(&store, words).len(), 1, "{words:?}");
    }
}

#[test]
fn words_are_found_however_their_letters_are_written() {
    let place = Place::new(HOUSING);
    let mut store = place.open(&[HOUSING]);
    for (written, typed) in [
        ("Éénhoorn", "EENHOORN"),
        ("Strasser", "straß"),
        ("Großmann", "grossm"),
        ("\u{132}sbrand", "IJsb"),
        ("IJsselstein", "\u{133}ssel"),
        ("Rene\u{301}", "RENÉ"),
        ("Renée", "rene\u{301}e"),
        ("Yıldız", "yildiz"),
        ("Wałęsa", "walesa"),
    ] {
        let values = [("melder", text(written))];
        let number = record(&mut store, new_case(HOUSING, state(&values))).number;
        let newest = found(&store, typed).into_iter().next();
        assert_eq!(newest.as_ref(), Some(&number), "{written:?} by {typed:?}");
    }
}

#[test]
fn words_that_were_kept_otherwise_are_kept_anew_on_opening() {
    let place = Place::new(HOUSING);
    let mut store = place.open(&[HOUSING]);
    let values = [("melder", text("Großmann"))];
    let number = record(&mut store, new_case(HOUSING, state(&values))).number;
    drop(store);
    // As an older version left it: the words as they were written, and no word of how they were compared.
    let older = Connection::open(&place.file).unwrap();
    older
        .execute_batch(
            "UPDATE search SET text = 'Großmann';
            UPDATE meta SET value = replace(value, 'plain-letters ', '') WHERE name LIKE 'derived:%';",
        )
        .unwrap();
    drop(older);
    assert_eq!(found(&place.open(&[HOUSING]), "grossmann"), [number]);
}

#[test]
fn what_came_from_the_police_is_found_in_no_register() {
    let registers = Registers::shipped().unwrap();
    let mut known = 0;
    for definition in registers.all() {
        let police = definition
            .fields
            .iter()
            .filter(|field| field.sensitivity == Sensitivity::Police);
        for field in police {
            known += 1;
            let place = Place::new(&definition.team);
            let mut store = place.open(&[&definition.id]);
            let values = [(field.id.as_str(), text("politiegeheim"))];
            let number = record(&mut store, new_case(&definition.id, state(&values))).number;
            assert!(
                found(&store, "politiegeheim").is_empty(),
                "{}",
                definition.id
            );
            assert_eq!(found(&store, &number), [number.as_str()]);
        }
    }
    assert!(known >= 10, "{known}");
}

/// Whether these bytes stand anywhere in a file.
fn stands(file: &std::path::Path, bytes: &[u8]) -> bool {
    let content = std::fs::read(file).unwrap_or_default();
    content.windows(bytes.len()).any(|window| window == bytes)
}

#[test]
fn no_word_stays_in_the_index_of_what_may_no_longer_be_searched() {
    let place = Place::new("ondermijning");
    let field = "label = { nl = \"Tekst van het signaal\", en = \"Text of the signal\" }\nkind = \"long-text\"\nsensitivity = ";
    let open = altered(
        SIGNALS,
        &format!("{field}\"police\""),
        &format!("{field}\"criminal\""),
    );
    let mut store = place.open_with(vec![open]).unwrap();
    // The index holds the words folded; the case and its history have them as they were written.
    let values = [
        ("omschrijving", text("Überwachungsprotokoll")),
        ("reden-weging", text("Onvoldoende Concreet")),
    ];
    record(&mut store, new_case(SIGNALS, state(&values)));
    drop(store);
    let (secret, kept) = (b"uberwachungsprotokoll", b"onvoldoende concreet");
    assert!(stands(&place.file, secret) && stands(&place.file, kept));

    let store = place.open_with(vec![shipped(SIGNALS)]).unwrap();
    let log = place.file.with_extension("db-wal");
    assert_eq!(std::fs::metadata(log).unwrap().len(), 0);
    assert_eq!(found(&store, "concreet").len(), 1);
    drop(store);
    assert!(stands(&place.file, kept));
    assert!(
        !stands(&place.file, secret),
        "not even on a page that is free"
    );
}

#[test]
fn one_register_is_made_anew_and_the_words_of_another_in_its_file_stay() {
    let place = Place::new("ondermijning");
    let mut store = place.open(&[SIGNALS, CRIME]);
    let signal = state(&[("reden-weging", text("Verzonnen reden"))]);
    let signal = record(&mut store, new_case(SIGNALS, signal)).number;
    let crime = record(&mut store, new_case(CRIME, state(&[]))).number;
    drop(store);
    let file = Connection::open(&place.file).unwrap();
    let forgotten = format!("DELETE FROM meta WHERE name LIKE 'derived:%{SIGNALS}'");
    assert_eq!(file.execute(&forgotten, []).unwrap(), 2);
    drop(file);
    let store = place.open(&[SIGNALS, CRIME]);
    assert_eq!(found(&store, "verzonnen"), [signal.as_str()]);
    assert_eq!(found(&store, &signal), [signal.as_str()]);
    assert_eq!(found(&store, &crime), [crime.as_str()]);
}

#[test]
fn changing_the_same_words_many_times_does_not_make_the_index_grow_for_ever() {
    let place = Place::new(HOUSING);
    let mut store = place.open(&[HOUSING]);
    let cases: Vec<String> = (0..20).map(|case| format!("verzonnen{case}")).collect();
    let told = |case: &str, time: usize| {
        let words = (0..40).map(|word| format!("{case}woord{word}keer{time}"));
        let words: Vec<String> = words.collect();
        state(&[("omschrijving", text(&words.join(" ")))])
    };
    for case in &cases {
        record(&mut store, new_case(HOUSING, told(case, 0)));
    }
    let mut change_all = |time: usize| {
        let mut bulk = operation();
        for (stored, case) in all(&store, HOUSING).iter().zip(&cases) {
            bulk = bulk.with(change(stored, told(case, time)));
        }
        store.record(&bulk).unwrap();
    };
    let size = || -> i64 {
        let file = Connection::open(&place.file).unwrap();
        let sum = "SELECT sum(length(block)) FROM search_data";
        file.query_row(sum, [], |row| row.get(0)).unwrap()
    };
    (1..=10).for_each(&mut change_all);
    let after_ten = size();
    (11..=100).for_each(&mut change_all);
    assert!(size() < 3 * after_ten, "{} and {after_ten}", size());
    assert_eq!(found(&store, "verzonnen7woord3keer100").len(), 1);
    assert!(found(&store, "verzonnen7woord3keer99").is_empty());
}
