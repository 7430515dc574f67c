//! Cijfers: one definition of a figure, as a table, as a chart beside it, and as the cases behind every number.

use std::sync::Arc;

use egui::{Align, Layout, Margin, Popup, PopupCloseBehavior, ScrollArea, Sense, Ui, vec2};

use super::cells::{shown_columns, widths};
use super::chart::{Bar, Bars, Lines};
use super::command::Command;
use super::crosstab_ui::{Door, Names, crosstab_ui, wanted_width};
use super::filter::filter_ui;
use super::icons;
use super::model::Model;
use super::reference::Reference;
use super::shell;
use super::theme::{self, Palette};
use super::widgets::{Press, Tone, card, empty, notice, say, tag, words};
use crate::figures::{
    Columns, Crosstab, Figure, Measure, Order, Period, Slice, dimension_label, dimensions,
    key_label,
};
use crate::language::{Explain, Language};
use crate::register::{Definition, STAND};

/// How many cases are shown under a figure; the whole list is one step further.
const PREVIEW: usize = 8;
/// How many periods a chart over time goes back.
const BACK: usize = 6;

/// What the chart shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Chart {
    Parts,
    Years,
    Lines,
}

/// The state of the screen: the definition of the figure, and what is open in it.
pub struct Figures {
    /// The register.
    pub register: String,
    rows: Vec<String>,
    columns: Vec<String>,
    measure: Measure,
    slice: Slice,
    chart: Chart,
    cursor: Door,
    behind: Option<Behind>,
    made: Option<(Figure, u64, Arc<Crosstab>)>,
}

/// The cases that are open under the figure.
#[derive(Clone)]
struct Behind {
    figure: Figure,
    name: String,
    door: Option<Door>,
}

impl Figures {
    /// The first standard table of a register, or its first counted field.
    pub fn new(definition: &Definition) -> Self {
        let mut figures = Self {
            register: definition.id.clone(),
            rows: Vec::new(),
            columns: Vec::new(),
            measure: Measure::default_of(definition.kind),
            slice: Slice::whole(),
            chart: Chart::Parts,
            cursor: (Some(0), Some(0)),
            behind: None,
            made: None,
        };
        match definition.tables.first() {
            Some(table) => figures.show(definition, &table.id),
            None => figures
                .rows
                .extend(definition.counted_fields().next().map(|f| f.id.clone())),
        }
        figures
    }

    /// Shows a standard table.
    fn show(&mut self, definition: &Definition, table: &str) {
        let Some(table) = definition.tables.iter().find(|known| known.id == table) else {
            return;
        };
        self.rows.clone_from(&table.rows);
        self.columns.clone_from(&table.columns);
        let named = table.measure.as_deref().and_then(Measure::named);
        self.measure = named.unwrap_or(Measure::default_of(definition.kind));
        self.behind = None;
    }

    fn figure(&self, reference: Reference) -> Figure {
        Figure {
            rows: self.rows.clone(),
            columns: self.columns.clone(),
            measure: self.measure,
            period: reference.period(),
            slice: self.slice.clone(),
        }
    }

    /// The title of the standard table this is, or what it is made of.
    fn title(&self, definition: &Definition, language: Language) -> String {
        let default = Measure::default_of(definition.kind);
        let same = definition.tables.iter().find(|table| {
            let measure = table
                .measure
                .as_deref()
                .and_then(Measure::named)
                .unwrap_or(default);
            table.rows == self.rows && table.columns == self.columns && measure == self.measure
        });
        if let Some(table) = same {
            return table.label.text(language).to_owned();
        }
        let label = definition.label.text(language);
        let fields: Vec<String> = self
            .rows
            .iter()
            .chain(&self.columns)
            .map(|id| dimension_label(definition, id, language).to_lowercase())
            .collect();
        if fields.is_empty() {
            return label.to_owned();
        }
        let by = fields.join(", ");
        language.say(
            "figures-by",
            &[("register", label.into()), ("fields", by.into())],
        )
    }

    /// What is shown as text, for the clipboard: one line a row, tabs between.
    pub fn as_text(&self, definition: &Definition, language: Language) -> Option<String> {
        let (figure, _, table) = self.made.as_ref()?;
        let names = Names {
            definition,
            figure,
            table,
            language,
        };
        let mut lines = vec![self.title(definition, language)];
        let labels = figure
            .rows
            .iter()
            .map(|id| dimension_label(definition, id, language));
        let mut header: Vec<String> = labels.collect();
        header.resize(header.len().max(1), String::new());
        let fields = header.len();
        header.extend((0..table.column_keys.len()).map(|column| names.column(column).join(" ")));
        header.push(language.text("total"));
        lines.push(header.join("\t"));
        let line = |mut cells: Vec<String>, counts: &[u64], total: u64| {
            cells.resize(fields, String::new());
            cells.extend(counts.iter().chain([&total]).map(u64::to_string));
            cells.join("\t")
        };
        for (row, counts) in table.cells.iter().enumerate() {
            lines.push(line(names.row(row), counts, table.row_totals[row]));
        }
        lines.push(line(
            vec![language.text("total")],
            &table.column_totals,
            table.total,
        ));
        Some(lines.join("\n"))
    }

    /// Closes the cases under the figure.
    pub fn close(&mut self) {
        self.behind = None;
    }

    /// Opens the cases behind a door of the table.
    fn open(&mut self, names: &Names<'_>, door: Door) {
        let row = door.0.map(|row| names.table.row_keys[row].as_slice());
        let column = door
            .1
            .map(|column| names.table.column_keys[column].as_slice());
        let slice = names.figure.behind(row, column);
        let figure = Figure {
            slice,
            ..names.figure.clone()
        };
        self.behind = Some(Behind {
            figure,
            name: names.door(door),
            door: Some(door),
        });
    }
}

/// The screen.
pub fn figures_ui(ui: &mut Ui, figures: &mut Figures, model: &mut Model) {
    let language = model.language;
    let Some(vault) = &model.vault else { return };
    let Some(definition) = vault.definition(&figures.register) else {
        return;
    };
    let Some(columns) = vault.columns(&figures.register) else {
        return;
    };
    let reference = vault.reference;
    let generation = vault.generation(&figures.register);
    let registers = vault.registers.clone();
    let figure = figures.figure(reference);
    let subtitle = subtitle(&definition, figures.measure, reference, language);
    shell::page_header(ui, &figures.title(&definition, language), &subtitle, |ui| {
        let label = Command::CopyTable.label(&registers, language);
        let keys = Command::CopyTable.shortcut(&registers);
        if Press::new(&label)
            .icon(icons::COPY)
            .shortcut(keys)
            .button(ui)
            .clicked()
        {
            model.commands.push(Command::CopyTable);
        }
    });
    choosers_ui(ui, figures, model, &definition);
    ui.add_space(4.0);
    let stale = figures
        .made
        .as_ref()
        .is_none_or(|(made, of, _)| *made != figure || *of != generation);
    if stale {
        match columns.crosstab(&figure) {
            Ok(table) => {
                figures.made = Some((figure.clone(), generation, Arc::new(table)));
                // What is open stays open on another date: the same cell, counted anew.
                if let Some(behind) = &mut figures.behind {
                    behind.figure.period = figure.period;
                }
            }
            Err(error) => {
                notice(ui, icons::WARNING, &error.explain(language), Tone::Warn);
                return;
            }
        }
    }
    let Some((_, _, table)) = &figures.made else {
        return;
    };
    let table = Arc::clone(table);
    if columns.is_empty() {
        let what = definition.label.text(language);
        let title = language.say("figures-empty", &[("register", what.into())]);
        empty(
            ui,
            icons::FIGURES,
            &title,
            &language.text("figures-empty-next"),
        );
        return;
    }
    let names = Names {
        definition: &definition,
        figure: &figure,
        table: &table,
        language,
    };
    ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
        let room = ui.available_width() - 10.0;
        let wanted = wanted_width(ui, &names) + 10.0;
        let beside = wanted + theme::GAP + 320.0 <= room;
        let table_width = if beside {
            wanted.max(room * 0.56).min(room - 336.0)
        } else {
            room
        };
        if beside {
            ui.horizontal_top(|ui| {
                ui.spacing_mut().item_spacing.x = theme::GAP;
                let tall = ui.vertical(|ui| {
                    ui.set_width(table_width);
                    table_card(ui, figures, &names, table_width);
                });
                let height = tall.response.rect.height();
                ui.vertical(|ui| {
                    let width = room - table_width - theme::GAP;
                    ui.set_width(width);
                    chart_card(ui, figures, &names, &columns, reference, width, height);
                });
            });
        } else {
            table_card(ui, figures, &names, room);
            ui.add_space(theme::GAP - 8.0);
            chart_card(ui, figures, &names, &columns, reference, room, 0.0);
        }
        ui.add_space(theme::GAP - 8.0);
        behind_card(ui, figures, model, &definition, &columns, room);
    });
}

/// "Behandelde casussen in 2024, stand op 31-12-2024".
fn subtitle(
    definition: &Definition,
    measure: Measure,
    reference: Reference,
    language: Language,
) -> String {
    let what = language.say(
        &format!("figures-what-{}", measure.name()),
        &[("cases", definition.case_words.many.text(language).into())],
    );
    let date = language.date(reference.date);
    language.say(
        "figures-when",
        &[
            ("what", what.into()),
            ("period", reference.name(language).into()),
            ("date", date.into()),
        ],
    )
}

/// Register, rows, columns, measure, filters.
fn choosers_ui(ui: &mut Ui, figures: &mut Figures, model: &Model, definition: &Arc<Definition>) {
    let language = model.language;
    let Some(vault) = &model.vault else { return };
    ui.horizontal_wrapped(|ui| {
        let chosen = Command::Register(definition.id.clone()).label(&vault.registers, language);
        let text = language.say("chooser-register", &[("value", chosen.into())]);
        let response = Press::new(&text).after(icons::MORE).chip(ui, true);
        let mut other = None;
        Popup::menu(&response).accessible_name(&text).show(|ui| {
            ui.set_width(280.0);
            for register in vault.registers.all() {
                let label =
                    Command::Register(register.id.clone()).label(&vault.registers, language);
                let selected = register.id == figures.register;
                if Press::new(&label)
                    .icon(&register.icon)
                    .entry(ui, selected, None)
                    .clicked()
                {
                    other = Some(Figures::new(register));
                }
                for table in &register.tables {
                    let label = table.label.text(language);
                    let name = format!("     {label}");
                    if Press::new(&name)
                        .name(label)
                        .entry(ui, false, None)
                        .clicked()
                    {
                        let mut figures = Figures::new(register);
                        figures.show(register, &table.id);
                        other = Some(figures);
                    }
                }
            }
        });
        if let Some(other) = other {
            *figures = other;
            return;
        }
        let (mut rows, mut columns) = (figures.rows.clone(), figures.columns.clone());
        fields_ui(
            ui,
            definition,
            language,
            "chooser-rows",
            &mut rows,
            &mut columns,
        );
        fields_ui(
            ui,
            definition,
            language,
            "chooser-columns",
            &mut columns,
            &mut rows,
        );
        if (&rows, &columns) != (&figures.rows, &figures.columns) {
            (figures.rows, figures.columns) = (rows, columns);
            figures.behind = None;
            figures.cursor = (Some(0), Some(0));
        }
        let measures = Measure::of(definition.kind);
        if measures.len() > 1 {
            let label = |measure: Measure| language.text(&format!("measure-{}", measure.name()));
            let text = language.say(
                "chooser-measure",
                &[("value", label(figures.measure).into())],
            );
            let response = Press::new(&text).after(icons::MORE).chip(ui, false);
            Popup::menu(&response).accessible_name(&text).show(|ui| {
                ui.set_width(220.0);
                for measure in measures {
                    let selected = measure == figures.measure;
                    if Press::new(&label(measure))
                        .entry(ui, selected, None)
                        .clicked()
                    {
                        figures.measure = measure;
                        figures.behind = None;
                    }
                }
            });
        }
        let before = figures.slice.clone();
        filter_ui(ui, &mut figures.slice, definition, language, &[]);
        if before != figures.slice {
            figures.behind = None;
        }
    });
}

/// Which fields stand on one side; a field that stands on the other side moves over.
fn fields_ui(
    ui: &mut Ui,
    definition: &Definition,
    language: Language,
    id: &str,
    here: &mut Vec<String>,
    there: &mut Vec<String>,
) {
    let labels: Vec<String> = here
        .iter()
        .map(|field| dimension_label(definition, field, language))
        .collect();
    let value = if labels.is_empty() {
        language.text("chooser-none")
    } else {
        labels.join(", ")
    };
    let text = language.say(id, &[("value", value.into())]);
    let response = Press::new(&text).after(icons::MORE).chip(ui, false);
    Popup::menu(&response)
        .accessible_name(&text)
        .close_behavior(PopupCloseBehavior::CloseOnClickOutside)
        .show(|ui| {
            ui.set_width(240.0);
            for field in dimensions(definition) {
                let label = dimension_label(definition, &field, language);
                let place = here.iter().position(|known| *known == field);
                let mark = place.map(|place| (place + 1).to_string());
                if Press::new(&label)
                    .entry(ui, place.is_some(), mark)
                    .clicked()
                {
                    match place {
                        Some(place) => drop(here.remove(place)),
                        None => {
                            there.retain(|known| *known != field);
                            here.push(field);
                        }
                    }
                }
            }
        });
}

fn table_card(ui: &mut Ui, figures: &mut Figures, names: &Names<'_>, width: f32) {
    let palette = Palette::of(ui);
    let language = names.language;
    card(ui, Margin::same(4), |ui| {
        ui.set_width(width - 10.0);
        ui.spacing_mut().item_spacing.y = 0.0;
        let open = figures.behind.as_ref().and_then(|behind| behind.door);
        let mut cursor = figures.cursor;
        if let Some(door) = crosstab_ui(ui, names, &mut cursor, open) {
            figures.open(names, door);
        }
        figures.cursor = cursor;
        egui::Frame::new()
            .inner_margin(Margin::symmetric(12, 12))
            .show(ui, |ui| {
                if let Some(balance) = names.table.balance {
                    let count = |number: u64| language.count(number as i64);
                    let mute = |text: &'static str| (language.text(text), false);
                    let pieces = [
                        mute("balance-opening"),
                        (count(balance.opening), true),
                        mute("balance-inflow"),
                        (count(balance.inflow), true),
                        mute("balance-reopened"),
                        (count(balance.reopened), true),
                        (" = ".to_owned(), false),
                        (count(balance.handled()), true),
                        mute("balance-finished"),
                        (count(balance.finished), true),
                        mute("balance-closing"),
                        (count(balance.closing), true),
                    ];
                    ui.horizontal_top(|ui| {
                        say(ui, icons::BALANCED, theme::icon(), palette.ok.0);
                        let pieces: Vec<_> = pieces
                            .iter()
                            .map(|(text, strong)| match strong {
                                true => (text.as_str(), theme::strong(), palette.ink),
                                false => (text.as_str(), theme::body(), palette.mute),
                            })
                            .collect();
                        words(ui, &pieces);
                    });
                }
                if !names.table.adds_up {
                    ui.add_space(6.0);
                    let text = language.text("figures-do-not-add-up");
                    words(ui, &[(&text, theme::label(), palette.mute)]);
                }
            });
    });
}

fn chart_card(
    ui: &mut Ui,
    figures: &mut Figures,
    names: &Names<'_>,
    columns: &Columns,
    reference: Reference,
    width: f32,
    height: f32,
) {
    let palette = Palette::of(ui);
    let language = names.language;
    card(ui, Margin::same(16), |ui| {
        ui.set_width(width - 34.0);
        ui.set_min_height(height - 34.0);
        let by = names.figure.rows.first().filter(|id| *id != STAND);
        ui.horizontal(|ui| {
            let title = match (figures.chart, by) {
                (Chart::Parts, Some(field)) => {
                    let field = dimension_label(names.definition, field, language).to_lowercase();
                    language.say("chart-by", &[("field", field.into())])
                }
                (Chart::Parts, None) => language.text("chart-total"),
                (Chart::Years | Chart::Lines, _) => language.text(match reference.step {
                    crate::figures::Step::Year => "chart-years",
                    crate::figures::Step::Quarter => "chart-quarters",
                    crate::figures::Step::Month => "chart-months",
                }),
            };
            say(ui, title, theme::heading(), palette.ink);
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                ui.spacing_mut().item_spacing.x = 4.0;
                for (chart, icon, name) in [
                    (Chart::Lines, icons::LINES, "chart-kind-lines"),
                    (Chart::Years, icons::STANDING, "chart-kind-years"),
                    (Chart::Parts, icons::BARS, "chart-kind-parts"),
                ] {
                    let name = language.text(name);
                    let press = Press::new("").icon(icon).name(&name);
                    if press
                        .chip(ui, figures.chart == chart)
                        .on_hover_text(&name)
                        .clicked()
                    {
                        figures.chart = chart;
                    }
                }
            });
        });
        ui.add_space(4.0);
        match figures.chart {
            Chart::Parts => parts_ui(ui, figures, names, columns),
            Chart::Years => years_ui(ui, figures, names, columns, reference, height),
            Chart::Lines => lines_ui(ui, figures, names, columns, reference, height),
        }
    });
}

/// Bars by the first field of the rows, split by the first field of the columns.
fn parts_ui(ui: &mut Ui, figures: &mut Figures, names: &Names<'_>, columns: &Columns) {
    let language = names.language;
    let figure = names.figure;
    let split = figure
        .columns
        .iter()
        .find(|id| *id != STAND)
        .or(figure.columns.first());
    let mut chart = Figure {
        rows: figure.rows.first().cloned().into_iter().collect(),
        columns: split.cloned().into_iter().collect(),
        ..figure.clone()
    };
    let Ok(mut table) = columns.crosstab(&chart) else {
        return;
    };
    // Parts that overlap, or that are too many to tell apart, are not stacked.
    if !table.adds_up || table.column_keys.len() > Palette::of(ui).series.len() {
        chart.columns.clear();
        match columns.crosstab(&chart) {
            Ok(whole) => table = whole,
            Err(_) => return,
        }
    }
    let of_chart = Names {
        definition: names.definition,
        figure: &chart,
        table: &table,
        language,
    };
    let mut order: Vec<usize> = (0..table.row_keys.len()).collect();
    order.sort_by_key(|row| std::cmp::Reverse(table.row_totals[*row]));
    let shown = order.len().min(12);
    let bars = Bars {
        series: (0..table.column_keys.len())
            .map(|column| of_chart.column(column).concat())
            .collect(),
        halves: chart.columns.first().is_some_and(|id| id == STAND),
        bars: order[..shown]
            .iter()
            .map(|row| Bar {
                label: match chart.rows.is_empty() {
                    true => language.text("total"),
                    false => of_chart.row(*row).concat(),
                },
                segments: table.cells[*row].clone(),
                total: table.row_totals[*row],
            })
            .collect(),
    };
    if let Some((bar, segment)) = bars.lying_ui(ui, language) {
        let door = (
            Some(order[bar]),
            segment.filter(|_| !chart.columns.is_empty()),
        );
        let name = of_chart.door(door);
        let row = Some(table.row_keys[order[bar]].as_slice());
        let column = door.1.map(|column| table.column_keys[column].as_slice());
        let figure = Figure {
            slice: chart.behind(row, column),
            ..figure.clone()
        };
        figures.behind = Some(Behind {
            figure,
            name,
            door: None,
        });
    }
    if shown < order.len() {
        let rest = (order.len() - shown) as i64;
        let text = language.say("chart-rest", &[("count", rest.into())]);
        say(ui, text, theme::label(), Palette::of(ui).mute);
    }
}

/// The periods of a chart over time: whole ones, and the last one up to the reference date.
fn periods(columns: &Columns, reference: Reference) -> Vec<Period> {
    let first = (0..columns.len())
        .map(|row| columns.first_opened(row))
        .min()
        .unwrap_or(0);
    let mut periods = vec![reference.period()];
    let mut at = reference;
    while periods.len() < BACK {
        at = at.previous();
        if crate::register::day_number(at.date) < first {
            break;
        }
        periods.push(at.period());
    }
    periods.reverse();
    periods
}

fn period_names(periods: &[Period], reference: Reference, language: Language) -> Vec<String> {
    let name = |period: &Period| {
        let at = Reference {
            date: period.to,
            ..reference
        };
        let name = at.name(language);
        match reference.step {
            crate::figures::Step::Year => name,
            // The axis has no room for long months.
            _ => name
                .chars()
                .take(3)
                .chain(format!(" ’{}", period.to.format("%y")).chars())
                .collect(),
        }
    };
    periods.iter().map(name).collect()
}

/// Bars per year: of what was handled, what ran at its end and what was finished.
fn years_ui(
    ui: &mut Ui,
    figures: &mut Figures,
    names: &Names<'_>,
    columns: &Columns,
    reference: Reference,
    height: f32,
) {
    let language = names.language;
    let figure = names.figure;
    let periods = periods(columns, reference);
    let split = (figure.measure == Measure::Handled).then_some(STAND);
    let slice = figure.slice.clone();
    let Ok(series) = columns.series_over(&slice, periods.clone(), figure.measure, split) else {
        return;
    };
    let key_name = |key: &Option<String>| match key {
        Some(key) => key_label(names.definition, STAND, key, language),
        None => String::new(),
    };
    let labels = period_names(&periods, reference, language);
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
                }
            })
            .collect(),
    };
    let tall = (height - 130.0).clamp(220.0, 420.0);
    if let Some((bar, segment)) = bars.standing_ui(ui, tall, language) {
        let key = segment.and_then(|at| series.lines[at].0.clone());
        let slice = match &key {
            Some(key) => slice.and(STAND, key),
            None => slice,
        };
        let name = [bars.bars[bar].label.clone(), key_name(&key)];
        let name = name
            .into_iter()
            .filter(|part| !part.is_empty())
            .collect::<Vec<_>>()
            .join(", ");
        let figure = Figure {
            slice,
            period: periods[bar],
            ..figure.clone()
        };
        figures.behind = Some(Behind {
            figure,
            name,
            door: None,
        });
    }
    overlap_note(ui, figure.measure, language);
}

/// Lines per year for the largest keys of the first field of the rows.
fn lines_ui(
    ui: &mut Ui,
    figures: &mut Figures,
    names: &Names<'_>,
    columns: &Columns,
    reference: Reference,
    height: f32,
) {
    let language = names.language;
    let figure = names.figure;
    let periods = periods(columns, reference);
    let by = figure.rows.first();
    let slice = figure.slice.clone();
    let field = by.map(String::as_str);
    let Ok(series) = columns.series_over(&slice, periods.clone(), figure.measure, field) else {
        return;
    };
    let mut lines = series.lines;
    lines.sort_by_key(|(_, counts)| std::cmp::Reverse(counts.last().copied().unwrap_or(0)));
    lines.truncate(Palette::of(ui).series.len());
    let key_name = |key: &Option<String>| match (key, by) {
        (Some(key), Some(by)) => key_label(names.definition, by, key, language),
        _ => language.text("total"),
    };
    let chart = Lines {
        periods: period_names(&periods, reference, language),
        lines: lines
            .iter()
            .map(|(key, counts)| (key_name(key), counts.clone()))
            .collect(),
    };
    let tall = (height - 110.0).clamp(240.0, 420.0);
    if let Some((line, at)) = chart.lines_ui(ui, tall, language) {
        let slice = match (&lines[line].0, by) {
            (Some(key), Some(by)) => slice.and(by, key),
            _ => slice,
        };
        let name = format!("{}, {}", chart.lines[line].0, chart.periods[at]);
        let figure = Figure {
            slice,
            period: periods[at],
            ..figure.clone()
        };
        figures.behind = Some(Behind {
            figure,
            name,
            door: None,
        });
    }
    overlap_note(ui, figure.measure, language);
}

/// Counts of cases that last do not chain; said where periods stand side by side.
fn overlap_note(ui: &mut Ui, measure: Measure, language: Language) {
    if measure == Measure::Handled {
        let text = language.text("chart-overlap");
        words(ui, &[(&text, theme::label(), Palette::of(ui).mute)]);
    }
}

/// The cases behind the number that was clicked.
fn behind_card(
    ui: &mut Ui,
    figures: &mut Figures,
    model: &mut Model,
    definition: &Arc<Definition>,
    columns: &Columns,
    width: f32,
) {
    let Some(behind) = figures.behind.clone() else {
        return;
    };
    let language = model.language;
    let palette = Palette::of(ui);
    let Figure {
        slice,
        period,
        measure,
        ..
    } = &behind.figure;
    let Ok(mut rows) = columns.rows(slice, *period, *measure) else {
        return;
    };
    if columns.sort(&mut rows, Order::Begin, true).is_err() {
        return;
    }
    card(ui, Margin::same(16), |ui| {
        ui.set_width(width - 34.0);
        ui.spacing_mut().item_spacing.y = 4.0;
        ui.horizontal(|ui| {
            say(ui, &behind.name, theme::heading(), palette.ink);
            let many = definition.case_words.many.text(language);
            let one = definition.case_words.one.text(language);
            let count = rows.len() as i64;
            let word = if count == 1 { one } else { many };
            tag(
                ui,
                &format!("{} {word}", language.count(count)),
                Tone::Accent,
            );
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                let text = language.text("figures-open-list");
                if Press::new(&text).link(ui).clicked() {
                    let name = behind.name.clone();
                    let register = definition.id.clone();
                    model.open_list = Some((register, behind.figure.clone(), name));
                }
            });
        });
        let shown = shown_columns(definition, ui.available_width());
        let widths = widths(&shown, ui.available_width());
        let today = model.clock.today();
        let row_at = |ui: &mut Ui, sense: Sense| {
            let (rect, response) =
                ui.allocate_exact_size(vec2(ui.available_width(), theme::ROW), sense);
            let line = egui::Stroke::new(1.0, palette.line);
            ui.painter()
                .hline(rect.x_range(), rect.bottom() - 0.5, line);
            let mut left = rect.left();
            let cells: Vec<egui::Rect> = widths
                .iter()
                .map(|width| {
                    let cell = egui::Rect::from_min_size(
                        egui::pos2(left, rect.top()),
                        vec2(*width, rect.height()),
                    );
                    left += width;
                    cell
                })
                .collect();
            (rect, response, cells)
        };
        ui.spacing_mut().item_spacing.y = 0.0;
        let (_, _, cells) = row_at(ui, Sense::hover());
        for (column, rect) in shown.iter().zip(cells) {
            let label = column.label(definition, language);
            let align = egui::Align2::LEFT_CENTER;
            super::widgets::paint_cell(ui, rect, &label, theme::label(), palette.mute, align);
        }
        for row in rows.iter().take(PREVIEW) {
            let Some(key) = columns.key(*row) else {
                continue;
            };
            let case = model
                .vault
                .as_mut()
                .and_then(|vault| vault.case(&definition.id, key));
            let (rect, response, cells) = row_at(ui, Sense::click());
            response.widget_info(|| {
                let number = case.as_deref().map_or("", |case| case.number.as_str());
                egui::WidgetInfo::labeled(egui::accesskit::Role::Row, true, number)
            });
            if response.hovered() {
                ui.painter().rect_filled(rect, 0.0, palette.soft);
            }
            super::widgets::focus_ring(ui, &response, rect.shrink(2.0), 2);
            for (column, rect) in shown.iter().zip(cells) {
                column.paint(ui, rect, definition, case.as_deref(), today, language);
            }
            if response
                .on_hover_cursor(egui::CursorIcon::PointingHand)
                .clicked()
            {
                let name = behind.name.clone();
                model.open_list = Some((definition.id.clone(), behind.figure.clone(), name));
                model.open_case = Some((definition.id.clone(), key));
            }
        }
        if rows.len() > PREVIEW {
            ui.add_space(8.0);
            let rest = (rows.len() - PREVIEW) as i64;
            let text = language.say("figures-more", &[("count", rest.into())]);
            say(ui, text, theme::label(), palette.mute);
        }
    });
}
