//! `paper` and `agenda`: a case, or the cases of a meeting, as a document to hand over or print.

use super::answer::Answer;
use super::arguments::cases::{Agenda, DocumentFile, Paper};
use super::cases_by_number::{case_by_number, cases_by_number};
use super::context::Context;
use super::counting;
use super::error::CommandError;
use crate::figures::{Measure, Period, Slice, Step};
use crate::register::{CaseFile, Definition, read_date};
use crate::report::{self, CaseContents, CaseSummary, Document, DocumentFormat, Meeting, Scope};
use crate::store::Vault;

/// Writes the summary of one case.
pub(super) fn paper(asked: &Paper, context: &Context<'_>) -> Result<Answer, CommandError> {
    DocumentFormat::of(&asked.file.out)?;
    let vault = context.open()?;
    let definition = vault.definition(&asked.register)?;
    let case = case_by_number(&vault, definition, &asked.number)?;
    let (case, made) = (CaseContents::gather(&vault, case)?, context.made());
    let summary = CaseSummary::new(&case, scope(&asked.file), &made);
    saved(&summary.document(context.language), &asked.file, context)
}

/// Writes the agenda of a case meeting: of the cases that are named, or of those that run.
pub(super) fn agenda(asked: &Agenda, context: &Context<'_>) -> Result<Answer, CommandError> {
    DocumentFormat::of(&asked.file.out)?;
    let vault = context.open()?;
    let definition = vault.definition(&asked.register)?;
    let date = asked.date.as_deref().map(read_date).transpose()?;
    let cases = if asked.numbers.is_empty() {
        running(&vault, definition, &asked.filters, context)?
    } else {
        cases_by_number(&vault, definition, &asked.numbers)?
    };
    if cases.is_empty() {
        return Err(CommandError::NothingToDiscuss(definition.id.clone()));
    }
    let cases = cases
        .into_iter()
        .map(|case| CaseContents::gather(&vault, case));
    let cases = cases.collect::<Result<Vec<_>, _>>()?;
    let meeting = Meeting {
        title: asked.title.clone(),
        date: date.unwrap_or_else(|| context.clock.today()),
        minutes: asked.minutes,
    };
    let made = context.made();
    let agenda = report::Agenda::new(definition, &meeting, &cases, scope(&asked.file), &made);
    saved(&agenda.document(context.language), &asked.file, context)
}

/// The cases that run today and pass the filters, the most urgent first and of those the oldest. Of events, those of this
/// year that are not dealt with.
fn running(
    vault: &Vault,
    definition: &Definition,
    filters: &[String],
    context: &Context<'_>,
) -> Result<Vec<CaseFile>, CommandError> {
    let today = context.clock.today();
    let (period, measure) = if definition.has_spells() {
        (Period::between(today, today)?, Measure::Closing)
    } else {
        (Step::Year.containing(today), Measure::Count)
    };
    let columns = counting::columns(vault, &definition.id)?;
    let slice = Slice::parse(definition, filters)?;
    let rows = columns.rows(&slice, period, measure)?;
    let keys: Vec<_> = rows.iter().filter_map(|row| columns.key(*row)).collect();
    let mut cases = vault.store(&definition.id)?.cases(&keys)?;
    let dealt_with = |case: &CaseFile| {
        let status = case.state.status.as_deref();
        status
            .and_then(|id| definition.status(id))
            .is_some_and(|status| !status.open)
    };
    cases.retain(|case| definition.has_spells() || !dealt_with(case));
    cases.sort_by_cached_key(|case| {
        let opened = case.state.opened();
        (
            definition.priority_of(&case.state),
            opened,
            case.number.clone(),
        )
    });
    Ok(cases)
}

fn scope(file: &DocumentFile) -> Scope {
    match file.all {
        true => Scope::All,
        false => Scope::Shareable,
    }
}

fn saved(
    document: &Document,
    file: &DocumentFile,
    context: &Context<'_>,
) -> Result<Answer, CommandError> {
    report::save(document, &file.out, file.overwrite)?;
    let file = file.out.display().to_string();
    let made = context
        .language
        .say("cli-paper-made", &[("file", file.into())]);
    Ok(Answer::all_well(format!("{made}\n")))
}
