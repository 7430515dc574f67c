//! Exports: what is on the screen to a file or to the clipboard.

use std::ops::RangeInclusive;
use std::path::Path;
use std::sync::Arc;

use egui::ColorImage;

use super::{Answers, VaultService};
use crate::desk::backend::clipboard::Copied;
use crate::desk::backend::export_job::{
    CopyJob, ExportContents, ExportJob, ExportSource, FigureQuestion,
};
use crate::desk::backend::indicator_book::IndicatorBook;
use crate::desk::backend::protocol::Answer;
use crate::desk::backend::service_error::ServiceError;
use crate::figures::Columns;
use crate::language::Language;
use crate::register::CaseKey;
use crate::report::{
    CaseList, EditableList, ExportFormat, Exportable, IndicatorTable, ListQuestion, Picture,
    Publication, SharedFile, case_numbers, picture, save_export,
};

impl VaultService {
    /// Exports to a file.
    pub(super) fn export(
        &mut self,
        job: &ExportJob,
        answers: Answers<'_>,
    ) -> Result<(), ServiceError> {
        if let ExportSource::List(register, question) = &job.source
            && question.sharing.is_some()
        {
            self.share(job, register, question, answers)?;
            answers(Answer::Exported(job.to.clone()));
            return Ok(());
        }
        let save =
            |outgoing: &dyn Exportable| save_export(outgoing, &job.to, job.dialect, job.overwrite);
        match &job.source {
            ExportSource::List(register, question) if job.contents == ExportContents::Editable => {
                let list = self.editable(register, question, job.language)?;
                list.save(&job.to, job.overwrite)
            }
            ExportSource::List(register, question) => {
                save(&self.list(register, question, job.language)?)
            }
            ExportSource::Figure(columns, _, chart) if is_picture(&job.to) => {
                save(&chart.published(columns, &self.made(), job.language)?)
            }
            ExportSource::Figure(columns, question, _) => {
                save(&self.figure(columns, question, job.contents, job.language)?)
            }
            ExportSource::Overview(question) => {
                save(&question.published(&self.made(), job.language)?)
            }
            ExportSource::Indicators(known, year) => {
                save(&self.indicators(known, *year, job.language))
            }
            ExportSource::ManyYears(known, ids, years) => {
                save(&self.many_years(known, ids, years, job.language))
            }
        }?;
        answers(Answer::Exported(job.to.clone()));
        Ok(())
    }

    /// Gives a list to a partner, and records that on every case of it.
    fn share(
        &mut self,
        job: &ExportJob,
        register: &str,
        question: &ListQuestion,
        answers: Answers<'_>,
    ) -> Result<(), ServiceError> {
        let made = self.made();
        let file = SharedFile {
            to: &job.to,
            dialect: job.dialect,
            overwrite: job.overwrite,
        };
        let vault = self.vault_mut()?;
        let recorded = question.share(vault, register, file, &made, job.language)?;
        self.count_again(register, answers);
        answers(Answer::Recorded(register.to_owned(), recorded));
        Ok(())
    }

    /// Makes a copy for the clipboard.
    pub(super) fn copy(&self, job: &CopyJob, answers: Answers<'_>) -> Result<(), ServiceError> {
        let table = |outgoing: &dyn Exportable| Copied::Table {
            text: outgoing.text(),
            html: outgoing.html(),
        };
        let copied = match &job.source {
            ExportSource::List(register, question) => {
                table(&self.list(register, question, job.language)?)
            }
            ExportSource::Overview(question) => {
                table(&question.published(&self.made(), job.language)?)
            }
            ExportSource::Indicators(known, year) => {
                table(&self.indicators(known, *year, job.language))
            }
            ExportSource::ManyYears(known, ids, years) => {
                table(&self.many_years(known, ids, years, job.language))
            }
            ExportSource::Figure(columns, _, chart) if job.chart => {
                painted(&chart.published(columns, &self.made(), job.language)?)?
            }
            ExportSource::Figure(columns, question, _) => {
                table(&self.figure(columns, question, ExportContents::Shown, job.language)?)
            }
        };
        answers(Answer::Copied(Box::new(copied)));
        Ok(())
    }

    fn figure(
        &self,
        columns: &Columns,
        question: &FigureQuestion,
        contents: ExportContents,
        language: Language,
    ) -> Result<Publication, ServiceError> {
        let made = self.made();
        Ok(match question {
            FigureQuestion::Table(question) if contents == ExportContents::WithCases => {
                let figure = &question.figure;
                let rows = columns.rows(&figure.slice, figure.period, figure.measure)?;
                let numbers = case_numbers(self.vault()?, columns, &rows)?;
                question.published_with_cases(columns, &numbers, &made, language)?
            }
            question => question.published(columns, &made, language)?,
        })
    }

    fn indicators(&self, known: &IndicatorBook, year: i32, language: Language) -> IndicatorTable {
        let figures = known.yearbook().annual(year);
        IndicatorTable::of_year(year, &figures, &self.made(), language)
    }

    fn many_years(
        &self,
        known: &IndicatorBook,
        ids: &[String],
        years: &RangeInclusive<i32>,
        language: Language,
    ) -> IndicatorTable {
        let indicators = ids.iter().filter_map(|id| known.indicators.get(id));
        let indicators: Vec<_> = indicators.collect();
        let table = known.yearbook().many_years(&indicators, years.clone());
        IndicatorTable::of_many_years(&table, &self.made(), language)
    }

    fn editable(
        &self,
        register: &str,
        question: &ListQuestion,
        language: Language,
    ) -> Result<EditableList, ServiceError> {
        let vault = self.vault()?;
        let keys: Vec<CaseKey> = question.keys().collect();
        Ok(EditableList {
            definition: Arc::clone(vault.definition(register)?),
            cases: vault.store(register)?.cases(&keys)?,
            made: self.made(),
            language,
        })
    }

    fn list(
        &self,
        register: &str,
        question: &ListQuestion,
        language: Language,
    ) -> Result<CaseList, ServiceError> {
        let vault = self.vault()?;
        let store = vault.store(register)?;
        let keys: Vec<CaseKey> = question.keys().collect();
        let cases = store.cases(&keys)?;
        let made = self.made();
        let today = made.moment().date();
        let days = question.days(vault, register, today)?;
        let definition = vault.definition(register)?;
        Ok(question.published(definition, &cases, &days, &made, language))
    }
}

/// Whether a file is a picture of a chart.
fn is_picture(to: &Path) -> bool {
    ExportFormat::of(to, ExportFormat::OF_FIGURES).is_ok_and(ExportFormat::is_picture)
}

/// The chart of a figure as a picture.
fn painted(publication: &Publication) -> Result<Copied, ServiceError> {
    let drawn = picture(publication).map_err(|error| ServiceError::NoPicture(error.to_string()))?;
    let Picture { size, pixels } = drawn;
    Ok(Copied::Picture(ColorImage::from_rgba_unmultiplied(
        size, &pixels,
    )))
}
