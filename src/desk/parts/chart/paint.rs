//! A drawing, painted in the letters and colours of the window.

use egui::{
    Align2, Color32, FontId, Id, Pos2, Rect, Sense, Stroke, StrokeKind, Ui, UiBuilder, Vec2, vec2,
};
use egui_plot::{Line, MarkerShape, Plot, PlotBounds, PlotPoints, Points};

use crate::desk::kit::theme::{self, Palette};
use crate::report::drawing::{Anchor, Area, Drawing, Frame, Item, Point, TextColour, TextStyle};
use crate::report::{Chart, Shade};

/// How far the marks of a line reach over the edge of its frame.
const OVER: f32 = 6.0;

/// How wide a text is.
pub fn width(ui: &Ui, text: &str, style: TextStyle) -> f32 {
    let (text, font) = (text.to_owned(), font(style));
    let galley = ui.painter().layout_no_wrap(text, font, Color32::WHITE);
    galley.size().x
}

/// Where an area of a drawing that begins at this place is on the screen.
pub fn rect(area: Area, origin: Pos2) -> Rect {
    let min = origin + vec2(area.left, area.top);
    Rect::from_min_size(min, vec2(area.width, area.height))
}

/// All of a drawing.
pub fn items(ui: &mut Ui, chart: &Chart, drawing: &Drawing, origin: Pos2, id: Id) {
    let palette = Palette::of(ui);
    let place = |spot: &Point| origin + vec2(spot.x, spot.y);
    for (at, item) in drawing.items.iter().enumerate() {
        match item {
            Item::Bar { area, shade, mark } => {
                let radius = if mark.is_some() { 1.0 } else { 2.0 };
                let rect = rect(*area, origin);
                ui.painter()
                    .rect_filled(rect, radius, fill(&palette, *shade));
            }
            Item::Rule { from, to } => {
                let stroke = Stroke::new(1.0, palette.line);
                ui.painter().line_segment([place(from), place(to)], stroke);
            }
            Item::Text {
                at,
                anchor,
                style,
                colour,
                text,
            } => {
                let colour = match colour {
                    TextColour::Ink => palette.ink,
                    TextColour::Mute => palette.mute,
                    TextColour::On(shade) => Palette::on(fill(&palette, *shade)),
                };
                let align = match anchor {
                    Anchor::Start => Align2::LEFT_CENTER,
                    Anchor::Middle => Align2::CENTER_CENTER,
                    Anchor::End => Align2::RIGHT_CENTER,
                };
                ui.painter()
                    .text(place(at), align, text, font(*style), colour);
            }
            Item::Lines {
                frame,
                lines,
                radius,
            } => {
                let over = rect(frame.area, origin).expand(OVER);
                let place = Place {
                    rect: over,
                    id: id.with(at),
                };
                lines_ui(ui, chart, frame, (lines, *radius), &place);
            }
        }
    }
}

/// A ring around what is pointed at.
pub fn highlight(ui: &Ui, chart: &Chart, drawing: &Drawing, mark: usize, origin: Pos2) {
    let stroke = Stroke::new(2.0, Palette::of(ui).ink);
    let is_it = |item: &&Item| matches!(item, Item::Bar { mark: Some(of), .. } if *of == mark);
    match drawing.items.iter().find(is_it) {
        Some(Item::Bar { area, .. }) => {
            let rect = rect(*area, origin);
            ui.painter()
                .rect_stroke(rect, 1.0, stroke, StrokeKind::Inside);
        }
        // The total of a bar is a text.
        _ if !chart.shape.is_over_time() || drawing.marks[mark].series.is_none() => {}
        _ => {
            let middle = rect(drawing.marks[mark].area, origin).center();
            ui.painter().circle_stroke(middle, 7.0, stroke);
        }
    }
}

/// Where lines are drawn on the screen, and by which name.
struct Place {
    rect: Rect,
    id: Id,
}

/// Lines through their points, broken where a number is not known.
fn lines_ui(
    ui: &mut Ui,
    chart: &Chart,
    frame: &Frame,
    (lines, radius): (&[(usize, Shade)], f32),
    place: &Place,
) {
    let palette = Palette::of(ui);
    let over = [
        f64::from(OVER) * frame.columns as f64 / f64::from(frame.area.width.max(1.0)),
        f64::from(OVER) * (frame.high - frame.low) / f64::from(frame.area.height.max(1.0)),
    ];
    let bounds = PlotBounds::from_min_max(
        [-over[0], frame.low - over[1]],
        [frame.columns as f64 + over[0], frame.high + over[1]],
    );
    let plot = Plot::new(place.id)
        .width(place.rect.width())
        .height(place.rect.height())
        .show_grid(false)
        .show_axes(false)
        .show_background(false)
        // Its points are what can be reached; the plot itself is no stop of Tab, and moves nowhere.
        .sense(Sense::hover())
        .allow_drag(false)
        .allow_zoom(false)
        .allow_scroll(false)
        .allow_boxed_zoom(false)
        .allow_double_click_reset(false)
        .show_x(false)
        .show_y(false)
        .set_margin_fraction(Vec2::ZERO);
    // The room is that of the drawing already.
    let mut inside = ui.new_child(UiBuilder::new().max_rect(place.rect));
    plot.show(&mut inside, |plot| {
        plot.set_plot_bounds(bounds);
        for (series, shade) in lines {
            let colour = fill(&palette, *shade);
            let groups = chart.groups.iter().enumerate();
            let points = groups.map(|(at, group)| {
                let number = group.numbers[*series]?;
                Some([at as f64 + 0.5, number])
            });
            let points: Vec<Option<[f64; 2]>> = points.collect();
            for stretch in points.split(Option::is_none) {
                let stretch: Vec<[f64; 2]> = stretch.iter().flatten().copied().collect();
                let line = Line::new("", PlotPoints::from(stretch.clone()));
                plot.line(line.color(colour).width(2.0));
                let points = Points::new("", PlotPoints::from(stretch));
                let points = points.color(colour).radius(radius);
                plot.points(points.shape(marker(*shade)));
            }
        }
    });
}

/// A shape of its own, so that lines are told apart in grey as well.
fn marker(shade: Shade) -> MarkerShape {
    match shade.colour % 3 {
        0 => MarkerShape::Circle,
        1 => MarkerShape::Square,
        _ => MarkerShape::Diamond,
    }
}

/// The colour of a series.
pub fn fill(palette: &Palette, shade: Shade) -> Color32 {
    let (full, light) = palette.series[shade.colour % palette.series.len()];
    if shade.light { light } else { full }
}

fn font(style: TextStyle) -> FontId {
    match style {
        TextStyle::Body => theme::body(),
        TextStyle::Strong => theme::strong(),
        TextStyle::Label => theme::label(),
    }
}

/// The square before the name of a series.
pub fn swatch(ui: &Ui, left_centre: Pos2, shade: Shade) {
    let rect = Rect::from_min_size(left_centre - vec2(0.0, 6.0), vec2(12.0, 12.0));
    let colour = fill(&Palette::of(ui), shade);
    ui.painter().rect_filled(rect, 2.0, colour);
}
