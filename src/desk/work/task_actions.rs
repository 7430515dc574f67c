//! Stores that a task is done or put off, from the list of work or from the case.

use std::sync::Arc;

use crate::desk::backend::protocol::Request;
use crate::desk::backend::task_order::TaskId;
use crate::desk::kit::widgets::Tone;
use crate::desk::parts::task_text;
use crate::desk::state::model::Model;
use crate::desk::state::pending::Pending;
use crate::language::Explain;
use crate::register::{CaseFile, Definition};
use crate::store::{Operation, TaskAction, TaskActionError};

/// Stores that a task is done. Returns whether it is being stored.
pub fn set_done(id: TaskId, model: &mut Model) -> bool {
    let done = |task: TaskAction<'_>, operation| task.done(operation);
    store(id, "task-was-done", done, model)
}

/// The register and the case of a task; none while the case is on its way.
pub fn case_of(id: &TaskId, model: &mut Model) -> Option<(Arc<Definition>, Arc<CaseFile>)> {
    let vault = model.vault.as_mut()?;
    let definition = vault.definition(&id.register)?;
    Some((definition, vault.case(&id.register, id.case)?))
}

/// Stores an action on a task. Until that is answered the task stands in no list. `message` is the id of the text that the
/// status bar then shows. Returns whether the action is being stored; where it is refused, the status bar shows why.
pub fn store(
    id: TaskId,
    message: &str,
    act: impl FnOnce(TaskAction<'_>, Operation) -> Result<Operation, TaskActionError>,
    model: &mut Model,
) -> bool {
    let language = model.language;
    let operation = model.operation();
    let Some((definition, case)) = case_of(&id, model) else {
        return false;
    };
    if is_being_stored(&id, model) {
        return false;
    }
    let what = task_text::what(&definition, &id.source, Some(&case), language);
    let task = TaskAction {
        definition: &definition,
        case: &case,
        source: &id.source,
        what: &what,
        now: model.clock.wall(),
    };
    match act(task, operation) {
        Ok(operation) => {
            let arguments = [
                ("what", what.as_str().into()),
                ("number", case.number.as_str().into()),
            ];
            let request = Request::Record(id.register.clone(), operation);
            let message = language.say(message, &arguments);
            model.ask_for(Pending::Task(id, message), request);
            true
        }
        Err(refused) => {
            model.notify(refused.explain(language), Tone::Warn);
            false
        }
    }
}

/// Whether an action on this task is being stored.
fn is_being_stored(id: &TaskId, model: &Model) -> bool {
    let mut pending = model.pending();
    pending.any(|pending| matches!(pending, Pending::Task(task, _) if task == id))
}
