//! Changing many cases at once: first what would change of each, then one action that does it.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::operation::{Operation, Write};
use crate::register::{CaseFile, CaseKey, CaseProblem, CaseState, Change, Definition, Setting};

/// What single cases are given beside what all are given.
pub type OwnSettings = BTreeMap<CaseKey, Vec<Setting>>;

/// What a change of many cases would do, case by case. Its operation writes exactly these states over the versions that were
/// read, and is refused as a whole where a case was changed meanwhile.
#[derive(Clone, Debug, PartialEq)]
pub struct BulkPlan {
    /// The register.
    pub register: String,
    /// Every case, in the order in which they were asked for.
    pub lines: Vec<BulkLine>,
}

/// What would change of one case.
#[derive(Clone, Debug, PartialEq)]
pub struct BulkLine {
    /// The case as it is stored.
    pub case: CaseFile,
    /// What would come of it.
    pub becomes: Becomes,
}

/// What comes of one case in a change of many.
#[derive(Clone, Debug, PartialEq)]
pub enum Becomes {
    /// It changes to this.
    Changed(CaseState),
    /// It has all these values already.
    AlreadySo,
    /// It is refused for these reasons, and stays as it is.
    Refused(Vec<CaseProblem>),
}

impl BulkPlan {
    /// Applies the settings to every case, and after them those that are its own, by the rules of this day. Nothing is
    /// written.
    pub fn make(
        definition: &Definition,
        cases: Vec<CaseFile>,
        settings: &[Setting],
        own: &OwnSettings,
        today: NaiveDate,
    ) -> Self {
        let lines = cases.into_iter().map(|case| {
            let own = own.get(&case.key).into_iter().flatten();
            // What is its own takes the place of the same for all.
            let own: Vec<&Setting> = own.collect();
            let replaced = |one: &&Setting| own.iter().any(|own| own.subject() == one.subject());
            let all = settings.iter().filter(|one| !replaced(one));
            let settings: Vec<Setting> = all.chain(own.iter().copied()).cloned().collect();
            let becomes = match definition.given(&case.state, &settings, today) {
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

    /// How many are refused.
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
