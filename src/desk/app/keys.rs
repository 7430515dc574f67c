//! Pressed keys become commands.

use egui::{Context, Key, KeyboardShortcut, Modifiers};

use super::desk::Desk;
use crate::desk::command::Command;
use crate::desk::kit::key_queue::KeyQueue;
use crate::desk::transfer::grid::keys::grid_id;

impl Desk {
    /// Tells the key queue which keys open a field where the user is now.
    pub(super) fn queue_keys(&self, ctx: &Context) {
        let (Some(session), Some(vault)) = (&self.session, &self.model.vault) else {
            return;
        };
        let opening = match &self.overlay {
            // What is found by a few letters may be something to be typed in.
            Some(_) => vec![KeyboardShortcut::new(Modifiers::NONE, Key::Enter)],
            None if session.typed_date.is_some() => Vec::new(),
            None => {
                let keyed = Command::all_with_keys(&vault.registers).into_iter();
                let opens =
                    keyed.filter(|(command, _)| command.opens_field() && session.hears(command));
                opens.map(|(_, keys)| keys).collect()
            }
        };
        let grid = session.grid().filter(|_| self.overlay.is_none());
        let orderly = grid.map(|_| grid_id());
        ctx.with_plugin(|queue: &mut KeyQueue| {
            queue.opening = opening;
            queue.orderly = orderly;
        });
    }

    /// Turns pressed keys into commands. What has no meaning on this screen does nothing, and a dialog has its own keys.
    pub(super) fn keys(&mut self, ctx: &Context) {
        let (Some(session), Some(vault)) = (&self.session, &self.model.vault) else {
            return;
        };
        if self.overlay.is_some() || session.typed_date.is_some() {
            return;
        }
        // What is typed is undone where it is typed, by egui's own hand.
        let in_text = ctx.text_edit_focused();
        let typing = in_text || session.is_typing();
        let popup = egui::Popup::is_any_open(ctx);
        // What is typed in a list is typed: a key that is about its rows is not for them.
        let also_typing = [Command::NewItem, Command::ListHistory];
        let mut commands = Vec::new();
        for (command, keys) in Command::all_with_keys(&vault.registers) {
            let of_rows = in_text && command.is_of_list() && !also_typing.contains(&command);
            // Escape closes a menu first, by egui's own hand.
            let of_menu = popup && keys.logical_key == Key::Escape;
            let of_text = typing && matches!(command, Command::Undo | Command::Redo);
            if !of_rows && !of_menu && !of_text && session.hears(&command) {
                // On a slow machine keys that were pressed twice arrive in one frame.
                let pressed = ctx.input_mut(|input| {
                    input.count_and_consume_key(keys.modifiers, keys.logical_key)
                });
                commands.extend(std::iter::repeat_n(command, pressed));
            }
        }
        // A keyboard may have a key of its own for a menu.
        if ctx.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Menu)) {
            commands.push(Command::CaseMenu);
        }
        // The key of the plus has it only with Shift held down.
        if ctx.input_mut(|input| input.consume_key(Modifiers::COMMAND, Key::Equals)) {
            commands.push(Command::Larger);
        }
        // Ctrl Y is what Windows calls it; both are meant.
        if !typing && ctx.input_mut(|input| input.consume_key(Modifiers::COMMAND, Key::Y)) {
            commands.push(Command::Redo);
        }
        self.model.actions.extend(commands);
    }
}
