//! Bars: the same counts as the table beside them, and the same doors. They are drawn by hand, because every segment
//! carries its value, can be opened and has a name.

use egui::{Align2, Color32, Pos2, Rect, Sense, Stroke, Ui, Vec2, pos2, vec2};

use super::doors::Doors;
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
    /// What is said behind the total: its share of the whole, the difference with a year earlier.
    pub note: String,
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
        if self.is_single() {
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
    pub fn lying_ui(&self, ui: &mut Ui, name: &str, language: Language) -> Option<Clicked> {
        let palette = Palette::of(ui);
        self.legend_ui(ui);
        let mut doors = Doors::new(name);
        let top = ui.cursor().left_top();
        let label_width = self
            .bars
            .iter()
            .map(|bar| text_width(ui, &bar.label))
            .fold(60.0, f32::max)
            .min(ui.available_width() * 0.44)
            + 16.0;
        let totals = self.bars.iter().map(|bar| {
            let total = text_width(ui, &language.count(bar.total as i64));
            total + note_width(ui, &bar.note)
        });
        let total_width = totals.fold(36.0, f32::max) + 16.0;
        let width = ui.available_width();
        let room = (width - label_width - total_width).max(40.0);
        let most = self.most() as f32;
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
                let number = vec2(total_width, 0.0);
                self.segment(ui, &mut doors, (rect, number), (at, series), language);
                left += length + 1.0;
            }
            let place = pos2(left + 6.0, row.center().y);
            self.total(ui, &mut doors, (place, Align2::LEFT_CENTER), at, language);
        }
        let area = Rect::from_min_max(top, ui.min_rect().right_bottom());
        doors.finish(ui, area, name)
    }

    /// Bars that stand, one beside the other: years, quarters or months.
    pub fn standing_ui(
        &self,
        ui: &mut Ui,
        name: &str,
        height: f32,
        language: Language,
    ) -> Option<Clicked> {
        let palette = Palette::of(ui);
        self.legend_ui(ui);
        let width = ui.available_width();
        let (area, _) = ui.allocate_exact_size(vec2(width, height), Sense::hover());
        let plot = Rect::from_min_max(area.min + vec2(4.0, 24.0), area.max - vec2(4.0, 26.0));
        let each = plot.width() / self.bars.len().max(1) as f32;
        let thick = (each * 0.6).min(48.0);
        let most = self.most() as f32;
        let mut doors = Doors::new(name);
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
                let number = vec2(0.0, 22.0);
                self.segment(ui, &mut doors, (rect, number), (at, series), language);
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
            let above = pos2(middle, bottom - 10.0);
            self.total(ui, &mut doors, (above, Align2::CENTER_CENTER), at, language);
        }
        let line = Stroke::new(1.0, palette.line);
        ui.painter()
            .hline(plot.x_range(), plot.bottom() + 0.5, line);
        doors.finish(ui, area, name)
    }

    /// Whether a bar is one whole: then it is one door with its total, which stands so far beyond it.
    fn is_single(&self) -> bool {
        self.series.len() < 2
    }

    /// A segment with its count in it, where there is room.
    fn segment(
        &self,
        ui: &Ui,
        doors: &mut Doors<Clicked>,
        (rect, number): (Rect, Vec2),
        (bar, series): (usize, usize),
        language: Language,
    ) {
        let palette = Palette::of(ui);
        let fill = self.fill(&palette, series);
        ui.painter().rect_filled(rect, 1.0, fill);
        let count = language.count(self.bars[bar].segments[series] as i64);
        // With one series the total behind the bar says it already.
        if !self.is_single() {
            let ink = Palette::on(fill);
            let galley = ui
                .painter()
                .layout_no_wrap(count.clone(), theme::label(), ink);
            if galley.size().x + 6.0 <= rect.width() && galley.size().y <= rect.height() {
                let at = rect.center() - galley.size() / 2.0;
                ui.painter().galley(at, galley, ink);
            }
        }
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
        let (door, opens) = match self.is_single() {
            true => {
                let whole = Rect::from_min_max(
                    rect.min - vec2(0.0, number.y),
                    rect.max + vec2(number.x, 0.0),
                );
                (whole, (bar, None))
            }
            false => (rect, (bar, Some(series))),
        };
        let response = doors.door(ui, door, says.clone(), opens);
        if response.hovered() {
            let stroke = Stroke::new(2.0, palette.ink);
            ui.painter()
                .rect_stroke(rect, 1.0, stroke, egui::StrokeKind::Inside);
        }
        response.on_hover_text(says);
    }

    /// The total of a bar, as a door, with what is said behind it.
    fn total(
        &self,
        ui: &Ui,
        doors: &mut Doors<Clicked>,
        place: (Pos2, Align2),
        bar: usize,
        language: Language,
    ) {
        let palette = Palette::of(ui);
        let Bar {
            label, total, note, ..
        } = &self.bars[bar];
        let text = language.count(*total as i64);
        let says = format!("{label}: {text}");
        let words = (text.as_str(), theme::strong());
        let rect = match self.is_single() {
            true => {
                let (at, align) = place;
                ui.painter().text(at, align, words.0, words.1, palette.ink)
            }
            false => doors.text(ui, place, words, palette.ink, (says, (bar, None))),
        };
        let behind = rect.right_center() + vec2(6.0, 0.0);
        let (align, font) = (Align2::LEFT_CENTER, theme::label());
        ui.painter().text(behind, align, note, font, palette.mute);
    }
}

/// How much room a note takes behind a total.
fn note_width(ui: &Ui, note: &str) -> f32 {
    if note.is_empty() {
        return 0.0;
    }
    let (text, font) = (note.to_owned(), theme::label());
    let galley = ui.painter().layout_no_wrap(text, font, Color32::WHITE);
    galley.size().x + 6.0
}

fn text_width(ui: &Ui, text: &str) -> f32 {
    ui.painter()
        .layout_no_wrap(text.to_owned(), theme::body(), Color32::WHITE)
        .size()
        .x
}
