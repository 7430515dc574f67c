//! What has to be done in a case, and by when: its next action, its terms, and a look at a case that lies still.

use chrono::{Days, NaiveDate, NaiveTime};

use crate::register::case::case_file::CaseState;
use crate::register::case::due::Due;
use crate::register::case::entry::EntryState;
use crate::register::case::value::Value;
use crate::register::definition::holidays::first_working_day;
use crate::register::definition::procedure::{DoneBy, Span, Term, Work};
use crate::register::definition::register::Definition;
use crate::register::definition::reserved::{
    BEGIN, DUE_THEN, IDLE, NEXT_ACTION, PUT_OFF, SETTLED, SINCE,
};

/// Something that has to be done in a case.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Task {
    /// Why it has to be done.
    pub source: TaskSource,
    /// By when.
    pub due: Due,
    /// The first day on which it is shown: a task may be planned long before it is work.
    pub shown_from: NaiveDate,
    /// The day from which it asks for nothing any more, because its case ended by itself or its day is past.
    pub until: Option<NaiveDate>,
}

/// Why something has to be done.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TaskSource {
    /// Somebody planned it: the next action of the case.
    NextAction,
    /// A term of the definition, by its id.
    Term(String),
    /// Nothing came to stand on the timeline for too long, and nothing is planned. A status or a field that changed is no
    /// such thing: a register may be brought up to date without anybody looking at the case.
    Idle,
}

impl TaskSource {
    /// How it is stored, and named in an entry that settles it.
    pub fn name(&self) -> &str {
        match self {
            Self::NextAction => NEXT_ACTION,
            Self::Idle => IDLE,
            Self::Term(id) => id,
        }
    }

    /// What was stored under this name.
    pub fn named(name: &str) -> Self {
        match name {
            NEXT_ACTION => Self::NextAction,
            IDLE => Self::Idle,
            id => Self::Term(id.to_owned()),
        }
    }
}

impl Definition {
    /// What has to be done in a case that stands like this and has this timeline, which is given in the order in which it
    /// happened. A case that ended asks for nothing but what its end does not settle; an event whose status is a closed one
    /// asks for nothing.
    pub fn tasks(&self, state: &CaseState, timeline: &[EntryState]) -> Vec<Task> {
        let Some(spell) = state.last_spell() else {
            return Vec::new();
        };
        let status = state.status.as_ref().and_then(|id| self.status(id));
        if !self.has_spells() && status.is_some_and(|at| !at.open) {
            return Vec::new();
        }
        // What happened before a case was opened again does not count.
        let timeline: Vec<&EntryState> = timeline
            .iter()
            .filter(|entry| !entry.withdrawn && entry.happened.date() >= spell.opened)
            .collect();
        let case = Running {
            definition: self,
            state,
            opened: spell.opened,
            over: self.ending(state).map(|ending| ending.date),
            timeline,
        };
        if spell.closed.is_some() {
            let lasting = self.terms.iter().filter(|term| term.after_end);
            return lasting.filter_map(|term| case.term(term)).collect();
        }
        let mut tasks: Vec<Task> = case.next_action().into_iter().collect();
        tasks.extend(self.terms.iter().filter_map(|term| case.term(term)));
        if !tasks
            .iter()
            .any(|task| task.source == TaskSource::NextAction)
        {
            tasks.extend(case.idle());
        }
        tasks
    }

    /// Who handles a case, where that is known.
    pub fn owner_of<'a>(&self, state: &'a CaseState) -> Option<&'a str> {
        match state.values.get(self.work.owner.as_ref()?)? {
            Value::Text(owner) => Some(owner.trim()).filter(|owner| !owner.is_empty()),
            _ => None,
        }
    }

    /// How urgent a case is: 0 is the most urgent. One of which nobody said so is an ordinary one: 1.
    pub fn priority_of(&self, state: &CaseState) -> u8 {
        let known = || {
            let field = self.field(self.work.priority.as_ref()?)?;
            let Value::Choice(chosen) = state.values.get(&field.id)? else {
                return None;
            };
            let place = field
                .choices
                .iter()
                .position(|choice| choice.id == *chosen)?;
            u8::try_from(place).ok()
        };
        known().unwrap_or(1)
    }

    /// A line that is the same for two definitions only when the tasks of a case are the same by both; kept with the
    /// tasks that were made.
    pub fn work_signature(&self) -> String {
        let statuses: Vec<(&str, bool)> = self
            .statuses
            .iter()
            .map(|at| (at.choice.id.as_str(), at.open))
            .collect();
        let Work {
            owner,
            priority,
            idle_days,
        } = &self.work;
        // Of the fields that decide, which choice comes before which, and which are one by now.
        let deciding = self.terms.iter().filter_map(|term| term.only_with.as_ref());
        let deciding = deciding.map(|only| &only.field).chain(priority);
        let deciding: Vec<(&str, Option<&str>)> = deciding
            .filter_map(|id| self.field(id))
            .flat_map(|field| &field.choices)
            .map(|choice| (choice.id.as_str(), choice.replaced_by.as_deref()))
            .collect();
        let terms: Vec<String> = self
            .terms
            .iter()
            .map(|term| {
                let Term {
                    id,
                    span,
                    from,
                    done_by,
                    only_with,
                    warn_days,
                    statutory,
                    to_working_day,
                    passes,
                    after_end,
                    ..
                } = term;
                let moved = to_working_day.then_some(&self.holidays);
                format!(
                    "{id} {span:?} {from} {done_by:?} {only_with:?} {warn_days:?} {statutory} {moved:?} \
                     {passes} {after_end}"
                )
            })
            .collect();
        format!(
            "{:?} {owner:?} {priority:?} {idle_days:?} {:?} {statuses:?} {deciding:?} {terms:?} {:?}",
            self.kind, self.next_action, self.ends_at
        )
    }

    /// The last moment a term allows for this case; none where it does not apply or cannot be known.
    pub fn due(&self, term: &Term, state: &CaseState) -> Option<Due> {
        if let Some(only) = &term.only_with
            && only.holds(&state.values) != Some(true)
        {
            return None;
        }
        let day = |day: NaiveDate| {
            let last = term.span.after(day.and_time(NaiveTime::MIN))?.date();
            Some(Due::on(match term.to_working_day {
                true => first_working_day(last, &self.holidays),
                false => last,
            }))
        };
        match term.from.as_str() {
            BEGIN => return day(state.spells.last()?.opened),
            // What was to be done before it began is over once it did.
            SINCE if !state.is_before() => return None,
            SINCE => return day(state.preparation.as_ref()?.opened),
            _ => {}
        }
        match state.values.get(&term.from)? {
            Value::Date(date) => day(*date),
            Value::DateTime(moment) => Some(Due::at(term.span.after(*moment)?)),
            _ => None,
        }
    }
}

/// A case that runs, with what happened since it was opened last.
struct Running<'a> {
    definition: &'a Definition,
    state: &'a CaseState,
    opened: NaiveDate,
    /// The day from which it is over, where that is known.
    over: Option<NaiveDate>,
    timeline: Vec<&'a EntryState>,
}

impl Running<'_> {
    fn next_action(&self) -> Option<Task> {
        let next = self.definition.next_action.as_ref()?;
        match (
            self.state.values.get(&next.what)?,
            self.state.values.get(&next.due)?,
        ) {
            (Value::Text(_), Value::Date(due)) => Some(Task {
                source: TaskSource::NextAction,
                // What was planned before a case was opened again is overdue from that day on, not from long before.
                due: Due::on((*due).max(self.opened)),
                shown_from: self.opened,
                until: self.over,
            }),
            _ => None,
        }
    }

    fn term(&self, term: &Term) -> Option<Task> {
        let mut due = self.definition.due(term, self.state)?;
        // A birthday that was past when the case began asks for nothing. A term that was past by then is work all the
        // same: a ban that is registered late has its deadlines behind it, and nobody may think that it has none.
        let birthday = matches!(term.span, Span::Years(_));
        if (birthday && due.day < self.opened)
            || term.done_by.as_ref().is_some_and(|done| self.is_done(done))
        {
            return None;
        }
        let source = TaskSource::Term(term.id.clone());
        if !self.definition.has_spells() && term.done_by.is_none() {
            return None;
        }
        match self.settled(&source) {
            // Said before such a day was kept, it holds whatever the day.
            Some(Settled::Done(then)) if then.is_none_or(|then| then == due.day) => return None,
            Some(Settled::PutOff(until)) if !term.statutory => due = due.max(Due::on(until)),
            _ => {}
        }
        let warned = term
            .warn_days
            .and_then(|days| due.day.checked_sub_days(Days::new(days.into())));
        Some(Task {
            source,
            due,
            shown_from: warned.unwrap_or(self.opened),
            until: self.until(term, due.day),
        })
    }

    /// A look at a case in which nothing happened and nothing is planned.
    fn idle(&self) -> Option<Task> {
        let days = self.definition.work.idle_days?;
        // Putting it off is no more than saying that nothing happens yet, and a list that was given is no look at the case.
        let events = self
            .timeline
            .iter()
            .filter(|entry| !(entry.kind == SETTLED && entry.values.contains_key(PUT_OFF)))
            .filter(|entry| !self.definition.is_given_list(entry));
        let last = events.map(|entry| entry.happened.date()).max();
        let last = last.map_or(self.opened, |last| last.max(self.opened));
        let mut due = last.checked_add_days(Days::new(days.into()))?;
        if let Some(Settled::PutOff(until)) = self.settled(&TaskSource::Idle) {
            due = due.max(until);
        }
        Some(Task {
            source: TaskSource::Idle,
            due: Due::on(due),
            shown_from: due,
            until: self.over,
        })
    }

    /// The day from which a term that is due on a day asks for nothing any more.
    fn until(&self, term: &Term, due: NaiveDate) -> Option<NaiveDate> {
        let over = self.over.filter(|_| !term.after_end);
        let past = due.succ_opt().filter(|_| term.passes);
        over.into_iter().chain(past).min()
    }

    fn is_done(&self, done: &DoneBy) -> bool {
        let place = |id: &str| {
            let mut statuses = self.definition.statuses.iter();
            statuses.position(|status| status.choice.id == id)
        };
        match done {
            DoneBy::Field(id) => self.state.values.contains_key(id),
            DoneBy::Status(id) => {
                let stands = self.state.status.as_deref().and_then(place);
                stands.is_some() && stands >= place(id)
            }
            DoneBy::Entry(kind) => self.timeline.iter().any(|entry| entry.kind == *kind),
        }
    }

    /// What was last said of a task.
    fn settled(&self, source: &TaskSource) -> Option<Settled> {
        let said = self
            .timeline
            .iter()
            .filter(|entry| entry.kind == SETTLED && entry.text(SETTLED) == Some(source.name()));
        // Of two at one moment the later one of the list stands.
        let last = said.max_by_key(|entry| entry.happened)?;
        Some(match last.values.get(PUT_OFF) {
            Some(Value::Date(until)) => Settled::PutOff(*until),
            _ => Settled::Done(match last.values.get(DUE_THEN) {
                Some(Value::Date(then)) => Some(*then),
                _ => None,
            }),
        })
    }
}

/// What was said of a task.
enum Settled {
    /// With the day it was due then, where that was kept.
    Done(Option<NaiveDate>),
    PutOff(NaiveDate),
}
