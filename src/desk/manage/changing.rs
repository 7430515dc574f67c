//! What is done on the screen where lists and definitions are managed, carried out.

use super::history_ui::History;
use super::items::{self, Item, ItemAction, with_done, with_typed};
use super::page::ChoiceMerge;
use super::{ManagePage, subjects};
use crate::desk::backend::content::content;
use crate::desk::backend::protocol::Request;
use crate::desk::backend::service_error::ServiceError;
use crate::desk::form::inputs::Inputs;
use crate::desk::kit::widgets::Tone;
use crate::desk::state::editions::change_of;
use crate::desk::state::model::Model;
use crate::desk::state::pending::{EditionChange, Pending};
use crate::language::Explain;
use crate::register::{Content, Subject, find};
use crate::store::StoreError;

impl ManagePage {
    /// Opens what was open last, or the first list.
    pub fn begin(&mut self, model: &mut Model) {
        let first = model.vault.as_ref();
        let first = first.and_then(|vault| subjects::shared(&vault.registers).into_iter().next());
        if let Some(subject) = self.subject.clone().or(first) {
            self.open(subject, model);
        }
    }

    /// What is no longer offered is offered again, and the other way round.
    pub fn toggle_retired(&mut self, model: &mut Model) {
        let action = match self.is_offered(model) {
            Some(true) => ItemAction::Retire,
            Some(false) => ItemAction::Restore,
            None => return,
        };
        self.do_with_selected(&action, model);
    }

    /// The dialog that looks for the choice that the selected one is to go on as, where one is selected.
    pub fn choice_merge(&self) -> Option<ChoiceMerge> {
        let lists = matches!(
            self.subject,
            Some(Subject::List(_) | Subject::Choices { .. })
        );
        (lists && self.selected.is_some()).then(ChoiceMerge::default)
    }

    /// The dialog with everything that the list or definition was.
    pub fn history(&self, model: &mut Model) -> Option<History> {
        let subject = self.subject.clone()?;
        model.ask(Request::Editions(subject.clone()));
        Some(History::of(subject))
    }

    /// What was changed is in force.
    pub fn on_edited(&mut self, change: &EditionChange, model: &mut Model) {
        if let Some(typed) = &change.typed {
            self.typed.remove(&(change.subject.clone(), typed.clone()));
            self.adding = false;
        }
        if change.select.is_some() {
            self.selected.clone_from(&change.select);
            self.take_focus = true;
        }
        self.fault = None;
        self.definitions.stored(&change.subject);
        model.ask(Request::Usage(change.subject.clone()));
        model.notify(change.message.clone(), Tone::Ok);
    }

    /// Something was undone or done again: where choices are used may be otherwise.
    pub fn on_undone(&self, model: &mut Model) {
        if let Some(subject) = self.subject.clone() {
            model.ask(Request::Usage(subject));
        }
    }

    /// What was changed is not: it is said where it was typed, and in the status bar.
    pub fn on_refused(&mut self, error: &ServiceError, was_typed: bool, model: &mut Model) {
        let language = model.language;
        let sentence = match error {
            ServiceError::Store(StoreError::Definitions(mistakes)) => {
                let mistakes = mistakes.iter().map(|error| error.mistake.explain(language));
                mistakes.collect::<Vec<_>>().join("\n")
            }
            error => error.explain(language),
        };
        self.fault = was_typed.then(|| sentence.clone());
        model.notify(sentence, Tone::Bad);
    }
}

impl ManagePage {
    /// Begins something new in the list that is open.
    pub fn begin_new(&mut self) {
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

    /// Gives the keyboard to what is typed for the selected item.
    pub fn edit_selected(&mut self, model: &Model) {
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
            match (content(registers, subject)?, id) {
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
        match content(registers, subject)? {
            Content::Choices(choices) => Some(find(&choices, id)?.is_current()),
            Content::Texts(texts) => Some(!texts.iter().find(|text| text.id == *id)?.retired),
            Content::Definition(_) => None,
        }
    }

    /// Does something with the selected item.
    pub fn do_with_selected(&mut self, deed: &ItemAction, model: &mut Model) {
        let Some(registers) = model.vault.as_ref().map(|vault| vault.registers.clone()) else {
            return;
        };
        let at = (self.subject.clone(), self.selected.clone());
        let (Some(subject), Some(id)) = at else {
            return;
        };
        let Some(before) = content(&registers, &subject) else {
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

    /// Stores what is typed.
    pub fn save(&mut self, model: &mut Model) {
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
        let Some(before) = content(&registers, &subject) else {
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
    pub fn leave(&mut self) {
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
        if is_storing(model) {
            return;
        }
        let Some((edit, before)) = change_of(model, &subject, content) else {
            return;
        };
        let change = EditionChange {
            subject,
            before,
            message: said,
            select,
            typed,
        };
        model.ask_for(Pending::Edition(Box::new(change)), Request::Edit(edit));
    }
}

/// Whether a change of a list or a definition is being stored.
pub fn is_storing(model: &Model) -> bool {
    let mut pending = model.pending();
    pending.any(|pending| matches!(pending, Pending::Edition(_)))
}
