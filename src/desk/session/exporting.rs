//! What is on the screen as it is exported: to the clipboard, to a file, or on paper.

use super::screens::Session;
use crate::desk::backend::export_job::{CopyJob, ExportSource, FigureQuestion};
use crate::desk::backend::protocol::Request;
use crate::desk::backend::task_order::to_the_minute;
use crate::desk::parts::case_count::case_count;
use crate::desk::state::model::Model;
use crate::desk::state::pending::Pending;
use crate::desk::state::route::Route;
use crate::desk::state::settings::Settings;
use crate::desk::transfer::export_dialog::ExportDialog;
use crate::desk::transfer::paper_dialog::PaperDialog;

impl Session {
    /// Whether something on the screen can be exported.
    pub fn can_export(&self, model: &Model) -> bool {
        match self.route {
            Route::Register(_) => self.list_route().is_some(),
            Route::Figures => self.figure_source(model).is_some(),
            Route::Overview => true,
            Route::Indicators => self.import.is_none(),
            _ => false,
        }
    }

    /// What on the screen is exported; nothing where there is no table.
    fn export_source(&mut self, model: &Model) -> Option<ExportSource> {
        match self.route {
            Route::Register(_) => self.list_source(model),
            Route::Figures => self.figure_source(model),
            Route::Overview => {
                let now = to_the_minute(model.clock.wall());
                let (vault, language) = (model.vault.as_ref()?, model.language);
                let question = self.overview.question(vault, now, language)?;
                Some(ExportSource::Overview(Box::new(question)))
            }
            Route::Indicators if self.import.is_none() => self.indicators.export_source(),
            _ => None,
        }
    }

    /// The figure on the screen.
    fn figure_source(&self, model: &Model) -> Option<ExportSource> {
        let figures = self.figures.as_ref()?;
        let columns = model.vault.as_ref()?.columns(&figures.register)?;
        let columns = columns.counting(figures.spec.entries.as_deref()).ok()?;
        let question = FigureQuestion::Table(Box::new(figures.question()?.clone()));
        let chart = figures.chart_question()?.clone();
        Some(ExportSource::Figure(columns, question, chart))
    }

    /// The list on the screen.
    fn list_source(&self, model: &Model) -> Option<ExportSource> {
        let (definition, vault) = (self.register(model)?, model.vault.as_ref()?);
        let columns = vault.columns(&definition.id)?;
        let list = self.lists.get(self.list_route()?)?;
        let question = list.question(&definition, &columns, model.language);
        let register = definition.id.clone();
        Some(ExportSource::List(register, Box::new(question)))
    }

    /// Puts the table or the list that is on the screen on the clipboard.
    pub fn copy_table(&mut self, model: &mut Model) {
        let Some(source) = self.export_source(model) else {
            return;
        };
        let language = model.language;
        let said = match (&source, self.register(model)) {
            (ExportSource::List(_, question), Some(definition)) => {
                let count = question.keys().count();
                language.say("list-copied", &case_count(&definition, count, language))
            }
            _ => language.text("figures-copied"),
        };
        copy(source, false, said, model);
    }

    /// Puts the chart of the figure on the screen on the clipboard, as a picture.
    pub fn copy_chart(&mut self, model: &mut Model) {
        let source = self.export_source(model);
        if let Some(source) = source.filter(ExportSource::has_chart) {
            let said = model.text("chart-copied");
            copy(source, true, said, model);
        }
    }

    /// The dialog that exports what is on the screen.
    pub fn export_dialog(&mut self, settings: &Settings, model: &Model) -> Option<ExportDialog> {
        let source = self.export_source(model)?;
        let folder = settings.folder.as_deref();
        Some(ExportDialog::new(
            source,
            self.figures.as_ref(),
            folder,
            model,
        ))
    }

    /// The dialog that puts the meeting on paper.
    pub fn meeting_paper(&self, settings: &Settings, model: &Model) -> Option<PaperDialog> {
        let meeting = self.meeting.as_ref()?;
        Some(PaperDialog::of_meeting(
            meeting.register.clone(),
            meeting.cases.clone(),
            meeting.day,
            !meeting.handled.is_empty(),
            settings.folder.as_deref(),
            model.language,
        ))
    }

    /// The dialog that puts the selected case on paper.
    pub fn case_paper(&self, settings: &Settings, model: &mut Model) -> Option<PaperDialog> {
        let (definition, case) = self.case(model)?;
        let (register, folder) = (definition.id.clone(), settings.folder.as_deref());
        Some(PaperDialog::summary(
            register,
            case.key,
            &case.number,
            folder,
        ))
    }
}

/// Asks for what is to be put on the clipboard.
fn copy(source: ExportSource, chart: bool, said: String, model: &mut Model) {
    let job = CopyJob {
        source,
        chart,
        language: model.language,
    };
    model.ask_for(Pending::Copy(said), Request::Copy(Box::new(job)));
}
