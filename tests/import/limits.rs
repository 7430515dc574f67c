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
