//! A list of cases as text: for a spreadsheet, for a program, to paste.

use std::io;

use serde::{Serialize, Serializer};
use serde_json::Value as Json;

use super::content::Content;
use super::list::{CaseList, ListGroup};
use crate::register::{BEGIN, END, NUMBER};
use crate::report::delimited::{Dialect, csv_in, harmless, tabbed};
use crate::report::json::{JsonFilter, JsonMade, JsonPeriod, json_filters};
use crate::report::markup::escaped;

const CELL: &str =
    "border-bottom:1px solid #DFE4EA;padding:3pt 6pt;text-align:left;vertical-align:top";
/// The style of a cell that Excel reads as text, and not as a formula.
const TEXT: &str = "mso-number-format:'\\@'";

/// The list as a program reads it.
#[derive(Serialize)]
struct JsonList<'a> {
    register: &'a str,
    made: JsonMade<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    behind: Option<JsonFigure>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    filters: Vec<JsonFilter<'a>>,
    total: usize,
    cases: Vec<Object>,
}

/// The figure whose cases they are.
#[derive(Serialize)]
struct JsonFigure {
    measure: &'static str,
    period: JsonPeriod,
}

/// A JSON object with its names in a given order.
struct Object(Vec<(String, Json)>);

impl Serialize for Object {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(name, value)| (name, value)))
    }
}

/// The name of a column for programs: that in the history of a case.
fn name(id: &str) -> &str {
    match id {
        NUMBER => "number",
        BEGIN => "opened",
        END => "closed",
        id => id,
    }
}

impl CaseList {
    fn lines_of(
        &self,
        header: impl Fn(&(String, String)) -> String,
        cell: impl Fn(&Content) -> String,
    ) -> Vec<Vec<String>> {
        let columns = self.group.iter().chain(&self.columns);
        let mut records = vec![columns.map(header).collect()];
        records.extend(self.flat().map(|(heading, line)| {
            let cells = heading.into_iter().chain(line);
            cells.map(&cell).collect()
        }));
        records
    }

    /// The records that a program reads, the header first: the names by which an import knows the columns as well.
    pub fn records(&self) -> Vec<Vec<String>> {
        self.lines_of(|(id, _)| id.clone(), Content::plain)
    }

    /// The records that people read, the header first.
    fn labelled(&self) -> Vec<Vec<String>> {
        self.lines_of(
            |(_, label)| harmless(label),
            |cell| match cell {
                Content::Number(_) => cell.text(self.language),
                _ => harmless(&cell.text(self.language)),
            },
        )
    }

    /// The list for a spreadsheet.
    pub(super) fn csv(&self, dialect: Dialect) -> io::Result<Vec<u8>> {
        csv_in(
            dialect,
            &match dialect {
                Dialect::Excel => self.labelled(),
                Dialect::Standard => self.records(),
            },
        )
    }

    /// The list for a program: one line, and always the same names.
    pub fn json(&self) -> String {
        let group = self.group.as_ref();
        let object = |(heading, line): (Option<&Content>, &Vec<Content>)| {
            let under = group.zip(heading).map(|((id, _), heading)| {
                let named = self.columns.iter().any(|(column, _)| column == id);
                // A case of several choices stands under one of them.
                let name = if named {
                    format!("{id}.group")
                } else {
                    id.clone()
                };
                (name, heading.json())
            });
            let cells = self.columns.iter().zip(line);
            let cells = cells.map(|((id, _), cell)| (name(id).to_owned(), cell.json()));
            Object(under.into_iter().chain(cells).collect())
        };
        let list = JsonList {
            register: &self.register_id,
            made: (&self.made_by).into(),
            behind: self.figure.as_ref().map(|figure| JsonFigure {
                measure: figure.measure.name(),
                period: figure.period.into(),
            }),
            filters: json_filters(&self.slice),
            total: self.all,
            cases: self.flat().map(object).collect(),
        };
        // Texts and numbers can always be written, so there is nothing to refuse.
        serde_json::to_string(&list).unwrap_or_default() + "\n"
    }

    /// The list to paste, or to print.
    pub(super) fn page(&self) -> String {
        let mut page = String::from(
            "<div style=\"font-family:'Noto Sans',Calibri,sans-serif;font-size:10pt\">\n",
        );
        for (at, line) in self.above().iter().enumerate() {
            let weight = if at == 0 { "bold" } else { "normal" };
            paragraph(&mut page, &format!("font-weight:{weight}"), line);
        }
        page.push_str("<table style=\"border-collapse:collapse;margin:6pt 0\">\n<thead>\n<tr>");
        for (_, label) in &self.columns {
            let text = escaped(label);
            page.push_str(&format!("<th style=\"{CELL}\">{text}</th>"));
        }
        page.push_str("</tr>\n</thead>\n<tbody>\n");
        for group in &self.groups {
            self.group_on_page(&mut page, group);
        }
        page.push_str("</tbody>\n</table>\n");
        let below = self.below();
        for line in below.iter().chain([&self.made]) {
            paragraph(&mut page, "color:#5A6675", line);
        }
        page.push_str("</div>\n");
        page
    }

    fn group_on_page(&self, page: &mut String, group: &ListGroup) {
        if let Some(heading) = &group.heading {
            let span = self.columns.len();
            let text = escaped(&heading.text(self.language));
            let count = self.language.count(group.lines.len() as i64);
            page.push_str(&format!(
                "<tr><th colspan=\"{span}\" scope=\"rowgroup\" style=\"{CELL};background:#F0F2F5\">{text} ({count})</th></tr>\n"
            ));
        }
        for line in &group.lines {
            page.push_str("<tr>");
            for cell in line {
                let text = escaped(&cell.text(self.language)).replace('\n', "<br/>");
                let style = match cell {
                    Content::Number(_) | Content::Day(_) | Content::Moment(_) => String::new(),
                    Content::Nothing | Content::Text(_) | Content::Keys { .. } => {
                        format!(";{TEXT}")
                    }
                };
                page.push_str(&format!("<td style=\"{CELL}{style}\">{text}</td>"));
            }
            page.push_str("</tr>\n");
        }
    }

    /// The list as text, its cells with a tab between them.
    pub(super) fn lines(&self) -> String {
        tabbed(&self.labelled())
    }
}

fn paragraph(page: &mut String, style: &str, text: &str) {
    let text = escaped(text);
    page.push_str(&format!("<p style=\"margin:0;{style}\">{text}</p>\n"));
}
