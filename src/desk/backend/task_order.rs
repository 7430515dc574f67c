//! What is to be done: the tasks of all registers, whose they are, and when they press. What stands on the screen follows
//! from this without a screen.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet, HashMap};

use chrono::{Datelike, Days, NaiveDateTime, NaiveTime, Timelike};
use serde::{Deserialize, Serialize};

use crate::language::folded;
use crate::register::{CaseKey, Due, TaskSource};
use crate::store::OpenTask;

/// How far ahead work is written out; what is due beyond it is counted.
pub const AHEAD: Days = Days::new(60);

/// Whose work is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Whose {
    /// That of the user.
    Mine,
    /// That of everyone whose cases the user may open.
    Team,
    /// That of a colleague, who may be away.
    Colleague(String),
    /// That of nobody: cases without an owner.
    Nobody,
}

/// Whose work is shown first, as it is kept: without a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum KeptWhose {
    /// That of the user.
    Mine,
    /// That of everyone.
    Team,
}

impl Whose {
    /// What of this may be kept.
    pub fn kept(&self) -> Option<KeptWhose> {
        match self {
            Self::Mine => Some(KeptWhose::Mine),
            Self::Team => Some(KeptWhose::Team),
            Self::Colleague(_) | Self::Nobody => None,
        }
    }

    /// Whether a task with this owner is meant. Owners are names that were typed: capitals and blanks do not matter.
    pub fn includes(&self, owner: Option<&str>, actor: &str) -> bool {
        let is = |name: &str| owner.is_some_and(|owner| folded(owner) == folded(name));
        match self {
            Self::Mine => is(actor),
            Self::Team => true,
            Self::Colleague(name) => is(name),
            Self::Nobody => owner.is_none(),
        }
    }
}

/// What presses is said to the minute: within it nothing is counted anew.
pub fn to_the_minute(now: NaiveDateTime) -> NaiveDateTime {
    let whole = now.with_second(0).and_then(|now| now.with_nanosecond(0));
    whole.unwrap_or(now)
}

/// When a task presses.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Section {
    /// It should have been done.
    Late,
    /// By the end of today.
    Today,
    /// By the end of Sunday.
    Week,
    /// After that.
    Later,
}

impl Section {
    /// Where a task that is due then stands now.
    pub fn of(due: Due, now: NaiveDateTime) -> Self {
        let today = now.date();
        let to_sunday = Days::new(6 - u64::from(today.weekday().num_days_from_monday()));
        let sunday = today.checked_add_days(to_sunday).unwrap_or(today);
        match due.day {
            _ if due.is_past(now) => Self::Late,
            day if day == today => Self::Today,
            day if day <= sunday => Self::Week,
            _ => Self::Later,
        }
    }

    /// The text of its heading.
    pub fn text_id(self) -> &'static str {
        match self {
            Self::Late => "work-late",
            Self::Today => "work-today",
            Self::Week => "work-week",
            Self::Later => "work-later",
        }
    }
}

/// Which task: what is done or put off is found again by this, whatever came before it meanwhile.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TaskId {
    /// The register of its case.
    pub register: String,
    /// Its case.
    pub case: CaseKey,
    /// Which of the tasks of that case.
    pub source: TaskSource,
}

impl TaskId {
    /// That of this task.
    pub fn of(task: &OpenTask) -> Self {
        Self {
            register: task.register.clone(),
            case: task.case,
            source: task.source.clone(),
        }
    }

    /// Whether this is that task.
    pub fn is(&self, task: &OpenTask) -> bool {
        self.case == task.case && self.source == task.source && self.register == task.register
    }
}

/// One line of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Line {
    /// The heading of a section, with how many tasks stand under it.
    Heading(Section, usize),
    /// A task.
    Task(OpenTask),
    /// So many tasks are due beyond what is written out.
    Beyond(usize),
}

/// Which tasks are shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// Whose.
    pub whose: Whose,
    /// Of which registers; none is all of them.
    pub registers: BTreeSet<String>,
    /// Whether what is due far ahead is written out.
    pub beyond: bool,
}

impl Choice {
    /// The tasks that are meant, in the order in which they press: due first, and of one moment the most urgent case.
    pub fn of<'a>(
        &self,
        tasks: impl IntoIterator<Item = &'a OpenTask>,
        actor: &str,
    ) -> Vec<&'a OpenTask> {
        let mut owned = Owned::by(&self.whose, actor);
        let mut chosen: Vec<&OpenTask> = tasks
            .into_iter()
            .filter(|task| self.registers.is_empty() || self.registers.contains(&task.register))
            .filter(|task| owned.has(task))
            .collect();
        chosen.sort_by(|one, other| by_urgency(one, other));
        chosen
    }

    /// The lines of the list.
    pub fn lines(&self, tasks: &[&OpenTask], now: NaiveDateTime) -> Vec<Line> {
        let mut lines = Vec::new();
        let counts = counts(tasks, now);
        let horizon = now.date().checked_add_days(AHEAD);
        let horizon = horizon.unwrap_or(now.date());
        let mut under = None;
        let mut beyond = 0;
        for task in tasks {
            let section = Section::of(task.due, now);
            if under != Some(section) {
                under = Some(section);
                lines.push(Line::Heading(section, counts[section as usize]));
            }
            if !self.beyond && task.due.day > horizon {
                beyond += 1;
            } else {
                lines.push(Line::Task((*task).clone()));
            }
        }
        if beyond > 0 {
            lines.push(Line::Beyond(beyond));
        }
        lines
    }
}

/// The tasks of whom is meant. A name is compared once, however many tasks have it.
pub struct Owned<'a> {
    whose: &'a Whose,
    actor: &'a str,
    known: HashMap<Option<String>, bool>,
}

impl<'a> Owned<'a> {
    /// Of whom that is, for this user.
    pub fn by(whose: &'a Whose, actor: &'a str) -> Self {
        Self {
            whose,
            actor,
            known: HashMap::new(),
        }
    }

    /// Whether this task is one of theirs.
    pub fn has(&mut self, task: &OpenTask) -> bool {
        if let Some(known) = self.known.get(&task.owner) {
            return *known;
        }
        let has = self.whose.includes(task.owner.as_deref(), self.actor);
        self.known.insert(task.owner.clone(), has);
        has
    }
}

/// In which order tasks press.
pub fn by_urgency(one: &OpenTask, other: &OpenTask) -> Ordering {
    rank(one).cmp(&rank(other))
}

/// By what tasks are put in order. A moment of a day comes before its end.
fn rank(task: &OpenTask) -> (Due, u8, &str, CaseKey, &TaskSource) {
    let due = Due {
        time: Some(task.due.time.unwrap_or(END_OF_DAY)),
        ..task.due
    };
    let case = task.register.as_str();
    (due, task.priority, case, task.case, &task.source)
}

const END_OF_DAY: NaiveTime = match NaiveTime::from_hms_nano_opt(23, 59, 59, 999_999_999) {
    Some(time) => time,
    None => NaiveTime::MIN,
};

/// How many of these tasks stand in each section.
pub fn counts(tasks: &[&OpenTask], now: NaiveDateTime) -> [usize; 4] {
    let mut counts = [0; 4];
    for task in tasks {
        counts[Section::of(task.due, now) as usize] += 1;
    }
    counts
}

/// How many tasks of the user are late, or due this week.
pub fn pressing<'a>(
    tasks: impl IntoIterator<Item = &'a OpenTask>,
    actor: &str,
    now: NaiveDateTime,
) -> usize {
    let mut mine = Owned::by(&Whose::Mine, actor);
    let presses = |task: &&OpenTask| Section::of(task.due, now) != Section::Later;
    let tasks = tasks.into_iter().filter(presses);
    tasks.filter(|task| mine.has(task)).count()
}

/// The owners that occur, each with how many tasks, by name. Two ways of writing one name are one owner.
pub fn owners<'a>(tasks: impl IntoIterator<Item = &'a OpenTask>) -> Vec<(String, usize)> {
    let mut written: HashMap<&str, usize> = HashMap::new();
    let mut first: Vec<&str> = Vec::new();
    for owner in tasks.into_iter().filter_map(|task| task.owner.as_deref()) {
        let count = written.entry(owner).or_insert_with(|| {
            first.push(owner);
            0
        });
        *count += 1;
    }
    let mut owners: BTreeMap<String, (String, usize)> = BTreeMap::new();
    for owner in first {
        let known = owners.entry(folded(owner));
        known.or_insert_with(|| (owner.to_owned(), 0)).1 += written[owner];
    }
    owners.into_values().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Half past ten on a Wednesday.
    fn now() -> NaiveDateTime {
        "2025-11-19T10:30:00".parse().unwrap()
    }

    fn task(case: i64, due: &str, owner: Option<&str>) -> OpenTask {
        let (day, time) = match due.split_once(' ') {
            Some((day, time)) => (day, Some(time.parse().unwrap())),
            None => (due, None),
        };
        OpenTask {
            register: "woonoverlast".to_owned(),
            case: CaseKey(case),
            source: TaskSource::NextAction,
            due: Due {
                day: day.parse().unwrap(),
                time,
            },
            owner: owner.map(str::to_owned),
            priority: 1,
        }
    }

    fn everything() -> Choice {
        Choice {
            whose: Whose::Team,
            registers: BTreeSet::new(),
            beyond: false,
        }
    }

    #[test]
    fn a_task_stands_under_when_it_presses() {
        let section = |due: &str| Section::of(task(1, due, None).due, now());
        assert_eq!(section("2025-11-18"), Section::Late);
        assert_eq!(section("2025-11-19 10:29:00"), Section::Late);
        assert_eq!(section("2025-11-19 14:30:00"), Section::Today);
        assert_eq!(section("2025-11-19"), Section::Today, "until its end");
        assert_eq!(section("2025-11-23"), Section::Week, "Sunday");
        assert_eq!(section("2025-11-24"), Section::Later, "Monday");
    }

    #[test]
    fn what_is_due_first_stands_first_and_of_one_day_the_most_urgent() {
        let mut urgent = task(4, "2025-11-20", None);
        urgent.priority = 0;
        let tasks = [
            task(1, "2025-11-20", None),
            task(2, "2025-11-20 09:00:00", None),
            task(3, "2025-11-18", None),
            urgent,
        ];
        let order = everything().of(&tasks, "ik");
        let order: Vec<i64> = order.iter().map(|task| task.case.0).collect();
        assert_eq!(order, [3, 2, 4, 1]);
    }

    #[test]
    fn a_list_has_headings_and_counts_what_is_far_ahead() {
        let tasks = [
            task(1, "2025-11-18", None),
            task(2, "2025-11-19", None),
            task(3, "2025-12-01", None),
            task(4, "2026-01-18", None),
            task(5, "2026-01-19", None),
        ];
        let mut choice = everything();
        let lines = choice.lines(&choice.of(&tasks, "ik"), now());
        assert_eq!(lines.len(), 8);
        assert_eq!(lines[0], Line::Heading(Section::Late, 1));
        assert_eq!(lines[4], Line::Heading(Section::Later, 3));
        assert_eq!(lines[7], Line::Beyond(1), "sixty days is not beyond sixty");
        choice.beyond = true;
        let lines = choice.lines(&choice.of(&tasks, "ik"), now());
        assert!(matches!(lines[7], Line::Task(_)));
    }

    #[test]
    fn work_is_that_of_whom_it_says() {
        let tasks = vec![
            task(1, "2025-11-18", Some("A.  Voorbeeld")),
            task(2, "2025-11-24", Some("a. voorbeeld")),
            task(3, "2025-11-18", Some("B. Verzonnen")),
            task(4, "2025-11-18", None),
        ];
        let cases = |whose: Whose| {
            let choice = Choice {
                whose,
                ..everything()
            };
            let chosen = choice.of(&tasks, "A. Voorbeeld").into_iter();
            chosen.map(|task| task.case.0).collect::<Vec<_>>()
        };
        assert_eq!(cases(Whose::Mine), [1, 2]);
        assert_eq!(cases(Whose::Colleague("B. Verzonnen".to_owned())), [3]);
        assert_eq!(cases(Whose::Nobody), [4]);
        assert_eq!(cases(Whose::Team).len(), 4);
        assert_eq!(pressing(&tasks, "A. Voorbeeld", now()), 1);
        let owners = owners(&tasks);
        assert_eq!(owners.len(), 2);
        assert_eq!(owners[0], ("A.  Voorbeeld".to_owned(), 2));
    }
}
