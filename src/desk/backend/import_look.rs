//! Looks at a file for a register: what its columns mean, what every row would do, and which rows may be a known case.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;

use crate::desk::backend::import_rows::{RowTable, shown};
use crate::desk::backend::row_question::{ComparedLine, QuestionAbout, RowQuestion};
use crate::desk::backend::service_error::ServiceError;
use crate::exchange::{
    DuplicateOf, ImportJob, KeptMapping, Mapping, MappingChoices, Progress, Report, SheetColumns,
    SheetFile, SheetHead, Target, look,
};
use crate::language::Language;
use crate::register::{CaseKey, CaseState, Definition};
use crate::report::RefusedRows;
use crate::store::Vault;

/// As many rows of each outcome are shown; the others come in all the same.
const MOST_ROWS: usize = 500;
/// About as many rows something can be decided here.
const MOST_QUESTIONS: usize = 200;

/// A request to look at a file.
#[derive(Clone, Debug)]
pub struct LookJob {
    /// Which file, and what was decided.
    pub import: ImportJob,
    /// The language of the texts.
    pub language: Language,
    /// Whether a kept mapping for the same headings is used where nothing was decided yet.
    pub use_kept: bool,
    /// How far it is, and whether it is to stop.
    pub progress: Arc<Progress>,
}

/// What was seen in a file.
pub struct ImportLook {
    /// Which file, and what was decided: with the kept mapping that was used.
    pub import: ImportJob,
    /// Its sheets and headings.
    pub head: SheetHead,
    /// What is in its columns.
    pub columns: SheetColumns,
    /// What they mean.
    pub mapping: Mapping,
    /// What its rows would do.
    pub report: Report,
    /// The rows.
    pub table: RowTable,
    /// What the fields of the register are called, by the id of the target.
    labels: BTreeMap<String, String>,
    /// The name of the one that was used.
    pub used: Option<String>,
}

impl ImportLook {
    /// What a field of the register is called.
    pub fn target_label(&self, target: &Target) -> &str {
        self.labels.get(&target.id()).map_or("", String::as_str)
    }
}

/// A request to keep the refused rows in a file.
#[derive(Clone, Debug)]
pub struct RefusedRowsJob {
    /// Which file, and what was decided.
    pub import: ImportJob,
    /// The language of what is wrong.
    pub language: Language,
    /// The Excel file to write.
    pub to: PathBuf,
    /// Whether it may replace a file that exists.
    pub overwrite: bool,
}

impl LookJob {
    /// Looks at the file. Nothing is written.
    ///
    /// # Errors
    /// The file or the vault cannot be read, or somebody stopped it.
    pub fn carry_out(&self, vault: &Vault) -> Result<ImportLook, ServiceError> {
        let register = &self.import.register;
        let definition = Arc::clone(vault.definition(register)?);
        let store = vault.store(register)?;
        let kept = store.mappings(register)?;
        // One that this version cannot read is not offered.
        let kept: Vec<KeptMapping> = kept
            .iter()
            .filter_map(|one| KeptMapping::of(one).ok())
            .collect();
        let mut import = self.import.clone();
        let used = self.kept_for(&kept, &mut import);
        let mut seen = Seen {
            table: RowTable::default(),
            questions: Vec::new(),
        };
        let looked = look(vault, &import, &self.progress, &mut |mapping, planned| {
            let table = &mut seen.table;
            if table.columns.is_empty() {
                *table = RowTable::of(&definition, mapping, self.language);
            }
            if seen.questions.len() < MOST_QUESTIONS
                && let Some(question) = RowQuestion::of(planned, &definition, self.language)
            {
                let new = planned.duplicate.zip(planned.after);
                let new = new.and_then(|(duplicate, after)| match duplicate.of {
                    DuplicateOf::Case { key, .. } => Some((key, after.clone())),
                    DuplicateOf::Row(_) => None,
                });
                seen.questions.push((question, new));
            }
            table.add(&definition, mapping, planned, MOST_ROWS, self.language);
        })?;
        let mut table = seen.table;
        for (question, new) in seen.questions {
            let question = match new {
                None => Some(match question.about {
                    QuestionAbout::Double { row, .. } => RowQuestion {
                        lines: table.compared_rows(question.row, row),
                        ..question
                    },
                    _ => question,
                }),
                Some((key, after)) => {
                    // One whose case is gone meanwhile is no duplicate any more.
                    let known = store.cases(&[key])?.pop();
                    let language = self.language;
                    known.map(|case| RowQuestion {
                        lines: compared(&case.state, &after, &definition, &table, language),
                        ..question
                    })
                }
            };
            table.questions.extend(question);
        }
        Ok(ImportLook {
            import,
            head: looked.head,
            columns: looked.columns,
            mapping: looked.mapping,
            report: looked.plan.report().clone(),
            table,
            labels: Target::all(&definition)
                .map(|target| (target.id(), target.label(&definition, self.language)))
                .collect(),
            used,
        })
    }

    /// Takes the mapping that was kept for a file with the same headings, where nothing was decided yet.
    fn kept_for(&self, kept: &[KeptMapping], import: &mut ImportJob) -> Option<String> {
        if !self.use_kept || kept.is_empty() || import.choices != MappingChoices::default() {
            return None;
        }
        let file = SheetFile::open(import.source.path()?, &import.sheet).ok()?;
        let fitting = kept.iter().find(|one| one.fits(&file.head().headers))?;
        import.choices = fitting.choices.clone();
        Some(fitting.name.clone())
    }
}

/// What was seen of the rows while they were planned.
struct Seen {
    table: RowTable,
    /// Of a possible duplicate with the known case and what the row would become.
    questions: Vec<(RowQuestion, Option<(CaseKey, CaseState)>)>,
}

/// What a row and the known case that it may be hold, and both together: a line a column.
fn compared(
    known: &CaseState,
    row: &CaseState,
    definition: &Definition,
    table: &RowTable,
    language: Language,
) -> Vec<ComparedLine> {
    let together = definition.joined(known, row).state;
    let states = [row, known, &together];
    let lines = table.columns.iter().map(|column| ComparedLine {
        label: column.label.clone(),
        texts: states.map(|state| shown(definition, state, &column.target, language)),
    });
    lines
        .filter(|line| line.texts.iter().any(|text| !text.is_empty()))
        .collect()
}

impl RefusedRowsJob {
    /// Writes the refused rows to the file.
    ///
    /// # Errors
    /// The file or the vault cannot be read, or the Excel file cannot be written.
    pub fn carry_out(&self, vault: &Vault) -> Result<(), ServiceError> {
        let refused = RefusedRows::gather(vault, &self.import, self.language)?;
        Ok(refused.save(&self.to, self.overwrite)?)
    }
}
