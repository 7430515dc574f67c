//! What was found in the rows, as far as they are still as they were then.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::content::{Content, GridRow};
use crate::desk::backend::protocol::RequestId;
use crate::desk::backend::rows_check::{CheckedRow, RowsCheck};
use crate::exchange::RowOutcome;
use crate::language::folded;

/// How long typing goes on before the rows are checked again, in seconds.
const PAUSE: f64 = 0.25;

/// What was found in the rows.
#[derive(Default)]
pub(super) struct Checks {
    /// By the id of the row: the row as it was, and what was found in it.
    rows: BTreeMap<u64, (Arc<GridRow>, CheckedRow)>,
    /// What is read as something it is not called: column, folded text, labels.
    readings: Vec<(usize, String, Vec<String>)>,
    /// What was sent and is not answered yet.
    waiting: Option<(RequestId, Content)>,
    /// What was checked last.
    checked: Option<Content>,
    /// When that was sent, in seconds of the window.
    at: f64,
    /// How many rows are right, of those that were checked last.
    pub ready: usize,
}

impl Checks {
    /// In how many seconds the rows have to be checked; none where they were, or are being checked.
    pub fn due(&self, content: &Content, now: f64) -> Option<f64> {
        let known = self.checked.as_ref() == Some(content);
        let wait = (self.at + PAUSE - now).clamp(0.0, PAUSE);
        (self.waiting.is_none() && !known).then_some(wait)
    }

    /// The rows were sent to be checked.
    pub fn on_sent(&mut self, id: RequestId, content: &Content, now: f64) {
        self.waiting = Some((id, content.clone()));
        self.at = now;
    }

    /// Nothing has to be checked where nothing stands.
    pub fn on_blank(&mut self, content: &Content) {
        *self = Self {
            checked: Some(content.clone()),
            at: self.at,
            waiting: self.waiting.take(),
            ..Self::default()
        };
    }

    /// They could not be checked. Says whether it was this request.
    pub fn on_refused(&mut self, id: RequestId) -> bool {
        let ours = self.waiting.take_if(|(waiting, _)| *waiting == id);
        let found = ours.is_some();
        if let Some((_, content)) = ours {
            self.checked = Some(content);
        }
        found
    }

    /// The rows were checked.
    pub fn on_checked(&mut self, check: RowsCheck, id: RequestId) {
        let Some((_, content)) = self.waiting.take_if(|(waiting, _)| *waiting == id) else {
            return;
        };
        let stored = [RowOutcome::New, RowOutcome::Changed];
        let ready = check
            .rows
            .iter()
            .filter(|row| stored.contains(&row.outcome));
        self.ready = ready.count();
        let rows = check.rows.into_iter().filter_map(|checked| {
            let row = content.rows().get(checked.number.checked_sub(1)?)?;
            Some((row.id, (Arc::clone(row), checked)))
        });
        self.rows = rows.collect();
        let readings = check.readings.into_iter();
        self.readings = readings
            .map(|reading| (reading.column, folded(&reading.written), reading.labels))
            .collect();
        self.checked = Some(content);
    }

    /// Checks them again, because what is in the register was changed.
    pub fn again(&mut self) {
        self.checked = None;
    }

    /// What was found in a row; none where it was changed since.
    pub fn of(&self, row: &Arc<GridRow>) -> Option<&CheckedRow> {
        let (was, checked) = self.rows.get(&row.id)?;
        Arc::ptr_eq(was, row).then_some(checked)
    }

    /// What the text of a cell is read as, where it is not called so.
    pub fn reading(&self, column: usize, text: &str) -> Option<String> {
        if text.is_empty() {
            return None;
        }
        let text = folded(text);
        let mut of_cell = self.readings.iter().filter(|(at, written, _)| {
            let pieces = text.split([',', ';', '|', '\n']);
            *at == column && (text == *written || pieces.map(str::trim).any(|one| one == written))
        });
        let first = of_cell.next()?;
        let mut labels = first.2.clone();
        labels.extend(of_cell.flat_map(|(_, _, labels)| labels.iter().cloned()));
        Some(labels.join(", "))
    }
}
