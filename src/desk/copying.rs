//! Cases of a list on the clipboard: the text of a table, as Excel and Word take it.

use std::sync::Arc;

use chrono::NaiveDate;

use super::app::Desk;
use super::bulk_ui::of_cases;
use super::cells::columns_of;
use super::task_book::TaskBook;
use super::widgets::Tone;
use super::worker::Request;
use crate::language::Language;
use crate::register::{CaseFile, CaseKey, Definition};
use crate::report::CaseColumn;

/// The cases that are to be copied, and what of them.
#[derive(Clone, Debug)]
pub struct CopyJob {
    /// Their register.
    pub register: String,
    /// The cases, in their order.
    pub cases: Vec<CaseKey>,
    columns: Vec<CaseColumn>,
    tasks: Arc<TaskBook>,
    language: Language,
}

impl CopyJob {
    /// The text: a line a case below that of the columns, the cells with a tab between them.
    pub fn text(&self, definition: &Definition, cases: &[CaseFile], today: NaiveDate) -> String {
        let columns = self.columns.iter();
        let labels = columns.map(|column| column.label(definition, self.language));
        let mut lines = vec![line(labels)];
        for case in cases {
            let columns = self.columns.iter();
            lines.push(line(
                columns.map(|column| self.cell(column, definition, case, today)),
            ));
        }
        lines.join("\n")
    }

    fn cell(
        &self,
        column: &CaseColumn,
        definition: &Definition,
        case: &CaseFile,
        today: NaiveDate,
    ) -> String {
        let due = self.tasks.of(case.key).next().map(|task| task.due.day);
        let content = column.content(definition, case, due, today, self.language);
        content.text(self.language)
    }
}

/// Cells as a line: what would begin another cell or line becomes a blank.
fn line(cells: impl Iterator<Item = String>) -> String {
    let cells = cells.map(|cell| cell.replace(['\t', '\n', '\r'], " "));
    cells.collect::<Vec<_>>().join("\t")
}

impl Desk {
    /// The clerk made the text of cases.
    pub(super) fn copied(&mut self, register: &str, text: String, count: usize) {
        let vault = self.model.vault.as_ref();
        if let Some(definition) = vault.and_then(|vault| vault.definition(register)) {
            let language = self.model.language;
            let told = language.say("list-copied", &of_cases(&definition, count, language));
            self.model.tell(told, Tone::Ok);
        }
        self.model.clipboard = Some(text);
    }

    /// Puts the cases that are chosen on the clipboard; without any, the whole list.
    pub(super) fn copy_cases(&mut self) {
        let Some(definition) = self.register() else {
            return;
        };
        let Some(vault) = &self.model.vault else {
            return;
        };
        let tasks = vault.task_book(&definition.id);
        let columns = vault.columns(&definition.id);
        let Some((list, columns)) = self.list_on_screen().zip(columns) else {
            return;
        };
        let job = CopyJob {
            register: definition.id.clone(),
            cases: list.meant(&columns),
            columns: columns_of(&definition, &list.arrangement.columns, f32::INFINITY),
            tasks,
            language: self.model.language,
        };
        self.model.ask(Request::CopyCases(Box::new(job)));
    }
}
