//! Everything that was ever typed for a value: who, when, what and why, and the way back to it.

use chrono_tz::Europe::Amsterdam;
use egui::{Id, Margin, Modal, ScrollArea, Ui};

use super::IndicatorPage;
use super::words::differences;
use crate::desk::command::Command;
use crate::desk::kit::button::Button;
use crate::desk::kit::icons;
use crate::desk::kit::theme::{self, Palette};
use crate::desk::kit::widgets::{empty, label_ui, paragraph};
use crate::desk::state::model::Model;
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

    /// It arrived.
    pub fn on_revisions(&mut self, key: &YearKey, revisions: Vec<(SharedRevision, YearValue)>) {
        if self.key == *key {
            self.revisions = Some(revisions);
        }
    }
}

impl History {
    /// The history. Returns whether it stays open.
    pub fn ui(&mut self, ui: &Ui, page: &mut IndicatorPage, model: &mut Model) -> bool {
        let language = model.language;
        let Some(indicators) = model.vault.as_ref().map(|vault| vault.indicators().0) else {
            return false;
        };
        let Some(indicator) = indicators.get(&self.key.indicator) else {
            return false;
        };
        let says = [
            ("indicator", indicator.label.text(language).into()),
            ("year", self.key.year.to_string().into()),
        ];
        let title = language.say("indicators-history-of", &says);
        let (mut open, mut back) = (true, None);
        let frame = egui::Frame::popup(ui.style()).inner_margin(Margin::same(20));
        let id = Id::unique("history of a value");
        let area = Modal::default_area(id).accessible_name(&title);
        let modal = Modal::new(id).area(area).frame(frame).show(ui, |ui| {
            ui.set_width(620.0);
            ui.spacing_mut().item_spacing.y = 8.0;
            paragraph(ui, &title, theme::heading(), Palette::of(ui).ink);
            let revisions = self.revisions.as_deref().unwrap_or_default();
            if self.revisions.is_some() && revisions.is_empty() {
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
            let close = Button::new(&label).shortcut(model.shortcut(&Command::Close));
            open &= !close.secondary(ui).clicked();
        });
        if let Some(value) = back {
            let says = [
                ("indicator", indicator.label.text(language).into()),
                ("year", self.key.year.to_string().into()),
            ];
            let said = language.say("indicators-said-back", &says);
            page.change(model, self.key.clone(), value, said, None);
            open = false;
        }
        open && !modal.should_close()
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
        label_ui(ui, &when, theme::strong(), palette.ink);
        label_ui(ui, &revision.actor, theme::body(), palette.mute);
        if past {
            let label = language.text("manage-back-to");
            let name = format!("{label} {when}, {}", revision.version);
            again = Button::new(&label).name(name).link(ui).clicked();
        }
    });
    if let Some(reason) = revision.why(language) {
        paragraph(ui, &reason, theme::label(), palette.mute);
    }
    for line in differences(indicator, before, value, language) {
        paragraph(ui, &line, theme::body(), palette.ink);
    }
    ui.separator();
    again
}
