//! Shortcuts: short ways to write them in the table of commands, and how they are printed.

use egui::{Key, KeyboardShortcut, Modifiers};

/// A key with nothing held down.
pub(super) fn alone(key: Key) -> KeyboardShortcut {
    KeyboardShortcut::new(Modifiers::NONE, key)
}

/// A key with Alt.
pub(super) fn alt(key: Key) -> KeyboardShortcut {
    KeyboardShortcut::new(Modifiers::ALT, key)
}

/// A key with Ctrl, or Cmd where there is one.
pub(super) fn ctrl(key: Key) -> KeyboardShortcut {
    KeyboardShortcut::new(Modifiers::COMMAND, key)
}

/// A key with Shift.
pub(super) fn shift(key: Key) -> KeyboardShortcut {
    KeyboardShortcut::new(Modifiers::SHIFT, key)
}

/// A key with Ctrl and Shift.
pub(super) fn ctrl_shift(key: Key) -> KeyboardShortcut {
    KeyboardShortcut::new(Modifiers::COMMAND | Modifiers::SHIFT, key)
}

/// Alt with the digit at this place, from 0; there are nine.
pub(super) fn alt_digit(place: usize) -> Option<KeyboardShortcut> {
    const DIGITS: [Key; 9] = [
        Key::Num1,
        Key::Num2,
        Key::Num3,
        Key::Num4,
        Key::Num5,
        Key::Num6,
        Key::Num7,
        Key::Num8,
        Key::Num9,
    ];
    DIGITS.get(place).copied().map(alt)
}

/// How many modifiers a shortcut has.
pub(super) fn held(keys: KeyboardShortcut) -> usize {
    let Modifiers {
        alt,
        shift,
        command,
        ..
    } = keys.modifiers;
    [alt, shift, command]
        .into_iter()
        .filter(|held| *held)
        .count()
}

/// A shortcut as it is printed: `Ctrl K`, `Alt →`.
pub fn written(keys: KeyboardShortcut) -> String {
    let mut parts = Vec::new();
    if keys.modifiers.command || keys.modifiers.ctrl {
        parts.push(if cfg!(target_os = "macos") {
            "Cmd"
        } else {
            "Ctrl"
        });
    }
    if keys.modifiers.alt {
        parts.push("Alt");
    }
    if keys.modifiers.shift {
        parts.push("Shift");
    }
    parts.push(match keys.logical_key {
        Key::ArrowLeft => "←",
        Key::ArrowRight => "→",
        Key::ArrowUp => "↑",
        Key::ArrowDown => "↓",
        Key::Escape => "Esc",
        Key::Plus => "+",
        Key::Minus => "−",
        key => key.name(),
    });
    parts.join(" ")
}
