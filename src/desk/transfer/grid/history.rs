//! The steps in the grid, to be undone and done again.

use super::content::Content;
use super::place::Block;

/// As many steps are remembered.
const MOST: usize = 200;

/// What stood in the grid, and what was selected.
type Step = (Content, Block);

/// The steps in the grid.
#[derive(Default)]
pub(super) struct History {
    before: Vec<Step>,
    after: Vec<Step>,
}

impl History {
    /// Something is about to be changed.
    pub fn note(&mut self, content: &Content, block: Block) {
        if self.before.len() == MOST {
            self.before.remove(0);
        }
        self.before.push((content.clone(), block));
        self.after.clear();
    }

    /// Forgets a step that changed nothing.
    pub fn forget_unchanged(&mut self, content: &Content) {
        self.before.pop_if(|(before, _)| before == content);
    }

    /// What stood there before the last step.
    pub fn undo(&mut self, content: &Content, block: Block) -> Option<Step> {
        let step = self.before.pop()?;
        self.after.push((content.clone(), block));
        Some(step)
    }

    /// What stood there after the step that was undone last.
    pub fn redo(&mut self, content: &Content, block: Block) -> Option<Step> {
        let step = self.after.pop()?;
        self.before.push((content.clone(), block));
        Some(step)
    }

    pub fn can_undo(&self) -> bool {
        !self.before.is_empty()
    }

    pub fn can_redo(&self) -> bool {
        !self.after.is_empty()
    }
}
