//! What concerns the window or its settings: colours, language, widths, another vault, a diagnosis.

use eframe::Frame;
use egui::Context;

use super::desk::Desk;
use super::overlay::Overlay;
use crate::desk::command::Command;
use crate::desk::frame::first_screen::FirstScreen;
use crate::desk::kit::divider::{Panels, STEP};
use crate::desk::kit::widgets::Tone;
use crate::desk::state::action::Look;
use crate::desk::state::settings::{Me, Size};
use crate::desk::transfer::backups_dialog::BackupsDialog;
use crate::desk::transfer::diagnose_dialog::DiagnoseDialog;
use crate::diagnosis::Graphics;
use crate::language::Language;

impl Desk {
    /// Runs what concerns the window or its settings. Gives back any other command.
    pub(super) fn run_in_window(
        &mut self,
        ctx: &Context,
        frame: &Frame,
        command: Command,
    ) -> Option<Command> {
        match command {
            Command::Theme => self.next_theme(ctx),
            Command::Larger => self.resize(ctx, |size| size.step(true)),
            Command::Smaller => self.resize(ctx, |size| size.step(false)),
            Command::UsualSize => self.resize(ctx, |_| Size::default()),
            Command::Language => self.other_language(),
            Command::Vaults => self.close_vault(),
            Command::Backups => self.open_backups(),
            Command::Diagnose => self.open_diagnosis(ctx, frame),
            Command::WiderNavigation => self.set_panels(|panels| panels.navigation.widen(STEP)),
            Command::NarrowerNavigation => self.set_panels(|panels| panels.navigation.widen(-STEP)),
            Command::WiderCase => self.set_panels(|panels| panels.case.widen(STEP)),
            Command::NarrowerCase => self.set_panels(|panels| panels.case.widen(-STEP)),
            Command::UsualPanels => self.set_panels(|panels| {
                panels.navigation.reset();
                panels.case.reset();
            }),
            Command::OpenWithView => {
                if let Some(session) = &self.session {
                    session.open_with_view(&mut self.settings, &mut self.model);
                    self.save_settings();
                }
            }
            command => return Some(command),
        }
        None
    }

    /// Makes panels wider, narrower, or as they usually are.
    fn set_panels(&mut self, set: impl Fn(&mut Panels)) {
        set(&mut self.settings.panels);
        self.save_settings();
    }

    /// The user is this from now on.
    pub(super) fn i_am(&mut self, me: Me) {
        self.model.set_actor(&me.name);
        self.settings.me = Some(me);
        self.who = None;
        self.save_settings();
    }

    /// Draws everything like this from now on.
    pub(super) fn look(&mut self, ctx: &Context, look: Look) {
        self.settings.theme = look.theme;
        self.settings.size = look.size;
        self.settings.density = look.density;
        self.show_look(ctx);
        self.save_settings();
    }

    /// Draws everything as the settings say.
    pub(super) fn show_look(&self, ctx: &Context) {
        ctx.set_theme(egui::ThemePreference::from(self.settings.theme));
        ctx.set_zoom_factor(self.settings.size.factor());
        self.settings.density.apply(ctx);
    }

    fn resize(&mut self, ctx: &Context, to: impl Fn(Size) -> Size) {
        self.settings.size = to(self.settings.size);
        self.show_look(ctx);
        let percent = [("percent", i64::from(self.settings.size.percent()).into())];
        let text = self.model.language.say("size-now", &percent);
        self.model.notify(text, Tone::Quiet);
        self.save_settings();
    }

    fn next_theme(&mut self, ctx: &Context) {
        self.settings.theme = self.settings.theme.next();
        self.show_look(ctx);
        let text = self.model.text(self.settings.theme.text_id());
        self.model.notify(text, Tone::Quiet);
        self.save_settings();
    }

    fn other_language(&mut self) {
        let other = match self.model.language {
            Language::Dutch => Language::English,
            Language::English => Language::Dutch,
        };
        self.model.language = other;
        self.settings.language = Some(other);
        self.model.message = None;
        self.save_settings();
    }

    fn close_vault(&mut self) {
        if let Some(mut session) = self.session.take() {
            session.leave_import(&mut self.model);
            session.forms.leave_case(&mut self.model);
            session.forms.leave_entry(&mut self.model);
        }
        self.overlay = None;
        let folder = self.model.vault.take().map(|vault| vault.folder);
        self.first_screen = FirstScreen::new(folder.as_deref());
        self.model.message = None;
    }

    /// Opens the dialog about the backups of the vault that is open, or that the first screen names.
    fn open_backups(&mut self) {
        let open = self.model.vault.as_ref().map(|vault| vault.folder.clone());
        let vault = open.unwrap_or_else(|| self.first_screen.folder());
        let dialog = BackupsDialog::open(vault, &mut self.model);
        self.overlay = Some(Overlay::Backups(Box::new(dialog)));
    }

    /// Opens the dialog that makes a diagnosis, with what is known of this window.
    fn open_diagnosis(&mut self, ctx: &Context, frame: &Frame) {
        let dialog = DiagnoseDialog::new(
            self.settings.facts(),
            Graphics::of_window(frame.wgpu_render_state(), ctx),
            self.settings.folder.as_deref(),
            self.model.clock.wall(),
        );
        self.overlay = Some(Overlay::Diagnose(Box::new(dialog)));
    }
}
