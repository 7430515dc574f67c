//! Two versions of a case: what somebody else stored while this form was open, and what is typed in it.

use crate::register::{CaseFile, CaseState, Change, Difference};

/// Which of both versions of a difference is stored.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Version {
    /// What is typed in the form.
    Mine,
    /// What somebody else stored.
    Theirs,
}

/// The differences between both versions. What only one of both changed is taken over; where both changed the same thing
/// the user chooses.
#[derive(Clone, Debug)]
pub struct Conflict {
    /// The case as somebody else stored it.
    pub stored: Box<CaseFile>,
    /// What differs, in the order of the register.
    pub lines: Vec<ConflictLine>,
    /// Whether the first choice, or else the button, takes the keyboard in the next frame.
    pub take_focus: bool,
}

/// One thing that differs.
#[derive(Clone, Debug)]
pub struct ConflictLine {
    /// What each of both made of it.
    pub difference: Difference,
    /// Whether both changed it, each in another way.
    pub clashes: bool,
    /// Which version the user chose; it counts where both clash.
    pub chosen: Version,
}

impl Conflict {
    /// Compares both versions with the one that both began with. What is typed is chosen at first.
    pub fn new(stored: Box<CaseFile>, base: &CaseState, mine: &CaseState) -> Self {
        let differences = base.differences(&stored.state, mine).into_iter();
        let lines = differences.map(|difference| ConflictLine {
            clashes: difference.clashes(base),
            difference,
            chosen: Version::Mine,
        });
        Self {
            lines: lines.collect(),
            stored,
            take_focus: true,
        }
    }

    /// The stored version with everything of the form that was chosen.
    pub fn merged(&self) -> CaseState {
        let mine = self.lines.iter().filter_map(|line| {
            let theirs = line.clashes && line.chosen == Version::Theirs;
            line.difference.mine.clone().filter(|_| !theirs)
        });
        let mine: Vec<Change> = mine.collect();
        self.stored.state.clone().with(&mine)
    }
}
