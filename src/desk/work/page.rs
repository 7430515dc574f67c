//! The state of the list of work: which tasks it shows, and which one is selected.

use std::collections::{BTreeSet, HashMap};

use chrono::NaiveDateTime;

use crate::desk::backend::owner_filter::{OwnerFilter, OwnerMatcher, SavedOwnerFilter};
use crate::desk::backend::task_order::{
    OnlyTasks, TaskFilter, TaskId, WorkLine, count_by_section, owners, to_the_minute,
};
use crate::desk::kit::density::Density;
use crate::desk::state::model::Model;
use crate::desk::state::vault::OpenVault;
use crate::store::OpenTask;

/// The height of a heading, in points.
pub const HEADING: f32 = 40.0;
/// The height of a task: what has to be done, and below it in which case.
pub const TASK: f32 = 50.0;

/// The state of the screen.
pub struct WorkPage {
    /// Which tasks it shows.
    pub filter: TaskFilter,
    /// Whether the user chose whose tasks it shows; otherwise it begins with those of the user, where there are any.
    pub owner_was_chosen: bool,
    /// The task that is selected.
    pub selected: Option<TaskId>,
    /// Whether the case of the selected task stands beside the list.
    pub case_is_open: bool,
    /// Whether the list is to take the keyboard.
    pub take_focus: bool,
    /// Whether the selected task is to be scrolled into view.
    pub scroll_to_selected: bool,
    /// The lines of the list.
    pub lines: Vec<WorkLine>,
    /// Where each line begins, in points below the first one, and where the last one ends.
    pub tops: Vec<f32>,
    /// How many of the tasks are due when.
    pub section_counts: [usize; 4],
    /// How many of the tasks each ready view shows, in the order of [`OnlyTasks::ALL`].
    pub only_counts: [usize; 3],
    /// How many tasks of the chosen owners each register has.
    pub register_counts: Vec<(String, usize)>,
    /// How many tasks each colleague has.
    pub colleague_counts: Vec<(String, usize)>,
    /// How many tasks each of the owner filters shows.
    pub owner_counts: OwnerCounts,
    /// The index of the line that was selected last: another task takes its place when it is gone.
    selected_at: usize,
    made_for: Option<MadeFor>,
}

/// How many open tasks there are, by owner.
#[derive(Clone, Copy, Debug, Default)]
pub struct OwnerCounts {
    /// Those of the user.
    pub mine: usize,
    /// All of them.
    pub team: usize,
    /// Those of nobody.
    pub nobody: usize,
}

/// What the lines follow from.
#[derive(PartialEq)]
struct MadeFor {
    /// The generation of the open tasks.
    generation: u64,
    /// The present minute.
    now: NaiveDateTime,
    filter: TaskFilter,
    /// The tasks that are being stored, which are left out.
    storing: Vec<TaskId>,
}

impl WorkPage {
    /// The screen with the owner filter that was saved, if there is one.
    pub fn new(saved: Option<SavedOwnerFilter>) -> Self {
        Self {
            filter: TaskFilter {
                owner: saved.map_or(OwnerFilter::Mine, OwnerFilter::from),
                registers: BTreeSet::new(),
                far_ahead: false,
                only: None,
            },
            owner_was_chosen: saved.is_some(),
            selected: None,
            case_is_open: false,
            take_focus: true,
            scroll_to_selected: false,
            lines: Vec::new(),
            tops: Vec::new(),
            section_counts: [0; 4],
            only_counts: [0; 3],
            register_counts: Vec::new(),
            colleague_counts: Vec::new(),
            owner_counts: OwnerCounts::default(),
            selected_at: 0,
            made_for: None,
        }
    }

    /// Shows the tasks of one register, of every owner.
    pub fn show_register(&mut self, register: String) {
        self.filter = TaskFilter {
            owner: OwnerFilter::Team,
            registers: BTreeSet::from([register]),
            far_ahead: false,
            only: None,
        };
        self.owner_was_chosen = true;
    }

    /// Selects the next task, where this one is selected.
    pub fn leave(&mut self, id: &TaskId) {
        if self.selected.as_ref() == Some(id) {
            let here = self.place_of(id).unwrap_or(self.selected_at);
            let next = self.next_task(here + 1).or_else(|| self.task_before(here));
            self.select(next);
        }
    }

    /// The index of the line of a task.
    pub fn place_of(&self, id: &TaskId) -> Option<usize> {
        let is = |line: &WorkLine| matches!(line, WorkLine::Task(task) if id.is(task));
        self.lines.iter().position(is)
    }

    /// The index of the line of the selected task.
    pub fn selected_place(&self) -> Option<usize> {
        self.selected.as_ref().and_then(|id| self.place_of(id))
    }

    /// The task on the line at this index.
    pub fn task(&self, at: usize) -> Option<&OpenTask> {
        match self.lines.get(at)? {
            WorkLine::Task(task) => Some(task),
            WorkLine::Heading(..) | WorkLine::FarAhead(_) => None,
        }
    }

    /// The index of the first line with a task from this one on.
    pub fn next_task(&self, from: usize) -> Option<usize> {
        (from..self.lines.len()).find(|at| self.task(*at).is_some())
    }

    /// The index of the last line with a task before this one.
    pub fn task_before(&self, before: usize) -> Option<usize> {
        let before = before.min(self.lines.len());
        (0..before).rev().find(|at| self.task(*at).is_some())
    }

    /// Selects the task on the line at this index, and scrolls to it.
    pub fn select(&mut self, at: Option<usize>) {
        self.selected = at.and_then(|at| self.task(at)).map(TaskId::of);
        self.selected_at = at.unwrap_or(0);
        self.scroll_to_selected = true;
    }

    /// Makes the lines anew when anything they follow from changed. Tasks that are being stored are left out.
    pub fn refresh(&mut self, model: &Model, storing: Vec<TaskId>) {
        let Some(vault) = &model.vault else { return };
        let now = to_the_minute(model.clock.wall());
        let mut made_for = MadeFor {
            generation: vault.tasks_generation(),
            now,
            filter: self.filter.clone(),
            storing,
        };
        if self.made_for.as_ref() == Some(&made_for) {
            return;
        }
        let open = vault.every_task();
        let open = open.filter(|task| !made_for.storing.iter().any(|id| id.is(task)));
        let open: Vec<&OpenTask> = open.collect();
        self.count_owners(&open, &model.actor);
        let of_owner = TaskFilter {
            registers: BTreeSet::new(),
            ..self.filter.clone()
        };
        let of_owner = of_owner.select(open, &model.actor);
        self.count_registers(&of_owner, vault);
        let tasks = self.filter.select(of_owner, &model.actor);
        self.section_counts = count_by_section(&tasks, now);
        self.only_counts = OnlyTasks::ALL.map(|only| {
            let of_view = tasks.iter().filter(|task| only.includes(task, now));
            of_view.count()
        });
        let shown = tasks.into_iter();
        let shown =
            shown.filter(|task| self.filter.only.is_none_or(|only| only.includes(task, now)));
        let shown: Vec<&OpenTask> = shown.collect();
        self.set_lines(self.filter.lines(&shown, now));
        made_for.filter.clone_from(&self.filter);
        self.made_for = Some(made_for);
    }

    /// Counts the tasks of each owner. Until the user chooses, the screen shows those of the user, or, where there are
    /// none, those of everyone, so that it does not begin empty.
    fn count_owners(&mut self, open: &[&OpenTask], actor: &str) {
        let count = |filter: &OwnerFilter| {
            let mut owner = OwnerMatcher::new(filter, actor);
            open.iter().filter(|task| owner.includes(task)).count()
        };
        self.owner_counts = OwnerCounts {
            mine: count(&OwnerFilter::Mine),
            team: count(&OwnerFilter::Team),
            nobody: count(&OwnerFilter::Nobody),
        };
        if !self.owner_was_chosen {
            self.filter.owner = match self.owner_counts.mine {
                0 => OwnerFilter::Team,
                _ => OwnerFilter::Mine,
            };
        }
        self.colleague_counts = owners(open.iter().copied());
    }

    /// Counts the tasks of each register that has any, or is chosen.
    fn count_registers(&mut self, tasks: &[&OpenTask], vault: &OpenVault) {
        let mut counts: HashMap<&str, usize> = HashMap::new();
        for task in tasks {
            *counts.entry(&task.register).or_default() += 1;
        }
        let registers = vault.registers.all().iter();
        self.register_counts = registers
            .map(|register| {
                let count = counts.get(register.id.as_str());
                (register.id.clone(), count.copied().unwrap_or_default())
            })
            .filter(|(id, count)| *count > 0 || self.filter.registers.contains(id))
            .collect();
    }

    /// Puts the lines below each other, as high as they are in this density.
    pub(super) fn place_lines(&mut self, density: Density) {
        let mut top = 0.0;
        self.tops.clear();
        self.tops.push(top);
        for line in &self.lines {
            top += density.height(match line {
                WorkLine::Heading(..) => HEADING,
                WorkLine::Task(_) | WorkLine::FarAhead(_) => TASK,
            });
            self.tops.push(top);
        }
    }

    /// Takes new lines. The selected task stays selected wherever it stands now; where it is gone, the one in its place
    /// is.
    fn set_lines(&mut self, lines: Vec<WorkLine>) {
        self.lines = lines;
        match self.selected_place() {
            Some(at) => self.selected_at = at,
            None => {
                let next = self.next_task(self.selected_at);
                self.select(next.or_else(|| self.task_before(self.selected_at)));
            }
        }
    }
}
