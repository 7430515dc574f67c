//! The top bar above every screen: the search, the period and the reference date.

use chrono::NaiveDate;
use egui::{Align, Id, Layout, Popup, PopupCloseBehavior, Stroke, Ui};

use crate::desk::command::Command;
use crate::desk::kit::accessible;
use crate::desk::kit::button::Button;
use crate::desk::kit::field::text_field;
use crate::desk::kit::icons;
use crate::desk::kit::menu::{MenuEntry, arrow, menu_ui};
use crate::desk::kit::theme::{self, Palette};
use crate::desk::kit::widgets::text_width;
use crate::desk::parts::typed_date::typed_day;
use crate::desk::state::model::Model;
use crate::desk::state::reference_date::ReferenceDate;
use crate::figures::Step;
use crate::language::Explain;

/// What the controls at the right take beside the words of the period and the date, in points.
const BESIDE_WORDS: f32 = 240.0;

/// The reference date that is being typed.
pub struct TypedDate {
    text: String,
    /// Whether it was just opened, and is to take the keyboard.
    fresh: bool,
}

impl TypedDate {
    /// With this date to begin with.
    pub fn new(text: String) -> Self {
        Self { text, fresh: true }
    }
}

/// Draws the top bar: the search at the left, the period and the reference date at the right.
pub fn top_bar_ui(ui: &mut Ui, model: &mut Model, typed_date: &mut Option<TypedDate>) {
    let palette = Palette::of(ui);
    let language = model.language;
    let Some(vault) = &model.vault else { return };
    let registers = vault.registers.clone();
    let reference = vault.reference;
    ui.horizontal_centered(|ui| {
        ui.add_space(theme::PAGE - 8.0);
        let hint = language.text("search-hint");
        let date = language.date(reference.date);
        let date = language.say("top-reference-date", &[("date", date.into())]);
        let period = language.say("top-period", &[("period", reference.name(language).into())]);
        let words =
            text_width(ui, &date, theme::strong()) + text_width(ui, &period, theme::strong());
        let width = (ui.available_width() - words - BESIDE_WORDS).clamp(120.0, 420.0);
        let search = Button::new(&hint)
            .icon(icons::SEARCH)
            .shortcut(Command::Search.shortcut(&registers))
            .name(Command::Search.label(&registers, language))
            .width(width);
        if search.secondary(ui).clicked() {
            model.actions.push(Command::Search);
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            ui.add_space(theme::PAGE - 8.0);
            ui.spacing_mut().item_spacing.x = 4.0;
            let arrow_button = |ui: &mut Ui, icon: &str, command: Command| {
                let label = command.label(&registers, language);
                let keys = command.shortcut(&registers).unwrap_or_default();
                let button = Button::new("").icon(icon).name(&label);
                button
                    .secondary(ui)
                    .on_hover_text(format!("{label} ({keys})"))
                    .clicked()
            };
            if arrow_button(ui, icons::NEXT, Command::NextPeriod) {
                model.actions.push(Command::NextPeriod);
            }
            date_ui(ui, model, reference, typed_date);
            if arrow_button(ui, icons::PREVIOUS, Command::PreviousPeriod) {
                model.actions.push(Command::PreviousPeriod);
            }
            ui.add_space(4.0);
            let menu = Id::unique("period menu");
            let button = Button::new(&period).after(arrow(ui, menu));
            let response = button.secondary(ui);
            let steps = Step::NAMES.map(|(_, step)| step);
            let entries = steps.map(|step| {
                let label = Command::Period(step).label(&registers, language);
                MenuEntry::new(label, reference.step == step)
            });
            let chosen = menu_ui(&response, menu, &period, &entries);
            let step = chosen.and_then(|place| steps.get(place));
            model.actions.extend(step.copied().map(Command::Period));
            accessible::read_from_left(ui);
        });
    });
    let line = Stroke::new(1.0, palette.line);
    let rect = ui.max_rect();
    ui.painter()
        .hline(rect.x_range(), rect.bottom() - 0.5, line);
}

/// The button of the reference date, with the popup in which another one is typed or chosen.
fn date_ui(
    ui: &mut Ui,
    model: &mut Model,
    reference: ReferenceDate,
    open_date: &mut Option<TypedDate>,
) {
    let language = model.language;
    let date = language.date(reference.date);
    let text = language.say("top-reference-date", &[("date", date.as_str().into())]);
    let response = Button::new(&text).icon(icons::DATE).reference(ui);
    if response.clicked() {
        *open_date = match open_date {
            Some(_) => None,
            None => Some(TypedDate::new(date)),
        };
    }
    let Some(typed) = open_date else { return };
    let mut open = true;
    let mut chosen: Option<NaiveDate> = None;
    let id = Id::unique("reference date");
    Popup::from_response(&response)
        .open_bool(&mut open)
        .accessible_name(language.text("command-choose-date"))
        .close_behavior(PopupCloseBehavior::CloseOnClickOutside)
        .show(|ui| {
            ui.set_width(252.0);
            let read = typed_day(&typed.text, reference.today);
            let fault = read
                .as_ref()
                .err()
                .filter(|_| !typed.text.trim().is_empty());
            let fault = fault.map(|problem| problem.explain(language));
            let label = language.text("reference-date");
            let field = text_field(
                ui,
                id,
                &label,
                &mut typed.text,
                &language.text("date-hint"),
                fault.as_deref(),
                236.0,
            );
            if std::mem::take(&mut typed.fresh) {
                field.request_focus();
                select_all(ui, id, typed.text.chars().count());
            }
            if field.lost_focus() && ui.input(|input| input.key_pressed(egui::Key::Enter)) {
                chosen = read.ok();
            }
            ui.add_space(4.0);
            for (id, date) in ends(reference) {
                let label = language.text(id);
                if Button::new(&label)
                    .entry(ui, false, Some(language.date(date)))
                    .clicked()
                {
                    chosen = Some(date);
                }
            }
        });
    if let Some(date) = chosen {
        if let Some(vault) = &mut model.vault {
            vault.reference.date = date;
        }
        open = false;
    }
    if !open {
        *open_date = None;
    }
}

fn select_all(ui: &Ui, id: Id, length: usize) {
    let mut state = egui::text_edit::TextEditState::load(ui, id).unwrap_or_default();
    let all = egui::text::CCursorRange::two(
        egui::text::CCursor::new(0),
        egui::text::CCursor::new(length),
    );
    state.cursor.set_char_range(Some(all));
    state.store(ui, id);
}

/// The dates that are offered, each with the id of its text: today, and the ends of the month, quarter and year before.
fn ends(reference: ReferenceDate) -> [(&'static str, NaiveDate); 4] {
    let before = |step: Step| {
        let from = step.containing(reference.today).from;
        from.pred_opt().unwrap_or(from)
    };
    [
        ("date-today", reference.today),
        ("date-end-of-month", before(Step::Month)),
        ("date-end-of-quarter", before(Step::Quarter)),
        ("date-end-of-year", before(Step::Year)),
    ]
}
