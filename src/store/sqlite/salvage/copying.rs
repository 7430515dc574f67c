//! Copying every row that can be read into a new file with the same tables.

use rusqlite::types::ToSqlOutput;
use rusqlite::{Connection, ErrorCode, Row, Statement, params_from_iter};

use crate::store::sqlite::error::TransactionError;
use crate::store::sqlite::ranges::each_readable;

/// The tables that hold what was stored. All others follow from them.
const TABLES: [&str; 9] = [
    "case_file",
    "entry",
    "revision",
    "document",
    "draft",
    "look_up",
    "shared_revision",
    "view",
    "mapping",
];
/// Those that have no keys of their own.
const WITHOUT_KEYS: [&str; 3] = ["shared_record", "number_series", "meta"];

/// Copies what can be read of these tables, and says how many rows that are. What the file keeps of itself does not count.
pub(super) fn copy(old: &Connection, new: &Connection) -> Result<u64, TransactionError> {
    let mut copied = 0;
    for table in TABLES {
        let Some(columns) = columns(new, table)? else {
            continue;
        };
        let mut row = Copying::into(new, table, &columns)?;
        each_readable(old, table, &columns, &mut |found| row.copy(found, 1));
        copied += row.end()?;
    }
    for table in WITHOUT_KEYS {
        let Some(columns) = columns(new, table)? else {
            continue;
        };
        let mut row = Copying::into(new, table, &columns)?;
        both_ways(old, table, &columns, &mut |found| row.copy(found, 0));
        let rows = row.end()?;
        copied += if table == "meta" { 0 } else { rows };
    }
    let sequences = old.prepare(include_str!("../queries/sequences.sql"));
    if let Ok(mut sequences) = sequences {
        let read = sequences.query_map([], |row| Ok((row.get(0)?, row.get(1)?)));
        let read: Vec<(String, i64)> = read?.map_while(Result::ok).collect();
        for (table, last) in read {
            raise_sequence(new, &table, last)?;
        }
    }
    new.execute(include_str!("../queries/delete_derived_names.sql"), [])?;
    Ok(copied)
}

/// Sees to it that no key up to this one is given again in a table.
pub(super) fn raise_sequence(
    connection: &Connection,
    table: &str,
    last: i64,
) -> rusqlite::Result<()> {
    let raise = include_str!("../queries/raise_sequence.sql");
    if connection.execute(raise, (table, last))? == 0 {
        let put = include_str!("../queries/put_sequence.sql");
        connection.execute(put, (table, last))?;
    }
    Ok(())
}

/// The columns of a table; none where there is no such table in this version.
fn columns(connection: &Connection, table: &str) -> rusqlite::Result<Option<String>> {
    let query = include_str!("../queries/columns_of_table.sql");
    connection.query_row(query, [table], |row| row.get(0))
}

/// Rows that are copied into a table.
struct Copying<'a> {
    insert: Statement<'a>,
    copied: u64,
    /// Why nothing more can be written.
    failed: Option<rusqlite::Error>,
}

impl<'a> Copying<'a> {
    fn into(connection: &'a Connection, table: &str, columns: &str) -> rusqlite::Result<Self> {
        let places = vec!["?"; columns.split(", ").count()].join(", ");
        let insert = format!("INSERT OR IGNORE INTO {table} ({columns}) VALUES ({places})");
        Ok(Self {
            insert: connection.prepare(&insert)?,
            copied: 0,
            failed: None,
        })
    }

    /// Copies a row, of which the columns begin at this place. One that the table cannot hold is no row.
    fn copy(&mut self, row: &Row<'_>, first: usize) {
        if self.failed.is_some() {
            return;
        }
        let columns = self.insert.parameter_count();
        let values = (0..columns).map(|at| row.get_ref(first + at));
        let values = values.map(|value| value.map(ToSqlOutput::Borrowed));
        let Ok(values) = values.collect::<rusqlite::Result<Vec<_>>>() else {
            return;
        };
        match self.insert.execute(params_from_iter(values)) {
            Ok(rows) => self.copied += rows as u64,
            Err(error) => {
                let refused = error.sqlite_error_code() == Some(ErrorCode::ConstraintViolation);
                self.failed = Some(error).filter(|_| !refused);
            }
        }
    }

    fn end(self) -> Result<u64, TransactionError> {
        match self.failed {
            Some(error) => Err(error.into()),
            None => Ok(self.copied),
        }
    }
}

/// Hands every row of a table without keys to `visit`, until it cannot be read further, and then from the other end.
fn both_ways(connection: &Connection, table: &str, columns: &str, visit: &mut dyn FnMut(&Row<'_>)) {
    let mut read = |order: &str| -> rusqlite::Result<()> {
        let query = format!("SELECT {columns} FROM {table} ORDER BY 1 {order}, 2 {order}");
        let mut statement = connection.prepare(&query)?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            visit(row);
        }
        Ok(())
    };
    if read("ASC").is_err() {
        read("DESC").ok();
    }
}
