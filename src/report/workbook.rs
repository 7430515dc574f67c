//! What all Excel files have in common: how they look, and how they are printed.

use chrono::{Datelike, NaiveDate, NaiveDateTime, NaiveTime, Timelike};
use rust_xlsxwriter::{
    Color, DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Workbook, Worksheet,
    XlsxError,
};

use crate::exchange::Cell;
use crate::language::Language;

/// How many lines a sheet has.
pub(super) const MOST_LINES: usize = 1_048_576;
/// How many characters go into a cell.
const MOST_LETTERS: usize = 32_767;
/// How many characters the name of a sheet has.
const LONGEST_NAME: usize = 31;
/// The width of a column that was not given one, in characters.
const USUAL: usize = 8;
/// How wide the lines below a table are at least and at most, in characters.
const NARROWEST: usize = 72;
const WIDEST: usize = 110;
/// How high a line is, in points.
const LINE_HEIGHT: f64 = 15.0;
/// A4.
const PAPER: u8 = 9;
const LINE: Color = Color::RGB(0x00DF_E4EA);
const INK: Color = Color::RGB(0x0017_202B);
const MUTE: Color = Color::RGB(0x005A_6675);

/// Sets the properties of the file.
pub(super) fn describe(book: &mut Workbook, title: &str, register: &str, made: &str) {
    let properties = DocProperties::new()
        .set_title(title)
        .set_subject(register)
        .set_comment(made);
    book.set_properties(&properties);
}

/// The lines above a table, the first of which is the title. Returns the row on which the table begins.
pub(super) fn above(sheet: &mut Worksheet, lines: &[String]) -> Result<u32, XlsxError> {
    let title = Format::new().set_bold().set_font_size(14);
    let quiet = quiet();
    let mut row = 0;
    for line in lines {
        let format = if row == 0 { &title } else { &quiet };
        sheet.write_with_format(row, 0, line, format)?;
        row += 1;
    }
    Ok(row + 1)
}

/// The lines below a table, wrapped to its width so that the page stays as wide as the numbers want it. Returns the row
/// below them.
pub(super) fn below(
    sheet: &mut Worksheet,
    mut row: u32,
    widths: &[usize],
    lines: &[String],
) -> Result<u32, XlsxError> {
    let format = quiet().set_text_wrap().set_align(FormatAlign::Top);
    // A narrow table leaves room beside it, in columns of the usual width.
    let (mut room, mut last) = (0, 0);
    let usual = std::iter::repeat(&USUAL);
    for (at, width) in (0..).zip(widths.iter().chain(usual)) {
        (room, last) = (room + width, at);
        let all = usize::from(at) + 1 >= widths.len();
        if room > NARROWEST && all || room > WIDEST {
            break;
        }
    }
    for line in lines {
        // A letter is somewhat narrower than the digits by which columns are measured.
        let high = line.chars().count().div_ceil(room + room / 10).max(1);
        match last {
            0 => drop(sheet.write_with_format(row, 0, line, &format)?),
            last => drop(sheet.merge_range(row, 0, row, last, line, &format)?),
        }
        sheet.set_row_height(row, high as f64 * LINE_HEIGHT)?;
        row += 1;
    }
    Ok(row)
}

/// A name that a sheet can have, and that no other sheet has.
pub(super) fn sheet_name(name: &str, at: usize) -> String {
    let allowed = |letter: &char| !"[]:*?/\\'".contains(*letter);
    let name: String = name
        .chars()
        .filter(allowed)
        .take(LONGEST_NAME - 4)
        .collect();
    match at {
        0 => name,
        at => format!("{} {name}", at + 1),
    }
}

/// A text beside the numbers.
pub(super) fn quiet() -> Format {
    Format::new().set_font_color(MUTE)
}

/// The lowest heading of a column.
pub(super) fn heading() -> Format {
    Format::new()
        .set_bold()
        .set_align(FormatAlign::Bottom)
        .set_border_bottom(FormatBorder::Thin)
        .set_border_bottom_color(INK)
}

/// A line of a table.
pub(super) fn line() -> Format {
    Format::new()
        .set_border_bottom(FormatBorder::Thin)
        .set_border_bottom_color(LINE)
}

/// The line of the totals.
pub(super) fn total() -> Format {
    Format::new()
        .set_bold()
        .set_border_top(FormatBorder::Thin)
        .set_border_top_color(INK)
}

/// A day as Excel has it.
pub(super) fn date(day: NaiveDate) -> Result<ExcelDateTime, XlsxError> {
    let year = u16::try_from(day.year()).unwrap_or_default();
    ExcelDateTime::from_ymd(year, day.month() as u8, day.day() as u8)
}

/// A day and a time as Excel has them.
pub(super) fn date_time(moment: NaiveDateTime) -> Result<ExcelDateTime, XlsxError> {
    let day = date(moment.date())?;
    day.and_hms(moment.hour() as u16, moment.minute() as u8, moment.second())
}

/// Writes a cell of a sheet that was read, or that is to be read again.
pub(super) fn write_cell(
    sheet: &mut Worksheet,
    row: u32,
    at: u16,
    cell: &Cell,
    format: Format,
) -> Result<(), XlsxError> {
    match cell {
        Cell::Empty => sheet.write_blank(row, at, &format)?,
        Cell::Text(text) => sheet.write_string_with_format(row, at, fitting(text), &format)?,
        Cell::Number(number) => sheet.write_number_with_format(row, at, *number, &format)?,
        Cell::YesNo(yes) => sheet.write_boolean_with_format(row, at, *yes, &format)?,
        Cell::Date(moment) => {
            let shown = match moment.time() == NaiveTime::MIN {
                true => "dd-mm-yyyy",
                false => "dd-mm-yyyy hh:mm",
            };
            let format = format.set_num_format(shown);
            sheet.write_with_format(row, at, &date_time(*moment)?, &format)?
        }
    };
    Ok(())
}

/// As much of a text as a cell can hold.
pub(super) fn fitting(text: &str) -> &str {
    let end = text.char_indices().nth(MOST_LETTERS);
    end.map_or(text, |(end, _)| &text[..end])
}

/// On A4, as wide as the page, with the title at the head, and the register and the pages at the foot.
pub(super) fn print_setup(sheet: &mut Worksheet, title: &str, register: &str) {
    sheet.set_paper_size(PAPER);
    sheet.set_print_fit_to_pages(1, 0);
    // An ampersand begins a code of its own here.
    let doubled = |text: &str| text.replace('&', "&&");
    sheet.set_header(format!("&R{}", doubled(title)));
    sheet.set_footer(format!("&L{}&R&P / &N", doubled(register)));
}

/// Says how many of these lines do not stand in a sheet that has room for so many.
pub(super) fn cut_off(lines: usize, most: usize, language: Language) -> Option<String> {
    let left = lines.checked_sub(most).filter(|left| *left > 0)?;
    Some(language.say("export-cut-off", &[("count", (left as i64).into())]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_does_not_fit_in_a_sheet_is_said() {
        assert_eq!(cut_off(8, 8, Language::Dutch), None);
        let said = cut_off(1_008, 8, Language::Dutch).unwrap();
        assert!(
            said.starts_with("Een Excelblad is vol: 1.000 zaken"),
            "{said}"
        );
    }
}
