//! What is done on the screen where lists and definitions are managed, carried out.

use super::history_ui::History;
use super::items::{self, Item, ItemAction, with_done, with_typed};
use super::{ManagePage, Pending, manage_ui, subjects};
use crate::desk::app::desk::Desk;
use crate::desk::backend::service_error::ServiceError;
use crate::desk::backend::worker::{Redefined, Request};
use crate::desk::command::Command;
use crate::desk::form::inputs::Inputs;
use crate::desk::kit::widgets::Tone;
use crate::desk::list::case_list::CaseList;
use crate::desk::parts::finder::Finder;
use crate::desk::state::list_spec::{ListSpec, Scope};
use crate::desk::state::model::Model;
use crate::desk::state::route::Route;
use crate::language::Explain;
use crate::register::{Content, Registers, Subject, find};
use crate::store::{Edit, StoreError, new_id};

impl Desk {
    /// Whether lists and definitions are on the screen, with nothing before them.
    pub fn manages(&self) -> bool {
        self.place == Route::Manage
    }

    /// Goes to the lists and definitions.
    pub fn manage(&mut self) {
        self.go(Route::Manage);
        let first = self.model.vault.as_ref();
        let first = first.and_then(|vault| subjects::shared(&vault.registers).into_iter().next());
        let subject = self.manage.subject.clone().or(first);
        if let Some(subject) = subject {
            self.manage.open(subject, &mut self.model);
        }
    }

    /// The page, and the cases that are asked for there.
    pub fn manage_page_ui(&mut self, ui: &mut egui::Ui) {
        manage_ui(ui, &mut self.manage, &mut self.model);
        let Some((register, field, choice)) = self.manage.cases.take() else {
            return;
        };
        let definition = self.model.vault.as_ref();
        let definition = definition.and_then(|vault| vault.definition(&register));
        if let Some(definition) = definition {
            let mut spec = ListSpec::new(&definition);
            spec.scope = Scope::All;
            spec.slice.toggle(&field, &choice);
            let list = CaseList::arranged(spec);
            self.lists.insert(register.clone(), list);
            self.model.commands.push(Command::Register(register));
        }
    }

    /// Begins something new in the list that is open.
    pub fn add_item(&mut self) {
        if !self.manages() {
            self.manage();
        }
        self.manage.begin_new();
    }

    /// Gives the keyboard to what is typed for the selected item.
    pub fn edit_item(&mut self) {
        self.manage.edit_selected(&self.model);
    }

    /// Does something with the selected item.
    pub fn deed(&mut self, deed: &ItemAction) {
        self.manage.do_with_selected(deed, &mut self.model);
    }

    /// What is no longer offered is offered again, and the other way round.
    pub fn retire_item(&mut self) {
        let deed = match self.manage.is_offered(&self.model) {
            Some(true) => ItemAction::Retire,
            Some(false) => ItemAction::Restore,
            None => return,
        };
        self.deed(&deed);
    }

    /// Looks for the choice that the selected one is to go on as.
    pub fn merge_item(&mut self) {
        let manage = &mut self.manage;
        let lists = matches!(
            manage.subject,
            Some(Subject::List(_) | Subject::Choices { .. })
        );
        if lists && manage.selected.is_some() {
            manage.merging = Some(Finder::default());
        }
    }

    /// Shows everything the list or definition was.
    pub fn list_history(&mut self) {
        if let Some(subject) = self.manage.subject.clone() {
            self.manage.history = Some(History::of(subject.clone()));
            self.model.ask(Request::Editions(subject));
        }
    }

    /// Stores what is typed.
    pub fn save_item(&mut self) {
        self.manage.save(&mut self.model);
    }

    /// Leaves what is typed: what was typed goes on where it was left.
    pub fn close_item(&mut self) {
        self.manage.leave();
    }

    /// The registers are these from now on.
    pub fn redefined(&mut self, registers: Registers, changed: Redefined) {
        let Some(vault) = &mut self.model.vault else {
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
        self.lists.retain(|id, _| same(id));
        self.figures.take_if(|figures| !same(&figures.register));
        if let Route::Register(id) = &self.place
            && registers.get(id).is_none()
        {
            self.place = Route::Manage;
        }
        vault.redefined(registers, changed);
    }

    /// What was changed is in force.
    pub fn edited(&mut self, id: &str) {
        let Some(pending) = self.manage.pending.take_if(|pending| pending.id == id) else {
            if self.edition_undone(id)
                && let Some(subject) = self.manage.subject.clone()
            {
                self.model.ask(Request::Usage(subject));
            }
            return;
        };
        let subject = pending.subject.clone();
        if let Some(typed) = pending.typed {
            self.manage.typed.remove(&(subject.clone(), typed));
            self.manage.adding = false;
        }
        if pending.select.is_some() {
            self.manage.selected = pending.select;
            self.manage.take_focus = true;
        }
        self.manage.fault = None;
        self.manage.definitions.stored(&subject);
        self.model.ask(Request::Usage(subject.clone()));
        self.model.notify(pending.said.clone(), Tone::Ok);
        self.did_edit(subject, pending.before, pending.said);
    }

    /// What was changed is not: it is said where it was typed.
    pub fn edit_refused(&mut self, id: &str, refusal: &ServiceError) {
        let ours = |pending: &mut Pending| pending.id == id;
        let was_typed = self.manage.pending.take_if(ours).is_some();
        self.not_undone(id, refusal);
        let language = self.model.language;
        let sentence = match refusal {
            ServiceError::Store(StoreError::Definitions(mistakes)) => {
                let mistakes = mistakes.iter().map(|error| error.mistake.explain(language));
                mistakes.collect::<Vec<_>>().join("\n")
            }
            refusal => refusal.explain(language),
        };
        self.manage.fault = was_typed.then(|| sentence.clone());
        self.model.notify(sentence, Tone::Bad);
    }
}

impl ManagePage {
    pub(super) fn begin_new(&mut self) {
        let Some(subject) = self.subject.clone() else {
            return;
        };
        self.fault = None;
        if let Subject::Register(_) = subject {
            self.definitions.begin_new();
            return;
        }
        self.adding = true;
        let inputs = self.typed.entry((subject, None)).or_default();
        inputs.take_focus = true;
    }

    pub(super) fn edit_selected(&mut self, model: &Model) {
        self.adding = false;
        let at = (self.subject.clone(), self.selected.clone());
        if let (Some(subject), Some(id)) = at
            && let Some(inputs) = self.inputs(&subject, Some(&id), model)
        {
            inputs.at = None;
            inputs.take_focus = true;
        }
    }

    /// What is typed for an item, or as it is now where nothing was typed yet.
    pub(super) fn inputs(
        &mut self,
        subject: &Subject,
        id: Option<&str>,
        model: &Model,
    ) -> Option<&mut Inputs> {
        let registers = &model.vault.as_ref()?.registers;
        let key = (subject.clone(), id.map(str::to_owned));
        if self.typed.get(&key).is_none_or(|inputs| !inputs.touched) {
            let mut inputs = self.typed.remove(&key).unwrap_or_default();
            match (subjects::content(registers, subject)?, id) {
                (Content::Choices(choices), Some(id)) => find(&choices, id)?.show(&mut inputs),
                (Content::Texts(texts), Some(id)) => {
                    texts.iter().find(|text| text.id == id)?.show(&mut inputs);
                }
                (_, None) => {}
                (Content::Definition(_), _) => return None,
            }
            self.typed.insert(key.clone(), inputs);
        }
        self.typed.get_mut(&key)
    }

    /// Whether the selected item is offered; nothing while none is selected.
    pub(super) fn is_offered(&self, model: &Model) -> Option<bool> {
        let registers = &model.vault.as_ref()?.registers;
        let (subject, id) = (self.subject.as_ref()?, self.selected.as_ref()?);
        match subjects::content(registers, subject)? {
            Content::Choices(choices) => Some(find(&choices, id)?.is_current()),
            Content::Texts(texts) => Some(!texts.iter().find(|text| text.id == *id)?.retired),
            Content::Definition(_) => None,
        }
    }

    pub(super) fn do_with_selected(&mut self, deed: &ItemAction, model: &mut Model) {
        let Some(registers) = model.vault.as_ref().map(|vault| vault.registers.clone()) else {
            return;
        };
        let at = (self.subject.clone(), self.selected.clone());
        let (Some(subject), Some(id)) = at else {
            return;
        };
        let Some(before) = subjects::content(&registers, &subject) else {
            return;
        };
        let language = model.language;
        let name = |id: &str| {
            let label = match &before {
                Content::Choices(choices) => find(choices, id).map(|choice| &choice.label),
                Content::Texts(texts) => {
                    let text = texts.iter().find(|text| text.id == id);
                    text.map(|text| &text.label)
                }
                Content::Definition(_) => None,
            };
            label.map_or_else(|| id.to_owned(), |label| label.text(language).to_owned())
        };
        let said = match deed {
            ItemAction::Up | ItemAction::Down => "manage-said-moved",
            ItemAction::Retire => "manage-said-retired",
            ItemAction::Restore => "manage-said-restored",
            ItemAction::Remove => "manage-said-removed",
            ItemAction::Merge(_) => "manage-said-merged",
        };
        let into = match deed {
            ItemAction::Merge(into) => name(into),
            _ => String::new(),
        };
        let count = self.cases_with(&subject, [&id, &name(&id)]) as i64;
        let said = language.say(
            said,
            &[
                ("name", name(&id).into()),
                ("into", into.into()),
                ("count", count.into()),
            ],
        );
        let select = (*deed != ItemAction::Remove).then(|| id.clone());
        if let Some(content) = with_done(before.clone(), &id, deed) {
            self.change(model, subject, Some(content), said, select, None);
        }
    }

    pub(super) fn save(&mut self, model: &mut Model) {
        if let Some(Subject::Register(_)) = &self.subject {
            if let Some((subject, text, said)) = self.definition_to_store(model) {
                let content = Some(Content::Definition(text));
                self.subject = Some(subject.clone());
                self.change(model, subject, content, said, None, None);
            }
            return;
        }
        let Some(subject) = self.subject.clone() else {
            return;
        };
        let id = match self.adding {
            true => None,
            false => self.selected.clone(),
        };
        let Some(registers) = model.vault.as_ref().map(|vault| vault.registers.clone()) else {
            return;
        };
        let key = (subject.clone(), id.clone());
        let (today, language) = (model.clock.today(), model.language);
        let Some(inputs) = self.typed.get_mut(&key) else {
            return;
        };
        let Some(before) = subjects::content(&registers, &subject) else {
            return;
        };
        let Some((content, stored)) = with_typed(before, id.as_deref(), inputs, today, language)
        else {
            let order = items::ORDER.iter().map(|id| (*id).to_owned());
            inputs.go_to_fault(order);
            return;
        };
        let name = [("name", inputs.text(items::NAME).to_owned().into())];
        let said = match id {
            None => language.say("manage-said-added", &name),
            Some(_) => language.say("manage-said-changed", &name),
        };
        self.change(model, subject, Some(content), said, Some(stored), Some(id));
    }

    /// Takes the keyboard back to the table. What is typed waits; something new that says nothing is none.
    pub(super) fn leave(&mut self) {
        self.fault = None;
        self.adding = false;
        self.typed.retain(|_, inputs| inputs.touched);
        self.take_focus = true;
    }

    /// Asks for a change.
    pub(super) fn change(
        &mut self,
        model: &mut Model,
        subject: Subject,
        content: Option<Content>,
        said: String,
        select: Option<String>,
        typed: Option<Option<String>>,
    ) {
        if self.pending.is_some() {
            return;
        }
        let Some((edit, before)) = change_of(model, &subject, content) else {
            return;
        };
        let id = new_id();
        self.pending = Some(Pending {
            id: id.clone(),
            subject,
            before,
            said,
            select,
            typed,
        });
        model.ask(Request::Edit(id, edit));
    }
}

/// What a list or a definition says now.
pub fn content_of(model: &Model, subject: &Subject) -> Option<Content> {
    subjects::content(&model.vault.as_ref()?.registers, subject)
}

/// The change by which a list or a definition comes to say this, and what it said before: what was never changed in the
/// program goes back to what the files say.
pub fn change_of(
    model: &Model,
    subject: &Subject,
    content: Option<Content>,
) -> Option<(Edit, Option<Content>)> {
    let vault = model.vault.as_ref()?;
    let version = vault.changed.versions.get(subject).copied().unwrap_or(0);
    let now = content_of(model, subject);
    let edit = Edit {
        subject: subject.clone(),
        content,
        version,
        actor: model.actor.clone(),
        recorded: model.clock.now(),
        reason: None,
    };
    Some((edit, now.filter(|_| version > 0)))
}
