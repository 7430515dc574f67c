//! A register is data: a file in the vault, and every command knows it.

use serde_json::json;

use crate::support::{HOUSING, Place};

const LIST: &str = r#"
id = "branches"
label = { nl = "Branches", en = "Trades" }

[[choice]]
id = "horeca"
label = { nl = "Horeca", en = "Catering" }
aliases = ["Café", "Restaurant"]

[[choice]]
id = "autoverhuur"
label = { nl = "Autoverhuur", en = "Car rental" }
"#;

const REGISTER: &str = r#"
id = "vergunningtoets"
team = "vergunningen"
team_label = { nl = "Vergunningen", en = "Permits" }
kind = "spell"
prefix = "VT"
label = { nl = "Vergunningtoetsen", en = "Permit checks" }
purpose = { nl = "Vergunningen toetsen." }
legal_ground = { nl = "Wet Bibob." }

[case]
one = { nl = "toets", en = "check" }
many = { nl = "toetsen", en = "checks" }
new = { nl = "Nieuwe toets", en = "New check" }

[retention]
years = 5
source = "Wet Bibob"

[begin]
label = { nl = "Aanvraag", en = "Request" }

[end]
label = { nl = "Besluit op", en = "Decided on" }

[[status]]
id = "loopt"
label = { nl = "Loopt", en = "Pending" }
open = true
[[status]]
id = "besloten"
label = { nl = "Besloten", en = "Decided" }
open = false

[[field]]
id = "branche"
label = { nl = "Branche", en = "Trade" }
kind = "choice"
choices_from = "branches"
counted = true
sensitivity = "ordinary"
shareable = true

[[field]]
id = "eigen-vermogen"
label = { nl = "Eigen vermogen", en = "Own capital" }
kind = "yes-no"
counted = true
sensitivity = "ordinary"
shareable = false

[outcome]
label = { nl = "Besluit", en = "Decision" }
choices = [
    { id = "verleend", label = { nl = "Verleend", en = "Granted" } },
    { id = "geweigerd", label = { nl = "Geweigerd", en = "Refused" } },
]

[[table]]
id = "branche"
label = { nl = "Toetsen naar branche", en = "Checks by trade" }
rows = ["branche"]
columns = ["stand"]
"#;

const FILE: &str = "\
Aanvraag;Besluit op;Branche;Eigen vermogen;Besluit
10-01-2024;;Café;ja;
20-02-2024;01-06-2024;autoverhuur;nee;Geweigerd
05-11-2023;15-03-2024;Restaurant;;Verleend
";

/// A place for a vault in which the definitions lie ready.
fn prepared(register: &str) -> Place {
    let place = Place::empty();
    place.file("kluis/lists/branches.toml", LIST);
    place.file("kluis/registers/vergunningtoets.toml", register);
    place
}

#[test]
fn every_command_knows_a_register_of_the_municipality() {
    let place = prepared(REGISTER);
    place.done(&["init"]);
    let name = "vergunningtoets";
    let file = place.file("toetsen.csv", FILE);
    assert_eq!(place.json(&["import", name, &file])["added"], 3);
    let table = place.json(&["table", name, "--period", "2024"]);
    assert_eq!(table["row_keys"], json!([["horeca"], ["autoverhuur"]]));
    assert_eq!(table["cells"], json!([[1, 1], [0, 1]]));
    let text = place.done(&["table", name, "--period", "2024", "--lang", "en"]);
    assert!(
        text.contains("Checks by trade") && text.contains("Car rental"),
        "{text}"
    );
    let balance = place.json(&["balance", name, "--period", "2024", "--by", "branche"]);
    assert_eq!(
        balance["balance"],
        json!({"beginstand": 1, "instroom": 2, "heropend": 0, "afgerond": 2, "eindstand": 1})
    );
    let split = ["--by", "eigen-vermogen", "--measure", "instroom"];
    let span = ["series", name, "--from", "2023", "--to", "2024"];
    let series = place.csv(&[&span[..], &split].concat());
    assert_eq!(
        series,
        [
            ["periode", "ja", "nee", "onbekend"],
            ["2023", "0", "0", "1"],
            ["2024", "1", "1", "0"]
        ]
    );
    let refused = ["--where", "uitkomst=Geweigerd", "--period", "2024"];
    let cases = place.json(&[&["cases", name], &refused[..]].concat());
    assert_eq!(cases["total"], 1);
    assert_eq!(cases["cases"][0]["branche"], "autoverhuur");
    assert_eq!(cases["cases"][0]["eigen-vermogen"], "nee");
    // A case without a number gets one with the prefix of the register.
    assert!(
        cases["cases"][0]["number"]
            .as_str()
            .unwrap()
            .starts_with("VT-")
    );
    // Its cases are in the file of its own team, and the shipped registers are still there.
    assert!(place.vault().join("vergunningen.db").is_file());
    place.done(&["table", HOUSING]);
}

#[test]
fn a_demo_fills_it_as_well() {
    let place = prepared(REGISTER);
    let said = place.done(&["demo", "--no-window", "--cases", "40"]);
    assert!(
        said.contains("19 registers met elk 40 verzonnen zaken"),
        "{said}"
    );
    assert_eq!(place.count("vergunningtoets"), 40);
}

#[test]
fn a_mistake_is_named_with_file_key_and_what_would_be_right() {
    for (from, to, named) in [
        (
            "kind = \"spell\"",
            "kind = \"spel\"",
            &["kind", "spel", "event"][..],
        ),
        (
            "[retention]\nyears = 5\nsource = \"Wet Bibob\"\n",
            "",
            &["retention"],
        ),
        (
            "rows = [\"branche\"]",
            "rows = [\"kleur\"]",
            &["table[0].rows", "kleur", "branche"],
        ),
        ("prefix = ", "prefiks = ", &["prefiks", "prefix"]),
        (
            "choices_from = \"branches\"",
            "choices_from = \"bomen\"",
            &["bomen", "branches"],
        ),
        ("label = {", "label = ", &["line"]),
    ] {
        assert!(REGISTER.contains(from), "{from}");
        let place = prepared(&REGISTER.replacen(from, to, 1));
        let sentence = place.refused(&["init"]);
        assert!(sentence.contains("vergunningtoets.toml"), "{sentence}");
        for name in named {
            assert!(sentence.contains(name), "{name} is not in: {sentence}");
        }
        assert!(
            !place.vault().join("gedeeld.db").exists(),
            "nothing was made"
        );
    }
}

#[test]
fn a_mistake_made_later_is_named_by_every_command() {
    let place = prepared(REGISTER);
    place.done(&["init"]);
    place.file(
        "kluis/registers/vergunningtoets.toml",
        "id = \"Vergunning Toets\"",
    );
    for arguments in [
        &["table", HOUSING][..],
        &["cases", HOUSING],
        &["import", HOUSING, "x"],
    ] {
        let sentence = place.refused(arguments);
        assert!(sentence.contains("vergunningtoets.toml"), "{sentence}");
    }
}
