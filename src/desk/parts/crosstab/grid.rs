//! A publication that is ready to be drawn as a table: its numbers as texts, the shade of each cell, the widths of its
//! columns. It is made once for every publication, not in every frame.

use egui::{FontId, Ui};

use super::cell_place::CellPlace;
use super::sizes::{INDENT, SUBSET};
use crate::desk::kit::density::Density;
use crate::desk::kit::theme;
use crate::desk::parts::drill_down::named;
use crate::register::Definition;
use crate::report::{Line, LineKind, Part, Publication, Tabulation};

/// The greatest number of numbers: as many can be read, and made again in every frame in which the reference date moves.
pub const MOST_NUMBERS: usize = 100_000;

/// A publication, ready to be drawn.
pub struct Grid {
    /// What is drawn.
    pub publication: Publication,
    /// The numbers as they are written, line by line.
    pub cells: Vec<Vec<String>>,
    /// The greatest part, by which the others are shaded.
    most: f64,
    /// The widths of the columns of words at the left.
    pub words: Vec<f32>,
    /// The widths of the columns of numbers.
    pub columns: Vec<f32>,
    /// How far below the headings each line begins, and the last one ends.
    pub tops: Vec<f32>,
}

impl Grid {
    /// Measures a publication.
    pub fn of(ui: &Ui, publication: Publication) -> Self {
        let table = &publication.table;
        let written = |line: &Line| {
            let numbers = line.numbers.iter().zip(&table.columns);
            let written =
                numbers.map(|(number, column)| column.unit.written(*number, publication.language));
            written.collect::<Vec<_>>()
        };
        let cells: Vec<Vec<String>> = table.lines.iter().map(written).collect();
        let parts = table.of_kind(LineKind::Row).flat_map(|line| {
            let numbers = line.numbers.iter().zip(&table.columns);
            let parts = numbers.filter(|(_, column)| column.part == Part::Part);
            parts.filter_map(|(number, _)| *number)
        });
        Self {
            most: parts.fold(0.0, f64::max),
            words: word_widths(ui, table),
            columns: column_widths(ui, table, &cells),
            tops: tops(table, Density::of(ui)),
            cells,
            publication,
        }
    }

    /// The table.
    pub fn table(&self) -> &Tabulation {
        &self.publication.table
    }

    /// A number as it is written.
    pub fn text(&self, place: CellPlace) -> Option<&str> {
        let line = self.cells.get(place.line)?;
        line.get(place.column).map(String::as_str)
    }

    /// What a number is called: "Corporatie, lopend, Meerzicht".
    pub fn name(&self, definition: &Definition, place: CellPlace) -> String {
        let table = self.table();
        let (line, column) = (&table.lines[place.line], &table.columns[place.column]);
        let to = column.drill_down.clone().unwrap_or_default();
        let name = named(&self.publication, &line.drill_down, &to, definition);
        match column.part {
            Part::Change => format!("{name}, {}", column.name().to_lowercase()),
            _ => name,
        }
    }

    /// How high its lines are together.
    pub fn height(&self) -> f32 {
        self.tops.last().copied().unwrap_or_default()
    }

    /// How wide all columns are together.
    pub fn width(&self) -> f32 {
        self.words.iter().chain(&self.columns).sum()
    }

    /// The share of this number in the greatest part, from 0 to 1; 0 where it is no part.
    pub fn shade(&self, place: CellPlace) -> f32 {
        let table = self.table();
        let (line, column) = (&table.lines[place.line], &table.columns[place.column]);
        let number = line.numbers[place.column].unwrap_or_default();
        let is_part = line.kind == LineKind::Row && column.part == Part::Part;
        if is_part && self.most > 0.0 {
            (number.max(0.0) / self.most) as f32
        } else {
            0.0
        }
    }
}

fn tops(table: &Tabulation, density: Density) -> Vec<f32> {
    let ends = table.lines.iter().scan(0.0, |end, line| {
        *end += density.height(match line.kind {
            LineKind::Subset => SUBSET,
            LineKind::Row | LineKind::Total => theme::ROW,
        });
        Some(*end)
    });
    std::iter::once(0.0).chain(ends).collect()
}

fn width(ui: &Ui, text: &str, font: FontId) -> f32 {
    let colour = egui::Color32::WHITE;
    let galley = ui.painter().layout_no_wrap(text.to_owned(), font, colour);
    galley.size().x
}

fn word_widths(ui: &Ui, table: &Tabulation) -> Vec<f32> {
    let widths = table.words.iter().enumerate().map(|(at, heading)| {
        let labels = table.lines.iter().map(|line| match line.kind {
            LineKind::Row => width(ui, &line.labels[at], theme::body()),
            LineKind::Total => width(ui, &line.labels[at], theme::strong()),
            LineKind::Subset => width(ui, &line.labels[at], theme::label()) + INDENT,
        });
        let heading = width(ui, &heading.label, theme::label());
        (labels.fold(heading, f32::max) + 28.0)
            .ceil()
            .clamp(84.0, 240.0)
    });
    widths.collect()
}

fn column_widths(ui: &Ui, table: &Tabulation, cells: &[Vec<String>]) -> Vec<f32> {
    let lowest = table.levels() - 1;
    let widths = table.columns.iter().enumerate().map(|(at, column)| {
        let heading = width(ui, table.heading(at, lowest), theme::label());
        // Of the most letters: in these figures every digit is as wide as the others.
        let longest = cells.iter().map(|line| &line[at]);
        let longest = longest.max_by_key(|text| text.chars().count());
        let number = longest.map_or(0.0, |text| width(ui, text, theme::strong()));
        let least = if column.part == Part::Part {
            34.0
        } else {
            40.0
        };
        heading.max(number).max(least).ceil() + 20.0
    });
    widths.collect()
}
