//! Something that can be chosen in a field.

/// Something that can be chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChoiceOption {
    /// What is stored.
    pub id: String,
    /// What it is called on the screen.
    pub label: String,
}

impl ChoiceOption {
    /// An option with this id and label.
    pub fn new(id: impl Into<String>, label: impl Into<String>) -> Self {
        Self {
            id: id.into(),
            label: label.into(),
        }
    }
}
