//! The list: the indicators by their goals, each with what the year was to come to, what it came to, and the year before.

use std::ops::Range;

use egui::accesskit::Role;
use egui::{Align2, Id, Key, Modifiers, Rect, Ui, WidgetInfo, pos2};

use super::IndicatorPage;
use crate::desk::backend::indicator_book::IndicatorBook;
use crate::desk::kit::table::{BESIDE, Column, Gesture, Order, Row, Rows, Table};
use crate::desk::kit::theme::{self, Palette};
use crate::desk::kit::widgets::{Tone, paint_cell, paint_row, paint_tag};
use crate::figures::{AnnualFigure, YearFigure, written_amount};
use crate::language::{Label, Language};
use crate::register::Amount;

/// A line of the list.
pub enum Line<'a> {
    /// A goal, or what the lines below it have in common.
    Heading(String),
    /// An indicator of which something is known in one of the two years.
    Figure(Box<AnnualFigure<'a>>),
}

impl Line<'_> {
    fn id(&self) -> Option<&str> {
        match self {
            Self::Heading(_) => None,
            Self::Figure(figure) => Some(&figure.indicator.id),
        }
    }
}

/// The lines of a year: as an annual report has them by goal, and below those the indicators of which nothing is known.
pub fn lines(known: &IndicatorBook, year: i32, language: Language) -> Vec<Line<'_>> {
    let all = known.indicators.all().iter();
    let yearbook = known.yearbook();
    let figures = all.map(|indicator| yearbook.annual_of(indicator, year));
    let (told, untold): (Vec<_>, Vec<_>) = figures.partition(AnnualFigure::is_known);
    let mut goals: Vec<(Option<&Label>, Vec<AnnualFigure<'_>>)> = Vec::new();
    for figure in told {
        let goal = figure.indicator.goal.as_ref();
        match goals.iter_mut().find(|(known, _)| *known == goal) {
            Some((_, figures)) => figures.push(figure),
            None => goals.push((goal, vec![figure])),
        }
    }
    // What belongs to no goal stands below what does.
    goals.sort_by_key(|(goal, _)| goal.is_none());
    let mut lines = Vec::new();
    for (goal, figures) in goals {
        let heading = goal.map(|goal| goal.text(language).to_owned());
        let heading = heading.unwrap_or_else(|| language.text("indicators-no-goal"));
        lines.push(Line::Heading(heading));
        lines.extend(
            figures
                .into_iter()
                .map(|figure| Line::Figure(Box::new(figure))),
        );
    }
    if !untold.is_empty() {
        let years = [
            ("before", (year - 1).to_string().into()),
            ("year", year.to_string().into()),
        ];
        lines.push(Line::Heading(language.say("indicators-unknown", &years)));
        lines.extend(
            untold
                .into_iter()
                .map(|figure| Line::Figure(Box::new(figure))),
        );
    }
    lines
}

impl IndicatorPage {
    /// The list, which has the arrows. Returns whether the selected indicator is to be opened.
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
            Some(Gesture::Went { to, up, .. }) => self.went(to, up, lines),
            Some(Gesture::Sideways { right }) => self.table.go_sideways(right),
            Some(Gesture::Sorted(_) | Gesture::Widened) | None => {}
        }
        let enter = |ui: &Ui| ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter));
        whole.has_focus() && cursor.is_some() && enter(ui)
    }

    /// The keys go to another line: past a heading, which comes into view with the first line below it.
    fn went(&mut self, to: usize, up: bool, lines: &[Line<'_>]) {
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

/// Which columns there is room for.
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

    fn prepare(&mut self, _rows: Range<usize>) {}

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
        let (palette, language) = (Palette::of(ui), self.language);
        let indicator = figure.indicator;
        let selected = self.cursor == Some(row.at);
        paint_row(ui, row.rect, selected, row.focused, row.response.hovered());
        let mut cells = row.cells.iter();
        let label = indicator.label.text(language);
        let known = figure.is_known();
        if let Some(rect) = cells.next() {
            let ink = if known { palette.ink } else { palette.mute };
            name_ui(ui, *rect, label, ink);
        }
        let written = |amount: Option<Amount>| {
            let written = |amount| written_amount(amount, indicator.unit, language);
            amount.map_or_else(|| "–".to_owned(), written)
        };
        let actual = |figure: &YearFigure| figure.actual.map(|actual| actual.amount);
        let (before, this) = (actual(&figure.before), actual(&figure.this));
        let budget = figure.this.typed.budget;
        let mut number = |amount: Option<Amount>, strong: bool| {
            let Some(rect) = cells.next() else { return };
            let (ink, font) = match (amount, strong) {
                (None, _) => (palette.faint, theme::body()),
                (Some(_), true) => (palette.ink, theme::strong()),
                (Some(_), false) => (palette.mute, theme::body()),
            };
            paint_cell(ui, *rect, &written(amount), font, ink, Align2::RIGHT_CENTER);
        };
        if self.shown.before {
            number(before, false);
        }
        number(this, true);
        if self.shown.budget {
            number(budget, false);
        }
        let verdict = verdict(figure, language);
        if let (Some(rect), Some((text, tone))) = (cells.next(), &verdict) {
            let clip = ui.clip_rect();
            ui.set_clip_rect(clip.intersect(*rect));
            paint_tag(ui, rect.left_center() + egui::vec2(8.0, 0.0), text, *tone);
            ui.set_clip_rect(clip);
        }
        row.response.widget_info(|| {
            let says = [
                ("indicator", label.into()),
                ("year", self.year.to_string().into()),
                ("before", (self.year - 1).to_string().into()),
                ("budget", written(budget).into()),
                ("actual", written(this).into()),
                ("earlier", written(before).into()),
            ];
            let said = language.say("indicators-line", &says);
            let said = match &verdict {
                Some((verdict, _)) => {
                    let goal = language.text("indicators-reached");
                    format!("{said}, {}: {verdict}", goal.to_lowercase())
                }
                None => said,
            };
            WidgetInfo::selected(Role::Row, true, selected, said)
        });
        let verdict = verdict.map_or_else(String::new, |(text, _)| text);
        let mut texts = vec![label.to_owned()];
        texts.extend(self.shown.before.then(|| written(before)));
        texts.push(written(this));
        texts.extend(self.shown.budget.then(|| written(budget)));
        texts.push(verdict);
        row.name_cells(ui, texts);
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
