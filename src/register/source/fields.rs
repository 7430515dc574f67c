//! The part of checking a definition that is about its fields, of the case and of what stands on its timeline.

use std::collections::BTreeSet;

use super::check::Check;
use super::known::Known;
use super::mistake::Mistake;
use super::shape::FieldSource;
use crate::register::definition::field::{
    Field, FieldKind, FieldRole, Matches, RequiredFrom, Sensitivity,
};
use crate::register::definition::limits::MOST_SEVERAL;

impl Check<'_> {
    /// A field, with the choices it names.
    pub(super) fn field(
        &mut self,
        key: &str,
        source: FieldSource,
        known: &Known<'_>,
        taken: &mut BTreeSet<String>,
    ) -> Field {
        self.id(&format!("{key}.id"), &source.id);
        if !taken.insert(source.id.clone()) {
            self.wrong(format!("{key}.id"), Mistake::Taken(source.id.clone()));
        }
        let kind = self.one_of(&format!("{key}.kind"), &source.kind, &FieldKind::NAMES);
        let sensitivity = self
            .one_of(
                &format!("{key}.sensitivity"),
                &source.sensitivity,
                &Sensitivity::NAMES,
            )
            .unwrap_or(Sensitivity::Ordinary);
        self.sharing(key, &source, sensitivity);
        let choices = match &source.choices_from {
            Some(list) => {
                let key = format!("{key}.choices_from");
                self.known(&key, list, &known.list_ids());
                let list = known.list(list);
                list.map_or_else(Vec::new, |list| list.choices.clone())
            }
            None => self.choices(&format!("{key}.choices"), source.choices),
        };
        if let Some(kind) = kind {
            if source.counted && !kind.can_be_counted() {
                self.wrong(
                    format!("{key}.counted"),
                    Mistake::NotCountable(source.kind.clone()),
                );
            }
            if kind.has_choices() && choices.is_empty() && source.choices_from.is_none() {
                self.wrong(format!("{key}.choices"), Mistake::NoChoices);
            }
            // The choices of a text are only suggested; they are those of a list.
            let suggested = kind == FieldKind::Text && source.choices_from.is_some();
            if !kind.has_choices() && !choices.is_empty() && !suggested {
                let mistake = Mistake::ChoicesOnOther(source.kind.clone());
                self.wrong(format!("{key}.choices"), mistake);
            }
            if kind == FieldKind::Choices && choices.len() > MOST_SEVERAL {
                let mistake = Mistake::TooManyChoices(choices.len());
                self.wrong(format!("{key}.choices"), mistake);
            }
        }
        let role = source.role.as_ref();
        let role = role.and_then(|role| self.role(&format!("{key}.role"), role, kind));
        let matches = source.matches.as_ref();
        let matches = matches
            .and_then(|name| self.matches(&format!("{key}.matches"), name, kind, sensitivity));
        Field {
            id: source.id,
            label: source.label,
            kind: kind.unwrap_or(FieldKind::Text),
            counted: source.counted,
            weight: source.weight,
            sensitivity,
            shareable: source.shareable,
            shared_because: source.shared_because,
            aliases: source.aliases,
            choices,
            choices_from: source.choices_from,
            within: None,
            section: source.section,
            required_from: source.required_from.map(RequiredFrom::named),
            only_with: source.only_with,
            role,
            matches,
            of: source.of,
            younger_than: source.younger_than,
        }
    }

    /// What is special, criminal or about a minor is shared only where the definition says why; what came from the police,
    /// and who reported, never.
    fn sharing(&mut self, key: &str, source: &FieldSource, sensitivity: Sensitivity) {
        let because = source.shared_because.as_ref();
        if because.is_some_and(|why| why.nl.trim().is_empty()) {
            self.wrong(
                format!("{key}.shared_because"),
                Mistake::Missing("nl".to_owned()),
            );
        }
        if !source.shareable {
            return;
        }
        let reporter = FieldRole::NAMES.into_iter().any(|(name, role)| {
            role == FieldRole::Reporter && source.role.as_deref() == Some(name)
        });
        match sensitivity {
            Sensitivity::Police => {
                self.wrong(format!("{key}.shareable"), Mistake::PoliceIsNotShared);
            }
            _ if reporter => self.wrong(format!("{key}.shareable"), Mistake::ReporterIsNotShared),
            Sensitivity::Ordinary => {}
            _ if because.is_none() => {
                self.wrong(
                    format!("{key}.shareable"),
                    Mistake::SharedWithoutReason(source.sensitivity.clone()),
                );
            }
            _ => {}
        }
    }

    /// By what cases find each other, where a field of this kind can do that.
    fn matches(
        &mut self,
        key: &str,
        name: &str,
        kind: Option<FieldKind>,
        sensitivity: Sensitivity,
    ) -> Option<Matches> {
        let known = self.one_of(key, name, &Matches::NAMES)?;
        let fits = |matches: Matches| kind.is_none_or(|kind| matches.fits(kind, sensitivity));
        if !fits(known) {
            let fitting = Matches::NAMES.iter().filter(|(_, matches)| fits(*matches));
            let mistake = Mistake::NotOneOf {
                value: name.to_owned(),
                expected: fitting.map(|(name, _)| (*name).to_owned()).collect(),
            };
            self.wrong(key, mistake);
        }
        Some(known)
    }

    /// What a field says, where its kind of value can say that.
    fn role(&mut self, key: &str, role: &str, kind: Option<FieldKind>) -> Option<FieldRole> {
        let known = self.one_of(key, role, &FieldRole::NAMES)?;
        let fits = |role: FieldRole| kind.is_none_or(|kind| role.fits(kind));
        if !fits(known) {
            let fitting = FieldRole::NAMES.iter().filter(|(_, role)| fits(*role));
            let mistake = Mistake::NotOneOf {
                value: role.to_owned(),
                expected: fitting.map(|(name, _)| (*name).to_owned()).collect(),
            };
            self.wrong(key, mistake);
        }
        Some(known)
    }

    /// No two fields have one role, but for who reported.
    pub(super) fn one_of_each_role(&mut self, key: &str, fields: &[Field]) {
        for (at, field) in fields
            .iter()
            .enumerate()
            .filter(|(_, field)| field.role.is_some_and(|role| role != FieldRole::Reporter))
        {
            let first = fields[..at].iter().find(|other| other.role == field.role);
            if let Some(first) = first {
                let key = format!("{key}field[{at}].role");
                self.wrong(key, Mistake::SecondRole(first.id.clone()));
            }
        }
    }
}
