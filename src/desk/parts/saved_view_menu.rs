//! The views of a list or a figure on the screen: the chip that says which one is open, its menu, and the name that is typed for one.

use egui::{Id, Key, Margin, Modal, Popup, Ui};

use crate::desk::app::desk::Desk;
use crate::desk::command::Command;
use crate::desk::kit::button::Button;
use crate::desk::kit::icons;
use crate::desk::kit::theme::{self, Palette};
use crate::desk::kit::widgets::{say, text_field};
use crate::desk::parts::command_menu::commands_ui;
use crate::desk::state::model::Model;
use crate::desk::state::saved_view::ReadView;
use crate::language::Language;
use crate::register::{Definition, Registers};
use crate::store::{View, ViewKind};

/// A view whose name is being typed.
pub struct NameDialog {
    view: View,
    /// Whether the view is new.
    new: bool,
    fault: Option<String>,
    fresh: bool,
}

/// The views of a register, as its list or its figures show them.
pub struct ViewsHere {
    kind: ViewKind,
    views: Vec<View>,
    open: Option<View>,
    /// Whether what is on the screen is no longer as the view that is open has it.
    changed: bool,
    own: bool,
    /// The view with which the register opens, by its id.
    opens_with: Option<String>,
    can_restore: bool,
    actor: String,
}

impl NameDialog {
    /// Begins with the name that the view has.
    pub fn new(view: View, new: bool) -> Self {
        Self {
            view,
            new,
            fault: None,
            fresh: true,
        }
    }
}

impl Desk {
    /// The views of the list or the figure that is on the screen.
    pub fn views_here(&self, kind: ViewKind, definition: &Definition) -> ViewsHere {
        let language = self.model.language;
        let views = self
            .model
            .vault
            .as_ref()
            .map_or(&[][..], |vault| &vault.views);
        let place = (kind, &definition.id);
        let views = views
            .iter()
            .filter(|view| (view.kind, &view.register) == place);
        let open = self.open_view().cloned();
        let kept = open
            .as_ref()
            .and_then(|view| ReadView::of(view, definition, language));
        let now = self.content();
        ViewsHere {
            kind,
            views: views.cloned().collect(),
            changed: kept.is_some_and(|kept| Some(kept.content) != now),
            own: self.own_view().is_some(),
            opens_with: self.settings.opens_with.get(&definition.id).cloned(),
            can_restore: self.can_restore_view(),
            actor: self.model.actor.clone(),
            open,
        }
    }

    /// The name that is being typed, where one is.
    pub fn naming_ui(&mut self, ui: &Ui) {
        let Some(mut naming) = self.views.naming.take() else {
            return;
        };
        match naming_ui(ui, &mut naming, &self.model) {
            Typed::Nothing => {
                self.views.naming = Some(naming);
                return;
            }
            Typed::Left => {}
            Typed::Name => self.keep_view(naming.view),
        }
        self.give_back_keyboard();
        ui.request_repaint();
    }
}

/// The chip that says which view is open, with the menu of what can be done with it. Returns what was chosen.
pub fn views_ui(
    ui: &mut Ui,
    here: &ViewsHere,
    opens_menu: &mut bool,
    registers: &Registers,
    language: Language,
) -> Option<Command> {
    let text = match &here.open {
        None => language.text("views"),
        Some(view) => {
            let id = if here.changed {
                "view-changed"
            } else {
                "view-open"
            };
            language.say(id, &[("view", view.name.as_str().into())])
        }
    };
    let chip = Button::new(&text)
        .icon(icons::VIEW)
        .after(icons::MORE)
        .bordered_chip(ui);
    let menu = Id::unique("views menu");
    if std::mem::take(opens_menu) {
        Popup::open_id(ui.ctx(), menu);
        chip.request_focus();
    }
    let shown = Popup::menu(&chip)
        .id(menu)
        .accessible_name(language.text("views"))
        .show(|ui| {
            ui.set_width(320.0);
            menu_ui(ui, here, registers, language)
        });
    shown.and_then(|shown| shown.inner)
}

fn menu_ui(
    ui: &mut Ui,
    here: &ViewsHere,
    registers: &Registers,
    language: Language,
) -> Option<Command> {
    ui.spacing_mut().item_spacing.y = 2.0;
    let mut chosen = None;
    let open = here.open.as_ref();
    for view in &here.views {
        let is_open = open.is_some_and(|open| open.id == view.id);
        let whose = match (view.shared, view.owner == here.actor) {
            (false, _) => None,
            (true, true) => Some(language.text("view-shared")),
            (true, false) => Some(view.owner.clone()),
        };
        let icon = match here.opens_with.as_ref() == Some(&view.id) {
            true => icons::FIRST,
            false => icons::VIEW,
        };
        let press = Button::new(&view.name).icon(icon);
        if press.entry(ui, is_open, whose).clicked() {
            chosen = Some(Command::OpenView(view.id.clone()));
        }
    }
    if here.views.is_empty() {
        let palette = Palette::of(ui);
        let none = match here.kind {
            ViewKind::List => "views-none",
            ViewKind::Figure => "views-none-of-figures",
        };
        let text = egui::RichText::new(language.text(none))
            .font(theme::label())
            .color(palette.mute);
        ui.add(egui::Label::new(text).wrap());
    }
    ui.separator();
    let commands = here.commands();
    chosen.or(commands_ui(ui, commands, registers, language))
}

impl ViewsHere {
    /// The name of the view that is on the screen as it was kept.
    pub fn unchanged(&self) -> Option<&str> {
        let open = self.open.as_ref().filter(|_| !self.changed);
        open.map(|view| view.name.as_str())
    }

    /// What can be done with the views here.
    fn commands(&self) -> Vec<Command> {
        let mut commands = Vec::new();
        if self.own && self.changed {
            commands.push(Command::SaveView);
        }
        commands.push(Command::SaveViewAs);
        if self.open.is_some() {
            commands.push(Command::StandardView);
        }
        if self.open.is_some() && self.kind == ViewKind::List {
            commands.push(Command::OpenWithView);
        }
        if self.own {
            commands.extend([Command::RenameView, Command::ShareView, Command::DeleteView]);
        }
        if self.can_restore {
            commands.push(Command::RestoreView);
        }
        commands
    }
}

enum Typed {
    Nothing,
    Name,
    Left,
}

fn naming_ui(ui: &Ui, naming: &mut NameDialog, model: &Model) -> Typed {
    let language = model.language;
    let id = if naming.new {
        "view-name-new"
    } else {
        "view-name"
    };
    let title = language.text(id);
    let frame = egui::Frame::popup(ui.style()).inner_margin(Margin::same(20));
    let area = Modal::default_area(Id::unique("view name")).accessible_name(&title);
    let (mut store, mut leave) = (false, false);
    let modal = Modal::new(Id::unique("view name"))
        .area(area)
        .frame(frame)
        .show(ui, |ui| {
            let palette = Palette::of(ui);
            ui.set_width(420.0);
            say(ui, &title, theme::title(), palette.ink);
            let name = text_field(
                ui,
                Id::unique("name of the view"),
                &language.text("view-name-label"),
                &mut naming.view.name,
                &language.text("view-name-hint"),
                naming.fault.as_deref(),
                420.0,
            );
            if std::mem::take(&mut naming.fresh) {
                name.request_focus();
            }
            store |= name.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
            let share = language.text("view-share-label");
            let press = Button::new(&share);
            if press.option(ui, naming.view.shared).clicked() {
                naming.view.shared = !naming.view.shared;
            }
            ui.add_space(8.0);
            ui.horizontal(|ui| {
                let text = language.text("command-save");
                let press = Button::new(&text).shortcut(Some("Enter".to_owned()));
                store |= press.primary(ui).clicked();
                let text = language.text("command-close");
                let keys = model.shortcut(&Command::Close);
                leave |= Button::new(&text).shortcut(keys).button(ui).clicked();
            });
        });
    if store {
        let name = naming.view.name.trim().to_owned();
        naming.view.name = name;
        let fault = match naming.view.name.is_empty() {
            true => Some("view-name-missing"),
            false if Desk::is_taken(model, &naming.view) => Some("view-name-taken"),
            false => None,
        };
        naming.fault = fault.map(|id| language.text(id));
        if naming.fault.is_none() {
            return Typed::Name;
        }
        naming.fresh = true;
    }
    match leave || modal.should_close() {
        true => Typed::Left,
        false => Typed::Nothing,
    }
}
