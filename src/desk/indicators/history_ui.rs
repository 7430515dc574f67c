//! Everything that was ever typed for a value: who, when, what and why, and the way back to it.

use chrono_tz::Europe::Amsterdam;
use egui::{Id, Margin, Modal, ScrollArea, Ui};

use super::words::differences;
use super::{IndicatorPage, Known};
use crate::desk::command::Command;
use crate::desk::icons;
use crate::desk::model::Model;
use crate::desk::press::Press;
use crate::desk::theme::{self, Palette};
use crate::desk::widgets::{empty, say, words};
use crate::figures::{YearKey, YearValue};
use crate::language::Language;
use crate::register::Indicator;
use crate::store::SharedRevision;

/// The history of a value, once it is told.
pub struct History {
    key: YearKey,
    revisions: Option<Vec<(SharedRevision, YearValue)>>,
}

impl History {
    /// Of this value; still to be told.
    pub fn of(key: YearKey) -> Self {
        Self {
            key,
            revisions: None,
        }
    }

    /// The clerk told it.
    pub fn told(&mut self, key: &YearKey, revisions: Vec<(SharedRevision, YearValue)>) {
        if self.key == *key {
            self.revisions = Some(revisions);
        }
    }
}

impl IndicatorPage {
    /// The history over the page, where it is open.
    pub(super) fn history_ui(&mut self, ui: &Ui, known: &Known, model: &mut Model) {
        let Some(history) = self.history.take() else {
            return;
        };
        let language = model.language;
        let Some(indicator) = known.indicators.get(&history.key.indicator) else {
            return;
        };
        let says = [
            ("indicator", indicator.label.text(language).into()),
            ("year", history.key.year.to_string().into()),
        ];
        let title = language.say("indicators-history-of", &says);
        let (mut open, mut back) = (true, None);
        let frame = egui::Frame::popup(ui.style()).inner_margin(Margin::same(20));
        let id = Id::unique("history of a value");
        let area = Modal::default_area(id).accessible_name(&title);
        let modal = Modal::new(id).area(area).frame(frame).show(ui, |ui| {
            ui.set_width(620.0);
            ui.spacing_mut().item_spacing.y = 8.0;
            words(ui, &[(&title, theme::heading(), Palette::of(ui).ink)]);
            let revisions = history.revisions.as_deref().unwrap_or_default();
            if history.revisions.is_some() && revisions.is_empty() {
                let title = language.text("indicators-history-empty");
                let next = language.text("indicators-history-empty-next");
                empty(ui, icons::HISTORY, &title, &next);
            }
            ScrollArea::vertical().max_height(420.0).show(ui, |ui| {
                for (at, revision) in revisions.iter().enumerate() {
                    let before = revisions.get(at + 1).map(|(_, value)| value.clone());
                    let before = before.unwrap_or_default();
                    if revision_ui(ui, revision, &before, (indicator, at > 0), language) {
                        back = Some(revision.1.clone());
                    }
                }
            });
            ui.add_space(4.0);
            let label = language.text("command-close");
            let close = Press::new(&label).shortcut(model.shortcut(&Command::Close));
            open &= !close.button(ui).clicked();
        });
        if let Some(value) = back {
            let says = [
                ("indicator", indicator.label.text(language).into()),
                ("year", history.key.year.to_string().into()),
            ];
            let said = language.say("indicators-said-back", &says);
            self.change(model, history.key.clone(), value, said, None);
            open = false;
        }
        if open && !modal.should_close() {
            self.history = Some(history);
        } else {
            self.give_keyboard(model.vault.as_ref());
        }
    }
}

/// A revision: when, by whom, why, and what differed from the one before it. Returns whether it is to hold again.
fn revision_ui(
    ui: &mut Ui,
    (revision, value): &(SharedRevision, YearValue),
    before: &YearValue,
    (indicator, past): (&Indicator, bool),
    language: Language,
) -> bool {
    let palette = Palette::of(ui);
    let at = revision.recorded.with_timezone(&Amsterdam);
    let when = format!("{} {}", language.date(at.date_naive()), at.format("%H:%M"));
    let mut again = false;
    ui.horizontal(|ui| {
        say(ui, &when, theme::strong(), palette.ink);
        say(ui, &revision.actor, theme::body(), palette.mute);
        if past {
            let label = language.text("manage-back-to");
            let name = format!("{label} {when}, {}", revision.version);
            again = Press::new(&label).name(name).link(ui).clicked();
        }
    });
    if let Some(reason) = revision.why(language) {
        words(ui, &[(&reason, theme::label(), palette.mute)]);
    }
    for line in differences(indicator, before, value, language) {
        words(ui, &[(&line, theme::body(), palette.ink)]);
    }
    ui.separator();
    again
}
