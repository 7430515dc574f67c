//! Two people who changed one case at once: what each of them changed, thing by thing.

use super::case_file::{CaseState, Change};

/// One thing of a case that was changed since both saw it, by either of them or by both.
#[derive(Clone, Debug, PartialEq)]
pub struct Difference {
    /// What the other one made of it and stored.
    pub theirs: Option<Change>,
    /// What the own one makes of it.
    pub mine: Option<Change>,
}

impl Difference {
    /// Whether both cannot be: each made something else of it. Of an address each may have changed another part.
    pub fn clashes(&self, base: &CaseState) -> bool {
        let (Some(theirs), Some(mine)) = (&self.theirs, &self.mine) else {
            return false;
        };
        let after = |first: &Change, then: &Change| {
            base.clone()
                .with(std::slice::from_ref(first))
                .with(std::slice::from_ref(then))
        };
        after(theirs, mine) != after(mine, theirs)
    }
}

impl CaseState {
    /// Everything that is otherwise than in this state, on either side.
    pub fn differences(&self, theirs: &Self, mine: &Self) -> Vec<Difference> {
        let mut theirs = self.changes_to(theirs);
        let mine = self.changes_to(mine);
        let mut all: Vec<Difference> = mine
            .into_iter()
            .map(|mine| {
                let same = theirs.iter().position(|theirs| theirs.same_thing(&mine));
                Difference {
                    theirs: same.map(|at| theirs.remove(at)),
                    mine: Some(mine),
                }
            })
            .collect();
        all.extend(theirs.into_iter().map(|theirs| Difference {
            theirs: Some(theirs),
            mine: None,
        }));
        all
    }
}
