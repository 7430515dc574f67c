//! The card with the chart of a figure, beside its table.

use std::sync::Arc;

use egui::{Align, Label, Layout, Margin, RichText, ScrollArea, Ui, Vec2};

use crate::desk::backend::export_job::Drawn;
use crate::desk::figures::page::FiguresPage;
use crate::desk::kit::accessible::{self, Level};
use crate::desk::kit::button::Button;
use crate::desk::kit::icons;
use crate::desk::kit::memo::Memo;
use crate::desk::kit::theme::{self, Palette};
use crate::desk::kit::widgets::{Tone, card, notice, paragraph};
use crate::desk::parts::chart::{ChartTexts, Chosen, chart_ui};
use crate::desk::parts::crosstab::{CellPlace, CrosstabState, Grid, crosstab_ui};
use crate::desk::state::figure_spec::ChartKind;
use crate::desk::state::reference_date::ReferenceDate;
use crate::figures::{Columns, FigureError, Step, dimension_label};
use crate::language::{Explain, Language};
use crate::register::STAND;
use crate::report::drawing::{ChartSize, PANEL};
use crate::report::{Made, Publication, Shape};

/// The least and the greatest height of a chart over time beside its table, and that of one below it.
const HEIGHTS: (f32, f32) = (200.0, 420.0);
const BELOW: f32 = 300.0;
/// How much of the card the rest of it takes: what stands above and below a chart over time, or around small ones.
const AROUND: (f32, f32) = (236.0, 172.0);
/// From one bar to the next.
const PITCH: f32 = 34.0;
/// How many bars there are at least, where the table beside them is short.
const BARS: usize = 12;

/// The chart of a figure as it is on the screen.
#[derive(Default)]
pub struct FigureChart {
    made: Memo<(Drawn, Language, u64), Grid>,
    shown: Option<Drawn>,
    /// Whether its numbers are shown instead.
    as_table: bool,
    /// Where the keyboard is in these.
    cursor: CellPlace,
}

impl FigureChart {
    /// What it is.
    pub fn drawn(&self) -> Option<&Drawn> {
        self.shown.as_ref()
    }
}

impl FiguresPage {
    /// The chart of the figure on this reference date, evaluated only when something changed.
    fn publish_chart(
        &mut self,
        ui: &Ui,
        of_table: &Publication,
        columns: &Columns,
        reference: ReferenceDate,
        made: &Made,
    ) -> Result<Arc<Grid>, FigureError> {
        let (title, language) = (of_table.title.clone(), of_table.language);
        let drawn = self.spec.drawn(title, columns, reference);
        self.chart.shown = Some(drawn.clone());
        let key = (drawn, language, self.generation);
        self.chart.made.get(key, |(drawn, language, _)| {
            let publication = drawn.published(columns, made, *language)?;
            Ok(Grid::of(ui, publication))
        })
    }
}

/// The chart beside the table, of the same figure.
pub fn chart_card(
    ui: &mut Ui,
    figures: &mut FiguresPage,
    of_table: &Publication,
    columns: &Columns,
    (reference, made): (ReferenceDate, &Made),
    size: Vec2,
) {
    let language = of_table.language;
    let grid = figures.publish_chart(ui, of_table, columns, reference, made);
    card(ui, Margin::same(16), |ui| {
        ui.set_width(size.x - 34.0);
        ui.set_min_height((size.y - 34.0).max(0.0));
        let title = chart_title(figures, columns, reference, language);
        head_ui(ui, figures, &title, language);
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
        // What is said of the parts is said below the table as well.
        let over_time = figures.spec.chart.is_over_time();
        for note in grid.publication.notes.iter().filter(|_| over_time) {
            let mute = Palette::of(ui).mute;
            paragraph(ui, note, theme::label(), mute);
        }
        foot_ui(ui, figures, &grid.publication);
    });
}

/// By what the chart is split: "Naar wijk", "Per jaar".
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

/// The title, and the other ways to draw the same.
fn head_ui(ui: &mut Ui, figures: &mut FiguresPage, title: &str, language: Language) {
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
            let press = Button::new("").icon(icon).name(&name);
            if press.chip(ui, is_it).on_hover_text(&name).clicked() && !is_it {
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

/// The chart itself, as high as the table beside it where it can be.
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
        true => (beside - AROUND.0).clamp(HEIGHTS.0, HEIGHTS.1),
        false => BELOW,
    };
    let room = |ui: &Ui| ChartSize {
        width: ui.available_width(),
        height,
        bar_pitch: PITCH,
        most_bars: (((beside - 150.0) / PITCH) as usize).max(BARS),
    };
    let opened = match chart.shape {
        // Many small charts are scrolled through, and stay beside their table.
        Shape::Panels if beside > 0.0 => {
            let rows = ((beside - AROUND.1) / PANEL).floor().max(2.0);
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
    if let Some(Chosen { group, series }) = opened {
        let column = series.map(|at| chart.series[at].drill_down.clone());
        let door = (&chart.groups[group].drill_down, &column.unwrap_or_default());
        figures.open(publication, door, columns.definition());
    }
}

/// The numbers of the chart, each as much a door.
fn numbers_ui(ui: &mut Ui, figures: &mut FiguresPage, grid: &Grid, columns: &Columns) {
    let definition = columns.definition();
    let mut cursor = figures.chart.cursor;
    let state = CrosstabState {
        cursor: &mut cursor,
        opened: figures.opened.as_ref(),
        take_focus: false,
    };
    let place = crosstab_ui(ui, "chart", grid, definition, state);
    figures.chart.cursor = cursor;
    if let Some(CellPlace { line, column }) = place {
        let table = grid.table();
        let column = table.columns[column].drill_down.clone().unwrap_or_default();
        let door = (&table.lines[line].drill_down, &column);
        figures.open(&grid.publication, door, definition);
    }
}

/// How else the same numbers can be seen.
fn foot_ui(ui: &mut Ui, figures: &mut FiguresPage, publication: &Publication) {
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
