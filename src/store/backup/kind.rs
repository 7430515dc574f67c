//! Why a backup was made.

use serde::{Deserialize, Serialize};

/// Why a backup was made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, strum::IntoStaticStr)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum BackupKind {
    /// Somebody asked for it.
    Manual,
    /// It was the first of the day.
    Daily,
    /// A window closed in which something had changed.
    Closing,
    /// A new version of the program, or of a definition, was about to change the file.
    Migration,
    /// Another backup was about to be put back.
    Restore,
    /// A file was about to be repaired.
    Repair,
}

impl BackupKind {
    /// Whether such a backup is made again and again, so that an older one may make room for a newer one.
    pub fn is_routine(self) -> bool {
        matches!(self, Self::Daily | Self::Closing)
    }

    /// The name that is the same in every language.
    pub fn name(self) -> &'static str {
        self.into()
    }
}
