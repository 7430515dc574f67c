//! A timeline on the screen. The keyboard is on the whole of it, and arrows go from one item to the next. Only what is in
//! sight is drawn, so that a long timeline costs no more than a short one; a screen reader finds every item.

use chrono::NaiveDate;
use egui::accesskit::Role;
use egui::{EventFilter, Id, Key, Modifiers, Rect, Sense, Ui, WidgetInfo, pos2, vec2};

use crate::desk::case::timeline::item::{Item, ItemAction};
use crate::desk::case::timeline::item_ui::{ItemLook, Pressed, item_ui};
use crate::desk::case::timeline::view::TimelineView;
use crate::desk::kit::theme::{self, Palette};
use crate::desk::kit::widgets::{focus_ring, label_ui};
use crate::language::Language;

/// Draws the items that pass the filter. Returns what the user wants to do with one, by its place in the timeline.
pub fn timeline_ui(
    ui: &mut Ui,
    view: &mut TimelineView,
    items: &[Item],
    id: Id,
    today: NaiveDate,
    language: Language,
) -> Option<(usize, ItemAction)> {
    let shown = view.shown(items);
    let top = ui.cursor().min;
    let width = ui.available_width().floor();
    view.set_width(width);
    let focused = ui.memory(|memory| memory.has_focus(id));
    let before = view.at;
    let mut action = None;
    if focused && !shown.is_empty() {
        let key = keyboard(ui, id, view, &shown);
        let place = shown[view.at];
        let by_key = key.and_then(|key| action_of_key(key, &items[place]));
        action = by_key.map(|action| (place, action));
    }
    let moved = view.at != before;
    ui.spacing_mut().item_spacing.y = 0.0;
    for (row, place) in shown.iter().copied().enumerate() {
        let look = ItemLook {
            today,
            language,
            selected: row == view.at && (focused || view.take_focus),
            open: view.is_open(place),
            last: row + 1 == shown.len(),
        };
        let from = ui.cursor().min.y;
        let height = view.height(place).filter(|_| !look.selected);
        let Some(drawn) = item_ui(ui, &items[place], &look, height) else {
            continue;
        };
        if drawn.response.clicked() {
            view.at = row;
            view.take_focus = true;
            ui.request_repaint();
        }
        if moved && row == view.at {
            drawn.response.scroll_to_me(None);
        }
        if !look.selected {
            view.set_height(place, ui.cursor().min.y - from);
        }
        match drawn.pressed {
            Some(Pressed::More) => {
                view.toggle_open(place);
                ui.request_repaint();
            }
            Some(Pressed::Action(pressed)) => action = Some((place, pressed)),
            None => {}
        }
    }
    if items.is_empty() {
        let palette = Palette::of(ui);
        let text = language.text("timeline-nothing");
        label_ui(ui, text, theme::body(), palette.mute);
    }
    let bottom = pos2(top.x + width, ui.cursor().min.y.max(top.y + 24.0));
    let current = shown.get(view.at).map(|place| &items[*place]);
    let current = current.map(|item| item.spoken(today, language));
    let count = [("count", (shown.len() as i64).into())];
    let name = language.say("timeline-name", &count);
    focus_ui(
        ui,
        view,
        id,
        Rect::from_min_max(top, bottom),
        &name,
        current.as_deref(),
    );
    action
}

/// The list as a whole, which has the keyboard.
fn focus_ui(
    ui: &mut Ui,
    view: &mut TimelineView,
    id: Id,
    area: Rect,
    name: &str,
    current: Option<&str>,
) {
    let whole = ui.interact(area, id, Sense::FOCUSABLE);
    whole.widget_info(|| {
        let mut info = WidgetInfo::labeled(Role::List, true, name);
        info.current_text_value = current.map(str::to_owned);
        info
    });
    if view.take_focus {
        view.take_focus = false;
        whole.request_focus();
        ui.request_repaint();
    }
    if whole.gained_focus() {
        let head = Rect::from_min_size(area.min, vec2(area.width(), 80.0));
        ui.scroll_to_rect(head, None);
    }
    focus_ring(ui, &whole, area.expand(3.0), theme::RADIUS);
}

/// Takes in the keys: arrows, Home and End move, the space bar opens an item. Returns the last other key that means
/// something.
fn keyboard(ui: &Ui, id: Id, view: &mut TimelineView, shown: &[usize]) -> Option<Key> {
    let filter = EventFilter {
        vertical_arrows: true,
        ..EventFilter::default()
    };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(id, filter));
    let last = shown.len() - 1;
    ui.input_mut(|input| {
        let mut pressed = |key| input.consume_key(Modifiers::NONE, key);
        if pressed(Key::ArrowDown) {
            view.at = (view.at + 1).min(last);
        }
        if pressed(Key::ArrowUp) {
            view.at = view.at.saturating_sub(1);
        }
        if pressed(Key::Home) {
            view.at = 0;
        }
        if pressed(Key::End) {
            view.at = last;
        }
        if pressed(Key::Space) {
            view.toggle_open(shown[view.at]);
        }
        let mut last_pressed = None;
        for key in [Key::Enter, Key::Delete, Key::F2] {
            if pressed(key) {
                last_pressed = Some(key);
            }
        }
        last_pressed
    })
}

/// What a key does with an item; none where that cannot be done with it.
fn action_of_key(key: Key, item: &Item) -> Option<ItemAction> {
    let actions = item.actions();
    let first = *actions.first()?;
    let takes_back = [ItemAction::Withdraw, ItemAction::Undo].contains(&first);
    let action = match key {
        // Enter does what comes first, but takes nothing back.
        Key::Enter => Some(first).filter(|_| !takes_back),
        // One key takes back, whatever it is.
        Key::Delete if first == ItemAction::Undo => Some(first),
        Key::Delete => Some(ItemAction::Withdraw),
        Key::F2 => Some(ItemAction::Edit),
        _ => None,
    };
    action.filter(|action| actions.contains(action))
}
