//! Changing lists and definitions: items are typed, moved and retired, and a refusal stands where it was typed.

use super::choice_merge::ChoiceMerge;
use super::history::History;
use super::items::{self, Item, ItemAction, with_action, with_typed};
use super::state::ManagePage;
use super::subjects;
use crate::desk::backend::protocol::Request;
use crate::desk::backend::service_error::ServiceError;
use crate::desk::form::inputs::Inputs;
use crate::desk::kit::widgets::Tone;
use crate::desk::state::editions::{change_of, content_of};
use crate::desk::state::model::Model;
use crate::desk::state::pending::{EditionChange, Pending};
use crate::language::{Explain, Language};
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

    /// Retires the selected item, or offers it again.
    pub fn toggle_retired(&mut self, model: &mut Model) {
        let action = match self.is_offered(model) {
            Some(true) => ItemAction::Retire,
            Some(false) => ItemAction::Restore,
            None => return,
        };
        self.act_on_selected(&action, model);
    }

    /// The dialog that looks for the choice that the selected one is to go on as, where one is selected.
    pub fn choice_merge(&self) -> Option<ChoiceMerge> {
        let lists = matches!(
            self.subject,
            Some(Subject::List(_) | Subject::Choices { .. })
        );
        (lists && self.selected.is_some()).then(ChoiceMerge::default)
    }

    /// The dialog with every edition of the list or definition.
    pub fn history(&self, model: &mut Model) -> Option<History> {
        let subject = self.subject.clone()?;
        model.ask(Request::Editions(subject.clone()));
        Some(History::of(subject))
    }

    /// A change is stored and holds from now on.
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
        self.definitions.on_stored(&change.subject);
        model.ask(Request::Usage(change.subject.clone()));
        model.notify(change.message.clone(), Tone::Ok);
    }

    /// Something was undone or done again: where choices are used is asked again.
    pub fn on_undone(&self, model: &mut Model) {
        if let Some(subject) = self.subject.clone() {
            model.ask(Request::Usage(subject));
        }
    }

    /// A change was refused: the status bar says why, and also the form it was typed in.
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
    /// Begins a new item of the list that is open, or a new register.
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

    /// What is typed for an item; where nothing was typed yet, the item as it is stored.
    pub(super) fn inputs(
        &mut self,
        subject: &Subject,
        id: Option<&str>,
        model: &Model,
    ) -> Option<&mut Inputs> {
        let key = (subject.clone(), id.map(str::to_owned));
        if self.typed.get(&key).is_none_or(|inputs| !inputs.touched) {
            let mut inputs = self.typed.remove(&key).unwrap_or_default();
            match (content_of(model, subject)?, id) {
                (Content::Choices(choices), Some(id)) => find(&choices, id)?.fill(&mut inputs),
                (Content::Texts(texts), Some(id)) => {
                    texts.iter().find(|text| text.id == id)?.fill(&mut inputs);
                }
                (Content::Indicators(all), Some(id)) => {
                    all.iter().find(|one| one.id == id)?.fill(&mut inputs);
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
        let (subject, id) = (self.subject.as_ref()?, self.selected.as_ref()?);
        match content_of(model, subject)? {
            Content::Choices(choices) => Some(find(&choices, id)?.is_current()),
            Content::Texts(texts) => Some(!texts.iter().find(|text| text.id == *id)?.retired),
            Content::Indicators(all) => Some(!all.iter().find(|one| one.id == *id)?.retired),
            Content::Definition(_) => None,
        }
    }

    /// Does something with the selected item.
    pub fn act_on_selected(&mut self, action: &ItemAction, model: &mut Model) {
        let at = (self.subject.clone(), self.selected.clone());
        let (Some(subject), Some(id)) = at else {
            return;
        };
        let Some(content) = content_of(model, &subject) else {
            return;
        };
        let text = self.text_of(action, &subject, &content, &id, model.language);
        let select = (*action != ItemAction::Remove).then(|| id.clone());
        if let Some(content) = with_action(content, &id, action) {
            self.change(model, subject, Some(content), text, select, None);
        }
    }

    /// What the status bar says once something was done with an item.
    fn text_of(
        &self,
        action: &ItemAction,
        subject: &Subject,
        content: &Content,
        id: &str,
        language: Language,
    ) -> String {
        let text = match action {
            ItemAction::Up | ItemAction::Down => "manage-said-moved",
            ItemAction::Retire => "manage-said-retired",
            ItemAction::Restore => "manage-said-restored",
            ItemAction::Remove => "manage-said-removed",
            ItemAction::Merge(_) => "manage-said-merged",
        };
        let name = name_of(content, id, language);
        let into = match action {
            ItemAction::Merge(into) => name_of(content, into, language),
            _ => String::new(),
        };
        let count = self.cases_with(subject, [id, &name]) as i64;
        let arguments = [
            ("name", name.into()),
            ("into", into.into()),
            ("count", count.into()),
        ];
        language.say(text, &arguments)
    }

    /// Stores what is typed.
    pub fn save(&mut self, model: &mut Model) {
        match self.subject.clone() {
            Some(Subject::Register(id)) => self.save_definition(&Subject::Register(id), model),
            Some(subject) => self.save_item(subject, model),
            None => {}
        }
    }

    fn save_definition(&mut self, subject: &Subject, model: &mut Model) {
        let Some((text, preview)) = self.definitions.storable(subject) else {
            return;
        };
        let content = Some(Content::Definition(text.clone()));
        let subject = Subject::Register(preview.definition.id.clone());
        let language = model.language;
        let name = [("name", preview.definition.label.text(language).into())];
        let text = language.say("manage-said-definition", &name);
        self.subject = Some(subject.clone());
        self.change(model, subject, content, text, None, None);
    }

    fn save_item(&mut self, subject: Subject, model: &mut Model) {
        let id = self.selected.clone().filter(|_| !self.adding);
        let (today, language) = (model.clock.today(), model.language);
        let Some(inputs) = self.typed.get_mut(&(subject.clone(), id.clone())) else {
            return;
        };
        let Some(content) = content_of(model, &subject) else {
            return;
        };
        let Some((content, stored)) = with_typed(content, id.as_deref(), inputs, today, language)
        else {
            let order = items::ORDER.iter().map(|id| (*id).to_owned());
            inputs.go_to_fault(order);
            return;
        };
        let name = [("name", inputs.text(items::NAME).to_owned().into())];
        let text = match id {
            None => language.say("manage-said-added", &name),
            Some(_) => language.say("manage-said-changed", &name),
        };
        self.change(model, subject, Some(content), text, Some(stored), Some(id));
    }

    /// Leaves the form and gives the keyboard to the table. What is typed waits; a new item that is empty is dropped.
    pub fn leave_form(&mut self) {
        self.fault = None;
        self.adding = false;
        self.typed.retain(|_, inputs| inputs.touched);
        self.take_focus = true;
    }

    /// Asks to store a change. Once it is stored the status bar says this text, the item to select is selected, and what
    /// was typed for an item is dropped; see [`EditionChange`].
    pub(super) fn change(
        &mut self,
        model: &mut Model,
        subject: Subject,
        content: Option<Content>,
        text: String,
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
            message: text,
            select,
            typed,
        };
        model.ask_for(Pending::Edition(Box::new(change)), Request::Edit(edit));
    }
}

/// The name of an item; its id where there is none with that id.
fn name_of(content: &Content, id: &str, language: Language) -> String {
    let label = match content {
        Content::Choices(choices) => find(choices, id).map(|choice| &choice.label),
        Content::Texts(texts) => {
            let text = texts.iter().find(|text| text.id == id);
            text.map(|text| &text.label)
        }
        Content::Indicators(all) => {
            let one = all.iter().find(|one| one.id == id);
            one.map(|one| &one.label)
        }
        Content::Definition(_) => None,
    };
    label.map_or_else(|| id.to_owned(), |label| label.text(language).to_owned())
}

/// Whether a change of a list or a definition is being stored.
pub fn is_storing(model: &Model) -> bool {
    let mut pending = model.pending();
    pending.any(|pending| matches!(pending, Pending::Edition(_)))
}
