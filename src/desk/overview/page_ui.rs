//! Draws the overview: the timeline of the reference date, the cards, the breakdown, the table and the indicators.

use egui::{Margin, ScrollArea, Ui};

use crate::desk::backend::task_order::to_the_minute;
use crate::desk::command::Command;
use crate::desk::kit::button::Button;
use crate::desk::kit::icons;
use crate::desk::kit::page_header::page_header;
use crate::desk::kit::theme;
use crate::desk::kit::widgets::{Tone, card, empty, notice};
use crate::desk::overview::breakdown::breakdown_ui;
use crate::desk::overview::cards::{cards_that_fit, cards_ui, with_card};
use crate::desk::overview::context::OverviewContext;
use crate::desk::overview::indicator_lines::IndicatorLine;
use crate::desk::overview::indicators_ui::indicators_ui;
use crate::desk::overview::page::{BarOrder, OverviewPage};
use crate::desk::overview::table::table_ui;
use crate::desk::overview::target::OverviewTarget;
use crate::desk::parts::timeline_slider::TimelineSlider;
use crate::desk::state::action::Action;
use crate::desk::state::model::Model;
use crate::desk::state::reference_date::ReferenceDate;
use crate::language::Explain;

/// Draws the screen, and opens what was clicked on it.
pub fn overview_ui(ui: &mut Ui, overview: &mut OverviewPage, model: &mut Model) {
    give_keyboard(ui, overview);
    header_ui(ui, overview, model);
    match page_ui(ui, overview, model) {
        Some(OverviewTarget::Breakdown(register)) => {
            let vault = model.vault.as_ref();
            if let Some(definition) = vault.and_then(|vault| vault.definition(&register)) {
                overview.break_down(&definition);
            }
            ui.ctx().request_repaint();
        }
        Some(OverviewTarget::Cases {
            register,
            figure,
            name,
        }) => model.open_cases_of_figure(register, *figure, name),
        Some(OverviewTarget::Work(register)) => model.actions.push(Action::OpenWork(register)),
        None => {}
    }
}

/// Draws the title, and the buttons that export and compare with a year earlier.
fn header_ui(ui: &mut Ui, overview: &mut OverviewPage, model: &mut Model) {
    let language = model.language;
    let Some(vault) = &model.vault else { return };
    let (registers, reference) = (&vault.registers, vault.reference);
    let name = [("period", reference.name(language).into())];
    let title = language.say("overview-title", &name);
    let date = [("date", language.date(reference.date).into())];
    let subtitle = language.say("overview-subtitle", &date);
    let actions = &mut model.actions;
    page_header(ui, &title, &subtitle, |ui| {
        let label = language.text("command-export");
        let keys = Command::Export.shortcut(registers);
        let button = Button::new(&label).icon(icons::EXPORT).shortcut(keys);
        if button.secondary(ui).clicked() {
            actions.push(Command::Export);
        }
        let before = reference.year_before().name(language);
        let text = language.say("overview-compare", &[("period", before.into())]);
        let button = Button::new(&text).icon(icons::COMPARE);
        if button.option(ui, overview.compare).clicked() {
            overview.compare = !overview.compare;
        }
    });
}

/// Draws everything below the header. Returns what was opened.
fn page_ui(ui: &mut Ui, overview: &mut OverviewPage, model: &mut Model) -> Option<OverviewTarget> {
    let language = model.language;
    let now = to_the_minute(model.clock.wall());
    let vault = model.vault.as_mut()?;
    let reference = vault.reference;
    let figures = match overview.figures(vault, reference) {
        Ok(figures) => figures,
        Err(error) => {
            notice(ui, icons::WARNING, &error.explain(language), Tone::Warn);
            return None;
        }
    };
    let timeline = TimelineSlider::new(figures.first_day, reference.today);
    let (slider, moved) = timeline.ui(ui, reference, language);
    // What is drawn below is already that of the date to which the slider was moved in this frame.
    let reference = moved.map_or(reference, |date| ReferenceDate { date, ..reference });
    vault.reference = reference;
    if !slider.dragged() {
        overview.bar_order = BarOrder::default();
    }
    let figures = match moved {
        Some(_) => overview.figures(vault, reference).unwrap_or(figures),
        None => figures,
    };
    if figures.registers.iter().all(|columns| columns.is_empty()) {
        let next = language.text("overview-empty-next");
        empty(ui, icons::OVERVIEW, &language.text("overview-empty"), &next);
        return None;
    }
    let due = overview.due(vault, now);
    // An indicator that is counted by what its register does not have is reported on the screen of the indicators.
    let indicators = overview.indicators.of(vault, reference.year());
    let context = OverviewContext {
        figures: &figures,
        due: &due,
        registers: &vault.registers,
        language,
        reference,
        compare: overview.compare,
    };
    ui.add_space(4.0);
    let scroll = ScrollArea::vertical()
        .id_salt("overview")
        .auto_shrink(false);
    let page = scroll.show(ui, |ui| {
        let indicators = indicators.unwrap_or_default();
        parts_ui(ui, &context, &mut overview.bar_order, &indicators)
    });
    overview.focus = ui.memory(|memory| memory.focused()).or(overview.focus);
    page.inner
}

/// Draws the cards, the breakdown, the table of the other registers, and the indicators. Returns what was opened.
fn parts_ui(
    ui: &mut Ui,
    context: &OverviewContext<'_>,
    bar_order: &mut BarOrder,
    indicators: &[IndicatorLine],
) -> Option<OverviewTarget> {
    ui.spacing_mut().item_spacing.y = theme::GAP;
    ui.set_width(ui.available_width() - 10.0);
    let cards = with_card(context.figures, cards_that_fit(ui.available_width()));
    let from_cards = cards_ui(ui, context, &cards);
    let from_breakdown = breakdown_ui(ui, context, bar_order);
    let others = (0..context.figures.registers.len()).filter(|at| !cards.contains(at));
    let others: Vec<usize> = others.collect();
    let from_table = match others.is_empty() {
        true => None,
        false => card(ui, Margin::symmetric(16, 6), |ui| {
            table_ui(ui, context, &others)
        }),
    };
    let year = context.reference.year();
    let from_indicators = match indicators {
        [] => None,
        lines => card(ui, Margin::symmetric(16, 10), |ui| {
            indicators_ui(ui, lines, year, context.language)
        }),
    };
    from_cards
        .or(from_breakdown)
        .or(from_table)
        .or(from_indicators)
}

/// Gives the keyboard back to where it was on this screen; the first time to the timeline.
fn give_keyboard(ui: &Ui, overview: &mut OverviewPage) {
    if std::mem::take(&mut overview.take_focus) {
        let id = overview.focus.unwrap_or_else(TimelineSlider::id);
        ui.memory_mut(|memory| memory.request_focus(id));
        // The arrows are its own from the frame on in which it has had the keyboard.
        ui.ctx().request_repaint();
    }
}
