//! Numbers and bars that can be opened, in one part of a screen. The mouse opens them where they stand; the keyboard comes
//! to the part as a whole, walks over it with the arrows, and opens with Enter: a screen full of numbers is a few stops of
//! Tab.

use egui::accesskit::Role;
use egui::{
    Align2, CursorIcon, EventFilter, FontId, Id, Key, Pos2, Rect, Response, Sense, Ui, Vec2,
    WidgetInfo, vec2,
};

use crate::desk::kit::theme::Palette;
use crate::desk::kit::widgets::focus_ring_at;

/// What can be opened in one part of a screen.
pub struct HitAreas<A> {
    id: Id,
    doors: Vec<Door<A>>,
    opened: Option<A>,
}

struct Door<A> {
    rect: Rect,
    name: String,
    opens: A,
}

impl<A: Clone> HitAreas<A> {
    /// The part of the screen with this name for the program.
    pub fn new(part: &str) -> Self {
        Self {
            id: Self::id_of(part),
            doors: Vec::new(),
            opened: None,
        }
    }

    /// By which this part has the keyboard.
    pub fn id_of(part: &str) -> Id {
        Id::unique(("doors", part))
    }

    /// Whatever is painted here can be opened; its name is read out.
    pub fn door(&mut self, ui: &Ui, rect: Rect, name: String, opens: A) -> Response {
        let id = self.id.with(self.doors.len());
        let response = ui.interact(rect, id, Sense::CLICK);
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
        if response.clicked() {
            self.opened = Some(opens.clone());
        }
        self.doors.push(Door { rect, name, opens });
        response.on_hover_cursor(CursorIcon::PointingHand)
    }

    /// A text that can be opened: it looks it where it is pointed at. Returns where it stands.
    pub fn text(
        &mut self,
        ui: &Ui,
        (at, align): (Pos2, Align2),
        (text, font): (&str, FontId),
        colour: egui::Color32,
        (name, opens): (String, A),
    ) -> Rect {
        let lay = |colour| {
            ui.painter()
                .layout_no_wrap(text.to_owned(), font.clone(), colour)
        };
        let galley = lay(colour);
        let rect = align.anchor_size(at, galley.size());
        let response = self.door(ui, rect.expand2(vec2(4.0, 2.0)), name, opens);
        let galley = if response.hovered() {
            lay(Palette::of(ui).accent)
        } else {
            galley
        };
        ui.painter().galley(rect.min, galley, colour);
        rect
    }

    /// The part as a whole, which is called so, when everything in it is painted. Returns what was opened.
    pub fn finish(self, ui: &Ui, area: Rect, label: &str) -> Option<A> {
        self.finish_reading(ui, area, label, |_, _, _| {})
    }

    /// The same; what the keyboard is at can be read by whoever shows it where it stands.
    pub fn finish_reading(
        self,
        ui: &Ui,
        area: Rect,
        label: &str,
        read: impl FnOnce(&Ui, &A, Rect),
    ) -> Option<A> {
        if self.doors.is_empty() {
            return None;
        }
        let part = ui.interact(area, self.id, Sense::FOCUSABLE);
        let kept = self.id.with("at");
        let before = ui.data(|data| data.get_temp::<usize>(kept)).unwrap_or(0);
        let mut at = before.min(self.doors.len() - 1);
        let mut opened = self.opened;
        if part.has_focus() {
            let filter = EventFilter {
                vertical_arrows: true,
                horizontal_arrows: true,
                ..EventFilter::default()
            };
            ui.memory_mut(|memory| memory.set_focus_lock_filter(self.id, filter));
            let pressed =
                |key| ui.input(|input| input.modifiers.is_none() && input.key_pressed(key));
            let arrows = [
                (Key::ArrowRight, vec2(1.0, 0.0)),
                (Key::ArrowLeft, vec2(-1.0, 0.0)),
                (Key::ArrowDown, vec2(0.0, 1.0)),
                (Key::ArrowUp, vec2(0.0, -1.0)),
            ];
            for (_, towards) in arrows.into_iter().filter(|(key, _)| pressed(*key)) {
                let rects: Vec<Rect> = self.doors.iter().map(|door| door.rect).collect();
                at = next(&rects, at, towards).unwrap_or(at);
            }
            let door = &self.doors[at];
            if pressed(Key::Enter) || pressed(Key::Space) {
                opened = Some(door.opens.clone());
            }
            focus_ring_at(ui, door.rect, 3);
            read(ui, &door.opens, door.rect);
            if part.gained_focus() || at != before {
                ui.scroll_to_rect(door.rect.expand(24.0), None);
            }
            ui.data_mut(|data| data.insert_temp(kept, at));
        }
        let label = format!("{label}, {}", self.doors[at].name);
        part.widget_info(|| WidgetInfo::labeled(Role::Group, true, &label));
        opened
    }
}

/// The nearest place in a direction: what lies straight ahead before what lies aside.
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
