//! What a chart shows, in one sentence for who cannot see it.

use crate::report::{Chart, Shape};

/// The sentence: by what the chart is split, how many rows or periods it has, and the highest of them with its number. Of
/// several lines it says which one is the highest in the last period.
pub fn description(chart: &Chart, title: &str) -> String {
    let several_lines =
        matches!(chart.shape, Shape::Lines | Shape::Panels) && chart.series.len() > 1;
    let described = match (chart.shape.is_over_time(), several_lines) {
        (false, _) => rows(chart, title),
        (true, false) => periods(chart, title),
        (true, true) => lines(chart, title),
    };
    let nothing = [("title", title.into())];
    described.unwrap_or_else(|| chart.language.say("chart-describes-nothing", &nothing))
}

/// A number of a chart, and where it stands.
struct Found {
    at: usize,
    number: f64,
}

impl Found {
    /// The highest of these numbers, the first one where several are.
    fn highest(numbers: impl Iterator<Item = (usize, f64)>) -> Option<Self> {
        let higher = |highest: Option<Self>, (at, number)| match highest {
            Some(highest) if highest.number >= number => Some(highest),
            _ => Some(Self { at, number }),
        };
        numbers.fold(None, higher)
    }
}

/// The known number of each group: its total, or the greatest of its series where there is none.
fn totals(chart: &Chart) -> impl Iterator<Item = (usize, f64)> {
    let groups = chart.groups.iter().enumerate();
    groups.filter_map(|(at, group)| {
        let greatest = group.numbers.iter().flatten().copied().reduce(f64::max);
        Some((at, group.total.or(greatest)?))
    })
}

/// "Naar wijk, 9 rijen, Centrum het hoogst met 30."
fn rows(chart: &Chart, title: &str) -> Option<String> {
    let highest = Found::highest(totals(chart))?;
    let arguments = [
        ("title", title.into()),
        ("count", (chart.groups.len() as i64).into()),
        ("highest", chart.groups[highest.at].name.as_str().into()),
        ("number", written(chart, highest.number).into()),
    ];
    Some(chart.language.say("chart-describes-rows", &arguments))
}

/// "Per jaar, 5 perioden, 2021 – 2025, 2024 het hoogst met 210, de laatste 142."
fn periods(chart: &Chart, title: &str) -> Option<String> {
    let highest = Found::highest(totals(chart))?;
    let (_, last) = totals(chart).last()?;
    let arguments = [
        ("title", title.into()),
        ("count", (chart.groups.len() as i64).into()),
        ("from", chart.groups.first()?.name.as_str().into()),
        ("to", chart.groups.last()?.name.as_str().into()),
        ("highest", chart.groups[highest.at].name.as_str().into()),
        ("number", written(chart, highest.number).into()),
        ("last", written(chart, last).into()),
    ];
    Some(chart.language.say("chart-describes-periods", &arguments))
}

/// "Per jaar, 9 lijnen, 2021 – 2025, in 2025 Centrum het hoogst met 30."
fn lines(chart: &Chart, title: &str) -> Option<String> {
    let last = (0..chart.series.len()).filter_map(|series| chart.last(series));
    let at = last.map(|(at, _)| at).max()?;
    let numbers = chart.groups[at].numbers.iter().enumerate();
    let known = numbers.filter_map(|(series, number)| Some((series, (*number)?)));
    let highest = Found::highest(known)?;
    let arguments = [
        ("title", title.into()),
        ("count", (chart.series.len() as i64).into()),
        ("from", chart.groups.first()?.name.as_str().into()),
        ("to", chart.groups.last()?.name.as_str().into()),
        ("period", chart.groups[at].name.as_str().into()),
        ("highest", chart.series[highest.at].name.as_str().into()),
        ("number", written(chart, highest.number).into()),
    ];
    Some(chart.language.say("chart-describes-lines", &arguments))
}

fn written(chart: &Chart, number: f64) -> String {
    chart.unit.written(Some(number), chart.language)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Language;
    use crate::report::{ChartSeries, DrillDown, Group, Unit};

    fn chart(shape: Shape, series: &[&str], groups: &[(&str, &[Option<f64>])]) -> Chart {
        let series = series.iter().map(|name| ChartSeries {
            name: (*name).to_owned(),
            ..ChartSeries::default()
        });
        let groups = groups.iter().map(|(name, numbers)| Group {
            name: (*name).to_owned(),
            numbers: numbers.to_vec(),
            total: match shape {
                Shape::Lines | Shape::Panels => None,
                _ => numbers.iter().copied().sum(),
            },
            note: String::new(),
            drill_down: DrillDown::default(),
        });
        Chart {
            language: Language::Dutch,
            shape,
            unit: Unit::Count,
            series: series.collect(),
            groups: groups.collect(),
            adds_up: true,
            note: None,
        }
    }

    #[test]
    fn bars_say_by_what_they_are_and_which_is_the_highest() {
        let groups: &[(&str, &[Option<f64>])] = &[
            ("Centrum", &[Some(20.0), Some(10.0)]),
            ("Dorp", &[Some(25.0), None]),
        ];
        let bars = chart(Shape::Stacked, &["lopend", "afgerond"], &groups[..1]);
        let said = description(&bars, "Naar wijk");
        assert_eq!(said, "Naar wijk, 1 rij, Centrum het hoogst met 30.");
        let bars = chart(Shape::Stacked, &["lopend", "afgerond"], groups);
        let mut bars = bars.clone();
        bars.language = Language::English;
        bars.groups[1].total = Some(1250.0);
        let said = description(&bars, "By district");
        assert_eq!(said, "By district, 2 rows, Dorp the highest with 1,250.");
    }

    #[test]
    fn one_line_says_from_when_to_when_and_where_it_ends() {
        let line = chart(
            Shape::Lines,
            &["Behandeld"],
            &[
                ("2023", &[Some(98.0)]),
                ("2024", &[Some(210.0)]),
                ("2025", &[None]),
            ],
        );
        let said = description(&line, "Per jaar");
        assert_eq!(
            said,
            "Per jaar, 3 perioden, 2023 – 2025, 2024 het hoogst met 210, de laatste 210."
        );
    }

    #[test]
    fn of_several_lines_the_highest_of_the_last_period_is_said() {
        let lines = chart(
            Shape::Lines,
            &["Centrum", "Dorp"],
            &[
                ("2023", &[Some(9.0), Some(1.0)]),
                ("2024", &[Some(2.0), Some(7.0)]),
            ],
        );
        let said = description(&lines, "Per jaar");
        assert_eq!(
            said,
            "Per jaar, 2 lijnen, 2023 – 2024, in 2024 Dorp het hoogst met 7."
        );
    }

    #[test]
    fn a_chart_without_numbers_says_so() {
        let empty = chart(Shape::Stacked, &["Behandeld"], &[]);
        assert_eq!(
            description(&empty, "Naar wijk"),
            "Naar wijk: er is niets om te tekenen."
        );
    }
}
