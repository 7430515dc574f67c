//! Drawing a chart, with a hit area over each of its marks.

use egui::accesskit::Role;
use egui::{Id, Rect, Sense, Tooltip, Ui, WidgetInfo, vec2};

use super::chosen::Chosen;
use super::description::description;
use super::paint;
use super::tooltip::tooltip_ui;
use crate::desk::kit::hit_areas::HitAreas;
use crate::report::Chart;
use crate::report::drawing::{ChartSize, Drawing};

/// What a chart is called.
#[derive(Clone, Copy, Debug)]
pub struct ChartTexts<'a> {
    /// Its accessible name.
    pub name: &'a str,
    /// The title above it, with which its description begins.
    pub title: &'a str,
}

/// Draws a chart in as much room as there is. Returns the number that was opened.
pub fn chart_ui(
    ui: &mut Ui,
    chart: &Chart,
    texts: ChartTexts<'_>,
    room: ChartSize,
) -> Option<Chosen> {
    let drawing = Drawing::of(chart, room, &|text, face| paint::width(ui, text, face));
    let size = vec2(room.width, drawing.height);
    let (area, _) = ui.allocate_exact_size(size, Sense::hover());
    let id = Id::unique(("chart", texts.name));
    paint::items(ui, chart, &drawing, area.min, id);
    // A plot within the area would leave the layout where it ends itself.
    ui.advance_cursor_after_rect(area);
    // Painted, and so put in the accessibility tree here.
    for (at, text) in drawing.captions.iter().enumerate() {
        let caption = ui.interact(area, id.with(("caption", at)), Sense::hover());
        caption.widget_info(|| WidgetInfo::labeled(Role::Label, true, text));
    }
    let mut areas = HitAreas::new(texts.name).described(description(chart, texts.title));
    for (at, mark) in drawing.marks.iter().enumerate() {
        // A number that is not known has no cases, and an empty segment cannot be pointed at.
        let number = chart.number(mark.group, mark.series);
        if mark.area.is_empty() || number.is_none() {
            continue;
        }
        let rect = paint::rect(mark.area, area.min);
        let chosen = Chosen {
            group: mark.group,
            series: mark.series,
        };
        let name = chart.mark_label(mark.group, mark.series);
        let response = areas.add(ui, rect, name, chosen);
        if response.hovered() {
            paint::highlight(ui, chart, &drawing, at, area.min);
        }
        response.on_hover_ui(|ui| tooltip_ui(ui, chart, chosen));
    }
    let tooltip = |ui: &Ui, chosen: &Chosen, rect: Rect| {
        let (ctx, layer) = (ui.ctx().clone(), ui.layer_id());
        Tooltip::always_open(ctx, layer, id, rect).show(|ui| tooltip_ui(ui, chart, *chosen));
    };
    areas.finish_with_tooltip(ui, area, texts.name, tooltip)
}
