//! Whether a vault is whole, on the command line.

use rusqlite::Connection;

use crate::support::{HOUSING, Place};

#[test]
fn what_is_wrong_is_said_with_its_file_and_its_cases() {
    let place = Place::with(&[HOUSING]);
    assert!(place.done(&["doctor"]).contains("heel"));
    let clean = place.json(&["doctor"]);
    assert_eq!(clean, serde_json::json!({"clean": true, "findings": []}));
    let file = place.vault().join("woonoverlast.db");
    Connection::open(file)
        .unwrap()
        .execute("UPDATE counted SET packed = x'00' WHERE key = 1", [])
        .unwrap();
    let said = place.run(&["doctor"]);
    assert_eq!((said.code, said.err.as_str()), (1, ""));
    assert!(
        said.out.contains("woonoverlast.db: van 1 zaak"),
        "{}",
        said.out
    );
    let said = place.run(&["doctor", "--format", "json"]);
    let found: serde_json::Value = serde_json::from_str(&said.out).unwrap();
    assert_eq!((said.code, &found["clean"]), (1, &false.into()));
    let finding = found["findings"][0].as_object().unwrap();
    assert_eq!(
        (&finding["file"], &finding["kind"], &finding["count"]),
        (&"woonoverlast.db".into(), &"counted".into(), &1.into())
    );
    let keys: Vec<&String> = finding.keys().collect();
    assert_eq!(keys, ["cases", "count", "file", "kind", "repaired"]);
    Place::empty().refused(&["doctor"]);
}
