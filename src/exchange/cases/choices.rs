//! What a person decided about the columns and values of a file: what is kept under a name, and offered when the same
//! headings return.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::mapping_error::MappingError;
use super::target::{Target, targets};
use crate::language::folded;
use crate::register::{DateOrder, Definition};

/// What a person decided about the columns and values of a file, in the words of that file. What is not in it is
/// recognised.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct MappingChoices {
    /// The fields that a column feeds, by its heading; a column with none is skipped.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub columns: BTreeMap<String, Vec<String>>,
    /// What values mean, by the field they are of and then as they are written.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub values: BTreeMap<String, BTreeMap<String, Meaning>>,
    /// In which order the numbers of dates stand, by the heading of their column.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub orders: BTreeMap<String, DateOrder>,
}

/// What a value of a file means.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Meaning {
    /// These choices.
    Choices(BTreeSet<String>),
    /// Which of these choices follows from the address of the row; where it does not follow, the value is unknown.
    ByAddress(BTreeSet<String>),
    /// Nothing: the value is left unknown.
    Unknown,
}

impl Meaning {
    /// This one choice.
    pub fn choice(id: impl Into<String>) -> Self {
        Self::Choices(BTreeSet::from([id.into()]))
    }
}

impl MappingChoices {
    /// The choices of somebody who names a field for some columns.
    ///
    /// # Errors
    /// A field that does not exist.
    pub fn of_columns(
        definition: &Definition,
        named: &[(String, String)],
    ) -> Result<Self, MappingError> {
        let mut choices = Self::default();
        for (column, field) in named {
            let target = Target::named(definition, field).ok_or_else(|| {
                let fields = targets(definition).map(|target| target.id()).collect();
                MappingError::UnknownField {
                    field: field.clone(),
                    fields,
                }
            })?;
            choices.columns.insert(column.clone(), vec![target.id()]);
        }
        Ok(choices)
    }

    /// The same, where what `over` decides goes first.
    #[must_use]
    pub fn with(mut self, over: Self) -> Self {
        self.columns.extend(over.columns);
        for (target, values) in over.values {
            self.values.entry(target).or_default().extend(values);
        }
        self.orders.extend(over.orders);
        self
    }

    /// What was decided about the column with this name.
    pub fn column(&self, name: &str) -> Option<&[String]> {
        by_name(&self.columns, name).map(Vec::as_slice)
    }

    /// The order that was chosen for the column with this name.
    pub fn order(&self, name: &str) -> Option<DateOrder> {
        by_name(&self.orders, name).copied()
    }

    /// What this value of the field means, where that was decided.
    pub fn meaning(&self, target: &str, written: &str) -> Option<&Meaning> {
        by_name(self.values.get(target)?, written)
    }

    /// Decides what this value of the field means; with none it is recognised again.
    pub fn set_meaning(&mut self, target: &str, written: &str, meaning: Option<Meaning>) {
        let values = self.values.entry(target.to_owned()).or_default();
        values.retain(|known, _| folded(known) != folded(written));
        if let Some(meaning) = meaning {
            values.insert(written.to_owned(), meaning);
        }
    }
}

/// What stands under this name, without regard to capitals, accents and blanks.
fn by_name<'a, T>(map: &'a BTreeMap<String, T>, name: &str) -> Option<&'a T> {
    map.get(name).or_else(|| {
        let wanted = folded(name);
        let mut known = map.iter();
        known
            .find(|(known, _)| folded(known) == wanted)
            .map(|(_, value)| value)
    })
}
