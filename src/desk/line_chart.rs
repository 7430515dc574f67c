//! Lines over time, as egui_plot draws them: the same counts as the table beside them, and the same doors.

use egui::{Align2, Rect, Sense, Ui, vec2};
use egui_plot::{Line, MarkerShape, Plot, PlotPoint, PlotPoints, Points, Text};

use super::doors::Doors;
use super::theme::{self, Palette};
use crate::language::Language;

/// Lines over time: a name, and a count for every period.
pub struct Lines {
    /// The names of the periods.
    pub periods: Vec<String>,
    /// The lines.
    pub lines: Vec<(String, Vec<u64>)>,
}

impl Lines {
    /// The lines in a plot, each named at its end. Returns the line and the period of the point that was clicked.
    pub fn lines_ui(
        &self,
        ui: &mut Ui,
        chart: &str,
        height: f32,
        language: Language,
    ) -> Option<(usize, usize)> {
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
        self.points_ui(ui, chart, &shown.transform, language)
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
        chart: &str,
        transform: &egui_plot::PlotTransform,
        language: Language,
    ) -> Option<(usize, usize)> {
        let mut doors = Doors::new(chart);
        for (line, (name, counts)) in self.lines.iter().enumerate() {
            for (at, count) in counts.iter().enumerate() {
                let place = PlotPoint::new(at as f64, *count as f64);
                let rect =
                    Rect::from_center_size(transform.position_from_point(&place), vec2(16.0, 16.0));
                let period = self.periods.get(at).map_or("", String::as_str);
                let says = format!("{name}, {period}: {}", language.count(*count as i64));
                let response = doors.door(ui, rect, says.clone(), (line, at));
                response.on_hover_text(says);
            }
        }
        doors.finish(ui, *transform.frame(), chart)
    }
}
