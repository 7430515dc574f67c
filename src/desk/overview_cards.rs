//! The registers at a glance: a card for those with most cases, a line in a table for the others.

use std::collections::BTreeMap;

use egui::{
    Align2, Color32, CornerRadius, FontId, Pos2, Rect, Sense, Shape, Stroke, StrokeKind, Ui, pos2,
    vec2,
};

use super::command::Command;
use super::doors::Doors;
use super::overview::{Pressing, Told, Wish};
use super::reference::Reference;
use super::theme::{self, Palette};
use super::widgets::{Tone, paint_cell, paint_tag, tag_size};
use crate::figures::{Figure, Measure, Slice, Standing};
use crate::language::Language;
use crate::register::Registers;

/// How high a card is.
const CARD: f32 = 108.0;
/// The least width of a card.
const NARROWEST: f32 = 232.0;
/// How high a line of the table is.
const LINE: f32 = 30.0;
/// From this width on the table stands in two halves beside each other, without and with what stood
/// a year earlier.
const HALVES: (f32, f32) = (900.0, 1300.0);

/// What is needed to show the registers.
pub struct Sight<'a> {
    /// The figures.
    pub told: &'a Told,
    /// What presses now.
    pub work: &'a BTreeMap<String, Pressing>,
    /// All registers.
    pub registers: &'a Registers,
    /// The language of the screen.
    pub language: Language,
    /// The reference date.
    pub reference: Reference,
    /// Whether the numbers of a year earlier are told.
    pub compare: bool,
}

impl Sight<'_> {
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
    fn word(&self, measure: Measure) -> String {
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
    fn number(
        &self,
        ui: &Ui,
        doors: &mut Doors<Wish>,
        (at, number): (usize, Standing),
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
        let rect = doors.text(
            ui,
            (place, align),
            (text, font.clone()),
            colour,
            (says, wish),
        );
        rect.union(behind(rect))
    }

    /// The name of a register, by which it is looked at below.
    fn title(&self, ui: &Ui, doors: &mut Doors<Wish>, at: usize, rect: Rect, text: &str) {
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
        let response = doors.door(ui, wide, says, wish);
        let colour = match (response.hovered() || looked_at, looked_at) {
            (true, _) => palette.accent,
            _ => palette.ink,
        };
        let cell = rect.expand2(vec2(8.0, 0.0));
        paint_cell(ui, cell, text, font, colour, Align2::LEFT_CENTER);
    }

    /// What presses in a register now.
    fn pressing(&self, at: usize) -> Option<(String, Tone)> {
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
    fn pressing_ui(
        &self,
        ui: &Ui,
        doors: &mut Doors<Wish>,
        at: usize,
        (text, tone): (String, Tone),
        right_centre: Pos2,
    ) {
        let size = tag_size(ui, &text);
        let left = right_centre - vec2(size.x, 0.0);
        let rect = Rect::from_min_size(left - vec2(0.0, size.y / 2.0), size);
        let says = format!("{}: {text}", self.name(at));
        let wish = Wish::Work(self.told.definition(at).id.clone());
        doors.door(ui, rect, says, wish);
        paint_tag(ui, left, &text, tone);
    }

    /// The course of the last years as a small line from zero, with what each year was for who points at it.
    fn trend(&self, ui: &Ui, at: usize, rect: Rect) {
        let palette = Palette::of(ui);
        let trend = &self.told.overview.glances[at].trend;
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
pub fn cards_ui(ui: &mut Ui, sight: &Sight<'_>, cards: &[usize]) -> Option<Wish> {
    let palette = Palette::of(ui);
    let (area, _) = ui.allocate_exact_size(vec2(ui.available_width(), CARD), Sense::hover());
    let gaps = theme::GAP * (cards.len() as f32 - 1.0);
    let width = ((area.width() - gaps) / cards.len() as f32).floor();
    let mut doors = Doors::new("cards");
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
    standing: Standing,
    text: String,
    wide: f32,
}

/// The size of the words below the number of a card.
const WORDS: f32 = 13.0;
/// Between two of them, and before the tag.
const BETWEEN: f32 = 12.0;

/// What came in, went out and was reopened; the last where there was any.
fn words_of(ui: &Ui, sight: &Sight<'_>, at: usize) -> Vec<Words> {
    let glance = &sight.told.overview.glances[at];
    let said = [
        (Measure::Inflow, "overview-in"),
        (Measure::Finished, "overview-out"),
        (Measure::Reopened, "overview-reopened"),
    ];
    let words = said.into_iter().filter_map(|(measure, id)| {
        let standing = glance.standing(measure)?;
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

fn card_ui(ui: &Ui, doors: &mut Doors<Wish>, sight: &Sight<'_>, at: usize, rect: Rect) {
    let palette = Palette::of(ui);
    let language = sight.language;
    let main = sight.told.overview.glances[at].standings[0];
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

/// The other registers, a line each.
pub fn table_ui(ui: &mut Ui, sight: &Sight<'_>, others: &[usize]) -> Option<Wish> {
    let width = ui.available_width();
    let wide = if sight.compare { HALVES.1 } else { HALVES.0 };
    let halves = if width >= wide { 2 } else { 1 };
    let lines = others.len().div_ceil(halves);
    let height = LINE * (lines + 1) as f32;
    let (area, _) = ui.allocate_exact_size(vec2(width, height), Sense::hover());
    let between = if halves > 1 { 32.0 } else { 0.0 };
    let half = ((width - between) / halves as f32).floor();
    let mut doors = Doors::new("registers");
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
    fn of(ui: &Ui, sight: &Sight<'_>, rect: Rect) -> Self {
        let glances = sight.told.overview.glances.iter();
        let counts = glances.flat_map(|glance| glance.standings.iter().map(|number| number.count));
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

fn header(ui: &Ui, sight: &Sight<'_>, rect: Rect) {
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

fn line_ui(ui: &Ui, doors: &mut Doors<Wish>, sight: &Sight<'_>, at: usize, rect: Rect) {
    let palette = Palette::of(ui);
    let language = sight.language;
    let Columns { name, rights, note } = Columns::of(ui, sight, rect);
    let glance = &sight.told.overview.glances[at];
    sight.title(ui, doors, at, rect.with_max_x(name - 8.0), &sight.name(at));
    let numbers = match glance.standing(Measure::Count) {
        Some(events) => [None, Some(events), None],
        None => [Measure::Closing, Measure::Inflow, Measure::Finished]
            .map(|measure| glance.standing(measure)),
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
        let place = (pos2(rights[3], rect.center().y), Align2::RIGHT_CENTER);
        doors.text(
            ui,
            place,
            (&text, theme::strong()),
            palette.bad.0,
            (says, wish),
        );
    }
    let trend = Rect::from_min_max(
        pos2(rights[3] + 24.0, rect.center().y - 8.0),
        pos2(rights[4], rect.center().y + 8.0),
    );
    sight.trend(ui, at, trend);
    line_below(ui, rect);
}

fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(letters).collect()
    })
}
