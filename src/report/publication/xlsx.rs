//! A figure as an Excel file: real numbers and dates, totals as formulas with their results in place, and on a second
//! sheet the cases behind it by their numbers.

use rust_xlsxwriter::{
    Format, FormatAlign, Formula, Workbook, Worksheet, XlsxError, utility::row_col_to_cell,
};

use super::model::Publication;
use super::page::Page;
use crate::figures::Number;
use crate::register;
use crate::report::tabulation::{Line, LineKind, Part};
use crate::report::unit::{Unit, plain};
use crate::report::workbook::{self, MOST_LINES, date};

/// The publication as an Excel file.
///
/// # Errors
/// It cannot be packed.
pub fn xlsx(publication: &Publication) -> Result<Vec<u8>, XlsxError> {
    let page = publication.page();
    let mut book = book_of(std::slice::from_ref(&page))?;
    if !publication.cases.is_empty() {
        cases(publication, book.add_worksheet())?;
    }
    book.save_to_buffer()
}

/// Several tables as one Excel file, a sheet each.
///
/// # Errors
/// It cannot be packed.
pub(in crate::report) fn xlsx_of(pages: &[Page]) -> Result<Vec<u8>, XlsxError> {
    book_of(pages)?.save_to_buffer()
}

fn book_of(pages: &[Page]) -> Result<Workbook, XlsxError> {
    let mut book = Workbook::new();
    if let Some(page) = pages.first() {
        let made = page.below.last().map_or("", String::as_str);
        workbook::describe(&mut book, page.title(), &page.register, made);
    }
    for (at, page) in pages.iter().enumerate() {
        let mut sheet = Sheet {
            page,
            sheet: book.add_worksheet(),
            row: 0,
        };
        sheet.write(at)?;
    }
    Ok(book)
}

/// A sheet with numbers.
struct Sheet<'a> {
    page: &'a Page,
    sheet: &'a mut Worksheet,
    /// The row that is written next.
    row: u32,
}

impl Sheet<'_> {
    fn write(&mut self, at: usize) -> Result<(), XlsxError> {
        let Page {
            name,
            register,
            above,
            table,
            below,
            ..
        } = self.page;
        self.sheet.set_name(workbook::sheet_name(name, at))?;
        self.row = workbook::above(self.sheet, above)?;
        let first = self.row;
        self.headings()?;
        let words = table.words.len() as u16;
        self.sheet.set_freeze_panes(self.row, words)?;
        self.sheet.set_repeat_rows(first, self.row - 1)?;
        self.lines()?;
        let widths = self.widths()?;
        workbook::below(self.sheet, self.row + 1, &widths, below)?;
        if table.columns.len() > 6 {
            self.sheet.set_landscape();
        }
        workbook::print_setup(self.sheet, self.page.title(), register);
        Ok(())
    }

    /// The headings, columns that share one below it.
    fn headings(&mut self) -> Result<(), XlsxError> {
        let table = &self.page.table;
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
        let columns = 0..self.page.table.columns.len();
        let formats: Vec<String> = columns.map(|at| self.number_format(at)).collect();
        for line in &self.page.table.lines {
            let look = look(line.kind);
            for (at, label) in (0..).zip(&line.labels) {
                self.sheet.write_with_format(self.row, at, label, &look)?;
            }
            let words = line.labels.len() as u16;
            for (at, number) in line.numbers.iter().enumerate() {
                let column = &self.page.table.columns[at];
                let format = look.clone().set_num_format(&formats[at]);
                let (row, place) = (self.row, words + at as u16);
                match (number, self.formula(line, at, first, row, place)) {
                    (None, _) => self.sheet.write_blank(row, place, &format)?,
                    (Some(_), Some(formula)) => {
                        let result = plain(stored(*number, column.unit));
                        let formula = Formula::new(formula).set_result(result);
                        self.sheet
                            .write_formula_with_format(row, place, formula, &format)?
                    }
                    (Some(_), None) => {
                        let number = stored(*number, column.unit).unwrap_or_default();
                        self.sheet
                            .write_number_with_format(row, place, number, &format)?
                    }
                };
            }
            self.row += 1;
        }
        Ok(())
    }

    /// The formula of a total that is the sum of its parts; none of a number that stands by itself.
    fn formula(&self, line: &Line, at: usize, first: u32, row: u32, column: u16) -> Option<String> {
        let table = &self.page.table;
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

    /// Gives every column its width, and returns them.
    fn widths(&mut self) -> Result<Vec<usize>, XlsxError> {
        let Page {
            table, language, ..
        } = self.page;
        let length = |text: &str| text.chars().count();
        let words = table.words.iter().enumerate().map(|(at, heading)| {
            let labels = table.lines.iter().map(|line| length(&line.labels[at]));
            let widest = labels.chain([length(&heading.label)]).max().unwrap_or(0);
            (widest + 2).clamp(10, 68)
        });
        let numbers = table.columns.iter().enumerate().map(|(at, column)| {
            let own = column.headings.last().map_or(0, |heading| length(heading));
            let written = table.lines.iter().map(|line| {
                let written = column.unit.written(line.numbers[at], *language);
                length(&written)
            });
            (written.max().unwrap_or(0).max(own) + 2).clamp(10, 30)
        });
        let widths: Vec<usize> = words.chain(numbers).collect();
        for (at, width) in (0..).zip(&widths) {
            self.sheet.set_column_width(at, *width as f64)?;
        }
        Ok(widths)
    }

    /// How the numbers of a column are written: all with as many decimals as one of them has.
    fn number_format(&self, at: usize) -> String {
        let unit = self.page.table.columns[at].unit;
        let numbers = self.page.table.lines.iter();
        let numbers = numbers.filter_map(|line| line.numbers[at]);
        let needed = |number: f64| {
            let scaled = |places: usize| number * 10_f64.powi(places as i32);
            let is_enough =
                |places: &usize| (scaled(*places) - scaled(*places).round()).abs() < 1e-6;
            (0..unit.places()).find(is_enough).unwrap_or(unit.places())
        };
        let places = match unit {
            Unit::Days | Unit::Change => unit.places(),
            _ => numbers.map(needed).max().unwrap_or(0),
        };
        number_format(unit, places)
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

/// The number that is stored: a percentage as a part of one.
fn stored(number: Number, unit: Unit) -> Number {
    match unit {
        Unit::Share | Unit::Change => number.map(|percent| percent / 100.0),
        _ => number,
    }
}

/// The number format, in the notation of the file; Excel shows it in that of its own language.
fn number_format(unit: Unit, places: usize) -> String {
    let decimals = match places {
        0 => String::new(),
        places => format!(".{}", "0".repeat(places)),
    };
    match unit {
        Unit::Count | Unit::Decimal | Unit::Days => format!("#,##0{decimals}"),
        Unit::Share => "0%".to_owned(),
        Unit::Difference => format!("+#,##0{decimals};-#,##0{decimals};0"),
        Unit::Change => format!("+0{decimals}%;-0{decimals}%;0{decimals}%"),
        Unit::Indicator(register::Unit::Euro) => "\"€\" #,##0".to_owned(),
        Unit::Indicator(register::Unit::Percent) => "0\"%\"".to_owned(),
        Unit::Indicator(_) => format!("#,##0{decimals}"),
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
    // The last line may be needed to say that there are more.
    let most = MOST_LINES - 2;
    for (row, case) in (1..).zip(publication.cases.iter().take(most)) {
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
        publication.cases.len().min(most) as u32,
        headings.len() as u16 - 1,
    )?;
    if let Some(said) = workbook::cut_off(publication.cases.len(), most, publication.language) {
        sheet.write(MOST_LINES as u32 - 1, 0, said)?;
    }
    workbook::print_setup(sheet, &publication.title, &publication.register);
    Ok(())
}
