//! The cards beside the form of a new case that say which cases there are at the address, and how many in its street.

use chrono::{NaiveDate, NaiveDateTime};
use egui::{CornerRadius, Frame, Margin, RichText, Stroke, Ui};

use crate::desk::command::Command;
use crate::desk::form::case_form::address_lookup::AddressLookup;
use crate::desk::form::case_form::state::{CaseForm, Purpose};
use crate::desk::kit::button::Button;
use crate::desk::kit::icons;
use crate::desk::kit::theme::{self, Palette};
use crate::desk::kit::widgets::{TextPiece, card, label_ui, paragraph_of, tag};
use crate::desk::parts::case_text::{status_tag, summary, title};
use crate::desk::parts::task_text::next_due_tag;
use crate::desk::state::model::Model;
use crate::language::Language;
use crate::register::{Address, CaseFile, Definition, Registers, Value};

/// Whether the address of this form is looked up.
fn is_looked_up(form: &CaseForm, definition: &Definition) -> bool {
    form.purpose == Purpose::New && definition.address_field().is_some()
}

/// The cards, beside the form.
pub fn address_cards_ui(ui: &mut Ui, form: &CaseForm, model: &mut Model, definition: &Definition) {
    if !is_looked_up(form, definition) {
        return;
    }
    let width = ui.available_width();
    accented_card(ui, form.lookup.has_cases(), |ui| {
        ui.set_width(width - 34.0);
        ui.spacing_mut().item_spacing.y = 8.0;
        heading_ui(ui, &form.lookup, model.language);
        body_ui(ui, &form.lookup, model, definition);
    });
    ui.add_space(theme::GAP);
    street_ui(ui, &form.lookup, model);
}

/// The first card above the form, in a window without room beside it. It is there from the start, so that nothing
/// moves while somebody types.
pub fn address_card_above_ui(
    ui: &mut Ui,
    form: &CaseForm,
    model: &mut Model,
    definition: &Definition,
) {
    if !is_looked_up(form, definition) {
        return;
    }
    let width = ui.available_width();
    accented_card(ui, form.lookup.has_cases(), |ui| {
        ui.set_width(width - 34.0);
        ui.spacing_mut().item_spacing.y = 6.0;
        // Long enough for one register and what can be done about it; the fields below stay in sight.
        let height = if form.lookup.details { 240.0 } else { 152.0 };
        egui::ScrollArea::vertical()
            .id_salt("address lookup")
            .max_height(height)
            .show(ui, |ui| {
                ui.set_width(ui.available_width());
                heading_ui(ui, &form.lookup, model.language);
                body_ui(ui, &form.lookup, model, definition);
            });
    });
    ui.add_space(8.0);
}

/// A card, with the accent around it or not.
fn accented_card(ui: &mut Ui, accented: bool, content: impl FnOnce(&mut Ui)) {
    let palette = Palette::of(ui);
    let line = if accented {
        palette.accent
    } else {
        palette.line
    };
    Frame::new()
        .fill(palette.panel)
        .stroke(Stroke::new(1.0, line))
        .corner_radius(CornerRadius::same(theme::CARD_RADIUS))
        .inner_margin(Margin::same(16))
        .show(ui, content);
}

fn heading_ui(ui: &mut Ui, lookup: &AddressLookup, language: Language) {
    let palette = Palette::of(ui);
    let house = lookup.address.as_ref().map(house);
    let text = match (&house, &lookup.found) {
        (Some(house), Some(_)) => {
            let id = match lookup.has_cases() {
                true => "lookup-has-cases",
                false => "lookup-has-no-cases",
            };
            language.say(id, &[("address", house.as_str().into())])
        }
        _ => language.text("lookup-not-yet"),
    };
    let colour = match lookup.has_cases() {
        true => palette.accent,
        false => palette.mute,
    };
    ui.horizontal(|ui| {
        label_ui(ui, icons::ADDRESS, theme::icon(), colour);
        let heading = label_ui(ui, text, theme::heading(), palette.ink);
        // A screen reader says it while the caller talks, without being asked.
        ui.ctx().accesskit_node_builder(heading.id, |node| {
            node.set_live(egui::accesskit::Live::Polite);
        });
    });
}

/// The address as a caller says it.
fn house(address: &Address) -> String {
    let place = match address.postcode.as_str() {
        "" => &address.street,
        postcode => postcode,
    };
    format!("{place} {}", address.number)
}

/// Which cases there are, by register.
fn body_ui(ui: &mut Ui, lookup: &AddressLookup, model: &mut Model, definition: &Definition) {
    let language = model.language;
    if lookup.found.is_none() {
        let text = RichText::new(language.text("lookup-hint")).font(theme::body());
        let mute = Palette::of(ui).mute;
        ui.add(egui::Label::new(text.color(mute)).wrap());
        return;
    }
    let Some(registers) = model.vault.as_ref().map(|vault| vault.registers.clone()) else {
        return;
    };
    // The register that is typed in first: that is where the report can be added.
    let mut order: Vec<_> = registers.all().iter().collect();
    order.sort_by_key(|register| register.id != definition.id);
    for register in order {
        let cases: Vec<&CaseFile> = lookup.cases_of(&register.id).collect();
        if cases.is_empty() {
            continue;
        }
        line(ui);
        register_ui(ui, register, &cases, model.clock.today(), language);
        let open = lookup.open_to_reports(register, model.clock.today());
        let open = open.filter(|_| register.id == definition.id);
        let open: Vec<&CaseFile> = open.collect();
        if !lookup.details {
            if let Some(newest) = open.first() {
                add_ui(ui, newest, true, &registers, model);
            }
            continue;
        }
        for case in cases {
            case_ui(ui, case, register, model.clock.wall(), language);
            if let Some(place) = open.iter().position(|open| open.id == case.id) {
                add_ui(ui, case, place == 0, &registers, model);
            }
        }
    }
    if lookup.has_cases() && !lookup.details {
        line(ui);
        details_button_ui(ui, &registers, model);
    }
}

/// The button that shows the cases one by one.
fn details_button_ui(ui: &mut Ui, registers: &Registers, model: &mut Model) {
    let label = model.text("command-show-details");
    let button = Button::new(&label)
        .icon(icons::DETAILS)
        .shortcut(Command::ShowDetails.shortcut(registers));
    let logged = model.text("lookup-is-logged");
    if button.link(ui).on_hover_text(logged).clicked() {
        model.actions.push(Command::ShowDetails);
    }
}

/// How many cases a register has there, and since when.
fn register_ui(
    ui: &mut Ui,
    register: &Definition,
    cases: &[&CaseFile],
    today: NaiveDate,
    language: Language,
) {
    let palette = Palette::of(ui);
    let first = cases.iter().filter_map(|case| case.state.came()).min();
    let running = cases
        .iter()
        .filter(|case| register.has_spells() && case.state.open_at_end_of(today))
        .count();
    let called = &register.case_words;
    let noun = if cases.len() == 1 {
        &called.one
    } else {
        &called.many
    };
    let number = |count: usize| i64::try_from(count).unwrap_or(i64::MAX);
    let text = language.say(
        "lookup-register",
        &[
            ("count", number(cases.len()).into()),
            ("cases", noun.text(language).into()),
            (
                "date",
                first
                    .map_or_else(String::new, |day| language.date(day))
                    .into(),
            ),
            ("running", number(running).into()),
        ],
    );
    let label = format!("{}  ", register.label.text(language));
    let label = TextPiece {
        text: &label,
        font: theme::strong(),
        colour: palette.ink,
    };
    let text = TextPiece {
        text: &text,
        font: theme::body(),
        colour: palette.mute,
    };
    paragraph_of(ui, &[label, text]);
}

/// One case: its status, what it is about, what happens next.
fn case_ui(
    ui: &mut Ui,
    case: &CaseFile,
    definition: &Definition,
    now: NaiveDateTime,
    language: Language,
) {
    let palette = Palette::of(ui);
    let today = now.date();
    ui.add_space(2.0);
    ui.horizontal(|ui| {
        label_ui(ui, &case.number, theme::strong(), palette.ink);
        let (text, tone) = status_tag(definition, &case.state, today, language);
        tag(ui, &text, tone);
    });
    let mut about = Vec::new();
    // The address stands above the card; only an addition to it says something more.
    let address = definition.address_of(&case.state);
    if address.is_none_or(|address| !address.addition.is_empty()) {
        about.push(title(definition, case));
    }
    about.push(summary(definition, case, language));
    if let Some(next) = &definition.next_action
        && case.state.open_at_end_of(today)
        && let Some(Value::Text(what)) = case.state.values.get(&next.what)
    {
        about.push(language.say("lookup-next-action", &[("action", what.as_str().into())]));
        about.extend(next_due_tag(definition, &case.state, now, language).map(|(due, _)| due));
    }
    let about = RichText::new(about.join(" · ")).font(theme::body());
    ui.add(egui::Label::new(about.color(palette.mute)).wrap());
}

/// The button that adds what is typed to this case as one more report.
fn add_ui(ui: &mut Ui, case: &CaseFile, keys: bool, registers: &Registers, model: &mut Model) {
    let words = [("number", case.number.as_str().into())];
    let label = model.language.say("lookup-add-report", &words);
    let command = Command::AddReport(None);
    let shortcut = command.shortcut(registers).filter(|_| keys);
    if Button::new(&label)
        .shortcut(shortcut)
        .accented(ui)
        .clicked()
    {
        model.actions.push(Command::AddReport(Some(case.key)));
    }
}

/// How many cases run in the same street: only the number, because the neighbours are not what the caller is about.
fn street_ui(ui: &mut Ui, lookup: &AddressLookup, model: &Model) {
    let Some(vault) = model.vault.as_ref().filter(|_| lookup.found.is_some()) else {
        return;
    };
    let language = model.language;
    let palette = Palette::of(ui);
    let running = lookup.running_in_street(&vault.registers, model.clock.today());
    let count = [("count", i64::try_from(running).unwrap_or(i64::MAX).into())];
    card(ui, Margin::same(16), |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = 6.0;
        let title = language.text("lookup-street");
        label_ui(ui, title, theme::heading(), palette.ink);
        let more = lookup
            .found
            .as_ref()
            .is_some_and(|found| found.more_in_street);
        let id = match more {
            true => "lookup-many-running-in-street",
            false => "lookup-running-in-street",
        };
        let text = language.say(id, &count);
        label_ui(ui, text, theme::body(), palette.mute);
    });
    ui.add_space(theme::GAP);
}

fn line(ui: &mut Ui) {
    let palette = Palette::of(ui);
    let size = egui::vec2(ui.available_width(), 5.0);
    let (rect, _) = ui.allocate_exact_size(size, egui::Sense::hover());
    let stroke = Stroke::new(1.0, palette.line);
    ui.painter().hline(rect.x_range(), rect.center().y, stroke);
}
