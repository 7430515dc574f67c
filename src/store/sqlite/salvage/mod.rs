//! Saving a file of which pages are damaged: every row that can be read goes into a new file, and what its indexes and the
//! history still know is put back. The damaged file is only read.

mod copying;
mod losses;

use std::path::Path;
use std::sync::Arc;

use chrono::{DateTime, Utc};
use rusqlite::Connection;

use super::connection::{FileKey, connect, connect_to_read, make_durable};
use super::deriving_anew::bring_up_to_date;
use super::error::store_error;
use super::mending::{self, Mended};
use super::register::Register;
use super::traces::Traces;
use super::{content, mark, meta, migrations, transaction};
use crate::register::Definition;
use crate::store::error::StoreError;
use crate::store::file_mark::FileMark;

/// What was saved of a damaged file.
pub(in crate::store) struct Salvaged {
    /// What was put together again, and what is to be kept outside the new file.
    pub mended: Mended,
    /// The registers and numbers of the cases that could not be saved, as far as they are known.
    pub lost: Vec<(String, String)>,
    /// How many cases could not be saved.
    pub lost_count: u64,
}

/// Whose a file is, and what is in it.
pub(in crate::store) struct Owner<'a> {
    /// Where the file does not say itself whose it is; none where nobody knows.
    pub mark: Option<FileMark>,
    /// The registers of the team.
    pub definitions: Vec<Arc<Definition>>,
    /// Of the shared file: the teams that have a file.
    pub teams: &'a [String],
}

/// Saves what can be read of a damaged file into a new file, which is there and empty. None where nothing can be read at
/// all.
///
/// # Errors
/// The damaged file is of a newer version, or the disk refuses.
pub(in crate::store) fn into_new_file(
    damaged: &Path,
    new: &Path,
    key: FileKey,
    owner: Owner<'_>,
    now: DateTime<Utc>,
) -> Result<Option<Salvaged>, StoreError> {
    let Some((old, version)) = open_damaged(damaged, key)? else {
        return Ok(None);
    };
    let in_new = |source| store_error(new, source);
    let registers: Vec<Register> = owner.definitions.into_iter().map(Register::new).collect();
    let mut connection = connect(new, key).map_err(in_new)?;
    make_durable(new, &connection)?;
    mending::set_up(&connection).map_err(in_new)?;
    migrations::migrate_to(version, new, &mut connection)?;
    let copied = transaction::write(new, &mut connection, |new| copying::copy(&old, new))?;
    if copied == 0 {
        return Ok(None);
    }
    let traces = Traces::of(&old);
    drop(old);
    migrations::migrate(new, &mut connection)?;
    if let Some(mark) = &owner.mark {
        mark::put(new, &mut connection, mark)?;
    }
    let salvaged = transaction::write(new, &mut connection, |connection| {
        for team in owner.teams {
            put_team(connection, team, now)?;
        }
        connection.execute(include_str!("../queries/shared_from_history.sql"), [])?;
        let incomplete = losses::cases_without_all_steps(connection, &traces)?;
        let mut mended = mending::mend(connection, &registers, &traces, now)?;
        losses::take_out_what_cannot_be_read(connection, &mut mended)?;
        losses::give_nothing_twice(connection, &registers, &traces)?;
        mended.add_partial(connection, incomplete);
        let (lost, lost_count) = losses::lost(connection, &traces)?;
        Ok(Salvaged {
            mended,
            lost,
            lost_count,
        })
    })?;
    bring_up_to_date(&registers, new, &mut connection)?;
    connection.close().map_err(|(_, source)| in_new(source))?;
    content::check(new, key)?;
    Ok(Some(salvaged))
}

/// Opens a damaged file to read it, and says of which version its tables are; none where not even that can be read.
fn open_damaged(file: &Path, key: FileKey) -> Result<Option<(Connection, usize)>, StoreError> {
    let open = || -> rusqlite::Result<(Connection, i64)> {
        let connection = connect_to_read(file, key)?;
        // A row that lies outside its page is damaged too; and a table that is described well is read beside one that is not.
        connection.pragma_update(None, "cell_size_check", true)?;
        connection.pragma_update(None, "writable_schema", true)?;
        let version = migrations::version(&connection)?;
        Ok((connection, version))
    };
    let Ok((connection, version)) = open() else {
        return Ok(None);
    };
    migrations::refuse_newer(file, &connection)?;
    Ok(usize::try_from(version)
        .ok()
        .map(|version| (connection, version)))
}

/// Records in the shared file that a team has a file.
fn put_team(connection: &Connection, team: &str, now: DateTime<Utc>) -> rusqlite::Result<()> {
    let name = format!("team:{team}");
    match meta::read(connection, &name)? {
        Some(_) => Ok(()),
        None => meta::put(connection, &name, &super::rows::instant(now)),
    }
}
