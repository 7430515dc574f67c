//! The queue of keys: what is typed after a key that opens a field, or moves the keyboard, waits until the keyboard is there.
//! However slow the machine and however fast the hands, it belongs to the field that will have the keyboard. egui hands a
//! frame everything that arrived since the last one, and a field has the keyboard a frame or two after it is asked.

use egui::{Context, Event, Id, Key, KeyboardShortcut, Modifiers, Plugin, RawInput};

/// A field that is to be opened has the keyboard after so many frames at most, and after so many seconds; a key that
/// opened nothing after all holds up what follows no longer than that.
const MOST_FRAMES: u32 = 5;
const MOST_SECONDS: f64 = 0.25;

/// The events of the keyboard, handed to a frame only as far as it can be known who is to have them.
#[derive(Default)]
pub struct KeyQueue {
    /// The keys that open a field where the user is now.
    pub opening: Vec<KeyboardShortcut>,
    /// What takes every key in its order, also Tab and Enter, which do not move the keyboard from it.
    pub orderly: Option<Id>,
    /// What waits for the keyboard to move, in order.
    waiting: Vec<Event>,
    moving: Option<Moving>,
}

/// A key that moves the keyboard was pressed.
struct Moving {
    /// Whether it opens a field, which takes more than one frame.
    opens: bool,
    /// What had the keyboard before.
    from: Option<Id>,
    /// How many frames began since.
    frames: u32,
    /// When it was pressed, in seconds of the window.
    at: f64,
}

impl Plugin for KeyQueue {
    fn debug_name(&self) -> &'static str {
        "key queue"
    }

    fn input_hook(&mut self, ctx: &Context, input: &mut RawInput) {
        let focused = ctx.memory(|memory| memory.focused());
        let now = input.time.unwrap_or_else(|| ctx.input(|input| input.time));
        let mut others = Vec::new();
        for event in std::mem::take(&mut input.events) {
            // A button of the mouse does not overtake what was typed before it.
            let follows = matches!(event, Event::PointerButton { .. }) && !self.waiting.is_empty();
            match is_of_keyboard(&event) || follows {
                true => self.waiting.push(event),
                false => others.push(event),
            }
        }
        others.extend(self.ready(focused, now));
        input.events = others;
        if !self.waiting.is_empty() {
            ctx.request_repaint();
        }
    }
}

impl KeyQueue {
    /// The events that this frame may have: up to the next key that moves the keyboard.
    fn ready(&mut self, focused: Option<Id>, now: f64) -> Vec<Event> {
        if let Some(moving) = &mut self.moving {
            moving.frames += 1;
            if !moving.is_over(focused, now) {
                return Vec::new();
            }
            self.moving = None;
        }
        let mut ready = Vec::new();
        let mut waiting = std::mem::take(&mut self.waiting).into_iter();
        let mut moved_by = None;
        for event in waiting.by_ref() {
            let pressed = pressed(&event);
            let orderly = focused.is_some() && focused == self.orderly;
            let moves = pressed.and_then(|(modifiers, key)| self.moves(modifiers, key, orderly));
            let clicked = matches!(event, Event::PointerButton { .. });
            // Of the same key each press counts, also where several arrive at once.
            let another = moved_by.is_some() && pressed.is_some() && pressed != moved_by;
            let typed_after = moved_by.is_some() && (is_typed(&event) || clicked);
            // A key is for what was typed before it, which is there only by the next frame.
            let after_typing = (moves.is_some() || clicked) && ready.iter().any(is_typed);
            if another || typed_after || after_typing {
                self.waiting.push(event);
                break;
            }
            if let Some(opens) = moves {
                moved_by = pressed;
                self.moving.get_or_insert(Moving {
                    opens,
                    from: focused,
                    frames: 0,
                    at: now,
                });
            }
            ready.push(event);
        }
        self.waiting.extend(waiting);
        ready
    }

    /// Whether these keys move the keyboard, and if so whether they open a field.
    fn moves(&self, modifiers: Modifiers, key: Key, orderly: bool) -> Option<bool> {
        let opens = self.opening.iter().any(|opening| {
            opening.logical_key == key && modifiers.matches_exact(opening.modifiers)
        });
        let moves = match orderly {
            true => key == Key::Escape || (key == Key::Enter && modifiers.command),
            false => matches!(key, Key::Tab | Key::Enter | Key::Escape),
        };
        (opens || moves).then_some(opens)
    }
}

impl Moving {
    /// Whether the keyboard has moved. A key that opens nothing has moved it by the next frame.
    fn is_over(&self, focused: Option<Id>, now: f64) -> bool {
        let moved = focused.is_some() && focused != self.from;
        let late = self.frames >= MOST_FRAMES && now - self.at >= MOST_SECONDS;
        !self.opens || moved || late
    }
}

fn is_of_keyboard(event: &Event) -> bool {
    is_typed(event) || matches!(event, Event::Key { .. } | Event::Copy | Event::Cut)
}

fn is_typed(event: &Event) -> bool {
    matches!(event, Event::Text(_) | Event::Paste(_) | Event::Ime(_))
}

fn pressed(event: &Event) -> Option<(Modifiers, Key)> {
    match event {
        Event::Key {
            key,
            pressed: true,
            modifiers,
            ..
        } => Some((*modifiers, *key)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(key: Key, modifiers: Modifiers) -> Event {
        Event::Key {
            key,
            physical_key: None,
            pressed: true,
            repeat: false,
            modifiers,
        }
    }

    /// Ctrl as a system says it.
    fn ctrl() -> Modifiers {
        Modifiers::CTRL | Modifiers::COMMAND
    }

    fn text(text: &str) -> Event {
        Event::Text(text.to_owned())
    }

    fn opening() -> KeyQueue {
        KeyQueue {
            opening: vec![KeyboardShortcut::new(Modifiers::COMMAND, Key::N)],
            ..KeyQueue::default()
        }
    }

    #[test]
    fn letters_wait_until_the_field_that_is_opened_has_the_keyboard() {
        let (list, field) = (Some(Id::unique("list")), Some(Id::unique("field")));
        let mut queue = opening();
        queue.waiting = vec![key(Key::N, ctrl()), text("2"), text("7")];
        assert_eq!(queue.ready(list, 0.0), [key(Key::N, ctrl())]);
        assert!(queue.ready(list, 0.02).is_empty());
        queue.waiting.push(text("1"));
        assert!(queue.ready(None, 0.04).is_empty());
        assert_eq!(queue.ready(field, 0.06), [text("2"), text("7"), text("1")]);
        queue.waiting.push(text("7"));
        assert_eq!(queue.ready(field, 0.08), [text("7")]);
    }

    #[test]
    fn what_takes_every_key_in_its_order_has_them_all_at_once() {
        let grid = Some(Id::unique("grid"));
        let mut queue = KeyQueue {
            orderly: grid,
            ..KeyQueue::default()
        };
        let tab = || key(Key::Tab, Modifiers::NONE);
        queue.waiting = vec![
            text("2"),
            tab(),
            text("7"),
            key(Key::Escape, Modifiers::NONE),
        ];
        assert_eq!(queue.ready(grid, 0.0), [text("2"), tab(), text("7")]);
        assert_eq!(queue.ready(grid, 0.02).len(), 1);
    }

    #[test]
    fn a_click_does_not_overtake_what_was_typed_before_it() {
        let field = Some(Id::unique("field"));
        let click = || Event::PointerButton {
            pos: egui::pos2(1.0, 1.0),
            button: egui::PointerButton::Primary,
            pressed: true,
            modifiers: Modifiers::NONE,
        };
        let mut queue = KeyQueue {
            waiting: vec![text("2"), click()],
            ..KeyQueue::default()
        };
        assert_eq!(queue.ready(field, 0.0), [text("2")]);
        assert_eq!(queue.ready(field, 0.02), [click()]);
    }

    #[test]
    fn a_key_that_opens_nothing_after_all_holds_nothing_up_for_long() {
        let list = Some(Id::unique("list"));
        let mut queue = opening();
        queue.waiting = vec![key(Key::N, ctrl()), text("2")];
        let frames = (0..100).take_while(|frame| {
            let ready = queue.ready(list, f64::from(*frame) * 0.01);
            !ready.contains(&text("2"))
        });
        assert_eq!(frames.count(), 25, "a quarter of a second");
    }

    #[test]
    fn what_is_typed_after_tab_goes_to_the_next_field_and_presses_of_one_key_stay_together() {
        let field = Some(Id::unique("field"));
        let mut queue = opening();
        let tab = || key(Key::Tab, Modifiers::NONE);
        queue.waiting = vec![text("2"), tab(), tab(), text("H"), tab(), text("a")];
        assert_eq!(queue.ready(field, 0.0), [text("2")]);
        assert_eq!(queue.ready(field, 0.02), [tab(), tab()]);
        assert_eq!(queue.ready(field, 0.04), [text("H")]);
        assert_eq!(queue.ready(field, 0.06), [tab()]);
        assert_eq!(queue.ready(field, 0.08), [text("a")]);
    }
}
