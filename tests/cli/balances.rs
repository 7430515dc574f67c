//! `balance`: what there was, what came, what went and what there is.

use serde_json::{Value, json};

use crate::support::{COACHING, HOUSING, Place, UNDERMINING, YOUTH};

fn balance(beginstand: u64, instroom: u64, afgerond: u64, eindstand: u64) -> Value {
    json!({
        "beginstand": beginstand, "instroom": instroom, "heropend": 0,
        "afgerond": afgerond, "eindstand": eindstand,
    })
}

#[test]
fn the_balances_of_2024_are_those_that_were_printed() {
    let place = Place::with(&[HOUSING, UNDERMINING, YOUTH, COACHING]);
    for (register, expected) in [
        (HOUSING, balance(98, 112, 68, 142)),
        (UNDERMINING, balance(15, 5, 14, 6)),
        (YOUTH, balance(85, 49, 50, 84)),
        (COACHING, balance(37, 17, 0, 54)),
    ] {
        let given = place.json(&["balance", register, "--period", "2024"]);
        assert_eq!(given["register"], register);
        assert_eq!(given["balance"], expected, "{register}");
        assert_eq!(given["by"], json!([]));
        assert_eq!(
            given["period"],
            json!({"from": "2024-01-01", "to": "2024-12-31"})
        );
    }
}

#[test]
fn the_parts_of_a_balance_come_to_the_whole() {
    let place = Place::with(&[HOUSING]);
    let asked = ["balance", HOUSING, "--period", "2024", "--by", "wijk"];
    let given = place.json(&asked);
    let parts = given["by"].as_array().unwrap();
    assert_eq!(parts.len(), 8);
    assert_eq!(parts[0]["key"], "centrum");
    for term in [
        "beginstand",
        "instroom",
        "heropend",
        "afgerond",
        "eindstand",
    ] {
        let of = |part: &Value| part["balance"][term].as_u64().unwrap();
        assert_eq!(parts.iter().map(of).sum::<u64>(), of(&given), "{term}");
    }
    let csv = place.csv(&asked);
    let header = [
        "wijk",
        "behandeld",
        "beginstand",
        "instroom",
        "heropend",
        "afgerond",
        "eindstand",
    ];
    assert_eq!(csv[0], header);
    assert_eq!(csv[9], ["totaal", "210", "98", "112", "0", "68", "142"]);
    let text = place.done(&asked);
    assert!(text.contains("Meerzicht"), "{text}");
    assert!(
        text.ends_with("= 210 = afgerond 68 + eindstand 142\n"),
        "{text}"
    );
}

#[test]
fn the_balance_of_a_part_and_of_a_quarter() {
    let place = Place::with(&[YOUTH]);
    let asked = [
        "balance",
        YOUTH,
        "--period",
        "2024",
        "--where",
        "aanpak=RIO",
    ];
    let given = place.json(&asked);
    assert_eq!(given["balance"]["eindstand"], 14);
    assert_eq!(given["balance"]["afgerond"], 0);
    // What one quarter ends with is what the next begins with.
    let of = |period: &str, term: &str| {
        place.json(&["balance", YOUTH, "--period", period])["balance"][term].clone()
    };
    assert_eq!(of("2024-Q1", "eindstand"), of("2024-Q2", "beginstand"));
    let text = place.done(&asked);
    assert!(text.contains("Aanpak: RIO"), "{text}");
    let whole = place.csv(&["balance", YOUTH, "--period", "2024"]);
    assert_eq!(whole[1], ["134", "85", "49", "0", "50", "84"]);
}
