//! Why something was recorded: in somebody's words, or what the program did, to be worded when it is shown.

use serde::{Deserialize, Serialize};

use crate::language::Language;

/// Why something was recorded. What the program did is stored as what it is, not as a sentence: whoever reads it reads it in
/// the language of the screen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Reason {
    /// In the words of a person.
    Words(String),
    /// An action was undone.
    Undone {
        /// The action.
        operation: String,
        /// Why that was done, where it is known.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        reason: Option<Box<Reason>>,
    },
    /// What an action undid was done again, by undoing that action.
    Redone {
        /// The action that undid it.
        operation: String,
    },
    /// It came from a file.
    Imported {
        /// The name of the file, without its folder.
        file: String,
    },
    /// The definition of the register says otherwise than before how such a case stands.
    NewDefinition {},
    /// It was done together with something in another register, by one action.
    Together {
        /// That register.
        register: String,
        /// Why, where it is known.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        reason: Option<Box<Reason>>,
    },
    /// A case turned out to be another one.
    Merged {
        /// The number of the case that is none any more.
        number: String,
        /// The number of the case that remains.
        into: String,
    },
}

impl Reason {
    /// Why something is put back: an action is undone that was done for this reason. To undo an undoing does it again.
    pub fn to_undo(operation: &str, done: Option<Self>) -> Self {
        let operation = operation.to_owned();
        match done {
            Some(Self::Undone { .. } | Self::Redone { .. }) => Self::Redone { operation },
            done => Self::Undone {
                operation,
                reason: done.map(Box::new),
            },
        }
    }

    /// The reason in words.
    pub fn text(&self, language: Language) -> String {
        match self {
            Self::Words(words) => words.clone(),
            Self::Undone { reason: None, .. } => language.text("undo-reason"),
            Self::Undone {
                reason: Some(reason),
                ..
            } => {
                let reason = reason.text(language);
                language.say("undo-reason-of", &[("reason", reason.into())])
            }
            Self::Redone { .. } => language.text("redo-reason"),
            Self::NewDefinition {} => language.text("new-definition-reason"),
            Self::Together { reason: None, .. } => language.text("together-reason"),
            Self::Together {
                reason: Some(reason),
                ..
            } => {
                let reason = reason.text(language);
                language.say("together-reason-of", &[("reason", reason.into())])
            }
            Self::Imported { file } => language.say("import-reason", &[("file", file.into())]),
            Self::Merged { number, into } => language.say(
                "merge-reason",
                &[("number", number.into()), ("into", into.into())],
            ),
        }
    }
}

impl From<&str> for Reason {
    fn from(words: &str) -> Self {
        Self::Words(words.to_owned())
    }
}
