//! Saved views: the definition of a list or a figure, kept under a name.

use chrono::{DateTime, Utc};

use crate::store::error::StoreError;

/// Whether a view is of a list or of a figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ViewKind {
    /// The list of a register.
    List,
    /// A figure of a register.
    Figure,
}

impl ViewKind {
    /// Each with its name in the file.
    const NAMES: [(&str, Self); 2] = [("list", Self::List), ("figure", Self::Figure)];

    /// The name in the file.
    pub fn name(self) -> &'static str {
        let mut names = Self::NAMES.into_iter();
        names
            .find(|(_, kind)| *kind == self)
            .map_or("", |(name, _)| name)
    }

    /// The kind with this name.
    pub fn named(name: &str) -> Option<Self> {
        let mut names = Self::NAMES.into_iter();
        names
            .find(|(known, _)| *known == name)
            .map(|(_, kind)| kind)
    }
}

/// The definition of a list or a figure, under a name. The store keeps the content as the desk wrote it, and does not read
/// it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct View {
    /// Its identity: a UUIDv7.
    pub id: String,
    /// Whether it is of a list or of a figure.
    pub kind: ViewKind,
    /// The register it is of.
    pub register: String,
    /// What it is called.
    pub name: String,
    /// Who made it; nobody else changes it.
    pub owner: String,
    /// Whether the whole team sees it.
    pub shared: bool,
    /// When it was kept last.
    pub saved: DateTime<Utc>,
    /// The definition, as the desk wrote it.
    pub content: String,
}

/// The saved views of a team.
pub trait Views {
    /// The views of this person and those that the team shares, by name.
    ///
    /// # Errors
    /// The file cannot be read.
    fn views(&self, actor: &str) -> Result<Vec<View>, StoreError>;

    /// Keeps a view, in place of what was kept of it before.
    ///
    /// # Errors
    /// [`StoreError::ViewOfAnother`] when somebody else made it; the file cannot be written.
    fn keep_view(&mut self, view: &View) -> Result<(), StoreError>;

    /// Throws a view of this person away.
    ///
    /// # Errors
    /// The file cannot be written.
    fn drop_view(&mut self, id: &str, owner: &str) -> Result<(), StoreError>;
}
