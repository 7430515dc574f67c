//! The number of a chart that the user points at or opens.

/// A number of a chart, by its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Chosen {
    /// The group: a bar, or a point of time.
    pub group: usize,
    /// The series; none for the total of the group.
    pub series: Option<usize>,
}
