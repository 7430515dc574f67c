//! The numbers of the report of an import, side by side.

use egui::{FontId, Ui};

use crate::desk::kit::theme::{self, Palette};
use crate::desk::kit::widgets::label_ui;
use crate::exchange::Report;
use crate::language::Language;

/// Draws the numbers.
pub(super) fn counts_ui(ui: &mut Ui, report: &Report, language: Language) {
    let palette = Palette::of(ui);
    ui.add_space(6.0);
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 36.0;
        for (count, id) in [
            (report.read, "import-count-read"),
            (report.added, "import-count-added"),
            (report.updated, "import-count-updated"),
            (report.unchanged, "import-count-unchanged"),
            (report.refused, "import-count-refused"),
        ] {
            ui.vertical(|ui| {
                ui.spacing_mut().item_spacing.y = 0.0;
                let refused = id == "import-count-refused" && count > 0;
                let colour = match (count, refused) {
                    (_, true) => palette.bad.0,
                    (0, _) => palette.faint,
                    _ => palette.ink,
                };
                let font = FontId::new(30.0, theme::bold());
                label_ui(ui, language.count(count as i64), font, colour);
                label_ui(ui, language.text(id), theme::label(), palette.mute);
            });
        }
    });
    ui.add_space(4.0);
}
