//! A table as HTML that pastes into Word, with its style in every cell, for Word takes no styles from elsewhere.

use super::model::Publication;
use super::page::Page;
use crate::report::markup::escaped;
use crate::report::tabulation::{LineKind, Tabulation};

const CELL: &str = "border-bottom:1px solid #DFE4EA;padding:3pt 6pt";
const TOTAL: &str = "border-top:1px solid #17202B;font-weight:bold;padding:3pt 6pt";

/// The figure as a piece of HTML: title, table, and the lines below it.
pub fn html_table(publication: &Publication) -> String {
    html_page(&publication.page())
}

/// A table with what stands above and below it as a piece of HTML.
pub(in crate::report) fn html_page(page: &Page) -> String {
    let mut written =
        String::from("<div style=\"font-family:'Noto Sans',Calibri,sans-serif;font-size:10pt\">\n");
    for (at, line) in page.above.iter().enumerate() {
        let weight = if at == 0 { "bold" } else { "normal" };
        let text = escaped(line);
        written.push_str(&format!(
            "<p style=\"margin:0;font-weight:{weight}\">{text}</p>\n"
        ));
    }
    written.push_str("<table style=\"border-collapse:collapse;margin:6pt 0\">\n<thead>\n");
    head(&mut written, &page.table);
    written.push_str("</thead>\n<tbody>\n");
    for line in &page.table.lines {
        let style = match line.kind {
            LineKind::Total => TOTAL,
            LineKind::Row | LineKind::Subset => CELL,
        };
        written.push_str("<tr>");
        for label in &line.labels {
            let text = escaped(label);
            written.push_str(&format!("<th scope=\"row\" style=\"{style};text-align:left;font-weight:inherit\">{text}</th>"));
        }
        for (number, column) in line.numbers.iter().zip(&page.table.columns) {
            let text = column.unit.written(*number, page.language);
            written.push_str(&format!(
                "<td style=\"{style};text-align:right\">{text}</td>"
            ));
        }
        written.push_str("</tr>\n");
    }
    written.push_str("</tbody>\n</table>\n");
    for line in &page.below {
        written.push_str(&format!(
            "<p style=\"margin:0;color:#5A6675\">{}</p>\n",
            escaped(line)
        ));
    }
    written.push_str("</div>\n");
    written
}

/// The headings: a line a level, groups of columns under one heading.
fn head(page: &mut String, table: &Tabulation) {
    let levels = table.levels();
    let style = format!("{CELL};vertical-align:bottom");
    for level in 0..levels {
        page.push_str("<tr>");
        if level == 0 {
            for heading in &table.words {
                let text = escaped(&heading.label);
                page.push_str(&format!(
                    "<th rowspan=\"{levels}\" style=\"{style};text-align:left\">{text}</th>"
                ));
            }
        }
        for (start, end) in table.groups(level) {
            let (text, span) = (escaped(table.heading(start, level)), end - start);
            let align = if span > 1 { "left" } else { "right" };
            page.push_str(&format!(
                "<th colspan=\"{span}\" style=\"{style};text-align:{align}\">{text}</th>"
            ));
        }
        page.push_str("</tr>\n");
    }
}
