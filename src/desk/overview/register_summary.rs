//! Draws the pieces by which the overview shows a register: its name, its numbers, its due tasks and its trend. They stand
//! in a card or in a line of the table.

use egui::{Align2, Color32, FontId, Id, Pos2, Rect, Sense, Shape, Stroke, Ui, pos2, vec2};

use crate::desk::command::Command;
use crate::desk::kit::hit_areas::{HitAreas, HitText};
use crate::desk::kit::theme::{self, Palette};
use crate::desk::kit::widgets::{Tone, paint_cell, paint_tag, tag_size, text_width};
use crate::desk::overview::context::OverviewContext;
use crate::desk::overview::due_counts::DueCounts;
use crate::desk::overview::target::OverviewTarget;
use crate::figures::{ComparedCount, Figure, Measure, Slice};
use crate::language::letters::capital;
use crate::register::Definition;

/// Between a number and the difference behind it, in points.
const DIFFERENCE: f32 = 5.0;

/// A register of the overview.
#[derive(Clone, Copy)]
pub struct RegisterSummary<'a> {
    /// The overview.
    pub context: &'a OverviewContext<'a>,
    /// The index of the register in the figures.
    pub at: usize,
}

/// How a number is written, and where.
pub struct NumberText<'a> {
    /// The number, or a text with it.
    pub text: &'a str,
    /// Its font.
    pub font: FontId,
    /// Its colour, unless it is zero.
    pub colour: Color32,
    /// The point it stands at.
    pub at: Pos2,
    /// Which of its points stands there.
    pub align: Align2,
    /// Whether the difference from a year earlier stands behind it, where that is compared.
    pub with_difference: bool,
}

impl<'a> RegisterSummary<'a> {
    /// The register.
    pub fn definition(&self) -> &'a Definition {
        self.context.figures.definition(self.at)
    }

    /// The name of the register with its team.
    pub fn name(&self) -> String {
        let id = self.definition().id.clone();
        Command::Register(id).label(self.context.registers, self.context.language)
    }

    /// The counts of the register.
    pub fn counts(&self) -> &'a [ComparedCount] {
        &self.context.figures.overview.summaries[self.at].counts
    }

    /// The count by this measure, where the register has it.
    pub fn count_of(&self, measure: Measure) -> Option<ComparedCount> {
        self.context.figures.overview.summaries[self.at].count_of(measure)
    }

    /// The cases by when their tasks are due.
    pub fn due(&self) -> DueCounts {
        let counts = self.context.due.get(&self.definition().id);
        counts.copied().unwrap_or_default()
    }

    /// The word for a measure: "lopend", "instroom".
    pub fn word(&self, measure: Measure) -> String {
        let id = match measure {
            Measure::Closing => "running".to_owned(),
            measure => format!("measure-{}", measure.name()),
        };
        self.context.language.text(&id).to_lowercase()
    }

    /// Draws a number, with the difference from a year earlier behind it. It opens the cases it counts, where there are
    /// any. Returns where both stand.
    pub fn number_ui(
        &self,
        ui: &Ui,
        areas: &mut HitAreas<OverviewTarget>,
        number: ComparedCount,
        written: NumberText<'_>,
    ) -> Rect {
        let NumberText {
            text,
            font,
            colour,
            at,
            align,
            with_difference,
        } = written;
        let size = font.size;
        let rect = match number.count {
            0 => ui
                .painter()
                .text(at, align, text, font, Palette::of(ui).faint),
            _ => {
                let text = HitText {
                    text,
                    font,
                    colour,
                    at,
                    align,
                };
                areas.text(ui, &text, self.spoken(number), self.cases_of(number))
            }
        };
        match with_difference {
            true => rect.union(self.difference_ui(ui, number, rect, size)),
            false => rect,
        }
    }

    /// How much room the difference from a year earlier takes behind a number, in points.
    pub fn difference_width(&self, ui: &Ui, number: ComparedCount) -> f32 {
        let text = self.context.difference(number.count, number.before);
        match text.is_empty() {
            true => 0.0,
            false => DIFFERENCE + text_width(ui, &text, theme::label()),
        }
    }

    /// Draws the difference from a year earlier behind a number of this font size.
    fn difference_ui(&self, ui: &Ui, number: ComparedCount, rect: Rect, size: f32) -> Rect {
        let difference = self.context.difference(number.count, number.before);
        // On the line of small letters, at the foot of large ones.
        let down = (size - 14.0).max(0.0) * 0.3;
        let at = rect.right_center() + vec2(DIFFERENCE, down);
        let (align, mute) = (Align2::LEFT_CENTER, Palette::of(ui).mute);
        ui.painter()
            .text(at, align, difference, theme::label(), mute)
    }

    /// A number as a screen reader reads it.
    fn spoken(&self, number: ComparedCount) -> String {
        let language = self.context.language;
        let word = self.word(number.measure);
        let count = language.count(number.count as i64);
        let spoken = format!("{}, {word}: {count}", self.name());
        if !self.context.compare {
            return spoken;
        }
        let before = language.count(number.before as i64);
        let arguments = [
            ("count", before.into()),
            ("period", self.context.year_before().into()),
        ];
        let before = language.say("overview-before", &arguments);
        format!("{spoken}, {before}")
    }

    fn cases_of(&self, number: ComparedCount) -> OverviewTarget {
        let figure = Figure {
            entries: None,
            rows: Vec::new(),
            columns: Vec::new(),
            measure: number.measure,
            period: self.context.reference.period(),
            slice: Slice::whole(),
        };
        OverviewTarget::Cases {
            register: self.definition().id.clone(),
            figure: Box::new(figure),
            name: capital(&self.word(number.measure)),
        }
    }

    /// Draws the name of the register, which shows its breakdown in the lower half.
    pub fn title_ui(&self, ui: &Ui, areas: &mut HitAreas<OverviewTarget>, rect: Rect, text: &str) {
        let palette = Palette::of(ui);
        let figures = self.context.figures;
        let is_shown = [figures.cases, figures.events].contains(&Some(self.at));
        let register = [("register", self.name().into())];
        let spoken = self.context.language.say("overview-look-at", &register);
        let target = OverviewTarget::Breakdown(self.definition().id.clone());
        let font = match is_shown {
            true => theme::strong(),
            false => theme::body(),
        };
        let words = text_width(ui, text, font.clone());
        let wide = rect.with_max_x(rect.right().min(rect.left() + words));
        let response = areas.add(ui, wide, spoken, target);
        let colour = match response.hovered() || is_shown {
            true => palette.accent,
            false => palette.ink,
        };
        let cell = rect.expand2(vec2(8.0, 0.0));
        paint_cell(ui, cell, text, font, colour, Align2::LEFT_CENTER);
    }

    /// How many cases have overdue tasks, or else tasks due this week, with the tone of the tag; none where no case has.
    pub fn due_text(&self) -> Option<(String, Tone)> {
        let due = self.due();
        let (id, count, tone) = match due {
            DueCounts { late: 1.., .. } => ("overview-late", due.late, Tone::Bad),
            DueCounts { this_week: 1.., .. } => ("overview-week", due.this_week, Tone::Warn),
            DueCounts { .. } => return None,
        };
        let count = [("count", (count as i64).into())];
        Some((self.context.language.say(id, &count), tone))
    }

    /// Draws a tag about due tasks that ends at this point. It opens them in the list of work.
    pub fn due_tag_ui(
        &self,
        ui: &Ui,
        areas: &mut HitAreas<OverviewTarget>,
        text: &str,
        tone: Tone,
        right_centre: Pos2,
    ) {
        let size = tag_size(ui, text);
        let left = right_centre - vec2(size.x, 0.0);
        let rect = Rect::from_min_size(left - vec2(0.0, size.y / 2.0), size);
        let spoken = format!("{}: {text}", self.name());
        areas.add(ui, rect, spoken, self.work());
        paint_tag(ui, left, text, tone);
    }

    /// The list of work with the tasks of the register.
    pub fn work(&self) -> OverviewTarget {
        OverviewTarget::Work(self.definition().id.clone())
    }

    /// Draws the count of each of the last years as a small line from zero. Pointing at it shows the counts.
    pub fn trend_ui(&self, ui: &Ui, rect: Rect) {
        let trend = &self.context.figures.overview.summaries[self.at].trend;
        let most = trend.iter().map(|(_, count)| *count).max().unwrap_or(0);
        if trend.len() < 2 || most == 0 {
            return;
        }
        let step = rect.width() / (trend.len() - 1) as f32;
        let points = trend.iter().enumerate().map(|(place, (_, count))| {
            let height = *count as f32 / most as f32 * rect.height();
            pos2(rect.left() + step * place as f32, rect.bottom() - height)
        });
        let points: Vec<_> = points.collect();
        let last = points.last().copied();
        let colour = Palette::of(ui).series[0].0;
        ui.painter()
            .add(Shape::line(points, Stroke::new(2.0, colour)));
        if let Some(last) = last {
            ui.painter().circle_filled(last, 3.0, colour);
        }
        let id = Id::unique(("trend", self.at));
        let hover = ui.interact(rect.expand(4.0), id, Sense::hover());
        let language = self.context.language;
        hover.on_hover_ui(|ui| {
            for (year, count) in trend {
                let year = language.date(year.to);
                ui.label(format!("{year}   {}", language.count(*count as i64)));
            }
        });
    }
}
