//! Overzicht on the screen: the years, the registers at a glance, and one of them closer by.

use chrono::Datelike;
use egui::{Margin, ScrollArea, Ui};

use crate::desk::backend::task_order::to_the_minute;
use crate::desk::command::Command;
use crate::desk::kit::button::Button;
use crate::desk::kit::icons;
use crate::desk::kit::theme;
use crate::desk::kit::widgets::{Tone, card, empty, notice};
use crate::desk::overview::breakdown::parts_ui;
use crate::desk::overview::cards::{cards_that_fit, cards_ui, with_card};
use crate::desk::overview::content::{OverviewPage, Wish};
use crate::desk::overview::indicators::{IndicatorLine, indicators_ui};
use crate::desk::overview::register_summary::RegisterSummary;
use crate::desk::overview::table::table_ui;
use crate::desk::parts::timeline_slider::TimelineSlider;
use crate::desk::state::action::Action;
use crate::desk::state::model::Model;
use crate::desk::state::reference_date::ReferenceDate;
use crate::desk::state::route;
use crate::language::Explain;

/// The screen. Returns what the user wants of it.
pub fn overview_ui(ui: &mut Ui, overview: &mut OverviewPage, model: &mut Model) {
    match wished_ui(ui, overview, model) {
        Some(Wish::LookAt(register)) => {
            let vault = model.vault.as_ref();
            if let Some(definition) = vault.and_then(|vault| vault.definition(&register)) {
                overview.look_at(&definition);
            }
            ui.ctx().request_repaint();
        }
        Some(Wish::Cases(register, figure, name)) => {
            model.list_cases_behind(register, *figure, name);
        }
        Some(Wish::Work(register)) => model.actions.push(Action::OpenWork(register)),
        None => {}
    }
}

/// The page. Returns what the user wants of it.
fn wished_ui(ui: &mut Ui, overview: &mut OverviewPage, model: &mut Model) -> Option<Wish> {
    give_keyboard(ui, overview);
    let language = model.language;
    let now = to_the_minute(model.clock.wall());
    let vault = model.vault.as_mut()?;
    let registers = vault.registers.clone();
    let reference = vault.reference;
    let name = [("period", reference.name(language).into())];
    let title = language.say("overview-title", &name);
    let date = [("date", language.date(reference.date).into())];
    let subtitle = language.say("overview-subtitle", &date);
    let mut exports = false;
    route::page_header(ui, &title, &subtitle, |ui| {
        let label = language.text("command-export");
        let keys = Command::Export.shortcut(&registers);
        let press = Button::new(&label).icon(icons::EXPORT).shortcut(keys);
        exports = press.secondary(ui).clicked();
        let before = reference.year_before().name(language);
        let text = language.say("overview-compare", &[("period", before.into())]);
        let press = Button::new(&text).icon(icons::COMPARE);
        if press.option(ui, overview.compare).clicked() {
            overview.compare = !overview.compare;
        }
    });
    model.actions.extend(exports.then_some(Command::Export));
    let told = match overview.told(vault, reference) {
        Ok(told) => told,
        Err(error) => {
            notice(ui, icons::WARNING, &error.explain(language), Tone::Warn);
            return None;
        }
    };
    let timeline = TimelineSlider::new(told.first, reference.today);
    let (slider, moved) = timeline.ui(ui, reference, language);
    // What is drawn below is already that of the date under the hand.
    let reference = moved.map_or(reference, |date| ReferenceDate { date, ..reference });
    vault.reference = reference;
    if !slider.dragged() {
        overview.held = None;
    }
    let told = match moved {
        Some(_) => overview.told(vault, reference).unwrap_or(told),
        None => told,
    };
    if told.registers.iter().all(|columns| columns.is_empty()) {
        let next = language.text("overview-empty-next");
        empty(ui, icons::OVERVIEW, &language.text("overview-empty"), &next);
        return None;
    }
    let work = overview.work(vault, now);
    let year = reference.date.year();
    // An indicator that is counted by what is not there is said where indicators are kept.
    let indicators = overview.indicators.of(vault, year).unwrap_or_default();
    let sight = RegisterSummary {
        told: &told,
        work: &work,
        registers: &registers,
        language,
        reference,
        compare: overview.compare,
    };
    ui.add_space(4.0);
    let page = ScrollArea::vertical().auto_shrink(false);
    let wish = page
        .show(ui, |ui| {
            content_ui(ui, overview, &sight, (&indicators, year))
        })
        .inner;
    overview.focus = ui.memory(|memory| memory.focused()).or(overview.focus);
    wish
}

fn content_ui(
    ui: &mut Ui,
    overview: &mut OverviewPage,
    sight: &RegisterSummary<'_>,
    (indicators, year): (&[IndicatorLine], i32),
) -> Option<Wish> {
    let told = sight.told;
    ui.spacing_mut().item_spacing.y = theme::GAP;
    ui.set_width(ui.available_width() - 10.0);
    let cards = with_card(told, cards_that_fit(ui.available_width()));
    let of_cards = cards_ui(ui, sight, &cards);
    let of_parts = parts_ui(ui, overview, sight);
    let others = (0..told.registers.len()).filter(|at| !cards.contains(at));
    let others: Vec<usize> = others.collect();
    let of_table = match others.is_empty() {
        true => None,
        false => card(ui, Margin::symmetric(16, 6), |ui| {
            table_ui(ui, sight, &others)
        }),
    };
    let of_indicators = match indicators {
        [] => None,
        lines => card(ui, Margin::symmetric(16, 10), |ui| {
            indicators_ui(ui, lines, year, sight.language)
        }),
    };
    of_cards.or(of_parts).or(of_table).or(of_indicators)
}

/// The keyboard comes back to where it was on this screen; the first time to the years.
fn give_keyboard(ui: &Ui, overview: &mut OverviewPage) {
    if std::mem::take(&mut overview.take_focus) {
        let id = overview.focus.unwrap_or_else(TimelineSlider::id);
        ui.memory_mut(|memory| memory.request_focus(id));
        // The arrows are its own from the frame on in which it has had the keyboard.
        ui.ctx().request_repaint();
    }
}
