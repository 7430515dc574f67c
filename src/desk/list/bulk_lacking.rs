//! What single cases lack in a change of many: filled in once for all that lack it, or case by case where it differs.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::desk::backend::bulk_plan_text::LackingCase;
use crate::desk::form::closing::outcomes;
use crate::desk::form::inputs::Inputs;
use crate::language::Language;
use crate::register::{
    CaseKey, Closing, Definition, END, Field, FieldKind, OUTCOME, Setting, Value,
};
use crate::store::OwnSettings;

/// What is filled in of the cases that lack something.
#[derive(Default)]
pub struct Lacking {
    /// What is typed for all that lack it.
    pub common: Inputs,
    /// What is typed for single cases.
    pub own: BTreeMap<CaseKey, Inputs>,
    /// What follows from that for every case.
    pub settings: OwnSettings,
    /// Whether the first field takes the keyboard in the next frame.
    pub take_focus: bool,
}

/// What it is asked by.
pub struct Asked<'a> {
    /// The register.
    pub definition: &'a Definition,
    /// How all the cases end; none where they are not closed.
    pub closing: Option<&'a Closing>,
    /// Today.
    pub today: NaiveDate,
    /// The language of the screen.
    pub language: Language,
}

impl Asked<'_> {
    /// The field in which something is asked of a case, which has yet to begin (`waits`) or began.
    pub fn field(&self, subject: &str, waits: bool) -> Option<Field> {
        let definition = self.definition;
        match subject {
            END => {
                let label = definition.end.as_ref()?.label.clone();
                Some(Field::asked(END, label, FieldKind::Date))
            }
            OUTCOME => {
                let label = definition.outcome.as_ref()?.label.clone();
                Some(Field {
                    choices: outcomes(definition, waits),
                    ..Field::asked(OUTCOME, label, FieldKind::Choice)
                })
            }
            id => definition.field(id).cloned(),
        }
    }
}

/// What several of these cases lack, so that it can be filled in for all of them: fields of the register, in its order.
pub fn lacked_together<'a>(cases: &[LackingCase], definition: &'a Definition) -> Vec<&'a Field> {
    let lacking = |field: &&Field| {
        let lacks = |case: &&LackingCase| case.subjects.contains(&field.id);
        cases.iter().filter(lacks).count() > 1
    };
    definition.fields.iter().filter(lacking).collect()
}

impl Lacking {
    /// Whether something was typed since it was taken last.
    pub fn is_touched(&self) -> bool {
        self.common.touched || self.own.values().any(|inputs| inputs.touched)
    }

    /// Takes what is typed of these cases. Returns whether all of it could be read; what could not has a fault beside it.
    pub fn take(&mut self, cases: &[LackingCase], asked: &Asked<'_>) -> bool {
        self.common.faults.clear();
        for case in cases {
            let own = self.own.entry(case.key).or_default();
            own.faults.clear();
            let mut given = Vec::new();
            let mut end = asked.closing.cloned();
            for subject in &case.subjects {
                let Some(field) = asked.field(subject, case.waits) else {
                    continue;
                };
                let read = |inputs: &mut Inputs| {
                    inputs
                        .read(&field, asked.today, asked.language)
                        .ok()
                        .flatten()
                };
                let Some(value) = read(own).or_else(|| read(&mut self.common)) else {
                    continue;
                };
                match (subject.as_str(), value, &mut end) {
                    (END, Value::Date(date), Some(end)) => end.date = date,
                    (OUTCOME, Value::Choice(outcome), Some(end)) => {
                        end.outcome = Some(outcome);
                        end.flags.clear();
                    }
                    (id, value, _) => given.push(Setting::Field {
                        id: id.to_owned(),
                        value: Some(value),
                    }),
                }
            }
            if end.as_ref() != asked.closing {
                given.extend(end.map(Setting::End));
            }
            let settings = self.settings.entry(case.key).or_default();
            settings.retain(|one| given.iter().all(|new| new.subject() != one.subject()));
            settings.extend(given);
        }
        let all: Vec<&mut Inputs> = self.own.values_mut().chain([&mut self.common]).collect();
        let readable = all.iter().all(|inputs| inputs.faults.is_empty());
        if readable {
            all.into_iter().for_each(|inputs| inputs.touched = false);
        }
        readable
    }
}
