//! `indicators show`: a year and the one before, as an annual report prints them.

use chrono::Datelike;
use serde::Serialize;

use super::cells::{actual_cell, cell, marked, plain};
use super::data::IndicatorData;
use crate::cli::answer::Answer;
use crate::cli::arguments::indicators::ShowIndicators;
use crate::cli::context::Context;
use crate::cli::error::CommandError;
use crate::cli::grid::{Column, Grid, one_line};
use crate::cli::printing::Printed;
use crate::cli::publishing;
use crate::exchange::kept_lines;
use crate::figures::{AnnualFigure, BreakdownLine, BudgetLine, YearFigure};
use crate::language::{Label, Language};
use crate::register::read_year;
use crate::report::{ExportFormat, IndicatorTable, YearJson, goal_finances, indicator_remarks};

/// The figures of a year, ready to be printed.
struct Printable<'a> {
    year: i32,
    figures: Vec<AnnualFigure<'a>>,
    /// The amounts of programmes that are kept.
    finances: Vec<BudgetLine>,
}

/// Shows the figures of a year.
pub(in crate::cli) fn show(
    asked: &ShowIndicators,
    context: &Context<'_>,
) -> Result<Answer, CommandError> {
    publishing::file_format(&asked.file, ExportFormat::OF_LISTS)?;
    let year = match &asked.of_year {
        Some(written) => read_year(written)?,
        None => context.clock.today().year(),
    };
    let vault = context.open()?;
    let data = IndicatorData::of(&vault, year - 1..=year)?;
    let figures = data.yearbook(&vault).annual(year);
    let table = IndicatorTable::of_year(year, &figures, &context.made(), context.language);
    if let Some(answer) = publishing::saved(&table, &asked.file, context)? {
        return Ok(answer);
    }
    let finances = kept_lines(vault.shared()?)?;
    let printable = Printable {
        year,
        figures,
        finances,
    };
    let text = printable.printed(asked.format, context.language)?;
    Ok(Answer::all_well(text))
}

/// The lines of a breakdown; none where it cannot be.
fn parts<'a, 'b>(figure: &'b AnnualFigure<'a>, at: usize) -> &'b [BreakdownLine<'a>] {
    figure.breakdowns[at].as_deref().unwrap_or_default()
}

/// The two years as a table: budget, actual, and what that is made up of.
fn grid(figure: &AnnualFigure<'_>, language: Language) -> Grid {
    let indicator = figure.indicator;
    let mut names = vec![
        language.text("indicator-budget"),
        language.text("indicator-actual"),
    ];
    let mut cells = [&figure.before, &figure.this].map(|year| {
        vec![
            cell(year.typed.budget, indicator, language),
            actual_cell(year.actual, indicator, language),
        ]
    });
    let (before, this) = (parts(figure, 0), parts(figure, 1));
    for line in &figure.part_lines() {
        let name = match line.part {
            Some(part) => part.choice.label.text(language).to_owned(),
            None => language.text("indicator-rest"),
        };
        names.push(format!("{}{name}", "  ".repeat(line.depth + 1)));
        for (cells, lines) in cells.iter_mut().zip([before, this]) {
            let found = lines.iter().find(|other| other.is_like(line));
            cells.push(cell(found.map(|line| line.amount), indicator, language));
        }
    }
    for (at, total) in figure.totals.iter().enumerate() {
        for (part, amount) in total.iter().flat_map(|total| &total.parts) {
            // Both years have the same indicators.
            if at == 0 {
                names.push(format!("  {}", part.label.text(language)));
            }
            cells[at].push(cell(*amount, part, language));
        }
    }
    let [before, this] = cells;
    let year = |figure: &YearFigure, cells| Column::numbers(vec![figure.year.to_string()], cells);
    Grid {
        columns: vec![
            Column::words(language.text("indicator-type"), names),
            year(&figure.before, before),
            year(&figure.this, this),
        ],
        totals: 0,
    }
}

/// The lines below the table.
fn below(figure: &AnnualFigure<'_>, language: Language) -> Vec<String> {
    let mut lines = Vec::new();
    if let Some(reached) = figure.reached() {
        lines.push(language.text(if reached {
            "indicator-reached"
        } else {
            "indicator-missed"
        }));
    }
    let readings = [&figure.before, &figure.this].into_iter();
    let mut readings = readings.filter_map(|year| year.actual);
    if readings.any(|reading| marked(reading, figure.indicator)) {
        lines.push(language.text("indicator-typed"));
    }
    lines.extend(indicator_remarks(figure, language));
    let note = figure.this.typed.note.as_ref();
    lines.extend(note.map(|note| language.say("indicator-note", &[("note", note.into())])));
    lines.iter().map(|line| one_line(line)).collect()
}

impl Printable<'_> {
    /// What the programme prints for the goals of these indicators, a block each.
    fn finances(&self, language: Language) -> Vec<String> {
        let mut goals = Vec::new();
        for goal in self
            .figures
            .iter()
            .filter_map(|it| it.indicator.goal.as_ref())
        {
            if !goals.contains(&goal) {
                goals.push(goal);
            }
        }
        let block = |goal: &Label| {
            let years = [self.year - 1, self.year].into_iter();
            let lines =
                years.flat_map(|year| goal_finances(&self.finances, &goal.nl, year, language));
            let lines: String = lines
                .map(|(label, text)| one_line(&format!("{label}: {text}")) + "\n")
                .collect();
            let heading = language.say("indicator-goal", &[("goal", goal.text(language).into())]);
            (!lines.is_empty()).then(|| format!("{heading}\n{lines}"))
        };
        goals.into_iter().filter_map(block).collect()
    }
}

impl Printed for Printable<'_> {
    fn text(&self, language: Language) -> String {
        if self.figures.is_empty() {
            let year = self.year.to_string();
            return language.say("indicator-none", &[("year", year.into())]) + "\n";
        }
        let blocks = self.figures.iter().map(|figure| {
            let indicator = figure.indicator;
            let mut lines = vec![indicator.label.text(language).to_owned()];
            if let Some(goal) = &indicator.goal {
                let goal = goal.text(language);
                lines.push(language.say("indicator-goal", &[("goal", goal.into())]));
            }
            if let Some(description) = &indicator.description {
                lines.push(description.text(language).to_owned());
            }
            let typed = &figure.this.typed.source;
            if let Some(source) = typed.as_ref().or(indicator.source.as_ref()) {
                lines.push(language.say("indicator-source", &[("source", source.into())]));
            }
            let head: String = lines.iter().map(|line| one_line(line) + "\n").collect();
            let below = below(figure, language).into_iter();
            let below: String = below.map(|line| line + "\n").collect();
            format!("{head}\n{}{below}", grid(figure, language).text())
        });
        let mut blocks: Vec<String> = blocks.collect();
        blocks.extend(self.finances(language));
        blocks.join("\n")
    }

    fn records(&self, _: Language) -> Vec<Vec<String>> {
        let names = [
            "indicator",
            "jaar",
            "van",
            "onderdeel",
            "begroting",
            "realisatie",
            "herkomst",
            "doel-gehaald",
        ];
        let mut records = vec![names.map(str::to_owned).to_vec()];
        for figure in &self.figures {
            let id = &figure.indicator.id;
            for (at, year) in [&figure.before, &figure.this].into_iter().enumerate() {
                let actual = year.actual.map(|actual| actual.amount);
                let basis = year.actual.map_or("", |actual| actual.basis.name());
                let reached = match year.reached(figure.indicator.direction) {
                    Some(true) => "ja",
                    Some(false) => "nee",
                    None => "",
                };
                records.push(vec![
                    id.clone(),
                    year.year.to_string(),
                    String::new(),
                    String::new(),
                    plain(year.typed.budget),
                    plain(actual),
                    basis.to_owned(),
                    reached.to_owned(),
                ]);
                records.extend(parts(figure, at).iter().map(|line| {
                    let of = line.of.map(|part| part.choice.id.clone());
                    let part = line.part.map(|part| part.choice.id.clone());
                    vec![
                        id.clone(),
                        year.year.to_string(),
                        of.unwrap_or_default(),
                        part.unwrap_or_else(|| "rest".to_owned()),
                        String::new(),
                        plain(Some(line.amount)),
                        String::new(),
                        String::new(),
                    ]
                }));
            }
        }
        records
    }

    fn json(&self, language: Language) -> impl Serialize {
        YearJson::of(self.year, &self.figures, language)
    }
}
