//! The filters of a list on what is not counted: words, the begin of a case, its owner, and when its next task is due.

use chrono::{Datelike, Days, NaiveDate};
use serde::{Deserialize, Serialize};

use crate::desk::backend::owner_filter::OwnerFilter;
use crate::desk::backend::task_order::Section;
use crate::language::Language;
use crate::register::Definition;

/// The filters that are set; a case is shown when it passes all of them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, rename_all = "kebab-case")]
pub struct ListFilter {
    /// Words that occur in the case, or the end of its number; empty is no filter.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub words: String,
    /// When the case began, or the event happened.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub begin: Option<Begin>,
    /// Who handles it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub owner: Option<Owner>,
    /// When its most urgent task is due.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub due: Option<DueBy>,
}

/// When a case began. In a saved view this is relative to the day on which the view is opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Begin {
    /// In the last seven days.
    LastWeek,
    /// In the last thirty days.
    LastMonth,
    /// Since New Year's Day.
    ThisYear,
    /// In the year before this one.
    LastYear,
    /// Between these days, both included.
    Between(NaiveDate, NaiveDate),
}

/// Who handles a case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Owner {
    /// The user.
    Me,
    /// Nobody.
    Nobody,
    /// The colleague with this name.
    Of(String),
}

/// When the most urgent task of a case is due.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DueBy {
    /// It is overdue.
    Late,
    /// By the end of Sunday, or overdue.
    ThisWeek,
    /// After Sunday.
    Later,
    /// The case has no task.
    Nothing,
}

impl Begin {
    /// What is offered as a choice; other days are typed.
    pub const OFFERED: [Self; 4] = [
        Self::LastWeek,
        Self::LastMonth,
        Self::ThisYear,
        Self::LastYear,
    ];

    /// The first and the last day, on this day.
    pub fn days(self, today: NaiveDate) -> (NaiveDate, NaiveDate) {
        let before = |days| today.checked_sub_days(Days::new(days)).unwrap_or(today);
        let new_year = |year| NaiveDate::from_ymd_opt(year, 1, 1).unwrap_or(today);
        match self {
            Self::LastWeek => (before(6), today),
            Self::LastMonth => (before(29), today),
            Self::ThisYear => (new_year(today.year()), today),
            Self::LastYear => {
                let this = new_year(today.year());
                (new_year(today.year() - 1), this.pred_opt().unwrap_or(this))
            }
            Self::Between(from, to) => (from, to),
        }
    }

    /// Its name where it is chosen: "dit jaar".
    pub fn label(self, language: Language) -> String {
        let id = match self {
            Self::LastWeek => "begin-last-week",
            Self::LastMonth => "begin-last-month",
            Self::ThisYear => "begin-this-year",
            Self::LastYear => "begin-last-year",
            Self::Between(from, to) => {
                let days = [
                    ("from", language.date(from).into()),
                    ("to", language.date(to).into()),
                ];
                return language.say("begin-between", &days);
            }
        };
        language.text(id)
    }

    /// Its name on a filter chip, with that of the date: "Datum melding: dit jaar".
    pub fn chip_text(self, definition: &Definition, language: Language) -> String {
        let begin = definition.begin.label.text(language);
        format!("{begin}: {}", self.label(language))
    }
}

impl Owner {
    /// Its name, as part of a sentence about cases: "van mij".
    pub fn label(&self, language: Language) -> String {
        match self {
            Self::Me => language.text("owner-me"),
            Self::Nobody => language.text("owner-nobody"),
            Self::Of(name) => language.say("owner-of", &[("name", name.as_str().into())]),
        }
    }

    /// The same as a filter on owners.
    pub fn filter(&self) -> OwnerFilter {
        match self {
            Self::Me => OwnerFilter::Mine,
            Self::Nobody => OwnerFilter::Nobody,
            Self::Of(name) => OwnerFilter::Colleague(name.clone()),
        }
    }
}

impl DueBy {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Late, Self::ThisWeek, Self::Later, Self::Nothing];

    /// Its name, as part of a sentence about cases: "te laat".
    pub fn label(self, language: Language) -> String {
        language.text(match self {
            Self::Late => "filter-due-late",
            Self::ThisWeek => "filter-due-this-week",
            Self::Later => "filter-due-later",
            Self::Nothing => "filter-due-nothing",
        })
    }

    /// Whether a case passes whose most urgent task is due in this section; none is a case without tasks.
    pub fn includes(self, first: Option<Section>) -> bool {
        match self {
            Self::Late => first == Some(Section::Late),
            Self::ThisWeek => first.is_some_and(|first| first <= Section::Week),
            Self::Later => first == Some(Section::Later),
            Self::Nothing => first.is_none(),
        }
    }
}

impl ListFilter {
    /// Whether no filter is set.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// The filters in words, a line each.
    pub fn descriptions(&self, definition: &Definition, language: Language) -> Vec<String> {
        let words = (!self.words.trim().is_empty()).then(|| {
            let words = [("words", self.words.as_str().into())];
            language.say("filter-words", &words)
        });
        let filters = [
            self.owner.as_ref().map(|owner| owner.label(language)),
            self.due.map(|due| due.label(language)),
            self.begin
                .map(|begin| begin.chip_text(definition, language)),
            words,
        ];
        filters.into_iter().flatten().collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_begin_moves_on_with_the_day() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        let today = day("2026-03-02");
        let days = Begin::OFFERED.map(|begin| begin.days(today));
        assert_eq!(days[0], (day("2026-02-24"), today));
        assert_eq!(days[1], (day("2026-02-01"), today));
        assert_eq!(days[2], (day("2026-01-01"), today));
        assert_eq!(days[3], (day("2025-01-01"), day("2025-12-31")));
    }

    #[test]
    fn a_filter_that_is_not_set_takes_no_room_in_a_saved_view() {
        assert_eq!(serde_json::to_string(&ListFilter::default()).unwrap(), "{}");
        let filter = ListFilter {
            words: "dorps".to_owned(),
            begin: Some(Begin::ThisYear),
            owner: Some(Owner::Me),
            due: Some(DueBy::Late),
        };
        let saved = serde_json::to_string(&filter).unwrap();
        let read: ListFilter = serde_json::from_str(&saved).unwrap();
        assert_eq!(read, filter);
    }
}
