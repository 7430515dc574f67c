//! The screen: at the left the indicators by their goals, beside them the selected one.

use egui::{Ui, vec2};

use super::drill_down::CountedCases;
use super::lines::{Line, lines};
use super::state::IndicatorPage;
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
    let known = match page.known.of(vault) {
        Ok(known) => known,
        Err(error) => {
            notice(ui, icons::WARNING, &error.explain(language), Tone::Warn);
            return;
        }
    };
    page.shown = Some((known.clone(), year));
    if page.districts.shown {
        page.districts_ui(ui, model, year);
        return;
    }
    if page.over_years.shown {
        page.over_years_ui(ui, &known, model, year);
        return;
    }
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

    /// The selected figure.
    fn figure<'a>(&self, lines: &'a [Line<'a>]) -> Option<&'a AnnualFigure<'a>> {
        let selected = self.selected.as_deref()?;
        lines.iter().find_map(|line| match line {
            Line::Figure(figure) if figure.indicator.id == selected => Some(&**figure),
            _ => None,
        })
    }

    /// The pane of the selected figure, or the form in which it is typed. It can be opened by Enter in the list.
    fn figure_ui(
        &mut self,
        ui: &mut Ui,
        figure: &AnnualFigure<'_>,
        known: &IndicatorBook,
        model: &mut Model,
        open: bool,
    ) {
        if open {
            let vault = model.vault.as_ref();
            let cases = vault
                .and_then(|vault| CountedCases::shown(vault, figure.indicator, &figure.this, None));
            match cases {
                Some(cases) => {
                    let name = figure.indicator.label.text(model.language).to_owned();
                    cases.list(name, model);
                }
                None => model.actions.push(Command::TypeYear),
            }
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
    let over_years = page.over_years.shown;
    let districts = page.districts.shown;
    let (title, subtitle) = match (over_years, districts) {
        (_, true) => ("districts-title", "districts-subtitle"),
        (true, false) => ("indicator-years-title", "indicator-years-subtitle"),
        (false, false) => ("indicators-title", "indicators-subtitle"),
    };
    let (title, subtitle) = (language.say(title, &years), language.say(subtitle, &years));
    let has_selection = page.selected.is_some();
    route::page_header(ui, &title, &subtitle, |ui| {
        let mut act = |ui: &mut Ui, command: Command, primary: bool, enabled: bool| {
            let label = command.label(&registers, language);
            let icon = command.icon(&registers);
            let button = Button::new(&label).icon(&icon).enabled(enabled);
            let button = button.shortcut(command.shortcut(&registers));
            let response = match primary {
                true => button.primary(ui),
                false => button.secondary(ui),
            };
            if response.clicked() {
                model.actions.push(command);
            }
        };
        // While something is typed, storing it is what is to be done.
        let can_type = has_selection && !page.typing;
        if districts {
            act(ui, Command::Save, true, true);
            act(ui, Command::Districts, false, true);
            return;
        }
        if !over_years {
            act(ui, Command::TypeYear, !page.typing, can_type);
            act(ui, Command::YearHistory, false, has_selection);
        }
        act(ui, Command::ManyYears, false, true);
        act(ui, Command::Districts, false, true);
        act(ui, Command::Import, false, true);
        act(ui, Command::Export, false, true);
    });
}

/// Stands in the pane where nothing is known of the two years: what will stand here, and in which year something does.
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
        let button = Button::new(&import).icon(icons::IMPORT).shortcut(keys);
        if button.secondary(ui).clicked() {
            model.actions.push(Command::Import);
        }
        let Some(nearest) = nearest else { return };
        let text = language.say(
            "indicators-to-year",
            &[("year", nearest.to_string().into())],
        );
        let button = Button::new(&text).icon(icons::DATE);
        if button.secondary(ui).clicked()
            && let Some(vault) = &mut model.vault
        {
            vault.reference = vault.reference.end_of_year(nearest);
        }
    });
}
