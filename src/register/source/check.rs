//! The mistakes of one definition file, and the checks that every file has in common.

use std::collections::BTreeSet;

use super::mistake::{DefinitionError, Mistake};
use crate::register::definition::choice::{Choice, find, lasting};
use crate::register::definition::reserved::KEYS;

/// Collects the mistakes of one file, so that its author sees them all at once.
pub(super) struct Check<'a> {
    file: &'a str,
    errors: Vec<DefinitionError>,
}

impl<'a> Check<'a> {
    /// The mistakes of this file, of which there are none yet.
    pub(super) fn of(file: &'a str) -> Self {
        Self {
            file,
            errors: Vec::new(),
        }
    }

    pub(super) fn finish<T>(self, whole: T) -> Result<T, Vec<DefinitionError>> {
        if self.errors.is_empty() {
            Ok(whole)
        } else {
            Err(self.errors)
        }
    }

    pub(super) fn wrong(&mut self, key: impl Into<String>, mistake: Mistake) {
        let (file, key) = (self.file.to_owned(), key.into());
        self.errors.push(DefinitionError { file, key, mistake });
    }

    pub(super) fn id(&mut self, key: &str, id: &str) {
        let right = !id.is_empty()
            && id
                .bytes()
                .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-');
        if !right {
            self.wrong(key, Mistake::BadId(id.to_owned()));
        }
    }

    pub(super) fn one_of<T: Copy>(
        &mut self,
        key: &str,
        value: &str,
        names: &[(&str, T)],
    ) -> Option<T> {
        let found = names.iter().find(|(name, _)| *name == value);
        if found.is_none() {
            let expected = names.iter().map(|(name, _)| (*name).to_owned()).collect();
            self.wrong(
                key,
                Mistake::NotOneOf {
                    value: value.to_owned(),
                    expected,
                },
            );
        }
        found.map(|(_, meant)| *meant)
    }

    pub(super) fn known(&mut self, key: &str, value: &str, known: &[String]) {
        if !known.iter().any(|name| name == value) {
            let mistake = Mistake::NotOneOf {
                value: value.to_owned(),
                expected: known.to_vec(),
            };
            self.wrong(key, mistake);
        }
    }

    pub(super) fn choices(&mut self, key: &str, mut choices: Vec<Choice>) -> Vec<Choice> {
        let mut taken = BTreeSet::new();
        for (at, choice) in choices.iter().enumerate() {
            let key = |name: &str| format!("{key}[{at}].{name}");
            self.id(&key("id"), &choice.id);
            if KEYS.contains(&choice.id.as_str()) || !taken.insert(&choice.id) {
                self.wrong(key("id"), Mistake::Taken(choice.id.clone()));
            }
            if choice.label.nl.trim().is_empty() {
                self.wrong(key("label"), Mistake::Missing("nl".to_owned()));
            }
            for area in &choice.postcodes {
                if area.len() != 4 || !area.bytes().all(|byte| byte.is_ascii_digit()) {
                    self.wrong(key("postcodes"), Mistake::BadArea(area.clone()));
                }
            }
            if let (Some(from), Some(until)) = (choice.from, choice.until)
                && until < from
            {
                self.wrong(key("until"), Mistake::EndsFirst { from, until });
            }
        }
        self.shared_as(key, &choices);
        let successors: Vec<Option<String>> = (0..choices.len())
            .map(|at| self.successor(&format!("{key}[{at}].replaced_by"), &choices[at], &choices))
            .collect();
        for (choice, successor) in choices.iter_mut().zip(successors) {
            choice.replaced_by = successor;
        }
        choices
    }

    /// As which others see a choice is another one of these, which they see as itself.
    fn shared_as(&mut self, key: &str, choices: &[Choice]) {
        let open = choices.iter().filter(|choice| choice.shared_as.is_none());
        let open: Vec<String> = open.map(|choice| choice.id.clone()).collect();
        for (at, choice) in choices.iter().enumerate() {
            if let Some(other) = &choice.shared_as {
                self.known(&format!("{key}[{at}].shared_as"), other, &open);
            }
        }
    }

    /// The choice as which this one goes on in the end: what it was merged with may itself have been merged.
    fn successor(&mut self, key: &str, choice: &Choice, choices: &[Choice]) -> Option<String> {
        let mut last = choice;
        for _ in 0..choices.len() {
            let Some(next) = &last.replaced_by else {
                return (last.id != choice.id).then(|| last.id.clone());
            };
            let Some(found) = find(choices, next) else {
                self.known(key, next, &lasting(choices));
                return None;
            };
            last = found;
        }
        self.wrong(key, Mistake::GoesRound(choice.id.clone()));
        None
    }
}
