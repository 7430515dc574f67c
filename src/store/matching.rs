//! Cases of one register that are about the same business, vehicle or person: they find each other, as a proposal.

use std::collections::BTreeMap;

use super::error::StoreError;
use super::links::Link;
use super::vault::Vault;
use crate::register::{CaseFile, CaseKey, Definition, MatchKey};

/// Another case of the same register that is about the same.
#[derive(Clone, Debug, PartialEq)]
pub struct SameSubject {
    /// The other case.
    pub case: CaseFile,
    /// The fields that say the same in both.
    pub fields: Vec<String>,
    /// The cases in which the other one is gathered.
    pub gathered_in: Vec<CaseFile>,
}

impl Vault {
    /// The other cases of its register that are about the same as this case, newest first. One that is gathered together
    /// with it already is left out: there is nothing to propose. `links` are those of the case.
    pub(super) fn same_subject(
        &self,
        case: &CaseFile,
        links: &[Link],
    ) -> Result<Vec<SameSubject>, StoreError> {
        let definition = self.definition(&case.register)?;
        let keys = definition.match_keys(&case.state);
        if keys.is_empty() {
            return Ok(Vec::new());
        }
        let store = self.store(&case.register)?;
        let candidates = self.with_the_same_text(definition, &keys)?;
        let together = self.gathered_in(definition, links);
        let mut found = Vec::new();
        for other in store.cases(&candidates)? {
            let others = definition.match_keys(&other.state);
            let same = keys.iter().filter(|key| others.contains(key));
            let fields: Vec<String> = same.map(|key| key.field.clone()).collect();
            if other.id == case.id || fields.is_empty() {
                continue;
            }
            let entries = store.entries(other.key)?;
            let gathered_in = self.gathered_in(definition, &self.links(&other, &entries)?);
            let both = |one: &CaseFile| together.iter().any(|other| other.id == one.id);
            if !gathered_in.iter().any(both) {
                found.push(SameSubject {
                    case: other,
                    fields,
                    gathered_in,
                });
            }
        }
        found.sort_by(|one, other| other.case.id.cmp(&one.case.id));
        Ok(found)
    }

    /// The cases with the text of one of these keys in its field.
    fn with_the_same_text(
        &self,
        definition: &Definition,
        keys: &[MatchKey],
    ) -> Result<Vec<CaseKey>, StoreError> {
        let store = self.store(&definition.id)?;
        let mut found: BTreeMap<i64, CaseKey> = BTreeMap::new();
        for (field, matches) in definition.matching_fields() {
            let Some(key) = keys.iter().find(|key| key.field == field.id) else {
                continue;
            };
            let texts = store.texts(&definition.id, &field.id)?.into_iter();
            let same = texts.filter(|(_, text)| matches.compared(text).as_ref() == Some(&key.text));
            found.extend(same.map(|(case, _)| (case.0, case)));
        }
        Ok(found.into_values().collect())
    }

    /// The linked cases in which one is gathered.
    fn gathered_in(&self, definition: &Definition, links: &[Link]) -> Vec<CaseFile> {
        let Some(leads) = &definition.leads_to else {
            return Vec::new();
        };
        let links = links.iter().map(|link| &link.case);
        links
            .filter(|case| case.register == leads.register)
            .cloned()
            .collect()
    }
}
