//! What the keys do in a table.

use egui::{Event, EventFilter, Id, Key, Modifiers, Ui};

use super::gesture::Gesture;
use super::scroll::View;

/// Arrows, Page Up and Down, Home and End go from the row at the `cursor` to another one. Every press counts, with what was
/// held down with it, however long a frame takes.
pub(super) fn keyboard(ui: &Ui, id: Id, cursor: Option<usize>, view: View) -> Option<Gesture> {
    let filter = EventFilter {
        vertical_arrows: true,
        horizontal_arrows: true,
        ..EventFilter::default()
    };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(id, filter));
    let last = view.rows.checked_sub(1)?;
    let page = view.whole().saturating_sub(1).max(1);
    let mut cursor = cursor;
    let mut gesture = None;
    for (key, modifiers) in pressed(ui) {
        let extends = modifiers.shift_only();
        if !modifiers.is_none() && !extends {
            continue;
        }
        let on = |step: usize| cursor.map_or(0, |at| at.saturating_add(step));
        let back = |step: usize| cursor.map_or(0, |at| at.saturating_sub(step));
        let (to, up) = match key {
            Key::ArrowDown => (on(1), false),
            Key::ArrowUp => (back(1), true),
            Key::PageDown => (on(page), false),
            Key::PageUp => (back(page), true),
            Key::Home => (0, true),
            Key::End => (last, false),
            Key::ArrowLeft | Key::ArrowRight if !extends => {
                let right = key == Key::ArrowRight;
                gesture = Some(Gesture::Sideways { right });
                continue;
            }
            _ => continue,
        };
        let to = to.min(last);
        cursor = Some(to);
        gesture = Some(Gesture::Went { to, up, extends });
    }
    gesture
}

/// The keys that were pressed in this frame, each with what was held down with it: by the end of a long frame that may
/// have been let go.
fn pressed(ui: &Ui) -> Vec<(Key, Modifiers)> {
    ui.input(|input| {
        let pressed = input.events.iter().filter_map(|event| match event {
            Event::Key {
                key,
                pressed: true,
                modifiers,
                ..
            } => Some((*key, *modifiers)),
            _ => None,
        });
        pressed.collect()
    })
}
