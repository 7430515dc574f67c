//! What stands above a list: which cases it shows, as chips that read as a sentence, its columns and its views.

use chrono::NaiveDate;
use egui::{Align, Id, Layout, Ui};

use crate::desk::command::Command;
use crate::desk::kit::accessible;
use crate::desk::kit::button::Button;
use crate::desk::kit::icons;
use crate::desk::kit::theme;
use crate::desk::kit::widgets::text_field;
use crate::desk::list::case_list::CaseList;
use crate::desk::list::group_picker::group_chip;
use crate::desk::parts::filter_chips::{
    choices_ui, filter_chip, more_ui, offered, options_ui, slice_ui, word_ui,
};
use crate::desk::parts::saved_view_menu::{ViewMenu, view_menu_ui};
use crate::desk::parts::typed_date::typed_day;
use crate::desk::state::list_filter::{Begin, DueBy, ListFilter, Owner};
use crate::desk::state::list_spec::Scope;
use crate::desk::state::model::Model;
use crate::desk::state::vault::OpenVault;
use crate::language::{Explain, Language};
use crate::register::{Definition, END, OUTCOME};

/// What is no filter of a list, which shows what runs.
pub const WITHOUT: [&str; 2] = [OUTCOME, END];
/// As much room as the columns and the views take at the right, before they were ever drawn.
const RIGHT: f32 = 300.0;
/// As many colleagues are offered.
const MOST_OWNERS: usize = 12;

/// What stands above a list. Returns what was chosen of its columns and views.
pub fn filters_ui(
    ui: &mut Ui,
    list: &mut CaseList,
    here: &ViewMenu,
    opens_menu: &mut bool,
    model: &Model,
    definition: &Definition,
) -> Option<Command> {
    let (language, vault) = (model.language, model.vault.as_ref()?);
    if let Scope::Behind(_, name) = &list.spec.scope {
        let name = name.clone();
        let press = Button::new(&name).after(icons::CLOSE);
        ui.horizontal_wrapped(|ui| {
            if press.chip(ui, true).clicked() {
                *list = CaseList::new(definition);
            }
            group_chip(ui, list, model, definition);
        });
        return None;
    }
    let mut chosen = None;
    ui.horizontal_top(|ui| {
        // As wide as they were in the frame before: what is drawn at the left depends on what comes after it.
        let kept = Id::unique("room of columns and views");
        let right: f32 = ui.data(|data| data.get_temp(kept)).unwrap_or(RIGHT);
        let room = (ui.available_width() - right).max(240.0);
        ui.allocate_ui_with_layout(
            egui::vec2(room, 0.0),
            Layout::left_to_right(Align::Center).with_main_wrap(true),
            |ui| {
                ui.spacing_mut().item_spacing = egui::vec2(6.0, 6.0);
                sentence_ui(ui, list, vault, model.clock.today(), definition, language);
                group_chip(ui, list, model, definition);
            },
        );
        ui.with_layout(Layout::right_to_left(Align::Min), |ui| {
            ui.spacing_mut().item_spacing.x = 6.0;
            let registers = &vault.registers;
            let view = view_menu_ui(ui, here, opens_menu, registers, language);
            let columns = Command::Columns;
            let label = columns.label(registers, language);
            let press = Button::new(&label).icon(icons::COLUMNS);
            let pressed = press.bordered_chip(ui);
            let taken = ui.max_rect().right() - pressed.rect.left() + theme::GAP;
            if (taken - right).abs() > 0.5 {
                ui.data_mut(|data| data.insert_temp(kept, taken));
                ui.ctx().request_repaint();
            }
            chosen = view.or(pressed.clicked().then_some(columns));
            accessible::read_from_left(ui);
        });
    });
    chosen
}

/// "Lopend, van mij, te laat, met wijk Meerzicht of Centrum", as chips, and one to say more.
fn sentence_ui(
    ui: &mut Ui,
    list: &mut CaseList,
    vault: &OpenVault,
    today: NaiveDate,
    definition: &Definition,
    language: Language,
) {
    let spec = &mut list.spec;
    if definition.has_spells() {
        for (scope, id) in [
            (Scope::Running, "list-running"),
            (Scope::Finished, "list-finished"),
            (Scope::All, "list-all"),
        ] {
            let selected = spec.scope == scope;
            if Button::new(&language.text(id)).chip(ui, selected).clicked() {
                spec.scope = scope;
            }
        }
    }
    let narrowed = &mut spec.narrowed;
    narrowed_ui(ui, narrowed, vault, today, definition, language);
    slice_ui(ui, &mut spec.slice, definition, language);
    let keys = Command::Filter.shortcut(&vault.registers);
    more_ui(ui, language, keys, |ui| {
        owner_ui(ui, &mut narrowed.owner, vault, definition, language);
        due_ui(ui, &mut narrowed.due, language);
        for id in offered(definition, &WITHOUT) {
            choices_ui(ui, &mut spec.slice, definition, language, &id);
        }
        begin_ui(ui, &mut narrowed.begin, today, definition, language);
    });
}

/// A chip for each filter on what is not counted.
fn narrowed_ui(
    ui: &mut Ui,
    narrowed: &mut ListFilter,
    vault: &OpenVault,
    today: NaiveDate,
    definition: &Definition,
    language: Language,
) {
    if let Some(owner) = narrowed.owner.clone() {
        let text = owner.label(language);
        let removed = filter_chip(ui, "owner", &text, language, |ui| {
            owner_ui(ui, &mut narrowed.owner, vault, definition, language);
        });
        if removed {
            narrowed.owner = None;
        }
    }
    if let Some(due) = narrowed.due {
        let removed = filter_chip(ui, "due", &due.label(language), language, |ui| {
            due_ui(ui, &mut narrowed.due, language);
        });
        if removed {
            narrowed.due = None;
        }
    }
    if let Some(begin) = narrowed.begin {
        let text = begin.said(definition, language);
        let removed = filter_chip(ui, "begin", &text, language, |ui| {
            begin_ui(ui, &mut narrowed.begin, today, definition, language);
        });
        if removed {
            narrowed.begin = None;
        }
    }
    if !narrowed.words.is_empty() {
        let words = [("words", narrowed.words.as_str().into())];
        let text = language.say("filter-words", &words);
        word_ui(ui, &language.text("filter-in-which"));
        let removed = filter_chip(ui, "words", &text, language, |ui| {
            let label = language.text("filter-words-label");
            let id = Id::unique("words of the filter");
            text_field(ui, id, &label, &mut narrowed.words, "", None, 260.0);
        });
        if removed {
            narrowed.words.clear();
        }
    }
}

/// Whose cases are shown.
fn owner_ui(
    ui: &mut Ui,
    owner: &mut Option<Owner>,
    vault: &OpenVault,
    definition: &Definition,
    language: Language,
) {
    if definition.work.owner.is_none() {
        return;
    }
    let mut all = vec![Owner::Me, Owner::Nobody];
    let names = vault.owners_in(&definition.id).iter().take(MOST_OWNERS);
    all.extend(names.map(|name| Owner::Of(name.clone())));
    options_ui(ui, &language.text("filter-owner"), |ui| {
        for option in all {
            let label = option.label(language);
            let on = owner.as_ref() == Some(&option);
            if Button::new(&label).chip(ui, on).clicked() {
                *owner = (!on).then_some(option);
            }
        }
    });
}

/// By when something is due.
fn due_ui(ui: &mut Ui, due: &mut Option<DueBy>, language: Language) {
    options_ui(ui, &language.text("filter-due"), |ui| {
        for option in DueBy::ALL {
            let on = *due == Some(option);
            let label = option.label(language);
            if Button::new(&label).chip(ui, on).clicked() {
                *due = (!on).then_some(option);
            }
        }
    });
}

/// When it began: a stretch that moves on with the day, or from one day to another.
fn begin_ui(
    ui: &mut Ui,
    begin: &mut Option<Begin>,
    today: NaiveDate,
    definition: &Definition,
    language: Language,
) {
    options_ui(ui, definition.begin.label.text(language), |ui| {
        for option in Begin::OFFERED {
            let on = *begin == Some(option);
            let label = option.label(language);
            if Button::new(&label).chip(ui, on).clicked() {
                *begin = (!on).then_some(option);
            }
        }
    });
    let id = Id::unique("days of the filter");
    let days = begin.map(|begin| begin.days(today));
    let shown = days.map(|(from, to)| [from, to].map(|day| language.date(day)));
    let mut typed: [String; 2] = ui
        .data(|data| data.get_temp::<(Option<Begin>, [String; 2])>(id))
        .filter(|(of, _)| of == begin)
        .map_or_else(|| shown.unwrap_or_default(), |(_, typed)| typed);
    let before = typed.clone();
    ui.horizontal_top(|ui| {
        for (at, label) in ["begin-from", "begin-to"].into_iter().enumerate() {
            let read = typed_day(&typed[at], today);
            let fault = read.err().filter(|_| !typed[at].trim().is_empty());
            let fault = fault.map(|problem| problem.explain(language));
            let hint = language.text("date-hint");
            let label = language.text(label);
            let field = id.with(at);
            text_field(
                ui,
                field,
                &label,
                &mut typed[at],
                &hint,
                fault.as_deref(),
                126.0,
            );
        }
    });
    ui.add_space(8.0);
    if typed != before {
        let read = [0, 1].map(|at| typed_day(&typed[at], today).ok());
        if let [Some(from), Some(to)] = read {
            *begin = Some(Begin::Between(from, to));
        }
    }
    ui.data_mut(|data| data.insert_temp(id, (*begin, typed)));
}
