//! Walks one case through its register, in a real vault: what the definition forbids is refused there too, and after every
//! step the tasks that are kept are those that follow from the definition.

use std::sync::Arc;

use chrono::{NaiveDate, NaiveDateTime, TimeDelta};
use peildatum::register::{
    ATTACHMENT, CaseFile, CaseProblem, CaseReference, CaseState, Definition, Due, EntryKind,
    EntryState, Fault, Field, FieldKind, LINK, OUTCOME, Spell, Task, TaskSource, Value,
};
use peildatum::store::{CaseOf, EntryWrite, OpenTask, Operation, StoreError, Target, Vault, Write};

use super::support::{begun, some_value};

/// A choice that no definition has.
pub const NO_CHOICE: &str = "bestaat-niet";

/// A case on its way.
pub struct Walk<'a> {
    pub definition: Arc<Definition>,
    pub case: CaseFile,
    pub timeline: Vec<EntryState>,
    vault: &'a mut Vault,
    now: NaiveDateTime,
}

impl<'a> Walk<'a> {
    /// An intake with only what is required.
    pub fn begin(definition: &Arc<Definition>, vault: &'a mut Vault) -> Self {
        let mut state = CaseState {
            spells: vec![Spell::since(begun())],
            status: definition
                .first_status(true)
                .map(|status| status.choice.id.clone()),
            ..CaseState::default()
        };
        fill_in(definition, &mut state);
        let now = begun().and_hms_opt(9, 0, 0).unwrap();
        let operation = Operation::by("anna", now.and_utc()).with(Write {
            register: definition.id.clone(),
            target: Target::New { number: None },
            state,
        });
        let store = vault.store_mut(&definition.id).unwrap();
        let case = store.record(&operation).unwrap().cases.remove(0);
        let walk = Self {
            definition: Arc::clone(definition),
            case,
            timeline: Vec::new(),
            vault,
            now,
        };
        walk.tasks_are_kept();
        walk
    }

    /// What is known of the case, to change it.
    pub fn state(&self) -> CaseState {
        self.case.state.clone()
    }

    /// The moment, a minute after the last one.
    pub fn moment(&mut self) -> NaiveDateTime {
        self.now += TimeDelta::minutes(1);
        self.now
    }

    pub fn days_pass(&mut self, days: i64) {
        self.now += TimeDelta::days(days);
    }

    pub fn tasks(&self) -> Vec<Task> {
        self.definition.tasks(&self.case.state, &self.timeline)
    }

    /// Stores a state that a form would take.
    pub fn accept(&mut self, state: CaseState) {
        assert_eq!(self.definition.missing(&state), [], "{}", self.case.number);
        self.record(Some(state), None).unwrap();
    }

    /// Stores an entry with what it says of the case.
    pub fn accept_entry(&mut self, entry: EntryState, state: CaseState) {
        assert_eq!(self.definition.missing_in_entry(&entry), []);
        assert_eq!(self.definition.missing(&state), [], "{}", self.case.number);
        self.record(Some(state), Some(entry)).unwrap();
    }

    /// A state that cannot be: nothing of it is stored.
    pub fn refuse(&mut self, state: CaseState) {
        let name = format!("{} {state:?}", self.definition.id);
        assert_ne!(self.definition.check(&state), [], "{name}");
        let refused = self.record(Some(state), None);
        assert!(matches!(refused, Err(StoreError::Invalid { .. })), "{name}");
        self.is_stored_unchanged();
    }

    /// An entry that cannot be: nothing of it is stored.
    pub fn refuse_entry(&mut self, entry: EntryState) {
        let name = format!("{} {entry:?}", self.definition.id);
        assert_ne!(self.definition.check_entry(&entry), [], "{name}");
        let refused = self.record(None, Some(entry));
        assert!(matches!(refused, Err(StoreError::Invalid { .. })), "{name}");
        self.is_stored_unchanged();
    }

    /// An entry of this kind with only what is required, and the case with what the kind asks of it.
    pub fn entry_with_the_least(&mut self, kind: &EntryKind) -> (EntryState, CaseState) {
        let mut entry = EntryState::at(&kind.id, self.moment());
        let mut missing = self.definition.missing_in_entry(&entry);
        while let Some(problem) = missing.first().cloned() {
            assert_eq!(problem.fault, Fault::Missing);
            let field = kind.field(&problem.subject).unwrap();
            entry.values.insert(field.id.clone(), some_value(field));
            let after = self.definition.missing_in_entry(&entry);
            assert_eq!(after, missing[1..], "{}", kind.id);
            missing = after;
        }
        if kind.id == LINK {
            entry.about = Some(CaseReference {
                register: self.definition.id.clone(),
                id: "een-andere-zaak".to_owned(),
            });
        }
        let mut state = self.state();
        for id in &kind.updates {
            let field = self.definition.field(id).unwrap();
            if self.definition.applies(field, &state) {
                let value = allowed_value(&self.definition, field, &state);
                state.set(id, Some(value));
            }
        }
        fill_in(&self.definition, &mut state);
        (entry, state)
    }

    fn record(
        &mut self,
        state: Option<CaseState>,
        entry: Option<EntryState>,
    ) -> Result<(), StoreError> {
        let (register, key) = (self.definition.id.clone(), self.case.key);
        let mut operation = Operation::by("anna", self.moment().and_utc());
        if let Some(state) = state {
            let target = Target::Existing {
                key,
                version: self.case.version,
            };
            operation = operation.with(Write {
                register: register.clone(),
                target,
                state,
            });
        }
        if let Some(entry) = &entry {
            let mut write = EntryWrite::new(CaseOf::Existing(key), entry.clone());
            if entry.kind == ATTACHMENT {
                write.document = Some(Arc::from(&b"Verzonnen"[..]));
            }
            operation = operation.with_entry(write);
        }
        let store = self.vault.store_mut(&register).unwrap();
        store.record(&operation)?;
        self.case = store.cases(&[key]).unwrap().remove(0);
        self.timeline.extend(entry);
        assert_eq!(store.entries(key).unwrap().len(), self.timeline.len());
        self.tasks_are_kept();
        Ok(())
    }

    fn is_stored_unchanged(&self) {
        let store = self.vault.store(&self.definition.id).unwrap();
        assert_eq!(store.cases(&[self.case.key]).unwrap()[0], self.case);
        let entries = store.entries(self.case.key).unwrap();
        assert_eq!(entries.len(), self.timeline.len());
    }

    /// What is kept for the lists of work is what follows from the case and its timeline.
    fn tasks_are_kept(&self) {
        let tasks = self.tasks();
        let opened = self.case.state.spells.last().unwrap().opened;
        for task in &tasks {
            // A term may lie behind a case that is registered late or opened again; what is planned may not.
            let term = matches!(task.source, TaskSource::Term(_));
            let early = task.due.day < opened;
            assert!(term || !early, "{} {task:?}", self.definition.id);
        }
        let store = self.vault.store(&self.definition.id).unwrap();
        let far = NaiveDate::from_ymd_opt(2200, 1, 1).unwrap();
        let kept = store.tasks(&self.definition.id, far).unwrap().into_iter();
        let kept: Vec<OpenTask> = kept.filter(|kept| kept.case == self.case.key).collect();
        let owner = self.definition.owner_of(&self.case.state);
        for task in &kept {
            assert_eq!(task.register, self.definition.id);
            assert_eq!(task.owner.as_deref(), owner, "{}", self.definition.id);
        }
        let mut kept: Vec<_> = kept
            .into_iter()
            .map(|kept| (kept.due, kept.source))
            .collect();
        // By then nothing is to be done any more in what ended by itself.
        let mut follow: Vec<_> = tasks
            .into_iter()
            .filter(|task| task.until.is_none_or(|until| until > far))
            .map(|task| (task.due, task.source))
            .collect();
        kept.sort();
        follow.sort();
        assert_eq!(kept, follow, "{}", self.definition.id);
    }
}

/// Fills in what is missing, one field after the other: each is refused until it is there, and accepted from then on.
pub fn fill_in(definition: &Definition, state: &mut CaseState) {
    let mut before = definition.missing(state);
    while let Some(problem) = before.first().cloned() {
        if problem.subject == OUTCOME {
            assert_eq!(problem.fault, Fault::NoOutcome);
            let outcome = definition.outcome.as_ref().unwrap();
            let closing = state.spells.last_mut().unwrap().closed.as_mut().unwrap();
            let mut choices = outcome.choices.iter();
            let choice = choices.find(|choice| !outcome.before.contains(&choice.id));
            let choice = choice.unwrap();
            closing.outcome = Some(choice.id.clone());
        } else {
            let field = definition.field(&problem.subject).unwrap();
            assert!(definition.requires(field, state));
            let value = allowed_value(definition, field, state);
            state.set(&field.id, Some(value));
        }
        let after = definition.missing(state);
        assert_eq!(after, before[1..], "{}: {problem}", definition.id);
        before = after;
    }
    assert_eq!(definition.check(state), [], "{}", definition.id);
}

/// A value that this field takes in such a case: the last that its terms allow.
pub fn allowed_value(definition: &Definition, field: &Field, state: &CaseState) -> Value {
    let limits = definition.terms.iter();
    let limits = limits.filter(|term| term.limits.as_ref() == Some(&field.id));
    let last = limits.filter_map(|term| definition.due(term, state)).min();
    match last {
        Some(last) => at(field, last),
        None => some_value(field),
    }
}

/// The last value of this field that is not beyond this moment.
pub fn at(field: &Field, last: Due) -> Value {
    match (field.kind, last.time) {
        (FieldKind::DateTime, Some(time)) => Value::DateTime(last.day.and_time(time)),
        (FieldKind::DateTime, None) => Value::DateTime(last.day.and_hms_opt(23, 59, 0).unwrap()),
        _ => Value::Date(last.day),
    }
}

/// The first value of this field that is beyond this moment.
pub fn beyond(field: &Field, last: Due) -> Value {
    match at(field, last) {
        Value::DateTime(moment) => Value::DateTime(moment + TimeDelta::minutes(1)),
        Value::Date(day) => Value::Date(day + TimeDelta::days(1)),
        other => panic!("{other:?}"),
    }
}

/// The faults of this field.
pub fn faults(problems: Vec<CaseProblem>, field: &str) -> Vec<Fault> {
    let about = problems.into_iter().filter(|found| found.subject == field);
    about.map(|found| found.fault).collect()
}
