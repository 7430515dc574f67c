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

#[test]
fn what_can_be_repaired_is_repaired_and_said() {
    let place = Place::with(&[HOUSING]);
    assert!(place.done(&["doctor", "--repair"]).contains("heel"));
    let file = place.vault().join("woonoverlast.db");
    let spoil = |sql: &str| {
        let vandal = Connection::open(&file).unwrap();
        vandal.pragma_update(None, "foreign_keys", false).unwrap();
        vandal.execute_batch(sql).unwrap();
    };
    spoil("UPDATE counted SET packed = x'00' WHERE key < 3");
    let said = place.done(&["doctor", "--repair"]);
    assert!(
        said.contains("van 2 zaken") && said.contains("Hersteld."),
        "{said}"
    );
    let backups = place.json(&["backup", "list"]);
    assert_eq!(backups.as_array().unwrap().len(), 1);
    let name = backups[0]["name"].as_str().unwrap();
    assert!(said.contains(name), "{said}");
    let clean = serde_json::json!({"clean": true, "findings": []});
    assert_eq!(place.json(&["doctor", "--repair"]), clean);
    spoil("INSERT INTO document (entry_key, content) VALUES (999, x'00')");
    let repaired = place.json(&["doctor", "--repair"]);
    assert_eq!(repaired["clean"], true);
    let finding = &repaired["findings"][0];
    assert_eq!(finding["kind"], "document-without-entry");
    assert_eq!(finding["repaired"], true);
    // What no repair can bring back stays, and makes no backup each time.
    spoil("DELETE FROM revision WHERE case_key = 1");
    let backups = place.json(&["backup", "list"]);
    let said = place.run(&["doctor", "--repair", "--format", "json"]);
    let found: serde_json::Value = serde_json::from_str(&said.out).unwrap();
    assert_eq!((said.code, said.err.as_str()), (1, ""));
    assert_eq!(found["clean"], false);
    assert_eq!(found["findings"][0]["repaired"], false);
    assert_eq!(place.json(&["backup", "list"]), backups);
    Place::empty().refused(&["doctor", "--repair"]);
}

#[test]
fn a_damaged_file_is_saved_and_what_was_lost_is_said() {
    let place = Place::with(&[HOUSING]);
    place.done(&["backup", "make"]);
    let backups = place.json(&["backup", "list"]);
    let good = backups[0]["name"].as_str().unwrap();
    let cases = place.count(HOUSING);
    let file = place.vault().join("woonoverlast.db");
    let mut content = std::fs::read(&file).unwrap();
    let pages = content.len() / 4096;
    for page in (pages / 2..pages).step_by(3) {
        content[page * 4096..(page + 1) * 4096].fill(0xFF);
    }
    std::fs::write(&file, &content).unwrap();
    let said = place.run(&["doctor"]);
    assert_eq!(said.code, 1);
    assert!(said.out.contains("beschadigd") && said.out.contains(good));
    let said = place.run(&["doctor", "--repair"]);
    assert_eq!(said.err, "");
    assert!(said.out.contains("Hersteld."), "{}", said.out);
    let kept = place.vault().join("kept");
    assert!(said.out.contains(kept.to_str().unwrap()), "{}", said.out);
    // Cases of which something was lost are named with the backup that has it.
    let saved = place.count(HOUSING);
    assert!(saved * 2 > cases, "{saved} of {cases}");
    assert_eq!(said.code, i32::from(said.out.contains(good)));
    assert!(saved == cases || said.code == 1);
}
