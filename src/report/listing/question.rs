//! A question for a list of cases: which cases and columns it has. Makes the list from the cases.

use std::borrow::Cow;
use std::collections::HashMap;

use chrono::NaiveDate;

use super::case_days::CaseDays;
use super::column::{CaseColumn, NO_CONTACT};
use super::content::Content;
use super::list::{CaseList, ListGroup};
use super::sharing::{Sharing, shown_to_others};
use crate::figures::{Figure, Slice, dimension_label, key_label};
use crate::language::Language;
use crate::register::{CaseFile, CaseKey, Definition, Field};
use crate::report::labels::{counted_label, days, filters};
use crate::report::made::Made;
use crate::store::{StoreError, Vault};

/// The cases and columns of a list.
#[derive(Clone, Debug, PartialEq)]
pub struct ListQuestion {
    /// Its title.
    pub title: String,
    /// Which cases they are.
    pub listed: ListedCases,
    /// The filters on them.
    pub slice: Slice,
    /// The filters on what figures are not counted by, in words.
    pub list_filters: Vec<String>,
    /// Whether they were found by words in whatever is known of them.
    pub searched: bool,
    /// The partner with whom it is shared, and on what ground; none of a list for the team itself.
    pub sharing: Option<Sharing>,
    /// The columns.
    pub columns: Vec<CaseColumn>,
    /// The dimension by which they are grouped.
    pub group: Option<String>,
    /// The cases in their order: one group without a key, or the groups with theirs.
    pub cases: Vec<(Option<String>, Vec<CaseKey>)>,
    /// How many cases there are, where not all of them are given.
    pub all: usize,
}

/// Which cases a list is of.
#[derive(Clone, Debug, PartialEq)]
pub enum ListedCases {
    /// Those that run.
    Running,
    /// Those that are finished.
    Finished,
    /// All of them.
    All,
    /// Some that were chosen one by one.
    Chosen,
    /// Those that a figure counts, with the name of the figure.
    OfFigure(Box<Figure>, Option<String>),
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

    /// The days of the cases of its register that do not stand in their files, as far as its columns show them.
    ///
    /// # Errors
    /// The file cannot be read.
    pub fn days(
        &self,
        vault: &Vault,
        register: &str,
        today: NaiveDate,
    ) -> Result<HashMap<CaseKey, CaseDays>, StoreError> {
        let store = vault.store(register)?;
        let mut days: HashMap<CaseKey, CaseDays> = HashMap::new();
        if self.columns.contains(&CaseColumn::Due) {
            for task in store.tasks(register, today)? {
                let first = &mut days.entry(task.case).or_default().due;
                *first = Some(first.map_or(task.due.day, |day| day.min(task.due.day)));
            }
        }
        if self.columns.contains(&CaseColumn::LastContact) {
            for (case, day) in store.last_happenings(register, &NO_CONTACT)? {
                days.entry(case).or_default().last_contact = Some(day);
            }
        }
        Ok(days)
    }

    /// The list as it is exported, of these cases and their days that do not stand in their files. A case that is not
    /// given any more is left out.
    pub fn published(
        &self,
        definition: &Definition,
        cases: &[CaseFile],
        days: &HashMap<CaseKey, CaseDays>,
        made: &Made,
        language: Language,
    ) -> CaseList {
        // A list for the team itself has what stands on the screen, but nothing that came from the police.
        let leaves = |column: &&CaseColumn| match &self.sharing {
            Some(_) => shown_to_others(column, definition),
            None => column.field(definition).is_none_or(Field::may_leave),
        };
        let (columns, held_back): (Vec<&CaseColumn>, Vec<&CaseColumn>) =
            self.columns.iter().partition(leaves);
        let today = made.moment().date();
        let found = cases.iter().map(|case| match &self.sharing {
            Some(_) => (case.key, Cow::Owned(as_shared(definition, case))),
            None => (case.key, Cow::Borrowed(case)),
        });
        let found: HashMap<CaseKey, Cow<'_, CaseFile>> = found.collect();
        let line = |key: &CaseKey| {
            let case = found.get(key)?;
            let days = days.get(key).copied().unwrap_or_default();
            let cells = columns.iter();
            let cells = cells.map(|column| column.content(definition, case, days, today, language));
            Some(cells.collect())
        };
        let groups = self.cases.iter().map(|(key, cases)| ListGroup {
            heading: self
                .group
                .as_ref()
                .zip(key.as_ref())
                .map(|(by, key)| Content::key(key, key_label(definition, by, key, language))),
            lines: self.order(cases, &found).iter().filter_map(line).collect(),
        });
        let groups: Vec<ListGroup> = groups.collect();
        let given = groups.iter().map(|group| group.lines.len()).sum::<usize>();
        let labels = |column: &&CaseColumn| column.label(definition, language);
        let left_out = (self.sharing.is_none() && !held_back.is_empty()).then(|| {
            let names: Vec<String> = held_back.iter().map(labels).collect();
            language.say("list-held-back", &[("fields", names.join(", ").into())])
        });
        CaseList {
            language,
            title: self.title.clone(),
            register: definition.label.text(language).to_owned(),
            register_id: definition.id.clone(),
            about: self.about(definition, today, language),
            made: made.in_words(language),
            made_by: made.clone(),
            figure: match &self.listed {
                ListedCases::OfFigure(figure, _) => Some((**figure).clone()),
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
            // Always the same sentence, so that nothing shows by its absence.
            notes: match self.sharing {
                Some(_) => vec![language.text("list-shared")],
                None => left_out.into_iter().collect(),
            },
        }
    }

    /// The order of the cases. For a partner it is that of their numbers: another order can tell what is not on the list.
    fn order<'a>(
        &self,
        cases: &'a [CaseKey],
        found: &HashMap<CaseKey, Cow<'_, CaseFile>>,
    ) -> Cow<'a, [CaseKey]> {
        if self.sharing.is_none() {
            return Cow::Borrowed(cases);
        }
        let mut cases = cases.to_vec();
        cases.sort_by_key(|key| found.get(key).map(|case| &case.number));
        Cow::Owned(cases)
    }

    /// The filters on the cases: those of a figure have its own.
    pub(super) fn filtered(&self) -> &Slice {
        match &self.listed {
            ListedCases::OfFigure(figure, _) => &figure.slice,
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
        let entries = match &self.listed {
            ListedCases::OfFigure(figure, _) => figure.entries.as_deref(),
            _ => None,
        };
        let entries = entries.and_then(|kind| definition.of_entries(kind));
        let counted = entries.as_ref().unwrap_or(definition);
        let mut lines = match &self.listed {
            ListedCases::Running => vec![on("list-of-running")],
            ListedCases::Finished => vec![on("list-of-finished")],
            ListedCases::All => vec![on("list-of-all")],
            ListedCases::Chosen => vec![on("list-of-chosen")],
            ListedCases::OfFigure(figure, name) => {
                let measure = counted_label(counted, figure.measure, language);
                let of = format!("{measure}, {}", days(figure.period, language));
                let name = name.iter().map(|name| {
                    language.say("list-of-figure", &[("figure", name.as_str().into())])
                });
                name.chain([of]).collect()
            }
        };
        lines.extend(filters(counted, self.filtered(), language));
        lines.extend(self.list_filters.iter().cloned());
        lines.extend(self.sharing.iter().map(|sharing| sharing.words(language)));
        lines
    }
}

/// A case as a partner sees it.
fn as_shared(definition: &Definition, case: &CaseFile) -> CaseFile {
    CaseFile {
        state: definition.shared(&case.state),
        ..case.clone()
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
