//! The table of two years beside each other, line by line as an annual report prints them. A number that counts cases opens
//! them, and a value of another indicator opens that one.

use egui::accesskit::Role;
use egui::{Align2, Color32, FontId, Id, Rect, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

use super::drill_down::CountedCases;
use super::year_lines::{YearCell, YearLine, year_lines};
use crate::desk::backend::indicator_book::IndicatorBook;
use crate::desk::kit::hit_areas::{HitAreas, HitText};
use crate::desk::kit::theme::{self, Palette};
use crate::desk::kit::widgets::{paint_cell, paint_tag, tag_size};
use crate::desk::state::model::Model;
use crate::figures::AnnualFigure;

/// How high a line is.
const LINE: f32 = 30.0;
/// The least room in which a document can be read behind a name.
const DOCUMENT: f32 = 90.0;

/// What is opened from the table.
#[derive(Clone)]
pub enum Target {
    /// These cases, under this name.
    Cases {
        /// The cases.
        cases: CountedCases,
        /// What their list is called.
        name: String,
    },
    /// The indicator with this id.
    Indicator(String),
}

/// Where everything stands in the table.
struct Layout {
    area: Rect,
    /// How wide the column of a year is.
    year: f32,
}

impl Layout {
    /// A line; the first holds the headings.
    fn line(&self, at: usize) -> Rect {
        let top = self.area.top() + LINE * at as f32;
        let size = vec2(self.area.width(), LINE);
        Rect::from_min_size(pos2(self.area.left(), top), size)
    }

    /// The right side of the column of a year.
    fn right(&self, at: usize) -> f32 {
        self.area.right() - self.year * (1 - at) as f32
    }

    /// The room for the name of a line.
    fn name(&self, line: Rect, depth: usize) -> Rect {
        let left = line.left() - 8.0 + 16.0 * depth as f32;
        Rect::from_x_y_ranges(left..=self.right(0) - self.year + 8.0, line.y_range())
    }
}

/// Draws the table. Returns what was opened in it.
pub fn two_years_ui(
    ui: &mut Ui,
    figure: &AnnualFigure<'_>,
    known: &IndicatorBook,
    model: &Model,
) -> Option<Target> {
    let language = model.language;
    let lines = year_lines(figure, known, model.vault.as_ref()?, language);
    let size = vec2(ui.available_width(), LINE * (lines.len() + 1) as f32);
    let (area, _) = ui.allocate_exact_size(size, Sense::hover());
    let layout = Layout {
        area,
        year: (area.width() * 0.2).clamp(82.0, 170.0),
    };
    let years = [figure.before.year, figure.this.year];
    paint_headings(ui, &layout, &language.text("indicator-type"), years);
    let label = figure.indicator.label.text(language);
    let mut table = Table {
        layout,
        label,
        years,
        areas: HitAreas::new("two years"),
    };
    for (at, line) in lines.iter().enumerate() {
        table.line_ui(ui, at, line);
    }
    // A number that opens its cases stands at the very edge.
    table.areas.finish(ui, area.expand2(vec2(4.0, 0.0)), label)
}

fn paint_headings(ui: &Ui, layout: &Layout, kind: &str, years: [i32; 2]) {
    let (line, ink) = (layout.line(0), Palette::of(ui).mute);
    let name = line.with_min_x(line.left() - 8.0);
    paint_cell(ui, name, kind, theme::label(), ink, Align2::LEFT_CENTER);
    for (at, year) in years.iter().enumerate() {
        let (place, align) = (
            pos2(layout.right(at), line.center().y),
            Align2::RIGHT_CENTER,
        );
        let font = theme::strong_label();
        ui.painter().text(place, align, year.to_string(), font, ink);
    }
}

/// The table while its lines are drawn.
struct Table<'a> {
    layout: Layout,
    /// The name of the indicator.
    label: &'a str,
    years: [i32; 2],
    areas: HitAreas<Target>,
}

impl Table<'_> {
    fn line_ui(&mut self, ui: &Ui, at: usize, line: &YearLine) {
        let palette = Palette::of(ui);
        let rect = self.layout.line(at + 1);
        let rule = Stroke::new(1.0, palette.line);
        ui.painter().hline(rect.x_range(), rect.top(), rule);
        let (font, ink) = match (line.strong, line.depth) {
            (true, _) => (theme::strong(), palette.ink),
            (false, 0) => (theme::body(), palette.ink),
            (false, _) => (theme::body(), palette.mute),
        };
        let name = self.layout.name(rect, line.depth);
        self.name_ui(ui, line, name, font.clone(), ink);
        for year in 0..self.years.len() {
            self.cell_ui(ui, rect, line, year, font.clone(), ink);
        }
        // What is painted is read out as one line.
        let name = line.accessible_name(self.years);
        let whole = ui.interact(rect, Id::unique(("year line", at)), Sense::hover());
        whole.widget_info(|| WidgetInfo::labeled(Role::Label, true, &name));
    }

    /// The name of a line, which opens its indicator, and behind it the document from which it comes.
    fn name_ui(&mut self, ui: &Ui, line: &YearLine, rect: Rect, font: FontId, ink: Color32) {
        let (palette, left) = (Palette::of(ui), Align2::LEFT_CENTER);
        if let Some(id) = &line.indicator {
            let target = Target::Indicator(id.clone());
            let area = self.areas.add(ui, rect, line.name.clone(), target);
            let ink = if area.hovered() { palette.accent } else { ink };
            // Such names are long.
            paint_cell(ui, rect, &line.name, theme::label(), ink, left);
            return;
        }
        paint_cell(ui, rect, &line.name, font.clone(), ink, left);
        let Some(document) = &line.document else {
            return;
        };
        let name = ui.painter().layout_no_wrap(line.name.clone(), font, ink);
        let rest = rect.with_min_x(rect.left() + name.size().x + 10.0);
        // In a narrow room it stands among the facts alone.
        if rest.width() >= DOCUMENT {
            paint_cell(ui, rest, document, theme::label(), palette.mute, left);
        }
    }

    /// What a line says of one of the two years.
    fn cell_ui(
        &mut self,
        ui: &Ui,
        rect: Rect,
        line: &YearLine,
        at: usize,
        font: FontId,
        ink: Color32,
    ) {
        let place = pos2(self.layout.right(at), rect.center().y);
        let align = Align2::RIGHT_CENTER;
        match &line.cells[at] {
            YearCell::Number {
                text: Some(text),
                cases: Some(cases),
            } => {
                let named = match line.depth {
                    0 => self.label.to_owned(),
                    _ => format!("{}, {}", self.label, line.name),
                };
                let name = format!("{named}, {}", self.years[at]);
                let read_out = format!("{name}: {text}");
                let cases = cases.clone();
                let target = Target::Cases { cases, name };
                let text = HitText {
                    text,
                    font,
                    colour: ink,
                    at: place,
                    align,
                };
                self.areas.text(ui, &text, read_out, target);
            }
            YearCell::Number { text, .. } => {
                let faint = Palette::of(ui).faint;
                let ink = if text.is_some() { ink } else { faint };
                ui.painter()
                    .text(place, align, line.cells[at].text(), font, ink);
            }
            YearCell::Tag(text, tone) => {
                let left = place - vec2(tag_size(ui, text).x, 0.0);
                paint_tag(ui, left, text, *tone);
            }
            YearCell::Empty => {}
        }
    }
}
