//! Whether the first row of a table that was copied holds the names of columns, and of which.

use super::choices::MappingChoices;
use super::column::SheetColumns;
use super::link::{Recognition, Why};
use super::mapping::Mapping;
use super::target::Target;
use crate::exchange::sheet::cells::{Cell, Row, Sheet};
use crate::register::Definition;

/// What the columns of a table are, where its first row names them: half of what stands in it at least is the name of a
/// field. The others are recognised by likeness and content, as those of a file are; one that is not feeds nothing. None
/// where the first row is a row like the others.
pub fn headings_of(definition: &Definition, table: &[Vec<String>]) -> Option<Vec<Option<Target>>> {
    let (first, rows) = table.split_first()?;
    let filled = first.iter().filter(|text| !text.trim().is_empty()).count();
    let rows = rows.iter().enumerate().map(|(at, texts)| Row {
        number: at + 2,
        cells: texts.iter().cloned().map(Cell::Text).collect(),
    });
    let sheet = Sheet {
        headers: first.clone(),
        rows: rows.collect(),
        is_text: false,
    };
    let columns = SheetColumns::of(&sheet).ok()?;
    let choices = MappingChoices::default();
    let mapping = Mapping::resolve(definition, &columns, &choices, Recognition::Likely);
    let named = mapping.links().iter().filter(|link| {
        let by_name = matches!(link.why, Why::Named | Why::NamedOnly);
        by_name
            && !first
                .get(link.column)
                .is_none_or(|text| text.trim().is_empty())
    });
    let named = named.count();
    if named == 0 || named * 2 < filled {
        return None;
    }
    let fed = |column: usize| {
        let mut links = mapping.links().iter();
        let own = |why: Why| !matches!(why, Why::Split | Why::Beside);
        let link = links.find(|link| link.column == column && own(link.why));
        link.map(|link| link.target.clone())
    };
    Some((0..first.len()).map(fed).collect())
}
