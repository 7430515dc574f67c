//! The forms of cases and entries: opened, gone on with, stored and left.

use super::screens::Session;
use crate::desk::command::kinds::everyday_kind;
use crate::desk::form::autosave::NO_TIME;
use crate::desk::form::case_form::state::{CaseForm, Purpose, SourceCases};
use crate::desk::form::draft::SavedForm;
use crate::desk::form::entry_form::state::EntryForm;
use crate::desk::form::gathering::form_for_new;
use crate::desk::form::open_forms::{draft_about, draft_like};
use crate::desk::kit::widgets::Tone;
use crate::desk::list::case_list::CaseList;
use crate::desk::state::action::Action;
use crate::desk::state::list_spec::Scope;
use crate::desk::state::model::Model;
use crate::desk::state::pending::Pending;
use crate::desk::state::route::Route;
use crate::register::{CaseFile, CaseKey, Definition, Entry, Value};

impl Session {
    /// Begins a new case of the register that is on the screen.
    pub fn new_case(&mut self, model: &mut Model) {
        let Some(definition) = self.register(model) else {
            return;
        };
        let today = model.clock.today();
        self.go(Route::Register(definition.id.clone()), model);
        // A second call comes in while the first is half typed: that one waits.
        self.forms.leave_case(model);
        self.forms.case = Some(CaseForm::new(&definition, today, &model.actor));
        self.leave_import(model);
    }

    /// Begins a new case that gathers these cases of a register.
    pub fn gather_in_new(&mut self, register: String, keys: Vec<CaseKey>, model: &mut Model) {
        let source = SourceCases { register, keys };
        match form_for_new(source, model) {
            Some(form) => {
                self.go(Route::Register(form.register.clone()), model);
                self.forms.case = Some(form);
            }
            None => {
                let text = model.text("gather-not-at-hand");
                model.notify(text, Tone::Warn);
            }
        }
    }

    /// Opens the form that changes, ends or reopens the selected case.
    pub fn edit_case(&mut self, purpose: Purpose, model: &mut Model) {
        let at_work = (self.route == Route::Work)
            .then(|| self.case(model))
            .flatten();
        let (definition, key) = match at_work {
            // The form stands in the list of its register; from there it goes back to the work.
            Some((definition, case)) => {
                self.open_case(&definition.id, case.key, model);
                self.form_from = Some(Route::Work);
                (definition, case.key)
            }
            None => {
                let Some(definition) = self.register(model).filter(|_| !self.is_covered()) else {
                    return;
                };
                let list = self.lists.get(&definition.id);
                let Some(key) = list.and_then(|list| list.selected) else {
                    return;
                };
                (definition, key)
            }
        };
        // What is changed is on the screen: nothing is stored that nobody sees.
        self.go(Route::Register(definition.id.clone()), model);
        let vault = model.vault.as_mut();
        let Some(case) = vault.and_then(|vault| vault.case(&definition.id, key)) else {
            return;
        };
        let lapsed = definition.lapsed_by(&case.state, model.clock.today());
        let ended = case.state.closing().is_some() || lapsed;
        let possible = match purpose {
            Purpose::New | Purpose::Change => true,
            Purpose::Finish => definition.has_spells() && !ended,
            Purpose::Reopen => definition.has_spells() && ended,
        };
        if !possible {
            return;
        }
        // What was being typed about this case goes on where it was left.
        match draft_about(&case, purpose, self.waiting(&definition.id, model)) {
            Some(draft) => self.resume(&draft, model),
            None => {
                let (today, actor) = (model.clock.today(), &model.actor);
                let case = (*case).clone();
                let form = CaseForm::of_case(&definition, case, purpose, today, actor);
                self.forms.case = Some(form);
            }
        }
    }

    /// Opens the form of an entry of the case on the screen. What is typed in another one waits; what was typed in one like
    /// it goes on.
    fn open_entry(
        &mut self,
        model: &mut Model,
        make: impl FnOnce(&mut Model, &Definition, CaseFile) -> Option<EntryForm>,
    ) {
        let Some((definition, case)) = self.case(model) else {
            return;
        };
        let Some(mut form) = make(model, &definition, (*case).clone()) else {
            return;
        };
        if let Some(date) = form.too_late_for(&definition) {
            let language = model.language;
            let date = [("date", language.date(date).into())];
            model.notify(language.say("ladder-closed", &date), Tone::Warn);
            return;
        }
        let open = self.forms.entry.as_mut();
        if let Some(open) = open.filter(|open| open.is_like(&form)) {
            open.inputs.take_focus = true;
            return;
        }
        self.forms.leave_entry(model);
        match draft_like(&form, self.waiting(&form.case.register, model)) {
            Some(draft) => self.resume(&draft, model),
            None => {
                form.inputs.take_focus = true;
                self.forms.entry = Some(form);
            }
        }
    }

    /// A conversation, with what happens next.
    pub fn contact(&mut self, model: &mut Model) {
        self.open_entry(model, |model, definition, case| {
            let kind = everyday_kind(definition)?;
            Some(EntryForm::new(case, kind, model.clock.wall()))
        });
    }

    /// An entry of this kind.
    pub fn enter(&mut self, kind: &str, model: &mut Model) {
        self.open_entry(model, |model, definition, case| {
            let kind = definition.entry_kind(kind)?;
            Some(EntryForm::new(case, kind, model.clock.wall()))
        });
    }

    /// An entry that stands there is put right.
    pub fn edit_entry(&mut self, entry: Entry, model: &mut Model) {
        self.open_entry(model, |_, _, case| Some(EntryForm::of_entry(case, entry)));
    }

    /// The next step of the ladder, by the steps that were taken.
    pub fn next_step(&mut self, model: &mut Model) {
        self.open_entry(model, |model, definition, case| {
            let Some(ladder) = &definition.ladder else {
                let text = model.text("ladder-none");
                model.notify(text, Tone::Quiet);
                return None;
            };
            let dossier = model.dossier(&case.register, case.key)?;
            let steps = dossier.entries.iter().map(|entry| &entry.state);
            let steps = steps.filter(|step| step.kind == ladder.entry && !step.withdrawn);
            let taken = steps.filter_map(|step| match step.values.get(&ladder.measure) {
                Some(Value::Choice(measure)) => Some(measure.as_str()),
                _ => None,
            });
            let (now, language) = (model.clock.wall(), model.language);
            let Some(rung) = ladder.next(taken) else {
                let text = model.text("ladder-at-its-end");
                model.notify(text, Tone::Quiet);
                // Any other step can still be chosen.
                let kind = definition.entry_kind(&ladder.entry)?;
                return Some(EntryForm::new(case, kind, now));
            };
            EntryForm::next_step(case, definition, rung, now, language)
        });
    }

    /// Goes on with a draft.
    pub fn resume(&mut self, id: &str, model: &mut Model) {
        let meeting = self.meeting.as_mut();
        let place = meeting.and_then(|meeting| Some((meeting.place_of(id)?, meeting)));
        if let Some((place, meeting)) = place {
            // What is decided in a meeting is typed on in that meeting.
            meeting.go_to(place);
            self.resume_meeting(model);
            return;
        }
        let Some(vault) = &model.vault else { return };
        let Some(draft) = vault.drafts.iter().find(|draft| draft.id == id) else {
            return;
        };
        let Some(definition) = vault.definition(&draft.register) else {
            return;
        };
        let draft = draft.clone();
        if self.resume_grid(&draft, &definition, model) {
            return;
        }
        let Some(form) = SavedForm::of(&draft, &definition) else {
            let text = model.text("draft-cannot-be-read");
            model.notify(text, Tone::Warn);
            return;
        };
        self.forms.leave_case(model);
        self.forms.leave_entry(model);
        self.go(Route::Register(definition.id.clone()), model);
        self.leave_import(model);
        match form {
            SavedForm::Case(form) => self.forms.case = Some(*form),
            SavedForm::Entry(entry) => {
                self.forms.case = None;
                open_case_of(&entry, model);
                self.forms.entry = Some(*entry);
            }
        }
    }

    /// Throws a draft away.
    pub fn drop_draft(&mut self, id: &str, model: &mut Model) {
        let drafts = model.vault.as_ref().map(|vault| &vault.drafts);
        let draft = drafts.and_then(|drafts| drafts.iter().find(|draft| draft.id == id));
        if let Some(draft) = draft.cloned() {
            self.forms.throw_away(draft, model);
        }
    }

    /// Throws away what is typed in the form on the screen.
    pub fn discard(&mut self, model: &mut Model) {
        match self.forms.discard(model) {
            true => self.panel.timeline.take_focus = true,
            false => self.take_keyboard(model),
        }
    }

    /// Makes one more report on a case at the address of what is typed as a new case; of what became one, a new case again.
    pub fn add_report(&mut self, on: Option<CaseKey>, model: &mut Model) {
        if let Some(definition) = self.register(model)
            && self.forms.add_report(on, &definition, model)
            && let Some(entry) = &self.forms.entry
        {
            open_case_of(entry, model);
        }
    }

    /// Whoever went on to another case or screen left what was being typed in this one.
    pub fn leave_entry_out_of_sight(&mut self, model: &mut Model) {
        if self.forms.entry.is_some() && !self.entry_on_screen() {
            self.forms.leave_entry(model);
        }
    }

    /// Stores what is typed, or does what is asked for on the screen.
    pub fn save(&mut self, model: &mut Model) {
        // What is refused, or cut off, is still there to be put right.
        self.save_drafts(NO_TIME, model);
        // Nothing can be stored; the banner says why.
        if model.lost.is_some() {
            return;
        }
        if let Some(import) = &mut self.import {
            import.save(model);
            return;
        }
        match &self.route {
            Route::Finances => self.finances.check(model),
            Route::Manage => self.manage.save(model),
            Route::Indicators if self.indicators.has_form() => self.indicators.save(model),
            Route::Meeting => {
                if let Some(meeting) = &mut self.meeting {
                    meeting.decide(model);
                }
            }
            Route::Register(_) | Route::Work => self.save_form(model),
            Route::Overview | Route::Figures | Route::Indicators => {}
        }
    }

    fn save_form(&mut self, model: &mut Model) {
        if self.entry_on_screen() {
            if let Some(entry) = &mut self.forms.entry {
                entry.save(Pending::Entry, model);
            }
        } else if self.panel_form_on_screen(model) {
            self.panel.save(model);
        } else if let Some(definition) = self.register(model)
            && let Some(form) = &mut self.forms.case
        {
            let list = self.lists.get_mut(&definition.id);
            if let (Some(list), Some(vault)) = (list, &model.vault) {
                list.remember_successor(vault, &definition.id, model.clock.today());
            }
            form.save(&definition, model);
        }
    }

    /// Leaves what is on top: the form, the import, the case, the figure behind a list.
    pub fn close(&mut self, model: &mut Model) {
        if self.import.is_some() {
            return self.close_import(model);
        }
        match &self.route {
            Route::Indicators => self.indicators.close(model),
            Route::Manage => self.manage.leave_form(),
            Route::Meeting => self.leave_meeting(model),
            // There is nothing to leave, but Escape took the keyboard away all the same.
            Route::Overview | Route::Finances => self.take_keyboard(model),
            Route::Work => self.close_at_work(model),
            Route::Figures => {
                if let Some(figures) = &mut self.figures {
                    figures.close_cases();
                }
            }
            Route::Register(_) => self.close_form(model),
        }
    }

    /// Leaves what is typed in the case beside the work, then that case.
    fn close_at_work(&mut self, model: &mut Model) {
        if self.entry_on_screen() || self.panel_form_on_screen(model) {
            self.close_form(model);
            return;
        }
        self.work.case_is_open = false;
        self.work.take_focus = true;
    }

    /// Goes back to the screen on which the form of a case was opened, where that was another one.
    pub fn leave_form_for(&mut self, model: &mut Model) {
        if let Some(from) = self.form_from.take() {
            self.go(from, model);
        }
    }

    fn close_form(&mut self, model: &mut Model) {
        if self.entry_on_screen() {
            self.forms.leave_entry(model);
            self.panel.timeline.take_focus = true;
        } else if self.panel_form_on_screen(model) {
            self.panel.leave_form();
        } else if let Some(form) = &self.forms.case {
            let touched = form.inputs.touched;
            self.forms.leave_case(model);
            self.take_keyboard(model);
            self.leave_form_for(model);
            if touched {
                let text = model.text("form-waits");
                model.notify(text, Tone::Quiet);
            }
        } else if let Some(list) = self.list()
            && leave_list(list)
        {
            let from = self.opened_from.clone();
            self.go(from, model);
        }
    }
}

/// Leaves what is chosen in a list, then the case that is selected. Says whether the list itself is to be left: one of the
/// cases behind a figure.
fn leave_list(list: &mut CaseList) -> bool {
    list.take_focus = true;
    if !list.selection.is_empty() {
        list.selection.clear();
        return false;
    }
    list.selected.take().is_none() && matches!(list.spec.scope, Scope::OfFigure(..))
}

/// Asks to open the case of an entry.
fn open_case_of(entry: &EntryForm, model: &mut Model) {
    let open = Action::OpenCase(entry.case.register.clone(), entry.case.key);
    model.actions.push(open);
}
