//! What becomes of what is stored when a register goes over to another definition. Nothing stored is lost: values of a
//! field that is gone stay where they are. What would be misunderstood is listed, so that it can be refused.

use std::collections::BTreeMap;

use crate::language::Label;
use crate::register::definition::choice::Choice;
use crate::register::definition::field::Field;
use crate::register::definition::register::Definition;
use crate::register::definition::reserved::{OUTCOME, STATUS};

/// What differs between two definitions of a register, as far as stored cases are concerned.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Switch {
    /// Keys at the top that may not change once there are cases: the team, whose file holds them, and the kind.
    pub fixed: Vec<&'static str>,
    /// The fields that forms have from now on.
    pub new_fields: Vec<Label>,
    /// The fields that disappear from forms, by their id.
    pub gone_fields: Vec<(String, Label)>,
    /// The fields that take another kind of value, by their id.
    pub other_kinds: Vec<(String, Label)>,
    /// The choices that are there no more.
    pub gone_choices: Vec<GoneChoice>,
}

/// A choice that is there no more.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GoneChoice {
    /// The kind of entry to which the field belongs; none for a field of the case.
    pub entry: Option<String>,
    /// The field, [`STATUS`] or [`OUTCOME`].
    pub field: String,
    /// The choice.
    pub id: String,
    /// Its label.
    pub label: Label,
}

impl Switch {
    /// From one definition of a register to another one.
    pub fn between(before: &Definition, after: &Definition) -> Self {
        let fixed = [
            ("team", before.team != after.team),
            ("kind", before.kind != after.kind),
        ];
        let fixed = fixed.into_iter().filter(|(_, other)| *other);
        let mut switch = Self {
            fixed: fixed.map(|(key, _)| key).collect(),
            ..Self::default()
        };
        let new = after.fields.iter();
        let new = new.filter(|field| before.field(&field.id).is_none());
        switch.new_fields = new.map(|field| field.label.clone()).collect();
        for field in &before.fields {
            let named = (field.id.clone(), field.label.clone());
            match after.field(&field.id) {
                None => switch.gone_fields.push(named),
                Some(other) if other.kind != field.kind => switch.other_kinds.push(named),
                Some(_) => {}
            }
        }
        switch.compare(None, &before.fields, &after.fields);
        for kind in &before.entries {
            if let Some(other) = after.entry_kind(&kind.id) {
                switch.compare(Some(&kind.id), &kind.fields, &other.fields);
            }
        }
        let statuses = |definition: &Definition| -> Vec<Choice> {
            let statuses = definition.statuses.iter();
            statuses.map(|status| status.choice.clone()).collect()
        };
        switch.lose(None, STATUS, &statuses(before), &statuses(after));
        let outcomes = |definition: &Definition| -> Vec<Choice> {
            let outcome = definition.outcome.as_ref();
            outcome.map_or_else(Vec::new, |outcome| outcome.choices.clone())
        };
        switch.lose(None, OUTCOME, &outcomes(before), &outcomes(after));
        switch
    }

    fn compare(&mut self, entry: Option<&str>, before: &[Field], after: &[Field]) {
        let after: BTreeMap<&str, &Field> = after
            .iter()
            .map(|field| (field.id.as_str(), field))
            .collect();
        for field in before {
            if let Some(other) = after.get(field.id.as_str()) {
                self.lose(entry, &field.id, &field.choices, &other.choices);
            }
        }
    }

    fn lose(&mut self, entry: Option<&str>, field: &str, before: &[Choice], after: &[Choice]) {
        let gone = before
            .iter()
            .filter(|choice| !after.iter().any(|other| other.id == choice.id));
        self.gone_choices.extend(gone.map(|choice| GoneChoice {
            entry: entry.map(str::to_owned),
            field: field.to_owned(),
            id: choice.id.clone(),
            label: choice.label.clone(),
        }));
    }
}
