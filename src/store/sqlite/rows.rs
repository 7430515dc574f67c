//! Reading rows, and writing values as they are stored.

use chrono::{DateTime, NaiveDateTime, NaiveTime, SecondsFormat, Utc};
use rusqlite::types::Type;
use rusqlite::{Result, Row};

use super::{json, reason};
use crate::register::{CaseFile, CaseKey, Due, Entry, EntryKey, EntryState, Revision, TaskSource};
use crate::store::traits::timelines::OpenTask;
use crate::store::traits::views::ViewKind;

/// A case, from the columns `key, id, register, number, version, state`.
pub(super) fn case_file(row: &Row<'_>) -> Result<CaseFile> {
    Ok(CaseFile {
        key: CaseKey(row.get(0)?),
        id: row.get(1)?,
        register: row.get(2)?,
        number: row.get(3)?,
        version: row.get(4)?,
        state: json::read(row, 5)?,
    })
}

/// An entry, from the columns `key, id, case_key, version, state`, of which the first stands at this place.
pub(super) fn entry(row: &Row<'_>, first: usize) -> Result<Entry> {
    Ok(Entry {
        key: EntryKey(row.get(first)?),
        id: row.get(first + 1)?,
        case: CaseKey(row.get(first + 2)?),
        version: row.get(first + 3)?,
        state: json::read(row, first + 4)?,
    })
}

/// A task, from the columns `register, case_key, source, due_day, due_time, owner, priority`.
pub(super) fn task(row: &Row<'_>) -> Result<OpenTask> {
    let time: Option<String> = row.get(4)?;
    let time = time.map(|time| time.parse::<NaiveTime>());
    Ok(OpenTask {
        register: row.get(0)?,
        case: CaseKey(row.get(1)?),
        source: TaskSource::named(row.get_ref(2)?.as_str()?),
        due: Due {
            day: row
                .get_ref(3)?
                .as_str()?
                .parse()
                .map_err(|error: chrono::ParseError| json::unreadable(3, error))?,
            time: time
                .transpose()
                .map_err(|error| json::unreadable(4, error))?,
        },
        owner: row.get(5)?,
        priority: row.get(6)?,
    })
}

/// An instant that was stored, in this column.
pub(super) fn stored_instant(row: &Row<'_>, column: usize) -> Result<DateTime<Utc>> {
    let instant = row.get_ref(column)?.as_str()?;
    let instant =
        DateTime::parse_from_rfc3339(instant).map_err(|error| json::unreadable(column, error))?;
    Ok(instant.with_timezone(&Utc))
}

/// A revision, from the columns `sequence, operation, version, recorded, actor, reason, changes, entry_key, undoes`.
pub(super) fn revision(row: &Row<'_>) -> Result<Revision> {
    let undoes: Option<String> = row.get(8)?;
    Ok(Revision {
        sequence: row.get(0)?,
        operation: row.get(1)?,
        version: row.get(2)?,
        recorded: stored_instant(row, 3)?,
        actor: row.get(4)?,
        reason: reason::read(row, 5, undoes.as_deref())?,
        changes: json::read(row, 6)?,
        entry: row.get::<_, Option<i64>>(7)?.map(EntryKey),
        undoes,
    })
}

/// What a view is of, in this column.
pub(super) fn view_kind(row: &Row<'_>, column: usize) -> Result<ViewKind> {
    let kind = ViewKind::named(row.get_ref(column)?.as_str()?);
    let unknown = || rusqlite::Error::InvalidColumnType(column, "kind".to_owned(), Type::Text);
    kind.ok_or_else(unknown)
}

/// An instant as it is stored: all of one length, so that text order is time order.
pub(super) fn instant(instant: DateTime<Utc>) -> String {
    instant.to_rfc3339_opts(SecondsFormat::Nanos, true)
}

/// When an entry happened, as it is stored.
pub(super) fn moment(happened: NaiveDateTime) -> String {
    happened.format("%Y-%m-%dT%H:%M:%S").to_string()
}

/// The identity of the case to which an entry links its own case.
pub(super) fn about(state: &EntryState) -> Option<&String> {
    state.about.as_ref().map(|about| &about.id)
}
