//! Actions: every screen pushes what the user asked for on one queue, and the app carries it out at the end of the frame.

use crate::desk::backend::task_order::TaskId;
use crate::desk::command::Command;
use crate::desk::kit::density::Density;
use crate::desk::state::list_spec::ListSpec;
use crate::desk::state::settings::{Me, Size, Theme};
use crate::register::{CaseFile, CaseKey, Entry};

/// Something that the user asked for.
#[derive(Clone, Debug)]
pub enum Action {
    /// A command of the palette.
    Command(Command),
    /// Open this case of a register in its list.
    OpenCase(String, CaseKey),
    /// Show the list of a register by this specification.
    OpenList(String, Box<ListSpec>),
    /// Make the list of a register that is on the screen by this specification; the case beside it stays open.
    ArrangeList(String, Box<ListSpec>),
    /// Show the list of work with the tasks of this register.
    OpenWork(String),
    /// Set a task done, or ask until when it is put off.
    Task(TaskId, TaskAction),
    /// Look for the case in which these cases of a register are gathered. These, where they are gathered already, come first.
    Gather {
        /// The register.
        register: String,
        /// The cases.
        cases: Vec<CaseKey>,
        /// Where cases like these are gathered already.
        near: Vec<CaseFile>,
    },
    /// Begin a new case that gathers these cases of a register.
    GatherInNew(String, Vec<CaseKey>),
    /// Link the case on the screen to this one.
    Link(Box<CaseFile>),
    /// Correct this entry of the case on the screen.
    EditEntry(Box<Entry>),
    /// Open the document of this entry of the case on the screen.
    OpenDocument(Box<Entry>),
    /// Open a section of the manual.
    OpenManual {
        /// The id of the chapter.
        chapter: String,
        /// The position of the section among all of the chapter.
        section: usize,
    },
    /// Look for something for the import that is before the screen.
    ImportPick(ImportPick),
    /// The user is this from now on.
    IAm(Me),
    /// Draw everything like this from now on.
    Look(Look),
    /// Keep the refused rows of that import in a file.
    SaveRefused,
    /// Undo an operation, whoever did it.
    UndoOperation {
        /// The register in which it was done.
        register: String,
        /// The operation.
        operation: String,
        /// What it did, in words.
        summary: String,
    },
}

/// What is looked for in an import.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ImportPick {
    /// The field that this column feeds.
    Target(usize),
    /// What this value of a column means.
    Meaning(usize, String),
}

/// How everything is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Look {
    /// Light, dark, or as the system.
    pub theme: Theme,
    /// How large.
    pub size: Size,
    /// How close together.
    pub density: Density,
}

/// What can be done with a task.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TaskAction {
    /// Set it done.
    Done,
    /// Ask until when it is put off.
    PutOff,
}

impl From<Command> for Action {
    fn from(command: Command) -> Self {
        Self::Command(command)
    }
}

/// The queue of actions, in the order in which they were asked for.
#[derive(Debug, Default)]
pub struct Actions(Vec<Action>);

impl Actions {
    /// Adds an action.
    pub fn push(&mut self, action: impl Into<Action>) {
        self.0.push(action.into());
    }

    /// Adds several actions.
    pub fn extend<T: Into<Action>>(&mut self, actions: impl IntoIterator<Item = T>) {
        self.0.extend(actions.into_iter().map(Into::into));
    }

    /// Takes all actions, which empties the queue.
    pub fn take(&mut self) -> Vec<Action> {
        std::mem::take(&mut self.0)
    }
}
