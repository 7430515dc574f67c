//! What stands around every screen: the navigation, the search field, the reference date, and the status bar.

use std::path::Path;

use chrono::NaiveDate;
use egui::{Align, Frame, Id, Layout, Margin, Popup, PopupCloseBehavior, Stroke, Ui, vec2};

use super::command::Command;
pub use super::header::page_header;
use super::icons;
use super::menu::commands_ui;
use super::model::Model;
use super::press::Press;
use super::reference::Reference;
use super::sheet::typed_day;
use super::theme::{self, Palette};
use super::widgets::{Tone, say, text_field};
use super::worker::Request;
use crate::figures::Step;
use crate::language::{Explain, Language};

/// Which entry of the navigation is on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// A register.
    Register(String),
    /// Everything at a glance.
    Overview,
    /// The figures.
    Figures,
    /// What is to be done.
    Work,
    /// The meeting about a list of cases.
    Meeting,
    /// What the years were to come to, and what they came to.
    Indicators,
    /// Whether the amounts of a programme add up.
    Finances,
    /// The lists and definitions.
    Manage,
}

/// The reference date that is being typed.
pub struct TypedDate {
    text: String,
    /// Whether it was only just opened, and is to take the keyboard.
    fresh: bool,
}

impl TypedDate {
    /// With this date to begin with.
    pub fn new(text: String) -> Self {
        Self { text, fresh: true }
    }
}

/// The navigation: registers by team with what runs now, then what is published.
pub fn navigation_ui(ui: &mut Ui, model: &mut Model, place: &Place) {
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
    let press = Press::new(&overview).icon(icons::OVERVIEW);
    if press.entry(ui, *place == Place::Overview, None).clicked() {
        model.commands.push(Command::Overview);
    }
    work_ui(ui, model, place);
    // What is published, and what is managed, stay in sight below the registers, however many there are.
    let bottom = 230.0;
    let height = ui.available_height() - bottom;
    egui::ScrollArea::vertical()
        .max_height(height)
        .auto_shrink([false, false])
        .show(ui, |ui| {
            // Wherever the keys or the search went, its register comes into view.
            let shown = ui.scope_id().with("place");
            let before = ui.data_mut(|data| data.get_temp::<Place>(shown));
            let moved = before.as_ref() != Some(place);
            ui.data_mut(|data| data.insert_temp(shown, place.clone()));
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
                let selected = *place == Place::Register(register.id.clone());
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
                let press = Press::new(label).icon(&register.icon).name(name);
                let response = press.entry(ui, selected, count);
                if response.clicked() {
                    model.commands.push(command);
                }
                if response.gained_focus() || (selected && moved) {
                    response.scroll_to_me(None);
                }
            }
        });
    section(ui, &language.text("navigation-figures"));
    let figures = language.text("figures");
    let press = Press::new(&figures).icon(icons::FIGURES);
    if press.entry(ui, *place == Place::Figures, None).clicked() {
        model.commands.push(Command::Figures);
    }
    for (text, icon, there, command) in [
        (
            "indicators",
            icons::INDICATORS,
            Place::Indicators,
            Command::Indicators,
        ),
        (
            "finances",
            icons::FINANCES,
            Place::Finances,
            Command::Finances,
        ),
    ] {
        let label = language.text(text);
        let press = Press::new(&label).icon(icon);
        if press.entry(ui, *place == there, None).clicked() {
            model.commands.push(command);
        }
    }
    let manage = language.text("manage");
    let press = Press::new(&manage).icon(icons::MANAGE);
    if press.entry(ui, *place == Place::Manage, None).clicked() {
        model.commands.push(Command::Manage);
    }
    ui.with_layout(Layout::bottom_up(Align::Min), |ui| {
        ui.add_space(8.0);
        let manage = language.text("navigation-manage");
        let press = Press::new(&manage).icon(icons::THEME);
        let response = press.entry(ui, false, None);
        Popup::menu(&response).accessible_name(&manage).show(|ui| {
            ui.set_width(240.0);
            let all = Command::all(&registers).into_iter();
            let set = [Command::Theme, Command::Language, Command::Vaults];
            let managed = all.filter(|command| set.contains(command));
            let commands = managed.chain([Command::Help]);
            model
                .commands
                .extend(commands_ui(ui, commands, &registers, language));
        });
    });
}

/// What is to be done, with how much of it presses, and the meeting that goes on.
fn work_ui(ui: &mut Ui, model: &mut Model, place: &Place) {
    let language = model.language;
    let Some(vault) = &model.vault else { return };
    let count = vault.pressing();
    let work = language.text("work");
    let told = language.say("work-name", &[("count", (count as i64).into())]);
    let press = Press::new(&work).icon(icons::WORK).name(told);
    let count = (count > 0).then(|| language.count(count as i64));
    if press.entry(ui, *place == Place::Work, count).clicked() {
        model.commands.push(Command::Work);
    }
    if let Some((handled, all)) = model.meeting {
        let label = language.text("meeting");
        let count = Some(format!("{handled}/{all}"));
        let press = Press::new(&label).icon(icons::MEETING);
        if press.entry(ui, *place == Place::Meeting, count).clicked() {
            model.commands.push(Command::ResumeMeeting);
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

/// Search on the left; the period and the reference date on the right.
pub fn top_bar_ui(ui: &mut Ui, model: &mut Model, typed_date: &mut Option<TypedDate>) {
    let palette = Palette::of(ui);
    let language = model.language;
    let Some(vault) = &model.vault else { return };
    let registers = vault.registers.clone();
    let reference = vault.reference;
    ui.horizontal_centered(|ui| {
        ui.add_space(theme::PAGE - 8.0);
        let hint = language.text("search-hint");
        let width = (ui.available_width() - 466.0).clamp(120.0, 420.0);
        let search = Press::new(&hint)
            .icon(icons::SEARCH)
            .shortcut(Command::Search.shortcut(&registers))
            .name(Command::Search.label(&registers, language))
            .width(width);
        if search.button(ui).clicked() {
            model.commands.push(Command::Search);
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            ui.add_space(theme::PAGE - 8.0);
            ui.spacing_mut().item_spacing.x = 4.0;
            let arrow = |ui: &mut Ui, icon: &str, command: Command| {
                let label = command.label(&registers, language);
                let keys = command.shortcut(&registers).unwrap_or_default();
                let press = Press::new("").icon(icon).name(&label);
                press
                    .button(ui)
                    .on_hover_text(format!("{label} ({keys})"))
                    .clicked()
            };
            if arrow(ui, icons::NEXT, Command::NextPeriod) {
                model.commands.push(Command::NextPeriod);
            }
            date_ui(ui, model, reference, typed_date);
            if arrow(ui, icons::PREVIOUS, Command::PreviousPeriod) {
                model.commands.push(Command::PreviousPeriod);
            }
            ui.add_space(4.0);
            let period = language.say("top-period", &[("period", reference.name(language).into())]);
            let response = Press::new(&period).after(icons::MORE).button(ui);
            Popup::menu(&response).accessible_name(&period).show(|ui| {
                ui.set_width(200.0);
                for (_, step) in Step::NAMES {
                    let command = Command::Period(step);
                    let label = command.label(&registers, language);
                    if Press::new(&label)
                        .entry(ui, reference.step == step, None)
                        .clicked()
                    {
                        model.commands.push(command);
                    }
                }
            });
        });
    });
    let line = Stroke::new(1.0, palette.line);
    let rect = ui.max_rect();
    ui.painter()
        .hline(rect.x_range(), rect.bottom() - 0.5, line);
}

/// The reference date, and below it the ways to another one.
fn date_ui(
    ui: &mut Ui,
    model: &mut Model,
    reference: Reference,
    open_date: &mut Option<TypedDate>,
) {
    let language = model.language;
    let date = language.date(reference.date);
    let text = language.say("top-reference-date", &[("date", date.as_str().into())]);
    let response = Press::new(&text).icon(icons::DATE).reference(ui);
    if response.clicked() {
        *open_date = match open_date {
            Some(_) => None,
            None => Some(TypedDate::new(date)),
        };
    }
    let Some(typed) = open_date else { return };
    let mut open = true;
    let mut chosen: Option<NaiveDate> = None;
    let id = Id::unique("reference date");
    Popup::from_response(&response)
        .open_bool(&mut open)
        .accessible_name(language.text("command-choose-date"))
        .close_behavior(PopupCloseBehavior::CloseOnClickOutside)
        .show(|ui| {
            ui.set_width(252.0);
            let read = typed_day(&typed.text, reference.today);
            let fault = read
                .as_ref()
                .err()
                .filter(|_| !typed.text.trim().is_empty());
            let fault = fault.map(|problem| problem.explain(language));
            let label = language.text("reference-date");
            let field = text_field(
                ui,
                id,
                &label,
                &mut typed.text,
                &language.text("date-hint"),
                fault.as_deref(),
                236.0,
            );
            if std::mem::take(&mut typed.fresh) {
                field.request_focus();
                select_all(ui, id, typed.text.chars().count());
            }
            if field.lost_focus() && ui.input(|input| input.key_pressed(egui::Key::Enter)) {
                chosen = read.ok();
            }
            ui.add_space(4.0);
            for (id, date) in ends(reference) {
                let label = language.text(id);
                if Press::new(&label)
                    .entry(ui, false, Some(language.date(date)))
                    .clicked()
                {
                    chosen = Some(date);
                }
            }
        });
    if let Some(date) = chosen {
        if let Some(vault) = &mut model.vault {
            vault.reference.date = date;
        }
        open = false;
    }
    if !open {
        *open_date = None;
    }
}

fn select_all(ui: &Ui, id: Id, length: usize) {
    let mut state = egui::text_edit::TextEditState::load(ui, id).unwrap_or_default();
    let all = egui::text::CCursorRange::two(
        egui::text::CCursor::new(0),
        egui::text::CCursor::new(length),
    );
    state.cursor.set_char_range(Some(all));
    state.store(ui, id);
}

/// The dates people ask for most: today, and the ends of the month, quarter and year before.
fn ends(reference: Reference) -> [(&'static str, NaiveDate); 4] {
    let before = |step: Step| {
        let from = step.containing(reference.today).from;
        from.pred_opt().unwrap_or(from)
    };
    [
        ("date-today", reference.today),
        ("date-end-of-month", before(Step::Month)),
        ("date-end-of-quarter", before(Step::Quarter)),
        ("date-end-of-year", before(Step::Year)),
    ]
}

/// What was done last, where the vault is, and where the help is.
pub fn status_bar_ui(ui: &mut Ui, model: &mut Model) {
    let palette = Palette::of(ui);
    let language = model.language;
    let line = Stroke::new(1.0, palette.line);
    let rect = ui.max_rect();
    ui.painter().hline(rect.x_range(), rect.top() + 0.5, line);
    ui.horizontal_centered(|ui| {
        ui.add_space(theme::PAGE - 8.0);
        if model.busy > 0 {
            ui.add(egui::Spinner::new().size(14.0));
            say(
                ui,
                language.text("status-busy"),
                theme::label(),
                palette.mute,
            );
        } else {
            let drafts = model.vault.as_ref().map_or(0, |vault| vault.drafts.len());
            let (text, tone) = match (&model.message, i64::try_from(drafts)) {
                (Some((text, tone)), _) => (text.clone(), *tone),
                (None, Ok(count @ 1..)) => {
                    let text = language.say("status-drafts", &[("count", count.into())]);
                    (text, Tone::Quiet)
                }
                (None, _) => (language.text("status-saved"), Tone::Quiet),
            };
            let colour = if tone == Tone::Quiet {
                palette.mute
            } else {
                tone.colours(&palette).0
            };
            let room = ui.available_width() - beside_message(ui, model);
            let text = egui::RichText::new(text).font(theme::label()).color(colour);
            ui.scope(|ui| {
                ui.set_max_width(room.max(120.0));
                let said = ui.add(egui::Label::new(text).truncate());
                // What was stored or refused is said without being looked for.
                ui.ctx().accesskit_node_builder(said.id, |node| {
                    node.set_live(egui::accesskit::Live::Polite);
                });
            });
            follow_up_ui(ui, model);
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            ui.add_space(theme::PAGE - 8.0);
            let help = language.text("status-help");
            if Press::new(&help).small(ui).clicked() {
                model.commands.push(Command::Help);
            }
            ui.add_space(12.0);
            if let Some(vault) = &model.vault {
                let folder = vault.folder.display().to_string();
                let text = vault_text(&vault.folder, language);
                say(ui, text, theme::label(), palette.mute).on_hover_text(folder);
            }
        });
    });
}

/// Which vault is open.
fn vault_text(folder: &Path, language: Language) -> String {
    let name = folder.file_name().unwrap_or(folder.as_os_str());
    let name = name.to_string_lossy().into_owned();
    language.say("status-vault", &[("vault", name.into())])
}

/// How much room in the status bar is taken by what stands beside the message, all of which is short.
fn beside_message(ui: &Ui, model: &Model) -> f32 {
    let language = model.language;
    let letters = |text: String| {
        let colour = Palette::of(ui).mute;
        let laid = ui.painter().layout_no_wrap(text, theme::label(), colour);
        laid.size().x + ui.spacing().item_spacing.x
    };
    // A quiet action has its icon and some air beside its words.
    let mut taken = theme::PAGE + 24.0 + letters(language.text("status-help"));
    if let Some(vault) = &model.vault {
        taken += letters(vault_text(&vault.folder, language));
    }
    if let Some((label, keys)) = offered(model) {
        taken += 60.0 + letters(format!("{label} {}", keys.unwrap_or_default()));
    }
    if model.made.is_some() {
        taken += 44.0 + letters(language.text("paper-open"));
    }
    taken
}

/// What is offered about what was said last, with its keys.
fn offered(model: &Model) -> Option<(String, Option<String>)> {
    let offer = model.offer.as_ref()?;
    let registers = &model.vault.as_ref()?.registers;
    let label = offer.label(registers, model.language);
    Some((label, offer.shortcut(registers)))
}

/// What can be done about what was said last: undo it, or open it.
fn follow_up_ui(ui: &mut Ui, model: &mut Model) {
    let language = model.language;
    if let (Some((label, keys)), Some(offer)) = (offered(model), model.offer.clone()) {
        let icon = match offer {
            Command::Redo => icons::REDO,
            _ => icons::UNDO,
        };
        let press = Press::new(&label).icon(icon).shortcut(keys);
        if press.small(ui).clicked() {
            model.commands.push(offer);
        }
    }
    if let Some(file) = model.made.clone() {
        let text = language.text("paper-open");
        if Press::new(&text).icon(icons::PAPER).small(ui).clicked() {
            model.ask(Request::OpenFile(file));
        }
    }
}

/// The frame of a page.
pub fn page_frame(palette: &Palette) -> Frame {
    let margin = theme::PAGE as i8;
    Frame::new().fill(palette.background).inner_margin(Margin {
        left: margin,
        right: margin,
        top: 18,
        bottom: 16,
    })
}
