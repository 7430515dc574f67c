//! A figure as text for the clipboard: one line a row, tabs between its cells.

use super::Publication;

/// What stands above the numbers, the numbers as they are written, and what stands below them.
pub fn tabbed(publication: &Publication) -> String {
    let table = &publication.table;
    let mut lines = publication.above();
    let words = table.words.iter().map(|heading| heading.label.clone());
    let names = table.columns.iter().map(|column| column.name());
    lines.push(words.chain(names).collect::<Vec<_>>().join("\t"));
    for line in &table.lines {
        let numbers = line.numbers.iter().zip(&table.columns);
        let numbers =
            numbers.map(|(number, column)| column.unit.written(*number, publication.language));
        let cells = line.labels.iter().cloned().chain(numbers);
        lines.push(cells.collect::<Vec<_>>().join("\t"));
    }
    lines.extend(publication.below());
    lines.join("\n")
}
