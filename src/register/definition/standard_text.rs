//! A text that is sent time and again, and the blanks in which is filled in what is known of a case.

use serde::{Deserialize, Serialize};

use crate::language::Label;

/// A text that is sent time and again, adjusted before it goes out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StandardText {
    /// The name in files.
    pub id: String,
    /// How it is called on the screen.
    pub label: Label,
    /// The statuses at which it is offered first; none is every status.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub statuses: Vec<String>,
    /// The text, with the ids of fields between braces: `{adres}`, `{nummer}`, `{vandaag}`.
    pub body: Label,
    /// No longer offered.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub retired: bool,
    /// Whether it was added in the program, and stands in no file.
    #[serde(skip)]
    pub own: bool,
}

impl StandardText {
    /// A text that is offered at every status.
    pub fn new(id: impl Into<String>, label: Label, body: Label) -> Self {
        Self {
            id: id.into(),
            label,
            statuses: Vec::new(),
            body,
            retired: false,
            own: false,
        }
    }
}
