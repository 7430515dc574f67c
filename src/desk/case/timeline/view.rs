//! How a timeline is looked at: its filter, the item that the keyboard is on, and the items that are open.

use std::collections::{BTreeMap, BTreeSet};

use crate::desk::case::timeline::item::{Item, ItemKind};

/// How a timeline is looked at. An item goes by its place in the whole timeline, whatever the filter shows.
#[derive(Default)]
pub struct TimelineView {
    /// What is shown of it; none is everything that was not taken back.
    filter: Option<ItemKind>,
    /// The item that the keyboard is on, by its place among those that are shown.
    pub at: usize,
    /// The items of which the whole text is shown.
    open: BTreeSet<usize>,
    /// How high each item was when it was drawn last, in points: those out of sight keep their room.
    heights: BTreeMap<usize, f32>,
    /// The width at which they had these heights, in points.
    width: f32,
    /// Whether it takes the keyboard in the next frame.
    pub take_focus: bool,
}

impl TimelineView {
    /// Another case is shown.
    pub fn reset(&mut self) {
        *self = Self {
            take_focus: self.take_focus,
            ..Self::default()
        };
    }

    /// Other items are shown: the heights of the former ones mean nothing any more.
    pub fn forget_heights(&mut self) {
        self.heights.clear();
    }

    /// What is shown of it; none is everything that was not taken back.
    pub fn filter(&self) -> Option<&ItemKind> {
        self.filter.as_ref()
    }

    /// Shows everything, and leaves the keyboard where it is.
    pub fn show_all(&mut self) {
        self.filter = None;
    }

    /// Shows another part of it, from its first item on.
    pub fn set_filter(&mut self, filter: Option<ItemKind>) {
        self.filter = filter;
        self.at = 0;
        self.heights.clear();
    }

    /// The places of the items that pass the filter. The keyboard stays on one of them.
    pub fn shown(&mut self, items: &[Item]) -> Vec<usize> {
        let passes = |item: &Item| match &self.filter {
            None => item.kind != ItemKind::Withdrawn,
            Some(kind) => item.kind == *kind,
        };
        let places = 0..items.len();
        let shown: Vec<usize> = places.filter(|place| passes(&items[*place])).collect();
        self.at = self.at.min(shown.len().saturating_sub(1));
        shown
    }

    /// The room has this width in points.
    pub fn set_width(&mut self, width: f32) {
        if self.width != width {
            self.width = width;
            self.heights.clear();
        }
    }

    /// How high an item was when it was drawn last.
    pub fn height(&self, place: usize) -> Option<f32> {
        self.heights.get(&place).copied()
    }

    /// Remembers how high an item is.
    pub fn set_height(&mut self, place: usize, height: f32) {
        self.heights.insert(place, height);
    }

    /// Whether the whole text of an item is shown.
    pub fn is_open(&self, place: usize) -> bool {
        self.open.contains(&place)
    }

    /// Shows the whole text of an item, or its first lines again.
    pub fn toggle_open(&mut self, place: usize) {
        if !self.open.remove(&place) {
            self.open.insert(place);
        }
        self.heights.remove(&place);
    }
}
