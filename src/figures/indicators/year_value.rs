//! The typed or imported values of indicators, a year each.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::breakdown::{PartsExceed, breakdown};
use crate::register::{Amount, Indicator};

/// The key of a value: an indicator and a year.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct YearKey {
    /// The indicator.
    pub indicator: String,
    /// The year.
    pub year: i32,
}

impl YearKey {
    /// The value of this indicator in this year.
    pub fn of(indicator: &str, year: i32) -> Self {
        Self {
            indicator: indicator.to_owned(),
            year,
        }
    }

    /// The name under which it is stored: `woninginbraken/2024`.
    pub fn name(&self) -> String {
        format!("{}/{}", self.indicator, self.year)
    }

    /// The key that is stored under this name.
    pub fn named(name: &str) -> Option<Self> {
        let (indicator, year) = name.rsplit_once('/')?;
        Some(Self::of(indicator, year.parse().ok()?))
    }
}

/// The value of an indicator for one year, typed or imported. There are no cases behind it in this vault.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct YearValue {
    /// *Begroting*: the value that was planned.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub budget: Option<Amount>,
    /// The edition of the budget, or else the document, that says so: *Programmabegroting 2025*. A later one may say
    /// otherwise.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub edition: Option<String>,
    /// *Realisatie*: the actual value.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub actual: Option<Amount>,
    /// The document that says so.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub document: Option<String>,
    /// *Bron*: who measured it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
    /// The way in which it was measured, where the indicator knows several.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub version: Option<String>,
    /// Whether the actual value was derived from a percentage, and so is not exact.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub circa: bool,
    /// *Toelichting*.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// What is known of its parts.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub parts: BTreeMap<String, Amount>,
}

impl YearValue {
    /// Checks that the parts do not exceed the whole.
    ///
    /// # Errors
    /// The parts are more than the whole.
    pub fn check(&self, indicator: &Indicator) -> Result<(), PartsExceed> {
        let part = |id: &str| self.parts.get(id).copied();
        breakdown(indicator, self.actual, part).map(drop)
    }
}

/// A change of a value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct YearChange {
    /// Which value.
    pub key: YearKey,
    /// The value before it.
    pub before: YearValue,
    /// The value after it.
    pub after: YearValue,
}

impl YearChange {
    /// The change that takes this one back.
    #[must_use]
    pub fn back(self) -> Self {
        Self {
            key: self.key,
            before: self.after,
            after: self.before,
        }
    }
}

/// All typed values, with the versions in which they were read: a write is based on these.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct YearValues {
    kept: BTreeMap<YearKey, (u32, YearValue)>,
}

impl YearValues {
    /// Puts a value there, as it is kept in this version.
    pub fn put(&mut self, key: YearKey, version: u32, value: YearValue) {
        self.kept.insert(key, (version, value));
    }

    /// The value of this year.
    pub fn get(&self, key: &YearKey) -> Option<&YearValue> {
        self.kept.get(key).map(|(_, value)| value)
    }

    /// The version in which it was read; 0 where nothing was ever typed.
    pub fn version(&self, key: &YearKey) -> u32 {
        self.kept.get(key).map_or(0, |(version, _)| *version)
    }

    /// The years for which something is typed of this indicator, in order.
    pub fn years<'a>(&'a self, indicator: &'a str) -> impl Iterator<Item = i32> {
        // What was taken back is kept for its version alone.
        let typed = self.kept.iter().filter(move |(key, (_, value))| {
            key.indicator == indicator && *value != YearValue::default()
        });
        typed.map(|(key, _)| key.year)
    }
}
