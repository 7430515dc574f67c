//! What a definition asks of a case before it is stored.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::fault::{CaseProblem, Fault};
use super::value_check::value_fault;
use crate::language::{Label, Language};
use crate::register::case::case_file::{CaseState, Closing, Spell};
use crate::register::case::due::Due;
use crate::register::case::entry::EntryState;
use crate::register::case::value::Value;
use crate::register::definition::field::{Field, RequiredFrom};
use crate::register::definition::register::{Definition, Kind};
use crate::register::definition::reserved::{BEGIN, END, OUTCOME, STATUS};

impl Definition {
    /// Everything about this state that cannot be; empty when it can be stored.
    pub fn check(&self, state: &CaseState) -> Vec<CaseProblem> {
        let mut problems = Vec::new();
        self.check_spells(state, &mut problems);
        if let Some(status) = &state.status
            && self.status(status).is_none()
        {
            problems.push(problem(STATUS, Fault::UnknownChoice(status.clone())));
        }
        for (id, value) in &state.values {
            // A field that the definition no longer has keeps its value: nothing stored is lost.
            if let Some(field) = self.field(id) {
                problems.extend(
                    value_fault(field, value, state.opened())
                        .map(|fault| problem(&field.id, fault)),
                );
            }
        }
        check_dependencies(&self.fields, &state.values, &mut problems);
        self.check_districts(state, &mut problems);
        self.check_limits(state, &mut problems);
        problems
    }

    /// Whether this field means something in such a case: not where another field says that it does not. A form leaves
    /// such a field out; while the other field is unknown it is asked.
    pub fn applies(&self, field: &Field, state: &CaseState) -> bool {
        field.applies(&state.values)
    }

    /// What has to be filled in of a case that stands where this one does, and is not. Whoever types a case is asked for
    /// it; a file that comes in may lack it, because what was never written down is unknown.
    pub fn missing(&self, state: &CaseState) -> Vec<CaseProblem> {
        let unknown = |field: &&Field| !state.values.contains_key(&field.id);
        let fields = self.fields.iter().filter(unknown);
        let mut problems: Vec<CaseProblem> = fields
            .filter_map(|field| Some(problem(&field.id, self.fault_without(field, state)?)))
            .collect();
        let unexplained = state
            .closing()
            .is_some_and(|closing| closing.outcome.is_none());
        if unexplained && self.outcome.as_ref().is_some_and(|asked| asked.required) {
            problems.push(problem(OUTCOME, Fault::NoOutcome));
        }
        problems
    }

    /// What has to be filled in where a new case is typed, and is not. A case that is there already may lack it.
    pub fn missing_where_typed(&self, state: &CaseState) -> Vec<CaseProblem> {
        let asked = self.fields.iter().filter(|field| {
            field.required_from == Some(RequiredFrom::Typing)
                && !state.values.contains_key(&field.id)
                && field.is_meant(&state.values)
        });
        asked
            .map(|field| problem(&field.id, Fault::Missing))
            .collect()
    }

    /// Everything about an entry that cannot be; empty when it can be stored.
    pub fn check_entry(&self, state: &EntryState) -> Vec<CaseProblem> {
        let Some(kind) = self.entry_kind(&state.kind) else {
            let fault = Fault::UnknownEntryKind(state.kind.clone());
            return vec![problem(&state.kind, fault)];
        };
        let mut problems = Vec::new();
        for (id, value) in &state.values {
            if let Some(field) = kind.field(id) {
                problems
                    .extend(value_fault(field, value, None).map(|fault| problem(&field.id, fault)));
            }
        }
        check_dependencies(&kind.fields, &state.values, &mut problems);
        problems
    }

    /// What has to be filled in of an entry and is not.
    pub fn missing_in_entry(&self, state: &EntryState) -> Vec<CaseProblem> {
        let fields = self.entry_kind(&state.kind).map(|kind| &kind.fields);
        fields
            .into_iter()
            .flatten()
            .filter(|field| {
                field.required_from.is_some()
                    && !state.values.contains_key(&field.id)
                    && field.is_meant(&state.values)
            })
            .map(|field| problem(&field.id, Fault::Missing))
            .collect()
    }

    /// Everything about an entry that cannot be and was not so before.
    pub fn check_entry_change(&self, before: &EntryState, state: &EntryState) -> Vec<CaseProblem> {
        let known = self.check_entry(before);
        let mut problems = self.check_entry(state);
        problems.retain(|problem| !known.contains(problem));
        problems
    }

    /// Everything about this state that cannot be and was not so before. A choice or a flag that left the definition since
    /// must not stop whoever changes something else.
    pub fn check_change(&self, before: &CaseState, state: &CaseState) -> Vec<CaseProblem> {
        let mut problems = self.check(state);
        if !problems.is_empty() {
            let known = self.check(before);
            problems.retain(|problem| !known.contains(problem));
        }
        problems
    }

    /// Whether this field has to be filled in of a case that stands where this one does.
    pub fn requires(&self, field: &Field, state: &CaseState) -> bool {
        self.fault_without(field, state).is_some()
    }

    /// What it is called when this field is unknown in a case that stands here; none where it may be.
    fn fault_without(&self, field: &Field, state: &CaseState) -> Option<Fault> {
        if !field.is_meant(&state.values) {
            return None;
        }
        // What never began did not pass anything on its way.
        let closed = state.closing().is_some() && !state.is_before();
        let place = |id: &str| {
            let mut statuses = self.statuses.iter();
            statuses.position(|status| status.choice.id == id)
        };
        match field.required_from.as_ref()? {
            // What has yet to begin may still lack what it needs from then on.
            RequiredFrom::Begin => (!state.is_before()).then_some(Fault::Missing),
            // Whatever the case passed over on its way, at its end it has passed everything.
            RequiredFrom::Status(_) | RequiredFrom::End if closed => Some(Fault::MissingAtEnd),
            RequiredFrom::Status(from) => {
                let stands = state.status.as_deref().and_then(place)?;
                let label = &self.status(from)?.choice.label;
                (stands >= place(from)?).then(|| Fault::MissingFrom(label.clone()))
            }
            RequiredFrom::Unprepared => {
                let unprepared = state.preparation.is_none() && state.opened().is_some();
                unprepared.then_some(Fault::Missing)
            }
            RequiredFrom::Typing | RequiredFrom::End => None,
        }
    }

    /// A case is in a district of its own municipality.
    fn check_districts(&self, state: &CaseState, problems: &mut Vec<CaseProblem>) {
        let chosen = |field: &str| match state.values.get(field)? {
            Value::Choice(id) => self.field(field)?.choice(id),
            _ => None,
        };
        for district in &self.fields {
            let Some(within) = district.within.as_ref().and_then(|id| self.field(id)) else {
                continue;
            };
            if let (Some(value), Some(municipality)) = (chosen(&district.id), chosen(&within.id))
                && !value.lies_in(Some(&municipality.id))
            {
                let fault = Fault::NotWith {
                    value: value.label.clone(),
                    field: within.label.clone(),
                    chosen: municipality.label.clone(),
                };
                problems.push(problem(&district.id, fault));
            }
        }
    }

    /// No value lies beyond the last moment that a term allows for it.
    fn check_limits(&self, state: &CaseState, problems: &mut Vec<CaseProblem>) {
        for term in &self.terms {
            let known = term.limits.as_ref().and_then(|id| {
                let value = Due::of(state.values.get(id)?)?;
                Some((id, value, self.due(term, state)?))
            });
            if let Some((limited, value, last)) = known
                && value.is_beyond(last)
            {
                let term = term.label.clone();
                let fault = Fault::BeyondTerm { value, term, last };
                problems.push(problem(limited, fault));
            }
        }
    }

    /// A case runs in spells, or has yet to begin and stands at a status of those that have.
    fn check_spells(&self, state: &CaseState, problems: &mut Vec<CaseProblem>) {
        let status = state.status.as_deref().and_then(|id| self.status(id));
        let prepared = self.preparation.as_ref().and(state.preparation.as_ref());
        if let Some(preparation) = prepared {
            self.check_preparation(preparation, state.opened(), problems);
        }
        let Some(first) = state.spells.first() else {
            let waits = status.is_none_or(|status| status.before || !status.open);
            if prepared.is_none() || !waits {
                problems.push(problem(BEGIN, Fault::NoBegin));
            }
            return;
        };
        if let Some(status) = status.filter(|status| status.before) {
            let status = status.choice.label.clone();
            problems.push(problem(STATUS, Fault::StatusBefore(status)));
        }
        if self.kind == Kind::Event && (state.spells.len() > 1 || first.closed.is_some()) {
            problems.push(problem(END, Fault::EventWithEnd));
            return;
        }
        let mut free_from = Some(NaiveDate::MIN);
        for spell in &state.spells {
            if free_from.is_none_or(|day| spell.opened < day) {
                problems.push(problem(
                    BEGIN,
                    Fault::Overlap {
                        opened: spell.opened,
                    },
                ));
            }
            free_from = spell.closed.as_ref().map(|closing| closing.date);
            if let Some(closing) = &spell.closed {
                if closing.date < spell.opened {
                    let fault = Fault::EndBeforeBegin {
                        begin: spell.opened,
                        end: closing.date,
                    };
                    problems.push(problem(END, fault));
                }
                self.check_closing(closing, false, problems);
            }
        }
        self.check_lapse(state, problems);
    }

    /// A case came before it began, and one that never began ends with an outcome of those.
    fn check_preparation(
        &self,
        preparation: &Spell,
        opened: Option<NaiveDate>,
        problems: &mut Vec<CaseProblem>,
    ) {
        let came = preparation.opened;
        if let Some(begin) = opened.filter(|begin| *begin < came) {
            problems.push(problem(BEGIN, Fault::BeganBeforeItCame { begin, came }));
        }
        if let Some(closing) = &preparation.closed {
            if closing.date < came {
                let (begin, end) = (came, closing.date);
                problems.push(problem(END, Fault::EndBeforeBegin { begin, end }));
            }
            self.check_closing(closing, true, problems);
        }
    }

    /// A case that was opened again holds until a day after that: the day on which it was over before says nothing of it.
    fn check_lapse(&self, state: &CaseState, problems: &mut Vec<CaseProblem>) {
        let again = state.spells.last().filter(|_| state.spells.len() > 1);
        let (Some(again), Some(ends_at)) = (again, &self.ends_at) else {
            return;
        };
        let over = ends_at.over_from(&state.values);
        let mut fields = ends_at.fields.iter();
        let known = fields.find(|field| state.values.contains_key(*field));
        if again.closed.is_none()
            && let (Some(over), Some(field)) = (over, known)
            && over <= again.opened
        {
            let opened = again.opened;
            problems.push(problem(field, Fault::LapsedBefore { opened }));
        }
    }

    fn check_closing(&self, closing: &Closing, before: bool, problems: &mut Vec<CaseProblem>) {
        if let Some(id) = &closing.outcome
            && self
                .outcome
                .as_ref()
                .is_none_or(|outcome| outcome.choice(id).is_none())
        {
            problems.push(problem(OUTCOME, Fault::UnknownChoice(id.clone())));
        }
        if let (Some(id), Some(asked)) = (&closing.outcome, &self.outcome)
            && let Some(choice) = asked.choice(id)
            && asked.before.contains(id) != before
        {
            let outcome = choice.label.clone();
            problems.push(problem(
                OUTCOME,
                match before {
                    true => Fault::OutcomeOfBegun(outcome),
                    false => Fault::OutcomeBefore(outcome),
                },
            ));
        }
        for (id, set) in &closing.flags {
            match self.flag(id) {
                None => problems.push(problem(id, Fault::UnknownFlag)),
                Some(flag) => {
                    let fits = closing
                        .outcome
                        .as_ref()
                        .is_some_and(|outcome| flag.of.contains(outcome));
                    if *set && !fits {
                        problems.push(problem(id, Fault::FlagOfOtherOutcome));
                    }
                }
            }
        }
    }
}

/// Fields that are filled in although what was chosen elsewhere leaves them without meaning.
fn check_dependencies(
    fields: &[Field],
    values: &BTreeMap<String, Value>,
    problems: &mut Vec<CaseProblem>,
) {
    let shown = |field: &Field, value: &Value| Label {
        nl: field.display(value, Language::Dutch),
        en: Some(field.display(value, Language::English)),
    };
    for field in fields.iter().filter(|field| !field.applies(values)) {
        let Some(only) = &field.only_with else {
            continue;
        };
        let deciding = fields.iter().find(|other| other.id == only.field);
        if let (Some(value), Some(deciding), Some(decision)) =
            (values.get(&field.id), deciding, values.get(&only.field))
        {
            let fault = Fault::NotWith {
                value: shown(field, value),
                field: deciding.label.clone(),
                chosen: shown(deciding, decision),
            };
            problems.push(problem(&field.id, fault));
        }
    }
}

fn problem(subject: &str, fault: Fault) -> CaseProblem {
    CaseProblem {
        subject: subject.to_owned(),
        fault,
    }
}
