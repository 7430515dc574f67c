//! Steps in the history that cannot be read: each of them keeps the whole history of its case from being read. What a step
//! changed lies between what the steps before it made and what those after it began with.

use chrono::{DateTime, Utc};
use rusqlite::{Connection, OptionalExtension, params};

use super::mended::Mended;
use crate::register::{CaseKey, Change, EntryKey};
use crate::store::sqlite::checkup::history::{self, Step};
use crate::store::sqlite::{json, rows, stored};

/// A step that cannot be read.
struct Unreadable {
    sequence: i64,
    case: CaseKey,
    entry: Option<EntryKey>,
}

/// Makes every step readable. What it changed is worked out from the steps around it. Where that cannot be done it changed
/// nothing, and what stands there is kept: of several in a row the last one has what all of them changed.
pub(super) fn mend(
    connection: &Connection,
    now: DateTime<Utc>,
    mended: &mut Mended,
) -> rusqlite::Result<()> {
    for step in unreadable(connection)? {
        let query = include_str!("../queries/stored_step.sql");
        let [operation, recorded, actor, reason, undoes, stored] =
            connection.query_row(query, [step.sequence], |row| {
                let column = |at| row.get::<_, Option<Vec<u8>>>(at);
                Ok([
                    column(0)?,
                    column(1)?,
                    column(2)?,
                    column(3)?,
                    column(4)?,
                    column(5)?,
                ])
            })?;
        let changes = changes(connection, &step, stored.as_deref().unwrap_or_default())?;
        if changes.is_none() {
            mended.partial.insert(step.case);
            let name = format!("step-{}.json", step.sequence);
            mended.keep(name, stored.unwrap_or_default());
        }
        connection
            .prepare_cached(include_str!("../queries/update_step.sql"))?
            .execute(params![
                step.sequence,
                text(operation),
                moment(connection, step.sequence, text(recorded), now)?,
                text(actor),
                text(reason),
                text(undoes),
                json::write(&changes.unwrap_or_default())?
            ])?;
        mended.wrote = true;
    }
    Ok(())
}

/// A text as far as it is one.
fn text(stored: Option<Vec<u8>>) -> Option<String> {
    stored.map(|stored| String::from_utf8_lossy(&stored).into_owned())
}

fn unreadable(connection: &Connection) -> rusqlite::Result<Vec<Unreadable>> {
    let mut statement = connection.prepare(include_str!("../queries/every_step.sql"))?;
    let mut steps = statement.query([])?;
    let mut unreadable = Vec::new();
    while let Some(row) = steps.next()? {
        if rows::revision(row).is_err() {
            unreadable.push(Unreadable {
                sequence: row.get(0)?,
                case: CaseKey(row.get(9)?),
                entry: row.get::<_, Option<i64>>(7)?.map(EntryKey),
            });
        }
    }
    Ok(unreadable)
}

/// When a step was recorded; where it does not say so, when the one before it was.
fn moment(
    connection: &Connection,
    sequence: i64,
    recorded: Option<String>,
    now: DateTime<Utc>,
) -> rusqlite::Result<String> {
    let is_one = |recorded: &String| DateTime::parse_from_rfc3339(recorded).is_ok();
    if let Some(recorded) = recorded.filter(is_one) {
        return Ok(recorded);
    }
    let before: Option<String> = connection
        .query_row(
            include_str!("../queries/recorded_before.sql"),
            [sequence],
            |row| row.get(0),
        )
        .optional()?;
    let before = before.filter(is_one);
    Ok(before.unwrap_or_else(|| rows::instant(now)))
}

/// What a step changed: as it says, or as it follows from the steps around it.
fn changes(
    connection: &Connection,
    step: &Unreadable,
    stored: &[u8],
) -> rusqlite::Result<Option<Vec<Change>>> {
    if let Ok(changes) = serde_json::from_slice(stored) {
        return Ok(Some(changes));
    }
    let steps = match step.entry {
        Some(entry) => history::steps_of_entry(connection, entry)?,
        None => history::steps_of_case(connection, step.case)?,
    };
    let Some(at) = steps.iter().position(|it| it.sequence == step.sequence) else {
        return Ok(None);
    };
    let (before, after) = (&steps[..at], &steps[at + 1..]);
    let others = before.iter().chain(after);
    if others.clone().any(|step| step.changes.is_none()) {
        return Ok(None);
    }
    match step.entry {
        Some(entry) => entry_changes(connection, entry, step.case, before, after),
        None => case_changes(connection, step.case, before, after),
    }
}

fn case_changes(
    connection: &Connection,
    case: CaseKey,
    before: &[Step],
    after: &[Step],
) -> rusqlite::Result<Option<Vec<Change>>> {
    let Some(began_with) = history::state_after(before) else {
        return Ok(None);
    };
    let Ok(Some(case)) = stored::case(connection, case) else {
        return Ok(None);
    };
    let mut made = case.state;
    let after: Vec<&Change> = history::changes(after).collect();
    for change in after.into_iter().rev() {
        let mut expected = made.clone();
        change.set(&mut expected, true);
        if expected != made {
            return Ok(None);
        }
        change.set(&mut made, false);
    }
    Ok(Some(began_with.changes_to(&made)))
}

fn entry_changes(
    connection: &Connection,
    entry: EntryKey,
    case: CaseKey,
    before: &[Step],
    after: &[Step],
) -> rusqlite::Result<Option<Vec<Change>>> {
    // Where it came to stand on another timeline is not known.
    if before.last().is_some_and(|step| step.case != case) {
        return Ok(None);
    }
    let last = |steps| match history::entry_after(steps) {
        None if steps.is_empty() => Some(None),
        last => last.map(|(state, _)| Some(state)),
    };
    let Some(began_with) = last(before) else {
        return Ok(None);
    };
    let next = history::changes(after).find_map(|change| match change {
        Change::Entry { before, .. } => Some(before.clone()),
        _ => None,
    });
    let made = match next {
        Some(before) => before,
        None => match stored::entry(connection, entry) {
            Ok(stored) => stored.map(|entry| entry.state),
            Err(_) => None,
        },
    };
    Ok(made.map(|after| {
        vec![Change::Entry {
            before: began_with,
            after,
        }]
    }))
}
