//! What the keys do in a field of choices.

use std::collections::BTreeSet;

use egui::{Event, EventFilter, Id, Key, Popup, Ui};

use crate::desk::kit::choice::ChoiceOption;
use crate::language::folded;

/// The choices of a field, and the one that the keys are on.
pub(super) struct Keys<'a> {
    pub options: &'a [ChoiceOption],
    pub chosen: &'a mut BTreeSet<String>,
    pub several: bool,
    /// Whether the options stand in a menu: the arrows up and down go through it, and the space bar opens it.
    pub menu: bool,
    /// The option they are on.
    pub cursor: usize,
    /// The letter that was typed last: typed again it goes on to the next option that begins with it.
    pub letter: String,
}

impl Keys<'_> {
    /// Arrows move; in a field of one choice they choose. A letter switches the one option that begins with it; of several
    /// options it goes to the next one. The space bar switches the option it came to; Backspace and Delete take everything
    /// back.
    pub fn take(&mut self, ui: &Ui, id: Id) {
        let filter = EventFilter {
            horizontal_arrows: true,
            vertical_arrows: self.menu,
            // Escape closes a menu before anything else.
            escape: self.menu && Popup::is_any_open(ui),
            ..EventFilter::default()
        };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(id, filter));
        if self.options.is_empty() {
            return;
        }
        for event in ui.input(|input| input.events.clone()) {
            match event {
                Event::Key {
                    key,
                    pressed: true,
                    modifiers,
                    ..
                } if modifiers.is_none() => self.key(key),
                Event::Text(text) if text.trim() == text => self.letter(&text),
                _ => {}
            }
        }
    }

    fn key(&mut self, key: Key) {
        let count = self.options.len();
        match key {
            Key::ArrowRight => self.step(1),
            Key::ArrowLeft => self.step(count - 1),
            Key::ArrowDown if self.menu => self.step(1),
            Key::ArrowUp if self.menu => self.step(count - 1),
            Key::Space if !self.menu => self.toggle(self.cursor),
            Key::Backspace | Key::Delete => self.chosen.clear(),
            _ => {}
        }
    }

    /// Goes on by as many options, and begins again behind the last one. Where nothing is chosen yet, the first arrow chooses
    /// the option it is on.
    fn step(&mut self, by: usize) {
        let nothing = self.chosen.is_empty() && !self.several;
        if !nothing {
            self.cursor = (self.cursor + by) % self.options.len();
        }
        self.choose(self.cursor);
    }

    fn letter(&mut self, text: &str) {
        let typed = folded(text);
        let begins = |at: &usize| folded(&self.options[*at].label).starts_with(&typed);
        let fitting: Vec<usize> = (0..self.options.len()).filter(begins).collect();
        let again = match self.several {
            true => self.letter == typed,
            false => !self.chosen.is_empty(),
        };
        let next = fitting.iter().find(|at| **at > self.cursor || !again);
        let Some(at) = next.or(fitting.first()).copied() else {
            return;
        };
        self.letter = typed;
        self.cursor = at;
        self.choose(at);
        if self.several && fitting.len() == 1 {
            self.toggle(at);
        }
    }

    /// In a field of one choice this one is chosen.
    fn choose(&mut self, at: usize) {
        if !self.several {
            self.chosen.clear();
            self.chosen.insert(self.options[at].id.clone());
        }
    }

    /// Switches an option on or off.
    pub fn toggle(&mut self, at: usize) {
        let Some(ChoiceOption { id, .. }) = self.options.get(at) else {
            return;
        };
        let had = self.chosen.remove(id);
        if !self.several {
            self.chosen.clear();
        }
        if !had {
            self.chosen.insert(id.clone());
        }
    }
}
