//! Whether the parts of a definition belong together: kinds with their dates and statuses, references with what they name.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::check::Check;
use super::mistake::Mistake;
use crate::register::definition::choice::lasting;
use crate::register::definition::field::{Field, FieldKind};
use crate::register::definition::register::{Definition, Kind};
use crate::register::definition::reserved::{BEGIN, END, OUTCOME, TYPING, UNPREPARED};

impl Check<'_> {
    /// Spell registers begin, end and stand somewhere; events only happen.
    pub(super) fn kind_fits(&mut self, definition: &Definition) {
        if definition.kind == Kind::Spell {
            if definition.end.is_none() {
                self.wrong("end", Mistake::SpellNeeds("[end]".to_owned()));
            }
            for open in [true, false] {
                if definition.first_status(open).is_none() {
                    let needed = format!("[[status]] open = {open}");
                    self.wrong("status", Mistake::SpellNeeds(needed));
                }
            }
        } else {
            if definition.end.is_some() {
                self.wrong("end", Mistake::EventHasNo("[end]".to_owned()));
            }
            if definition.outcome.is_some() {
                self.wrong("outcome", Mistake::EventHasNo("[outcome]".to_owned()));
            }
        }
    }

    /// What ends a case by itself is a day of the case and an outcome; cases that have yet to begin have a status, a day on
    /// which they came, and outcomes of their own; and the years of retention run from a day there is.
    pub(super) fn course_fits(&mut self, definition: &Definition) {
        let days = [FieldKind::Date, FieldKind::DateTime];
        let dated = definition.fields.iter();
        let dated = dated.filter(|field| days.contains(&field.kind));
        let mut dated: Vec<String> = dated.map(|field| field.id.clone()).collect();
        let outcomes = definition.outcome.as_ref().map(|asked| &asked.choices[..]);
        let outcomes = lasting(outcomes.unwrap_or_default());
        if let Some(ends_at) = &definition.ends_at {
            if !definition.has_spells() {
                self.wrong("ends_at", Mistake::EventHasNo("[ends_at]".to_owned()));
            }
            for field in &ends_at.fields {
                self.known("ends_at.fields", field, &dated);
            }
            self.known("ends_at.outcome", &ends_at.outcome, &outcomes);
        }
        let before = definition.first_status_before();
        match (&definition.preparation, before) {
            (Some(_), None) => {
                let needed = "[[status]] before = true".to_owned();
                self.wrong("preparation", Mistake::PreparationNeeds(needed));
            }
            (None, Some(_)) => {
                let needed = "[preparation]".to_owned();
                self.wrong("status", Mistake::PreparationNeeds(needed));
            }
            _ => {}
        }
        for (at, status) in definition.statuses.iter().enumerate() {
            if status.before && !status.open {
                let needed = "open = true".to_owned();
                self.wrong(format!("status[{at}]"), Mistake::PreparationNeeds(needed));
            }
        }
        let asked = definition.outcome.iter();
        for outcome in asked.flat_map(|asked| &asked.before) {
            self.known("outcome.before", outcome, &outcomes);
        }
        if let Some(from) = &definition.retention.from {
            dated.extend([BEGIN, END].map(str::to_owned));
            self.known("retention.from", from, &dated);
        }
    }

    /// A field is required where it is typed, from the begin, from a status, or at the end; so no status can be called as
    /// one of these.
    pub(super) fn requirements(&mut self, definition: &Definition) {
        let statuses = definition.statuses.iter();
        let mut moments: Vec<String> = vec![TYPING.to_owned(), BEGIN.to_owned()];
        moments.extend(statuses.map(|status| status.choice.id.clone()));
        for (at, id) in moments.iter().skip(2).enumerate() {
            if [TYPING, BEGIN, END, UNPREPARED].contains(&id.as_str()) {
                self.wrong(format!("status[{at}].id"), Mistake::Taken(id.clone()));
            }
        }
        if definition.has_spells() {
            moments.push(END.to_owned());
        }
        if definition.preparation.is_some() {
            moments.push(UNPREPARED.to_owned());
        }
        for (at, field) in definition.fields.iter().enumerate() {
            if let Some(from) = &field.required_from {
                self.known(&format!("field[{at}].required_from"), from.name(), &moments);
            }
        }
    }

    /// The list, the next action, tables and exceptions name things that must exist.
    pub(super) fn references(&mut self, definition: &Definition) {
        self.settled_with_gathering(definition);
        self.tables(definition);
        let ids = |keep: &dyn Fn(&Field) -> bool| -> Vec<String> {
            definition
                .fields
                .iter()
                .filter(|field| keep(field))
                .map(|f| f.id.clone())
                .collect()
        };
        for (at, field) in definition.list.iter().enumerate() {
            self.known(&format!("list[{at}]"), field, &ids(&|_| true));
        }
        if let Some(next) = &definition.next_action {
            let texts = ids(&|field| field.kind == FieldKind::Text);
            self.known("next_action.what", &next.what, &texts);
            self.known(
                "next_action.due",
                &next.due,
                &ids(&|field| field.kind == FieldKind::Date),
            );
        }
        let counted = definition.dimensions();
        for (at, exception) in definition.retention.exceptions.iter().enumerate() {
            let key = format!("retention.exception[{at}]");
            let choices = match exception.field.as_str() {
                OUTCOME => definition.outcome.as_ref().map(|outcome| &outcome.choices),
                field => definition.field(field).map(|field| &field.choices),
            };
            match choices {
                None => self.known(&format!("{key}.field"), &exception.field, &counted),
                Some(choices) => {
                    self.known(
                        &format!("{key}.choice"),
                        &exception.choice,
                        &lasting(choices),
                    );
                }
            }
        }
    }

    /// A weight is another number that is counted, ages follow from one birth date, and every band begins above the last.
    pub(super) fn numbers_and_births(&mut self, definition: &Definition) {
        self.weights("", &definition.fields);
        let births = definition.fields.iter().enumerate();
        let births =
            births.filter(|(_, field)| field.counted && field.kind == FieldKind::BirthDate);
        let mut births = births.map(|(at, field)| (at, field.id.clone()));
        if let (Some((_, first)), Some((at, _))) = (births.next(), births.next()) {
            let mistake = Mistake::SecondBirthDate(first);
            self.wrong(format!("field[{at}].counted"), mistake);
        }
        for (key, bounds) in [
            ("bands.ages", &definition.bands.ages),
            ("bands.days", &definition.bands.days),
        ] {
            let rises = bounds.is_sorted_by(|one, next| one < next);
            if !rises || bounds.first().is_none_or(|first| *first == 0) {
                self.wrong(key, Mistake::BandsMustRise);
            }
        }
    }

    /// A weight is another number that is counted. The key of the fields begins with `before`.
    pub(super) fn weights(&mut self, before: &str, fields: &[Field]) {
        let counted = fields.iter().filter(|field| field.counted);
        let numbers: Vec<&Field> = counted
            .filter(|field| field.kind == FieldKind::Number)
            .collect();
        for (at, field) in fields.iter().enumerate() {
            let Some(weight) = &field.weight else {
                continue;
            };
            let key = format!("{before}field[{at}].weight");
            if numbers.iter().any(|number| number.id == field.id) {
                let others = numbers.iter().filter(|number| number.id != field.id);
                let others: Vec<String> = others.map(|number| number.id.clone()).collect();
                self.known(&key, weight, &others);
            } else {
                self.wrong(key, Mistake::OnlyNumbersWeigh);
            }
        }
    }

    /// What is settled with gathering is a choice of a field of this register.
    fn settled_with_gathering(&mut self, definition: &Definition) {
        let Some(leads) = &definition.leads_to else {
            return;
        };
        let ids = definition.fields.iter().map(|field| field.id.clone());
        let ids: Vec<String> = ids.collect();
        for own in leads.fields.values() {
            self.known("leads_to.fields", own, &ids);
        }
        for (field, choice) in &leads.sets {
            self.known("leads_to.sets", field, &ids);
            if let Some(field) = definition.field(field) {
                let key = format!("leads_to.sets.{}", field.id);
                self.known(&key, choice, &lasting(&field.choices));
            }
        }
    }
}

/// The register in which cases are gathered exists, is one of the same team, and has the fields that are filled in there. Only once every register
/// is read can that be seen.
pub(super) fn gathering(
    definition: &Definition,
    all: &BTreeMap<String, Arc<Definition>>,
) -> Vec<(String, Mistake)> {
    let Some(leads) = &definition.leads_to else {
        return Vec::new();
    };
    let unknown = |key: &str, value: &String, expected: Vec<String>| {
        let mistake = Mistake::NotOneOf {
            value: value.clone(),
            expected,
        };
        (key.to_owned(), mistake)
    };
    let Some(other) = all.get(&leads.register) else {
        return vec![unknown(
            "leads_to.register",
            &leads.register,
            all.keys().cloned().collect(),
        )];
    };
    // What gathers a case and what is settled with it are written together, which two files never are.
    if other.team != definition.team {
        let mistake = Mistake::OtherTeam(leads.register.clone());
        return vec![("leads_to.register".to_owned(), mistake)];
    }
    let ids: Vec<String> = other.fields.iter().map(|field| field.id.clone()).collect();
    let missing = leads.fields.keys().filter(|field| !ids.contains(field));
    missing
        .map(|field| unknown("leads_to.fields", field, ids.clone()))
        .collect()
}
