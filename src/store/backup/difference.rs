//! What a backup has otherwise than the file of which it is a copy.

use std::collections::HashMap;
use std::path::Path;

use crate::store::error::StoreError;
use crate::store::sqlite::connection::{FileKey, connect_to_copy, connect_to_read};
use crate::store::sqlite::content::{self, CaseTrace};
use crate::store::sqlite::mark;

/// What putting a copy back would change in the file of a team.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Difference {
    /// The numbers of the cases that were made since, with their registers: they go.
    pub gone: Vec<(String, String)>,
    /// Those of the cases that were changed since: they become as they were.
    pub older: Vec<(String, String)>,
    /// Those of the cases that are not in the file any more, or have lost something: they come back.
    pub back: Vec<(String, String)>,
    /// How many changes were made since to what is no case: lists, definitions, figures of years.
    pub records: u64,
}

impl Difference {
    /// Between the file and the copy of it.
    ///
    /// # Errors
    /// One of both cannot be read.
    pub(super) fn between(file: &Path, copy: &Path) -> Result<Self, StoreError> {
        // Also that it is not another file, and has its own log beside it.
        mark::of_file(file, FileKey::None)?;
        let (now, records) = content::traces(file, connect_to_read)?;
        let (then, records_then) = content::traces(copy, connect_to_copy)?;
        let mut then: HashMap<String, CaseTrace> = then
            .into_iter()
            .map(|case| (case.id.clone(), case))
            .collect();
        let mut difference = Self {
            records: records.saturating_sub(records_then),
            ..Self::default()
        };
        for case in now {
            let before = then.remove(&case.id).map(|case| case.revisions);
            let list = match before {
                None => &mut difference.gone,
                Some(before) if before < case.revisions => &mut difference.older,
                Some(before) if before > case.revisions => &mut difference.back,
                Some(_) => continue,
            };
            list.push((case.register, case.number));
        }
        let gone_since = then.into_values().map(|case| (case.register, case.number));
        difference.back.extend(gone_since);
        difference.back.sort();
        Ok(difference)
    }

    /// Whether nothing would change.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}
