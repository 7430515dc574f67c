//! Cards beside each other that are as high as the highest of them was in the frame before.

use egui::{Id, Ui};

/// The cards of one row, which are being drawn.
pub struct EvenHeight {
    id: Id,
    least: f32,
    highest: f32,
}

impl EvenHeight {
    /// The cards of the row with this id.
    pub fn of(ui: &Ui, id: Id) -> Self {
        Self {
            id,
            least: ui.data(|data| data.get_temp(id)).unwrap_or_default(),
            highest: 0.0,
        }
    }

    /// How high the content of each card is at least, in points.
    pub fn least(&self) -> f32 {
        self.least
    }

    /// Takes in how high the content of a card wants to be.
    pub fn wants(&mut self, height: f32) {
        self.highest = self.highest.max(height);
    }

    /// All cards are drawn; where their heights were not right, they are drawn again.
    pub fn finish(self, ui: &Ui) {
        if (self.highest - self.least).abs() > 0.5 {
            ui.data_mut(|data| data.insert_temp(self.id, self.highest));
            ui.ctx().request_repaint();
        }
    }
}
