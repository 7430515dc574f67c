//! Putting a case or a meeting on paper: what may stand in it, as what kind of file, and where.

use std::collections::BTreeSet;
use std::path::Path;

use egui::{Id, Margin, Modal, Ui};

use crate::desk::backend::protocol::{PaperJob, Request};
use crate::desk::kit::choice_field::{ChoiceOption, choice_ui};
use crate::desk::kit::icons;
use crate::desk::kit::theme::{self, Palette};
use crate::desk::kit::widgets::{Tone, label_ui, labelled, notice};
use crate::desk::parts::file_field::{FileAction, FileField};
use crate::desk::state::model::Model;
use crate::desk::state::pending::Pending;
use crate::language::Language;
use crate::register::CaseKey;
use crate::report::{DocumentFormat, Meeting, Scope};

/// What is put on paper, and how, while it is being chosen.
pub struct PaperDialog {
    register: String,
    cases: Vec<CaseKey>,
    /// The day of the meeting; none for the summary of a case.
    meeting: Option<chrono::NaiveDate>,
    /// What it is called, for the name of the file.
    name: String,
    minutes: BTreeSet<String>,
    scope: BTreeSet<String>,
    format: BTreeSet<String>,
    file: FileField,
    take_focus: bool,
}

const SHAREABLE: &str = "deelbaar";
const ALL: &str = "alles";
const AGENDA: &str = "agenda";
const MINUTES: &str = "verslag";

impl PaperDialog {
    /// The summary of a case.
    pub fn summary(register: String, case: CaseKey, number: &str, folder: Option<&Path>) -> Self {
        Self::new(register, vec![case], None, number.to_owned(), folder)
    }

    /// The agenda of a meeting on this day, or its minutes where something was decided already.
    pub fn of_meeting(
        register: String,
        cases: Vec<CaseKey>,
        day: chrono::NaiveDate,
        decided: bool,
        folder: Option<&Path>,
        language: Language,
    ) -> Self {
        let called = language.text("paper-meeting");
        let name = format!("{called} {register} {}", language.date(day));
        let mut paper = Self::new(register, cases, Some(day), name, folder);
        if decided {
            paper.minutes = [MINUTES.to_owned()].into();
        }
        paper
    }

    fn new(
        register: String,
        cases: Vec<CaseKey>,
        meeting: Option<chrono::NaiveDate>,
        name: String,
        folder: Option<&Path>,
    ) -> Self {
        Self {
            register,
            cases,
            meeting,
            file: FileField::proposed(folder, &name, "docx"),
            name,
            minutes: [AGENDA.to_owned()].into(),
            scope: [SHAREABLE.to_owned()].into(),
            format: ["docx".to_owned()].into(),
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
        let chosen = |chosen: &BTreeSet<String>, id: &str| chosen.contains(id);
        let minutes = chosen(&self.minutes, MINUTES);
        let request = Request::Paper(Box::new(PaperJob {
            register: self.register.clone(),
            cases: self.cases.clone(),
            meeting: self.meeting.map(|date| Meeting {
                title: None,
                date,
                minutes,
            }),
            scope: match chosen(&self.scope, ALL) {
                true => Scope::All,
                false => Scope::Shareable,
            },
            language: model.language,
            overwrite,
            to,
        }));
        model.ask_for(Pending::Paper, request);
    }
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
    let mut wanted = None;
    let frame = egui::Frame::popup(ui.style()).inner_margin(Margin::same(20));
    let area = Modal::default_area(Id::unique("paper")).accessible_name(&title);
    let modal = Modal::new(Id::unique("paper"))
        .area(area)
        .frame(frame)
        .show(ui, |ui| {
            ui.set_width(560.0);
            ui.spacing_mut().item_spacing.y = 10.0;
            label_ui(ui, &title, theme::title(), Palette::of(ui).ink);
            let mut first = std::mem::take(&mut paper.take_focus);
            if paper.meeting.is_some() {
                let options = [(AGENDA, "paper-agenda"), (MINUTES, "paper-as-minutes")];
                choose(
                    ui,
                    "paper-what",
                    &options,
                    &mut paper.minutes,
                    &mut first,
                    language,
                );
            }
            let options = [(SHAREABLE, "paper-shareable"), (ALL, "paper-everything")];
            choose(
                ui,
                "paper-contents",
                &options,
                &mut paper.scope,
                &mut first,
                language,
            );
            if paper.scope.contains(ALL) {
                let warning = language.text("paper-everything-warning");
                notice(ui, icons::WARNING, &warning, Tone::Warn);
            }
            let options = [("docx", "paper-docx"), ("html", "paper-html")];
            let before = paper.format.clone();
            choose(
                ui,
                "paper-format",
                &options,
                &mut paper.format,
                &mut first,
                language,
            );
            if before != paper.format
                && let Some(ending) = paper.format.first()
            {
                paper.file.set_ending(ending);
            }
            let known = DocumentFormat::ENDINGS.map(|(known, _)| known);
            if let Some(ending) = paper.file.ui(ui, &known, language) {
                paper.format = [ending.to_owned()].into();
            }
            wanted = paper.file.buttons_ui(ui, &registers, language);
        });
    if wanted == Some(FileAction::Make) {
        paper.ask(model);
    }
    wanted != Some(FileAction::Cancel) && !modal.should_close()
}

/// Chooses one of a few options; one of them is always meant. The first of a dialog takes the keyboard.
pub fn choose(
    ui: &mut Ui,
    id: &str,
    options: &[(&str, &str)],
    chosen: &mut BTreeSet<String>,
    first: &mut bool,
    language: Language,
) {
    let label = language.text(id);
    let options: Vec<_> = options
        .iter()
        .map(|(id, text)| ChoiceOption::new(*id, language.text(text)))
        .collect();
    let before = chosen.clone();
    let width = ui.available_width();
    let response = labelled(ui, &label, None, width, |ui| {
        choice_ui(
            ui,
            Id::unique(("paper", id)),
            &label,
            &options,
            chosen,
            false,
        )
    });
    // One of them is always meant.
    if chosen.is_empty() {
        *chosen = before;
    }
    if std::mem::take(first) {
        response.request_focus();
    }
}
