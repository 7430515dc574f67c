//! The strip above the list of a register with its drafts, which do not count yet.

use egui::{Margin, Ui};

use crate::desk::command::Command;
use crate::desk::form::draft::Content;
use crate::desk::form::grid_draft::GridDraft;
use crate::desk::kit::button::Button;
use crate::desk::kit::density;
use crate::desk::kit::icons;
use crate::desk::kit::theme::{self, Palette};
use crate::desk::kit::widgets::{card, label_ui};
use crate::desk::state::model::Model;
use crate::desk::state::vault::time_of;
use crate::language::Language;
use crate::register::Definition;
use crate::store::Draft;

/// The title of a draft.
pub fn draft_title(draft: &Draft, definition: &Definition, language: Language) -> String {
    if let Some(grid) = GridDraft::of(draft) {
        return grid.title(definition, language);
    }
    Content::of(draft).map_or_else(
        || language.text("draft-of-later"),
        |content| content.title(definition, language),
    )
}

/// The drafts of a register that are not among the `open` ones, and the one that was just thrown away, to be taken back.
pub fn drafts_ui(
    ui: &mut Ui,
    model: &mut Model,
    discarded: Option<&Draft>,
    open: &[String],
    definition: &Definition,
) {
    let language = model.language;
    let Some(vault) = &model.vault else { return };
    let of_register = |draft: &&Draft| draft.register == definition.id;
    let waits = |draft: &&Draft| of_register(draft) && !open.contains(&draft.id);
    let drafts: Vec<Draft> = vault.drafts.iter().filter(waits).cloned().collect();
    let discarded = discarded.filter(of_register);
    if drafts.is_empty() && discarded.is_none() {
        return;
    }
    let palette = Palette::of(ui);
    card(ui, Margin::symmetric(14, 4), |ui| {
        ui.set_width(ui.available_width());
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = egui::vec2(6.0, 6.0);
            ui.spacing_mut().interact_size.y = density::height(ui, theme::CHIP);
            label_ui(ui, icons::DRAFT, theme::icon(), palette.mute);
            let count = i64::try_from(drafts.len()).unwrap_or(i64::MAX);
            let title = language.say("drafts", &[("count", count.into())]);
            label_ui(ui, title, theme::strong_label(), palette.ink);
            for draft in &drafts {
                draft_ui(ui, model, draft, definition);
            }
            if let Some(draft) = discarded {
                discarded_ui(ui, model, draft, definition);
            }
        });
    });
    ui.add_space(4.0);
}

/// A draft: a link that opens it, and a button that throws it away.
fn draft_ui(ui: &mut Ui, model: &mut Model, draft: &Draft, definition: &Definition) {
    let language = model.language;
    ui.add_space(6.0);
    let title = draft_title(draft, definition, language);
    let words = [
        ("draft", title.as_str().into()),
        ("time", time_of(draft).into()),
    ];
    let text = language.say("draft-at", &words);
    let name = language.say("draft-resume", &words);
    if Button::new(&text).name(name).link(ui).clicked() {
        model.actions.push(Command::Resume(draft.id.clone()));
    }
    let name = language.say("draft-discard", &words);
    let button = Button::new("").icon(icons::CLOSE).name(&name);
    if button.small(ui).on_hover_text(name).clicked() {
        model.actions.push(Command::DropDraft(draft.id.clone()));
    }
}

/// The draft that was thrown away last, with a button that takes it back.
fn discarded_ui(ui: &mut Ui, model: &mut Model, draft: &Draft, definition: &Definition) {
    let language = model.language;
    ui.add_space(6.0);
    let title = draft_title(draft, definition, language);
    let words = [("draft", title.as_str().into())];
    let text = language.say("draft-discarded", &words);
    label_ui(ui, text, theme::label(), Palette::of(ui).mute);
    let restore = language.text("command-restore");
    if Button::new(&restore).icon(icons::UNDO).link(ui).clicked() {
        model.actions.push(Command::RestoreDraft);
    }
}
