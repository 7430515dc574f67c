//! Changing lists and definitions of a vault: checked, kept in the shared file with who and when, and in force at once.

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::{DateTime, Utc};

use super::edition::{Edit, Edition, KIND, Preview, Usage, choice_fields, stored_editions};
use super::error::StoreError;
use super::traits::shared_records::{SharedAction, SharedRevision, SharedWrite};
use super::traits::uses::ChoiceField;
use super::vault::Vault;
use crate::register::{Content, GoneChoice, Indicators, Registers, Subject, Switch};

impl Vault {
    /// Changes a list, standard texts or a definition, and brings it into force.
    ///
    /// # Errors
    /// There is a mistake in it, stored values would lose their meaning, somebody else changed it meanwhile, or the file
    /// cannot be written. Nothing has changed then.
    pub fn edit(&mut self, edit: &Edit) -> Result<(), StoreError> {
        let (registers, _) = self.with(&edit.subject, edit.content.as_ref())?;
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

    /// What this text of a definition would do to its register; a text with the id of no register makes a new one.
    ///
    /// # Errors
    /// The mistakes in it; or a file cannot be read.
    pub fn preview(&self, subject: &Subject, text: &str) -> Result<Preview, StoreError> {
        let content = Content::Definition(text.to_owned());
        let (registers, _) = self.with(subject, Some(&content))?;
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
                let cases = store.count_with_field(id, field)?;
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

    /// The version of every subject that was changed in the program, which a change names as the version it is based on.
    pub fn versions(&self) -> &BTreeMap<Subject, u32> {
        &self.editions
    }

    /// How many cases use the choices of a list. A register whose file could not be opened is left out.
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
            for (entry, field) in choice_fields(definition, subject) {
                let of = match &entry {
                    Some(kind) => ChoiceField::OfEntry {
                        kind,
                        field: &field,
                    },
                    None => ChoiceField::OfCase(&field),
                };
                usage.push(Usage {
                    register: register.clone(),
                    cases: store.uses(register, of)?,
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
        let editions = stored_editions(self.shared()?)?.into_iter();
        let editions: BTreeMap<Subject, u32> = editions
            .map(|(subject, version, _)| (subject, version))
            .collect();
        if editions == self.editions {
            return Ok(false);
        }
        self.reload(now)?;
        Ok(true)
    }

    /// The registers and indicators as they would be with this content of a subject; without content, as the files have it.
    ///
    /// # Errors
    /// The mistakes in them.
    pub fn with(
        &self,
        subject: &Subject,
        content: Option<&Content>,
    ) -> Result<(Registers, Indicators), StoreError> {
        let layers = self.layers.with(subject, content);
        layers.read_all().map_err(StoreError::Definitions)
    }

    /// Refuses definitions with which stored values lose their meaning: a removed choice that cases have, another kind for a
    /// field that has values, a register with cases that is removed or moves to another file.
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
                let cases = self.store(id)?.count_with_field(id, field)?;
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
        let field = &gone.field;
        let of = match &gone.entry {
            Some(kind) => ChoiceField::OfEntry { kind, field },
            None => ChoiceField::OfCase(field),
        };
        let cases = store.uses(register, of)?;
        Err(StoreError::ChoiceInUse {
            register: register.to_owned(),
            choice: gone.label.clone(),
            cases: cases.get(&gone.id).copied().unwrap_or(0),
        })
    }
}
