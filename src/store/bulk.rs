//! Giving many cases the same thing at once: first what would become of each, then one action that does it.

use chrono::NaiveDate;

use super::{Operation, Write};
use crate::register::{CaseFile, CaseProblem, CaseState, Change, Definition, Setting};

/// What many cases would become, case by case. What was seen is what is done: carried out, it writes these states over the
/// versions that were looked at, and is refused as a whole where one was changed meanwhile.
#[derive(Clone, Debug, PartialEq)]
pub struct BulkPlan {
    /// The register.
    pub register: String,
    /// Every case, in the order in which they were given.
    pub lines: Vec<BulkLine>,
}

/// What one case would become.
#[derive(Clone, Debug, PartialEq)]
pub struct BulkLine {
    /// The case as it is stored.
    pub case: CaseFile,
    /// What comes of it.
    pub becomes: Becomes,
}

/// What comes of a case that is given something.
#[derive(Clone, Debug, PartialEq)]
pub enum Becomes {
    /// It changes to this.
    Changed(CaseState),
    /// It has all that is given already.
    AlreadySo,
    /// It cannot be given this, for these reasons; it stays as it is.
    Refused(Vec<CaseProblem>),
}

impl BulkPlan {
    /// Lays the settings beside every case, as they are on this day. Nothing is written.
    pub fn make(
        definition: &Definition,
        cases: Vec<CaseFile>,
        settings: &[Setting],
        today: NaiveDate,
    ) -> Self {
        let lines = cases.into_iter().map(|case| {
            let becomes = match definition.given(&case.state, settings, today) {
                Ok(state) if state == case.state => Becomes::AlreadySo,
                Ok(state) => Becomes::Changed(state),
                Err(problems) => Becomes::Refused(problems),
            };
            BulkLine { case, becomes }
        });
        Self {
            register: definition.id.clone(),
            lines: lines.collect(),
        }
    }

    /// How many cases change.
    pub fn changed(&self) -> usize {
        self.count(|becomes| matches!(becomes, Becomes::Changed(_)))
    }

    /// How many have it already.
    pub fn already_so(&self) -> usize {
        self.count(|becomes| matches!(becomes, Becomes::AlreadySo))
    }

    /// How many cannot be given it.
    pub fn refused(&self) -> usize {
        self.count(|becomes| matches!(becomes, Becomes::Refused(_)))
    }

    fn count(&self, of: impl Fn(&Becomes) -> bool) -> usize {
        self.lines.iter().filter(|line| of(&line.becomes)).count()
    }

    /// The action that changes every case that can be changed.
    pub fn operation(&self, operation: Operation) -> Operation {
        let writes = self.lines.iter().filter_map(|line| {
            let Becomes::Changed(state) = &line.becomes else {
                return None;
            };
            Some(Write::over(&line.case, state.clone()))
        });
        Operation {
            writes: writes.collect(),
            ..operation
        }
    }
}

impl BulkLine {
    /// What changes of the case; nothing where it is refused, or has it already.
    pub fn changes(&self) -> Vec<Change> {
        match &self.becomes {
            Becomes::Changed(after) => self.case.state.changes_to(after),
            Becomes::AlreadySo | Becomes::Refused(_) => Vec::new(),
        }
    }
}
