//! What can be done where the user is: a command that means nothing here is not offered, and its keys do nothing.

use egui::{Context, Key, Modifiers};

use crate::desk::app::desk::Desk;
use crate::desk::command::{Command, Section};
use crate::desk::form::case_form::Purpose;
use crate::desk::meeting::discussion::decision;
use crate::desk::state::route::Route;

impl Desk {
    /// The commands that mean something here, those of the case that is on the screen first.
    pub fn offered(&mut self) -> Vec<Command> {
        let today = self.model.clock.today();
        let case = self.case_on_screen();
        let of_case = case.as_ref().map_or_else(Vec::new, |(definition, case)| {
            Command::of_case(definition, &case.state, today)
        });
        let Some(vault) = &self.model.vault else {
            return of_case;
        };
        let all = Command::all(&vault.registers).into_iter();
        let others = all.filter(|command| self.means_something(command));
        of_case.into_iter().chain(others).collect()
    }

    /// Whether a command that is about no case means something here.
    fn means_something(&self, command: &Command) -> bool {
        let meets = self.place == Route::Meeting;
        let has_list = self.shown_list_of().is_some();
        let has_views = self.viewed().is_some();
        match command {
            // These are at hand already where they mean something.
            Command::Search | Command::Save | Command::Close => false,
            Command::NewCase => self.register().is_some(),
            Command::Import => self.register().is_some() || self.shows_indicators(),
            Command::TypeYear | Command::YearHistory => self.shows_indicators(),
            Command::Filter => self.has_filters(),
            Command::ChooseCase
            | Command::ChooseAll
            | Command::ChangeMany
            | Command::Group
            | Command::Columns => has_list,
            Command::Views | Command::SaveViewAs => has_views,
            Command::OpenWithView => has_list && self.open_view().is_some(),
            Command::StandardView => has_views && self.open_view().is_some(),
            Command::SaveView | Command::RenameView | Command::ShareView | Command::DeleteView => {
                has_views && self.own_view().is_some()
            }
            Command::RestoreView => self.can_restore_view(),
            Command::Meeting => self.can_meet(),
            Command::Discard => self.form.is_some() || self.entry_on_screen(),
            Command::RestoreDraft => self.discarded.is_some(),
            Command::AddToKnown(_) | Command::ShowDetails => self.asks_what_is_known(),
            Command::CopyTable | Command::Export => self.can_go_out(),
            Command::CopyChart => self.place == Route::Figures && self.can_go_out(),
            Command::TaskDone | Command::PutOffTask => self.task_at_hand().is_some(),
            Command::ResumeMeeting => self.meeting.is_some() && !meets,
            command if command.is_of_list() => self.manages(),
            _ => match command.section() {
                Section::Case => false,
                Section::Meeting => meets,
                _ => true,
            },
        }
    }

    /// Whether what is on the screen can be narrowed.
    pub fn has_filters(&self) -> bool {
        let covered = self.form.is_some() || self.import.is_some();
        matches!(self.place, Route::Register(_) | Route::Figures) && !covered
    }

    fn can_meet(&self) -> bool {
        let Route::Register(id) = &self.place else {
            return false;
        };
        let cases = self.lists.get(id).is_some_and(|list| !list.rows.is_empty());
        let decides = self
            .register()
            .is_some_and(|definition| decision(&definition).is_some());
        cases && decides
    }

    /// Whether a new case is being typed, or one more report that began as one.
    fn asks_what_is_known(&self) -> bool {
        let new = self.form.as_ref();
        new.is_some_and(|form| form.purpose == Purpose::New)
            || self.entry.as_ref().is_some_and(|entry| entry.from_case)
    }

    /// Turns pressed keys into commands. What has no meaning on this screen does nothing.
    pub fn keys(&mut self, ctx: &Context) {
        let Some(vault) = &self.model.vault else {
            return;
        };
        let dialog = self.joining.is_some() || self.merging.is_some();
        let dialog =
            dialog || self.put_off.is_some() || self.paper.is_some() || self.export.is_some();
        let dialog = dialog || self.narrowing.is_some() || self.grouping.is_some();
        let dialog = dialog || self.bulk.is_some() || self.manage.has_dialog();
        let dialog = dialog || self.views.naming.is_some() || self.indicators.has_dialog();
        let dialog = dialog || self.choosing_columns.is_some();
        if self.search.is_some() || self.help.is_some() || self.typed_date.is_some() || dialog {
            return;
        }
        // What is typed is undone where it is typed, by egui's own hand.
        let typing = ctx.text_edit_focused() || self.is_typing();
        let popup = egui::Popup::is_any_open(ctx);
        // What is typed in a list is typed: a key that is about its rows is not for them.
        let in_text = ctx.text_edit_focused();
        let also_typing = [Command::NewItem, Command::ListHistory];
        for (command, keys) in Command::all_with_keys(&vault.registers) {
            if in_text && command.is_of_list() && !also_typing.contains(&command) {
                continue;
            }
            // Escape closes a menu first, by egui's own hand.
            if popup && keys.logical_key == Key::Escape {
                continue;
            }
            if matches!(command, Command::Undo | Command::Redo) && typing {
                continue;
            }
            if self.hears(&command) {
                // On a slow machine keys that were pressed twice arrive in one frame.
                let pressed = ctx.input_mut(|input| {
                    input.count_and_consume_key(keys.modifiers, keys.logical_key)
                });
                let commands = std::iter::repeat_n(command, pressed);
                self.model.commands.extend(commands);
            }
        }
        // A keyboard may have a key of its own for a menu.
        if ctx.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Menu)) {
            self.model.commands.push(Command::CaseMenu);
        }
        // Ctrl Y is what Windows calls it; both are meant.
        if !typing && ctx.input_mut(|input| input.consume_key(Modifiers::COMMAND, Key::Y)) {
            self.model.commands.push(Command::Redo);
        }
    }

    /// Whether the keys of a command mean something where the user is.
    fn hears(&self, command: &Command) -> bool {
        let meets = self.place == Route::Meeting;
        if command.is_of_list() {
            return self.manages();
        }
        match command {
            // Lists have these keys for what stands in them.
            Command::EditCase => !self.manages() && !self.shows_indicators(),
            Command::NewCase | Command::Contact | Command::Today => !self.manages(),
            Command::TypeYear | Command::YearHistory => self.shows_indicators(),
            Command::NextCase | Command::PreviousCase | Command::MeetingPaper => meets,
            Command::Summary | Command::Meeting => !meets,
            // What is known at an address stands beside a new case; the same key puts an entry of the story right.
            Command::AddToKnown(_) | Command::ShowDetails => self.asks_what_is_known(),
            _ => command.is_heard_everywhere(),
        }
    }
}
