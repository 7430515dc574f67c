//! Reading a table of which pages are damaged: every row that can be read around them.

use rusqlite::{Connection, Row};

/// Up to which key rows are looked for where nothing says what the last one is.
const FARTHEST: i64 = 1 << 14;
/// How often reading may fail in a table. It fails about twice for each row on a damaged page; a page that makes up keys makes
/// it fail without end.
const PATIENCE: u32 = 1 << 18;

/// The tables of which rows refer to rows of another one, by which column; and one whose rows have the keys of another one.
const REFERENCES: [(&str, &str, &str); 7] = [
    ("case_file", "revision", "case_key"),
    ("case_file", "entry", "case_key"),
    ("case_file", "counted", "key"),
    ("case_file", "place", "case_key"),
    ("entry", "revision", "entry_key"),
    ("entry", "document", "entry_key"),
    ("document", "entry", "key"),
];

/// How many rows of a table can be read whole.
pub(super) fn readable(connection: &Connection, table: &str) -> u64 {
    let mut count = 0;
    each_readable(connection, table, "*", &mut |_| count += 1);
    count
}

/// Hands every row of a table that can be read whole to `visit`: its key first, then these columns.
pub(super) fn each_readable(
    connection: &Connection,
    table: &str,
    columns: &str,
    visit: &mut dyn FnMut(&Row<'_>),
) {
    let up = format!(
        "SELECT rowid, {columns} FROM {table} WHERE rowid BETWEEN ?1 AND ?2 ORDER BY rowid"
    );
    let down = format!("{up} DESC");
    // Where the description of the tables is damaged nothing can be asked.
    if connection.prepare(&up).is_err() {
        return;
    }
    let mut spans = vec![(0, last_key(connection, table))];
    let mut failed = 0;
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
        failed += 1;
        if first < last && failed < PATIENCE {
            let middle = first + (last - first) / 2;
            spans.extend([(first, middle), (middle + 1, last)]);
        }
    }
}

/// Up to which key there are rows in a table: by the table itself, its indexes, and what refers to it. A page that is damaged
/// may make up any key.
fn last_key(connection: &Connection, table: &str) -> i64 {
    // The last key that a query finds; nought where there are no rows, none where that cannot be read.
    let ask = |query: &str| {
        let last = connection.query_row(query, [], |row| row.get::<_, Option<i64>>(0));
        last.ok().map(Option::unwrap_or_default)
    };
    let by_table = ask(&format!("SELECT max(rowid) FROM {table}"));
    let mut known = Vec::new();
    for index in indexes(connection, table) {
        known.extend(ask(&format!(
            "SELECT max(rowid) FROM {table} INDEXED BY \"{index}\""
        )));
    }
    let sequence = format!("SELECT seq FROM sqlite_sequence WHERE name = '{table}'");
    known.extend(ask(&sequence));
    let references = REFERENCES.iter().filter(|(to, ..)| *to == table);
    known.extend(
        references
            .filter_map(|(_, from, column)| ask(&format!("SELECT max({column}) FROM {from}"))),
    );
    match (by_table, known.into_iter().max()) {
        (Some(last), Some(known)) if last > known.saturating_add(FARTHEST) => known,
        (Some(last), _) => last,
        (None, known) => known.unwrap_or(FARTHEST),
    }
}

fn indexes(connection: &Connection, table: &str) -> Vec<String> {
    let mut names = Vec::new();
    let read = connection.pragma(None, "index_list", table, |row| {
        names.push(row.get("name")?);
        Ok(())
    });
    match read {
        Ok(()) => names,
        Err(_) => Vec::new(),
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
    let mut read = || -> rusqlite::Result<()> {
        let mut statement = connection.prepare_cached(query)?;
        let mut rows = statement.query([span.0, span.1])?;
        while let Some(row) = rows.next()? {
            reached = Some(row.get(0)?);
            visit(row);
        }
        Ok(())
    };
    match read() {
        Ok(()) => None,
        Err(_) => Some(reached),
    }
}
