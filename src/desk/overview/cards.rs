//! The cards of the overview: those registers with most cases at a glance.

use egui::{
    Align2, Color32, CornerRadius, FontId, Rect, Sense, Stroke, StrokeKind, Ui, pos2, vec2,
};

use crate::desk::kit::hit_areas::HitAreas;
use crate::desk::kit::theme::{self, Palette};
use crate::desk::kit::widgets::{Tone, paint_tag, tag_size};
use crate::desk::overview::content::{Told, Wish};
use crate::desk::overview::register_summary::RegisterSummary;
use crate::figures::{ComparedCount, Measure};

/// How high a card is.
const CARD: f32 = 108.0;
/// The least width of a card.
const NARROWEST: f32 = 232.0;

/// How many cards stand beside each other.
pub fn cards_that_fit(width: f32) -> usize {
    (((width + theme::GAP) / (NARROWEST + theme::GAP)) as usize).clamp(2, 6)
}

/// The registers that have a card: those with most cases, in the order of the registers, whatever the reference date.
pub fn with_card(told: &Told, fit: usize) -> Vec<usize> {
    let filled = |at: &usize| !told.registers[*at].is_empty();
    let mut all: Vec<usize> = (0..told.registers.len()).filter(filled).collect();
    all.sort_by_key(|at| std::cmp::Reverse(told.registers[*at].len()));
    all.truncate(fit);
    all.sort_unstable();
    all
}

/// The cards, in one row.
pub fn cards_ui(ui: &mut Ui, sight: &RegisterSummary<'_>, cards: &[usize]) -> Option<Wish> {
    let palette = Palette::of(ui);
    let (area, _) = ui.allocate_exact_size(vec2(ui.available_width(), CARD), Sense::hover());
    let gaps = theme::GAP * (cards.len() as f32 - 1.0);
    let width = ((area.width() - gaps) / cards.len() as f32).floor();
    let mut doors = HitAreas::new("cards");
    for (place, at) in cards.iter().enumerate() {
        let left = area.left() + place as f32 * (width + theme::GAP);
        let rect = Rect::from_min_size(pos2(left, area.top()), vec2(width, CARD));
        let stroke = Stroke::new(1.0, palette.line);
        let corner = CornerRadius::same(theme::CARD_RADIUS);
        ui.painter()
            .rect(rect, corner, palette.panel, stroke, StrokeKind::Inside);
        card_ui(ui, &mut doors, sight, *at, rect.shrink2(vec2(16.0, 12.0)));
    }
    doors.finish(ui, area, &sight.language.text("overview-cards"))
}

/// What is said below the number of a card, and how wide.
struct Words {
    standing: ComparedCount,
    text: String,
    wide: f32,
}

/// The size of the words below the number of a card.
const WORDS: f32 = 13.0;
/// Between two of them, and before the tag.
const BETWEEN: f32 = 12.0;

/// What came in, went out and was reopened; the last where there was any.
fn words_of(ui: &Ui, sight: &RegisterSummary<'_>, at: usize) -> Vec<Words> {
    let glance = &sight.told.overview.summaries[at];
    let said = [
        (Measure::Inflow, "overview-in"),
        (Measure::Finished, "overview-out"),
        (Measure::Reopened, "overview-reopened"),
    ];
    let words = said.into_iter().filter_map(|(measure, id)| {
        let standing = glance.count_of(measure)?;
        let count = sight.language.count(standing.count as i64);
        let text = sight.language.say(id, &[("count", count.into())]);
        let font = FontId::proportional(WORDS);
        let galley = ui
            .painter()
            .layout_no_wrap(text.clone(), font, Color32::WHITE);
        let wide = galley.size().x;
        let told = measure != Measure::Reopened || standing.count > 0;
        told.then_some(Words {
            standing,
            text,
            wide,
        })
    });
    words.collect()
}

fn card_ui(
    ui: &Ui,
    doors: &mut HitAreas<Wish>,
    sight: &RegisterSummary<'_>,
    at: usize,
    rect: Rect,
) {
    let palette = Palette::of(ui);
    let language = sight.language;
    let main = sight.told.overview.summaries[at].counts[0];
    let definition = sight.told.definition(at);
    let what = match main.measure {
        Measure::Closing => sight.word(main.measure),
        _ => sight.reference.name(language),
    };
    let title = format!("{}, {what}", definition.label.text(language));
    let mut line = Rect::from_min_size(rect.min, vec2(rect.width(), 20.0));
    let bottom = rect.bottom() - 10.0;
    let words = words_of(ui, sight, at);
    let beside = |words: &[Words]| words.iter().map(|words| words.wide + BETWEEN).sum::<f32>();
    let below = pos2(rect.right(), bottom);
    let pressing = sight.pressing(at).map(|(text, tone)| {
        // What was reopened is told where there is room for it; what came in and went out always is.
        let needs = beside(&words[..words.len().min(2)]);
        let fits = |text: &String| needs + tag_size(ui, text).x <= rect.width();
        let now = sight.as_of_now(text.clone());
        match [now, text.clone()].into_iter().find(fits) {
            Some(text) => (text, tone, below),
            None => (text, tone, pos2(rect.right(), line.center().y)),
        }
    });
    let mut room = rect.right();
    if let Some((text, _, right)) = &pressing {
        let side = match *right == below {
            true => &mut room,
            false => &mut line.max.x,
        };
        *side -= tag_size(ui, text).x + 8.0;
    }
    sight.title(ui, doors, at, line, &title);
    let big = FontId::new(30.0, theme::bold());
    let text = language.count(main.count as i64);
    let place = (pos2(rect.left(), rect.center().y), Align2::LEFT_CENTER);
    let number = sight.number(ui, doors, (at, main), place, (&text, big, palette.ink));
    let trend = Rect::from_min_max(
        pos2(
            (number.right() + 20.0).max(rect.left() + rect.width() * 0.42),
            rect.center().y - 12.0,
        ),
        pos2(rect.right() - 4.0, rect.center().y + 12.0),
    );
    if trend.width() > 40.0 {
        sight.trend(ui, at, trend);
    }
    let mut left = rect.left();
    for words in words {
        if words.standing.measure == Measure::Reopened && left + words.wide > room {
            continue;
        }
        let place = (pos2(left, bottom), Align2::LEFT_CENTER);
        let said = (
            words.text.as_str(),
            FontId::proportional(WORDS),
            palette.mute,
        );
        let shown = sight.number(ui, doors, (at, words.standing), place, said);
        left = shown.right() + BETWEEN;
    }
    if let Some((text, tone, right)) = pressing {
        sight.pressing_ui(ui, doors, at, (text, tone), right);
    } else if main.measure != Measure::Closing {
        let before = language.count(main.before as i64);
        let arguments = [
            ("count", before.into()),
            ("period", sight.year_before().into()),
        ];
        let text = language.say("overview-before", &arguments);
        let left = below - vec2(tag_size(ui, &text).x, 0.0);
        paint_tag(ui, left, &text, Tone::Quiet);
    }
}
