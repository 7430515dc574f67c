//! A list of cases that is edited in Excel and comes back with an import: the cells that may be edited elsewhere, what can be
//! chosen in them, and the version that every case has now.

use std::io;
use std::path::Path;
use std::sync::Arc;

use rust_xlsxwriter::{
    DataValidation, Format, FormatAlign, Formula, IgnoreError, Workbook, Worksheet, XlsxError,
    utility,
};

use super::export_format::ExportFormat;
use super::made::Made;
use super::saving::{SaveError, write};
use super::workbook::{self, MOST_LINES, write_cell};
use crate::exchange::{Cell, Target, editable_heading, editable_targets, version_mark};
use crate::language::Language;
use crate::register::{CaseFile, Definition, FieldKind};

/// How wide a column is at least and at most, in characters.
const NARROWEST: usize = 10;
const WIDEST: usize = 48;
/// As many rows below the last case also offer the choices: a new case can be typed there.
const NEW_ROWS: u32 = 500;

/// A list of cases to edit.
pub struct EditableList {
    /// The register.
    pub definition: Arc<Definition>,
    /// The cases, in their order. One that was withdrawn is left out.
    pub cases: Vec<CaseFile>,
    /// When and by whom it is made.
    pub made: Made,
    /// In which language its headings and choices are.
    pub language: Language,
}

/// What can be chosen in a column.
struct Offered {
    column: u16,
    labels: Vec<String>,
    /// Whether several stand in one cell: then Excel can show them, and not check them.
    several: bool,
}

impl EditableList {
    /// Writes it to an Excel file.
    ///
    /// # Errors
    /// There is a file that may not be overwritten, it would be no Excel file, or the disk refuses.
    pub fn save(&self, path: &Path, overwrite: bool) -> Result<(), SaveError> {
        ExportFormat::of(path, &[ExportFormat::Xlsx])?;
        write(path, overwrite, Some(self.cases.len()), || {
            self.xlsx().map_err(io::Error::other)
        })
    }

    fn xlsx(&self) -> Result<Vec<u8>, XlsxError> {
        let language = self.language;
        let register = self.definition.label.text(language);
        let title = language.say("editable-title", &[("register", register.into())]);
        let made = self.made.in_words(language);
        let mut book = Workbook::new();
        workbook::describe(&mut book, &title, register, &made);
        let mut lines = vec![title, made, language.text("editable-how")];
        lines.push(language.text("refused-is-readable"));
        let cases: Vec<&CaseFile> = self
            .cases
            .iter()
            .filter(|case| case.state.withdrawn.is_none())
            .collect();
        let most = MOST_LINES - lines.len() - 2;
        lines.extend(workbook::cut_off(cases.len(), most, language));
        let targets: Vec<Target> = editable_targets(&self.definition).collect();
        let sheet = book.add_worksheet();
        sheet.set_name(workbook::sheet_name(register, 0))?;
        sheet.set_landscape();
        workbook::print_setup(sheet, &lines[0], register);
        let top = workbook::above(sheet, &lines)?;
        let bottom = self.table(sheet, top, &targets, &cases[..cases.len().min(most)])?;
        let offered = self.offered(&targets);
        self.choices(&mut book, &offered, top + 1, bottom + NEW_ROWS)?;
        book.save_to_buffer()
    }

    /// The headings and the cases. Returns the row of the last one.
    fn table(
        &self,
        sheet: &mut Worksheet,
        top: u32,
        targets: &[Target],
        cases: &[&CaseFile],
    ) -> Result<u32, XlsxError> {
        let definition = &*self.definition;
        let headings = targets.iter().chain([&Target::Version]);
        let mut widths = Vec::new();
        let mut last = 0;
        for (at, target) in (0..).zip(headings) {
            let heading = editable_heading(definition, target, self.language);
            sheet.write_with_format(top, at, &heading, &workbook::heading())?;
            widths.push(heading.chars().count() + 4);
            last = at;
        }
        let top_of_cell = Format::new().set_align(FormatAlign::Top);
        let kept = workbook::quiet().set_align(FormatAlign::Top);
        let mut row = top;
        for case in cases {
            row += 1;
            for (at, target) in (0..).zip(targets) {
                let cell = match target {
                    Target::Number => Cell::Text(case.number.clone()),
                    target => target.cell(definition, &case.state, self.language),
                };
                let wide = cell.text().lines().map(|line| line.chars().count()).max();
                if let Some(width) = widths.get_mut(usize::from(at)) {
                    *width = (*width).max(wide.unwrap_or_default() + 2);
                }
                let format = match target {
                    Target::Number => kept.clone(),
                    _ => top_of_cell.clone(),
                };
                let long = wide.is_some_and(|wide| wide > WIDEST) || cell.text().contains('\n');
                write_cell(
                    sheet,
                    row,
                    at,
                    &cell,
                    if long { format.set_text_wrap() } else { format },
                )?;
            }
            let mark = version_mark(case, case.version);
            sheet.write_string_with_format(row, last, mark, &kept)?;
        }
        for (at, width) in (0..).zip(widths) {
            sheet.set_column_width(at, width.clamp(NARROWEST, WIDEST) as f64)?;
        }
        // A house number and a case number are texts of digits, which Excel would mark as a mistake.
        sheet.ignore_error_range(
            top,
            0,
            row.max(top + 1),
            last,
            IgnoreError::NumberStoredAsText,
        )?;
        sheet.autofilter(top, 0, row.max(top + 1), last)?;
        sheet.set_freeze_panes(top + 1, 1)?;
        Ok(row)
    }

    /// What can be chosen, by the column in which it can.
    fn offered(&self, targets: &[Target]) -> Vec<Offered> {
        let definition = &*self.definition;
        let offered = (0..).zip(targets).filter_map(|(column, target)| {
            let kind = match target {
                Target::Field(id) => definition.field(id).map(|field| field.kind),
                _ => None,
            };
            let is_yes_or_no = matches!(target, Target::Flag(_)) || kind == Some(FieldKind::YesNo);
            let labels: Vec<String> = match is_yes_or_no {
                true => ["yes", "no"].map(|id| self.language.text(id)).to_vec(),
                false => {
                    let choices = target.choices(definition);
                    let choices = choices.iter().filter(|choice| choice.is_current());
                    choices
                        .map(|choice| choice.label.text(self.language).to_owned())
                        .collect()
                }
            };
            (!labels.is_empty()).then_some(Offered {
                column,
                labels,
                several: kind == Some(FieldKind::Choices),
            })
        });
        offered.collect()
    }

    /// Puts what can be chosen on a sheet of its own that is not shown, and has every column offer it.
    fn choices(
        &self,
        book: &mut Workbook,
        offered: &[Offered],
        first: u32,
        last: u32,
    ) -> Result<(), XlsxError> {
        if offered.is_empty() {
            return Ok(());
        }
        let name = self.language.text("editable-choices");
        let sheet = book.add_worksheet();
        sheet.set_name(&name)?.set_hidden(true);
        for (at, one) in (0..).zip(offered) {
            for (row, label) in (0..).zip(&one.labels) {
                sheet.write_string(row, at, label)?;
            }
        }
        let sheet = book.worksheet_from_index(0)?;
        for (at, one) in (0..).zip(offered) {
            let column = utility::column_number_to_name(at);
            let range = format!("='{name}'!${column}$1:${column}${}", one.labels.len());
            let rule = match one.several {
                true => DataValidation::new().allow_any_value(),
                false => DataValidation::new().allow_list_formula(Formula::new(range)),
            };
            let rule = match one.several {
                true => rule
                    .set_input_title(self.language.text("editable-several"))?
                    .set_input_message(shortened(&one.labels))?,
                false => rule.set_error_message(self.language.text("editable-no-choice"))?,
            };
            sheet.add_data_validation(first, one.column, last.max(first), one.column, &rule)?;
        }
        Ok(())
    }
}

/// As many of these labels as Excel shows beside a cell.
fn shortened(labels: &[String]) -> String {
    const MOST: usize = 250;
    let mut text = String::new();
    for label in labels {
        if text.chars().count() + label.chars().count() + 2 > MOST {
            return text + " …";
        }
        if !text.is_empty() {
            text.push_str(", ");
        }
        text.push_str(label);
    }
    text
}
