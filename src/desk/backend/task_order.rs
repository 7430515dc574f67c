//! The list of work: open tasks of all registers, filtered, in order of urgency, under headings by when they are due.
//! All of it is decided here, without a screen.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet, HashMap};

use chrono::{Datelike, Days, NaiveDateTime, NaiveTime, Timelike};

use crate::desk::backend::owner_filter::{OwnerFilter, OwnerMatcher};
use crate::language::folded;
use crate::register::{CaseKey, Due, TaskSource};
use crate::store::OpenTask;

/// Tasks that are due within this many days are listed; those due later are only counted.
pub const LISTED_AHEAD: Days = Days::new(60);

/// A moment without its seconds. What is due is shown to the minute, so within a minute nothing is counted anew.
pub fn to_the_minute(now: NaiveDateTime) -> NaiveDateTime {
    let whole = now.with_second(0).and_then(|now| now.with_nanosecond(0));
    whole.unwrap_or(now)
}

/// A section of the list of work, by when its tasks are due.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Section {
    /// Overdue.
    Late,
    /// Due by the end of today.
    Today,
    /// Due by the end of Sunday.
    Week,
    /// Due after Sunday.
    Later,
}

impl Section {
    /// The section of a task with this due date, at this moment.
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

    /// The text id of its heading.
    pub fn text_id(self) -> &'static str {
        match self {
            Self::Late => "work-late",
            Self::Today => "work-today",
            Self::Week => "work-week",
            Self::Later => "work-later",
        }
    }
}

/// Identifies an open task, so that it is found again after other tasks were added or finished.
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
    /// The id of this task.
    pub fn of(task: &OpenTask) -> Self {
        Self {
            register: task.register.clone(),
            case: task.case,
            source: task.source.clone(),
        }
    }

    /// Whether this is the id of this task.
    pub fn is(&self, task: &OpenTask) -> bool {
        self.case == task.case && self.source == task.source && self.register == task.register
    }
}

/// One line of the list of work.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WorkLine {
    /// The heading of a section, with how many tasks stand under it.
    Heading(Section, usize),
    /// A task.
    Task(OpenTask),
    /// So many tasks are due too far ahead to be listed.
    FarAhead(usize),
}

/// Which tasks the list of work shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TaskFilter {
    /// Tasks of these owners.
    pub owner: OwnerFilter,
    /// Tasks of these registers; an empty set means all of them.
    pub registers: BTreeSet<String>,
    /// Whether tasks that are due far ahead are listed as well.
    pub far_ahead: bool,
    /// Only these; none is all of them.
    pub only: Option<OnlyTasks>,
}

/// The tasks that are asked for most, as a ready view.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OnlyTasks {
    /// Those that are overdue.
    Late,
    /// Those that are overdue, or due by the end of Sunday.
    ThisWeek,
    /// To look at a case in which nothing happened for a while.
    Idle,
}

impl OnlyTasks {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::Late, Self::ThisWeek, Self::Idle];

    /// Whether a task is one of these at this moment.
    pub fn includes(self, task: &OpenTask, now: NaiveDateTime) -> bool {
        match self {
            Self::Late => Section::of(task.due, now) == Section::Late,
            Self::ThisWeek => Section::of(task.due, now) <= Section::Week,
            Self::Idle => task.source == TaskSource::Idle,
        }
    }

    /// The text id of its name.
    pub fn text_id(self) -> &'static str {
        match self {
            Self::Late => "work-only-late",
            Self::ThisWeek => "work-only-week",
            Self::Idle => "work-only-idle",
        }
    }
}

impl TaskFilter {
    /// The tasks that pass the filter, in order: those due first, and of one moment those of the most urgent case.
    pub fn select<'a>(
        &self,
        tasks: impl IntoIterator<Item = &'a OpenTask>,
        actor: &str,
    ) -> Vec<&'a OpenTask> {
        let mut owner = OwnerMatcher::new(&self.owner, actor);
        let mut chosen: Vec<&OpenTask> = tasks
            .into_iter()
            .filter(|task| self.registers.is_empty() || self.registers.contains(&task.register))
            .filter(|task| owner.includes(task))
            .collect();
        chosen.sort_by(|one, other| by_urgency(one, other));
        chosen
    }

    /// The lines of the list for tasks that were selected.
    pub fn lines(&self, tasks: &[&OpenTask], now: NaiveDateTime) -> Vec<WorkLine> {
        let mut lines = Vec::new();
        let counts = count_by_section(tasks, now);
        let horizon = now.date().checked_add_days(LISTED_AHEAD);
        let horizon = horizon.unwrap_or(now.date());
        let mut under = None;
        let mut far_ahead = 0;
        for task in tasks {
            let section = Section::of(task.due, now);
            if under != Some(section) {
                under = Some(section);
                lines.push(WorkLine::Heading(section, counts[section as usize]));
            }
            if !self.far_ahead && task.due.day > horizon {
                far_ahead += 1;
            } else {
                lines.push(WorkLine::Task((*task).clone()));
            }
        }
        if far_ahead > 0 {
            lines.push(WorkLine::FarAhead(far_ahead));
        }
        lines
    }
}

/// Orders tasks: the one that is due first comes first, and of one moment that of the most urgent case.
pub fn by_urgency(one: &OpenTask, other: &OpenTask) -> Ordering {
    rank(one).cmp(&rank(other))
}

/// The sort key of a task. A task that is due at an hour comes before one that is due by the end of that day.
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

/// How many of these tasks stand in each section, in the order of [`Section`].
pub fn count_by_section(tasks: &[&OpenTask], now: NaiveDateTime) -> [usize; 4] {
    let mut counts = [0; 4];
    for task in tasks {
        counts[Section::of(task.due, now) as usize] += 1;
    }
    counts
}

/// How many tasks of the user are overdue or due by the end of Sunday.
pub fn count_due_this_week<'a>(
    tasks: impl IntoIterator<Item = &'a OpenTask>,
    actor: &str,
    now: NaiveDateTime,
) -> usize {
    let mut mine = OwnerMatcher::new(&OwnerFilter::Mine, actor);
    let is_due = |task: &&OpenTask| Section::of(task.due, now) != Section::Later;
    let tasks = tasks.into_iter().filter(is_due);
    tasks.filter(|task| mine.includes(task)).count()
}

/// The owners of these tasks by name, each with the number of tasks. Two spellings of one name, in capitals or blanks, are
/// one owner.
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

    fn everything() -> TaskFilter {
        TaskFilter {
            owner: OwnerFilter::Team,
            registers: BTreeSet::new(),
            far_ahead: false,
            only: None,
        }
    }

    #[test]
    fn a_task_stands_in_the_section_of_its_due_date() {
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
        let order = everything().select(&tasks, "ik");
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
        let mut filter = everything();
        let lines = filter.lines(&filter.select(&tasks, "ik"), now());
        assert_eq!(lines.len(), 8);
        assert_eq!(lines[0], WorkLine::Heading(Section::Late, 1));
        assert_eq!(lines[4], WorkLine::Heading(Section::Later, 3));
        assert_eq!(
            lines[7],
            WorkLine::FarAhead(1),
            "sixty days is not beyond sixty"
        );
        filter.far_ahead = true;
        let lines = filter.lines(&filter.select(&tasks, "ik"), now());
        assert!(matches!(lines[7], WorkLine::Task(_)));
    }

    #[test]
    fn a_ready_view_has_what_is_late_what_is_due_this_week_or_what_lies_still() {
        let idle = OpenTask {
            source: TaskSource::Idle,
            ..task(4, "2025-12-30", None)
        };
        let tasks = [
            task(1, "2025-11-18", None),
            task(2, "2025-11-23", None),
            task(3, "2025-11-24", None),
            idle,
        ];
        let cases = |only: OnlyTasks| {
            let found = tasks.iter().filter(|task| only.includes(task, now()));
            found.map(|task| task.case.0).collect::<Vec<_>>()
        };
        assert_eq!(cases(OnlyTasks::Late), [1]);
        assert_eq!(cases(OnlyTasks::ThisWeek), [1, 2]);
        assert_eq!(cases(OnlyTasks::Idle), [4]);
    }

    #[test]
    fn only_tasks_of_the_wanted_owner_are_selected() {
        let tasks = vec![
            task(1, "2025-11-18", Some("A.  Voorbeeld")),
            task(2, "2025-11-24", Some("a. voorbeeld")),
            task(3, "2025-11-18", Some("B. Verzonnen")),
            task(4, "2025-11-18", None),
        ];
        let cases = |owner: OwnerFilter| {
            let filter = TaskFilter {
                owner,
                ..everything()
            };
            let chosen = filter.select(&tasks, "A. Voorbeeld").into_iter();
            chosen.map(|task| task.case.0).collect::<Vec<_>>()
        };
        assert_eq!(cases(OwnerFilter::Mine), [1, 2]);
        assert_eq!(
            cases(OwnerFilter::Colleague("B. Verzonnen".to_owned())),
            [3]
        );
        assert_eq!(cases(OwnerFilter::Nobody), [4]);
        assert_eq!(cases(OwnerFilter::Team).len(), 4);
        assert_eq!(count_due_this_week(&tasks, "A. Voorbeeld", now()), 1);
        let owners = owners(&tasks);
        assert_eq!(owners.len(), 2);
        assert_eq!(owners[0], ("A.  Voorbeeld".to_owned(), 2));
    }
}
