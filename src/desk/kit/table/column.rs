//! A column of a table.

/// A column.
#[derive(Clone, Debug, PartialEq)]
pub struct Column {
    /// The key under which its width is stored.
    pub id: String,
    /// The heading.
    pub label: String,
    /// The icon that is drawn in place of the heading.
    pub icon: Option<&'static str>,
    /// Whether it holds numbers, which are aligned at the right.
    pub numbers: bool,
    /// Its width in points while the user set none.
    pub width: f32,
    /// How the rows are sorted by it.
    pub order: Order,
    /// Whether it keeps its width: it is not drawn wider or narrower.
    pub fixed: bool,
}

/// How rows are sorted by a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    /// They cannot be sorted by it.
    Never,
    /// They are sorted by another one.
    None,
    /// The first one first.
    Ascending,
    /// The last one first.
    Descending,
}
