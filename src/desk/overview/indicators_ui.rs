//! Draws the indicators on the overview.

use egui::accesskit::Role;
use egui::{Align2, Id, Rect, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

use crate::desk::kit::hit_areas::{HitAreas, HitText};
use crate::desk::kit::theme::{self, Palette};
use crate::desk::kit::widgets::{label_ui, paint_cell, paint_tag};
use crate::desk::overview::indicator_lines::{IndicatorLine, headings};
use crate::desk::overview::target::OverviewTarget;
use crate::language::Language;

/// The height of a line, in points.
const LINE: f32 = 32.0;

/// The index of the result among the numbers of a line; it opens the cases it counts.
const RESULT: usize = 1;

/// Draws the table of the indicators. Returns what was opened.
pub fn indicators_ui(
    ui: &mut Ui,
    lines: &[IndicatorLine],
    year: i32,
    language: Language,
) -> Option<OverviewTarget> {
    let palette = Palette::of(ui);
    let title = language.say("overview-indicators", &[("year", year.to_string().into())]);
    ui.add_space(6.0);
    label_ui(ui, &title, theme::heading(), palette.ink);
    let size = vec2(ui.available_width(), LINE * (lines.len() + 1) as f32);
    let (area, _) = ui.allocate_exact_size(size, Sense::hover());
    let table = IndicatorTable {
        columns: Columns::in_width(area),
        headings: headings(year, language),
        language,
    };
    let row = |line: usize| {
        let top = area.top() + LINE * line as f32;
        Rect::from_min_size(pos2(area.left(), top), vec2(area.width(), LINE))
    };
    table.headings_ui(ui, row(0));
    let mut areas = HitAreas::new("indicators");
    for (place, line) in (1..).zip(lines) {
        table.line_ui(ui, &mut areas, row(place), line);
    }
    if lines.iter().any(|line| line.is_broken) {
        let text = language.text("overview-broken");
        label_ui(ui, text, theme::label(), palette.mute);
    }
    areas.finish(ui, area, &title)
}

/// The table of the indicators.
struct IndicatorTable {
    columns: Columns,
    headings: [String; 3],
    language: Language,
}

/// Where the columns stand, in points from the left of the screen.
struct Columns {
    /// Where the name ends.
    name: f32,
    /// Where each number ends.
    numbers: [f32; 3],
    /// Where the verdict begins.
    verdict: f32,
}

impl Columns {
    fn in_width(area: Rect) -> Self {
        let verdict = area.right() - 170.0;
        let number = (area.width() * 0.12).clamp(70.0, 150.0);
        let last = verdict - 40.0;
        Self {
            name: last - 3.0 * number,
            numbers: [last - 2.0 * number, last - number, last],
            verdict,
        }
    }
}

impl IndicatorTable {
    fn headings_ui(&self, ui: &Ui, rect: Rect) {
        let (font, colour) = (theme::label(), Palette::of(ui).mute);
        let put = |x: f32, align: Align2, text: &str| {
            let at = pos2(x, rect.center().y);
            ui.painter().text(at, align, text, font.clone(), colour);
        };
        let name = self.language.text("overview-indicator");
        put(rect.left(), Align2::LEFT_CENTER, &name);
        for (heading, right) in self.headings.iter().zip(self.columns.numbers) {
            put(right, Align2::RIGHT_CENTER, heading);
        }
        let goal = self.language.text("overview-goal");
        put(self.columns.verdict, Align2::LEFT_CENTER, &goal);
    }

    fn line_ui(
        &self,
        ui: &Ui,
        areas: &mut HitAreas<OverviewTarget>,
        rect: Rect,
        line: &IndicatorLine,
    ) {
        let palette = Palette::of(ui);
        let rule = Stroke::new(1.0, palette.line);
        ui.painter().hline(rect.x_range(), rect.top(), rule);
        let label = line.label.text(self.language);
        // A cell has a margin; the names stand at the edge.
        let name = rect
            .with_max_x(self.columns.name)
            .with_min_x(rect.left() - 8.0);
        let (font, align) = (theme::body(), Align2::LEFT_CENTER);
        paint_cell(ui, name, label, font, palette.ink, align);
        let texts = line.texts(self.language);
        self.numbers_ui(ui, areas, rect, line, &texts);
        if line.is_broken {
            let at = pos2(self.columns.numbers[2] + 3.0, rect.center().y);
            let font = theme::strong();
            ui.painter()
                .text(at, Align2::LEFT_CENTER, "*", font, palette.warn.0);
        }
        let (verdict, tone) = line.verdict(self.language);
        let verdict_at = pos2(self.columns.verdict, rect.center().y);
        paint_tag(ui, verdict_at, &verdict, tone);
        // What is painted is no widget: a screen reader reads this label of the whole line.
        let numbers = self.headings.iter().zip(&texts);
        let numbers = numbers.map(|(heading, text)| format!("{heading} {text}"));
        let numbers: Vec<String> = numbers.collect();
        let spoken = format!("{label}, {}, {verdict}", numbers.join(", ").to_lowercase());
        let whole = ui.interact(rect, Id::unique(("indicator", label)), Sense::hover());
        whole.widget_info(|| WidgetInfo::labeled(Role::Label, true, &spoken));
    }

    /// Draws the numbers of a line, of which the result opens its cases where it counts any.
    fn numbers_ui(
        &self,
        ui: &Ui,
        areas: &mut HitAreas<OverviewTarget>,
        rect: Rect,
        line: &IndicatorLine,
        texts: &[String; 3],
    ) {
        let palette = Palette::of(ui);
        let label = line.label.text(self.language);
        let fonts = [theme::body(), theme::strong(), theme::body()];
        let inks = [palette.ink, palette.ink, palette.mute];
        let amounts = line.amounts();
        for (at, font) in fonts.into_iter().enumerate() {
            let place = pos2(self.columns.numbers[at], rect.center().y);
            let (text, align) = (texts[at].as_str(), Align2::RIGHT_CENTER);
            match &line.cases {
                Some((register, figure)) if at == RESULT => {
                    let target = OverviewTarget::Cases {
                        register: register.clone(),
                        figure: Box::new(figure.clone()),
                        name: label.to_owned(),
                    };
                    let spoken = format!("{label}: {text}");
                    let text = HitText {
                        text,
                        font,
                        colour: inks[at],
                        at: place,
                        align,
                    };
                    areas.text(ui, &text, spoken, target);
                }
                _ => {
                    let ink = amounts[at].map_or(palette.faint, |_| inks[at]);
                    ui.painter().text(place, align, text, font, ink);
                }
            }
        }
    }
}
