//! Forms as they are saved in the vault: a form is a draft from its first character, and comes back as it was typed.

use serde::{Deserialize, Serialize};

use crate::desk::form::autosave::Autosave;
use crate::desk::form::case_form::state::{CaseForm, Purpose, SourceCases};
use crate::desk::form::entry_form::state::EntryForm;
use crate::desk::form::field_ids::part_id;
use crate::desk::form::inputs::Inputs;
use crate::desk::state::model::Model;
use crate::language::Language;
use crate::register::{
    CaseFile, CaseKey, CaseState, Definition, Entry, EntryKey, EntryState, Field, FieldKind,
};
use crate::store::Draft;

/// Under which text id earlier versions kept the case that a new one gathers: its register and its key, `register/key`.
const OLD_SOURCE: &str = "ontstaan.uit";

/// A form that was saved as a draft.
#[derive(Clone, Debug)]
pub enum SavedForm {
    /// Of a case.
    Case(Box<CaseForm>),
    /// Of an entry on the timeline of a case.
    Entry(Box<EntryForm>),
}

/// What a draft holds as JSON: what is typed, and what it is about.
#[derive(Debug, Serialize, Deserialize)]
pub struct Content {
    purpose: Purpose,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    source: Option<Source>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    case: Option<CaseSeen>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    entry: Option<EntrySeen>,
    // Drafts of earlier versions have it under this name.
    #[serde(rename = "sheet")]
    inputs: Inputs,
}

/// The cases that a new one gathers: the first, which was the only one in earlier versions, and the others.
#[derive(Debug, Serialize, Deserialize)]
struct Source {
    register: String,
    key: i64,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    others: Vec<i64>,
}

/// The case as it was when the form was opened: to store it is a conflict when somebody else changed it since.
#[derive(Debug, Serialize, Deserialize)]
struct CaseSeen {
    key: i64,
    id: String,
    number: String,
    version: u32,
    state: CaseState,
}

/// The entry that the form is for.
#[derive(Debug, Serialize, Deserialize)]
struct EntrySeen {
    kind: String,
    /// Whether it began as a new case.
    #[serde(default)]
    from_case: bool,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    existing: Option<Existing>,
}

/// An entry that is put right.
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

impl Source {
    fn of(source: &SourceCases) -> Option<Self> {
        let (first, others) = source.keys.split_first()?;
        Some(Self {
            register: source.register.clone(),
            key: first.0,
            others: others.iter().map(|key| key.0).collect(),
        })
    }

    /// As earlier versions wrote it.
    fn of_text(text: &str) -> Option<Self> {
        let (register, key) = text.split_once('/')?;
        Some(Self {
            register: register.to_owned(),
            key: key.parse().ok()?,
            others: Vec::new(),
        })
    }

    fn cases(self) -> SourceCases {
        let keys = std::iter::once(self.key).chain(self.others);
        SourceCases {
            register: self.register,
            keys: keys.map(CaseKey).collect(),
        }
    }
}

impl Content {
    /// What this draft holds; none where it cannot be read, as when a later version of the program wrote it.
    pub fn of(draft: &Draft) -> Option<Self> {
        let mut content: Self = serde_json::from_str(&draft.content).ok()?;
        let old = content.inputs.texts.remove(OLD_SOURCE);
        if let Some(source) = old.and_then(|text| Source::of_text(&text)) {
            content.source = Some(source);
        }
        Some(content)
    }

    /// Whether it is about this case, for this purpose.
    pub fn is_about(&self, case: &CaseFile, purpose: Purpose) -> bool {
        let same = self.case.as_ref().is_some_and(|seen| seen.id == case.id);
        same && self.entry.is_none() && self.purpose == purpose
    }

    /// Whether it is for the same case and the same entry as this form, or for a new one of the same kind.
    pub fn is_like(&self, form: &EntryForm) -> bool {
        let (Some(case), Some(entry)) = (&self.case, &self.entry) else {
            return false;
        };
        let existing = entry.existing.as_ref().map(|existing| existing.key);
        let of_form = form.entry.as_ref().map(|entry| entry.key.0);
        case.id == form.case.id && entry.kind == form.kind && existing == of_form
    }

    /// The title of the draft: where it is or whom it is about, as far as that is typed.
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
            // A postcode that is half typed is left out of the address, and names the draft all the same.
            let mut address = self.inputs.address(field);
            if address.postcode.is_empty() {
                let postcode = part_id(&field.id, "postcode");
                self.inputs
                    .text(&postcode)
                    .clone_into(&mut address.postcode);
            }
            address.line()
        };
        let mut titles = definition.naming_fields().map(typed);
        titles.find(|title| !title.is_empty())
    }

    /// The form as it was saved; none where the definition has no such kind of entry any more.
    fn form(mut self, draft: &Draft, definition: &Definition) -> Option<SavedForm> {
        self.inputs.touched = true;
        self.inputs.take_focus = true;
        let autosave = Autosave::of_draft(draft.id.clone());
        let source = self.source.map(Source::cases);
        let case = self.case.map(|seen| seen.case(&definition.id));
        let Some(entry) = self.entry else {
            remove_gone_choices(&mut self.inputs, &definition.fields);
            return Some(SavedForm::Case(Box::new(CaseForm {
                inputs: self.inputs,
                source,
                autosave,
                ..CaseForm::empty(definition, self.purpose, case)
            })));
        };
        let kind = definition.entry_kind(&entry.kind)?;
        remove_gone_choices(&mut self.inputs, &kind.fields);
        let case = case?;
        let existing = entry.existing.map(|existing| Entry {
            key: EntryKey(existing.key),
            id: existing.id,
            case: case.key,
            version: existing.version,
            state: existing.state,
        });
        Some(SavedForm::Entry(Box::new(EntryForm {
            inputs: self.inputs,
            from_case: entry.from_case,
            source,
            autosave,
            ..EntryForm::empty(case, entry.kind, existing)
        })))
    }
}

/// Removes choices that the definition has no more: they are not on the screen, and so could not be taken back there.
fn remove_gone_choices(inputs: &mut Inputs, fields: &[Field]) {
    for field in fields.iter().filter(|field| field.kind.has_choices()) {
        if let Some(chosen) = inputs.chosen.get_mut(&field.id) {
            chosen.retain(|id| field.choice(id).is_some());
        }
    }
}

impl SavedForm {
    /// The form that this draft holds, as its register is defined now; none where it cannot be read any more.
    pub fn of(draft: &Draft, definition: &Definition) -> Option<Self> {
        Content::of(draft)?.form(draft, definition)
    }
}

impl CaseForm {
    /// The form as a draft.
    pub fn draft(&self, model: &Model) -> Option<Draft> {
        let content = Content {
            purpose: self.purpose,
            source: self.source.as_ref().and_then(Source::of),
            case: self.case.as_ref().map(CaseSeen::of),
            entry: None,
            inputs: self.inputs.clone(),
        };
        draft(&self.autosave, &self.register, &content, model)
    }
}

impl EntryForm {
    /// The form as a draft.
    pub fn draft(&self, model: &Model) -> Option<Draft> {
        let existing = self.entry.as_ref().map(|entry| Existing {
            key: entry.key.0,
            id: entry.id.clone(),
            version: entry.version,
            state: entry.state.clone(),
        });
        let content = Content {
            purpose: Purpose::Change,
            source: self.source.as_ref().and_then(Source::of),
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
        actor: model.user.clone(),
        saved: model.clock.now(),
        content: serde_json::to_string(content).ok()?,
    })
}
