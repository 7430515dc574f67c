//! The lower part of the overview: one register in its parts and over the years, one register of events by what they are
//! about, and what is overdue.

use egui::{Align, Id, Label, Layout, Margin, RichText, Ui, vec2};

use crate::desk::kit::accessible::{self, Level};
use crate::desk::kit::button::Button;
use crate::desk::kit::even_height::EvenHeight;
use crate::desk::kit::icons;
use crate::desk::kit::theme::{self, Palette};
use crate::desk::kit::widgets::{card, label_ui, paragraph};
use crate::desk::overview::context::OverviewContext;
use crate::desk::overview::page::BarOrder;
use crate::desk::overview::register_summary::RegisterSummary;
use crate::desk::overview::target::OverviewTarget;
use crate::desk::parts::chart::{ChartTexts, Chosen, chart_ui};
use crate::figures::{
    ComparedTable, Figure, Measure, Number, Period, Slice, UNKNOWN_KEY, Whole, dimension_label,
    key_label,
};
use crate::language::Language;
use crate::register::{Definition, STAND};
use crate::report::drawing::ChartSize;
use crate::report::{Chart, ChartSeries, DrillDown, Group, Shade, Shape, Unit};

/// The most bars of a chart; it says how many others there are.
const MOST_BARS: usize = 9;
/// The height of the cards without their margins, in points.
const HEIGHT: f32 = 316.0;
/// From this width on the cards stand beside each other.
const BESIDE: f32 = 860.0;

/// Draws the cards of the lower part. `order` is the order of the bars in the frame before, which they keep while the
/// reference date is dragged; it becomes that of this frame. Returns what was opened.
pub fn breakdown_ui(
    ui: &mut Ui,
    context: &OverviewContext<'_>,
    order: &mut BarOrder,
) -> Option<OverviewTarget> {
    let figures = context.figures;
    let mut opened = None;
    let width = ui.available_width();
    let shown = usize::from(figures.cases.is_some()) * 2 + usize::from(figures.events.is_some());
    let beside = if width >= BESIDE { shown.max(1) } else { 1 };
    let each = (width - theme::GAP * (beside as f32 - 1.0)) / beside as f32;
    let of_cases = figures.cases.map(|at| RegisterSummary { context, at });
    let of_events = figures.events.map(|at| RegisterSummary { context, at });
    let mut even = EvenHeight::of(ui, Id::unique("overview breakdown"));
    let mut cards = |ui: &mut Ui| {
        let inner = each.floor() - 34.0;
        let even = &mut even;
        if let (Some(summary), Some(parts)) = (of_cases, &figures.overview.parts) {
            let rows = in_order(parts, &order.cases);
            let parts_opened = card_ui(ui, inner, even, |ui| parts_ui(ui, summary, parts, &rows));
            let years_opened = card_ui(ui, inner, even, |ui| years_ui(ui, summary));
            opened = parts_opened.or(years_opened);
            order.cases = keys(parts, &rows);
        }
        if let (Some(summary), Some(events)) = (of_events, &figures.overview.events) {
            let rows = in_order(events, &order.events);
            let events_opened = card_ui(ui, inner, even, |ui| {
                let opened = parts_ui(ui, summary, events, &rows);
                let late = of_cases.and_then(|of_cases| late_ui(ui, of_cases));
                opened.or(late)
            });
            opened = opened.take().or(events_opened);
            order.events = keys(events, &rows);
        }
    };
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing = vec2(theme::GAP, theme::GAP);
        if beside > 1 {
            ui.horizontal_top(|ui| cards(ui));
        } else {
            cards(ui);
        }
    });
    even.finish(ui);
    opened
}

/// Draws one card of the lower part; all are as high.
fn card_ui<R>(
    ui: &mut Ui,
    width: f32,
    even: &mut EvenHeight,
    content: impl FnOnce(&mut Ui) -> R,
) -> R {
    card(ui, Margin::same(16), |ui| {
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing = vec2(8.0, 2.0);
            ui.set_width(width);
            ui.set_min_height(HEIGHT.max(even.least()));
            let drawn = ui.scope(content);
            even.wants(drawn.response.rect.height());
            drawn.inner
        })
        .inner
    })
}

/// The rows of a table from large to small, the unknown last; those with a key in `before` stay in that order.
fn in_order(compared: &ComparedTable, before: &[String]) -> Vec<usize> {
    let table = &compared.table;
    let mut rows: Vec<usize> = (0..table.row_keys.len()).collect();
    let unknown = |row: usize| {
        table.row_keys[row]
            .first()
            .is_some_and(|key| key == UNKNOWN_KEY)
    };
    rows.sort_by_key(|row| (unknown(*row), std::cmp::Reverse(table.row_totals[*row])));
    let place = |row: &usize| {
        let key = table.row_keys[*row].first();
        before.iter().position(|known| Some(known) == key)
    };
    rows.sort_by_key(|row| place(row).unwrap_or(usize::MAX));
    rows
}

/// The keys of these rows of a table.
fn keys(compared: &ComparedTable, rows: &[usize]) -> Vec<String> {
    let keys = rows.iter().map(|row| compared.table.row_keys[*row].first());
    keys.flatten().cloned().collect()
}

/// Draws the title of a card, and a note at the right of it.
fn title_ui(ui: &mut Ui, text: &str, note: &str) {
    let palette = Palette::of(ui);
    let size = vec2(ui.available_width(), 24.0);
    ui.allocate_ui_with_layout(size, Layout::right_to_left(Align::Center), |ui| {
        label_ui(ui, note, theme::label(), palette.mute);
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            let title = RichText::new(text).font(theme::heading());
            let title = ui.add(Label::new(title.color(palette.ink)).truncate());
            accessible::heading(&title, text, Level::Card);
        });
        accessible::read_from_left(ui);
    });
    ui.add_space(4.0);
}

/// Draws a register in its parts: "Woonoverlast per wijk", "Signalen naar bron".
fn parts_ui(
    ui: &mut Ui,
    summary: RegisterSummary<'_>,
    compared: &ComparedTable,
    rows: &[usize],
) -> Option<OverviewTarget> {
    let language = summary.context.language;
    let definition = summary.definition();
    let field = compared.figure.rows.first().map_or("", String::as_str);
    let label = dimension_label(definition, field, language).to_lowercase();
    let register = definition.label.text(language);
    let arguments = [("register", register.into()), ("field", label.into())];
    let name = language.say("overview-by", &arguments);
    title_ui(ui, &name, "");
    if !compared.table.adds_up {
        let text = language.text("figures-do-not-add-up");
        paragraph(ui, &text, theme::label(), Palette::of(ui).mute);
    }
    let chart = parts_chart(summary, compared, rows);
    breakdown_chart_ui(ui, summary, &compared.figure, &chart, &name)
}

/// The chart of a table: a bar for each of these rows, split by the columns where there are any.
fn parts_chart(summary: RegisterSummary<'_>, compared: &ComparedTable, rows: &[usize]) -> Chart {
    let context = summary.context;
    let (definition, language) = (summary.definition(), context.language);
    let ComparedTable {
        figure,
        table,
        before,
    } = compared;
    let field = figure.rows.first().map_or("", String::as_str);
    let split = !figure.columns.is_empty();
    let shares = table.clone().map(number).shares(Whole::All).row_totals;
    let group = |row: &usize| {
        let total = table.row_totals[*row];
        let share = shares[*row].map(|share| format!("{share}%"));
        Group {
            name: key_label(definition, field, &table.row_keys[*row].concat(), language),
            numbers: match split {
                true => table.cells[*row].iter().copied().map(number).collect(),
                false => vec![number(total)],
            },
            total: number(total),
            note: match (context.compare, split || !table.adds_up) {
                (true, _) => context.difference(total, before.row_totals[*row]),
                (false, true) => String::new(),
                (false, false) => share.unwrap_or_default(),
            },
            drill_down: DrillDown::keys(&figure.rows, &table.row_keys[*row]),
        }
    };
    Chart {
        language,
        shape: Shape::Stacked,
        unit: Unit::Count,
        series: series(definition, &table.column_keys.concat(), language),
        groups: rows.iter().map(group).collect(),
        adds_up: split,
        note: None,
    }
}

fn number(count: u64) -> Number {
    Some(count as f64)
}

/// Draws a chart of a figure. A mark opens the cases it counts.
fn breakdown_chart_ui(
    ui: &mut Ui,
    summary: RegisterSummary<'_>,
    figure: &Figure,
    chart: &Chart,
    name: &str,
) -> Option<OverviewTarget> {
    let room = ChartSize {
        width: ui.available_width(),
        height: HEIGHT - 84.0,
        bar_pitch: 28.0,
        most_bars: MOST_BARS,
    };
    let texts = ChartTexts { name, title: name };
    let Chosen { group, series } = chart_ui(ui, chart, texts, room)?;
    let (group, series) = (&chart.groups[group], series.map(|at| &chart.series[at]));
    let whole = DrillDown::default();
    let of_series = series.map_or(&whole, |series| &series.drill_down);
    let figure = Figure {
        rows: Vec::new(),
        columns: Vec::new(),
        ..DrillDown::figure(figure, &group.drill_down, of_series)
    };
    let named = series.filter(|_| chart.series.len() > 1);
    let named = named.map(|series| series.name.to_lowercase());
    let name = [Some(group.name.clone()), named];
    Some(OverviewTarget::Cases {
        register: summary.definition().id.clone(),
        figure: Box::new(figure),
        name: name.into_iter().flatten().collect::<Vec<_>>().join(", "),
    })
}

/// The series of a chart: what runs, and in a lighter shade what is finished; of events one series without a name.
fn series(definition: &Definition, keys: &[String], language: Language) -> Vec<ChartSeries> {
    let series = keys.iter().enumerate().map(|(at, key)| ChartSeries {
        name: key_label(definition, STAND, key, language),
        shade: Shade {
            colour: 0,
            light: at == 1,
        },
        drill_down: DrillDown::keys(&[STAND.to_owned()], std::slice::from_ref(key)),
    });
    match keys.is_empty() {
        true => vec![ChartSeries::default()],
        false => series.collect(),
    }
}

/// Draws how many cases were handled in every year, each up to the same day.
fn years_ui(ui: &mut Ui, summary: RegisterSummary<'_>) -> Option<OverviewTarget> {
    let context = summary.context;
    let (definition, language) = (summary.definition(), context.language);
    let years = context.figures.overview.years.as_ref()?;
    let register = [("register", definition.label.text(language).into())];
    let name = language.say("overview-years", &register);
    let reference = context.reference;
    let note = match reference.is_whole() {
        true => String::new(),
        false => {
            let day = reference.date.format("%d-%m").to_string();
            language.say("overview-up-to", &[("day", day.into())])
        }
    };
    title_ui(ui, &name, &note);
    let keys = years.lines.iter().filter_map(|(key, _)| key.clone());
    let keys: Vec<String> = keys.collect();
    let periods = years.periods.iter().enumerate();
    let groups = periods.map(|(at, period): (usize, &Period)| {
        let counts = years.lines.iter().map(|(_, counts)| counts[at]);
        Group {
            name: reference.step.short_name(period.to, language),
            numbers: counts.clone().map(number).collect(),
            total: number(counts.sum()),
            note: String::new(),
            drill_down: DrillDown::in_period(*period),
        }
    });
    let chart = Chart {
        language,
        shape: Shape::VerticalBars,
        unit: Unit::Count,
        series: series(definition, &keys, language),
        groups: groups.collect(),
        adds_up: true,
        note: None,
    };
    let figure = Figure {
        entries: None,
        rows: Vec::new(),
        columns: Vec::new(),
        measure: Measure::default_of(definition.kind),
        period: reference.period(),
        slice: Slice::whole(),
    };
    breakdown_chart_ui(ui, summary, &figure, &chart, &name)
}

/// Draws how many cases have overdue tasks, since when, and the link to them in the list of work.
fn late_ui(ui: &mut Ui, summary: RegisterSummary<'_>) -> Option<OverviewTarget> {
    let palette = Palette::of(ui);
    let language = summary.context.language;
    let due = summary.due();
    let register = summary.definition().label.text(language);
    let count = [("count", (due.late as i64).into())];
    let text = language.say("overview-late", &count);
    let text = summary.context.as_of_now(text);
    let (icon, colour) = match due.late {
        0 => (icons::CHOSEN, palette.ok.0),
        _ => (icons::WARNING, palette.warn.0),
    };
    let oldest = due.oldest.map(|due| {
        let date = language.date(due.day);
        language.say("overview-oldest", &[("date", date.into())])
    });
    let below = [Some(register.to_owned()), oldest].into_iter().flatten();
    let below = below.collect::<Vec<_>>().join(" · ");
    ui.add_space(8.0);
    ui.separator();
    let mut opened = None;
    let size = vec2(ui.available_width(), 40.0);
    ui.allocate_ui_with_layout(size, Layout::right_to_left(Align::Center), |ui| {
        if due.late > 0 {
            let text = language.text("overview-open-work");
            let name = language.say("overview-open-work-of", &[("register", register.into())]);
            if Button::new(&text).name(name).link(ui).clicked() {
                opened = Some(summary.work());
            }
        }
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            label_ui(ui, icon, theme::icon(), colour);
            ui.vertical(|ui| {
                ui.spacing_mut().item_spacing.y = 0.0;
                ui.add_space(2.0);
                for (text, font, colour) in [
                    (text, theme::strong(), palette.ink),
                    (below, theme::label(), palette.mute),
                ] {
                    let text = RichText::new(text).font(font).color(colour);
                    ui.add(Label::new(text).truncate());
                }
            });
        });
        accessible::read_from_left(ui);
    });
    opened
}
