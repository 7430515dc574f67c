//! What a click on the overview opens.

use crate::figures::Figure;

/// What a number, a name or a tag of the overview opens.
#[derive(Clone, Debug)]
pub enum OverviewTarget {
    /// The parts and years of the register with this id, in the lower half of the overview.
    Breakdown(String),
    /// The list of the cases that a number counts.
    Cases {
        /// The id of their register.
        register: String,
        /// The figure that counts them.
        figure: Box<Figure>,
        /// The name of the number.
        name: String,
    },
    /// The list of work, with the tasks of the register with this id.
    Work(String),
}
