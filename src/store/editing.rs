//! What a municipality changes in the program in its lists and definitions: checked, kept in the shared file with who and
//! when, and in force at once.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use chrono::{DateTime, Utc};

use super::{Part, SharedAction, SharedRecords, SharedRevision, SharedWrite, StoreError, Vault};
use crate::register::{
    Content, Definition, Field, GoneChoice, OUTCOME, Reason, Registers, Subject, Switch,
};

/// As what the shared file keeps editions.
const KIND: &str = "edition";

/// A change to a list or a definition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// What is changed.
    pub subject: Subject,
    /// What it says from now on; none has the files hold again.
    pub content: Option<Content>,
    /// The version that was seen; 0 where it never was changed.
    pub version: u32,
    /// Who does it.
    pub actor: String,
    /// When.
    pub recorded: DateTime<Utc>,
    /// Why, where that is known.
    pub reason: Option<Reason>,
}

/// One step in the history of a list or a definition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edition {
    /// The version it made.
    pub version: u32,
    /// When it was kept.
    pub recorded: DateTime<Utc>,
    /// By whom.
    pub actor: String,
    /// Why, where that is known.
    pub reason: Option<Reason>,
    /// What it says; none where the files hold again.
    pub content: Option<Content>,
}

/// What would become of a register if its definition were changed.
#[derive(Clone, Debug)]
pub struct Preview {
    /// The register as it would be.
    pub definition: Arc<Definition>,
    /// What would differ; nothing for a new register.
    pub switch: Switch,
    /// The fields that would disappear from forms while cases have a value of them, with how many.
    pub hidden: BTreeMap<String, u64>,
    /// Why it cannot be.
    pub refusal: Option<StoreError>,
}

/// Where the choices of a list are used: per register and field how many cases have each, as it is stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Usage {
    /// The register.
    pub register: String,
    /// The field, or [`OUTCOME`].
    pub field: String,
    /// The kind of entry to which the field belongs; none for a field of the case.
    pub entry: Option<String>,
    /// The cases that have each choice.
    pub cases: BTreeMap<String, u64>,
}

impl Vault {
    /// Changes a list, standard texts or a definition, and brings it into force.
    ///
    /// # Errors
    /// There is a mistake in it, it would leave what is stored without meaning, somebody else changed it meanwhile, or the
    /// file cannot be written. Nothing has changed then.
    pub fn edit(&mut self, edit: &Edit) -> Result<(), StoreError> {
        let registers = self.with(&edit.subject, edit.content.as_ref())?;
        self.refuse_loss(&registers)?;
        let subject = edit.subject.to_string();
        let write = match &edit.content {
            Some(content) => SharedWrite::of(KIND, &subject, edit.version, content)?,
            None => SharedWrite {
                kind: KIND.to_owned(),
                id: subject,
                version: edit.version,
                content: None,
            },
        };
        let reason = edit.reason.clone();
        let action = SharedAction::by(&edit.actor, edit.recorded, reason, vec![write]);
        self.shared_mut()?.share(&action)?;
        self.reload(edit.recorded)
    }

    /// What would become of a register if this were the text of its definition; a text with the id of no register makes a
    /// new one.
    ///
    /// # Errors
    /// The mistakes in it; or a file cannot be read.
    pub fn preview(&self, subject: &Subject, text: &str) -> Result<Preview, StoreError> {
        let content = Content::Definition(text.to_owned());
        let registers = self.with(subject, Some(&content))?;
        let Subject::Register(id) = subject else {
            return Err(self.unknown(&subject.to_string()));
        };
        let definition = registers.get(id).ok_or_else(|| self.unknown(id))?;
        let mut preview = Preview {
            definition: Arc::clone(definition),
            switch: Switch::default(),
            hidden: BTreeMap::new(),
            refusal: self.refuse_loss(&registers).err(),
        };
        if let Some(before) = self.registers.get(id) {
            preview.switch = Switch::between(before, definition);
            let store = self.store(id)?;
            for (field, _) in &preview.switch.gone_fields {
                let cases = store.having(id, field)?;
                if cases > 0 {
                    preview.hidden.insert(field.clone(), cases);
                }
            }
        }
        Ok(preview)
    }

    /// Every edition of a subject, newest first.
    ///
    /// # Errors
    /// The shared file cannot be read.
    pub fn editions_of(&self, subject: &Subject) -> Result<Vec<Edition>, StoreError> {
        let name = subject.to_string();
        let history = self.shared()?.shared_history(KIND, &name)?.into_iter();
        let edition = |revision: SharedRevision| {
            Ok(Edition {
                content: revision.read(KIND, &name)?,
                version: revision.version,
                recorded: revision.recorded,
                actor: revision.actor,
                reason: revision.reason,
            })
        };
        history.map(edition).collect()
    }

    /// The version of every subject that was changed in the program: what a change names as the one it was based on.
    pub fn versions(&self) -> &BTreeMap<Subject, u32> {
        &self.editions
    }

    /// Where the choices of a list are used. A register whose file could not be opened is left out.
    ///
    /// # Errors
    /// A file cannot be read.
    pub fn usage(&self, subject: &Subject) -> Result<Vec<Usage>, StoreError> {
        let mut usage = Vec::new();
        for definition in self.registers.all() {
            let register = &definition.id;
            let Ok(store) = self.store(register) else {
                continue;
            };
            for (entry, field) in places(definition, subject) {
                let part = match &entry {
                    Some(kind) => Part::EntryField(kind, &field),
                    None => Part::Field(&field),
                };
                usage.push(Usage {
                    register: register.clone(),
                    cases: store.uses(register, part)?,
                    field,
                    entry,
                });
            }
        }
        Ok(usage)
    }

    /// Takes over what another window changed in lists and definitions; says whether there was anything.
    ///
    /// # Errors
    /// A file cannot be read.
    pub fn take_over_editions(&mut self, now: DateTime<Utc>) -> Result<bool, StoreError> {
        let editions = editions(self.shared()?)?.into_iter();
        let editions: BTreeMap<Subject, u32> = editions
            .map(|(subject, version, _)| (subject, version))
            .collect();
        if editions == self.editions {
            return Ok(false);
        }
        self.reload(now)?;
        Ok(true)
    }

    /// Opens everything anew, by the definitions as they are now.
    ///
    /// # Errors
    /// A definition has mistakes, or the shared file cannot be opened. The vault stays as it was.
    pub fn reload(&mut self, now: DateTime<Utc>) -> Result<(), StoreError> {
        let folder = self.folder().to_owned();
        *self = Self::open(&folder, now)?;
        Ok(())
    }

    /// The registers there would be with this edition; without one, as the files have it.
    ///
    /// # Errors
    /// The mistakes in them.
    pub fn with(
        &self,
        subject: &Subject,
        content: Option<&Content>,
    ) -> Result<Registers, StoreError> {
        let layers = self.layers.with(subject, content);
        layers.read().map_err(StoreError::Definitions)
    }

    /// Refuses definitions that leave something stored without meaning: a choice that cases have, a field of another kind
    /// that has values, a register with cases that is gone or moves to another file.
    fn refuse_loss(&self, after: &Registers) -> Result<(), StoreError> {
        for before in self.registers.all() {
            let id = &before.id;
            let Some(after) = after.get(id) else {
                self.refuse_cases(id, "id")?;
                continue;
            };
            let switch = Switch::between(before, after);
            for key in &switch.fixed {
                self.refuse_cases(id, key)?;
            }
            for (field, label) in &switch.other_kinds {
                let cases = self.store(id)?.having(id, field)?;
                if cases > 0 {
                    return Err(StoreError::FieldInUse {
                        register: id.clone(),
                        field: label.clone(),
                        cases,
                    });
                }
            }
            for gone in &switch.gone_choices {
                self.refuse_use(id, gone)?;
            }
        }
        Ok(())
    }

    fn refuse_cases(&self, register: &str, key: &str) -> Result<(), StoreError> {
        let cases = self.store(register)?.by_number(register)?.len();
        if cases == 0 {
            return Ok(());
        }
        Err(StoreError::RegisterInUse {
            register: register.to_owned(),
            key: key.to_owned(),
            cases: cases as u64,
        })
    }

    fn refuse_use(&self, register: &str, gone: &GoneChoice) -> Result<(), StoreError> {
        let store = self.store(register)?;
        if !store.mentions(&gone.id)? {
            return Ok(());
        }
        let part = match &gone.entry {
            Some(kind) => Part::EntryField(kind, &gone.field),
            None => Part::Field(&gone.field),
        };
        let cases = store.uses(register, part)?;
        Err(StoreError::ChoiceInUse {
            register: register.to_owned(),
            choice: gone.label.clone(),
            cases: cases.get(&gone.id).copied().unwrap_or(0),
        })
    }
}

/// The version and the content of every subject that was changed in the program. One that only a newer version of the
/// program knows is passed over.
pub(super) fn editions(
    shared: &(impl SharedRecords + ?Sized),
) -> Result<Vec<(Subject, u32, Option<Content>)>, StoreError> {
    let records = shared.shared(KIND)?.into_iter();
    let known = records.filter_map(|record| Some((Subject::named(&record.id)?, record)));
    known
        .map(|(subject, record)| Ok((subject, record.version, record.read()?)))
        .collect()
}

/// The fields whose choices a subject is about, in this register: each with the kind of entry to which it belongs.
fn places(definition: &Definition, subject: &Subject) -> BTreeSet<(Option<String>, String)> {
    let meant = |field: &&Field| match subject {
        Subject::List(list) => field.choices_from.as_ref() == Some(list),
        Subject::Choices {
            register,
            field: id,
        } => definition.id == *register && field.id == *id,
        Subject::Register(_) | Subject::Texts(_) => false,
    };
    let of_case = definition.fields.iter().filter(meant);
    let mut places: BTreeSet<_> = of_case.map(|field| (None, field.id.clone())).collect();
    if let Subject::List(_) = subject {
        for kind in &definition.entries {
            let fields = kind.fields.iter().filter(meant);
            places.extend(fields.map(|field| (Some(kind.id.clone()), field.id.clone())));
        }
    }
    let outcomes = Subject::Choices {
        register: definition.id.clone(),
        field: OUTCOME.to_owned(),
    };
    if *subject == outcomes && definition.outcome.is_some() {
        places.insert((None, OUTCOME.to_owned()));
    }
    places
}
