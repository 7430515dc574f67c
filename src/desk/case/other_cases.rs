//! Other cases at the address and in the street of a case: how many there are, and on request which.

use egui::{Margin, Ui};

use crate::desk::backend::protocol::Request;
use crate::desk::case::case_row::case_row_ui;
use crate::desk::kit::button::Button;
use crate::desk::kit::icons;
use crate::desk::kit::theme::{self, Palette};
use crate::desk::kit::widgets::label_ui;
use crate::desk::state::model::Model;
use crate::register::CaseFile;
use crate::store::Dossier;

/// Which of both lists are open.
#[derive(Default)]
pub struct OtherCases {
    at_address: OpenList,
    in_street: OpenList,
}

/// Whether a list is open, and whether it ever was: the vault logs once that it was looked at.
#[derive(Default)]
struct OpenList {
    open: bool,
    logged: bool,
}

impl OtherCases {
    /// Both lists.
    pub fn ui(&mut self, ui: &mut Ui, model: &mut Model, dossier: &Dossier) {
        let (address, street) = (&dossier.at_address, &dossier.in_street);
        let at_address = ("other-cases-at-address", address.len());
        self.at_address.ui(ui, model, address, at_address);
        let in_street = ("other-cases-in-street", dossier.count_in_street);
        self.in_street.ui(ui, model, street, in_street);
    }
}

impl OpenList {
    /// How many cases there are, on a button that opens the list; those that run come first in it. Where these are only the
    /// newest of all, that is said, and not how many of them run.
    fn ui(
        &mut self,
        ui: &mut Ui,
        model: &mut Model,
        cases: &[CaseFile],
        (text, all): (&str, usize),
    ) {
        if cases.is_empty() {
            return;
        }
        let (running, ended): (Vec<&CaseFile>, Vec<&CaseFile>) =
            cases.iter().partition(|case| runs(case, model));
        let count = |cases: usize| i64::try_from(cases).unwrap_or_default();
        let whole = cases.len() >= all;
        let known_running = if whole { running.len() } else { 0 };
        let counts = [
            ("count", count(all).into()),
            ("running", count(known_running).into()),
        ];
        let label = model.language.say(text, &counts);
        if self.button_ui(ui, &label) {
            self.open = !self.open;
            if self.open && !std::mem::replace(&mut self.logged, true) {
                let shown = cases.iter();
                let shown = shown.map(|case| (case.register.clone(), case.id.clone()));
                model.ask(Request::LogLookUp(shown.collect()));
            }
        }
        if self.open {
            for case in running.into_iter().chain(ended) {
                case_row_ui(ui, model, case, None);
            }
            if !whole {
                let counts = [
                    ("shown", count(cases.len()).into()),
                    ("count", count(all).into()),
                ];
                let text = model.language.say("other-cases-newest", &counts);
                label_ui(ui, text, theme::label(), Palette::of(ui).mute);
            }
        }
    }

    /// Returns whether the button was pressed.
    fn button_ui(&self, ui: &mut Ui, label: &str) -> bool {
        let icon = if self.open { icons::LESS } else { icons::MORE };
        // A link has room around it that is not seen: a margin below nought puts its text under that of what stands above.
        let margin = Margin {
            left: -6,
            ..Margin::ZERO
        };
        let frame = egui::Frame::new().outer_margin(margin);
        let button = frame.show(ui, |ui| Button::new(label).after(icon).link(ui));
        button.inner.clicked()
    }
}

/// Whether a case runs today; an event never does.
fn runs(case: &CaseFile, model: &Model) -> bool {
    let vault = model.vault.as_ref();
    let definition = vault.and_then(|vault| vault.definition(&case.register));
    let has_spells = definition.is_some_and(|definition| definition.has_spells());
    has_spells && case.state.open_at_end_of(model.clock.today())
}
