//! Why two cases cannot be merged.

use crate::language::{Explain, Language};

/// Why two cases cannot be merged.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error, strum::IntoStaticStr)]
pub enum MergeError {
    /// They are one case.
    #[error("a case cannot be merged into itself")]
    Same,
    /// They belong to two registers.
    #[error("only cases of one register can be merged")]
    OtherRegister,
    /// One of them was taken back, or merged before.
    #[error("one of the cases is withdrawn")]
    Withdrawn,
}

impl Explain for MergeError {
    fn explain(&self, language: Language) -> String {
        language.text(self.text_id())
    }
}

impl MergeError {
    /// The text that says why.
    pub(super) fn text_id(self) -> &'static str {
        match self {
            Self::Same => "merge-same",
            Self::OtherRegister => "merge-other-register",
            Self::Withdrawn => "merge-withdrawn",
        }
    }
}
