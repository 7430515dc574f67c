//! The screen: at the left the indicators by their goals, beside them the one that is looked at.

use egui::{Ui, vec2};

use super::IndicatorPage;
use super::lines::{Line, lines};
use super::pane::cases_behind;
use crate::desk::backend::indicator_book::IndicatorBook;
use crate::desk::command::Command;
use crate::desk::kit::button::Button;
use crate::desk::kit::icons;
use crate::desk::kit::theme;
use crate::desk::kit::widgets::{Tone, empty, notice, room, sized_card};
use crate::desk::state::model::Model;
use crate::desk::state::route;
use crate::figures::AnnualFigure;
use crate::language::Explain;

/// The screen.
pub fn indicators_ui(ui: &mut Ui, page: &mut IndicatorPage, model: &mut Model) {
    let language = model.language;
    let Some(vault) = &model.vault else { return };
    let year = vault.reference.year();
    header_ui(ui, page, model, year);
    let Some(vault) = &model.vault else { return };
    let known = match page.book.known(vault) {
        Ok(known) => known,
        Err(error) => {
            notice(ui, icons::WARNING, &error.explain(language), Tone::Warn);
            return;
        }
    };
    page.shown = Some((known.clone(), year));
    let lines = lines(&known, year, language);
    page.keep_selected(&lines);
    let whole = room(ui) - vec2(4.0, 4.0);
    let list = (whole.x * 0.46).clamp(330.0, 760.0);
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = theme::GAP;
        let mut open = false;
        sized_card(ui, 1, vec2(list, whole.y), |ui| {
            open = page.list_ui(ui, &lines, year, language);
        });
        let size = vec2(whole.x - list - theme::GAP, whole.y);
        sized_card(ui, 16, size, |ui| match page.figure(&lines) {
            Some(figure) => page.figure_ui(ui, figure, &known, model, open),
            None => nothing_ui(ui, &known, model, year),
        });
    });
}

impl IndicatorPage {
    /// What is selected is there; at first the first one of which something is known.
    fn keep_selected(&mut self, lines: &[Line<'_>]) {
        let mut figures = lines.iter().filter_map(|line| match line {
            Line::Figure(figure) => Some(figure),
            Line::Heading(_) => None,
        });
        let selected = self.selected.as_deref();
        if selected.is_some_and(|id| figures.clone().any(|figure| figure.indicator.id == id)) {
            return;
        }
        self.selected = figures
            .find(|figure| figure.is_known())
            .map(|figure| figure.indicator.id.clone());
    }

    /// The figure that is looked at.
    fn figure<'a>(&self, lines: &'a [Line<'a>]) -> Option<&'a AnnualFigure<'a>> {
        let selected = self.selected.as_deref()?;
        lines.iter().find_map(|line| match line {
            Line::Figure(figure) if figure.indicator.id == selected => Some(&**figure),
            _ => None,
        })
    }

    /// The pane of the figure that is looked at, or what is typed for it.
    fn figure_ui(
        &mut self,
        ui: &mut Ui,
        figure: &AnnualFigure<'_>,
        known: &IndicatorBook,
        model: &mut Model,
        open: bool,
    ) {
        let behind = model
            .vault
            .as_ref()
            .and_then(|vault| cases_behind(vault, figure.indicator, &figure.this, None));
        match behind {
            Some(behind) if open => {
                let name = figure.indicator.label.text(model.language).to_owned();
                model.open_cases_of_figure(behind.0, behind.1, name);
            }
            None if open => model.actions.push(Command::TypeYear),
            _ => {}
        }
        if self.typing {
            self.form_ui(ui, figure, model);
        } else if let Some(id) = self.pane_ui(ui, figure, known, model) {
            self.select(&id);
            self.take_focus = true;
        }
    }
}

fn header_ui(ui: &mut Ui, page: &IndicatorPage, model: &mut Model, year: i32) {
    let language = model.language;
    let Some(vault) = &model.vault else { return };
    let registers = vault.registers.clone();
    let years = [
        ("year", year.to_string().into()),
        ("before", (year - 1).to_string().into()),
    ];
    let title = language.say("indicators-title", &years);
    let subtitle = language.say("indicators-subtitle", &years);
    let chosen = page.selected.is_some();
    route::page_header(ui, &title, &subtitle, |ui| {
        let mut act = |ui: &mut Ui, command: Command, text: &str, primary: bool, enabled: bool| {
            let label = language.text(text);
            let icon = command.icon(&registers);
            let press = Button::new(&label).icon(&icon).enabled(enabled);
            let press = press.shortcut(command.shortcut(&registers));
            let response = match primary {
                true => press.primary(ui),
                false => press.secondary(ui),
            };
            if response.clicked() {
                model.actions.push(command);
            }
        };
        // While something is typed, storing it is what is to be done.
        act(
            ui,
            Command::TypeYear,
            "command-type-year",
            !page.typing,
            chosen && !page.typing,
        );
        act(
            ui,
            Command::YearHistory,
            "command-year-history",
            false,
            chosen,
        );
        act(ui, Command::Import, "command-import", false, true);
        act(ui, Command::Export, "command-export", false, true);
    });
}

/// What stands where nothing is known of the two years: what will stand here, and where there is something.
fn nothing_ui(ui: &mut Ui, known: &IndicatorBook, model: &mut Model, year: i32) {
    let language = model.language;
    let all = known.indicators.all().iter();
    let typed = all.flat_map(|indicator| known.values.years(&indicator.id));
    let nearest = typed.min_by_key(|other| ((other - year).abs(), -other));
    let (title, next) = match nearest {
        None => ("indicators-empty", "indicators-empty-next"),
        Some(_) => ("indicators-empty-year", "indicators-empty-year-next"),
    };
    let years = [
        ("year", year.to_string().into()),
        ("before", (year - 1).to_string().into()),
    ];
    let (title, next) = (language.say(title, &years), language.say(next, &years));
    empty(ui, icons::INDICATORS, &title, &next);
    ui.vertical_centered(|ui| {
        let import = language.text("command-import");
        let keys = model.shortcut(&Command::Import);
        let press = Button::new(&import).icon(icons::IMPORT).shortcut(keys);
        if press.secondary(ui).clicked() {
            model.actions.push(Command::Import);
        }
        let Some(nearest) = nearest else { return };
        let text = language.say(
            "indicators-to-year",
            &[("year", nearest.to_string().into())],
        );
        let press = Button::new(&text).icon(icons::DATE);
        if press.secondary(ui).clicked()
            && let Some(vault) = &mut model.vault
        {
            vault.reference = vault.reference.end_of_year(nearest);
        }
    });
}
