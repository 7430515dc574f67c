//! The lines above and below a figure, in words.

use crate::figures::{Columns, Figure, FigureError, Measure, Number, Quantity, dimension_label};
use crate::language::Language;
use crate::register::{Definition, FieldKind};
use crate::report::labels::{days, measure_label, quantity_label};

/// The labels of the dimensions of a figure, down the side and then across the top.
pub(super) fn split(definition: &Definition, figure: &Figure, language: Language) -> Vec<String> {
    let fields = figure.rows.iter().chain(&figure.columns);
    fields
        .map(|id| dimension_label(definition, id, language))
        .collect()
}

/// What is counted, and over which days.
fn about(
    definition: &Definition,
    figure: &Figure,
    quantity: &Quantity,
    language: Language,
) -> String {
    let words = [
        // Entries are named by the label of what is counted.
        (definition.counted_kind.is_none()).then(|| measure_label(figure.measure, language)),
        quantity_label(definition, quantity, language),
        Some(days(figure.period, language)),
    ];
    words.into_iter().flatten().collect::<Vec<_>>().join(", ")
}

/// The line below the title: the register where the title does not name it, what is counted, and the reference date.
pub(super) fn above(
    title: &str,
    definition: &Definition,
    figure: &Figure,
    quantity: &Quantity,
    language: Language,
) -> String {
    let register = definition.label.text(language);
    let register = (!title.contains(register)).then(|| register.to_owned());
    let date = language.date(figure.period.to);
    let words = [
        register,
        Some(about(definition, figure, quantity, language)),
        Some(language.say("publication-reference", &[("date", date.into())])),
    ];
    words.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// A sentence with how many reports came in, and about how many cases.
fn reports_line(definition: &Definition, reports: u64, cases: u64, language: Language) -> String {
    language.say(
        "reports-in-cases",
        &[
            ("reports", reports.into()),
            ("count", cases.into()),
            ("cases", definition.case_word(cases).text(language).into()),
        ],
    )
}

/// Sentences below the numbers of a figure: how many cases have nothing to compute from, what does not add up.
pub(super) fn notes(
    columns: &Columns,
    figure: &Figure,
    quantity: &Quantity,
    total: Number,
    language: Language,
) -> Result<Vec<String>, FigureError> {
    let definition = columns.definition();
    let mut notes = Vec::new();
    let counts = *quantity == Quantity::Count;
    let reports = counts && figure.measure == Measure::Reports;
    // Plain counts need no rows, and they are made in every frame in which the reference date moves.
    let rows = match counts && !reports {
        true => Vec::new(),
        false => columns.rows(&figure.slice, figure.period, figure.measure)?,
    };
    if reports {
        let reports = total.unwrap_or_default() as u64;
        notes.push(reports_line(
            definition,
            reports,
            rows.len() as u64,
            language,
        ));
    }
    let split = figure.rows.iter().chain(&figure.columns);
    if split.clone().any(|field| several(definition, field)) {
        notes.push(language.text("cli-does-not-add-up"));
    }
    let has_parts = split.count() > 0;
    match quantity {
        Quantity::Persons if has_parts => notes.push(language.text("persons-do-not-add-up")),
        Quantity::Average(field) => {
            let weight = definition
                .field(field)
                .and_then(|field| field.weight.as_ref());
            let weight = weight.and_then(|weight| definition.field(weight));
            notes.extend(weight.map(|weight| {
                let label = weight.label.text(language);
                language.say("average-weighs", &[("field", label.into())])
            }));
        }
        _ => {}
    }
    let without = columns.unknown_among(quantity, &rows, figure.period) as u64;
    if without > 0 {
        let id = match quantity {
            Quantity::Persons => "persons-unknown",
            _ => "quantity-unknown",
        };
        let cases = definition.case_word(without).text(language);
        let blanks = [("count", without.into()), ("cases", cases.into())];
        notes.push(language.say(id, &blanks));
    }
    Ok(notes)
}

/// Whether a case can have several keys of this field, so that the parts do not add up.
pub(super) fn several(definition: &Definition, field: &str) -> bool {
    let field = definition.field(field);
    field.is_some_and(|field| field.kind == FieldKind::Choices)
}
