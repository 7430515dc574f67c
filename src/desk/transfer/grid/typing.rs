//! Typing in a cell: how it begins, what is offered meanwhile, and what stands in the cell once it is left.

use chrono::NaiveDate;

use super::column::{CellKind, Offer, in_full};
use super::editing::{Editing, Mode};
use super::state::GridPage;
use crate::language::Language;
use crate::register::Definition;

/// What typing in the grid goes by.
#[derive(Clone, Copy)]
pub(super) struct Typing<'a> {
    pub definition: &'a Definition,
    pub today: NaiveDate,
    pub language: Language,
}

impl GridPage {
    /// Begins to type in the cell that the keys are on: over what stands there, or within it.
    pub(super) fn begin(&mut self, text: String, mode: Mode, by: Typing<'_>) {
        let place = self.block.cursor;
        if self.is_storing() || place.column >= self.content.columns().len() {
            return;
        }
        let kind = self.kind(place.column, by.definition);
        // What is chosen is chosen by typing, from what is offered.
        let mode = match kind.is_choice() {
            true => Mode::Typing,
            false => mode,
        };
        self.show_cursor();
        self.editing = Some(Editing {
            place,
            text,
            mode,
            offered: Vec::new(),
            chosen: None,
            take_focus: mode == Mode::Within,
        });
        self.changes += 1;
        self.offer(by);
    }

    /// Begins to type within what stands in the cell.
    pub(super) fn begin_within(&mut self, by: Typing<'_>) {
        let text = self.content.text(self.block.cursor).to_owned();
        self.begin(text, Mode::Within, by);
        // Of a cell in which something is chosen everything else is offered as well.
        let place = self.block.cursor;
        if self.kind(place.column, by.definition).is_choice()
            && let Some(editing) = &mut self.editing
        {
            let offer = offer_of(&self.content.columns()[place.column], by);
            editing.offered = offer.fitting("", by.language);
            let text = editing.text.clone();
            editing.chosen = editing.offered.iter().position(|label| *label == text);
        }
    }

    /// Takes in a text that is typed, or pasted, at the end of what is typed. Of several choices a comma takes the one that is
    /// offered first, and begins the next.
    pub(super) fn type_on(&mut self, text: &str, by: Typing<'_>) {
        let several = CellKind::Choices { several: true };
        let completes = self.kind(self.block.cursor.column, by.definition) == several;
        for letter in text.chars() {
            let Some(editing) = &mut self.editing else {
                return;
            };
            let taken = editing.chosen.and_then(|at| editing.offered.get(at));
            if let (true, ',' | ';', Some(label)) = (completes, letter, taken) {
                editing.text = Editing::completed(&editing.text, label, true);
            }
            editing.text.push(letter);
            if completes {
                self.offer(by);
            }
        }
        self.changes += 1;
        self.offer(by);
    }

    /// Takes the last letter away.
    pub(super) fn take_back(&mut self, by: Typing<'_>) {
        if let Some(editing) = &mut self.editing {
            editing.text.pop();
            self.changes += 1;
            self.offer(by);
        }
    }

    /// Offers what fits what is typed.
    pub(super) fn offer(&mut self, by: Typing<'_>) {
        let Some(editing) = &mut self.editing else {
            return;
        };
        let Some(target) = self.content.columns().get(editing.place.column) else {
            return;
        };
        let kind = CellKind::of(target, by.definition);
        if !kind.is_choice() && kind != CellKind::Suggested {
            return;
        }
        let several = kind == CellKind::Choices { several: true };
        let piece = Editing::last_piece(&editing.text, several);
        let suggests = kind == CellKind::Suggested && piece.is_empty();
        editing.offered = match suggests {
            true => Vec::new(),
            false => offer_of(target, by).fitting(piece, by.language),
        };
        let takes_first = kind.is_choice() && !piece.is_empty() && !editing.offered.is_empty();
        editing.chosen = takes_first.then_some(0);
    }

    /// Leaves the cell: what is typed stands in it from now on, a choice by its label and a day in full.
    pub(super) fn commit(&mut self, by: Typing<'_>) {
        let Some(editing) = self.editing.take() else {
            return;
        };
        let kind = self.kind(editing.place.column, by.definition);
        let target = self.content.columns().get(editing.place.column);
        let text = match (target, kind) {
            (Some(target), CellKind::Choices { several }) => {
                let offer = offer_of(target, by);
                let piece = Editing::last_piece(&editing.text, several);
                let taken = editing
                    .chosen
                    .and_then(|at| editing.offered.get(at))
                    .cloned();
                // A label may itself have a comma.
                let whole = offer.label(&editing.text, by.language);
                let label = offer.label(piece, by.language).filter(|_| !moved(&editing));
                match (whole, label.or(taken)) {
                    (Some(whole), _) => whole,
                    (None, Some(label)) => Editing::completed(&editing.text, &label, several),
                    (None, None) => editing.text.clone(),
                }
            }
            (_, CellKind::Suggested) => {
                let taken = editing.chosen.and_then(|at| editing.offered.get(at));
                taken.cloned().unwrap_or_else(|| editing.text.clone())
            }
            (_, kind) => in_full(kind, &editing.text, by.today, by.language)
                .unwrap_or_else(|| editing.text.clone()),
        };
        let text = match kind {
            CellKind::Long => text.trim_end().to_owned(),
            _ => text.trim().to_owned(),
        };
        self.change(|content| content.set(editing.place, text));
    }

    pub(super) fn kind(&self, column: usize, definition: &Definition) -> CellKind {
        let target = self.content.columns().get(column);
        target.map_or(CellKind::Text, |target| CellKind::of(target, definition))
    }
}

/// Whether the arrows went to another label than the first.
fn moved(editing: &Editing) -> bool {
    editing.chosen.is_some_and(|at| at > 0)
}

fn offer_of(target: &crate::exchange::Target, by: Typing<'_>) -> Offer {
    Offer::of(target, by.definition, by.today, by.language)
}
