//! The table of the overview: the registers without a card, a line each.

use egui::{Align2, Rect, Sense, Stroke, Ui, pos2, vec2};

use crate::desk::kit::hit_areas::{HitAreas, HitText};
use crate::desk::kit::theme::{self, Palette};
use crate::desk::kit::widgets::{paint_cell, text_width};
use crate::desk::overview::context::OverviewContext;
use crate::desk::overview::register_summary::{NumberText, RegisterSummary};
use crate::desk::overview::target::OverviewTarget;
use crate::figures::Measure;

/// The height of a line, in points.
const LINE: f32 = 30.0;
/// From this width on the table stands in two halves beside each other.
const TWO_HALVES: f32 = 900.0;
/// The same where the numbers of a year earlier are shown as well.
const TWO_COMPARED_HALVES: f32 = 1300.0;

/// Draws the registers with these indexes, a line each. Returns what was opened.
pub fn table_ui(
    ui: &mut Ui,
    context: &OverviewContext<'_>,
    registers: &[usize],
) -> Option<OverviewTarget> {
    let width = ui.available_width();
    let wide = match context.compare {
        true => TWO_COMPARED_HALVES,
        false => TWO_HALVES,
    };
    let halves = if width >= wide { 2 } else { 1 };
    let lines = registers.len().div_ceil(halves);
    let height = LINE * (lines + 1) as f32;
    let (area, _) = ui.allocate_exact_size(vec2(width, height), Sense::hover());
    let between = if halves > 1 { 32.0 } else { 0.0 };
    let half = ((width - between) / halves as f32).floor();
    let mut areas = HitAreas::new("registers");
    for (place, registers) in registers.chunks(lines.max(1)).enumerate() {
        let left = area.left() + place as f32 * (half + between);
        let top = Rect::from_min_size(pos2(left, area.top()), vec2(half, LINE));
        let columns = Columns::of(ui, context, top);
        headings_ui(ui, context, &columns, top);
        for (line, at) in (1..).zip(registers) {
            let rect = top.translate(vec2(0.0, LINE * line as f32));
            let summary = RegisterSummary { context, at: *at };
            line_ui(ui, &mut areas, summary, &columns, rect);
        }
    }
    areas.finish(ui, area, &context.language.text("overview-others"))
}

/// Where the columns end, in points from the left of the screen.
struct Columns {
    name: f32,
    /// What runs, what came in, and what was finished.
    numbers: [f32; 3],
    late: f32,
    trend: f32,
    /// How much of the column of a number is for the difference behind it.
    difference: f32,
}

impl Columns {
    /// As wide as the longest number wants.
    fn of(ui: &Ui, context: &OverviewContext<'_>, rect: Rect) -> Self {
        let summaries = context.figures.overview.summaries.iter();
        let counts = summaries.flat_map(|summary| summary.counts.iter().map(|number| number.count));
        let longest = context.language.count(counts.max().unwrap_or(0) as i64);
        let longest = text_width(ui, &longest, theme::strong());
        let difference = if context.compare { 34.0 } else { 0.0 };
        let number = longest.max(30.0) + 16.0 + difference;
        let trend_width = (rect.width() * 0.14).clamp(48.0, 120.0);
        let trend = rect.right() - 4.0;
        let late = trend - trend_width - 24.0;
        let last = late - 66.0;
        Self {
            name: last - 3.0 * number,
            numbers: [last - 2.0 * number, last - number, last],
            late,
            trend,
            difference,
        }
    }
}

fn headings_ui(ui: &Ui, context: &OverviewContext<'_>, columns: &Columns, rect: Rect) {
    let (language, colour) = (context.language, Palette::of(ui).mute);
    let cell = rect.with_max_x(columns.name).expand2(vec2(8.0, 0.0));
    let name = language.text("overview-register");
    let align = Align2::LEFT_CENTER;
    paint_cell(ui, cell, &name, theme::label(), colour, align);
    let late = match context.reference.date == context.reference.today {
        true => "overview-column-late",
        false => "overview-column-late-now",
    };
    let [running, inflow, finished] = columns.numbers.map(|right| right - columns.difference);
    let headings = [
        ("running", running),
        ("overview-column-in", inflow),
        ("overview-column-out", finished),
        (late, columns.late),
        ("overview-column-trend", columns.trend),
    ];
    for (id, right) in headings {
        let (at, text) = (pos2(right, rect.center().y), language.text(id));
        ui.painter()
            .text(at, Align2::RIGHT_CENTER, text, theme::label(), colour);
    }
    line_below_ui(ui, rect);
}

fn line_below_ui(ui: &Ui, rect: Rect) {
    let line = Stroke::new(1.0, Palette::of(ui).line);
    ui.painter()
        .hline(rect.x_range(), rect.bottom() - 0.5, line);
}

/// Draws the line of a register.
fn line_ui(
    ui: &Ui,
    areas: &mut HitAreas<OverviewTarget>,
    summary: RegisterSummary<'_>,
    columns: &Columns,
    rect: Rect,
) {
    let middle = rect.center().y;
    let name = rect.with_max_x(columns.name - 8.0);
    summary.title_ui(ui, areas, name, &summary.name());
    let counts = match summary.count_of(Measure::Count) {
        Some(events) => [None, Some(events), None],
        None => [Measure::Closing, Measure::Inflow, Measure::Finished]
            .map(|measure| summary.count_of(measure)),
    };
    for (count, right) in counts.into_iter().zip(columns.numbers) {
        let Some(count) = count else { continue };
        let written = NumberText {
            text: &summary.context.language.count(count.count as i64),
            font: match count.measure {
                Measure::Closing | Measure::Count => theme::strong(),
                _ => theme::body(),
            },
            colour: Palette::of(ui).ink,
            at: pos2(right - columns.difference, middle),
            align: Align2::RIGHT_CENTER,
            with_difference: true,
        };
        summary.number_ui(ui, areas, count, written);
    }
    late_ui(ui, areas, summary, pos2(columns.late, middle));
    let trend = Rect::from_min_max(
        pos2(columns.late + 24.0, middle - 8.0),
        pos2(columns.trend, middle + 8.0),
    );
    summary.trend_ui(ui, trend);
    line_below_ui(ui, rect);
}

/// Draws how many cases have overdue tasks, where there are any; it opens them in the list of work.
fn late_ui(
    ui: &Ui,
    areas: &mut HitAreas<OverviewTarget>,
    summary: RegisterSummary<'_>,
    right_centre: egui::Pos2,
) {
    let late = summary.due().late;
    if late == 0 {
        return;
    }
    let language = summary.context.language;
    let text = language.count(late as i64);
    let spoken = language.say("overview-late", &[("count", (late as i64).into())]);
    let spoken = format!("{}: {spoken}", summary.name());
    let text = HitText {
        text: &text,
        font: theme::strong(),
        colour: Palette::of(ui).bad.0,
        at: right_centre,
        align: Align2::RIGHT_CENTER,
    };
    areas.text(ui, &text, spoken, summary.work());
}
