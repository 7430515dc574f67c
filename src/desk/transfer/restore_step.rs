//! The step in which a backup is put back: what that changes, for which teams, and the last question.

use chrono::{DateTime, Utc};
use egui::{ScrollArea, Ui};

use crate::desk::backend::backup_book::BackupChoice;
use crate::desk::command::Command;
use crate::desk::kit::button::Button;
use crate::desk::kit::icons;
use crate::desk::kit::theme::{self, Palette};
use crate::desk::kit::widgets::{Tone, busy_ui, label_ui, notice, paragraph};
use crate::desk::state::model::Model;
use crate::language::Language;
use crate::store::{RestorePlan, SHARED_TEAM, TeamDifference};

/// How much room what would change takes at most.
const CHANGES: f32 = 230.0;

/// A backup that is about to be put back.
pub struct RestoreStep {
    /// The backup.
    pub choice: BackupChoice,
    made: DateTime<Utc>,
    /// None until it is known what would change.
    plan: Option<RestorePlan>,
    /// Whether the file of each team of the plan is put back, where that changes anything.
    chosen: Vec<bool>,
    take_focus: bool,
}

/// What the user wants.
pub enum Restoring {
    /// Nothing yet.
    Thinking,
    /// Back to the list.
    Cancel,
    /// Put the files of these teams back.
    Now(Vec<String>),
}

impl RestoreStep {
    /// Of this backup, that was made then.
    pub fn new(choice: BackupChoice, made: DateTime<Utc>) -> Self {
        Self {
            choice,
            made,
            plan: None,
            chosen: Vec::new(),
            take_focus: true,
        }
    }

    /// What would change arrived. Where files cannot be read, they alone are put back: the others lose nothing.
    pub fn on_plan(&mut self, plan: RestorePlan) {
        let broken = plan.teams.iter().any(|team| team.difference.is_err());
        let teams = plan.teams.iter();
        self.chosen = teams
            .map(|team| match broken {
                true => team.difference.is_err(),
                false => team.changes(),
            })
            .collect();
        self.plan = Some(plan);
    }

    /// The title of the dialog.
    pub fn title(&self, language: Language) -> String {
        let when = [("when", language.moment(self.made).into())];
        language.say("restore-title", &when)
    }

    /// Draws it.
    pub fn ui(&mut self, ui: &mut Ui, model: &Model) -> Restoring {
        let language = model.language;
        let Some(plan) = &self.plan else {
            ui.horizontal(|ui| busy_ui(ui, language.text("status-busy")));
            return self.buttons_ui(ui, false, model);
        };
        let palette = Palette::of(ui);
        let days = language.say("restore-days", &[("days", plan.days.into())]);
        paragraph(ui, &days, theme::body(), palette.ink);
        if !plan.teams.iter().any(TeamDifference::changes) {
            paragraph(
                ui,
                &language.text("restore-all-same"),
                theme::body(),
                palette.ink,
            );
            return self.buttons_ui(ui, false, model);
        }
        let several = plan.teams.iter().filter(|team| team.changes()).count() > 1;
        if several {
            label_ui(
                ui,
                language.text("restore-which"),
                theme::label(),
                palette.mute,
            );
            ui.horizontal_wrapped(|ui| {
                for (team, chosen) in plan.teams.iter().zip(&mut self.chosen) {
                    let name = team_name(&team.team, model);
                    if team.changes() && Button::new(&name).option(ui, *chosen).clicked() {
                        *chosen = !*chosen;
                    }
                }
            });
        }
        ScrollArea::vertical().max_height(CHANGES).show(ui, |ui| {
            let teams = plan.teams.iter().zip(&self.chosen);
            for (team, _) in teams.filter(|(_, chosen)| **chosen) {
                label_ui(
                    ui,
                    team_name(&team.team, model),
                    theme::strong(),
                    palette.ink,
                );
                for line in team.lines(language) {
                    paragraph(ui, &line, theme::body(), palette.ink);
                }
            }
        });
        notice(
            ui,
            icons::BACKUPS,
            &language.text("restore-keeps"),
            Tone::Quiet,
        );
        self.buttons_ui(ui, true, model)
    }

    fn buttons_ui(&mut self, ui: &mut Ui, can: bool, model: &Model) -> Restoring {
        let language = model.language;
        let mut wanted = Restoring::Thinking;
        ui.add_space(4.0);
        ui.horizontal(|ui| {
            let text = language.text("restore-now");
            let can = can && self.chosen.contains(&true) && !model.is_busy();
            let button = Button::new(&text).icon(icons::BACKUPS).enabled(can);
            if button.primary(ui).clicked() {
                wanted = Restoring::Now(self.teams());
            }
            let text = language.text("restore-cancel");
            let keys = model.shortcut(&Command::Close);
            let cancel = Button::new(&text).shortcut(keys).secondary(ui);
            if std::mem::take(&mut self.take_focus) {
                cancel.request_focus();
            }
            if cancel.clicked() {
                wanted = Restoring::Cancel;
            }
        });
        wanted
    }

    /// The teams whose files are put back.
    fn teams(&self) -> Vec<String> {
        let teams = self.plan.iter().flat_map(|plan| &plan.teams);
        let chosen = teams.zip(&self.chosen).filter(|(_, chosen)| **chosen);
        chosen.map(|(team, _)| team.team.clone()).collect()
    }
}

/// What a team is called on the screen: by its registers, or the file that all share.
fn team_name(team: &str, model: &Model) -> String {
    let registers = model.vault.iter().flat_map(|vault| vault.registers.all());
    let own = registers.into_iter().find(|register| register.team == team);
    match own {
        Some(register) => register.team_label.text(model.language).to_owned(),
        None if team == SHARED_TEAM => model.text("restore-shared"),
        None => team.to_owned(),
    }
}
