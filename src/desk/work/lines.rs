//! Which lines the list of work has, and which of them is selected.

use std::collections::{BTreeSet, HashMap};

use super::page::{HEADING, TASK, WorkPage};
use crate::desk::backend::task_order::{
    Choice, KeptWhose, Line, Owned, TaskId, Whose, counts, owners, to_the_minute,
};
use crate::desk::state::model::Model;
use crate::store::OpenTask;

impl WorkPage {
    /// As it was left, as far as that is kept.
    pub fn new(kept: Option<KeptWhose>) -> Self {
        let whose = match kept {
            Some(KeptWhose::Team) => Whose::Team,
            Some(KeptWhose::Mine) | None => Whose::Mine,
        };
        Self {
            choice: Choice {
                whose,
                registers: BTreeSet::new(),
                beyond: false,
            },
            chosen: kept.is_some(),
            selected: None,
            take_focus: true,
            lines: Vec::new(),
            tops: Vec::new(),
            counts: [0; 4],
            registers: Vec::new(),
            owners: Vec::new(),
            of_whom: [0; 3],
            made_for: None,
            at: 0,
            show: false,
        }
    }

    /// Shows what is to be done in one register, whoever is to do it.
    pub fn show_register(&mut self, register: String) {
        self.choice = Choice {
            whose: Whose::Team,
            registers: BTreeSet::from([register]),
            beyond: false,
        };
        self.chosen = true;
    }

    /// Goes on to the task after this one.
    pub fn leave(&mut self, id: &TaskId) {
        if self.selected.as_ref() == Some(id) {
            let here = self.place_of(id).unwrap_or(self.at);
            let next = self.next_task(here + 1).or_else(|| self.task_before(here));
            self.select(next);
        }
    }

    pub(super) fn place_of(&self, id: &TaskId) -> Option<usize> {
        let is = |line: &Line| matches!(line, Line::Task(task) if id.is(task));
        self.lines.iter().position(is)
    }

    pub(super) fn task(&self, at: usize) -> Option<&OpenTask> {
        match self.lines.get(at)? {
            Line::Task(task) => Some(task),
            Line::Heading(..) | Line::Beyond(_) => None,
        }
    }

    pub(super) fn next_task(&self, from: usize) -> Option<usize> {
        (from..self.lines.len()).find(|at| self.task(*at).is_some())
    }

    pub(super) fn task_before(&self, before: usize) -> Option<usize> {
        let before = before.min(self.lines.len());
        (0..before).rev().find(|at| self.task(*at).is_some())
    }

    pub(super) fn select(&mut self, at: Option<usize>) {
        self.selected = at.and_then(|at| self.task(at)).map(TaskId::of);
        self.at = at.unwrap_or(0);
        self.show = true;
    }

    /// Makes the lines anew when anything they follow from changed. What is being stored stands among them no more.
    pub(super) fn refresh(&mut self, model: &Model, storing: Vec<TaskId>) {
        let Some(vault) = &model.vault else { return };
        let now = to_the_minute(model.clock.wall());
        let wanted = (
            vault.told_of_tasks(),
            now,
            self.choice.clone(),
            storing.clone(),
        );
        if self.made_for.as_ref() == Some(&wanted) {
            return;
        }
        let open: Vec<&OpenTask> = vault
            .every_task()
            .filter(|task| !storing.iter().any(|id| id.is(task)))
            .collect();
        let of = |whose: &Whose| {
            let mut owned = Owned::by(whose, &model.actor);
            open.iter().filter(|task| owned.has(task)).count()
        };
        self.of_whom = [of(&Whose::Mine), of(&Whose::Team), of(&Whose::Nobody)];
        // Who owns nothing here does not begin with an empty screen.
        if !self.chosen && self.of_whom[0] == 0 {
            self.choice.whose = Whose::Team;
        } else if !self.chosen {
            self.choice.whose = Whose::Mine;
        }
        self.owners = owners(open.iter().copied());
        let all = Choice {
            registers: BTreeSet::new(),
            ..self.choice.clone()
        };
        let whole = all.of(open, &model.actor);
        let mut of_registers: HashMap<&str, usize> = HashMap::new();
        for task in &whole {
            *of_registers.entry(&task.register).or_default() += 1;
        }
        let registers = vault.registers.all().iter();
        self.registers = registers
            .map(|register| {
                let count = of_registers.get(register.id.as_str());
                (register.id.clone(), count.copied().unwrap_or_default())
            })
            .filter(|(id, count)| *count > 0 || self.choice.registers.contains(id))
            .collect();
        let tasks = self.choice.of(whole, &model.actor);
        self.counts = counts(&tasks, now);
        self.lines = self.choice.lines(&tasks, now);
        let mut top = 0.0;
        self.tops = vec![top];
        for line in &self.lines {
            top += match line {
                Line::Heading(..) => HEADING,
                Line::Task(_) | Line::Beyond(_) => TASK,
            };
            self.tops.push(top);
        }
        self.made_for = Some((wanted.0, now, self.choice.clone(), storing));
        // The task that was selected keeps the selection wherever it stands now; one that is gone leaves its place.
        let here = self.selected.as_ref().and_then(|id| self.place_of(id));
        match here {
            Some(at) => self.at = at,
            None => {
                let next = self.next_task(self.at);
                self.select(next.or_else(|| self.task_before(self.at)));
            }
        }
    }
}
