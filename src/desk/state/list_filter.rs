//! Filters on what is not counted: words, when a case began, whose it is, and by when something is due.

use chrono::{Datelike, Days, NaiveDate};
use serde::{Deserialize, Serialize};

use crate::desk::backend::task_order::{Section, Whose};
use crate::language::Language;
use crate::register::Definition;

/// What of a list is left by filters on what is not counted.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, rename_all = "kebab-case")]
pub struct ListFilter {
    /// Words that stand in the case, or the end of its number.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub words: String,
    /// When it began, or happened.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub begin: Option<Begin>,
    /// Whose it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub owner: Option<Owner>,
    /// By when something is due.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub due: Option<DueBy>,
}

/// When a case began. What is kept moves on with the day.
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
    /// Between these days, both of them in it.
    Between(NaiveDate, NaiveDate),
}

/// Whose a case is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Owner {
    /// That of who looks.
    Me,
    /// That of nobody.
    Nobody,
    /// That of a colleague.
    Of(String),
}

/// By when something is due in a case.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DueBy {
    /// It should have been done.
    Late,
    /// By the end of the week, or late.
    ThisWeek,
    /// After this week.
    Later,
    /// Nothing is due.
    Nothing,
}

impl Begin {
    /// What is offered without typing dates.
    pub const OFFERED: [Self; 4] = [
        Self::LastWeek,
        Self::LastMonth,
        Self::ThisYear,
        Self::LastYear,
    ];

    /// The first and the last day.
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

    /// What it is called where it is chosen: "dit jaar".
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

    /// As it stands in a sentence about cases: "Datum melding: dit jaar".
    pub fn said(self, definition: &Definition, language: Language) -> String {
        let begin = definition.begin.label.text(language);
        format!("{begin}: {}", self.label(language))
    }
}

impl Owner {
    /// As it stands in a sentence about cases: "van mij".
    pub fn label(&self, language: Language) -> String {
        match self {
            Self::Me => language.text("owner-me"),
            Self::Nobody => language.text("owner-nobody"),
            Self::Of(name) => language.say("owner-of", &[("name", name.as_str().into())]),
        }
    }

    /// Whose work that is.
    pub fn whose(&self) -> Whose {
        match self {
            Self::Me => Whose::Mine,
            Self::Nobody => Whose::Nobody,
            Self::Of(name) => Whose::Colleague(name.clone()),
        }
    }
}

impl DueBy {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Late, Self::ThisWeek, Self::Later, Self::Nothing];

    /// As it stands in a sentence about cases: "te laat".
    pub fn label(self, language: Language) -> String {
        language.text(match self {
            Self::Late => "filter-due-late",
            Self::ThisWeek => "filter-due-this-week",
            Self::Later => "filter-due-later",
            Self::Nothing => "filter-due-nothing",
        })
    }

    /// Whether a case of which the first task presses like this is meant.
    pub fn means(self, first: Option<Section>) -> bool {
        match self {
            Self::Late => first == Some(Section::Late),
            Self::ThisWeek => first.is_some_and(|first| first <= Section::Week),
            Self::Later => first == Some(Section::Later),
            Self::Nothing => first.is_none(),
        }
    }
}

impl ListFilter {
    /// Whether nothing is left out.
    pub fn is_whole(&self) -> bool {
        *self == Self::default()
    }

    /// What is left out, a line a filter.
    pub fn said(&self, definition: &Definition, language: Language) -> Vec<String> {
        let words = (!self.words.trim().is_empty()).then(|| {
            let words = [("words", self.words.as_str().into())];
            language.say("filter-words", &words)
        });
        let filters = [
            self.owner.as_ref().map(|owner| owner.label(language)),
            self.due.map(|due| due.label(language)),
            self.begin.map(|begin| begin.said(definition, language)),
            words,
        ];
        filters.into_iter().flatten().collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_kept_moves_on_with_the_day() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        let today = day("2026-03-02");
        let days = Begin::OFFERED.map(|begin| begin.days(today));
        assert_eq!(days[0], (day("2026-02-24"), today));
        assert_eq!(days[1], (day("2026-02-01"), today));
        assert_eq!(days[2], (day("2026-01-01"), today));
        assert_eq!(days[3], (day("2025-01-01"), day("2025-12-31")));
    }

    #[test]
    fn what_is_not_narrowed_takes_no_room_where_it_is_kept() {
        assert_eq!(serde_json::to_string(&ListFilter::default()).unwrap(), "{}");
        let narrowed = ListFilter {
            words: "dorps".to_owned(),
            begin: Some(Begin::ThisYear),
            owner: Some(Owner::Me),
            due: Some(DueBy::Late),
        };
        let kept = serde_json::to_string(&narrowed).unwrap();
        let read: ListFilter = serde_json::from_str(&kept).unwrap();
        assert_eq!(read, narrowed);
    }
}
