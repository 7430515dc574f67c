//! What a form asks of a new case and a typed row does not say.

use super::apply::apply_row;
use super::row_reader::{RowContent, RowReader};
use super::target::Target;
use crate::exchange::problem::{Problem, RowProblem};
use crate::exchange::sheet::cells::Row;
use crate::register::{AddressPart, CaseProblem, FieldKind, OUTCOME};

/// What has to be filled in where a case is typed and is not in this row, each as a problem of the cell that is blank. What
/// stands there and cannot be read is another problem.
pub(super) fn missing(reader: &RowReader<'_>, row: &Row, content: &RowContent) -> Vec<RowProblem> {
    let definition = reader.definition;
    let Ok(state) = apply_row(definition, None, content) else {
        return Vec::new();
    };
    let asked = definition.missing(&state).into_iter();
    let asked = asked.chain(definition.missing_where_typed(&state));
    asked
        .filter_map(|found| problem_of_blank(reader, row, found))
        .collect()
}

fn problem_of_blank(reader: &RowReader<'_>, row: &Row, found: CaseProblem) -> Option<RowProblem> {
    let CaseProblem { subject, fault } = found;
    let field = reader.definition.field(&subject);
    let targets: Vec<Target> = match field.map(|field| field.kind) {
        Some(FieldKind::Address) => {
            let mut parts: Vec<AddressPart> = AddressPart::ALL.map(|(_, part)| part).into();
            // A whole address stands in the column of the street.
            parts.sort_by_key(|part| *part != AddressPart::Street);
            let parts = parts.into_iter();
            parts
                .map(|part| Target::Part(subject.clone(), part))
                .collect()
        }
        None if subject == OUTCOME => vec![Target::Outcome],
        _ => vec![Target::Field(subject.clone())],
    };
    if targets
        .iter()
        .any(|target| !reader.written(row, target).is_empty())
    {
        return None;
    }
    let column = targets.iter().find(|target| reader.mapping.feeds(target));
    let problem = match (column, field) {
        (None, Some(field)) => Problem::Lacks {
            field: field.label.clone(),
            fault,
        },
        _ => Problem::Fault(fault),
    };
    Some(reader.problem(row, column, problem))
}
