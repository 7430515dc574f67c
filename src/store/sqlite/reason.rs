//! Why something was recorded, as it is stored: somebody's words as they are, and what the program did as JSON.

use rusqlite::{Result, Row};

use super::json;
use crate::register::Reason;

/// What begins JSON. Words of somebody that begin with it are stored as JSON too.
const JSON: char = '{';
/// What older versions stored where an action was undone, in Dutch whatever the language of the screen; behind a colon came
/// why the action had been done.
const UNDONE: &str = "Ongedaan gemaakt";
/// What they stored where that was done again.
const REDONE: &str = "Opnieuw gedaan";

/// A reason as it is stored.
pub(super) fn to_store(reason: Option<&Reason>) -> Result<Option<String>> {
    let stored = reason.map(|reason| match reason {
        Reason::Words(words) if !words.starts_with(JSON) => Ok(words.clone()),
        reason => json::write(reason),
    });
    stored.transpose()
}

/// The reason in this column, of an action that undid this one where it undid any.
pub(super) fn read(row: &Row<'_>, column: usize, undoes: Option<&str>) -> Result<Option<Reason>> {
    let stored: Option<String> = row.get(column)?;
    Ok(stored.map(|stored| {
        let read = Some(&stored).filter(|stored| stored.starts_with(JSON));
        let read = read.and_then(|stored| serde_json::from_str(stored).ok());
        let older = || older(&stored, undoes?);
        read.or_else(older).unwrap_or(Reason::Words(stored))
    }))
}

/// What an older version stored where this action was undone.
fn older(stored: &str, undone: &str) -> Option<Reason> {
    let operation = undone.to_owned();
    if stored == REDONE {
        return Some(Reason::Redone { operation });
    }
    let reason = match stored.strip_prefix(UNDONE)? {
        "" => None,
        behind => Some(Box::new(Reason::from(behind.strip_prefix(": ")?))),
    };
    Some(Reason::Undone { operation, reason })
}
