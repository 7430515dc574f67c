//! Hit areas: the numbers and bars in one part of a screen that open the cases behind them. The mouse opens them where they
//! stand. The keyboard comes to the part as one stop of Tab, walks over the areas with the arrows, and opens with Enter, so
//! that a screen full of numbers is a few stops of Tab.

use egui::accesskit::Role;
use egui::{
    Align2, Color32, CursorIcon, EventFilter, FontId, Id, Key, Pos2, Rect, Response, Sense, Ui,
    Vec2, WidgetInfo, vec2,
};

use crate::desk::kit::accessible;
use crate::desk::kit::theme::Palette;
use crate::desk::kit::widgets::focus_ring_at;

/// The hit areas of one part of a screen, each with its target: what it opens.
pub struct HitAreas<A> {
    id: Id,
    areas: Vec<HitArea<A>>,
    opened: Option<A>,
    description: Option<String>,
}

struct HitArea<A> {
    rect: Rect,
    name: String,
    target: A,
}

/// A text that is to be painted as a hit area.
#[derive(Clone, Debug)]
pub struct HitText<'a> {
    /// The text.
    pub text: &'a str,
    /// Its font.
    pub font: FontId,
    /// Its colour while it is not pointed at.
    pub colour: Color32,
    /// Where it stands.
    pub at: Pos2,
    /// Which side of it stands there.
    pub align: Align2,
}

impl<A: Clone> HitAreas<A> {
    /// Those of the part of the screen with this key, which the user does not see.
    pub fn new(part: &str) -> Self {
        Self {
            id: Self::id_of(part),
            areas: Vec::new(),
            opened: None,
            description: None,
        }
    }

    /// The id by which this part has the keyboard.
    pub fn id_of(part: &str) -> Id {
        Id::unique(("hit areas", part))
    }

    /// With a sentence for screen readers about the part as a whole.
    #[must_use]
    pub fn described(mut self, description: String) -> Self {
        self.description = Some(description);
        self
    }

    /// Makes what is painted here open this target; `name` is its accessible name.
    pub fn add(&mut self, ui: &Ui, rect: Rect, name: String, target: A) -> Response {
        let id = self.id.with(self.areas.len());
        let response = ui.interact(rect, id, Sense::CLICK);
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
        if response.clicked() {
            self.opened = Some(target.clone());
        }
        self.areas.push(HitArea { rect, name, target });
        response.on_hover_cursor(CursorIcon::PointingHand)
    }

    /// Paints a text that opens this target, in the accent colour where it is pointed at. Returns where it stands.
    pub fn text(&mut self, ui: &Ui, text: &HitText<'_>, name: String, target: A) -> Rect {
        let lay = |colour| {
            ui.painter()
                .layout_no_wrap(text.text.to_owned(), text.font.clone(), colour)
        };
        let galley = lay(text.colour);
        let rect = text.align.anchor_size(text.at, galley.size());
        let response = self.add(ui, rect.expand2(vec2(4.0, 2.0)), name, target);
        let galley = match response.hovered() {
            true => lay(Palette::of(ui).accent),
            false => galley,
        };
        ui.painter().galley(rect.min, galley, text.colour);
        rect
    }

    /// Ends the part, once everything in it is painted: takes the keys where the keyboard is on it, and gives it this name.
    /// Returns the target that was opened.
    pub fn finish(self, ui: &Ui, area: Rect, name: &str) -> Option<A> {
        self.finish_with_tooltip(ui, area, name, |_, _, _| {})
    }

    /// Like [`Self::finish`]; `tooltip` draws what is known of the target that the keyboard is on, beside its area.
    pub fn finish_with_tooltip(
        self,
        ui: &Ui,
        area: Rect,
        name: &str,
        tooltip: impl FnOnce(&Ui, &A, Rect),
    ) -> Option<A> {
        if self.areas.is_empty() {
            self.describe_empty(ui, area, name);
            return None;
        }
        let part = ui.interact(area, self.id, Sense::FOCUSABLE);
        let cursor_id = self.id.with("at");
        let before = ui.data(|data| data.get_temp::<usize>(cursor_id));
        let before = before.unwrap_or(0);
        let mut at = before.min(self.areas.len() - 1);
        let mut opened = self.opened.clone();
        if part.has_focus() {
            at = self.moved_by_keys(ui, at);
            let on = &self.areas[at];
            if [Key::Enter, Key::Space]
                .into_iter()
                .any(|key| pressed(ui, key))
            {
                opened = Some(on.target.clone());
            }
            focus_ring_at(ui, on.rect, 3);
            tooltip(ui, &on.target, on.rect);
            if part.gained_focus() || at != before {
                ui.scroll_to_rect(on.rect.expand(24.0), None);
            }
            ui.data_mut(|data| data.insert_temp(cursor_id, at));
        }
        let name = format!("{name}, {}", self.areas[at].name);
        part.widget_info(|| WidgetInfo::labeled(Role::Group, true, &name));
        if let Some(description) = &self.description {
            accessible::describe(&part, description);
        }
        opened
    }

    /// A part without hit areas is no stop of Tab, but it says what it is.
    fn describe_empty(&self, ui: &Ui, area: Rect, name: &str) {
        if let Some(description) = &self.description {
            let part = ui.interact(area, self.id, Sense::hover());
            part.widget_info(|| WidgetInfo::labeled(Role::Group, true, name));
            accessible::describe(&part, description);
        }
    }

    /// The place the arrows go to from this one.
    fn moved_by_keys(&self, ui: &Ui, mut at: usize) -> usize {
        let filter = EventFilter {
            vertical_arrows: true,
            horizontal_arrows: true,
            ..EventFilter::default()
        };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(self.id, filter));
        let arrows = [
            (Key::ArrowRight, vec2(1.0, 0.0)),
            (Key::ArrowLeft, vec2(-1.0, 0.0)),
            (Key::ArrowDown, vec2(0.0, 1.0)),
            (Key::ArrowUp, vec2(0.0, -1.0)),
        ];
        for (_, towards) in arrows.into_iter().filter(|(key, _)| pressed(ui, *key)) {
            let rects: Vec<Rect> = self.areas.iter().map(|area| area.rect).collect();
            at = next(&rects, at, towards).unwrap_or(at);
        }
        at
    }
}

/// Whether this key was pressed with nothing held down.
fn pressed(ui: &Ui, key: Key) -> bool {
    ui.input(|input| input.modifiers.is_none() && input.key_pressed(key))
}

/// The nearest area in a direction: one that lies straight ahead before one that lies aside.
fn next(rects: &[Rect], at: usize, towards: Vec2) -> Option<usize> {
    let here = rects[at];
    let others = rects.iter().enumerate().filter(|(other, _)| *other != at);
    let ahead = others.filter_map(|(other, rect)| {
        let way = rect.center() - here.center();
        let on = way.dot(towards);
        // How far apart they lie aside of each other; not at all where one lies above or beside the other.
        let (one, two) = match towards.x == 0.0 {
            true => (here.x_range(), rect.x_range()),
            false => (here.y_range(), rect.y_range()),
        };
        let apart = (two.min - one.max).max(one.min - two.max).max(0.0);
        (on > 1.0).then_some((other, on + 4.0 * apart + 0.1 * way.length()))
    });
    ahead
        .min_by(|(_, one), (_, other)| one.total_cmp(other))
        .map(|(other, _)| other)
}

#[cfg(test)]
mod tests {
    use egui::pos2;

    use super::*;

    #[test]
    fn an_arrow_goes_straight_ahead_and_stops_at_the_edge() {
        let square = |x: f32, y: f32| Rect::from_center_size(pos2(x, y), vec2(10.0, 10.0));
        // A row of three above a row of two.
        let rects = [
            square(0.0, 0.0),
            square(50.0, 0.0),
            square(100.0, 0.0),
            square(0.0, 40.0),
            square(60.0, 40.0),
        ];
        let (right, down) = (vec2(1.0, 0.0), vec2(0.0, 1.0));
        assert_eq!(next(&rects, 0, right), Some(1));
        assert_eq!(next(&rects, 1, right), Some(2));
        assert_eq!(next(&rects, 2, right), None);
        assert_eq!(next(&rects, 1, down), Some(4));
        assert_eq!(next(&rects, 4, -down), Some(1));
        assert_eq!(next(&rects, 3, down), None);
    }
}
