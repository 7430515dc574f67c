//! How much of a case may stand in a document. Everything in a document is filtered here, once.

use std::collections::BTreeMap;

use super::contents::{CaseContents, LinkedCase};
use crate::register::{
    CaseState, Definition, Entry, EntryKind, EntryState, Field, LINK, Task, TaskSource, Value,
    shared_values,
};

/// The readers of a document.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Scope {
    /// For a partner: only the fields that the definition marks shareable, and never what came from the police.
    #[default]
    Shareable,
    /// For the team itself: everything, with what came from the police marked as such.
    All,
}

impl Scope {
    /// Whether a field may stand in the document.
    pub fn shows(self, field: &Field) -> bool {
        match self {
            Self::All => true,
            Self::Shareable => field.is_shared(),
        }
    }

    fn shown(self, fields: &[Field], values: &BTreeMap<String, Value>) -> BTreeMap<String, Value> {
        match self {
            Self::All => values.clone(),
            Self::Shareable => shared_values(fields, values),
        }
    }
}

/// The part of a case that a document may show. The code that writes documents sees nothing else of it.
pub(super) struct Visible<'a> {
    pub definition: &'a Definition,
    pub number: &'a str,
    /// Without the values that may not be shown.
    pub state: CaseState,
    /// Newest first, without what was taken back.
    pub entries: Vec<VisibleEntry<'a>>,
    /// How many entries may not be shown.
    pub left_out: usize,
    /// Its tasks, in the order in which they are due.
    pub tasks: Vec<Task>,
    /// The cases that it is linked to.
    pub links: &'a [LinkedCase],
}

/// The part of an entry that a document may show.
pub(super) struct VisibleEntry<'a> {
    /// Its kind; none where the definition has it no more.
    pub kind: Option<&'a EntryKind>,
    pub state: EntryState,
    /// Who recorded it. The names of employees are of no use to a partner.
    pub by: Option<&'a str>,
    /// The case it is contents.
    pub about: Option<&'a LinkedCase>,
}

impl<'a> Visible<'a> {
    /// What these readers may see of a case.
    pub fn of(contents: &'a CaseContents, scope: Scope) -> Self {
        let definition = contents.definition.as_ref();
        let state = match scope {
            Scope::All => contents.case.state.clone(),
            Scope::Shareable => definition.shared(&contents.case.state),
        };
        let mut standing: Vec<&Entry> = contents
            .entries
            .iter()
            .filter(|entry| !entry.state.withdrawn)
            .collect();
        standing.sort_by_key(|entry| std::cmp::Reverse((entry.state.happened, entry.key)));
        let all = standing.len();
        let entries: Vec<_> = standing
            .into_iter()
            .filter_map(|entry| visible_entry(contents, entry, scope))
            .collect();
        Self {
            definition,
            number: &contents.case.number,
            left_out: all - entries.len(),
            entries,
            tasks: tasks(contents, &state, scope),
            state,
            links: match scope {
                Scope::All => &contents.links,
                // That somebody is known in another register is the business of that register.
                Scope::Shareable => &[],
            },
        }
    }
}

fn visible_entry<'a>(
    contents: &'a CaseContents,
    entry: &Entry,
    scope: Scope,
) -> Option<VisibleEntry<'a>> {
    let kind = contents.definition.entry_kind(&entry.state.kind);
    let fields = kind.map_or(&[][..], |kind| &kind.fields);
    let mut state = EntryState {
        values: scope.shown(fields, &entry.state.values),
        ..entry.state.clone()
    };
    let reference = state.about.take();
    if scope == Scope::Shareable {
        return (!state.values.is_empty() && state.kind != LINK).then_some(VisibleEntry {
            kind,
            state,
            by: None,
            about: None,
        });
    }
    let is_linked = |link: &&LinkedCase| {
        reference
            .as_ref()
            .is_some_and(|reference| reference.id == link.reference.id)
    };
    Some(VisibleEntry {
        kind,
        state,
        by: contents.recorded_by.get(&entry.key).map(String::as_str),
        about: contents.links.iter().find(is_linked),
    })
}

/// The tasks that may be shown. A day can betray what it was counted from (an eighteenth birthday, the hour a ban was served), so
/// for a partner only what follows from shared values, as if nothing had been put off, and is still to be done.
fn tasks(contents: &CaseContents, shown: &CaseState, scope: Scope) -> Vec<Task> {
    let timeline: Vec<EntryState> = contents
        .entries
        .iter()
        .map(|entry| entry.state.clone())
        .collect();
    let open = contents.definition.tasks(&contents.case.state, &timeline);
    let mut tasks = match scope {
        Scope::All => open,
        Scope::Shareable => {
            let mut tasks = contents.definition.tasks(shown, &[]);
            let is_open = |task: &Task| open.iter().any(|one| one.source == task.source);
            tasks.retain(|task| task.source != TaskSource::Idle && is_open(task));
            tasks
        }
    };
    tasks.sort_by_key(|task| task.due);
    tasks
}
