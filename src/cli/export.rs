//! `export`: the cases of a register as a file: a list, or one that is edited and comes back.

use std::sync::Arc;

use super::answer::Answer;
use super::arguments::cases::Export;
use super::cases_meant::cases_meant;
use super::context::Context;
use super::error::CommandError;
use crate::figures::Slice;
use crate::report::{
    CaseColumn, EditableList, ExportFormat, ListQuestion, ListedCases, SharedFile, Sharing,
    save_export,
};
use crate::store::Vault;

/// Writes the cases that are meant, and without that all of the register, to a file.
pub(super) fn run(asked: &Export, context: &Context<'_>) -> Result<Answer, CommandError> {
    let language = context.language;
    let known: &[ExportFormat] = match asked.editable {
        true => &[ExportFormat::Xlsx],
        false => ExportFormat::OF_LISTS,
    };
    ExportFormat::of(&asked.out, known)?;
    let mut vault = context.open()?;
    let definition = Arc::clone(vault.definition(&asked.register)?);
    let store = vault.store(&definition.id)?;
    let mut cases = match cases_meant(&vault, &definition, &asked.which, &asked.filters)? {
        Some(cases) => cases,
        None => store.cases(&store.by_number(&definition.id)?)?,
    };
    cases.retain(|case| case.state.withdrawn.is_none());
    if asked.editable {
        let list = EditableList {
            definition,
            cases,
            made: context.made(),
            language,
        };
        list.save(&asked.out, asked.overwrite)?;
    } else {
        let question = ListQuestion {
            title: definition.label.text(language).to_owned(),
            listed: match asked.which.is_empty() {
                true => ListedCases::All,
                false => ListedCases::Chosen,
            },
            slice: Slice::parse(&definition, &asked.filters)?,
            list_filters: Vec::new(),
            searched: false,
            sharing: sharing(asked),
            columns: CaseColumn::all(&definition),
            group: None,
            cases: vec![(None, cases.iter().map(|case| case.key).collect())],
            all: cases.len(),
        };
        if question.sharing.is_some() {
            return shared(&question, asked, &mut vault, context);
        }
        let today = context.clock.today();
        let days = question.days(&vault, &definition.id, today)?;
        let list = question.published(&definition, &cases, &days, &context.made(), language);
        save_export(&list, &asked.out, asked.dialect, asked.overwrite)?;
    }
    let file = asked.out.display().to_string();
    let made = language.say("cli-file-made", &[("file", file.into())]);
    Ok(Answer::all_well(format!("{made}\n")))
}

/// Who receives the list, where it is for a partner.
fn sharing(asked: &Export) -> Option<Sharing> {
    Some(Sharing {
        recipient: asked.recipient.clone()?,
        ground: asked.ground.clone()?,
    })
}

/// Gives the list to a partner, and says how that is undone.
fn shared(
    question: &ListQuestion,
    asked: &Export,
    vault: &mut Vault,
    context: &Context<'_>,
) -> Result<Answer, CommandError> {
    let language = context.language;
    let file = SharedFile {
        to: &asked.out,
        dialect: asked.dialect,
        overwrite: asked.overwrite,
    };
    let recorded = question.share(vault, &asked.register, file, &context.made(), language)?;
    let file = asked.out.display().to_string();
    let made = language.say("cli-file-made", &[("file", file.into())]);
    let count = [("count", (recorded.entries.len() as i64).into())];
    let given = language.say("list-shared-recorded", &count);
    let action = recorded.action.map(|action| {
        let operation = [("operation", action.into())];
        language.say("cli-operation", &operation) + "\n"
    });
    let undone = action.unwrap_or_default();
    Ok(Answer::all_well(format!("{made}\n{given}\n{undone}")))
}
