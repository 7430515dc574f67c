//! The cell that is being typed in, and what is offered for it.

use super::place::Place;

/// How a cell is typed in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mode {
    /// Over what stood there: the arrows leave the cell, as in a spreadsheet.
    Typing,
    /// Within what stands there: the arrows move within the text.
    Within,
}

/// The cell that is being typed in.
#[derive(Clone, Debug)]
pub(super) struct Editing {
    pub place: Place,
    pub text: String,
    pub mode: Mode,
    /// The labels that are offered, the best first.
    pub offered: Vec<String>,
    /// The one that is taken when the cell is left.
    pub chosen: Option<usize>,
    /// Whether the field is to take the keyboard.
    pub take_focus: bool,
}

impl Editing {
    /// The part of the text that is completed: of several choices the last one.
    pub fn last_piece(text: &str, several: bool) -> &str {
        let begin = match several {
            true => text.rfind([',', ';', '|']).map_or(0, |at| at + 1),
            false => 0,
        };
        text.get(begin..).unwrap_or_default().trim()
    }

    /// The text with this label in the place of what is completed.
    pub fn completed(text: &str, label: &str, several: bool) -> String {
        let piece = Self::last_piece(text, several);
        let before = text.trim_end().strip_suffix(piece).unwrap_or_default();
        match before.trim_end().is_empty() {
            true => label.to_owned(),
            false => format!("{} {label}", before.trim_end()),
        }
    }

    /// The next label, or the one before it.
    pub fn step(&mut self, down: bool) {
        let last = self.offered.len().checked_sub(1);
        self.chosen = last.map(|last| match (self.chosen, down) {
            (None, true) => 0,
            (None, false) => last,
            (Some(at), true) if at >= last => 0,
            (Some(at), true) => at + 1,
            (Some(at), false) => at.checked_sub(1).unwrap_or(last),
        });
    }
}
