//! The definitions that are being typed, each with the last preview of it.

use std::collections::BTreeMap;

use crate::desk::backend::protocol::{Request, RequestId};
use crate::desk::state::model::Model;
use crate::register::{Subject, id_in};
use crate::store::{Preview, StoreError};

/// What a new register begins with.
const SMALLEST: &str = include_str!("../../../assets/register.toml");

/// The definitions that are being typed.
#[derive(Default)]
pub struct Definitions {
    /// By the id of their register; a new one has none.
    pub typed: BTreeMap<Option<String>, TypedDefinition>,
    /// Whether a new register is being typed.
    pub new: bool,
}

/// A definition that is being typed.
pub struct TypedDefinition {
    /// The text in the field.
    pub text: String,
    /// Whether it was changed by the user.
    pub touched: bool,
    /// The text of which a preview was asked last.
    asked: String,
    /// The last preview that arrived, with the text it is of.
    pub preview: Option<(String, Result<Preview, StoreError>)>,
    /// The request for a preview that is not answered yet.
    waiting: Option<RequestId>,
    /// Whether the field is to take the keyboard.
    pub take_focus: bool,
}

impl TypedDefinition {
    /// With this text to begin with.
    pub fn of(text: String) -> Self {
        Self {
            text,
            touched: false,
            asked: String::new(),
            preview: None,
            waiting: None,
            take_focus: false,
        }
    }

    /// Asks for a preview of the text, one at a time. Returns whether it did.
    pub fn ask_for_preview(&mut self, subject: &Subject, is_new: bool, model: &mut Model) -> bool {
        if self.waiting.is_some() || self.asked == self.text {
            return false;
        }
        let subject = match is_new {
            true => Subject::Register(id_in(&self.text).unwrap_or_default()),
            false => subject.clone(),
        };
        self.asked.clone_from(&self.text);
        let request = Request::Preview(subject, self.text.clone());
        self.waiting = Some(model.ask(request));
        true
    }
}

impl Definitions {
    /// Begins a new register.
    pub fn begin_new(&mut self) {
        self.new = true;
        let text = self.typed.entry(None);
        let text = text.or_insert_with(|| TypedDefinition::of(SMALLEST.to_owned()));
        text.take_focus = true;
    }

    /// A preview arrived.
    pub fn on_previewed(&mut self, preview: Result<Preview, StoreError>, request: RequestId) {
        let mut texts = self.typed.values_mut();
        if let Some(text) = texts.find(|text| text.waiting == Some(request)) {
            text.waiting = None;
            text.preview = Some((text.asked.clone(), preview));
        }
    }

    /// A definition is stored: nothing of it is typed any more.
    pub fn on_stored(&mut self, subject: &Subject) {
        if let Subject::Register(id) = subject {
            self.typed.remove(&Some(id.clone()));
            if std::mem::take(&mut self.new) {
                self.typed.remove(&None);
            }
        }
    }

    /// Under which register the open definition is typed; none for a new one.
    pub fn key(&self, subject: &Subject) -> Option<String> {
        match subject {
            Subject::Register(id) if !self.new => Some(id.clone()),
            _ => None,
        }
    }

    /// The text of the open definition with its preview, where it can be stored: it was changed, has no mistake, and leaves
    /// nothing in cases without meaning.
    pub fn storable(&self, subject: &Subject) -> Option<(&String, &Preview)> {
        let typed = self.typed.get(&self.key(subject))?;
        let (of, preview) = typed.preview.as_ref()?;
        let preview = preview.as_ref().ok()?;
        let changed = typed.touched || self.new;
        let storable = *of == typed.text && preview.refusal.is_none() && changed;
        storable.then_some((&typed.text, preview))
    }
}
