//! Draws the screen of figures: the toolbar, the table with its chart, and the cases that are open.

use std::sync::Arc;

use egui::{Id, ScrollArea, Ui, vec2};

use crate::desk::command::Command;
use crate::desk::figures::cases_card::cases_card;
use crate::desk::figures::chart_card::chart_card;
use crate::desk::figures::page::FiguresPage;
use crate::desk::figures::rate_card::rate_card;
use crate::desk::figures::table_card::table_card;
use crate::desk::figures::toolbar::toolbar_ui;
use crate::desk::kit::button::Button;
use crate::desk::kit::even_height::EvenHeight;
use crate::desk::kit::icons;
use crate::desk::kit::page_header::page_header;
use crate::desk::kit::theme;
use crate::desk::kit::widgets::{Tone, empty, notice};
use crate::desk::parts::crosstab::Grid;
use crate::desk::parts::saved_view_menu::ViewMenu;
use crate::desk::state::model::Model;
use crate::figures::Columns;
use crate::language::Explain;
use crate::register::Definition;

/// The least width of the chart beside the table, in points.
const CHART: f32 = 290.0;

/// Draws the screen. Returns the command that was chosen in the toolbar.
pub fn figures_ui(
    ui: &mut Ui,
    figures: &mut FiguresPage,
    model: &mut Model,
    here: &ViewMenu,
    opens_menu: &mut bool,
) -> Option<Command> {
    let language = model.language;
    let vault = model.vault.as_ref()?;
    let register = vault.definition(&figures.register)?;
    let cases = vault.columns(&figures.register)?;
    // A figure with entries that are not counted any more was made fitting when it was opened.
    let columns = cases.counting(figures.spec.entries.as_deref()).ok()?;
    let definition = Arc::clone(columns.definition());
    let reference = vault.reference;
    figures.generation = vault.generation(&figures.register);
    let title = match here.unchanged() {
        Some(name) => name.to_owned(),
        None => figures.spec.title(&definition, language),
    };
    let subtitle = figures.spec.subtitle(&definition, reference, language);
    header_ui(ui, &title, &subtitle, model);
    let before = figures.spec.clone();
    let chosen = toolbar_ui(
        ui,
        figures,
        model,
        (&register, &definition),
        here,
        opens_menu,
    );
    if before != figures.spec {
        // Its title is that of the next frame.
        ui.ctx().request_repaint();
    }
    ui.add_space(4.0);
    let made = model.made_now();
    match figures.evaluate(ui, title, &columns, reference, &made, language) {
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
            // Each register has a place of its own to which it is scrolled: another one begins at its top.
            let scroll = ScrollArea::vertical()
                .id_salt(("figures", &figures.register))
                .auto_shrink(false);
            scroll.show(ui, |ui| {
                cards_ui(ui, figures, model, &grid, &register, &columns);
            });
        }
    }
    chosen
}

/// Draws the title of the figure, and the buttons that export and copy it.
fn header_ui(ui: &mut Ui, title: &str, subtitle: &str, model: &mut Model) {
    let Some(registers) = model.vault.as_ref().map(|vault| vault.registers.clone()) else {
        return;
    };
    page_header(ui, title, subtitle, |ui| {
        let commands = [
            (Command::Export, icons::EXPORT),
            (Command::CopyTable, icons::COPY),
            (Command::CopyChart, icons::CHART),
        ];
        for (command, icon) in commands {
            let label = command.label(&registers, model.language);
            let keys = command.shortcut(&registers);
            let button = Button::new(&label).icon(icon).shortcut(keys);
            if button.secondary(ui).clicked() {
                model.actions.push(command);
            }
        }
    });
}

/// Draws the table with the chart beside it, or below it where there is no room, and the open cases.
fn cards_ui(
    ui: &mut Ui,
    figures: &mut FiguresPage,
    model: &mut Model,
    grid: &Grid,
    register: &Arc<Definition>,
    columns: &Columns,
) {
    let definition = columns.definition();
    let Some(reference) = model.vault.as_ref().map(|vault| vault.reference) else {
        return;
    };
    let made = model.made_now();
    let room = ui.available_width() - 10.0;
    let wanted = grid.width() + 10.0;
    if wanted + theme::GAP + CHART <= room {
        let table_width = wanted.max(room * 0.56).min(room - CHART - theme::GAP);
        let mut even = EvenHeight::of(ui, Id::unique("cards of the figure"));
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = theme::GAP;
            let table = ui.vertical(|ui| {
                ui.set_width(table_width);
                table_card(ui, figures, grid, definition, table_width, even.least())
            });
            let height = table.inner;
            // The chart is as high as the table, or higher; then the table follows.
            let chart = ui.vertical(|ui| {
                let width = room - table_width - theme::GAP;
                ui.set_width(width);
                let size = vec2(width, height);
                let table = &grid.publication;
                chart_card(ui, figures, table, columns, reference, &made, size);
            });
            even.wants(chart.response.rect.height());
        });
        even.finish(ui);
        ui.add_space(theme::GAP - 8.0);
        cases_card(ui, figures, model, register, columns, room);
        rate_card(ui, figures, model, columns, room);
    } else {
        table_card(ui, figures, grid, definition, room, 0.0);
        ui.add_space(theme::GAP - 8.0);
        // What was opened in the table stands right below it.
        cases_card(ui, figures, model, register, columns, room);
        let size = vec2(room, 0.0);
        let table = &grid.publication;
        chart_card(ui, figures, table, columns, reference, &made, size);
        rate_card(ui, figures, model, columns, room);
    }
}
