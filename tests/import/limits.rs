//! A row that says what the law does not allow, or what means nothing, is refused where it says so.

use peildatum::language::{Explain, Language};

use crate::support::{Desk, counts, places};

#[test]
fn a_ban_beyond_its_term_is_refused_at_its_end() {
    let mut desk = Desk::new("huisverboden");
    let report = desk.import(
        "Nr;Opgelegd op;Uitgereikt;Geldig tot\n\
         1;02-03-2026;02-03-2026 14:30;30-03-2026 14:30\n\
         2;02-03-2026;02-03-2026 14:30;30-03-2026 14:31\n\
         3;02-03-2026;;30-03-2027\n",
    );
    assert_eq!(counts(&report), [2, 0, 0, 1]);
    assert_eq!(places(&report), [(3, "Geldig tot", "30-03-2026 14:31")]);
    let sentence = report.problems[0].explain(Language::Dutch);
    assert!(sentence.contains("30-03-2026 14:30"), "{sentence}");
}

#[test]
fn a_detail_of_another_choice_is_refused_and_what_is_missing_is_not() {
    let mut desk = Desk::new("woonoverlast");
    let report = desk.import(
        "Nr;Datum melding;Eigendom;Welke corporatie\n\
         1;02-03-2026;Corporatie;Vidomes\n\
         2;02-03-2026;Koop;Vidomes\n\
         3;02-03-2026;;Vidomes\n\
         4;02-03-2026;Corporatie;\n",
    );
    assert_eq!(counts(&report), [3, 0, 0, 1]);
    assert_eq!(places(&report), [(3, "Welke corporatie", "Vidomes")]);
}

#[test]
fn a_number_beyond_what_is_counted_and_a_text_that_is_too_long_are_refused_in_their_row() {
    let mut desk = Desk::new("controles");
    let long = "a".repeat(60_001);
    let report = desk.import(&format!(
        "Nr;Datum;Aantal objecten;Bevindingen\n\
         1;02-03-2026;999999999999;kort\n\
         2;02-03-2026;1000000000000;\n\
         3;02-03-2026;92233720368547758070;\n\
         4;02-03-2026;3;{long}\n\
         5;02-03-2026;3;{}\n",
        &long[1..]
    ));
    assert_eq!(counts(&report), [2, 0, 0, 3]);
    let told = |at: usize| report.problems[at].explain(Language::Dutch);
    assert!(told(0).contains("onder 1.000.000.000.000"), "{}", told(0));
    assert!(told(1).contains("onder 1.000.000.000.000"), "{}", told(1));
    assert!(told(2).contains("hoogstens 60.000 tekens"), "{}", told(2));
}

/// A pipe is opened only when somebody writes in it, which may be never.
#[cfg(unix)]
#[test]
fn what_is_no_file_is_refused_at_once() {
    let folder = tempfile::tempdir().unwrap();
    let pipe = folder.path().join("pijp.csv");
    let made = std::process::Command::new("mkfifo").arg(&pipe).status();
    assert!(made.unwrap().success());
    for place in [pipe, folder.path().to_owned(), "/dev/zero".into()] {
        let (answer, answered) = std::sync::mpsc::channel();
        let at = place.clone();
        std::thread::spawn(move || answer.send(peildatum::exchange::read_sheet(&at).err()));
        let refused = answered.recv_timeout(std::time::Duration::from_secs(10));
        let refused = refused.unwrap().unwrap().explain(Language::Dutch);
        assert!(refused.contains("is geen bestand"), "{refused}");
    }
}
