//! What is typed is saved as drafts while it is typed.

use egui::Context;

use super::screens::Session;
use crate::desk::state::model::Model;

impl Session {
    /// Saves what is typed as drafts: the first character at once, what follows now and then, and all of it where the window
    /// has lost the keyboard or is about to close.
    pub fn autosave(&mut self, ctx: &Context, model: &mut Model) {
        let (now, leaves) = ctx.input(|input| {
            let closes = input.viewport().close_requested();
            (input.time, closes || !input.focused)
        });
        let decision = self.meeting.as_mut().and_then(|meeting| meeting.due(now));
        let grid = self.grid().and_then(|grid| grid.due(now));
        match self.forms.due(now).or(decision).or(grid) {
            Some(wait) if wait > 0.0 && !leaves => {
                ctx.request_repaint_after(std::time::Duration::from_secs_f64(wait));
            }
            Some(_) => self.save_drafts(now, model),
            None => {}
        }
    }

    /// Saves what was typed since the last time, at this time of the window in seconds.
    pub fn save_drafts(&mut self, now: f64, model: &mut Model) {
        self.forms.save_drafts(now, model);
        if let Some(grid) = self.grid_mut() {
            grid.save_draft(now, model);
        }
        if let Some(meeting) = &mut self.meeting {
            meeting.save_drafts(now, model);
        }
    }
}
