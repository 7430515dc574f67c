//! The indicators on the overview: what the year of the reference date was to come to, what it came to, and the year before.

use std::sync::Arc;

use egui::accesskit::Role;
use egui::{Align2, Rect, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

use crate::desk::indicators::known_values::case_counts;
use crate::desk::kit::hit_areas::HitAreas;
use crate::desk::kit::memo::Memo;
use crate::desk::kit::theme::{self, Palette};
use crate::desk::kit::widgets::{Tone, paint_cell, paint_tag, say};
use crate::desk::overview::content::Wish;
use crate::desk::state::vault::OpenVault;
use crate::figures::{
    Basis, Figure, FigureError, Period, YearFigure, Yearbook, counted_figure, written_amount,
};
use crate::language::{Label, Language};
use crate::register::{Amount, Direction, Unit};
use crate::report::IndicatorRow;

/// How high a line is.
const LINE: f32 = 32.0;

/// An indicator in a year, as it is shown.
pub struct IndicatorLine {
    label: Label,
    unit: Unit,
    direction: Direction,
    budget: Option<Amount>,
    actual: Option<Amount>,
    before: Option<Amount>,
    /// Whether both years were measured alike.
    broken: bool,
    reached: Option<bool>,
    /// The register and the figure whose cases are behind it.
    behind: Option<(String, Figure)>,
}

/// The lines of a year, as long as nothing they follow from changed.
#[derive(Default)]
pub struct IndicatorLines(Memo<(i32, u64, u64), Vec<IndicatorLine>>);

impl IndicatorLines {
    /// The indicators of which something is known in this year or the one before.
    ///
    /// # Errors
    /// An indicator is counted by what its register does not have.
    pub fn of(
        &mut self,
        vault: &OpenVault,
        year: i32,
    ) -> Result<Arc<Vec<IndicatorLine>>, FigureError> {
        let (indicators, values, told) = vault.indicators();
        self.0.get((year, vault.generation_of_all(), told), |_| {
            let counts = case_counts(vault, &indicators, year - 1..=year)?;
            let yearbook = Yearbook {
                indicators: &indicators,
                values: &values,
                counts: &counts,
            };
            let lines = yearbook.annual(year).into_iter().map(|annual| {
                let indicator = annual.indicator;
                let amount = |figure: &YearFigure| figure.actual.map(|actual| actual.amount);
                // What was typed has no cases behind it.
                let counted = annual
                    .this
                    .actual
                    .filter(|actual| actual.basis == Basis::Counted);
                let behind = indicator.counts.as_ref().filter(|_| counted.is_some());
                let behind = behind.and_then(|counts| {
                    let definition = vault.definition(&counts.register)?;
                    let period = Period::year(year)?;
                    let figure = counted_figure(&definition, counts, None, period).ok()?;
                    Some((counts.register.clone(), figure))
                });
                IndicatorLine {
                    label: indicator.label.clone(),
                    unit: indicator.unit,
                    direction: indicator.direction,
                    budget: annual.this.typed.budget,
                    actual: amount(&annual.this),
                    before: amount(&annual.before),
                    broken: annual.broken(),
                    reached: annual.reached(),
                    behind,
                }
            });
            Ok(lines.collect())
        })
    }
}

impl IndicatorLine {
    /// As it goes out.
    pub fn row(&self, language: Language) -> IndicatorRow {
        let number = |amount: Option<Amount>| amount.map(Amount::number);
        IndicatorRow {
            label: self.label.text(language).to_owned(),
            verdict: self.verdict(language).0,
            numbers: [self.budget, self.actual, self.before].map(number),
        }
    }

    /// Whether the goal was reached, as a tag says it.
    fn verdict(&self, language: Language) -> (String, Tone) {
        let (id, tone) = match (self.reached, self.direction, self.budget) {
            (Some(true), Direction::Lower, _) => ("overview-reached-lower", Tone::Ok),
            (Some(true), _, _) => ("overview-reached", Tone::Ok),
            (Some(false), _, _) => ("overview-missed", Tone::Bad),
            (None, _, Some(_)) if self.actual.is_none() => ("overview-not-yet", Tone::Quiet),
            _ => ("overview-no-goal", Tone::Quiet),
        };
        (language.text(id), tone)
    }
}

/// What stands above the numbers of a year.
pub fn heads(year: i32, language: Language) -> [String; 3] {
    [
        language.text("overview-budget"),
        language.text("overview-actual"),
        (year - 1).to_string(),
    ]
}

/// The table of the indicators.
pub fn indicators_ui(
    ui: &mut Ui,
    lines: &[IndicatorLine],
    year: i32,
    language: Language,
) -> Option<Wish> {
    let palette = Palette::of(ui);
    let title = language.say("overview-indicators", &[("year", year.to_string().into())]);
    ui.add_space(6.0);
    say(ui, &title, theme::heading(), palette.ink);
    let size = vec2(ui.available_width(), LINE * (lines.len() + 1) as f32);
    let (area, _) = ui.allocate_exact_size(size, Sense::hover());
    let places = Places::in_width(area);
    let row = |line: usize| {
        let top = area.top() + LINE * line as f32;
        Rect::from_min_size(pos2(area.left(), top), vec2(area.width(), LINE))
    };
    let heads = heads(year, language);
    places.head(ui, row(0), &heads, language);
    let mut doors = HitAreas::new("indicators");
    for (place, line) in (1..).zip(lines) {
        line.ui(ui, &mut doors, row(place), &places, &heads, language);
    }
    if lines.iter().any(|line| line.broken) {
        let text = language.text("overview-broken");
        say(ui, text, theme::label(), palette.mute);
    }
    doors.finish(ui, area, &title)
}

impl IndicatorLine {
    fn written(&self, amount: Option<Amount>, language: Language) -> String {
        let written = |amount| written_amount(amount, self.unit, language);
        amount.map_or_else(|| "–".to_owned(), written)
    }

    fn ui(
        &self,
        ui: &Ui,
        doors: &mut HitAreas<Wish>,
        rect: Rect,
        places: &Places,
        heads: &[String; 3],
        language: Language,
    ) {
        let palette = Palette::of(ui);
        let rule = Stroke::new(1.0, palette.line);
        ui.painter().hline(rect.x_range(), rect.top(), rule);
        let label = self.label.text(language);
        let (font, align) = (theme::body(), Align2::LEFT_CENTER);
        paint_cell(ui, places.name(rect), label, font, palette.ink, align);
        let amounts = [self.budget, self.actual, self.before];
        let texts = amounts.map(|amount| self.written(amount, language));
        let fonts = [theme::body(), theme::strong(), theme::body()];
        let inks = [palette.ink, palette.ink, palette.mute];
        for at in 0..3 {
            let place = (
                pos2(places.numbers[at], rect.center().y),
                Align2::RIGHT_CENTER,
            );
            let (text, font) = (texts[at].as_str(), fonts[at].clone());
            match &self.behind {
                Some((register, figure)) if at == 1 => {
                    let figure = Box::new(figure.clone());
                    let wish = Wish::Cases(register.clone(), figure, label.to_owned());
                    let says = format!("{label}: {text}");
                    doors.text(ui, place, (text, font), inks[at], (says, wish));
                }
                _ => {
                    let ink = amounts[at].map_or(palette.faint, |_| inks[at]);
                    ui.painter().text(place.0, place.1, text, font, ink);
                }
            }
        }
        if self.broken {
            let at = pos2(places.numbers[2] + 3.0, rect.center().y);
            let font = theme::strong();
            ui.painter()
                .text(at, Align2::LEFT_CENTER, "*", font, palette.warn.0);
        }
        let (verdict, tone) = self.verdict(language);
        paint_tag(ui, pos2(places.verdict, rect.center().y), &verdict, tone);
        // Painted, and so said here as one line.
        let told = heads
            .iter()
            .zip(&texts)
            .map(|(head, text)| format!("{head} {text}"));
        let told: Vec<String> = told.collect();
        let says = format!("{label}, {}, {verdict}", told.join(", ").to_lowercase());
        let id = egui::Id::unique(("indicator", label));
        let whole = ui.interact(rect, id, Sense::hover());
        whole.widget_info(|| WidgetInfo::labeled(Role::Label, true, &says));
    }
}

/// Where the name ends, where the numbers end, and where the verdict begins.
struct Places {
    numbers: [f32; 3],
    name: f32,
    verdict: f32,
}

impl Places {
    fn in_width(area: Rect) -> Self {
        let verdict = area.right() - 170.0;
        let number = (area.width() * 0.12).clamp(70.0, 150.0);
        let last = verdict - 40.0;
        Self {
            numbers: [last - 2.0 * number, last - number, last],
            name: last - 3.0 * number,
            verdict,
        }
    }

    fn name(&self, rect: Rect) -> Rect {
        // A cell has a margin; the names stand at the edge.
        rect.with_max_x(self.name).with_min_x(rect.left() - 8.0)
    }

    fn head(&self, ui: &Ui, rect: Rect, heads: &[String; 3], language: Language) {
        let (font, colour) = (theme::label(), Palette::of(ui).mute);
        let put = |x: f32, align: Align2, text: &str| {
            let at = pos2(x, rect.center().y);
            ui.painter().text(at, align, text, font.clone(), colour);
        };
        put(
            rect.left(),
            Align2::LEFT_CENTER,
            &language.text("overview-indicator"),
        );
        for (head, right) in heads.iter().zip(self.numbers) {
            put(right, Align2::RIGHT_CENTER, head);
        }
        put(
            self.verdict,
            Align2::LEFT_CENTER,
            &language.text("overview-goal"),
        );
    }
}
