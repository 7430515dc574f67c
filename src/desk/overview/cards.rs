//! The cards of the overview: the registers with most cases, at a glance.

use egui::{Align2, CornerRadius, FontId, Pos2, Rect, Sense, Stroke, StrokeKind, Ui, pos2, vec2};

use crate::desk::kit::hit_areas::HitAreas;
use crate::desk::kit::theme::{self, Palette};
use crate::desk::kit::widgets::{Tone, paint_tag, tag_size, text_width};
use crate::desk::overview::context::OverviewContext;
use crate::desk::overview::overview_figures::OverviewFigures;
use crate::desk::overview::register_summary::{NumberText, RegisterSummary};
use crate::desk::overview::target::OverviewTarget;
use crate::figures::{ComparedCount, Measure};

/// The height of a card, in points.
const CARD: f32 = 108.0;
/// The least width of a card.
const NARROWEST: f32 = 232.0;
/// The font size of the counts below the number of a card.
const COUNT_SIZE: f32 = 13.0;
/// The gap between two of those counts, and before the tag.
const GAP: f32 = 12.0;

/// How many cards stand beside each other in this width.
pub fn cards_that_fit(width: f32) -> usize {
    (((width + theme::GAP) / (NARROWEST + theme::GAP)) as usize).clamp(2, 6)
}

/// The indexes of the registers that have a card: those with most cases, in the order of the registers, whatever the
/// reference date.
pub fn with_card(figures: &OverviewFigures, fit: usize) -> Vec<usize> {
    let filled = |at: &usize| !figures.registers[*at].is_empty();
    let mut all: Vec<usize> = (0..figures.registers.len()).filter(filled).collect();
    all.sort_by_key(|at| std::cmp::Reverse(figures.registers[*at].len()));
    all.truncate(fit);
    all.sort_unstable();
    all
}

/// Draws the cards in one row. Returns what was opened.
pub fn cards_ui(
    ui: &mut Ui,
    context: &OverviewContext<'_>,
    cards: &[usize],
) -> Option<OverviewTarget> {
    let palette = Palette::of(ui);
    let (area, _) = ui.allocate_exact_size(vec2(ui.available_width(), CARD), Sense::hover());
    let gaps = theme::GAP * (cards.len() as f32 - 1.0);
    let width = ((area.width() - gaps) / cards.len() as f32).floor();
    let mut areas = HitAreas::new("cards");
    for (place, at) in cards.iter().enumerate() {
        let left = area.left() + place as f32 * (width + theme::GAP);
        let rect = Rect::from_min_size(pos2(left, area.top()), vec2(width, CARD));
        let stroke = Stroke::new(1.0, palette.line);
        let corner = CornerRadius::same(theme::CARD_RADIUS);
        ui.painter()
            .rect(rect, corner, palette.panel, stroke, StrokeKind::Inside);
        let summary = RegisterSummary { context, at: *at };
        card_ui(ui, &mut areas, summary, rect.shrink2(vec2(16.0, 12.0)));
    }
    areas.finish(ui, area, &context.language.text("overview-cards"))
}

/// A count below the number of a card: "12 in".
struct CountText {
    count: ComparedCount,
    text: String,
    width: f32,
    /// Whether there is room for the difference behind it.
    with_difference: bool,
}

/// The tag of a card about due tasks.
struct DueTag {
    text: String,
    tone: Tone,
    /// The point at which it ends, in the middle of its right edge.
    at: Pos2,
}

/// Where the pieces of a card stand.
struct CardLayout {
    /// The line of the title.
    title: Rect,
    /// The point at the right of the line of counts.
    bottom_right: Pos2,
    /// Where the counts end, so that the tag fits behind them.
    counts_end: f32,
    due: Option<DueTag>,
}

/// Draws a card: the name, the most important number with its trend, and below it the other counts and the due tasks.
fn card_ui(
    ui: &Ui,
    areas: &mut HitAreas<OverviewTarget>,
    summary: RegisterSummary<'_>,
    rect: Rect,
) {
    let counts = other_counts(ui, summary, rect.width());
    let layout = card_layout(ui, summary, rect, &counts);
    let main = summary.counts()[0];
    title_ui(ui, areas, summary, main.measure, layout.title);
    main_number_ui(ui, areas, summary, main, rect);
    let mut left = rect.left();
    for count in counts {
        let is_reopened = count.count.measure == Measure::Reopened;
        if is_reopened && left + count.width > layout.counts_end {
            continue;
        }
        let written = NumberText {
            text: &count.text,
            font: FontId::proportional(COUNT_SIZE),
            colour: Palette::of(ui).mute,
            at: pos2(left, layout.bottom_right.y),
            align: Align2::LEFT_CENTER,
            with_difference: count.with_difference,
        };
        let shown = summary.number_ui(ui, areas, count.count, written);
        left = shown.right() + GAP;
    }
    match layout.due {
        Some(due) => summary.due_tag_ui(ui, areas, &due.text, due.tone, due.at),
        None if main.measure != Measure::Closing => {
            year_before_ui(ui, summary, main, layout.bottom_right);
        }
        None => {}
    }
}

/// The counts below the main one: what came in, what was finished, and what was reopened where there was any. The
/// differences stand behind them where this width has room for those of the first two.
fn other_counts(ui: &Ui, summary: RegisterSummary<'_>, room: f32) -> Vec<CountText> {
    let language = summary.context.language;
    let measures = [
        (Measure::Inflow, "overview-in"),
        (Measure::Finished, "overview-out"),
        (Measure::Reopened, "overview-reopened"),
    ];
    let counts = measures.into_iter().filter_map(|(measure, id)| {
        let count = summary.count_of(measure)?;
        let number = language.count(count.count as i64);
        let text = language.say(id, &[("count", number.into())]);
        let font = FontId::proportional(COUNT_SIZE);
        let width = text_width(ui, &text, font);
        let is_shown = measure != Measure::Reopened || count.count > 0;
        is_shown.then_some(CountText {
            count,
            text,
            width,
            with_difference: false,
        })
    });
    let mut counts: Vec<CountText> = counts.collect();
    let differences = counts.iter();
    let differences = differences.map(|count| summary.difference_width(ui, count.count));
    let differences: Vec<f32> = differences.collect();
    let first = counts.iter().zip(&differences).take(2);
    let needed: f32 = first
        .map(|(count, difference)| count.width + difference + GAP)
        .sum();
    if needed - GAP <= room {
        for (count, difference) in counts.iter_mut().zip(differences) {
            count.width += difference;
            count.with_difference = true;
        }
    }
    counts
}

/// The layout of a card. The tag about due tasks stands behind the counts, or, where there is no room, behind the title.
fn card_layout(
    ui: &Ui,
    summary: RegisterSummary<'_>,
    rect: Rect,
    counts: &[CountText],
) -> CardLayout {
    let mut title = Rect::from_min_size(rect.min, vec2(rect.width(), 20.0));
    let bottom_right = pos2(rect.right(), rect.bottom() - 10.0);
    let mut counts_end = rect.right();
    let due = summary.due_text().map(|(text, tone)| {
        // What was reopened is shown where there is room for it; what came in and what was finished always are.
        let first = counts.iter().take(2);
        let needed: f32 = first.map(|count| count.width + GAP).sum();
        let fits = |text: &String| needed + tag_size(ui, text).x <= rect.width();
        let marked = summary.context.as_of_now(text.clone());
        let behind_counts = [marked, text.clone()].into_iter().find(fits);
        let (text, at, end) = match behind_counts {
            Some(text) => (text, bottom_right, &mut counts_end),
            None => {
                let at = pos2(rect.right(), title.center().y);
                (text, at, &mut title.max.x)
            }
        };
        *end -= tag_size(ui, &text).x + 8.0;
        DueTag { text, tone, at }
    });
    CardLayout {
        title,
        bottom_right,
        counts_end,
        due,
    }
}

/// Draws the name of the register and what its number is: "Woonoverlast, lopend".
fn title_ui(
    ui: &Ui,
    areas: &mut HitAreas<OverviewTarget>,
    summary: RegisterSummary<'_>,
    measure: Measure,
    rect: Rect,
) {
    let language = summary.context.language;
    let counted = match measure {
        Measure::Closing => summary.word(measure),
        _ => summary.context.reference.name(language),
    };
    let register = summary.definition().label.text(language);
    let title = format!("{register}, {counted}");
    summary.title_ui(ui, areas, rect, &title);
}

/// Draws the number of a card in large letters, with its trend behind it where there is room.
fn main_number_ui(
    ui: &Ui,
    areas: &mut HitAreas<OverviewTarget>,
    summary: RegisterSummary<'_>,
    main: ComparedCount,
    rect: Rect,
) {
    let middle = rect.center().y;
    let written = NumberText {
        text: &summary.context.language.count(main.count as i64),
        font: FontId::new(30.0, theme::bold()),
        colour: Palette::of(ui).ink,
        at: pos2(rect.left(), middle),
        align: Align2::LEFT_CENTER,
        with_difference: true,
    };
    let number = summary.number_ui(ui, areas, main, written);
    let left = (number.right() + 20.0).max(rect.left() + rect.width() * 0.42);
    let trend = Rect::from_min_max(
        pos2(left, middle - 12.0),
        pos2(rect.right() - 4.0, middle + 12.0),
    );
    if trend.width() > 40.0 {
        summary.trend_ui(ui, trend);
    }
}

/// Draws how many events there were a year earlier, in a tag that ends at this point.
fn year_before_ui(ui: &Ui, summary: RegisterSummary<'_>, main: ComparedCount, right_centre: Pos2) {
    let language = summary.context.language;
    let before = language.count(main.before as i64);
    let arguments = [
        ("count", before.into()),
        ("period", summary.context.year_before().into()),
    ];
    let text = language.say("overview-before", &arguments);
    let left = right_centre - vec2(tag_size(ui, &text).x, 0.0);
    paint_tag(ui, left, &text, Tone::Quiet);
}
