//! The value of a field, from what somebody wrote and to what a person reads.

use std::collections::BTreeSet;

use super::choice::{Choice, recognise};
use super::field::{Field, FieldKind};
use crate::language::Language;
use crate::register::case::address::Address;
use crate::register::case::dates::DateOrder;
use crate::register::case::reading::{
    ValueProblem, read_birth_date_in, read_date_time_in, read_day_in, read_number, read_yes_no,
};
use crate::register::case::value::Value;

/// The choice that was written, or the problem that names what can be chosen.
///
/// # Errors
/// None of the choices is called this.
pub fn read_choice<'a>(choices: &'a [Choice], written: &str) -> Result<&'a Choice, ValueProblem> {
    recognise(choices, written).ok_or_else(|| ValueProblem::NotAChoice {
        written: written.trim().to_owned(),
        offered: choices
            .iter()
            .filter(|choice| choice.is_current())
            .map(|choice| choice.label.clone())
            .collect(),
    })
}

impl Field {
    /// Reads what a person or a file wrote for this field; blank is no value. Of an address it is the whole line.
    ///
    /// # Errors
    /// What was written is no value of this field.
    pub fn read(&self, written: &str) -> Result<Option<Value>, ValueProblem> {
        self.read_in(written, DateOrder::Day)
    }

    /// The same, where the numbers of a date stand in this order.
    ///
    /// # Errors
    /// What was written is no value of this field.
    pub fn read_in(&self, written: &str, order: DateOrder) -> Result<Option<Value>, ValueProblem> {
        let written = written.trim();
        if written.is_empty() {
            return Ok(None);
        }
        let value = match self.kind {
            FieldKind::Text | FieldKind::LongText | FieldKind::Person => {
                Value::Text(written.to_owned())
            }
            FieldKind::Date => Value::Date(read_day_in(written, order)?),
            FieldKind::BirthDate => Value::Date(read_birth_date_in(written, order)?),
            FieldKind::DateTime => Value::DateTime(read_date_time_in(written, order)?),
            FieldKind::Choice => Value::Choice(read_choice(&self.choices, written)?.id.clone()),
            FieldKind::Choices => Value::Choices(self.read_choices(written)?),
            FieldKind::Number => Value::Number(read_number(written)?),
            FieldKind::YesNo => Value::YesNo(read_yes_no(written)?),
            FieldKind::Address => Value::Address(Address::of_line(written)),
        };
        Ok(Some(value))
    }

    /// Several values separated by `|` or `,`. A label may itself have a comma, so that from every piece on the longest
    /// run that is a choice is taken.
    fn read_choices(&self, written: &str) -> Result<BTreeSet<String>, ValueProblem> {
        let mut chosen = BTreeSet::new();
        for part in written.split('|').filter(|part| !part.trim().is_empty()) {
            let pieces: Vec<&str> = part.split(',').collect();
            let mut rest = &pieces[..];
            while let [first, after @ ..] = rest {
                let longest = (1..=rest.len()).rev().find_map(|length| {
                    let (run, after) = rest.split_at(length);
                    Some((recognise(&self.choices, &run.join(","))?, after))
                });
                let (choice, after) = match longest {
                    Some(found) => found,
                    None if first.trim().is_empty() => {
                        rest = after;
                        continue;
                    }
                    // Not one of them: the problem names this piece.
                    None => (read_choice(&self.choices, first)?, after),
                };
                chosen.insert(choice.id.clone());
                rest = after;
            }
        }
        if chosen.is_empty() {
            read_choice(&self.choices, written)?;
        }
        Ok(chosen)
    }

    /// The value as a person reads it: labels instead of ids, dates as dd-mm-jjjj.
    pub fn display(&self, value: &Value, language: Language) -> String {
        let label = |id: &String| match self.choice(id) {
            Some(choice) => choice.label.text(language).to_owned(),
            None => id.clone(),
        };
        match value {
            Value::Text(text) => text.clone(),
            Value::Date(date) => language.date(*date),
            Value::DateTime(instant) => {
                format!(
                    "{} {}",
                    language.date(instant.date()),
                    instant.format("%H:%M")
                )
            }
            Value::Choice(id) => label(id),
            // In the order of the definition, not of the ids.
            Value::Choices(ids) => {
                let known = self.choices.iter().map(|choice| &choice.id);
                let lost = ids.iter().filter(|id| self.choice(id).is_none());
                let ordered = known.filter(|id| ids.contains(*id)).chain(lost);
                ordered.map(label).collect::<Vec<_>>().join(", ")
            }
            Value::Number(number) => language.number(*number),
            Value::YesNo(yes) => language.text(if *yes { "yes" } else { "no" }),
            Value::Address(address) => address.line(),
        }
    }
}
