//! Cijfers: one definition of a figure, as a table, as a chart beside it, and as the cases behind every number.

use std::sync::Arc;

use egui::{ScrollArea, Ui};

use crate::desk::backend::export_job::Drawn;
use crate::desk::command::Command;
use crate::desk::figures::cases_card::behind_card;
use crate::desk::figures::chart_card::{FigureChart, chart_card};
use crate::desk::figures::table_card::table_card;
use crate::desk::figures::toolbar::choosers_ui;
use crate::desk::kit::button::Button;
use crate::desk::kit::icons;
use crate::desk::kit::memo::Memo;
use crate::desk::kit::theme;
use crate::desk::kit::widgets::{Tone, empty, notice};
use crate::desk::parts::crosstab::{CellPlace, Grid, MOST_NUMBERS};
use crate::desk::parts::drill_down::OpenCases;
use crate::desk::parts::saved_view_menu::ViewMenu;
use crate::desk::state::figure_spec::FigureSpec;
use crate::desk::state::model::Model;
use crate::desk::state::reference_date::ReferenceDate;
use crate::desk::state::route;
use crate::figures::{Columns, Figure, FigureError};
use crate::language::{Explain, Language};
use crate::register::Definition;
use crate::report::{DrillDown, Made, Publication, TableQuestion};

/// The state of the screen: the definition of the figure, and what is open in it.
pub struct FiguresPage {
    /// The register.
    pub register: String,
    /// What makes the figure.
    pub spec: FigureSpec,
    pub cursor: CellPlace,
    pub opened: Option<OpenCases>,
    grid: Memo<(TableQuestion, Language, u64), Grid>,
    /// What is on the screen.
    shown: Option<(TableQuestion, Arc<Grid>)>,
    /// ListedCases state of the register everything on the screen follows from.
    pub generation: u64,
    pub chart: FigureChart,
    pub rows_behind: Memo<(Figure, u64), (Vec<usize>, u64)>,
    /// Whether the table is to take the keyboard.
    pub take_focus: bool,
    /// Whether the cases that were opened just now are still to come into view.
    pub reveal: bool,
}

impl FiguresPage {
    /// The first figure of a register.
    pub fn new(definition: &Definition) -> Self {
        Self::composed(&definition.id, FigureSpec::new(definition))
    }

    /// A figure that is made of this.
    pub fn composed(register: &str, spec: FigureSpec) -> Self {
        Self {
            register: register.to_owned(),
            spec,
            cursor: CellPlace::default(),
            opened: None,
            grid: Memo::default(),
            shown: None,
            generation: 0,
            chart: FigureChart::default(),
            rows_behind: Memo::default(),
            take_focus: true,
            reveal: false,
        }
    }

    /// Makes the figure of something else. What is open stays open where the same cases are counted.
    pub fn compose(&mut self, spec: FigureSpec) {
        let counts = |of: &FigureSpec| (of.measure, of.slice.clone());
        let sides = |of: &FigureSpec| (of.rows.clone(), of.columns.clone());
        if sides(&self.spec) != sides(&spec) {
            self.cursor = CellPlace::default();
            self.opened = None;
        }
        if counts(&self.spec) != counts(&spec) {
            self.opened = None;
        }
        self.spec = spec;
    }

    /// The figure that is on the screen.
    pub fn publication(&self) -> Option<&Publication> {
        self.shown.as_ref().map(|(_, grid)| &grid.publication)
    }

    /// The question to which it is the answer.
    pub fn question(&self) -> Option<&TableQuestion> {
        self.shown.as_ref().map(|(question, _)| question)
    }

    /// The chart beside it.
    pub fn drawn(&self) -> Option<&Drawn> {
        self.chart.drawn()
    }

    /// Closes the cases under the figure; the keyboard, which Escape takes away, is back at the table.
    pub fn close(&mut self) {
        self.take_focus = true;
        self.opened = None;
    }

    /// Opens the cases behind a number of a publication of this figure: a line and a column of a table, a group and a
    /// series of a chart.
    pub fn open(
        &mut self,
        publication: &Publication,
        door: (&DrillDown, &DrillDown),
        definition: &Definition,
    ) {
        self.opened = Some(OpenCases::of(publication, door.0, door.1, definition));
        self.reveal = true;
    }

    /// The figure on this reference date, evaluated only when something changed.
    fn publish(
        &mut self,
        ui: &Ui,
        title: String,
        columns: &Columns,
        reference: ReferenceDate,
        made: &Made,
        language: Language,
    ) -> Result<Arc<Grid>, FigureError> {
        let question = self.spec.question(title, reference);
        let key = (question.clone(), language, self.generation);
        let grid = self.grid.get(key, |(question, ..)| {
            if columns.most_cells(&question.figure)? > MOST_NUMBERS {
                return Err(FigureError::TooLarge(MOST_NUMBERS));
            }
            let publication = question.published(columns, made, language)?;
            Ok(Grid::of(ui, publication))
        });
        let before = self.shown.take();
        let grid = grid?;
        let is_new = before.is_none_or(|(_, before)| !Arc::ptr_eq(&before, &grid));
        self.shown = Some((question, Arc::clone(&grid)));
        if is_new && let Some(opened) = self.opened.take() {
            self.opened = opened.follow(&grid.publication, columns.definition());
        }
        Ok(grid)
    }
}

/// The screen. Returns what was chosen of its saved figures.
pub fn figures_ui(
    ui: &mut Ui,
    figures: &mut FiguresPage,
    model: &mut Model,
    here: &ViewMenu,
    opens_menu: &mut bool,
) -> Option<Command> {
    let language = model.language;
    let vault = model.vault.as_ref()?;
    let definition = vault.definition(&figures.register)?;
    let columns = vault.columns(&figures.register)?;
    let reference = vault.reference;
    figures.generation = vault.generation(&figures.register);
    let registers = vault.registers.clone();
    let title = match here.unchanged() {
        Some(name) => name.to_owned(),
        None => figures.spec.title(&definition, language),
    };
    let subtitle = figures.spec.subtitle(&definition, reference, language);
    route::page_header(ui, &title, &subtitle, |ui| {
        let commands = [
            (Command::Export, icons::EXPORT),
            (Command::CopyTable, icons::COPY),
            (Command::CopyChart, icons::CHART),
        ];
        for (command, icon) in commands {
            let label = command.label(&registers, language);
            let keys = command.shortcut(&registers);
            let press = Button::new(&label).icon(icon).shortcut(keys);
            if press.secondary(ui).clicked() {
                model.actions.push(command);
            }
        }
    });
    let before = figures.spec.clone();
    let chosen = choosers_ui(ui, figures, model, &definition, here, opens_menu);
    if before != figures.spec {
        // Its title is that of the next frame.
        ui.ctx().request_repaint();
    }
    ui.add_space(4.0);
    let made = model.made_now();
    match figures.publish(ui, title, &columns, reference, &made, language) {
        Err(error) => {
            // The table that was made before is not this figure's, also not on the clipboard.
            notice(ui, icons::WARNING, &error.explain(language), Tone::Warn);
        }
        Ok(_) if columns.is_empty() => {
            let what = definition.label.text(language);
            let title = language.say("figures-empty", &[("register", what.into())]);
            let next = language.text("figures-empty-next");
            empty(ui, icons::FIGURES, &title, &next);
        }
        Ok(grid) => {
            let scroll = ScrollArea::vertical().auto_shrink(false);
            scroll.show(ui, |ui| {
                cards_ui(ui, figures, model, &grid, &definition, &columns);
            });
        }
    }
    chosen
}

/// The table with the chart beside it, or below it where there is no room, and what is open.
fn cards_ui(
    ui: &mut Ui,
    figures: &mut FiguresPage,
    model: &mut Model,
    grid: &Grid,
    definition: &Arc<Definition>,
    columns: &Columns,
) {
    let Some(reference) = model.vault.as_ref().map(|vault| vault.reference) else {
        return;
    };
    let made = model.made_now();
    let dated = (reference, &made);
    let room = ui.available_width() - 10.0;
    let wanted = grid.width() + 10.0;
    if wanted + theme::GAP + 290.0 <= room {
        let table_width = wanted.max(room * 0.56).min(room - 306.0);
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = theme::GAP;
            let tall = ui.vertical(|ui| {
                ui.set_width(table_width);
                table_card(ui, figures, grid, definition, table_width);
            });
            let height = tall.response.rect.height();
            ui.vertical(|ui| {
                let width = room - table_width - theme::GAP;
                ui.set_width(width);
                let size = egui::vec2(width, height);
                chart_card(ui, figures, &grid.publication, columns, dated, size);
            });
        });
        ui.add_space(theme::GAP - 8.0);
        behind_card(ui, figures, model, definition, columns, room);
    } else {
        table_card(ui, figures, grid, definition, room);
        ui.add_space(theme::GAP - 8.0);
        // What was opened in the table stands right below it.
        behind_card(ui, figures, model, definition, columns, room);
        let size = egui::vec2(room, 0.0);
        chart_card(ui, figures, &grid.publication, columns, dated, size);
    }
}
