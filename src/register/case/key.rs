//! The places of cases and of entries in the file of their team.

use serde::{Deserialize, Serialize};

/// The place of a case in the file of its team: small, stable, and meaningless outside that file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct CaseKey(pub i64);

/// The place of an entry in the file of its team: small, stable, and meaningless outside that file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct EntryKey(pub i64);
