//! The one place where what the user wants is carried out: keys become commands, commands become changes.

use std::path::PathBuf;

use egui::Context;

use super::app::Desk;
use super::arrangement::Scope;
use super::bringing_in::Recipient;
use super::command::Command;
use super::divider::STEP;
use super::drafts::WHENEVER;
use super::figures_ui::Figures;
use super::form::{Form, Purpose};
use super::help::Help;
use super::import_ui::{self, Import};
use super::joining;
use super::list::List;
use super::manage::Deed;
use super::model::Say;
use super::palette::Search;
use super::reference::Reference;
use super::shell::Place;
use super::top_bar::TypedDate;
use super::welcome::Welcome;
use super::widgets::Tone;
use super::worker::Request;
use crate::language::Language;
use crate::register::{CaseKey, Reason};
use crate::store::Operation;

impl Desk {
    /// Carries out what was asked for during this frame.
    pub(super) fn carry_out(&mut self, ctx: &Context) {
        let nothing = self.model.commands.is_empty()
            && self.model.open_list.is_none()
            && self.model.open_case.is_none()
            && self.panel.tie.is_none()
            && self.model.settle.is_none()
            && self.panel.wish.is_none();
        if nothing {
            return;
        }
        // What was asked for shows in the next frame; nothing else would draw it.
        ctx.request_repaint();
        for command in std::mem::take(&mut self.model.commands) {
            self.carry_out_one(ctx, command);
        }
        self.fulfil();
        if let Some((register, figure, name)) = self.model.open_list.take()
            && let Some(definition) = self
                .model
                .vault
                .as_ref()
                .and_then(|vault| vault.definition(&register))
        {
            let mut list = List::new(&definition);
            list.arrangement.scope = Scope::Behind(Box::new(figure), name);
            if !matches!(self.place, Place::Register(_)) {
                self.opened_on = self.place.clone();
            }
            self.lists.insert(register.clone(), list);
            self.go(Place::Register(register));
        }
        if let Some((id, say)) = self.model.settle.take() {
            self.say_of(id, say);
        }
        if let Some((register, key)) = self.model.open_case.take() {
            self.go(Place::Register(register.clone()));
            self.select(&register, key);
            self.recent.opened(&register, key);
            if self.entry_on_screen() {
                self.give_back_keyboard();
            }
        }
    }

    fn carry_out_one(&mut self, ctx: &Context, command: Command) {
        match command {
            Command::Manage => self.manage(),
            Command::NewItem => self.add_item(),
            Command::EditItem => self.edit_item(),
            Command::ItemUp => self.deed(&Deed::Up),
            Command::ItemDown => self.deed(&Deed::Down),
            Command::RemoveItem => self.deed(&Deed::Remove),
            Command::RetireItem => self.retire_item(),
            Command::MergeItem => self.merge_item(),
            Command::ListHistory => self.list_history(),
            Command::Indicators => self.go(Place::Indicators),
            Command::Finances => self.go(Place::Finances),
            Command::Indicator(id) => self.show_indicator(&id),
            Command::TypeYear => self.type_year(),
            Command::YearHistory => self.year_history(),
            Command::Save if self.types_year() => self.save_year(),
            Command::Save if self.place == Place::Finances => {
                self.finances.check(&mut self.model);
            }
            Command::Close if self.shows_indicators() => self.close_year(),
            Command::Save if self.manages() => self.save_item(),
            Command::Close if self.manages() => self.close_item(),
            Command::Columns => self.choose_columns(),
            Command::Views => self.open_views(),
            Command::OpenView(id) => self.show_view(&id),
            Command::OpenFigure((register, table)) => {
                self.show_table(&register, table.as_deref());
            }
            Command::StandardView => self.leave_view(),
            Command::SaveView => self.save_view(),
            Command::SaveViewAs => self.name_view(true),
            Command::RenameView => self.name_view(false),
            Command::ShareView => self.share_view(),
            Command::OpenWithView => self.open_with_view(),
            Command::DeleteView => self.delete_view(),
            Command::RestoreView => self.restore_view(),
            Command::WiderNavigation => self.set_panels(|panels| panels.navigation.widen(STEP)),
            Command::NarrowerNavigation => self.set_panels(|panels| panels.navigation.widen(-STEP)),
            Command::WiderCase => self.set_panels(|panels| panels.case.widen(STEP)),
            Command::NarrowerCase => self.set_panels(|panels| panels.case.widen(-STEP)),
            Command::UsualPanels => self.set_panels(|panels| {
                panels.navigation.reset();
                panels.case.reset();
            }),
            Command::Search => self.search = Some(Search::default()),
            Command::Filter => self.narrow(),
            Command::Group => self.begin_grouping(),
            Command::ChangeMany => self.change_many(),
            Command::ChooseCase => self.choose(List::choose_here),
            Command::ChooseAll => self.choose(List::choose_all),
            Command::Help => self.help = Some(Help::default()),
            Command::Register(id) => self.go(Place::Register(id)),
            Command::Overview => self.go(Place::Overview),
            Command::Figures => {
                if self.figures.is_none() || matches!(self.place, Place::Register(_)) {
                    self.show_figures();
                }
                self.go(Place::Figures);
            }
            Command::Work => {
                self.go(Place::Work);
                self.work.take_focus = true;
            }
            Command::TaskDone => self.say_of_task(Say::Done),
            Command::PutOffTask => self.say_of_task(Say::PutOff),
            Command::Undo => self.undo(),
            Command::Redo => self.redo(),
            Command::Meeting => self.begin_meeting(),
            Command::ResumeMeeting => self.resume_meeting(),
            Command::NextCase => self.discuss(1),
            Command::PreviousCase => self.discuss(-1),
            Command::EndMeeting => self.end_meeting(),
            Command::MeetingPaper => self.meeting_on_paper(),
            Command::Summary => self.case_on_paper(),
            Command::NewCase => self.new_case(),
            Command::EditCase => self.edit_case(Purpose::Change),
            Command::FinishCase => self.edit_case(Purpose::Finish),
            Command::ReopenCase => self.edit_case(Purpose::Reopen),
            Command::Contact => self.contact(),
            Command::NextStep => self.next_step(),
            Command::Enter(kind) => self.enter(&kind),
            Command::Tie => self.look_for(joining::Purpose::Tie),
            Command::Merge => self.look_for(joining::Purpose::Merge),
            Command::Gather => self.look_for(joining::Purpose::Gather),
            Command::CopyText => self.look_for(joining::Purpose::Text),
            Command::Attach => self.attach(),
            Command::CaseMenu => self.panel.open_menu = self.case_on_screen().is_some(),
            Command::Timeline => self.panel.story.take_focus = self.case_on_screen().is_some(),
            Command::Save if self.entry_on_screen() => self.save_entry(),
            Command::Close if self.entry_on_screen() => self.close_entry(),
            Command::Save if self.withdrawal_on_screen() => self.save_withdrawal(),
            Command::Close if self.withdrawal_on_screen() => self.leave_withdrawal(),
            Command::Save if self.document_on_screen() => self.carry_document(),
            Command::Close if self.document_on_screen() => self.leave_document(),
            Command::Discard => self.discard(),
            Command::Resume(id) => self.resume(&id),
            Command::DropDraft(id) => self.drop_draft(&id),
            Command::RestoreDraft => self.restore(),
            Command::AddToKnown(case) => self.add_to_known(case),
            Command::ShowDetails => self.show_details(),
            Command::Save => self.save(),
            Command::Close => self.close(),
            Command::Import if self.place == Place::Indicators => {
                self.import = Some(Import::new(Recipient::Indicators));
            }
            Command::Import => {
                if let Some(definition) = self.register() {
                    self.go(Place::Register(definition.id.clone()));
                    let into = Recipient::Register(definition.id.clone());
                    self.import = Some(Import::new(into));
                }
            }
            Command::PreviousPeriod => self.refer(|reference| reference.previous()),
            Command::NextPeriod => self.refer(|reference| reference.next()),
            Command::Today => self.refer(|reference| Reference {
                date: reference.today,
                ..reference
            }),
            Command::Period(step) => {
                self.refer(|reference| Reference { step, ..reference });
            }
            Command::ChooseDate => {
                let language = self.model.language;
                let date = self.model.vault.as_ref().map(|vault| vault.reference.date);
                self.typed_date = date.map(|date| TypedDate::new(language.date(date)));
            }
            Command::CopyTable => self.copy_shown(),
            Command::CopyChart => self.copy_chart(),
            Command::Export => self.begin_export(),
            Command::Theme => {
                self.settings.theme = self.settings.theme.next();
                ctx.set_theme(egui::ThemePreference::from(self.settings.theme));
                let text = self.model.text(self.settings.theme.text_id());
                self.model.tell(text, Tone::Quiet);
                self.save_settings();
            }
            Command::Language => {
                let other = match self.model.language {
                    Language::Dutch => Language::English,
                    Language::English => Language::Dutch,
                };
                self.model.language = other;
                self.settings.language = Some(other);
                self.model.message = None;
                self.save_settings();
            }
            Command::Vaults => {
                self.leave_form();
                self.leave_entry();
                let folder = self.model.vault.take().map(|vault| vault.folder);
                self.welcome = Welcome::new(folder.as_deref());
                self.model.message = None;
            }
        }
    }

    pub(super) fn go(&mut self, place: Place) {
        if self.place != place {
            self.leave_form();
            self.import = None;
            // What was said belongs to the screen it was said on; what can still be undone stays within reach.
            if self.model.offer.is_none() {
                self.model.message = None;
                self.model.made = None;
            }
        }
        if let Place::Register(id) = &place
            && let Some(list) = self.lists.get_mut(id)
        {
            list.take_focus = true;
        }
        if place == Place::Overview {
            self.overview.take_focus = true;
        }
        if let (Place::Figures, Some(figures)) = (&place, &mut self.figures) {
            figures.take_focus = true;
        }
        if place == Place::Work {
            self.work.take_focus = true;
        }
        if place == Place::Manage {
            self.manage.take_focus = true;
        }
        if place == Place::Indicators {
            self.indicators.give_keyboard(self.model.vault.as_ref());
        }
        if place == Place::Finances {
            self.finances.take_focus = true;
        }
        self.place = place;
    }

    fn refer(&mut self, change: impl Fn(Reference) -> Reference) {
        if let Some(vault) = &mut self.model.vault {
            vault.reference = change(vault.reference);
        }
    }

    /// The figures of the register that is on the screen.
    pub(super) fn show_figures(&mut self) {
        let Some(definition) = self.register().or_else(|| {
            self.model
                .vault
                .as_ref()
                .and_then(|vault| vault.registers.all().first().cloned())
        }) else {
            return;
        };
        if self
            .figures
            .as_ref()
            .is_none_or(|figures| figures.register != definition.id)
        {
            self.figures = Some(Figures::new(&definition));
        }
    }

    /// Selects a case in its list, whatever the list was showing.
    fn select(&mut self, register: &str, key: CaseKey) {
        let Some(vault) = &self.model.vault else {
            return;
        };
        let Some(definition) = vault.definition(register) else {
            return;
        };
        let today = self.model.clock.today();
        let list = self
            .lists
            .entry(register.to_owned())
            .or_insert_with(|| List::new(&definition));
        list.selected = Some(key);
        list.take_focus = true;
        if !list.show_selected(vault, register, today) {
            *list = List::with_all(&definition, key);
            list.show_selected(vault, register, today);
        }
        self.leave_form();
        self.import = None;
    }

    fn new_case(&mut self) {
        let Some(definition) = self.register() else {
            return;
        };
        let today = self.model.clock.today();
        self.go(Place::Register(definition.id.clone()));
        // A second call comes in while the first is half typed: that one waits.
        self.leave_form();
        self.form = Some(Form::new(&definition, today, &self.model.actor));
        self.import = None;
    }

    fn edit_case(&mut self, purpose: Purpose) {
        let Some(definition) = self.register() else {
            return;
        };
        let today = self.model.clock.today();
        let Some(key) = self
            .lists
            .get(&definition.id)
            .and_then(|list| list.selected)
        else {
            return;
        };
        if self.form.is_some() || self.import.is_some() {
            return;
        }
        // What is changed is on the screen: nothing is stored that nobody sees.
        self.go(Place::Register(definition.id.clone()));
        let case = self
            .model
            .vault
            .as_mut()
            .and_then(|vault| vault.case(&definition.id, key));
        let ended = case
            .as_ref()
            .is_some_and(|case| case.state.closing().is_some());
        let possible = match purpose {
            Purpose::New | Purpose::Change => true,
            Purpose::Finish => definition.has_spells() && !ended,
            Purpose::Reopen => definition.has_spells() && ended,
        };
        if let Some(case) = case.filter(|_| possible) {
            // What was being typed about this case goes on where it was left.
            match self.draft_about(&case, purpose) {
                Some(draft) => self.resume(&draft),
                None => {
                    let case = (*case).clone();
                    let actor = &self.model.actor;
                    let form = Form::of_case(&definition, case, purpose, today, actor);
                    self.form = Some(form);
                }
            }
        }
    }

    fn save(&mut self) {
        if self.place == Place::Meeting {
            self.decide();
            return;
        }
        if let Some(import) = &mut self.import {
            import_ui::save(import, &mut self.model);
            return;
        }
        let Some(definition) = self.register() else {
            return;
        };
        if let Some(form) = &mut self.form
            && form.conflict.is_some()
        {
            form.settle(&definition, &mut self.model);
            return;
        }
        // What is refused, or cut off, is still there to be put right.
        self.keep_now(WHENEVER);
        let (today, language) = (self.model.clock.today(), self.model.language);
        let Some(form) = self.form.as_mut().filter(|form| !form.is_saving()) else {
            return;
        };
        if let Some(write) = form.write(&definition, today, language) {
            let operation = Operation {
                draft: Some(form.keeping.draft.clone()),
                reason: form.reason().map(Reason::from),
                ..self.model.operation().with(write)
            };
            let form = form.clone();
            let Some(operation) = self.gathered(&form, operation) else {
                let text = self.model.text("gather-not-at-hand");
                self.model.tell(text, Tone::Warn);
                return;
            };
            if let Some(form) = &mut self.form {
                form.saving = Some(operation.id.clone());
            }
            self.model
                .ask(Request::Record(definition.id.clone(), operation));
        }
    }

    /// Files that are dropped on the window belong to the case that is on the screen; without one the first is imported
    /// into the register.
    pub(super) fn dropped(&mut self, ctx: &Context) {
        let paths: Vec<PathBuf> = ctx.input(|input| {
            let files = input.raw.dropped_files.iter();
            files.map(|file| file.path().to_owned()).collect()
        });
        let Some(first) = paths.first() else { return };
        // With a case selected it is a document of that case, even while its fields are still being read.
        if let Some((register, case)) = self.selected_on_screen() {
            for path in paths {
                self.attach_file(&register, case, path);
            }
            return;
        }
        if self.place == Place::Finances {
            self.finances.dropped(first, &mut self.model);
            return;
        }
        let into = match (&self.place, self.register()) {
            (Place::Indicators, _) => Recipient::Indicators,
            (_, Some(definition)) => Recipient::Register(definition.id.clone()),
            (_, None) => return,
        };
        if let Recipient::Register(id) = &into {
            self.go(Place::Register(id.clone()));
        }
        let mut import = Import::new(into);
        import.dropped(first, &mut self.model);
        self.import = Some(import);
    }

    /// The case that is selected in the register on the screen, with nothing in front of it.
    fn selected_on_screen(&self) -> Option<(String, CaseKey)> {
        let Place::Register(register) = &self.place else {
            return None;
        };
        if self.form.is_some() || self.import.is_some() {
            return None;
        }
        let key = self.lists.get(register)?.selected?;
        Some((register.clone(), key))
    }
}
