//! What the overview shows of a register: its name, its numbers as doors, what presses in it and its course.

use std::collections::BTreeMap;

use egui::{Align2, Color32, FontId, Pos2, Rect, Sense, Shape, Stroke, Ui, pos2, vec2};

use crate::desk::command::Command;
use crate::desk::kit::hit_areas::{HitAreas, HitText};
use crate::desk::kit::theme::{self, Palette};
use crate::desk::kit::widgets::{Tone, paint_cell, paint_tag, tag_size};
use crate::desk::overview::content::{Pressing, Told, Wish};
use crate::desk::state::reference_date::ReferenceDate;
use crate::figures::{ComparedCount, Figure, Measure, Slice};
use crate::language::Language;
use crate::language::letters::capital;
use crate::register::Registers;

/// What is needed to show the registers.
pub struct RegisterSummary<'a> {
    /// The figures.
    pub told: &'a Told,
    /// What presses now.
    pub work: &'a BTreeMap<String, Pressing>,
    /// All registers.
    pub registers: &'a Registers,
    /// The language of the screen.
    pub language: Language,
    /// The reference date.
    pub reference: ReferenceDate,
    /// Whether the numbers of a year earlier are told.
    pub compare: bool,
}

impl RegisterSummary<'_> {
    /// The name of a register with its team.
    pub fn name(&self, at: usize) -> String {
        let id = self.told.definition(at).id.clone();
        Command::Register(id).label(self.registers, self.language)
    }

    /// The name of the period a year earlier.
    pub fn year_before(&self) -> String {
        self.reference.year_before().name(self.language)
    }

    /// The difference with a year earlier, where it is asked for.
    pub fn difference(&self, now: u64, before: u64) -> String {
        if !self.compare || (now, before) == (0, 0) {
            return String::new();
        }
        let difference = now as i64 - before as i64;
        let size = self.language.count(difference.abs());
        match difference {
            0 => "=".to_owned(),
            1.. => format!("+{size}"),
            _ => format!("−{size}"),
        }
    }

    /// What is counted, as a word: "lopend", "instroom".
    pub fn word(&self, measure: Measure) -> String {
        let id = match measure {
            Measure::Closing => "running".to_owned(),
            measure => format!("measure-{}", measure.name()),
        };
        self.language.text(&id).to_lowercase()
    }

    fn figure(&self, measure: Measure) -> Figure {
        Figure {
            rows: Vec::new(),
            columns: Vec::new(),
            measure,
            period: self.reference.period(),
            slice: Slice::whole(),
        }
    }

    /// A number of a register, with the difference behind it, and the door to its cases where there are any.
    pub fn number(
        &self,
        ui: &Ui,
        doors: &mut HitAreas<Wish>,
        (at, number): (usize, ComparedCount),
        (place, align): (Pos2, Align2),
        (text, font, colour): (&str, FontId, Color32),
    ) -> Rect {
        let palette = Palette::of(ui);
        let painter = ui.painter();
        let note = self.difference(number.count, number.before);
        let behind = |rect: Rect| {
            // On the line of small letters, at the foot of large ones.
            let down = (font.size - 14.0).max(0.0) * 0.3;
            let at = rect.right_center() + vec2(5.0, down);
            painter.text(at, Align2::LEFT_CENTER, &note, theme::label(), palette.mute)
        };
        if number.count == 0 {
            let rect = painter.text(place, align, text, font.clone(), palette.faint);
            return rect.union(behind(rect));
        }
        let word = self.word(number.measure);
        let count = self.language.count(number.count as i64);
        let mut says = format!("{}, {word}: {count}", self.name(at));
        if self.compare {
            let before = self.language.count(number.before as i64);
            let arguments = [
                ("count", before.into()),
                ("period", self.year_before().into()),
            ];
            says += &format!(", {}", self.language.say("overview-before", &arguments));
        }
        let id = self.told.definition(at).id.clone();
        let figure = Box::new(self.figure(number.measure));
        let wish = Wish::Cases(id, figure, capital(&word));
        let text = HitText {
            text,
            font: font.clone(),
            colour,
            at: place,
            align,
        };
        let rect = doors.text(ui, &text, says, wish);
        rect.union(behind(rect))
    }

    /// The name of a register, by which it is looked at below.
    pub fn title(&self, ui: &Ui, doors: &mut HitAreas<Wish>, at: usize, rect: Rect, text: &str) {
        let palette = Palette::of(ui);
        let language = self.language;
        let looked_at = [self.told.cases, self.told.events].contains(&Some(at));
        let says = language.say("overview-look-at", &[("register", self.name(at).into())]);
        let wish = Wish::LookAt(self.told.definition(at).id.clone());
        let font = if looked_at {
            theme::strong()
        } else {
            theme::body()
        };
        let words = ui
            .painter()
            .layout_no_wrap(text.to_owned(), font.clone(), palette.ink);
        let wide = rect.with_max_x(rect.right().min(rect.left() + words.size().x));
        let response = doors.add(ui, wide, says, wish);
        let colour = match (response.hovered() || looked_at, looked_at) {
            (true, _) => palette.accent,
            _ => palette.ink,
        };
        let cell = rect.expand2(vec2(8.0, 0.0));
        paint_cell(ui, cell, text, font, colour, Align2::LEFT_CENTER);
    }

    /// What presses in a register now.
    pub fn pressing(&self, at: usize) -> Option<(String, Tone)> {
        let language = self.language;
        let pressing = self.work.get(&self.told.definition(at).id)?;
        let (id, count, tone) = match *pressing {
            Pressing { late: 1.., .. } => ("overview-late", pressing.late, Tone::Bad),
            Pressing { week: 1.., .. } => ("overview-week", pressing.week, Tone::Warn),
            _ => return None,
        };
        let text = language.say(id, &[("count", (count as i64).into())]);
        Some((text, tone))
    }

    /// What is about now, also where the reference date is another day.
    pub fn as_of_now(&self, text: String) -> String {
        match self.reference.date == self.reference.today {
            true => text,
            false => self.language.say("overview-now", &[("what", text.into())]),
        }
    }

    /// A tag with what presses now, that opens it.
    pub fn pressing_ui(
        &self,
        ui: &Ui,
        doors: &mut HitAreas<Wish>,
        at: usize,
        (text, tone): (String, Tone),
        right_centre: Pos2,
    ) {
        let size = tag_size(ui, &text);
        let left = right_centre - vec2(size.x, 0.0);
        let rect = Rect::from_min_size(left - vec2(0.0, size.y / 2.0), size);
        let says = format!("{}: {text}", self.name(at));
        let wish = Wish::Work(self.told.definition(at).id.clone());
        doors.add(ui, rect, says, wish);
        paint_tag(ui, left, &text, tone);
    }

    /// The course of the last years as a small line from zero, with what each year was for who points at it.
    pub fn trend(&self, ui: &Ui, at: usize, rect: Rect) {
        let palette = Palette::of(ui);
        let trend = &self.told.overview.summaries[at].trend;
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
        let colour = palette.series[0].0;
        ui.painter()
            .add(Shape::line(points, Stroke::new(2.0, colour)));
        if let Some(last) = last {
            ui.painter().circle_filled(last, 3.0, colour);
        }
        let id = egui::Id::unique(("trend", at));
        let hover = ui.interact(rect.expand(4.0), id, Sense::hover());
        hover.on_hover_ui(|ui| {
            for (year, count) in trend {
                let year = self.language.date(year.to);
                ui.label(format!("{year}   {}", self.language.count(*count as i64)));
            }
        });
    }
}
