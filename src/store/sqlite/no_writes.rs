//! Why nothing is written in a file any more: it is damaged, or this user may not write in it.

use std::sync::{Arc, OnceLock};

use crate::store::error::StoreError;

/// Why nothing is written in a file any more, once there is a reason. A check in the background shares it.
#[derive(Clone, Debug, Default)]
pub(in crate::store) struct NoWrites(Arc<OnceLock<StoreError>>);

impl NoWrites {
    /// From now on nothing is written, because of this.
    pub fn since(&self, why: &StoreError) {
        self.0.get_or_init(|| why.clone());
    }

    /// The same error; where it says that the file is damaged, nothing is written from now on.
    pub fn noted(&self, error: StoreError) -> StoreError {
        if matches!(error, StoreError::Damaged { .. }) {
            self.since(&error);
        }
        error
    }

    /// Why, where there is a reason.
    pub fn why(&self) -> Option<&StoreError> {
        self.0.get()
    }

    /// Refuses what is to be written.
    ///
    /// # Errors
    /// Why.
    pub fn refuse(&self) -> Result<(), StoreError> {
        self.why().map_or(Ok(()), |why| Err(why.clone()))
    }
}
