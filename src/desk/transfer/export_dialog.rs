//! The dialog that exports what is on the screen to a file: what it is, as what kind of file, and where.

use std::path::Path;

use egui::Ui;

use super::choose::choose;
use super::receiver::ReceiverField;
use crate::desk::backend::export_job::{ExportContents, ExportJob, ExportSource};
use crate::desk::backend::protocol::Request;
use crate::desk::figures::page::FiguresPage;
use crate::desk::kit::dialog::dialog_ui;
use crate::desk::kit::icons;
use crate::desk::kit::theme::{self, Palette};
use crate::desk::kit::widgets::{Tone, notice, paragraph};
use crate::desk::parts::file_field::{FileAction, FileField};
use crate::desk::state::model::Model;
use crate::desk::state::pending::Pending;
use crate::language::Language;
use crate::report::{Dialect, ExportFormat, LineKind, days};

/// A kind of file: its format, in which dialect it is written where it is CSV, and whether it is a list to be edited.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct FileKind {
    format: ExportFormat,
    dialect: Dialect,
    editable: bool,
}

impl FileKind {
    const fn new(format: ExportFormat, dialect: Dialect) -> Self {
        Self {
            format,
            dialect,
            editable: false,
        }
    }

    /// A list of cases that is edited in Excel and imported again.
    const EDITABLE: Self = Self {
        format: ExportFormat::Xlsx,
        dialect: Dialect::Excel,
        editable: true,
    };

    /// Every kind of file, with the id of its text, in the order in which they are offered.
    const ALL: [(Self, &str); 8] = [
        (Self::new(ExportFormat::Xlsx, Dialect::Excel), "export-xlsx"),
        (Self::EDITABLE, "export-editable"),
        (Self::new(ExportFormat::Csv, Dialect::Excel), "export-csv"),
        (
            Self::new(ExportFormat::Csv, Dialect::Standard),
            "export-rfc4180",
        ),
        (Self::new(ExportFormat::Html, Dialect::Excel), "export-html"),
        (Self::new(ExportFormat::Png, Dialect::Excel), "export-png"),
        (Self::new(ExportFormat::Svg, Dialect::Excel), "export-svg"),
        (Self::new(ExportFormat::Json, Dialect::Excel), "export-json"),
    ];

    /// The first kind of file whose name ends so.
    fn with_ending(ending: &str) -> Option<Self> {
        let mut kinds = Self::ALL.into_iter().map(|(kind, _)| kind);
        kinds.find(|kind| kind.format.ending() == ending)
    }
}

/// Whether the numbers of the cases behind each cell are part of the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum CaseNumbers {
    Without,
    With,
}

/// What is exported, and how, while it is being chosen.
pub struct ExportDialog {
    source: ExportSource,
    /// What it is about: its title, its filters, how much it is.
    summary: Vec<String>,
    kind: FileKind,
    case_numbers: CaseNumbers,
    /// For whom a list of cases is.
    receiver: ReceiverField,
    file: FileField,
    take_focus: bool,
}

impl ExportDialog {
    /// Of what is on the screen; of a figure its page says what it shows.
    pub fn new(
        source: ExportSource,
        figures: Option<&FiguresPage>,
        folder: Option<&Path>,
        model: &Model,
    ) -> Self {
        let (summary, name) = described(&source, figures, model);
        let kind = FileKind::new(ExportFormat::Xlsx, Dialect::Excel);
        Self {
            file: FileField::proposed(folder, &name, kind.format.ending()),
            summary,
            kind,
            case_numbers: CaseNumbers::Without,
            receiver: ReceiverField::of(&source, model),
            source,
            take_focus: true,
        }
    }

    /// Whether such a file can hold the numbers of cases.
    fn can_hold_cases(&self) -> bool {
        self.source.has_cases() && self.kind.format.holds_cases()
    }

    /// The file could not be made.
    pub fn refused(&mut self, sentence: String, exists: Option<&Path>) {
        self.file.refused(sentence, exists);
    }

    /// Whether the file can be edited and imported again.
    fn offers_editing(&self) -> bool {
        self.source.is_list() && !self.receiver.is_partner()
    }

    fn ask(&mut self, model: &mut Model) {
        let language = model.language;
        let Ok(sharing) = self.receiver.read() else {
            return;
        };
        let Some((to, overwrite)) = self.file.named("paper-no-name", language) else {
            return;
        };
        let request = Request::Export(Box::new(ExportJob {
            source: self.source.clone().shared_with(sharing),
            contents: match self.kind.editable {
                true => ExportContents::Editable,
                false if self.can_hold_cases() && self.case_numbers == CaseNumbers::With => {
                    ExportContents::WithCases
                }
                false => ExportContents::Shown,
            },
            dialect: self.kind.dialect,
            language,
            to,
            overwrite,
        }));
        model.ask_for(Pending::Export, request);
    }

    /// As what kind of file, which takes the keyboard at first; and whether with the numbers of cases.
    fn questions_ui(&mut self, ui: &mut Ui, language: Language) {
        let formats = self.source.formats();
        let kinds = FileKind::ALL.into_iter();
        let kinds: Vec<_> = kinds
            .filter(|(kind, _)| formats.contains(&kind.format))
            .filter(|(kind, _)| !kind.editable || self.offers_editing())
            .collect();
        let before = self.kind;
        let response = choose(ui, "paper-format", &kinds, &mut self.kind, language);
        if std::mem::take(&mut self.take_focus) {
            response.request_focus();
        }
        if before != self.kind {
            self.file.set_ending(self.kind.format.ending());
        }
        if self.source.is_list() {
            self.receiver.ui(ui, language);
            // What a partner gets does not come back.
            if self.kind.editable && !self.offers_editing() {
                self.kind = FileKind::new(ExportFormat::Xlsx, Dialect::Excel);
            }
        }
        if self.kind.editable {
            for id in [
                "editable-comes-back",
                "editable-left-out",
                "refused-is-readable",
            ] {
                let text = language.text(id);
                paragraph(ui, &text, theme::label(), Palette::of(ui).mute);
            }
        }
        if !self.can_hold_cases() {
            return;
        }
        let answers = [
            (CaseNumbers::Without, "export-without-cases"),
            (CaseNumbers::With, "export-with-cases"),
        ];
        let chosen = &mut self.case_numbers;
        choose(ui, "export-cases", &answers, chosen, language);
        if self.case_numbers == CaseNumbers::With {
            let warning = language.text("export-cases-warning");
            notice(ui, icons::WARNING, &warning, Tone::Warn);
        }
    }

    /// The file. Another ending of its name is another kind of file.
    fn file_ui(&mut self, ui: &mut Ui, language: Language) {
        let formats = self.source.formats().iter();
        let endings: Vec<&'static str> = formats.map(|format| format.ending()).collect();
        let Some(ending) = self.file.ui(ui, &endings, language) else {
            return;
        };
        if ending != self.kind.format.ending() {
            self.kind = FileKind::with_ending(ending).unwrap_or(self.kind);
        }
    }
}

/// What is exported, in words, and what its file is called.
fn described(
    source: &ExportSource,
    figures: Option<&FiguresPage>,
    model: &Model,
) -> (Vec<String>, String) {
    let language = model.language;
    let today = model.clock.today();
    let counted = |count: usize, of: String| format!("{} {of}", language.count(count as i64));
    match source {
        ExportSource::List(register, question) => {
            let vault = model.vault.as_ref();
            let Some(definition) = vault.and_then(|vault| vault.definition(register)) else {
                return (Vec::new(), register.clone());
            };
            let mut summary = question.above(&definition, today, language);
            let count = question.keys().count();
            let cases = definition.case_word(count as u64).text(language);
            summary.push(counted(count, cases.to_owned()));
            (summary, format!("{register}-{today}"))
        }
        ExportSource::Overview(question) => {
            let count = question.registers.len();
            let registers = language.text("overview-cards").to_lowercase();
            let summary = vec![
                question.title.clone(),
                days(question.period, language),
                counted(count, registers),
            ];
            let name = language.text("command-overview").to_lowercase();
            (summary, format!("{name}-{}", question.period.to))
        }
        ExportSource::Figure(columns, question, _) => {
            let publication = figures.and_then(|figures| figures.publication());
            let summary = publication.map_or_else(Vec::new, |publication| {
                let rows = publication.table.of_kind(LineKind::Row).count();
                let rows = language.say("export-rows", &[("count", (rows as i64).into())]);
                publication.above().into_iter().chain([rows]).collect()
            });
            (summary, question.file_name(columns.definition()))
        }
        ExportSource::Indicators(_, year) => {
            let years = [
                ("year", year.to_string().into()),
                ("before", (year - 1).to_string().into()),
            ];
            let summary = ["indicators-title", "indicators-subtitle"];
            let summary = summary.map(|id| language.say(id, &years)).to_vec();
            let name = language.text("indicators").to_lowercase();
            (summary, format!("{name}-{year}"))
        }
        ExportSource::ManyYears(_, ids, years) => {
            let (from, to) = (years.start().to_string(), years.end().to_string());
            let name = format!("{}-{from}-{to}", language.text("indicators").to_lowercase());
            let between = [("from", from.into()), ("to", to.into())];
            let summary = vec![
                language.text("indicator-years-title"),
                language.say("indicator-years-of", &between),
                language.say("indicators-lines", &[("count", ids.len().into())]),
            ];
            (summary, name)
        }
    }
}

/// The dialog. Returns whether it stays open.
pub fn export_ui(ui: &Ui, export: &mut ExportDialog, model: &mut Model) -> bool {
    let language = model.language;
    let Some(registers) = model.vault.as_ref().map(|vault| vault.registers.clone()) else {
        return false;
    };
    let title = language.text("export-title");
    let mut choice = None;
    let modal = dialog_ui(ui, "export", &title, 560.0, |ui| {
        ui.spacing_mut().item_spacing.y = 10.0;
        summary_ui(ui, &export.summary);
        export.questions_ui(ui, language);
        export.file_ui(ui, language);
        choice = export.file.buttons_ui(ui, &registers, language);
    });
    if choice == Some(FileAction::Make) {
        export.ask(model);
    }
    choice != Some(FileAction::Cancel) && !modal.should_close()
}

/// What is exported, in words.
fn summary_ui(ui: &mut Ui, summary: &[String]) {
    let palette = Palette::of(ui);
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = 2.0;
        for (at, line) in summary.iter().enumerate() {
            let (font, colour) = match at {
                0 => (theme::strong(), palette.ink),
                _ => (theme::body(), palette.mute),
            };
            let line = egui::RichText::new(line).font(font).color(colour);
            ui.add(egui::Label::new(line).wrap());
        }
    });
}
