//! The amounts of a programme as they are exported: an amount a line, with the convention of its table and what was found
//! when it was checked, in the columns in which they are imported.

use super::listing::{CaseList, Content, ListGroup};
use super::made::Made;
use crate::figures::{BudgetLine, Check, Finding, Phase, Slice, budget_of_goal, check_finances};
use crate::language::Language;

/// The names of the columns, as an import reads them.
const COLUMNS: [&str; 8] = [
    "gemeente",
    "document",
    "conventie",
    "post",
    "soort",
    "jaar",
    "fase",
    "bedrag",
];

/// The amounts as a list.
pub fn finance_list(lines: &[BudgetLine], made: &Made, language: Language) -> CaseList {
    let checks = check_finances(lines);
    let columns = COLUMNS.into_iter().chain(["bevinding"]);
    let columns = columns.map(|name| {
        let heading = language.text(&format!("finances-column-{name}"));
        (name.to_owned(), heading)
    });
    let cells = |line: &BudgetLine| {
        let text = |text: &str| Content::Text(text.to_owned());
        let finding = worst(&checks, line).map_or(Content::Nothing, |finding| {
            let name = finding.name();
            text(&language.text(&format!("finances-found-{name}")))
        });
        vec![
            text(&line.municipality),
            text(&line.document),
            text(line.convention.name()),
            text(&line.item),
            text(line.kind.name()),
            Content::Text(line.year.to_string()),
            text(line.phase.name()),
            Content::Number(line.amount.number()),
            finding,
        ]
    };
    let title = language.text("finances");
    CaseList {
        language,
        register: title.clone(),
        title,
        register_id: "financien".to_owned(),
        about: Vec::new(),
        made: made.in_words(language),
        made_by: made.clone(),
        figure: None,
        slice: Slice::whole(),
        columns: columns.collect(),
        group: None,
        groups: vec![ListGroup {
            heading: None,
            lines: lines.iter().map(cells).collect(),
        }],
        count: String::new(),
        all: lines.len(),
        notes: Vec::new(),
    }
}

/// The worst that was found of an amount.
fn worst(checks: &[Check], line: &BudgetLine) -> Option<Finding> {
    let checks = checks.iter().filter(|check| check.line == *line);
    checks.map(Check::finding).max()
}

/// What the programme prints for a goal in a year, a line for each document and stage: the document with its stage, and the
/// amounts. `label` is that of the goal in any language.
pub fn goal_finances(
    lines: &[BudgetLine],
    goal: &str,
    year: i32,
    language: Language,
) -> Vec<(String, String)> {
    let mut found: Vec<((&str, Phase), Vec<&BudgetLine>)> = Vec::new();
    for line in budget_of_goal(lines, goal, year) {
        let key = (line.document.as_str(), line.phase);
        match found.iter_mut().find(|(known, _)| *known == key) {
            Some((_, here)) => here.push(line),
            None => found.push((key, vec![line])),
        }
    }
    let told = found.into_iter().map(|((document, phase), lines)| {
        let amounts = lines.iter().map(|line| {
            let amount = line.amount.written(0, language);
            format!("{} {amount}", line.kind.name())
        });
        let amounts: Vec<String> = amounts.collect();
        let thousands = lines.iter().any(|line| line.convention.thousands);
        let unit = match thousands {
            true => "finance-in-thousands",
            false => "finance-in-euros",
        };
        let label = language.say("finance-of-goal", &[("year", year.to_string().into())]);
        let (unit, amounts) = (language.text(unit), amounts.join(", "));
        let phase = phase.name();
        (label, format!("{phase}: {amounts} ({unit}, {document})"))
    });
    told.collect()
}
