//! The dialog that puts a case or a meeting on paper: what may stand in it, as what kind of file, and where.

use std::path::Path;

use chrono::NaiveDate;
use egui::Ui;

use super::choose::choose;
use crate::desk::backend::protocol::{PaperJob, Request};
use crate::desk::kit::dialog::dialog_ui;
use crate::desk::kit::icons;
use crate::desk::kit::widgets::{Tone, notice};
use crate::desk::parts::file_field::{FileAction, FileField};
use crate::desk::state::model::Model;
use crate::desk::state::pending::Pending;
use crate::language::Language;
use crate::register::CaseKey;
use crate::report::{DocumentFormat, Meeting, Scope};

/// What is made of a meeting.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum MeetingPaper {
    /// The agenda, with room for decisions.
    Agenda,
    /// The minutes, with the decisions of that day.
    Minutes,
}

/// What is put on paper, and how, while it is being chosen.
pub struct PaperDialog {
    register: String,
    cases: Vec<CaseKey>,
    /// The day of the meeting; none for the summary of a case.
    meeting: Option<NaiveDate>,
    /// The number of the case, or the name of the meeting.
    name: String,
    meeting_paper: MeetingPaper,
    scope: Scope,
    format: DocumentFormat,
    file: FileField,
    take_focus: bool,
}

impl PaperDialog {
    /// The summary of a case.
    pub fn summary(register: String, case: CaseKey, number: &str, folder: Option<&Path>) -> Self {
        Self::new(register, vec![case], None, number.to_owned(), folder)
    }

    /// The agenda of a meeting on this day, or its minutes where something was decided already.
    pub fn of_meeting(
        register: String,
        cases: Vec<CaseKey>,
        day: NaiveDate,
        decided: bool,
        folder: Option<&Path>,
        language: Language,
    ) -> Self {
        let called = language.text("paper-meeting");
        let name = format!("{called} {register} {}", language.date(day));
        let mut paper = Self::new(register, cases, Some(day), name, folder);
        if decided {
            paper.meeting_paper = MeetingPaper::Minutes;
        }
        paper
    }

    fn new(
        register: String,
        cases: Vec<CaseKey>,
        meeting: Option<NaiveDate>,
        name: String,
        folder: Option<&Path>,
    ) -> Self {
        Self {
            register,
            cases,
            meeting,
            file: FileField::proposed(folder, &name, ending_of(DocumentFormat::Docx)),
            name,
            meeting_paper: MeetingPaper::Agenda,
            scope: Scope::Shareable,
            format: DocumentFormat::Docx,
            take_focus: true,
        }
    }

    /// The file could not be made.
    pub fn refused(&mut self, sentence: String, exists: Option<&Path>) {
        self.file.refused(sentence, exists);
    }

    fn ask(&mut self, model: &mut Model) {
        let Some((to, overwrite)) = self.file.named("paper-no-name", model.language) else {
            return;
        };
        let request = Request::Paper(Box::new(PaperJob {
            register: self.register.clone(),
            cases: self.cases.clone(),
            meeting: self.meeting.map(|date| Meeting {
                title: None,
                date,
                minutes: self.meeting_paper == MeetingPaper::Minutes,
            }),
            scope: self.scope,
            language: model.language,
            overwrite,
            to,
        }));
        model.ask_for(Pending::Paper, request);
    }

    /// What is made, what may stand in it, and as what kind of file. The first question takes the keyboard.
    fn questions_ui(&mut self, ui: &mut Ui, language: Language) {
        let meeting = self.meeting.map(|_| {
            let answers = [
                (MeetingPaper::Agenda, "paper-agenda"),
                (MeetingPaper::Minutes, "paper-as-minutes"),
            ];
            let chosen = &mut self.meeting_paper;
            choose(ui, "paper-what", &answers, chosen, language)
        });
        let answers = [
            (Scope::Shareable, "paper-shareable"),
            (Scope::All, "paper-everything"),
        ];
        let contents = choose(ui, "paper-contents", &answers, &mut self.scope, language);
        if std::mem::take(&mut self.take_focus) {
            meeting.unwrap_or(contents).request_focus();
        }
        if self.scope == Scope::All {
            let warning = language.text("paper-everything-warning");
            notice(ui, icons::WARNING, &warning, Tone::Warn);
        }
        let answers = [
            (DocumentFormat::Docx, "paper-docx"),
            (DocumentFormat::Html, "paper-html"),
        ];
        let before = self.format;
        choose(ui, "paper-format", &answers, &mut self.format, language);
        if before != self.format {
            self.file.set_ending(ending_of(self.format));
        }
    }
}

/// The ending of the name of a file of this kind.
fn ending_of(format: DocumentFormat) -> &'static str {
    let mut endings = DocumentFormat::ENDINGS.into_iter();
    let found = endings.find(|(_, other)| *other == format);
    found.map_or("", |(ending, _)| ending)
}

/// The dialog. Returns whether it stays open.
pub fn paper_ui(ui: &Ui, paper: &mut PaperDialog, model: &mut Model) -> bool {
    let language = model.language;
    let Some(registers) = model.vault.as_ref().map(|vault| vault.registers.clone()) else {
        return false;
    };
    let title = match paper.meeting {
        Some(_) => language.text("paper-of-meeting"),
        None => language.say("paper-of-case", &[("number", paper.name.as_str().into())]),
    };
    let mut choice = None;
    let modal = dialog_ui(ui, "paper", &title, 560.0, |ui| {
        ui.spacing_mut().item_spacing.y = 10.0;
        paper.questions_ui(ui, language);
        let endings = DocumentFormat::ENDINGS.map(|(ending, _)| ending);
        if let Some(typed) = paper.file.ui(ui, &endings, language) {
            let mut formats = DocumentFormat::ENDINGS.into_iter();
            let format = formats.find(|(ending, _)| *ending == typed);
            paper.format = format.map_or(paper.format, |(_, format)| format);
        }
        choice = paper.file.buttons_ui(ui, &registers, language);
    });
    if choice == Some(FileAction::Make) {
        paper.ask(model);
    }
    choice != Some(FileAction::Cancel) && !modal.should_close()
}
