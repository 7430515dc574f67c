//! The tooltip of a mark of a chart: its group, its series and its number.

use egui::{Sense, Ui, vec2};

use super::chosen::Chosen;
use super::paint;
use crate::desk::kit::theme::{self, Palette};
use crate::desk::kit::widgets::label_ui;
use crate::figures::share;
use crate::report::Chart;

/// The content of the tooltip.
pub fn tooltip_ui(ui: &mut Ui, chart: &Chart, chosen: Chosen) {
    let Chosen { group, series } = chosen;
    let palette = Palette::of(ui);
    ui.spacing_mut().item_spacing = vec2(6.0, 2.0);
    label_ui(ui, &chart.groups[group].name, theme::strong(), palette.ink);
    ui.horizontal(|ui| {
        let of = series.filter(|_| chart.series.len() > 1);
        if let Some(series) = of.map(|at| &chart.series[at]) {
            let (rect, _) = ui.allocate_exact_size(vec2(12.0, 16.0), Sense::hover());
            paint::swatch(ui, rect.left_center(), series.shade);
            label_ui(ui, &series.name, theme::body(), palette.mute);
        }
        let number = chart.number(group, series);
        let text = chart.unit.written(number, chart.language);
        label_ui(ui, text, theme::strong(), palette.ink);
        if let Some(text) = share_of(chart, chosen) {
            label_ui(ui, text, theme::body(), palette.mute);
        }
    });
}

/// The share of its group that a part is: "72 % van 46".
fn share_of(chart: &Chart, Chosen { group, series }: Chosen) -> Option<String> {
    let part = chart.number(group, Some(series.filter(|_| chart.adds_up)?));
    let total = chart.groups[group].total;
    if !chart.unit.has_shares() {
        return None;
    }
    let share = share(part, total)?;
    let arguments = [
        ("share", (share as i64).into()),
        ("total", chart.unit.written(total, chart.language).into()),
    ];
    Some(chart.language.say("chart-share", &arguments))
}
