//! The desk itself: what the window knows, the screens of the open vault, and the dialog over them.

use egui::accesskit::Role;
use egui::{Context, Frame, Margin, Panel, Rect, Ui};

use super::overlay::Overlay;
use crate::clock::Clock;
use crate::desk::backend::clipboard::Clipboard;
use crate::desk::backend::protocol::Request;
use crate::desk::backend::worker::Worker;
use crate::desk::form::autosave::NO_TIME;
use crate::desk::frame::banner::{banner_ui, long_message_ui};
use crate::desk::frame::first_screen::{FirstScreen, first_screen_ui};
use crate::desk::frame::foot::{self, foot_ui};
use crate::desk::frame::navigation::{MeetingProgress, navigation_ui};
use crate::desk::frame::status_bar::status_bar_ui;
use crate::desk::frame::top_bar::top_bar_ui;
use crate::desk::frame::who::WhoForm;
use crate::desk::kit::accessible;
use crate::desk::kit::divider::divider_ui;
use crate::desk::kit::key_queue::KeyQueue;
use crate::desk::kit::last_input::note_input;
use crate::desk::kit::theme::{self, Palette};
use crate::desk::kit::widgets::Tone;
use crate::desk::session::screens::Session;
use crate::desk::state::model::Model;
use crate::desk::state::pending::Pending;
use crate::desk::state::route;
use crate::desk::state::settings::{Me, Settings};

/// Where and by whom the desk is used.
#[derive(Clone)]
pub struct Workplace {
    /// What the user likes.
    pub settings: Settings,
    /// Who works here, as the system knows him: his name in the history of cases until he gives another one.
    pub actor: String,
    /// What time it is.
    pub clock: Clock,
    /// Where tables are copied to.
    pub clipboard: Clipboard,
}

/// The desk.
pub struct Desk {
    pub(super) model: Model,
    pub(super) settings: Settings,
    /// The screens of the open vault; none while none is open.
    pub(super) session: Option<Session>,
    /// The dialog over the screen.
    pub(super) overlay: Option<Overlay>,
    pub(super) first_screen: FirstScreen,
    /// The question who the user is, until it is answered.
    pub(super) who: Option<WhoForm>,
    clipboard: Clipboard,
}

impl Desk {
    /// The desk with the vault of its settings opening, or the first screen.
    pub fn new(ctx: &Context, workplace: Workplace, worker: Worker) -> Self {
        let Workplace {
            settings,
            actor,
            clock,
            clipboard,
        } = workplace;
        ctx.add_plugin(KeyQueue::default());
        theme::apply(ctx);
        // The commands for the size have these keys, and keep what is chosen.
        ctx.options_mut(|options| options.zoom_with_keyboard = false);
        let named = settings.named_language.or(settings.language);
        let language = named.unwrap_or_default();
        let who = settings
            .me
            .is_none()
            .then(|| WhoForm::new(&Me::named(&actor)));
        let mut model = Model::new(worker, clock, actor, language);
        if let Some(me) = &settings.me {
            model.set_actor(&me.name);
        }
        if let Some(folder) = &settings.vault {
            model.ask_for(Pending::Vault, Request::Open(folder.clone()));
        }
        let desk = Self {
            model,
            first_screen: FirstScreen::new(settings.vault.as_deref()),
            settings,
            session: None,
            overlay: None,
            who,
            clipboard,
        };
        desk.show_look(ctx);
        desk
    }

    /// Keeps the settings; where that fails it is said.
    pub(super) fn save_settings(&mut self) {
        if let Err(error) = self.settings.save() {
            let reason = [("reason", error.to_string().into())];
            let text = self.model.language.say("settings-not-saved", &reason);
            self.model.notify(text, Tone::Warn);
        }
    }

    /// What is to be done follows from the day: it is asked anew when a day begins.
    fn new_day(&mut self) {
        let today = self.model.clock.today();
        let Some(vault) = &mut self.model.vault else {
            return;
        };
        if vault.set_today(today) {
            let registers = vault.registers.clone();
            for register in registers.ids() {
                self.model.ask(Request::Tasks(register.to_owned()));
            }
        }
    }

    fn first_screen_ui(&mut self, ui: &mut Ui) {
        let palette = Palette::of(ui);
        egui::CentralPanel::default()
            .frame(Frame::new().fill(palette.background))
            .show(ui, |ui| {
                accessible::panel(ui, Role::Main, &self.model.text("landmark-page"));
                egui::ScrollArea::vertical()
                    .auto_shrink(false)
                    .show(ui, |ui| {
                        first_screen_ui(ui, &mut self.first_screen, &mut self.model);
                    });
            });
    }

    /// The frame and the page of an open vault.
    fn session_ui(&mut self, ui: &mut Ui) {
        let Some(session) = &mut self.session else {
            return;
        };
        let (model, palette) = (&mut self.model, Palette::of(ui));
        let side = Frame::new()
            .fill(palette.side)
            .inner_margin(Margin::symmetric(10, 0));
        let width = self.settings.panels.navigation.show(232.0, 200.0..=360.0);
        let meeting = session.meeting.as_ref().map(|meeting| {
            let (handled, all) = meeting.progress();
            MeetingProgress { handled, all }
        });
        let me = self.settings.me.clone();
        let me = me.unwrap_or_else(|| Me::named(&model.user));
        // In a low window the registers need the room; the name is changed in the menu below it.
        let who = self.who.as_mut().filter(|_| foot::has_room_to_ask(ui));
        let navigation = Panel::left("navigation")
            .exact_size(width)
            .resizable(false)
            .frame(side)
            .show(ui, |ui| {
                accessible::panel(ui, Role::Navigation, &model.text("landmark-navigation"));
                let foot = foot::height(who.is_some());
                navigation_ui(ui, model, &session.route, meeting, foot);
                foot_ui(ui, &me, who, model);
            });
        let bar = Frame::new().fill(palette.panel);
        let typing = session.typed_date.is_some();
        Panel::top("top bar")
            .exact_size(52.0)
            .show_separator_line(false)
            .frame(bar)
            .show(ui, |ui| {
                accessible::panel(ui, Role::Banner, &model.text("landmark-top-bar"));
                top_bar_ui(ui, model, &mut session.typed_date);
            });
        if typing && session.typed_date.is_none() {
            session.take_keyboard(model);
        }
        banner_ui(ui, model);
        let status_bar = Panel::bottom("status bar")
            .exact_size(28.0)
            .show_separator_line(false)
            .frame(bar)
            .show(ui, |ui| {
                let name = model.text("landmark-status-bar");
                let id = accessible::panel(ui, Role::ContentInfo, &name);
                (id, status_bar_ui(ui, model))
            });
        let (status_bar, too_long) = status_bar.inner;
        if too_long {
            long_message_ui(ui, model);
        }
        let settings = &mut self.settings;
        let page = egui::CentralPanel::default().frame(route::page_frame(&palette));
        let page = page.show(ui, |ui| {
            accessible::panel(ui, Role::Main, &model.text("landmark-page"));
            session.page_ui(ui, settings, model)
        });
        accessible::read_last(ui, status_bar);
        let moved = self.navigation_divider_ui(ui, navigation.response.rect);
        if page.inner || moved {
            self.save_settings();
        }
    }

    /// The line beside the navigation, which is drawn over the page it borders on. Says whether it was moved.
    fn navigation_divider_ui(&mut self, ui: &Ui, navigation: Rect) -> bool {
        let line = navigation.with_min_x(navigation.right());
        let name = self.model.text("panel-navigation");
        let panel = &mut self.settings.panels.navigation;
        divider_ui(ui, &name, line, panel, |at| at - navigation.left())
    }

    /// The dialog over the screen; once it is closed it gives the keyboard back.
    fn overlay_ui(&mut self, ui: &Ui) {
        let (Some(session), Some(overlay)) = (&mut self.session, &mut self.overlay) else {
            return;
        };
        if !overlay.ui(ui, session, &mut self.model) {
            overlay.give_back_keyboard(session, &self.model);
            self.overlay = None;
        }
    }
}

impl eframe::App for Desk {
    fn logic(&mut self, ctx: &Context, _frame: &mut eframe::Frame) {
        self.new_day();
        self.take_in_answers();
        let now = self.model.clock.wall();
        if let Some(vault) = &mut self.model.vault {
            vault.now = now;
        }
        if let Some(session) = &mut self.session {
            session.take_dropped(ctx, &mut self.model);
        }
    }

    fn ui(&mut self, ui: &mut Ui, frame: &mut eframe::Frame) {
        let ctx = ui.ctx().clone();
        accessible::name_window(&ctx, "Peildatum");
        note_input(&ctx);
        self.keys(&ctx);
        if self.session.is_none() {
            self.first_screen_ui(ui);
            // The one dialog that is there without a vault.
            if let Some(Overlay::Backups(dialog)) = &mut self.overlay
                && !dialog.ui(ui, |_| (), &mut self.model)
            {
                self.overlay = None;
            }
            self.carry_out(&ctx, frame);
            return;
        }
        self.session_ui(ui);
        self.overlay_ui(ui);
        self.carry_out(&ctx, frame);
        let Some(session) = &mut self.session else {
            return;
        };
        session.leave_entry_out_of_sight(&mut self.model);
        session.autosave(&ctx, &mut self.model);
        if let Some(copied) = self.model.clipboard.take() {
            self.clipboard.put(copied, &ctx);
        }
        self.queue_keys(&ctx);
        let now = ctx.input(|input| input.time);
        if let Some(wait) = self.model.request_cases(now) {
            ctx.request_repaint_after(std::time::Duration::from_secs_f64(wait));
        }
    }

    /// The last characters that were typed are kept too; the vault service finishes before the window is gone.
    fn on_exit(&mut self, _gl: Option<&eframe::glow::Context>) {
        if let Some(session) = &mut self.session {
            session.save_drafts(NO_TIME, &mut self.model);
        }
    }
}
