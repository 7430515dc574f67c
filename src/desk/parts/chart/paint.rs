//! Painting a drawing in the fonts and colours of the window.

use egui::{
    Align2, Color32, FontId, Id, Pos2, Rect, Sense, Stroke, StrokeKind, Ui, UiBuilder, Vec2, vec2,
};
use egui_plot::{Line, MarkerShape, Plot, PlotBounds, PlotPoints, Points};

use crate::desk::kit::theme::{self, Palette};
use crate::report::drawing::{Anchor, Area, Drawing, Frame, Item, Point, TextColour, TextStyle};
use crate::report::{Chart, Shade};

/// How far the points of a line reach over the edge of its frame, in screen points.
const OVER: f32 = 6.0;

/// The width of a text, in points.
pub fn width(ui: &Ui, text: &str, style: TextStyle) -> f32 {
    let (text, font) = (text.to_owned(), font(style));
    let galley = ui.painter().layout_no_wrap(text, font, Color32::WHITE);
    galley.size().x
}

/// The area on the screen of an area of a drawing that begins at this place.
pub fn rect(area: Area, origin: Pos2) -> Rect {
    let min = origin + vec2(area.left, area.top);
    Rect::from_min_size(min, vec2(area.width, area.height))
}

/// Paints a whole drawing.
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
                let lines = Lines {
                    chart,
                    frame,
                    lines,
                    radius: *radius,
                };
                lines.ui(ui, rect(frame.area, origin).expand(OVER), id.with(at));
            }
        }
    }
}

/// Paints a ring around the mark that is pointed at.
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

/// Lines through their points, interrupted where a number is not known.
struct Lines<'a> {
    chart: &'a Chart,
    frame: &'a Frame,
    /// The place of each series in the chart, and its colour.
    lines: &'a [(usize, Shade)],
    /// Of the points, in screen points.
    radius: f32,
}

impl Lines<'_> {
    /// Draws them with `egui_plot`. The rectangle reaches over the frame, so that points on its edge are drawn whole.
    fn ui(&self, ui: &mut Ui, rect: Rect, id: Id) {
        let palette = Palette::of(ui);
        let plot = Plot::new(id)
            .width(rect.width())
            .height(rect.height())
            .show_grid(false)
            .show_axes(false)
            .show_background(false)
            // Its points are hit areas of the chart; the plot itself is no stop of Tab, and does not move.
            .sense(Sense::hover())
            .allow_drag(false)
            .allow_zoom(false)
            .allow_scroll(false)
            .allow_boxed_zoom(false)
            .allow_double_click_reset(false)
            .show_x(false)
            .show_y(false)
            .set_margin_fraction(Vec2::ZERO);
        // The layout has this room already.
        let mut inside = ui.new_child(UiBuilder::new().max_rect(rect));
        plot.show(&mut inside, |plot| {
            plot.set_plot_bounds(self.bounds());
            for (series, shade) in self.lines {
                let colour = fill(&palette, *shade);
                for stretch in self.stretches(*series) {
                    let line = Line::new("", PlotPoints::from(stretch.clone()));
                    plot.line(line.color(colour).width(2.0));
                    let points = Points::new("", PlotPoints::from(stretch));
                    let points = points.color(colour).radius(self.radius);
                    plot.points(points.shape(marker(*shade)));
                }
            }
        });
    }

    /// The bounds of the plot, in columns and numbers.
    fn bounds(&self) -> PlotBounds {
        let Frame {
            area,
            columns,
            low,
            high,
            ..
        } = self.frame;
        let columns = *columns as f64;
        let over = f64::from(OVER);
        let aside = over * columns / f64::from(area.width.max(1.0));
        let above = over * (high - low) / f64::from(area.height.max(1.0));
        PlotBounds::from_min_max([-aside, low - above], [columns + aside, high + above])
    }

    /// The points of a series that follow each other without a gap, as columns and numbers.
    fn stretches(&self, series: usize) -> Vec<Vec<[f64; 2]>> {
        let groups = self.chart.groups.iter().enumerate();
        let points = groups.map(|(at, group)| {
            let number = group.numbers[series]?;
            Some([at as f64 + 0.5, number])
        });
        let points: Vec<Option<[f64; 2]>> = points.collect();
        let stretches = points.split(Option::is_none);
        stretches
            .map(|stretch| stretch.iter().flatten().copied().collect())
            .collect()
    }
}

/// The shape of the points of a line: lines are told apart in grey as well.
fn marker(shade: Shade) -> MarkerShape {
    match shade.colour % 3 {
        0 => MarkerShape::Circle,
        1 => MarkerShape::Square,
        _ => MarkerShape::Diamond,
    }
}

/// The colour of a series.
fn fill(palette: &Palette, shade: Shade) -> Color32 {
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

/// Paints the square before the name of a series.
pub fn swatch(ui: &Ui, left_centre: Pos2, shade: Shade) {
    let rect = Rect::from_min_size(left_centre - vec2(0.0, 6.0), vec2(12.0, 12.0));
    let colour = fill(&Palette::of(ui), shade);
    ui.painter().rect_filled(rect, 2.0, colour);
}
