//! Menus below a button. Letters and arrows go from entry to entry, and they are as wide and as high as what stands in them
//! as long as the window has room. One of one choice closes when that is made; the keyboard goes back to the button.

use egui::{Event, Id, Key, Modifiers, Popup, PopupCloseBehavior, Response, ScrollArea, Ui};

use crate::desk::kit::button::Button;
use crate::desk::kit::icons;
use crate::desk::kit::theme;
use crate::desk::kit::widgets::text_width;
use crate::language::folded;

/// What stands in an entry beside its words: the margins, an icon, and the room around what stands at its end.
const AROUND: f32 = 64.0;
/// The narrowest menu, in points.
const NARROWEST: f32 = 200.0;
/// What of the height of the window a menu leaves free.
const FREE: f32 = 120.0;

/// An entry of a menu.
#[derive(Clone, Debug, Default)]
pub struct MenuEntry {
    /// Its words.
    pub label: String,
    /// The icon before them.
    pub icon: String,
    /// What stands at its end: its keys, or a count.
    pub detail: Option<String>,
    /// Whether it is the one that holds now.
    pub selected: bool,
}

impl MenuEntry {
    /// An entry with these words.
    pub fn new(label: impl Into<String>, selected: bool) -> Self {
        Self {
            label: label.into(),
            selected,
            ..Self::default()
        }
    }
}

/// The arrow behind the words of what opens this menu: down where it opens it, up where it closes it.
pub fn arrow(ui: &Ui, menu: Id) -> &'static str {
    match Popup::is_id_open(ui, menu) {
        true => icons::LESS,
        false => icons::MORE,
    }
}

/// A menu below what opens it.
#[derive(Clone, Copy, Debug)]
pub struct Menu<'a> {
    opener: &'a Response,
    id: Id,
    name: &'a str,
    several: bool,
}

impl<'a> Menu<'a> {
    /// A menu with this id and accessible name, of which one entry is chosen.
    pub fn new(opener: &'a Response, id: Id, name: &'a str) -> Self {
        Self {
            opener,
            id,
            name,
            several: false,
        }
    }

    /// One that stays open while several things in it are chosen.
    #[must_use]
    pub fn of_several(self) -> Self {
        Self {
            several: true,
            ..self
        }
    }

    /// Draws the menu while it is open; its entries are added to the keys. Returns what the content says was chosen.
    pub fn show<T>(self, content: impl FnOnce(&mut Ui, &mut MenuKeys) -> Option<T>) -> Option<T> {
        let close = match self.several {
            true => PopupCloseBehavior::CloseOnClickOutside,
            false => PopupCloseBehavior::CloseOnClick,
        };
        let popup = Popup::menu(self.opener)
            .id(self.id)
            .accessible_name(self.name)
            .close_behavior(close);
        let shown = popup.show(|ui| {
            ui.spacing_mut().item_spacing.y = 2.0;
            let mut keys = MenuKeys::default();
            let scroll = ScrollArea::vertical().max_height(greatest_height(ui));
            let chosen = scroll.show(ui, |ui| content(ui, &mut keys)).inner;
            keys.take(ui, self.id, self.opener.has_focus());
            // A key that chooses is no click, by which egui would close it.
            if chosen.is_some() && !self.several {
                ui.close();
            }
            chosen
        });
        let chosen = shown.and_then(|shown| shown.inner);
        self.give_back(chosen.is_some() && !self.several);
        chosen
    }

    /// Gives the keyboard back to what opened the menu, once that is closed.
    fn give_back(self, chosen: bool) {
        let ctx = &self.opener.ctx;
        let drawn = ctx.data(|data| data.get_temp::<u64>(drawn_id(self.id)));
        let open = Popup::is_id_open(ctx, self.id) && !chosen;
        if drawn.is_some() && !open {
            ctx.data_mut(|data| data.remove::<u64>(drawn_id(self.id)));
            if ctx.memory(|memory| memory.focused()).is_none() || chosen {
                self.opener.request_focus();
            }
        }
    }
}

/// Draws a menu of these entries below what opens it. Returns the place of the entry that was chosen.
pub fn menu_ui(opener: &Response, menu: Id, name: &str, entries: &[MenuEntry]) -> Option<usize> {
    Menu::new(opener, menu, name).show(|ui, keys| {
        set_menu_width(ui, entries);
        entries_ui(ui, keys, entries)
    })
}

/// Draws entries in a menu. Returns the place of the one that was chosen.
pub fn entries_ui(ui: &mut Ui, keys: &mut MenuKeys, entries: &[MenuEntry]) -> Option<usize> {
    let mut chosen = None;
    for (place, entry) in entries.iter().enumerate() {
        let mut button = Button::new(&entry.label);
        if !entry.icon.is_empty() {
            button = button.icon(&entry.icon);
        }
        let drawn = button.entry(ui, entry.selected, entry.detail.clone());
        keys.add(&drawn, &entry.label, entry.selected);
        if drawn.clicked() {
            chosen = Some(place);
        }
    }
    chosen
}

/// How high a menu may be in this window.
pub fn greatest_height(ui: &Ui) -> f32 {
    (ui.ctx().content_rect().height() - FREE).max(120.0)
}

fn drawn_id(menu: Id) -> Id {
    menu.with("drawn")
}

/// Whether this menu is drawn for the first time since it was opened.
fn just_opened(ui: &Ui, menu: Id) -> bool {
    let now = ui.ctx().cumulative_pass_nr();
    let before = ui.data_mut(|data| {
        let before = data.get_temp::<u64>(drawn_id(menu));
        data.insert_temp(drawn_id(menu), now);
        before
    });
    before.is_none_or(|before| before + 1 < now)
}

/// Makes what is drawn here as wide as these entries want, within the window.
pub fn set_menu_width(ui: &mut Ui, entries: &[MenuEntry]) {
    let most = ui.ctx().content_rect().width() - 40.0;
    let width = |entry: &MenuEntry| {
        let detail = entry.detail.as_deref().unwrap_or_default();
        let label = text_width(ui, &entry.label, theme::strong());
        label + text_width(ui, detail, theme::label()) + AROUND
    };
    let widest = entries.iter().map(width).fold(NARROWEST, f32::max);
    ui.set_width(widest.min(most));
}

/// The entries of a menu that was drawn, for its keys.
#[derive(Default)]
pub struct MenuKeys {
    entries: Vec<(Response, String)>,
    selected: usize,
}

impl MenuKeys {
    /// An entry was drawn.
    pub fn add(&mut self, entry: &Response, label: &str, selected: bool) {
        if selected {
            self.selected = self.entries.len();
        }
        self.entries.push((entry.clone(), folded(label)));
    }

    /// Takes the keys: a letter goes to the next entry that begins with it, arrows go one up or down. In a menu that was
    /// opened `by_keys` the entry that holds now has the keyboard.
    pub fn take(self, ui: &Ui, menu: Id, by_keys: bool) {
        let opened = just_opened(ui, menu);
        if self.entries.is_empty() || ui.ctx().text_edit_focused() {
            return;
        }
        let focused = self.entries.iter().position(|(entry, _)| entry.has_focus());
        let mut at = focused;
        if focused.is_none() && opened && by_keys {
            at = Some(self.selected.min(self.entries.len().saturating_sub(1)));
        }
        for event in ui.input(|input| input.events.clone()) {
            if let Event::Text(text) = event
                && !text.trim().is_empty()
            {
                at = self.next_with(&folded(&text), at).or(at);
            }
        }
        let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
        let last = self.entries.len().saturating_sub(1);
        if pressed(Key::ArrowDown) {
            at = Some(at.map_or(0, |at| if at == last { 0 } else { at + 1 }));
        }
        if pressed(Key::ArrowUp) {
            at = Some(at.map_or(last, |at| at.checked_sub(1).unwrap_or(last)));
        }
        if at != focused
            && let Some((entry, _)) = at.and_then(|at| self.entries.get(at))
        {
            entry.request_focus();
            entry.scroll_to_me(None);
            ui.ctx().request_repaint();
        }
    }

    /// The next entry after this one that begins with these letters, from the first one on again.
    fn next_with(&self, letters: &str, at: Option<usize>) -> Option<usize> {
        let count = self.entries.len();
        let from = at.map_or(0, |at| at + 1);
        let mut places = (0..count).map(|step| (from + step) % count);
        places.find(|place| self.entries[*place].1.starts_with(letters))
    }
}
