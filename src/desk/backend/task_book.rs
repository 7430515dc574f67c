//! What is to be done in a register, put in order by the clerk, so that the window only looks things up.

use chrono::NaiveDateTime;

use crate::desk::backend::task_order::{by_urgency, owners, pressing};
use crate::register::CaseKey;
use crate::store::OpenTask;

/// The tasks of a register.
#[derive(Debug, Default)]
pub struct TaskBook {
    /// Every task, in the order in which they press.
    pub tasks: Vec<OpenTask>,
    /// The places of the tasks, those of one case together, in the order of the cases.
    of_cases: Vec<u32>,
    /// Whose they are.
    pub owners: Vec<String>,
    /// How many of them are the user's and late, or due this week.
    pub pressing: usize,
}

impl TaskBook {
    /// Puts the tasks in order for this user, as it is now.
    pub fn new(mut tasks: Vec<OpenTask>, actor: &str, now: NaiveDateTime) -> Self {
        tasks.sort_by(by_urgency);
        let mut of_cases: Vec<u32> = (0..).take(tasks.len()).collect();
        of_cases.sort_by_key(|place| tasks[*place as usize].case);
        let pressing = pressing(&tasks, actor, now);
        let owners = owners(&tasks).into_iter().map(|(name, _)| name).collect();
        Self {
            tasks,
            of_cases,
            owners,
            pressing,
        }
    }

    /// What is to be done in a case, what is due first before the rest.
    pub fn of(&self, case: CaseKey) -> impl Iterator<Item = &OpenTask> {
        let task = |place: &u32| &self.tasks[*place as usize];
        let first = self
            .of_cases
            .partition_point(|place| task(place).case < case);
        let of_case = self.of_cases[first..].iter().map(task);
        of_case.take_while(move |task| task.case == case)
    }

    /// What is to be done first in every case.
    pub fn first_of_cases(&self) -> impl Iterator<Item = &OpenTask> {
        let task = |place: &u32| &self.tasks[*place as usize];
        let cases = self
            .of_cases
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
        fn the_tasks_of_a_case_are_found_in_the_order_in_which_they_press(
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
            let presses = written.iter().filter(|(_, due)| *due <= 23).count();
            prop_assert_eq!(book.pressing, presses);
        }
    }
}
