//! The card under a figure with the cases that the opened number counts.

use std::sync::Arc;

use egui::accesskit::Role;
use egui::{
    Align, Align2, CursorIcon, Layout, Margin, Rect, Response, Sense, Stroke, Ui, WidgetInfo, pos2,
    vec2,
};

use crate::desk::figures::page::{CaseRows, FiguresPage};
use crate::desk::kit::accessible;
use crate::desk::kit::button::Button;
use crate::desk::kit::density;
use crate::desk::kit::theme::{self, Palette};
use crate::desk::kit::widgets::{Tone, card, focus_ring, label_ui, paint_cell, tag};
use crate::desk::parts::case_cells::{CellText, fit, shown_columns, wanted_widths};
use crate::desk::parts::drill_down::OpenCases;
use crate::desk::parts::task_text::first_due;
use crate::desk::state::action::Action;
use crate::desk::state::model::Model;
use crate::figures::{Columns, FigureError, Measure, Order};
use crate::language::Language;
use crate::language::letters::capital;
use crate::register::{CaseKey, Definition};
use crate::report::CaseColumn;

/// How many cases are shown; the others are in the list of the register.
const PREVIEW: usize = 8;

/// How much of the card is scrolled into view when it opens, in points: its heading. Where that is in view nothing moves.
const HEADING: f32 = 60.0;

/// The width of the column that says how many entries of a case are counted, in points.
const ENTRIES: f32 = 130.0;

/// Draws the open cases of the figure, if there are any.
pub fn cases_card(
    ui: &mut Ui,
    figures: &mut FiguresPage,
    model: &mut Model,
    definition: &Arc<Definition>,
    columns: &Columns,
    width: f32,
) {
    let Some(open) = figures.open_cases.clone() else {
        return;
    };
    let key = (open.figure.clone(), figures.generation);
    let cases = figures.case_rows.get(key, |(figure, _)| {
        let mut rows = columns.rows(&figure.slice, figure.period, figure.measure)?;
        columns.sort(&mut rows, Order::Begin, true)?;
        let number = columns.total(&figure.slice, figure.period, figure.measure)?;
        let cases = columns.cases_of(&rows);
        Ok::<_, FigureError>(CaseRows { cases, number })
    });
    let Ok(cases) = cases else { return };
    card(ui, Margin::same(16), |ui| {
        ui.set_width(width - 34.0);
        accessible::region(ui, Role::Table, &open.name);
        ui.spacing_mut().item_spacing.y = 4.0;
        header_ui(ui, &open, &cases, model, (definition, columns.definition()));
        ui.spacing_mut().item_spacing.y = 0.0;
        let table = CasesTable::new(ui, definition, columns.definition(), model);
        table.headings_ui(ui, &open);
        for (case, times) in cases.cases.iter().take(PREVIEW) {
            table.case_ui(ui, (*case, *times), &open, model);
        }
        if cases.cases.len() > PREVIEW {
            ui.add_space(8.0);
            let others = (cases.cases.len() - PREVIEW) as i64;
            let count = [("count", others.into())];
            let text = model.language.say("figures-more", &count);
            label_ui(ui, text, theme::label(), Palette::of(ui).mute);
        }
        if std::mem::take(&mut figures.scroll_to_cases) {
            // More of it would take the number that was opened out of view.
            let card = ui.min_rect();
            let heading = card.with_max_y(card.bottom().min(card.top() + HEADING));
            ui.scroll_to_rect(heading, None);
        }
    });
    ui.add_space(theme::GAP - 8.0);
}

/// Draws the name of the number, how many cases it counts, and the link to their list.
fn header_ui(
    ui: &mut Ui,
    open: &OpenCases,
    cases: &CaseRows,
    model: &mut Model,
    (definition, counted): (&Definition, &Definition),
) {
    let language = model.language;
    let count = cases.cases.len() as u64;
    let word = definition.case_word(count).text(language);
    let counted = match open.figure.measure {
        _ if counted.counted_kind.is_some() => language.say(
            "entries-in-cases",
            &[
                ("number", cases.number.into()),
                (
                    "entries",
                    counted.case_word(cases.number).text(language).into(),
                ),
                ("count", count.into()),
                ("cases", word.into()),
            ],
        ),
        Measure::Reports => language.say(
            "reports-in-cases",
            &[
                ("reports", cases.number.into()),
                ("count", count.into()),
                ("cases", word.into()),
            ],
        ),
        _ => format!("{} {word}", language.count(count as i64)),
    };
    ui.horizontal(|ui| {
        label_ui(ui, &open.name, theme::heading(), Palette::of(ui).ink);
        tag(ui, &counted, Tone::Accent);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let text = language.text("figures-open-list");
            if Button::new(&text).link(ui).clicked() {
                open_list(open, model, definition);
            }
        });
    });
}

/// Opens all of the cases as the list of their register.
fn open_list(open: &OpenCases, model: &mut Model, definition: &Definition) {
    let (figure, name) = (open.figure.clone(), open.name.clone());
    model.open_cases_of_figure(definition.id.clone(), figure, name);
}

/// The columns of the cases, as wide as the card allows.
struct CasesTable<'a> {
    definition: &'a Definition,
    columns: Vec<CaseColumn>,
    widths: Vec<f32>,
    /// The heading of how many entries of a case are counted; none where the cases are.
    entries: Option<String>,
    today: chrono::NaiveDate,
    language: Language,
}

/// One row of the table: all of it, and each of its cells.
struct TableRow {
    response: Response,
    cells: Vec<Rect>,
}

impl<'a> CasesTable<'a> {
    fn new(ui: &Ui, definition: &'a Definition, counted: &Definition, model: &Model) -> Self {
        let language = model.language;
        let entries = counted.counted_kind.as_ref();
        let entries = entries.map(|_| capital(counted.case_words.many.text(language)));
        let taken = entries.as_ref().map_or(0.0, |_| ENTRIES);
        let width = ui.available_width() - taken;
        // As many columns less as leave room for the number of the case.
        let columns = shown_columns(definition, width - taken);
        let wanted = wanted_widths(ui, &columns, definition, |_| None, model.language);
        // A number is never cut off: by it a case is called.
        let number = wanted.first().copied().unwrap_or_default();
        let mut widths = fit(wanted.get(1..).unwrap_or_default(), width - number);
        widths.insert(0, number);
        Self {
            definition,
            widths,
            columns,
            entries,
            today: model.clock.today(),
            language: model.language,
        }
    }

    fn row(&self, ui: &mut Ui, sense: Sense) -> TableRow {
        let size = vec2(ui.available_width(), density::height(ui, theme::ROW));
        let (rect, response) = ui.allocate_exact_size(size, sense);
        let line = Stroke::new(1.0, Palette::of(ui).line);
        ui.painter()
            .hline(rect.x_range(), rect.bottom() - 0.5, line);
        let mut left = rect.left();
        let entries = self.entries.as_ref().map(|_| &ENTRIES);
        let cells = self.widths.iter().chain(entries).map(|width| {
            let size = vec2(*width, rect.height());
            let cell = Rect::from_min_size(pos2(left, rect.top()), size);
            left += width;
            cell
        });
        let cells = cells.collect();
        TableRow { response, cells }
    }

    /// How the column at this place is aligned: numbers of entries stand at the right.
    fn align(&self, at: usize) -> Align2 {
        match at < self.columns.len() {
            true => Align2::LEFT_CENTER,
            false => Align2::RIGHT_CENTER,
        }
    }

    fn headings_ui(&self, ui: &mut Ui, open: &OpenCases) {
        let TableRow { response, cells } = self.row(ui, Sense::hover());
        let mute = Palette::of(ui).mute;
        let labels = self.columns.iter().map(|column| match column {
            // Counted as of the reference date, a case may have another status by now.
            CaseColumn::Status if open.figure.period.to != self.today => {
                self.language.text("status-now")
            }
            _ => column.label(self.definition, self.language),
        });
        let labels: Vec<String> = labels.chain(self.entries.clone()).collect();
        for (at, (label, rect)) in labels.iter().zip(&cells).enumerate() {
            let align = self.align(at);
            paint_cell(ui, *rect, label, theme::label(), mute, align);
        }
        ui.ctx()
            .accesskit_node_builder(response.id, |node| node.set_role(Role::Row));
        accessible::name_cells(ui, &response, Role::ColumnHeader, &cells, labels);
    }

    /// Draws a case, which opens in the list of the register with the other cases of the number.
    fn case_ui(
        &self,
        ui: &mut Ui,
        (key, times): (CaseKey, usize),
        open: &OpenCases,
        model: &mut Model,
    ) {
        let (definition, language) = (self.definition, self.language);
        let vault = model.vault.as_mut();
        let case = vault.and_then(|vault| vault.case(&definition.id, key));
        let case = case.as_deref();
        let TableRow { response, cells } = self.row(ui, Sense::click());
        response.widget_info(|| {
            let number = case.map_or("", |case| case.number.as_str());
            WidgetInfo::labeled(Role::Row, true, number)
        });
        if response.hovered() {
            let soft = Palette::of(ui).soft;
            ui.painter().rect_filled(response.rect, 0.0, soft);
        }
        focus_ring(ui, &response, response.rect.shrink(2.0), 2);
        let now = model.clock.wall();
        let vault = model.vault.as_ref();
        let due = vault
            .zip(case)
            .and_then(|(vault, case)| first_due(vault, definition, case, now, language));
        let text = CellText {
            case,
            due,
            last_contact: None,
            today: self.today,
        };
        // The row is called by the number of its case, which stands in the first column.
        let texts = self.columns.iter().map(|column| match column {
            CaseColumn::Number => String::new(),
            _ => column.text(definition, &text, language),
        });
        let entries = self.entries.as_ref().map(|_| language.count(times as i64));
        accessible::name_cells(
            ui,
            &response,
            Role::Cell,
            &cells,
            texts.chain(entries.clone()),
        );
        for (column, rect) in self.columns.iter().zip(&cells) {
            column.paint(ui, *rect, definition, &text, language);
        }
        if let (Some(entries), Some(rect)) = (entries, cells.last()) {
            let ink = Palette::of(ui).ink;
            paint_cell(
                ui,
                *rect,
                &entries,
                theme::body(),
                ink,
                Align2::RIGHT_CENTER,
            );
        }
        let response = response.on_hover_cursor(CursorIcon::PointingHand);
        if response.clicked() {
            open_list(open, model, definition);
            let open_case = Action::OpenCase(definition.id.clone(), key);
            model.actions.push(open_case);
        }
    }
}
