//! What a table comes to on the screen: its numbers as they are written, how dark each cell is, and how wide its columns are.
//! It is made once for every publication, not in every frame.

use egui::{FontId, Ui};

use crate::desk::kit::theme;
use crate::report::{Line, LineKind, Part, Publication, Tabulation};

/// As many numbers can be looked through, and made anew in every frame in which the reference date moves.
pub const MOST_NUMBERS: usize = 100_000;

/// A publication, ready to be drawn.
pub struct Grid {
    /// What is drawn.
    pub publication: Publication,
    /// The numbers as they are written, line by line.
    pub cells: Vec<Vec<String>>,
    /// The greatest part, of which the others are shades.
    most: f64,
    /// How wide the words at the left are.
    pub words: Vec<f32>,
    /// How wide the columns are.
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
            words: words(ui, table),
            columns: columns(ui, table, &cells),
            tops: tops(table),
            cells,
            publication,
        }
    }

    /// The table.
    pub fn table(&self) -> &Tabulation {
        &self.publication.table
    }

    /// How high its lines are together.
    pub fn height(&self) -> f32 {
        self.tops.last().copied().unwrap_or_default()
    }

    /// How wide the table would like to be.
    pub fn width(&self) -> f32 {
        self.words.iter().chain(&self.columns).sum()
    }

    /// How much of the greatest part this cell is; nothing of what is no part.
    pub fn shade(&self, line: usize, column: usize) -> f32 {
        let (at, across) = (&self.table().lines[line], &self.table().columns[column]);
        let number = at.numbers[column].unwrap_or_default();
        let is_part = at.kind == LineKind::Row && across.part == Part::Part;
        if is_part && self.most > 0.0 {
            (number.max(0.0) / self.most) as f32
        } else {
            0.0
        }
    }
}

fn tops(table: &Tabulation) -> Vec<f32> {
    let ends = table.lines.iter().scan(0.0, |end, line| {
        *end += match line.kind {
            LineKind::Subset => super::SUBSET,
            LineKind::Row | LineKind::Total => theme::ROW,
        };
        Some(*end)
    });
    std::iter::once(0.0).chain(ends).collect()
}

fn width(ui: &Ui, text: &str, font: FontId) -> f32 {
    let colour = egui::Color32::WHITE;
    let galley = ui.painter().layout_no_wrap(text.to_owned(), font, colour);
    galley.size().x
}

fn words(ui: &Ui, table: &Tabulation) -> Vec<f32> {
    let widths = table.words.iter().enumerate().map(|(at, heading)| {
        let labels = table.lines.iter().map(|line| match line.kind {
            LineKind::Row => width(ui, &line.labels[at], theme::body()),
            LineKind::Total => width(ui, &line.labels[at], theme::strong()),
            LineKind::Subset => width(ui, &line.labels[at], theme::label()) + super::INDENT,
        });
        let heading = width(ui, &heading.label, theme::label());
        (labels.fold(heading, f32::max) + 28.0)
            .ceil()
            .clamp(84.0, 240.0)
    });
    widths.collect()
}

fn columns(ui: &Ui, table: &Tabulation, cells: &[Vec<String>]) -> Vec<f32> {
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
