//! The box that reads a mark of a chart: what it is of, and its number.

use egui::{Sense, Ui, vec2};

use super::{Chosen, paint};
use crate::desk::kit::theme::{self, Palette};
use crate::desk::kit::widgets::say;
use crate::figures::share;
use crate::report::Chart;

/// What stands in the box.
pub fn value_ui(ui: &mut Ui, chart: &Chart, (group, series): Chosen) {
    let palette = Palette::of(ui);
    ui.spacing_mut().item_spacing = vec2(6.0, 2.0);
    say(ui, &chart.groups[group].name, theme::strong(), palette.ink);
    ui.horizontal(|ui| {
        let of = series.filter(|_| chart.series.len() > 1);
        if let Some(hue) = of.map(|at| &chart.series[at]) {
            let (rect, _) = ui.allocate_exact_size(vec2(12.0, 16.0), Sense::hover());
            paint::swatch(ui, rect.left_center(), hue.shade);
            say(ui, &hue.name, theme::body(), palette.mute);
        }
        let number = chart.number(group, series);
        let text = chart.unit.written(number, chart.language);
        say(ui, text, theme::strong(), palette.ink);
        if let Some(text) = share_of(chart, (group, series)) {
            say(ui, text, theme::body(), palette.mute);
        }
    });
}

/// How much of its group a part is: "72 % van 46".
fn share_of(chart: &Chart, (group, series): Chosen) -> Option<String> {
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
