//! When what is typed is saved as a draft: the first character at once, then now and then.

use crate::store::new_id;

/// How long typing goes on before it is saved again, in seconds. A crash loses no more than this.
const PAUSE: f64 = 0.3;

/// After how many seconds a draft that could not be saved is tried again: often enough to lose little, and seldom enough
/// not to keep a full disk busy.
const RETRY: f64 = 3.0;

/// The time of a save outside a frame, where the clock of the window is not at hand.
pub const NO_TIME: f64 = f64::NEG_INFINITY;

/// The draft of a form, and how much of what is typed is saved in it.
#[derive(Clone, Debug)]
pub struct Autosave {
    /// The id of the draft.
    pub draft: String,
    /// How often what is typed had been changed when it was saved last.
    saved: u64,
    /// When that was, in seconds on the clock of the window.
    at: f64,
    /// Whether the last save failed.
    failed: bool,
}

impl Default for Autosave {
    /// A new draft, in which nothing is saved yet.
    fn default() -> Self {
        Self::of_draft(new_id())
    }
}

impl Autosave {
    /// The draft with this id, which was read just now: nothing was typed since.
    pub fn of_draft(draft: String) -> Self {
        Self {
            draft,
            saved: 0,
            at: NO_TIME,
            failed: false,
        }
    }

    /// Whether something was typed since the last save, of what was changed this often.
    pub fn is_behind(&self, changes: u64) -> bool {
        changes > self.saved
    }

    /// In how many seconds what is typed has to be saved; none where all of it is.
    pub fn due(&self, changes: u64, now: f64) -> Option<f64> {
        let pause = if self.failed { RETRY } else { PAUSE };
        let wait = (self.at + pause - now).clamp(0.0, pause);
        self.is_behind(changes).then_some(wait)
    }

    /// All of it was sent to the vault at this time.
    pub fn on_saved(&mut self, changes: u64, now: f64) {
        self.saved = changes;
        self.at = now;
        self.failed = false;
    }

    /// It could not be saved after all.
    pub fn on_failed(&mut self) {
        self.saved = 0;
        self.failed = true;
    }
}
