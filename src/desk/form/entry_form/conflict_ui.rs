//! The notices in the form of an entry about what somebody else stored while it was typed.

use egui::Ui;

use crate::desk::form::entry_form::state::EntryForm;
use crate::desk::kit::icons;
use crate::desk::kit::theme::{self, Palette};
use crate::desk::kit::widgets::{TextPiece, Tone, notice, paragraph_of};
use crate::language::Language;
use crate::register::Definition;

/// Their values of the entry, where something else is typed, and what they changed in the case.
pub fn conflict_ui(ui: &mut Ui, form: &EntryForm, definition: &Definition, language: Language) {
    if form.overtaken {
        let text = language.text("entry-overtaken");
        notice(ui, icons::WARNING, &text, Tone::Warn);
    }
    let kind = definition.entry_kind(&form.kind);
    for (id, value) in &form.their_values {
        if let Some(field) = kind.and_then(|kind| kind.field(id)) {
            let label = field.label.text(language);
            let label = format!("{label}: {}", language.text("conflict-theirs"));
            line_ui(ui, &label, &field.display(value, language));
        }
    }
    if form.case_changes.is_empty() {
        return;
    }
    let number = [("number", form.case.number.as_str().into())];
    let text = language.say("entry-meanwhile", &number);
    notice(ui, icons::WARNING, &text, Tone::Warn);
    for change in &form.case_changes {
        let (label, change) = definition.change_line(change, language);
        line_ui(ui, &label, &change);
    }
}

fn line_ui(ui: &mut Ui, label: &str, value: &str) {
    let palette = Palette::of(ui);
    let label = format!("{label}  ");
    let label = TextPiece {
        text: &label,
        font: theme::label(),
        colour: palette.mute,
    };
    let value = TextPiece {
        text: value,
        font: theme::body(),
        colour: palette.ink,
    };
    paragraph_of(ui, &[label, value]);
}
