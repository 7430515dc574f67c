//! The chart of an indicator over the years: a line for the budget, and one for the actual values for each way in which they
//! were measured, so that nothing is drawn across a break.

use crate::figures::SeriesPoint;
use crate::language::Language;
use crate::register::{Amount, Indicator};
use crate::report::chart::{Chart, ChartSeries, Group, Shade, Shape};
use crate::report::drill_down::DrillDown;
use crate::report::unit::Unit;

/// The chart of these years of an indicator, in order.
pub fn series_chart(indicator: &Indicator, points: &[SeriesPoint], language: Language) -> Chart {
    let mut series = vec![ChartSeries {
        name: language.text("indicator-budget"),
        shade: Shade {
            colour: 1,
            light: false,
        },
        drill_down: DrillDown::default(),
    }];
    let breaks = points.iter().filter(|point| point.broken).count();
    for stretch in 0..=breaks {
        series.push(ChartSeries {
            name: stretch_name(indicator, points, stretch, language),
            shade: Shade {
                colour: 0,
                light: stretch < breaks,
            },
            drill_down: DrillDown::default(),
        });
    }
    let years = points.iter().map(|point| point.figure.year);
    let (first, last) = (years.clone().min(), years.max());
    let mut groups: Vec<Group> = Vec::new();
    let mut stretch = 0;
    for year in first.unwrap_or(0)..=last.unwrap_or(-1) {
        let point = points.iter().find(|point| point.figure.year == year);
        let broken = point.is_some_and(|point| point.broken);
        stretch += usize::from(broken);
        let mut numbers = vec![None; series.len()];
        if let Some(point) = point {
            let actual = point.figure.actual.map(|actual| actual.amount);
            numbers[0] = point.figure.typed.budget.map(Amount::number);
            numbers[stretch + 1] = actual.map(Amount::number);
        }
        groups.push(Group {
            name: year.to_string(),
            total: None,
            numbers,
            note: if broken {
                language.text("indicator-break")
            } else {
                String::new()
            },
            drill_down: DrillDown::default(),
        });
    }
    let mut chart = Chart {
        language,
        shape: Shape::Lines,
        unit: Unit::Indicator(indicator.unit),
        series,
        groups,
        adds_up: false,
        note: (breaks > 0).then(|| language.text("indicator-break-note")),
    };
    without_empty(&mut chart);
    chart
}

/// The name of the years between two breaks: how they were measured, where that is known.
fn stretch_name(
    indicator: &Indicator,
    points: &[SeriesPoint],
    stretch: usize,
    language: Language,
) -> String {
    let mut at = 0;
    let version = points.iter().find_map(|point| {
        at += usize::from(point.broken);
        point
            .figure
            .typed
            .version
            .as_ref()
            .filter(|_| at == stretch)
    });
    let mut versions = indicator.versions.iter();
    let version = versions.find(|known| Some(&known.id) == version);
    version.map_or_else(
        || language.text("indicator-actual"),
        |version| version.label.text(language).to_owned(),
    )
}

/// Leaves out the lines of which no number is known.
fn without_empty(chart: &mut Chart) {
    let known = |at: &usize| {
        chart
            .groups
            .iter()
            .any(|group| group.numbers[*at].is_some())
    };
    let kept: Vec<usize> = (0..chart.series.len()).filter(known).collect();
    chart.series = kept.iter().map(|at| chart.series[*at].clone()).collect();
    for group in &mut chart.groups {
        group.numbers = kept.iter().map(|at| group.numbers[*at]).collect();
    }
}
