//! Where definitions come from: what is shipped with the program, over it the files of a municipality, and over those what
//! it changed in the program.

use super::edition::{Content, Editions, Subject};
use super::files::{DefinitionFile, DefinitionFiles};

/// Everything definitions come from, each layer over the one before it.
#[derive(Clone, Debug, Default)]
pub struct Layers {
    /// What is shipped with the program.
    pub shipped: DefinitionFiles,
    /// The files of the municipality, in the folders of the vault.
    pub own: DefinitionFiles,
    /// What was changed in the program.
    pub editions: Editions,
}

impl Layers {
    /// The same with an edition of this subject, or without any.
    #[must_use]
    pub fn with(&self, subject: &Subject, content: Option<&Content>) -> Self {
        let mut layers = self.clone();
        match content {
            Some(content) => layers.editions.insert(subject.clone(), content.clone()),
            None => layers.editions.remove(subject),
        };
        layers
    }

    /// The definition files of registers, a layer after the other. A definition that was changed in the program goes by
    /// the name of its subject.
    pub(super) fn registers(&self) -> [Vec<DefinitionFile>; 3] {
        let editions = self.editions.iter().filter_map(|(subject, content)| {
            let (Subject::Register(_), Content::Definition(text)) = (subject, content) else {
                return None;
            };
            Some(DefinitionFile {
                name: subject.to_string(),
                text: text.clone(),
            })
        });
        let editions = editions.collect();
        let (shipped, own) = (&self.shipped.registers, &self.own.registers);
        [shipped.clone(), own.clone(), editions]
    }
}
