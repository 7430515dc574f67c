//! The pane of the selected indicator: its two years as an annual report prints them, remarks, its course over the years,
//! and where the numbers come from.

use egui::accesskit::Role;
use egui::{Align2, Label, RichText, ScrollArea, Ui, WidgetInfo, vec2};

use super::drill_down::CountedCases;
use super::known_values::known_years;
use super::state::IndicatorPage;
use super::two_years::{Target, two_years_ui};
use crate::desk::backend::indicator_book::IndicatorBook;
use crate::desk::kit::density;
use crate::desk::kit::icons;
use crate::desk::kit::theme::{self, Palette};
use crate::desk::kit::widgets::{Tone, label_ui, notice, paint_cell, paragraph, tag};
use crate::desk::parts::chart::{ChartTexts, Chosen, chart_ui};
use crate::desk::state::model::Model;
use crate::figures::{AnnualFigure, BudgetLine, YearFigure};
use crate::language::Language;
use crate::register::Indicator;
use crate::report::drawing::ChartSize;
use crate::report::{goal_finances, indicator_remarks, series_chart};

/// How high a fact is.
const FACT: f32 = 22.0;
/// How high the chart of the years is.
const COURSE: f32 = 150.0;

impl IndicatorPage {
    /// Draws the pane. Returns the id of another indicator that is to be selected.
    pub(super) fn pane_ui(
        &mut self,
        ui: &mut Ui,
        figure: &AnnualFigure<'_>,
        known: &IndicatorBook,
        model: &mut Model,
    ) -> Option<String> {
        let mut other = None;
        ScrollArea::vertical()
            .id_salt("indicator")
            .auto_shrink(false)
            .show(ui, |ui| {
                ui.set_width(ui.available_width() - 10.0);
                ui.spacing_mut().item_spacing.y = density::gap(ui, 8.0);
                head_ui(ui, figure.indicator, model.language);
                let verdict = figure.reached();
                tags_ui(ui, figure.indicator, verdict, model.language);
                ui.add_space(2.0);
                match two_years_ui(ui, figure, known, model) {
                    Some(Target::Cases { cases, name }) => cases.list(name, model),
                    Some(Target::Indicator(id)) => other = Some(id),
                    None => {}
                }
                remarks_ui(ui, figure, model.language);
                ui.add_space(6.0);
                course_ui(ui, figure.indicator, known, model);
                ui.add_space(6.0);
                finances_ui(ui, figure, model);
                facts_ui(ui, figure, model.language);
            });
        other
    }
}

fn head_ui(ui: &mut Ui, indicator: &Indicator, language: Language) {
    let palette = Palette::of(ui);
    ui.spacing_mut().item_spacing.y = 3.0;
    if let Some(goal) = &indicator.goal {
        let goal = [("goal", goal.text(language).into())];
        paragraph(
            ui,
            &language.say("indicator-goal", &goal),
            theme::label(),
            palette.mute,
        );
    }
    let name = RichText::new(indicator.label.text(language));
    ui.add(
        Label::new(
            name.font(egui::FontId::new(18.0, theme::bold()))
                .color(palette.ink),
        )
        .wrap(),
    );
    if let Some(description) = &indicator.description {
        paragraph(ui, description.text(language), theme::body(), palette.mute);
    }
    ui.spacing_mut().item_spacing.y = density::gap(ui, 8.0);
}

/// Whether the goal was reached, which way is better, and in what it is measured.
fn tags_ui(ui: &mut Ui, indicator: &Indicator, reached: Option<bool>, language: Language) {
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(6.0, 6.0);
        match reached {
            Some(true) => tag(ui, &language.text("indicator-reached"), Tone::Ok),
            Some(false) => tag(ui, &language.text("indicator-missed"), Tone::Bad),
            None => {}
        }
        tag(
            ui,
            &language.text(indicator.direction.text_id()),
            Tone::Quiet,
        );
        tag(ui, &language.text(indicator.unit.text_id()), Tone::Quiet);
    });
}

/// What has to be known beside the numbers.
fn remarks_ui(ui: &mut Ui, figure: &AnnualFigure<'_>, language: Language) {
    for remark in indicator_remarks(figure, language) {
        notice(ui, icons::WARNING, &remark, Tone::Warn);
    }
    if let Some(note) = &figure.this.typed.note {
        let text = language.say("indicator-note", &[("note", note.into())]);
        paragraph(ui, &text, theme::body(), Palette::of(ui).ink);
    }
}

/// The years of which something is known, drawn. A point opens its cases, or goes to its year where there are none.
fn course_ui(ui: &mut Ui, indicator: &Indicator, known: &IndicatorBook, model: &mut Model) {
    let language = model.language;
    let Some(vault) = &mut model.vault else {
        return;
    };
    let years = known_years(known, vault, indicator);
    let points = known.yearbook().series(indicator, years);
    if points.len() < 2 {
        return;
    }
    let chart = series_chart(indicator, &points, language);
    label_ui(
        ui,
        language.text("indicators-course"),
        theme::heading(),
        Palette::of(ui).ink,
    );
    let room = ChartSize {
        width: ui.available_width(),
        height: COURSE,
        bar_pitch: 28.0,
        most_bars: 12,
    };
    let label = indicator.label.text(language);
    let name = format!("{}, {label}", language.text("indicators-course"));
    let texts = ChartTexts {
        name: &name,
        title: &name,
    };
    let Some(Chosen { group, series }) = chart_ui(ui, &chart, texts, room) else {
        return;
    };
    let year = chart
        .groups
        .get(group)
        .and_then(|group| group.name.parse().ok());
    let point = points.iter().find(|point| Some(point.figure.year) == year);
    let Some(point) = point else { return };
    let budget = language.text("indicator-budget");
    let is_budget = series.is_some_and(|at| chart.series[at].name == budget);
    let cases = CountedCases::shown(vault, indicator, &point.figure, None);
    match cases.filter(|_| !is_budget) {
        Some(cases) => cases.list(format!("{label}, {}", point.figure.year), model),
        None => vault.reference = vault.reference.end_of_year(point.figure.year),
    }
}

/// What the programme prints for the goal of the indicator in its two years.
fn finances_ui(ui: &mut Ui, figure: &AnnualFigure<'_>, model: &Model) {
    let Some((vault, goal)) = model.vault.as_ref().zip(figure.indicator.goal.as_ref()) else {
        return;
    };
    let kept = vault.finances.iter();
    let lines: Vec<BudgetLine> = kept.flat_map(|kept| kept.lines.clone()).collect();
    for year in [figure.before.year, figure.this.year] {
        for (label, text) in goal_finances(&lines, &goal.nl, year, model.language) {
            fact_ui(ui, &label, &text);
        }
    }
}

/// Where the numbers come from: documents, source, the way of measuring, and where all of it is defined.
fn facts_ui(ui: &mut Ui, figure: &AnnualFigure<'_>, language: Language) {
    let indicator = figure.indicator;
    let mut facts: Vec<(String, String)> = Vec::new();
    let of_year =
        |id: &str, year: &YearFigure| language.say(id, &[("year", year.year.to_string().into())]);
    for year in [&figure.before, &figure.this] {
        let typed = &year.typed;
        let edition = typed.edition.clone();
        facts.extend(edition.map(|it| (of_year("indicators-edition-of", year), it)));
        let document = typed.document.clone();
        facts.extend(document.map(|it| (of_year("indicators-document-of", year), it)));
    }
    let source = figure.this.typed.source.clone();
    let source = source.or_else(|| indicator.source.clone());
    facts.extend(source.map(|it| (language.text("indicators-source"), it)));
    for year in [&figure.before, &figure.this] {
        let id = year.typed.version.as_ref();
        let mut versions = indicator.versions.iter();
        let version = versions.find(|version| Some(&version.id) == id);
        let label = version.map(|version| version.label.text(language).to_owned());
        facts.extend(label.map(|it| (of_year("indicators-version-of", year), it)));
    }
    facts.push((language.text("indicators-file"), indicator.file.clone()));
    for (label, text) in &facts {
        fact_ui(ui, label, text);
    }
}

/// One line: what it is, and what is known of it.
fn fact_ui(ui: &mut Ui, label: &str, text: &str) {
    let palette = Palette::of(ui);
    let (rect, response) =
        ui.allocate_exact_size(vec2(ui.available_width(), FACT), egui::Sense::hover());
    let name = format!("{label}: {text}");
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &name));
    let beside = (rect.width() * 0.34).clamp(120.0, 220.0);
    let (name, value) = rect.split_left_right_at_x(rect.left() + beside);
    let (font, align) = (theme::label(), Align2::LEFT_CENTER);
    let name = name.translate(vec2(-8.0, 0.0));
    paint_cell(ui, name, label, font.clone(), palette.mute, align);
    paint_cell(ui, value, text, font, palette.ink, align);
    response.on_hover_text(text);
}
