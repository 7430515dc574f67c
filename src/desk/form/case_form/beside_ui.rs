//! What stands beside the form of a case, below what is known at its address: what happens once it is stored, which keys
//! help, and why all of this is recorded.

use egui::{Margin, Popup, Ui};

use crate::desk::command::Command;
use crate::desk::form::case_form::state::{CaseForm, Purpose};
use crate::desk::kit::button::Button;
use crate::desk::kit::icons;
use crate::desk::kit::theme::{self, Palette};
use crate::desk::kit::widgets::{TextPiece, card, label_ui, low_row, paragraph, paragraph_of};
use crate::desk::parts::typed_date::typed_day;
use crate::desk::state::model::Model;
use crate::language::Language;
use crate::register::{BEGIN, CaseState, Definition, Spell};

/// What happens once a new case is stored: which terms begin, and on whose list it comes to stand.
pub fn after_saving_ui(ui: &mut Ui, form: &CaseForm, model: &Model, definition: &Definition) {
    if form.purpose != Purpose::New {
        return;
    }
    let language = model.language;
    let today = model.clock.today();
    let mut lines: Vec<(&str, String, String)> = Vec::new();
    if let Ok(begin) = typed_day(form.inputs.text(BEGIN), today) {
        let state = CaseState {
            spells: vec![Spell::since(begin)],
            ..CaseState::default()
        };
        for term in definition.terms.iter().filter(|term| term.from == BEGIN) {
            if let Some(due) = definition.due(term, &state) {
                let label = term.label.text(language).to_owned();
                lines.push((icons::DATE, label, due.day.format("%d-%m").to_string()));
            }
        }
    }
    let owner = definition.work.owner.as_ref();
    let owner = owner.map_or("", |id| form.inputs.text(id));
    if !owner.is_empty() {
        let text = language.say("form-on-whose-list", &[("name", owner.into())]);
        lines.push((icons::OWNER, text, String::new()));
    }
    if lines.is_empty() {
        return;
    }
    let palette = Palette::of(ui);
    card(ui, Margin::same(16), |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = 4.0;
        let title = language.text("form-after-saving");
        label_ui(ui, title, theme::heading(), palette.ink);
        for (icon, text, day) in lines {
            low_row(ui, |ui| {
                label_ui(ui, icon, theme::icon(), palette.mute);
                label_ui(ui, text, theme::body(), palette.ink);
                let layout = egui::Layout::right_to_left(egui::Align::Center);
                ui.with_layout(layout, |ui| {
                    label_ui(ui, day, theme::label(), palette.mute);
                });
            });
        }
    });
    ui.add_space(theme::GAP);
}

/// The keys that help while typing, as a running text.
pub fn hints_ui(ui: &mut Ui, model: &Model) {
    let palette = Palette::of(ui);
    let language = model.language;
    let save = model.shortcut(&Command::Save).unwrap_or_default();
    let hints = [
        ("*", "hint-required", palette.bad.0),
        ("Tab", "hint-tab", palette.ink),
        ("A–Z", "hint-letter", palette.ink),
        ("v", "hint-today", palette.ink),
        ("+7", "hint-week", palette.ink),
        (save.as_str(), "hint-save", palette.ink),
    ]
    .map(|(keys, text, colour)| (keys, format!(" {}", language.text(text)), colour));
    let mute = |text| TextPiece {
        text,
        font: theme::label(),
        colour: palette.mute,
    };
    let mut pieces = Vec::new();
    for (keys, text, colour) in &hints {
        if !pieces.is_empty() {
            pieces.push(mute("  ·  "));
        }
        pieces.push(TextPiece {
            text: keys,
            font: theme::strong_label(),
            colour: *colour,
        });
        pieces.push(mute(text));
    }
    paragraph_of(ui, &pieces);
}

/// For which purpose and on which legal ground the register records this, on request.
pub fn purpose_ui(ui: &mut Ui, definition: &Definition, language: Language) {
    let title = language.text("hint-purpose");
    let frame = egui::Frame::new().outer_margin(Margin {
        // A link has room around it that is not seen.
        left: -6,
        ..Margin::ZERO
    });
    let button = frame.show(ui, |ui| Button::new(&title).link(ui)).inner;
    Popup::menu(&button).accessible_name(&title).show(|ui| {
        ui.set_width(340.0);
        for text in [&definition.purpose, &definition.legal_ground] {
            let mute = Palette::of(ui).mute;
            paragraph(ui, text.text(language), theme::label(), mute);
        }
    });
}
