//! The card that says what is known at the address that is typed.

use chrono::{NaiveDate, NaiveDateTime};
use egui::{CornerRadius, Frame, Margin, RichText, Stroke, Ui};

use crate::desk::command::Command;
use crate::desk::form::address_lookup::AddressLookup;
use crate::desk::form::case_form::{CaseForm, Purpose};
use crate::desk::kit::button::Button;
use crate::desk::kit::icons;
use crate::desk::kit::theme::{self, Palette};
use crate::desk::kit::widgets::{TextPiece, card, label_ui, paragraph_of, tag};
use crate::desk::parts::case_text::{status_tag, summary, title};
use crate::desk::parts::task_text::next_due_tag;
use crate::desk::state::model::Model;
use crate::language::Language;
use crate::register::{Address, CaseFile, Definition, Registers, Value};

/// Whether this form is one in which what is known at an address matters.
fn matters(form: &CaseForm, definition: &Definition) -> bool {
    form.purpose == Purpose::New && definition.address_field().is_some()
}

/// The cards beside the form.
pub fn known_ui(ui: &mut Ui, form: &CaseForm, model: &mut Model, definition: &Definition) {
    if !matters(form, definition) {
        return;
    }
    let width = ui.available_width();
    let found = form.known.told.as_ref();
    let framed = found.is_some_and(|told| !told.cases.is_empty());
    accented(ui, framed, |ui| {
        ui.set_width(width - 34.0);
        ui.spacing_mut().item_spacing.y = 8.0;
        heading_ui(ui, &form.known, model.language);
        body_ui(ui, form, model, definition);
    });
    ui.add_space(theme::GAP);
    street_ui(ui, &form.known, model);
}

/// The same above the form, in a window without room beside it. It stands there from the start, so that nothing moves
/// while somebody types.
pub fn known_line_ui(ui: &mut Ui, form: &CaseForm, model: &mut Model, definition: &Definition) {
    if !matters(form, definition) {
        return;
    }
    let found = form.known.told.as_ref();
    let framed = found.is_some_and(|told| !told.cases.is_empty());
    let width = ui.available_width();
    accented(ui, framed, |ui| {
        ui.set_width(width - 34.0);
        ui.spacing_mut().item_spacing.y = 6.0;
        let details = form.known.details;
        // Long enough for one register and what can be done about it; the fields below stay in sight.
        let height = if details { 240.0 } else { 152.0 };
        egui::ScrollArea::vertical()
            .id_salt("known")
            .max_height(height)
            .show(ui, |ui| {
                ui.set_width(ui.available_width());
                heading_ui(ui, &form.known, model.language);
                body_ui(ui, form, model, definition);
            });
    });
    ui.add_space(8.0);
}

/// A card; with the accent around it where it asks to be looked at.
fn accented(ui: &mut Ui, framed: bool, content: impl FnOnce(&mut Ui)) {
    let palette = Palette::of(ui);
    let line = if framed { palette.accent } else { palette.line };
    Frame::new()
        .fill(palette.panel)
        .stroke(Stroke::new(1.0, line))
        .corner_radius(CornerRadius::same(theme::CARD_RADIUS))
        .inner_margin(Margin::same(16))
        .show(ui, content);
}

fn heading_ui(ui: &mut Ui, known: &AddressLookup, language: Language) {
    let palette = Palette::of(ui);
    let place = known.about.as_ref().map(house);
    let text = match (&place, &known.told) {
        (Some(place), Some(told)) => {
            let id = match told.cases.is_empty() {
                true => "known-nothing",
                false => "known-at",
            };
            language.say(id, &[("address", place.as_str().into())])
        }
        _ => language.text("known-not-yet"),
    };
    let colour = match known
        .told
        .as_ref()
        .is_some_and(|told| !told.cases.is_empty())
    {
        true => palette.accent,
        false => palette.mute,
    };
    ui.horizontal(|ui| {
        label_ui(ui, icons::KNOWN, theme::icon(), colour);
        let said = label_ui(ui, text, theme::heading(), palette.ink);
        // Said while the caller talks, without being looked for.
        ui.ctx().accesskit_node_builder(said.id, |node| {
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

fn body_ui(ui: &mut Ui, form: &CaseForm, model: &mut Model, definition: &Definition) {
    let language = model.language;
    let palette = Palette::of(ui);
    let known = &form.known;
    let Some(told) = &known.told else {
        let text = RichText::new(language.text("known-hint")).font(theme::body());
        ui.add(egui::Label::new(text.color(palette.mute)).wrap());
        return;
    };
    if told.cases.is_empty() {
        return;
    }
    let Some(registers) = model.vault.as_ref().map(|vault| vault.registers.clone()) else {
        return;
    };
    let today = model.clock.today();
    let newest = known.open_to(definition, today).next();
    // The register that is typed in first: that is where the report can go.
    let mut order: Vec<_> = registers.all().iter().collect();
    order.sort_by_key(|register| register.id != definition.id);
    for register in order {
        let cases: Vec<&CaseFile> = known.of(&register.id).collect();
        if cases.is_empty() {
            continue;
        }
        line(ui);
        register_ui(ui, register, &cases, today, language);
        if known.details {
            for case in cases {
                case_ui(ui, case, register, model.clock.wall(), language);
                let open = known.open_to(definition, today);
                if open.into_iter().any(|open| open.id == case.id) {
                    let keys = newest.is_some_and(|newest| newest.id == case.id);
                    add_ui(ui, case, keys, &registers, model);
                }
            }
        } else if register.id == definition.id
            && let Some(case) = newest
        {
            add_ui(ui, case, true, &registers, model);
        }
    }
    if !known.details {
        line(ui);
        let label = language.text("command-show-details");
        let press = Button::new(&label)
            .icon(icons::DETAILS)
            .shortcut(Command::ShowDetails.shortcut(&registers));
        let response = press.link(ui).on_hover_text(language.text("known-logged"));
        if response.clicked() {
            model.actions.push(Command::ShowDetails);
        }
    }
}

/// That something is known in a register, and since when.
fn register_ui(
    ui: &mut Ui,
    register: &Definition,
    cases: &[&CaseFile],
    today: NaiveDate,
    language: Language,
) {
    let palette = Palette::of(ui);
    let first = cases.iter().filter_map(|case| case.state.opened()).min();
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
        "known-register",
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
    paragraph_of(
        ui,
        &[
            TextPiece {
                text: &label,
                font: theme::strong(),
                colour: palette.ink,
            },
            TextPiece {
                text: &text,
                font: theme::body(),
                colour: palette.mute,
            },
        ],
    );
}

/// One case: where it stands, what it is about, what happens next.
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
    // The address stands above the card; only another door of the same house is worth saying.
    let address = definition.address_of(&case.state);
    if address.is_none_or(|address| !address.addition.is_empty()) {
        about.push(title(definition, case));
    }
    about.push(summary(definition, case, language));
    if let Some(next) = &definition.next_action
        && case.state.open_at_end_of(today)
        && let Some(Value::Text(what)) = case.state.values.get(&next.what)
    {
        about.push(language.say("known-next", &[("action", what.as_str().into())]));
        about.extend(next_due_tag(definition, &case.state, now, language).map(|(due, _)| due));
    }
    let about = RichText::new(about.join(" · ")).font(theme::body());
    ui.add(egui::Label::new(about.color(palette.mute)).wrap());
}

/// The way to add what is typed to this case as one more report.
fn add_ui(ui: &mut Ui, case: &CaseFile, keys: bool, registers: &Registers, model: &mut Model) {
    let called = registers
        .get(&case.register)
        .map(|register| &register.case_words.one);
    let called = called.map_or("", |one| one.text(model.language));
    let words = [
        ("case", called.into()),
        ("number", case.number.as_str().into()),
    ];
    let label = model.language.say("known-add", &words);
    let command = Command::AddToKnown(None);
    let shortcut = command.shortcut(registers).filter(|_| keys);
    if Button::new(&label)
        .shortcut(shortcut)
        .accented(ui)
        .clicked()
    {
        model.actions.push(Command::AddToKnown(Some(case.key)));
    }
}

/// How much runs in the same street: the number and nothing else, the neighbours are not what the caller is about.
fn street_ui(ui: &mut Ui, known: &AddressLookup, model: &Model) {
    let Some(vault) = model.vault.as_ref().filter(|_| known.told.is_some()) else {
        return;
    };
    let language = model.language;
    let palette = Palette::of(ui);
    let running = known.running_in_street(&vault.registers, model.clock.today());
    let count = [("count", i64::try_from(running).unwrap_or(i64::MAX).into())];
    card(ui, Margin::same(16), |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = 6.0;
        let title = language.text("known-street");
        label_ui(ui, title, theme::heading(), palette.ink);
        let text = language.say("known-street-running", &count);
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
