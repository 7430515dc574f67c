//! Putting a case or a meeting on paper: what may stand in it, as what kind of file, and where.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use egui::{Id, Key, Margin, Modal, Ui};

use super::choice::choice_ui;
use super::command::Command;
use super::icons;
use super::model::Model;
use super::picker::Picker;
use super::press::Press;
use super::theme::{self, Palette};
use super::widgets::{Tone, labelled, notice, say, text_field};
use super::worker::{PaperJob, Request};
use crate::language::Language;
use crate::places;
use crate::register::CaseKey;
use crate::report::{Meeting, PaperFormat, Scope};

/// What is put on paper, and how, while it is being chosen.
pub struct Paper {
    register: String,
    cases: Vec<CaseKey>,
    /// The day of the meeting; none for the summary of a case.
    meeting: Option<chrono::NaiveDate>,
    /// What it is called, for the name of the file.
    name: String,
    minutes: BTreeSet<String>,
    scope: BTreeSet<String>,
    format: BTreeSet<String>,
    path: String,
    fault: Option<String>,
    /// Whether a file of this name stood in the way: the second time it goes.
    in_the_way: Option<PathBuf>,
    take_focus: bool,
    picker: Picker,
}

const SHAREABLE: &str = "deelbaar";
const ALL: &str = "alles";
const AGENDA: &str = "agenda";
const MINUTES: &str = "verslag";

impl Paper {
    /// The summary of a case.
    pub fn summary(register: String, case: CaseKey, number: &str) -> Self {
        Self::new(register, vec![case], None, number.to_owned())
    }

    /// The agenda of a meeting on this day, or its minutes where something was decided already.
    pub fn of_meeting(
        register: String,
        cases: Vec<CaseKey>,
        day: chrono::NaiveDate,
        decided: bool,
        language: Language,
    ) -> Self {
        let called = language.text("paper-meeting");
        let name = format!("{called} {register} {}", language.date(day));
        let mut paper = Self::new(register, cases, Some(day), name);
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
    ) -> Self {
        let mut paper = Self {
            register,
            cases,
            meeting,
            name,
            minutes: [AGENDA.to_owned()].into(),
            scope: [SHAREABLE.to_owned()].into(),
            format: ["docx".to_owned()].into(),
            path: String::new(),
            fault: None,
            in_the_way: None,
            take_focus: true,
            picker: Picker::default(),
        };
        paper.path = paper.proposal().display().to_string();
        paper
    }

    /// A name of which there is no file yet, in the folder for documents.
    fn proposal(&self) -> PathBuf {
        let folder = places::documents().unwrap_or_default();
        // A case number comes from a file verbatim, and may hold what a name of a file cannot.
        let name: String = self
            .name
            .chars()
            .map(|letter| match places::can_stand_in_a_name(letter) {
                true => letter,
                false => '-',
            })
            .collect();
        let ending = self.format.first().map_or("docx", String::as_str);
        let numbered = (2..100).map(|number| format!("{name} ({number}).{ending}"));
        let mut names = std::iter::once(format!("{name}.{ending}")).chain(numbered);
        let free = names.find(|name| !folder.join(name).exists());
        folder.join(free.unwrap_or_else(|| format!("{name}.{ending}")))
    }

    fn file(&self) -> PathBuf {
        PathBuf::from(self.path.trim().trim_matches('"'))
    }

    /// The file could not be made.
    pub fn refused(&mut self, sentence: String, exists: Option<&Path>) {
        self.fault = Some(sentence);
        self.in_the_way = exists.map(Path::to_owned);
    }

    fn ask(&mut self, model: &mut Model) {
        let to = self.file();
        if to.as_os_str().is_empty() {
            self.fault = Some(model.text("paper-no-name"));
            return;
        }
        self.fault = None;
        let chosen = |chosen: &BTreeSet<String>, id: &str| chosen.contains(id);
        let minutes = chosen(&self.minutes, MINUTES);
        model.ask(Request::Paper(Box::new(PaperJob {
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
            overwrite: self.in_the_way.as_deref() == Some(to.as_path()),
            to,
        })));
    }
}

/// The dialog. Returns whether it stays open.
pub fn paper_ui(ui: &Ui, paper: &mut Paper, model: &mut Model) -> bool {
    let language = model.language;
    let Some(registers) = model.vault.as_ref().map(|vault| vault.registers.clone()) else {
        return false;
    };
    let title = match paper.meeting {
        Some(_) => language.text("paper-of-meeting"),
        None => language.say("paper-of-case", &[("number", paper.name.as_str().into())]),
    };
    let (mut make, mut leave) = (false, false);
    let frame = egui::Frame::popup(ui.style()).inner_margin(Margin::same(20));
    let area = Modal::default_area(Id::unique("paper")).accessible_name(&title);
    let modal = Modal::new(Id::unique("paper"))
        .area(area)
        .frame(frame)
        .show(ui, |ui| {
            ui.set_width(560.0);
            ui.spacing_mut().item_spacing.y = 10.0;
            say(ui, &title, theme::title(), Palette::of(ui).ink);
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
                paper.path = paper.file().with_extension(ending).display().to_string();
            }
            let browse = path_ui(ui, paper, language);
            ui.add_space(4.0);
            ui.horizontal(|ui| {
                let replace = paper.in_the_way.as_ref() == Some(&paper.file());
                let text = language.text(if replace {
                    "paper-replace"
                } else {
                    "paper-make"
                });
                let press = Press::new(&text).icon(icons::PAPER);
                let press = press.shortcut(Some("Enter".to_owned())).primary(ui);
                let text = language.text("command-close");
                let keys = Command::Close.shortcut(&registers);
                let close = Press::new(&text).shortcut(keys).button(ui);
                leave = close.clicked();
                let elsewhere = press.has_focus() || close.has_focus() || browse;
                let entered = ui.input(|input| input.key_pressed(Key::Enter));
                make = press.clicked() || (entered && !elsewhere);
            });
        });
    if make {
        paper.ask(model);
    }
    !leave && !modal.should_close()
}

/// Where the file comes. Returns whether the keyboard is on the button that looks for a place.
fn path_ui(ui: &mut Ui, paper: &mut Paper, language: Language) -> bool {
    let mut on_browse = false;
    ui.horizontal_top(|ui| {
        let label = language.text("paper-file");
        let id = Id::unique("paper file");
        let before = paper.path.clone();
        let fault = paper.fault.clone();
        text_field(ui, id, &label, &mut paper.path, "", fault.as_deref(), 430.0);
        if before != paper.path {
            paper.fault = None;
            // Whoever types another ending means another kind of file.
            let ending = paper.file();
            let ending = ending.extension().and_then(|ending| ending.to_str());
            let known = PaperFormat::ENDINGS.map(|(known, _)| known);
            if let Some(known) = ending.and_then(|ending| known.into_iter().find(|k| *k == ending))
            {
                paper.format = [known.to_owned()].into();
            }
        }
        ui.vertical(|ui| {
            ui.add_space(20.0);
            let browse = Press::new(&language.text("browse")).button(ui);
            on_browse = browse.has_focus();
            if browse.clicked() {
                paper.picker.save(ui, &paper.file());
            }
            if let Some(path) = paper.picker.chosen() {
                // The system's own dialog asked already whether a file that is there may go.
                paper.in_the_way = path.exists().then(|| path.clone());
                paper.path = path.display().to_string();
            }
        });
    });
    on_browse
}

fn choose(
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
        .map(|(id, text)| ((*id).to_owned(), language.text(text)))
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
