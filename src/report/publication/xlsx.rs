//! A figure as an Excel file: real numbers and dates, totals as formulas with their results in place, and on a second
//! sheet the cases behind it by their numbers.

use rust_xlsxwriter::{
    Format, FormatAlign, Formula, Workbook, Worksheet, XlsxError, utility::row_col_to_cell,
};

use super::Publication;
use super::tabulation::{Line, LineKind, Part};
use super::unit::{Unit, plain};
use crate::figures::Number;
use crate::report::workbook::{self, MOST_LINES, date};

/// The publication as an Excel file.
///
/// # Errors
/// It cannot be packed.
pub fn xlsx(publication: &Publication) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    let Publication {
        title,
        register,
        made,
        ..
    } = publication;
    workbook::describe(&mut book, title, register, made);
    let mut sheet = Sheet {
        publication,
        sheet: book.add_worksheet(),
        row: 0,
    };
    sheet.write()?;
    if !publication.cases.is_empty() {
        cases(publication, book.add_worksheet())?;
    }
    book.save_to_buffer()
}

/// The sheet with the numbers.
struct Sheet<'a> {
    publication: &'a Publication,
    sheet: &'a mut Worksheet,
    /// The row that is written next.
    row: u32,
}

impl Sheet<'_> {
    fn write(&mut self) -> Result<(), XlsxError> {
        let Publication { language, made, .. } = self.publication;
        self.sheet
            .set_name(language.text("publication-sheet-numbers"))?;
        let quiet = workbook::quiet();
        self.row = workbook::above(self.sheet, &self.publication.above())?;
        let first = self.row;
        self.headings()?;
        let words = self.publication.table.words.len() as u16;
        self.sheet.set_freeze_panes(self.row, words)?;
        self.sheet.set_repeat_rows(first, self.row - 1)?;
        self.lines()?;
        self.row += 1;
        for line in self.publication.below() {
            self.text(&line, &quiet)?;
        }
        self.text(made, &quiet)?;
        self.widths()?;
        if self.publication.table.columns.len() > 6 {
            self.sheet.set_landscape();
        }
        let Publication {
            title, register, ..
        } = self.publication;
        workbook::print_setup(self.sheet, title, register);
        Ok(())
    }

    fn text(&mut self, text: &str, format: &Format) -> Result<(), XlsxError> {
        self.sheet.write_with_format(self.row, 0, text, format)?;
        self.row += 1;
        Ok(())
    }

    /// The headings, columns that share one below it.
    fn headings(&mut self) -> Result<(), XlsxError> {
        let table = &self.publication.table;
        let words = table.words.len() as u16;
        for level in 0..table.levels() {
            let lowest = level + 1 == table.levels();
            let base = if lowest {
                workbook::heading()
            } else {
                Format::new().set_bold()
            };
            for (at, heading) in (0..).zip(&table.words) {
                let text = if lowest { heading.label.as_str() } else { "" };
                self.sheet.write_with_format(self.row, at, text, &base)?;
            }
            for (start, end) in table.groups(level) {
                let (first, last) = (words + start as u16, words + end as u16 - 1);
                let text = table.heading(start, level);
                if first < last {
                    let format = base.clone().set_align(FormatAlign::Left);
                    self.sheet
                        .merge_range(self.row, first, self.row, last, text, &format)?;
                } else {
                    let format = base.clone().set_align(FormatAlign::Right);
                    self.sheet
                        .write_with_format(self.row, first, text, &format)?;
                }
            }
            self.row += 1;
        }
        Ok(())
    }

    fn lines(&mut self) -> Result<(), XlsxError> {
        let first = self.row;
        for line in &self.publication.table.lines {
            let look = look(line.kind);
            for (at, label) in (0..).zip(&line.labels) {
                self.sheet.write_with_format(self.row, at, label, &look)?;
            }
            let words = line.labels.len() as u16;
            for (at, number) in line.numbers.iter().enumerate() {
                let column = &self.publication.table.columns[at];
                let format = look.clone().set_num_format(number_format(column.unit));
                let place = (self.row, words + at as u16);
                match (number, self.formula(line, at, first, place)) {
                    (None, _) => self.sheet.write_blank(place.0, place.1, &format)?,
                    (Some(_), Some(formula)) => {
                        let result = plain(stored(*number, column.unit));
                        let formula = Formula::new(formula).set_result(result);
                        self.sheet
                            .write_formula_with_format(place.0, place.1, formula, &format)?
                    }
                    (Some(_), None) => {
                        let number = stored(*number, column.unit).unwrap_or_default();
                        self.sheet
                            .write_number_with_format(place.0, place.1, number, &format)?
                    }
                };
            }
            self.row += 1;
        }
        Ok(())
    }

    /// The formula of a total that is the sum of its parts; none of a number that stands by itself.
    fn formula(
        &self,
        line: &Line,
        at: usize,
        first: u32,
        (row, column): (u32, u16),
    ) -> Option<String> {
        let table = &self.publication.table;
        if !table.adds_up {
            return None;
        }
        let part = table.columns[at].part;
        let is_number = matches!(part, Part::Part | Part::Total | Part::Earlier);
        if line.kind == LineKind::Total && is_number {
            let lines = table
                .lines
                .iter()
                .zip(first..)
                .take_while(|(_, on)| *on < row);
            let rows: Vec<u32> = lines
                .filter(|(line, _)| line.kind == LineKind::Row)
                .map(|(_, on)| on)
                .collect();
            if !rows.is_empty() {
                return sum(&rows, |row| row_col_to_cell(row, column));
            }
        }
        if part == Part::Total && line.kind != LineKind::Subset {
            let words = line.labels.len() as u16;
            let parts = table.columns.iter().zip(words..);
            let parts: Vec<u32> = parts
                .filter(|(column, _)| column.part == Part::Part)
                .map(|(_, on)| on.into())
                .collect();
            return sum(&parts, |on| row_col_to_cell(row, on as u16));
        }
        None
    }

    fn widths(&mut self) -> Result<(), XlsxError> {
        let table = &self.publication.table;
        let length = |text: &str| text.chars().count();
        for (at, heading) in table.words.iter().enumerate() {
            let labels = table.lines.iter().map(|line| length(&line.labels[at]));
            let widest = labels.chain([length(&heading.label)]).max().unwrap_or(0);
            self.sheet
                .set_column_width(at as u16, (widest + 2).clamp(10, 50) as f64)?;
        }
        for (at, column) in table.columns.iter().enumerate() {
            let own = column.headings.last().map_or(0, |heading| length(heading));
            let place = (table.words.len() + at) as u16;
            self.sheet
                .set_column_width(place, (own + 2).clamp(10, 30) as f64)?;
        }
        Ok(())
    }
}

/// The sum of these places: of a run that is not broken as one range, else one by one.
fn sum(places: &[u32], cell: impl Fn(u32) -> String) -> Option<String> {
    let (first, last) = (*places.first()?, *places.last()?);
    if (last - first) as usize + 1 == places.len() {
        return Some(format!("=SUM({}:{})", cell(first), cell(last)));
    }
    let cells: Vec<String> = places.iter().map(|place| cell(*place)).collect();
    Some(format!("={}", cells.join("+")))
}

/// What stands in the file: a percentage as the part of one that it is.
fn stored(number: Number, unit: Unit) -> Number {
    match unit {
        Unit::Share | Unit::Change => number.map(|percent| percent / 100.0),
        _ => number,
    }
}

/// In the notation of the file; Excel shows it in that of its own language.
fn number_format(unit: Unit) -> &'static str {
    match unit {
        Unit::Count => "#,##0",
        Unit::Decimal => "#,##0.##",
        Unit::Days => "#,##0.0",
        Unit::Share => "0%",
        Unit::Difference => "+#,##0.##;-#,##0.##;0",
        Unit::Change => "+0.0%;-0.0%;0.0%",
    }
}

fn look(kind: LineKind) -> Format {
    match kind {
        LineKind::Row => workbook::line(),
        LineKind::Subset => workbook::quiet(),
        LineKind::Total => workbook::total(),
    }
}

/// The sheet with the cases: where each stands, and its number.
fn cases(publication: &Publication, sheet: &mut Worksheet) -> Result<(), XlsxError> {
    let language = publication.language;
    sheet.set_name(language.text("publication-sheet-cases"))?;
    let headings = publication.case_headings();
    for (at, text) in (0..).zip(&headings) {
        sheet.write_with_format(0, at, text, &workbook::heading())?;
        sheet.set_column_width(at, 22)?;
    }
    let day = Format::new().set_num_format("dd-mm-yyyy");
    for (row, case) in (1..).zip(publication.cases.iter().take(MOST_LINES - 1)) {
        let mut column = 0;
        for label in &case.labels {
            sheet.write(row, column, label)?;
            column += 1;
        }
        sheet.write(row, column, &case.number)?;
        if let Some(begun) = case.begun {
            sheet.write_datetime_with_format(row, column + 1, date(begun)?, &day)?;
        }
    }
    sheet.set_freeze_panes(1, 0)?;
    sheet.set_repeat_rows(0, 0)?;
    sheet.autofilter(
        0,
        0,
        publication.cases.len().min(MOST_LINES - 1) as u32,
        headings.len() as u16 - 1,
    )?;
    workbook::print_setup(sheet, &publication.title, &publication.register);
    Ok(())
}
