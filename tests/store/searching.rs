use peildatum::register::{Registers, Sensitivity};
use peildatum::store::Search;
use rusqlite::Connection;

use super::support::{
    HOUSING, Place, SIGNALS, address, altered, change, found, new_case, numbered, record, shipped,
    state, text,
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
