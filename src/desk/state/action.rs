//! What the user wants: every screen puts it on one queue, and it is carried out in one place at the end of the frame.

use crate::desk::backend::task_order::TaskId;
use crate::desk::command::Command;
use crate::desk::state::list_spec::ListSpec;
use crate::register::{CaseFile, CaseKey, Entry};

/// Something that the user wants.
#[derive(Clone, Debug)]
pub enum Action {
    /// What has a name and keys of its own.
    Command(Command),
    /// To open this case of a register in its list.
    OpenCase(String, CaseKey),
    /// To see the list of a register like this.
    OpenList(String, Box<ListSpec>),
    /// To see what is to be done in this register.
    OpenWork(String),
    /// To say something of a task.
    Task(TaskId, TaskAction),
    /// To make a new case that gathers this one.
    GatherInNew(Box<CaseFile>),
    /// To link the case on the screen to this one.
    Link(Box<CaseFile>),
    /// To put this entry of the case on the screen right.
    EditEntry(Box<Entry>),
    /// To open the document of this entry of the case on the screen.
    OpenDocument(Box<Entry>),
    /// To read a section of the manual.
    OpenManual {
        /// The id of the chapter.
        chapter: String,
        /// The place of the section among all of the chapter.
        section: usize,
    },
    /// To undo an operation of anybody.
    UndoOperation {
        /// The register in which it was done.
        register: String,
        /// The operation.
        operation: String,
        /// What it did, in words.
        what: String,
    },
}

/// What can be said of a task.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TaskAction {
    /// It is done.
    Done,
    /// It waits until another day.
    PutOff,
}

impl From<Command> for Action {
    fn from(command: Command) -> Self {
        Self::Command(command)
    }
}

/// The queue of what the user wants, in the order in which it was asked for.
#[derive(Debug, Default)]
pub struct Actions(Vec<Action>);

impl Actions {
    /// Puts something on the queue.
    pub fn push(&mut self, action: impl Into<Action>) {
        self.0.push(action.into());
    }

    /// Puts several things on the queue.
    pub fn extend<T: Into<Action>>(&mut self, actions: impl IntoIterator<Item = T>) {
        self.0.extend(actions.into_iter().map(Into::into));
    }

    /// Takes everything from the queue.
    pub fn take(&mut self) -> Vec<Action> {
        std::mem::take(&mut self.0)
    }
}
