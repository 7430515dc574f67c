//! The open tasks of one register. The vault service puts them in order, so that the window only looks things up.

use chrono::NaiveDateTime;

use crate::desk::backend::task_order::{by_urgency, count_due_this_week, owners};
use crate::register::CaseKey;
use crate::store::OpenTask;

/// The open tasks of a register.
#[derive(Debug, Default)]
pub struct TaskBook {
    /// Every task, the most urgent first.
    pub tasks: Vec<OpenTask>,
    /// Indexes into `tasks`, sorted by case key: the tasks of one case stand together, the most urgent first.
    by_case: Vec<u32>,
    /// The owners that occur, by name.
    pub owners: Vec<String>,
    /// How many of them are the user's own and overdue or due by the end of Sunday.
    pub due_this_week: usize,
}

impl TaskBook {
    /// Puts the tasks in order, and counts those of this user at this moment.
    pub fn new(mut tasks: Vec<OpenTask>, actor: &str, now: NaiveDateTime) -> Self {
        tasks.sort_by(by_urgency);
        let mut by_case: Vec<u32> = (0..).take(tasks.len()).collect();
        by_case.sort_by_key(|place| tasks[*place as usize].case);
        let due_this_week = count_due_this_week(&tasks, actor, now);
        let owners = owners(&tasks).into_iter().map(|(name, _)| name).collect();
        Self {
            tasks,
            by_case,
            owners,
            due_this_week,
        }
    }

    /// The tasks of a case, the most urgent first.
    pub fn of(&self, case: CaseKey) -> impl Iterator<Item = &OpenTask> {
        let task = |place: &u32| &self.tasks[*place as usize];
        let first = self
            .by_case
            .partition_point(|place| task(place).case < case);
        let of_case = self.by_case[first..].iter().map(task);
        of_case.take_while(move |task| task.case == case)
    }

    /// The most urgent task of every case that has one.
    pub fn first_of_cases(&self) -> impl Iterator<Item = &OpenTask> {
        let task = |place: &u32| &self.tasks[*place as usize];
        let cases = self
            .by_case
            .chunk_by(move |one, other| task(one).case == task(other).case);
        cases.filter_map(|places| places.first()).map(task)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::register::{Due, TaskSource};

    proptest! {
        #[test]
        fn the_tasks_of_a_case_are_found_in_order_of_urgency(
            written in proptest::collection::vec((0..8_i64, 1..29_u32), 0..40),
        ) {
            let now: NaiveDateTime = "2025-11-19T10:30:00".parse().unwrap();
            let day = |day| chrono::NaiveDate::from_ymd_opt(2025, 11, day).unwrap();
            let task = |(case, due): &(i64, u32)| OpenTask {
                register: "woonoverlast".to_owned(),
                case: CaseKey(*case),
                source: TaskSource::NextAction,
                due: Due::on(day(*due)),
                owner: Some("ik".to_owned()),
                priority: 0,
            };
            let book = TaskBook::new(written.iter().map(task).collect(), "IK", now);
            for case in 0..8 {
                let mut due: Vec<u32> = written
                    .iter()
                    .filter(|(of, _)| *of == case)
                    .map(|(_, due)| *due)
                    .collect();
                due.sort_unstable();
                let found: Vec<_> = book.of(CaseKey(case)).map(|task| task.due.day).collect();
                prop_assert_eq!(found, due.into_iter().map(day).collect::<Vec<_>>());
            }
            // Up to the Sunday of that week, what is late included.
            let due = written.iter().filter(|(_, due)| *due <= 23).count();
            prop_assert_eq!(book.due_this_week, due);
        }
    }
}
