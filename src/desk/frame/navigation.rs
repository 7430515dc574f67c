//! The navigation beside every screen: overview and tasks, the registers by team with how many cases are open, the figures.

use egui::{Response, Ui, vec2};

use crate::desk::command::Command;
use crate::desk::kit::button::Button;
use crate::desk::kit::icons;
use crate::desk::kit::theme::{self, Palette};
use crate::desk::kit::widgets::label_ui;
use crate::desk::state::model::Model;
use crate::desk::state::route::Route;
use crate::register::{Definition, Registers};

/// How far the meeting in progress is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MeetingProgress {
    /// How many of its cases were discussed.
    pub handled: usize,
    /// How many cases it has.
    pub all: usize,
}

/// How much room the screens below the registers take, in points.
const BELOW_REGISTERS: f32 = 184.0;

/// Draws the navigation above its foot, which is so high, in points.
pub fn navigation_ui(
    ui: &mut Ui,
    model: &mut Model,
    route: &Route,
    meeting: Option<MeetingProgress>,
    foot: f32,
) {
    let palette = Palette::of(ui);
    ui.spacing_mut().item_spacing = vec2(8.0, 2.0);
    ui.add_space(14.0);
    ui.horizontal(|ui| {
        ui.add_space(10.0);
        label_ui(ui, icons::MARK, theme::icon(), palette.accent);
        label_ui(ui, "Peildatum", theme::heading(), palette.ink);
    });
    ui.add_space(10.0);
    let Some(vault) = &model.vault else { return };
    let registers = vault.registers.clone();
    screen_ui(ui, model, *route == Route::Overview, &OVERVIEW);
    work_ui(ui, model, route, meeting);
    registers_ui(ui, model, route, &registers, foot);
    section(ui, &model.text("navigation-figures"));
    for (screen, there) in [
        (FIGURES, Route::Figures),
        (INDICATORS, Route::Indicators),
        (FINANCES, Route::Finances),
        (MANAGE, Route::Manage),
    ] {
        screen_ui(ui, model, *route == there, &screen);
    }
}

/// The entry of a screen.
struct Screen {
    /// The id of its text.
    text: &'static str,
    icon: &'static str,
    command: Command,
}

impl Screen {
    const fn new(text: &'static str, icon: &'static str, command: Command) -> Self {
        Self {
            text,
            icon,
            command,
        }
    }
}

const OVERVIEW: Screen = Screen::new("overview", icons::OVERVIEW, Command::Overview);
const FIGURES: Screen = Screen::new("figures", icons::FIGURES, Command::Figures);
const INDICATORS: Screen = Screen::new("indicators", icons::INDICATORS, Command::Indicators);
const FINANCES: Screen = Screen::new("finances", icons::FINANCES, Command::Finances);
const MANAGE: Screen = Screen::new("manage", icons::MANAGE, Command::Manage);

fn screen_ui(ui: &mut Ui, model: &mut Model, selected: bool, screen: &Screen) {
    let label = model.text(screen.text);
    let button = Button::new(&label).icon(screen.icon);
    if button.entry(ui, selected, None).clicked() {
        model.actions.push(screen.command.clone());
    }
}

/// The tasks with how many of them are urgent, and the meeting in progress.
fn work_ui(ui: &mut Ui, model: &mut Model, route: &Route, meeting: Option<MeetingProgress>) {
    let language = model.language;
    let Some(vault) = &model.vault else { return };
    let count = vault.due_this_week();
    let work = language.text("work");
    let name = language.say("work-name", &[("count", (count as i64).into())]);
    let button = Button::new(&work).icon(icons::WORK).name(name);
    let count = (count > 0).then(|| language.count(count as i64));
    if button.entry(ui, *route == Route::Work, count).clicked() {
        model.actions.push(Command::Work);
    }
    if let Some(MeetingProgress { handled, all }) = meeting {
        let label = language.text("meeting");
        let count = Some(format!("{handled}/{all}"));
        let button = Button::new(&label).icon(icons::MEETING);
        if button.entry(ui, *route == Route::Meeting, count).clicked() {
            model.actions.push(Command::ResumeMeeting);
        }
    }
}

/// The registers, by team. They scroll: what stands below them stays in sight, however many there are.
fn registers_ui(ui: &mut Ui, model: &mut Model, route: &Route, registers: &Registers, foot: f32) {
    let language = model.language;
    egui::ScrollArea::vertical()
        .max_height(ui.available_height() - BELOW_REGISTERS - foot)
        .auto_shrink([false, false])
        .show(ui, |ui| {
            // Wherever the keys or the search went, its register comes into view.
            let shown = ui.scope_id().with("route");
            let before = ui.data_mut(|data| data.get_temp::<Route>(shown));
            let moved = before.as_ref() != Some(route);
            ui.data_mut(|data| data.insert_temp(shown, route.clone()));
            let mut team = "";
            for register in registers.all() {
                if register.team != team {
                    team = &register.team;
                    let team_label = register.team_label.text(language);
                    heading(ui, team_label, register.label.text(language));
                }
                let selected = *route == Route::Register(register.id.clone());
                let response = register_ui(ui, model, register, registers, selected);
                if response.gained_focus() || (selected && moved) {
                    response.scroll_to_me(None);
                }
            }
        });
}

/// The entry of a register, with how many of its cases are open and whether drafts wait in it.
fn register_ui(
    ui: &mut Ui,
    model: &mut Model,
    register: &Definition,
    registers: &Registers,
    selected: bool,
) -> Response {
    let language = model.language;
    let command = Command::Register(register.id.clone());
    let mut name = command.label(registers, language);
    let vault = model.vault.as_ref();
    let count = vault.and_then(|vault| vault.running(&register.id));
    let count = count.filter(|count| *count > 0).map(|count| {
        let cases = register.case_word(count).text(language);
        let arguments = [("shown", (count as i64).into()), ("cases", cases.into())];
        let running = language.say("list-subtitle-running", &arguments);
        name = format!("{name}, {running}");
        language.count(count as i64)
    });
    let drafts = vault.map_or(0, |vault| {
        let drafts = vault.drafts.iter();
        drafts.filter(|draft| draft.register == register.id).count()
    });
    let count = match i64::try_from(drafts) {
        Ok(drafts @ 1..) => {
            let waiting = language.say("drafts", &[("count", drafts.into())]);
            name = format!("{name}, {}", waiting.to_lowercase());
            let count = count.unwrap_or_default();
            Some(format!("{}  {count}", icons::DRAFT))
        }
        _ => count,
    };
    let label = register.label.text(language);
    let button = Button::new(label).icon(&register.icon).name(name);
    let response = button.entry(ui, selected, count);
    if response.clicked() {
        model.actions.push(command);
    }
    response
}

/// The heading above the registers of a team. A team with the name of its register needs none.
fn heading(ui: &mut Ui, team: &str, register: &str) {
    if team == register {
        ui.add_space(10.0);
    } else {
        section(ui, team);
    }
}

fn section(ui: &mut Ui, label: &str) {
    ui.add_space(10.0);
    ui.horizontal(|ui| {
        ui.add_space(10.0);
        label_ui(ui, label, theme::label(), Palette::of(ui).mute);
    });
    ui.add_space(2.0);
}
