//! Draws the dialog that changes many cases.

use egui::Ui;

use crate::desk::list::bulk_change::{BulkChange, GivenSetting, Stage};
use crate::desk::list::bulk_preview::{PreviewAnswer, preview_ui};
use crate::desk::list::bulk_settings::SettingSearch;
use crate::desk::list::case_list::CaseList;
use crate::desk::parts::finder::{Choice, Line};
use crate::desk::state::model::Model;
use crate::register::Setting;

impl BulkChange {
    /// Draws the dialog. Returns whether it stays open.
    pub fn ui(&mut self, ui: &Ui, list: Option<&mut CaseList>, model: &mut Model) -> bool {
        if matches!(self.stage, Stage::Choosing) {
            return match self.closing {
                Some(_) => self.closing_ui(ui, model),
                None => self.settings_ui(ui, model),
            };
        }
        match preview_ui(ui, self, model) {
            PreviewAnswer::None => {}
            PreviewAnswer::Back => self.back(),
            PreviewAnswer::FillIn => {
                let vault = model.vault.as_ref();
                if let Some(definition) = vault.and_then(|vault| vault.definition(&self.register)) {
                    self.fill_in(&definition, model);
                }
            }
            PreviewAnswer::Store => self.store(list, model),
        }
        true
    }

    /// Draws the finder for what the cases are given. Returns whether the dialog stays open.
    fn settings_ui(&mut self, ui: &Ui, model: &mut Model) -> bool {
        let language = model.language;
        let Some(vault) = &model.vault else {
            return false;
        };
        let Some(definition) = vault.definition(&self.register) else {
            return false;
        };
        self.finder.search_locally();
        let search = SettingSearch {
            vault,
            definition: &definition,
            typed: &self.finder.words,
            today: model.clock.today(),
            language,
        };
        let (settings, lines): (Vec<Setting>, Vec<Line>) = search.found().into_iter().unzip();
        let label = language.text("command-change-many");
        let hint = language.text("bulk-hint");
        match self.finder.finder_ui(ui, &label, &hint, &lines, language) {
            Choice::None => true,
            Choice::Closed => false,
            Choice::Picked(at) => {
                let line = lines.into_iter().nth(at);
                if let Some((setting, line)) = settings.into_iter().nth(at).zip(line) {
                    let text = line.text;
                    self.give(GivenSetting { setting, text }, model);
                    ui.request_repaint();
                }
                true
            }
        }
    }
}
