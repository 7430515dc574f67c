//! The step of the ladder that an entry is: what follows from it is filled in, and goes along when another step is chosen,
//! as long as nobody typed otherwise.

use std::collections::BTreeMap;

use chrono::{Days, NaiveDate, NaiveDateTime};

use crate::desk::form::entry_form::state::EntryForm;
use crate::desk::form::field_ids::case_field_id;
use crate::language::{Label, Language};
use crate::register::{CaseFile, Definition, Rung, STATUS, Value};

impl EntryForm {
    /// A form for the next step of the ladder, filled with everything that follows from it.
    pub fn next_step(
        case: CaseFile,
        definition: &Definition,
        rung: &Rung,
        now: NaiveDateTime,
        language: Language,
    ) -> Option<Self> {
        let ladder = definition.ladder.as_ref()?;
        let kind = definition.entry_kind(&ladder.entry)?;
        let mut form = Self::new(case, kind, now);
        for (id, value) in following(definition, rung, now.date(), language) {
            form.inputs.fill(&id, &value);
        }
        form.inputs.choose(&ladder.measure, &rung.measure);
        form.inputs.at = Some(ladder.measure.clone());
        form.step = Some(Some(rung.measure.clone()));
        Some(form)
    }

    /// Puts what follows from the step that is chosen now in the place of what followed from the one before.
    pub(super) fn follow_step(
        &mut self,
        definition: &Definition,
        today: NaiveDate,
        language: Language,
    ) {
        let ladder = definition.ladder.as_ref();
        let Some(ladder) = ladder.filter(|it| it.entry == self.kind && self.entry.is_none()) else {
            return;
        };
        let chosen = self.inputs.choice(&ladder.measure).cloned();
        let Some(before) = self.step.replace(chosen.clone()) else {
            // A draft that is gone on with is as it was left.
            return;
        };
        if before == chosen {
            return;
        }
        let rung = |measure: Option<String>| {
            let mut rungs = ladder.rungs.iter();
            rungs.find(|rung| Some(&rung.measure) == measure.as_ref())
        };
        let (before, Some(rung)) = (rung(before), rung(chosen)) else {
            return;
        };
        let followed = before.map(|before| following(definition, before, today, language));
        let mut followed = followed.unwrap_or_default();
        if let Some(status) = &self.case.state.status {
            // A form begins with the status of its case.
            let status = Value::Choice(status.clone());
            followed.entry(STATUS.to_owned()).or_insert(status);
        }
        for (id, value) in following(definition, rung, today, language) {
            self.inputs.follow(&id, followed.get(&id), &value);
        }
    }
}

/// What follows from a step that is taken on this day, by the ids of the form.
fn following(
    definition: &Definition,
    rung: &Rung,
    day: NaiveDate,
    language: Language,
) -> BTreeMap<String, Value> {
    let Some(ladder) = &definition.ladder else {
        return BTreeMap::new();
    };
    let text = |label: &Label| Value::Text(label.text(language).to_owned());
    let due = day.checked_add_days(Days::new(rung.days.into()));
    let due = due.map(Value::Date);
    let mut follows = BTreeMap::from([(ladder.ground.clone(), text(&rung.ground))]);
    follows.extend(due.clone().map(|due| (ladder.due.clone(), due)));
    let kind = definition.entry_kind(&ladder.entry);
    let status = rung
        .status
        .clone()
        .filter(|_| kind.is_some_and(|it| it.moves));
    follows.extend(status.map(|status| (STATUS.to_owned(), Value::Choice(status))));
    let updates = |id: &String| kind.is_some_and(|kind| kind.updates.contains(id));
    if let Some(next) = &definition.next_action
        && let Some(action) = rung.action.as_ref().filter(|_| updates(&next.what))
    {
        follows.insert(case_field_id(&next.what), text(action));
        let due = due.filter(|_| updates(&next.due));
        follows.extend(due.map(|due| (case_field_id(&next.due), due)));
    }
    follows
}
