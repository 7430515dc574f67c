//! A part of a register: filters on the counted fields.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::register::Definition;

use super::error::FigureError;
use super::keys::{read_dimension, read_key};

/// A part of a register: per field the keys that are wanted. Within a field "or", between fields "and".
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Slice {
    /// A field mostly has one set of keys; it has more where a cell of a filtered table asks for another of its keys,
    /// which a case with several choices can have as well.
    wanted: BTreeMap<String, Vec<BTreeSet<String>>>,
}

impl Slice {
    /// The whole register.
    pub fn whole() -> Self {
        Self::default()
    }

    /// Whether this is the whole register.
    pub fn is_whole(&self) -> bool {
        self.wanted.is_empty()
    }

    /// Reads filters as they are written in commands: `wijk=Meerzicht`, field and value by id or by label.
    ///
    /// # Errors
    /// A filter that is not written so, or names a field or value that is not there.
    pub fn parse(definition: &Definition, filters: &[String]) -> Result<Self, FigureError> {
        let mut slice = Self::whole();
        for filter in filters {
            let (field, key) = read_filter(definition, filter)?;
            slice.want(&field, key);
        }
        Ok(slice)
    }

    /// This slice, of which only the cases with this key are wanted.
    #[must_use]
    pub fn and(mut self, field: &str, key: &str) -> Self {
        let wanted = self.wanted.entry(field.to_owned()).or_default();
        // A cell inside a filtered table: what the filter wants and the cell has. A filter that wants this key is met by
        // having it; any other still has to be met.
        wanted.retain(|keys| !keys.contains(key));
        wanted.push(BTreeSet::from([key.to_owned()]));
        self
    }

    /// Wants this key of the field as well, or no longer.
    pub fn toggle(&mut self, field: &str, key: &str) {
        if !self.wants(field, key) {
            self.want(field, key.to_owned());
            return;
        }
        let wanted = self.wanted.entry(field.to_owned()).or_default();
        for keys in &mut *wanted {
            keys.remove(key);
        }
        wanted.retain(|keys| !keys.is_empty());
        if wanted.is_empty() {
            self.wanted.remove(field);
        }
    }

    fn want(&mut self, field: &str, key: String) {
        let wanted = self.wanted.entry(field.to_owned()).or_default();
        match wanted.first_mut() {
            Some(keys) => {
                keys.insert(key);
            }
            None => wanted.push(BTreeSet::from([key])),
        }
    }

    /// Wants every key of the field again.
    pub fn clear(&mut self, field: &str) {
        self.wanted.remove(field);
    }

    /// The fields that are filtered, each with the keys of which a case must have one. A field stands here twice where
    /// a case must have one of both.
    pub fn filters(&self) -> impl Iterator<Item = (&str, &BTreeSet<String>)> {
        self.wanted
            .iter()
            .flat_map(|(field, wanted)| wanted.iter().map(|keys| (field.as_str(), keys)))
    }

    /// Whether this key of the field is wanted by a filter.
    pub fn wants(&self, field: &str, key: &str) -> bool {
        self.wanted
            .get(field)
            .is_some_and(|wanted| wanted.iter().any(|keys| keys.contains(key)))
    }
}

/// Reads a field and a key of it as they are written in commands: `wijk=Meerzicht`, both by id or by label.
///
/// # Errors
/// What is not written so, or names a field or value that is not there.
pub fn read_filter(
    definition: &Definition,
    written: &str,
) -> Result<(String, String), FigureError> {
    let (field, value) = written
        .split_once('=')
        .ok_or_else(|| FigureError::NotAFilter(written.to_owned()))?;
    let field = read_dimension(definition, field)?;
    let key = read_key(definition, &field, value)?;
    Ok((field, key))
}
