//! When something was made, and by whom.

use chrono::{DateTime, NaiveDateTime, Utc};
use chrono_tz::Europe::Amsterdam;

use crate::language::Language;

/// When something was made, and by whom.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Made {
    /// When.
    pub at: DateTime<Utc>,
    /// By whom.
    pub by: String,
}

impl Made {
    /// The wall clock in Amsterdam at that moment.
    pub fn moment(&self) -> NaiveDateTime {
        self.at.with_timezone(&Amsterdam).naive_local()
    }

    /// The same as a sentence.
    pub(super) fn in_words(&self, language: Language) -> String {
        let moment = self.moment();
        language.say(
            "publication-made",
            &[
                ("date", language.date(moment.date()).into()),
                ("time", moment.format("%H:%M").to_string().into()),
                ("by", self.by.as_str().into()),
            ],
        )
    }
}
