//! An invented register whose cases have a timeline, terms and addresses, and what stands on its timelines.

use std::sync::Arc;

use chrono::NaiveDateTime;
use peildatum::register::{
    CaseFile, CaseReference, Definition, DefinitionFile, DefinitionFiles, Entry, EntryState, LINK,
    Registers, SETTLED, Value,
};
use peildatum::store::{CaseOf, EntryTarget, EntryWrite, SqliteStore, Store, Timelines};

use super::support::{Place, day, operation, text};

pub const STREET: &str = "straatzaken";
const DEFINITION: &str = include_str!("straatzaken.toml");

pub fn definition() -> Arc<Definition> {
    changed("", "")
}

/// The definition with a piece of its text replaced.
pub fn changed(from: &str, to: &str) -> Arc<Definition> {
    assert!(DEFINITION.contains(from));
    let own = DefinitionFiles {
        registers: vec![DefinitionFile {
            name: "straatzaken.toml".to_owned(),
            text: DEFINITION.replacen(from, to, 1),
        }],
        ..DefinitionFiles::default()
    };
    let registers = Registers::read(&DefinitionFiles::shipped(), &own).unwrap();
    Arc::clone(registers.get(STREET).unwrap())
}

/// Two registers of one team, which differ in nothing but their names. Cases are of two kinds.
pub fn both() -> [Arc<Definition>; 2] {
    let own = DEFINITION.replace(
        "choices = [{ id = \"geluid\",",
        "choices = [{ id = \"stank\", label = { nl = \"Stank\" } }, { id = \"geluid\",",
    );
    let files = [("straatzaken", "SZ"), ("tipzaken", "TZ")].map(|(id, prefix)| DefinitionFile {
        name: format!("{id}.toml"),
        text: own
            .replace("id = \"straatzaken\"", &format!("id = \"{id}\""))
            .replace("prefix = \"SZ\"", &format!("prefix = \"{prefix}\"")),
    });
    let own = DefinitionFiles {
        registers: files.into(),
        ..DefinitionFiles::default()
    };
    let registers = Registers::read(&DefinitionFiles::shipped(), &own).unwrap();
    [STREET, "tipzaken"].map(|id| Arc::clone(registers.get(id).unwrap()))
}

pub fn open(place: &Place) -> SqliteStore {
    place.open_with(vec![definition()]).unwrap()
}

/// This hour of a day in March 2026.
pub fn march(of: u32, hour: u32) -> NaiveDateTime {
    day(2026, 3, of).and_hms_opt(hour, 0, 0).unwrap()
}

pub fn contact(happened: NaiveDateTime, said: &str) -> EntryState {
    EntryState::at("contact", happened).with("verslag", text(said))
}

pub fn link_to(case: &CaseFile, happened: NaiveDateTime) -> EntryState {
    EntryState {
        about: Some(CaseReference {
            register: case.register.clone(),
            id: case.id.clone(),
        }),
        ..EntryState::at(LINK, happened)
    }
}

pub fn settled(task: &str, happened: NaiveDateTime) -> EntryState {
    EntryState::at(SETTLED, happened).with("taak", text(task))
}

pub fn put_off(task: &str, happened: NaiveDateTime, until: u32) -> EntryState {
    settled(task, happened).with("uitgesteld-tot", Value::Date(day(2026, 3, until)))
}

pub fn on(case: &CaseFile, state: EntryState) -> EntryWrite {
    EntryWrite::new(CaseOf::Existing(case.key), state)
}

/// The entry, saying something else, by somebody who saw it as it is given.
pub fn correction(entry: &Entry, state: EntryState) -> EntryWrite {
    EntryWrite {
        target: EntryTarget::Existing {
            key: entry.key,
            version: entry.version,
        },
        ..EntryWrite::new(CaseOf::Existing(entry.case), state)
    }
}

/// Records this one entry and returns it.
pub fn tell(store: &mut SqliteStore, entry: EntryWrite) -> Entry {
    let recorded = store.record(&operation().with_entry(entry)).unwrap();
    recorded.entries.into_iter().next().unwrap()
}

/// What every entry on the timeline of a case says, the latest happening first.
pub fn timeline(store: &SqliteStore, case: &CaseFile) -> Vec<EntryState> {
    let entries = store.entries(case.key).unwrap();
    entries.into_iter().map(|entry| entry.state).collect()
}

/// The tasks shown on this day of March 2026: the number of the case, the task, and the day in March it is due.
pub fn tasks(store: &SqliteStore, shown_on: u32) -> Vec<(String, String, String)> {
    let tasks = store.tasks(STREET, day(2026, 3, shown_on)).unwrap();
    tasks
        .into_iter()
        .map(|task| {
            let case = store.cases(&[task.case]).unwrap().remove(0);
            let due = task.due.day.format("%m-%d").to_string();
            (case.number, task.source.name().to_owned(), due)
        })
        .collect()
}
