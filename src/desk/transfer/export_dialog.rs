//! Putting what is on the screen in a file: what goes out, as what kind of file, and where.

use std::collections::BTreeSet;
use std::path::Path;

use egui::{Id, Margin, Modal, Ui};

use crate::desk::backend::export_job::{ExportJob, ExportSource};
use crate::desk::backend::protocol::Request;
use crate::desk::figures::page::FiguresPage;
use crate::desk::kit::icons;
use crate::desk::kit::theme::{self, Palette};
use crate::desk::kit::widgets::{Tone, label_ui, notice};
use crate::desk::parts::file_field::{FileAction, FileField};
use crate::desk::state::model::Model;
use crate::desk::state::pending::Pending;
use crate::desk::transfer::paper_dialog::choose;
use crate::language::Language;
use crate::report::{Dialect, ExportFormat, LineKind, days};

/// Everything that can be made, by the name under which it is chosen: a kind of file, and how it is written.
const KINDS: [(&str, ExportFormat, Dialect); 7] = [
    ("xlsx", ExportFormat::Xlsx, Dialect::Excel),
    ("csv", ExportFormat::Csv, Dialect::Excel),
    ("rfc4180", ExportFormat::Csv, Dialect::Standard),
    ("html", ExportFormat::Html, Dialect::Excel),
    ("png", ExportFormat::Png, Dialect::Excel),
    ("svg", ExportFormat::Svg, Dialect::Excel),
    ("json", ExportFormat::Json, Dialect::Excel),
];
const WITHOUT: &str = "zonder";
const WITH: &str = "met";

/// What goes out, and how, while it is being chosen.
pub struct ExportDialog {
    source: ExportSource,
    /// What it is about: its title, its filters, how much it is.
    told: Vec<String>,
    known: &'static [ExportFormat],
    /// Whether there can be cases behind its numbers.
    has_cases: bool,
    kind: BTreeSet<String>,
    cases: BTreeSet<String>,
    file: FileField,
    take_focus: bool,
}

impl ExportDialog {
    fn chosen(&self) -> (ExportFormat, Dialect) {
        let named = self.kind.first();
        let mut kinds = KINDS.into_iter();
        let kind = kinds.find(|(name, ..)| Some(*name) == named.map(String::as_str));
        kind.map_or(
            (ExportFormat::Xlsx, Dialect::Excel),
            |(_, format, dialect)| (format, dialect),
        )
    }

    /// Whether it is asked if the cases go along.
    fn asks_cases(&self) -> bool {
        self.has_cases && self.chosen().0.holds_cases()
    }

    /// The file could not be made.
    pub fn refused(&mut self, sentence: String, exists: Option<&Path>) {
        self.file.refused(sentence, exists);
    }

    fn ask(&mut self, model: &mut Model) {
        let language = model.language;
        let Some((to, overwrite)) = self.file.named("paper-no-name", language) else {
            return;
        };
        // What is typed is refused beside the path, before any work.
        let request = Request::Export(Box::new(ExportJob {
            source: self.source.clone(),
            with_cases: self.asks_cases() && self.cases.contains(WITH),
            dialect: self.chosen().1,
            language,
            to,
            overwrite,
        }));
        model.ask_for(Pending::Export, request);
    }
}

impl ExportDialog {
    /// Of what is on the screen; the figure that is shown says what its numbers are.
    pub fn new(
        source: ExportSource,
        figures: Option<&FiguresPage>,
        folder: Option<&Path>,
        model: &Model,
    ) -> Self {
        let (told, name) = described(&source, figures, model);
        Self {
            file: FileField::proposed(folder, &name, "xlsx"),
            has_cases: source.has_cases(),
            known: source.formats(),
            source,
            told,
            kind: ["xlsx".to_owned()].into(),
            cases: [WITHOUT.to_owned()].into(),
            take_focus: true,
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
            let mut told = question.above(&definition, today, language);
            let count = question.keys().count();
            let cases = definition.case_word(count as u64).text(language);
            told.push(counted(count, cases.to_owned()));
            (told, format!("{register}-{today}"))
        }
        ExportSource::Overview(question) => {
            let count = question.registers.len();
            let registers = language.text("overview-cards").to_lowercase();
            let told = vec![
                question.title.clone(),
                days(question.period, language),
                counted(count, registers),
            ];
            let name = language.text("command-overview").to_lowercase();
            (told, format!("{name}-{}", question.period.to))
        }
        ExportSource::Figure(columns, question, _) => {
            let publication = figures.and_then(|figures| figures.publication());
            let told = publication.map_or_else(Vec::new, |publication| {
                let rows = publication.table.of_kind(LineKind::Row).count();
                let rows = language.say("export-rows", &[("count", (rows as i64).into())]);
                publication.above().into_iter().chain([rows]).collect()
            });
            (told, question.file_name(columns.definition()))
        }
        ExportSource::Indicators(_, year) => {
            let years = [
                ("year", year.to_string().into()),
                ("before", (year - 1).to_string().into()),
            ];
            let told = ["indicators-title", "indicators-subtitle"];
            let told = told.map(|id| language.say(id, &years)).to_vec();
            let name = language.text("indicators").to_lowercase();
            (told, format!("{name}-{year}"))
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
    let mut wanted = None;
    let frame = egui::Frame::popup(ui.style()).inner_margin(Margin::same(20));
    let area = Modal::default_area(Id::unique("export")).accessible_name(&title);
    let modal = Modal::new(Id::unique("export"))
        .area(area)
        .frame(frame)
        .show(ui, |ui| {
            ui.set_width(560.0);
            ui.spacing_mut().item_spacing.y = 10.0;
            let palette = Palette::of(ui);
            label_ui(ui, &title, theme::title(), palette.ink);
            told_ui(ui, &export.told);
            kind_ui(ui, export, language);
            if export.asks_cases() {
                let options = [
                    (WITHOUT, "export-without-cases"),
                    (WITH, "export-with-cases"),
                ];
                let mut first = false;
                choose(
                    ui,
                    "export-cases",
                    &options,
                    &mut export.cases,
                    &mut first,
                    language,
                );
                if export.cases.contains(WITH) {
                    let warning = language.text("export-cases-warning");
                    notice(ui, icons::WARNING, &warning, Tone::Warn);
                }
            }
            let known: Vec<&'static str> = export.known.iter().map(|kind| kind.ending()).collect();
            if let Some(ending) = export.file.ui(ui, &known, language)
                && ending != export.chosen().0.ending()
            {
                let named = KINDS
                    .iter()
                    .find(|(_, format, _)| format.ending() == ending);
                export.kind = named
                    .map(|(name, ..)| (*name).to_owned())
                    .into_iter()
                    .collect();
            }
            wanted = export.file.buttons_ui(ui, &registers, language);
        });
    if wanted == Some(FileAction::Make) {
        export.ask(model);
    }
    wanted != Some(FileAction::Cancel) && !modal.should_close()
}

/// What goes out, in words.
fn told_ui(ui: &mut Ui, told: &[String]) {
    let palette = Palette::of(ui);
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = 2.0;
        for (at, line) in told.iter().enumerate() {
            let (font, colour) = match at {
                0 => (theme::strong(), palette.ink),
                _ => (theme::body(), palette.mute),
            };
            let line = egui::RichText::new(line).font(font).color(colour);
            ui.add(egui::Label::new(line).wrap());
        }
    });
}

fn kind_ui(ui: &mut Ui, export: &mut ExportDialog, language: Language) {
    let known = KINDS
        .iter()
        .filter(|(_, format, _)| export.known.contains(format));
    let options: Vec<(&str, String)> = known
        .map(|(name, ..)| (*name, format!("export-{name}")))
        .collect();
    let options: Vec<(&str, &str)> = options
        .iter()
        .map(|(name, id)| (*name, id.as_str()))
        .collect();
    let before = export.kind.clone();
    let first = &mut export.take_focus;
    choose(
        ui,
        "paper-format",
        &options,
        &mut export.kind,
        first,
        language,
    );
    if before != export.kind {
        export.file.set_ending(export.chosen().0.ending());
    }
}
