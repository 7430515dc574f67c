//! The story of a case on the screen. The keyboard is on the whole of it: arrows go from one item to the next. Only what
//! is in sight is drawn, so that a long story costs no more than a short one; a screen reader finds every item.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use egui::accesskit::Role;
use egui::{EventFilter, Id, Key, Rect, Sense, Ui, WidgetInfo, pos2, vec2};

use crate::desk::case::timeline::{Item, Sort};
use crate::desk::case::timeline_item::{Looked, Pressed, item_ui, name};
use crate::desk::kit::button::Button;
use crate::desk::kit::theme::{self, Palette};
use crate::desk::kit::widgets::{focus_ring, label_ui};
use crate::language::Language;
use crate::register::{ATTACHMENT, Definition, SETTLED};

/// How the story is shown.
#[derive(Default)]
pub struct TimelineView {
    /// What is shown of it; none is everything that stands.
    filter: Option<Sort>,
    /// The item the keyboard is on.
    at: usize,
    /// The items of which everything is shown.
    open: BTreeSet<usize>,
    /// How high the items were when they were drawn last, so that those out of sight keep their room.
    heights: BTreeMap<usize, f32>,
    width: f32,
    /// Whether it is to take the keyboard.
    pub take_focus: bool,
}

/// What the user wants of an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ItemAction {
    /// To put it right.
    Edit,
    /// To take it back.
    Withdraw,
    /// To open its document, or the case it leads to.
    Open,
    /// To keep its document elsewhere.
    SaveAs,
    /// To undo the action that did it.
    Undo,
}

impl TimelineView {
    /// Another story, or the same one told anew: what is known of heights is of no use any more.
    pub fn told_anew(&mut self) {
        self.heights.clear();
    }

    /// The story of another case.
    pub fn of_another(&mut self) {
        *self = Self {
            take_focus: self.take_focus,
            ..Self::default()
        };
    }
}

/// The filters above the story: everything, each kind of entry there is, changes, and what was taken back.
pub fn filters_ui(
    ui: &mut Ui,
    view: &mut TimelineView,
    items: &[Item],
    definition: &Definition,
    language: Language,
) {
    let there: BTreeSet<&Sort> = items.iter().map(|item| &item.sort).collect();
    if there.len() < 2 {
        view.filter = None;
        return;
    }
    let kinds = definition.entries.iter();
    let kinds = kinds.map(|kind| {
        let label = kind.label.text(language).to_owned();
        (Sort::Entry(kind.id.clone()), label)
    });
    let changes = (Sort::Change, language.text("story-changes"));
    let withdrawn = (Sort::Withdrawn, language.text("story-withdrawn-filter"));
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(6.0, 6.0);
        let mut chip = |ui: &mut Ui, sort: Option<Sort>, label: &str| {
            if Button::new(label).chip(ui, view.filter == sort).clicked() {
                view.filter = sort;
                view.at = 0;
                view.heights.clear();
            }
        };
        chip(ui, None, &language.text("story-all"));
        for (sort, label) in kinds.chain([changes, withdrawn]) {
            if there.contains(&sort) {
                chip(ui, Some(sort), &label);
            }
        }
    });
}

/// The items that pass the filter. Returns what the user wants of one.
pub fn story_ui(
    ui: &mut Ui,
    view: &mut TimelineView,
    items: &[Item],
    id: Id,
    today: NaiveDate,
    language: Language,
) -> Option<(usize, ItemAction)> {
    let passes = |item: &Item| match &view.filter {
        None => item.sort != Sort::Withdrawn,
        Some(sort) => item.sort == *sort,
    };
    let shown: Vec<usize> = (0..items.len()).filter(|at| passes(&items[*at])).collect();
    view.at = view.at.min(shown.len().saturating_sub(1));
    let width = ui.available_width().floor();
    if view.width != width {
        view.width = width;
        view.heights.clear();
    }
    let focused = ui.memory(|memory| memory.has_focus(id));
    let mut wanted = None;
    let mut moved = false;
    if focused && !shown.is_empty() {
        let (at, key) = keyboard(ui, id, view, &shown);
        moved = at;
        wanted = key.and_then(|key| {
            let place = shown[view.at];
            let offers = offers(&items[place]);
            // Enter does what comes first.
            let first = *offers.first()?;
            let key = match key {
                ItemAction::Open if ![ItemAction::Withdraw, ItemAction::Undo].contains(&first) => {
                    first
                }
                // One key takes back, whatever it was.
                ItemAction::Withdraw if first == ItemAction::Undo => first,
                key => key,
            };
            offers.contains(&key).then_some((place, key))
        });
    }
    let top = ui.cursor().min;
    ui.spacing_mut().item_spacing.y = 0.0;
    for (place, at) in shown.iter().copied().enumerate() {
        let selected = place == view.at && (focused || view.take_focus);
        let looked = Looked {
            today,
            language,
            selected,
            open: view.open.contains(&at),
        };
        let from = ui.cursor().min.y;
        let drawn = item_ui(
            ui,
            &items[at],
            &looked,
            view.heights.get(&at).copied().filter(|_| !selected),
        );
        if let Some(drawn) = drawn {
            let (response, pressed) = drawn;
            if response.clicked() {
                view.at = place;
                view.take_focus = true;
                ui.request_repaint();
            }
            if moved && place == view.at {
                response.scroll_to_me(None);
            }
            match pressed {
                Some(Pressed::More) => {
                    if !view.open.remove(&at) {
                        view.open.insert(at);
                    }
                    view.heights.remove(&at);
                    ui.request_repaint();
                }
                Some(Pressed::ItemAction(key)) => wanted = Some((at, key)),
                None => {}
            }
            if !selected {
                view.heights.insert(at, ui.cursor().min.y - from);
            }
        }
    }
    if items.is_empty() {
        let palette = Palette::of(ui);
        label_ui(
            ui,
            language.text("story-nothing"),
            theme::body(),
            palette.mute,
        );
    }
    let bottom = pos2(top.x + width, ui.cursor().min.y.max(top.y + 24.0));
    let area = Rect::from_min_max(top, bottom);
    let whole = ui.interact(area, id, Sense::FOCUSABLE);
    let current = shown
        .get(view.at)
        .map(|at| name(&items[*at], today, language));
    whole.widget_info(|| {
        let count = [("count", (shown.len() as i64).into())];
        let mut info = WidgetInfo::labeled(Role::List, true, language.say("story-name", &count));
        info.current_text_value = current.clone();
        info
    });
    if view.take_focus {
        view.take_focus = false;
        whole.request_focus();
        ui.request_repaint();
    }
    if whole.gained_focus() {
        ui.scroll_to_rect(Rect::from_min_size(top, vec2(width, 80.0)), None);
    }
    focus_ring(ui, &whole, area.expand(3.0), theme::RADIUS);
    wanted
}

/// Arrows, Home and End move; Enter, Delete and the space bar do something. Returns whether the keyboard moved.
fn keyboard(
    ui: &Ui,
    id: Id,
    view: &mut TimelineView,
    shown: &[usize],
) -> (bool, Option<ItemAction>) {
    let filter = EventFilter {
        vertical_arrows: true,
        ..EventFilter::default()
    };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(id, filter));
    let before = view.at;
    let last = shown.len() - 1;
    let mut wanted = None;
    ui.input_mut(|input| {
        let mut pressed = |key| input.consume_key(egui::Modifiers::NONE, key);
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
        if pressed(Key::Space) && !view.open.remove(&shown[view.at]) {
            view.open.insert(shown[view.at]);
        }
        if pressed(Key::Enter) {
            wanted = Some(ItemAction::Open);
        }
        if pressed(Key::Delete) {
            wanted = Some(ItemAction::Withdraw);
        }
        if pressed(Key::F2) {
            wanted = Some(ItemAction::Edit);
        }
    });
    (view.at != before, wanted)
}

/// What can be done with an item.
pub fn offers(item: &Item) -> Vec<ItemAction> {
    let Some(entry) = &item.entry else {
        let undo = item.action.as_ref().map(|_| ItemAction::Undo);
        return undo.into_iter().collect();
    };
    match entry.state.kind.as_str() {
        SETTLED => vec![ItemAction::Withdraw],
        ATTACHMENT => vec![
            ItemAction::Open,
            ItemAction::SaveAs,
            ItemAction::Edit,
            ItemAction::Withdraw,
        ],
        // What stands in the other case is put right there.
        _ if item.home.is_some() => vec![ItemAction::Open, ItemAction::Withdraw],
        _ if item.leads_to.is_some() => {
            vec![ItemAction::Open, ItemAction::Edit, ItemAction::Withdraw]
        }
        _ => vec![ItemAction::Edit, ItemAction::Withdraw],
    }
}
