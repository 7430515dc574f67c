//! Editions: lists and definitions that were changed in the program, kept in the shared file with who and when.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use chrono::{DateTime, Utc};

use super::error::StoreError;
use super::traits::shared_records::{SharedRecord, SharedRecords};
use crate::register::{Content, Definition, Field, OUTCOME, Reason, Subject, Switch};

/// The kind of the shared records that hold editions.
pub(super) const KIND: &str = "edition";

/// A change to a list or a definition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// What is changed.
    pub subject: Subject,
    /// Its content from now on; none goes back to what the files say.
    pub content: Option<Content>,
    /// The version that was seen; 0 where it was never changed.
    pub version: u32,
    /// Who changes it.
    pub actor: String,
    /// When.
    pub recorded: DateTime<Utc>,
    /// Why, where that is known.
    pub reason: Option<Reason>,
}

/// One step in the history of a list or a definition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edition {
    /// The version it made.
    pub version: u32,
    /// When it was kept.
    pub recorded: DateTime<Utc>,
    /// By whom.
    pub actor: String,
    /// Why, where that is known.
    pub reason: Option<Reason>,
    /// Its content; none where it went back to what the files say.
    pub content: Option<Content>,
}

/// What a changed definition would do to its register.
#[derive(Clone, Debug)]
pub struct Preview {
    /// The register as it would be.
    pub definition: Arc<Definition>,
    /// What would change; nothing for a new register.
    pub switch: Switch,
    /// The fields that would disappear from forms while cases have a value of them, with how many.
    pub hidden: BTreeMap<String, u64>,
    /// Why the change is refused.
    pub refusal: Option<StoreError>,
}

/// Where the choices of a list are used: per register and field how many cases have each, as it is stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Usage {
    /// The register.
    pub register: String,
    /// The field, or [`OUTCOME`].
    pub field: String,
    /// The kind of entry to which the field belongs; none for a field of the case.
    pub entry: Option<String>,
    /// The cases that have each choice.
    pub cases: BTreeMap<String, u64>,
}

/// The version and the content of every subject that was changed in the program. A subject that only a newer version of
/// the program knows is passed over.
pub(super) fn stored_editions(
    shared: &(impl SharedRecords + ?Sized),
) -> Result<Vec<(Subject, u32, Option<Content>)>, StoreError> {
    editions_in(shared.shared(KIND)?)
}

/// The same in the shared records that hold them.
pub(super) fn editions_in(
    records: Vec<SharedRecord>,
) -> Result<Vec<(Subject, u32, Option<Content>)>, StoreError> {
    let records = records.into_iter();
    let known = records.filter_map(|record| Some((Subject::named(&record.id)?, record)));
    known
        .map(|(subject, record)| Ok((subject, record.version, record.read()?)))
        .collect()
}

/// The fields of a register whose choices a subject holds, each with the kind of entry to which it belongs.
pub(super) fn choice_fields(
    definition: &Definition,
    subject: &Subject,
) -> BTreeSet<(Option<String>, String)> {
    let meant = |field: &&Field| match subject {
        Subject::List(list) => field.choices_from.as_ref() == Some(list),
        Subject::Choices {
            register,
            field: id,
        } => definition.id == *register && field.id == *id,
        Subject::Register(_) | Subject::Texts(_) | Subject::Indicators => false,
    };
    let of_case = definition.fields.iter().filter(meant);
    let mut found: BTreeSet<_> = of_case.map(|field| (None, field.id.clone())).collect();
    if let Subject::List(_) = subject {
        for kind in &definition.entries {
            let fields = kind.fields.iter().filter(meant);
            found.extend(fields.map(|field| (Some(kind.id.clone()), field.id.clone())));
        }
    }
    let outcomes = Subject::Choices {
        register: definition.id.clone(),
        field: OUTCOME.to_owned(),
    };
    if *subject == outcomes && definition.outcome.is_some() {
        found.insert((None, OUTCOME.to_owned()));
    }
    found
}
