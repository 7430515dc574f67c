//! Lists that are found by the words people use: those with one choice, such as the signals by way of an anonymous line, and
//! the list on the screen in another order or with a column more.

use std::iter::once;

use super::context::PaletteContext;
use super::named::{Hit, Named};
use crate::desk::command::Command;
use crate::desk::kit::icons;
use crate::desk::parts::case_cells::columns_of;
use crate::desk::parts::finder::Line;
use crate::desk::state::list_filter::{DueBy, ListFilter, Owner};
use crate::desk::state::list_spec::{ListSpec, Scope, Sort};
use crate::figures::{dimension_label, dimensions};
use crate::language::Language;
use crate::language::letters::capital;
use crate::register::{Choice, Definition, OUTCOME, Registers, STATUS};
use crate::report::CaseColumn;

/// The lists of every register with one choice, those of the register on the screen first; and what can be made of the
/// list that is on the screen.
pub fn lists(
    registers: &Registers,
    context: &PaletteContext<'_>,
    language: Language,
) -> Vec<Named> {
    let here = context.register;
    let mut all = Vec::new();
    if let Some(definition) = here {
        all.extend(filtered(definition, registers, language));
    }
    if let (Some(definition), Some(spec)) = (here, context.list) {
        all.extend(arranged(definition, spec, language));
    }
    let others = registers.all().iter().map(|register| &**register);
    let others = others.filter(|other| here.is_none_or(|here| here.id != other.id));
    for definition in here.into_iter().chain(others) {
        all.extend(chosen(definition, registers, language));
    }
    all
}

/// A line among the lists.
fn line(icon: &str, text: String, detail: String, language: Language) -> Line {
    Line::new(icon, text)
        .detail(detail)
        .under(&language.text("search-lists"))
}

/// The list of a register with each of the choices of its counted fields, its statuses and its outcomes.
fn chosen(definition: &Definition, registers: &Registers, language: Language) -> Vec<Named> {
    let place = Command::Register(definition.id.clone()).label(registers, language);
    let mut all = Vec::new();
    for dimension in dimensions(definition) {
        let field = dimension_label(definition, &dimension, language);
        for choice in choices(definition, &dimension).filter(|choice| choice.is_current()) {
            let head = format!("{field}: ");
            let text = format!("{head}{}", choice.label.text(language));
            let mut spec = ListSpec::new(definition);
            spec.slice.toggle(&dimension, &choice.id);
            if dimension == OUTCOME {
                spec.scope = Scope::All;
            }
            let line = line(&definition.icon, text, place.clone(), language);
            let hit = Hit::List(definition.id.clone(), Box::new(spec));
            let named = Named::new(hit, line).name_from(head.len());
            all.push(named.others(choice.aliases.iter().cloned()));
        }
    }
    all
}

fn choices<'a>(
    definition: &'a Definition,
    dimension: &str,
) -> Box<dyn Iterator<Item = &'a Choice> + 'a> {
    match dimension {
        STATUS => Box::new(definition.statuses.iter().map(|status| &status.choice)),
        OUTCOME => {
            let outcome = definition.outcome.iter();
            Box::new(outcome.flat_map(|outcome| &outcome.choices))
        }
        _ => Box::new(
            definition
                .field(dimension)
                .into_iter()
                .flat_map(|field| &field.choices),
        ),
    }
}

/// The list of a register by when its cases are due and by who handles them.
fn filtered(definition: &Definition, registers: &Registers, language: Language) -> Vec<Named> {
    let place = Command::Register(definition.id.clone()).label(registers, language);
    let due = DueBy::ALL.into_iter().filter(|_| definition.plans());
    let due = due.map(|due| ListFilter {
        due: Some(due),
        ..ListFilter::default()
    });
    let owners = [Owner::Me, Owner::Nobody].into_iter();
    let owners = owners.filter(|_| definition.work.owner.is_some());
    let owners = owners.map(|owner| ListFilter {
        owner: Some(owner),
        ..ListFilter::default()
    });
    due.chain(owners)
        .map(|filter| {
            let text = filter.descriptions(definition, language).join(", ");
            let spec = ListSpec {
                filter,
                ..ListSpec::new(definition)
            };
            let line = line(icons::FILTER, capital(&text), place.clone(), language);
            Named::new(Hit::List(definition.id.clone(), Box::new(spec)), line)
        })
        .collect()
}

/// The list that is on the screen, sorted by each of its columns, and with each column that it does not show.
fn arranged(definition: &Definition, spec: &ListSpec, language: Language) -> Vec<Named> {
    let place = definition.label.text(language);
    let shown = columns_of(definition, &spec.columns, f32::INFINITY);
    let mut all = Vec::new();
    for column in CaseColumn::all(definition) {
        let label = column.label(definition, language);
        let named = |text: &str, icon: &str, spec: ListSpec| {
            let text = language.say(text, &[("column", label.as_str().into())]);
            let hit = Hit::SameList(definition.id.clone(), Box::new(spec));
            let line = line(icon, text, place.to_owned(), language);
            Named::new(hit, line).others(aliases(&column, definition))
        };
        if let Some(by) = column.sort_id(definition) {
            let spec = ListSpec {
                sort: Sort::by(by),
                ..spec.clone()
            };
            all.push(named("search-sort-by", icons::DOWN, spec));
        }
        // The number stays: a list without it names no case.
        if column == CaseColumn::Number {
            continue;
        }
        let (text, ids) = match shown.contains(&column) {
            true => {
                let others = shown.iter().filter(|other| **other != column);
                ("search-hide-column", others.collect::<Vec<_>>())
            }
            false => (
                "search-show-column",
                shown.iter().chain(once(&column)).collect(),
            ),
        };
        let columns = ids.into_iter();
        let columns = columns.map(|column| column.id(definition).to_owned());
        let spec = ListSpec {
            columns: columns.collect(),
            ..spec.clone()
        };
        all.push(named(text, icons::COLUMNS, spec));
    }
    all
}

/// The other headers under which a column is known.
fn aliases(column: &CaseColumn, definition: &Definition) -> Vec<String> {
    let end = definition.end.as_ref();
    let outcome = definition.outcome.as_ref();
    let due = definition.next_action.as_ref();
    match column {
        CaseColumn::Number => definition.number_aliases.clone(),
        CaseColumn::Begin => definition.begin.aliases.clone(),
        CaseColumn::End => end.map_or_else(Vec::new, |end| end.aliases.clone()),
        CaseColumn::Outcome => outcome.map_or_else(Vec::new, |outcome| outcome.aliases.clone()),
        CaseColumn::Flag(at) => definition.flags()[*at].aliases.clone(),
        CaseColumn::Due => due
            .and_then(|next| definition.field(&next.due))
            .map_or_else(Vec::new, |field| field.aliases.clone()),
        CaseColumn::Status | CaseColumn::LastContact => Vec::new(),
        CaseColumn::Field(_) => column
            .field(definition)
            .map_or_else(Vec::new, |field| field.aliases.clone()),
    }
}
