//! Indicatoren: what the year of the reference date was to come to and what it came to, beside the year before, in the
//! shape in which an annual report prints it. What is typed here is kept with its history and can be undone.

mod book;
mod changing;
mod form;
mod form_ui;
mod history_ui;
mod lines;
mod page;
mod pane;
mod two_years;
mod words;

use std::collections::BTreeMap;

use self::book::Book;
pub use self::book::case_counts;
pub use self::history_ui::History;
pub use self::page::indicators_ui;
pub use self::words::differences;
use crate::desk::backend::export_job::ExportSource;
use crate::desk::backend::indicator_book::IndicatorBook;
use crate::desk::form::inputs::Inputs;
use crate::desk::kit::table::{TableState, Widths};
use crate::desk::state::vault::OpenVault;
use crate::figures::YearKey;

/// The screen of the indicators.
#[derive(Default)]
pub struct IndicatorPage {
    /// The indicator that is looked at, by its id.
    selected: Option<String>,
    /// What is typed and not stored, by what it is about.
    typed: BTreeMap<YearKey, Typed>,
    /// Whether what is typed for the selected indicator is on the screen.
    typing: bool,
    /// Whether the list is to take the keyboard.
    pub take_focus: bool,
    table: TableState,
    widths: Widths,
    book: Book,
    /// What is on the screen: everything that is known, and the year.
    shown: Option<(IndicatorBook, i32)>,
    /// Why the last change was refused.
    fault: Option<String>,
}

/// What is typed for one value.
struct Typed {
    inputs: Inputs,
    /// The version of the value that is typed over.
    version: u32,
}

impl IndicatorPage {
    /// Looks at an indicator.
    pub fn select(&mut self, id: &str) {
        if self.selected.as_deref() != Some(id) {
            self.typing = false;
            self.fault = None;
        }
        self.selected = Some(id.to_owned());
    }

    /// The value that is looked at: that of the selected indicator in the year of the reference date.
    fn key(&self, vault: &OpenVault) -> Option<YearKey> {
        let selected = self.selected.as_ref()?;
        Some(YearKey::of(selected, vault.reference.year()))
    }

    /// What is on the screen as it is exported.
    pub fn export_source(&self) -> Option<ExportSource> {
        let (known, year) = self.shown.clone()?;
        Some(ExportSource::Indicators(known, year))
    }

    /// Whether the form of a value is open.
    pub fn types(&self) -> bool {
        self.typing
    }

    /// Whether something is typed in the form that is open.
    pub fn has_typed(&self) -> bool {
        self.typing && self.typed.values().any(|typed| typed.inputs.touched)
    }

    /// What has the keyboard on this screen gets it back: the form that is open, or else the list.
    pub fn give_keyboard(&mut self, vault: Option<&OpenVault>) {
        let key = vault.and_then(|vault| self.key(vault));
        let typed = key.and_then(|key| self.typed.get_mut(&key));
        match typed.filter(|_| self.typing) {
            Some(typed) => typed.inputs.take_focus = true,
            None => self.take_focus = true,
        }
    }
}
