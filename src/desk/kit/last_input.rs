//! Whether the user works by keyboard or by mouse: the ring around what has the keyboard is for who uses that.

use egui::{Context, Event, Id};

fn id() -> Id {
    Id::unique("by keyboard")
}

/// Looks what was used in this frame: a key, or a button of the mouse.
pub fn note_input(ctx: &Context) {
    let used = ctx.input(|input| {
        let mut events = input.events.iter().rev();
        events.find_map(|event| match event {
            Event::Key { pressed: true, .. } => Some(true),
            Event::PointerButton { pressed: true, .. } => Some(false),
            _ => None,
        })
    });
    if let Some(by_keyboard) = used {
        ctx.data_mut(|data| data.insert_temp(id(), by_keyboard));
    }
}

/// Whether a key was used last, and not the mouse. Before anything was used, it was not.
pub fn by_keyboard(ctx: &Context) -> bool {
    ctx.data(|data| data.get_temp(id())).unwrap_or(false)
}

#[cfg(test)]
mod tests {
    use egui::{Key, Modifiers, PointerButton, RawInput, pos2};

    use super::*;

    #[test]
    fn the_ring_is_for_who_used_a_key_last() {
        let ctx = Context::default();
        let after = |event: Event| {
            let input = RawInput {
                events: vec![event],
                ..RawInput::default()
            };
            let mut output = ctx.run_ui(input, |ui| note_input(ui.ctx()));
            // Nobody draws here.
            output.textures_delta.clear();
            by_keyboard(&ctx)
        };
        assert!(!by_keyboard(&ctx));
        let click = Event::PointerButton {
            pos: pos2(1.0, 1.0),
            button: PointerButton::Primary,
            pressed: true,
            modifiers: Modifiers::NONE,
        };
        assert!(!after(click));
        assert!(!after(Event::PointerMoved(pos2(2.0, 2.0))));
        let key = Event::Key {
            key: Key::Tab,
            physical_key: None,
            pressed: true,
            repeat: false,
            modifiers: Modifiers::NONE,
        };
        assert!(after(key));
    }
}
