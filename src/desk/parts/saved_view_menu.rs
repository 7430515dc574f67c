//! The menu of the saved views of a list or of figures, and the chip that opens it and names the view that is open.

use egui::{Id, Popup, Ui};

use crate::desk::command::Command;
use crate::desk::kit::button::Button;
use crate::desk::kit::icons;
use crate::desk::kit::menu::{Menu, MenuEntry, MenuKeys, arrow, entries_ui, set_menu_width};
use crate::desk::kit::theme::{self, Palette};
use crate::desk::parts::command_menu::{command_entries_ui, entries_of};
use crate::desk::state::model::Model;
use crate::desk::state::saved_view::{Content, ReadView};
use crate::desk::state::saved_views::SavedViews;
use crate::language::Language;
use crate::register::{Definition, Registers};
use crate::store::{View, ViewKind};

/// What the menu shows: the saved views of a register for its list or for its figures.
pub struct ViewMenu {
    kind: ViewKind,
    views: Vec<View>,
    open: Option<View>,
    /// Whether the screen was changed since the view was opened.
    changed: bool,
    own: bool,
    /// The id of the view that the register opens with.
    opens_with: Option<String>,
    can_restore: bool,
    user: String,
}

impl ViewMenu {
    /// The views of this kind of a register. `now` is what is on the screen, to be compared with the view that is open.
    pub fn new(
        kind: ViewKind,
        definition: &Definition,
        views: &SavedViews,
        now: Option<&Content>,
        opens_with: Option<String>,
        model: &Model,
    ) -> Self {
        let viewed = (kind, definition.id.clone());
        let vault = model.vault.as_ref();
        let open = vault.and_then(|vault| views.open(&viewed, vault)).cloned();
        let saved = open
            .as_ref()
            .and_then(|view| ReadView::of(view, definition, model.language));
        let all = vault.map_or(&[][..], |vault| &vault.views).iter();
        let all = all.filter(|view| view.kind == kind && view.register == definition.id);
        Self {
            kind,
            views: all.cloned().collect(),
            changed: saved.is_some_and(|saved| Some(&saved.content) != now),
            own: open.as_ref().is_some_and(|view| view.owner == model.user),
            opens_with,
            can_restore: views.can_restore(),
            user: model.user.clone(),
            open,
        }
    }
}

/// Draws the chip with its menu. Returns the command that was chosen.
pub fn view_menu_ui(
    ui: &mut Ui,
    here: &ViewMenu,
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
    let menu = Id::unique("views menu");
    let chip = Button::new(&text)
        .icon(icons::VIEW)
        .after(arrow(ui, menu))
        .bordered_chip(ui);
    if std::mem::take(opens_menu) {
        Popup::open_id(ui.ctx(), menu);
        chip.request_focus();
    }
    let name = language.text("views");
    Menu::new(&chip, menu, &name).show(|ui, keys| menu_ui(ui, keys, here, registers, language))
}

fn menu_ui(
    ui: &mut Ui,
    keys: &mut MenuKeys,
    here: &ViewMenu,
    registers: &Registers,
    language: Language,
) -> Option<Command> {
    let commands = here.commands();
    let mut wanted = entries_of(&commands, registers, language);
    let views: Vec<MenuEntry> = here
        .views
        .iter()
        .map(|view| here.entry(view, language))
        .collect();
    wanted.extend(views.iter().cloned());
    set_menu_width(ui, &wanted);
    let view = entries_ui(ui, keys, &views).and_then(|place| here.views.get(place));
    let view = view.map(|view| Command::OpenView(view.id.clone()));
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
    view.or(command_entries_ui(ui, commands, registers, language, keys))
}

impl ViewMenu {
    /// The name of the view that is open, where the screen is as it was saved.
    pub fn unchanged(&self) -> Option<&str> {
        let open = self.open.as_ref().filter(|_| !self.changed);
        open.map(|view| view.name.as_str())
    }

    /// A view as an entry: whether it is open, and who shares it.
    fn entry(&self, view: &View, language: Language) -> MenuEntry {
        let open = self.open.as_ref();
        let icon = match self.opens_with.as_ref() == Some(&view.id) {
            true => icons::FIRST,
            false => icons::VIEW,
        };
        let owner = match (view.shared, view.owner == self.user) {
            (false, _) => None,
            (true, true) => Some(language.text("view-shared")),
            (true, false) => Some(view.owner.clone()),
        };
        MenuEntry {
            icon: icon.to_owned(),
            detail: owner,
            ..MenuEntry::new(&view.name, open.is_some_and(|open| open.id == view.id))
        }
    }

    /// The commands for these views.
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
