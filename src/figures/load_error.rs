//! Why columns could not be loaded.

/// Why columns could not be loaded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum LoadError<E> {
    /// The store could not hand them out.
    #[error(transparent)]
    Source(#[from] E),
    /// What is counted of a case was packed by another version of the definition, or is damaged.
    #[error("what is counted of a case cannot be read")]
    Unreadable,
}
