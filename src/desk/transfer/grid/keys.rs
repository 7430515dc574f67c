//! What the keys do in the grid. Every key and letter is taken in the order in which it came, also where many arrive in one
//! frame, so that nothing is dropped and nothing lands in another cell.

use egui::{Event, FocusDirection, Id, ImeEvent, Key, Modifiers, Ui};

use super::column::CellKind;
use super::editing::Mode;
use super::place::{Block, Place};
use super::state::GridPage;
use super::typing::Typing;
use crate::desk::state::model::Model;

/// How many rows Page Up and Page Down go on.
const PAGE: usize = 15;

/// The id of the grid, which has the keyboard as a whole.
pub fn grid_id() -> Id {
    Id::unique("grid")
}

/// The id of the field in which the text of a cell is changed.
pub(super) fn field_id() -> Id {
    Id::unique("grid cell")
}

/// Takes the keys, where the grid has them; what it does not take is left for others.
pub(super) fn take_keys(ui: &Ui, page: &mut GridPage, by: Typing<'_>, model: &mut Model) {
    if page.is_storing() {
        return;
    }
    if ui.memory(|memory| memory.has_focus(field_id())) {
        return field_keys(ui, page, by);
    }
    if !ui.memory(|memory| memory.has_focus(grid_id())) {
        return;
    }
    let mut events = ui
        .input_mut(|input| std::mem::take(&mut input.events))
        .into_iter();
    let mut left = Vec::new();
    while let Some(event) = events.next() {
        if !taken(ui, page, &event, by, model) {
            left.push(event);
        }
        // The others are for the field that was opened just now.
        if page.types_within() {
            left.extend(events);
            break;
        }
    }
    ui.input_mut(|input| input.events = left);
}

/// The keys that leave the field in which the text of a cell is changed.
fn field_keys(ui: &Ui, page: &mut GridPage, by: Typing<'_>) {
    for (modifiers, key) in [
        (Modifiers::NONE, Key::Enter),
        (Modifiers::SHIFT, Key::Enter),
        (Modifiers::NONE, Key::Tab),
        (Modifiers::SHIFT, Key::Tab),
    ] {
        let pressed = ui.input(|input| {
            let is = |event: &Event| {
                matches!(event, Event::Key { key: one, pressed: true, modifiers: held, .. }
                    if *one == key && *held == modifiers)
            };
            input.events.iter().any(is)
        });
        if pressed {
            ui.input_mut(|input| input.consume_key(modifiers, key));
            page.commit(by);
            page.go_on(key, modifiers.shift);
            page.take_focus = true;
        }
    }
}

/// What an event does. Says whether it is taken.
fn taken(ui: &Ui, page: &mut GridPage, event: &Event, by: Typing<'_>, model: &mut Model) -> bool {
    match event {
        Event::Text(text) | Event::Ime(ImeEvent::Commit(text)) => {
            page.type_text(text, by);
            true
        }
        Event::Paste(text) => {
            match page.editing.is_some() {
                true => page.type_on(text.trim_end(), by),
                false => page.paste(text, by, model),
            }
            true
        }
        Event::Copy | Event::Cut => {
            if page.editing.is_none() {
                ui.ctx().copy_text(page.copied());
                if *event == Event::Cut {
                    page.clear();
                }
            }
            true
        }
        Event::Key {
            key,
            pressed: true,
            modifiers,
            ..
        } => match page.editing.is_some() {
            true => page.key_typing(*key, *modifiers, by),
            false => page.key(*key, *modifiers, by),
        },
        _ => false,
    }
}

impl GridPage {
    /// Whether the text of a cell is changed in a field of its own.
    pub(super) fn types_within(&self) -> bool {
        let editing = self.editing.as_ref();
        editing.is_some_and(|editing| editing.mode == Mode::Within)
    }

    /// Letters that are typed: in the cell that is being typed in, or over what stands in the one that the keys are on.
    fn type_text(&mut self, text: &str, by: Typing<'_>) {
        if self.editing.is_none() {
            self.begin(String::new(), Mode::Typing, by);
        }
        self.type_on(text, by);
    }

    /// A key while a cell is being typed in.
    fn key_typing(&mut self, key: Key, modifiers: Modifiers, by: Typing<'_>) -> bool {
        let offers = self
            .editing
            .as_ref()
            .is_some_and(|one| !one.offered.is_empty());
        match key {
            Key::Enter if modifiers.alt => {
                let place = self.block.cursor;
                if self.kind(place.column, by.definition) == CellKind::Long {
                    self.type_on("\n", by);
                }
            }
            Key::ArrowDown | Key::ArrowUp if offers && modifiers.is_none() => {
                if let Some(editing) = &mut self.editing {
                    editing.step(key == Key::ArrowDown);
                }
            }
            Key::Enter | Key::Tab if modifiers.is_none() || modifiers.shift_only() => {
                self.commit(by);
                self.go_on(key, modifiers.shift);
            }
            key if goes_to_a_cell(key) => {
                self.commit(by);
                return self.key(key, modifiers, by);
            }
            Key::Backspace => self.take_back(by),
            Key::F2 => {
                if let Some(editing) = &mut self.editing {
                    editing.mode = Mode::Within;
                    editing.take_focus = true;
                }
            }
            Key::Z if modifiers.command => {
                self.editing = None;
                self.changes += 1;
            }
            _ => return modifiers.is_none(),
        }
        true
    }

    /// A key while no cell is being typed in.
    fn key(&mut self, key: Key, modifiers: Modifiers, by: Typing<'_>) -> bool {
        if modifiers.command {
            return self.key_with_ctrl(key, modifiers);
        }
        if modifiers.alt {
            return false;
        }
        match key {
            key if goes_to_a_cell(key) => self.move_by(key, modifiers.shift),
            Key::Enter | Key::Tab => self.go_on(key, modifiers.shift),
            Key::F2 => self.begin_within(by),
            Key::F6 => {
                self.leave = Some(match modifiers.shift {
                    true => FocusDirection::Previous,
                    false => FocusDirection::Next,
                });
            }
            Key::Delete => self.clear(),
            Key::Backspace => self.begin(String::new(), Mode::Typing, by),
            _ => return false,
        }
        true
    }

    fn key_with_ctrl(&mut self, key: Key, modifiers: Modifiers) -> bool {
        let last = Place {
            row: self.content.rows().len().saturating_sub(1),
            column: self.content.columns().len().saturating_sub(1),
        };
        let cursor = self.block.cursor;
        let to = |to: Place, page: &mut Self| page.select_to(to, modifiers.shift);
        match key {
            Key::D => self.fill_down(),
            Key::Z => self.step_back(modifiers.shift),
            Key::Y => self.step_back(true),
            Key::Minus => self.remove_rows(),
            Key::A => self.block = Block::between(Place::default(), last),
            Key::Home => to(Place::default(), self),
            Key::End => to(last, self),
            Key::ArrowDown => to(
                Place {
                    row: last.row,
                    ..cursor
                },
                self,
            ),
            Key::ArrowUp => to(Place { row: 0, ..cursor }, self),
            Key::ArrowRight => to(
                Place {
                    column: last.column,
                    ..cursor
                },
                self,
            ),
            Key::ArrowLeft => to(
                Place {
                    column: 0,
                    ..cursor
                },
                self,
            ),
            _ => return false,
        }
        true
    }

    /// Goes to another cell; with Shift held down the block grows or shrinks to it.
    pub(super) fn select_to(&mut self, to: Place, extends: bool) {
        self.tabbed_from = None;
        self.block = match extends {
            true => Block::between(to, self.block.anchor),
            false => Block::at(to),
        };
        self.show_cursor();
    }

    fn move_by(&mut self, key: Key, extends: bool) {
        let Place { row, column } = self.block.cursor;
        let rows = self.content.rows().len().saturating_sub(1);
        let columns = self.content.columns().len().saturating_sub(1);
        let (row, column) = match key {
            Key::ArrowDown => (row + 1, column),
            Key::ArrowUp => (row.saturating_sub(1), column),
            Key::PageDown => (row + PAGE, column),
            Key::PageUp => (row.saturating_sub(PAGE), column),
            Key::ArrowRight => (row, column + 1),
            Key::ArrowLeft => (row, column.saturating_sub(1)),
            Key::Home => (row, 0),
            _ => (row, columns),
        };
        let to = Place {
            row: row.min(rows),
            column: column.min(columns),
        };
        self.select_to(to, extends);
    }

    /// Enter goes down, to the column in which Tab was pressed first; Tab goes to the right, and at the end of a row to the
    /// next. Behind the last cell of the empty row, and before the first cell, Tab leaves the grid.
    pub(super) fn go_on(&mut self, key: Key, back: bool) {
        let Place { row, column } = self.block.cursor;
        let rows = self.content.rows().len().saturating_sub(1);
        let columns = self.content.columns().len().saturating_sub(1);
        if key == Key::Enter {
            let column = self.tabbed_from.take().unwrap_or(column);
            let row = match back {
                true => row.saturating_sub(1),
                false => (row + 1).min(rows),
            };
            return self.go_to(Place { row, column });
        }
        let from = self.tabbed_from.unwrap_or(column);
        let to = match back {
            false if column < columns => Some((row, column + 1)),
            false if row < rows => Some((row + 1, 0)),
            false => None,
            true if column > 0 => Some((row, column - 1)),
            true if row > 0 => Some((row - 1, columns)),
            true => None,
        };
        match to {
            Some((row, column)) => {
                self.go_to(Place { row, column });
                self.tabbed_from = Some(from.min(column));
            }
            None => {
                self.leave = Some(match back {
                    true => FocusDirection::Previous,
                    false => FocusDirection::Next,
                });
            }
        }
    }
}

/// Whether this key goes to another cell.
fn goes_to_a_cell(key: Key) -> bool {
    matches!(
        key,
        Key::ArrowDown
            | Key::ArrowUp
            | Key::ArrowLeft
            | Key::ArrowRight
            | Key::PageDown
            | Key::PageUp
            | Key::Home
            | Key::End
    )
}
