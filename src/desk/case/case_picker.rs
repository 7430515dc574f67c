//! Looking for another case to link the one on the screen to, to gather it in or to merge with it; and for a standard text to copy.

use std::sync::Arc;

use chrono::NaiveDate;
use egui::Ui;

use crate::desk::backend::protocol::RequestId;
use crate::desk::case::merge::plan_merge;
use crate::desk::form::entry_card::offered_texts;
use crate::desk::form::gathering;
use crate::desk::kit::icons;
use crate::desk::kit::widgets::Tone;
use crate::desk::parts::finder::{Choice, Finder, Line};
use crate::desk::state::action::Action;
use crate::desk::state::model::Model;
use crate::desk::state::vault::OpenVault;
use crate::figures::{Measure, Order, Period, Slice};
use crate::register::{CaseFile, CaseKey, Definition, folded};
use crate::store;

/// What is looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// A case to link this one to.
    Link,
    /// A case to gather this one in, or a new one.
    Gather,
    /// A case of the register that is the same as this one.
    Merge,
    /// A standard text to copy.
    Text,
}

/// The field that looks for it.
pub struct CasePicker {
    purpose: Purpose,
    case: CaseFile,
    finder: Finder,
}

/// What was found.
enum Found {
    Case(Box<CaseFile>),
    New,
    Text(String),
}

impl CasePicker {
    /// Begins to look, for this case.
    pub fn new(purpose: Purpose, case: CaseFile) -> Self {
        let finder = Finder::default();
        Self {
            purpose,
            case,
            finder,
        }
    }

    /// The clerk found cases.
    pub fn on_found(&mut self, found: store::SearchResults, request: RequestId) {
        self.finder.on_found(found, request);
    }

    /// What can be chosen for what is typed.
    fn offers(&self, model: &mut Model, definition: &Definition) -> Vec<(Found, Line)> {
        let language = model.language;
        if self.purpose == Purpose::Text {
            return self.texts(model, definition);
        }
        let dossier = model
            .dossier(&self.case.register, self.case.key)
            .unwrap_or_default();
        let today = model.clock.today();
        let target = match self.purpose {
            Purpose::Gather => definition.leads_to.as_ref(),
            _ => None,
        };
        let untyped = self.finder.words.trim().is_empty();
        let newest = target.filter(|_| untyped).and_then(|leads| {
            let vault = model.vault.as_mut()?;
            Some(newest_of(vault, &leads.register, today))
        });
        let newest = newest.unwrap_or_default();
        let Some(vault) = &model.vault else {
            return Vec::new();
        };
        let registers = &vault.registers;
        // Before anything is typed, what lies near is offered.
        let near = dossier
            .same_person
            .iter()
            .chain(&dossier.at_address)
            .chain(&dossier.in_street);
        let near = near.filter(|_| untyped);
        let tied = |case: &CaseFile| dossier.links.iter().any(|tie| tie.case.id == case.id);
        let fits = |case: &&CaseFile| {
            let gathers = target.is_none_or(|leads| {
                case.register == leads.register && case.state.open_at_end_of(today)
            });
            let merges = self.purpose == Purpose::Merge;
            let fits = match merges {
                true => case.register == self.case.register,
                false => gathers && !tied(case),
            };
            fits && case.id != self.case.id
        };
        let mut offers: Vec<(Found, Line)> = Vec::new();
        for case in near.chain(self.finder.cases()).filter(fits) {
            if let Some(line) = Line::of_case(case, &self.finder.words, today, registers, language)
            {
                offers.push((Found::Case(Box::new(case.clone())), line));
            }
        }
        if let Some(other) = target.and_then(|leads| registers.get(&leads.register)) {
            let new = [
                ("case", other.case_words.one.text(language).into()),
                ("from", definition.case_words.one.text(language).into()),
            ];
            let text = language.say("gather-new", &new);
            let line = Line::new(icons::ADD, text).detail(other.label.text(language));
            offers.push((Found::New, line));
            // Several of one kind come in one after the other: the case that was made of the first is not typed again.
            let offered = |case: &&Arc<CaseFile>| {
                let same = |(found, _): &(Found, Line)| match found {
                    Found::Case(known) => known.id == case.id,
                    Found::New | Found::Text(_) => false,
                };
                offers.iter().any(same)
            };
            let newest = newest.iter().filter(|case| !offered(case));
            let newest: Vec<&CaseFile> = newest.map(|case| &**case).filter(fits).collect();
            for case in newest {
                if let Some(line) =
                    Line::of_case(case, &self.finder.words, today, registers, language)
                {
                    offers.push((Found::Case(Box::new(case.clone())), line));
                }
            }
        }
        offers
    }

    fn texts(&self, model: &Model, definition: &Definition) -> Vec<(Found, Line)> {
        let (language, today) = (model.language, model.clock.today());
        let wanted = folded(&self.finder.words);
        let texts = offered_texts(definition, self.case.state.status.as_deref());
        texts
            .filter(|text| folded(text.label.text(language)).contains(&wanted))
            .map(|text| {
                let body = definition.fill(text, &self.case, today, &model.actor, language);
                let line = Line::new(icons::TEXT, text.label.text(language));
                (Found::Text(body), line)
            })
            .collect()
    }
}

impl CasePicker {
    /// What is looked for.
    pub fn purpose(&self) -> Purpose {
        self.purpose
    }

    /// The field with what it found. Returns whether it stays open.
    pub fn ui(&mut self, ui: &Ui, model: &mut Model) -> bool {
        match self.purpose {
            Purpose::Text => self.finder.search_locally(),
            Purpose::Link | Purpose::Gather | Purpose::Merge => {
                self.finder.ask(model);
            }
        }
        let vault = model.vault.as_ref();
        let Some(definition) = vault.and_then(|vault| vault.definition(&self.case.register)) else {
            return false;
        };
        let language = model.language;
        let offers = self.offers(model, &definition);
        let (found, lines): (Vec<Found>, Vec<Line>) = offers.into_iter().unzip();
        let (label, hint) = match self.purpose {
            Purpose::Link => ("command-tie", "tie-hint"),
            Purpose::Gather => ("command-gather", "tie-hint"),
            Purpose::Merge => ("command-merge", "tie-hint"),
            Purpose::Text => ("command-copy-text", "text-hint"),
        };
        let (label, hint) = (language.text(label), language.text(hint));
        match self.finder.finder_ui(ui, &label, &hint, &lines, language) {
            Choice::None => return true,
            Choice::Closed => {}
            Choice::Picked(at) => {
                if let Some(found) = found.into_iter().nth(at) {
                    self.choose(ui, &definition, found, model);
                }
            }
        }
        ui.request_repaint();
        false
    }

    fn choose(&self, ui: &Ui, definition: &Definition, found: Found, model: &mut Model) {
        let case = self.case.clone();
        match (self.purpose, found) {
            (_, Found::Text(body)) => {
                ui.copy_text(body);
                let text = model.text("text-copied");
                model.notify(text, Tone::Ok);
            }
            (Purpose::Gather, Found::Case(other)) => {
                gathering::link(case, *other, Some(definition), model);
            }
            (Purpose::Merge, Found::Case(other)) => plan_merge(case, *other, model),
            (_, Found::Case(other)) => gathering::link(case, *other, None, model),
            (_, Found::New) => model.actions.push(Action::GatherInNew(Box::new(case))),
        }
    }
}

/// The running cases of a register that began last.
fn newest_of(vault: &mut OpenVault, register: &str, today: NaiveDate) -> Vec<Arc<CaseFile>> {
    const OFFERED: usize = 8;
    let Some(columns) = vault.columns(register) else {
        return Vec::new();
    };
    let until_today = Period {
        from: NaiveDate::MIN,
        to: today,
    };
    let rows = columns.rows(&Slice::whole(), until_today, Measure::Closing);
    let rows = rows.and_then(|mut rows| {
        columns.sort(&mut rows, Order::Begin, true)?;
        Ok(rows)
    });
    let rows = rows.unwrap_or_default().into_iter().take(OFFERED);
    let keys: Vec<CaseKey> = rows.filter_map(|row| columns.key(row)).collect();
    let cases = keys.into_iter();
    cases.filter_map(|key| vault.case(register, key)).collect()
}
