//! The dialog with every edition of a list or a definition: who changed what and when, and the way back to it.

use egui::{ScrollArea, Ui};

use super::state::ManagePage;
use super::subjects;
use crate::desk::command::Command;
use crate::desk::kit::button::Button;
use crate::desk::kit::dialog::dialog_ui;
use crate::desk::kit::icons;
use crate::desk::kit::theme::{self, Palette};
use crate::desk::kit::widgets::{empty, label_ui, paragraph};
use crate::desk::state::model::Model;
use crate::language::{Label, Language};
use crate::register::{Choice, Content, IndicatorSource, StandardText, Subject};
use crate::store::Edition;

/// The history of a list or a definition.
pub struct History {
    subject: Subject,
    /// The newest first; none until they arrive.
    editions: Option<Vec<Edition>>,
    /// What the files say, which held before the first edition.
    files: Option<Content>,
}

impl History {
    /// Of this subject; its editions are still to arrive.
    pub fn of(subject: Subject) -> Self {
        Self {
            subject,
            editions: None,
            files: None,
        }
    }

    /// The editions of a subject arrived.
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

    /// The dialog. Returns whether it stays open.
    pub fn ui(&mut self, ui: &Ui, page: &mut ManagePage, model: &mut Model) -> bool {
        let language = model.language;
        let Some(registers) = model.vault.as_ref().map(|vault| vault.registers.clone()) else {
            return false;
        };
        let name = subjects::full_label(&registers, &self.subject, language);
        let title = language.say("manage-history-of", &[("what", name.into())]);
        let (mut open, mut back) = (true, None);
        let modal = dialog_ui(ui, "managed history", &title, 620.0, |ui| {
            ui.spacing_mut().item_spacing.y = 8.0;
            back = self.editions_ui(ui, language);
            ui.add_space(4.0);
            ui.horizontal(|ui| {
                let label = language.text("command-close");
                let close = Button::new(&label).shortcut(Command::Close.shortcut(&registers));
                open &= !close.secondary(ui).clicked();
                let label = language.text("manage-as-shipped");
                if self.can_be_as_shipped() && Button::new(&label).link(ui).clicked() {
                    back = Some(None);
                }
            });
        });
        if let Some(content) = back {
            let text = language.text("manage-said-back");
            let subject = self.subject.clone();
            page.change(model, subject, content, text, None, None);
            open = false;
        }
        open && !modal.should_close()
    }

    /// Whether it was changed from what the files say.
    fn can_be_as_shipped(&self) -> bool {
        let changed = self.editions.as_ref().is_some_and(|all| !all.is_empty());
        changed && self.files.is_some()
    }

    /// The editions, once they arrived. Returns the content that is to be restored: none where the files are to hold again.
    fn editions_ui(&self, ui: &mut Ui, language: Language) -> Option<Option<Content>> {
        let editions = self.editions.as_ref()?;
        if editions.is_empty() {
            let title = language.text("manage-history-empty");
            let next = language.text("manage-history-empty-next");
            empty(ui, icons::HISTORY, &title, &next);
        }
        let mut back = None;
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
        back
    }
}

/// An edition: when, by whom, and what differed from the one before it. Returns whether it is to be restored, which is
/// offered for a past one.
fn edition_ui(
    ui: &mut Ui,
    edition: &Edition,
    before: Option<&Content>,
    is_past: bool,
    language: Language,
) -> bool {
    let palette = Palette::of(ui);
    let when = language.moment(edition.recorded);
    let mut restore = false;
    ui.horizontal(|ui| {
        label_ui(ui, &when, theme::strong(), palette.ink);
        label_ui(ui, &edition.actor, theme::body(), palette.mute);
        if is_past {
            let label = language.text("manage-back-to");
            let name = format!("{label} {when}");
            restore = Button::new(&label).name(name).link(ui).clicked();
        }
    });
    for line in differences(before, edition.content.as_ref(), language) {
        paragraph(ui, &line, theme::body(), palette.ink);
    }
    ui.separator();
    restore
}

/// What differs between two editions: a line for each difference.
fn differences(
    before: Option<&Content>,
    after: Option<&Content>,
    language: Language,
) -> Vec<String> {
    match (before, after) {
        (_, None) => vec![language.text("manage-was-restored")],
        (Some(Content::Choices(before)), Some(Content::Choices(after))) => {
            let name = |choice: &Choice| (choice.id.clone(), choice.label.nl.clone());
            let changed = |was: &Choice, is: &Choice| choice_difference(was, is, after, language);
            list_differences(before, after, name, changed, language)
        }
        (Some(Content::Texts(before)), Some(Content::Texts(after))) => {
            let name = |text: &StandardText| (text.id.clone(), text.label.nl.clone());
            let changed = |was: &StandardText, is: &StandardText| {
                retired_difference(&is.label, [was.retired, is.retired], language)
            };
            list_differences(before, after, name, changed, language)
        }
        (Some(Content::Indicators(before)), Some(Content::Indicators(after))) => {
            let name = |one: &IndicatorSource| (one.id.clone(), one.label.nl.clone());
            let changed = |was: &IndicatorSource, is: &IndicatorSource| {
                retired_difference(&is.label, [was.retired, is.retired], language)
            };
            list_differences(before, after, name, changed, language)
        }
        _ => vec![language.text("manage-was-rewritten")],
    }
}

/// What became of an item that can only be changed or retired.
fn retired_difference(label: &Label, retired: [bool; 2], language: Language) -> String {
    let id = match retired {
        [false, true] => "manage-was-retired",
        [true, false] => "manage-was-offered",
        _ => "manage-was-changed",
    };
    language.say(id, &[("name", label.nl.as_str().into())])
}

/// The same for a list of items, by what an item is called: its id and its name.
fn list_differences<T: PartialEq>(
    before: &[T],
    after: &[T],
    called: impl Fn(&T) -> (String, String),
    changed: impl Fn(&T, &T) -> String,
    language: Language,
) -> Vec<String> {
    let line = |text: &str, item: &T| language.say(text, &[("name", called(item).1.into())]);
    let find = |items: &[T], item: &T| {
        let id = called(item).0;
        items.iter().position(|other| called(other).0 == id)
    };
    let mut lines = Vec::new();
    for item in after {
        match find(before, item).map(|at| &before[at]) {
            None => lines.push(line("manage-was-added", item)),
            Some(was) if was != item => lines.push(changed(was, item)),
            Some(_) => {}
        }
    }
    let removed = before.iter().filter(|item| find(after, item).is_none());
    lines.extend(removed.map(|item| line("manage-was-removed", item)));
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
    let retired = [was, is].map(|choice| !choice.is_current());
    retired_difference(&is.label, retired, language)
}
