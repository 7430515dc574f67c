//! `finances check`: the amounts of the printed documents, and what does not add up in them.

use crate::support::{Place, Said, data, json};

fn documents() -> String {
    data("financien.csv").to_str().unwrap().to_owned()
}

#[test]
fn in_the_documents_one_sum_is_wrong_and_four_are_apart_by_rounding() {
    let place = Place::empty();
    let Said { code, out, err } = place.run(&["finances", "check", &documents()]);
    assert_eq!((code, err.as_str()), (1, ""));
    let lines: Vec<&str> = out.lines().collect();
    assert_eq!(
        lines[0],
        "86 bedragen gelezen, 35 optellingen gecontroleerd: 30 kloppen, 4 verschillen door afronding, 1 fout."
    );
    assert_eq!(
        lines[1],
        "Fout: Zoetermeer, Programmabegroting 2025, 2024, begroting, Programma 5 Veiligheid, saldo: de som van de \
         onderdelen is −20.774, er staat −20.289. Dat scheelt 485 (× € 1.000). Zoek op welk bedrag niet klopt en verbeter \
         het document of het bestand."
    );
    assert_eq!(lines.len(), 6);
    assert!(
        lines[2..]
            .iter()
            .all(|line| line.starts_with("Afronding: Zoetermeer, "))
    );
}

#[test]
fn a_program_reads_the_same() {
    let place = Place::empty();
    let said = place.run(&["finances", "check", &documents(), "--format", "json"]);
    let found = json(&said.out);
    let wrong = &found["findings"][0];
    assert_eq!(wrong["finding"], "wrong");
    assert_eq!(wrong["relation"], "parts");
    assert_eq!(
        (&wrong["computed"], &wrong["printed"]),
        (&(-20774.0).into(), &(-20289.0).into())
    );
    assert_eq!(wrong["difference"], 485.0);
    let rest = found["findings"].as_array().unwrap().iter().skip(1);
    assert!(
        rest.clone()
            .all(|found| found["finding"] == "rounded" && found["difference"] == 1.0)
    );
    assert_eq!(rest.count(), 4);
    let said = place.run(&["finances", "check", &documents(), "--format", "csv"]);
    let records = crate::support::records(&said.out);
    assert_eq!(records.len(), 6);
    assert_eq!(
        records[1][..4],
        ["wrong", "Zoetermeer", "Programmabegroting 2025", "2024"]
    );
}

#[test]
fn nothing_is_wrong_in_a_document_that_prints_euros_with_costs_above_zero() {
    let place = Place::empty();
    let text = std::fs::read_to_string(documents()).unwrap();
    let zwolle = text
        .lines()
        .filter(|line| line.starts_with("gemeente") || line.starts_with("Zwolle"));
    let file = place.file("zwolle.csv", &zwolle.collect::<Vec<_>>().join("\n"));
    assert_eq!(
        place.done(&["finances", "check", &file]),
        "21 bedragen gelezen, 9 optellingen gecontroleerd: 9 kloppen, 0 verschillen door afronding, 0 fout.\n"
    );
}

#[test]
fn a_row_that_cannot_be_read_is_named_and_what_would_be_right() {
    let place = Place::empty();
    let header = "gemeente;document;conventie;post;soort;jaar;fase;bedrag";
    let rows = [
        "Ons dorp;Begroting;euro, lasten positief;1 Veiligheid;lasten;2024;begroting;100",
        "Ons dorp;Begroting;euro, lasten positief;1 Veiligheid;uitgaven;2024;begroting;100",
        "Ons dorp;Begroting;dollars;1 Veiligheid;lasten;2024;begroting;100",
        "Ons dorp;Begroting;euro, lasten positief;1 Veiligheid;baten;24;begroting;100",
        "Ons dorp;Begroting;euro, lasten positief;1 veiligheid;lasten;2024;begroting;90",
        "Ons dorp;Begroting;euro, lasten positief;1 Veiligheid;baten;2024;begroting;",
    ];
    let file = place.file("f.csv", &format!("{header}\n{}", rows.join("\n")));
    let Said { code, out, .. } = place.run(&["finances", "check", &file]);
    assert_eq!(code, 1);
    let lines: Vec<&str> = out.lines().collect();
    assert!(lines[1].starts_with(
        "rij 3, kolom soort, waarde uitgaven: “uitgaven” is geen keuze. Kies uit: lasten; baten;"
    ));
    assert!(
        lines[2].starts_with("rij 4, kolom conventie, waarde dollars: "),
        "{}",
        lines[2]
    );
    assert!(
        lines[3].starts_with("rij 5, kolom jaar, waarde 24: “24” is geen jaar."),
        "{}",
        lines[3]
    );
    assert_eq!(
        lines[4],
        "rij 6, kolom post, waarde 1 veiligheid: Dit staat al in rij 2. Haal een van beide rijen weg."
    );
    assert_eq!(
        lines[5],
        "rij 7, kolom bedrag: Hier staat niets. Vul deze cel in."
    );
    let file = place.file("g.csv", "gemeente;document\nOns dorp;Begroting\n");
    assert!(
        place
            .refused(&["finances", "check", &file])
            .contains("“conventie”")
    );
}

#[test]
fn amounts_are_checked_kept_and_exported_as_they_came_in() {
    let place = Place::with_vault();
    let file = data("financien.csv");
    let file = file.to_str().unwrap();
    let said = place.run(&["finances", "import", file]);
    // 485 is no rounding: the document is wrong, and its amounts are kept as it prints them.
    assert_eq!(said.code, 1, "{}", said.err);
    assert!(said.out.contains("86 toegevoegd"), "{}", said.out);
    assert!(said.err.contains("Dat scheelt 485"), "{}", said.err);
    assert!(said.err.contains("Afronding"), "{}", said.err);
    let again = place.run(&["finances", "import", file]);
    assert!(again.out.contains("86 ongewijzigd"), "{}", again.out);
    let text = place.done(&["finances", "show", "--municipality", "Zwolle"]);
    assert!(
        text.contains("Bedragen in euro’s.") && text.contains("1.962.937"),
        "{text}"
    );
    assert!(!text.contains("Zoetermeer"), "{text}");
    // What goes out is what came in, in both conventions.
    let kept = place.csv(&["finances", "show"]);
    let source = std::fs::read_to_string(file).unwrap();
    let mut printed: Vec<String> = source
        .trim_start_matches('\u{feff}')
        .lines()
        .map(str::to_owned)
        .collect();
    let mut out: Vec<String> = kept.iter().map(|record| record.join(";")).collect();
    printed.sort();
    out.sort();
    assert_eq!(out, printed);
    let path = place.folder.path().join("uit.xlsx");
    let out = path.to_str().unwrap();
    place.done(&["finances", "show", "--out", out]);
    let again = place.run(&["finances", "import", out]);
    assert!(
        again.out.contains("86 ongewijzigd"),
        "{}\n{}",
        again.out,
        again.err
    );
}

#[test]
fn years_stand_beside_each_other_whichever_document_prints_them() {
    let place = Place::with_vault();
    let file = data("financien.csv");
    place.run(&["finances", "import", file.to_str().unwrap()]);
    let text = place.done(&["finances", "years", "--municipality", "Zoetermeer"]);
    let squeezed = text.split_whitespace().collect::<Vec<_>>().join(" ");
    // The account of 2023, the budget and the account of 2024 and the budgets up to 2028, from two documents.
    assert!(
        squeezed.contains("Programma 5 Veiligheid lasten −19.401 −22.020 −21.342 −24.215"),
        "{text}"
    );
}

#[test]
fn credits_are_kept_and_checked_as_well() {
    let place = Place::with_vault();
    let rows = |left: &str| {
        format!(
            "gemeente;document;conventie;post;soort;jaar;fase;bedrag
Zwolle;Jaarstukken 2022;euro, lasten positief;Infra camera's binnenstad;krediet;2022;realisatie;316906
Zwolle;Jaarstukken 2022;euro, lasten positief;Infra camera's binnenstad;eerder besteed;2022;realisatie;51698
Zwolle;Jaarstukken 2022;euro, lasten positief;Infra camera's binnenstad;bestedingen;2022;realisatie;63807
Zwolle;Jaarstukken 2022;euro, lasten positief;Infra camera's binnenstad;restantkrediet;2022;realisatie;{left}
"
        )
    };
    let right = place.file("k.csv", &rows("201401"));
    place.done(&["finances", "import", &right]);
    let wrong = place.file("w.csv", &rows("201400"));
    let said = place.run(&["finances", "import", &wrong, "--all-or-nothing"]);
    assert_eq!(said.code, 1);
    assert!(
        said.err
            .contains("het krediet min wat eraan is besteed is 201.401"),
        "{}",
        said.err
    );
    // Held back: what was kept stands.
    assert_eq!(place.csv(&["finances", "show"])[4][7], "201401");
    place.run(&["finances", "import", &wrong]);
    assert_eq!(place.csv(&["finances", "show"])[4][7], "201400");
    let of = ["Zwolle", "Jaarstukken 2022"];
    let history = place.csv(&[&["finances", "history"], &of[..]].concat());
    assert_eq!(
        (history.len(), history[1][4].as_str()),
        (3, "Ingelezen uit w.csv")
    );
    place.done(&[&["finances", "restore"], &of[..], &["1"]].concat());
    assert_eq!(place.csv(&["finances", "show"])[4][7], "201401");
}

#[test]
fn what_a_goal_costs_stands_beside_its_indicators() {
    let place = Place::with_vault();
    for name in ["jaarcijfers.csv", "uitsplitsingen.csv"] {
        let file = data(name);
        place.done(&["indicators", "import", file.to_str().unwrap()]);
    }
    place.run(&["finances", "import", &documents()]);
    let text = place.done(&["indicators", "show", "--year", "2024"]);
    let sentence = "Financiën 2024: rekening: lasten −56, baten 0, toevoegingen 0, onttrekkingen 200, saldo 144 (× € 1.000";
    assert!(text.contains(sentence), "{text}");
    assert!(
        text.contains("Financiën 2024: begroting: saldo −3.947 (× € 1.000"),
        "{text}"
    );
}
