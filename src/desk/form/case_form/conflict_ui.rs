//! The card that shows a conflict: everything that differs, as it was, as somebody else stored it and as it is typed.

use egui::text::{LayoutJob, TextFormat};
use egui::{Id, Margin, ScrollArea, Ui};

use crate::desk::command::Command;
use crate::desk::form::case_form::state::CaseForm;
use crate::desk::form::case_form::two_versions::{ConflictLine, Version};
use crate::desk::kit::button::Button;
use crate::desk::kit::choice_field::one_of_ui;
use crate::desk::kit::icons;
use crate::desk::kit::theme::{self, Palette};
use crate::desk::kit::widgets::{Tone, card, label_ui, notice};
use crate::desk::state::model::Model;
use crate::language::Language;
use crate::register::{Change, Definition, Difference};

/// The part of the height of the page that the differences take at most; more of them scroll.
const SHARE: f32 = 0.55;
/// Where the text of a version begins behind its label, in points.
const VERSION: f32 = 110.0;

/// The card above the form while there is a conflict.
pub fn conflict_ui(ui: &mut Ui, form: &mut CaseForm, model: &mut Model, definition: &Definition) {
    let language = model.language;
    let saving = form.is_saving();
    let Some(conflict) = &mut form.conflict else {
        return;
    };
    let most = ui.available_height() * SHARE;
    card(ui, Margin::same(16), |ui| {
        ui.set_width(ui.available_width());
        let number = [("number", conflict.stored.number.as_str().into())];
        let text = language.say("conflict", &number);
        notice(ui, icons::WARNING, &text, Tone::Warn);
        ScrollArea::vertical()
            .id_salt("conflict")
            .max_height(most)
            .show(ui, |ui| {
                ui.set_width(ui.available_width());
                ui.spacing_mut().item_spacing.y = 4.0;
                for line in &mut conflict.lines {
                    let focus = line.clashes && std::mem::take(&mut conflict.take_focus);
                    line_ui(ui, line, definition, language, focus);
                    ui.add_space(8.0);
                }
            });
        ui.horizontal_wrapped(|ui| {
            let text = language.text("conflict-apply");
            let button = Button::new(&text).shortcut(model.shortcut(&Command::Save));
            let apply = button.enabled(!saving).secondary(ui);
            if std::mem::take(&mut conflict.take_focus) {
                apply.request_focus();
            }
            if apply.clicked() {
                model.actions.push(Command::Save);
            }
            let text = language.text("conflict-keep");
            if Button::new(&text).secondary(ui).clicked() {
                model.actions.push(Command::Discard);
            }
        });
    });
    ui.add_space(theme::GAP);
}

/// One thing that differs, with the choice where both clash.
fn line_ui(
    ui: &mut Ui,
    line: &mut ConflictLine,
    definition: &Definition,
    language: Language,
    focus: bool,
) {
    let palette = Palette::of(ui);
    let Difference { theirs, mine } = &line.difference;
    let Some(any) = theirs.as_ref().or(mine.as_ref()) else {
        return;
    };
    let thing = definition.changed_thing(any, language);
    let unknown = || language.text("unknown").to_lowercase();
    let became = |change: &Option<Change>| {
        let change = change.as_ref()?;
        Some(definition.became(change, language))
    };
    let was = definition.both_sides(any, language).0;
    let versions = [
        ("conflict-was", Some(was.unwrap_or_else(unknown))),
        ("conflict-theirs", became(theirs)),
        ("conflict-mine", became(mine)),
    ];
    label_ui(ui, thing.as_str(), theme::strong(), palette.ink);
    for (id, version) in versions {
        let Some(version) = version else { continue };
        let label = format!("{}  ", language.text(id));
        version_ui(ui, &label, &version, &palette);
    }
    if !line.clashes {
        let id = match (theirs, mine) {
            (Some(_), None) => "conflict-takes-theirs",
            (None, _) => "conflict-takes-mine",
            (Some(_), Some(_)) => "conflict-takes-both",
        };
        label_ui(ui, language.text(id), theme::label(), palette.mute);
        return;
    }
    let offered = [
        (Version::Mine, "conflict-choose-mine"),
        (Version::Theirs, "conflict-choose-theirs"),
    ]
    .map(|(version, text)| (version, language.text(text)));
    let label = language.say("conflict-which", &[("thing", thing.as_str().into())]);
    let id = Id::unique(("conflict", thing.as_str()));
    let response = one_of_ui(ui, id, &label, &offered, &mut line.chosen);
    if focus {
        response.request_focus();
    }
}

/// A version behind its label. The versions stand under each other, and a long one goes on where it began.
fn version_ui(ui: &mut Ui, label: &str, version: &str, palette: &Palette) {
    let format = |font, colour| TextFormat::simple(font, colour);
    let mut job = LayoutJob::default();
    job.append(label, 0.0, format(theme::label(), palette.mute));
    let width = ui.painter().layout_job(job.clone()).size().x;
    let room = (VERSION - width).max(0.0);
    job.append(version, room, format(theme::body(), palette.ink));
    ui.add(egui::Label::new(job).wrap());
}
