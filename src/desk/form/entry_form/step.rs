//! The step of the ladder that an entry is: what follows from it is filled in, and goes along when another step is chosen,
//! as long as nobody typed otherwise.

use chrono::{Days, NaiveDate, NaiveDateTime};

use crate::desk::form::entry_form::state::EntryForm;
use crate::desk::form::field_ids::case_field_id;
use crate::language::Language;
use crate::register::{CaseFile, Definition, Rung, STATUS};

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
        for (id, text) in texts(definition, rung, now.date(), language) {
            form.inputs.texts.insert(id, text);
        }
        form.inputs.choose(&ladder.measure, &rung.measure);
        if let Some(status) = rung.status.as_ref().filter(|_| kind.moves) {
            form.inputs.choose(STATUS, status);
        }
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
        let followed = before.map(|before| texts(definition, before, today, language));
        let followed = followed.unwrap_or_default();
        for (id, text) in texts(definition, rung, today, language) {
            let stands = self.inputs.text(&id);
            let ours = followed
                .iter()
                .any(|(of, text)| *of == id && text == stands);
            if stands.is_empty() || ours {
                self.inputs.texts.insert(id, text);
            }
        }
        let stands = self.inputs.choice(STATUS);
        let ours = [
            before.and_then(|it| it.status.as_ref()),
            self.case.state.status.as_ref(),
        ];
        let moves = definition.entry_kind(&self.kind).is_some_and(|it| it.moves);
        if let Some(status) = rung
            .status
            .as_ref()
            .filter(|_| moves && ours.contains(&stands))
        {
            self.inputs.choose(STATUS, status);
        }
    }
}

/// The texts that follow from a step that is taken on this day, by their fields.
fn texts(
    definition: &Definition,
    rung: &Rung,
    day: NaiveDate,
    language: Language,
) -> Vec<(String, String)> {
    let Some(ladder) = &definition.ladder else {
        return Vec::new();
    };
    let mut texts = vec![(ladder.ground.clone(), rung.ground.text(language).to_owned())];
    let due = day.checked_add_days(Days::new(rung.days.into()));
    let due = due.map(|due| Language::Dutch.date(due));
    texts.extend(due.clone().map(|due| (ladder.due.clone(), due)));
    let kind = definition.entry_kind(&ladder.entry);
    let updates = |id: &String| kind.is_some_and(|kind| kind.updates.contains(id));
    if let Some(next) = &definition.next_action
        && let Some(action) = rung.action.as_ref().filter(|_| updates(&next.what))
    {
        let action = action.text(language).to_owned();
        texts.push((case_field_id(&next.what), action));
        let due = due.filter(|_| updates(&next.due));
        texts.extend(due.map(|due| (case_field_id(&next.due), due)));
    }
    texts
}
