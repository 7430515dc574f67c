//! A slider over the years for the reference date: dragged by the day, or moved with the keyboard by the month and by the
//! year.

use chrono::{Datelike, Days, NaiveDate};
use egui::accesskit::{Action, Role};
use egui::{
    Align2, CursorIcon, EventFilter, Id, Key, Modifiers, Rect, Response, Sense, Stroke, Ui, Vec2,
    WidgetInfo, pos2, vec2,
};

use crate::desk::kit::theme::{self, Palette};
use crate::desk::kit::widgets::focus_ring_at;
use crate::desk::state::reference_date::ReferenceDate;
use crate::figures::Step;
use crate::language::Language;

/// The greatest number of years: one wrong year in a date must not make the others unreachable.
const MOST_YEARS: i32 = 20;
/// How high it is, in points: the line with the years below it.
const HEIGHT: f32 = 44.0;
/// Within this many points of the end of a year, the slider stops at that day.
const NEAR: f32 = 4.0;
/// The radius of the knob, in points.
const KNOB: f32 = 8.0;

/// The slider, from the day of the first case to today.
pub struct TimelineSlider {
    first: NaiveDate,
    last: NaiveDate,
}

impl TimelineSlider {
    /// With the day of the first case; a reference date in the future is drawn at the end.
    pub fn new(first: Option<NaiveDate>, today: NaiveDate) -> Self {
        let years_ago =
            |years: i32| NaiveDate::from_ymd_opt(today.year() - years, 1, 1).unwrap_or(today);
        let first = first.unwrap_or(years_ago(1)).max(years_ago(MOST_YEARS));
        Self {
            // A line of a year, also where the first case is of today.
            first: first.min(years_ago(0)),
            last: today,
        }
    }

    /// The id by which it has the keyboard.
    pub fn id() -> Id {
        Id::unique("timeline")
    }

    fn days(&self) -> f32 {
        (self.last - self.first).num_days().max(1) as f32
    }

    fn place(&self, track: Rect, date: NaiveDate) -> f32 {
        let share = (date - self.first).num_days() as f32 / self.days();
        track.left() + track.width() * share.clamp(0.0, 1.0)
    }

    fn date_at(&self, track: Rect, x: f32) -> NaiveDate {
        let share = ((x - track.left()) / track.width()).clamp(0.0, 1.0);
        let days = (share * self.days()).round() as u64;
        let date = self.first.checked_add_days(Days::new(days));
        let date = date.unwrap_or(self.last);
        let ends = [date.year() - 1, date.year()];
        let mut ends = ends.into_iter().filter_map(end_of);
        ends.find(|end| *end <= self.last && (self.place(track, *end) - x).abs() <= NEAR)
            .unwrap_or(date)
    }

    /// Draws the slider. Returns its response, and the date that was chosen.
    pub fn ui(
        &self,
        ui: &mut Ui,
        reference: ReferenceDate,
        language: Language,
    ) -> (Response, Option<NaiveDate>) {
        let (area, _) = ui.allocate_exact_size(vec2(ui.available_width(), HEIGHT), Sense::hover());
        let today = language.text("overview-today");
        let today_size = text_size(ui, &today);
        let right = area.right() - today_size.x - 16.0;
        let track = Rect::from_min_max(
            pos2(area.left() + KNOB, area.top() + 8.0),
            pos2(right - KNOB, area.top() + 14.0),
        );
        let mut marks = self.year_marks(ui, track);
        let place = pos2(right + 12.0, track.center().y - today_size.y / 2.0);
        marks.push(Mark {
            text: today,
            rect: Rect::from_min_size(place, today_size),
            date: self.last,
        });
        let mut chosen = None;
        for mark in &marks {
            let response = mark.ui(ui, language);
            chosen = chosen.or(response.clicked().then_some(mark.date));
        }
        let (slider, moved) = self.track_ui(ui, track, reference);
        chosen = moved.or(chosen);
        let date = chosen.unwrap_or(reference.date);
        self.paint(ui, track, date, slider.has_focus());
        let name = language.say("overview-slider", &[("date", language.date(date).into())]);
        slider.widget_info(|| WidgetInfo {
            value: Some(f64::from(date.num_days_from_ce())),
            ..WidgetInfo::labeled(Role::Slider, true, &name)
        });
        let steps = [Action::Increment, Action::Decrement];
        ui.ctx().accesskit_node_builder(slider.id, |node| {
            steps.iter().for_each(|step| node.add_action(*step));
        });
        (slider, chosen.filter(|chosen| *chosen != reference.date))
    }

    /// The line itself, for the mouse and the keyboard. Returns the date it was moved to.
    fn track_ui(
        &self,
        ui: &Ui,
        track: Rect,
        reference: ReferenceDate,
    ) -> (Response, Option<NaiveDate>) {
        let around = track.expand2(vec2(KNOB, 8.0));
        let slider = ui.interact(around, Self::id(), Sense::click_and_drag());
        let slider = slider.on_hover_and_drag_cursor(CursorIcon::ResizeHorizontal);
        let pointer = slider.interact_pointer_pos();
        let mut moved = pointer.map(|at| self.date_at(track, at.x));
        if slider.drag_started() || slider.clicked() {
            slider.request_focus();
        }
        if slider.has_focus() {
            moved = self.keyboard(ui, reference).or(moved);
        }
        (slider, moved)
    }

    /// The years, each in the middle of its stretch of the line where there is room for it.
    fn year_marks(&self, ui: &Ui, track: Rect) -> Vec<Mark> {
        let mut marks = Vec::new();
        let mut free = track.left() - KNOB;
        for year in self.first.year()..=self.last.year() {
            let (Some(begin), Some(end)) = (NaiveDate::from_ymd_opt(year, 1, 1), end_of(year))
            else {
                continue;
            };
            let date = end.min(self.last);
            let middle = (self.place(track, begin) + self.place(track, date)) / 2.0;
            let text = year.to_string();
            let size = text_size(ui, &text);
            let rect = Rect::from_center_size(pos2(middle, track.bottom() + 18.0), size);
            if rect.left() >= free {
                free = rect.right() + 8.0;
                marks.push(Mark { text, rect, date });
            }
        }
        marks
    }

    fn paint(&self, ui: &Ui, track: Rect, date: NaiveDate, focused: bool) {
        let palette = Palette::of(ui);
        let x = self.place(track, date);
        let painter = ui.painter();
        painter.rect_filled(track, 3.0, palette.line);
        painter.rect_filled(track.with_max_x(x), 3.0, palette.series[0].1);
        for year in self.first.year()..self.last.year() {
            let Some(end) = end_of(year) else { continue };
            let line = Stroke::new(1.0, palette.background);
            painter.vline(self.place(track, end), track.y_range(), line);
        }
        let knob = pos2(x, track.center().y);
        painter.circle(knob, KNOB, palette.accent, Stroke::new(2.0, palette.panel));
        if focused {
            let ring = Rect::from_center_size(knob, vec2(2.0 * KNOB, 2.0 * KNOB));
            focus_ring_at(ui, ring, KNOB as u8);
        }
    }

    /// A month with the arrows, a year with Page Up and Page Down or with Shift, and both ends.
    fn keyboard(&self, ui: &Ui, reference: ReferenceDate) -> Option<NaiveDate> {
        let filter = EventFilter {
            horizontal_arrows: true,
            ..EventFilter::default()
        };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(Self::id(), filter));
        let step = |step: Step, on: bool| {
            let reference = ReferenceDate { step, ..reference };
            let moved = if on {
                reference.next()
            } else {
                reference.previous()
            };
            moved.date.clamp(self.first, self.last)
        };
        let pressed = |modifiers: Modifiers, key: Key| {
            ui.input_mut(|input| input.consume_key(modifiers, key))
        };
        let asked = |action: Action| {
            ui.input(|input| input.has_accesskit_action_request(Self::id(), action))
        };
        let (none, shift) = (Modifiers::NONE, Modifiers::SHIFT);
        if pressed(shift, Key::ArrowLeft) || pressed(none, Key::PageDown) {
            Some(step(Step::Year, false))
        } else if pressed(shift, Key::ArrowRight) || pressed(none, Key::PageUp) {
            Some(step(Step::Year, true))
        } else if pressed(none, Key::ArrowLeft) || asked(Action::Decrement) {
            Some(step(Step::Month, false))
        } else if pressed(none, Key::ArrowRight) || asked(Action::Increment) {
            Some(step(Step::Month, true))
        } else if pressed(none, Key::Home) {
            Some(self.first)
        } else if pressed(none, Key::End) {
            Some(self.last)
        } else {
            None
        }
    }
}

/// A year, or today, that can be clicked; the keyboard comes there along the line.
struct Mark {
    text: String,
    rect: Rect,
    /// The date it moves to.
    date: NaiveDate,
}

impl Mark {
    fn ui(&self, ui: &Ui, language: Language) -> Response {
        let palette = Palette::of(ui);
        let id = TimelineSlider::id().with(&self.text);
        let response = ui.interact(self.rect.expand(4.0), id, Sense::CLICK);
        let date = language.date(self.date);
        let name = language.say("overview-move-to", &[("date", date.into())]);
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
        let colour = match response.hovered() {
            true => palette.accent,
            false => palette.mute,
        };
        let (centre, font) = (Align2::CENTER_CENTER, theme::label());
        ui.painter()
            .text(self.rect.center(), centre, &self.text, font, colour);
        response
            .on_hover_cursor(CursorIcon::PointingHand)
            .on_hover_text(name)
    }
}

fn text_size(ui: &Ui, text: &str) -> Vec2 {
    let colour = Palette::of(ui).mute;
    let galley = ui
        .painter()
        .layout_no_wrap(text.to_owned(), theme::label(), colour);
    galley.size()
}

/// The last day of a year.
fn end_of(year: i32) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(year, 12, 31)
}
