//! What of a case may stand in a document. Everything on paper passes this gate, once.

use std::collections::BTreeMap;

use super::contents::{CaseOnPaper, Tie};
use crate::register::{
    CaseState, Definition, Entry, EntryKind, EntryState, Field, LINK, Sensitivity, Task,
    TaskSource, Value,
};

/// Whether a field may leave the program at all. What came from the police goes to nobody by way of a document that gives no
/// ground for it (Wet politiegegevens art. 16–20), whatever a definition says.
pub(in crate::report) fn may_leave(field: &Field) -> bool {
    field.sensitivity != Sensitivity::Police
}

/// For whom a document is.
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
            Self::Shareable => field.shareable && may_leave(field),
        }
    }

    fn shown(self, fields: &[Field], values: &BTreeMap<String, Value>) -> BTreeMap<String, Value> {
        match self {
            Self::All => values.clone(),
            // Also what no field describes any more is left out: nobody said that it may be shared.
            Self::Shareable => fields
                .iter()
                .filter(|field| self.shows(field))
                .filter_map(|field| Some((field.id.clone(), values.get(&field.id)?.clone())))
                .collect(),
        }
    }
}

/// What is left of a case behind the gate. Whoever writes a document sees nothing else of it.
pub(super) struct Visible<'a> {
    pub definition: &'a Definition,
    pub number: &'a str,
    /// Without the values that stay behind.
    pub state: CaseState,
    /// Newest first, without what was taken back.
    pub entries: Vec<VisibleEntry<'a>>,
    /// How many entries stayed behind.
    pub left_out: usize,
    /// What is to be done, in the order in which it is due.
    pub tasks: Vec<Task>,
    /// The cases it is tied to.
    pub ties: &'a [Tie],
}

/// What is left of an entry behind the gate.
pub(super) struct VisibleEntry<'a> {
    /// Its kind; none where the definition has it no more.
    pub kind: Option<&'a EntryKind>,
    pub state: EntryState,
    /// Who recorded it. The names of employees are of no use to a partner.
    pub by: Option<&'a str>,
    /// The case it is about.
    pub about: Option<&'a Tie>,
}

impl<'a> Visible<'a> {
    pub fn of(about: &'a CaseOnPaper, scope: Scope) -> Self {
        let definition = about.definition.as_ref();
        let state = CaseState {
            values: scope.shown(&definition.fields, &about.case.state.values),
            ..about.case.state.clone()
        };
        let mut standing: Vec<&Entry> = about
            .entries
            .iter()
            .filter(|entry| !entry.state.withdrawn)
            .collect();
        standing.sort_by_key(|entry| std::cmp::Reverse((entry.state.happened, entry.key)));
        let all = standing.len();
        let entries: Vec<_> = standing
            .into_iter()
            .filter_map(|entry| visible_entry(about, entry, scope))
            .collect();
        Self {
            definition,
            number: &about.case.number,
            left_out: all - entries.len(),
            entries,
            tasks: tasks(about, &state, scope),
            state,
            ties: match scope {
                Scope::All => &about.ties,
                // That somebody is known in another register is the business of that register.
                Scope::Shareable => &[],
            },
        }
    }
}

fn visible_entry<'a>(
    about: &'a CaseOnPaper,
    entry: &Entry,
    scope: Scope,
) -> Option<VisibleEntry<'a>> {
    let kind = about.definition.entry_kind(&entry.state.kind);
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
    let tied = |tie: &&Tie| {
        reference
            .as_ref()
            .is_some_and(|reference| reference.id == tie.reference.id)
    };
    Some(VisibleEntry {
        kind,
        state,
        by: about.recorded_by.get(&entry.key).map(String::as_str),
        about: about.ties.iter().find(tied),
    })
}

/// What is to be done. A day can betray what it was counted from (an eighteenth birthday, the hour a ban was served), so
/// for a partner only what follows from shared values, as if nothing had been put off, and is still to be done.
fn tasks(about: &CaseOnPaper, shown: &CaseState, scope: Scope) -> Vec<Task> {
    let timeline: Vec<EntryState> = about
        .entries
        .iter()
        .map(|entry| entry.state.clone())
        .collect();
    let open = about.definition.tasks(&about.case.state, &timeline);
    let mut tasks = match scope {
        Scope::All => open,
        Scope::Shareable => {
            let mut tasks = about.definition.tasks(shown, &[]);
            let is_open = |task: &Task| open.iter().any(|one| one.source == task.source);
            tasks.retain(|task| task.source != TaskSource::Idle && is_open(task));
            tasks
        }
    };
    tasks.sort_by_key(|task| task.due);
    tasks
}
