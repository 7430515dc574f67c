//! Cells as they stand on the clipboard: tabs between the cells of a row and line ends between rows, as spreadsheets write
//! them. A cell with one of those in it stands between quotes.

/// The rows of a text that was copied. A line end at its end begins no row.
pub(super) fn rows_of(text: &str) -> Vec<Vec<String>> {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let mut rest = text.strip_suffix('\n').unwrap_or(&text);
    let mut rows = vec![Vec::new()];
    loop {
        let (cell, after) = cell_of(rest);
        if let Some(row) = rows.last_mut() {
            row.push(cell);
        }
        let mut signs = after.chars();
        match signs.next() {
            None => return rows,
            Some('\n') => rows.push(Vec::new()),
            Some(_) => {}
        }
        rest = signs.as_str();
    }
}

/// The first cell, and what comes after it.
fn cell_of(text: &str) -> (String, &str) {
    if let Some((cell, after)) = text.strip_prefix('"').and_then(quoted) {
        return (cell, after);
    }
    let end = text.find(['\t', '\n']).unwrap_or(text.len());
    let (cell, after) = text.split_at(end);
    (cell.to_owned(), after)
}

/// What stands between quotes, and what comes after it; none where the quote that opened it only begins a text.
fn quoted(inside: &str) -> Option<(String, &str)> {
    let mut cell = String::new();
    let mut rest = inside;
    loop {
        let (before, after) = rest.split_once('"')?;
        cell.push_str(before);
        match after.strip_prefix('"') {
            Some(further) => {
                cell.push('"');
                rest = further;
            }
            None => {
                let ends = after.is_empty() || after.starts_with(['\t', '\n']);
                return ends.then_some((cell, after));
            }
        }
    }
}

/// Rows of cells as a text to copy.
pub(super) fn text_of<'a>(rows: impl Iterator<Item = Vec<&'a str>>) -> String {
    let rows = rows.map(|cells| {
        let cells = cells.into_iter().map(written);
        cells.collect::<Vec<_>>().join("\t")
    });
    rows.collect::<Vec<_>>().join("\n")
}

fn written(cell: &str) -> String {
    match cell.contains(['\t', '\n']) || cell.starts_with('"') {
        true => format!("\"{}\"", cell.replace('"', "\"\"")),
        false => cell.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(text: &str) -> Vec<Vec<String>> {
        rows_of(text)
    }

    #[test]
    fn cells_of_a_spreadsheet_come_apart() {
        assert_eq!(rows("a\tb\r\nc\t\r\n"), [["a", "b"], ["c", ""]]);
        assert_eq!(rows("a"), [["a"]]);
        assert_eq!(rows("a\n\nb"), [["a"], [""], ["b"]]);
    }

    #[test]
    fn a_line_end_within_quotes_belongs_to_the_cell() {
        let text = "\"eerste regel\n\"\"tweede\"\" regel\"\tb\r\nc\td";
        let found = rows(text);
        assert_eq!(found[0], ["eerste regel\n\"tweede\" regel", "b"]);
        assert_eq!(found[1], ["c", "d"]);
    }

    #[test]
    fn a_quote_that_only_begins_a_text_is_part_of_it() {
        assert_eq!(rows("\"harde\" muziek\tb"), [["\"harde\" muziek", "b"]]);
        assert_eq!(rows("\"open\tb"), [["\"open", "b"]]);
    }

    #[test]
    fn what_is_copied_comes_back_as_it_was() {
        let cells = [
            vec!["a\nb", "\"c\" d"],
            vec!["e\tf", "g \"h\""],
            vec!["", "i"],
        ];
        let text = text_of(cells.iter().cloned());
        assert_eq!(rows(&text), cells);
    }
}
