//! The navigation beside every screen: the registers by team with what runs now, then what is published.

use egui::{Align, Layout, Popup, Ui, vec2};

use crate::desk::command::Command;
use crate::desk::kit::button::Button;
use crate::desk::kit::icons;
use crate::desk::kit::theme::{self, Palette};
use crate::desk::kit::widgets::say;
use crate::desk::parts::command_menu::commands_ui;
use crate::desk::state::model::Model;
use crate::desk::state::route::Route;

/// The navigation: registers by team with what runs now, then what is published.
pub fn navigation_ui(
    ui: &mut Ui,
    model: &mut Model,
    route: &Route,
    meeting: Option<(usize, usize)>,
) {
    let palette = Palette::of(ui);
    let language = model.language;
    ui.spacing_mut().item_spacing = vec2(8.0, 2.0);
    ui.add_space(14.0);
    ui.horizontal(|ui| {
        ui.add_space(10.0);
        say(ui, icons::MARK, theme::icon(), palette.accent);
        say(ui, "Peildatum", theme::heading(), palette.ink);
    });
    ui.add_space(10.0);
    let Some(vault) = &model.vault else { return };
    let registers = vault.registers.clone();
    let drafts_of = |id: &str| {
        let drafts = vault.drafts.iter();
        drafts.filter(|draft| draft.register == id).count()
    };
    let counts: Vec<(Option<u64>, usize)> = registers
        .all()
        .iter()
        .map(|register| (vault.running(&register.id), drafts_of(&register.id)))
        .collect();
    let overview = language.text("overview");
    let press = Button::new(&overview).icon(icons::OVERVIEW);
    if press.entry(ui, *route == Route::Overview, None).clicked() {
        model.actions.push(Command::Overview);
    }
    work_ui(ui, model, route, meeting);
    // What is published, and what is managed, stay in sight below the registers, however many there are.
    let bottom = 230.0;
    let height = ui.available_height() - bottom;
    egui::ScrollArea::vertical()
        .max_height(height)
        .auto_shrink([false, false])
        .show(ui, |ui| {
            // Wherever the keys or the search went, its register comes into view.
            let shown = ui.scope_id().with("route");
            let before = ui.data_mut(|data| data.get_temp::<Route>(shown));
            let moved = before.as_ref() != Some(route);
            ui.data_mut(|data| data.insert_temp(shown, route.clone()));
            let mut team = "";
            for (register, (count, drafts)) in registers.all().iter().zip(counts) {
                if register.team != team {
                    team = &register.team;
                    heading(
                        ui,
                        register.team_label.text(language),
                        register.label.text(language),
                    );
                }
                let command = Command::Register(register.id.clone());
                let selected = *route == Route::Register(register.id.clone());
                let label = register.label.text(language);
                let mut name = command.label(&registers, language);
                let count = count.filter(|count| *count > 0).map(|count| {
                    let words = &register.case_words;
                    let cases = if count == 1 { &words.one } else { &words.many };
                    let running = language.say(
                        "list-subtitle-running",
                        &[
                            ("shown", (count as i64).into()),
                            ("cases", cases.text(language).into()),
                        ],
                    );
                    name = format!("{name}, {running}");
                    language.count(count as i64)
                });
                let count = match i64::try_from(drafts) {
                    Ok(drafts @ 1..) => {
                        let waits = language.say("drafts", &[("count", drafts.into())]);
                        name = format!("{name}, {}", waits.to_lowercase());
                        let count = count.unwrap_or_default();
                        Some(format!("{}  {count}", icons::DRAFT))
                    }
                    _ => count,
                };
                let press = Button::new(label).icon(&register.icon).name(name);
                let response = press.entry(ui, selected, count);
                if response.clicked() {
                    model.actions.push(command);
                }
                if response.gained_focus() || (selected && moved) {
                    response.scroll_to_me(None);
                }
            }
        });
    section(ui, &language.text("navigation-figures"));
    let figures = language.text("figures");
    let press = Button::new(&figures).icon(icons::FIGURES);
    if press.entry(ui, *route == Route::Figures, None).clicked() {
        model.actions.push(Command::Figures);
    }
    for (text, icon, there, command) in [
        (
            "indicators",
            icons::INDICATORS,
            Route::Indicators,
            Command::Indicators,
        ),
        (
            "finances",
            icons::FINANCES,
            Route::Finances,
            Command::Finances,
        ),
    ] {
        let label = language.text(text);
        let press = Button::new(&label).icon(icon);
        if press.entry(ui, *route == there, None).clicked() {
            model.actions.push(command);
        }
    }
    let manage = language.text("manage");
    let press = Button::new(&manage).icon(icons::MANAGE);
    if press.entry(ui, *route == Route::Manage, None).clicked() {
        model.actions.push(Command::Manage);
    }
    ui.with_layout(Layout::bottom_up(Align::Min), |ui| {
        ui.add_space(8.0);
        let manage = language.text("navigation-manage");
        let press = Button::new(&manage).icon(icons::THEME);
        let response = press.entry(ui, false, None);
        Popup::menu(&response).accessible_name(&manage).show(|ui| {
            ui.set_width(240.0);
            let all = Command::all(&registers).into_iter();
            let set = [
                Command::Theme,
                Command::Language,
                Command::Vaults,
                Command::Diagnose,
            ];
            let managed = all.filter(|command| set.contains(command));
            let commands = managed.chain([Command::Help]);
            model
                .actions
                .extend(commands_ui(ui, commands, &registers, language));
        });
    });
}

/// What is to be done, with how much of it presses, and the meeting that goes on.
fn work_ui(ui: &mut Ui, model: &mut Model, route: &Route, meeting: Option<(usize, usize)>) {
    let language = model.language;
    let Some(vault) = &model.vault else { return };
    let count = vault.due_this_week();
    let work = language.text("work");
    let told = language.say("work-name", &[("count", (count as i64).into())]);
    let press = Button::new(&work).icon(icons::WORK).name(told);
    let count = (count > 0).then(|| language.count(count as i64));
    if press.entry(ui, *route == Route::Work, count).clicked() {
        model.actions.push(Command::Work);
    }
    if let Some((handled, all)) = meeting {
        let label = language.text("meeting");
        let count = Some(format!("{handled}/{all}"));
        let press = Button::new(&label).icon(icons::MEETING);
        if press.entry(ui, *route == Route::Meeting, count).clicked() {
            model.actions.push(Command::ResumeMeeting);
        }
    }
}

/// Begins the registers of a team. A team that is called as its register is needs no heading of its own.
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
        say(ui, label, theme::label(), Palette::of(ui).mute);
    });
    ui.add_space(2.0);
}
