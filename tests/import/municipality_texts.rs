//! What is said in a register of the demo is said of that register: no barking dog in a training course.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use peildatum::register::{FieldKind, SETTLED, Value};

use crate::municipality::city;

/// Every text that a file in `assets/demo/registers` has.
fn texts_of(register: &str) -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/demo/registers");
    let text = std::fs::read_to_string(folder.join(format!("{register}.toml"))).unwrap();
    let mut texts = Vec::new();
    gather(&toml::from_str(&text).unwrap(), &mut texts);
    texts
}

fn gather(value: &toml::Value, texts: &mut Vec<String>) {
    match value {
        toml::Value::Table(table) => {
            for (key, value) in table {
                match (key.as_str(), value) {
                    ("texts", toml::Value::Array(said)) => {
                        let said = said.iter().filter_map(toml::Value::as_str);
                        texts.extend(said.map(str::to_owned));
                    }
                    _ => gather(value, texts),
                }
            }
        }
        toml::Value::Array(values) => values.iter().for_each(|value| gather(value, texts)),
        _ => {}
    }
}

/// Whether this was made of a text in which `{one|other}` is one of the two.
fn made_of(said: &str, text: &str) -> bool {
    let Some((before, after)) = text.split_once('{') else {
        return said == text;
    };
    let Some(said) = said.strip_prefix(before) else {
        return false;
    };
    let (inside, after) = after.split_once('}').unwrap();
    let mut ways = inside.split('|');
    ways.any(|way| {
        said.strip_prefix(way)
            .is_some_and(|rest| made_of(rest, after))
    })
}

#[test]
fn every_text_of_a_register_is_one_of_its_own() {
    // What is passed on is worded alike in every register.
    let shared = texts_of("other");
    for filled in &city().registers {
        let definition = &filled.definition;
        let own = texts_of(&definition.id);
        let next = definition.next_action.as_ref().map(|next| &next.what);
        let mut different = BTreeSet::new();
        for (case, timeline) in &filled.cases {
            for field in &definition.fields {
                let told = field.kind == FieldKind::LongText || next == Some(&field.id);
                if let (true, Some(Value::Text(said))) = (told, case.state.values.get(&field.id)) {
                    let known = own.iter().any(|text| made_of(said, text));
                    assert!(known, "{}.{}: {said}", definition.id, field.id);
                    different.insert(said.clone());
                }
            }
            for entry in timeline.iter().filter(|entry| entry.kind != SETTLED) {
                let kind = definition.entry_kind(&entry.kind).unwrap();
                for field in &kind.fields {
                    let value = entry.values.get(&field.id);
                    if let (FieldKind::LongText, Some(Value::Text(said))) = (field.kind, value) {
                        let texts = match entry.kind.as_str() {
                            "verstrekking" => &shared,
                            _ => &own,
                        };
                        let known = texts.iter().any(|text| made_of(said, text));
                        assert!(known, "{}.{}: {said}", definition.id, entry.kind);
                    }
                }
            }
        }
        assert!(
            next.is_none() || different.len() >= 5,
            "{}: {different:?}",
            definition.id
        );
    }
}

#[test]
fn a_page_of_what_people_report_hardly_repeats_itself() {
    for (register, field) in [
        ("woonoverlast", "omschrijving"),
        ("ondermijning-signalen", "omschrijving"),
    ] {
        let mut registers = city().registers.iter();
        let filled = registers
            .find(|filled| filled.definition.id == register)
            .unwrap();
        let said: Vec<&Value> = filled
            .cases
            .iter()
            .rev()
            .filter_map(|(case, _)| case.state.values.get(field))
            .take(30)
            .collect();
        let mut counts: BTreeMap<String, usize> = BTreeMap::new();
        for text in &said {
            *counts.entry(format!("{text:?}")).or_default() += 1;
        }
        assert!(counts.len() >= 27, "{register}: {counts:?}");
    }
}
