//! Cijfers: one definition of a figure, as a table, as a chart beside it, and as the cases behind every number.

use std::sync::Arc;

use egui::{ScrollArea, Ui};

use super::behind_ui::behind_card;
use super::chart_card::chart_card;
use super::choosers::choosers_ui;
use super::command::Command;
use super::crosstab_ui::{Door, Names, wanted_width};
use super::figure_cards::table_card;
use super::icons;
use super::kept::Kept;
use super::model::Model;
use super::press::Press;
use super::reference::Reference;
use super::shell;
use super::theme;
use super::widgets::{Tone, empty, notice};
use crate::figures::{
    Crosstab, Figure, Measure, Period, Series, Slice, dimension_label, key_label,
};
use crate::language::{Explain, Language};
use crate::register::Definition;

/// What the chart shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Chart {
    Parts,
    Years,
    Lines,
}

/// The state of the screen: the definition of the figure, and what is open in it.
pub struct Figures {
    /// The register.
    pub register: String,
    pub(super) rows: Vec<String>,
    pub(super) columns: Vec<String>,
    pub(super) measure: Measure,
    pub(super) slice: Slice,
    pub(super) chart: Chart,
    pub(super) cursor: Door,
    pub(super) behind: Option<Behind>,
    pub(super) made: Option<(Figure, u64, Arc<Crosstab>)>,
    /// Which state of the register everything on the screen follows from.
    pub(super) generation: u64,
    pub(super) parts: Kept<(Figure, u64), (Figure, Crosstab)>,
    pub(super) over_time: Kept<OverTime, (Vec<Period>, Series)>,
    pub(super) rows_behind: Kept<(Figure, u64), (Vec<usize>, u64)>,
    /// Whether the table is to take the keyboard.
    pub take_focus: bool,
}

/// What a chart over time follows from: slice, reference date, measure, the field it is split by, the generation.
pub(super) type OverTime = (Slice, Reference, Measure, Option<String>, u64);

/// The cases that are open under the figure.
#[derive(Clone)]
pub(super) struct Behind {
    pub figure: Figure,
    pub name: String,
    pub door: Option<Door>,
    /// Whether they are those of the reference date, whichever that is; not those of an earlier bar or point.
    pub follows: bool,
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
            generation: 0,
            parts: Kept::default(),
            over_time: Kept::default(),
            rows_behind: Kept::default(),
            take_focus: true,
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
    pub(super) fn show(&mut self, definition: &Definition, table: &str) {
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
    pub fn as_text(
        &self,
        definition: &Definition,
        reference: Reference,
        language: Language,
    ) -> Option<String> {
        let (figure, _, table) = self.made.as_ref()?;
        let names = Names {
            definition,
            figure,
            table,
            language,
        };
        let mut lines = vec![self.title(definition, language)];
        lines.push(subtitle(definition, self.measure, reference, language));
        lines.extend(figure.slice.filters().map(|(field, keys)| {
            let keys = keys
                .iter()
                .map(|key| key_label(definition, field, key, language));
            let field = dimension_label(definition, field, language);
            format!("{field}: {}", keys.collect::<Vec<_>>().join(", "))
        }));
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

    /// Closes the cases under the figure; the keyboard, which Escape takes away, is back at the table.
    pub fn close(&mut self) {
        self.take_focus = true;
        self.behind = None;
    }

    /// Opens the cases behind a bar or a point of a chart over time: they stay those of its period.
    pub(super) fn open_at(&mut self, period: Period, slice: Slice, name: String) {
        let figure = Figure {
            rows: self.rows.clone(),
            columns: self.columns.clone(),
            measure: self.measure,
            period,
            slice,
        };
        self.behind = Some(Behind {
            figure,
            name,
            door: None,
            follows: false,
        });
    }

    /// Opens the cases behind a door of the table.
    pub(super) fn open(&mut self, names: &Names<'_>, door: Door) {
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
            follows: true,
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
    if figures.register != definition.id || figures.figure(reference) != figure {
        // Something else was chosen: it is drawn in the next frame, from its own columns.
        ui.ctx().request_repaint();
        return;
    }
    ui.add_space(4.0);
    figures.generation = generation;
    let stale = figures
        .made
        .as_ref()
        .is_none_or(|(made, of, _)| *made != figure || *of != generation);
    if stale {
        match columns.crosstab(&figure) {
            Ok(table) => {
                figures.made = Some((figure.clone(), generation, Arc::new(table)));
                // What is open stays open on another date: the same cell, counted anew.
                let behind = figures.behind.as_mut().filter(|behind| behind.follows);
                if let Some(behind) = behind {
                    behind.figure.period = figure.period;
                }
            }
            Err(error) => {
                // The table that was made before is not this figure's, also not on the clipboard.
                figures.made = None;
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
        let beside = wanted + theme::GAP + 290.0 <= room;
        let table_width = if beside {
            wanted.max(room * 0.56).min(room - 306.0)
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
