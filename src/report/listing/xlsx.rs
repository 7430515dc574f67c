//! A list of cases as an Excel file: real numbers and days, headings that stay in sight and filter, and how many cases
//! there are as a formula that follows the filter.

use rust_xlsxwriter::{FormatAlign, Formula, Workbook, Worksheet, XlsxError};

use super::content::Content;
use super::list::CaseList;
use crate::report::workbook::{self, MOST_LINES, date, date_time};

/// How wide a column is at most, in characters; what is longer goes on below.
const WIDEST: usize = 48;
/// From how many characters on a page lies on its side.
const WIDE: usize = 96;

/// The list as an Excel file.
///
/// # Errors
/// It cannot be packed.
pub fn xlsx(list: &CaseList) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    workbook::describe(&mut book, &list.title, &list.register, &list.made);
    let sheet = book.add_worksheet();
    sheet.set_name(list.language.text("publication-sheet-cases"))?;
    let first = workbook::above(sheet, &list.above())?;
    let last = table(list, sheet, first)?;
    let widths = widths(list);
    let cut_off = workbook::cut_off(list.flat().count(), most(first), list.language);
    let below = list.notes.iter().cloned().chain(cut_off);
    let below: Vec<String> = below.chain([list.made.clone()]).collect();
    workbook::below(sheet, last + 2, &widths, &below)?;
    for (at, width) in (0..).zip(&widths) {
        sheet.set_column_width(at, *width as f64)?;
    }
    if widths.iter().sum::<usize>() > WIDE {
        sheet.set_landscape();
    }
    workbook::print_setup(sheet, &list.title, &list.register);
    book.save_to_buffer()
}

/// How many cases a sheet has room for, below headings in this row and above what is said last.
fn most(top: u32) -> usize {
    MOST_LINES - top as usize - 24
}

/// The headings, the cases and how many they are. Returns the row of that.
fn table(list: &CaseList, sheet: &mut Worksheet, top: u32) -> Result<u32, XlsxError> {
    let headings: Vec<&String> = list
        .group
        .iter()
        .chain(&list.columns)
        .map(|(_, label)| label)
        .collect();
    for (at, label) in (0..).zip(&headings) {
        sheet.write_with_format(top, at, label.as_str(), &workbook::heading())?;
    }
    let line = workbook::line().set_align(FormatAlign::Top);
    let wrapped = line.clone().set_text_wrap();
    let (day, moment) = (
        line.clone()
            .set_num_format("dd-mm-yyyy")
            .set_align(FormatAlign::Left),
        line.clone()
            .set_num_format("dd-mm-yyyy hh:mm")
            .set_align(FormatAlign::Left),
    );
    let number = line.clone().set_num_format("#,##0.##");
    let mut row = top;
    for (heading, cells) in list.flat().take(most(top)) {
        row += 1;
        for (at, cell) in (0..).zip(heading.into_iter().chain(cells)) {
            match *cell {
                Content::Nothing => sheet.write_blank(row, at, &line)?,
                Content::Number(value) => sheet.write_with_format(row, at, value, &number)?,
                Content::Day(value) => sheet.write_with_format(row, at, &date(value)?, &day)?,
                Content::Moment(value) => {
                    sheet.write_with_format(row, at, &date_time(value)?, &moment)?
                }
                Content::Text(ref text) if text.chars().count() > WIDEST => {
                    sheet.write_string_with_format(row, at, workbook::fitting(text), &wrapped)?
                }
                Content::Text(ref text) => {
                    sheet.write_string_with_format(row, at, workbook::fitting(text), &line)?
                }
                Content::Keys { ref label, .. } => {
                    sheet.write_string_with_format(row, at, label, &line)?
                }
            };
        }
    }
    let last = u16::try_from(headings.len().saturating_sub(1)).unwrap_or(u16::MAX);
    sheet.autofilter(top, 0, row.max(top + 1), last)?;
    sheet.set_freeze_panes(top + 1, 0)?;
    sheet.set_repeat_rows(top, top)?;
    total(list, sheet, top, row, last)?;
    Ok(row + 1)
}

/// How many cases there are: of a column in which each of them has something, as a formula that leaves out what the filter
/// hides.
fn total(
    list: &CaseList,
    sheet: &mut Worksheet,
    top: u32,
    row: u32,
    last: u16,
) -> Result<(), XlsxError> {
    let format = workbook::total();
    for at in 0..=last {
        sheet.write_blank(row + 1, at, &format)?;
    }
    let count = row - top;
    let filled = |at: usize| list.flat().all(|(_, line)| line[at] != Content::Nothing);
    let under = usize::from(list.group.is_some());
    let counted = (0..list.columns.len()).find(|at| count > 0 && filled(*at));
    let label = list.language.text("cli-total");
    let Some(at) = counted.and_then(|at| u16::try_from(at + under).ok()) else {
        let text = format!("{label}: {}", list.count);
        sheet.write_with_format(row + 1, 0, text, &format)?;
        return Ok(());
    };
    let column = rust_xlsxwriter::utility::column_number_to_name(at);
    let formula = format!("=SUBTOTAL(103,{column}{}:{column}{})", top + 2, row + 1);
    let formula = Formula::new(formula).set_result(count.to_string());
    // The number says what it is of, also where nothing stands beside it.
    let counting = format
        .set_num_format(format!("\"{label}: \"#,##0"))
        .set_align(FormatAlign::Left);
    sheet.write_formula_with_format(row + 1, at, formula, &counting)?;
    Ok(())
}

/// How wide each column is, in characters.
fn widths(list: &CaseList) -> Vec<usize> {
    let headings = list.group.iter().chain(&list.columns);
    // The arrow of the filter stands in the heading too.
    let mut widths: Vec<usize> = headings
        .map(|(_, label)| label.chars().count() + 4)
        .collect();
    for (heading, line) in list.flat().take(1000) {
        for (width, cell) in widths.iter_mut().zip(heading.into_iter().chain(line)) {
            let text = cell.text(list.language);
            *width = (*width).max(text.chars().count() + 2);
        }
    }
    widths
        .into_iter()
        .map(|width| width.clamp(10, WIDEST))
        .collect()
}
