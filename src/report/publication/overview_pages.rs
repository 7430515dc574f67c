//! The pages of the overview as files: all of them for Excel and Word, the registers at a glance for programs.

use std::io;

use serde::Serialize;
use serde_json::Value as Json;

use super::csv::{csv_in, labelled};
use super::html::html_page;
use super::json::{MadeBy, Period as JsonPeriod, number, text};
use super::overview::OverviewQuestion;
use super::page::Page;
use super::{Dialect, PublicationFormat, xlsx};
use crate::figures::RegisterSummary;
use crate::language::Language;
use crate::report::Made;
use crate::report::outgoing::{Outgoing, html_file};

/// The overview, evaluated and in words.
#[derive(Clone, Debug, PartialEq)]
pub struct OverviewPages {
    /// The registers at a glance, and then what stands below them.
    pub pages: Vec<Page>,
    pub(super) language: Language,
    pub(super) json: String,
}

#[derive(Serialize)]
struct JsonOverview<'a> {
    period: JsonPeriod,
    made: MadeBy<'a>,
    registers: Vec<JsonRegister<'a>>,
}

#[derive(Serialize)]
struct JsonRegister<'a> {
    register: &'a str,
    figures: Vec<JsonStanding>,
    late: usize,
}

#[derive(Serialize)]
struct JsonStanding {
    measure: &'static str,
    value: Json,
    year_before: Json,
}

/// What a program reads: the registers at a glance.
pub(super) fn json_of(asked: &OverviewQuestion, made: &Made) -> String {
    let whole = |count: u64| number(Some(count as f64));
    let standings = |glance: &RegisterSummary| -> Vec<JsonStanding> {
        let standings = glance.counts.iter().map(|standing| JsonStanding {
            measure: standing.measure.name(),
            value: whole(standing.count),
            year_before: whole(standing.before),
        });
        standings.collect()
    };
    let registers = asked
        .registers
        .iter()
        .zip(&asked.overview.summaries)
        .zip(&asked.late);
    text(&JsonOverview {
        period: asked.period.into(),
        made: made.into(),
        registers: registers
            .map(|((register, glance), late)| JsonRegister {
                register: &register.definition().id,
                figures: standings(glance),
                late: *late,
            })
            .collect(),
    })
}

impl Outgoing for OverviewPages {
    fn formats(&self) -> &'static [PublicationFormat] {
        PublicationFormat::OF_LISTS
    }

    /// Excel and HTML have every page, the others the registers at a glance.
    fn bytes(&self, format: PublicationFormat, dialect: Dialect) -> io::Result<Vec<u8>> {
        match format {
            PublicationFormat::Xlsx => xlsx::xlsx_of(&self.pages).map_err(io::Error::other),
            PublicationFormat::Html => {
                let title = self.pages.first().map_or("", Page::title);
                Ok(html_file(title, &self.html(), self.language))
            }
            PublicationFormat::Json => Ok(self.json.clone().into_bytes()),
            PublicationFormat::Csv => {
                let Some(page) = self.pages.first() else {
                    return Ok(Vec::new());
                };
                let records = match dialect {
                    Dialect::Standard => page.table.records(),
                    Dialect::Excel => labelled(&page.table, page.language),
                };
                csv_in(dialect, &records)
            }
            PublicationFormat::Svg | PublicationFormat::Png => {
                Err(io::ErrorKind::Unsupported.into())
            }
        }
    }

    fn html(&self) -> String {
        self.pages.iter().map(html_page).collect()
    }

    fn text(&self) -> String {
        let pages = self.pages.iter().map(Page::text);
        pages.collect::<Vec<_>>().join("\n")
    }
}
