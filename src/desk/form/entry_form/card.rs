//! The form of an entry on the screen: a card in its case, above the timeline on which it comes to stand.

use chrono::NaiveDate;
use egui::Ui;

use crate::desk::command::Command;
use crate::desk::form::buttons::{ButtonTexts, buttons_ui};
use crate::desk::form::entry_form::conflict_ui::conflict_ui;
use crate::desk::form::entry_form::opens::OpensField;
use crate::desk::form::entry_form::same_subject::same_subject_ui;
use crate::desk::form::entry_form::state::EntryForm;
use crate::desk::form::fields::FieldContext;
use crate::desk::form::standard_texts::texts_ui;
use crate::desk::form::status_field::status_field;
use crate::desk::kit::button::Button;
use crate::desk::kit::density;
use crate::desk::kit::theme::{self, Palette};
use crate::desk::kit::widgets::{inlay, label_ui};
use crate::desk::state::model::Model;
use crate::language::Language;
use crate::register::{Definition, EntryKind};

/// The card.
pub fn entry_ui(ui: &mut Ui, form: &mut EntryForm, model: &mut Model, definition: &Definition) {
    let Some(kind) = definition.entry_kind(&form.kind) else {
        return;
    };
    let language = model.language;
    inlay(ui, form.inputs.take_focus, |ui| {
        ui.spacing_mut().item_spacing.y = density::gap(ui, 10.0);
        let saved_at = model.draft_saved_at(&form.autosave.draft);
        heading_ui(ui, form, kind, saved_at, language);
        if form.from_case {
            from_case_ui(ui, form, model, definition);
        }
        conflict_ui(ui, form, definition, language);
        // What is being stored is not changed meanwhile.
        ui.add_enabled_ui(!form.is_saving(), |ui| {
            fields_ui(ui, form, kind, model, definition);
        });
        ui.horizontal_wrapped(|ui| {
            let texts = ButtonTexts {
                store: language.text("entry-store"),
                leave: language.text("entry-leave"),
            };
            buttons_ui(ui, model, &texts, &form.inputs, form.is_saving());
            texts_ui(ui, form, model, definition);
        });
    });
}

fn heading_ui(
    ui: &mut Ui,
    form: &EntryForm,
    kind: &EntryKind,
    saved_at: Option<String>,
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
                let text = match (form.is_saving(), saved_at) {
                    (true, _) => language.text("form-saving"),
                    (false, Some(time)) => {
                        language.say("draft-saved-short", &[("time", time.into())])
                    }
                    (false, None) => language.text("entry-not-stored"),
                };
                label_ui(ui, text, theme::label(), palette.mute);
            });
        }
    });
}

/// Says of an entry that began as a new case that it is added to one that runs, with the button that makes it a new case
/// again.
fn from_case_ui(ui: &mut Ui, form: &EntryForm, model: &mut Model, definition: &Definition) {
    let (language, palette) = (model.language, Palette::of(ui));
    let case = [("case", definition.case_words.one.text(language).into())];
    let note = egui::RichText::new(language.say("entry-adds", &case)).font(theme::label());
    ui.add(egui::Label::new(note.color(palette.mute)).wrap());
    let label = language.say("entry-back-to-case", &case);
    let command = Command::AddReport(None);
    let button = Button::new(&label)
        .shortcut(model.shortcut(&command))
        .enabled(!form.is_saving());
    if button.link(ui).clicked() {
        model.actions.push(command);
    }
}

fn fields_ui(
    ui: &mut Ui,
    form: &mut EntryForm,
    kind: &EntryKind,
    model: &mut Model,
    definition: &Definition,
) {
    let (language, today) = (model.language, model.clock.today());
    ui.spacing_mut().item_spacing.y = density::gap(ui, 12.0);
    let own = form.fields(definition);
    let of_case = form.case_fields(definition);
    let begun = !form.case.state.is_before();
    let asks_status = form.asks_status(definition);
    // Before the decision, and above the fields: in a low window what stands below them is out of view.
    same_subject_ui(ui, form, kind, definition, model);
    let opens = OpensField::of(form, definition, model);
    let mut fields = context(form, language, today);
    fields.required_fields_ui(ui, &own);
    if let Some(opens) = opens {
        opens.choose_first(fields.inputs);
        fields.fields_ui(ui, [opens.field()].iter());
    }
    fields.required_fields_ui(ui, &of_case);
    if asks_status {
        fields.fields_ui(ui, status_field(definition, begun).iter());
    }
    form.follow_step(definition, today, language);
}

/// What the fields of a form are drawn with.
fn context(form: &mut EntryForm, language: Language, today: NaiveDate) -> FieldContext<'_> {
    FieldContext {
        inputs: &mut form.inputs,
        // Two forms must not share what egui remembers of a field.
        scope: &form.autosave.draft,
        language,
        today,
    }
}
