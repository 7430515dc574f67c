//! LibreOffice files (ods).

use super::zipped::zip;
use super::{DAY, Sheet, Value};

/// A file with these sheets.
pub fn ods(sheets: &[Sheet]) -> Vec<u8> {
    let tables: String = sheets.iter().map(table).collect();
    of_content(&tables)
}

/// A file with these tables, written as XML.
pub fn of_content(tables: &str) -> Vec<u8> {
    let content = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><office:document-content>\
         <office:automatic-styles>\
         <style:style style:name=\"ta1\"><style:table-properties table:display=\"true\"/></style:style>\
         <style:style style:name=\"ta2\"><style:table-properties table:display=\"false\"/></style:style>\
         </office:automatic-styles>\
         <office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body>\
         </office:document-content>"
    );
    let manifest = "<?xml version=\"1.0\"?><manifest:manifest>\
                    <manifest:file-entry manifest:full-path=\"/\"/></manifest:manifest>";
    zip(&[
        (
            "mimetype",
            b"application/vnd.oasis.opendocument.spreadsheet",
        ),
        ("META-INF/manifest.xml", manifest.as_bytes()),
        ("content.xml", content.as_bytes()),
    ])
}

fn table(sheet: &Sheet) -> String {
    let style = if sheet.hidden { "ta2" } else { "ta1" };
    let mut text = format!(
        "<table:table table:name=\"{}\" table:style-name=\"{style}\">",
        sheet.name
    );
    let mut at = (0, 0);
    text += "<table:table-row>";
    for &(row, column, value) in &sheet.cells {
        if row > at.0 {
            text += "</table:table-row>";
            if row > at.0 + 1 {
                let blank = row - at.0 - 1;
                text += &format!(
                    "<table:table-row table:number-rows-repeated=\"{blank}\"><table:table-cell/></table:table-row>"
                );
            }
            text += "<table:table-row>";
            at = (row, 0);
        }
        if column > at.1 {
            let blank = column - at.1;
            text += &format!("<table:table-cell table:number-columns-repeated=\"{blank}\"/>");
        }
        text += &cell(value);
        at.1 = column + 1;
    }
    text + "</table:table-row></table:table>"
}

fn cell(value: Value) -> String {
    let of = |attributes: String, text: &str| {
        format!("<table:table-cell {attributes}><text:p>{text}</text:p></table:table-cell>")
    };
    match value {
        Value::Text(text) => of("office:value-type=\"string\"".to_owned(), text),
        Value::Number(number) => of(
            format!("office:value-type=\"float\" office:value=\"{number}\""),
            "afgerond",
        ),
        Value::Day(day) => {
            let minutes = ((day - DAY).fract() * 1440.0).round() as u32;
            let time = match minutes {
                0 => String::new(),
                minutes => format!("T{:02}:{:02}:00", minutes / 60, minutes % 60),
            };
            let date = 12 + (day - DAY) as u32;
            of(
                format!("office:value-type=\"date\" office:date-value=\"2026-01-{date}{time}\""),
                "12 jan",
            )
        }
        Value::YesNo(yes) => of(
            format!("office:value-type=\"boolean\" office:boolean-value=\"{yes}\""),
            "WAAR",
        ),
        Value::NotAvailable => of(
            "office:value-type=\"string\" office:string-value=\"\" calcext:value-type=\"error\""
                .to_owned(),
            "#N/A",
        ),
    }
}
