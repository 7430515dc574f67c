//! The card with the chart of a figure, beside its table.

use std::sync::Arc;

use egui::{Align, Layout, Margin, Ui, Vec2};

use super::bars::{Bar, Bars};
use super::composition::ChartKind;
use super::figures_ui::Figures;
use super::icons;
use super::line_chart::Lines;
use super::press::Press;
use super::reference::Reference;
use super::theme::{self, Palette};
use super::widgets::{card, say, words};
use crate::figures::{Columns, Figure, Measure, Period, Series, Step, dimension_label, key_label};
use crate::language::Language;
use crate::register::{Definition, STAND, day_number};
use crate::report::{Behind, Publication};

/// How many periods a chart over time goes back.
const BACK: usize = 6;

/// What the card needs to know to name what it draws.
struct Names<'a> {
    definition: &'a Definition,
    figure: &'a Figure,
    language: Language,
}

/// The chart beside the table, of the same figure.
pub fn chart_card(
    ui: &mut Ui,
    figures: &mut Figures,
    publication: &Publication,
    columns: &Columns,
    reference: Reference,
    size: Vec2,
) {
    let palette = Palette::of(ui);
    let (definition, language) = (columns.definition(), publication.language);
    let names = &Names {
        definition,
        figure: &publication.figure,
        language,
    };
    let height = size.y;
    card(ui, Margin::same(16), |ui| {
        ui.set_width(size.x - 34.0);
        ui.set_min_height((height - 34.0).max(0.0));
        let by = names.figure.rows.first().filter(|id| *id != STAND);
        ui.horizontal(|ui| {
            let title = match (figures.composition.chart, by) {
                (ChartKind::Parts, Some(field)) => {
                    let field = dimension_label(names.definition, field, language).to_lowercase();
                    language.say("chart-by", &[("field", field.into())])
                }
                (ChartKind::Parts, None) => language.text("chart-total"),
                (ChartKind::Years | ChartKind::Lines, _) => language.text(match reference.step {
                    Step::Year => "chart-years",
                    Step::Quarter => "chart-quarters",
                    Step::Month => "chart-months",
                }),
            };
            say(ui, title, theme::heading(), palette.ink);
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                ui.spacing_mut().item_spacing.x = 4.0;
                for (chart, icon, name) in [
                    (ChartKind::Lines, icons::LINES, "chart-kind-lines"),
                    (ChartKind::Years, icons::STANDING, "chart-kind-years"),
                    (ChartKind::Parts, icons::BARS, "chart-kind-parts"),
                ] {
                    let name = language.text(name);
                    let press = Press::new("").icon(icon).name(&name);
                    if press
                        .chip(ui, figures.composition.chart == chart)
                        .on_hover_text(&name)
                        .clicked()
                    {
                        figures.composition.chart = chart;
                    }
                }
            });
        });
        ui.add_space(4.0);
        match figures.composition.chart {
            ChartKind::Parts => parts_ui(ui, figures, names, publication, columns),
            ChartKind::Years => {
                years_ui(ui, figures, names, publication, columns, reference, height);
            }
            ChartKind::Lines => {
                lines_ui(ui, figures, names, publication, columns, reference, height);
            }
        }
    });
}

/// Bars by the first field of the rows, split by the first field of the columns.
fn parts_ui(
    ui: &mut Ui,
    figures: &mut Figures,
    names: &Names<'_>,
    publication: &Publication,
    columns: &Columns,
) {
    let language = names.language;
    let figure = names.figure;
    let split = figure
        .columns
        .iter()
        .find(|id| *id != STAND)
        .or(figure.columns.first());
    let whole = Figure {
        rows: figure.rows.first().cloned().into_iter().collect(),
        columns: Vec::new(),
        ..figure.clone()
    };
    let chart = Figure {
        columns: split.cloned().into_iter().collect(),
        ..whole.clone()
    };
    let most = Palette::of(ui).series.len();
    let kept = figures
        .parts
        .get((chart, figures.generation), |(chart, _)| {
            let table = columns.crosstab(chart)?;
            // Parts that overlap, or that are too many to tell apart, are not stacked.
            if table.adds_up && table.column_keys.len() <= most {
                return Ok((chart.clone(), table));
            }
            columns.crosstab(&whole).map(|table| (whole.clone(), table))
        });
    let Ok(kept) = kept else { return };
    let (chart, table) = (&kept.0, &kept.1);
    let labels = |fields: &[String], keys: &[String]| {
        let pairs = fields.iter().zip(keys);
        let labels = pairs.map(|(field, key)| key_label(names.definition, field, key, language));
        labels.collect::<String>()
    };
    let mut order: Vec<usize> = (0..table.row_keys.len()).collect();
    order.sort_by_key(|row| std::cmp::Reverse(table.row_totals[*row]));
    let shown = order.len().min(12);
    let bars = Bars {
        series: (0..table.column_keys.len())
            .map(|column| labels(&chart.columns, &table.column_keys[column]))
            .collect(),
        halves: chart.columns.first().is_some_and(|id| id == STAND),
        bars: order[..shown]
            .iter()
            .map(|row| Bar {
                label: match chart.rows.is_empty() {
                    true => language.text("total"),
                    false => labels(&chart.rows, &table.row_keys[*row]),
                },
                segments: table.cells[*row].clone(),
                total: table.row_totals[*row],
                note: String::new(),
            })
            .collect(),
    };
    if let Some((bar, segment)) = bars.lying_ui(ui, &language.text("chart"), language) {
        let behind = |fields: &[String], keys: &[String]| Behind {
            filters: fields.iter().cloned().zip(keys.iter().cloned()).collect(),
            ..Behind::default()
        };
        let line = behind(&chart.rows, &table.row_keys[order[bar]]);
        let column = segment.map(|at| behind(&chart.columns, &table.column_keys[at]));
        let column = column.unwrap_or_default();
        figures.open(publication, (&line, &column), names.definition);
    }
    if shown < order.len() {
        let rest = (order.len() - shown) as i64;
        let text = language.say("chart-rest", &[("count", rest.into())]);
        say(ui, text, theme::label(), Palette::of(ui).mute);
    }
}

/// The periods of a chart over time: whole ones, and the last one up to the reference date.
fn periods(columns: &Columns, reference: Reference) -> Vec<Period> {
    let first = columns.first_day().unwrap_or(0);
    let mut periods = vec![reference.period()];
    let mut at = reference;
    while periods.len() < BACK {
        at = at.previous();
        if day_number(at.date) < first {
            break;
        }
        periods.push(at.period());
    }
    periods.reverse();
    periods
}

fn period_names(periods: &[Period], reference: Reference, language: Language) -> Vec<String> {
    let at = |period: &Period| Reference {
        date: period.to,
        ..reference
    };
    periods
        .iter()
        .map(|period| at(period).short_name(language))
        .collect()
}

/// A figure over the periods up to the reference date, split by a field or not.
fn over_time(
    figures: &mut Figures,
    figure: &Figure,
    columns: &Columns,
    reference: Reference,
    by: Option<&str>,
) -> Option<Arc<(Vec<Period>, Series)>> {
    let by = by.map(str::to_owned);
    let (slice, measure) = (figure.slice.clone(), figure.measure);
    let key = (slice, reference, measure, by, figures.generation);
    let kept = figures
        .over_time
        .get(key, |(slice, reference, measure, by, _)| {
            let periods = periods(columns, *reference);
            let series = columns.series_over(slice, periods.clone(), *measure, by.as_deref());
            series.map(|series| (periods, series))
        });
    kept.ok()
}

/// Bars per year: of what was handled, what ran at its end and what was finished.
fn years_ui(
    ui: &mut Ui,
    figures: &mut Figures,
    names: &Names<'_>,
    publication: &Publication,
    columns: &Columns,
    reference: Reference,
    height: f32,
) {
    let language = names.language;
    let figure = names.figure;
    let split = (figure.measure == Measure::Handled).then_some(STAND);
    let Some(kept) = over_time(figures, figure, columns, reference, split) else {
        return;
    };
    let (periods, series) = (&kept.0, &kept.1);
    let key_name = |key: &Option<String>| match key {
        Some(key) => key_label(names.definition, STAND, key, language),
        None => String::new(),
    };
    let labels = period_names(periods, reference, language);
    let bars = Bars {
        series: series.lines.iter().map(|(key, _)| key_name(key)).collect(),
        halves: true,
        bars: labels
            .into_iter()
            .enumerate()
            .map(|(at, label)| {
                let segments: Vec<u64> =
                    series.lines.iter().map(|(_, counts)| counts[at]).collect();
                Bar {
                    label,
                    total: segments.iter().sum(),
                    segments,
                    note: String::new(),
                }
            })
            .collect(),
    };
    let tall = (height - 170.0).clamp(200.0, 420.0);
    if let Some((bar, segment)) = bars.standing_ui(ui, &language.text("chart"), tall, language) {
        let key = segment.and_then(|at| series.lines[at].0.clone());
        let column = key.map(|key| (STAND.to_owned(), key));
        open_at(figures, publication, periods[bar], column, names);
    }
    overlap_note(ui, figure.measure, language);
}

/// Lines per year for the largest keys of the first field of the rows.
fn lines_ui(
    ui: &mut Ui,
    figures: &mut Figures,
    names: &Names<'_>,
    publication: &Publication,
    columns: &Columns,
    reference: Reference,
    height: f32,
) {
    let language = names.language;
    let figure = names.figure;
    let by = figure.rows.first();
    let field = by.map(String::as_str);
    let Some(kept) = over_time(figures, figure, columns, reference, field) else {
        return;
    };
    let (periods, series) = (&kept.0, &kept.1);
    let mut lines = series.lines.clone();
    lines.sort_by_key(|(_, counts)| std::cmp::Reverse(counts.last().copied().unwrap_or(0)));
    lines.truncate(Palette::of(ui).series.len());
    let key_name = |key: &Option<String>| match (key, by) {
        (Some(key), Some(by)) => key_label(names.definition, by, key, language),
        _ => language.text("total"),
    };
    let chart = Lines {
        periods: period_names(periods, reference, language),
        lines: lines
            .iter()
            .map(|(key, counts)| (key_name(key), counts.clone()))
            .collect(),
    };
    let tall = (height - 150.0).clamp(200.0, 420.0);
    if let Some((line, at)) = chart.lines_ui(ui, &language.text("chart"), tall, language) {
        let key = lines[line].0.clone();
        let column = by.cloned().zip(key);
        open_at(figures, publication, periods[at], column, names);
    }
    overlap_note(ui, figure.measure, language);
}

/// Opens the cases behind a bar or a point of time: they stay those of its period.
fn open_at(
    figures: &mut Figures,
    publication: &Publication,
    period: Period,
    column: Option<(String, String)>,
    names: &Names<'_>,
) {
    let line = Behind {
        period: Some(period),
        ..Behind::default()
    };
    let column = Behind {
        filters: column.into_iter().collect(),
        ..Behind::default()
    };
    figures.open(publication, (&line, &column), names.definition);
}

/// Counts of cases that last do not chain; said where periods stand side by side.
fn overlap_note(ui: &mut Ui, measure: Measure, language: Language) {
    if !measure.adds_up_over_time() {
        let text = language.text("chart-overlap");
        words(ui, &[(&text, theme::label(), Palette::of(ui).mute)]);
    }
}
