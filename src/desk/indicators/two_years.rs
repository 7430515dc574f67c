//! The two years beside each other, line by line as an annual report prints them: the budget, what it came to and what
//! that is made up of, and whether the goal was reached. What is counted opens its cases.

use egui::accesskit::Role;
use egui::{Align2, FontId, Id, Rect, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

use super::pane::{cases_behind, counted_behind};
use crate::desk::backend::indicator_book::IndicatorBook;
use crate::desk::kit::hit_areas::{HitAreas, HitText};
use crate::desk::kit::theme::{self, Palette};
use crate::desk::kit::widgets::{Tone, paint_cell, paint_tag, tag_size};
use crate::desk::state::model::Model;
use crate::desk::state::vault::OpenVault;
use crate::figures::{AnnualFigure, Basis, BreakdownLine, Figure, YearFigure, written_amount};
use crate::language::Language;
use crate::register::{Amount, Indicator, RatioTerm};

/// How high a line is.
const LINE: f32 = 30.0;
/// The least room in which a document can be read behind a name.
const ASIDE: f32 = 90.0;

/// What is opened from the table.
#[derive(Clone)]
pub enum Opens {
    /// These cases of a register, with what they are called.
    Cases(String, Box<Figure>, String),
    /// Another indicator.
    Indicator(String),
}

/// A line: what it is called, and what stands in it for each of the years.
struct YearLine {
    name: String,
    /// What stands behind the name: by which document it is.
    aside: Option<String>,
    /// The indicator that it is a value of, where that is another one.
    of: Option<String>,
    /// How far its name stands in.
    depth: usize,
    strong: bool,
    cells: [YearCell; 2],
}

/// What stands in a line for a year.
enum YearCell {
    /// A number, and the cases behind it where there are any.
    Number(Option<String>, Option<(String, Figure)>),
    /// A word.
    Tag(String, Tone),
    Nothing,
}

impl YearCell {
    fn text(&self) -> &str {
        match self {
            Self::Number(Some(text), _) | Self::Tag(text, _) => text,
            Self::Number(None, _) => "–",
            Self::Nothing => "",
        }
    }
}

/// The table of the two years. Returns what was opened in it.
pub fn two_years_ui(
    ui: &mut Ui,
    figure: &AnnualFigure<'_>,
    known: &IndicatorBook,
    model: &Model,
) -> Option<Opens> {
    let language = model.language;
    let vault = model.vault.as_ref()?;
    let lines = year_lines(figure, known, vault, language);
    let size = vec2(ui.available_width(), LINE * (lines.len() + 1) as f32);
    let (area, _) = ui.allocate_exact_size(size, Sense::hover());
    let wide = (area.width() * 0.2).clamp(82.0, 170.0);
    let label = figure.indicator.label.text(language);
    let years = [figure.before.year, figure.this.year];
    let palette = Palette::of(ui);
    let mut doors: HitAreas<Opens> = HitAreas::new("two years");
    let row = |at: usize| {
        let top = area.top() + LINE * at as f32;
        Rect::from_min_size(pos2(area.left(), top), vec2(area.width(), LINE))
    };
    let right = |at: usize| area.right() - wide * (1 - at) as f32;
    let kind = language.text("indicator-type");
    let (font, left) = (theme::label(), Align2::LEFT_CENTER);
    paint_cell(
        ui,
        row(0).with_min_x(area.left() - 8.0),
        &kind,
        font,
        palette.mute,
        left,
    );
    for (at, year) in years.iter().enumerate() {
        let place = pos2(right(at), row(0).center().y);
        let font = theme::strong_label();
        ui.painter().text(
            place,
            Align2::RIGHT_CENTER,
            year.to_string(),
            font,
            palette.mute,
        );
    }
    for (at, line) in lines.iter().enumerate() {
        let rect = row(at + 1);
        let rule = Stroke::new(1.0, palette.line);
        ui.painter().hline(rect.x_range(), rect.top(), rule);
        let (font, ink) = line.look(&palette);
        let inset = 16.0 * line.depth as f32;
        let name = Rect::from_x_y_ranges(
            rect.left() - 8.0 + inset..=right(0) - wide + 8.0,
            rect.y_range(),
        );
        line.name_ui(ui, &mut doors, name, (font.clone(), ink));
        for (cell, (at, year)) in line.cells.iter().zip(years.iter().enumerate()) {
            let place = (pos2(right(at), rect.center().y), Align2::RIGHT_CENTER);
            match cell {
                YearCell::Number(Some(text), Some((register, behind))) => {
                    let whole = line.depth == 0;
                    let named = if whole {
                        label.to_owned()
                    } else {
                        format!("{label}, {}", line.name)
                    };
                    let name = format!("{named}, {year}");
                    let behind = Box::new(behind.clone());
                    let opens = Opens::Cases(register.clone(), behind, name);
                    let says = format!("{named}, {year}: {text}");
                    let text = HitText {
                        text,
                        font: font.clone(),
                        colour: ink,
                        at: place.0,
                        align: place.1,
                    };
                    doors.text(ui, &text, says, opens);
                }
                YearCell::Number(text, _) => {
                    let ink = if text.is_some() { ink } else { palette.faint };
                    ui.painter()
                        .text(place.0, place.1, cell.text(), font.clone(), ink);
                }
                YearCell::Tag(text, tone) => {
                    let wide = tag_size(ui, text).x;
                    paint_tag(ui, place.0 - vec2(wide, 0.0), text, *tone);
                }
                YearCell::Nothing => {}
            }
        }
        // Painted, and so said here as one line.
        let cells = years.iter().zip(&line.cells);
        let cells = cells.filter(|(_, cell)| !matches!(cell, YearCell::Nothing));
        let cells: Vec<String> = cells
            .map(|(year, cell)| format!("{year} {}", cell.text()))
            .collect();
        let says = format!("{}: {}", line.name, cells.join(", "));
        let whole = ui.interact(rect, Id::unique(("year line", at)), Sense::hover());
        whole.widget_info(|| WidgetInfo::labeled(Role::Label, true, &says));
    }
    doors.finish(ui, area, label)
}

impl YearLine {
    /// Its name, which opens the indicator that it is of, and behind that by which document it is.
    fn name_ui(
        &self,
        ui: &Ui,
        doors: &mut HitAreas<Opens>,
        rect: Rect,
        (font, ink): (FontId, egui::Color32),
    ) {
        let (palette, left) = (Palette::of(ui), Align2::LEFT_CENTER);
        if let Some(of) = &self.of {
            let door = doors.add(ui, rect, self.name.clone(), Opens::Indicator(of.clone()));
            let ink = if door.hovered() { palette.accent } else { ink };
            // Such names are long.
            paint_cell(ui, rect, &self.name, theme::label(), ink, left);
            return;
        }
        paint_cell(ui, rect, &self.name, font.clone(), ink, left);
        let Some(aside) = &self.aside else { return };
        let name = ui.painter().layout_no_wrap(self.name.clone(), font, ink);
        let rest = rect.with_min_x(rect.left() + name.size().x + 10.0);
        // In a narrow room it stands among the facts alone.
        if rest.width() < ASIDE {
            return;
        }
        paint_cell(ui, rest, aside, theme::label(), palette.mute, left);
    }

    fn look(&self, palette: &Palette) -> (FontId, egui::Color32) {
        match (self.strong, self.depth) {
            (true, _) => (theme::strong(), palette.ink),
            (false, 0) => (theme::body(), palette.ink),
            (false, _) => (theme::body(), palette.mute),
        }
    }
}

fn year_lines(
    figure: &AnnualFigure<'_>,
    known: &IndicatorBook,
    vault: &OpenVault,
    language: Language,
) -> Vec<YearLine> {
    let indicator = figure.indicator;
    let years = [&figure.before, &figure.this];
    let written = |amount: Option<Amount>| {
        amount.map(|amount| written_amount(amount, indicator.unit, language))
    };
    let line = |name: String, cells| YearLine {
        name,
        aside: None,
        of: None,
        depth: 0,
        strong: false,
        cells,
    };
    let typed = &figure.this.typed;
    let budget = |year: &YearFigure| YearCell::Number(written(year.typed.budget), None);
    let actual = |year: &YearFigure| {
        let amount = year.actual.map(|actual| actual.amount);
        YearCell::Number(written(amount), cases_behind(vault, indicator, year, None))
    };
    let mut lines = vec![
        YearLine {
            aside: typed.edition.clone(),
            ..line(language.text("indicator-budget"), years.map(budget))
        },
        YearLine {
            aside: typed.document.clone(),
            strong: true,
            ..line(language.text("indicator-actual"), years.map(actual))
        },
    ];
    lines.extend(part_lines(figure, vault, language));
    lines.extend(term_lines(figure, known, language));
    let differs = |year: &&YearFigure| year.actual.is_some_and(|it| it.otherwise.is_some());
    if years.iter().any(differs) {
        let otherwise = |year: &YearFigure| {
            let amount = year.actual.and_then(|actual| actual.otherwise);
            let behind = amount.and_then(|_| counted_behind(vault, indicator, year.year, None));
            YearCell::Number(written(amount), behind)
        };
        lines.push(line(
            language.text(follows_from(indicator)),
            years.map(otherwise),
        ));
    }
    let basis = |year: &YearFigure| match year.actual {
        Some(actual) => {
            let tone = match actual.basis {
                Basis::Typed => Tone::Quiet,
                Basis::Counted | Basis::Computed => Tone::Accent,
            };
            let id = format!("indicators-basis-{}", actual.basis.name());
            YearCell::Tag(language.text(&id), tone)
        }
        None => YearCell::Nothing,
    };
    if years.iter().any(|year| year.actual.is_some()) {
        lines.push(line(language.text("indicators-basis"), years.map(basis)));
    }
    let reached = |year: &YearFigure| match year.reached(indicator.direction) {
        Some(true) => YearCell::Tag(language.text("overview-reached"), Tone::Ok),
        Some(false) => YearCell::Tag(language.text("overview-missed"), Tone::Bad),
        None => YearCell::Nothing,
    };
    let cells = years.map(reached);
    if !cells.iter().all(|cell| matches!(cell, YearCell::Nothing)) {
        lines.push(line(language.text("indicators-reached"), cells));
    }
    lines
}

/// What a value follows from that is not typed.
fn follows_from(indicator: &Indicator) -> &'static str {
    match indicator.counts {
        Some(_) => "indicators-by-cases",
        None => "indicators-by-values",
    }
}

/// The parts of both years, and what they leave.
fn part_lines(figure: &AnnualFigure<'_>, vault: &OpenVault, language: Language) -> Vec<YearLine> {
    let indicator = figure.indicator;
    let parts = |at: usize| figure.breakdowns[at].as_deref().unwrap_or_default();
    let (before, this) = (parts(0), parts(1));
    let years = [(&figure.before, before), (&figure.this, this)];
    let line = |line: &BreakdownLine<'_>| {
        let cell = |(year, lines): (&YearFigure, &[BreakdownLine<'_>])| {
            let found = lines.iter().find(|other| other.is_like(line));
            let amount = found.map(|found| written_amount(found.amount, indicator.unit, language));
            let behind = line.part.filter(|_| found.is_some());
            let behind = behind.and_then(|part| cases_behind(vault, indicator, year, Some(part)));
            YearCell::Number(amount, behind)
        };
        let name = match line.part {
            Some(part) => part.choice.label.text(language).to_owned(),
            None => language.text("indicator-rest"),
        };
        YearLine {
            name,
            aside: None,
            of: None,
            depth: line.depth + 1,
            strong: false,
            cells: years.map(cell),
        }
    };
    figure.part_lines().iter().map(line).collect()
}

/// Of a percentage of two other values: what those are, each a way to its indicator.
fn term_lines(
    figure: &AnnualFigure<'_>,
    known: &IndicatorBook,
    language: Language,
) -> Vec<YearLine> {
    let Some(ratio) = &figure.indicator.ratio else {
        return Vec::new();
    };
    let yearbook = known.yearbook();
    let line = |(term, text): (&RatioTerm, &str)| {
        let indicator = known.indicators.get(&term.indicator)?;
        let part = term.part.as_deref().and_then(|part| indicator.part(part));
        let label = indicator.label.text(language);
        let name = match part {
            Some(part) => {
                let part = part.choice.label.text(language).to_lowercase();
                format!("{label}, {part}")
            }
            None => label.to_owned(),
        };
        let cell = |year: i32| {
            let amount = yearbook.term(term, year);
            let written = |amount| written_amount(amount, indicator.unit, language);
            YearCell::Number(amount.map(written), None)
        };
        Some(YearLine {
            name: language.say(text, &[("name", name.into())]),
            aside: None,
            of: Some(indicator.id.clone()),
            depth: 1,
            strong: false,
            cells: [figure.before.year, figure.this.year].map(cell),
        })
    };
    let terms = [(&ratio.of, "indicators-of"), (&ratio.to, "indicators-to")];
    terms.into_iter().filter_map(line).collect()
}
