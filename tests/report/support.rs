//! Invented cases in which every field is filled in, and what stands in the files that are made of them.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{Cursor, Read};
use std::sync::Arc;

use chrono::{Days, NaiveDate, NaiveDateTime, TimeZone, Utc};
use peildatum::exchange::invent;
use peildatum::language::Language;
use peildatum::register::{
    Address, CaseFile, CaseKey, CaseState, Change, Definition, Entry, EntryKey, EntryState, Field,
    FieldKind, Registers, Revision, SETTLED, Value,
};
use peildatum::report::{CaseContents, CaseSummary, Document, Made, Scope};
use peildatum::store::new_id;
use quick_xml::Reader;
use quick_xml::events::Event;

pub const HOUSING: &str = "woonoverlast";
pub const BANS: &str = "huisverboden";

pub fn register(id: &str) -> Arc<Definition> {
    Registers::shipped().unwrap().get(id).unwrap().clone()
}

pub fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

pub fn at(date: NaiveDate, hour: u32, minute: u32) -> NaiveDateTime {
    date.and_hms_opt(hour, minute, 0).unwrap()
}

/// Made on a Monday in November, a quarter past nine in Amsterdam.
pub fn made() -> Made {
    Made {
        at: Utc.with_ymd_and_hms(2026, 11, 23, 8, 15, 0).unwrap(),
        by: "s.verzonnen".to_owned(),
    }
}

pub fn text(text: &str) -> Value {
    Value::Text(text.to_owned())
}

/// A case of a register with this state and timeline, every entry recorded by `o.bedacht`.
pub fn on_paper(
    definition: &Arc<Definition>,
    state: CaseState,
    entries: Vec<EntryState>,
) -> CaseContents {
    let case = CaseFile {
        key: CaseKey(1),
        id: new_id(),
        register: definition.id.clone(),
        number: format!("{}-2026-00001", definition.prefix),
        version: 1,
        state,
    };
    let entry = |(place, state): (usize, EntryState)| Entry {
        key: EntryKey(place as i64 + 1),
        id: new_id(),
        case: case.key,
        version: 1,
        state,
    };
    let entries: Vec<Entry> = entries.into_iter().enumerate().map(entry).collect();
    let revision = |entry: &Entry| Revision {
        sequence: entry.key.0,
        operation: new_id(),
        entry: Some(entry.key),
        version: 1,
        recorded: made().at,
        actor: "o.bedacht".to_owned(),
        reason: None,
        undoes: None,
        changes: vec![Change::Entry {
            before: None,
            after: entry.state.clone(),
        }],
    };
    let history: Vec<Revision> = entries.iter().map(revision).collect();
    CaseContents::new(definition.clone(), case, entries, &history)
}

/// Fills in fields with values that occur nowhere else, and remembers how those are written.
pub struct Filling {
    /// Another one writes other values in the fields that may not be shared.
    pub variant: u32,
    count: u32,
    /// What may be shared, as it is written.
    pub shared: BTreeSet<String>,
    /// What may not be shared, as it is written.
    pub secret: BTreeSet<String>,
}

impl Filling {
    pub fn variant(variant: u32) -> Self {
        Self {
            variant,
            count: 0,
            shared: BTreeSet::new(),
            secret: BTreeSet::new(),
        }
    }

    pub fn values(&mut self, fields: &[Field]) -> BTreeMap<String, Value> {
        let values = fields
            .iter()
            .map(|field| (field.id.clone(), self.value(field)));
        values.collect()
    }

    fn value(&mut self, field: &Field) -> Value {
        self.count += 1;
        let shares = Scope::Shareable.shows(field);
        let variant = if shares { 0 } else { self.variant };
        let number = variant * 2000 + self.count;
        let early = day(1903, 1, 1) + Days::new(number.into());
        let mark = format!("Verzonnen{number}q");
        let choice = || {
            let at = (number + variant) as usize % field.choices.len();
            field.choices[at].id.clone()
        };
        let value = match field.kind {
            FieldKind::Text | FieldKind::Person => Value::Text(mark),
            FieldKind::LongText => Value::Text(format!("{mark}\nen verder")),
            FieldKind::Date | FieldKind::BirthDate => Value::Date(early),
            FieldKind::DateTime => Value::DateTime(at(early, 3, 17)),
            FieldKind::Choice => Value::Choice(choice()),
            FieldKind::Choices => Value::Choices([choice()].into()),
            FieldKind::Number => Value::Number(f64::from(7_000_000 + number)),
            FieldKind::YesNo => Value::YesNo(variant.is_multiple_of(2)),
            FieldKind::Address => Value::Address(Address {
                street: mark,
                number: format!("{}", 50_000 + number),
                addition: String::new(),
                postcode: "2799 ZZ".to_owned(),
            }),
        };
        // Words such as "ja" stand elsewhere as well; those are compared by putting others in their place.
        let written = match &value {
            Value::Text(text) => text.lines().next().map(str::to_owned),
            Value::Address(address) => Some(address.street.clone()),
            Value::Date(_) | Value::DateTime(_) | Value::Number(_) => {
                Some(field.display(&value, Language::Dutch))
            }
            _ => None,
        };
        let kept = if shares {
            &mut self.shared
        } else {
            &mut self.secret
        };
        kept.extend(written);
        value
    }
}

/// A case with every field filled in and two entries of every kind.
pub fn filled(definition: &Arc<Definition>, seed: u64, filling: &mut Filling) -> CaseContents {
    let invented = invent(definition, 1, seed, day(2026, 11, 23))
        .next()
        .unwrap();
    let mut state = invented.state;
    state.values = filling.values(&definition.fields);
    let opened = state.opened().unwrap();
    let mut entries = Vec::new();
    for round in 0..2 {
        for (place, kind) in definition.entries.iter().enumerate() {
            let happened = opened + Days::new(round * 3 + place as u64);
            let mut entry = EntryState::at(&kind.id, at(happened, 10, 5));
            let mut fields = kind.fields.clone();
            if kind.id == SETTLED {
                // The name of a task is no free text.
                fields.retain(|field| field.id != SETTLED);
                entry = entry.with(SETTLED, text("stil"));
            }
            entry.values.append(&mut filling.values(&fields));
            entries.push(entry);
        }
    }
    on_paper(definition, state, entries)
}

pub fn summary(case: &CaseContents, scope: Scope) -> Document {
    CaseSummary::new(case, scope, &made()).document(Language::Dutch)
}

/// Every part of a Word file, unpacked.
pub fn parts(docx: &[u8]) -> BTreeMap<String, String> {
    let mut archive = zip::ZipArchive::new(Cursor::new(docx)).unwrap();
    let names: Vec<String> = archive
        .file_names()
        .map(|name| name.unwrap().into_owned())
        .collect();
    let read = |name: String| {
        let mut text = String::new();
        let mut part = archive.by_name(&name).unwrap();
        part.read_to_string(&mut text).unwrap();
        (name, text)
    };
    names.into_iter().map(read).collect()
}

/// What a reader of this XML reads, element by element; it stops the test where that is no XML.
pub fn read_xml(xml: &str) -> Vec<String> {
    let mut reader = Reader::from_str(xml);
    reader.config_mut().check_end_names = true;
    let mut texts = vec![String::new()];
    let mut depth = 0;
    loop {
        match reader.read_event().unwrap() {
            Event::Text(text) => texts.last_mut().unwrap().push_str(&text.xml10_content()),
            Event::GeneralRef(entity) => {
                let letter = match entity.resolve_char_ref().unwrap() {
                    Some(letter) => letter.to_string(),
                    None => match entity.xml10_content().as_ref() {
                        "amp" => "&",
                        "lt" => "<",
                        "gt" => ">",
                        "quot" => "\"",
                        "apos" => "'",
                        other => unreachable!("no entity of XML: {other}"),
                    }
                    .to_owned(),
                };
                texts.last_mut().unwrap().push_str(&letter);
            }
            Event::Start(_) => {
                depth += 1;
                texts.push(String::new());
            }
            Event::End(_) => {
                depth -= 1;
                texts.push(String::new());
            }
            Event::Eof => break,
            _ => {}
        }
    }
    assert_eq!(depth, 0, "every element is closed");
    texts.retain(|text| !text.trim().is_empty());
    texts
}

/// All text of a document, as the writers get it.
pub fn all_text(document: &Document) -> String {
    format!("{document:#?}")
}
