//! What is being typed for the timeline, on the screen: in the case, where it comes to stand.

use chrono::NaiveDate;
use egui::{Popup, Ui};

use crate::desk::command::Command;
use crate::desk::form::case_form_page::actions_ui;
use crate::desk::form::course::status_ui;
use crate::desk::form::entry_form::EntryForm;
use crate::desk::form::fields::FieldContext;
use crate::desk::kit::button::Button;
use crate::desk::kit::icons;
use crate::desk::kit::theme::{self, Palette};
use crate::desk::kit::widgets::{TextPiece, Tone, inlay, label_ui, notice, paragraph_of};
use crate::desk::state::model::Model;
use crate::language::Language;
use crate::register::{Definition, EntryKind, Field, FieldKind, StandardText};

/// The form of an entry.
pub fn entry_ui(ui: &mut Ui, form: &mut EntryForm, model: &mut Model, definition: &Definition) {
    let Some(kind) = definition.entry_kind(&form.kind) else {
        return;
    };
    let language = model.language;
    inlay(ui, form.inputs.take_focus, |ui| {
        ui.spacing_mut().item_spacing.y = 10.0;
        let kept = model.kept(&form.autosave.draft);
        heading_ui(ui, form, kind, kept, language);
        if form.from_case {
            from_case_ui(ui, form, model, definition);
        }
        meanwhile_ui(ui, form, definition, language);
        let spoken = (language, model.clock.today());
        // What is being stored is not changed meanwhile.
        ui.add_enabled_ui(!form.is_saving(), |ui| {
            fields_ui(ui, form, definition, spoken);
        });
        buttons_ui(ui, form, model, definition);
    });
}

fn heading_ui(
    ui: &mut Ui,
    form: &EntryForm,
    kind: &EntryKind,
    kept: Option<String>,
    language: Language,
) {
    let palette = Palette::of(ui);
    ui.horizontal(|ui| {
        label_ui(ui, &kind.icon, theme::icon(), palette.accent);
        let label = kind.label.text(language);
        let text = match &form.entry {
            None => label.to_owned(),
            Some(_) => language.say("entry-change", &[("kind", label.into())]),
        };
        // A label, where other titles are headings: a kind of entry may be called as its first field is.
        let text = egui::RichText::new(text).font(theme::heading());
        ui.label(text.color(palette.ink));
        if form.inputs.touched {
            let layout = egui::Layout::right_to_left(egui::Align::Center);
            ui.with_layout(layout, |ui| {
                let text = match (form.is_saving(), kept) {
                    (true, _) => language.text("form-saving"),
                    (false, Some(time)) => {
                        language.say("draft-kept-short", &[("time", time.into())])
                    }
                    (false, None) => language.text("entry-not-stored"),
                };
                label_ui(ui, text, theme::label(), palette.mute);
            });
        }
    });
}

/// What began as a new case says that it is none any more, and how it becomes one again.
fn from_case_ui(ui: &mut Ui, form: &EntryForm, model: &mut Model, definition: &Definition) {
    let (language, palette) = (model.language, Palette::of(ui));
    let case = [("case", definition.case_words.one.text(language).into())];
    let note = egui::RichText::new(language.say("entry-adds", &case)).font(theme::label());
    ui.add(egui::Label::new(note.color(palette.mute)).wrap());
    let label = language.say("entry-back-to-case", &case);
    let command = Command::AddToKnown(None);
    let vault = model.vault.as_ref();
    let keys = vault.and_then(|vault| command.shortcut(&vault.registers));
    let press = Button::new(&label)
        .shortcut(keys)
        .enabled(!form.is_saving());
    if press.link(ui).clicked() {
        model.actions.push(command);
    }
}

/// What somebody else stored while this was typed.
pub fn meanwhile_ui(ui: &mut Ui, form: &EntryForm, definition: &Definition, language: Language) {
    if form.overtaken {
        let text = language.text("entry-overtaken");
        notice(ui, icons::WARNING, &text, Tone::Warn);
    }
    let kind = definition.entry_kind(&form.kind);
    for (id, value) in &form.theirs {
        if let Some(field) = kind.and_then(|kind| kind.field(id)) {
            let label = field.label.text(language);
            let label = format!("{label}: {}  ", language.text("conflict-theirs"));
            labelled_line(ui, &label, &field.display(value, language));
        }
    }
    if form.meanwhile.is_empty() {
        return;
    }
    let number = [("number", form.case.number.as_str().into())];
    let text = language.say("entry-meanwhile", &number);
    notice(ui, icons::WARNING, &text, Tone::Warn);
    for change in &form.meanwhile {
        let (label, line) = definition.change_line(change, language);
        labelled_line(ui, &format!("{label}  "), &line);
    }
}

/// A line behind its label.
fn labelled_line(ui: &mut Ui, label: &str, line: &str) {
    let palette = Palette::of(ui);
    let label = TextPiece {
        text: label,
        font: theme::label(),
        colour: palette.mute,
    };
    let line = TextPiece {
        text: line,
        font: theme::body(),
        colour: palette.ink,
    };
    paragraph_of(ui, &[label, line]);
}

fn fields_ui(
    ui: &mut Ui,
    form: &mut EntryForm,
    definition: &Definition,
    (language, today): (Language, NaiveDate),
) {
    ui.spacing_mut().item_spacing.y = 12.0;
    let own = form.fields(definition);
    let of_case = form.case_fields(definition);
    let asks_status = form.asks_status(definition);
    let mut typing = FieldContext {
        inputs: &mut form.inputs,
        // Two forms must not share what egui remembers of a field.
        scope: &form.autosave.draft,
        language,
        today,
    };
    typing.fields_ui(ui, &own);
    if !of_case.is_empty() {
        typing.fields_ui(ui, &of_case);
    }
    if asks_status {
        status_ui(ui, &mut typing, definition);
    }
}

fn buttons_ui(ui: &mut Ui, form: &mut EntryForm, model: &mut Model, definition: &Definition) {
    ui.horizontal_wrapped(|ui| {
        let (touched, saving) = (form.inputs.touched, form.is_saving());
        actions_ui(ui, model, ["entry-store", "entry-leave"], touched, saving);
        texts_ui(ui, form, model, definition);
    });
}

/// The standard texts, for the long text of the entry.
fn texts_ui(ui: &mut Ui, form: &mut EntryForm, model: &Model, definition: &Definition) {
    let fields = form.fields(definition);
    let long = |field: &&Field| field.kind == FieldKind::LongText;
    let Some(field) = fields.iter().find(long) else {
        return;
    };
    if definition.texts.is_empty() || form.is_saving() {
        return;
    }
    let language = model.language;
    let label = language.text("entry-standard-text");
    let response = Button::new(&label).after(icons::MORE).link(ui);
    let mut chosen = None;
    Popup::menu(&response).accessible_name(&label).show(|ui| {
        ui.set_width(300.0);
        for text in offered_texts(definition, form.case.state.status.as_deref()) {
            if Button::new(text.label.text(language))
                .entry(ui, false, None)
                .clicked()
            {
                chosen = Some(text);
            }
        }
    });
    if let Some(text) = chosen {
        let today = model.clock.today();
        let body = definition.fill(text, &form.case, today, &model.actor, language);
        let typed = form.inputs.texts.entry(field.id.clone()).or_default();
        // What was typed already stays above it.
        if !typed.trim().is_empty() {
            typed.push_str("\n\n");
        }
        typed.push_str(&body);
        form.inputs.change();
        form.inputs.at = Some(field.id.clone());
        form.inputs.take_focus = true;
        ui.request_repaint();
    }
}

/// The standard texts in the order in which they are offered: those for this status first.
pub fn offered_texts<'a>(
    definition: &'a Definition,
    status: Option<&str>,
) -> impl Iterator<Item = &'a StandardText> {
    let fits = |text: &&StandardText| {
        text.statuses.is_empty() || text.statuses.iter().any(|id| Some(id.as_str()) == status)
    };
    let offered = || definition.texts.iter().filter(|text| !text.retired);
    let first: Vec<_> = offered().filter(fits).collect();
    let last = offered().filter(move |text| !fits(text));
    first.into_iter().chain(last.collect::<Vec<_>>())
}
