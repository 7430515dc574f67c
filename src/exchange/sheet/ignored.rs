//! The columns of a sheet that are not used.

/// The headers of the columns without a meaning. A column without a header is named by the letter a spreadsheet gives it.
pub(in crate::exchange) fn ignored_columns<T>(
    columns: &[Option<T>],
    headers: &[String],
) -> Vec<String> {
    let without = columns
        .iter()
        .zip(headers)
        .enumerate()
        .filter(|(_, (meaning, _))| meaning.is_none());
    let name = |(at, (_, header)): (usize, (_, &String))| {
        if header.is_empty() {
            letter(at)
        } else {
            header.clone()
        }
    };
    without.map(name).collect()
}

/// The letter of a column in a spreadsheet: `A`, `B`, …, `AA`.
fn letter(column: usize) -> String {
    let last = char::from(b'A' + (column % 26) as u8);
    let before = if column < 26 {
        String::new()
    } else {
        letter(column / 26 - 1)
    };
    format!("{before}{last}")
}
