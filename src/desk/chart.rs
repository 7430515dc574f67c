//! Charts: the same counts as the table beside them, and the same doors.
//!
//! Bars are drawn by hand, because every segment carries its value, can be clicked and has a name; lines over time are
//! egui_plot's.

use egui::accesskit::Role;
use egui::{Align2, Color32, Id, Pos2, Rect, Response, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};
use egui_plot::{Line, MarkerShape, Plot, PlotPoint, PlotPoints, Points, Text};

use super::theme::{self, Palette};
use super::widgets::paint_cell;
use crate::language::Language;

/// Bars with segments: districts by tenure, years by running and finished.
pub struct Bars {
    /// The name of every series, in the order of the segments; one nameless series has no legend.
    pub series: Vec<String>,
    /// Whether the second series is the light half of the first, as finished is of running.
    pub halves: bool,
    /// The bars, in order.
    pub bars: Vec<Bar>,
}

/// One bar.
pub struct Bar {
    /// Its name.
    pub label: String,
    /// The count of every series.
    pub segments: Vec<u64>,
    /// How many cases it stands for; not always the sum.
    pub total: u64,
}

/// What was clicked in a chart: a bar, and a segment of it or its total.
pub type Clicked = (usize, Option<usize>);

const BAR: f32 = 22.0;

impl Bars {
    fn fill(&self, palette: &Palette, series: usize) -> Color32 {
        if self.halves {
            let (full, light) = palette.series[0];
            return if series == 0 { full } else { light };
        }
        palette.series[series % palette.series.len()].0
    }

    fn most(&self) -> u64 {
        let drawn = |bar: &Bar| bar.segments.iter().sum::<u64>().max(bar.total);
        self.bars.iter().map(drawn).max().unwrap_or(0).max(1)
    }

    /// The names of the series with their colours.
    fn legend_ui(&self, ui: &mut Ui) {
        if self.series.len() < 2 {
            return;
        }
        let palette = Palette::of(ui);
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(6.0, 4.0);
            for (at, name) in self.series.iter().enumerate() {
                let (rect, _) = ui.allocate_exact_size(vec2(12.0, 16.0), Sense::hover());
                let square = Rect::from_center_size(rect.center(), vec2(12.0, 12.0));
                ui.painter()
                    .rect_filled(square, 2.0, self.fill(&palette, at));
                let text = egui::RichText::new(name)
                    .font(theme::label())
                    .color(palette.mute);
                ui.label(text);
                ui.add_space(8.0);
            }
        });
    }

    /// Bars that lie, one below the other, with their names before and their totals behind them.
    pub fn lying_ui(&self, ui: &mut Ui, language: Language) -> Option<Clicked> {
        let palette = Palette::of(ui);
        self.legend_ui(ui);
        let label_width = self
            .bars
            .iter()
            .map(|bar| text_width(ui, &bar.label))
            .fold(60.0, f32::max)
            .min(ui.available_width() * 0.36)
            + 16.0;
        let total_width = 52.0;
        let width = ui.available_width();
        let room = (width - label_width - total_width).max(40.0);
        let most = self.most() as f32;
        let mut clicked = None;
        for (at, bar) in self.bars.iter().enumerate() {
            let (row, _) = ui.allocate_exact_size(vec2(width, theme::ROW - 8.0), Sense::hover());
            let label = Rect::from_min_size(row.min, vec2(label_width, row.height()));
            let font = theme::body();
            paint_cell(
                ui,
                label,
                &bar.label,
                font,
                palette.ink,
                Align2::RIGHT_CENTER,
            );
            let mut left = label.right();
            for (series, count) in bar.segments.iter().enumerate() {
                if *count == 0 {
                    continue;
                }
                let length = (*count as f32 / most * room).max(2.0);
                let rect =
                    Rect::from_min_size(pos2(left, row.center().y - BAR / 2.0), vec2(length, BAR));
                if self.segment(ui, rect, at, series, language).clicked() {
                    clicked = Some((at, Some(series)));
                }
                left += length + 1.0;
            }
            if self
                .total(ui, pos2(left + 6.0, row.center().y), at, language)
                .clicked()
            {
                clicked = Some((at, None));
            }
        }
        clicked
    }

    /// Bars that stand, one beside the other: years, quarters or months.
    pub fn standing_ui(&self, ui: &mut Ui, height: f32, language: Language) -> Option<Clicked> {
        let palette = Palette::of(ui);
        self.legend_ui(ui);
        let width = ui.available_width();
        let (area, _) = ui.allocate_exact_size(vec2(width, height), Sense::hover());
        let plot = Rect::from_min_max(area.min + vec2(4.0, 24.0), area.max - vec2(4.0, 26.0));
        let each = plot.width() / self.bars.len().max(1) as f32;
        let thick = (each * 0.6).min(48.0);
        let most = self.most() as f32;
        let mut clicked = None;
        for (at, bar) in self.bars.iter().enumerate() {
            let middle = plot.left() + each * (at as f32 + 0.5);
            let mut bottom = plot.bottom();
            for (series, count) in bar.segments.iter().enumerate() {
                if *count == 0 {
                    continue;
                }
                let length = (*count as f32 / most * plot.height()).max(2.0);
                let rect = Rect::from_min_max(
                    pos2(middle - thick / 2.0, bottom - length),
                    pos2(middle + thick / 2.0, bottom),
                );
                if self.segment(ui, rect, at, series, language).clicked() {
                    clicked = Some((at, Some(series)));
                }
                bottom -= length + 1.0;
            }
            let label =
                Rect::from_center_size(pos2(middle, plot.bottom() + 14.0), vec2(each, 20.0));
            let font = theme::label();
            paint_cell(
                ui,
                label,
                &bar.label,
                font,
                palette.mute,
                Align2::CENTER_CENTER,
            );
            let text = language.count(bar.total as i64);
            let above = pos2(middle - text_width(ui, &text) / 2.0, bottom - 10.0);
            if self.total(ui, above, at, language).clicked() {
                clicked = Some((at, None));
            }
        }
        let line = Stroke::new(1.0, palette.line);
        ui.painter()
            .hline(plot.x_range(), plot.bottom() + 0.5, line);
        clicked
    }

    /// A segment with its count in it, where there is room.
    fn segment(
        &self,
        ui: &Ui,
        rect: Rect,
        bar: usize,
        series: usize,
        language: Language,
    ) -> Response {
        let palette = Palette::of(ui);
        let fill = self.fill(&palette, series);
        ui.painter().rect_filled(rect, 1.0, fill);
        let count = language.count(self.bars[bar].segments[series] as i64);
        // With one series the total behind the bar says it already.
        if self.series.len() > 1 {
            let ink = Palette::on(fill);
            let galley = ui
                .painter()
                .layout_no_wrap(count.clone(), theme::label(), ink);
            if galley.size().x + 6.0 <= rect.width() && galley.size().y <= rect.height() {
                let at = rect.center() - galley.size() / 2.0;
                ui.painter().galley(at, galley, ink);
            }
        }
        let id = Id::unique(("segment", bar, series)).with(ui.scope_id());
        let response = ui.interact(rect, id, Sense::CLICK);
        let names = [
            self.bars[bar].label.as_str(),
            self.series.get(series).map_or("", String::as_str),
        ];
        let name = names
            .into_iter()
            .filter(|n| !n.is_empty())
            .collect::<Vec<_>>()
            .join(", ");
        let says = format!("{name}: {count}");
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &says));
        if response.hovered() {
            let stroke = Stroke::new(2.0, palette.ink);
            ui.painter()
                .rect_stroke(rect, 1.0, stroke, egui::StrokeKind::Inside);
        }
        response
            .on_hover_cursor(egui::CursorIcon::PointingHand)
            .on_hover_text(says)
    }

    /// The total of a bar, as a door.
    fn total(&self, ui: &Ui, left_centre: Pos2, bar: usize, language: Language) -> Response {
        let palette = Palette::of(ui);
        let text = language.count(self.bars[bar].total as i64);
        let galley = ui
            .painter()
            .layout_no_wrap(text.clone(), theme::strong(), palette.ink);
        let rect = Rect::from_min_size(
            left_centre - vec2(0.0, galley.size().y / 2.0),
            galley.size(),
        );
        let id = Id::unique(("bar total", bar)).with(ui.scope_id());
        let response = ui.interact(rect.expand(3.0), id, Sense::CLICK);
        let says = format!("{}: {text}", self.bars[bar].label);
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &says));
        let colour = if response.hovered() {
            palette.accent
        } else {
            palette.ink
        };
        let galley = ui.painter().layout_no_wrap(text, theme::strong(), colour);
        ui.painter().galley(rect.min, galley, colour);
        response.on_hover_cursor(egui::CursorIcon::PointingHand)
    }
}

/// Lines over time: a name, and a count for every period.
pub struct Lines {
    /// The names of the periods.
    pub periods: Vec<String>,
    /// The lines.
    pub lines: Vec<(String, Vec<u64>)>,
}

impl Lines {
    /// The lines in a plot, each named at its end. Returns the line and the period of the point that was clicked.
    pub fn lines_ui(&self, ui: &mut Ui, height: f32, language: Language) -> Option<(usize, usize)> {
        let palette = Palette::of(ui);
        let periods = self.periods.clone();
        let last = self.periods.len().saturating_sub(1) as f64;
        let most = self
            .lines
            .iter()
            .flat_map(|(_, counts)| counts)
            .max()
            .copied()
            .unwrap_or(1);
        let ends = self.label_places(most.max(1) as f64, f64::from(height));
        let plot = Plot::new("lines")
            .height(height)
            .show_grid([false, false])
            .show_axes([true, false])
            .show_background(false)
            // Its points are what can be reached; the plot itself is no stop of Tab.
            .sense(Sense::hover())
            .allow_drag(false)
            .allow_zoom(false)
            .allow_scroll(false)
            .allow_boxed_zoom(false)
            .allow_double_click_reset(false)
            .show_x(false)
            .show_y(false)
            .set_margin_fraction(vec2(0.04, 0.08))
            .include_y(0.0)
            .include_y(most.max(1) as f64)
            .include_x(-0.2)
            // Room at the end for the names of the lines.
            .include_x(last + 0.2 + (last + 1.0) * 0.34)
            .x_grid_spacer(move |_| {
                (0..periods.len())
                    .map(|at| egui_plot::GridMark {
                        value: at as f64,
                        step_size: 1.0,
                    })
                    .collect()
            });
        let names = self.periods.clone();
        let plot = plot.x_axis_formatter(move |mark, _| {
            let at = mark.value.round();
            names
                .get(at as usize)
                .filter(|_| at >= 0.0)
                .cloned()
                .unwrap_or_default()
        });
        let shown = plot.show(ui, |plot| {
            for (at, (name, counts)) in self.lines.iter().enumerate() {
                let colour = palette.series[at % palette.series.len()].0;
                let points: Vec<[f64; 2]> = counts
                    .iter()
                    .enumerate()
                    .map(|(x, y)| [x as f64, *y as f64])
                    .collect();
                plot.line(
                    Line::new(name, PlotPoints::from(points.clone()))
                        .color(colour)
                        .width(2.0),
                );
                let shape = [
                    MarkerShape::Circle,
                    MarkerShape::Square,
                    MarkerShape::Diamond,
                ];
                plot.points(
                    Points::new(name, PlotPoints::from(points))
                        .color(colour)
                        .radius(4.0)
                        .shape(shape[at % shape.len()]),
                );
                let count = counts.last().copied().unwrap_or(0) as i64;
                let label = format!("{}  {name}", language.count(count));
                let text = egui::RichText::new(label)
                    .font(theme::label())
                    .color(palette.ink);
                let place = PlotPoint::new(last + 0.12, ends[at]);
                plot.text(Text::new(name, place, text).anchor(Align2::LEFT_CENTER));
            }
        });
        self.points_ui(ui, &shown.transform, language)
    }

    /// Where the names stand: at the end of their lines, moved apart where they would overlap.
    fn label_places(&self, most: f64, height: f64) -> Vec<f64> {
        let apart = most * 17.0 / (height * 0.8).max(1.0);
        let mut places: Vec<(usize, f64)> = self
            .lines
            .iter()
            .enumerate()
            .map(|(at, (_, counts))| (at, counts.last().copied().unwrap_or(0) as f64))
            .collect();
        places.sort_by(|one, other| one.1.total_cmp(&other.1));
        let mut floor = f64::MIN;
        for (_, place) in &mut places {
            *place = place.max(floor);
            floor = *place + apart;
        }
        let mut ends = vec![0.0; places.len()];
        for (at, place) in places {
            ends[at] = place;
        }
        ends
    }

    /// Every point is a door, and says its count.
    fn points_ui(
        &self,
        ui: &Ui,
        transform: &egui_plot::PlotTransform,
        language: Language,
    ) -> Option<(usize, usize)> {
        let mut clicked = None;
        for (line, (name, counts)) in self.lines.iter().enumerate() {
            for (at, count) in counts.iter().enumerate() {
                let place = PlotPoint::new(at as f64, *count as f64);
                let rect =
                    Rect::from_center_size(transform.position_from_point(&place), vec2(16.0, 16.0));
                let id = Id::unique(("point", line, at)).with(ui.scope_id());
                let response = ui.interact(rect, id, Sense::CLICK);
                let period = self.periods.get(at).map_or("", String::as_str);
                let says = format!("{name}, {period}: {}", language.count(*count as i64));
                response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &says));
                let response = response.on_hover_text(says);
                if response
                    .on_hover_cursor(egui::CursorIcon::PointingHand)
                    .clicked()
                {
                    clicked = Some((line, at));
                }
            }
        }
        clicked
    }
}

fn text_width(ui: &Ui, text: &str) -> f32 {
    ui.painter()
        .layout_no_wrap(text.to_owned(), theme::body(), Color32::WHITE)
        .size()
        .x
}
