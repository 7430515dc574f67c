//! The card with the chart of a figure, beside its table or below it.

use egui::{Align, Label, Layout, Margin, RichText, ScrollArea, Ui, Vec2};

use crate::desk::figures::page::FiguresPage;
use crate::desk::kit::accessible::{self, Level};
use crate::desk::kit::button::Button;
use crate::desk::kit::icons;
use crate::desk::kit::theme::{self, Palette};
use crate::desk::kit::widgets::{Tone, card, notice, paragraph};
use crate::desk::parts::chart::{ChartTexts, chart_ui};
use crate::desk::parts::crosstab::{CrosstabState, Grid, crosstab_ui};
use crate::desk::state::figure_spec::ChartKind;
use crate::desk::state::reference_date::ReferenceDate;
use crate::figures::{Columns, Step, dimension_label};
use crate::language::{Explain, Language};
use crate::register::STAND;
use crate::report::drawing::{ChartSize, PANEL};
use crate::report::{Made, Publication, Shape};

/// The least height of a chart over time beside its table, in points.
const LEAST_HEIGHT: f32 = 200.0;
/// The greatest height of a chart over time beside its table.
const GREATEST_HEIGHT: f32 = 420.0;
/// The height of a chart over time below its table.
const HEIGHT_BELOW: f32 = 300.0;
/// The height of everything else in the card of a chart over time.
const AROUND_CHART: f32 = 236.0;
/// The height of everything else in the card of small charts.
const AROUND_PANELS: f32 = 172.0;
/// From one bar to the next.
const BAR_PITCH: f32 = 34.0;
/// How many bars are shown at least, where the table beside them is short.
const LEAST_BARS: usize = 12;

/// Draws the chart of the figure of which `table` is the table. A mark that is opened shows its cases under the figure.
pub fn chart_card(
    ui: &mut Ui,
    figures: &mut FiguresPage,
    table: &Publication,
    columns: &Columns,
    reference: ReferenceDate,
    made: &Made,
    size: Vec2,
) {
    let language = table.language;
    let title = table.title.clone();
    let question = figures.spec.chart_question(title, columns, reference);
    let generation = figures.generation;
    let grid = figures
        .chart
        .evaluate(ui, question, columns, made, language, generation);
    card(ui, Margin::same(16), |ui| {
        ui.set_width(size.x - 34.0);
        ui.set_min_height((size.y - 34.0).max(0.0));
        let title = chart_title(figures, columns, reference, language);
        header_ui(ui, figures, &title, language);
        ui.add_space(4.0);
        let grid = match grid {
            Ok(grid) => grid,
            Err(error) => {
                notice(ui, icons::WARNING, &error.explain(language), Tone::Warn);
                return;
            }
        };
        match figures.chart.as_table {
            true => numbers_ui(ui, figures, &grid, columns),
            false => drawn_ui(ui, figures, &grid, columns, &title, size.y),
        }
        // The notes on a chart of the parts stand below the table already.
        let over_time = figures.spec.chart.is_over_time();
        for note in grid.publication.notes.iter().filter(|_| over_time) {
            let mute = Palette::of(ui).mute;
            paragraph(ui, note, theme::label(), mute);
        }
        footer_ui(ui, figures, &grid.publication);
    });
}

/// What the chart shows, by which field or over which periods: "Naar wijk", "Per jaar".
fn chart_title(
    figures: &FiguresPage,
    columns: &Columns,
    reference: ReferenceDate,
    language: Language,
) -> String {
    let by = figures.spec.rows.first().filter(|id| *id != STAND);
    let field = by.map(|by| dimension_label(columns.definition(), by, language).to_lowercase());
    match (figures.spec.chart.is_over_time(), field) {
        (false, Some(field)) => language.say("chart-by", &[("field", field.into())]),
        (false, None) => language.text("chart-total"),
        (true, _) => language.text(match reference.step {
            Step::Year => "chart-years",
            Step::Quarter => "chart-quarters",
            Step::Month => "chart-months",
        }),
    }
}

/// Draws the title, and the buttons for the kinds of chart.
fn header_ui(ui: &mut Ui, figures: &mut FiguresPage, title: &str, language: Language) {
    let now = figures.spec.chart;
    let kinds = [
        (ChartKind::Panels, icons::PANELS, "chart-kind-panels"),
        (ChartKind::Lines, icons::LINES, "chart-kind-lines"),
        (ChartKind::Years, icons::VERTICAL_BARS, "chart-kind-years"),
        (ChartKind::Parts, icons::BARS, "chart-kind-parts"),
    ];
    let size = egui::vec2(ui.available_width(), theme::CHIP);
    ui.allocate_ui_with_layout(size, Layout::right_to_left(Align::Center), |ui| {
        ui.spacing_mut().item_spacing.x = 4.0;
        for (kind, icon, name) in kinds {
            let name = language.text(name);
            let is_it = now == kind || (kind, now) == (ChartKind::Parts, ChartKind::Beside);
            let button = Button::new("").icon(icon).name(&name);
            if button.chip(ui, is_it).on_hover_text(&name).clicked() && !is_it {
                figures.spec.chart = kind;
            }
        }
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            let ink = Palette::of(ui).ink;
            let text = RichText::new(title).font(theme::heading()).color(ink);
            let drawn = ui.add(Label::new(text).truncate());
            accessible::heading(&drawn, title, Level::Card);
        });
        accessible::read_from_left(ui);
    });
}

/// Draws the chart itself, as high as the table beside it where it can be; `beside` is the height of that table.
fn drawn_ui(
    ui: &mut Ui,
    figures: &mut FiguresPage,
    grid: &Grid,
    columns: &Columns,
    title: &str,
    beside: f32,
) {
    let publication = &grid.publication;
    let chart = &publication.chart;
    let name = publication.language.text("chart");
    let texts = ChartTexts { name: &name, title };
    let height = match beside > 0.0 {
        true => (beside - AROUND_CHART).clamp(LEAST_HEIGHT, GREATEST_HEIGHT),
        false => HEIGHT_BELOW,
    };
    let room = |ui: &Ui| ChartSize {
        width: ui.available_width(),
        height,
        bar_pitch: BAR_PITCH,
        most_bars: (((beside - 150.0) / BAR_PITCH) as usize).max(LEAST_BARS),
    };
    let opened = match chart.shape {
        // Many small charts are scrolled through, and stay beside their table.
        Shape::Panels if beside > 0.0 => {
            let rows = ((beside - AROUND_PANELS) / PANEL).floor().max(2.0);
            // One that is half to be seen says that there are more.
            let scroll = ScrollArea::vertical().max_height((rows + 0.65) * PANEL);
            let shown = scroll.id_salt("panels").show(ui, |ui| {
                let room = room(ui);
                let width = room.width - 8.0;
                chart_ui(ui, chart, texts, ChartSize { width, ..room })
            });
            shown.inner
        }
        _ => chart_ui(ui, chart, texts, room(ui)),
    };
    if let Some(mark) = opened {
        figures.open_mark(publication, mark, columns.definition());
    }
}

/// Draws the numbers of the chart as a table; they open their cases as well.
fn numbers_ui(ui: &mut Ui, figures: &mut FiguresPage, grid: &Grid, columns: &Columns) {
    let definition = columns.definition();
    let state = CrosstabState {
        cursor: &mut figures.chart.cursor,
        opened: figures.open_cases.as_ref(),
        take_focus: false,
    };
    let opened = crosstab_ui(ui, "chart", grid, definition, state);
    if let Some(cell) = opened {
        figures.open_cell(grid, cell, definition);
    }
}

/// Draws the links to other ways in which the same numbers can be shown.
fn footer_ui(ui: &mut Ui, figures: &mut FiguresPage, publication: &Publication) {
    let (language, chart) = (publication.language, &publication.chart);
    let both = chart
        .shapes()
        .starts_with(&[Shape::Stacked, Shape::Grouped]);
    ui.horizontal_wrapped(|ui| {
        if both && chart.series.len() > 1 && !figures.chart.as_table {
            let (name, other) = match chart.shape {
                Shape::Grouped => ("chart-stacked", ChartKind::Parts),
                _ => ("chart-beside", ChartKind::Beside),
            };
            if Button::new(&language.text(name)).link(ui).clicked() {
                figures.spec.chart = other;
            }
        }
        let name = match figures.chart.as_table {
            true => "chart-as-chart",
            false => "chart-as-table",
        };
        if Button::new(&language.text(name)).link(ui).clicked() {
            figures.chart.as_table ^= true;
        }
    });
}
