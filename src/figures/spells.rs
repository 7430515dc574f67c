//! How a case stands at the end of a day, by the spells during which it ran.

use crate::register::{CountedSpell, NEVER};

/// A case with more than one spell.
#[derive(Clone, Debug)]
pub(super) struct Reopened {
    pub row: usize,
    pub spells: Vec<CountedSpell>,
}

/// How a case stands on the reference date, for everything that belongs to the end of a spell.
#[derive(Clone, Copy, Debug)]
pub(super) enum Ending {
    /// It runs.
    Running,
    /// It ended with this outcome and these flags.
    Ended { outcome: u16, flags: u64 },
}

impl Ending {
    /// How a case with these spells, in order, stands at the end of a day.
    pub fn of(spells: &[CountedSpell], day: i32) -> Self {
        if spells
            .iter()
            .any(|spell| spell.opened <= day && spell.closed > day)
        {
            return Self::Running;
        }
        let ended = spells
            .iter()
            .rev()
            .find(|spell| spell.closed != NEVER && spell.closed <= day);
        ended.map_or(Self::Running, |spell| Self::Ended {
            outcome: spell.outcome,
            flags: spell.flags,
        })
    }
}
