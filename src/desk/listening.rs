//! What the desk hears from the clerk: every answer goes to whoever asked.

use std::path::{Path, PathBuf};

use super::app::Desk;
use super::bringing_in::{ImportAnswer, Recipient};
use super::case::CasePanel;
use super::finances::FinancesPage;
use super::form::Form;
use super::indicators::IndicatorPage;
use super::manage::Manage;
use super::overview::Overview;
use super::palette::Recent;
use super::refusal::Refusal;
use super::shell::Place;
use super::undoing::Steps;
use super::views::Views;
use super::widgets::Tone;
use super::work_ui::Work;
use super::worker::{Answer, Asked};
use crate::language::Explain;
use crate::register::{CaseFile, Registers};
use crate::report::PaperError;
use crate::store::{Recorded, StoreError};

impl Desk {
    /// Takes in what the clerk answered.
    pub(super) fn listen(&mut self) {
        while let Some(answer) = self.model.answer() {
            match answer {
                Answer::Opened(folder, registers) => self.opened(folder, registers),
                Answer::Redefined(registers, changed) => self.redefined(registers, *changed),
                Answer::Edited(id) => self.edited(&id),
                Answer::Editions(subject, editions, files) => {
                    self.manage.told_editions(&subject, editions, files);
                }
                Answer::Usage(subject, usage) => self.manage.told_usage(subject, usage),
                Answer::Previewed(preview, ticket) => {
                    self.manage.told_preview(*preview, ticket);
                }
                Answer::Columns(columns, ranks) => {
                    let today = self.model.clock.today();
                    if let Some(vault) = &mut self.model.vault {
                        vault.counted(columns, ranks, today);
                    }
                }
                Answer::Cases(cases) => {
                    if let Some(vault) = &mut self.model.vault {
                        vault.fetched(cases);
                    }
                }
                Answer::Dossier(register, key, dossier) => {
                    if let Some(vault) = &mut self.model.vault {
                        vault.told(register, key, *dossier);
                    }
                }
                Answer::Tasks(register, tasks) => {
                    if let Some(vault) = &mut self.model.vault {
                        vault.tasks_told(register, tasks);
                    }
                }
                Answer::Indicators(indicators, values) => {
                    if let Some(vault) = &mut self.model.vault {
                        vault.indicators_told(indicators, values);
                    }
                }
                Answer::Drafts(drafts) => {
                    if let Some(vault) = &mut self.model.vault {
                        vault.drafts = drafts;
                    }
                }
                Answer::Views(views) => {
                    if let Some(vault) = &mut self.model.vault {
                        vault.views = views;
                    }
                }
                Answer::FoundIn(register, words, cases) => {
                    if let Some(vault) = &mut self.model.vault {
                        vault.looked_up.tell_found(register, words, cases);
                    }
                }
                Answer::Owners(register, owners) => {
                    if let Some(vault) = &mut self.model.vault {
                        vault.looked_up.tell_owners(&register, owners);
                    }
                }
                Answer::OnPaper(path) => {
                    self.paper = None;
                    self.file_made("paper-made-at", path);
                }
                Answer::Exported(path) => {
                    self.export = None;
                    self.file_made("export-made-at", path);
                }
                Answer::KnownAt(told, ticket) => {
                    let definition = self.register();
                    if let (Some(form), Some(definition)) = (&mut self.form, definition) {
                        form.known(&definition, told, ticket);
                    }
                }
                // What is only looked at goes away by itself.
                Answer::TakenOut(path) if self.documents.are_looked_at(&path) => {
                    if self.documents.tells_first() {
                        let text = self.model.text("document-is-a-copy");
                        self.model.tell(text, Tone::Quiet);
                    }
                }
                Answer::TakenOut(path) => {
                    let file = path.display().to_string();
                    let text = self
                        .model
                        .language
                        .say("document-taken-out", &[("file", file.into())]);
                    self.model.tell(text, Tone::Ok);
                }
                Answer::Found(found, ticket) => {
                    if let Some(joining) = &mut self.joining {
                        joining.found(found, ticket);
                    } else if let Some(search) = &mut self.search {
                        search.found(found, ticket);
                    }
                }
                Answer::MergePlanned(plan, changed) => self.merge_planned(plan, changed),
                Answer::Recorded(register, operation, recorded) => {
                    let action = recorded.action.clone();
                    if self.undone(&operation, &recorded) {
                        continue;
                    }
                    if !self.merged(&operation)
                        && !self.settled(&register, &operation, &recorded)
                        && !self.decided(&operation, &recorded)
                        && !self.bulk_stored(&operation, &recorded)
                    {
                        self.recorded(&register, &operation, recorded);
                    }
                    self.did(register, action);
                }
                Answer::Imported(told) => self.imported(*told),
                Answer::YearsKept(id) => self.years_kept(&id),
                Answer::YearHistory(key, history) => {
                    self.indicators.told_history(&key, history);
                }
                Answer::Finances(path, finances) => {
                    self.model.busy = self.model.busy.saturating_sub(1);
                    self.finances.told(path, *finances);
                }
                Answer::BulkPlanned(told, ticket) => self.bulk_told(told, ticket),
                Answer::Copied(copied, told) => self.copied(*copied, told),
                Answer::Refused(asked, refusal) => self.refused(&asked, &refusal),
            }
        }
    }

    /// Says that there is a file, which can be opened; the next one begins in its folder.
    fn file_made(&mut self, text: &str, path: PathBuf) {
        let file = path.display().to_string();
        let text = self.model.language.say(text, &[("file", file.into())]);
        let folder = path.parent().map(Path::to_owned);
        if self.settings.folder != folder {
            self.settings.folder = folder;
            self.save_settings();
        }
        self.model.tell(text, Tone::Ok);
        self.model.made = Some(path);
        self.give_back_keyboard();
    }

    /// A file was looked at, or brought in.
    fn imported(&mut self, told: ImportAnswer) {
        self.model.busy = self.model.busy.saturating_sub(1);
        let (into, action) = (told.into.clone(), told.imported.action.clone());
        let changes = told.changes.clone();
        let changed = told.written && !changes.is_empty();
        let stored = match &into {
            Recipient::Register(_) => action.is_some().then_some("import-stored"),
            Recipient::Indicators => changed.then_some("import-values-stored"),
        };
        let report = &told.imported.report;
        let count = [("count", ((report.added + report.updated) as i64).into())];
        let said = stored.map(|stored| self.model.language.say(stored, &count));
        if let Some(import) = &mut self.import {
            import.told(told);
        }
        let Some(said) = said else { return };
        self.model.tell(said.clone(), Tone::Ok);
        match into {
            Recipient::Register(register) => self.did(register, action),
            Recipient::Indicators => self.did_years(changes, said),
        }
    }

    /// A vault was opened. Nothing of the one before it is left: the numbers of its cases mean others here.
    fn opened(&mut self, folder: PathBuf, registers: Registers) {
        self.model.busy = self.model.busy.saturating_sub(1);
        self.model.message = None;
        self.model.offer = None;
        self.model.made = None;
        self.model.settle = None;
        self.model.open_case = None;
        self.model.open_list = None;
        self.recent = Recent::default();
        self.views = Views::default();
        self.choosing_columns = None;
        self.panel = CasePanel::default();
        self.joining = None;
        self.merging = None;
        self.paper = None;
        self.export = None;
        self.bulk = None;
        self.grouping = None;
        self.search = None;
        self.typed_date = None;
        self.lists.clear();
        self.form = None;
        self.entry = None;
        self.discarded = None;
        self.figures = None;
        self.overview = Overview::default();
        self.opened_on = Place::Figures;
        self.import = None;
        self.work = Work::new(self.settings.work);
        self.manage = Manage::default();
        self.indicators = IndicatorPage::default();
        self.finances = FinancesPage::default();
        self.meeting = None;
        self.model.meeting = None;
        self.put_off = None;
        self.settling.clear();
        self.steps = Steps::default();
        if let Some(first) = registers.all().first() {
            self.place = Place::Register(first.id.clone());
        }
        self.settings.vault = Some(folder.clone());
        self.model.opened(folder, registers);
        self.save_settings();
    }

    /// A form was stored: it is gone with its draft, and its case is selected. Answers come to what was asked by the action
    /// they are about: two may be on their way in one register.
    fn recorded(&mut self, register: &str, operation: &str, recorded: Recorded) {
        self.document_stored(operation);
        let ours = |form: &mut Form| form.saving.as_deref() == Some(operation);
        let form = self.form.take_if(ours);
        if form.is_none()
            && (self.entry_recorded(operation) || self.tell_of_entry(register, &recorded))
        {
            if let Some(vault) = &mut self.model.vault {
                vault.fetched(recorded.cases);
            }
            return;
        }
        let Some(case) = recorded.cases.first() else {
            return;
        };
        let number = [("number", case.number.as_str().into())];
        let text = self.model.language.say("case-saved", &number);
        let key = case.key;
        self.model.tell(text, Tone::Ok);
        if let Some(vault) = &mut self.model.vault {
            vault.fetched(recorded.cases);
        }
        // Whoever went on to something else meanwhile is left there.
        let here = self.place == Place::Register(register.to_owned());
        if here && self.import.is_none() && (form.is_some() || self.form.is_none()) {
            self.model.open_case = Some((register.to_owned(), key));
        }
    }

    /// What was asked could not be done; a form that was being stored is given back.
    fn refused(&mut self, asked: &Asked, refusal: &Refusal) {
        match asked {
            Asked::Long => self.model.busy = self.model.busy.saturating_sub(1),
            Asked::Paper | Asked::Export => {
                let exists = match refusal {
                    Refusal::Paper(PaperError::Exists(path)) => Some(path.as_path()),
                    _ => None,
                };
                let sentence = refusal.explain(self.model.language);
                match (asked, &mut self.paper, &mut self.export) {
                    (Asked::Paper, Some(paper), _) => return paper.refused(sentence, exists),
                    (Asked::Export, _, Some(export)) => return export.refused(sentence, exists),
                    _ => {}
                }
            }
            Asked::Record(operation) => {
                self.settling
                    .retain(|pending| pending.operation != *operation);
                self.not_undone(operation, refusal);
                self.not_merged(operation);
                if let Some(meeting) = &mut self.meeting {
                    meeting.refused(operation, refusal.explain(self.model.language));
                }
                if let Refusal::Store(StoreError::Conflict { stored, .. }) = refusal
                    && let Some(vault) = &mut self.model.vault
                {
                    vault.fetched(vec![(**stored).clone()]);
                }
                let stored = match refusal {
                    Refusal::Store(StoreError::Conflict { stored, .. }) => Some(stored),
                    _ => None,
                };
                let error = match refusal {
                    Refusal::Store(error) => Some(error),
                    _ => None,
                };
                if self.bulk_refused(operation, stored.map(|stored| &**stored)) {
                    return;
                }
                if self.entry_refused(operation, error) {
                    return;
                }
                let form = self.form.as_mut();
                if let Some(form) = form
                    && form.saving.take_if(|saving| saving == operation).is_some()
                {
                    // A new case that gathers another one is refused when that other one changed: there is nothing to
                    // compare in this form, and what is stored next goes by what was fetched.
                    let same = |stored: &CaseFile| {
                        let case = form.case.as_ref();
                        case.is_some_and(|case| case.id == stored.id)
                    };
                    if let Some(stored) = stored.filter(|stored| same(stored)) {
                        let vault = self.model.vault.as_ref();
                        let definition = vault.and_then(|vault| vault.definition(&form.register));
                        if let Some(definition) = definition {
                            form.meets(stored.clone(), &definition, &self.model);
                            return;
                        }
                    }
                }
            }
            Asked::Draft(draft) => self.draft_refused(draft),
            Asked::Edit(id) => {
                self.edit_refused(id, refusal);
                return;
            }
            Asked::Years(id) => {
                self.years_refused(id, refusal);
                return;
            }
            Asked::Fetch(register) => {
                if let Some(vault) = &mut self.model.vault {
                    vault.not_read(register);
                }
            }
            Asked::Attach(operation) => {
                let document = self.panel.document.as_mut();
                let ours = document.filter(|form| form.saving.as_ref() == Some(operation));
                if let Some(form) = ours {
                    form.refused(refusal.explain(self.model.language));
                    return;
                }
            }
            Asked::Other => {}
        }
        self.model.complain(refusal);
    }
}
