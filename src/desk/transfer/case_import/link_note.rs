//! What is said of a link: what its column holds for the field, and how sure the link is.

use crate::desk::backend::import_look::ImportLook;
use crate::exchange::{Certainty, Link, Target, Why};
use crate::language::Language;
use crate::register::{AddressPart, DateOrder};

/// How sure a link is, with what is still open in its dates and values.
pub(super) fn certainty(look: &ImportLook, link: &Link) -> Certainty {
    let dates = look.mapping.dates(link.column);
    let open_dates = dates.is_some_and(|dates| dates.is_open());
    let mut values = look.mapping.values().iter();
    let of_link =
        |column: usize, targets: &[Target]| column == link.column && targets.contains(&link.target);
    let open_values = values.any(|line| line.is_open() && of_link(line.column, &line.targets));
    let mut values = look.mapping.values().iter();
    let likely = values.any(|line| !line.decided && of_link(line.column, &line.targets));
    match link.certainty {
        _ if open_dates || open_values => Certainty::Doubtful,
        Certainty::Certain if likely => Certainty::Likely,
        certainty => certainty,
    }
}

/// What the column holds for the field, or why they are linked.
pub(super) fn note(look: &ImportLook, link: &Link, language: Language) -> String {
    let Some(column) = look.columns.columns.get(link.column) else {
        return String::new();
    };
    if link.why == Why::Split || is_split(look, link) {
        return language.text("import-note-split");
    }
    if link.why == Why::NamedOnly {
        return language.text("import-note-named-only");
    }
    if let Some(dates) = look.mapping.dates(link.column) {
        return language.text(match (dates.is_open(), dates.chosen, dates.unusual()) {
            (true, ..) => "import-note-dates-open",
            (_, Some(DateOrder::Month), _) | (_, None, Some(DateOrder::Month)) => {
                "import-note-month"
            }
            (_, Some(DateOrder::Year), _) | (_, None, Some(DateOrder::Year)) => "import-note-year",
            _ if column.dates.signs.is_empty() => "import-note-dates",
            _ => "import-note-day",
        });
    }
    if link.why == Why::Beside {
        let from = [("column", (&column.name).into())];
        return language.say("import-note-beside", &from);
    }
    let of_link = |targets: &[Target]| targets.contains(&link.target);
    let lines = look.mapping.values().iter();
    let open = lines
        .filter(|line| line.column == link.column && line.is_open() && of_link(&line.targets))
        .count();
    let is_choice = look
        .mapping
        .values()
        .iter()
        .any(|line| of_link(&line.targets));
    if let Some(values) = column.values.as_ref().filter(|_| is_choice) {
        let all = values.len().max(open);
        return language.say(
            "import-note-values",
            &[
                ("known", ((all - open) as i64).into()),
                ("all", (all as i64).into()),
            ],
        );
    }
    if let Target::Part(_, AddressPart::Postcode) = link.target {
        let count = [("count", (column.postcodes as i64).into())];
        return language.say("import-note-postcodes", &count);
    }
    language.text(match link.why {
        Why::Chosen => "import-note-chosen",
        Why::Alike => "import-note-alike",
        Why::Content => "import-note-content",
        _ => "import-note-named",
    })
}

/// Whether the column of this link holds a whole address.
fn is_split(look: &ImportLook, link: &Link) -> bool {
    let Target::Part(field, _) = &link.target else {
        return false;
    };
    let number = Target::Part(field.clone(), AddressPart::Number);
    look.mapping.is_whole_address(link.column, field)
        && look.mapping.column(&number) == Some(link.column)
}
