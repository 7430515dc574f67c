//! The answers of the vault service: what it knows goes to the vault, what was asked for to who asked.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::desk::Desk;
use super::overlay::Overlay;
use crate::desk::backend::clipboard::Copied;
use crate::desk::backend::import_job::{CasesOutcome, FiguresOutcome};
use crate::desk::backend::protocol::{Answer, Redefined, Reply, RequestId};
use crate::desk::case::merge::MergeDialog;
use crate::desk::command::Command;
use crate::desk::kit::widgets::Tone;
use crate::desk::session::screens::Session;
use crate::desk::state::pending::Pending;
use crate::desk::state::route::Route;
use crate::desk::transfer::import_page::ImportPage;
use crate::exchange::FinanceChange;
use crate::exchange::Imported;
use crate::register::Registers;
use crate::store::{Backup, MergePlan, Restored};

impl Desk {
    /// Takes in what the vault service answered.
    pub(super) fn take_in_answers(&mut self) {
        while let Some(Reply { to, answer }) = self.model.reply() {
            self.take_in(to, answer);
        }
    }

    fn take_in(&mut self, to: Option<RequestId>, answer: Answer) {
        match answer {
            Answer::OpeningWaits => {
                let waits = self.model.language.text("store-opening-waits");
                self.model.notify(waits, Tone::Quiet);
            }
            Answer::Opened(folder, registers) => self.opened(folder, registers),
            Answer::Redefined(registers, changed) => self.redefined(registers, *changed),
            Answer::Recorded(register, recorded) => self.recorded(to, &register, recorded),
            Answer::Edited => self.edited(to),
            Answer::YearsSaved => self.years_saved(to),
            Answer::FinancesSaved(changes) => self.finances_saved(to, changes),
            Answer::CasesImported(outcome) => self.cases_imported(to, *outcome),
            Answer::FiguresImported(outcome) => self.figures_imported(*outcome),
            Answer::RefusedSaved(path) => self.file_made("refused-made-at", path),
            Answer::MergePlanned(plan, changed) => self.merge_planned(plan, changed),
            Answer::OnPaper(path) => self.file_made("paper-made-at", path),
            Answer::Exported(path) => self.file_made("export-made-at", path),
            Answer::Diagnosed(path) => self.file_made("diagnose-made-at", path),
            Answer::Backups(book) => {
                if let Some(Overlay::Backups(dialog)) = &mut self.overlay {
                    dialog.on_backups(*book);
                }
            }
            Answer::RestorePlanned(plan) => {
                if let Some(Overlay::Backups(dialog)) = &mut self.overlay {
                    dialog.on_plan(*plan);
                }
            }
            Answer::BackupMade(backup) => self.said_of_backup("backups-made", &backup),
            Answer::BackupTried(backup) => self.said_of_backup("backups-was-tried", &backup),
            Answer::TrialDue => {
                let text = self.model.text("backups-trial-reminder");
                self.model.notify(text, Tone::Warn);
                self.model.offer(Command::Backups);
            }
            Answer::Restored(restored) => self.restored(&restored),
            Answer::TakenOut(path) => self.document_taken_out(&path),
            Answer::Copied(copied) => self.copied(to, *copied),
            Answer::Lost(why) => self.model.lost = why,
            Answer::Unwritable(unwritable) => self.model.unwritable = unwritable,
            Answer::Warning(error) => self.model.notify_error(&error),
            Answer::Refused(error) => self.refused(to, &error),
            Answer::Done => drop(self.model.answered(to)),
            answer => self.take_in_found(to, answer),
        }
    }

    /// Takes in what was looked up for a dialog or a page; an answer to an older request is dropped there.
    fn take_in_found(&mut self, to: Option<RequestId>, answer: Answer) {
        let (Some(session), Some(id)) = (&mut self.session, to) else {
            return self.take_in_known(answer);
        };
        match (answer, &mut self.overlay) {
            (Answer::Found(found), Some(Overlay::Palette(palette))) => palette.on_found(found, id),
            (Answer::Found(found), Some(Overlay::CasePicker(picker))) => picker.on_found(found, id),
            (Answer::BulkPlanned(plan), Some(Overlay::BulkChange(dialog))) => {
                dialog.on_planned(plan, id);
            }
            (Answer::Editions(subject, editions, files), Some(Overlay::Editions(history))) => {
                history.on_editions(&subject, editions, files);
            }
            (Answer::YearHistory(key, revisions), Some(Overlay::YearHistory(history))) => {
                history.on_revisions(&key, revisions);
            }
            (Answer::Usage(subject, usage), _) => session.manage.on_usage(subject, usage),
            (Answer::Previewed(preview), _) => session.manage.on_previewed(*preview, id),
            (Answer::Looked(look), _) => {
                if let Some(import) = session.import.as_mut().and_then(ImportPage::cases) {
                    import.on_look(*look, id);
                }
            }
            (Answer::RowsChecked(check), _) => {
                if let Some(grid) = session.grid_mut() {
                    grid.on_checked(*check, id);
                }
            }
            (Answer::Finances(path, finances), _) => session.finances.on_checked(path, *finances),
            (Answer::AddressLookup(found), _) => {
                let definition = session.register(&self.model);
                if let (Some(form), Some(definition)) = (&mut session.forms.case, definition) {
                    form.on_address_lookup(&definition, found, id);
                }
            }
            (answer, _) => self.take_in_known(answer),
        }
    }

    /// Takes in what is known of the vault, whoever asked.
    fn take_in_known(&mut self, answer: Answer) {
        let today = self.model.clock.today();
        let Some(vault) = &mut self.model.vault else {
            return;
        };
        match answer {
            Answer::Columns(columns, ranks) => vault.on_columns(columns, ranks, today),
            Answer::Cases(cases) => vault.on_cases(cases),
            Answer::Dossier(register, key, dossier) => vault.on_dossier(register, key, *dossier),
            Answer::Tasks(register, tasks) => vault.on_tasks(register, tasks),
            Answer::Indicators(indicators, values) => vault.on_indicators(indicators, values),
            Answer::KeptFinances(kept) => vault.finances = Arc::new(kept),
            Answer::Drafts(drafts) => vault.drafts = drafts,
            Answer::Views(views) => vault.views = views,
            Answer::FoundIn(register, words, cases) => {
                vault.lookups.on_found(register, words, cases);
            }
            Answer::Order(register, by, ranks) => vault.lookups.on_order(register, by, ranks),
            Answer::LastContacts(register, days) => {
                vault.lookups.on_last_contacts(&register, days);
            }
            Answer::Owners(register, owners) => vault.lookups.on_owners(&register, owners),
            // The dialog that asked was closed meanwhile.
            _ => {}
        }
    }

    /// A vault was opened. Nothing of the one before it is left: the numbers of its cases mean others here.
    fn opened(&mut self, folder: PathBuf, registers: Registers) {
        self.model.forget_pending();
        self.model.message = None;
        self.model.lost = None;
        self.model.unwritable.clear();
        self.model.actions.take();
        self.overlay = None;
        self.session = Some(Session::new(&registers, &self.settings));
        self.settings.vault = Some(folder.clone());
        self.model.opened(folder, registers);
        self.save_settings();
    }

    /// The registers are these from now on.
    fn redefined(&mut self, registers: Registers, changed: Redefined) {
        let (Some(session), Some(vault)) = (&mut self.session, &mut self.model.vault) else {
            return;
        };
        // A list or a figure that was made for other fields is made anew; one that was not stays as it is.
        let fields = |registers: &Registers, id: &str| {
            registers.get(id).map(|definition| {
                let fields = definition.fields.iter();
                let fields = fields.map(|field| (field.id.clone(), field.kind, field.counted));
                fields.collect::<Vec<_>>()
            })
        };
        let same = |id: &str| fields(&vault.registers, id) == fields(&registers, id);
        session.lists.retain(|id, _| same(id));
        session.figures.take_if(|figures| !same(&figures.register));
        if let Route::Register(id) = &session.route
            && registers.get(id).is_none()
        {
            session.route = Route::Manage;
        }
        vault.on_redefined(registers, changed);
    }

    /// What merging comes to is asked; another dialog that was opened meanwhile keeps the keyboard.
    fn merge_planned(&mut self, plan: Box<MergePlan>, changed: bool) {
        if matches!(self.overlay, None | Some(Overlay::Merge(_))) {
            let dialog = MergeDialog::new(plan, changed);
            self.overlay = Some(Overlay::Merge(Box::new(dialog)));
        }
    }

    /// Says what came of a backup.
    fn said_of_backup(&mut self, text: &str, backup: &Backup) {
        let language = self.model.language;
        let about = [
            ("when", language.moment(backup.made).into()),
            ("count", backup.cases().unwrap_or(0).into()),
        ];
        self.model.notify(language.say(text, &about), Tone::Ok);
    }

    /// Says that a backup was put back, and where what stood there before is kept.
    fn restored(&mut self, restored: &Restored) {
        let language = self.model.language;
        let text = restored.kept_where(language).join(" ");
        self.model.notify(text, Tone::Ok);
    }

    /// Says that there is a file, which can be opened; the next one begins in its folder.
    fn file_made(&mut self, text: &str, path: PathBuf) {
        self.overlay.take_if(|dialog| {
            matches!(
                dialog,
                Overlay::Paper(_)
                    | Overlay::Export(_)
                    | Overlay::Diagnose(_)
                    | Overlay::RefusedRows(_)
            )
        });
        let file = path.display().to_string();
        let text = self.model.language.say(text, &[("file", file.into())]);
        let folder = path.parent().map(Path::to_owned);
        if self.settings.folder != folder {
            self.settings.folder = folder;
            self.save_settings();
        }
        self.model.notify(text, Tone::Ok);
        if let Some(message) = &mut self.model.message {
            message.file = Some(path);
        }
        if let Some(session) = &mut self.session {
            session.take_keyboard(&self.model);
        }
    }

    /// A document was written to a file. What is only looked at goes away by itself.
    fn document_taken_out(&mut self, path: &Path) {
        let Some(session) = &mut self.session else {
            return;
        };
        if session.documents.has(path) {
            if session.documents.is_first() {
                let text = self.model.text("document-is-a-copy");
                self.model.notify(text, Tone::Quiet);
            }
            return;
        }
        let file = [("file", path.display().to_string().into())];
        let text = self.model.language.say("document-taken-out", &file);
        self.model.notify(text, Tone::Ok);
    }

    fn copied(&mut self, to: Option<RequestId>, copied: Copied) {
        self.model.clipboard = Some(copied);
        if let Some(Pending::Copy(said)) = self.model.answered(to) {
            self.model.notify(said, Tone::Ok);
        }
    }

    /// A file was imported into a register, or rows that were typed.
    fn cases_imported(&mut self, to: Option<RequestId>, outcome: CasesOutcome) {
        let Some(session) = &mut self.session else {
            return;
        };
        let model = &mut self.model;
        if let (Some(Pending::TypedRows(draft)), Some(id)) = (model.answered(to), to) {
            return session.on_rows_stored(&outcome, id, &draft, model);
        }
        let register = outcome.import.register.clone();
        let Imported { report, action, .. } = &outcome.imported;
        let count = [("count", ((report.added + report.updated) as i64).into())];
        let said = model.language.say("import-stored", &count);
        let action = action.clone();
        if let Some(import) = session.import.as_mut().and_then(ImportPage::cases) {
            import.on_imported(outcome);
        }
        if action.is_some() {
            model.notify(said, Tone::Ok);
            session.undo.push_cases(register, action, model);
        }
    }

    /// A file of figures was looked at, or imported.
    fn figures_imported(&mut self, outcome: FiguresOutcome) {
        let Some(session) = &mut self.session else {
            return;
        };
        let model = &mut self.model;
        let changes = outcome.found.changes.clone();
        let report = &outcome.found.imported.report;
        let stored = outcome.written && report.added + report.updated > 0;
        let count = [("count", ((report.added + report.updated) as i64).into())];
        let said = model.language.say("import-values-stored", &count);
        if let Some(import) = session.import.as_mut().and_then(ImportPage::indicators) {
            import.on_outcome(outcome);
        }
        if stored {
            model.notify(said.clone(), Tone::Ok);
            if !changes.is_empty() {
                session.undo.push_years(changes, said, model);
            }
        }
    }

    /// A change of a list or a definition is in force.
    fn edited(&mut self, to: Option<RequestId>) {
        let Some(session) = &mut self.session else {
            return;
        };
        let model = &mut self.model;
        match model.answered(to) {
            Some(Pending::Edition(change)) => {
                session.manage.on_edited(&change, model);
                let (subject, message) = (change.subject, change.message);
                session
                    .undo
                    .push_edition(subject, change.before, message, model);
            }
            Some(Pending::Undo) => {
                session.undo.on_edited(model);
                session.manage.on_undone(model);
            }
            _ => {}
        }
    }

    /// A change of values of indicators is kept.
    fn years_saved(&mut self, to: Option<RequestId>) {
        let Some(session) = &mut self.session else {
            return;
        };
        let model = &mut self.model;
        match model.answered(to) {
            Some(Pending::Years(change, said)) => {
                session.indicators.on_stored(&change, said.clone(), model);
                session.undo.push_years(vec![*change], said, model);
            }
            Some(Pending::Undo) => {
                let undone = session.undo.on_years_saved(model);
                let import = session.import.as_mut().and_then(ImportPage::indicators);
                if let (Some(import), Some(changes)) = (import, undone) {
                    import.on_years_undone(&changes);
                }
            }
            _ => {}
        }
    }

    /// Amounts of a programme are kept.
    fn finances_saved(&mut self, to: Option<RequestId>, changes: Vec<FinanceChange>) {
        let Some(session) = &mut self.session else {
            return;
        };
        let model = &mut self.model;
        match model.answered(to) {
            Some(Pending::Undo) => session.undo.on_finances_saved(model),
            _ => {
                session.finances.on_kept();
                let count: usize = changes.iter().map(|change| change.after.len()).sum();
                let text = match changes.is_empty() {
                    true => model.text("finances-unchanged"),
                    false => {
                        let count = [("count", (count as i64).into())];
                        model.language.say("finances-said-kept", &count)
                    }
                };
                model.notify(text.clone(), Tone::Ok);
                if !changes.is_empty() {
                    session.undo.push_finances(changes, text, model);
                }
            }
        }
    }
}
