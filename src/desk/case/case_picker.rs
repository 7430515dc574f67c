//! The dialog that finds another case, to link the one on the screen to, to gather it in or to merge with it; or a standard
//! text to copy.

use std::sync::Arc;

use chrono::NaiveDate;
use egui::Ui;

use crate::desk::backend::protocol::RequestId;
use crate::desk::case::merge::plan_merge;
use crate::desk::form::gathering;
use crate::desk::form::standard_texts::offered_texts;
use crate::desk::kit::icons;
use crate::desk::kit::widgets::Tone;
use crate::desk::parts::finder::{Choice, Finder, Line};
use crate::desk::state::action::Action;
use crate::desk::state::model::Model;
use crate::desk::state::vault::OpenVault;
use crate::figures::{Measure, Order, Period, Slice};
use crate::language::folded;
use crate::register::{CaseFile, CaseKey, Definition, LeadsTo};
use crate::store::{self, Dossier};

/// How many of the cases that began last are offered to gather one in.
const NEWEST: usize = 8;

/// What is done with what is picked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PickFor {
    /// The case is linked to it.
    Link,
    /// The case is gathered in it, or in a new one.
    Gather,
    /// It is merged into the case.
    Merge,
    /// It is a standard text, and copied.
    Text,
}

/// The dialog, for one case or for several.
pub struct CasePicker {
    pick_for: PickFor,
    subject: PickedFor,
    finder: Finder,
}

/// For which cases something is picked.
enum PickedFor {
    /// This one.
    One(Box<CaseFile>),
    /// Several of a register, which are gathered.
    Several {
        register: String,
        cases: Vec<CaseKey>,
        /// Where cases like these are gathered already.
        near: Vec<CaseFile>,
    },
}

/// What can be picked.
enum Found {
    Case(Box<CaseFile>),
    /// A new case, to gather this one in.
    New,
    /// The words of a standard text.
    Text(String),
}

impl CasePicker {
    /// The dialog for this case.
    pub fn new(pick_for: PickFor, case: CaseFile) -> Self {
        Self {
            pick_for,
            subject: PickedFor::One(Box::new(case)),
            finder: Finder::default(),
        }
    }

    /// The dialog that gathers these cases of a register; where others like them are gathered comes first.
    pub fn gathering(register: String, cases: Vec<CaseKey>, near: Vec<CaseFile>) -> Self {
        Self {
            pick_for: PickFor::Gather,
            subject: PickedFor::Several {
                register,
                cases,
                near,
            },
            finder: Finder::default(),
        }
    }

    fn register(&self) -> &str {
        match &self.subject {
            PickedFor::One(case) => &case.register,
            PickedFor::Several { register, .. } => register,
        }
    }

    fn keys(&self) -> Vec<CaseKey> {
        match &self.subject {
            PickedFor::One(case) => vec![case.key],
            PickedFor::Several { cases, .. } => cases.clone(),
        }
    }

    /// The vault found cases for what is typed.
    pub fn on_found(&mut self, found: store::SearchResults, request: RequestId) {
        self.finder.on_found(found, request);
    }

    /// What is done with what is picked.
    pub fn pick_for(&self) -> PickFor {
        self.pick_for
    }

    /// The register in which is looked first: where the case is gathered, or its own.
    fn looks_first_in(&self, model: &Model) -> String {
        let vault = model.vault.as_ref();
        let definition = vault.and_then(|vault| vault.definition(self.register()));
        let leads =
            definition.and_then(|definition| Some(definition.leads_to.as_ref()?.register.clone()));
        leads
            .filter(|_| self.pick_for == PickFor::Gather)
            .unwrap_or_else(|| self.register().to_owned())
    }

    /// What can be picked for what is typed.
    fn offers(&self, model: &mut Model, definition: &Definition) -> Vec<(Found, Line)> {
        if self.pick_for == PickFor::Text {
            return self.texts(model, definition);
        }
        let dossier = match &self.subject {
            PickedFor::One(case) => model.dossier(&case.register, case.key),
            PickedFor::Several { .. } => None,
        };
        let dossier = dossier.unwrap_or_default();
        let today = model.clock.today();
        let leads = definition.leads_to.as_ref();
        let leads = leads.filter(|_| self.pick_for == PickFor::Gather);
        let untyped = self.finder.words.trim().is_empty();
        // Several signals of one thing come in one after the other: the case that was made of the first is offered, and
        // not typed again.
        let newest = match (leads, &mut model.vault) {
            (Some(leads), Some(vault)) if untyped => newest_of(vault, &leads.register, today),
            _ => Vec::new(),
        };
        // Before anything is typed, the cases around this one are offered.
        let near = match &self.subject {
            PickedFor::One(_) => &[],
            PickedFor::Several { near, .. } => near.as_slice(),
        };
        let gathered = dossier.same_subject.iter();
        let gathered = gathered.flat_map(|same| &same.gathered_in);
        let around = near
            .iter()
            .chain(gathered)
            .chain(&dossier.same_person)
            .chain(&dossier.at_address)
            .chain(&dossier.in_street);
        let around = around.filter(|_| untyped);
        let fits = |case: &&CaseFile| self.fits(case, leads, &dossier, today);
        let cases = around.chain(self.finder.cases()).filter(fits);
        let mut offers: Vec<(Found, Line)> = cases
            .filter_map(|case| self.case_offer(case, model))
            .collect();
        let count = self.keys().len();
        offers.extend(leads.and_then(|leads| new_offer(leads, definition, count, model)));
        for case in newest.iter().map(|case| &**case).filter(fits) {
            let same = |(found, _): &(Found, Line)| matches!(found, Found::Case(other) if other.id == case.id);
            if !offers.iter().any(same) {
                offers.extend(self.case_offer(case, model));
            }
        }
        offers
    }

    /// Whether a case can be picked: not this one itself, nor one that it is linked to already.
    fn fits(
        &self,
        case: &CaseFile,
        leads: Option<&LeadsTo>,
        dossier: &Dossier,
        today: NaiveDate,
    ) -> bool {
        if matches!(&self.subject, PickedFor::One(one) if one.id == case.id) {
            return false;
        }
        if self.pick_for == PickFor::Merge {
            return case.register == self.register();
        }
        let gathers = leads.is_none_or(|leads| {
            case.register == leads.register && case.state.open_at_end_of(today)
        });
        gathers && !dossier.links.iter().any(|link| link.case.id == case.id)
    }

    /// A case on its line; none where it does not fit what is typed.
    fn case_offer(&self, case: &CaseFile, model: &Model) -> Option<(Found, Line)> {
        let registers = &model.vault.as_ref()?.registers;
        let (today, language) = (model.clock.today(), model.language);
        let line = Line::of_case(case, &self.finder.words, today, registers, language)?;
        Some((Found::Case(Box::new(case.clone())), line))
    }

    /// The standard texts whose names contain what is typed.
    fn texts(&self, model: &Model, definition: &Definition) -> Vec<(Found, Line)> {
        let PickedFor::One(case) = &self.subject else {
            return Vec::new();
        };
        let (language, today) = (model.language, model.clock.today());
        let typed = folded(&self.finder.words);
        let texts = offered_texts(definition, case.state.status.as_deref());
        texts
            .filter(|text| folded(text.label.text(language)).contains(&typed))
            .map(|text| {
                let body = definition.fill(text, case, today, &model.actor, language);
                let line = Line::new(icons::TEXT, text.label.text(language));
                (Found::Text(body), line)
            })
            .collect()
    }

    /// Draws the dialog. Returns whether it stays open.
    pub fn ui(&mut self, ui: &Ui, model: &mut Model) -> bool {
        match self.pick_for {
            PickFor::Text => self.finder.search_locally(),
            PickFor::Link | PickFor::Gather | PickFor::Merge => {
                let first = self.looks_first_in(model);
                self.finder.ask(model, Some(&first));
            }
        }
        let vault = model.vault.as_ref();
        let Some(definition) = vault.and_then(|vault| vault.definition(self.register())) else {
            return false;
        };
        self.fetch(model);
        let language = model.language;
        let offers = self.offers(model, &definition);
        let (found, lines): (Vec<Found>, Vec<Line>) = offers.into_iter().unzip();
        let (label, hint) = match self.pick_for {
            PickFor::Link => ("command-link", "case-picker-hint"),
            PickFor::Gather => ("command-gather", "case-picker-hint"),
            PickFor::Merge => ("command-merge", "case-picker-hint"),
            PickFor::Text => ("command-copy-text", "text-hint"),
        };
        let (label, hint) = (language.text(label), language.text(hint));
        match self.finder.finder_ui(ui, &label, &hint, &lines, language) {
            Choice::None => return true,
            Choice::Closed => {}
            Choice::Picked(at) => {
                if let Some(found) = found.into_iter().nth(at) {
                    self.carry_out(ui, &definition, found, model);
                }
            }
        }
        ui.request_repaint();
        false
    }

    /// Asks for the cases that a new one would take over from.
    fn fetch(&self, model: &mut Model) {
        let PickedFor::Several {
            register, cases, ..
        } = &self.subject
        else {
            return;
        };
        if let Some(vault) = &mut model.vault {
            cases
                .iter()
                .for_each(|key| drop(vault.case(register, *key)));
        }
    }

    /// Does with it for what it was picked.
    fn carry_out(&self, ui: &Ui, definition: &Definition, found: Found, model: &mut Model) {
        match (self.pick_for, &self.subject, found) {
            (_, _, Found::Text(body)) => {
                ui.copy_text(body);
                let text = model.text("text-copied");
                model.notify(text, Tone::Ok);
            }
            (_, _, Found::New) => {
                let new = Action::GatherInNew(definition.id.clone(), self.keys());
                model.actions.push(new);
            }
            (PickFor::Merge, PickedFor::One(case), Found::Case(other)) => {
                plan_merge((**case).clone(), *other, model);
            }
            (PickFor::Link, PickedFor::One(case), Found::Case(other)) => {
                gathering::link((**case).clone(), *other, model);
            }
            (_, _, Found::Case(other)) => {
                gathering::gather(definition, self.keys(), *other, model);
            }
        }
    }
}

/// A new case to gather so many in, on its line; none where its register is not there.
fn new_offer(
    leads: &LeadsTo,
    definition: &Definition,
    count: usize,
    model: &Model,
) -> Option<(Found, Line)> {
    let language = model.language;
    let other = model.vault.as_ref()?.registers.get(&leads.register)?;
    let words = [
        ("case", other.case_words.one.text(language).into()),
        (
            "from",
            definition.case_word(count as u64).text(language).into(),
        ),
        ("count", (count as i64).into()),
    ];
    let text = language.say("gather-new", &words);
    let line = Line::new(icons::ADD, text).detail(other.label.text(language));
    Some((Found::New, line))
}

/// The running cases of a register that began last.
fn newest_of(vault: &mut OpenVault, register: &str, today: NaiveDate) -> Vec<Arc<CaseFile>> {
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
    let rows = rows.unwrap_or_default().into_iter().take(NEWEST);
    let keys: Vec<CaseKey> = rows.filter_map(|row| columns.key(row)).collect();
    let cases = keys.into_iter();
    cases.filter_map(|key| vault.case(register, key)).collect()
}
