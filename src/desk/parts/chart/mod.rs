//! A chart on the screen: the same drawing as in a picture that goes out ([`crate::report::drawing`]), of which every
//! number is a door. The mouse opens it where it stands and reads its value there; the keyboard comes to the chart as one
//! stop, walks over its marks with the arrows, reads their values and opens with Enter.

mod paint;
mod value;

use egui::accesskit::Role;
use egui::{Id, Rect, Sense, Tooltip, Ui, WidgetInfo, vec2};

use crate::desk::kit::hit_areas::HitAreas;
use crate::report::Chart;
use crate::report::drawing::{ChartSize, Drawing};

/// A number of a chart that was opened: a group, and a series of it or its total.
pub type Chosen = (usize, Option<usize>);

/// Draws a chart with this name in as much room as there is. Returns the number that was opened.
pub fn chart_ui(ui: &mut Ui, chart: &Chart, name: &str, room: ChartSize) -> Option<Chosen> {
    let drawing = Drawing::of(chart, room, &|text, face| paint::width(ui, text, face));
    let size = vec2(room.width, drawing.height);
    let (area, _) = ui.allocate_exact_size(size, Sense::hover());
    let id = Id::unique(("chart", name));
    paint::items(ui, chart, &drawing, area.min, id);
    // What is painted in a part of the area leaves off there.
    ui.advance_cursor_after_rect(area);
    // Painted, and so said here as well.
    for (at, text) in drawing.captions.iter().enumerate() {
        let said = ui.interact(area, id.with(("said", at)), Sense::hover());
        said.widget_info(|| WidgetInfo::labeled(Role::Label, true, text));
    }
    let mut doors = HitAreas::new(name);
    for (at, mark) in drawing.marks.iter().enumerate() {
        // A dash has no cases, and a segment of none is not there to be pointed at.
        let number = chart.number(mark.group, mark.series);
        if mark.area.is_empty() || number.is_none() {
            continue;
        }
        let rect = paint::rect(mark.area, area.min);
        let opens = (mark.group, mark.series);
        let response = doors.door(ui, rect, chart.mark_label(mark.group, mark.series), opens);
        if response.hovered() {
            paint::highlight(ui, chart, &drawing, at, area.min);
        }
        response.on_hover_ui(|ui| value::value_ui(ui, chart, opens));
    }
    let read = |ui: &Ui, opens: &Chosen, rect: Rect| {
        let (ctx, layer) = (ui.ctx().clone(), ui.layer_id());
        Tooltip::always_open(ctx, layer, id, rect).show(|ui| value::value_ui(ui, chart, *opens));
    };
    doors.finish_reading(ui, area, name, read)
}
