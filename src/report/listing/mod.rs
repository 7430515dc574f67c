//! A list of cases that goes out: the columns that were chosen of the cases that were meant, in their order, with what
//! kind of cases they are above it.

mod column;
mod content;
mod forms;
mod xlsx;

use std::collections::HashMap;
use std::io;

use chrono::NaiveDate;

use super::outgoing::{Outgoing, html_file};
use super::publication::{Dialect, PublicationFormat, days, filters, made_line, measure_label};
use super::{Made, scope};
use crate::figures::{Figure, Slice, dimension_label, key_label};
use crate::language::Language;
use crate::register::{CaseFile, CaseKey, Definition};

pub use column::CaseColumn;
pub use content::Content;

/// Which cases are meant, and what of them.
#[derive(Clone, Debug, PartialEq)]
pub struct ListQuestion {
    /// What stands above it.
    pub title: String,
    /// Which cases they are.
    pub which: Which,
    /// The filters on them.
    pub slice: Slice,
    /// The filters on what is not counted, in words.
    pub narrowed: Vec<String>,
    /// The columns.
    pub columns: Vec<CaseColumn>,
    /// By what they stand under headings.
    pub group: Option<String>,
    /// The cases in their order: one group without a key, or the groups with theirs.
    pub cases: Vec<(Option<String>, Vec<CaseKey>)>,
    /// How many cases there are, where not all of them are given.
    pub all: usize,
}

/// Which cases a list is of.
#[derive(Clone, Debug, PartialEq)]
pub enum Which {
    /// Those that run.
    Running,
    /// Those that are finished.
    Finished,
    /// All of them.
    All,
    /// Some that were chosen one by one.
    Chosen,
    /// Those behind a number, with what it is called.
    Behind(Box<Figure>, Option<String>),
}

/// A list of cases as it goes out. What may not leave is not in it.
#[derive(Clone, Debug, PartialEq)]
pub struct CaseList {
    /// The language it is written in.
    pub language: Language,
    /// What stands above it.
    pub title: String,
    /// The register, for people.
    pub register: String,
    /// The register, for programs.
    pub register_id: String,
    /// Which cases they are, and the filters on them, a line each.
    pub about: Vec<String>,
    /// When it was made and by whom, in a sentence.
    pub made: String,
    /// The same for programs.
    pub made_by: Made,
    /// The figure whose cases they are.
    pub figure: Option<Figure>,
    /// The filters on them.
    pub slice: Slice,
    /// The headings: for programs, and for people.
    pub columns: Vec<(String, String)>,
    /// By what the cases stand under headings.
    pub group: Option<(String, String)>,
    /// The cases, under their headings where they have them.
    pub groups: Vec<ListGroup>,
    /// How many there are.
    pub count: String,
    /// How many there are behind what was asked, for programs.
    pub all: usize,
    /// What has to be said beside them.
    pub notes: Vec<String>,
}

/// Cases under one heading.
#[derive(Clone, Debug, PartialEq)]
pub struct ListGroup {
    /// The heading; none of a list without them.
    pub heading: Option<Content>,
    /// A line a case.
    pub lines: Vec<Vec<Content>>,
}

impl ListQuestion {
    /// The cases, in their order.
    pub fn keys(&self) -> impl Iterator<Item = CaseKey> {
        self.cases
            .iter()
            .flat_map(|(_, cases)| cases.iter().copied())
    }

    /// The lines above it on this day: its title, which cases they are, and the filters on them.
    pub fn above(
        &self,
        definition: &Definition,
        today: NaiveDate,
        language: Language,
    ) -> Vec<String> {
        let title = [self.title.clone()].into_iter();
        title
            .chain(self.about(definition, today, language))
            .collect()
    }

    /// The list as it goes out, of these cases and by when something is due in them. A case that is not given any more is
    /// left out.
    pub fn published(
        &self,
        definition: &Definition,
        cases: &[CaseFile],
        due: &HashMap<CaseKey, NaiveDate>,
        made: &Made,
        language: Language,
    ) -> CaseList {
        let (columns, held_back) = scope::listed(&self.columns, definition);
        let today = made.moment().date();
        let found: HashMap<CaseKey, &CaseFile> =
            cases.iter().map(|case| (case.key, case)).collect();
        let line = |key: &CaseKey| {
            let case = *found.get(key)?;
            let due = due.get(key).copied();
            let cells = columns.iter();
            let cells = cells.map(|column| column.content(definition, case, due, today, language));
            Some(cells.collect())
        };
        let groups = self.cases.iter().map(|(key, cases)| ListGroup {
            heading: self
                .group
                .as_ref()
                .zip(key.as_ref())
                .map(|(by, key)| Content::key(key, key_label(definition, by, key, language))),
            lines: cases.iter().filter_map(line).collect(),
        });
        let groups: Vec<ListGroup> = groups.collect();
        let given = groups.iter().map(|group| group.lines.len()).sum::<usize>();
        let labels = |column: &&CaseColumn| column.label(definition, language);
        let left_out = (!held_back.is_empty()).then(|| {
            let names: Vec<String> = held_back.iter().map(labels).collect();
            language.say("list-held-back", &[("fields", names.join(", ").into())])
        });
        CaseList {
            language,
            title: self.title.clone(),
            register: definition.label.text(language).to_owned(),
            register_id: definition.id.clone(),
            about: self.about(definition, today, language),
            made: made_line(made, language),
            made_by: made.clone(),
            figure: match &self.which {
                Which::Behind(figure, _) => Some((**figure).clone()),
                _ => None,
            },
            slice: self.filtered().clone(),
            columns: columns
                .iter()
                .map(|column| (column.id(definition).to_owned(), labels(column)))
                .collect(),
            group: self
                .group
                .as_ref()
                .map(|by| (by.clone(), dimension_label(definition, by, language))),
            groups,
            count: counted(definition, given, self.all, language),
            all: self.all,
            notes: left_out.into_iter().collect(),
        }
    }

    /// The filters on the cases: those behind a figure have its own.
    fn filtered(&self) -> &Slice {
        match &self.which {
            Which::Behind(figure, _) => &figure.slice,
            _ => &self.slice,
        }
    }

    /// Which cases they are, and the filters on them.
    fn about(&self, definition: &Definition, today: NaiveDate, language: Language) -> Vec<String> {
        let on = |id: &str| {
            let cases = definition.case_words.many.text(language);
            let said = [
                ("cases", cases.into()),
                ("date", language.date(today).into()),
            ];
            language.say(id, &said)
        };
        let mut lines = match &self.which {
            Which::Running => vec![on("list-of-running")],
            Which::Finished => vec![on("list-of-finished")],
            Which::All => vec![on("list-of-all")],
            Which::Chosen => vec![on("list-of-chosen")],
            Which::Behind(figure, name) => {
                let measure = measure_label(figure.measure, language);
                let of = format!("{measure}, {}", days(figure.period, language));
                let name = name.iter().map(|name| {
                    language.say("list-of-figure", &[("figure", name.as_str().into())])
                });
                name.chain([of]).collect()
            }
        };
        lines.extend(filters(definition, self.filtered(), language));
        lines.extend(self.narrowed.iter().cloned());
        lines
    }
}

/// "142 casussen", or how many of how many.
fn counted(definition: &Definition, given: usize, all: usize, language: Language) -> String {
    let id = if given < all {
        "cli-cases-shown"
    } else {
        "cli-cases"
    };
    language.say(
        id,
        &[
            ("shown", given.into()),
            ("total", all.max(given).into()),
            (
                "cases",
                definition
                    .case_word(all.max(given) as u64)
                    .text(language)
                    .into(),
            ),
        ],
    )
}

impl CaseList {
    /// The lines above it.
    pub fn above(&self) -> Vec<String> {
        let title = [self.title.clone()].into_iter();
        title.chain(self.about.iter().cloned()).collect()
    }

    /// The lines below it.
    pub fn below(&self) -> Vec<String> {
        let count = [self.count.clone()].into_iter();
        count.chain(self.notes.iter().cloned()).collect()
    }
}

impl Outgoing for CaseList {
    fn formats(&self) -> &'static [PublicationFormat] {
        PublicationFormat::OF_LISTS
    }

    fn bytes(&self, format: PublicationFormat, dialect: Dialect) -> io::Result<Vec<u8>> {
        match format {
            PublicationFormat::Xlsx => xlsx::xlsx(self).map_err(io::Error::other),
            PublicationFormat::Csv => self.csv(dialect),
            PublicationFormat::Json => Ok(self.json().into_bytes()),
            PublicationFormat::Html => Ok(html_file(&self.title, &self.html(), self.language)),
            PublicationFormat::Svg | PublicationFormat::Png => {
                Err(io::ErrorKind::Unsupported.into())
            }
        }
    }

    fn rows(&self) -> usize {
        self.groups.iter().map(|group| group.lines.len()).sum()
    }

    fn html(&self) -> String {
        self.page()
    }

    fn text(&self) -> String {
        self.lines()
    }
}
