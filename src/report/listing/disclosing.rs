//! A list of cases that is given to a partner: what it would betray, and how it goes out. The file and what is recorded of it
//! on every case are made together, or neither is.

use std::path::Path;
use std::sync::Arc;

use chrono::NaiveDateTime;

use super::question::ListQuestion;
use super::sharing::{Sharing, shown_to_others};
use crate::figures::dimension_label;
use crate::language::{Explain, Language};
use crate::register::{
    CaseFile, CaseKey, CaseProblem, DISCLOSURE, Definition, Derived, EntryState, Field, FieldRole,
    GIVEN, OUTCOME, Value,
};
use crate::report::delimited::Dialect;
use crate::report::export_format::ExportFormat;
use crate::report::exportable::Exportable;
use crate::report::made::Made;
use crate::report::saving::{SaveError, prepare};
use crate::store::{CaseOf, EntryWrite, Operation, Recorded, StoreError, Vault};

/// Why a list was not shared. There is no file then, and nothing is recorded.
#[derive(Debug, thiserror::Error, strum::IntoStaticStr)]
pub enum ShareError {
    /// Nobody is named who receives it.
    #[error("nobody is named who receives the list")]
    NoRecipient,
    /// No legal ground is named.
    #[error("no ground is named on which the list is shared")]
    NoGround,
    /// No case stands on it.
    #[error("no case stands on the list")]
    NoCases,
    /// It is filtered or grouped by what its reader may not see.
    #[error("the list betrays {0:?}")]
    Betrays(Vec<String>),
    /// The register has no place to record it.
    #[error("it cannot be recorded: {0:?}")]
    Unrecordable(Vec<CaseProblem>),
    /// The vault cannot be read or written.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The file cannot be written.
    #[error(transparent)]
    Save(#[from] SaveError),
}

impl Explain for ShareError {
    fn explain(&self, language: Language) -> String {
        match self {
            Self::NoRecipient => language.text("list-shared-no-recipient"),
            Self::NoGround => language.text("list-shared-no-ground"),
            Self::NoCases => language.text("list-shared-no-cases"),
            Self::Betrays(told) => {
                language.say("list-shared-betrays", &[("fields", told.join(", ").into())])
            }
            Self::Unrecordable(_) => language.text("list-shared-unrecordable"),
            Self::Store(error) => error.explain(language),
            Self::Save(error) => error.explain(language),
        }
    }
}

/// The file that a shared list becomes.
#[derive(Clone, Copy, Debug)]
pub struct SharedFile<'a> {
    /// Where it comes; its ending says of which kind it is.
    pub to: &'a Path,
    /// How a CSV file is written.
    pub dialect: Dialect,
    /// Whether it may replace a file that exists.
    pub overwrite: bool,
}

impl ListQuestion {
    /// What the list is filtered or grouped by that its reader may not see, or not as it is: who stands on the list would
    /// tell it all the same. Nothing where it can be shared.
    pub fn betrays(&self, definition: &Definition, language: Language) -> Vec<String> {
        let grouped = self.group.as_deref();
        let filtered = self.filtered().filters().map(|(field, _)| field);
        let told = filtered
            .chain(grouped)
            .filter(|by| !tells_what_is_shown(definition, by));
        let mut told: Vec<String> = told
            .map(|by| dimension_label(definition, by, language))
            .collect();
        told.extend(self.searched.then(|| language.text("list-shared-words")));
        told.dedup();
        told
    }

    /// What is recorded of it on the timeline of every case of it, at this moment.
    fn disclosure(
        &self,
        definition: &Definition,
        sharing: &Sharing,
        at: NaiveDateTime,
        language: Language,
    ) -> EntryState {
        let columns = self.columns.iter();
        let columns = columns.filter(|column| shown_to_others(column, definition));
        let columns: Vec<String> = columns
            .map(|column| column.label(definition, language))
            .collect();
        let said = [
            ("title", self.title.as_str().into()),
            ("columns", columns.join(", ").into()),
        ];
        let list = language.say("list-given", &said);
        let values = [
            (FieldRole::Direction, Value::Choice(GIVEN.to_owned())),
            (
                FieldRole::Party,
                Value::Text(sharing.recipient.trim().to_owned()),
            ),
            (
                FieldRole::Ground,
                Value::Text(sharing.ground.trim().to_owned()),
            ),
            (FieldRole::List, Value::Text(list)),
        ];
        let kind = definition.entry_kind(DISCLOSURE);
        let mut entry = EntryState::at(DISCLOSURE, at);
        for (role, value) in values {
            if let Some(field) = kind.and_then(|kind| kind.field_for(role)) {
                entry.values.insert(field.id.clone(), value);
            }
        }
        entry
    }

    /// Gives the list to a partner: writes the file, and records on every case of it who receives it and on what ground, as
    /// one action. Where either fails there is neither.
    ///
    /// # Errors
    /// Nobody or no ground is named, the list betrays what its reader may not see, or a file cannot be written.
    pub fn share(
        &self,
        vault: &mut Vault,
        register: &str,
        file: SharedFile<'_>,
        made: &Made,
        language: Language,
    ) -> Result<Recorded, ShareError> {
        let sharing = self.sharing.as_ref().ok_or(ShareError::NoRecipient)?;
        let definition = Arc::clone(vault.definition(register)?);
        let keys: Vec<CaseKey> = self.keys().collect();
        let cases = vault.store(register)?.cases(&keys)?;
        self.refusals(&definition, sharing, &cases, language)?;
        let format = ExportFormat::of(file.to, ExportFormat::OF_LISTS)?;
        let days = self.days(vault, register, made.moment().date())?;
        let list = self.published(&definition, &cases, &days, made, language);
        let prepared = prepare(file.to, file.overwrite, Some(list.rows()), || {
            list.bytes(format, file.dialect)
        })?;
        let entry = self.disclosure(&definition, sharing, made.moment(), language);
        let mut problems = definition.check_entry(&entry);
        problems.extend(definition.missing_in_entry(&entry));
        if !problems.is_empty() {
            return Err(ShareError::Unrecordable(problems));
        }
        let given = cases
            .iter()
            .map(|case| EntryWrite::new(CaseOf::Existing(case.key), entry.clone()));
        let operation = given.fold(Operation::by(&made.by, made.at), Operation::with_entry);
        let recorded = vault.store_mut(register)?.record(&operation)?;
        if let Err(refused) = prepared.put_in_place() {
            let by = Operation::by(&made.by, made.at);
            vault.store_mut(register)?.undo(operation.name(), by)?;
            return Err(refused.into());
        }
        Ok(recorded)
    }

    /// Whether it may be shared as it is.
    fn refusals(
        &self,
        definition: &Definition,
        sharing: &Sharing,
        cases: &[CaseFile],
        language: Language,
    ) -> Result<(), ShareError> {
        if sharing.recipient.trim().is_empty() {
            return Err(ShareError::NoRecipient);
        }
        if sharing.ground.trim().is_empty() {
            return Err(ShareError::NoGround);
        }
        let told = self.betrays(definition, language);
        if !told.is_empty() {
            return Err(ShareError::Betrays(told));
        }
        match cases.is_empty() {
            true => Err(ShareError::NoCases),
            false => Ok(()),
        }
    }
}

/// Whether splitting by this tells no more than a list for a partner shows.
fn tells_what_is_shown(definition: &Definition, by: &str) -> bool {
    let field = Field::is_shared_whole;
    match definition.field(by) {
        Some(by) => field(by),
        None if by == OUTCOME => definition.outcomes_are_shared_whole(),
        None => match Derived::named(by) {
            Some(Derived::Age | Derived::AgeAtBegin) => definition.birth_field().is_some_and(field),
            _ => true,
        },
    }
}
