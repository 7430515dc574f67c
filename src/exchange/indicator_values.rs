//! Values of indicators by year, kept as shared records of a vault.

use chrono::{DateTime, Utc};

use crate::figures::{YearKey, YearValue, YearValues};
use crate::register::Reason;
use crate::store::{SharedAction, SharedRecords, SharedRevision, SharedWrite, StoreError};

/// The kind of their shared records.
const KIND: &str = "year-value";

/// All values that are kept.
///
/// # Errors
/// The file cannot be read.
pub fn year_values(store: &dyn SharedRecords) -> Result<YearValues, StoreError> {
    let mut values = YearValues::default();
    for record in store.shared(KIND)? {
        let key = YearKey::named(&record.id).ok_or_else(|| StoreError::SharedUnreadable {
            kind: record.kind.clone(),
            id: record.id.clone(),
        })?;
        let value: Option<YearValue> = record.read()?;
        values.put(key, record.version, value.unwrap_or_default());
    }
    Ok(values)
}

/// Keeps these values, each with the version that it is based on, as one action of this person.
///
/// # Errors
/// Somebody else changed one of them meanwhile, or the file cannot be written; then nothing is.
pub fn keep_year_values(
    store: &mut dyn SharedRecords,
    values: &[(YearKey, u32, YearValue)],
    actor: &str,
    recorded: DateTime<Utc>,
    reason: Option<Reason>,
) -> Result<(), StoreError> {
    let writes = values.iter().map(|(key, version, value)| {
        let write = SharedWrite::of(KIND, &key.name(), *version, value)?;
        // A value of which nothing is left is taken back.
        let content = write.content.filter(|_| *value != YearValue::default());
        Ok(SharedWrite { content, ..write })
    });
    let writes = writes.collect::<Result<_, StoreError>>()?;
    store.share(&SharedAction::by(actor, recorded, reason, writes))
}

/// Keeps these values as they were before the action that kept what stands there now, as one action of this person that
/// undoes it.
///
/// # Errors
/// Somebody else changed one of them meanwhile, or the file cannot be read or written; then nothing is.
pub fn undo_year_values(
    store: &mut dyn SharedRecords,
    values: &[(YearKey, u32, YearValue)],
    actor: &str,
    recorded: DateTime<Utc>,
) -> Result<(), StoreError> {
    let last = match values.first() {
        Some((key, ..)) => store.shared_history(KIND, &key.name())?.into_iter().next(),
        None => None,
    };
    let reason = last.map(|last| Reason::to_undo(&last.operation, last.reason));
    keep_year_values(store, values, actor, recorded, reason)
}

/// Every revision of the value of this year, newest first.
///
/// # Errors
/// The file cannot be read.
pub fn year_value_history(
    store: &dyn SharedRecords,
    key: &YearKey,
) -> Result<Vec<(SharedRevision, YearValue)>, StoreError> {
    let name = key.name();
    let history = store.shared_history(KIND, &name)?.into_iter();
    let read = history.map(|revision| {
        let value: Option<YearValue> = revision.read(KIND, &name)?;
        Ok((revision, value.unwrap_or_default()))
    });
    read.collect()
}
