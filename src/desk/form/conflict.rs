//! What somebody else stored while this was typed, thing by thing beside what is typed: what only one of both changed is
//! taken over, where both did the user chooses, and one more save stores it all.

use std::collections::BTreeSet;

use egui::text::{LayoutJob, TextFormat};
use egui::{Id, Margin, ScrollArea, Ui};

use crate::desk::command::Command;
use crate::desk::form::case_form::{CaseForm, Purpose, REASON};
use crate::desk::kit::button::Button;
use crate::desk::kit::choice_field::{ChoiceOption, choice_ui};
use crate::desk::kit::icons;
use crate::desk::kit::theme::{self, Palette};
use crate::desk::kit::widgets::{Tone, card, label_ui, notice};
use crate::desk::state::model::Model;
use crate::language::Language;
use crate::register::{CaseFile, CaseState, Change, Definition, Difference, END};

/// How much of the page is taken by what is to be compared; the rest scrolls.
const SHARE: f32 = 0.55;
/// Where the versions of a thing begin, behind what they are.
const VERSION: f32 = 110.0;
const MINE: &str = "mine";
const THEIRS: &str = "theirs";

/// A version that was stored meanwhile, beside what is typed.
#[derive(Clone, Debug)]
pub struct Conflict {
    /// The case as it is stored now.
    stored: Box<CaseFile>,
    lines: Vec<Line>,
    take_focus: bool,
}

/// One thing that is otherwise, and the version of it that is to be stored.
#[derive(Clone, Debug)]
struct Line {
    difference: Difference,
    /// Whether each of both made something else of it.
    clashes: bool,
    chosen: BTreeSet<String>,
}

impl Conflict {
    /// Both versions beside the one that both began with; where they clash, what is typed is chosen.
    pub fn new(stored: Box<CaseFile>, base: &CaseState, mine: &CaseState) -> Self {
        let differences = base.differences(&stored.state, mine).into_iter();
        let lines = differences.map(|difference| Line {
            clashes: difference.clashes(base),
            difference,
            chosen: [MINE.to_owned()].into(),
        });
        Self {
            lines: lines.collect(),
            stored,
            take_focus: true,
        }
    }

    /// The case with all that is chosen.
    fn settled(&self) -> CaseState {
        let mine = self.lines.iter().filter_map(|line| {
            let theirs = line.clashes && line.chosen.contains(THEIRS);
            line.difference.mine.clone().filter(|_| !theirs)
        });
        let mine: Vec<Change> = mine.collect();
        self.stored.state.clone().with(&mine)
    }
}

/// Shows both versions of what was changed meanwhile, and asks.
pub fn conflict_ui(ui: &mut Ui, form: &mut CaseForm, model: &mut Model, definition: &Definition) {
    let language = model.language;
    let saving = form.is_saving();
    let Some(conflict) = &mut form.conflict else {
        return;
    };
    let most = ui.available_height() * SHARE;
    card(ui, Margin::same(16), |ui| {
        ui.set_width(ui.available_width());
        let number = [("number", conflict.stored.number.as_str().into())];
        let text = language.say("conflict", &number);
        notice(ui, icons::WARNING, &text, Tone::Warn);
        ScrollArea::vertical()
            .id_salt("conflict")
            .max_height(most)
            .show(ui, |ui| {
                ui.set_width(ui.available_width());
                ui.spacing_mut().item_spacing.y = 4.0;
                for line in &mut conflict.lines {
                    let focus = line.clashes && std::mem::take(&mut conflict.take_focus);
                    line_ui(ui, line, definition, language, focus);
                    ui.add_space(8.0);
                }
            });
        ui.horizontal_wrapped(|ui| {
            let text = language.text("conflict-apply");
            let press = Button::new(&text).shortcut(model.shortcut(&Command::Save));
            let apply = press.enabled(!saving).secondary(ui);
            if std::mem::take(&mut conflict.take_focus) {
                apply.request_focus();
            }
            if apply.clicked() {
                model.actions.push(Command::Save);
            }
            let text = language.text("conflict-keep");
            if Button::new(&text).secondary(ui).clicked() {
                model.actions.push(Command::Discard);
            }
        });
    });
    ui.add_space(theme::GAP);
}

/// One thing: as it was, as it is stored now, as it is typed.
fn line_ui(ui: &mut Ui, line: &mut Line, definition: &Definition, language: Language, focus: bool) {
    let palette = Palette::of(ui);
    let Difference { theirs, mine } = &line.difference;
    let Some(any) = theirs.as_ref().or(mine.as_ref()) else {
        return;
    };
    let thing = definition.changed_thing(any, language);
    let unknown = || language.text("unknown").to_lowercase();
    let became = |change: &Option<Change>| {
        let change = change.as_ref()?;
        Some(definition.became(change, language))
    };
    let was = definition.both_sides(any, language).0;
    let versions = [
        ("conflict-was", Some(was.unwrap_or_else(unknown))),
        ("conflict-theirs", became(theirs)),
        ("conflict-mine", became(mine)),
    ];
    label_ui(ui, thing.as_str(), theme::strong(), palette.ink);
    for (id, version) in versions {
        let Some(version) = version else { continue };
        let label = format!("{}  ", language.text(id));
        version_ui(ui, &label, &version, &palette);
    }
    if !line.clashes {
        let id = match (theirs, mine) {
            (Some(_), None) => "conflict-takes-theirs",
            (None, _) => "conflict-takes-mine",
            (Some(_), Some(_)) => "conflict-takes-both",
        };
        label_ui(ui, language.text(id), theme::label(), palette.mute);
        return;
    }
    let offered: [ChoiceOption; 2] = [
        (MINE, "conflict-choose-mine"),
        (THEIRS, "conflict-choose-theirs"),
    ]
    .map(|(id, text)| ChoiceOption::new(id, language.text(text)));
    let label = language.say("conflict-which", &[("thing", thing.as_str().into())]);
    let id = Id::unique(("conflict", thing.as_str()));
    let before = line.chosen.clone();
    let response = choice_ui(ui, id, &label, &offered, &mut line.chosen, false);
    // One of both it is.
    if line.chosen.is_empty() {
        line.chosen = before;
    }
    if focus {
        response.request_focus();
    }
}

/// A version behind what it is, all of them under each other; a long one goes on where it began.
fn version_ui(ui: &mut Ui, label: &str, version: &str, palette: &Palette) {
    let format = |font, colour| TextFormat::simple(font, colour);
    let mut job = LayoutJob::default();
    job.append(label, 0.0, format(theme::label(), palette.mute));
    let width = ui.painter().layout_job(job.clone()).size().x;
    let room = (VERSION - width).max(0.0);
    job.append(version, room, format(theme::body(), palette.ink));
    ui.add(egui::Label::new(job).wrap());
}

impl CaseForm {
    /// The case was stored by somebody else while this was typed: both versions are laid beside each other.
    pub fn meets(&mut self, stored: Box<CaseFile>, definition: &Definition, model: &Model) {
        let (today, language) = (model.clock.today(), model.language);
        let Some(base) = self.case.as_ref().map(|case| case.state.clone()) else {
            return;
        };
        // It was written once already, or it would not have been refused.
        if let Some(mine) = self.write(definition, today, language) {
            self.conflict = Some(Conflict::new(stored, &base, &mine.state));
        }
    }

    /// Lays what was chosen over the version that was stored meanwhile, to be stored once more.
    pub fn settle(&mut self, definition: &Definition, model: &mut Model) {
        let Some(conflict) = self.conflict.take() else {
            return;
        };
        let today = model.clock.today();
        let mut settled = (*conflict.stored).clone();
        settled.state = conflict.settled();
        // A reopening stays one: as a mere change it would take the end away that the case had.
        let purpose = match self.purpose {
            Purpose::Reopen => Purpose::Reopen,
            _ => Purpose::Change,
        };
        let mut next = Self::of_case(definition, settled, purpose, today, &model.actor);
        if purpose == Purpose::Reopen
            && let Some(again) = self.inputs.texts.remove(END)
        {
            next.inputs.texts.insert(END.to_owned(), again);
        }
        next.case = Some(*conflict.stored);
        if let Some(reason) = self.inputs.texts.remove(REASON) {
            next.inputs.texts.insert(REASON.to_owned(), reason);
        }
        next.inputs.changes = self.inputs.changes;
        next.inputs.change();
        next.autosave = self.autosave.clone();
        *self = next;
        model.actions.push(Command::Save);
    }
}
