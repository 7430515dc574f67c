//! Everything that a list or a definition ever was: who changed what and when, and the way back to it.

use chrono_tz::Europe::Amsterdam;
use egui::{Id, Margin, Modal, ScrollArea, Ui};

use super::{ManagePage, subjects};
use crate::desk::command::Command;
use crate::desk::kit::button::Button;
use crate::desk::kit::icons;
use crate::desk::kit::theme::{self, Palette};
use crate::desk::kit::widgets::{empty, label_ui, paragraph};
use crate::desk::state::model::Model;
use crate::language::Language;
use crate::register::{Choice, Content, StandardText, Subject};
use crate::store::Edition;

/// The history of a subject, once it is told.
pub struct History {
    subject: Subject,
    editions: Option<Vec<Edition>>,
    /// What the files say: what there was before the first edition.
    files: Option<Content>,
}

impl History {
    /// Of this subject; still to be told.
    pub fn of(subject: Subject) -> Self {
        Self {
            subject,
            editions: None,
            files: None,
        }
    }

    /// It arrived.
    pub fn on_editions(
        &mut self,
        subject: &Subject,
        editions: Vec<Edition>,
        files: Option<Content>,
    ) {
        if self.subject == *subject {
            self.editions = Some(editions);
            self.files = files;
        }
    }
}

impl History {
    /// The history. Returns whether it stays open.
    pub fn ui(&mut self, ui: &Ui, page: &mut ManagePage, model: &mut Model) -> bool {
        let language = model.language;
        let Some(registers) = model.vault.as_ref().map(|vault| vault.registers.clone()) else {
            return false;
        };
        let name = subjects::full_label(&registers, &self.subject, language);
        let title = language.say("manage-history-of", &[("what", name.into())]);
        let (mut open, mut back) = (true, None);
        let frame = egui::Frame::popup(ui.style()).inner_margin(Margin::same(20));
        let area = Modal::default_area(Id::unique("managed history")).accessible_name(&title);
        let modal = Modal::new(Id::unique("managed history"))
            .area(area)
            .frame(frame)
            .show(ui, |ui| {
                let palette = Palette::of(ui);
                ui.set_width(620.0);
                ui.spacing_mut().item_spacing.y = 8.0;
                label_ui(ui, &title, theme::title(), palette.ink);
                let editions = self.editions.as_deref().unwrap_or_default();
                if self.editions.is_some() && editions.is_empty() {
                    let (title, next) = ("manage-history-empty", "manage-history-empty-next");
                    empty(
                        ui,
                        icons::HISTORY,
                        &language.text(title),
                        &language.text(next),
                    );
                }
                ScrollArea::vertical().max_height(420.0).show(ui, |ui| {
                    for (at, edition) in editions.iter().enumerate() {
                        let before = editions.get(at + 1);
                        let before = before.and_then(|before| before.content.as_ref());
                        let before = before.or(self.files.as_ref());
                        if edition_ui(ui, edition, before, at > 0, language) {
                            back = Some(edition.content.clone());
                        }
                    }
                });
                ui.add_space(4.0);
                ui.horizontal(|ui| {
                    let label = language.text("command-close");
                    let close = Button::new(&label).shortcut(Command::Close.shortcut(&registers));
                    open &= !close.secondary(ui).clicked();
                    let label = language.text("manage-as-shipped");
                    let files = self.files.is_some() && !editions.is_empty();
                    if files && Button::new(&label).link(ui).clicked() {
                        back = Some(None);
                    }
                });
            });
        if let Some(content) = back {
            let said = language.text("manage-said-back");
            let subject = self.subject.clone();
            page.change(model, subject, content, said, None, None);
            open = false;
        }
        open && !modal.should_close()
    }
}

/// One edition: when, by whom, and what differed from the one before it. Returns whether it is to hold again.
fn edition_ui(
    ui: &mut Ui,
    edition: &Edition,
    before: Option<&Content>,
    past: bool,
    language: Language,
) -> bool {
    let palette = Palette::of(ui);
    let at = edition.recorded.with_timezone(&Amsterdam);
    let when = format!("{} {}", language.date(at.date_naive()), at.format("%H:%M"));
    let mut again = false;
    ui.horizontal(|ui| {
        label_ui(ui, &when, theme::strong(), palette.ink);
        label_ui(ui, &edition.actor, theme::body(), palette.mute);
        if past {
            let label = language.text("manage-back-to");
            let name = format!("{label} {when}");
            again = Button::new(&label).name(name).link(ui).clicked();
        }
    });
    for line in differences(before, edition.content.as_ref(), language) {
        paragraph(ui, &line, theme::body(), palette.ink);
    }
    ui.separator();
    again
}

/// What differs between two editions, a line each.
fn differences(
    before: Option<&Content>,
    after: Option<&Content>,
    language: Language,
) -> Vec<String> {
    match (before, after) {
        (_, None) => vec![language.text("manage-was-restored")],
        (Some(Content::Choices(before)), Some(Content::Choices(after))) => {
            let said = |was: &Choice, is: &Choice| choice_difference(was, is, after, language);
            listed(
                before,
                after,
                |choice| (&choice.id, &choice.label.nl),
                said,
                language,
            )
        }
        (Some(Content::Texts(before)), Some(Content::Texts(after))) => {
            let said = |was: &StandardText, is: &StandardText| {
                let name = [("name", is.label.nl.as_str().into())];
                match (was.retired, is.retired) {
                    (false, true) => language.say("manage-was-retired", &name),
                    (true, false) => language.say("manage-was-offered", &name),
                    _ => language.say("manage-was-changed", &name),
                }
            };
            listed(
                before,
                after,
                |text| (&text.id, &text.label.nl),
                said,
                language,
            )
        }
        _ => vec![language.text("manage-was-rewritten")],
    }
}

fn listed<'a, T: PartialEq>(
    before: &'a [T],
    after: &'a [T],
    name: impl Fn(&'a T) -> (&'a String, &'a String),
    changed: impl Fn(&'a T, &'a T) -> String,
    language: Language,
) -> Vec<String> {
    let in_list = |list: &'a [T], id: &String| list.iter().find(|one| name(one).0 == id);
    let say = |id: &str, one: &'a T| language.say(id, &[("name", name(one).1.into())]);
    let mut lines = Vec::new();
    for one in after {
        match in_list(before, name(one).0) {
            None => lines.push(say("manage-was-added", one)),
            Some(was) if was != one => lines.push(changed(was, one)),
            Some(_) => {}
        }
    }
    let gone = before
        .iter()
        .filter(|one| in_list(after, name(one).0).is_none());
    lines.extend(gone.map(|one| say("manage-was-removed", one)));
    if lines.is_empty() {
        lines.push(language.text("manage-was-ordered"));
    }
    lines
}

fn choice_difference(was: &Choice, is: &Choice, all: &[Choice], language: Language) -> String {
    let name = is.label.nl.as_str();
    if was.label != is.label {
        let names = [
            ("before", was.label.nl.as_str().into()),
            ("name", name.into()),
        ];
        return language.say("manage-was-renamed", &names);
    }
    if was.replaced_by != is.replaced_by
        && let Some(into) = &is.replaced_by
    {
        let into = all.iter().find(|choice| choice.id == *into);
        let into = into.map_or("", |into| into.label.nl.as_str());
        let names = [("name", name.into()), ("into", into.into())];
        return language.say("manage-was-merged", &names);
    }
    let id = match (was.is_current(), is.is_current()) {
        (true, false) => "manage-was-retired",
        (false, true) => "manage-was-offered",
        _ => "manage-was-changed",
    };
    language.say(id, &[("name", name.into())])
}
