//! Reading a table of which pages are damaged: every row that can be read around them.

use rusqlite::{Connection, Row};

/// Up to which key rows are looked for where not even the last key can be read.
const FARTHEST: i64 = 1 << 20;

/// How many rows of a table can be read whole.
pub(super) fn readable(connection: &Connection, table: &str) -> u64 {
    let mut count = 0;
    each_readable(connection, table, &mut |_| count += 1);
    count
}

/// Hands every row of a table that can be read whole to `visit`: its key first, then its columns.
pub(super) fn each_readable(connection: &Connection, table: &str, visit: &mut dyn FnMut(&Row<'_>)) {
    let last = format!("SELECT max(rowid) FROM {table}");
    let last = connection.query_row(&last, [], |row| row.get::<_, Option<i64>>(0));
    let mut spans = vec![(0, last.unwrap_or(Some(FARTHEST)).unwrap_or(0))];
    let up = format!("SELECT rowid, * FROM {table} WHERE rowid BETWEEN ?1 AND ?2 ORDER BY rowid");
    let down = format!("{up} DESC");
    while let Some((first, last)) = spans.pop() {
        // From below until it cannot be read, then from above; what lies between is tried in halves.
        let Some(below) = read(connection, &up, (first, last), visit) else {
            continue;
        };
        let first = below.map_or(first, |key| key + 1);
        let Some(above) = read(connection, &down, (first, last), visit) else {
            continue;
        };
        let last = above.map_or(last, |key| key - 1);
        if first < last {
            let middle = first + (last - first) / 2;
            spans.extend([(first, middle), (middle + 1, last)]);
        }
    }
}

/// Reads the rows of a span until one cannot be read, and says which key came before that; none where all were read.
fn read(
    connection: &Connection,
    query: &str,
    span: (i64, i64),
    visit: &mut dyn FnMut(&Row<'_>),
) -> Option<Option<i64>> {
    if span.0 > span.1 {
        return None;
    }
    let mut reached = None;
    let read = || -> rusqlite::Result<()> {
        let mut statement = connection.prepare_cached(query)?;
        let mut rows = statement.query([span.0, span.1])?;
        while let Some(row) = rows.next()? {
            reached = Some(row.get(0)?);
            visit(row);
        }
        Ok(())
    };
    let mut read = read;
    match read() {
        Ok(()) => None,
        Err(_) => Some(reached),
    }
}
