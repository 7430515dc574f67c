//! The list on the screen: each indicator with what the year was to come to, what it came to, and the year before.

use egui::accesskit::Role;
use egui::{Align2, Id, Key, Modifiers, Rect, Ui, WidgetInfo, pos2};

use super::lines::Line;
use super::state::IndicatorPage;
use crate::desk::kit::density;
use crate::desk::kit::table::{BESIDE, Column, Gesture, Order, Row, Rows, Table};
use crate::desk::kit::theme::{self, Palette};
use crate::desk::kit::widgets::{Tone, paint_cell, paint_row, paint_tag};
use crate::figures::{AnnualFigure, YearFigure, written_amount};
use crate::language::Language;
use crate::register::Amount;

impl IndicatorPage {
    /// Draws the list, in which the arrows select. Returns whether Enter opens the selected indicator.
    pub fn list_ui(
        &mut self,
        ui: &mut Ui,
        lines: &[Line<'_>],
        year: i32,
        language: Language,
    ) -> bool {
        let room = ui.available_width() - BESIDE;
        let shown = Shown::in_room(room);
        let columns = shown.columns(room, year, language);
        let selected = self.selected.as_deref();
        let cursor = selected.and_then(|id| lines.iter().position(|line| line.id() == Some(id)));
        let count = lines.iter().filter(|line| line.id().is_some()).count();
        let name = language.say("indicators-list-name", &[("count", (count as i64).into())]);
        let table = Table {
            id: Id::unique("indicators list"),
            name: &name,
            columns: &columns,
            cursor,
            take_focus: std::mem::take(&mut self.take_focus),
            row: density::height(ui, theme::ROW),
        };
        if let Some(cursor) = cursor.filter(|_| table.take_focus) {
            self.table.show(cursor);
        }
        let mut rows = Painted {
            lines,
            shown,
            year,
            cursor,
            language,
        };
        let (whole, gesture) = table.show(ui, &mut self.table, &mut self.widths, &mut rows);
        match gesture {
            Some(Gesture::Clicked(to, _)) => {
                if let Some(id) = lines.get(to).and_then(Line::id) {
                    self.select(id);
                }
            }
            Some(Gesture::Went { to, up, .. }) => self.go_to(to, up, lines),
            Some(Gesture::Sideways { right }) => self.table.go_sideways(right),
            Some(Gesture::Sorted(_) | Gesture::Widened) | None => {}
        }
        let enter = |ui: &Ui| ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter));
        whole.has_focus() && cursor.is_some() && enter(ui)
    }

    /// Selects the line that the arrows go to: past a heading, which comes into view with the first line below it.
    fn go_to(&mut self, to: usize, up: bool, lines: &[Line<'_>]) {
        let is_figure = |at: &usize| lines.get(*at).is_some_and(|line| line.id().is_some());
        let below = || (to..lines.len()).find(is_figure);
        let above = || (0..=to).rev().find(is_figure);
        let found = match up {
            true => above().or_else(below),
            false => below().or_else(above),
        };
        let Some(at) = found else { return };
        if let Some(id) = lines.get(at).and_then(Line::id) {
            self.select(id);
        }
        let heading = at.checked_sub(1).filter(|above| up && !is_figure(above));
        self.table.show(heading.unwrap_or(at));
    }
}

/// Which of the columns that can be missed there is room for.
#[derive(Clone, Copy)]
struct Shown {
    before: bool,
    budget: bool,
}

/// How wide a number is, and the verdict.
const NUMBER: f32 = 78.0;
const VERDICT: f32 = 100.0;
/// Names stand in large letters where the longest of them have room for that.
const LONG: f32 = 500.0;

impl Shown {
    fn in_room(room: f32) -> Self {
        Self {
            budget: room > 520.0,
            before: room > 610.0,
        }
    }

    fn columns(self, room: f32, year: i32, language: Language) -> Vec<Column> {
        let column = |id: &str, label: String, width: f32| Column {
            id: id.to_owned(),
            label,
            icon: None,
            width,
            order: Order::Never,
            fixed: false,
            numbers: ["before", "year", "budget"].contains(&id),
        };
        let mut columns = Vec::new();
        if self.before {
            columns.push(column("before", (year - 1).to_string(), NUMBER));
        }
        columns.push(column("year", year.to_string(), NUMBER));
        if self.budget {
            let budget = language.text("indicators-budget");
            columns.push(column("budget", budget, NUMBER + 8.0));
        }
        columns.push(column("goal", language.text("indicators-reached"), VERDICT));
        let taken: f32 = columns.iter().map(|column| column.width).sum();
        let label = language.text("indicators-indicator");
        columns.insert(0, column("name", label, (room - taken).max(150.0)));
        columns
    }
}

struct Painted<'a> {
    lines: &'a [Line<'a>],
    shown: Shown,
    year: i32,
    cursor: Option<usize>,
    language: Language,
}

impl Rows for Painted<'_> {
    fn count(&self) -> usize {
        self.lines.len()
    }

    fn row_ui(&mut self, ui: &mut Ui, row: &Row<'_>) {
        match self.lines.get(row.at) {
            Some(Line::Heading(heading)) => self.heading_ui(ui, row, heading),
            Some(Line::Figure(figure)) => self.figure_ui(ui, row, figure),
            None => {}
        }
    }
}

impl Painted<'_> {
    fn heading_ui(&self, ui: &mut Ui, row: &Row<'_>, heading: &str) {
        let palette = Palette::of(ui);
        ui.painter().rect_filled(row.rect, 0.0, palette.soft);
        let (font, align) = (theme::strong_label(), Align2::LEFT_CENTER);
        paint_cell(ui, row.rect, heading, font, palette.mute, align);
        row.response
            .widget_info(|| WidgetInfo::labeled(Role::Row, true, heading));
        row.name_cells(ui, [heading]);
    }

    fn figure_ui(&self, ui: &mut Ui, row: &Row<'_>, figure: &AnnualFigure<'_>) {
        let palette = Palette::of(ui);
        let selected = self.cursor == Some(row.at);
        paint_row(ui, row.rect, selected, row.focused, row.response.hovered());
        let mut cells = row.cells.iter();
        let label = figure.indicator.label.text(self.language);
        if let Some(rect) = cells.next() {
            let known = figure.is_known();
            let ink = if known { palette.ink } else { palette.mute };
            name_ui(ui, *rect, label, ink);
        }
        let Values {
            before,
            this,
            budget,
        } = Values::of(figure);
        let mut number = |amount: Option<Amount>, strong: bool| {
            let Some(rect) = cells.next() else { return };
            let (ink, font) = match (amount, strong) {
                (None, _) => (palette.faint, theme::body()),
                (Some(_), true) => (palette.ink, theme::strong()),
                (Some(_), false) => (palette.mute, theme::body()),
            };
            let text = self.written(figure, amount);
            paint_cell(ui, *rect, &text, font, ink, Align2::RIGHT_CENTER);
        };
        if self.shown.before {
            number(before, false);
        }
        number(this, true);
        if self.shown.budget {
            number(budget, false);
        }
        let verdict = verdict(figure, self.language);
        if let (Some(rect), Some((text, tone))) = (cells.next(), &verdict) {
            let clip = ui.clip_rect();
            ui.set_clip_rect(clip.intersect(*rect));
            paint_tag(ui, rect.left_center() + egui::vec2(8.0, 0.0), text, *tone);
            ui.set_clip_rect(clip);
        }
        row.response.widget_info(|| {
            let name = self.name_of(figure, verdict.as_ref().map(|(text, _)| text));
            WidgetInfo::selected(Role::Row, true, selected, name)
        });
        let mut texts = vec![label.to_owned()];
        let numbers = [
            self.shown.before.then_some(before),
            Some(this),
            self.shown.budget.then_some(budget),
        ];
        let numbers = numbers.into_iter().flatten();
        texts.extend(numbers.map(|amount| self.written(figure, amount)));
        texts.push(verdict.map_or_else(String::new, |(text, _)| text));
        row.name_cells(ui, texts);
    }

    /// The line as a screen reader reads it out.
    fn name_of(&self, figure: &AnnualFigure<'_>, verdict: Option<&String>) -> String {
        let language = self.language;
        let values = Values::of(figure);
        let written = |amount| self.written(figure, amount);
        let arguments = [
            ("indicator", figure.indicator.label.text(language).into()),
            ("year", self.year.to_string().into()),
            ("before", (self.year - 1).to_string().into()),
            ("budget", written(values.budget).into()),
            ("actual", written(values.this).into()),
            ("earlier", written(values.before).into()),
        ];
        let name = language.say("indicators-line", &arguments);
        match verdict {
            Some(verdict) => {
                let goal = language.text("indicators-reached");
                format!("{name}, {}: {verdict}", goal.to_lowercase())
            }
            None => name,
        }
    }

    fn written(&self, figure: &AnnualFigure<'_>, amount: Option<Amount>) -> String {
        let written = |amount| written_amount(amount, figure.indicator.unit, self.language);
        amount.map_or_else(|| "–".to_owned(), written)
    }
}

/// The three numbers of a line.
struct Values {
    before: Option<Amount>,
    this: Option<Amount>,
    budget: Option<Amount>,
}

impl Values {
    fn of(figure: &AnnualFigure<'_>) -> Self {
        let actual = |figure: &YearFigure| figure.actual.map(|actual| actual.amount);
        Self {
            before: actual(&figure.before),
            this: actual(&figure.this),
            budget: figure.this.typed.budget,
        }
    }
}

/// Whether the goal of the year was reached, as a tag says it; none where there is nothing to say.
fn verdict(figure: &AnnualFigure<'_>, language: Language) -> Option<(String, Tone)> {
    let (id, tone) = match figure.reached()? {
        true => ("overview-reached", Tone::Ok),
        false => ("overview-missed", Tone::Bad),
    };
    Some((language.text(id), tone))
}

/// A name: in small letters, of which there is room for two lines, where the column is too narrow for the longest.
fn name_ui(ui: &Ui, rect: Rect, name: &str, ink: egui::Color32) {
    if rect.width() > LONG {
        paint_cell(ui, rect, name, theme::body(), ink, Align2::LEFT_CENTER);
        return;
    }
    let inner = rect.shrink2(egui::vec2(8.0, 0.0));
    let (name, font) = (name.to_owned(), theme::label());
    let mut job = egui::text::LayoutJob::simple(name, font, ink, inner.width());
    job.wrap.max_rows = 2;
    let galley = ui.painter().layout_job(job);
    let at = pos2(inner.left(), inner.center().y - galley.size().y / 2.0);
    ui.painter().galley(at, galley, ink);
}
