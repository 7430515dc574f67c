//! The state of the screen of the indicators: which one is selected, what is typed, and where the keyboard goes.

use std::collections::BTreeMap;

use super::districts::DistrictsPage;
use super::known_values::KnownValues;
use super::over_years::OverYears;
use crate::desk::backend::export_job::ExportSource;
use crate::desk::backend::indicator_book::IndicatorBook;
use crate::desk::form::inputs::Inputs;
use crate::desk::kit::table::{TableState, Widths};
use crate::desk::state::vault::OpenVault;
use crate::figures::YearKey;

/// The screen of the indicators.
#[derive(Default)]
pub struct IndicatorPage {
    /// The id of the selected indicator.
    pub(super) selected: Option<String>,
    /// What is typed and not stored, by indicator and year.
    pub(super) typed: BTreeMap<YearKey, TypedValue>,
    /// Whether the form of the selected indicator is open.
    pub(super) typing: bool,
    /// Whether the list is to take the keyboard.
    pub take_focus: bool,
    pub(super) table: TableState,
    pub(super) widths: Widths,
    pub(super) known: KnownValues,
    /// What is on the screen: everything that is known, and the year.
    pub(super) shown: Option<(IndicatorBook, i32)>,
    /// Why the last change was refused.
    pub(super) fault: Option<String>,
    /// The table of many years.
    pub(super) over_years: OverYears,
    /// What is known of districts.
    pub(super) districts: DistrictsPage,
}

/// What is typed for one value.
pub(super) struct TypedValue {
    pub inputs: Inputs,
    /// The version of the value that is typed over.
    pub version: u32,
}

impl IndicatorPage {
    /// Selects an indicator.
    pub fn select(&mut self, id: &str) {
        if self.selected.as_deref() != Some(id) {
            self.typing = false;
            self.fault = None;
        }
        self.selected = Some(id.to_owned());
    }

    /// The selected indicator in the year of the reference date.
    pub(super) fn key(&self, vault: &OpenVault) -> Option<YearKey> {
        let selected = self.selected.as_ref()?;
        Some(YearKey::of(selected, vault.reference.year()))
    }

    /// What is on the screen as it is exported.
    pub fn export_source(&self) -> Option<ExportSource> {
        let (known, year) = self.shown.clone()?;
        if let Some(source) = self.over_years.export_source(&known) {
            return Some(source);
        }
        Some(ExportSource::Indicators(known, year))
    }

    /// Shows the indicators over many years, or those of the year again.
    pub fn show_many_years(&mut self) {
        self.typing = false;
        self.districts.shown = false;
        self.over_years.shown = !self.over_years.shown;
        self.take_focus = true;
    }

    /// Whether the form of a value is open.
    pub fn has_form(&self) -> bool {
        self.typing || self.districts.shown
    }

    /// Whether something is typed in the form that is open.
    pub fn has_typed(&self) -> bool {
        self.typing && self.typed.values().any(|typed| typed.inputs.touched)
    }

    /// Gives the keyboard to the form that is open, or else to the list.
    pub fn give_keyboard(&mut self, vault: Option<&OpenVault>) {
        let key = vault.and_then(|vault| self.key(vault));
        let typed = key.and_then(|key| self.typed.get_mut(&key));
        match typed.filter(|_| self.typing) {
            Some(typed) => typed.inputs.take_focus = true,
            None => self.take_focus = true,
        }
    }

    /// Closes the form and gives the keyboard to the list. What is typed waits.
    pub(super) fn close_form(&mut self) {
        self.typed.retain(|_, typed| typed.inputs.touched);
        self.typing = false;
        self.fault = None;
        self.take_focus = true;
    }
}
