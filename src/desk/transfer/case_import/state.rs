//! The state of an import into a register: the file, what was decided about it, and what was seen in it.

use std::path::Path;
use std::sync::Arc;

use super::rows_state::RowsState;
use crate::desk::backend::import_job::{CasesJob, CasesOutcome};
use crate::desk::backend::import_look::{ImportLook, LookJob};
use crate::desk::backend::protocol::{Request, RequestId};
use crate::desk::parts::table_field::TableField;
use crate::desk::state::model::Model;
use crate::desk::state::pending::Pending;
use crate::exchange::{
    Certainty, ImportJob, Imported, KeptMapping, Mapping, Progress, Recognition, Report, Target,
    Why,
};

/// Which part of the import is on the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// What the columns mean.
    Columns,
    /// What the rows do.
    Rows,
}

/// The state of an import into a register.
pub struct CaseImport {
    /// The register.
    pub register: String,
    /// The file.
    pub(super) file: TableField,
    /// The part on the screen.
    pub step: Step,
    /// What was decided about the file; none before one is chosen.
    pub import: Option<ImportJob>,
    /// What was seen in it.
    pub look: Option<Box<ImportLook>>,
    /// What importing it did.
    pub done: Option<Done>,
    /// The name under which the mapping is kept.
    pub name: String,
    /// The column of the sheet that the keys are on.
    pub column: usize,
    /// What is on the screen of the rows.
    pub rows: RowsState,
    /// Whether the part on the screen is to take the keyboard.
    pub(super) take_keys: bool,
    /// The column that is being dragged to a field.
    pub(super) dragged: Option<usize>,
    /// Whether the rows are to be shown at once where nothing is open.
    straight_on: bool,
    /// The last request to look at the file; an older answer is dropped.
    waiting: Option<RequestId>,
    /// How far the last request is.
    pub(super) progress: Arc<Progress>,
}

/// What an import did.
pub struct Done {
    /// What became of the rows.
    pub imported: Imported,
    /// Whether it was undone since.
    pub undone: bool,
}

impl CaseImport {
    /// An import into this register; the file is still to be chosen.
    pub fn new(register: String) -> Self {
        Self {
            register,
            file: TableField::with_keyboard(),
            step: Step::Columns,
            import: None,
            look: None,
            done: None,
            name: String::new(),
            column: 0,
            rows: RowsState::default(),
            take_keys: false,
            dragged: None,
            straight_on: false,
            waiting: None,
            progress: Arc::default(),
        }
    }

    /// Looks at this file from the start.
    pub fn open(&mut self, path: &Path, model: &mut Model) {
        self.file.set(path);
        self.look_at_typed(model);
    }

    /// Looks at the file whose name is typed from the start.
    pub(super) fn look_at_typed(&mut self, model: &mut Model) {
        let Some(path) = self.file.file() else {
            return;
        };
        self.import = Some(ImportJob::new(&self.register, &path, Recognition::Likely));
        (self.look, self.done) = (None, None);
        (self.step, self.column) = (Step::Columns, 0);
        self.rows = RowsState::default();
        self.name.clear();
        self.look_again(true, model);
    }

    /// Leaves the file, to choose another one.
    pub(super) fn choose_another(&mut self) {
        self.progress.cancel();
        (self.import, self.look, self.waiting) = (None, None, None);
        self.file.take_focus = true;
    }

    /// Looks at the file again with what was decided since.
    pub(super) fn look_again(&mut self, use_kept: bool, model: &mut Model) {
        let Some(import) = &self.import else { return };
        self.progress.cancel();
        self.progress = Arc::default();
        model.message = None;
        let job = LookJob {
            import: import.clone(),
            language: model.language,
            use_kept,
            progress: Arc::clone(&self.progress),
        };
        self.waiting = Some(model.ask_for(Pending::Look, Request::Look(Box::new(job))));
    }

    /// It arrived what was seen in the file; an answer to an older request is dropped.
    pub fn on_look(&mut self, look: ImportLook, to: RequestId) {
        if self.waiting != Some(to) {
            return;
        }
        self.waiting = None;
        if self.name.is_empty() {
            self.name = look
                .used
                .clone()
                .unwrap_or_else(|| name_of(&look.import.source.file_name()));
        }
        self.take_keys |= self.look.is_none();
        self.column = self
            .column
            .min(look.columns.columns.len().saturating_sub(1));
        self.import = Some(look.import.clone());
        self.rows.on_table(&look.table);
        if std::mem::take(&mut self.straight_on) && nothing_is_open(&look) {
            self.step = Step::Rows;
        }
        self.look = Some(Box::new(look));
    }

    /// The file could not be looked at or imported. Says whether an older request was meant, which nobody waits for.
    pub fn on_refused(&mut self, to: RequestId) -> bool {
        let ours = self.waiting == Some(to);
        if ours {
            self.waiting = None;
            self.file.take_focus = self.look.is_none();
        }
        !ours && self.progress.is_cancelled()
    }

    /// Whether it waits for an answer.
    pub(super) fn is_waiting(&self) -> bool {
        self.waiting.is_some()
    }

    /// The file was imported.
    pub fn on_imported(&mut self, outcome: CasesOutcome) {
        self.waiting = None;
        if self.import.as_ref() == Some(&outcome.import) {
            self.done = Some(Done {
                imported: outcome.imported,
                undone: false,
            });
            self.take_keys = true;
        }
    }

    /// An operation was undone or done again by another one; it may be this import.
    pub fn on_undone(&mut self, action: &str, by: Option<&str>) {
        if let Some(done) = &mut self.done
            && done.imported.action.as_deref() == Some(action)
        {
            done.imported.action = by.map(str::to_owned);
            done.undone = !done.undone;
        }
    }

    /// Save was pressed: on to the rows, and then the import.
    pub fn save(&mut self, model: &mut Model) {
        if self.done.is_some() || self.is_waiting() {
            return;
        }
        match (self.step, &self.look) {
            (_, None) => {
                self.straight_on = true;
                self.look_at_typed(model);
            }
            (Step::Columns, Some(look)) => {
                if look.mapping.has_begin() {
                    self.step = Step::Rows;
                    self.take_keys = true;
                }
            }
            (Step::Rows, Some(_)) if self.ready() > 0 => self.write(model),
            (Step::Rows, Some(_)) => {}
        }
    }

    fn write(&mut self, model: &mut Model) {
        let (Some(import), Some(look)) = (&self.import, &self.look) else {
            return;
        };
        self.progress = Arc::default();
        let keep =
            (!is_plain(&look.mapping) && !self.name.trim().is_empty()).then(|| KeptMapping {
                name: self.name.trim().to_owned(),
                register: self.register.clone(),
                headings: look.head.headers.clone(),
                choices: look.mapping.decided(&import.choices),
            });
        let job = CasesJob {
            import: import.clone(),
            keep,
            progress: Arc::clone(&self.progress),
        };
        self.waiting = Some(model.ask_for(Pending::Import, Request::ImportCases(Box::new(job))));
    }

    /// Close was pressed: the rows go back to the columns; what is under way stops. Returns whether the page is to be closed.
    pub fn close(&mut self) -> bool {
        if self.rows.editing.take().is_some() {
            self.take_keys = true;
            return false;
        }
        if self.is_waiting() {
            self.progress.cancel();
            return self.look.is_none();
        }
        if self.step == Step::Rows && self.done.is_none() {
            self.step = Step::Columns;
            self.take_keys = true;
            return false;
        }
        true
    }

    /// Whether something was decided about a file that is not imported yet.
    pub fn goes_on(&self) -> bool {
        let decided = |import: &ImportJob| {
            let path = import.source.path();
            let new = |path| ImportJob::new(&self.register, path, Recognition::Likely);
            path.is_some_and(|path| *import != new(path))
        };
        self.done.is_none() && self.import.as_ref().is_some_and(decided)
    }

    /// How many rows would be imported.
    pub(super) fn ready(&self) -> usize {
        self.look
            .as_ref()
            .map_or(0, |look| look.report.added + look.report.updated)
    }

    /// The column with what it feeds is decided by a person from now on.
    pub(super) fn decide_column(&mut self, column: usize, targets: &[Target], model: &mut Model) {
        let (Some(import), Some(look)) = (&mut self.import, &self.look) else {
            return;
        };
        let Some(name) = look.mapping.names().get(column) else {
            return;
        };
        let ids = targets.iter().map(Target::id).collect();
        import.choices.columns.insert(name.clone(), ids);
        self.look_again(false, model);
    }

    /// What a column feeds, as it is decided or recognised; what follows from that is left out.
    pub(super) fn fed_by(&self, column: usize) -> Vec<Target> {
        let links = self.look.iter().flat_map(|look| look.mapping.links());
        let own = links.filter(|link| link.column == column && link.why != Why::Split);
        own.map(|link| link.target.clone()).collect()
    }

    /// Takes what is proposed for a column that is skipped.
    pub(super) fn take_proposal(&mut self, column: usize, model: &mut Model) {
        let look = self.look.as_ref();
        let proposals = look.map_or(&[][..], |look| look.mapping.proposals());
        let proposed = proposals.iter().find(|(at, _)| *at == column);
        if let Some((_, target)) = proposed {
            let target = target.clone();
            self.decide_column(column, &[target], model);
        }
    }
}

/// Whether every link is certain or was decided before, and every row can be imported.
fn nothing_is_open(look: &ImportLook) -> bool {
    let mut links = look.mapping.links().iter();
    links.all(|link| link.certainty == Certainty::Certain)
        && look.mapping.values().iter().all(|line| line.decided)
        && look.report.refused == 0
        && look.mapping.has_begin()
}

/// Whether every column is called as its field is, so that there is nothing to remember.
fn is_plain(mapping: &Mapping) -> bool {
    let named = |why: Why| matches!(why, Why::Named | Why::Split);
    mapping
        .links()
        .iter()
        .all(|link| named(link.why) && link.certainty == Certainty::Certain)
        && mapping.values().is_empty()
        && mapping.date_questions().next().is_none()
}

/// A name for what files like this one mean: that of the file, without the dates that tell one month from the next.
fn name_of(file: &str) -> String {
    let stem = Path::new(file)
        .file_stem()
        .unwrap_or_default()
        .to_string_lossy();
    let bare: String = stem
        .chars()
        .map(|sign| if sign.is_ascii_digit() { ' ' } else { sign })
        .collect();
    let words: Vec<&str> = bare
        .split([' ', '-', '_', '.', '(', ')'])
        .filter(|word| !word.is_empty())
        .collect();
    match words.is_empty() {
        true => stem.into_owned(),
        false => words.join(" "),
    }
}

/// How many rows are ready, how many are not, and how many are left out.
pub(super) fn counts(report: &Report) -> (usize, usize) {
    let ready = report.added + report.updated + report.unchanged + report.skipped;
    (ready, report.refused)
}
