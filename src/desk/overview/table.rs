//! The registers without a card, a line each.

use egui::{Align2, Color32, Rect, Sense, Stroke, Ui, pos2, vec2};

use crate::desk::kit::hit_areas::{HitAreas, HitText};
use crate::desk::kit::theme::{self, Palette};
use crate::desk::kit::widgets::paint_cell;
use crate::desk::overview::content::Wish;
use crate::desk::overview::register_summary::RegisterSummary;
use crate::figures::Measure;

/// How high a line of the table is.
const LINE: f32 = 30.0;
/// From this width on the table stands in two halves beside each other, without and with what stood
/// a year earlier.
const HALVES: (f32, f32) = (900.0, 1300.0);

/// The other registers, a line each.
pub fn table_ui(ui: &mut Ui, sight: &RegisterSummary<'_>, others: &[usize]) -> Option<Wish> {
    let width = ui.available_width();
    let wide = if sight.compare { HALVES.1 } else { HALVES.0 };
    let halves = if width >= wide { 2 } else { 1 };
    let lines = others.len().div_ceil(halves);
    let height = LINE * (lines + 1) as f32;
    let (area, _) = ui.allocate_exact_size(vec2(width, height), Sense::hover());
    let between = if halves > 1 { 32.0 } else { 0.0 };
    let half = ((width - between) / halves as f32).floor();
    let mut doors = HitAreas::new("registers");
    for (place, others) in others.chunks(lines.max(1)).enumerate() {
        let left = area.left() + place as f32 * (half + between);
        let top = Rect::from_min_size(pos2(left, area.top()), vec2(half, LINE));
        header(ui, sight, top);
        for (line, at) in (1..).zip(others) {
            let rect = top.translate(vec2(0.0, LINE * line as f32));
            line_ui(ui, &mut doors, sight, *at, rect);
        }
    }
    doors.finish(ui, area, &sight.language.text("overview-others"))
}

/// Where the columns of a line end: three numbers, what is late, and the trend; before them there is room for a name.
struct Columns {
    name: f32,
    rights: [f32; 5],
    /// How much of a number's column is for the difference behind it.
    note: f32,
}

impl Columns {
    /// As wide as the longest number wants.
    fn of(ui: &Ui, sight: &RegisterSummary<'_>, rect: Rect) -> Self {
        let glances = sight.told.overview.summaries.iter();
        let counts = glances.flat_map(|glance| glance.counts.iter().map(|number| number.count));
        let longest = sight.language.count(counts.max().unwrap_or(0) as i64);
        let galley = ui
            .painter()
            .layout_no_wrap(longest, theme::strong(), Color32::WHITE);
        let note = if sight.compare { 34.0 } else { 0.0 };
        let number = galley.size().x.max(30.0) + 16.0 + note;
        let trend = (rect.width() * 0.14).clamp(48.0, 120.0);
        let right = rect.right() - 4.0;
        let late = right - trend - 24.0;
        let first = late - 66.0;
        Self {
            name: first - 3.0 * number,
            rights: [first - 2.0 * number, first - number, first, late, right],
            note,
        }
    }
}

fn header(ui: &Ui, sight: &RegisterSummary<'_>, rect: Rect) {
    let palette = Palette::of(ui);
    let language = sight.language;
    let Columns { name, rights, note } = Columns::of(ui, sight, rect);
    let cell = rect.with_max_x(name).expand2(vec2(8.0, 0.0));
    let (font, colour) = (theme::label(), palette.mute);
    paint_cell(
        ui,
        cell,
        &language.text("overview-register"),
        font.clone(),
        colour,
        Align2::LEFT_CENTER,
    );
    let late = match sight.reference.date == sight.reference.today {
        true => "overview-column-late",
        false => "overview-column-late-now",
    };
    let columns = [
        "running",
        "overview-column-in",
        "overview-column-out",
        late,
        "overview-column-trend",
    ];
    for (place, (id, right)) in columns.into_iter().zip(rights).enumerate() {
        let right = right - if place < 3 { note } else { 0.0 };
        let at = pos2(right, rect.center().y);
        let text = language.text(id);
        ui.painter()
            .text(at, Align2::RIGHT_CENTER, text, font.clone(), colour);
    }
    line_below(ui, rect);
}

fn line_below(ui: &Ui, rect: Rect) {
    let line = Stroke::new(1.0, Palette::of(ui).line);
    ui.painter()
        .hline(rect.x_range(), rect.bottom() - 0.5, line);
}

fn line_ui(
    ui: &Ui,
    doors: &mut HitAreas<Wish>,
    sight: &RegisterSummary<'_>,
    at: usize,
    rect: Rect,
) {
    let palette = Palette::of(ui);
    let language = sight.language;
    let Columns { name, rights, note } = Columns::of(ui, sight, rect);
    let glance = &sight.told.overview.summaries[at];
    sight.title(ui, doors, at, rect.with_max_x(name - 8.0), &sight.name(at));
    let numbers = match glance.count_of(Measure::Count) {
        Some(events) => [None, Some(events), None],
        None => [Measure::Closing, Measure::Inflow, Measure::Finished]
            .map(|measure| glance.count_of(measure)),
    };
    for (number, right) in numbers.into_iter().zip(rights) {
        let place = (pos2(right - note, rect.center().y), Align2::RIGHT_CENTER);
        let Some(number) = number else { continue };
        let text = language.count(number.count as i64);
        let font = match number.measure {
            Measure::Closing | Measure::Count => theme::strong(),
            _ => theme::body(),
        };
        sight.number(ui, doors, (at, number), place, (&text, font, palette.ink));
    }
    let late = sight
        .work
        .get(&sight.told.definition(at).id)
        .map_or(0, |pressing| pressing.late);
    if late > 0 {
        let text = language.count(late as i64);
        let says = language.say("overview-late", &[("count", (late as i64).into())]);
        let says = format!("{}: {says}", sight.name(at));
        let wish = Wish::Work(sight.told.definition(at).id.clone());
        let text = HitText {
            text: &text,
            font: theme::strong(),
            colour: palette.bad.0,
            at: pos2(rights[3], rect.center().y),
            align: Align2::RIGHT_CENTER,
        };
        doors.text(ui, &text, says, wish);
    }
    let trend = Rect::from_min_max(
        pos2(rights[3] + 24.0, rect.center().y - 8.0),
        pos2(rights[4], rect.center().y + 8.0),
    );
    sight.trend(ui, at, trend);
    line_below(ui, rect);
}
