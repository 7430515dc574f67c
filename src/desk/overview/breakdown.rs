//! The lower part of the overview: one register by its parts and over the years, events by what they are about, and what
//! is late.

use egui::{Align, Layout, Margin, Ui, vec2};

use crate::desk::kit::accessible::{self, Level};
use crate::desk::kit::button::Button;
use crate::desk::kit::icons;
use crate::desk::kit::theme::{self, Palette};
use crate::desk::kit::widgets::{card, label_ui, paragraph};
use crate::desk::overview::content::{OverviewPage, Wish};
use crate::desk::overview::register_summary::RegisterSummary;
use crate::desk::parts::chart::{ChartTexts, Chosen, chart_ui};
use crate::figures::{
    ComparedTable, Figure, Measure, Number, Period, Slice, UNKNOWN_KEY, Whole, dimension_label,
    key_label,
};
use crate::register::{Definition, STAND};
use crate::report::drawing::ChartSize;
use crate::report::{Chart, ChartSeries, DrillDown, Group, Shade, Shape, Unit};

/// How many parts are shown; the rest is said.
const MOST: usize = 9;
/// How high the cards are, without their margins.
const HEIGHT: f32 = 316.0;

/// The cards of the lower part, beside each other where there is room.
pub fn parts_ui(
    ui: &mut Ui,
    overview: &mut OverviewPage,
    sight: &RegisterSummary<'_>,
) -> Option<Wish> {
    let told = sight.told;
    let mut wish = None;
    let width = ui.available_width();
    let shown = usize::from(told.cases.is_some()) * 2 + usize::from(told.events.is_some());
    let beside = if width >= 860.0 { shown.max(1) } else { 1 };
    let each = (width - theme::GAP * (beside as f32 - 1.0)) / beside as f32;
    let held = overview.held.take();
    let mut orders = Vec::new();
    let mut cards = |ui: &mut Ui| {
        let inner = each.floor() - 34.0;
        let held = |at: usize| held.as_ref().and_then(|held| held.get(at));
        if let (Some(at), Some(parts)) = (told.cases, &told.overview.parts) {
            let order = order(parts, held(0));
            let of_parts = part(ui, inner, |ui| compared_ui(ui, sight, at, parts, &order));
            let of_years = part(ui, inner, |ui| years_ui(ui, sight, at));
            wish = of_parts.or(of_years);
            orders.push(keys(parts, &order));
        }
        if let (Some(at), Some(events)) = (told.events, &told.overview.events) {
            let order = order(events, held(1));
            let of_events = part(ui, inner, |ui| {
                let opened = compared_ui(ui, sight, at, events, &order);
                let late = told.cases.and_then(|at| late_ui(ui, sight, at));
                opened.or(late)
            });
            wish = wish.take().or(of_events);
            orders.push(keys(events, &order));
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
    overview.held = Some(orders);
    wish
}

/// One card of the lower part; all are as high.
fn part(ui: &mut Ui, width: f32, content: impl FnOnce(&mut Ui) -> Option<Wish>) -> Option<Wish> {
    card(ui, Margin::same(16), |ui| {
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing = vec2(8.0, 2.0);
            ui.set_width(width);
            ui.set_min_height(HEIGHT);
            content(ui)
        })
        .inner
    })
}

/// The rows of a table from large to small, the unknown last; as they stood, while the reference date is dragged.
fn order(compared: &ComparedTable, held: Option<&Vec<String>>) -> Vec<usize> {
    let table = &compared.table;
    let mut order: Vec<usize> = (0..table.row_keys.len()).collect();
    let unknown = |row: usize| {
        table.row_keys[row]
            .first()
            .is_some_and(|key| key == UNKNOWN_KEY)
    };
    order.sort_by_key(|row| (unknown(*row), std::cmp::Reverse(table.row_totals[*row])));
    if let Some(held) = held {
        let place = |row: &usize| {
            held.iter()
                .position(|key| table.row_keys[*row].first() == Some(key))
        };
        order.sort_by_key(|row| place(row).unwrap_or(usize::MAX));
    }
    order
}

fn keys(compared: &ComparedTable, order: &[usize]) -> Vec<String> {
    let keys = order
        .iter()
        .map(|row| compared.table.row_keys[*row].first());
    keys.flatten().cloned().collect()
}

/// A title with what stands at the right of it.
fn title(ui: &mut Ui, text: &str, aside: &str) {
    let palette = Palette::of(ui);
    let size = vec2(ui.available_width(), 24.0);
    ui.allocate_ui_with_layout(size, Layout::right_to_left(Align::Center), |ui| {
        label_ui(ui, aside, theme::label(), palette.mute);
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            let (font, colour) = (theme::heading(), palette.ink);
            let label = egui::RichText::new(text).font(font).color(colour);
            let title = ui.add(egui::Label::new(label).truncate());
            accessible::heading(&title, text, Level::Card);
        });
        accessible::read_from_left(ui);
    });
    ui.add_space(4.0);
}

/// "Woonoverlast per wijk", "Signalen naar bron".
fn compared_ui(
    ui: &mut Ui,
    sight: &RegisterSummary<'_>,
    at: usize,
    compared: &ComparedTable,
    order: &[usize],
) -> Option<Wish> {
    let language = sight.language;
    let definition = sight.told.definition(at);
    let ComparedTable {
        figure,
        table,
        before,
    } = compared;
    let field = figure.rows.first().map_or("", String::as_str);
    let label = dimension_label(definition, field, language).to_lowercase();
    let register = definition.label.text(language);
    let arguments = [("register", register.into()), ("field", label.into())];
    let name = language.say("overview-by", &arguments);
    title(ui, &name, "");
    if !table.adds_up {
        let text = language.text("figures-do-not-add-up");
        paragraph(ui, &text, theme::label(), Palette::of(ui).mute);
    }
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
            note: match (sight.compare, split || !table.adds_up) {
                (true, _) => sight.difference(total, before.row_totals[*row]),
                (false, true) => String::new(),
                (false, false) => share.unwrap_or_default(),
            },
            drill_down: DrillDown::keys(&figure.rows, &table.row_keys[*row]),
        }
    };
    let chart = Chart {
        language,
        shape: Shape::Stacked,
        unit: Unit::Count,
        series: series(definition, &table.column_keys.concat(), sight),
        groups: order.iter().map(group).collect(),
        adds_up: split,
        note: None,
    };
    opened(ui, sight, (at, figure), &chart, &name)
}

fn number(count: u64) -> Number {
    Some(count as f64)
}

/// Draws a chart of a figure, and opens its cases.
fn opened(
    ui: &mut Ui,
    sight: &RegisterSummary<'_>,
    (at, figure): (usize, &Figure),
    chart: &Chart,
    name: &str,
) -> Option<Wish> {
    let room = ChartSize {
        width: ui.available_width(),
        height: HEIGHT - 84.0,
        bar_pitch: 28.0,
        most_bars: MOST,
    };
    let texts = ChartTexts { name, title: name };
    let Chosen { group, series } = chart_ui(ui, chart, texts, room)?;
    let (group, hue) = (&chart.groups[group], series.map(|at| &chart.series[at]));
    let whole = DrillDown::default();
    let figure = DrillDown::figure(
        figure,
        &group.drill_down,
        hue.map_or(&whole, |hue| &hue.drill_down),
    );
    let named = hue.filter(|_| chart.series.len() > 1);
    let named = named.map(|hue| hue.name.to_lowercase());
    let name = [Some(group.name.clone()), named];
    let name = name.into_iter().flatten().collect::<Vec<_>>().join(", ");
    let register = sight.told.definition(at).id.clone();
    Some(Wish::Cases(register, Box::new(bare(figure)), name))
}

/// Running, and finished as its light half; of events there is one series without a name.
fn series(
    definition: &Definition,
    keys: &[String],
    sight: &RegisterSummary<'_>,
) -> Vec<ChartSeries> {
    let hue = |(at, key): (usize, &String)| ChartSeries {
        name: key_label(definition, STAND, key, sight.language),
        shade: Shade {
            colour: 0,
            light: at == 1,
        },
        drill_down: DrillDown::keys(&[STAND.to_owned()], std::slice::from_ref(key)),
    };
    match keys.is_empty() {
        true => vec![ChartSeries::default()],
        false => keys.iter().enumerate().map(hue).collect(),
    }
}

/// A figure as the list of its cases: without a side.
fn bare(figure: Figure) -> Figure {
    Figure {
        rows: Vec::new(),
        columns: Vec::new(),
        ..figure
    }
}

/// What was handled in every year, up to the same day.
fn years_ui(ui: &mut Ui, sight: &RegisterSummary<'_>, at: usize) -> Option<Wish> {
    let language = sight.language;
    let definition = sight.told.definition(at);
    let years = sight.told.overview.years.as_ref()?;
    let name = language.say(
        "overview-years",
        &[("register", definition.label.text(language).into())],
    );
    let reference = sight.reference;
    let aside = match reference.is_whole() {
        true => String::new(),
        false => {
            let day = reference.date.format("%d-%m").to_string();
            language.say("overview-up-to", &[("day", day.into())])
        }
    };
    title(ui, &name, &aside);
    let keys: Vec<String> = years
        .lines
        .iter()
        .filter_map(|(key, _)| key.clone())
        .collect();
    let group = |(at, period): (usize, &Period)| {
        let counts = years.lines.iter().map(|(_, counts)| counts[at]);
        Group {
            name: reference.step.short_name(period.to, language),
            numbers: counts.clone().map(number).collect(),
            total: number(counts.sum()),
            note: String::new(),
            drill_down: DrillDown::in_period(*period),
        }
    };
    let chart = Chart {
        language,
        shape: Shape::VerticalBars,
        unit: Unit::Count,
        series: series(definition, &keys, sight),
        groups: years.periods.iter().enumerate().map(group).collect(),
        adds_up: true,
        note: None,
    };
    let figure = Figure {
        rows: Vec::new(),
        columns: Vec::new(),
        measure: Measure::default_of(definition.kind),
        period: reference.period(),
        slice: Slice::whole(),
    };
    opened(ui, sight, (at, &figure), &chart, &name)
}

/// What is late now in the register that is looked at.
fn late_ui(ui: &mut Ui, sight: &RegisterSummary<'_>, at: usize) -> Option<Wish> {
    let palette = Palette::of(ui);
    let language = sight.language;
    let definition = sight.told.definition(at);
    let pressing = sight.work.get(&definition.id).copied().unwrap_or_default();
    let late = pressing.late as u64;
    let register = definition.label.text(language);
    let count = [("count", (late as i64).into())];
    let text = sight.as_of_now(language.say("overview-late", &count));
    let (icon, colour) = match late {
        0 => (icons::CHOSEN, palette.ok.0),
        _ => (icons::WARNING, palette.warn.0),
    };
    let oldest = pressing.oldest.map(|due| {
        let date = language.date(due.day);
        language.say("overview-oldest", &[("date", date.into())])
    });
    let below = [Some(register.to_owned()), oldest].into_iter().flatten();
    let below = below.collect::<Vec<_>>().join(" · ");
    ui.add_space(8.0);
    ui.separator();
    let mut wish = None;
    let size = vec2(ui.available_width(), 40.0);
    ui.allocate_ui_with_layout(size, Layout::right_to_left(Align::Center), |ui| {
        if late > 0 {
            let text = language.text("overview-open-work");
            let name = language.say("overview-open-work-of", &[("register", register.into())]);
            if Button::new(&text).name(name).link(ui).clicked() {
                wish = Some(Wish::Work(definition.id.clone()));
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
                    let text = egui::RichText::new(text).font(font).color(colour);
                    ui.add(egui::Label::new(text).truncate());
                }
            });
        });
        accessible::read_from_left(ui);
    });
    wish
}
