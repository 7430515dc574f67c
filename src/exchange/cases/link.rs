//! A column that feeds a field: how sure that is, and why.

use super::target::Target;

/// A column that feeds a field.
#[derive(Clone, Debug, PartialEq)]
pub struct Link {
    /// The column, counted from 0.
    pub column: usize,
    /// What it feeds.
    pub target: Target,
    /// How sure that is.
    pub certainty: Certainty,
    /// Why.
    pub why: Why,
}

/// How sure a link is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Certainty {
    /// It is certain.
    Certain,
    /// It is likely.
    Likely,
    /// A person has to look at it.
    Doubtful,
}

/// Why a column feeds a field.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Why {
    /// A person chose it, now or when the mapping was kept.
    Chosen,
    /// Its heading is a name of the field.
    Named,
    /// Its heading is called so, and hardly any of its cells can be read as the field.
    NamedOnly,
    /// Its heading is like a name of the field.
    Alike,
    /// Its cells are what the field holds.
    Content,
    /// It holds a whole address, of which this is a part.
    Split,
    /// It feeds another field, and holds values of this one too.
    Beside,
}

/// What of a column is recognised without a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Recognition {
    /// Headings that are a name of a field, and values that are called as a choice is. Dates with dashes or dots are read
    /// with the day first where nothing says otherwise.
    Names,
    /// Also what is likely by the heading or by the content, because a person looks at it before anything is written.
    Likely,
}
