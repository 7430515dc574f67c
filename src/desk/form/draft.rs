//! What is typed as it waits in the vault: a form is a draft from its first character, and comes back as it was typed.

use serde::{Deserialize, Serialize};

use crate::desk::form::case_form::{CaseForm, Purpose};
use crate::desk::form::entry_form::EntryForm;
use crate::desk::form::inputs::Inputs;
use crate::desk::state::model::Model;
use crate::language::Language;
use crate::register::{
    CaseFile, CaseKey, CaseState, Definition, Entry, EntryKey, EntryState, Field, FieldKind,
};
use crate::store::{Draft, new_id};

/// How long typing goes on before it is kept again, in seconds. A crash loses no more than this.
const PAUSE: f64 = 0.3;

/// How long it takes until a draft that could not be kept is tried again, in seconds: often enough to lose little, and
/// seldom enough not to keep a full disk busy.
const AGAIN: f64 = 3.0;

/// The draft in which something that is typed is kept.
#[derive(Clone, Debug)]
pub struct Autosave {
    /// The id of the draft.
    pub draft: String,
    /// How often the sheet had been changed when it was kept last.
    kept: u64,
    /// When that was, on the clock of the window.
    at: f64,
    /// Whether it could not be kept then.
    refused: bool,
}

impl Default for Autosave {
    fn default() -> Self {
        Self::of(new_id())
    }
}

impl Autosave {
    fn of(draft: String) -> Self {
        Self {
            draft,
            kept: 0,
            at: f64::NEG_INFINITY,
            refused: false,
        }
    }

    /// Whether something was typed since it was kept.
    pub fn is_behind(&self, inputs: &Inputs) -> bool {
        inputs.changes > self.kept
    }

    /// In how many seconds what is typed has to be kept; none where all of it is. The first character is kept at once.
    pub fn due(&self, inputs: &Inputs, now: f64) -> Option<f64> {
        let pause = if self.refused { AGAIN } else { PAUSE };
        let wait = (self.at + pause - now).clamp(0.0, pause);
        self.is_behind(inputs).then_some(wait)
    }

    /// All of it is kept now.
    pub fn kept(&mut self, inputs: &Inputs, now: f64) {
        self.kept = inputs.changes;
        self.at = now;
        self.refused = false;
    }

    /// It could not be kept after all.
    pub fn refused(&mut self) {
        self.kept = 0;
        self.refused = true;
    }
}

/// A form of whichever kind.
#[derive(Clone, Debug)]
pub enum Typed {
    /// About a case.
    Case(Box<CaseForm>),
    /// For the timeline of one.
    Entry(Box<EntryForm>),
}

/// What a draft holds: what is typed, and what it is about.
#[derive(Debug, Serialize, Deserialize)]
pub struct Content {
    purpose: Purpose,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    case: Option<CaseSeen>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    entry: Option<EntrySeen>,
    // Drafts of earlier versions have it under this name.
    #[serde(rename = "sheet")]
    inputs: Inputs,
}

/// The case as whoever typed saw it: a save on it is a conflict when it was changed since.
#[derive(Debug, Serialize, Deserialize)]
struct CaseSeen {
    key: i64,
    id: String,
    number: String,
    version: u32,
    state: CaseState,
}

/// What is typed for a timeline.
#[derive(Debug, Serialize, Deserialize)]
struct EntrySeen {
    kind: String,
    /// Whether it began as a new case.
    #[serde(default)]
    from_case: bool,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    existing: Option<Existing>,
}

/// An entry that is being put right.
#[derive(Debug, Serialize, Deserialize)]
struct Existing {
    key: i64,
    id: String,
    version: u32,
    state: EntryState,
}

impl CaseSeen {
    fn of(case: &CaseFile) -> Self {
        Self {
            key: case.key.0,
            id: case.id.clone(),
            number: case.number.clone(),
            version: case.version,
            state: case.state.clone(),
        }
    }

    fn case(self, register: &str) -> CaseFile {
        CaseFile {
            key: CaseKey(self.key),
            id: self.id,
            register: register.to_owned(),
            number: self.number,
            version: self.version,
            state: self.state,
        }
    }
}

impl Content {
    /// What this draft holds; none where a later version of the program wrote it.
    pub fn of(draft: &Draft) -> Option<Self> {
        serde_json::from_str(&draft.content).ok()
    }

    /// Whether it is about this case, for this purpose.
    pub fn is_about(&self, case: &CaseFile, purpose: Purpose) -> bool {
        let same = self.case.as_ref().is_some_and(|seen| seen.id == case.id);
        same && self.entry.is_none() && self.purpose == purpose
    }

    /// Whether it is for the same case and the same entry as this form, or for a new one of the same kind.
    pub fn is_like(&self, form: &EntryForm) -> bool {
        let case = self.case.as_ref().map(|case| case.id.as_str());
        let about = |entry: &EntrySeen| {
            let existing = entry.existing.as_ref().map(|existing| existing.key);
            (entry.kind.clone(), existing)
        };
        let wanted = (
            form.kind.clone(),
            form.entry.as_ref().map(|entry| entry.key.0),
        );
        case == Some(form.case.id.as_str()) && self.entry.as_ref().map(about) == Some(wanted)
    }

    /// What it is called: where it is or whom it is about, as far as that is typed.
    pub fn title(&self, definition: &Definition, language: Language) -> String {
        if let (Some(entry), Some(case)) = (&self.entry, &self.case) {
            let kind = definition.entry_kind(&entry.kind);
            let label = kind.map_or(entry.kind.as_str(), |kind| kind.label.text(language));
            return format!("{label} · {}", case.number);
        }
        if let Some(case) = &self.case {
            let number = [("number", case.number.as_str().into())];
            return language.say(self.purpose.text_id(), &number);
        }
        self.typed_title(definition)
            .unwrap_or_else(|| definition.case_words.new.text(language).to_owned())
    }

    fn typed_title(&self, definition: &Definition) -> Option<String> {
        let typed = |field: &Field| {
            if field.kind != FieldKind::Address {
                return self.inputs.text(&field.id).to_owned();
            }
            // What is half typed is no postcode yet, and says best what it is all the same.
            let mut address = self.inputs.address(field);
            if address.postcode.is_empty() {
                let typed = crate::desk::form::inputs::part_id(&field.id, "postcode");
                self.inputs.text(&typed).clone_into(&mut address.postcode);
            }
            address.line()
        };
        let mut titles = definition.naming_fields().map(typed);
        titles.find(|title| !title.is_empty())
    }

    /// The form as it was; none where the kind of entry it is for left the definition.
    fn form(mut self, draft: &Draft, definition: &Definition) -> Option<Typed> {
        self.inputs.touched = true;
        self.inputs.take_focus = true;
        let autosave = Autosave::of(draft.id.clone());
        let case = self.case.map(|seen| seen.case(&definition.id));
        let Some(entry) = self.entry else {
            leave_gone_choices(&mut self.inputs, &definition.fields);
            return Some(Typed::Case(Box::new(CaseForm {
                inputs: self.inputs,
                autosave,
                ..CaseForm::bare(definition, self.purpose, case)
            })));
        };
        let kind = definition.entry_kind(&entry.kind)?;
        leave_gone_choices(&mut self.inputs, &kind.fields);
        let case = case?;
        let existing = entry.existing.map(|existing| Entry {
            key: EntryKey(existing.key),
            id: existing.id,
            case: case.key,
            version: existing.version,
            state: existing.state,
        });
        Some(Typed::Entry(Box::new(EntryForm {
            case,
            kind: entry.kind,
            entry: existing,
            inputs: self.inputs,
            meanwhile: Vec::new(),
            overtaken: false,
            theirs: Vec::new(),
            saving: None,
            from_case: entry.from_case,
            autosave,
        })))
    }
}

/// Choices that left the definition while the draft waited can be seen nowhere, and so could not be taken back.
fn leave_gone_choices(inputs: &mut Inputs, fields: &[Field]) {
    for field in fields.iter().filter(|field| field.kind.has_choices()) {
        if let Some(chosen) = inputs.chosen.get_mut(&field.id) {
            chosen.retain(|id| field.choice(id).is_some());
        }
    }
}

impl Typed {
    /// The form that this draft holds, as its register is defined now.
    pub fn of(draft: &Draft, definition: &Definition) -> Option<Self> {
        Content::of(draft)?.form(draft, definition)
    }
}

impl CaseForm {
    /// The draft in which it is kept.
    pub fn draft(&self, model: &Model) -> Option<Draft> {
        let content = Content {
            purpose: self.purpose,
            case: self.case.as_ref().map(CaseSeen::of),
            entry: None,
            inputs: self.inputs.clone(),
        };
        draft(&self.autosave, &self.register, &content, model)
    }
}

impl EntryForm {
    /// The draft in which it is kept.
    pub fn draft(&self, model: &Model) -> Option<Draft> {
        let existing = self.entry.as_ref().map(|entry| Existing {
            key: entry.key.0,
            id: entry.id.clone(),
            version: entry.version,
            state: entry.state.clone(),
        });
        let content = Content {
            purpose: Purpose::Change,
            case: Some(CaseSeen::of(&self.case)),
            entry: Some(EntrySeen {
                kind: self.kind.clone(),
                from_case: self.from_case,
                existing,
            }),
            inputs: self.inputs.clone(),
        };
        draft(&self.autosave, &self.case.register, &content, model)
    }
}

fn draft(autosave: &Autosave, register: &str, content: &Content, model: &Model) -> Option<Draft> {
    Some(Draft {
        id: autosave.draft.clone(),
        register: register.to_owned(),
        actor: model.actor.clone(),
        saved: model.clock.now(),
        content: serde_json::to_string(content).ok()?,
    })
}
